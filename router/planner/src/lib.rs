//! From an operation to a plan: which subgraphs to ask for what, in which order, and how to read the answer.
//!
//! Pure: no IO, no clock, no randomness, no async; the same supergraph and operation give the same plan, byte for byte.
//! It knows no transport and parses no GraphQL: operations come normalised from `router_graph`.

pub mod plan;
