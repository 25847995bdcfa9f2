//! One step of a claimed booking: the domain decides, counters move, tickets follow, the world is told. Everything that
//! changes a booking's state goes through here.

use contracts::messages::{
    BookingCancelled, BookingConfirmed, BookingExpired, BookingOverpaid, BookingPaymentMismatched, BookingUnfulfillable, CancelCause,
    PaymentDeadlinePassed,
};
use contracts::values::Amount;
use kit::database::{StoreError, Transaction};
use kit::error::Result;
use kit::outbox;

use crate::domain::booking::{BookingStatus, Cause, Fact, Illegal, Inventory, Trigger};
use crate::domain::{code, limits};
use crate::state::State;
use crate::store::inventory::{self, Movement, Shortage};
use crate::store::rows::{Booking, Ticket};
use crate::store::{bookings, tickets};

/// What a step needs beside its trigger.
#[derive(Clone, Debug, Default)]
pub struct Particulars {
    /// The payment the step is about.
    pub payment_id: Option<String>,
    /// What was captured.
    pub captured: Option<Amount>,
    /// The share a cancellation gives back, 0 to 100.
    pub refund_percent: i32,
    pub reason: Option<String>,
}

/// What became of the step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    /// Done; whether places moved.
    Done {
        places_moved: bool,
    },
    Illegal(Illegal),
    /// The places of an expired booking are gone. Drop the transaction.
    PlacesGone(Shortage),
}

/// Takes `booking`, which has to be claimed in `txn`, through `trigger`; it is then as it was written.
pub async fn step(state: &State, txn: &Transaction, booking: &mut Booking, trigger: Trigger, particulars: &Particulars) -> Result<Step> {
    let now_ms = state.now_ms();
    let from = booking.status();
    let (to, effects) = match from.next(trigger) {
        Ok(next) => next,
        Err(illegal) => return Ok(Step::Illegal(illegal)),
    };
    if let Some(shortage) = move_places(txn, booking, effects.inventory).await? {
        return Ok(Step::PlacesGone(shortage));
    }
    set_times(booking, from, to, trigger, now_ms);
    if matches!(effects.fact, Some(Fact::Confirmed { .. })) {
        booking.confirmed_payment_id.clone_from(&particulars.payment_id);
    }
    booking.status = to.name().to_owned();
    bookings::record_change(txn.connection(), booking, from.name()).await?;
    match effects.inventory {
        Inventory::HeldToSold | Inventory::RetakeSold => issue_tickets(state, txn, booking).await?,
        Inventory::ReleaseSold => tickets::void_all(txn.connection(), &booking.id).await?,
        Inventory::Untouched | Inventory::ReleaseHeld => {}
    }
    if let Some(fact) = effects.fact {
        tell(state, txn, booking, from, fact, particulars).await?;
    }
    Ok(Step::Done {
        places_moved: effects.inventory != Inventory::Untouched,
    })
}

async fn move_places(txn: &Transaction, booking: &Booking, inventory: Inventory) -> Result<Option<Shortage>> {
    let connection = txn.connection();
    let movement = match inventory {
        Inventory::Untouched => return Ok(None),
        Inventory::HeldToSold => Movement::HeldToSold,
        Inventory::ReleaseHeld => Movement::GiveBackHeld,
        Inventory::ReleaseSold => Movement::GiveBackSold,
        Inventory::RetakeSold => {
            // The quotas may have been edited since the places were given back.
            let lines = bookings::lines_of(connection, std::slice::from_ref(&booking.id)).await?;
            let lines: Vec<(String, i64)> = lines.into_iter().map(|line| (line.product_id, line.quantity)).collect();
            let draws = match inventory::draws_of_lines(connection, &booking.occurrence_id, &lines).await? {
                Ok(draws) => draws,
                Err(_) => {
                    return Ok(Some(Shortage {
                        quota_id: String::new(),
                        remaining: 0,
                    }));
                }
            };
            inventory::record_draws(connection, &booking.id, &draws).await?;
            return Ok(inventory::claim_places(connection, &draws, Movement::TakeSold).await?.err());
        }
    };
    let draws = inventory::draws_of_booking(connection, &booking.id).await?;
    match inventory::claim_places(connection, &draws, movement).await? {
        Ok(()) => Ok(None),
        Err(shortage) => Err(StoreError::Bug(format!(
            "booking {} cannot move its own places of {}",
            booking.id, shortage.quota_id
        ))
        .into()),
    }
}

