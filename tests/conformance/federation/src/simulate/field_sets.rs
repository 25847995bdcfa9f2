//! Field sets over the world's data: what they select, and whether a representation has just that. Owns keys, requirements and
//! contexts; must not know who sends them.

use super::data::Held;
use super::merged::World;
use super::service::Service;
use crate::request::Selection;
use serde_json::{Map, Value as Json};

impl World {
    /// What a field set selects of an object.
    pub(super) fn selected(&self, object: &str, number: u64, selections: &[Selection]) -> Json {
        let mut answer = Map::new();
        self.select_into(object, number, selections, &mut answer);
        Json::Object(answer)
    }

    fn select_into(&self, object: &str, number: u64, selections: &[Selection], answer: &mut Map<String, Json>) {
        for selection in selections {
            match selection {
                Selection::Field(field) if field.name != "__typename" => {
                    if let Some(held) = self.held_by_set(object, number, field) {
                        answer.insert(field.name.clone(), self.shown(&held, &field.selections));
                    }
                }
                Selection::Inline { on, selections, .. } if on.as_ref().is_none_or(|on| self.applies(object, on)) => {
                    self.select_into(object, number, selections, answer);
                }
                _ => {}
            }
        }
    }

    fn held_by_set(&self, object: &str, number: u64, field: &crate::request::Field) -> Option<Held> {
        let data = self.fields.get(&(object.to_string(), field.name.clone()))?;
        let arguments = self.arguments(data, &field.arguments, &Map::new());
        self.held(object, number, &field.name, &arguments)
    }

    fn shown(&self, held: &Held, selections: &[Selection]) -> Json {
        match held {
            Held::Null => Json::Null,
            Held::Leaf(leaf) => leaf.clone(),
            Held::Object(ty, number) => self.selected(ty, *number, selections),
            Held::List(items) => Json::Array(items.iter().map(|item| self.shown(item, selections)).collect()),
        }
    }

    /// The one leaf that a context's selection reads of an object.
    pub(super) fn context_value(&self, object: &str, number: u64, selections: &[Selection]) -> Json {
        fn innermost(value: Json) -> Json {
            match value {
                Json::Object(fields) => fields.into_iter().next().map_or(Json::Null, |(_, value)| innermost(value)),
                Json::Array(items) => Json::Array(items.into_iter().map(innermost).collect()),
                leaf => leaf,
            }
        }
        for selection in selections {
            match selection {
                Selection::Field(field) if field.name != "__typename" => {
                    let held = self.held_by_set(object, number, field).unwrap_or(Held::Null);
                    let is_leaf = field.selections.is_empty();
                    let shown = self.shown(&held, &field.selections);
                    return if is_leaf { shown } else { innermost(shown) };
                }
                Selection::Inline { on, selections, .. } if on.as_ref().is_none_or(|on| self.applies(object, on)) => {
                    return self.context_value(object, number, selections);
                }
                _ => {}
            }
        }
        Json::Null
    }

    /// Whether a representation has the true values of a field set.
    pub(super) fn matches(&self, object: &str, number: u64, selections: &[Selection], given: &Json) -> bool {
        selections.iter().all(|selection| match selection {
            Selection::Field(field) if field.name == "__typename" => true,
            Selection::Field(field) => {
                let Some(value) = given.get(&field.name) else { return false };
                let data = self.fields.get(&(object.to_string(), field.name.clone()));
                if data.is_some_and(|data| !data.contexts.is_empty()) {
                    // Its value depends on where the object was found.
                    return true;
                }
                let held = self.held_by_set(object, number, field);
                held.is_some_and(|held| self.equals(&held, value, &field.selections))
            }
            Selection::Inline { on, selections, .. } => {
                on.as_ref().is_some_and(|on| !self.applies(object, on)) || self.matches(object, number, selections, given)
            }
            Selection::Spread { .. } => false,
        })
    }

    fn equals(&self, held: &Held, given: &Json, selections: &[Selection]) -> bool {
        match held {
            Held::Null => given.is_null(),
            Held::Leaf(leaf) => leaf == given,
            Held::Object(ty, number) => given.is_object() && self.matches(ty, *number, selections, given),
            Held::List(items) => given.as_array().is_some_and(|given| {
                given.len() == items.len() && items.iter().zip(given).all(|(held, given)| self.equals(held, given, selections))
            }),
        }
    }

    /// The entity that a representation stands for, by the keys a subgraph answers.
    pub(super) fn entity(&self, service: &Service, representation: &Json) -> Result<(String, String, u64), String> {
        let own = representation["__typename"].as_str().ok_or("a representation has no __typename")?;
        let name = service.common_name(own);
        if !service.schema.types.contains_key(name) {
            return Err(format!("a representation is of {own}, which is unknown"));
        }
        let keys = service.keys.get(name).map(Vec::as_slice).unwrap_or_default();
        for object in self.objects_of(name) {
            for number in 0..self.population[&object] {
                let is_meant = |key: &super::service::Key| key.resolvable && self.matches(&object, number, &key.fields, representation);
                if keys.iter().any(is_meant) {
                    let local = if service.interface_objects.contains(name) {
                        name.to_string()
                    } else {
                        object.clone()
                    };
                    return Ok((local, object, number));
                }
            }
        }
        Err(format!("no {name} has the key of {representation}"))
    }
}

/// Whether field sets on an object mention a field.
pub(super) fn mentions(world: &World, object: &str, selections: &[Selection], name: &str) -> bool {
    selections.iter().any(|selection| match selection {
        Selection::Field(field) => field.name == name,
        Selection::Inline { on, selections, .. } => {
            on.as_ref().is_none_or(|on| world.applies(object, on)) && mentions(world, object, selections, name)
        }
        Selection::Spread { .. } => false,
    })
}

/// What field sets on an object select below a field.
pub(super) fn below(world: &World, object: &str, selections: &[Selection], name: &str) -> Vec<Selection> {
    let mut found = Vec::new();
    for selection in selections {
        match selection {
            Selection::Field(field) if field.name == name => found.extend(field.selections.iter().cloned()),
            Selection::Inline { on, selections, .. } if on.as_ref().is_none_or(|on| world.applies(object, on)) => {
                found.extend(below(world, object, selections, name));
            }
            _ => {}
        }
    }
    found
}
