//! Refusals as the schema shows them.

use async_graphql::{ID, Interface, SimpleObject, Union};
use chrono::{DateTime, Utc};
use kit::clock::datetime;
use kit::user_error::{ConflictError, IdempotencyConflictError, NotFoundError, RateLimitedError, ValidationError};

use super::int;
use super::shared::RefundPolicy;
use crate::commands::Refusal;
use crate::commands::check_in::CheckInRefusal;
use crate::commands::hold_place::HoldPlaceRefusal;
use crate::commands::quota_set::QuotaRefusal;
use crate::domain::hold::Closed;

/// Every expected failure of a mutation. `code` is stable; `message` is for humans; `path` points into the input.
#[derive(Interface)]
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
    Insufficient(InsufficientAvailabilityError),
    SalesClosed(SalesClosedError),
    PurchaseLimit(PurchaseLimitError),
    HoldExpired(HoldExpiredError),
    RefundNotAllowed(RefundNotAllowedError),
    QuotaBelowUsage(QuotaBelowUsageError),
}

/// There is not enough left.
#[derive(Clone, SimpleObject)]
pub struct InsufficientAvailabilityError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// What ran out.
    pub product_id: ID,
    /// What is left of it.
    pub remaining: i32,
}

/// It is not on sale now.
#[derive(Clone, SimpleObject)]
pub struct SalesClosedError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// When it will be; null when it will not, or nobody knows.
    pub opens_at: Option<DateTime<Utc>>,
}

/// More than one booking may have.
#[derive(Clone, SimpleObject)]
pub struct PurchaseLimitError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// At most this many.
    pub max: i32,
    /// How many of them the signed-in buyer has in other bookings of this date.
    pub already: i32,
}

/// The hold has run out.
#[derive(Clone, SimpleObject)]
pub struct HoldExpiredError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// When it ran out.
    pub expired_at: DateTime<Utc>,
}

/// The frozen policy does not allow cancelling.
#[derive(Clone, SimpleObject)]
pub struct RefundNotAllowedError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// The policy.
    pub policy: RefundPolicy,
}

/// More is in use than the capacity would allow.
#[derive(Clone, SimpleObject)]
pub struct QuotaBelowUsageError {
    /// Stable, for programs.
    pub code: String,
    /// For people.
    pub message: String,
    /// Where in the input.
    pub path: Option<Vec<String>>,
    /// Places sold and held.
    pub in_use: i32,
}

/// Why nothing is held.
#[derive(Clone, Union)]
pub enum HoldPlaceError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Insufficient(InsufficientAvailabilityError),
    SalesClosed(SalesClosedError),
    PurchaseLimit(PurchaseLimitError),
    IdempotencyConflict(IdempotencyConflictError),
    RateLimited(RateLimitedError),
}

/// Why a booking is not changed.
#[derive(Clone, Union)]
pub enum BookingError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    HoldExpired(HoldExpiredError),
    RefundNotAllowed(RefundNotAllowedError),
    IdempotencyConflict(IdempotencyConflictError),
    RateLimited(RateLimitedError),
}

/// Why a quota is not changed.
#[derive(Clone, Union)]
pub enum QuotaError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    QuotaBelowUsage(QuotaBelowUsageError),
}

/// Why nothing was looked up.
#[derive(Clone, Union)]
pub enum CheckInError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    RateLimited(RateLimitedError),
}

fn at(path: &[&str]) -> Option<Vec<String>> {
    Some(path.iter().map(|part| (*part).to_owned()).collect())
}

impl From<HoldPlaceRefusal> for HoldPlaceError {
    fn from(refusal: HoldPlaceRefusal) -> Self {
        match refusal {
            HoldPlaceRefusal::Invalid { code, sentence, path } => {
                let path: Vec<&str> = path.iter().map(String::as_str).collect();
                Self::Validation(ValidationError::new(code, sentence, &path))
            }
            HoldPlaceRefusal::UnknownOccurrence => Self::NotFound(NotFoundError::new(
                "OCCURRENCE_NOT_FOUND",
                "There is no such date.",
                &["occurrenceId"],
            )),
            HoldPlaceRefusal::UnknownProduct { product_id } => Self::NotFound(NotFoundError::new(
                "PRODUCT_NOT_FOUND",
                format!("{product_id} is not sold for this date."),
                &["lines"],
            )),
            HoldPlaceRefusal::Insufficient { product_id, remaining } => {
                let message = match remaining {
                    0 => "Sold out: nothing is left of this.".to_owned(),
                    1 => "Only 1 is left of this.".to_owned(),
                    _ => format!("Only {remaining} are left of this."),
                };
                Self::Insufficient(InsufficientAvailabilityError {
                    code: "INSUFFICIENT_AVAILABILITY".to_owned(),
                    message,
                    path: at(&["lines"]),
                    product_id: ID(product_id),
                    remaining: int(remaining),
                })
            }
            HoldPlaceRefusal::Closed(closed) => Self::SalesClosed(closed.into()),
            HoldPlaceRefusal::Limit {
                sentence,
                max,
                already,
                path,
            } => Self::PurchaseLimit(PurchaseLimitError {
                code: "PURCHASE_LIMIT".to_owned(),
                message: sentence,
                path: Some(path),
                max: int(max),
                already: int(already),
            }),
            HoldPlaceRefusal::IdempotencyConflict => Self::IdempotencyConflict(IdempotencyConflictError::standard()),
            HoldPlaceRefusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
        }
    }
}

