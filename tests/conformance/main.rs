//! What the outside world may rely on: the schema's own rules, GraphQL over HTTP and the WebSocket protocol.

mod http;
mod schema;
mod websocket;
