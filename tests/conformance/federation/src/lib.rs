//! What shows that our federation behaves as federation does elsewhere: cases from outside, random subgraphs, and the
//! measure by which two outcomes are the same.
//!
//! Owns reading, making, changing, shrinking and comparing sets of subgraphs. Must not know how anything is composed:
//! it sees SDL and outcomes only. Everything random is a function of a seed and an index.

pub mod campaign;
pub mod cases;
pub mod compare;
pub mod coverage;
pub mod document;
pub mod generate;
pub mod grounds;
pub mod operations;
pub mod outcome;
pub mod random;
pub mod reference;
pub mod request;
pub mod shrink;
pub mod simulate;
pub mod torture;
pub mod trial;
pub mod verdict;

pub use document::{Subgraph, SubgraphSet};
pub use random::Random;