impl From<Closed> for SalesClosedError {
    fn from(closed: Closed) -> Self {
        let (code, message, opens_at) = match closed {
            Closed::NotYet { opens_at_ms } => ("SALES_NOT_OPEN", "Sales have not opened yet.", Some(datetime(opens_at_ms))),
            Closed::Over => ("SALES_OVER", "Sales for this are over.", None),
            Closed::OccurrenceCancelled => ("OCCURRENCE_CANCELLED", "This date has been cancelled.", None),
            Closed::NotOnSale => ("NOT_ON_SALE", "This is not on sale now.", None),
        };
        Self {
            code: code.to_owned(),
            message: message.to_owned(),
            path: at(&["lines"]),
            opens_at,
        }
    }
}

impl From<Refusal> for BookingError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Invalid { code, sentence, path } => Self::Validation(ValidationError::new(code, sentence, &path)),
            Refusal::NotFound => Self::NotFound(NotFoundError::new("BOOKING_NOT_FOUND", "There is no such booking.", &["bookingId"])),
            Refusal::Conflict {
                code,
                sentence,
                version,
                state,
            } => {
                let mut error = ConflictError::new(code, sentence, &["bookingId"]);
                error.current_version = Some(int(version));
                error.current_state = Some(state.to_owned());
                Self::Conflict(error)
            }
            Refusal::HoldExpired { expired_at_ms } => Self::HoldExpired(HoldExpiredError {
                code: "HOLD_EXPIRED".to_owned(),
                message: "This hold has run out. Choose your tickets again.".to_owned(),
                path: at(&["bookingId"]),
                expired_at: datetime(expired_at_ms),
            }),
            Refusal::RefundNotAllowed { policy, sentence } => Self::RefundNotAllowed(RefundNotAllowedError {
                code: "REFUND_NOT_ALLOWED".to_owned(),
                message: sentence.to_owned(),
                path: at(&["bookingId"]),
                policy: policy.into(),
            }),
            Refusal::IdempotencyConflict => Self::IdempotencyConflict(IdempotencyConflictError::standard()),
            Refusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
        }
    }
}

impl From<QuotaRefusal> for QuotaError {
    fn from(refusal: QuotaRefusal) -> Self {
        match refusal {
            QuotaRefusal::Invalid { code, sentence, path } => Self::Validation(ValidationError::new(code, sentence, &[path])),
            QuotaRefusal::UnknownOccurrence => Self::NotFound(NotFoundError::new(
                "OCCURRENCE_NOT_FOUND",
                "There is no such date.",
                &["occurrenceId"],
            )),
            QuotaRefusal::UnknownQuota => Self::NotFound(NotFoundError::new("QUOTA_NOT_FOUND", "This date has no such quota.", &["id"])),
            QuotaRefusal::UnknownProduct { product_id } => Self::NotFound(NotFoundError::new(
                "PRODUCT_NOT_FOUND",
                format!("{product_id} is not a product of this event."),
                &["productIds"],
            )),
            QuotaRefusal::Stale { version } => {
                let sentence = "Someone else changed this quota meanwhile. Read it again.";
                let mut error = ConflictError::new("STALE_VERSION", sentence, &["version"]);
                error.current_version = Some(int(version));
                Self::Conflict(error)
            }
            QuotaRefusal::BelowUsage { in_use } => Self::QuotaBelowUsage(QuotaBelowUsageError {
                code: "QUOTA_BELOW_USAGE".to_owned(),
                message: format!("{in_use} places are sold or held; the capacity cannot be less."),
                path: at(&["capacity"]),
                in_use: int(in_use),
            }),
        }
    }
}

impl From<CheckInRefusal> for CheckInError {
    fn from(refusal: CheckInRefusal) -> Self {
        match refusal {
            CheckInRefusal::Ambiguous => Self::Validation(ValidationError::new("ONE_OF", "Send either code or qrPayload.", &["code"])),
            CheckInRefusal::UnknownList => {
                Self::NotFound(NotFoundError::new("LIST_NOT_FOUND", "There is no such check-in list.", &["listId"]))
            }
            CheckInRefusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
        }
    }
}
