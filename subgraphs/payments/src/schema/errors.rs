//! The expected failures of this subgraph's mutations, as data.

use async_graphql::{Interface, SimpleObject, Union};
use kit::money::Money;
use kit::user_error::{ConflictError, IdempotencyConflictError, NotFoundError, RateLimitedError, ValidationError};

/// The booking takes no payment in its state.
#[derive(Clone, Debug, SimpleObject)]
pub struct BookingNotPayableError {
    /// Always BOOKING_NOT_PAYABLE.
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    /// The booking's status, or NOTHING_TO_PAY for a free one.
    pub state: String,
}

/// The booking's total differs from that of the payment that was open; that payment is being given up.
#[derive(Clone, Debug, SimpleObject)]
pub struct AmountChangedError {
    /// Always AMOUNT_CHANGED.
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    pub new_total: Money,
}

/// The payment provider did not answer. Nothing is lost: try again with the same idempotency key.
#[derive(Clone, Debug, SimpleObject)]
pub struct ProviderUnavailableError {
    /// Always PROVIDER_UNAVAILABLE.
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    pub retry_after_seconds: i32,
}

impl ProviderUnavailableError {
    pub(super) fn new(retry_after_seconds: i32) -> Self {
        Self {
            code: "PROVIDER_UNAVAILABLE".to_owned(),
            message: "The payment provider does not answer. Your places are kept; try again in a moment.".to_owned(),
            path: None,
            retry_after_seconds,
        }
    }
}

/// Every expected failure of a mutation. `code` is stable; `message` is localised for humans; `path` points into the input.
#[derive(Interface)]
#[allow(clippy::duplicated_attributes, reason = "two fields of one type say the type twice")]
#[graphql(
    field(name = "code", ty = "&String"),
    field(name = "message", ty = "&String"),
    field(name = "path", ty = "&Option<Vec<String>>")
)]
pub enum UserError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    IdempotencyConflict(IdempotencyConflictError),
    RateLimited(RateLimitedError),
    BookingNotPayable(BookingNotPayableError),
    AmountChanged(AmountChangedError),
    ProviderUnavailable(ProviderUnavailableError),
}

#[derive(Union)]
pub enum PaymentStartError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    BookingNotPayable(BookingNotPayableError),
    AmountChanged(AmountChangedError),
    ProviderUnavailable(ProviderUnavailableError),
    IdempotencyConflict(IdempotencyConflictError),
    RateLimited(RateLimitedError),
}

#[derive(Union)]
pub enum PaymentError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    ProviderUnavailable(ProviderUnavailableError),
    RateLimited(RateLimitedError),
}
