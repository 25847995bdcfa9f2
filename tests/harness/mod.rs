//! What whole-system tests share: the platform as processes in either form, and clients as people have them.
//!
//! Knows the program only from outside: its command line, its variables, its ports.

mod client;
mod journey;
mod platform;
mod subscription;

pub use client::{Client, Reply};
pub use journey::{Offer, OfferRequest, Organiser, card_form, code_from_mail};
pub use platform::{Form, Platform, free_port};
pub use subscription::Subscription;

use std::future::Future;
use std::time::Duration;

/// How long anything that happens by itself may take on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Looks until `look` sees something; panics with `what` after `PATIENCE`. For effects that no subscription tells.
pub async fn eventually<T, F, Fut>(what: &str, mut look: F) -> T
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Option<T>>,
{
    let began = tokio::time::Instant::now();
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(began.elapsed() < PATIENCE, "waited in vain for {what}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}
