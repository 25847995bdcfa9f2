//! holdExtend: five minutes more, once.

use kit::database::retrying;
use kit::error::Result;
use kit::idempotency;
use kit::viewer::Viewer;
use uuid::Uuid;

use super::transition::{Particulars, Step, step};
use super::{Changed, Refusal};
use crate::domain::booking::{BookingStatus, Trigger};
use crate::state::Shared;
use crate::store::bookings;

/// Extends the viewer's hold.
pub async fn hold_extend(state: &Shared, viewer: &Viewer, booking_id: &str, key: Uuid) -> Result<Changed> {
    if let Some(retry_after_seconds) = state.throttle_change(viewer).await {
        return Ok(Err(Refusal::RateLimited { retry_after_seconds }));
    }
    if super::find_own(state, viewer, booking_id).await?.is_none() {
        return Ok(Err(Refusal::NotFound));
    }
    let changed = retrying(|| async {
        let now_ms = state.now_ms();
        let txn = state.deps.database.begin().await?;
        match super::claim_key(&txn, viewer, "holdExtend", &key, &booking_id, now_ms).await? {
            None => {}
            Some(Ok(booking_id)) => {
                drop(txn);
                return super::replayed(state, &booking_id).await;
            }
            Some(Err(refusal)) => return Ok(Err(refusal)),
        }
        let Some(mut booking) = bookings::claim(txn.connection(), booking_id).await? else {
            return Ok(Err(Refusal::NotFound));
        };
        if let Some(expired_at_ms) = expired_at(&booking, now_ms) {
            return Ok(Err(Refusal::HoldExpired { expired_at_ms }));
        }
        if booking.extended {
            let sentence = "This hold was extended before. It can be extended once.";
            return Ok(Err(Refusal::of_state("ALREADY_EXTENDED", sentence, &booking)));
        }
        match step(state, &txn, &mut booking, Trigger::Extended, &Particulars::default()).await? {
            Step::Done { .. } => {}
            Step::Illegal(_) => return Ok(Err(Refusal::illegal(&booking))),
            Step::PlacesGone(_) => unreachable!("extending takes no places"),
        }
        idempotency::record(&txn, &super::scope(viewer, "holdExtend"), &key, &booking.id).await?;
        txn.commit().await?;
        Ok(Ok(booking))
    })
    .await?;
    if let Ok(booking) = &changed {
        state.tell_booking(booking).await;
    }
    Ok(changed)
}

/// When the hold ran out, if it has.
pub(super) fn expired_at(booking: &crate::store::rows::Booking, now_ms: i64) -> Option<i64> {
    (booking.status() == BookingStatus::Expired || booking.is_past_deadline(now_ms)).then(|| booking.expires_at.unwrap_or(now_ms))
}
