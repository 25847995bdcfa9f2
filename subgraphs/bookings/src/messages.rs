//! What bookings hears. Every handler claims its message in the inbox in the transaction of its effect, so hearing twice
//! is hearing once. What is told is in `commands::transition` and `commands::hold_place`.

use contracts::messages::{
    MembershipChanged, OccurrenceCancelled, OccurrenceScheduled, PaymentAbsent, PaymentCancelled, PaymentFailed, PaymentProcessing,
    PaymentSucceeded, ProductChanged, RefundFailed, RefundSucceeded,
};
use contracts::values::Amount;
use kit::bus::{Consumers, Message, Received};
use kit::database::{Transaction, retrying};
use kit::error::Result;
use kit::inbox;

use crate::commands::project_offer;
use crate::commands::transition::{Particulars, Step, step};
use crate::domain::booking::{Afterwards, BookingStatus, Capture, Trigger};
use crate::state::Shared;
use crate::store::money::{Heard, PaymentFact, RefundFact, record_payment, record_refund};
use crate::store::rows::Booking;
use crate::store::{bookings, offers};

const CONSUMER: &str = "bookings";

/// Everything bookings listens to.
pub fn consumers(state: &Shared) -> Consumers {
    Consumers::new()
        .on(handler(state, membership_changed))
        .on(handler(state, occurrence_scheduled))
        .on(handler(state, occurrence_cancelled))
        .on(handler(state, product_changed))
        .on(handler(state, payment_succeeded))
        .on(handler(state, payment_processing))
        .on(handler(state, payment_failed))
        .on(handler(state, payment_cancelled))
        .on(handler(state, payment_absent))
        .on(handler(state, refund_succeeded))
        .on(handler(state, refund_failed))
}

fn handler<M, F, Fut>(state: &Shared, handle: F) -> impl Fn(Received<M>) -> Fut + Send + Sync + 'static
where
    M: Message,
    F: Fn(Shared, Received<M>) -> Fut + Send + Sync + 'static,
{
    let state = state.clone();
    move |received| handle(state.clone(), received)
}

async fn claim(state: &Shared, txn: &Transaction, message_id: &str) -> Result<bool> {
    Ok(inbox::claim(txn, CONSUMER, message_id, state.now_ms()).await?)
}

async fn membership_changed(state: Shared, received: Received<MembershipChanged>) -> Result<()> {
    contracts::access::project_membership(&state.deps.database, received).await
}

async fn occurrence_scheduled(state: Shared, received: Received<OccurrenceScheduled>) -> Result<()> {
    let facts = &received.data.facts;
    retrying(|| async {
        let txn = state.deps.database.begin().await?;
        if claim(&state, &txn, &received.id).await? {
            project_offer::project_occurrence(&state, &txn, facts).await?;
            txn.commit().await?;
        }
        Ok::<_, kit::Error>(())
    })
    .await?;
    state.tell_places(&facts.occurrence_id).await;
    Ok(())
}

async fn product_changed(state: Shared, received: Received<ProductChanged>) -> Result<()> {
    let concerned = retrying(|| async {
        let txn = state.deps.database.begin().await?;
        if !claim(&state, &txn, &received.id).await? {
            return Ok(Vec::new());
        }
        let concerned = project_offer::project_product(&state, &txn, &received.data.facts).await?;
        txn.commit().await?;
        Ok::<_, kit::Error>(concerned)
    })
    .await?;
    for occurrence_id in concerned {
        state.tell_places(&occurrence_id).await;
    }
    Ok(())
}

/// Its bookings are cancelled in batches by `workers::cancel_bookings`.
async fn occurrence_cancelled(state: Shared, received: Received<OccurrenceCancelled>) -> Result<()> {
    retrying(|| async {
        let txn = state.deps.database.begin().await?;
        if claim(&state, &txn, &received.id).await? {
            offers::project_cancellation(txn.connection(), &received.data).await?;
            txn.commit().await?;
        }
        Ok::<_, kit::Error>(())
    })
    .await?;
    state.tell_places(&received.data.occurrence_id).await;
    Ok(())
}

