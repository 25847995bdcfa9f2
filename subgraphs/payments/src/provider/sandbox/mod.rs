//! The sandbox: a provider of our own that behaves as Stripe does in test mode. It keeps its own books, moves its
//! intents by test card numbers, and tells of every change by a signed webhook until that is accepted.
//!
//! Knows nothing of payments' rows: the two meet at the `Provider` trait and the webhook route only.

mod cards;
mod deliveries;
mod pages;

use std::sync::Arc;

use async_trait::async_trait;
use http::HeaderMap;
use kit::clock::SharedClock;
use kit::database::{Database, StoreError, Transaction};
use kit::id::Ids;
use serde::Deserialize;
use serde_json::json;
use subtle::ConstantTimeEq;

pub use cards::Card;
pub use deliveries::{deliver_webhooks, settle_due};
pub use pages::routes;

use super::signature;
use super::{
    Failure, Intent, IntentParams, IntentStatus, Method, Provider, ProviderError, ProviderRefund, ProviderRefundStatus, RefundParams,
    WebhookEvent, WebhookRefused,
};
use crate::store::sandbox as books;
use cards::Behaviour;

/// The header that carries a webhook's signature.
pub const SIGNATURE_HEADER: &str = "sandbox-signature";
/// How long the slow card is processing.
pub const SLOW_CARD_MS: i64 = 8_000;
/// How long a refund is pending.
pub const REFUND_MS: i64 = 1_000;

/// The sandbox provider. Clones share everything.
#[derive(Clone)]
pub struct Sandbox {
    database: Database,
    clock: SharedClock,
    ids: Ids,
    public_url: String,
    /// The first signs; all verify.
    secrets: Arc<Vec<String>>,
}

/// Why the card form's confirm did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfirmRefused {
    /// No such intent, or not with this secret.
    NotFound,
    /// The intent takes no card now; it stands so.
    WrongState(IntentStatus),
    /// The card's data cannot be right; nothing was tried.
    InvalidCard(Failure),
    Store(String),
}

impl From<StoreError> for ConfirmRefused {
    fn from(error: StoreError) -> Self {
        Self::Store(error.to_string())
    }
}

impl From<StoreError> for ProviderError {
    fn from(error: StoreError) -> Self {
        Self::Unavailable(error.to_string())
    }
}

impl IntentStatus {
    /// Stripe's word.
    pub fn word(self) -> &'static str {
        match self {
            Self::RequiresPaymentMethod => "requires_payment_method",
            Self::RequiresAction => "requires_action",
            Self::Processing => "processing",
            Self::Succeeded => "succeeded",
            Self::Canceled => "canceled",
        }
    }

    fn parse(word: &str) -> Self {
        [
            Self::RequiresPaymentMethod,
            Self::RequiresAction,
            Self::Processing,
            Self::Succeeded,
            Self::Canceled,
        ]
        .into_iter()
        .find(|status| status.word() == word)
        .expect("the table's check lists the statuses")
    }
}

impl Sandbox {
    /// `secrets`: the current webhook secret first, then one that is still accepted while changing it.
    pub fn new(database: Database, clock: SharedClock, ids: Ids, public_url: &str, secrets: Vec<String>) -> Self {
        Self {
            database,
            clock,
            ids,
            public_url: public_url.trim_end_matches('/').to_owned(),
            secrets: Arc::new(secrets),
        }
    }

    fn intent(&self, row: &books::IntentRow) -> Intent {
        let status = IntentStatus::parse(&row.status);
        Intent {
            reference: row.id.clone(),
            client_secret: row.client_secret.clone(),
            status,
            captured_minor: if status == IntentStatus::Succeeded { row.amount_minor } else { 0 },
            currency: row.currency.clone(),
            redirect_url: (status == IntentStatus::RequiresAction).then(|| self.action_url(row)),
            latest_try: row.latest_try.clone(),
            last_error: row.error_code.clone().map(|code| Failure {
                code,
                message: row.error_message.clone().unwrap_or_default(),
            }),
            method: row.card_last4.clone().map(|last4| Method {
                kind: "card".to_owned(),
                brand: row.card_brand.clone(),
                last4: Some(last4),
            }),
        }
    }

