//! The commands of the program `router`, as a shell or another program uses them: the built binary, its exit codes,
//! what it writes and where.

#![allow(clippy::unwrap_used, reason = "a test file; its helpers are tests too")]

mod api_schema;
mod check;
mod compose;
mod contract;
mod harness;
mod introspection;
mod plan;
mod stdio;
