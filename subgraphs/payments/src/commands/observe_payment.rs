//! Looks at the provider's object of a payment and makes the step it shows: the one way a payment changes.
//!
//! Webhook, poller, canceller, browser return and buyer's cancel all end here. Read (status, version), ask the
//! provider, decide, compare-and-set; whoever loses the race starts again (section 2, state machines).

use contracts::messages::{PaymentCancelled, PaymentFailed, PaymentProcessing, PaymentSucceeded};
use contracts::values::Amount;
use kit::database::{StoreError, Transaction};
use kit::outbox;

use super::AskFailed;
use crate::domain::{Next, Observed, PaymentStatus, next};
use crate::provider::{Intent, IntentParams, IntentStatus};
use crate::state::State;
use crate::store::payments::Step;
use crate::store::{PaymentRow, payments};

/// What to ask of the provider.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    Retrieve,
    /// Give it up, if it can be.
    Cancel,
}

/// A live payment is looked at by the poller this long after it last changed.
pub const FIRST_LOOK_MS: i64 = 60_000;

/// Asks the provider and brings the payment up to date. Answers the payment as it is then.
pub async fn observe(state: &State, payment_id: &str, look: Look) -> Result<PaymentRow, AskFailed> {
    loop {
        let row = payments::get(state.database.reader(), payment_id).await?;
        let row = ensure_opened(state, row).await?;
        let reference = row.provider_ref.clone().ok_or(StoreError::NotFound)?;
        let intent = match look {
            Look::Retrieve => state.provider.retrieve_intent(&reference).await?,
            Look::Cancel => state.provider.cancel_intent(&reference).await?,
        };
        let to = match next(row.status(), observed(&row, &intent)) {
            Next::To(to) => to,
            Next::Unchanged => return Ok(row),
            Next::Illegal => {
                tracing::warn!(payment = row.id, status = row.status, shown = ?intent.status, "dropped what the provider shows");
                return Ok(row);
            }
        };
        if take_step(state, &row, to, &intent).await? {
            state.nudge(&row.booking_id, &row.id).await;
            return Ok(payments::get(state.database.reader(), payment_id).await?);
        }
    }
}

/// Makes sure the provider has the intent: repeats the creation under the payment's own key and frozen parameters
/// when its answer never came.
pub async fn ensure_opened(state: &State, row: PaymentRow) -> Result<PaymentRow, AskFailed> {
    if row.provider_ref.is_some() {
        return Ok(row);
    }
    let params: IntentParams = serde_json::from_str(&row.params_json).map_err(|error| StoreError::Bug(error.to_string()))?;
    let intent = state.provider.create_intent(&row.idem_key, &params).await?;
    payments::record_opened(state.database.writer(), &row.id, &intent.reference, &intent.client_secret).await?;
    Ok(payments::get(state.database.reader(), &row.id).await?)
}

fn observed(row: &PaymentRow, intent: &Intent) -> Observed {
    match intent.status {
        IntentStatus::RequiresPaymentMethod if intent.last_error.is_none() => Observed::AwaitingCard,
        IntentStatus::RequiresPaymentMethod => Observed::Declined {
            new_try: intent.latest_try != row.last_try,
        },
        IntentStatus::RequiresAction => Observed::RequiresAction,
        IntentStatus::Processing => Observed::Processing,
        IntentStatus::Succeeded => Observed::Captured,
        IntentStatus::Canceled => Observed::Cancelled,
    }
}

/// The step and its message in one transaction. `false`: somebody was faster.
async fn take_step(state: &State, row: &PaymentRow, to: PaymentStatus, intent: &Intent) -> Result<bool, StoreError> {
    let now_ms = state.clock.now_ms();
    let captured = to == PaymentStatus::Succeeded;
    let step = Step {
        status: to,
        captured: captured.then(|| (intent.captured_minor, intent.currency.clone())),
        succeeded_at: captured.then_some(now_ms),
        redirect_url: intent.redirect_url.clone(),
        method: intent.method.clone().map(|method| (method.kind, method.brand, method.last4)),
        last_try: intent.latest_try.clone(),
        failure: intent
            .last_error
            .clone()
            .filter(|_| to == PaymentStatus::Failed)
            .map(|failure| (failure.code, failure.message)),
        next_look_at: now_ms + FIRST_LOOK_MS,
    };
    let txn = state.database.begin().await?;
    if !payments::record_step(txn.connection(), row, &step).await? {
        return Ok(false);
    }
    tell(state, &txn, row, &step).await?;
    txn.commit().await?;
    metrics::counter!("payments_steps_total", "to" => to.name()).increment(1);
    Ok(true)
}

async fn tell(state: &State, txn: &Transaction, row: &PaymentRow, step: &Step) -> Result<(), StoreError> {
    let (payment_id, booking_id, version) = (row.id.clone(), row.booking_id.clone(), row.version + 1);
    let stamp = state.stamp();
    match step.status {
        PaymentStatus::Succeeded => {
            let (amount_minor, currency) = step.captured.clone().expect("a capture says how much");
            let message = PaymentSucceeded {
                payment_id,
                booking_id,
                amount: Amount { amount_minor, currency },
                succeeded_at_ms: step.succeeded_at.expect("a capture has its time"),
                version,
            };
            outbox::put(txn, &stamp, &message).await
        }
        PaymentStatus::Processing => {
            outbox::put(
                txn,
                &stamp,
                &PaymentProcessing {
                    payment_id,
                    booking_id,
                    version,
                },
            )
            .await
        }
        PaymentStatus::Failed => {
            let failure_code = step.failure.as_ref().map(|(code, _)| code.clone());
            outbox::put(
                txn,
                &stamp,
                &PaymentFailed {
                    payment_id,
                    booking_id,
                    failure_code,
                    version,
                },
            )
            .await
        }
        PaymentStatus::Cancelled => {
            outbox::put(
                txn,
                &stamp,
                &PaymentCancelled {
                    payment_id,
                    booking_id,
                    version,
                },
            )
            .await
        }
        // Nothing to tell: the buyer is at the provider.
        PaymentStatus::Created | PaymentStatus::RequiresAction => Ok(()),
    }
}
