//! The GraphQL language: parsing, validation, introspection, printing. The only module that names the parser library.
//!
//! It turns text into this crate's own types and drops the syntax tree, except for the API schema, which stays to
//! validate operations and to answer introspection.

mod api_schema;
mod convert;
mod deferral;
mod document;
mod expansion;
mod field_sets;
mod normalise;
mod reader;
mod usage;

use std::fmt;

pub use api_schema::ApiSchema;
pub use deferral::without_defer;
pub use document::Document;
pub use usage::OperationUsage;

/// A position in a source text, both counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Location {
    /// Line.
    pub line: u32,
    /// Column, in characters.
    pub column: u32,
}

/// Something wrong with a schema or an operation.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Diagnostic {
    /// A stable code, such as `GRAPHQL_PARSE_FAILED`.
    pub code: &'static str,
    /// A sentence for whoever wrote the text.
    pub message: String,
    /// Where, if it is known.
    pub locations: Vec<Location>,
}

impl Diagnostic {
    /// The text breaks the grammar.
    pub const PARSE_FAILED: &'static str = "GRAPHQL_PARSE_FAILED";
    /// The text breaks a validation rule.
    pub const VALIDATION_FAILED: &'static str = "GRAPHQL_VALIDATION_FAILED";
    /// The supergraph's own metadata is inconsistent.
    pub const INVALID_SUPERGRAPH: &'static str = "INVALID_FEDERATION_SUPERGRAPH";
    /// The named operation is not in the document, or none was named among several.
    pub const OPERATION_NOT_FOUND: &'static str = "OPERATION_NOT_FOUND";
    /// More tokens than allowed.
    pub const TOO_MANY_TOKENS: &'static str = "OPERATION_TOO_MANY_TOKENS";
    /// Nested deeper than the parser allows.
    pub const TOO_NESTED: &'static str = "OPERATION_TOO_NESTED";
    /// More operations in one document than allowed.
    pub const TOO_MANY_OPERATIONS: &'static str = "OPERATION_TOO_MANY_OPERATIONS";
    /// More root fields than allowed.
    pub const TOO_MANY_ROOT_FIELDS: &'static str = "OPERATION_TOO_MANY_ROOT_FIELDS";
    /// More aliases than allowed.
    pub const TOO_MANY_ALIASES: &'static str = "OPERATION_TOO_MANY_ALIASES";
    /// Fields nested deeper than allowed.
    pub const TOO_DEEP: &'static str = "OPERATION_TOO_DEEP";
    /// More selections, once fragments are expanded, than allowed.
    pub const TOO_LARGE: &'static str = "OPERATION_TOO_LARGE";

    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Diagnostic {
            code,
            message: message.into(),
            locations: Vec::new(),
        }
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)?;
        if let Some(location) = self.locations.first() {
            write!(f, " ({}:{})", location.line, location.column)?;
        }
        Ok(())
    }
}
