//! `marquee seed`: the demo catalogue, made through the platform's own commands and never through rows.
//!
//! What is there already is left alone, so an interrupted run is finished by the next.

mod buying;
mod catalogue;
mod people;
mod session;

use std::collections::BTreeSet;

use chrono::{Days, Local, NaiveDateTime, NaiveTime};
use serde_json::{Value, json};

use crate::assemble::Platform;
use crate::settings::Settings;
use catalogue::{EventSeed, OrganiserSeed, RefundSeed, SoldShare};
use session::Session;

/// Seeds and says what it does; prints the demo sign-ins at the end.
pub async fn run(settings: Settings) -> Result<(), String> {
    if !settings.development {
        return Err("the demo catalogue is for a public URL on this machine; a real one begins empty".to_owned());
    }
    let platform = Platform::start(&settings).await?;
    let result = seed(&platform).await;
    platform.stop().await;
    result
}

async fn seed(platform: &Platform) -> Result<(), String> {
    let mut made = 0;
    let organisers = catalogue::catalogue();
    for organiser in &organisers {
        made += seed_organiser(platform, organiser).await?;
    }
    people::demo_buyer(platform).await?;
    if made > 0 {
        eprintln!("    {made} events are on sale.");
    }
    people::print_sign_ins(&organisers);
    Ok(())
}

/// Makes what is missing of one organiser; answers how many events that were.
async fn seed_organiser(platform: &Platform, organiser: &OrganiserSeed) -> Result<usize, String> {
    let mut session = people::organiser_session(platform, organiser).await?;
    let organizer_id = people::organizer_id(&mut session, organiser).await?;
    let known = known_titles(&mut session, &organizer_id).await?;
    let missing: Vec<&EventSeed> = organiser.events.iter().filter(|event| !known.contains(event.title)).collect();
    if missing.is_empty() {
        return Ok(0);
    }
    let mut venue_ids = Vec::new();
    for venue in &organiser.venues {
        let input = json!({"organizerId": organizer_id, "name": venue.name, "lines": venue.lines, "city": venue.city,
            "countryCode": venue.country_code, "timeZone": venue.time_zone, "capacity": venue.capacity});
        let payload = session.mutate("events", "mutation($input: VenueUpsertInput!) { venueUpsert(input: $input) { venue { id } errors { ... on UserError { code message } } } }", input).await?;
        venue_ids.push(payload["venue"]["id"].clone());
    }
    for (number, event) in missing.iter().enumerate() {
        eprint!("\r    {}: event {} of {}   ", organiser.name, number + 1, missing.len());
        let venue = &organiser.venues[event.venue];
        seed_event(
            platform,
            &mut session,
            &organizer_id,
            venue.time_zone,
            &venue_ids[event.venue],
            event,
        )
        .await?;
    }
    eprintln!();
    Ok(missing.len())
}

async fn known_titles(session: &mut Session<'_>, organizer_id: &str) -> Result<BTreeSet<String>, String> {
    let query = "query($id: ID!, $after: String) { events(first: 100, after: $after, filter: {organizerId: $id, status: [DRAFT, PUBLISHED, PAUSED, CANCELLED]}) {
        nodes { title status } pageInfo { hasNextPage endCursor } } }";
    let mut titles = BTreeSet::new();
    let mut after = Value::Null;
    loop {
        let data = session.query("events", query, json!({"id": organizer_id, "after": after})).await?;
        let page = &data["events"];
        for node in page["nodes"].as_array().into_iter().flatten() {
            titles.extend(node["title"].as_str().map(str::to_owned));
        }
        if page["pageInfo"]["hasNextPage"] != true {
            return Ok(titles);
        }
        after = page["pageInfo"]["endCursor"].clone();
    }
}

/// A wall-clock time `days` from today.
fn local(days: i64, time: &str) -> Result<NaiveDateTime, String> {
    let time = NaiveTime::parse_from_str(time, "%H:%M").map_err(|_| format!("\"{time}\" is no time"))?;
    let day = Local::now().date_naive() + Days::new(days.unsigned_abs());
    Ok(day.and_time(time))
}

