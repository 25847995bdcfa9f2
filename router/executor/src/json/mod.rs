//! Reading and writing JSON text without building values: spans over bytes.
//!
//! Owns the grammar (RFC 8259), the nesting limit and string escapes. Knows nothing of GraphQL.

mod scanner;
mod text;

pub use scanner::{MAX_DEPTH, Malformed, Number, Scanner, Span, Start};
pub use text::{push_string, push_unsigned, unescape, unescape_key};
