//! Whole walks for each test card, as the card form, the bank's page and the clock take them.

use axum::body::Body;
use http::{Request, StatusCode};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{GOOD_CARD, Shop, booking_id, buyer};

#[tokio::test]
async fn a_good_card_succeeds() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let before = shop.payment(&id).await;
    assert_eq!(
        (before["status"].as_str(), before["nextAction"]["kind"].as_str()),
        (Some("CREATED"), Some("card_form"))
    );
    let (status, answer) = shop.pay(&id, "4242 4242 4242 4242").await;
    assert_eq!((status, answer), (StatusCode::OK, json!({"status": "succeeded"})));
    shop.settle().await;
    let after = shop.payment(&id).await;
    assert_eq!(after["status"], "SUCCEEDED");
    assert_eq!(after["method"], json!({"kind": "card", "brand": "visa", "last4": "4242"}));
    assert_eq!(after["nextAction"], Value::Null);
    let outbox = shop.outbox().await;
    assert_eq!(outbox.len(), 1);
    assert_eq!(outbox[0].0, "payments.payment_succeeded");
    assert_eq!(outbox[0].1["amount"], json!({"amount_minor": 2_000, "currency": "EUR"}));
    assert_eq!(outbox[0].1["version"], 2);
    // The form is of no more use.
    let (status, answer) = shop.pay(&id, GOOD_CARD).await;
    assert_eq!((status, answer["status"].as_str()), (StatusCode::CONFLICT, Some("succeeded")));
}

#[tokio::test]
async fn a_declined_card_fails_and_another_succeeds_on_the_same_payment() {
    for (card, code) in [
        ("4000000000000002", "card_declined"),
        ("4000000000009995", "insufficient_funds"),
        ("4000000000000069", "expired_card"),
        ("4000000000000127", "incorrect_cvc"),
    ] {
        let shop = Shop::open().await;
        let id = shop.start().await;
        let (_, answer) = shop.pay(&id, card).await;
        assert_eq!(
            (answer["status"].as_str(), answer["failureCode"].as_str()),
            (Some("requires_payment_method"), Some(code))
        );
        shop.settle().await;
        let failed = shop.payment(&id).await;
        assert_eq!(
            (failed["status"].as_str(), failed["failureCode"].as_str()),
            (Some("FAILED"), Some(code))
        );
        assert_eq!(failed["nextAction"]["kind"], "card_form");
        // A second decline is a second failure; the same attempt is returned by another start.
        shop.pay(&id, card).await;
        shop.settle().await;
        assert_eq!(shop.start().await, id);
        shop.pay(&id, GOOD_CARD).await;
        shop.settle().await;
        let paid = shop.payment(&id).await;
        assert_eq!((paid["status"].as_str(), &paid["failureCode"]), (Some("SUCCEEDED"), &Value::Null));
        assert_eq!(shop.told().await, ["payment_failed", "payment_failed", "payment_succeeded"]);
    }
}

async fn decide(shop: &Shop, redirect_url: &str, decision: &str) -> (StatusCode, String) {
    let path = redirect_url.strip_prefix("http://127.0.0.1:4000").unwrap();
    let (page, secret) = path.split_once("?client_secret=").unwrap();
    let form = format!("client_secret={secret}&decision={decision}");
    let request = Request::post(page)
        .header("content-type", "application/x-www-form-urlencoded")
        .body(Body::from(form))
        .unwrap();
    let (status, headers, _) = shop.call(request).await;
    let location = headers
        .get("location")
        .map(|value| value.to_str().unwrap().to_owned())
        .unwrap_or_default();
    (status, location)
}

