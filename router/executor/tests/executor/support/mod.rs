//! What the rule tests share: a small supergraph, plans written by hand, and a transport that plays back replies.
//!
//! Plans are sketched rather than planned where a test is to say which subgraph is asked for what; `planned` is for what planning and running do together.

pub mod model;
mod planned;
mod scripted;
mod sketch;

pub use planned::{run_planned, supergraph_of_case};
pub use scripted::{Answered, Scripted};
pub use sketch::Sketch;
