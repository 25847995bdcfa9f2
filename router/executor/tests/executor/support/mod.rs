//! What the rule tests share: a small supergraph, plans written by hand, and a transport that plays back replies.
//!
//! Plans are sketched here rather than planned, so that each test says which subgraph is asked for what.

pub mod model;
mod scripted;
mod sketch;

pub use scripted::{Answered, Scripted};
pub use sketch::Sketch;
