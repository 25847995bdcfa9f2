//! Carries a refund to its end: submits it under its stored key, as often as it takes, and follows what the
//! provider shows.

use contracts::messages::{RefundFailed, RefundSucceeded};
use contracts::values::Amount;
use kit::database::StoreError;
use kit::outbox;

use super::{AskFailed, back_off_ms};
use crate::domain::{RefundStatus, RefundTrigger, next_refund};
use crate::provider::{ProviderError, ProviderRefundStatus, RefundParams};
use crate::state::State;
use crate::store::{RefundRow, payments, refunds};

/// The wait after a refund was asked for before the provider is asked what became of it.
const FIRST_LOOK_MS: i64 = 5_000;

/// Makes the refund's next step, asking the provider. Answers the refund as it is then.
pub async fn settle_refund(state: &State, refund_id: &str) -> Result<RefundRow, AskFailed> {
    loop {
        let row = refunds::get(state.database.reader(), refund_id).await?;
        let (trigger, failure_code) = match row.status() {
            RefundStatus::Requested => (RefundTrigger::Submit, None),
            RefundStatus::Submitting => submit(state, &row).await?,
            RefundStatus::Pending | RefundStatus::Succeeded => {
                let reference = row.provider_ref.clone().ok_or(StoreError::NotFound)?;
                let refund = state.provider.retrieve_refund(&reference).await?;
                (trigger(refund.status), refund.failure_code)
            }
            RefundStatus::Failed | RefundStatus::Cancelled => return Ok(row),
        };
        if next_refund(row.status(), trigger).is_none() {
            return Ok(row);
        }
        if take_step(state, &row, trigger, failure_code).await? {
            state.nudge(&row.booking_id, &row.payment_id).await;
            if row.status() != RefundStatus::Requested {
                return Ok(refunds::get(state.database.reader(), refund_id).await?);
            }
        }
    }
}

/// Submits under the refund's own key: however often, the provider gives back once.
async fn submit(state: &State, row: &RefundRow) -> Result<(RefundTrigger, Option<String>), AskFailed> {
    let payment = payments::get(state.database.reader(), &row.payment_id).await?;
    let params = RefundParams {
        refund_id: row.id.clone(),
        intent_reference: payment.provider_ref.ok_or(StoreError::NotFound)?,
        amount_minor: row.amount_minor,
    };
    match state.provider.create_refund(&row.idem_key, &params).await {
        Ok(refund) => {
            refunds::record_provider_ref(state.database.writer(), &row.id, &refund.reference).await?;
            Ok((trigger(refund.status), refund.failure_code))
        }
        Err(ProviderError::Refused { code, message }) => {
            tracing::error!(refund = row.id, code, message, "the provider refused a refund");
            Ok((RefundTrigger::Failed, Some(code)))
        }
        Err(error) => Err(error.into()),
    }
}

fn trigger(status: ProviderRefundStatus) -> RefundTrigger {
    match status {
        ProviderRefundStatus::Pending => RefundTrigger::Pending,
        ProviderRefundStatus::Succeeded => RefundTrigger::Succeeded,
        ProviderRefundStatus::Failed => RefundTrigger::Failed,
        ProviderRefundStatus::Canceled => RefundTrigger::Cancelled,
    }
}

/// The step, the payment's counters and the message in one transaction. `false`: somebody was faster.
async fn take_step(state: &State, row: &RefundRow, trigger: RefundTrigger, failure_code: Option<String>) -> Result<bool, StoreError> {
    let Some((to, movement)) = next_refund(row.status(), trigger) else {
        return Ok(true);
    };
    let now_ms = state.clock.now_ms();
    let settled_at = matches!(to, RefundStatus::Succeeded | RefundStatus::Failed | RefundStatus::Cancelled).then_some(now_ms);
    let failure_code = match to {
        RefundStatus::Cancelled => Some(failure_code.unwrap_or_else(|| "cancelled".to_owned())),
        _ => failure_code,
    };
    let next_look_at = match to {
        // Submitted at once; should that be cut short, again soon.
        RefundStatus::Submitting => now_ms + back_off_ms(1_000, 0),
        _ => now_ms + FIRST_LOOK_MS,
    };
    let txn = state.database.begin().await?;
    if !refunds::record_step(txn.connection(), row, to, settled_at, failure_code.clone(), next_look_at).await? {
        return Ok(false);
    }
    if !payments::move_money(txn.connection(), &row.payment_id, movement, row.amount_minor).await? {
        return Err(StoreError::Bug(format!(
            "the counters of {} do not hold {}",
            row.payment_id, row.id
        )));
    }
    let (refund_id, payment_id, booking_id) = (row.id.clone(), row.payment_id.clone(), row.booking_id.clone());
    let version = row.version + 1;
    match to {
        RefundStatus::Succeeded => {
            let payment = payments::get(txn.connection(), &row.payment_id).await?;
            let message = RefundSucceeded {
                refund_id,
                payment_id,
                booking_id,
                amount: Amount {
                    amount_minor: row.amount_minor,
                    currency: row.currency.clone(),
                },
                refunded_whole: payment.refunded == payment.captured_minor,
                version,
            };
            outbox::put(&txn, &state.stamp(), &message).await?;
        }
        RefundStatus::Failed | RefundStatus::Cancelled => {
            outbox::put(
                &txn,
                &state.stamp(),
                &RefundFailed {
                    refund_id,
                    payment_id,
                    booking_id,
                    failure_code,
                    version,
                },
            )
            .await?;
        }
        RefundStatus::Requested | RefundStatus::Submitting | RefundStatus::Pending => {}
    }
    txn.commit().await?;
    Ok(true)
}
