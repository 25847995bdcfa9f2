//! The subgraph as others meet it: operations through its real schema, its route, its messages and its loop.

mod calendar;
mod commands;
mod entities;
mod harness;
mod listing;
mod messages;
mod visibility;
