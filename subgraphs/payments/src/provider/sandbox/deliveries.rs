//! The sandbox's own loops: slow captures and refunds that settle by the clock, and webhooks that are delivered to
//! the very route Stripe would use, until it accepts them.

use axum::Router;
use axum::body::Body;
use http::{Request, header};
use kit::Error;
use tower::ServiceExt;

use super::{IntentStatus, SIGNATURE_HEADER, Sandbox};
use crate::provider::signature;
use crate::store::sandbox as books;

const BATCH: u64 = 50;
const FIRST_RETRY_MS: i64 = 1_000;
const LONGEST_RETRY_MS: i64 = 600_000;

/// Finishes what was slow and is due. Answers how many things it finished.
pub async fn settle_due(sandbox: &Sandbox) -> Result<usize, Error> {
    let now_ms = sandbox.clock.now_ms();
    let mut settled = 0;
    for before in books::settling_intents(sandbox.database.reader(), now_ms, BATCH).await? {
        let mut after = before.clone();
        after.status = IntentStatus::Succeeded.word().to_owned();
        after.settles_at = None;
        settled += usize::from(sandbox.change(&before, &after).await?);
    }
    for refund in books::settling_refunds(sandbox.database.reader(), now_ms, BATCH).await? {
        let txn = sandbox.database.begin().await?;
        let fails = books::find_intent(txn.connection(), &refund.intent_id)
            .await?
            .is_some_and(|intent| intent.refunds_fail == 1);
        let (status, failure_code, event_type) = if fails {
            ("failed", Some("expired_or_canceled_card"), "refund.failed")
        } else {
            ("succeeded", None, "refund.updated")
        };
        if books::settle_refund(txn.connection(), &refund.id, status, failure_code).await? {
            sandbox.tell(&txn, event_type, "refund", &refund.id).await?;
            txn.commit().await?;
            settled += 1;
        }
    }
    Ok(settled)
}

/// Posts the webhooks that are due to `receiver`'s `/webhooks/sandbox`. Answers how many were accepted; the others
/// come again, later each time.
pub async fn deliver_webhooks(sandbox: &Sandbox, receiver: &Router) -> Result<usize, Error> {
    let mut accepted = 0;
    for webhook in books::due_webhooks(sandbox.database.reader(), sandbox.clock.now_ms(), BATCH).await? {
        let now_ms = sandbox.clock.now_ms();
        let secret = sandbox.secrets.first().expect("there is always a current secret");
        let request = Request::post("/webhooks/sandbox")
            .header(header::CONTENT_TYPE, "application/json")
            .header(SIGNATURE_HEADER, signature::sign(secret, now_ms, webhook.payload.as_bytes()))
            .body(Body::from(webhook.payload))
            .map_err(Error::internal)?;
        let status = match receiver.clone().oneshot(request).await {
            Ok(response) => response.status(),
            Err(never) => match never {},
        };
        if status.is_success() {
            books::record_delivery(sandbox.database.writer(), &webhook.id, Some(now_ms), now_ms).await?;
            accepted += 1;
        } else {
            let doubled = FIRST_RETRY_MS << webhook.attempts.clamp(0, 20);
            tracing::warn!(webhook = webhook.id, %status, "a sandbox webhook was not accepted and comes again");
            books::record_delivery(sandbox.database.writer(), &webhook.id, None, now_ms + doubled.min(LONGEST_RETRY_MS)).await?;
        }
    }
    Ok(accepted)
}