/// The amount as it counts for the booking: money in another currency is told as a mismatch and not added up.
fn within(booking: &Booking, amount: &Amount) -> i64 {
    if amount.currency == booking.currency {
        amount.amount_minor
    } else {
        0
    }
}

/// Whether the booking's occurrence was cancelled, and the share its buyers get back.
async fn cancellation_of(txn: &Transaction, booking: &Booking, now_ms: i64) -> Result<Option<Particulars>> {
    let Some(occurrence) = offers::find_occurrence(txn.connection(), &booking.occurrence_id).await? else {
        return Ok(None);
    };
    if !occurrence.cancelled {
        return Ok(None);
    }
    Ok(Some(cancellation_particulars(&occurrence, booking, now_ms)?))
}

/// What a booking of a cancelled occurrence gets: everything, or what its policy gives.
pub(crate) fn cancellation_particulars(
    occurrence: &crate::store::rows::OccurrenceSnapshot,
    booking: &Booking,
    now_ms: i64,
) -> Result<Particulars> {
    let refund_percent = if occurrence.refund_everyone {
        100
    } else {
        booking.policy()?.percent_at(occurrence.starts_at, now_ms).unwrap_or(0)
    };
    Ok(Particulars {
        refund_percent,
        reason: occurrence.cancel_reason.clone(),
        ..Particulars::default()
    })
}

/// What a handled message means for those who look on.
enum Outcome {
    Nothing,
    Changed {
        booking: Box<Booking>,
        places_moved: bool,
    },
    /// The places of an expired booking are gone: handle again, knowing that.
    PlacesGone,
}

async fn tell(state: &Shared, outcome: &Outcome) {
    match outcome {
        Outcome::Changed {
            booking,
            places_moved: true,
        } => state.tell_booking_and_places(booking).await,
        Outcome::Changed {
            booking,
            places_moved: false,
        } => state.tell_booking(booking).await,
        Outcome::Nothing | Outcome::PlacesGone => {}
    }
}

async fn payment_succeeded(state: Shared, received: Received<PaymentSucceeded>) -> Result<()> {
    let mut outcome = retrying(|| succeed(&state, &received, false)).await?;
    if matches!(outcome, Outcome::PlacesGone) {
        outcome = retrying(|| succeed(&state, &received, true)).await?;
    }
    tell(&state, &outcome).await;
    Ok(())
}

async fn succeed(state: &Shared, received: &Received<PaymentSucceeded>, places_gone: bool) -> Result<Outcome> {
    let message = &received.data;
    let txn = state.deps.database.begin().await?;
    if !claim(state, &txn, &received.id).await? {
        return Ok(Outcome::Nothing);
    }
    let connection = txn.connection();
    let Some(mut booking) = bookings::claim(connection, &message.booking_id).await? else {
        tracing::warn!(booking_id = %message.booking_id, payment_id = %message.payment_id, "money came for a booking that is not known here");
        return Ok(Outcome::Nothing);
    };
    let fact = PaymentFact {
        payment_id: &message.payment_id,
        booking_id: &message.booking_id,
        heard: Heard::Succeeded,
        amount_minor: within(&booking, &message.amount),
        heard_at_ms: state.now_ms(),
        version: message.version,
    };
    let is_news = record_payment(connection, fact).await?.is_news;
    let cancellation = cancellation_of(&txn, &booking, state.now_ms()).await?;
    let capture = if !is_news || booking.confirmed_payment_id.as_deref() == Some(message.payment_id.as_str()) {
        Capture::Repeated
    } else if cancellation.is_some() {
        Capture::OccurrenceCancelled
    } else if message.amount != booking.total() {
        Capture::Differs
    } else if places_gone && booking.status() == BookingStatus::Expired {
        Capture::PlacesGone
    } else {
        Capture::Agrees
    };
    let particulars = Particulars {
        payment_id: Some(message.payment_id.clone()),
        captured: Some(message.amount.clone()),
        ..cancellation.unwrap_or_default()
    };
    finish(state, txn, booking.status(), &mut booking, Trigger::Paid(capture), &particulars).await
}

