//! What buyers do: hold, pay, get tickets, cancel; as users and as guests.

use harness::{Client, Offer, OfferRequest, Organiser, Platform, card_form, eventually};
use serde_json::{Value, json};
use uuid::Uuid;

const HOLD: &str = "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { booking { id code status expiresAt serverNow total { amountMinor currency } } guestToken
    errors { __typename ... on UserError { code message } ... on InsufficientAvailabilityError { remaining } } } }";
const PAY: &str = "mutation($input: PaymentStartInput!) { paymentStart(input: $input) { payment { id status nextAction { kind clientSecret redirectUrl } } errors { __typename ... on UserError { code message } } } }";
const CANCEL: &str = "mutation($input: BookingCancelInput!) { bookingCancel(input: $input) { booking { status } errors { __typename ... on UserError { code message } } } }";
const BOOKING: &str = "query($id: ID!) { booking(id: $id) { status paymentState total { amountMinor } contact { email }
    occurrence { name startsAt timeZone venue { name } }
    tickets { code status qrPayload product { name } }
    amountPaid { amountMinor } amountDue { amountMinor } refundQuote { refundable { amountMinor } percent }
    payments { status method { brand last4 } refunds { status amount { amountMinor } origin } } } }";

pub fn hold_input(offer: &Offer, quantity: i64) -> Value {
    json!({"occurrenceId": offer.occurrence_id, "idempotencyKey": Uuid::new_v4(), "lines": [{"productId": offer.product_id, "quantity": quantity}]})
}

pub async fn hold(client: &mut Client, offer: &Offer, quantity: i64) -> String {
    let payload = client.mutate(HOLD, hold_input(offer, quantity)).await;
    if let Some(token) = payload["guestToken"].as_str() {
        client.guest_token = Some(token.to_owned());
    }
    payload["booking"]["id"].as_str().expect("a hold is a booking").to_owned()
}

async fn availability(client: &mut Client, offer: &Offer) -> Value {
    let query = "query($id: ID!) { occurrence(id: $id) { availability { state remaining revision } } }";
    client.data(query, json!({"id": offer.occurrence_id})).await["occurrence"]["availability"].clone()
}

/// Starts a payment and fills the card form; answers what the form is told.
pub async fn pay_by_card(client: &mut Client, booking_id: &str, number: &str) -> (String, Value) {
    let input = json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "returnUrl": format!("{}/checkout/{booking_id}/return", client.url)});
    let payload = client.mutate(PAY, input).await;
    let secret = payload["payment"]["nextAction"]["clientSecret"]
        .as_str()
        .unwrap_or_else(|| panic!("a card is due: {payload}"))
        .to_owned();
    let payment_id = payload["payment"]["id"].as_str().expect("a payment has an id").to_owned();
    let intent = intent_of(client, &secret).await;
    let answer = client
        .post(&format!("/sandbox/intents/{intent}/confirm"), &card_form(&secret, number))
        .await;
    (payment_id, answer.json())
}

/// The intent's id is the part of its client secret before `_secret`, as with Stripe.
async fn intent_of(_client: &Client, secret: &str) -> String {
    secret.split("_secret").next().expect("a client secret names its intent").to_owned()
}

pub async fn await_status(client: &Client, booking_id: &str, status: &str) -> Value {
    eventually(&format!("{booking_id} to be {status}"), || {
        let mut client = client.clone();
        async move {
            let data = client.data(BOOKING, json!({"id": booking_id})).await;
            (data["booking"]["status"] == status).then(|| data["booking"].clone())
        }
    })
    .await
}

