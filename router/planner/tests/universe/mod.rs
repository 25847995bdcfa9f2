//! A make-believe world to run plans in: every object of every type has a value for every field, the same in all subgraphs.
//!
//! It answers an operation directly (what a single schema would say) and through a plan, with subgraphs that
//! refuse what they cannot resolve. Both must agree.

mod plan_runner;
mod subgraph;
mod tree_runner;

pub use plan_runner::run;
use subgraph::constant;
pub use tree_runner::run_json;

use std::collections::BTreeSet;

use router_graph::supergraph::{ContextArgument, FieldJoins, FieldSet, FieldSetItem, LeafKind};
use router_graph::{FieldId, Operation, Selection, SelectionKind, SelectionSet, Supergraph, TypeId, TypeRef, Value};
use serde_json::{Map, Value as Json, json};

/// Objects per type.
const POPULATION: u64 = 5;

/// An object: its concrete type and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Object {
    pub ty: TypeId,
    pub number: u64,
}

/// What a field holds: objects or leaves, in lists.
#[derive(Debug, Clone)]
pub enum Held {
    Leaf(Json),
    Object(Object),
    List(Vec<Held>),
}

pub struct Universe<'a> {
    pub supergraph: &'a Supergraph,
    /// The override labels in force.
    pub labels: BTreeSet<Box<str>>,
}

pub type Arguments = [(Box<str>, Value)];

