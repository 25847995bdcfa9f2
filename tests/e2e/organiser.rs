//! What organisers do: sell, see, let people in.

use harness::{OfferRequest, Organiser, Platform, eventually};
use serde_json::{Value, json};
use uuid::Uuid;

use crate::buyer::{await_status, hold, pay_by_card};

const CHECK_IN: &str = "mutation($input: CheckInInput!) { checkIn(input: $input) { result ticket { code status } previous { at result } errors { __typename ... on UserError { code message } } } }";

fn scan(field: &str, value: &Value) -> Value {
    json!({field: value, "nonce": Uuid::new_v4(), "scannedAt": chrono_now()})
}

fn chrono_now() -> String {
    kit::clock::datetime(kit::clock::Clock::now_ms(&kit::clock::SystemClock)).to_rfc3339()
}

async fn an_organiser_sells_sees_and_checks_in_once(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "foyer").await;
    let offer = organiser
        .offer(
            "Foyer Concert",
            &OfferRequest {
                price_minor: 1_200,
                capacity: 10,
                max_per_booking: 4,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bo@example.org", "Bo").await;
    let booking_id = hold(&mut buyer, &offer, 2).await;
    pay_by_card(&mut buyer, &booking_id, "4242424242424242").await;
    let booking = await_status(&buyer, &booking_id, "CONFIRMED").await;

    let sales = "query($id: ID!) { event(id: $id) { salesSummary { sold held capacity revenue { amountMinor currency } }
        bookings { nodes { code status buyer { displayName } contact { name } } } quotas { name capacity sold } checkInLists { id expected checkedIn } } }";
    let seen = organiser.client.data(sales, json!({"id": offer.event_id})).await["event"].clone();
    assert_eq!(
        seen["salesSummary"],
        json!({"sold": 2, "held": 0, "capacity": 10, "revenue": [{"amountMinor": 2_400, "currency": "EUR"}]})
    );
    assert_eq!(seen["bookings"]["nodes"][0]["buyer"]["displayName"], "Bo");
    assert_eq!(seen["checkInLists"][0]["expected"], 2);
    let hidden = buyer.response(sales, json!({"id": offer.event_id})).await;
    assert_eq!(
        hidden["data"]["event"]["salesSummary"],
        Value::Null,
        "a buyer sees no sales: {hidden}"
    );

    let mut door = organiser
        .client
        .subscribe(
            "subscription($id: ID!) { checkInActivity(checkInListId: $id) { record { result } ticket { code } } }",
            json!({"id": seen["checkInLists"][0]["id"]}),
        )
        .await;
    let by_code = scan("code", &booking["tickets"][0]["code"]);
    let admitted = organiser.client.mutate(CHECK_IN, by_code.clone()).await;
    assert_eq!(admitted["result"], "ADMITTED", "{admitted}");
    let activity = door.next().await;
    assert_eq!(activity["checkInActivity"]["ticket"]["code"], booking["tickets"][0]["code"]);
    assert_eq!(
        organiser.client.mutate(CHECK_IN, by_code).await["result"],
        "ADMITTED",
        "the same scan again is the same answer"
    );
    let second = organiser
        .client
        .mutate(CHECK_IN, scan("code", &booking["tickets"][0]["code"]))
        .await;
    assert_eq!(second["result"], "ALREADY_ADMITTED");
    assert!(second["previous"]["at"].is_string(), "{second}");
    let by_qr = organiser
        .client
        .mutate(CHECK_IN, scan("qrPayload", &booking["tickets"][1]["qrPayload"]))
        .await;
    assert_eq!(by_qr["result"], "ADMITTED");
    let unknown = organiser.client.mutate(CHECK_IN, scan("code", &json!("ZZZZZ-1"))).await;
    assert_eq!(unknown["result"], "UNKNOWN_TICKET");
    let forbidden = buyer
        .response(CHECK_IN, json!({"input": scan("code", &booking["tickets"][0]["code"])}))
        .await;
    assert!(
        forbidden["errors"][0]["extensions"]["code"].is_string(),
        "a buyer is no steward: {forbidden}"
    );
}

