//! The payment machine against a provider that is slow, silent or faster than we are.

use contracts::messages::{BookingExpired, PaymentDeadlinePassed};
use serde_json::{Value, json};
use uuid::Uuid;

use super::{GOOD_CARD, ORGANIZER, Shop, begun, booking_id, buyer};
use crate::store::sandbox as books;

fn deadline(booking: &str) -> PaymentDeadlinePassed {
    PaymentDeadlinePassed {
        booking_id: booking.to_owned(),
        organizer_id: ORGANIZER.to_owned(),
    }
}

async fn cancel(shop: &Shop, id: &str) -> Value {
    let query = "mutation($id: ID!) { paymentCancel(input: {paymentId: $id}) { payment { status }
        errors { __typename ... on ConflictError { currentState } } } }";
    shop.execute(&buyer(), query, json!({"id": id})).await["data"]["paymentCancel"].clone()
}

#[tokio::test]
async fn parallel_starts_open_one_payment() {
    let shop = std::sync::Arc::new(Shop::open().await);
    let starts = (0..8).map(|_| {
        let shop = shop.clone();
        tokio::spawn(async move { shop.start().await })
    });
    let mut ids = Vec::new();
    for start in starts.collect::<Vec<_>>() {
        ids.push(start.await.unwrap());
    }
    ids.dedup();
    assert_eq!(ids.len(), 1);
    let counts = kit::testing::table_counts(&shop.state.database, &["payment", "sandbox_intent"]).await;
    assert_eq!((counts["payment"], counts["sandbox_intent"]), (1, 1));
}

#[tokio::test]
async fn a_silent_provider_is_asked_again_under_the_same_key() {
    for lost_after_acting in [false, true] {
        let shop = Shop::open().await;
        let set = |silent| {
            if lost_after_acting {
                shop.set_answers_lost(silent)
            } else {
                shop.set_down(silent)
            }
        };
        set(true);
        let key = Uuid::new_v4();
        let payload = shop.start_with(&buyer(), &booking_id(1), key).await;
        assert_eq!(payload["payment"], Value::Null);
        assert_eq!(payload["errors"][0]["code"], "PROVIDER_UNAVAILABLE");
        assert_eq!(payload["errors"][0]["retryAfterSeconds"], 5);
        set(false);
        let payload = shop.start_with(&buyer(), &booking_id(1), key).await;
        assert_eq!(payload["payment"]["nextAction"]["kind"], "card_form");
        let counts = kit::testing::table_counts(&shop.state.database, &["payment", "sandbox_intent"]).await;
        assert_eq!((counts["payment"], counts["sandbox_intent"]), (1, 1));
    }
}

#[tokio::test]
async fn the_poller_finds_what_no_webhook_told() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, GOOD_CARD).await;
    // No webhook is delivered; only the poller runs.
    assert_eq!(crate::workers::poll_payments(&shop.state).await.unwrap(), 0);
    shop.test.clock.advance_ms(60_000);
    shop.set_down(true);
    assert_eq!(crate::workers::poll_payments(&shop.state).await.unwrap(), 1);
    assert_eq!(shop.payment(&id).await["status"], "CREATED");
    shop.set_down(false);
    assert_eq!(crate::workers::poll_payments(&shop.state).await.unwrap(), 0);
    shop.test.clock.advance_ms(30_000);
    assert_eq!(crate::workers::poll_payments(&shop.state).await.unwrap(), 1);
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    shop.settle().await;
    assert_eq!(shop.told().await, ["payment_succeeded"]);
}

#[tokio::test]
async fn another_total_gives_up_the_open_payment() {
    let shop = Shop::open().await;
    let old = shop.start().await;
    shop.set_begin(&booking_id(1), begun(2_500, "EUR", Some(super::BUYER)));
    let key = Uuid::new_v4();
    let payload = shop.start_with(&buyer(), &booking_id(1), key).await;
    assert_eq!(payload["errors"][0]["newTotal"]["amountMinor"], 2_500);
    assert_eq!(shop.payment(&old).await["status"], "CANCELLED");
    let payload = shop.start_with(&buyer(), &booking_id(1), key).await;
    assert_eq!(
        payload["payment"]["amount"],
        json!({"amountMinor": 2_500, "currency": "EUR", "exponent": 2})
    );
    assert_ne!(payload["payment"]["id"], old.as_str());
    assert_eq!(shop.told().await, ["payment_cancelled"]);
}

