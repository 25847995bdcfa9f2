//! The only SQL of the users subgraph. One file per aggregate; functions take the connection or transaction to run on.

pub mod accounts;
pub mod challenges;
pub mod organizers;
pub mod rows;
pub mod sessions;
