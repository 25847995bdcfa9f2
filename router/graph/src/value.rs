//! GraphQL input values as written in an operation or a schema, with variables.
//!
//! Numbers keep their source text: nothing is lost on the way to a subgraph.

use std::collections::BTreeSet;
use std::fmt;

/// A literal value or a variable.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// `null`
    Null,
    /// An integer, as written.
    Int(Box<str>),
    /// A decimal number, as written.
    Float(Box<str>),
    /// The text, unescaped.
    String(Box<str>),
    /// `true` or `false`
    Boolean(bool),
    /// An enum value's name.
    Enum(Box<str>),
    /// A list.
    List(Vec<Value>),
    /// An input object, fields in source order.
    Object(Vec<(Box<str>, Value)>),
    /// A variable's name, without `$`.
    Variable(Box<str>),
}

impl Value {
    /// Adds the names of the variables used anywhere inside.
    pub fn collect_variables(&self, names: &mut BTreeSet<Box<str>>) {
        match self {
            Value::Variable(name) => {
                names.insert(name.clone());
            }
            Value::List(items) => items.iter().for_each(|item| item.collect_variables(names)),
            Value::Object(fields) => fields.iter().for_each(|(_, value)| value.collect_variables(names)),
            _ => {}
        }
    }

    /// The value as JSON, or `None` when it contains a variable. Enum values become strings.
    pub fn to_json(&self) -> Option<serde_json::Value> {
        Some(match self {
            Value::Null => serde_json::Value::Null,
            Value::Int(text) | Value::Float(text) => serde_json::from_str(text).ok()?,
            Value::String(text) | Value::Enum(text) => serde_json::Value::String(text.to_string()),
            Value::Boolean(value) => serde_json::Value::Bool(*value),
            Value::List(items) => serde_json::Value::Array(items.iter().map(Value::to_json).collect::<Option<_>>()?),
            Value::Object(fields) => serde_json::Value::Object(
                fields
                    .iter()
                    .map(|(name, value)| Some((name.to_string(), value.to_json()?)))
                    .collect::<Option<_>>()?,
            ),
            Value::Variable(_) => return None,
        })
    }
}

/// Prints GraphQL syntax on one line.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => f.write_str("null"),
            Value::Int(text) | Value::Float(text) | Value::Enum(text) => f.write_str(text),
            Value::String(text) => write_string(f, text),
            Value::Boolean(value) => write!(f, "{value}"),
            Value::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}{item}")?;
                }
                f.write_str("]")
            }
            Value::Object(fields) => {
                f.write_str("{")?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(f, "{comma}{name}: {value}")?;
                }
                f.write_str("}")
            }
            Value::Variable(name) => write!(f, "${name}"),
        }
    }
}

/// Writes a GraphQL string literal: quoted, with the escapes of the specification's section 2.9.4.
fn write_string(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_str("\"")?;
    for character in text.chars() {
        match character {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            '\r' => f.write_str("\\r")?,
            '\t' => f.write_str("\\t")?,
            control if (control as u32) < 0x20 || control as u32 == 0x7f => write!(f, "\\u{:04X}", control as u32)?,
            other => write!(f, "{other}")?,
        }
    }
    f.write_str("\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_escaped() {
        assert_eq!(Value::String("a\"b\\\n\u{1}é".into()).to_string(), "\"a\\\"b\\\\\\n\\u0001é\"");
    }
}
