//! Arguments in one canonical form, so that equal arguments give equal data whoever is asked. Owns input coercion; must not know
//! what arguments mean.

use super::merged::{FieldData, World};
use super::schema::Ty;
use router_graph::Value;
use serde_json::{Map, Value as Json, json};
use std::collections::BTreeMap;

/// Arguments by name.
pub type Arguments = BTreeMap<String, Json>;

/// A value with its variables filled in; `None` where it is a variable that was not given.
pub fn filled(value: &Value, variables: &Map<String, Json>) -> Option<Json> {
    Some(match value {
        Value::Variable(name) => return variables.get(&**name).cloned(),
        Value::List(items) => Json::Array(items.iter().map(|item| filled(item, variables).unwrap_or(Json::Null)).collect()),
        Value::Object(fields) => {
            let given = fields
                .iter()
                .filter_map(|(name, value)| Some((name.to_string(), filled(value, variables)?)));
            Json::Object(given.collect())
        }
        constant => constant.to_json().unwrap_or(Json::Null),
    })
}

impl World {
    /// A value as its type has it: single values in lists, defaults of input objects, numbers of their kind.
    pub(super) fn canonical(&self, value: Json, ty: &Ty) -> Json {
        match (ty.nullable(), value) {
            (_, Json::Null) => Json::Null,
            (Ty::List(inner), Json::Array(items)) => Json::Array(items.into_iter().map(|item| self.canonical(item, inner)).collect()),
            (Ty::List(inner), single) => Json::Array(vec![self.canonical(single, inner)]),
            (Ty::Named(name), value) => self.canonical_named(value, name),
            (Ty::NonNull(inner), value) => self.canonical(value, inner),
        }
    }

    fn canonical_named(&self, value: Json, name: &str) -> Json {
        match (name, value) {
            ("Float", Json::Number(number)) => json!(number.as_f64()),
            ("Int", Json::Number(number)) => json!(number.as_f64().map(|number| number as i64)),
            ("ID", Json::Number(number)) => Json::String(number.to_string()),
            (_, Json::Object(mut fields)) if self.inputs.contains_key(name) => {
                let mut object = Map::new();
                for input in &self.inputs[name] {
                    let default = || input.default.as_ref().and_then(Value::to_json);
                    if let Some(value) = fields.remove(&input.name).or_else(default) {
                        object.insert(input.name.clone(), self.canonical(value, &input.ty));
                    }
                }
                Json::Object(object)
            }
            (_, value) => value,
        }
    }

    /// The arguments of a field in canonical form; what not all subgraphs take is left out, and so is a context without a value.
    pub(super) fn arguments(&self, data: &FieldData, given: &[(String, Value)], variables: &Map<String, Json>) -> Arguments {
        let mut arguments = Arguments::new();
        for input in &data.arguments {
            let value = given.iter().find(|(name, _)| *name == input.name);
            let value = value.and_then(|(_, value)| filled(value, variables));
            if let Some(value) = value.or_else(|| input.default.as_ref().and_then(Value::to_json)) {
                arguments.insert(input.name.clone(), self.canonical(value, &input.ty));
            }
        }
        for (context, ty) in &data.contexts {
            let value = given.iter().find(|(name, _)| *name == context.argument);
            let value = value.and_then(|(_, value)| filled(value, variables)).unwrap_or(Json::Null);
            if !value.is_null() {
                arguments.insert(context.argument.clone(), self.canonical(value, ty));
            }
        }
        arguments
    }
}
