//! The router's edge: HTTP, WebSocket, tokens, limits, telemetry, and the way from a request to its answer.
//!
//! A federation router as a library: [`Router`] assembles configuration, a supergraph and a transport;
//! [`Server`] serves it beside an embedder's own routes. It knows no business word. The binary `router` is this
//! library with [`HttpTransport`].
//!
//! In reading order: `config`; `serve` (threads and sockets); `edge` (GraphQL over HTTP); `websocket`;
//! `authentication`; `pipeline` (the phases of a request), `engine` and `operations` (what they work on);
//! `transport` (subgraph requests).

mod authentication;
pub mod config;
mod edge;
mod engine;
mod error;
mod forward;
mod freed_elsewhere;
mod operations;
mod pipeline;
mod propagation;
mod router;
mod serve;
mod signing;
mod telemetry;
mod transport;
mod websocket;

pub use authentication::ReadKeySet;
pub use config::Config;
pub use error::{ErrorCode, StartError};
pub use router::{Options, Router};
pub use serve::{Bound, ReadyCheck, Server, stop_signal};
pub use signing::Signer;
pub use telemetry::install_metrics;
pub use transport::HttpTransport;
