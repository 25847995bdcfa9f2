//! Constant values: whether a literal has a type, and what that type makes of it. As lenient as the reference: a name may
//! stand for a string and a string for an enum value, whole numbers may be written with a fraction or an exponent, a single
//! value stands for a list, and fields of an input object may be missing. A custom scalar takes anything.

use crate::model::{Kind, Name, Schema, TypeRef, Value};
use std::collections::{HashMap, HashSet};

/// The enums and input objects of a schema.
pub(super) struct Shapes {
    enums: HashMap<Name, HashSet<Name>>,
    inputs: HashMap<Name, HashMap<Name, TypeRef>>,
    composites: HashSet<Name>,
    scalars: HashSet<Name>,
}

impl Shapes {
    pub fn new(schema: &Schema, implicit_enum: Option<(&Name, &[&str])>) -> Self {
        let mut shapes = Shapes {
            enums: HashMap::new(),
            inputs: HashMap::new(),
            composites: HashSet::new(),
            scalars: HashSet::new(),
        };
        if let Some((name, values)) = implicit_enum {
            let values = values.iter().map(|value| (*value).into()).collect();
            shapes.enums.insert(name.clone(), values);
        }
        for (name, definition) in &schema.types {
            match definition.kind {
                Kind::Enum => {
                    shapes.enums.insert(name.clone(), definition.values.keys().cloned().collect());
                }
                Kind::Input => {
                    let fields = definition.inputs.iter().map(|(name, input)| (name.clone(), input.ty.clone()));
                    shapes.inputs.insert(name.clone(), fields.collect());
                }
                Kind::Object | Kind::Interface | Kind::Union => {
                    shapes.composites.insert(name.clone());
                }
                Kind::Scalar => {
                    shapes.scalars.insert(name.clone());
                }
            }
        }
        shapes
    }

    /// Whether the literal is a value of the type; if so, it becomes that value.
    pub fn read(&self, value: &mut Value, ty: &TypeRef) -> bool {
        match ty {
            TypeRef::NonNull(_) if *value == Value::Null => false,
            TypeRef::NonNull(inner) => self.read(value, inner),
            _ if *value == Value::Null => true,
            TypeRef::List(inner) => match value {
                Value::List(items) => items.iter_mut().all(|item| self.read(item, inner)),
                single => self.read(single, inner),
            },
            TypeRef::Named(name) => self.read_named(value, name),
        }
    }

    fn read_named(&self, value: &mut Value, name: &str) -> bool {
        match name {
            "Int" => whole_number(value),
            "Float" => number(value),
            "String" => text(value),
            "Boolean" => matches!(value, Value::Boolean(_)),
            "ID" => {
                if let Value::String(content) = value
                    && is_integer(content)
                {
                    *value = Value::Int(std::mem::take(content));
                }
                text(value) || whole_number(value)
            }
            _ => {
                if let Some(values) = self.enums.get(name) {
                    return member(value, values);
                }
                if let Some(fields) = self.inputs.get(name) {
                    let Value::Object(given) = value else { return false };
                    return given
                        .iter_mut()
                        .all(|(field, value)| fields.get(field).is_some_and(|ty| self.read(value, ty)));
                }
                if self.composites.contains(name) {
                    return false;
                }
                // Scalars that the schema does not define are federation's, whose values are read later, as written.
                if self.scalars.contains(name) {
                    anything(value);
                }
                true
            }
        }
    }
}

fn member(value: &mut Value, values: &HashSet<Name>) -> bool {
    let found = match &*value {
        Value::Enum(name) => values.get(name),
        Value::String(text) => values.get(text.as_str()),
        _ => None,
    };
    let Some(name) = found else { return false };
    *value = Value::Enum(name.clone());
    true
}

/// A name stands for a string.
fn text(value: &mut Value) -> bool {
    if let Value::Enum(name) = value {
        *value = Value::String(name.to_string());
    }
    matches!(value, Value::String(_))
}

