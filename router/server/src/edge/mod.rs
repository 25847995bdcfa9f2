//! GraphQL over HTTP: what arrives, what is refused before the engine sees it, and how answers leave.
//!
//! Owns the rules of the GraphQL over HTTP specification and of browsers. Must not know how an operation
//! is planned or executed.

pub(crate) mod cache_control;
pub(crate) mod cors;
pub(crate) mod csrf;
pub(crate) mod dispatch;
pub(crate) mod graphiql;
pub(crate) mod health;
pub(crate) mod media_type;
pub(crate) mod request;
pub(crate) mod respond;
