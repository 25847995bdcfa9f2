//! An executable document as a plain tree: operations, field sets, values. Owns its shape, its grammar and its text; must not
//! know any schema.

mod reader;
mod writer;

pub use reader::{read_field_set, read_request, read_value};

use router_graph::Value;

/// One operation with its fragments.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// `query`, `mutation` or `subscription`.
    pub keyword: String,
    /// Its name.
    pub name: Option<String>,
    /// Declared variables.
    pub variables: Vec<Variable>,
    /// What is selected at the root.
    pub selections: Vec<Selection>,
    /// Named fragments.
    pub fragments: Vec<Fragment>,
}

/// A declared variable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variable {
    /// Without `$`.
    pub name: String,
    /// As it is written.
    pub ty: String,
    /// Its default.
    pub default: Option<Value>,
}

/// A named fragment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Its name.
    pub name: String,
    /// Its type condition.
    pub on: String,
    /// What it selects.
    pub selections: Vec<Selection>,
}

/// `@skip` or `@include`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Condition {
    /// Whether it is `@include`.
    pub include: bool,
    /// A Boolean or a variable.
    pub value: Value,
}

/// One selection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selection {
    /// A field.
    Field(Field),
    /// An inline fragment.
    Inline {
        /// Its type condition.
        on: Option<String>,
        /// When it applies.
        conditions: Vec<Condition>,
        /// What it selects.
        selections: Vec<Selection>,
    },
    /// A named fragment's use.
    Spread {
        /// The fragment.
        name: String,
        /// When it applies.
        conditions: Vec<Condition>,
    },
}

/// A selected field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Field {
    /// Its alias.
    pub alias: Option<String>,
    /// Its name.
    pub name: String,
    /// Its arguments.
    pub arguments: Vec<(String, Value)>,
    /// When it is wanted.
    pub conditions: Vec<Condition>,
    /// What is selected of it.
    pub selections: Vec<Selection>,
}

impl Field {
    /// The key in the response.
    pub fn key(&self) -> &str {
        self.alias.as_deref().unwrap_or(&self.name)
    }
}

impl Request {
    /// The fragment of that name.
    pub fn fragment(&self, name: &str) -> Option<&Fragment> {
        self.fragments.iter().find(|fragment| fragment.name == name)
    }
}
