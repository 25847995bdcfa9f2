//! The inputs of queries and mutations, as they come.

use async_graphql::{Enum, ID, InputObject, MaybeUndefined};
use chrono::{DateTime, Utc};
use contracts::values;
use kit::scalars::{CurrencyCode, LocalDateTime, Long, Markdown, TimeZone};
use uuid::Uuid;

use super::types::{EventFormat, EventStatus, EventVisibility, ProductVisibility, RefundPolicyKind};

/// Which events to find; what is left out does not matter.
#[derive(Clone, Debug, Default, InputObject)]
pub struct EventFilter {
    /// Each word must occur in the title, the summary, or the name or city of a venue. Marks and case do not matter.
    pub text: Option<String>,
    /// In any of these categories.
    pub category_slugs: Option<Vec<String>>,
    pub organizer_id: Option<ID>,
    pub city: Option<String>,
    pub country_code: Option<String>,
    /// With a date that is not over at this instant. Without it and without `organizerId`: now.
    pub from: Option<DateTime<Utc>>,
    /// With a date that has begun by this instant.
    pub to: Option<DateTime<Utc>>,
    pub format: Option<EventFormat>,
    /// Whatever is sold costs nothing.
    pub free_only: Option<bool>,
    /// In any of these states. Together with `organizerId` the organiser's members also get drafts and hidden events.
    pub status: Option<Vec<EventStatus>>,
}

/// The order of a list of events.
#[derive(Clone, Copy, Debug, InputObject)]
pub struct EventOrder {
    pub field: EventOrderField,
    pub direction: OrderDirection,
}

/// What a list of events is ordered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum EventOrderField {
    /// The first date found.
    StartsAt,
    CreatedAt,
    /// How well `filter.text` matches; DESC puts the best first.
    Relevance,
    Title,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum OrderDirection {
    Asc,
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
    pub organizer_id: ID,
    pub title: String,
    /// Made from the title when left out.
    pub slug: Option<String>,
    pub format: EventFormat,
    pub currency: CurrencyCode,
    pub time_zone: TimeZone,
    pub starts_at_local: LocalDateTime,
    pub ends_at_local: Option<LocalDateTime>,
    /// Needed only when the start comes twice.
    pub overlap: Option<TimeOverlap>,
    pub venue_id: Option<ID>,
}

/// What changes; what is left out stays. Null takes a text away.
#[derive(Clone, Debug, InputObject)]
pub struct EventUpdateInput {
    pub id: ID,
    /// The version that was read.
    pub version: i32,
    pub title: Option<String>,
    pub summary: MaybeUndefined<String>,
    pub description: MaybeUndefined<Markdown>,
    pub visibility: Option<EventVisibility>,
    pub category_slugs: Option<Vec<String>>,
    pub refund_policy: Option<RefundPolicyInput>,
}

#[derive(Clone, Debug, InputObject)]
pub struct RefundPolicyInput {
    pub kind: RefundPolicyKind,
    pub tiers: Option<Vec<RefundTierInput>>,
    pub buyer_may_cancel_until_hours: Option<i32>,
    pub text: Option<Markdown>,
}

#[derive(Clone, Debug, InputObject)]
pub struct RefundTierInput {
    pub hours_before_start: i32,
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
    pub id: ID,
    /// The version that was read.
    pub version: i32,
}

#[derive(Clone, Debug, InputObject)]
pub struct EventCancelInput {
    pub id: ID,
    /// The version that was read.
    pub version: i32,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
    /// Only these dates; left out: the whole event.
    pub occurrence_ids: Option<Vec<ID>>,
    pub reason: String,
    pub refund_everyone: bool,
}

#[derive(Clone, Debug, InputObject)]
pub struct OccurrencesGenerateInput {
    pub event_id: ID,
    /// RFC 5545: FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, COUNT or UNTIL, BYDAY. At most 366 dates.
    pub rrule: String,
    pub starts_at_local: LocalDateTime,
    pub duration_minutes: i32,
    pub time_zone: TimeZone,
    /// Needed only when one of the dates comes twice.
    pub overlap: Option<TimeOverlap>,
    pub except_dates: Option<Vec<LocalDateTime>>,
    /// Shows the dates and keeps nothing.
    #[graphql(default_with = "Some(false)")]
    pub dry_run: Option<bool>,
}

/// A ticket type, new without `id`. What is left out stays, or has its default: free, one to ten a booking, unlimited.
#[derive(Clone, Debug, InputObject)]
pub struct TicketTypeUpsertInput {
    pub id: Option<ID>,
    pub event_id: ID,
    /// Required when updating.
    pub version: Option<i32>,
    pub name: String,
    /// In the smallest unit of the event's currency; 0 is free.
    pub price_minor: Option<Long>,
    pub min_per_booking: Option<i32>,
    pub max_per_booking: Option<i32>,
    /// Null: at once.
    pub opens_at: MaybeUndefined<DateTime<Utc>>,
    /// Null: until the date is over.
    pub closes_at: MaybeUndefined<DateTime<Utc>>,
    pub visibility: Option<ProductVisibility>,
    /// Keeps one default quota per product and occurrence until quotaSet replaces it. Null: unlimited.
    pub capacity: MaybeUndefined<i32>,
}

/// A venue, new without `id`.
#[derive(Clone, Debug, InputObject)]
pub struct VenueUpsertInput {
    pub id: Option<ID>,
    pub organizer_id: ID,
    /// Required when updating.
    pub version: Option<i32>,
    pub name: String,
    pub lines: Vec<String>,
    pub city: String,
    /// Two letters, ISO 3166-1.
    pub country_code: String,
    pub time_zone: TimeZone,
    pub capacity: Option<i32>,
}