/// Takes the step and commits. A trigger the state does not allow is news that came too late: it is noted and nothing follows.
async fn finish(
    state: &Shared,
    txn: Transaction,
    from: BookingStatus,
    booking: &mut Booking,
    trigger: Trigger,
    particulars: &Particulars,
) -> Result<Outcome> {
    let places_moved = match step(state, &txn, booking, trigger, particulars).await? {
        Step::Done { places_moved } => places_moved,
        Step::Illegal(_) => {
            tracing::debug!(booking_id = %booking.id, state = from.name(), ?trigger, "heard too late to matter");
            false
        }
        Step::PlacesGone(_) => return Ok(Outcome::PlacesGone),
    };
    txn.commit().await?;
    Ok(Outcome::Changed {
        booking: Box::new(booking.clone()),
        places_moved,
    })
}

/// What is common to news of a payment that brought no money.
struct News<'a> {
    message_id: &'a str,
    occurred_at_ms: i64,
    payment_id: &'a str,
    booking_id: &'a str,
    heard: Heard,
    version: i64,
}

async fn hear_of_payment(state: &Shared, news: News<'_>) -> Result<()> {
    let outcome = retrying(|| hear(state, &news)).await?;
    tell(state, &outcome).await;
    Ok(())
}

async fn hear(state: &Shared, news: &News<'_>) -> Result<Outcome> {
    let now_ms = state.now_ms();
    let txn = state.deps.database.begin().await?;
    if !claim(state, &txn, news.message_id).await? {
        return Ok(Outcome::Nothing);
    }
    let connection = txn.connection();
    let Some(mut booking) = bookings::claim(connection, news.booking_id).await? else {
        return Ok(Outcome::Nothing);
    };
    let fact = PaymentFact {
        payment_id: news.payment_id,
        booking_id: news.booking_id,
        heard: news.heard,
        amount_minor: 0,
        heard_at_ms: now_ms,
        version: news.version,
    };
    let noted = record_payment(connection, fact).await?;
    // What was said before the current try began says nothing of it. A declined payment is tried again under its own
    // id, so later news of it counts; but the end of a payment from before is not the end of the one that replaced it.
    let is_stale = booking.payment_begun_at.is_some_and(|begun_at_ms| {
        let ends_an_earlier_one = matches!(news.heard, Heard::Cancelled) && noted.first_heard_at_ms < begun_at_ms;
        news.occurred_at_ms < begun_at_ms || ends_an_earlier_one
    });
    if !noted.is_news || is_stale {
        txn.commit().await?;
        return Ok(Outcome::Changed {
            booking: Box::new(booking),
            places_moved: false,
        });
    }
    let cancellation = cancellation_of(&txn, &booking, now_ms).await?;
    let trigger = match news.heard {
        Heard::Processing => Trigger::PaymentProcessing,
        Heard::Failed => Trigger::PaymentDeclined {
            time_left: cancellation.is_none() && has_time_left(&booking, now_ms),
        },
        Heard::Cancelled | Heard::Succeeded => Trigger::PaymentGone(afterwards(&booking, cancellation.is_some(), now_ms)),
    };
    let from = booking.status();
    finish(state, txn, from, &mut booking, trigger, &cancellation.unwrap_or_default()).await
}

fn has_time_left(booking: &Booking, now_ms: i64) -> bool {
    booking.deadline_announced_at.is_none() && booking.payment_deadline.is_some_and(|deadline_ms| now_ms < deadline_ms)
}

fn afterwards(booking: &Booking, occurrence_cancelled: bool, now_ms: i64) -> Afterwards {
    if occurrence_cancelled {
        Afterwards::OccurrenceCancelled
    } else if has_time_left(booking, now_ms) {
        Afterwards::TimeLeft
    } else {
        Afterwards::TimeUp
    }
}

