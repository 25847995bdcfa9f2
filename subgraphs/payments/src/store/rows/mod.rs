//! One file per table.

pub mod payment;
pub mod refund;
pub mod sandbox_intent;
pub mod sandbox_refund;
pub mod sandbox_webhook;
pub mod webhook_inbox;
