//! bookingConfirmFree: nothing is to be paid, so the buyer's word confirms. Paid bookings are confirmed by messages.

use kit::database::retrying;
use kit::error::Result;
use kit::idempotency;
use kit::viewer::Viewer;
use uuid::Uuid;

use super::transition::{Particulars, Step, step};
use super::{Changed, Refusal};
use crate::domain::booking::Trigger;
use crate::state::Shared;
use crate::store::{bookings, offers};

/// Confirms the viewer's free booking.
pub async fn booking_confirm_free(state: &Shared, viewer: &Viewer, booking_id: &str, key: Uuid) -> Result<Changed> {
    if let Some(retry_after_seconds) = state.throttle_change(viewer).await {
        return Ok(Err(Refusal::RateLimited { retry_after_seconds }));
    }
    if super::find_own(state, viewer, booking_id).await?.is_none() {
        return Ok(Err(Refusal::NotFound));
    }
    let changed = retrying(|| async {
        let now_ms = state.now_ms();
        let txn = state.deps.database.begin().await?;
        match super::claim_key(&txn, viewer, "bookingConfirmFree", &key, &booking_id, now_ms).await? {
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
        if booking.total_minor > 0 {
            return Ok(Err(Refusal::Invalid {
                code: "PAYMENT_REQUIRED",
                sentence: "This booking has to be paid: start a payment.".to_owned(),
                path: vec!["bookingId"],
            }));
        }
        if let Some(expired_at_ms) = super::hold_extend::expired_at(&booking, now_ms) {
            return Ok(Err(Refusal::HoldExpired { expired_at_ms }));
        }
        let occurrence = offers::find_occurrence(txn.connection(), &booking.occurrence_id).await?;
        if occurrence.is_some_and(|occurrence| occurrence.cancelled) {
            let sentence = "This date has been cancelled.";
            return Ok(Err(Refusal::of_state("OCCURRENCE_CANCELLED", sentence, &booking)));
        }
        match step(state, &txn, &mut booking, Trigger::ConfirmedFree, &Particulars::default()).await? {
            Step::Done { .. } => {}
            Step::Illegal(_) => return Ok(Err(Refusal::illegal(&booking))),
            Step::PlacesGone(_) => unreachable!("the places of a hold are held"),
        }
        idempotency::record(&txn, &super::scope(viewer, "bookingConfirmFree"), &key, &booking.id).await?;
        txn.commit().await?;
        Ok(Ok(booking))
    })
    .await?;
    if let Ok(booking) = &changed {
        state.tell_booking_and_places(booking).await;
    }
    Ok(changed)
}
