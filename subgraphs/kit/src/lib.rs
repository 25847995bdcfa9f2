//! The plumbing every subgraph shares. Knows no ticketing word and no particular message, call or schema.
//!
//! Reading order: `service` (what a subgraph is given and hands over), `database`, `outbox` and `bus`, `internal`,
//! `graphql`, `viewer`; the rest are small things by name.

pub mod access;
pub mod bus;
pub mod cache;
pub mod clock;
pub mod database;
pub mod directives;
pub mod env;
pub mod error;
pub mod graphql;
pub mod id;
pub mod idempotency;
pub mod inbox;
pub mod internal;
pub mod lease;
pub mod live;
pub mod loader;
pub mod money;
pub mod outbox;
pub mod page;
pub mod scalars;
pub mod secret_file;
pub mod server;
pub mod service;
pub mod signature;
pub mod telemetry;
pub mod testing;
pub mod token;
pub mod trace;
pub mod user_error;
pub mod viewer;
pub mod worker;

#[cfg(test)]
mod tests;

pub use error::{Error, Result};
pub use service::{Deps, Service};
