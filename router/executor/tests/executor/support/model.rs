//! A world of data that needs no storage: every value follows from who is asked which field. All subgraphs see the same
//! world, so any plan must give what one schema over the whole world would.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use router_graph::supergraph::LeafKind;
use router_graph::{Operation, Selection, SelectionKind, Supergraph, TypeId, TypeRef};
use serde_json::{Map, Value, json};

/// An object of the world: its concrete type and, for an entity, its id.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Identity {
    pub of_type: TypeId,
    pub key: String,
}

/// A value before anything is selected from it.
pub enum Datum {
    Null,
    Leaf(Value),
    Object(Identity),
    List(Vec<Datum>),
}

pub struct World<'a> {
    pub supergraph: &'a Supergraph,
    /// Worlds with different seeds differ.
    pub seed: u64,
}

impl World<'_> {
    fn number(&self, parts: impl Hash) -> u64 {
        let mut hasher = DefaultHasher::new();
        (self.seed, parts).hash(&mut hasher);
        hasher.finish()
    }

    pub fn name(&self, of_type: TypeId) -> &str {
        &self.supergraph.type_definition(of_type).name
    }

    /// Finds an entity by its id, `Type:number`.
    pub fn entity(&self, id: &str) -> Identity {
        let (name, _) = id.split_once(':').expect("ids begin with the type");
        Identity {
            of_type: self.supergraph.type_named(name).expect("a known type"),
            key: id.to_owned(),
        }
    }

    /// The value of a field. Its type is the supergraph's, whoever asks.
    pub fn value(&self, object: &Identity, field: &str) -> Datum {
        if field == "id" {
            return Datum::Leaf(json!(object.key));
        }
        let definition = self
            .supergraph
            .field_named(object.of_type, field)
            .unwrap_or_else(|| panic!("{} has no field {field}", self.name(object.of_type)));
        let ty = &self.supergraph.field(definition).ty;
        self.datum(self.number((self.name(object.of_type), &object.key, field)), ty, 0)
    }

    fn datum(&self, seed: u64, ty: &TypeRef, level: usize) -> Datum {
        let non_null = ty.lists.get(level).copied().unwrap_or(ty.non_null);
        if !non_null && self.number((seed, "null")).is_multiple_of(6) {
            return Datum::Null;
        }
        if level < ty.lists.len() {
            let len = self.number((seed, "len")) % 4;
            return Datum::List((0..len).map(|at| self.datum(self.number((seed, at)), ty, level + 1)).collect());
        }
        let definition = self.supergraph.type_definition(ty.named);
        match self.supergraph.leaf_kind(ty.named) {
            Some(LeafKind::Int) => Datum::Leaf(json!(seed as i32)),
            Some(LeafKind::Float) => Datum::Leaf(json!((seed % 1000) as f64 / 8.0)),
            Some(LeafKind::Boolean) => Datum::Leaf(json!(seed.is_multiple_of(2))),
            Some(LeafKind::Enum(_)) => {
                let at = seed as usize % definition.enum_values.len();
                Datum::Leaf(json!(*definition.enum_values[at].name))
            }
            Some(_) => Datum::Leaf(json!(format!("s{}\"é", seed % 100))),
            None => {
                let possible = &definition.possible_types;
                let of_type = possible[seed as usize % possible.len()];
                let is_entity = self.supergraph.field_named(of_type, "id").is_some();
                let key = if is_entity {
                    format!("{}:{}", self.name(of_type), (seed >> 8) % 5)
                } else {
                    format!("v{seed}")
                };
                Datum::Object(Identity { of_type, key })
            }
        }
    }

    /// What the operation gives over the whole world: the yardstick.
    pub fn answer(&self, operation: &Operation, variables: &dyn Fn(&str) -> bool) -> Value {
        let root = Identity {
            of_type: operation.root,
            key: "root".to_owned(),
        };
        self.select(&root, &operation.selection.fields, variables)
    }

    fn select(&self, object: &Identity, selections: &[Selection], variables: &dyn Fn(&str) -> bool) -> Value {
        let mut map = Map::new();
        for selection in selections {
            let applies = selection.types.as_ref().is_none_or(|types| types.contains(&object.of_type));
            if !applies || !selection.condition.evaluate(variables) {
                continue;
            }
            let value = match selection.kind {
                SelectionKind::Typename => json!(self.name(object.of_type)),
                SelectionKind::Introspection => Value::Null,
                SelectionKind::Field(field) => {
                    let datum = self.value(object, &self.supergraph.field(field).name);
                    self.shown(datum, &|inner| self.select(inner, &selection.selections.fields, variables))
                }
            };
            map.insert(selection.key.to_string(), value);
        }
        Value::Object(map)
    }

    /// A datum as JSON, objects by `select`.
    pub fn shown(&self, datum: Datum, select: &dyn Fn(&Identity) -> Value) -> Value {
        match datum {
            Datum::Null => Value::Null,
            Datum::Leaf(value) => value,
            Datum::Object(identity) => select(&identity),
            Datum::List(items) => items.into_iter().map(|item| self.shown(item, select)).collect(),
        }
    }
}