fn set_times(booking: &mut Booking, from: BookingStatus, to: BookingStatus, trigger: Trigger, now_ms: i64) {
    match trigger {
        Trigger::Extended => {
            booking.expires_at = booking.expires_at.map(|expires_at| expires_at + limits::EXTENSION_MS);
            booking.extended = true;
        }
        Trigger::PaymentBegun => {
            booking.payment_begun_at = Some(now_ms);
            if from == BookingStatus::Held {
                let deadline_ms = limits::payment_deadline(booking.created_at, now_ms);
                booking.payment_deadline = Some(deadline_ms);
                booking.expires_at = Some(deadline_ms);
                booking.deadline_announced_at = None;
            }
        }
        Trigger::DeadlinePassed => booking.deadline_announced_at = Some(now_ms),
        Trigger::Cancelled(Cause::OccurrenceCancelled) if to == BookingStatus::AwaitingPayment => {
            booking.deadline_announced_at = Some(now_ms);
            booking.payment_deadline = booking.payment_deadline.map(|deadline_ms| deadline_ms.min(now_ms));
        }
        _ => {}
    }
    if from == to {
        return;
    }
    match to {
        BookingStatus::Held => {
            let payment_deadline_ms = booking.payment_deadline.unwrap_or(now_ms);
            booking.expires_at = Some(limits::deadline_after_decline(booking.created_at, payment_deadline_ms, now_ms));
            booking.payment_deadline = None;
            booking.deadline_announced_at = None;
        }
        BookingStatus::Confirmed => {
            booking.confirmed_at = Some(now_ms);
            booking.expires_at = None;
            booking.payment_deadline = None;
        }
        BookingStatus::Cancelled => {
            booking.cancelled_at = Some(now_ms);
            booking.expires_at = None;
            booking.payment_deadline = None;
        }
        BookingStatus::AwaitingPayment | BookingStatus::AwaitingApproval | BookingStatus::Expired | BookingStatus::Rejected => {}
    }
}

/// Issues what was bought; what was issued before stays as it is.
async fn issue_tickets(state: &State, txn: &Transaction, booking: &Booking) -> Result<()> {
    let now_ms = state.now_ms();
    // Ids of one moment are in no order; sorted, they list a booking's tickets by number.
    let mut ids: Vec<String> = (0..booking.ticket_count).map(|_| state.deps.ids.next("tkt", now_ms)).collect();
    ids.sort();
    let mut ids = ids.into_iter();
    let mut number = 0;
    for line in bookings::lines_of(txn.connection(), std::slice::from_ref(&booking.id)).await? {
        for ordinal in 1..=line.quantity {
            number += 1;
            let id = ids
                .next()
                .ok_or_else(|| StoreError::Bug(format!("booking {} has more tickets than it counts", booking.id)))?;
            let ticket = Ticket {
                id,
                code: code::ticket_code(&booking.code, number),
                booking_id: booking.id.clone(),
                booking_line_id: line.id.clone(),
                ordinal,
                number,
                organizer_id: booking.organizer_id.clone(),
                event_id: booking.event_id.clone(),
                occurrence_id: booking.occurrence_id.clone(),
                product_id: line.product_id.clone(),
                status: "ISSUED".to_owned(),
                code_version: 1,
                holder_name: Some(booking.contact_name.clone()),
                version: 1,
                created_at: now_ms,
            };
            tickets::record_issued(txn.connection(), &ticket).await?;
        }
    }
    Ok(())
}

async fn tell(
    state: &State,
    txn: &Transaction,
    booking: &Booking,
    from: BookingStatus,
    fact: Fact,
    particulars: &Particulars,
) -> Result<()> {
    let stamp = state.deps.stamp();
    let booking_id = booking.id.clone();
    let organizer_id = booking.organizer_id.clone();
    let occurrence_id = booking.occurrence_id.clone();
    let event_id = booking.event_id.clone();
    let buyer_user_id = booking.buyer_user_id.clone();
    let payment = || {
        particulars
            .payment_id
            .clone()
            .ok_or_else(|| StoreError::Bug("a step about money names its payment".to_owned()))
    };
    match fact {
        Fact::Confirmed { late } => {
            let message = BookingConfirmed {
                booking_id,
                occurrence_id,
                event_id,
                organizer_id,
                buyer_user_id,
                payment_id: particulars.payment_id.clone(),
                total: booking.total(),
                ticket_count: booking.ticket_count,
                late,
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::Expired => {
            let message = BookingExpired {
                booking_id,
                occurrence_id,
                event_id,
                organizer_id,
                buyer_user_id,
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::Cancelled(cause) => {
            let message = BookingCancelled {
                booking_id,
                occurrence_id,
                event_id,
                organizer_id,
                buyer_user_id,
                cause: match cause {
                    Cause::Buyer => CancelCause::Buyer,
                    Cause::Organizer => CancelCause::Organizer,
                    Cause::OccurrenceCancelled => CancelCause::EventCancelled,
                },
                refund_percent: particulars.refund_percent,
                reason: particulars.reason.clone(),
                was_confirmed: from == BookingStatus::Confirmed,
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::Unfulfillable => {
            let message = BookingUnfulfillable {
                booking_id,
                payment_id: payment()?,
                organizer_id,
                buyer_user_id,
                state: from.name().to_owned(),
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::Overpaid => {
            let message = BookingOverpaid {
                booking_id,
                payment_id: payment()?,
                organizer_id,
                buyer_user_id,
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::Mismatched => {
            let captured = particulars
                .captured
                .clone()
                .ok_or_else(|| StoreError::Bug("a mismatch names what was captured".to_owned()))?;
            let message = BookingPaymentMismatched {
                booking_id,
                payment_id: payment()?,
                organizer_id,
                buyer_user_id,
                expected: booking.total(),
                captured,
            };
            outbox::put(txn, &stamp, &message).await?;
        }
        Fact::DeadlinePassed => {
            outbox::put(txn, &stamp, &PaymentDeadlinePassed { booking_id, organizer_id }).await?;
        }
    }
    Ok(())
}
