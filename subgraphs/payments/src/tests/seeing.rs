//! Who sees what: the fields of Payment and Booking for each kind of viewer, and the live updates.

use std::time::Duration;

use futures_util::StreamExt;
use kit::Deps;
use kit::env::Env;
use kit::testing::NOW_MS;
use kit::viewer::Viewer;
use serde_json::{Value, json};
use uuid::Uuid;

use super::{GOOD_CARD, Shop, booking_id, buyer};

const HOUR_MS: i64 = 3_600_000;

fn starts_at(hours: i64) -> String {
    kit::clock::datetime(NOW_MS + hours * HOUR_MS).to_rfc3339()
}

/// `Booking` as the router asks for it, with what bookings provides.
async fn booking(shop: &Shop, viewer: &Viewer, number: u32, hours: i64) -> Value {
    let query = "query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Booking {
        id payments { id status providerReference nextAction { kind } } amountPaid { amountMinor currency } amountDue { amountMinor }
        refundQuote { refundable { amountMinor } feeRetained { amountMinor } percent deadline } } } }";
    let representation = json!({
        "__typename": "Booking", "id": booking_id(number),
        "total": {"__typename": "Money", "amountMinor": 2_000, "currency": "EUR"},
        "refundPolicy": {"kind": "TIERED", "tiers": [
            {"hoursBeforeStart": 168, "percent": 100}, {"hoursBeforeStart": 48, "percent": 50}], "buyerMayCancelUntilHours": 24},
        "occurrence": {"startsAt": starts_at(hours)},
    });
    let response = shop.execute(viewer, query, json!({"representations": [representation]})).await;
    response["data"]["_entities"][0].clone()
}

#[tokio::test]
async fn a_booking_shows_paid_due_and_quote() {
    let shop = Shop::open().await;
    let unpaid = booking(&shop, &buyer(), 1, 200).await;
    assert_eq!(unpaid["payments"], json!([]));
    assert_eq!(
        (&unpaid["amountPaid"], &unpaid["amountDue"]),
        (&json!({"amountMinor": 0, "currency": "EUR"}), &json!({"amountMinor": 2_000}))
    );
    let id = shop.start().await;
    shop.pay(&id, GOOD_CARD).await;
    shop.settle().await;
    let paid = booking(&shop, &buyer(), 1, 100).await;
    assert_eq!(
        (&paid["amountPaid"]["amountMinor"], &paid["amountDue"]["amountMinor"]),
        (&json!(2_000), &json!(0))
    );
    assert_eq!(
        paid["refundQuote"],
        json!({"refundable": {"amountMinor": 1_000}, "feeRetained": {"amountMinor": 1_000}, "percent": 50,
               "deadline": starts_at(52)})
    );
    assert_eq!(booking(&shop, &buyer(), 1, 23).await["refundQuote"], Value::Null);
    let stub = shop
        .execute(
            &buyer(),
            "query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { id amountDue { amountMinor } payments { id } } } }",
            json!({"r": [{"__typename": "Booking", "id": booking_id(1)}, {"__typename": "Booking", "id": booking_id(2)}]}),
        )
        .await;
    assert_eq!(stub["data"]["_entities"][0]["payments"][0]["id"], id.as_str());
    assert_eq!(stub["data"]["_entities"][0]["amountDue"], Value::Null);
}

