//! The subgraph as others meet it: operations through its real schema, its route, its messages and its loop.

// The lint's exception for tests does not reach the helpers beside them.
#![allow(clippy::unwrap_used)]

mod calendar;
mod commands;
mod entities;
mod harness;
mod listing;
mod messages;
mod visibility;