fn text_of(time: NaiveDateTime) -> String {
    time.format("%Y-%m-%dT%H:%M:%S").to_string()
}

fn refund_policy(refund: RefundSeed) -> Value {
    match refund {
        RefundSeed::None => json!({"kind": "NONE"}),
        RefundSeed::Full { until_hours } => json!({"kind": "FULL", "buyerMayCancelUntilHours": until_hours}),
        RefundSeed::Tiered(tiers) => {
            let tiers: Vec<Value> = tiers
                .iter()
                .map(|(hours, percent)| json!({"hoursBeforeStart": hours, "percent": percent}))
                .collect();
            json!({"kind": "TIERED", "tiers": tiers})
        }
    }
}

async fn seed_event(
    platform: &Platform,
    session: &mut Session<'_>,
    organizer_id: &str,
    time_zone: &str,
    venue_id: &Value,
    event: &EventSeed,
) -> Result<(), String> {
    let first = event.occurrences[0];
    let starts = local(first.days_from_now, first.local_time)?;
    let ends = starts + chrono::Duration::minutes(first.duration_minutes.into());
    let create = "mutation($input: EventCreateInput!) { eventCreate(input: $input) { event { id version occurrences { nodes { id } } } errors { ... on UserError { code message } } } }";
    let input = json!({"organizerId": organizer_id, "title": event.title, "format": event.format, "currency": event.currency, "timeZone": time_zone,
        "startsAtLocal": text_of(starts), "endsAtLocal": text_of(ends), "venueId": venue_id});
    let made = session.mutate("events", create, input).await?["event"].clone();
    let update = "mutation($input: EventUpdateInput!) { eventUpdate(input: $input) { event { version } errors { ... on UserError { code message } } } }";
    let input = json!({"id": made["id"], "version": made["version"], "summary": event.summary, "description": event.description,
        "categorySlugs": event.categories, "refundPolicy": refund_policy(event.refund)});
    session.mutate("events", update, input).await?;
    let generate = "mutation($input: OccurrencesGenerateInput!) { occurrencesGenerate(input: $input) { occurrences { id } errors { ... on UserError { code message } } } }";
    for occurrence in &event.occurrences[1..] {
        let starts = local(occurrence.days_from_now, occurrence.local_time)?;
        let input = json!({"eventId": made["id"], "rrule": "FREQ=DAILY;COUNT=1", "startsAtLocal": text_of(starts),
            "durationMinutes": occurrence.duration_minutes, "timeZone": time_zone});
        session.mutate("events", generate, input).await?;
    }
    let upsert = "mutation($input: TicketTypeUpsertInput!) { ticketTypeUpsert(input: $input) { ticketType { id } errors { ... on UserError { code message } } } }";
    let mut product_ids = Vec::new();
    for ticket in &event.ticket_types {
        let input = json!({"eventId": made["id"], "name": ticket.name, "priceMinor": ticket.price_minor, "capacity": ticket.capacity,
            "minPerBooking": ticket.min_per_booking, "maxPerBooking": ticket.max_per_booking});
        product_ids.push(session.mutate("events", upsert, input).await?["ticketType"]["id"].clone());
    }
    let read = session
        .query(
            "events",
            "query($id: ID!) { event(id: $id) { version } }",
            json!({"id": made["id"]}),
        )
        .await?;
    let publish = "mutation($input: EventTransitionInput!) { eventPublish(input: $input) { event { status } errors { ... on UserError { code message } } } }";
    session
        .mutate("events", publish, json!({"id": made["id"], "version": read["event"]["version"]}))
        .await?;

    let occurrence_id = made["occurrences"]["nodes"][0]["id"]
        .as_str()
        .ok_or("an event without an occurrence")?;
    for (ticket, product_id) in event.ticket_types.iter().zip(&product_ids) {
        let product_id = product_id.as_str().ok_or("a ticket type without an id")?;
        let wanted = match ticket.sold {
            SoldShare::Open => 0,
            SoldShare::NearlySoldOut => i64::from(ticket.capacity) - 3,
            SoldShare::SoldOut => i64::from(ticket.capacity),
        };
        buying::sell(platform, occurrence_id, product_id, ticket, wanted).await?;
    }
    Ok(())
}
