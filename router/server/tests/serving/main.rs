//! The edge as clients see it: real HTTP and WebSocket on a free port, over a scripted transport.

#![expect(clippy::unwrap_used, reason = "tests")]

mod authentication;
mod endpoint;
mod faults;
mod harness;
mod hostile;
mod lifecycle;
mod misbehaving;
mod overrides;
mod program;
mod subgraphs;
mod websocket;
