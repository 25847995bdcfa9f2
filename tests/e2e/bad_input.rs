//! Bad input: a clear error with a documented code, nothing changed, never a 500.

use harness::{OfferRequest, Organiser, Platform};
use http::{HeaderMap, HeaderValue, Method};
use serde_json::{Value, json};

use crate::buyer::hold_input;

fn json_headers() -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("content-type", HeaderValue::from_static("application/json"));
    headers
}

async fn nonsense_is_answered_with_a_code(platform: Platform) {
    let client = platform.client();
    let huge = format!("{{\"query\": \"{}\"}}", "x".repeat(3_000_000));
    for (body, status) in [
        ("{", 400),
        ("[]", 400),
        ("{\"query\": 5}", 400),
        ("{\"query\": \"{ me { id }\"}", 400),
        ("{\"query\": \"{ nothing }\"}", 400),
        ("{\"query\": \"query($id: ID!) { event(id: $id) { id } }\"}", 400),
        (
            "{\"query\": \"query($id: ID!) { event(id: $id) { id } }\", \"variables\": {\"id\": {}}}",
            400,
        ),
        (huge.as_str(), 413),
    ] {
        let mut headers = json_headers();
        headers.insert("accept", HeaderValue::from_static("application/graphql-response+json"));
        let reply = client.send(Method::POST, "/graphql", headers, body.to_owned()).await;
        let shown: String = body.chars().take(80).collect();
        assert_eq!(reply.status, status, "{shown}: {}", reply.text());
        assert!(
            reply.json()["errors"][0]["extensions"]["code"].is_string(),
            "{shown}: {}",
            reply.text()
        );
    }
    let unknown = client.send(Method::DELETE, "/graphql", HeaderMap::new(), "").await;
    assert_eq!(unknown.status, 405);
}

async fn impossible_holds_change_nothing(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "bad").await;
    let offer = organiser
        .offer(
            "Steady",
            &OfferRequest {
                price_minor: 1_000,
                capacity: 5,
                max_per_booking: 4,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bad-buyer@example.org", "Bad Buyer").await;
    let hold =
        "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { booking { id } errors { __typename ... on UserError { code } } } }";
    let ask = |change: &dyn Fn(&mut Value)| {
        let mut input = hold_input(&offer, 1);
        change(&mut input);
        input
    };
    for (input, kind) in [
        (ask(&|input| input["lines"][0]["quantity"] = json!(-1)), "ValidationError"),
        (ask(&|input| input["lines"][0]["quantity"] = json!(0)), "ValidationError"),
        (ask(&|input| input["lines"][0]["quantity"] = json!(5)), "PurchaseLimitError"),
        (
            ask(&|input| input["lines"][0]["quantity"] = json!(2_000_000_000)),
            "PurchaseLimitError",
        ),
        (ask(&|input| input["lines"] = json!([])), "ValidationError"),
        (ask(&|input| input["occurrenceId"] = json!("occ_nothing")), "NotFoundError"),
        (
            ask(&|input| input["lines"][0]["productId"] = json!("tty_00000000000000000000000000")),
            "NotFoundError",
        ),
    ] {
        let payload = buyer.try_mutate(hold, input.clone()).await;
        assert_eq!(payload["errors"][0]["__typename"], kind, "{input} {payload}");
        assert_eq!(payload["booking"], Value::Null);
    }
    for variables in [
        json!({"input": {"occurrenceId": offer.occurrence_id}}),
        json!({"input": 5}),
        json!({}),
    ] {
        let response = buyer.response(hold, variables).await;
        assert_eq!(response["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{response}");
    }
    let seen = buyer
        .data(
            "query($id: ID!) { occurrence(id: $id) { availability { remaining } } }",
            json!({"id": offer.occurrence_id}),
        )
        .await;
    assert_eq!(seen["occurrence"]["availability"]["remaining"], 5);
}

async fn impossible_events_are_refused(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "odd").await;
    let create = "mutation($input: EventCreateInput!) { eventCreate(input: $input) { event { id } errors { __typename ... on UserError { code path } } } }";
    let good = json!({"organizerId": organiser.organizer_id, "title": "Odd", "format": "ONLINE", "currency": "EUR", "timeZone": "Europe/Berlin", "startsAtLocal": "2099-01-01T20:00:00"});
    for (field, value) in [
        ("startsAtLocal", json!("2001-01-01T20:00:00")),
        ("currency", json!("XXX")),
        ("title", json!("")),
        ("startsAtLocal", json!("2099-03-29T02:30:00")),
    ] {
        let mut input = good.clone();
        input[field] = value;
        let payload = organiser.client.try_mutate(create, input).await;
        assert_eq!(payload["errors"][0]["__typename"], "ValidationError", "{field} {payload}");
        assert_eq!(payload["event"], Value::Null);
    }
    let mut stranger = platform.client();
    stranger.register(&platform, "stranger@example.org", "Stranger").await;
    let refused = stranger.response(create, json!({"input": good})).await;
    assert!(refused["errors"][0]["extensions"]["code"].is_string(), "{refused}");
    let mut other = Organiser::register(&platform, "other").await;
    let refused = other.client.response(create, json!({"input": good})).await;
    assert_eq!(
        refused["errors"][0]["extensions"]["code"], "FORBIDDEN",
        "another organiser's event: {refused}"
    );
}

async fn forged_webhooks_and_cards_do_nothing(platform: Platform) {
    let client = platform.client();
    let event = json!({"id": "evt_forged", "type": "payment_intent.succeeded", "data": {"object": {"id": "pi_forged", "object": "payment_intent"}}});
    let mut headers = json_headers();
    headers.insert("sandbox-signature", HeaderValue::from_static("t=1,v1=00"));
    let reply = client.send(Method::POST, "/webhooks/sandbox", headers, event.to_string()).await;
    assert_eq!(reply.status, 400, "{}", reply.text());
    let reply = client
        .post(
            "/sandbox/intents/pi_nothing/confirm",
            &harness::card_form("pi_nothing_secret_x", "4242424242424242"),
        )
        .await;
    assert_eq!(reply.status, 404, "{}", reply.text());
    let database = platform.database("payments").await;
    let counts = kit::testing::table_counts(&database, &["webhook_inbox", "payment"]).await;
    assert!(counts.values().all(|count| *count == 0), "{counts:?}");
}

crate::both_forms!(
    nonsense_is_answered_with_a_code,
    impossible_holds_change_nothing,
    impossible_events_are_refused,
    forged_webhooks_and_cards_do_nothing
);
