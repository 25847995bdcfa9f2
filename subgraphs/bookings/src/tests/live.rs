//! Subscriptions.

use bytes_of::next;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;

use super::*;

mod bytes_of {
    //! Reading one event of a stream, without waiting for ever.

    use std::time::Duration;

    use futures_util::StreamExt;
    use futures_util::stream::BoxStream;
    use serde_json::Value;

    pub async fn next(stream: &mut BoxStream<'static, bytes::Bytes>) -> Value {
        let body = tokio::time::timeout(Duration::from_secs(10), stream.next())
            .await
            .expect("something is said in time");
        serde_json::from_slice(&body.expect("the stream goes on")).unwrap()
    }
}

impl Stage {
    fn subscribe(&self, viewer: &Viewer, query: &str, variables: Value) -> BoxStream<'static, bytes::Bytes> {
        let body = json!({"query": query, "variables": variables}).to_string();
        self.service.graphql.subscribe(viewer.clone(), body.into())
    }
}

#[tokio::test]
async fn availability_is_told_as_it_changes() {
    let stage = Stage::with_capacity(6).await;
    let query = "subscription($id: ID!, $since: Long) { availabilityChanged(occurrenceId: $id, sinceRevision: $since) {
        revision products { productId availability { state remaining revision } } } }";
    let mut stream = stage.subscribe(&Viewer::default(), query, json!({"id": OCCURRENCE}));
    let first = next(&mut stream).await;
    let told = &first["data"]["availabilityChanged"];
    assert_eq!(told["products"].as_array().unwrap().len(), 2, "{first}");
    let revision = told["revision"].as_i64().unwrap();
    let id = stage.held(PAID, 2).await;
    let second = next(&mut stream).await;
    let told = &second["data"]["availabilityChanged"];
    assert!(told["revision"].as_i64().unwrap() > revision);
    assert_eq!(told["products"].as_array().unwrap().len(), 1, "only what changed: {second}");
    assert_eq!(told["products"][0]["availability"]["remaining"], 4);
    assert_eq!(told["products"][0]["availability"]["state"], "FEW_LEFT");
    // Whoever comes back with the newest revision hears only what is newer.
    let since = told["revision"].clone();
    let mut back = stage.subscribe(&Viewer::default(), query, json!({"id": OCCURRENCE, "since": since}));
    let waiting = tokio::spawn(async move { next(&mut back).await });
    tokio::task::yield_now().await;
    stage.test.clock.advance_ms(1_000);
    stage.change(&buyer(), "holdRelease", json!({"bookingId": id})).await;
    let third = next(&mut stream).await;
    assert_eq!(
        third["data"]["availabilityChanged"]["products"][0]["availability"]["remaining"], 6,
        "{third}"
    );
    let heard = waiting.await.unwrap();
    assert_eq!(
        heard["data"]["availabilityChanged"]["revision"],
        third["data"]["availabilityChanged"]["revision"]
    );
}

const BOOKING_CHANGED: &str = "subscription($id: ID!) { bookingChanged(bookingId: $id) { status tickets { code } paymentState } }";

#[tokio::test]
async fn a_booking_is_followed_to_its_end() {
    let stage = Stage::with_capacity(6).await;
    let id = stage.held(PAID, 1).await;
    let mut stream = stage.subscribe(&buyer(), BOOKING_CHANGED, json!({"id": id}));
    let seen = |event: &Value| event["data"]["bookingChanged"]["status"].as_str().unwrap_or_default().to_owned();
    assert_eq!(seen(&next(&mut stream).await), "HELD");
    stage.begin_payment(&id).await;
    assert_eq!(seen(&next(&mut stream).await), "AWAITING_PAYMENT");
    stage.hear("m-1", &stage.success(&id, "pay_1").await).await;
    let event = next(&mut stream).await;
    assert_eq!(
        (seen(&event).as_str(), &event["data"]["bookingChanged"]["paymentState"]),
        ("CONFIRMED", &json!("PAID"))
    );
    assert_eq!(event["data"]["bookingChanged"]["tickets"].as_array().unwrap().len(), 1);
    stage
        .change(&buyer(), "bookingCancel", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    assert_eq!(seen(&next(&mut stream).await), "CANCELLED");
    assert!(stream.next().await.is_none(), "a final state is the end");
}

#[tokio::test]
async fn others_learn_nothing_of_a_booking() {
    let stage = Stage::with_capacity(6).await;
    let id = stage.held(PAID, 1).await;
    for viewer in [member("usr_other"), Viewer::guest_of("bkg_other")] {
        let mut stream = stage.subscribe(&viewer, BOOKING_CHANGED, json!({"id": id}));
        assert_eq!(next(&mut stream).await["data"]["bookingChanged"], Value::Null);
        assert!(stream.next().await.is_none());
    }
    let mut stream = stage.subscribe(&Viewer::default(), BOOKING_CHANGED, json!({"id": id}));
    assert_eq!(next(&mut stream).await["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
}

#[tokio::test]
async fn the_door_is_watched() {
    let stage = Stage::with_capacity(6).await;
    let id = stage.held(FREE, 1).await;
    stage.confirm_free(&id).await;
    let list = crate::store::doors::default_list(stage.state.deps.database.reader(), OCCURRENCE)
        .await
        .unwrap()
        .unwrap();
    let query = "subscription($id: ID!) { checkInActivity(checkInListId: $id) {
        sequence record { result } ticket { code status } list { checkedIn expected } } }";
    for (viewer, code) in [
        (buyer(), "FORBIDDEN"),
        (member("usr_stranger"), "FORBIDDEN"),
        (Viewer::default(), "UNAUTHENTICATED"),
    ] {
        let mut stream = stage.subscribe(&viewer, query, json!({"id": list.id}));
        assert_eq!(next(&mut stream).await["errors"][0]["extensions"]["code"], code);
    }
    let mut stream = stage.subscribe(&member("usr_owner"), query, json!({"id": list.id}));
    let ticket = crate::store::tickets::of_bookings(stage.state.deps.database.reader(), std::slice::from_ref(&id))
        .await
        .unwrap()
        .remove(0);
    let input = json!({"code": ticket.code, "nonce": uuid(), "scannedAt": "2026-06-01T12:00:00Z", "listId": list.id});
    let query = "mutation($input: CheckInInput!) { checkIn(input: $input) { result } }";
    let owner = member("usr_owner");
    // Joined in this order: the subscription listens from its first poll, before the scan begins.
    let (event, answer) = tokio::join!(next(&mut stream), stage.run(&owner, query, json!({"input": input})));
    assert_eq!(answer["data"]["checkIn"]["result"], "ADMITTED", "{answer}");
    let told = &event["data"]["checkInActivity"];
    assert_eq!(
        (&told["record"]["result"], &told["ticket"]["status"]),
        (&json!("ADMITTED"), &json!("CHECKED_IN")),
        "{event}"
    );
    assert_eq!((&told["list"]["checkedIn"], &told["sequence"]), (&json!(1), &json!(1)));
}