impl Universe<'_> {
    pub fn name(&self, ty: TypeId) -> &str {
        &self.supergraph.type_definition(ty).name
    }

    /// The value of a field of an object: a pure function of both and the arguments.
    pub fn held(&self, object: Object, field: &str, arguments: &Arguments) -> Held {
        let id = self
            .supergraph
            .field_named(object.ty, field)
            .unwrap_or_else(|| panic!("{}.{field}", self.name(object.ty)));
        let ty = &self.supergraph.field(id).ty;
        let mut spelled: Vec<String> = arguments.iter().map(|(name, value)| format!("{name}:{value}")).collect();
        spelled.sort();
        let seed = format!("{}#{}.{field}({})", self.name(object.ty), object.number, spelled.join(","));
        self.listed(id, ty, ty.lists.len(), &seed, object, &spelled)
    }

    fn listed(&self, field: FieldId, ty: &TypeRef, lists: usize, seed: &str, object: Object, arguments: &[String]) -> Held {
        if lists > 0 {
            let items = (0..2).map(|index| self.listed(field, ty, lists - 1, &format!("{seed}/{index}"), object, arguments));
            return Held::List(items.collect());
        }
        let number = hash(seed);
        let Some(kind) = self.supergraph.leaf_kind(ty.named) else {
            let types = self.returnable(field);
            if types.is_empty() {
                return Held::Leaf(Json::Null);
            }
            // What a key leads through is the object's own, so that the key identifies.
            let target = if self.is_in_key(object.ty, field) {
                object.number
            } else {
                hash(&format!("{seed}!")) % POPULATION
            };
            return Held::Object(Object {
                ty: types[number as usize % types.len()],
                number: target,
            });
        };
        // The number of the object is in the value, so that keys identify.
        let own = format!("{}.{}", self.name(object.ty), self.supergraph.field(field).name);
        Held::Leaf(match kind {
            LeafKind::Int => json!((hash(&own) % 100_000) * 100 + (hash(&arguments.join(",")) % 9) * 10 + object.number),
            LeafKind::Float => json!((hash(seed) % 1000) as f64 + 0.5),
            LeafKind::Boolean => json!(hash(seed).is_multiple_of(2)),
            LeafKind::Enum(ty) => {
                let values = &self.supergraph.type_definition(ty).enum_values;
                let visible: Vec<_> = values.iter().filter(|value| !value.inaccessible).collect();
                json!(visible[hash(seed) as usize % visible.len()].name)
            }
            LeafKind::Id | LeafKind::String | LeafKind::Custom => json!(seed),
        })
    }

    fn is_in_key(&self, object: TypeId, field: FieldId) -> bool {
        let name = &self.supergraph.field(field).name;
        let definition = self.supergraph.type_definition(object);
        definition.interfaces.iter().chain([&object]).any(|ty| {
            let keys = self.supergraph.type_definition(*ty).joins.iter().flat_map(|join| &join.keys);
            keys.flat_map(|key| &key.fields.items).any(|item| match item {
                FieldSetItem::Field { field, .. } => self.supergraph.field(*field).name == *name,
                _ => false,
            })
        })
    }

    /// Object types a field can hold whoever resolves it: none if a subgraph has no object type for what it returns, and null then.
    fn returnable(&self, field: FieldId) -> Vec<TypeId> {
        let definition = self.supergraph.field(field);
        let mut types = self.supergraph.visible_possible_types(definition.ty.named);
        let subgraphs: Vec<_> = match &definition.joins {
            FieldJoins::Everywhere => self.supergraph.subgraph_ids().collect(),
            FieldJoins::In(joins) => joins.iter().map(|join| join.subgraph).collect(),
        };
        for subgraph in subgraphs {
            if let Some(resolution) = self.supergraph.resolution(field, subgraph, &|label| self.labels.contains(label)) {
                let named = resolution.ty.named;
                let here = &self.supergraph.type_definition(named).possible_types_in[subgraph.index()];
                if !self.supergraph.is_interface_object(named, subgraph) {
                    types.retain(|ty| here.contains(ty));
                }
            }
        }
        types
    }

    pub fn population(&self, ty: TypeId) -> impl Iterator<Item = Object> + '_ {
        let types = self.supergraph.type_definition(ty).possible_types.clone();
        types
            .into_iter()
            .flat_map(|ty| (0..POPULATION).map(move |number| Object { ty, number }))
    }

    /// What a single schema would answer.
    pub fn answer(&self, operation: &Operation, variables: &Map<String, Json>) -> Json {
        let root = Object {
            ty: operation.root,
            number: 0,
        };
        self.object(&[root], &operation.selection, variables)
    }

    /// The last object, inside the others.
    fn object(&self, path: &[Object], set: &SelectionSet, variables: &Map<String, Json>) -> Json {
        let (object, around) = path.split_last().expect("a path ends with an object");
        let mut answer = Map::new();
        for selection in &set.fields {
            let applies = selection.types.as_ref().is_none_or(|types| types.contains(&object.ty));
            if applies && selection.condition.evaluate(|name| variables[name] == json!(true)) {
                answer.insert(selection.key.to_string(), self.selected(*object, around, selection, variables));
            }
        }
        Json::Object(answer)
    }

    fn selected(&self, object: Object, around: &[Object], selection: &Selection, variables: &Map<String, Json>) -> Json {
        match selection.kind {
            SelectionKind::Typename => json!(self.name(object.ty)),
            SelectionKind::Introspection => Json::Null,
            SelectionKind::Field(field) => {
                let name = &self.supergraph.field(field).name;
                let mut arguments = selection.arguments.clone();
                for argument in self.contextual(object.ty, name) {
                    arguments.push((argument.name.clone(), constant(&self.context(argument, around))));
                }
                let held = self.held(object, name, &arguments);
                self.shown(held, &|inner| {
                    self.object(&[around, &[object, inner]].concat(), &selection.selections, variables)
                })
            }
        }
    }

    /// The arguments that a field takes from contexts.
    fn contextual(&self, ty: TypeId, field: &str) -> &[ContextArgument] {
        let id = self
            .supergraph
            .field_named(ty, field)
            .expect("objects have the fields that are asked of them");
        let mut subgraphs = self.supergraph.subgraph_ids();
        let found = subgraphs.find_map(|subgraph| {
            let arguments = self.supergraph.context_arguments(id, subgraph);
            (!arguments.is_empty()).then_some(arguments)
        });
        found.unwrap_or_default()
    }

    /// The value of a context: what the nearest object around that sets it says.
    fn context(&self, argument: &ContextArgument, around: &[Object]) -> Json {
        for object in around.iter().rev() {
            if let Some((_, set)) = self.supergraph.context_setter(argument, object.ty) {
                return self.leaf(*object, set);
            }
        }
        Json::Null
    }

    /// What the one leaf of a selection holds.
    fn leaf(&self, object: Object, set: &FieldSet) -> Json {
        for item in &set.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Inline { ty, selections } => {
                    if self.supergraph.type_definition(*ty).possible_types.contains(&object.ty) {
                        return self.leaf(object, selections);
                    }
                }
                FieldSetItem::Field {
                    field,
                    arguments,
                    selections,
                } => {
                    let held = self.held(object, &self.supergraph.field(*field).name, arguments);
                    return self.shown(held, &|inner| self.leaf(inner, selections));
                }
            }
        }
        Json::Null
    }

    pub fn shown(&self, held: Held, show: &dyn Fn(Object) -> Json) -> Json {
        match held {
            Held::Leaf(leaf) => leaf,
            Held::Object(object) => show(object),
            Held::List(items) => Json::Array(items.into_iter().map(|item| self.shown(item, show)).collect()),
        }
    }
}

/// FNV-1a: small, and the same everywhere.
pub fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    }) >> 8
}