async fn a_user_buys_two_tickets_and_cancels(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "nord").await;
    let offer = organiser
        .offer(
            "Night of Strings",
            &OfferRequest {
                price_minor: 2_500,
                capacity: 10,
                max_per_booking: 6,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bea@example.org", "Bea Buyer").await;

    // Live: another page is open on the event all the while.
    let mut live = platform
        .client()
        .subscribe("subscription($id: ID!) { availabilityChanged(occurrenceId: $id) { revision products { productId availability { remaining } } } }", json!({"id": offer.occurrence_id}))
        .await;
    let remaining = |event: &Value| event["availabilityChanged"]["products"][0]["availability"]["remaining"].clone();

    let booking_id = hold(&mut buyer, &offer, 2).await;
    live.until(|event| remaining(event) == 8).await;
    let mut changes = buyer
        .subscribe(
            "subscription($id: ID!) { bookingChanged(bookingId: $id) { status occurrence { venue { name } } tickets { code } } }",
            json!({"id": booking_id}),
        )
        .await;
    let mut bell = buyer
        .subscribe("subscription { notificationReceived { kind title booking { code } } }", Value::Null)
        .await;

    let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4242424242424242").await;
    assert_eq!(answer["status"], "succeeded", "{answer}");
    let confirmed = changes.until(|event| event["bookingChanged"]["status"] == "CONFIRMED").await;
    assert_eq!(
        confirmed["bookingChanged"]["occurrence"]["venue"]["name"], "Old Foundry",
        "an event is completed by another subgraph"
    );
    assert_eq!(confirmed["bookingChanged"]["tickets"].as_array().map(Vec::len), Some(2));
    let rang = bell
        .until(|event| event["notificationReceived"]["kind"] == "BOOKING_CONFIRMED")
        .await;
    assert!(rang["notificationReceived"]["booking"]["code"].is_string(), "{rang}");

    let booking = await_status(&buyer, &booking_id, "CONFIRMED").await;
    assert_eq!(booking["paymentState"], "PAID");
    assert_eq!(booking["amountPaid"]["amountMinor"], 5_000);
    assert_eq!(booking["amountDue"]["amountMinor"], 0);
    assert_eq!(booking["refundQuote"]["refundable"]["amountMinor"], 5_000, "{booking}");
    assert_eq!(booking["payments"][0]["method"], json!({"brand": "visa", "last4": "4242"}));
    assert_eq!(booking["contact"]["email"], "bea@example.org");
    assert!(
        booking["tickets"]
            .as_array()
            .expect("tickets")
            .iter()
            .all(|ticket| ticket["qrPayload"].is_string() && ticket["product"]["name"] == "Standing")
    );
    let mail = platform.mail("bea@example.org", "Night of Strings").await;
    assert!(
        mail["text"]
            .as_str()
            .expect("text")
            .contains(booking["tickets"][0]["code"].as_str().expect("a code")),
        "{mail}"
    );

    let mine = buyer
        .data(
            "{ me { tickets(upcomingOnly: true) { nodes { code occurrence { name } } } unreadNotificationCount } }",
            Value::Null,
        )
        .await;
    assert_eq!(mine["me"]["tickets"]["nodes"].as_array().map(Vec::len), Some(2), "{mine}");
    assert_eq!(mine["me"]["unreadNotificationCount"], 1);

    buyer
        .mutate(
            CANCEL,
            json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "reason": "ill"}),
        )
        .await;
    let cancelled = eventually("the refund", || {
        let mut buyer = buyer.clone();
        let booking_id = booking_id.clone();
        async move {
            let data = buyer.data(BOOKING, json!({"id": booking_id})).await;
            (data["booking"]["paymentState"] == "REFUNDED").then(|| data["booking"].clone())
        }
    })
    .await;
    assert_eq!(cancelled["status"], "CANCELLED");
    assert_eq!(
        cancelled["payments"][0]["refunds"],
        json!([{"status": "SUCCEEDED", "amount": {"amountMinor": 5_000}, "origin": "BUYER"}])
    );
    assert!(
        cancelled["tickets"]
            .as_array()
            .expect("tickets")
            .iter()
            .all(|ticket| ticket["status"] == "VOIDED")
    );
    assert_eq!(availability(&mut buyer, &offer).await["remaining"], 10, "the places are free again");
}