async fn two_doors_scan_one_ticket_at_once(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "doors").await;
    let offer = organiser
        .offer(
            "Two Doors",
            &OfferRequest {
                price_minor: 0,
                capacity: 10,
                max_per_booking: 1,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bly@example.org", "Bly").await;
    let booking_id = hold(&mut buyer, &offer, 1).await;
    let confirm = "mutation($input: BookingConfirmFreeInput!) { bookingConfirmFree(input: $input) { booking { status } errors { __typename ... on UserError { code message } } } }";
    buyer
        .mutate(confirm, json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}))
        .await;
    let booking = await_status(&buyer, &booking_id, "CONFIRMED").await;
    let scans = (0..16).map(|_| {
        let (mut steward, code) = (organiser.client.clone(), booking["tickets"][0]["code"].clone());
        tokio::spawn(async move { steward.mutate(CHECK_IN, scan("code", &code)).await["result"].clone() })
    });
    let mut results = Vec::new();
    for scan in scans.collect::<Vec<_>>() {
        results.push(scan.await.expect("a scan is answered"));
    }
    assert_eq!(results.iter().filter(|result| *result == "ADMITTED").count(), 1, "{results:?}");
    assert_eq!(results.iter().filter(|result| *result == "ALREADY_ADMITTED").count(), 15);
}

async fn a_cancelled_event_gives_everyone_their_money_back(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "rain").await;
    let offer = organiser
        .offer(
            "Garden Party",
            &OfferRequest {
                price_minor: 3_000,
                capacity: 10,
                max_per_booking: 4,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bix@example.org", "Bix").await;
    let paid = hold(&mut buyer, &offer, 1).await;
    pay_by_card(&mut buyer, &paid, "4242424242424242").await;
    await_status(&buyer, &paid, "CONFIRMED").await;
    let held = hold(&mut buyer, &offer, 1).await;
    let read = organiser
        .client
        .data("query($id: ID!) { event(id: $id) { version } }", json!({"id": offer.event_id}))
        .await;
    let cancel = "mutation($input: EventCancelInput!) { eventCancel(input: $input) { event { status } errors { __typename ... on UserError { code message } } } }";
    let input = json!({"id": offer.event_id, "version": read["event"]["version"], "idempotencyKey": Uuid::new_v4(), "reason": "Storm warning", "refundEveryone": true});
    assert_eq!(organiser.client.mutate(cancel, input).await["event"]["status"], "CANCELLED");
    await_status(&buyer, &held, "CANCELLED").await;
    let booking = eventually("the refund", || {
        let mut buyer = buyer.clone();
        let paid = paid.clone();
        async move {
            let query =
                "query($id: ID!) { booking(id: $id) { status paymentState payments { refunds { origin amount { amountMinor } } } } }";
            let data = buyer.data(query, json!({"id": paid})).await;
            (data["booking"]["paymentState"] == "REFUNDED").then(|| data["booking"].clone())
        }
    })
    .await;
    assert_eq!(booking["status"], "CANCELLED");
    assert_eq!(
        booking["payments"][0]["refunds"],
        json!([{"origin": "EVENT_CANCELLED", "amount": {"amountMinor": 3_000}}])
    );
    let refused = buyer
        .try_mutate(
            "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { errors { __typename ... on UserError { code } } } }",
            crate::buyer::hold_input(&offer, 1),
        )
        .await;
    assert_eq!(refused["errors"][0]["__typename"], "SalesClosedError", "{refused}");
}

crate::both_forms!(
    an_organiser_sells_sees_and_checks_in_once,
    two_doors_scan_one_ticket_at_once,
    a_cancelled_event_gives_everyone_their_money_back
);
