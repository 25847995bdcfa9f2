//! The subgraph as a whole: operations in, JSON out, messages in and out, on a migrated database and with a clock that
//! stands still until it is moved.

mod access;
mod door;
mod holds;
mod live;
mod quotas;
mod races;
mod saga;

use std::collections::BTreeMap;
use std::sync::Arc;

use contracts::access::TeamRole;
use contracts::calls::{
    BeginPayment, BeginPaymentAnswer, Membership, MembershipAnswer, Offer, OfferAnswer, UserContact, UserContactAnswer,
};
use contracts::messages::{OccurrenceFacts, OccurrenceScheduled, PaymentSucceeded, ProductChanged, ProductFacts};
use contracts::values::{Amount, Contact, RefundPolicy};
use kit::Service;
use kit::bus::Message;
use kit::internal::CallTable;
use kit::testing::{Engine, NOW_MS, TestDeps};
use kit::viewer::Viewer;
use migrations::bookings::Migrator;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};

use crate::state::{Shared, State};
use crate::store::rows::{Booking, Quota};
use crate::store::{audit, bookings, inventory};

const EVENT: &str = "evt_a";
const OCCURRENCE: &str = "occ_a";
const ORGANIZER: &str = "org_a";
const PAID: &str = "tty_paid";
const FREE: &str = "tty_free";
const PRICE_MINOR: i64 = 1_500;
const MINUTE_MS: i64 = 60_000;
const HOUR_MS: i64 = 60 * MINUTE_MS;
const STARTS_AT_MS: i64 = NOW_MS + 72 * HOUR_MS;
const TABLES: [&str; 9] = [
    "booking",
    "booking_line",
    "booking_quota",
    "ticket",
    "outbox",
    "idempotency",
    "quota",
    "quota_product",
    "checkin_record",
];

/// Everything a test stands on.
struct Stage {
    test: TestDeps,
    state: Shared,
    service: Service,
}

fn occurrence(id: &str, version: i64) -> OccurrenceFacts {
    OccurrenceFacts {
        occurrence_id: id.to_owned(),
        event_id: EVENT.to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        name: "An Evening".to_owned(),
        starts_at_ms: STARTS_AT_MS,
        ends_at_ms: None,
        time_zone: "Europe/Berlin".to_owned(),
        refund_policy: RefundPolicy::standard(),
        on_sale: true,
        cancelled: false,
        version,
    }
}

fn product(id: &str, price_minor: i64, capacity: Option<i64>, version: i64) -> ProductFacts {
    ProductFacts {
        product_id: id.to_owned(),
        event_id: EVENT.to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        name: "Standard".to_owned(),
        price: Amount {
            amount_minor: price_minor,
            currency: "EUR".to_owned(),
        },
        capacity,
        min_per_booking: 1,
        max_per_booking: 10,
        opens_at_ms: None,
        closes_at_ms: None,
        visible: true,
        version,
    }
}

/// Who belongs to which team.
fn role_of(user_id: &str, organizer_id: &str) -> Option<TeamRole> {
    match (user_id, organizer_id) {
        ("usr_owner", ORGANIZER) | ("usr_stranger", "org_b") => Some(TeamRole::Owner),
        ("usr_door", ORGANIZER) => Some(TeamRole::DoorStaff),
        ("usr_finance", ORGANIZER) => Some(TeamRole::Finance),
        ("usr_support", ORGANIZER) => Some(TeamRole::Support),
        _ => None,
    }
}

/// A member with the scopes their role gives.
fn member(user_id: &str) -> Viewer {
    let role = [ORGANIZER, "org_b"].iter().find_map(|organizer_id| role_of(user_id, organizer_id));
    let mut scopes = vec!["user"];
    for permission in role.map(TeamRole::permissions).unwrap_or_default() {
        scopes.extend(permission.scopes());
    }
    Viewer::signed_in(user_id, &scopes)
}

fn buyer() -> Viewer {
    member("usr_buyer")
}