async fn a_guest_books_by_mail_address_and_nobody_else_sees_it(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "sued").await;
    let offer = organiser
        .offer(
            "Open Studio",
            &OfferRequest {
                price_minor: 0,
                capacity: 5,
                max_per_booking: 4,
            },
        )
        .await;
    let mut guest = platform.client();
    let mut input = hold_input(&offer, 2);
    input["contact"] = json!({"name": "Gil Guest", "email": "gil@example.org"});
    let payload = guest.mutate(HOLD, input).await;
    let booking_id = payload["booking"]["id"].as_str().expect("a booking").to_owned();
    guest.guest_token = payload["guestToken"].as_str().map(str::to_owned);
    assert_eq!(
        platform.client().data(BOOKING, json!({"id": booking_id})).await["booking"],
        Value::Null,
        "a stranger sees nothing"
    );
    let mut eve = platform.client();
    eve.register(&platform, "eve@example.org", "Eve").await;
    assert_eq!(eve.data(BOOKING, json!({"id": booking_id})).await["booking"], Value::Null);
    let stolen = eve
        .try_mutate(CANCEL, json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}))
        .await;
    assert_eq!(stolen["errors"][0]["__typename"], "NotFoundError", "{stolen}");

    let confirm = "mutation($input: BookingConfirmFreeInput!) { bookingConfirmFree(input: $input) { booking { status } errors { __typename ... on UserError { code message } } } }";
    guest
        .mutate(confirm, json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}))
        .await;
    let booking = await_status(&guest, &booking_id, "CONFIRMED").await;
    assert_eq!(booking["paymentState"], "NOT_REQUIRED");
    assert_eq!(booking["tickets"].as_array().map(Vec::len), Some(2));
    let mail = platform.mail("gil@example.org", "Open Studio").await;
    assert!(
        mail["text"].as_str().expect("text").contains("#guest="),
        "the mail's link opens the booking: {mail}"
    );
}

async fn cards_are_declined_slow_and_redirected(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "west").await;
    let offer = organiser
        .offer(
            "Late Show",
            &OfferRequest {
                price_minor: 1_999,
                capacity: 20,
                max_per_booking: 4,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "ben@example.org", "Ben").await;

    // Declined: the hold stays, another card works on the same booking.
    let booking_id = hold(&mut buyer, &offer, 1).await;
    let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4000000000000002").await;
    assert_eq!(answer["failureCode"], "card_declined", "{answer}");
    await_status(&buyer, &booking_id, "HELD").await;
    let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4242424242424242").await;
    assert_eq!(answer["status"], "succeeded", "{answer}");
    await_status(&buyer, &booking_id, "CONFIRMED").await;

    // Redirected to the bank's page and back.
    let booking_id = hold(&mut buyer, &offer, 1).await;
    let (payment_id, answer) = pay_by_card(&mut buyer, &booking_id, "4000002500003155").await;
    let redirect = answer["nextAction"]["redirectUrl"]
        .as_str()
        .unwrap_or_else(|| panic!("a redirect: {answer}"))
        .to_owned();
    let path = redirect.strip_prefix(&platform.url).unwrap_or(&redirect).to_owned();
    let (page, query) = path.split_once('?').expect("the page is told the client secret");
    assert!(buyer.get(&path).await.text().contains("Authorise"));
    let mut form = http::HeaderMap::new();
    form.insert("content-type", http::HeaderValue::from_static("application/x-www-form-urlencoded"));
    let back = buyer
        .send(http::Method::POST, page, form, format!("{query}&decision=authorise"))
        .await;
    assert!(back.status.is_redirection(), "{}", back.text());
    let sync = "mutation($input: PaymentSyncInput!) { paymentSync(input: $input) { payment { status } errors { __typename ... on UserError { code message } } } }";
    assert_eq!(
        buyer.mutate(sync, json!({"paymentId": payment_id})).await["payment"]["status"],
        "SUCCEEDED"
    );
    await_status(&buyer, &booking_id, "CONFIRMED").await;

    // Slow: processing first, then it comes by itself.
    let booking_id = hold(&mut buyer, &offer, 1).await;
    let mut payments = buyer
        .subscribe(
            "subscription($id: ID!) { paymentChanged(bookingId: $id) { status } }",
            json!({"id": booking_id}),
        )
        .await;
    let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4000000000000077").await;
    assert_eq!(answer["status"], "processing", "{answer}");
    payments.until(|event| event["paymentChanged"]["status"] == "SUCCEEDED").await;
    await_status(&buyer, &booking_id, "CONFIRMED").await;
}

