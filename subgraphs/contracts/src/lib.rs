//! What subgraphs say to each other: messages on the bus, internal calls and the value types both carry.
//!
//! Plain serde structs, versioned by `Message::SCHEMA_VERSION`, without logic beyond what a value is.
//! Knows no subgraph, no database and no GraphQL. No code, address or name of a person is ever in a message.

pub mod access;
pub mod calls;
pub mod messages;
pub mod values;
