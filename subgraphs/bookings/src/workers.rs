//! Loops with a limit: holds run out, payment deadlines are announced, cancelled occurrences take their bookings with
//! them, counters are audited. Each round is a plain function that tests call.

use std::time::Duration;

use kit::database::retrying;
use kit::error::Result;
use kit::worker::Worker;

use crate::commands::transition::{Step, step};
use crate::domain::booking::{BookingStatus, Cause, Trigger};
use crate::domain::limits;
use crate::messages::cancellation_particulars;
use crate::state::Shared;
use crate::store::rows::OccurrenceSnapshot;
use crate::store::{audit, bookings, offers};

/// Bookings looked at in one round.
const BATCH: i64 = 100;
const DEADLINES_EVERY: Duration = Duration::from_secs(15);
const FAN_OUT_EVERY: Duration = Duration::from_secs(2);
const AUDIT_EVERY: Duration = Duration::from_secs(60 * 60);

/// The loops, one instance at a time each.
pub fn workers(state: &Shared) -> Vec<Worker> {
    let deps = &state.deps;
    let leased = |worker: Worker| worker.leased(deps.database.clone(), &deps.instance, deps.clock.clone());
    let (sweep, deadlines, fan_out, auditor) = (state.clone(), state.clone(), state.clone(), state.clone());
    vec![
        leased(Worker::every("expire_holds", state.config.sweep_every, move || {
            let state = sweep.clone();
            async move { expire_holds(&state).await }
        })),
        leased(Worker::every("announce_payment_deadlines", DEADLINES_EVERY, move || {
            let state = deadlines.clone();
            async move { announce_payment_deadlines(&state).await }
        })),
        leased(Worker::every("cancel_bookings", FAN_OUT_EVERY, move || {
            let state = fan_out.clone();
            async move { cancel_bookings(&state).await }
        })),
        leased(Worker::every("audit_counters", AUDIT_EVERY, move || {
            let state = auditor.clone();
            async move { audit_counters(&state).await }
        })),
    ]
}

/// Takes one booking through a trigger if `still` holds once it is claimed. Whether it did.
async fn take(
    state: &Shared,
    booking_id: &str,
    occurrence: Option<&OccurrenceSnapshot>,
    still: impl Fn(&crate::store::rows::Booking) -> Option<Trigger>,
) -> Result<bool> {
    let changed = retrying(|| async {
        let txn = state.deps.database.begin().await?;
        let Some(mut booking) = bookings::claim(txn.connection(), booking_id).await? else {
            return Ok(None);
        };
        let Some(trigger) = still(&booking) else { return Ok(None) };
        let particulars = match occurrence {
            Some(occurrence) => cancellation_particulars(occurrence, &booking, state.now_ms())?,
            None => Default::default(),
        };
        match step(state, &txn, &mut booking, trigger, &particulars).await? {
            Step::Done { places_moved } => {
                txn.commit().await?;
                Ok::<_, kit::Error>(Some((booking, places_moved)))
            }
            Step::Illegal(_) | Step::PlacesGone(_) => Ok(None),
        }
    })
    .await?;
    match &changed {
        Some((booking, true)) => state.tell_booking_and_places(booking).await,
        Some((booking, false)) => state.tell_booking(booking).await,
        None => {}
    }
    Ok(changed.is_some())
}

/// HELD past its deadline becomes EXPIRED, at most a batch.
pub async fn expire_holds(state: &Shared) -> Result<usize> {
    let now_ms = state.now_ms();
    let due = bookings::past_hold_deadline(state.deps.database.reader(), now_ms, BATCH).await?;
    let mut done = 0;
    for booking_id in &due {
        let still = |booking: &crate::store::rows::Booking| booking.is_past_deadline(now_ms).then_some(Trigger::HoldRanOut);
        done += usize::from(take(state, booking_id, None, still).await?);
    }
    Ok(done)
}

/// Asks payments to give up what is past its deadline. The places stay until the provider says the payment is dead.
pub async fn announce_payment_deadlines(state: &Shared) -> Result<usize> {
    let now_ms = state.now_ms();
    let announced_before_ms = now_ms - limits::ANNOUNCE_AGAIN_MS;
    let due = bookings::past_payment_deadline(state.deps.database.reader(), now_ms, announced_before_ms, BATCH).await?;
    let mut done = 0;
    for booking_id in &due {
        let still = |booking: &crate::store::rows::Booking| {
            let due = booking.status() == BookingStatus::AwaitingPayment
                && booking.payment_deadline.is_some_and(|deadline_ms| deadline_ms <= now_ms)
                && booking
                    .deadline_announced_at
                    .is_none_or(|announced_at_ms| announced_at_ms <= announced_before_ms);
            due.then_some(Trigger::DeadlinePassed)
        };
        done += usize::from(take(state, booking_id, None, still).await?);
    }
    Ok(done)
}

/// Cancels the bookings of cancelled occurrences, a batch of one occurrence at a time; goes on where it was interrupted.
pub async fn cancel_bookings(state: &Shared) -> Result<usize> {
    let reader = state.deps.database.reader();
    let Some(occurrence) = offers::pending_fan_outs(reader, 1).await?.into_iter().next() else {
        return Ok(0);
    };
    let due = bookings::to_cancel(reader, &occurrence.occurrence_id, BATCH).await?;
    if due.is_empty() {
        offers::record_fan_out_done(state.deps.database.writer(), &occurrence.occurrence_id).await?;
        return Ok(1);
    }
    let mut done = 0;
    for booking_id in &due {
        let still = |booking: &crate::store::rows::Booking| {
            let told = booking.status() == BookingStatus::AwaitingPayment && booking.deadline_announced_at.is_some();
            (!told).then_some(Trigger::Cancelled(Cause::OccurrenceCancelled))
        };
        done += usize::from(take(state, booking_id, Some(&occurrence), still).await?);
    }
    Ok(done)
}

/// Raises an alarm when counters differ from the sums over bookings. Never repairs.
pub async fn audit_counters(state: &Shared) -> Result<usize> {
    let findings = audit::audit(state.deps.database.reader()).await?;
    for difference in &findings.counters {
        tracing::error!(?difference, "a quota counts otherwise than its bookings");
    }
    for booking_id in &findings.tickets {
        tracing::error!(%booking_id, "a confirmed booking has the wrong number of tickets");
    }
    metrics::gauge!("bookings_counter_differences").set(findings.counters.len() as f64);
    // Nothing was done that asks for another round at once.
    Ok(0)
}
