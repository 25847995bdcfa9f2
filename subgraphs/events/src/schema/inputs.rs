//! The inputs of queries and mutations, as they come.

use async_graphql::{Enum, ID, InputObject, MaybeUndefined};
use chrono::{DateTime, Utc};
use contracts::values;
use kit::scalars::{CurrencyCode, LocalDateTime, Long, Markdown, TimeZone};
use uuid::Uuid;

use super::values::{EventFormat, EventStatus, EventVisibility, ProductVisibility, RefundPolicyKind};

/// Which events to find; what is left out does not matter.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EventFilter {
    /// Each word must occur in the title, the summary, or the name or city of a venue. Marks and case do not matter.
    pub text: Option<String>,
    /// In any of these categories.
    pub category_slugs: Option<Vec<String>>,
    /// Put on by this organiser.
    pub organizer_id: Option<ID>,
    /// With a date in this city.
    pub city: Option<String>,
    /// With a date in this country (ISO 3166-1, two letters).
    pub country_code: Option<String>,
    /// With a date that is not over at this instant. Without it and without `organizerId`: now.
    pub from: Option<DateTime<Utc>>,
    /// With a date that has begun by this instant.
    pub to: Option<DateTime<Utc>>,
    /// Taking place like this.
    pub format: Option<EventFormat>,
    /// Whatever is sold costs nothing.
    pub free_only: Option<bool>,
    /// In any of these states. Together with `organizerId` the organiser's members also get drafts and hidden events.
    pub status: Option<Vec<EventStatus>>,
}

/// The order of a list of events.
#[derive(Clone, Copy, Debug, InputObject)]
pub struct EventOrder {
    /// What counts.
    pub field: EventOrderField,
    /// Which way.
    pub direction: OrderDirection,
}

/// What a list of events is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EventOrderField {
    /// The first date found.
    StartsAt,
    /// When it was created.
    CreatedAt,
    /// How well `filter.text` matches; DESC puts the best first.
    Relevance,
    /// The title, without marks and case.
    Title,
}

/// Which way a list runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrderDirection {
    /// The least first.
    Asc,
    /// The greatest first.
    Desc,
}

/// Which of two instants is meant where clocks are set back and show a time twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::wall_time::Overlap")]
pub enum TimeOverlap {
    /// Before the clocks are set back.
    Earlier,
    /// After the clocks are set back.
    Later,
}

/// A new event with its first date; it begins as a draft.
#[derive(Clone, Debug, InputObject)]
pub struct EventCreateInput {
    /// Who puts it on.
    pub organizer_id: ID,
    /// At most 120 characters.
    pub title: String,
    /// Made from the title when left out.
    pub slug: Option<String>,
    /// Where it takes place.
    pub format: EventFormat,
    /// The currency of every price; it never changes.
    pub currency: CurrencyCode,
    /// The zone of the wall clock below.
    pub time_zone: TimeZone,
    /// In the future.
    pub starts_at_local: LocalDateTime,
    /// After the start; may be left out.
    pub ends_at_local: Option<LocalDateTime>,
    /// Needed only when the start comes twice.
    pub overlap: Option<TimeOverlap>,
    /// One of the organiser's venues.
    pub venue_id: Option<ID>,
}

/// What changes; what is left out stays. Null takes a text away.
#[derive(Clone, Debug, InputObject)]
pub struct EventUpdateInput {
    /// The event.
    pub id: ID,
    /// The version that was read.
    pub version: i32,
    /// At most 120 characters.
    pub title: Option<String>,
    /// One line of at most 300 characters.
    pub summary: MaybeUndefined<String>,
    /// At most 20000 characters.
    pub description: MaybeUndefined<Markdown>,
    /// Who finds it.
    pub visibility: Option<EventVisibility>,
    /// At most five; replaces those before.
    pub category_slugs: Option<Vec<String>>,
    /// Holds for bookings made from now on.
    pub refund_policy: Option<RefundPolicyInput>,
}

/// A refund policy, whole.
#[derive(Clone, Debug, InputObject)]
pub struct RefundPolicyInput {
    /// How it works.
    pub kind: RefundPolicyKind,
    /// For TIERED only; whoever cancels earlier must not get less.
    pub tiers: Option<Vec<RefundTierInput>>,
    /// Left out: until the start.
    pub buyer_may_cancel_until_hours: Option<i32>,
    /// Own words, at most 2000 characters.
    pub text: Option<Markdown>,
}