async fn payment_processing(state: Shared, received: Received<PaymentProcessing>) -> Result<()> {
    let message = &received.data;
    let news = News {
        message_id: &received.id,
        occurred_at_ms: received.occurred_at_ms,
        payment_id: &message.payment_id,
        booking_id: &message.booking_id,
        heard: Heard::Processing,
        version: message.version,
    };
    hear_of_payment(&state, news).await
}

async fn payment_failed(state: Shared, received: Received<PaymentFailed>) -> Result<()> {
    let message = &received.data;
    let news = News {
        message_id: &received.id,
        occurred_at_ms: received.occurred_at_ms,
        payment_id: &message.payment_id,
        booking_id: &message.booking_id,
        heard: Heard::Failed,
        version: message.version,
    };
    hear_of_payment(&state, news).await
}

async fn payment_cancelled(state: Shared, received: Received<PaymentCancelled>) -> Result<()> {
    let message = &received.data;
    let news = News {
        message_id: &received.id,
        occurred_at_ms: received.occurred_at_ms,
        payment_id: &message.payment_id,
        booking_id: &message.booking_id,
        heard: Heard::Cancelled,
        version: message.version,
    };
    hear_of_payment(&state, news).await
}

/// No payment is alive for a booking whose deadline was announced: there is nothing to wait for.
async fn payment_absent(state: Shared, received: Received<PaymentAbsent>) -> Result<()> {
    let outcome = retrying(|| async {
        let now_ms = state.now_ms();
        let txn = state.deps.database.begin().await?;
        if !claim(&state, &txn, &received.id).await? {
            return Ok(Outcome::Nothing);
        }
        let Some(mut booking) = bookings::claim(txn.connection(), &received.data.booking_id).await? else {
            return Ok(Outcome::Nothing);
        };
        let is_stale = booking
            .payment_begun_at
            .is_some_and(|begun_at_ms| received.occurred_at_ms < begun_at_ms);
        if is_stale || booking.status() != BookingStatus::AwaitingPayment {
            txn.commit().await?;
            return Ok(Outcome::Nothing);
        }
        let cancellation = cancellation_of(&txn, &booking, now_ms).await?;
        let trigger = Trigger::PaymentGone(afterwards(&booking, cancellation.is_some(), now_ms));
        let from = booking.status();
        finish(&state, txn, from, &mut booking, trigger, &cancellation.unwrap_or_default()).await
    })
    .await?;
    tell(&state, &outcome).await;
    Ok(())
}

async fn refund_succeeded(state: Shared, received: Received<RefundSucceeded>) -> Result<()> {
    let message = &received.data;
    let fact = RefundFact {
        refund_id: &message.refund_id,
        booking_id: &message.booking_id,
        payment_id: &message.payment_id,
        succeeded: true,
        amount_minor: 0,
        version: message.version,
    };
    hear_of_refund(&state, &received.id, fact, Some(&message.amount)).await
}

async fn refund_failed(state: Shared, received: Received<RefundFailed>) -> Result<()> {
    let message = &received.data;
    let fact = RefundFact {
        refund_id: &message.refund_id,
        booking_id: &message.booking_id,
        payment_id: &message.payment_id,
        succeeded: false,
        amount_minor: 0,
        version: message.version,
    };
    hear_of_refund(&state, &received.id, fact, None).await
}

async fn hear_of_refund(state: &Shared, message_id: &str, fact: RefundFact<'_>, given_back: Option<&Amount>) -> Result<()> {
    let booking = retrying(|| async {
        let txn = state.deps.database.begin().await?;
        if !claim(state, &txn, message_id).await? {
            return Ok(None);
        }
        let Some(booking) = bookings::claim(txn.connection(), fact.booking_id).await? else {
            return Ok(None);
        };
        let amount_minor = given_back.map_or(0, |amount| within(&booking, amount));
        record_refund(txn.connection(), RefundFact { amount_minor, ..fact }).await?;
        txn.commit().await?;
        Ok::<_, kit::Error>(Some(booking))
    })
    .await?;
    if let Some(booking) = booking {
        state.tell_booking(&booking).await;
    }
    Ok(())
}