fn neighbours() -> (CallTable, CallTable) {
    let users = CallTable::new()
        .answer(|request: UserContact| async move {
            Ok(Some(UserContactAnswer {
                contact: Contact {
                    name: "Ada Buyer".to_owned(),
                    email: format!("{}@example.org", request.user_id),
                    phone: None,
                    locale: "en".to_owned(),
                },
                email_verified: request.user_id != "usr_unverified",
            }))
        })
        .answer(|request: Membership| async move {
            Ok(MembershipAnswer {
                role: role_of(&request.user_id, &request.organizer_id),
                version: 1,
            })
        });
    let events = CallTable::new().answer(|request: Offer| async move {
        let known = request.occurrence_id == "occ_unheard" && request.product_id == "tty_unheard";
        Ok(known.then(|| OfferAnswer {
            product: product("tty_unheard", 0, Some(3), 1),
            occurrence: occurrence("occ_unheard", 1),
        }))
    });
    (users, events)
}

impl Stage {
    /// One occurrence with a paid and a free product, each of this capacity.
    async fn with_capacity(capacity: i64) -> Self {
        Self::on(Engine::Sqlite, capacity).await
    }

    async fn on(engine: Engine, capacity: i64) -> Self {
        let test = kit::testing::deps_on(engine, |connection| async move { Migrator::up(&connection, None).await }).await;
        let (users, events) = neighbours();
        test.internal.register("users", users);
        test.internal.register("events", events);
        let state = Arc::new(State::new(test.deps.clone()).unwrap());
        let service = crate::assemble(&state);
        let stage = Self { test, state, service };
        stage
            .hear(
                "m-occ",
                &OccurrenceScheduled {
                    facts: occurrence(OCCURRENCE, 1),
                },
            )
            .await;
        stage
            .hear(
                "m-paid",
                &ProductChanged {
                    facts: product(PAID, PRICE_MINOR, Some(capacity), 1),
                },
            )
            .await;
        stage
            .hear(
                "m-free",
                &ProductChanged {
                    facts: product(FREE, 0, Some(capacity), 1),
                },
            )
            .await;
        stage
    }

    async fn hear<M: Message>(&self, message_id: &str, message: &M) {
        kit::testing::hear(&self.service, message_id, message, self.state.now_ms())
            .await
            .unwrap();
    }

    async fn run(&self, viewer: &Viewer, query: &str, variables: Value) -> Value {
        kit::testing::execute(&self.service, viewer, query, variables).await
    }

    /// The payload of a mutation without errors.
    async fn holds(&self, viewer: &Viewer, input: Value) -> Value {
        let answer = self.run(viewer, HOLD_PLACE, json!({"input": input})).await;
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"]["holdPlace"].clone()
    }

    /// Places a hold of the signed-in buyer and answers its id.
    async fn held(&self, product_id: &str, quantity: i64) -> String {
        let payload = self.holds(&buyer(), hold(product_id, quantity)).await;
        payload["booking"]["id"].as_str().unwrap_or_else(|| panic!("{payload}")).to_owned()
    }

