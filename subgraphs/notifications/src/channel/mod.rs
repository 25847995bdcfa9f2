//! How a mail leaves. Which way is configuration; nothing outside this module knows.

pub mod dev_outbox;
pub mod folder;
pub mod smtp;

use async_trait::async_trait;

pub use crate::domain::mail::Mail;

/// A mail did not leave. `reason` names no address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason}")]
pub struct SendFailed {
    pub reason: String,
    /// It will never leave, however often it is tried.
    pub is_final: bool,
}

/// Sends mails.
#[async_trait]
pub trait Channel: Send + Sync {
    /// Sends one mail. The same `id` again is the same mail.
    async fn send(&self, id: &str, mail: &Mail) -> Result<(), SendFailed>;
}