async fn the_last_places_are_sold_once_and_released_holds_come_back(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "ost").await;
    let offer = organiser
        .offer(
            "Tiny Room",
            &OfferRequest {
                price_minor: 1_000,
                capacity: 3,
                max_per_booking: 3,
            },
        )
        .await;
    let mut first = platform.client();
    first.register(&platform, "first@example.org", "First").await;
    let mut second = platform.client();
    second.register(&platform, "second@example.org", "Second").await;
    let booking_id = hold(&mut first, &offer, 2).await;
    let refused = second.try_mutate(HOLD, hold_input(&offer, 2)).await;
    assert_eq!(refused["errors"][0]["__typename"], "InsufficientAvailabilityError", "{refused}");
    assert_eq!(refused["errors"][0]["remaining"], 1);
    assert_eq!(availability(&mut second, &offer).await["remaining"], 1, "a refusal changes nothing");

    let mut repeated = hold_input(&offer, 1);
    let one = second.mutate(HOLD, repeated.clone()).await;
    let again = second.mutate(HOLD, repeated.clone()).await;
    assert_eq!(one["booking"]["id"], again["booking"]["id"], "the same key gives the same booking");
    repeated["lines"][0]["quantity"] = json!(2);
    assert_eq!(
        second.try_mutate(HOLD, repeated).await["errors"][0]["__typename"],
        "IdempotencyConflictError"
    );
    assert_eq!(availability(&mut second, &offer).await["state"], "HELD_BY_OTHERS");

    let release = "mutation($input: HoldReleaseInput!) { holdRelease(input: $input) { booking { status } errors { __typename ... on UserError { code message } } } }";
    assert_eq!(
        first.mutate(release, json!({"bookingId": booking_id})).await["booking"]["status"],
        "CANCELLED"
    );
    assert_eq!(availability(&mut second, &offer).await["remaining"], 2);
}

async fn a_hold_that_runs_out_comes_back_before_everyones_eyes(platform: Platform) {
    let mut organiser = Organiser::register(&platform, "clock").await;
    let request = OfferRequest {
        price_minor: 1_000,
        capacity: 4,
        max_per_booking: 4,
    };
    let offer = organiser.offer("Ten Minutes", &request).await;
    let mut slow = platform.client();
    slow.register(&platform, "slow@example.org", "Slow").await;
    let mut live = platform
        .client()
        .subscribe(
            "subscription($id: ID!) { availabilityChanged(occurrenceId: $id) { products { availability { remaining state } } } }",
            json!({"id": offer.occurrence_id}),
        )
        .await;
    let booking_id = hold(&mut slow, &offer, 4).await;
    let is = |event: &Value, state: &str| event["availabilityChanged"]["products"][0]["availability"]["state"] == state;
    live.until(|event| is(event, "HELD_BY_OTHERS")).await;
    let mut mine = slow
        .subscribe(
            "subscription($id: ID!) { bookingChanged(bookingId: $id) { status } }",
            json!({"id": booking_id}),
        )
        .await;
    // Ten minutes pass at once: the deadline is moved, and the sweeper finds it by itself.
    let database = platform.database("bookings").await;
    let statement = sea_orm::Statement::from_sql_and_values(
        sea_orm::ConnectionTrait::get_database_backend(database.writer()),
        "UPDATE booking SET expires_at = 1 WHERE id = $1",
        [booking_id.clone().into()],
    );
    let moved = sea_orm::ConnectionTrait::execute_raw(database.writer(), statement)
        .await
        .expect("the booking is there");
    assert_eq!(moved.rows_affected(), 1);
    mine.until(|event| event["bookingChanged"]["status"] == "EXPIRED").await;
    live.until(|event| is(event, "AVAILABLE") || is(event, "FEW_LEFT")).await;
    assert_eq!(availability(&mut slow, &offer).await["remaining"], 4);
    let pay = json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "returnUrl": format!("{}/", platform.url)});
    let refused = slow.try_mutate(PAY, pay).await;
    assert_eq!(refused["errors"][0]["__typename"], "BookingNotPayableError", "{refused}");
}

crate::both_forms!(
    a_hold_that_runs_out_comes_back_before_everyones_eyes,
    a_user_buys_two_tickets_and_cancels,
    a_guest_books_by_mail_address_and_nobody_else_sees_it,
    cards_are_declined_slow_and_redirected,
    the_last_places_are_sold_once_and_released_holds_come_back,
);
