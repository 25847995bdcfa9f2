//! Runs a query plan over subgraphs and writes the client's response, without building values.
//!
//! # How it works
//!
//! A plan is compiled once ([`Compiled::new`]): each fetch gets a *shape*, the layout of its response; each provider a
//! cell; the client's response a tree of write instructions. A request then goes through four steps:
//!
//! 1. [`variables`] are checked and rewritten over their raw bytes.
//! 2. Fetches start as their prerequisites are done ([`execute`]); each response is parsed into a *block* of cells that point
//!    into its bytes ([`parser`]), and the positions where entity fetches attach are recorded on the way.
//! 3. An entity is written over the objects it completes as one (fetch, object) pair; nothing is merged.
//! 4. The writer copies spans into the answer, in the client's order, with null bubbling by cutting back.
//!
//! Knows a [`Transport`], not HTTP; reads no clock and no environment.

pub mod block;
mod compile;
mod data;
mod errors;
mod execute;
pub mod json;
pub mod leaf;
pub mod parser;
mod program;
mod reply;
mod representation;
mod request;
pub mod shape;
mod transport;
pub mod variables;
mod walk;
mod writer;

pub use compile::CompileError;
pub use errors::ErrorVisibility;
pub use execute::{ExecuteOptions, Response, Stats, SubgraphHeaders, execute, execute_event, subscribe};
pub use program::{Compiled, Vocabulary};
pub use transport::{FetchFailure, Reply, RequestContext, SubgraphRequest, Transport};
