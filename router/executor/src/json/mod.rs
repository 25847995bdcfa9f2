//! Reading and writing JSON text without building values: spans over bytes.
//!
//! Owns the grammar (RFC 8259), the nesting limit and string escapes. Knows nothing of GraphQL.

mod scanner;
mod text;

pub use scanner::{Malformed, Number, Scanner, Span, Start, MAX_DEPTH};
pub use text::{push_string, push_unsigned, unescape, unescape_key};
