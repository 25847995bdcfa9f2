//! A make-believe world to run operations in: every object of every type has a value for every field, the same in all subgraphs.
//!
//! Subgraphs ([`Service`]) are served from their SDL behind the executor's transport, strictly: what they should never have been asked
//! is recorded as a violation. [`single`] answers the same operation as one schema. Must not know the planner, nor read a
//! supergraph's joins: only subgraphs and the API schema.

mod data;
mod field_sets;
mod input;
mod links;
mod merged;
mod schema;
mod service;
pub mod single;
mod strict;
mod transport;
mod tree;

pub use data::Held;
pub use merged::World;
pub use schema::{FieldDefinition, Input, Schema, Ty, Type};
pub use service::Service;
pub use transport::{Fault, Record, Simulator};
pub use tree::{Step, Tree};
