//! Which literals an input of a type takes. Changes none: what a literal means to a type is the parser's to say.

use super::{Kind, Schema, TypeRef, Value, is_builtin_scalar};

impl Schema {
    /// Whether an input of that type takes the value. A custom scalar takes any; strings stand for enum values; fields of
    /// input objects may be missing.
    pub fn takes(&self, ty: &TypeRef, value: &Value) -> bool {
        match (ty, value) {
            (_, Value::Variable(_)) => false,
            (TypeRef::NonNull(inner), value) => *value != Value::Null && self.takes(inner, value),
            (_, Value::Null) => true,
            (TypeRef::List(inner), Value::List(items)) => items.iter().all(|item| self.takes(inner, item)),
            (TypeRef::List(inner), value) => self.takes(inner, value),
            (TypeRef::Named(name), value) => match (&**name, value) {
                ("Int", Value::Int(text)) => text.parse::<i32>().is_ok(),
                ("Float", Value::Int(_) | Value::Float(_)) | ("String", Value::String(_)) | ("Boolean", Value::Boolean(_)) => true,
                ("ID", Value::String(_) | Value::Int(_)) => true,
                (name, _) if is_builtin_scalar(name) => false,
                (name, value) => self.types.get(name).is_none_or(|definition| match (definition.kind, value) {
                    (Kind::Enum, Value::Enum(value)) => definition.values.contains_key(value),
                    (Kind::Enum, Value::String(value)) => definition.values.contains_key(value.as_str()),
                    (Kind::Input, Value::Object(fields)) => fields
                        .iter()
                        .all(|(field, value)| definition.inputs.get(field).is_some_and(|input| self.takes(&input.ty, value))),
                    (kind, _) => kind == Kind::Scalar,
                }),
            },
        }
    }
}
