//! What was heard of payments and refunds, for the money life of bookings.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{all, execute, one, places, texts};
use crate::domain::payment_state::Money;

/// How a payment stands, as heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heard {
    Processing,
    Succeeded,
    Failed,
    Cancelled,
}

impl Heard {
    fn name(self) -> &'static str {
        match self {
            Self::Processing => "PROCESSING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::Cancelled => "CANCELLED",
        }
    }
}

/// One fact about a payment.
#[derive(Clone, Copy, Debug)]
pub struct PaymentFact<'a> {
    pub payment_id: &'a str,
    pub booking_id: &'a str,
    pub heard: Heard,
    /// Captured, in the booking's currency.
    pub amount_minor: i64,
    pub heard_at_ms: i64,
    pub version: i64,
}

/// What a fact is to what was known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Not older than what was known, and not a repetition of success.
    pub is_news: bool,
    /// When the payment was heard of for the first time.
    pub first_heard_at_ms: i64,
}

#[derive(FromQueryResult)]
struct Known {
    status: String,
    first_heard_at: i64,
}

/// Records a fact, unless it is older than what is known; success is never overwritten.
pub async fn record_payment<C: ConnectionTrait>(connection: &C, fact: PaymentFact<'_>) -> Result<Noted, StoreError> {
    let known: Option<Known> = one(
        connection,
        "SELECT status, first_heard_at FROM booking_payment WHERE payment_id = $1",
        vec![fact.payment_id.into()],
    )
    .await?;
    let first_heard_at_ms = known.as_ref().map_or(fact.heard_at_ms, |known| known.first_heard_at);
    if known.is_some_and(|known| known.status == Heard::Succeeded.name()) {
        return Ok(Noted {
            is_news: false,
            first_heard_at_ms,
        });
    }
    // Success counts whatever came before it.
    let condition = if fact.heard == Heard::Succeeded {
        ""
    } else {
        "AND booking_payment.version < excluded.version"
    };
    let sql = format!(
        "INSERT INTO booking_payment (payment_id, booking_id, status, amount_minor, first_heard_at, version) VALUES ($1, $2, $3, $4, $5, $6)
         ON CONFLICT (payment_id) DO UPDATE SET status = excluded.status, amount_minor = excluded.amount_minor, version = excluded.version
         WHERE booking_payment.status <> 'SUCCEEDED' {condition}"
    );
    let values = vec![
        fact.payment_id.into(),
        fact.booking_id.into(),
        fact.heard.name().into(),
        fact.amount_minor.into(),
        fact.heard_at_ms.into(),
        fact.version.into(),
    ];
    let is_news = execute(connection, &sql, values).await? == 1;
    Ok(Noted {
        is_news,
        first_heard_at_ms,
    })
}

/// One fact about a refund.
#[derive(Clone, Copy, Debug)]
pub struct RefundFact<'a> {
    pub refund_id: &'a str,
    pub booking_id: &'a str,
    pub payment_id: &'a str,
    pub succeeded: bool,
    /// Given back, in the booking's currency.
    pub amount_minor: i64,
    pub version: i64,
}

/// Records a fact unless a newer one is known.
pub async fn record_refund<C: ConnectionTrait>(connection: &C, fact: RefundFact<'_>) -> Result<bool, StoreError> {
    let sql = "INSERT INTO booking_refund (refund_id, booking_id, payment_id, status, amount_minor, version)
        VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (refund_id) DO UPDATE SET status = excluded.status, version = excluded.version
        WHERE booking_refund.version < excluded.version";
    let values = vec![
        fact.refund_id.into(),
        fact.booking_id.into(),
        fact.payment_id.into(),
        if fact.succeeded { "SUCCEEDED" } else { "FAILED" }.into(),
        fact.amount_minor.into(),
        fact.version.into(),
    ];
    Ok(execute(connection, sql, values).await? == 1)
}

#[derive(FromQueryResult)]
struct PaymentRow {
    booking_id: String,
    status: String,
    amount_minor: i64,
}

/// What was heard of the money of bookings; those without any are left out.
pub async fn of_bookings<C: ConnectionTrait>(connection: &C, booking_ids: &[String]) -> Result<HashMap<String, Money>, StoreError> {
    let marks = places(1, booking_ids.len());
    let sql = format!("SELECT booking_id, status, amount_minor FROM booking_payment WHERE booking_id IN ({marks})");
    let payments: Vec<PaymentRow> = all(connection, &sql, texts(booking_ids)).await?;
    let sql = format!("SELECT booking_id, status, amount_minor FROM booking_refund WHERE booking_id IN ({marks})");
    let refunds: Vec<PaymentRow> = all(connection, &sql, texts(booking_ids)).await?;
    let mut found: HashMap<String, Money> = HashMap::new();
    for payment in payments {
        let money = found.entry(payment.booking_id).or_default();
        match payment.status.as_str() {
            "SUCCEEDED" => money.captured_minor += payment.amount_minor,
            "PROCESSING" => money.processing = true,
            _ => {}
        }
    }
    for refund in refunds.into_iter().filter(|refund| refund.status == "SUCCEEDED") {
        found.entry(refund.booking_id).or_default().refunded_minor += refund.amount_minor;
    }
    Ok(found)
}
