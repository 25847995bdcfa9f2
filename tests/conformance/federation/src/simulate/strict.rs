//! A subgraph at work: answers an operation from the world's data and records whatever it should not have been asked. Owns what a
//! subgraph may resolve where; must not know what the client asked.

use super::data::Held;
use super::field_sets;
use super::merged::World;
use super::schema::Ty;
use super::service::{Marks, Service};
use super::transport::Fault;
use super::tree::{Step, Tree};
use crate::request::{Condition, Field, Request, Selection};
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeSet;

/// One request being answered.
pub(super) struct Visit<'a> {
    pub world: &'a World,
    pub service: &'a Service,
    /// The override labels in force.
    pub labels: &'a BTreeSet<Box<str>>,
    pub request: &'a Request,
    pub variables: &'a Map<String, Json>,
    pub fault: &'a Fault,
    /// What should not have been asked.
    pub violations: Vec<String>,
    /// Errors of the answer.
    pub errors: Vec<(Vec<Step>, String)>,
    /// Root fields of a mutation, with their arguments.
    pub resolved: Vec<String>,
}

/// An object as the subgraph sees it.
struct Instance<'a> {
    /// Its type in the subgraph: the object type, or an interface object.
    local: &'a str,
    object: &'a str,
    number: u64,
    /// Otherwise external fields that may be read here.
    readable: Vec<Selection>,
    representation: Option<&'a Json>,
}

/// A null that its place refuses.
struct Refused;

/// What variables must be for a selection to be wanted.
pub(super) type Assumed<'a> = Vec<(&'a str, bool)>;

/// A selection set, and what is assumed around it.
pub(super) type Set<'a> = (&'a [Selection], Assumed<'a>);

/// A field as it occurs, and what its occurrence assumes.
pub(super) type Occurrence<'a> = (&'a Field, Assumed<'a>);

/// What conditions assume besides; `None` where they can never hold.
fn assume<'a>(around: &Assumed<'a>, conditions: &'a [Condition]) -> Option<Assumed<'a>> {
    let mut assumed = around.clone();
    for condition in conditions {
        match &condition.value {
            router_graph::Value::Variable(name) => {
                let name: &str = name;
                if assumed.iter().any(|(other, value)| *other == name && *value != condition.include) {
                    return None;
                }
                assumed.push((name, condition.include));
            }
            constant => {
                if *constant != router_graph::Value::Boolean(condition.include) {
                    return None;
                }
            }
        }
    }
    Some(assumed)
}

/// Selections on an object by response key (specification section 6.3.2). Keys come in the order of their first occurrence, whether or not the
/// variables leave that one out; only what no variables would leave in does not count.
pub(super) fn collected<'a>(
    request: &'a Request,
    variables: &Map<String, Json>,
    applies: &dyn Fn(&str) -> bool,
    sets: &[Set<'a>],
) -> Vec<(&'a str, Vec<Occurrence<'a>>)> {
    fn collect<'a>(
        request: &'a Request,
        applies: &dyn Fn(&str) -> bool,
        (set, around): &Set<'a>,
        found: &mut Vec<(&'a str, Vec<Occurrence<'a>>)>,
    ) {
        for selection in *set {
            match selection {
                Selection::Field(field) => {
                    let Some(assumed) = assume(around, &field.conditions) else {
                        continue;
                    };
                    match found.iter_mut().find(|(key, _)| *key == field.key()) {
                        Some((_, fields)) => fields.push((field, assumed)),
                        None => found.push((field.key(), vec![(field, assumed)])),
                    }
                }
                Selection::Inline {
                    on,
                    conditions,
                    selections,
                } => {
                    if let Some(assumed) = assume(around, conditions).filter(|_| on.as_deref().is_none_or(applies)) {
                        collect(request, applies, &(selections, assumed), found);
                    }
                }
                Selection::Spread { name, conditions } => {
                    let fragment = request.fragment(name).filter(|fragment| applies(&fragment.on));
                    if let (Some(fragment), Some(assumed)) = (fragment, assume(around, conditions)) {
                        collect(request, applies, &(&fragment.selections, assumed), found);
                    }
                }
            }
        }
    }
    let mut found = Vec::new();
    sets.iter().for_each(|set| collect(request, applies, set, &mut found));
    let holds = |assumed: &Assumed<'_>| {
        assumed
            .iter()
            .all(|(name, value)| (variables.get(*name) == Some(&Json::Bool(true))) == *value)
    };
    found.retain(|(_, fields)| fields.iter().any(|(_, assumed)| holds(assumed)));
    found
}

