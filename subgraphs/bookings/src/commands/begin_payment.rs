//! `bookings.begin_payment`: no payment starts on a dead hold.

use contracts::calls::{BeginPayment, BeginPaymentAnswer};
use kit::database::retrying;
use kit::error::Result;

use super::transition::{Particulars, Step, step};
use crate::domain::booking::{BookingStatus, Trigger};
use crate::state::Shared;
use crate::store::{bookings, offers};

/// Answers the call. Repeating it is harmless: a booking that awaits payment goes on awaiting it, with its deadline.
pub async fn begin_payment(state: &Shared, request: &BeginPayment) -> Result<BeginPaymentAnswer> {
    let (answer, changed) = retrying(|| begin(state, request)).await?;
    if let Some(booking) = changed {
        state.tell_booking(&booking).await;
    }
    Ok(answer)
}

async fn begin(state: &Shared, request: &BeginPayment) -> Result<(BeginPaymentAnswer, Option<crate::store::rows::Booking>)> {
    let not_payable = |state: &str| Ok((BeginPaymentAnswer::NotPayable { state: state.to_owned() }, None));
    let now_ms = state.now_ms();
    let txn = state.deps.database.begin().await?;
    let connection = txn.connection();
    let Some(mut booking) = bookings::claim(connection, &request.booking_id).await? else {
        return Ok((BeginPaymentAnswer::NotFound, None));
    };
    let is_guest = request.guest_booking_id.as_deref() == Some(booking.id.as_str());
    let is_buyer = booking.buyer_user_id.is_some() && booking.buyer_user_id == request.user_id;
    if !is_guest && !is_buyer {
        return Ok((BeginPaymentAnswer::NotFound, None));
    }
    if booking.total_minor == 0 {
        return not_payable("NOTHING_TO_PAY");
    }
    if booking.is_past_deadline(now_ms) {
        return not_payable(BookingStatus::Expired.name());
    }
    let Some(occurrence) = offers::find_occurrence(connection, &booking.occurrence_id).await? else {
        return Ok((BeginPaymentAnswer::NotFound, None));
    };
    if occurrence.cancelled {
        return not_payable(BookingStatus::Cancelled.name());
    }
    // Once the provider was asked to give the payment up, another must not begin.
    if booking.deadline_announced_at.is_some() || booking.payment_deadline.is_some_and(|deadline_ms| deadline_ms <= now_ms) {
        return not_payable(booking.status().name());
    }
    match step(state, &txn, &mut booking, Trigger::PaymentBegun, &Particulars::default()).await? {
        Step::Done { .. } => {}
        Step::Illegal(illegal) => return not_payable(illegal.state.name()),
        Step::PlacesGone(_) => unreachable!("beginning a payment takes no places"),
    }
    txn.commit().await?;
    let answer = BeginPaymentAnswer::Begun {
        total: booking.total(),
        price_fingerprint: booking.price_fingerprint.clone(),
        payment_deadline_ms: booking.payment_deadline.unwrap_or(now_ms),
        organizer_id: booking.organizer_id.clone(),
        buyer_user_id: booking.buyer_user_id.clone(),
        starts_at_ms: occurrence.starts_at,
        refund_policy: booking.policy()?,
    };
    Ok((answer, Some(booking)))
}
