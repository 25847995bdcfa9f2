//! Constant values as they stand in SDL.

use super::Name;
use std::fmt::{self, Write as _};

/// A literal. Numbers keep their text.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Value {
    Null,
    Boolean(bool),
    Int(String),
    Float(String),
    String(String),
    Enum(Name),
    Variable(Name),
    List(Vec<Value>),
    Object(Vec<(Name, Value)>),
}

impl Value {
    pub fn string(text: &str) -> Self {
        Value::String(text.to_string())
    }

    /// Whether both mean the same: fields of input objects may come in any order.
    pub fn is_same(&self, other: &Value) -> bool {
        match (self, other) {
            (Value::List(one), Value::List(two)) => one.len() == two.len() && one.iter().zip(two).all(|(one, two)| one.is_same(two)),
            (Value::Object(one), Value::Object(two)) => {
                let is_in_two = |(name, value): &(Name, Value)| two.iter().any(|(other, own)| other == name && value.is_same(own));
                one.len() == two.len() && one.iter().all(is_in_two)
            }
            _ => self == other,
        }
    }

    pub fn as_str(&self) -> Option<&str> {
        match self {
            Value::String(text) => Some(text),
            _ => None,
        }
    }
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => out.write_str("null"),
            Value::Boolean(value) => write!(out, "{value}"),
            Value::Int(text) | Value::Float(text) => out.write_str(text),
            Value::String(text) => write_string(out, text),
            Value::Enum(name) => out.write_str(name),
            Value::Variable(name) => write!(out, "${name}"),
            Value::List(items) => {
                out.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        out.write_str(", ")?;
                    }
                    write!(out, "{item}")?;
                }
                out.write_char(']')
            }
            Value::Object(fields) => {
                out.write_char('{')?;
                for (index, (name, value)) in fields.iter().enumerate() {
                    let comma = if index > 0 { ", " } else { "" };
                    write!(out, "{comma}{name}: {value}")?;
                }
                out.write_char('}')
            }
        }
    }
}

fn write_string(out: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    out.write_char('"')?;
    if !text.bytes().any(|byte| byte < b' ' || matches!(byte, b'"' | b'\\')) {
        out.write_str(text)?;
        return out.write_char('"');
    }
    for character in text.chars() {
        match character {
            '"' => out.write_str("\\\"")?,
            '\\' => out.write_str("\\\\")?,
            '\n' => out.write_str("\\n")?,
            '\r' => out.write_str("\\r")?,
            '\t' => out.write_str("\\t")?,
            control if (control as u32) < 0x20 => write!(out, "\\u{:04X}", control as u32)?,
            other => out.write_char(other)?,
        }
    }
    out.write_char('"')
}
