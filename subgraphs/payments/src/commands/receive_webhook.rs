//! A webhook comes in: verified in the request and stored before the answer; later its object is fetched and
//! applied. Duplicates, any order and any delay are harmless, because only the provider's current word counts.

use http::HeaderMap;
use kit::database::StoreError;

use super::observe_payment::{Look, observe};
use super::settle_refund::settle_refund;
use super::{AskFailed, back_off_ms};
use crate::provider::WebhookRefused;
use crate::state::State;
use crate::store::rows::webhook_inbox::Model as WebhookRow;
use crate::store::webhooks::{self, WebhookStatus};
use crate::store::{payments, refunds};

/// A webhook may come before our own commit; its object is looked for this long.
const UNKNOWN_OBJECT_MS: i64 = 600_000;
const RETRY_MS: i64 = 1_000;

#[derive(Debug)]
pub enum ReceiveFailed {
    Refused(WebhookRefused),
    Store(StoreError),
}

/// Verifies and stores. `Ok`: it cannot be lost any more, or was stored before.
pub async fn receive_webhook(state: &State, headers: &HeaderMap, body: &[u8]) -> Result<(), ReceiveFailed> {
    let event = state.provider.verify_webhook(headers, body).map_err(ReceiveFailed::Refused)?;
    let payload = String::from_utf8(body.to_vec()).map_err(|_| ReceiveFailed::Refused(WebhookRefused::Body))?;
    let now_ms = state.clock.now_ms();
    let row = WebhookRow {
        id: state.ids.next("whk", now_ms),
        provider: state.provider.name().to_owned(),
        event_id: event.id,
        event_type: event.event_type,
        object_id: event.object_id,
        payload,
        received_at: now_ms,
        status: WebhookStatus::Received.name().to_owned(),
        attempts: 0,
        next_at: now_ms,
        last_error: None,
    };
    let stored = webhooks::record(state.database.writer(), row).await.map_err(ReceiveFailed::Store)?;
    metrics::counter!("payments_webhooks_total", "outcome" => if stored { "stored" } else { "duplicate" }).increment(1);
    Ok(())
}

/// Works off one stored webhook.
pub async fn process_webhook(state: &State, row: &WebhookRow) -> Result<(), StoreError> {
    let now_ms = state.clock.now_ms();
    let (status, next_at, error) = match apply(state, row).await {
        Ok(Applied::Done) => (WebhookStatus::Processed, now_ms, None),
        Ok(Applied::NotFollowed) => (WebhookStatus::Ignored, now_ms, None),
        Ok(Applied::UnknownObject) if now_ms - row.received_at < UNKNOWN_OBJECT_MS => (
            WebhookStatus::Received,
            now_ms + back_off_ms(RETRY_MS, row.attempts),
            Some("its object is not known yet".to_owned()),
        ),
        Ok(Applied::UnknownObject) => {
            tracing::warn!(
                webhook = row.id,
                event_type = row.event_type,
                "parked a webhook whose object is not ours"
            );
            (WebhookStatus::Parked, now_ms, Some("its object is not ours".to_owned()))
        }
        Err(failed) => {
            let error = kit::Error::from(failed).to_string();
            tracing::warn!(webhook = row.id, error, "a webhook could not be processed and comes again");
            (WebhookStatus::Received, now_ms + back_off_ms(RETRY_MS, row.attempts), Some(error))
        }
    };
    webhooks::record_try(state.database.writer(), &row.id, status, next_at, error).await
}

enum Applied {
    Done,
    NotFollowed,
    UnknownObject,
}

async fn apply(state: &State, row: &WebhookRow) -> Result<Applied, AskFailed> {
    match row.event_type.split('.').next() {
        Some("payment_intent") => match payments::find_by_provider_ref(state.database.reader(), &row.object_id).await? {
            Some(payment) => {
                observe(state, &payment.id, Look::Retrieve).await?;
                Ok(Applied::Done)
            }
            None => Ok(Applied::UnknownObject),
        },
        Some("refund") => match refunds::find_by_provider_ref(state.database.reader(), &row.object_id).await? {
            Some(refund) => {
                settle_refund(state, &refund.id).await?;
                Ok(Applied::Done)
            }
            None => Ok(Applied::UnknownObject),
        },
        _ => Ok(Applied::NotFollowed),
    }
}
