//! How subgraph requests travel: over HTTP and WebSocket, and measured whatever carries them.
//!
//! Implements the executor's seam. Must not know operations or clients.

mod http;
mod measured;
mod subscription;

pub use self::http::HttpTransport;
pub(crate) use self::measured::{Measured, Watched};
