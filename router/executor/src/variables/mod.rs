//! Coercing a request's variables (GraphQL specification, section 6.1.2) over their raw bytes.
//!
//! Owns the compiled description of an operation's variables and the pass that checks and rewrites what a client sent.
//! Bytes change only where coercion changes them: a single value becomes a list, a default fills a gap, a numeric ID gets
//! quotes, an integral float loses its fraction. Knows nothing of plans.

mod coerce;
mod program;

pub use coerce::{Coerced, PathStep, VariableError};
pub use program::{InputField, InputKind, InputObject, InputType, Variable, VariableProgram};
