//! Random operations over an API schema, and cutting them down. Owns what clients may write; must not know how it is answered.

mod shrink;
mod values;

pub use shrink::shrink;
pub use values::with_values;

use crate::document::Keyword;
use crate::random::Random;
use crate::request::{Condition, Field, Fragment, Request, Selection, Variable};
use crate::simulate::{Schema, World};
use router_graph::Value;
use serde_json::{Map, Value as Json, json};
use std::collections::{BTreeMap, BTreeSet};

/// An operation with values for its variables.
#[derive(Clone, Debug, PartialEq)]
pub struct Call {
    /// The operation.
    pub request: Request,
    /// The variables' values.
    pub variables: Map<String, Json>,
}

/// A random operation. It may be invalid where selections happen to clash.
pub fn operation(world: &World, random: &mut Random) -> Call {
    let schema = &world.api;
    let mut keyword = "query";
    if schema.roots.contains_key("mutation") && random.chance(30) {
        keyword = "mutation";
    } else if schema.roots.contains_key("subscription") && random.chance(30) {
        keyword = "subscription";
    }
    let root = schema.roots[keyword].clone();
    let left = random.between(4, 30);
    let mut maker = Maker {
        world,
        schema,
        random,
        left,
        call: Call {
            request: Request::default(),
            variables: Map::new(),
        },
        arguments: BTreeMap::new(),
        types: BTreeMap::new(),
    };
    for ty in schema.types.values() {
        for field in &ty.fields {
            maker.types.entry(field.name.clone()).or_default().insert(format!("{:?}", field.ty));
        }
    }
    let mut selections = maker.set(&root, 6);
    if keyword == "subscription" {
        // Exactly one root field, whatever the variables.
        selections.retain(|selection| matches!(selection, Selection::Field(field) if field.name != "__typename"));
        selections.truncate(1);
        for selection in &mut selections {
            if let Selection::Field(field) = selection {
                field.conditions.clear();
            }
        }
    }
    let mut call = maker.call;
    call.request.keyword = keyword.to_string();
    call.request.selections = selections;
    call.request.name = random.chance(30).then(|| "Op".to_string());
    tidy(&mut call);
    call
}

/// Drops fragments and variables that nothing uses.
fn tidy(call: &mut Call) {
    loop {
        let text = call.request.to_string();
        let fragments = call.request.fragments.len();
        call.request.fragments.retain(|fragment| {
            text.match_indices(&format!("...{}", fragment.name))
                .any(|(at, found)| !text[at + found.len()..].starts_with(|letter: char| letter.is_alphanumeric()))
        });
        if call.request.fragments.len() == fragments {
            break;
        }
    }
    let without = Request {
        variables: Vec::new(),
        ..call.request.clone()
    };
    let text = without.to_string();
    let is_used = |name: &str| {
        text.match_indices(&format!("${name}"))
            .any(|(at, found)| !text[at + found.len()..].starts_with(|letter: char| letter.is_alphanumeric()))
    };
    call.request.variables.retain(|variable| is_used(&variable.name));
    let declared = &call.request.variables;
    let kept = call
        .variables
        .iter()
        .filter(|(name, _)| declared.iter().any(|variable| variable.name == **name));
    call.variables = kept.map(|(name, value)| (name.clone(), value.clone())).collect();
}

struct Maker<'a> {
    world: &'a World,
    schema: &'a Schema,
    random: &'a mut Random,
    /// How many more fields may be selected.
    left: usize,
    call: Call,
    /// By field and its type: the arguments most of its uses have.
    arguments: BTreeMap<String, Vec<(String, Value)>>,
    /// By field name: the types such fields have.
    types: BTreeMap<String, BTreeSet<String>>,
}

