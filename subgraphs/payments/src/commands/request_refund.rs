//! Decides a refund: reserves the money and records the refund in one transaction. The runner submits it.

use kit::database::{StoreError, Transaction};

use crate::domain::{PaymentStatus, RefundOrigin, RefundStatus, share};
use crate::state::State;
use crate::store::{PaymentRow, RefundRow, payments, refunds};

/// Why and how much.
#[derive(Clone, Debug)]
pub struct RefundRequest {
    /// What it is for; the same cause never refunds twice.
    pub dedupe_key: String,
    /// The provider's idempotency key; `None`: `re:<refund_id>`.
    pub idempotency_key: Option<String>,
    /// Of what was captured, 0 to 100; never more than is left.
    pub percent: i32,
    pub origin: RefundOrigin,
    pub reason: Option<String>,
}

/// Reserves and records. `None`: nothing is left to give back, or this cause has its refund.
pub async fn request_refund(
    state: &State,
    txn: &Transaction,
    payment_id: &str,
    request: &RefundRequest,
) -> Result<Option<RefundRow>, StoreError> {
    loop {
        let payment = payments::get(txn.connection(), payment_id).await?;
        if payment.status() != PaymentStatus::Succeeded {
            return Ok(None);
        }
        let asked = share(payment.captured_minor, request.percent).map_err(|_| StoreError::Bug("a negative capture".to_owned()))?;
        let amount_minor = asked.min(payment.unreturned_minor());
        if amount_minor <= 0 {
            return Ok(None);
        }
        let row = new_row(state, &payment, request, amount_minor);
        if !refunds::record(txn.connection(), row.clone()).await? {
            return Ok(None);
        }
        if payments::claim_refundable(txn.connection(), payment_id, amount_minor).await? {
            metrics::counter!("payments_refunds_total", "origin" => request.origin.name()).increment(1);
            return Ok(Some(row));
        }
        // Another refund took some of it since we read: forget the row and reckon again.
        refunds::remove_requested(txn.connection(), &row.id).await?;
    }
}

fn new_row(state: &State, payment: &PaymentRow, request: &RefundRequest, amount_minor: i64) -> RefundRow {
    let now_ms = state.clock.now_ms();
    let id = state.ids.next("rfd", now_ms);
    RefundRow {
        payment_id: payment.id.clone(),
        booking_id: payment.booking_id.clone(),
        dedupe_key: request.dedupe_key.clone(),
        idem_key: request.idempotency_key.clone().unwrap_or_else(|| format!("re:{id}")),
        id,
        provider_ref: None,
        amount_minor,
        currency: payment.money_currency().to_owned(),
        status: RefundStatus::Requested.name().to_owned(),
        origin: request.origin.name().to_owned(),
        reason: request.reason.clone(),
        failure_code: None,
        version: 1,
        created_at: now_ms,
        settled_at: None,
        next_look_at: now_ms,
        looks: 0,
    }
}
