//! The right answer: an operation executed against the API schema as one schema, field by field as the specification says
//! (section 6). Owns nothing but that; must not know subgraphs.

use super::data::Held;
use super::merged::World;
use super::schema::Ty;
use super::strict::{Occurrence, Set, collected, sets};
use super::transport::Fault;
use super::tree::{Step, Tree};
use crate::request::Request;
use router_graph::Value;
use serde_json::{Map, Value as Json, json};

/// An answer.
#[derive(Clone, Debug, Default)]
pub struct Answer {
    /// `data`
    pub data: Option<Tree>,
    /// The paths of errors.
    pub errors: Vec<Vec<Step>>,
    /// Root fields in order, with their arguments.
    pub resolved: Vec<String>,
}

/// A null that its place refuses.
struct Refused;

/// Executes an operation; the number tells the events of a subscription apart. `variables` are as the client gave them.
pub fn execute(world: &World, request: &Request, variables: &Map<String, Json>, fault: &Fault, number: u64) -> Answer {
    let mut variables = variables.clone();
    for declared in &request.variables {
        if let Some(default) = declared.default.as_ref().and_then(Value::to_json) {
            variables.entry(declared.name.clone()).or_insert(default);
        }
    }
    let mut single = Single {
        world,
        request,
        variables: &variables,
        fault,
        errors: Vec::new(),
        resolved: Vec::new(),
    };
    let root = &world.api.roots[&request.keyword];
    let data = single.object(&[(root.clone(), number)], &[(&request.selections, Vec::new())], &mut Vec::new());
    Answer {
        data: Some(data.unwrap_or(Tree::NULL)),
        errors: single.errors,
        resolved: single.resolved,
    }
}

struct Single<'a> {
    world: &'a World,
    request: &'a Request,
    variables: &'a Map<String, Json>,
    fault: &'a Fault,
    errors: Vec<Vec<Step>>,
    resolved: Vec<String>,
}

impl Single<'_> {
    /// The last object, inside the others.
    fn object(&mut self, around: &[(String, u64)], sets: &[Set<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        let (object, _) = around.last().expect("a path ends with an object");
        let (world, request, variables) = (self.world, self.request, self.variables);
        let applies = |condition: &str| world.api.applies(object, condition);
        let mut answer = Vec::new();
        for (key, fields) in collected(request, variables, &applies, sets) {
            path.push(Step::Key(key.to_string()));
            let value = self.field(around, &fields, path);
            path.pop();
            answer.push((key.to_string(), value?));
        }
        Ok(Tree::Object(answer))
    }

    fn field(&mut self, around: &[(String, u64)], fields: &[Occurrence<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        let (object, number) = around.last().expect("a path ends with an object");
        let field = fields[0].0;
        if field.name == "__typename" {
            return Ok(Tree::Leaf(json!(object)));
        }
        let world = self.world;
        let coordinate = (object.clone(), field.name.clone());
        let data = &world.fields[&coordinate];
        let declared = world.api.types[object].field(&field.name).expect("the operation is valid");
        let mut given = field.arguments.clone();
        given.retain(|(name, _)| !data.contexts.iter().any(|(context, _)| context.argument == *name));
        let mut arguments = world.arguments(data, &given, self.variables);
        for (context, ty) in &data.contexts {
            // The nearest object around it that sets the context.
            let sets = |name: &str| context.setters.iter().any(|setter| world.applies(name, setter));
            let setter = around[..around.len() - 1].iter().rev().find(|(name, _)| sets(name));
            let value = setter.map_or(Json::Null, |(name, number)| world.context_value(name, *number, &context.fields));
            if !value.is_null() {
                arguments.insert(context.argument.clone(), world.canonical(value, ty));
            }
        }
        if around.len() == 1 {
            self.resolved.push(format!("{}{}", field.name, json!(arguments)));
        }
        if self.fault.fails(&coordinate) {
            self.errors.push(path.clone());
            return if declared.ty.is_non_null() { Err(Refused) } else { Ok(Tree::NULL) };
        }
        let held = world.held(object, *number, &field.name, &arguments).unwrap_or(Held::Null);
        let sets = sets(fields);
        self.complete(&declared.ty, &held, around, &sets, path)
    }

    fn complete(
        &mut self,
        ty: &Ty,
        held: &Held,
        around: &[(String, u64)],
        sets: &[Set<'_>],
        path: &mut Vec<Step>,
    ) -> Result<Tree, Refused> {
        match (ty, held) {
            (Ty::NonNull(inner), held) => match self.complete(inner, held, around, sets, path)? {
                Tree::Leaf(Json::Null) => Err(Refused),
                tree => Ok(tree),
            },
            (_, Held::Null) => Ok(Tree::NULL),
            (Ty::List(inner), Held::List(items)) => {
                let mut answer = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    path.push(Step::Index(index));
                    let value = self.complete(inner, item, around, sets, path);
                    path.pop();
                    match value {
                        Ok(value) => answer.push(value),
                        Err(Refused) => return Ok(Tree::NULL),
                    }
                }
                Ok(Tree::List(answer))
            }
            (_, Held::Leaf(leaf)) => Ok(Tree::Leaf(leaf.clone())),
            (_, Held::Object(object, number)) => {
                let inside = [around, &[(object.clone(), *number)]].concat();
                Ok(self.object(&inside, sets, path).unwrap_or(Tree::NULL))
            }
            _ => Ok(Tree::NULL),
        }
    }
}
