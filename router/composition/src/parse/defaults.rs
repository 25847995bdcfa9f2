//! One form for default values that mean the same: by type, a string for an enum value is that value, an integer in a
//! string for an ID that integer, a number the shortest text of it. Runs on valid schemas only.

use crate::model::{InputDef, Kind, Schema, TypeRef, Value};

/// Rewrites every default value of the schema.
pub(super) fn unify(schema: &mut Schema) {
    let mut rewritten = Vec::new();
    for (index, definition) in schema.types.values().enumerate() {
        let mut note = |field: Option<usize>, inputs: &mut dyn Iterator<Item = &InputDef>| {
            for (position, input) in inputs.enumerate() {
                let unified = input.default.as_ref().map(|default| unified(schema, default, &input.ty));
                if unified != input.default {
                    rewritten.push((index, field, position, unified));
                }
            }
        };
        note(None, &mut definition.inputs.values());
        for (field, definition) in definition.fields.values().enumerate() {
            note(Some(field), &mut definition.arguments.values());
        }
    }
    for (index, field, position, default) in rewritten {
        let definition = &mut schema.types[index];
        let input = match field {
            Some(field) => &mut definition.fields[field].arguments[position],
            None => &mut definition.inputs[position],
        };
        input.default = default;
    }
    let mut directives = std::mem::take(&mut schema.directive_defs);
    for argument in directives.values_mut().flat_map(|directive| directive.arguments.values_mut()) {
        argument.default = argument.default.as_ref().map(|default| unified(schema, default, &argument.ty));
    }
    schema.directive_defs = directives;
}

fn unified(schema: &Schema, value: &Value, ty: &TypeRef) -> Value {
    match (ty, value) {
        (TypeRef::NonNull(inner), value) => unified(schema, value, inner),
        (TypeRef::List(inner), Value::List(items)) => Value::List(items.iter().map(|item| unified(schema, item, inner)).collect()),
        (TypeRef::List(inner), value) => unified(schema, value, inner),
        (TypeRef::Named(name), value) => match (&**name, value) {
            ("ID", Value::String(text)) if is_integer(text) => Value::Int(text.clone()),
            (name, value) => match (schema.types.get(name).map(|definition| definition.kind), value) {
                (Some(Kind::Enum), Value::String(text)) => Value::Enum(text.as_str().into()),
                (Some(Kind::Input), Value::Object(fields)) => {
                    let inputs = &schema.types[name].inputs;
                    let field = |(field, value): &(crate::model::Name, Value)| {
                        let value = match inputs.get(field) {
                            Some(input) => unified(schema, value, &input.ty),
                            None => value.clone(),
                        };
                        (field.clone(), value)
                    };
                    Value::Object(fields.iter().map(field).collect())
                }
                (Some(Kind::Scalar), value) => untyped(value),
                _ => number(value).unwrap_or_else(|| value.clone()),
            },
        },
    }
}

/// A value of a custom scalar, in which names are strings.
fn untyped(value: &Value) -> Value {
    match value {
        Value::Enum(name) => Value::string(name),
        Value::List(items) => Value::List(items.iter().map(untyped).collect()),
        Value::Object(fields) => Value::Object(fields.iter().map(|(name, value)| (name.clone(), untyped(value))).collect()),
        other => number(other).unwrap_or_else(|| other.clone()),
    }
}

/// An integer without leading zeros.
fn is_integer(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let is_plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_plain && (digits == "0" || !digits.starts_with('0'))
}

/// Integers keep their digits, however many; other numbers get the shortest text that reads as the same.
fn number(value: &Value) -> Option<Value> {
    let text = match value {
        Value::Int(text) if text == "-0" => return Some(Value::Int("0".into())),
        Value::Float(text) => text,
        _ => return None,
    };
    let number: f64 = text.parse().ok()?;
    let size = number.abs();
    if number == 0.0 {
        return Some(Value::Int("0".into()));
    }
    if (1e-6..1e21).contains(&size) {
        let short = number.to_string();
        return Some(if short.contains('.') {
            Value::Float(short)
        } else {
            Value::Int(short)
        });
    }
    let short = format!("{number:e}");
    Some(Value::Float(if size < 1.0 { short } else { short.replace('e', "e+") }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn default_of(ty: &str, value: &str) -> String {
        let text = format!(
            "enum E {{ A }} scalar S input In {{ e: E f: Float i: ID l: [E] }} type Query {{ a(x: {ty} = {value}): Int }} \
             directive @d(x: {ty} = {value}) on FIELD"
        );
        let mut schema = super::super::document(&text).unwrap();
        unify(&mut schema);
        let show = |input: &InputDef| input.default.as_ref().unwrap().to_string();
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
            ("ID!", "\"-7\"", "-7"),
            ("ID", "\"007\"", "\"007\""),
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