#[tokio::test]
async fn a_paid_booking_is_not_charged_again() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, GOOD_CARD).await;
    shop.settle().await;
    // bookings has not heard yet and would begin another payment.
    assert_eq!(shop.start().await, id);
}

#[tokio::test]
async fn cancelling_asks_the_provider_and_its_word_decides() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    assert_eq!(cancel(&shop, &id).await, json!({"payment": {"status": "CANCELLED"}, "errors": []}));
    assert_eq!(cancel(&shop, &id).await["payment"]["status"], "CANCELLED");
    let second = shop.start().await;
    assert_ne!(second, id);
    shop.pay(&second, GOOD_CARD).await;
    // The capture won, though we had not heard of it.
    let refused = cancel(&shop, &second).await;
    assert_eq!(refused["payment"]["status"], "SUCCEEDED");
    assert_eq!(
        refused["errors"],
        json!([{"__typename": "ConflictError", "currentState": "SUCCEEDED"}])
    );
    shop.settle().await;
    assert_eq!(shop.told().await, ["payment_cancelled", "payment_succeeded"]);
    let unknown = cancel(&shop, "pay_00000000000000000000000000").await;
    assert_eq!(unknown["errors"][0]["__typename"], "NotFoundError");
    assert_eq!(cancel(&shop, "nonsense").await["errors"][0]["__typename"], "ValidationError");
}

#[tokio::test]
async fn a_capture_after_cancelling_is_told() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    cancel(&shop, &id).await;
    // The provider captured after all: its books say so.
    let row = crate::store::payments::get(shop.state.database.reader(), &id).await.unwrap();
    let before = books::find_intent(shop.state.database.reader(), &row.provider_ref.unwrap())
        .await
        .unwrap()
        .unwrap();
    let after = books::IntentRow {
        status: "succeeded".to_owned(),
        ..before.clone()
    };
    assert!(books::change_intent(shop.state.database.writer(), &before, &after).await.unwrap());
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    assert_eq!(shop.told().await, ["payment_cancelled", "payment_succeeded"]);
}

#[tokio::test]
async fn a_passed_deadline_cancels_or_says_that_there_is_nothing_to_wait_for() {
    let shop = Shop::open().await;
    shop.hear("msg_1", &deadline(&booking_id(3))).await;
    shop.hear("msg_1", &deadline(&booking_id(3))).await;
    assert_eq!(shop.told().await, ["payment_absent"]);

    let id = shop.start().await;
    shop.set_down(true);
    shop.hear("msg_2", &deadline(&booking_id(1))).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "CREATED");
    assert_eq!(shop.payment(&id).await["nextAction"], Value::Null);
    shop.set_down(false);
    shop.later(1_000).await;
    assert_eq!(shop.payment(&id).await["status"], "CANCELLED");
    assert_eq!(shop.told().await, ["payment_absent", "payment_cancelled"]);

    // A capture that wins stays one, and nothing is said to be absent.
    let second = shop.start().await;
    shop.pay(&second, GOOD_CARD).await;
    shop.hear("msg_3", &deadline(&booking_id(1))).await;
    shop.settle().await;
    shop.hear("msg_4", &deadline(&booking_id(1))).await;
    assert_eq!(shop.told().await, ["payment_absent", "payment_cancelled", "payment_succeeded"]);
}

#[tokio::test]
async fn a_payment_in_processing_is_not_given_up() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, "4000000000000077").await;
    shop.hear("msg_1", &deadline(&booking_id(1))).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "PROCESSING");
    assert_eq!(shop.start().await, id);
    shop.later(8_000).await;
    assert_eq!(shop.told().await, ["payment_processing", "payment_succeeded"]);
}

#[tokio::test]
async fn an_expired_hold_takes_no_more_money() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, "4000000000000002").await;
    shop.settle().await;
    let expired = BookingExpired {
        booking_id: booking_id(1),
        occurrence_id: "occ_1".to_owned(),
        event_id: "evt_1".to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: None,
    };
    shop.hear("msg_1", &expired).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "CANCELLED");
    assert_eq!(shop.pay(&id, GOOD_CARD).await.1["status"], "canceled");
}