    fn action_url(&self, row: &books::IntentRow) -> String {
        format!("{}/sandbox/3ds/{}?client_secret={}", self.public_url, row.id, row.client_secret)
    }

    /// The intent, if the secret opens it.
    async fn find_open(&self, id: &str, client_secret: &str) -> Result<Option<books::IntentRow>, StoreError> {
        let row = books::find_intent(self.database.reader(), id).await?;
        Ok(row.filter(|row| bool::from(row.client_secret.as_bytes().ct_eq(client_secret.as_bytes()))))
    }

    /// Queues the webhook that tells of a change, in the change's own transaction.
    async fn tell(&self, txn: &Transaction, event_type: &str, object: &str, object_id: &str) -> Result<(), StoreError> {
        let now_ms = self.clock.now_ms();
        let id = self.ids.next("sev", now_ms);
        let payload = json!({
            "id": id,
            "object": "event",
            "type": event_type,
            "created": now_ms / 1000,
            "livemode": false,
            "data": {"object": {"id": object_id, "object": object}},
        });
        let row = books::WebhookRow {
            id,
            payload: payload.to_string(),
            created_at: now_ms,
            attempts: 0,
            next_at: now_ms,
            delivered_at: None,
        };
        books::record_webhook(txn.connection(), row).await
    }

    /// Makes a change of an intent and tells of it. `false`: somebody changed it first.
    async fn change(&self, before: &books::IntentRow, after: &books::IntentRow) -> Result<bool, StoreError> {
        let txn = self.database.begin().await?;
        if !books::change_intent(txn.connection(), before, after).await? {
            return Ok(false);
        }
        let event_type = match IntentStatus::parse(&after.status) {
            IntentStatus::RequiresPaymentMethod => "payment_intent.payment_failed",
            IntentStatus::RequiresAction => "payment_intent.requires_action",
            IntentStatus::Processing => "payment_intent.processing",
            IntentStatus::Succeeded => "payment_intent.succeeded",
            IntentStatus::Canceled => "payment_intent.canceled",
        };
        self.tell(&txn, event_type, "payment_intent", &after.id).await?;
        txn.commit().await?;
        Ok(true)
    }

    /// The card form's confirm: tries the card on the intent.
    pub async fn confirm(&self, id: &str, client_secret: &str, card: &Card) -> Result<Intent, ConfirmRefused> {
        let before = self.find_open(id, client_secret).await?.ok_or(ConfirmRefused::NotFound)?;
        let status = IntentStatus::parse(&before.status);
        if !matches!(status, IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresAction) {
            return Err(ConfirmRefused::WrongState(status));
        }
        let now_ms = self.clock.now_ms();
        let accepted = card.check(now_ms).map_err(ConfirmRefused::InvalidCard)?;
        let mut after = before.clone();
        after.latest_try = Some(self.ids.next("sch", now_ms));
        after.card_brand = Some(accepted.brand.to_owned());
        after.card_last4 = Some(accepted.last4);
        after.error_code = None;
        after.error_message = None;
        after.settles_at = None;
        after.refunds_fail = i64::from(accepted.behaviour == Behaviour::RefundFails);
        let next = match accepted.behaviour {
            Behaviour::Succeeds | Behaviour::RefundFails => IntentStatus::Succeeded,
            Behaviour::AsksFirst => IntentStatus::RequiresAction,
            Behaviour::Slow => {
                after.settles_at = Some(now_ms + SLOW_CARD_MS);
                IntentStatus::Processing
            }
            Behaviour::Declines { code, message } => {
                after.error_code = Some(code.to_owned());
                after.error_message = Some(message.to_owned());
                IntentStatus::RequiresPaymentMethod
            }
        };
        after.status = next.word().to_owned();
        if !self.change(&before, &after).await? {
            // Two forms at once, or a cancel: the one that came first decides.
            let now = self.find_open(id, client_secret).await?.ok_or(ConfirmRefused::NotFound)?;
            return Err(ConfirmRefused::WrongState(IntentStatus::parse(&now.status)));
        }
        Ok(self.intent(&after))
    }