/// What is selected of a field, wherever it occurs.
pub(super) fn sets<'a>(occurrences: &[Occurrence<'a>]) -> Vec<Set<'a>> {
    occurrences
        .iter()
        .map(|(field, assumed)| (field.selections.as_slice(), assumed.clone()))
        .collect()
}

impl Visit<'_> {
    /// Answers the operation; the number tells the events of a subscription apart.
    pub fn answer(&mut self, number: u64) -> Tree {
        let root = match self.request.keyword.as_str() {
            "mutation" => "Mutation",
            "subscription" => "Subscription",
            _ => "Query",
        };
        let instance = Instance {
            local: root,
            object: root,
            number,
            readable: Vec::new(),
            representation: None,
        };
        let mut path = Vec::new();
        self.select(&instance, &[(&self.request.selections, Vec::new())], &mut path)
            .unwrap_or(Tree::NULL)
    }

    fn violation(&mut self, what: String) {
        self.violations.push(format!("{}: {what}", self.service.name));
    }

    fn select(&mut self, instance: &Instance<'_>, sets: &[Set<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        let (service, request, variables) = (self.service, self.request, self.variables);
        let applies = |condition: &str| service.schema.applies(instance.local, service.common_name(condition));
        let mut answer = Vec::new();
        for (key, fields) in collected(request, variables, &applies, sets) {
            path.push(Step::Key(key.to_string()));
            let value = self.field(instance, &fields, path);
            path.pop();
            answer.push((key.to_string(), value?));
        }
        Ok(Tree::Object(answer))
    }

    fn field(&mut self, instance: &Instance<'_>, fields: &[Occurrence<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        let (world, service) = (self.world, self.service);
        let field = fields[0].0;
        let sets = sets(fields);
        if field.name == "__typename" {
            return Ok(Tree::Leaf(json!(service.own_name(instance.local))));
        }
        if field.name == "_entities" && instance.local == "Query" {
            return self.entities(field, &sets, path);
        }
        let declared = service.schema.types.get(instance.local).and_then(|ty| ty.field(&field.name));
        let (Some(declared), Some(marks)) = (declared, service.marks(instance.local, &field.name)) else {
            self.violation(format!("{}.{} is not there", instance.local, field.name));
            return Ok(Tree::NULL);
        };
        self.check(instance, field, marks);
        let coordinate = (instance.object.to_string(), field.name.clone());
        let Some(data) = world.fields.get(&coordinate) else {
            return Ok(Tree::NULL);
        };
        let arguments = world.arguments(data, &field.arguments, self.variables);
        if instance.local == "Mutation" {
            self.resolved.push(format!("{}{}", field.name, json!(arguments)));
        }
        if self.fault.fails(&coordinate) {
            self.errors.push((path.clone(), "failed".to_string()));
            return if declared.ty.is_non_null() { Err(Refused) } else { Ok(Tree::NULL) };
        }
        let held = world
            .held(instance.object, instance.number, &field.name, &arguments)
            .unwrap_or(Held::Null);
        let mut readable = field_sets::below(world, instance.object, &instance.readable, &field.name);
        readable.extend(marks.provides.iter().cloned());
        self.complete(&declared.ty, &held, &readable, &sets, path)
    }

    /// Whether the field may be asked here at all.
    fn check(&mut self, instance: &Instance<'_>, field: &Field, marks: &Marks) {
        let world = self.world;
        let coordinate = format!("{}.{}", instance.local, field.name);
        if !self.is_readable(instance, &field.name) {
            self.violation(format!("{coordinate} is external or moved away, and not provided here"));
        }
        if !marks.requires.is_empty() {
            let sent = instance.representation;
            let is_sent = sent.is_some_and(|sent| world.matches(instance.object, instance.number, &marks.requires, sent));
            let is_local = marks.requires.iter().all(|selection| match selection {
                Selection::Field(required) => self.is_readable(instance, &required.name),
                _ => false,
            });
            if !is_sent && !is_local {
                self.violation(format!(
                    "{coordinate} requires {}, given {}",
                    world.selected(instance.object, instance.number, &marks.requires),
                    sent.unwrap_or(&Json::Null)
                ));
            }
        }
        for (name, value) in &field.arguments {
            if let router_graph::Value::Variable(variable) = value
                && !self.request.variables.iter().any(|declared| declared.name == **variable)
            {
                self.violation(format!("{coordinate}({name}:) has an undeclared variable"));
            }
        }
    }

    fn is_readable(&self, instance: &Instance<'_>, field: &str) -> bool {
        let Some(marks) = self.service.marks(instance.local, field) else {
            return false;
        };
        let others = || self.world.services.iter().filter(|other| other.name != self.service.name);
        let is_on = |label: &Option<String>| label.as_ref().is_none_or(|label| self.labels.contains(label.as_str()));
        let is_moved_away = others().any(|other| {
            let overrides = other.marks(instance.local, field).and_then(|marks| marks.overrides.as_ref());
            overrides.is_some_and(|(from, label)| *from == self.service.name && is_on(label))
        });
        let is_not_yet_here = marks
            .overrides
            .as_ref()
            .is_some_and(|(from, label)| !is_on(label) && others().any(|other| other.name == *from));
        !(marks.external || is_moved_away || is_not_yet_here)
            || field_sets::mentions(self.world, instance.object, &instance.readable, field)
            || instance.representation.is_some_and(|sent| sent.get(field).is_some())
    }

    fn entities(&mut self, field: &Field, sets: &[Set<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        let (world, service) = (self.world, self.service);
        let representations = field
            .arguments
            .first()
            .and_then(|(_, value)| super::input::filled(value, self.variables));
        let Some(Json::Array(representations)) = representations else {
            self.violation("_entities has no representations".to_string());
            return Err(Refused);
        };
        let mut seen = BTreeSet::new();
        let mut answer = Vec::new();
        for (index, representation) in representations.iter().enumerate() {
            if !seen.insert(representation.to_string()) {
                self.violation(format!("{representation} is sent twice"));
            }
            let (local, object, number) = match world.entity(service, representation) {
                Ok(found) => found,
                Err(why) => {
                    self.violation(why);
                    answer.push(Tree::NULL);
                    continue;
                }
            };
            if self.fault.is_null_entity(&service.name, number) {
                answer.push(Tree::NULL);
                continue;
            }
            let required = service.marks.iter().filter(|((ty, _), _)| *ty == local);
            let mut readable: Vec<Selection> = required.flat_map(|(_, marks)| marks.requires.iter().cloned()).collect();
            readable.retain(|selection| match selection {
                Selection::Field(field) => representation.get(&field.name).is_some(),
                _ => true,
            });
            readable.extend(self.keys(&local));
            let instance = Instance {
                local: &local,
                object: &object,
                number,
                readable,
                representation: Some(representation),
            };
            path.push(Step::Index(index));
            let entity = self.select(&instance, sets, path);
            path.pop();
            answer.push(entity.unwrap_or(Tree::NULL));
        }
        if self.fault.is_short(&service.name) {
            answer.pop();
        }
        Ok(Tree::List(answer))
    }

    fn keys(&self, local: &str) -> Vec<Selection> {
        let keys = self.service.keys.get(local).into_iter().flatten();
        keys.flat_map(|key| key.fields.iter().cloned()).collect()
    }

    fn complete(&mut self, ty: &Ty, held: &Held, readable: &[Selection], sets: &[Set<'_>], path: &mut Vec<Step>) -> Result<Tree, Refused> {
        match (ty, held) {
            (Ty::NonNull(inner), held) => match self.complete(inner, held, readable, sets, path)? {
                Tree::Leaf(Json::Null) => Err(Refused),
                tree => Ok(tree),
            },
            (_, Held::Null) => Ok(Tree::NULL),
            (Ty::List(inner), Held::List(items)) => {
                let mut answer = Vec::new();
                for (index, item) in items.iter().enumerate() {
                    path.push(Step::Index(index));
                    let value = self.complete(inner, item, readable, sets, path);
                    path.pop();
                    match value {
                        Ok(value) => answer.push(value),
                        Err(Refused) => return Ok(Tree::NULL),
                    }
                }
                Ok(Tree::List(answer))
            }
            (_, Held::Leaf(leaf)) => Ok(Tree::Leaf(leaf.clone())),
            (Ty::Named(name), Held::Object(object, number)) => {
                let service = self.service;
                let local = if service.interface_objects.contains(name) { name } else { object };
                if local != name && !service.schema.possible(name).contains(local) {
                    self.violation(format!("a {name} is a {object}, which is unknown"));
                    return Ok(Tree::NULL);
                }
                let mut readable = readable.to_vec();
                readable.extend(self.keys(local));
                let instance = Instance {
                    local,
                    object,
                    number: *number,
                    readable,
                    representation: None,
                };
                Ok(self.select(&instance, sets, path).unwrap_or(Tree::NULL))
            }
            _ => Ok(Tree::NULL),
        }
    }
}
