//! Through the real schema, routes, consumers and workers, with a clock that stands still.

mod machines_at_work;
mod money_back;
mod seeing;
mod store;
mod walks;
mod webhooks;

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use async_trait::async_trait;
use axum::body::Body;
use contracts::access::TeamRole;
use contracts::calls::{BeginPayment, BeginPaymentAnswer, Membership, MembershipAnswer};
use contracts::values::{Amount, RefundPolicy};
use http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use kit::Service;
use kit::internal::CallTable;
use kit::testing::{Engine, NOW_MS, TestDeps};
use kit::viewer::Viewer;
use migrations::payments::Migrator;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};
use std::sync::Mutex;
use tower::ServiceExt;
use uuid::Uuid;

use crate::provider::sandbox::Sandbox;
use crate::provider::{Intent, IntentParams, Provider, ProviderError, ProviderRefund, RefundParams, WebhookEvent, WebhookRefused};
use crate::state::State;
use crate::workers;

pub(super) const BUYER: &str = "usr_buyer";
pub(super) const ORGANIZER: &str = "org_one";
pub(super) const SECRETS: [&str; 2] = ["whsec_new", "whsec_old"];

/// The sandbox, with the moods of a provider far away.
struct Moody {
    sandbox: Sandbox,
    /// Does nothing and answers nothing.
    down: AtomicBool,
    /// Acts, but the answer is lost.
    answers_lost: AtomicBool,
}

impl Moody {
    fn ask(&self) -> Result<(), ProviderError> {
        if self.down.load(Ordering::SeqCst) {
            Err(ProviderError::Unavailable("down".to_owned()))
        } else {
            Ok(())
        }
    }

    fn tell<T>(&self, answer: T) -> Result<T, ProviderError> {
        if self.answers_lost.load(Ordering::SeqCst) {
            Err(ProviderError::Unavailable("timed out".to_owned()))
        } else {
            Ok(answer)
        }
    }
}

#[async_trait]
impl Provider for Moody {
    fn name(&self) -> &'static str {
        self.sandbox.name()
    }

    async fn create_intent(&self, key: &str, params: &IntentParams) -> Result<Intent, ProviderError> {
        self.ask()?;
        self.tell(self.sandbox.create_intent(key, params).await?)
    }

    async fn retrieve_intent(&self, reference: &str) -> Result<Intent, ProviderError> {
        self.ask()?;
        self.tell(self.sandbox.retrieve_intent(reference).await?)
    }

    async fn cancel_intent(&self, reference: &str) -> Result<Intent, ProviderError> {
        self.ask()?;
        self.tell(self.sandbox.cancel_intent(reference).await?)
    }

    async fn create_refund(&self, key: &str, params: &RefundParams) -> Result<ProviderRefund, ProviderError> {
        self.ask()?;
        self.tell(self.sandbox.create_refund(key, params).await?)
    }

    async fn retrieve_refund(&self, reference: &str) -> Result<ProviderRefund, ProviderError> {
        self.ask()?;
        self.tell(self.sandbox.retrieve_refund(reference).await?)
    }

    fn verify_webhook(&self, headers: &HeaderMap, body: &[u8]) -> Result<WebhookEvent, WebhookRefused> {
        self.sandbox.verify_webhook(headers, body)
    }
}

/// Payments with stand-ins for bookings and users.
pub(super) struct Shop {
    pub(super) test: TestDeps,
    pub(super) service: Arc<Service>,
    pub(super) state: State,
    pub(super) sandbox: Sandbox,
    moody: Arc<Moody>,
    /// What `bookings.begin_payment` answers, by booking.
    begins: Arc<Mutex<HashMap<String, BeginPaymentAnswer>>>,
}

pub(super) fn booking_id(number: u32) -> String {
    format!("bkg_{number:026}")
}