/// One step of a tiered refund policy.
#[derive(Clone, Debug, InputObject)]
pub struct RefundTierInput {
    /// The least time left, in hours.
    pub hours_before_start: i32,
    /// The share that comes back, 0 to 100.
    pub percent: i32,
}

impl From<RefundPolicyInput> for values::RefundPolicy {
    fn from(input: RefundPolicyInput) -> Self {
        Self {
            kind: input.kind.into(),
            tiers: input
                .tiers
                .unwrap_or_default()
                .into_iter()
                .map(|tier| values::RefundTier {
                    hours_before_start: tier.hours_before_start,
                    percent: tier.percent,
                })
                .collect(),
            buyer_may_cancel_until_hours: input.buyer_may_cancel_until_hours,
            text: input.text.map(|text| text.0),
        }
    }
}

/// An event, as it was read.
#[derive(Clone, Debug, InputObject)]
pub struct EventTransitionInput {
    /// The event.
    pub id: ID,
    /// The version that was read.
    pub version: i32,
}

/// What is called off.
#[derive(Clone, Debug, InputObject)]
pub struct EventCancelInput {
    /// The event.
    pub id: ID,
    /// The version that was read.
    pub version: i32,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
    /// Only these dates; left out: the whole event.
    pub occurrence_ids: Option<Vec<ID>>,
    /// Shown to whoever booked; at most 500 characters.
    pub reason: String,
    /// Gives everything back, whatever the refund policy says.
    pub refund_everyone: bool,
}

/// A repeating rule and the event it gives dates to.
#[derive(Clone, Debug, InputObject)]
pub struct OccurrencesGenerateInput {
    /// The event.
    pub event_id: ID,
    /// RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, COUNT or UNTIL, BYDAY. At most 366 dates.
    pub rrule: String,
    /// The first date at the earliest, and the time of day of all.
    pub starts_at_local: LocalDateTime,
    /// How long each lasts, in elapsed minutes.
    pub duration_minutes: i32,
    /// The zone of the wall clock.
    pub time_zone: TimeZone,
    /// Needed only when one of the dates comes twice.
    pub overlap: Option<TimeOverlap>,
    /// Dates of the rule that are left out, after counting.
    pub except_dates: Option<Vec<LocalDateTime>>,
    /// Shows the dates and keeps nothing.
    #[graphql(default_with = "Some(false)")]
    pub dry_run: Option<bool>,
}

/// A ticket type, new without `id`. What is left out stays, or has its default: free, one to ten a booking, unlimited.
#[derive(Clone, Debug, InputObject)]
pub struct TicketTypeUpsertInput {
    /// Left out: a new one.
    pub id: Option<ID>,
    /// The event it is sold for.
    pub event_id: ID,
    /// Required when updating.
    pub version: Option<i32>,
    /// At most 80 characters.
    pub name: String,
    /// In the smallest unit of the event's currency; 0 is free.
    pub price_minor: Option<Long>,
    /// 1 to 20.
    pub min_per_booking: Option<i32>,
    /// At least `minPerBooking`, at most 20.
    pub max_per_booking: Option<i32>,
    /// Null: at once.
    pub opens_at: MaybeUndefined<DateTime<Utc>>,
    /// Null: until the date is over.
    pub closes_at: MaybeUndefined<DateTime<Utc>>,
    /// Who sees it.
    pub visibility: Option<ProductVisibility>,
    /// Keeps one default quota per product and occurrence until quotaSet replaces it. Null: unlimited.
    pub capacity: MaybeUndefined<i32>,
}

/// A venue, new without `id`.
#[derive(Clone, Debug, InputObject)]
pub struct VenueUpsertInput {
    /// Left out: a new one.
    pub id: Option<ID>,
    /// Whose venue it is.
    pub organizer_id: ID,
    /// Required when updating.
    pub version: Option<i32>,
    /// At most 120 characters.
    pub name: String,
    /// One to six lines.
    pub lines: Vec<String>,
    /// The town, as it is written there.
    pub city: String,
    /// Two letters, ISO 3166-1.
    pub country_code: String,
    /// The zone of its clocks.
    pub time_zone: TimeZone,
    /// How many people it holds; left out: unknown.
    pub capacity: Option<i32>,
}
