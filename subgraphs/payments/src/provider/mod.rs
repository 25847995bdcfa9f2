//! The payment provider as the rest of payments sees it: intents, refunds and webhooks, in the shape of Stripe's.
//! Which provider it is, is configuration. Nothing outside this module knows.

pub mod sandbox;
pub mod signature;

use async_trait::async_trait;
use http::HeaderMap;
use serde::{Deserialize, Serialize};

/// The frozen parameters of a new intent. Stored before the call, so that a repeat says exactly the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct IntentParams {
    pub payment_id: String,
    pub booking_id: String,
    pub amount_minor: i64,
    pub currency: String,
    /// Where the buyer comes back to after a page of the provider.
    pub return_url: String,
    /// What the buyer agreed to, as bookings fingerprints it; kept with the intent.
    pub price_fingerprint: String,
}

/// The parameters of a new refund.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundParams {
    pub refund_id: String,
    /// The provider's id of the intent.
    pub intent_reference: String,
    pub amount_minor: i64,
}

/// The provider's words for where an intent stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IntentStatus {
    /// Waits for a card; `last_error` tells of a failed try.
    RequiresPaymentMethod,
    RequiresAction,
    Processing,
    Succeeded,
    Canceled,
}

/// A failed try, in words for the buyer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    pub code: String,
    pub message: String,
}

/// What was paid with. Never more of a card than its brand and last four digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Method {
    pub kind: String,
    pub brand: Option<String>,
    pub last4: Option<String>,
}

/// The provider's object of one attempt to pay.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Intent {
    pub reference: String,
    pub client_secret: String,
    pub status: IntentStatus,
    /// What was captured: 0 unless it succeeded.
    pub captured_minor: i64,
    pub currency: String,
    /// Where the buyer has to go while an action is due.
    pub redirect_url: Option<String>,
    /// The provider's id of the latest try; a new one with every card.
    pub latest_try: Option<String>,
    pub last_error: Option<Failure>,
    pub method: Option<Method>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProviderRefundStatus {
    Pending,
    Succeeded,
    Failed,
    Canceled,
}

/// The provider's object of a refund.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProviderRefund {
    pub reference: String,
    pub status: ProviderRefundStatus,
    pub failure_code: Option<String>,
}

/// Why the provider did not do what it was asked.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ProviderError {
    /// It did not answer, or not sensibly: it may or may not have acted. Ask again under the same key.
    #[error("the provider did not answer: {0}")]
    Unavailable(String),
    #[error("the provider does not know {0}")]
    NotFound(String),
    /// It will not do this, however often it is asked.
    #[error("the provider refused ({code}): {message}")]
    Refused { code: String, message: String },
    /// The key was used with other parameters: a fault of ours.
    #[error("the idempotency key was used with other parameters")]
    KeyReused,
}

/// A verified webhook. The object is fetched: nothing else in the payload is believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebhookEvent {
    pub id: String,
    pub event_type: String,
    pub object_id: String,
}

/// Why a webhook is refused. The sender learns no more than this.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WebhookRefused {
    #[error("the signature is missing, wrong or too old")]
    Signature,
    #[error("the body is not an event")]
    Body,
}

/// A payment provider. Repeats under one idempotency key with the same parameters act once and answer the same.
#[async_trait]
pub trait Provider: Send + Sync {
    /// The stable name stored with each payment.
    fn name(&self) -> &'static str;
    async fn create_intent(&self, idempotency_key: &str, params: &IntentParams) -> Result<Intent, ProviderError>;
    async fn retrieve_intent(&self, reference: &str) -> Result<Intent, ProviderError>;
    /// Asks for the intent to be given up, and answers the intent as it is then: the provider's word decides, so
    /// one that has succeeded (or is past giving up) is an answer, not an error.
    async fn cancel_intent(&self, reference: &str) -> Result<Intent, ProviderError>;
    async fn create_refund(&self, idempotency_key: &str, params: &RefundParams) -> Result<ProviderRefund, ProviderError>;
    async fn retrieve_refund(&self, reference: &str) -> Result<ProviderRefund, ProviderError>;
    /// Verifies a webhook by its headers and raw body.
    fn verify_webhook(&self, headers: &HeaderMap, body: &[u8]) -> Result<WebhookEvent, WebhookRefused>;
}
