//! What payments hears. Each handler is one transaction that begins with its inbox claim, so a second delivery
//! changes nothing; what the provider has to be asked is left to the workers.

use contracts::messages::{
    BookingCancelled, BookingExpired, BookingOverpaid, BookingPaymentMismatched, BookingUnfulfillable, CancelCause, MembershipChanged,
    PaymentAbsent, PaymentDeadlinePassed,
};
use kit::Error;
use kit::bus::{Consumers, Received};
use kit::database::{StoreError, Transaction, retrying};
use kit::{inbox, outbox};

use crate::commands::request_refund::{RefundRequest, request_refund};
use crate::domain::{PaymentStatus, RefundOrigin};
use crate::state::State;
use crate::store::payments;

/// The consumer's name in the inbox.
const CONSUMER: &str = "payments";

/// Everything payments listens to.
pub fn consumers(state: &State) -> Consumers {
    let with = |state: &State| state.clone();
    let (cancelled, expired, deadline) = (with(state), with(state), with(state));
    let (unfulfillable, overpaid, mismatched, members) = (with(state), with(state), with(state), with(state));
    Consumers::new()
        .on(move |message: Received<BookingCancelled>| booking_cancelled(cancelled.clone(), message))
        .on(move |message: Received<BookingExpired>| booking_expired(expired.clone(), message))
        .on(move |message: Received<PaymentDeadlinePassed>| payment_deadline_passed(deadline.clone(), message))
        .on(move |message: Received<BookingUnfulfillable>| {
            give_back(
                unfulfillable.clone(),
                message.id,
                message.data.payment_id,
                "The booking could not take the payment.",
            )
        })
        .on(move |message: Received<BookingOverpaid>| {
            give_back(
                overpaid.clone(),
                message.id,
                message.data.payment_id,
                "The booking was paid already.",
            )
        })
        .on(move |message: Received<BookingPaymentMismatched>| {
            give_back(
                mismatched.clone(),
                message.id,
                message.data.payment_id,
                "The payment did not match the booking.",
            )
        })
        .on(move |message: Received<MembershipChanged>| {
            let state = members.clone();
            async move { contracts::access::project_membership(&state.database, message).await }
        })
}

/// Begins the handler's transaction; `None`: the message was handled before.
async fn begin(state: &State, message_id: &str) -> Result<Option<Transaction>, StoreError> {
    let txn = state.database.begin().await?;
    let fresh = inbox::claim(&txn, CONSUMER, message_id, state.clock.now_ms()).await?;
    Ok(fresh.then_some(txn))
}

/// The policy's share of every capture goes back, once per payment; an open payment is given up.
async fn booking_cancelled(state: State, message: Received<BookingCancelled>) -> Result<(), Error> {
    let cancelled = &message.data;
    let origin = match cancelled.cause {
        CancelCause::Buyer => RefundOrigin::Buyer,
        CancelCause::Organizer => RefundOrigin::Organizer,
        CancelCause::EventCancelled => RefundOrigin::EventCancelled,
    };
    let touched = retrying(|| async {
        let Some(txn) = begin(&state, &message.id).await? else {
            return Ok(Vec::new());
        };
        let known = payments::of_booking(txn.connection(), &cancelled.booking_id).await?;
        for payment in &known {
            if payment.status() == PaymentStatus::Succeeded {
                let request = RefundRequest {
                    dedupe_key: format!("cancel:{}", payment.id),
                    idempotency_key: None,
                    percent: cancelled.refund_percent,
                    origin,
                    reason: cancelled.reason.clone(),
                };
                request_refund(&state, &txn, &payment.id, &request).await?;
            }
        }
        payments::request_cancel(txn.connection(), &cancelled.booking_id, state.clock.now_ms()).await?;
        txn.commit().await?;
        Ok::<_, StoreError>(known)
    })
    .await?;
    for payment in touched {
        state.nudge(&payment.booking_id, &payment.id).await;
    }
    Ok(())
}

/// A hold that ran out takes no money any more, if the provider agrees.
async fn booking_expired(state: State, message: Received<BookingExpired>) -> Result<(), Error> {
    retrying(|| async {
        let Some(txn) = begin(&state, &message.id).await? else {
            return Ok(());
        };
        payments::request_cancel(txn.connection(), &message.data.booking_id, state.clock.now_ms()).await?;
        txn.commit().await
    })
    .await?;
    Ok(())
}

/// Asks for the live payment to be given up, or says that there is nothing to wait for.
async fn payment_deadline_passed(state: State, message: Received<PaymentDeadlinePassed>) -> Result<(), Error> {
    let booking_id = &message.data.booking_id;
    retrying(|| async {
        let Some(txn) = begin(&state, &message.id).await? else {
            return Ok(());
        };
        if !payments::request_cancel(txn.connection(), booking_id, state.clock.now_ms()).await? {
            let known = payments::of_booking(txn.connection(), booking_id).await?;
            // A capture was told already and decides; PaymentAbsent beside it could free places that are paid.
            let paid = known
                .iter()
                .any(|payment| payment.status() == PaymentStatus::Succeeded && payment.unreturned_minor() > 0);
            if !paid {
                outbox::put(
                    &txn,
                    &state.stamp(),
                    &PaymentAbsent {
                        booking_id: booking_id.clone(),
                    },
                )
                .await?;
            }
        }
        txn.commit().await
    })
    .await?;
    Ok(())
}

/// The whole of a payment goes back by itself.
async fn give_back(state: State, message_id: String, payment_id: String, reason: &'static str) -> Result<(), Error> {
    let booking_id = retrying(|| async {
        let Some(txn) = begin(&state, &message_id).await? else {
            return Ok(None);
        };
        let payment = payments::get(txn.connection(), &payment_id).await?;
        let request = RefundRequest {
            dedupe_key: format!("auto:{payment_id}"),
            idempotency_key: Some(format!("re:auto:{payment_id}")),
            percent: 100,
            origin: RefundOrigin::SagaCompensation,
            reason: Some(reason.to_owned()),
        };
        request_refund(&state, &txn, &payment_id, &request).await?;
        txn.commit().await?;
        Ok::<_, StoreError>(Some(payment.booking_id))
    })
    .await?;
    if let Some(booking_id) = booking_id {
        state.nudge(&booking_id, &payment_id).await;
    }
    Ok(())
}
