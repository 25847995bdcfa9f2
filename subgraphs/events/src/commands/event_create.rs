//! Creates a draft with its first date.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use contracts::access::Permission;
use contracts::values::RefundPolicy;
use kit::database::{StoreError, retrying};
use kit::viewer::Viewer;

use super::{Checks, Outcome, Refusal};
use crate::State;
use crate::domain::Invalid;
use crate::domain::event::{EventFormat, EventStatus, EventVisibility};
use crate::domain::slug::{Slug, fold};
use crate::domain::text;
use crate::domain::wall_time::{OccurrenceTimes, Overlap, instant};
use crate::messages::tell_occurrence;
use crate::store;
use crate::store::rows::{event, occurrence};

/// What a new event needs.
#[derive(Clone, Debug)]
pub struct EventCreate {
    pub organizer_id: String,
    pub title: String,
    pub slug: Option<String>,
    pub format: EventFormat,
    pub currency: String,
    pub zone: Tz,
    pub starts_local: NaiveDateTime,
    pub ends_local: Option<NaiveDateTime>,
    pub overlap: Option<Overlap>,
    pub venue_id: Option<String>,
}

/// Creates the event; answers its id.
pub async fn event_create(state: &State, viewer: &Viewer, input: &EventCreate) -> Outcome<String> {
    state
        .access
        .require(viewer, &input.organizer_id, Permission::EventCreate.name())
        .await?;
    let mut checks = Checks::default();
    let title = checks.keep(text::line(&input.title, text::MAX_TITLE_CHARACTERS, &["title"]));
    let chosen = input.slug.as_deref().and_then(|slug| checks.keep(Slug::parse(slug)));
    let currency = checks.keep(kit::money::parse_currency(&input.currency).ok_or_else(|| {
        Invalid::new(
            "UNKNOWN_CURRENCY",
            "This currency is not one that tickets can be sold in.",
            &["currency"],
        )
    }));
    let now_ms = state.stamp.clock.now_ms();
    let times = checks.keep(OccurrenceTimes::parse(
        input.starts_local,
        input.ends_local,
        input.zone,
        input.overlap,
        now_ms,
    ));
    checks.finish()?;
    let (title, currency, times) = (
        title.expect("the checks passed"),
        currency.expect("the checks passed"),
        times.expect("the checks passed"),
    );
    retrying(|| create(state, input, &title, chosen.as_ref(), &currency, &times)).await
}

async fn create(
    state: &State,
    input: &EventCreate,
    title: &str,
    chosen: Option<&Slug>,
    currency: &str,
    times: &OccurrenceTimes,
) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    if let Some(venue_id) = &input.venue_id {
        check_venue(txn.connection(), input, venue_id, times).await?;
    }
    let slug = free_slug(txn.connection(), title, chosen).await?;
    let event = event::Model {
        id: state.stamp.ids.next("evt", now_ms),
        organizer_id: input.organizer_id.clone(),
        slug: slug.as_str().to_owned(),
        title: title.to_owned(),
        summary: None,
        description: None,
        status: EventStatus::Draft.name().to_owned(),
        visibility: EventVisibility::Public.name().to_owned(),
        format: input.format.name().to_owned(),
        currency: currency.to_owned(),
        refund_policy: serde_json::to_string(&RefundPolicy::standard()).expect("a policy becomes JSON"),
        title_search: fold(title),
        summary_search: String::new(),
        version: 1,
        created_at: now_ms,
        updated_at: now_ms,
        published_at: None,
    };
    match store::events::insert(txn.connection(), &event).await {
        // Another took the slug since it was looked for: the next try sees it.
        Err(StoreError::Conflict) => return Err(StoreError::Unavailable("the slug was taken at the same moment".to_owned()).into()),
        result => result?,
    }
    let occurrence = occurrence::Model::scheduled(
        state.stamp.ids.next("occ", now_ms),
        &event.id,
        times,
        input.venue_id.clone(),
        now_ms,
    );
    store::occurrences::insert(txn.connection(), &occurrence).await?;
    tell_occurrence(&txn, state, &event, &occurrence).await?;
    txn.commit().await?;
    Ok(event.id)
}

/// The venue is the organiser's, and its clocks show the same time.
async fn check_venue(
    connection: &impl sea_orm::ConnectionTrait,
    input: &EventCreate,
    venue_id: &str,
    times: &OccurrenceTimes,
) -> Outcome<()> {
    let venue = store::venues::find(connection, venue_id)
        .await?
        .filter(|venue| venue.organizer_id == input.organizer_id);
    let venue = venue.ok_or_else(|| Refusal::not_found("There is no such venue.", "venueId"))?;
    let there = instant(input.starts_local, venue.zone(), input.overlap);
    if there.map(|at| at.timestamp_millis()) != Ok(times.starts_at_ms) {
        let message = format!("Clocks at this venue follow {}, not {}.", venue.time_zone, input.zone);
        return Err(Invalid::new("ZONE_MISMATCH", message, &["timeZone"]).into());
    }
    Ok(())
}

/// The chosen slug, or one made from the title that nobody has.
async fn free_slug(connection: &impl sea_orm::ConnectionTrait, title: &str, chosen: Option<&Slug>) -> Outcome<Slug> {
    let wanted = chosen.cloned().unwrap_or_else(|| Slug::of_title(title));
    let taken = store::events::slugs_like(connection, &wanted.as_str()[..wanted.as_str().len().min(60)]).await?;
    let is_free = |slug: &Slug| !taken.iter().any(|taken| taken == slug.as_str());
    if is_free(&wanted) {
        return Ok(wanted);
    }
    if chosen.is_some() {
        return Err(Invalid::new("SLUG_TAKEN", "Another event has this address. Choose another.", &["slug"]).into());
    }
    Ok((2..)
        .map(|number| wanted.numbered(number))
        .find(is_free)
        .expect("only finitely many are taken"))
}