impl Maker<'_> {
    fn set(&mut self, name: &str, depth: usize) -> Vec<Selection> {
        let schema = self.schema;
        let ty = &schema.types[name];
        let possible = schema.possible(name);
        let mut selections = Vec::new();
        let mut fields: Vec<_> = ty.fields.iter().collect();
        self.random.shuffle(&mut fields);
        for declared in fields {
            let is_composite = schema.is_composite(declared.ty.named());
            if self.left == 0 || is_composite && depth == 0 || !self.random.chance(if is_composite { 60 } else { 40 }) {
                continue;
            }
            if !possible.iter().all(|object| self.world.is_answerable(object, &declared.name)) {
                continue;
            }
            let times = if self.random.chance(6) { 2 } else { 1 };
            for _ in 0..times {
                self.left = self.left.saturating_sub(1);
                let below = if is_composite {
                    self.set(declared.ty.named(), depth - 1)
                } else {
                    Vec::new()
                };
                let selection = self.field(declared, below);
                selections.push(selection);
            }
        }
        if ty.keyword == Keyword::Type {
            if depth > 0 && self.left > 0 && self.random.chance(10) {
                let mut conditions: Vec<Option<String>> = vec![None, Some(name.to_string())];
                conditions.extend(ty.implements.iter().cloned().map(Some));
                let on = self.random.pick(&conditions).cloned().flatten();
                let below = self.set(on.as_deref().unwrap_or(name), depth - 1);
                let fragment = self.fragment(on, name, below);
                selections.push(fragment);
            }
        } else {
            let mut conditions: BTreeSet<String> = possible.iter().cloned().collect();
            for object in &possible {
                conditions.extend(schema.types[object].implements.iter().cloned());
            }
            for condition in conditions {
                if depth > 0 && self.left > 0 && self.random.chance(45) {
                    let below = self.set(&condition, depth - 1);
                    let fragment = self.fragment(Some(condition), name, below);
                    selections.push(fragment);
                }
            }
        }
        if selections.is_empty() || self.random.chance(18) {
            let at = self.random.below(selections.len() + 1);
            let alias = self.random.chance(10).then(|| "kind".to_string());
            let typename = Field {
                alias,
                name: "__typename".to_string(),
                ..Field::default()
            };
            selections.insert(at, Selection::Field(typename));
        }
        selections
    }

    /// Mostly inline, sometimes named.
    fn fragment(&mut self, on: Option<String>, around: &str, selections: Vec<Selection>) -> Selection {
        let conditions = self.conditions();
        if !self.random.chance(25) {
            return Selection::Inline {
                on,
                conditions,
                selections,
            };
        }
        let on = on.unwrap_or_else(|| around.to_string());
        let fragments = &mut self.call.request.fragments;
        let known: Vec<String> = fragments
            .iter()
            .filter(|known| known.on == on)
            .map(|known| known.name.clone())
            .collect();
        if self.random.chance(30)
            && let Some(name) = self.random.pick(&known)
        {
            let name = name.clone();
            return Selection::Spread { name, conditions };
        }
        let name = format!("F{}", fragments.len());
        fragments.push(Fragment {
            name: name.clone(),
            on,
            selections,
        });
        Selection::Spread { name, conditions }
    }

    fn conditions(&mut self) -> Vec<Condition> {
        if !self.random.chance(9) {
            return Vec::new();
        }
        let value = if self.random.chance(15) {
            Value::Boolean(self.random.chance(50))
        } else {
            let name = format!("b{}", self.random.below(3));
            if !self.call.request.variables.iter().any(|variable| variable.name == name) {
                let given = self.random.chance(50);
                let default = self.random.chance(20).then_some(Value::Boolean(!given));
                if default.is_none() || self.random.chance(50) {
                    self.call.variables.insert(name.clone(), json!(given));
                }
                self.call.request.variables.push(Variable {
                    name: name.clone(),
                    ty: "Boolean!".to_string(),
                    default,
                });
            }
            Value::Variable(name.into())
        };
        let include = self.random.chance(50);
        vec![Condition { include, value }]
    }

    fn field(&mut self, declared: &crate::simulate::FieldDefinition, selections: Vec<Selection>) -> Selection {
        let ty = format!("{:?}", declared.ty);
        // Fields of one name and different types would clash under one key.
        let types = &self.types[&declared.name];
        let number = types.iter().position(|known| *known == ty).unwrap_or(0);
        let mut alias = (number > 0).then(|| format!("{}_{number}", declared.name));
        let signature = format!(
            "{} {ty} {:?}",
            declared.name,
            declared.arguments.iter().map(|argument| &argument.name).collect::<Vec<_>>()
        );
        let known = self.arguments.get(&signature).cloned();
        let arguments = match known {
            Some(known) if !self.random.chance(20) => known,
            known => {
                let made = self.arguments_of(declared);
                if known.is_none() {
                    self.arguments.insert(signature, made.clone());
                } else if known.as_ref() != Some(&made) && self.random.chance(80) {
                    alias = Some(format!("{}_{number}{}", declared.name, self.random.word(&["x", "y", "z"])));
                }
                made
            }
        };
        if alias.is_none() && self.random.chance(8) {
            alias = Some(format!("{}_{}", declared.name, self.random.word(&["a", "b", "c"])));
        }
        Selection::Field(Field {
            alias,
            name: declared.name.clone(),
            arguments,
            conditions: self.conditions(),
            selections,
        })
    }
}
