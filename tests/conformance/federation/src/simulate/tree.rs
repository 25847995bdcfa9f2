//! Answers as trees that keep the order of keys. Owns their text only.

use serde_json::Value as Json;
use std::fmt::{self, Display, Formatter};

/// A part of an answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// A leaf, or null.
    Leaf(Json),
    /// A list.
    List(Vec<Tree>),
    /// An object, in the order of the response.
    Object(Vec<(String, Tree)>),
}

/// A step of a path in an answer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Into an object.
    Key(String),
    /// Into a list.
    Index(usize),
}

impl Tree {
    /// Null.
    pub const NULL: Tree = Tree::Leaf(Json::Null);
}

impl Display for Tree {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Tree::Leaf(leaf) => write!(f, "{leaf}"),
            Tree::List(items) => {
                f.write_str("[")?;
                for (index, item) in items.iter().enumerate() {
                    write!(f, "{}{item}", if index > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Tree::Object(fields) => {
                f.write_str("{")?;
                for (index, (key, value)) in fields.iter().enumerate() {
                    write!(f, "{}\"{key}\":{value}", if index > 0 { "," } else { "" })?;
                }
                f.write_str("}")
            }
        }
    }
}