    /// The buyer's answer on the page of the bank.
    async fn decide(&self, id: &str, client_secret: &str, authorised: bool) -> Result<books::IntentRow, ConfirmRefused> {
        let before = self.find_open(id, client_secret).await?.ok_or(ConfirmRefused::NotFound)?;
        if IntentStatus::parse(&before.status) != IntentStatus::RequiresAction {
            return Ok(before);
        }
        let mut after = before.clone();
        if authorised {
            after.status = IntentStatus::Succeeded.word().to_owned();
        } else {
            after.status = IntentStatus::RequiresPaymentMethod.word().to_owned();
            after.error_code = Some("payment_intent_authentication_failure".to_owned());
            after.error_message = Some("Your bank did not confirm that it is you. Try again or use another card.".to_owned());
        }
        self.change(&before, &after).await?;
        Ok(before)
    }
}

/// All that is taken from a webhook's body.
#[derive(Deserialize)]
struct EventBody {
    id: String,
    #[serde(rename = "type")]
    event_type: String,
    data: EventData,
}

#[derive(Deserialize)]
struct EventData {
    object: EventObject,
}

#[derive(Deserialize)]
struct EventObject {
    id: String,
}

fn frozen(params: &impl serde::Serialize) -> String {
    serde_json::to_string(params).expect("parameters are plain data")
}

