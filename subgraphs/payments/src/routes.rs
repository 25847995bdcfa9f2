//! The webhook route. The answer is 2xx only after the event is stored.

use axum::Router;
use axum::body::Bytes;
use axum::extract::{DefaultBodyLimit, State as Extract};
use axum::routing::post;
use http::{HeaderMap, StatusCode};

use crate::commands::receive_webhook::{ReceiveFailed, receive_webhook};
use crate::state::State;

const MAX_WEBHOOK_BYTES: usize = 512 * 1024;

/// `POST /webhooks/sandbox`.
pub fn webhook_routes(state: State) -> Router {
    Router::new()
        .route("/webhooks/sandbox", post(receive))
        .layer(DefaultBodyLimit::max(MAX_WEBHOOK_BYTES))
        .with_state(state)
}

async fn receive(Extract(state): Extract<State>, headers: HeaderMap, body: Bytes) -> (StatusCode, &'static str) {
    match receive_webhook(&state, &headers, &body).await {
        Ok(()) => (StatusCode::OK, "received"),
        Err(ReceiveFailed::Refused(refused)) => {
            tracing::warn!(%refused, "refused a webhook");
            metrics::counter!("payments_webhooks_total", "outcome" => "refused").increment(1);
            (StatusCode::BAD_REQUEST, "refused")
        }
        Err(ReceiveFailed::Store(error)) => {
            tracing::error!(%error, "a webhook could not be stored");
            (StatusCode::INTERNAL_SERVER_ERROR, "not stored, send it again")
        }
    }
}