pub(super) fn begun(total_minor: i64, currency: &str, buyer: Option<&str>) -> BeginPaymentAnswer {
    BeginPaymentAnswer::Begun {
        total: Amount {
            amount_minor: total_minor,
            currency: currency.to_owned(),
        },
        price_fingerprint: format!("fp:{total_minor}"),
        payment_deadline_ms: NOW_MS + 900_000,
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: buyer.map(str::to_owned),
        starts_at_ms: NOW_MS + 30 * 86_400_000,
        refund_policy: RefundPolicy::standard(),
    }
}

impl Shop {
    pub(super) async fn open() -> Self {
        Self::open_on(Engine::Sqlite).await
    }

    /// `bkg_…1` costs 20.00 EUR and is the buyer's; `bkg_…2` costs 15.00 EUR and is a guest's.
    pub(super) async fn open_on(engine: Engine) -> Self {
        let test = kit::testing::deps_on(engine, |connection| async move { Migrator::up(&connection, None).await }).await;
        let begins = Arc::new(Mutex::new(HashMap::from([
            (booking_id(1), begun(2_000, "EUR", Some(BUYER))),
            (booking_id(2), begun(1_500, "EUR", None)),
        ])));
        let answers = begins.clone();
        test.internal.register(
            "bookings",
            CallTable::new().answer(move |request: BeginPayment| {
                let answer = answers
                    .lock()
                    .unwrap()
                    .get(&request.booking_id)
                    .cloned()
                    .unwrap_or(BeginPaymentAnswer::NotFound);
                let allowed = match &answer {
                    BeginPaymentAnswer::Begun {
                        buyer_user_id: Some(buyer),
                        ..
                    } => request.user_id.as_deref() == Some(buyer),
                    BeginPaymentAnswer::Begun { buyer_user_id: None, .. } => {
                        request.guest_booking_id.as_deref() == Some(request.booking_id.as_str())
                    }
                    _ => true,
                };
                async move { Ok(if allowed { answer } else { BeginPaymentAnswer::NotFound }) }
            }),
        );
        test.internal.register(
            "users",
            CallTable::new().answer(|request: Membership| async move {
                let role = match (request.user_id.as_str(), request.organizer_id.as_str()) {
                    ("usr_finance", ORGANIZER) => Some(TeamRole::Finance),
                    ("usr_door", ORGANIZER) => Some(TeamRole::DoorStaff),
                    _ => None,
                };
                Ok(MembershipAnswer { role, version: 1 })
            }),
        );
        let deps = &test.deps;
        let secrets = SECRETS.map(str::to_owned).to_vec();
        let sandbox = Sandbox::new(
            deps.database.clone(),
            deps.clock.clone(),
            deps.ids.clone(),
            &deps.public_url,
            secrets,
        );
        let moody = Arc::new(Moody {
            sandbox: sandbox.clone(),
            down: AtomicBool::new(false),
            answers_lost: AtomicBool::new(false),
        });
        let state = crate::state(deps, moody.clone());
        let service = Arc::new(crate::assemble(state.clone(), &sandbox, "test"));
        Self {
            test,
            service,
            state,
            sandbox,
            moody,
            begins,
        }
    }

    pub(super) fn set_down(&self, down: bool) {
        self.moody.down.store(down, Ordering::SeqCst);
    }

    pub(super) fn set_answers_lost(&self, lost: bool) {
        self.moody.answers_lost.store(lost, Ordering::SeqCst);
    }

    pub(super) fn set_begin(&self, booking: &str, answer: BeginPaymentAnswer) {
        self.begins.lock().unwrap().insert(booking.to_owned(), answer);
    }

    pub(super) async fn execute(&self, viewer: &Viewer, query: &str, variables: Value) -> Value {
        kit::testing::execute(&self.service, viewer, query, variables).await
    }

