//! holdRelease: the buyer gives the places back. Released twice is released.

use kit::database::retrying;
use kit::error::Result;
use kit::viewer::Viewer;

use super::transition::{Particulars, Step, step};
use super::{Changed, Refusal};
use crate::domain::booking::{BookingStatus, Trigger};
use crate::state::Shared;
use crate::store::bookings;

/// Releases the viewer's hold.
pub async fn hold_release(state: &Shared, viewer: &Viewer, booking_id: &str) -> Result<Changed> {
    if let Some(retry_after_seconds) = state.throttle_change(viewer).await {
        return Ok(Err(Refusal::RateLimited { retry_after_seconds }));
    }
    if super::find_own(state, viewer, booking_id).await?.is_none() {
        return Ok(Err(Refusal::NotFound));
    }
    let changed: Changed = retrying(|| async {
        let txn = state.deps.database.begin().await?;
        let Some(mut booking) = bookings::claim(txn.connection(), booking_id).await? else {
            return Ok(Err(Refusal::NotFound));
        };
        // A hold that was never confirmed is over either way.
        let over = matches!(booking.status(), BookingStatus::Cancelled | BookingStatus::Expired);
        if over && booking.confirmed_at.is_none() {
            booking.version -= 1;
            return Ok(Ok(booking));
        }
        match step(state, &txn, &mut booking, Trigger::Released, &Particulars::default()).await? {
            Step::Done { .. } => {}
            Step::Illegal(_) => return Ok(Err(Refusal::illegal(&booking))),
            Step::PlacesGone(_) => unreachable!("releasing takes no places"),
        }
        txn.commit().await?;
        Ok::<_, kit::Error>(Ok(booking))
    })
    .await?;
    if let Ok(booking) = &changed {
        state.tell_booking_and_places(booking).await;
    }
    Ok(changed)
}
