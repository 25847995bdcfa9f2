//! GraphQL over WebSocket, as a server and as a client.
//!
//! `protocol` owns the messages, `outbox` what waits for one client, `session` the life of one connection.

mod outbox;
pub(crate) mod protocol;
pub(crate) mod session;
