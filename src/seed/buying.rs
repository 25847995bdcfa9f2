//! Guests of the demo who buy until a ticket type is as sold as the catalogue says: with the sandbox's card, through
//! the same webhooks and messages as anyone.

use std::time::{Duration, Instant};

use axum::body::Body;
use futures_util::StreamExt;
use http::Request;
use serde_json::{Value, json};
use tower::ServiceExt;
use uuid::Uuid;

use super::catalogue::TicketTypeSeed;
use super::session::Session;
use crate::assemble::Platform;

const NAMES: &[&str] = &[
    "Ada Nowak",
    "Ben Okafor",
    "Chiara Russo",
    "Dmitri Petrov",
    "Emi Sato",
    "Farid Haddad",
    "Greta Lind",
    "Hugo Martin",
];
/// Longer than any confirmation takes, even while the machine builds something.
const PATIENCE: Duration = Duration::from_secs(60);
const LOOK_EVERY: Duration = Duration::from_millis(50);

/// Sells `wanted` places in as few bookings as the ticket type allows.
pub async fn sell(platform: &Platform, occurrence_id: &str, product_id: &str, ticket: &TicketTypeSeed, wanted: i64) -> Result<(), String> {
    let (smallest, largest) = (i64::from(ticket.min_per_booking), i64::from(ticket.max_per_booking));
    let mut left = wanted;
    let mut number = 0;
    while left >= smallest {
        // What would be too few for another booking is taken along.
        let rest = left % largest;
        let quantity = if left > largest && rest > 0 && rest < smallest {
            largest - (smallest - rest)
        } else {
            largest.min(left)
        };
        buy(platform, occurrence_id, product_id, quantity, number, ticket.price_minor == 0).await?;
        left -= quantity;
        number += 1;
    }
    Ok(())
}

async fn buy(platform: &Platform, occurrence_id: &str, product_id: &str, quantity: i64, number: usize, free: bool) -> Result<(), String> {
    let random = Uuid::new_v4();
    let bytes = random.as_bytes();
    // Each guest comes from an address of their own, or the throttle would take them for one.
    let mut guest = Session::new(platform, &format!("10.{}.{}.{}", bytes[0], bytes[1], bytes[2]));
    let hold = "mutation($input: HoldPlaceInput!) { holdPlace(input: $input) { booking { id } guestToken errors { ... on UserError { code message } } } }";
    let name = NAMES[(usize::from(bytes[3]) + number) % NAMES.len()];
    let email = format!(
        "{}.{}@guests.example",
        name.to_lowercase().replace(' ', "."),
        u16::from_be_bytes([bytes[4], bytes[5]])
    );
    let input = json!({"occurrenceId": occurrence_id, "idempotencyKey": random, "lines": [{"productId": product_id, "quantity": quantity}],
        "contact": {"name": name, "email": email}});
    let payload = hold_when_on_sale(&guest, hold, input).await?;
    let booking_id = payload["booking"]["id"].as_str().ok_or("a hold without a booking")?.to_owned();
    guest.set("marquee-guest", payload["guestToken"].as_str().ok_or("a guest without a token")?);
    if free {
        let confirm = "mutation($input: BookingConfirmFreeInput!) { bookingConfirmFree(input: $input) { booking { status } errors { ... on UserError { code message } } } }";
        guest
            .mutate(
                "bookings",
                confirm,
                json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4()}),
            )
            .await?;
        return Ok(());
    }
    let mut changes = guest.subscribe(
        "bookings",
        "subscription($id: ID!) { bookingChanged(bookingId: $id) { status } }",
        json!({"id": booking_id}),
    );
    pay(platform, &guest, &booking_id).await?;
    let confirmed = async {
        loop {
            if status(&guest, &booking_id).await? == "CONFIRMED" {
                return Ok(());
            }
            // Each event only says: look again.
            if changes.next().await.is_none() && status(&guest, &booking_id).await? != "CONFIRMED" {
                return Err(format!("the demo's booking {booking_id} was not confirmed"));
            }
        }
    };
    tokio::time::timeout(PATIENCE, confirmed)
        .await
        .map_err(|_| format!("the demo's booking {booking_id} was not confirmed in time"))?
}

/// Holds places; bookings may hear a moment later than we do that the event is published.
async fn hold_when_on_sale(guest: &Session<'_>, hold: &str, input: Value) -> Result<Value, String> {
    let began = Instant::now();
    loop {
        let payload = guest.try_mutate("bookings", hold, input.clone()).await?;
        match payload["errors"][0]["code"].as_str() {
            None => return Ok(payload),
            Some("NOT_ON_SALE") if began.elapsed() < PATIENCE => tokio::time::sleep(LOOK_EVERY).await,
            Some(_) => return Err(format!("bookings refused the demo: {}", payload["errors"])),
        }
    }
}

async fn status(guest: &Session<'_>, booking_id: &str) -> Result<Value, String> {
    let data = guest
        .query(
            "bookings",
            "query($id: ID!) { booking(id: $id) { status } }",
            json!({"id": booking_id}),
        )
        .await?;
    Ok(data["booking"]["status"].clone())
}

async fn pay(platform: &Platform, guest: &Session<'_>, booking_id: &str) -> Result<(), String> {
    let start = "mutation($input: PaymentStartInput!) { paymentStart(input: $input) { payment { nextAction { clientSecret } } errors { ... on UserError { code message } } } }";
    let input = json!({"bookingId": booking_id, "idempotencyKey": Uuid::new_v4(), "returnUrl": "http://127.0.0.1/"});
    let payload = guest.mutate("payments", start, input).await?;
    let secret = payload["payment"]["nextAction"]["clientSecret"]
        .as_str()
        .ok_or("a payment without a card form")?;
    let intent = secret.split("_secret").next().unwrap_or_default();
    let form = json!({"clientSecret": secret, "cardNumber": "4242424242424242", "expiryMonth": 12, "expiryYear": 2049, "cvc": "123"});
    let request = Request::post(format!("/sandbox/intents/{intent}/confirm"))
        .header("content-type", "application/json")
        .body(Body::from(form.to_string()))
        .map_err(|error| error.to_string())?;
    let response = platform.routes.clone().oneshot(request).await.map_err(|error| error.to_string())?;
    if response.status().is_success() {
        Ok(())
    } else {
        Err(format!("the sandbox refused the demo's card: {}", response.status()))
    }
}
