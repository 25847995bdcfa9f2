//! The race for the last places, through the router, in both forms.

use harness::{Client, Form, OfferRequest, Organiser, Platform};
use sea_orm::{ConnectionTrait, Statement};
use serde_json::{Value, json};
use uuid::Uuid;

const BUYERS: usize = 200;
const PLACES: i64 = 10;

/// One guest: hold, and confirm what was held.
async fn try_to_buy(mut guest: Client, occurrence_id: String, product_id: String, number: usize) -> bool {
    let hold = "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { booking { id } guestToken errors { __typename } } }";
    let input = json!({"occurrenceId": occurrence_id, "idempotencyKey": Uuid::new_v4(), "lines": [{"productId": product_id, "quantity": 1}],
        "contact": {"name": "Racer", "email": format!("racer{number}@example.org")}});
    let payload = guest.try_mutate(hold, input).await;
    let Some(booking_id) = payload["booking"]["id"].as_str() else {
        assert_eq!(payload["errors"], json!([{"__typename": "InsufficientAvailabilityError"}]));
        return false;
    };
    guest.guest_token = payload["guestToken"].as_str().map(str::to_owned);
    let confirm =
        "mutation($input: BookingConfirmFreeInput!) { bookingConfirmFree(input: $input) { booking { status } errors { __typename } } }";
    let confirmed = guest
        .mutate(confirm, json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}))
        .await;
    assert_eq!(confirmed["booking"]["status"], "CONFIRMED");
    true
}

async fn race(form: Form) {
    // All buyers come from one address here, so the throttle that is meant for one person is off.
    let platform = Platform::start_with(
        form,
        &[
            ("BOOKINGS_HOLDS_PER_MINUTE", "10000"),
            ("BOOKINGS_HOLDS_PER_MINUTE_PER_ADDRESS", "10000"),
        ],
    )
    .await;
    let mut organiser = Organiser::register(&platform, "race").await;
    let offer = organiser
        .offer(
            "Ten Places",
            &OfferRequest {
                price_minor: 0,
                capacity: PLACES,
                max_per_booking: 1,
            },
        )
        .await;
    let buyers: Vec<_> = (0..BUYERS)
        .map(|number| {
            tokio::spawn(try_to_buy(
                platform.client(),
                offer.occurrence_id.clone(),
                offer.product_id.clone(),
                number,
            ))
        })
        .collect();
    let mut confirmed = 0;
    for buyer in buyers {
        confirmed += i64::from(buyer.await.expect("every buyer is answered"));
    }
    assert_eq!(confirmed, PLACES);
    let database = platform.database("bookings").await;
    let count = async |sql: &str| -> i64 {
        let statement = Statement::from_string(database.reader().get_database_backend(), sql);
        let row = database
            .reader()
            .query_one_raw(statement)
            .await
            .expect("the query runs")
            .expect("a sum is a row");
        row.try_get("", "n").expect("a number")
    };
    assert_eq!(count("SELECT CAST(SUM(sold) AS BIGINT) AS n FROM quota").await, PLACES);
    assert_eq!(count("SELECT CAST(SUM(held) AS BIGINT) AS n FROM quota").await, 0);
    assert_eq!(count("SELECT COUNT(*) AS n FROM booking WHERE status = 'CONFIRMED'").await, PLACES);
    assert_eq!(count("SELECT COUNT(*) AS n FROM ticket").await, PLACES);
    let seen: Value = platform
        .client()
        .data(
            "query($id: ID!) { occurrence(id: $id) { availability { state remaining } } }",
            json!({"id": offer.occurrence_id}),
        )
        .await;
    assert_eq!(seen["occurrence"]["availability"], json!({"state": "SOLD_OUT", "remaining": 0}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_buyers_get_ten_places_on_sqlite() {
    race(Form::AllInOne).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_hundred_buyers_get_ten_places_on_postgresql() {
    race(Form::Distributed).await;
}