    async fn change(&self, viewer: &Viewer, mutation: &str, input: Value) -> Value {
        let kind = format!("{}{}Input", mutation[..1].to_uppercase(), &mutation[1..]);
        let query = format!(
            "mutation($input: {kind}!) {{ {mutation}(input: $input) {{ booking {{ id status expiresAt viewerActions }}
               errors {{ __typename ... on UserError {{ code message path }} }} }} }}"
        );
        let answer = self.run(viewer, &query, json!({"input": input})).await;
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"][mutation].clone()
    }

    async fn confirm_free(&self, booking_id: &str) {
        let input = json!({"bookingId": booking_id, "idempotencyKey": uuid()});
        let payload = self.change(&buyer(), "bookingConfirmFree", input).await;
        assert_eq!(payload["booking"]["status"], "CONFIRMED", "{payload}");
    }

    async fn begin_payment(&self, booking_id: &str) -> BeginPaymentAnswer {
        let request = BeginPayment {
            booking_id: booking_id.to_owned(),
            user_id: Some("usr_buyer".to_owned()),
            guest_booking_id: None,
        };
        let body = serde_json::to_vec(&request).unwrap().into();
        let answer = self.service.calls.handle("begin_payment", body).await.unwrap();
        serde_json::from_slice(&answer).unwrap()
    }

    /// Begins a payment and hears that it succeeded.
    async fn pay(&self, booking_id: &str, payment_id: &str) {
        assert!(matches!(self.begin_payment(booking_id).await, BeginPaymentAnswer::Begun { .. }));
        self.hear(&format!("m-{payment_id}"), &self.success(booking_id, payment_id).await)
            .await;
    }

    async fn success(&self, booking_id: &str, payment_id: &str) -> PaymentSucceeded {
        PaymentSucceeded {
            payment_id: payment_id.to_owned(),
            booking_id: booking_id.to_owned(),
            amount: self.booking(booking_id).await.total(),
            succeeded_at_ms: self.state.now_ms(),
            version: 9,
        }
    }

    async fn booking(&self, id: &str) -> Booking {
        bookings::find(self.state.deps.database.reader(), id).await.unwrap().unwrap()
    }

    async fn status(&self, id: &str) -> String {
        self.booking(id).await.status
    }

    /// (held, sold) of the default quota of a product.
    async fn counts(&self, product_id: &str) -> (i64, i64) {
        let quota = self.quota(product_id).await;
        (quota.held, quota.sold)
    }

    /// The quota a product draws on.
    async fn quota(&self, product_id: &str) -> Quota {
        let reader = self.state.deps.database.reader();
        let draws = inventory::draws_of_lines(reader, OCCURRENCE, &[(product_id.to_owned(), 1)])
            .await
            .unwrap()
            .unwrap();
        crate::store::quotas::find(reader, &draws[0].quota_id).await.unwrap().unwrap()
    }

    /// The types of all messages told so far.
    async fn told(&self) -> Vec<String> {
        kit::testing::outbox(&self.state.deps.database)
            .await
            .into_iter()
            .map(|(kind, _)| kind)
            .collect()
    }

    /// The data of the last message of a type.
    async fn last(&self, kind: &str) -> Value {
        let told = kit::testing::outbox(&self.state.deps.database).await;
        told.into_iter()
            .rev()
            .find(|(known, _)| known == kind)
            .map(|(_, data)| data)
            .unwrap_or(Value::Null)
    }

    /// Everything that could have changed.
    async fn footprint(&self) -> BTreeMap<String, String> {
        let database = &self.state.deps.database;
        let counts = kit::testing::table_counts(database, &TABLES).await;
        let mut print: BTreeMap<String, String> = counts.into_iter().map(|(table, rows)| (table, rows.to_string())).collect();
        for product_id in [PAID, FREE] {
            print.insert(product_id.to_owned(), format!("{:?}", self.quota(product_id).await));
        }
        print
    }

    async fn assert_adds_up(&self) {
        let findings = audit::audit(self.state.deps.database.reader()).await.unwrap();
        assert_eq!(findings, audit::Findings::default());
    }
}

const HOLD_PLACE: &str = "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) {
    booking { id code status paymentState expiresAt serverNow viewerActions version
      total { amountMinor currency exponent } lines { quantity unitPrice { amountMinor } total { amountMinor } product { id } }
      refundPolicy { kind } buyer { id } occurrence { id name startsAt timeZone } tickets { id } }
    guestToken
    errors { __typename ... on UserError { code message path }
      ... on InsufficientAvailabilityError { productId remaining }
      ... on SalesClosedError { opensAt } ... on PurchaseLimitError { max already } } } }";

fn uuid() -> String {
    uuid::Uuid::new_v4().to_string()
}

fn hold(product_id: &str, quantity: i64) -> Value {
    json!({"occurrenceId": OCCURRENCE, "idempotencyKey": uuid(), "lines": [{"productId": product_id, "quantity": quantity}]})
}

fn guest_hold(product_id: &str, quantity: i64) -> Value {
    let mut input = hold(product_id, quantity);
    input["contact"] = json!({"name": "Grace Guest", "email": "Grace@Example.org"});
    input
}
