//! bookingCancel: the whole booking, by its buyer within the frozen policy or by the organiser before the start. The
//! share that comes back travels in the message; payments refunds it.

use kit::database::retrying;
use kit::error::Result;
use kit::idempotency;
use kit::viewer::Viewer;
use serde::Serialize;
use uuid::Uuid;

use super::transition::{Particulars, Step, step};
use super::{Changed, Refusal};
use crate::domain::booking::{BookingStatus, Trigger};
use crate::domain::cancellation::{CancelRefused, Canceller, decide_cancel};
use crate::domain::limits::REASON_CHARACTERS;
use crate::permit::{self, Right};
use crate::state::Shared;
use crate::store::{bookings, offers};

/// What is asked for.
#[derive(Clone, Debug, Serialize)]
pub struct BookingCancel {
    pub booking_id: String,
    #[serde(skip)]
    pub idempotency_key: Uuid,
    pub reason: Option<String>,
}

/// Cancels a booking for its buyer or for a member who manages bookings.
pub async fn booking_cancel(state: &Shared, viewer: &Viewer, input: BookingCancel) -> Result<Changed> {
    if let Some(retry_after_seconds) = state.throttle_change(viewer).await {
        return Ok(Err(Refusal::RateLimited { retry_after_seconds }));
    }
    let reason = input.reason.as_deref().map(str::trim).filter(|reason| !reason.is_empty());
    if reason.is_some_and(|reason| reason.chars().count() > REASON_CHARACTERS) {
        return Ok(Err(Refusal::Invalid {
            code: "REASON",
            sentence: format!("A reason has at most {REASON_CHARACTERS} characters."),
            path: vec!["reason"],
        }));
    }
    let Some(booking) = bookings::find(state.deps.database.reader(), &input.booking_id).await? else {
        return Ok(Err(Refusal::NotFound));
    };
    let canceller = if permit::is_buyer(viewer, &booking) {
        Canceller::Buyer
    } else if state.is_permitted(viewer, Right::ManageBookings, &booking.organizer_id).await? {
        Canceller::Organizer
    } else if state.sees_booking(viewer, &booking).await? {
        return Err(kit::Error::forbidden("Your role in this team does not allow cancelling bookings."));
    } else {
        return Ok(Err(Refusal::NotFound));
    };
    let reason = reason.map(str::to_owned);
    let changed = retrying(|| cancel(state, viewer, &input, canceller, reason.clone())).await?;
    if let Ok(booking) = &changed {
        state.tell_booking_and_places(booking).await;
    }
    Ok(changed)
}

async fn cancel(state: &Shared, viewer: &Viewer, input: &BookingCancel, canceller: Canceller, reason: Option<String>) -> Result<Changed> {
    let now_ms = state.now_ms();
    let txn = state.deps.database.begin().await?;
    match super::claim_key(&txn, viewer, "bookingCancel", &input.idempotency_key, input, now_ms).await? {
        None => {}
        Some(Ok(booking_id)) => {
            drop(txn);
            return super::replayed(state, &booking_id).await;
        }
        Some(Err(refusal)) => return Ok(Err(refusal)),
    }
    let connection = txn.connection();
    let Some(mut booking) = bookings::claim(connection, &input.booking_id).await? else {
        return Ok(Err(Refusal::NotFound));
    };
    let occurrence = offers::find_occurrence(connection, &booking.occurrence_id).await?;
    // Without the start there is nothing to measure the policy against; a booking is made from a known occurrence.
    let starts_at_ms = occurrence.map_or(now_ms, |occurrence| occurrence.starts_at);
    let used = bookings::with_ticket_status(connection, std::slice::from_ref(&booking.id), "CHECKED_IN").await?;
    let policy = booking.policy()?;
    let status = booking.status();
    if !matches!(status, BookingStatus::Held | BookingStatus::Confirmed) {
        return Ok(Err(Refusal::illegal(&booking)));
    }
    let cancellation = match decide_cancel(canceller, status, &policy, !used.is_empty(), starts_at_ms, now_ms) {
        Ok(cancellation) => cancellation,
        Err(CancelRefused::Policy) => {
            let sentence = "The refund policy of this booking does not allow cancelling it now. Ask the organiser.";
            return Ok(Err(Refusal::RefundNotAllowed { policy, sentence }));
        }
        Err(CancelRefused::Started) => {
            return Ok(Err(Refusal::of_state(
                "STARTED",
                "This date has begun; it cannot be cancelled any more.",
                &booking,
            )));
        }
        Err(CancelRefused::TicketUsed) => {
            let sentence = "A ticket of this booking has been used; it cannot be cancelled any more.";
            return Ok(Err(Refusal::of_state("TICKET_USED", sentence, &booking)));
        }
    };
    let particulars = Particulars {
        refund_percent: cancellation.refund_percent,
        reason,
        ..Particulars::default()
    };
    match step(state, &txn, &mut booking, Trigger::Cancelled(cancellation.cause), &particulars).await? {
        Step::Done { .. } => {}
        Step::Illegal(_) => return Ok(Err(Refusal::illegal(&booking))),
        Step::PlacesGone(_) => unreachable!("cancelling takes no places"),
    }
    idempotency::record(&txn, &super::scope(viewer, "bookingCancel"), &input.idempotency_key, &booking.id).await?;
    txn.commit().await?;
    Ok(Ok(booking))
}