fn number(value: &mut Value) -> bool {
    let (Value::Int(text) | Value::Float(text)) = &*value else {
        return false;
    };
    let is_finite = text.parse::<f64>().is_ok_and(f64::is_finite);
    shorten(value);
    is_finite
}

fn whole_number(value: &mut Value) -> bool {
    number(value) && matches!(value, Value::Int(_))
}

/// Integers keep their digits, however many; other numbers get the shortest text that reads as the same.
fn shorten(value: &mut Value) {
    let text = match value {
        Value::Int(text) if text == "-0" => "0",
        Value::Float(text) => text.as_str(),
        _ => return,
    };
    let Ok(number) = text.parse::<f64>() else { return };
    let size = number.abs();
    *value = if number == 0.0 {
        Value::Int("0".into())
    } else if (1e-6..1e21).contains(&size) {
        let short = number.to_string();
        match short.contains('.') {
            true => Value::Float(short),
            false => Value::Int(short),
        }
    } else {
        let short = format!("{number:e}");
        Value::Float(if size < 1.0 { short } else { short.replace('e', "e+") })
    };
}

/// An integer without leading zeros.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain && (digits == "0" || !digits.starts_with('0'))
}

/// For custom scalars: names become strings, numbers are shortened.
fn anything(value: &mut Value) {
    match value {
        Value::List(items) => items.iter_mut().for_each(anything),
        Value::Object(fields) => fields.iter_mut().for_each(|(_, value)| anything(value)),
        Value::Enum(name) => *value = Value::string(name),
        Value::Int(_) | Value::Float(_) => shorten(value),
        Value::Null | Value::Boolean(_) | Value::String(_) | Value::Variable(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;

    fn default_of(ty: &str, value: &str) -> String {
        let text = format!(
            "enum E {{ A }} scalar S input In {{ e: E f: Float i: ID l: [E] }} type Query {{ a(x: {ty} = {value}): Int }} \
             directive @d(x: {ty} = {value}) on FIELD"
        );
        let mut schema = crate::parse::document(&text).unwrap();
        let shapes = Shapes::new(&schema, None);
        let mut report = Report::new(&[]);
        crate::parse::rules::inputs::check(&mut schema, &shapes, &mut report);
        assert!(report.errors.is_empty(), "{ty} = {value}");
        let show = |input: &crate::model::InputDef| input.default.as_ref().unwrap().to_string();
        let argument = show(&schema.types["Query"].fields["a"].arguments["x"]);
        assert_eq!(argument, show(&schema.directive_defs["d"].arguments["x"]));
        argument
    }

    #[test]
    fn values_that_mean_the_same_look_the_same() {
        for (ty, value, wanted) in [
            ("Float", "1.0", "1"),
            ("Float", "1.50", "1.5"),
            ("Float", "1e2", "100"),
            ("Float", "1e30", "1e+30"),
            ("Float", "0.00000015", "1.5e-7"),
            ("Float", "-0.0", "0"),
            ("Int", "-0", "0"),
            ("Int", "1e3", "1000"),
            ("ID!", "\"-7\"", "-7"),
            ("ID", "\"007\"", "\"007\""),
            ("String", "A", "\"A\""),
            ("[E]", "[\"A\"]", "[A]"),
            ("[E]", "\"A\"", "A"),
            ("In", "{e: \"A\", f: 2.0, i: \"1\", l: \"A\"}", "{e: A, f: 2, i: 1, l: A}"),
            ("S", "{a: A, b: \"1\", c: [1.0]}", "{a: \"A\", b: \"1\", c: [1]}"),
            ("S", "123456789012345678901234567890", "123456789012345678901234567890"),
            ("String", "\"1\"", "\"1\""),
        ] {
            assert_eq!(default_of(ty, value), wanted, "{ty} = {value}");
        }
    }
}
