//! Steps that many journeys take: an organiser with something on sale, a card form, a code from a mail.

use chrono::{Duration, Utc};
use serde_json::{Value, json};

use crate::{Client, Platform, eventually};

/// The six digits in a mail.
pub fn code_from_mail(mail: &Value) -> String {
    let text = mail["text"].as_str().expect("a mail has a text");
    let code = text
        .lines()
        .map(str::trim)
        .find(|line| line.len() == 6 && line.bytes().all(|digit| digit.is_ascii_digit()));
    code.unwrap_or_else(|| panic!("no line of six digits in {text}")).to_owned()
}

/// What the card form posts to the sandbox.
pub fn card_form(client_secret: &str, number: &str) -> Value {
    json!({"clientSecret": client_secret, "cardNumber": number, "expiryMonth": 12, "expiryYear": Utc::now().format("%Y").to_string().parse::<i32>().unwrap_or(2030) + 2, "cvc": "123"})
}

/// An organiser's team of one.
pub struct Organiser {
    pub client: Client,
    pub organizer_id: String,
    pub slug: String,
}

/// What to put on sale.
#[derive(Clone, Debug)]
pub struct OfferRequest {
    pub price_minor: i64,
    pub capacity: i64,
    pub max_per_booking: i64,
}

/// Something on sale.
#[derive(Clone, Debug)]
pub struct Offer {
    pub event_id: String,
    pub slug: String,
    pub occurrence_id: String,
    pub product_id: String,
}

const ERRORS: &str = "errors { __typename ... on UserError { code message path } }";

impl Organiser {
    /// Registers a person and their organiser.
    pub async fn register(platform: &Platform, name: &str) -> Self {
        let mut client = platform.client();
        client.register(platform, &format!("{name}@example.org"), "Olga Organiser").await;
        let create =
            format!("mutation($input: OrganizerCreateInput!) {{ organizerCreate(input: $input) {{ organizer {{ id slug }} {ERRORS} }} }}");
        let input = json!({"name": format!("House {name}"), "slug": format!("house-{name}"), "defaultCurrency": "EUR", "defaultTimeZone": "Europe/Berlin"});
        let payload = client.mutate(&create, input).await;
        client.refresh().await;
        Self {
            client,
            organizer_id: payload["organizer"]["id"].as_str().expect("an organiser has an id").to_owned(),
            slug: payload["organizer"]["slug"].as_str().expect("an organiser has a slug").to_owned(),
        }
    }

    /// Creates an event thirty days ahead with one ticket type, publishes it and waits until places are on sale.
    pub async fn offer(&mut self, title: &str, request: &OfferRequest) -> Offer {
        let venue = format!("mutation($input: VenueUpsertInput!) {{ venueUpsert(input: $input) {{ venue {{ id }} {ERRORS} }} }}");
        let input = json!({"organizerId": self.organizer_id, "name": "Old Foundry", "lines": ["Gießerstraße 1"], "city": "Berlin", "countryCode": "DE", "timeZone": "Europe/Berlin", "capacity": 500});
        let venue = self.client.mutate(&venue, input).await;
        let starts = (Utc::now() + Duration::days(30)).format("%Y-%m-%dT20:00:00").to_string();
        let ends = (Utc::now() + Duration::days(30)).format("%Y-%m-%dT22:00:00").to_string();
        let create = format!(
            "mutation($input: EventCreateInput!) {{ eventCreate(input: $input) {{ event {{ id slug version occurrences {{ nodes {{ id }} }} }} {ERRORS} }} }}"
        );
        let input = json!({"organizerId": self.organizer_id, "title": title, "format": "IN_PERSON", "currency": "EUR", "timeZone": "Europe/Berlin",
            "startsAtLocal": starts, "endsAtLocal": ends, "venueId": venue["venue"]["id"]});
        let event = self.client.mutate(&create, input).await["event"].clone();
        let ticket_type =
            format!("mutation($input: TicketTypeUpsertInput!) {{ ticketTypeUpsert(input: $input) {{ ticketType {{ id }} {ERRORS} }} }}");
        let input = json!({"eventId": event["id"], "name": "Standing", "priceMinor": request.price_minor, "capacity": request.capacity,
            "minPerBooking": 1, "maxPerBooking": request.max_per_booking});
        let product = self.client.mutate(&ticket_type, input).await["ticketType"]["id"].clone();
        let read = self
            .client
            .data("query($id: ID!) { event(id: $id) { version } }", json!({"id": event["id"]}))
            .await;
        let publish =
            format!("mutation($input: EventTransitionInput!) {{ eventPublish(input: $input) {{ event {{ status }} {ERRORS} }} }}");
        let published = self
            .client
            .mutate(&publish, json!({"id": event["id"], "version": read["event"]["version"]}))
            .await;
        assert_eq!(published["event"]["status"], "PUBLISHED");
        let text = |value: &Value| value.as_str().expect("an id is text").to_owned();
        let offer = Offer {
            event_id: text(&event["id"]),
            slug: text(&event["slug"]),
            occurrence_id: text(&event["occurrences"]["nodes"][0]["id"]),
            product_id: text(&product),
        };
        let visitor = self.client.clone();
        eventually("places on sale", || {
            let (mut visitor, offer) = (visitor.clone(), offer.clone());
            async move {
                let query = "query($id: ID!) { occurrence(id: $id) { availability { state } } }";
                let read = visitor.data(query, json!({"id": offer.occurrence_id})).await;
                (read["occurrence"]["availability"]["state"] == "AVAILABLE" || read["occurrence"]["availability"]["state"] == "FEW_LEFT")
                    .then_some(())
            }
        })
        .await;
        offer
    }
}
