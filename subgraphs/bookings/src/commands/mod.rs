//! What can be done with bookings: one file per mutation or internal call, one transaction each. Refusals are data;
//! errors are for what was not expected.

pub mod begin_payment;
pub mod booking_cancel;
pub mod booking_confirm_free;
pub mod check_in;
pub mod hold_extend;
pub mod hold_place;
pub mod hold_release;
pub mod project_offer;
pub mod quota_set;
pub mod transition;

use contracts::values::RefundPolicy;
use kit::database::Transaction;
use kit::error::Result;
use kit::idempotency::{self, Claim};
use kit::viewer::Viewer;
use serde::Serialize;
use uuid::Uuid;

use crate::permit;
use crate::state::Shared;
use crate::store::bookings;
use crate::store::rows::Booking;

/// Why a change of a booking is refused.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    Invalid {
        code: &'static str,
        sentence: String,
        path: Vec<&'static str>,
    },
    /// No such booking, or not for this viewer.
    NotFound,
    Conflict {
        code: &'static str,
        sentence: String,
        version: i64,
        state: &'static str,
    },
    HoldExpired {
        expired_at_ms: i64,
    },
    RefundNotAllowed {
        policy: RefundPolicy,
        sentence: &'static str,
    },
    IdempotencyConflict,
    RateLimited {
        retry_after_seconds: i32,
    },
}

/// What a change of a booking led to.
pub type Changed = std::result::Result<Booking, Refusal>;

impl Refusal {
    /// The state machine says no to the claimed `booking`.
    fn illegal(booking: &Booking) -> Self {
        let state = booking.status().name().to_lowercase().replace('_', " ");
        Self::of_state(
            "BOOKING_STATE",
            &format!("This booking is {state}, so this cannot be done."),
            booking,
        )
    }

    /// The state of the claimed `booking` says no. Its claim is rolled back, and with it the growth of its version.
    fn of_state(code: &'static str, sentence: &str, booking: &Booking) -> Self {
        Self::Conflict {
            code,
            sentence: sentence.to_owned(),
            version: booking.version - 1,
            state: booking.status().name(),
        }
    }
}

/// The booking, if the viewer is its buyer or guest.
async fn find_own(state: &Shared, viewer: &Viewer, booking_id: &str) -> Result<Option<Booking>> {
    let booking = bookings::find(state.deps.database.reader(), booking_id).await?;
    Ok(booking.filter(|booking| permit::is_buyer(viewer, booking)))
}

/// A key's claim within the caller's use of a mutation. `Ok(None)`: fresh, go on.
async fn claim_key(
    txn: &Transaction,
    viewer: &Viewer,
    mutation: &str,
    key: &Uuid,
    request: &impl Serialize,
    now_ms: i64,
) -> Result<Option<std::result::Result<String, Refusal>>> {
    let claim = idempotency::claim(txn, &scope(viewer, mutation), key, request, now_ms).await?;
    Ok(match claim {
        Claim::Fresh => None,
        Claim::Replay(result) => Some(Ok(result)),
        Claim::Conflict => Some(Err(Refusal::IdempotencyConflict)),
    })
}

fn scope(viewer: &Viewer, mutation: &str) -> String {
    format!("{}:{mutation}", viewer.caller())
}

/// The first answer, as it stands now.
async fn replayed(state: &Shared, booking_id: &str) -> Result<Changed> {
    let booking = bookings::find(state.deps.database.reader(), booking_id).await?;
    Ok(booking.ok_or(Refusal::NotFound))
}
