//! The rules of money: what a payment and a refund may become, and how much comes back.
//!
//! Pure: knows no GraphQL, no database, no provider and no clock.

mod payment;
mod quote;
mod refund;

pub use payment::{Next, Observed, PaymentStatus, next};
pub use quote::{AmountRefused, add, due, quote, share};
pub use refund::{Movement, RefundOrigin, RefundStatus, RefundTrigger, next_refund};