#[tokio::test]
async fn each_kind_of_viewer_sees_what_is_theirs() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let guest = Viewer::guest_of(&booking_id(2));
    let payload = shop.start_with(&guest, &booking_id(2), Uuid::new_v4()).await;
    let guests_payment = payload["payment"]["id"].as_str().unwrap().to_owned();
    let finance = Viewer::signed_in("usr_finance", &["user", "payment:read"]);
    let finance_unscoped = Viewer::signed_in("usr_finance", &["user"]);
    let door = Viewer::signed_in("usr_door", &["user", "payment:read"]);
    let stranger = Viewer::signed_in("usr_stranger", &["user"]);
    let cases: [(&Viewer, u32, bool, bool, bool); 8] = [
        // viewer, booking, sees the payment, its card form, its provider reference
        (&buyer(), 1, true, true, false),
        (&finance, 1, true, false, true),
        (&finance_unscoped, 1, false, false, false),
        (&door, 1, false, false, false),
        (&stranger, 1, false, false, false),
        (&guest, 1, false, false, false),
        (&guest, 2, true, true, false),
        (&buyer(), 2, false, false, false),
    ];
    for (viewer, number, sees, form, reference) in cases {
        let shown = booking(&shop, viewer, number, 200).await;
        assert_eq!(shown["payments"].is_array(), sees, "{viewer:?} {number} {shown}");
        assert_eq!(shown["amountPaid"].is_object(), sees);
        assert_eq!(shown["payments"][0]["nextAction"].is_object(), form);
        assert_eq!(shown["payments"][0]["providerReference"].is_string(), reference);
    }
    let query = "query($id: ID!) { payment(id: $id) { id } }";
    for (viewer, sees) in [(buyer(), true), (finance, true), (stranger.clone(), false), (door, false)] {
        let response = shop.execute(&viewer, query, json!({"id": id})).await;
        assert_eq!(response["data"]["payment"]["id"].is_string(), sees);
    }
    let nobody = shop.execute(&Viewer::default(), query, json!({"id": id})).await;
    assert_eq!(nobody["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    for mutation in ["paymentCancel", "paymentSync"] {
        let query =
            format!("mutation($id: ID!) {{ {mutation}(input: {{paymentId: $id}}) {{ payment {{ id }} errors {{ __typename }} }} }}");
        for viewer in [&stranger, &Viewer::guest_of(&booking_id(9))] {
            let response = shop.execute(viewer, &query, json!({"id": guests_payment})).await;
            assert_eq!(
                response["data"][mutation],
                json!({"payment": null, "errors": [{"__typename": "NotFoundError"}]})
            );
        }
        let nobody = shop.execute(&Viewer::default(), &query, json!({"id": id})).await;
        assert_eq!(nobody["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    }
    let stolen = shop.start_with(&stranger, &booking_id(1), Uuid::new_v4()).await;
    assert_eq!(stolen["errors"][0]["__typename"], "NotFoundError");
}

#[tokio::test]
async fn payments_and_refunds_are_entities_in_batches() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let query = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Payment { id booking { id } } ... on Refund { id } } }";
    let representations = json!([
        {"__typename": "Payment", "id": id}, {"__typename": "Payment", "id": "pay_none"}, {"__typename": "Refund", "id": "rfd_none"}]);
    let response = shop.execute(&buyer(), query, json!({"r": representations})).await;
    assert_eq!(
        response["data"]["_entities"],
        json!([{"id": id, "booking": {"id": booking_id(1)}}, null, null])
    );
}

async fn next(stream: &mut futures_util::stream::BoxStream<'static, bytes::Bytes>) -> Value {
    let body = tokio::time::timeout(Duration::from_secs(5), stream.next()).await.unwrap().unwrap();
    serde_json::from_slice(&body).unwrap()
}

#[tokio::test]
async fn the_buyer_watches_the_payment_change() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let body = |number: u32| {
        let query = "subscription($id: ID!) { paymentChanged(bookingId: $id) { id status } }";
        bytes::Bytes::from(json!({"query": query, "variables": {"id": booking_id(number)}}).to_string())
    };
    let mut watching = shop.service.graphql.subscribe(buyer(), body(1));
    assert_eq!(
        next(&mut watching).await["data"]["paymentChanged"],
        json!({"id": id, "status": "CREATED"})
    );
    shop.pay(&id, GOOD_CARD).await;
    shop.settle().await;
    assert_eq!(
        next(&mut watching).await["data"]["paymentChanged"],
        json!({"id": id, "status": "SUCCEEDED"})
    );
    let mut refused = shop.service.graphql.subscribe(Viewer::guest_of(&booking_id(2)), body(1));
    assert_eq!(next(&mut refused).await["errors"][0]["extensions"]["code"], "FORBIDDEN");
    let mut nobody = shop.service.graphql.subscribe(Viewer::default(), body(1));
    assert_eq!(next(&mut nobody).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
}

#[tokio::test]
async fn the_sandbox_stays_off_public_addresses() {
    let shop = Shop::open().await;
    let deps = |allow: &str| Deps {
        development: false,
        env: Env::from_pairs(&[("PAYMENTS_ALLOW_SANDBOX", allow)]),
        ..shop.test.deps.clone()
    };
    assert!(crate::service(deps("")).is_err());
    assert!(crate::service(deps("maybe")).is_err());
    assert!(crate::service(deps("true")).is_ok());
    assert!(crate::service(shop.test.deps.clone()).is_ok());
}

#[test]
fn the_schema_says_what_the_router_needs() {
    let sdl = crate::sdl();
    for line in [
        "type Payment implements Node @key(fields: \"id\") {",
        "type Refund implements Node @key(fields: \"id\") {",
        "type Booking @key(fields: \"id\") {",
        "total: Money! @external",
        "occurrence: Occurrence @external",
        "type Occurrence @key(fields: \"id\", resolvable: false) {",
        "paymentChanged(bookingId: ID!): Payment @requiresScopes(scopes: [[\"user\"], [\"guest\"]])",
        "payment(id: ID!): Payment @requiresScopes(scopes: [[\"user\"], [\"payment:read\"]])",
        "type ValidationError implements UserError @shareable {",
    ] {
        assert!(sdl.contains(line), "{line}\n{sdl}");
    }
}