#[tokio::test]
async fn the_bank_asks_and_the_buyer_authorises_or_refuses() {
    for (decision, status, told) in [
        ("authorise", "SUCCEEDED", vec!["payment_succeeded"]),
        ("refuse", "FAILED", vec!["payment_failed"]),
    ] {
        let shop = Shop::open().await;
        let id = shop.start().await;
        let (_, answer) = shop.pay(&id, "4000002500003155").await;
        assert_eq!(answer["status"], "requires_action");
        let redirect = answer["nextAction"]["redirectUrl"].as_str().unwrap().to_owned();
        shop.settle().await;
        let waiting = shop.payment(&id).await;
        assert_eq!(
            (waiting["status"].as_str(), waiting["nextAction"]["kind"].as_str()),
            (Some("REQUIRES_ACTION"), Some("redirect"))
        );
        assert_eq!(waiting["nextAction"]["redirectUrl"], redirect.as_str());
        assert!(shop.told().await.is_empty());

        let page = redirect.strip_prefix("http://127.0.0.1:4000").unwrap();
        let (code, _, html) = shop.call(Request::get(page).body(Body::empty()).unwrap()).await;
        assert_eq!(code, StatusCode::OK);
        assert!(html.contains("Authorise") && html.contains("Refuse") && html.contains("<html lang=\"en\">"));
        assert_eq!(decide(&shop, &redirect, "perhaps").await.0, StatusCode::BAD_REQUEST);
        let (code, location) = decide(&shop, &redirect, decision).await;
        assert_eq!((code, location.as_str()), (StatusCode::SEE_OTHER, "http://127.0.0.1:4000/checkout"));

        // Back in the shop before any webhook: paymentSync asks the provider.
        let query = "mutation($id: ID!) { paymentSync(input: {paymentId: $id}) { payment { status } errors { __typename } } }";
        let synced = shop.execute(&buyer(), query, json!({"id": id})).await;
        assert_eq!(synced["data"]["paymentSync"], json!({"payment": {"status": status}, "errors": []}));
        shop.settle().await;
        assert_eq!(shop.told().await, told);
        // The page of a decided payment leads back.
        let (code, _, _) = shop.call(Request::get(page).body(Body::empty()).unwrap()).await;
        assert_eq!(code, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn a_slow_card_is_processing_for_eight_seconds() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let (_, answer) = shop.pay(&id, "4000000000000077").await;
    assert_eq!(answer, json!({"status": "processing"}));
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "PROCESSING");
    shop.later(7_999).await;
    assert_eq!(shop.payment(&id).await["status"], "PROCESSING");
    shop.later(1).await;
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    assert_eq!(shop.told().await, ["payment_processing", "payment_succeeded"]);
}

#[tokio::test]
async fn the_sandbox_refuses_what_cannot_be() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    let row = crate::store::payments::get(shop.state.database.reader(), &id).await.unwrap();
    let path = format!("/sandbox/intents/{}/confirm", row.provider_ref.clone().unwrap());
    let body = |secret: &str, number: &str| json!({"clientSecret": secret, "cardNumber": number, "expiryMonth": 12, "expiryYear": 2030, "cvc": "123"});
    assert_eq!(shop.post_json(&path, &body("wrong", GOOD_CARD)).await.0, StatusCode::NOT_FOUND);
    assert_eq!(
        shop.post_json("/sandbox/intents/spi_x/confirm", &body("wrong", GOOD_CARD)).await.0,
        StatusCode::NOT_FOUND
    );
    assert_eq!(shop.post_json(&path, &json!({"cardNumber": 5})).await.0, StatusCode::BAD_REQUEST);
    let secret = row.client_secret.unwrap();
    let (status, answer) = shop.post_json(&path, &body(&secret, "4242424242424241")).await;
    assert_eq!((status, answer["failureCode"].as_str()), (StatusCode::OK, Some("invalid_number")));
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "CREATED");
    assert!(shop.told().await.is_empty());
    let wrong_page = Request::get(format!("/sandbox/3ds/{}?client_secret=wrong", row.provider_ref.unwrap()))
        .body(Body::empty())
        .unwrap();
    assert_eq!(shop.call(wrong_page).await.0, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn start_answers_repeats_and_refusals_as_data() {
    let shop = Shop::open().await;
    let key = Uuid::new_v4();
    let first = shop.start_with(&buyer(), &booking_id(1), key).await;
    assert_eq!(shop.start_with(&buyer(), &booking_id(1), key).await, first);
    let reused = shop.start_with(&buyer(), &booking_id(7), key).await;
    assert_eq!(reused["errors"][0]["__typename"], "IdempotencyConflictError");
    let unknown = shop.start_with(&buyer(), &booking_id(7), Uuid::new_v4()).await;
    assert_eq!(unknown["errors"][0]["__typename"], "NotFoundError");
    let nonsense = shop.start_with(&buyer(), "bkg_nonsense", Uuid::new_v4()).await;
    assert_eq!(nonsense["errors"][0]["__typename"], "NotFoundError");
    let expired = contracts::calls::BeginPaymentAnswer::NotPayable {
        state: "EXPIRED".to_owned(),
    };
    shop.set_begin(&booking_id(8), expired);
    let refused = shop.start_with(&buyer(), &booking_id(8), Uuid::new_v4()).await;
    assert_eq!(
        (refused["errors"][0]["code"].as_str(), refused["errors"][0]["state"].as_str()),
        (Some("BOOKING_NOT_PAYABLE"), Some("EXPIRED"))
    );
    let query = "mutation($b: ID!, $k: UUID!) { paymentStart(input: {bookingId: $b, idempotencyKey: $k, returnUrl: \"http://evil.example/\"}) { payment { id } errors { ... on UserError { code path } } } }";
    let response = shop
        .execute(&buyer(), query, json!({"b": booking_id(1), "k": Uuid::new_v4()}))
        .await;
    assert_eq!(
        response["data"]["paymentStart"]["errors"],
        json!([{"code": "INVALID_RETURN_URL", "path": ["returnUrl"]}])
    );
    assert_eq!(
        kit::testing::table_counts(&shop.state.database, &["payment", "idempotency"]).await["payment"],
        1
    );
}

#[tokio::test]
async fn starting_too_often_is_refused() {
    let shop = Shop::open().await;
    let key = Uuid::new_v4();
    for _ in 0..30 {
        shop.start_with(&buyer(), &booking_id(1), key).await;
    }
    let payload = shop.start_with(&buyer(), &booking_id(1), key).await;
    assert_eq!(payload["errors"][0]["__typename"], "RateLimitedError");
}