    /// `paymentStart`, whole payload.
    pub(super) async fn start_with(&self, viewer: &Viewer, booking: &str, key: Uuid) -> Value {
        let query = "mutation($input: PaymentStartInput!) { paymentStart(input: $input) {
            payment { id status amount { amountMinor currency exponent } nextAction { kind clientSecret redirectUrl } failureCode }
            errors { __typename ... on UserError { code message path }
                ... on BookingNotPayableError { state } ... on AmountChangedError { newTotal { amountMinor } }
                ... on ProviderUnavailableError { retryAfterSeconds } } } }";
        let input = json!({"bookingId": booking, "idempotencyKey": key, "returnUrl": "http://127.0.0.1:4000/checkout"});
        let response = self.execute(viewer, query, json!({"input": input})).await;
        assert!(response.get("errors").is_none(), "{response}");
        response["data"]["paymentStart"].clone()
    }

    /// Starts the buyer's payment of booking 1; its id.
    pub(super) async fn start(&self) -> String {
        let payload = self.start_with(&buyer(), &booking_id(1), Uuid::new_v4()).await;
        assert_eq!(payload["errors"], json!([]), "{payload}");
        payload["payment"]["id"].as_str().unwrap().to_owned()
    }

    pub(super) async fn payment(&self, id: &str) -> Value {
        let query = "query($id: ID!) { payment(id: $id) {
            id status method { kind brand last4 } amountRefunded { amountMinor } failureCode failureMessage succeededAt
            nextAction { kind clientSecret redirectUrl }
            refunds { id status origin reason amount { amountMinor currency } failureReason settledAt } } }";
        let response = self.execute(&buyer(), query, json!({"id": id})).await;
        assert!(response.get("errors").is_none(), "{response}");
        response["data"]["payment"].clone()
    }

    /// Fills in the card form of a payment through the sandbox's route.
    pub(super) async fn pay(&self, payment_id: &str, card: &str) -> (StatusCode, Value) {
        let row = crate::store::payments::get(self.state.database.reader(), payment_id).await.unwrap();
        let body = json!({
            "clientSecret": row.client_secret, "cardNumber": card, "expiryMonth": 12, "expiryYear": 2030, "cvc": "123"
        });
        self.post_json(&format!("/sandbox/intents/{}/confirm", row.provider_ref.unwrap()), &body)
            .await
    }

    pub(super) async fn post_json(&self, path: &str, body: &Value) -> (StatusCode, Value) {
        let request = Request::post(path)
            .header("content-type", "application/json")
            .body(Body::from(body.to_string()))
            .unwrap();
        let (status, _, text) = self.call(request).await;
        (status, serde_json::from_str(&text).unwrap())
    }

    pub(super) async fn call(&self, request: Request<Body>) -> (StatusCode, HeaderMap, String) {
        let response = self.service.routes.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        (parts.status, parts.headers, String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Runs every loop until none finds anything to do.
    pub(super) async fn settle(&self) {
        loop {
            let mut did = workers::run_sandbox(&self.sandbox, &self.service.routes).await.unwrap();
            did += workers::process_webhooks(&self.state).await.unwrap();
            did += workers::cancel_intents(&self.state).await.unwrap();
            did += workers::poll_payments(&self.state).await.unwrap();
            did += workers::run_refunds(&self.state).await.unwrap();
            if did == 0 {
                return;
            }
        }
    }

    pub(super) async fn later(&self, by_ms: i64) {
        self.test.clock.advance_ms(by_ms);
        self.settle().await;
    }

    pub(super) async fn outbox(&self) -> Vec<(String, Value)> {
        kit::testing::outbox(&self.state.database).await
    }

    /// The types in the outbox, in order.
    pub(super) async fn told(&self) -> Vec<String> {
        self.outbox()
            .await
            .into_iter()
            .map(|(message_type, _)| message_type.trim_start_matches("payments.").to_owned())
            .collect()
    }

    pub(super) async fn hear<M: kit::bus::Message>(&self, id: &str, message: &M) {
        kit::testing::hear(&self.service, id, message, NOW_MS).await.unwrap();
    }
}

pub(super) fn buyer() -> Viewer {
    Viewer::signed_in(BUYER, &["user"])
}

pub(super) const GOOD_CARD: &str = "4242424242424242";
