//! The only SQL of payments. Knows no GraphQL and no provider; decides nothing.
//!
//! Every change that two can race for is a conditional UPDATE whose row count is the answer.

pub mod payments;
pub mod refunds;
pub mod rows;
pub mod sandbox;
pub mod webhooks;

pub use rows::payment::Model as PaymentRow;
pub use rows::refund::Model as RefundRow;