#[async_trait]
impl Provider for Sandbox {
    fn name(&self) -> &'static str {
        "SANDBOX"
    }

    async fn create_intent(&self, idempotency_key: &str, params: &IntentParams) -> Result<Intent, ProviderError> {
        if params.amount_minor <= 0 {
            return Err(ProviderError::Refused {
                code: "amount_too_small".to_owned(),
                message: "An amount is more than nothing.".to_owned(),
            });
        }
        let params_json = frozen(params);
        let now_ms = self.clock.now_ms();
        let id = self.ids.next("spi", now_ms);
        let row = books::IntentRow {
            client_secret: format!("{id}_secret_{}", signature::hex(&self.ids.bytes::<16>())),
            id,
            idem_key: idempotency_key.to_owned(),
            params_json: params_json.clone(),
            amount_minor: params.amount_minor,
            currency: params.currency.clone(),
            return_url: params.return_url.clone(),
            status: IntentStatus::RequiresPaymentMethod.word().to_owned(),
            latest_try: None,
            card_brand: None,
            card_last4: None,
            refunds_fail: 0,
            error_code: None,
            error_message: None,
            version: 1,
            created_at: now_ms,
            settles_at: None,
        };
        let txn = self.database.begin().await?;
        if books::record_intent(txn.connection(), row.clone()).await? {
            txn.commit().await?;
            return Ok(self.intent(&row));
        }
        drop(txn);
        let known = books::find_intent_by_key(self.database.reader(), idempotency_key)
            .await?
            .ok_or_else(|| ProviderError::Unavailable("the intent is being made".to_owned()))?;
        if known.params_json != params_json {
            return Err(ProviderError::KeyReused);
        }
        // A repeat gets the first answer, whatever has happened since.
        let first = books::IntentRow {
            id: known.id,
            client_secret: known.client_secret,
            ..row
        };
        Ok(self.intent(&first))
    }

    async fn retrieve_intent(&self, reference: &str) -> Result<Intent, ProviderError> {
        let row = books::find_intent(self.database.reader(), reference).await?;
        row.map(|row| self.intent(&row))
            .ok_or_else(|| ProviderError::NotFound(reference.to_owned()))
    }

    async fn cancel_intent(&self, reference: &str) -> Result<Intent, ProviderError> {
        loop {
            let before = books::find_intent(self.database.reader(), reference)
                .await?
                .ok_or_else(|| ProviderError::NotFound(reference.to_owned()))?;
            let status = IntentStatus::parse(&before.status);
            // What is being processed cannot be given up any more; it will succeed or fail.
            if !matches!(status, IntentStatus::RequiresPaymentMethod | IntentStatus::RequiresAction) {
                return Ok(self.intent(&before));
            }
            let mut after = before.clone();
            after.status = IntentStatus::Canceled.word().to_owned();
            if self.change(&before, &after).await? {
                return Ok(self.intent(&after));
            }
        }
    }

    async fn create_refund(&self, idempotency_key: &str, params: &RefundParams) -> Result<ProviderRefund, ProviderError> {
        let params_json = frozen(params);
        let refused = |code: &str, message: &str| ProviderError::Refused {
            code: code.to_owned(),
            message: message.to_owned(),
        };
        let now_ms = self.clock.now_ms();
        let txn = self.database.begin().await?;
        if let Some(known) = books::find_refund_by_key(txn.connection(), idempotency_key).await? {
            if known.params_json != params_json {
                return Err(ProviderError::KeyReused);
            }
            return Ok(ProviderRefund {
                reference: known.id,
                status: ProviderRefundStatus::Pending,
                failure_code: None,
            });
        }
        let intent = books::find_intent(txn.connection(), &params.intent_reference)
            .await?
            .ok_or_else(|| ProviderError::NotFound(params.intent_reference.clone()))?;
        if IntentStatus::parse(&intent.status) != IntentStatus::Succeeded {
            return Err(refused("charge_not_captured", "There is nothing to give back."));
        }
        let standing: i64 = books::standing_refunds(txn.connection(), &intent.id)
            .await?
            .iter()
            .map(|refund| refund.amount_minor)
            .sum();
        if params.amount_minor <= 0
            || standing
                .checked_add(params.amount_minor)
                .is_none_or(|sum| sum > intent.amount_minor)
        {
            return Err(refused("charge_already_refunded", "That is more than is left to give back."));
        }
        let row = books::RefundRow {
            id: self.ids.next("sre", now_ms),
            intent_id: intent.id,
            idem_key: idempotency_key.to_owned(),
            params_json,
            amount_minor: params.amount_minor,
            status: "pending".to_owned(),
            failure_code: None,
            created_at: now_ms,
            settles_at: Some(now_ms + REFUND_MS),
        };
        if !books::record_refund(txn.connection(), row.clone()).await? {
            return Err(ProviderError::Unavailable("the refund is being made".to_owned()));
        }
        self.tell(&txn, "refund.created", "refund", &row.id).await?;
        txn.commit().await?;
        Ok(ProviderRefund {
            reference: row.id,
            status: ProviderRefundStatus::Pending,
            failure_code: None,
        })
    }

    async fn retrieve_refund(&self, reference: &str) -> Result<ProviderRefund, ProviderError> {
        let row = books::find_refund(self.database.reader(), reference)
            .await?
            .ok_or_else(|| ProviderError::NotFound(reference.to_owned()))?;
        let status = match row.status.as_str() {
            "succeeded" => ProviderRefundStatus::Succeeded,
            "failed" => ProviderRefundStatus::Failed,
            _ => ProviderRefundStatus::Pending,
        };
        Ok(ProviderRefund {
            reference: row.id,
            status,
            failure_code: row.failure_code,
        })
    }

    fn verify_webhook(&self, headers: &HeaderMap, body: &[u8]) -> Result<WebhookEvent, WebhookRefused> {
        let header = headers
            .get(SIGNATURE_HEADER)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        if !signature::verify(&self.secrets, header, self.clock.now_ms(), body) {
            return Err(WebhookRefused::Signature);
        }
        let event: EventBody = serde_json::from_slice(body).map_err(|_| WebhookRefused::Body)?;
        Ok(WebhookEvent {
            id: event.id,
            event_type: event.event_type,
            object_id: event.data.object.id,
        })
    }
}
