//! The catalogue's closed sets and plain values, as the schema shows them.

use async_graphql::{Enum, ID, SimpleObject, Union};
use chrono::{DateTime, Utc};
use contracts::values;
use kit::money;
use kit::scalars::Markdown;

use crate::store::rows::category;

/// Where an event is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::event::EventStatus")]
pub enum EventStatus {
    /// Only its organiser sees it.
    Draft,
    /// The platform's staff look at it; only its organiser sees it.
    InReview,
    /// Open; tickets are sold.
    Published,
    /// Open; nothing is sold until it is published again.
    Paused,
    /// It will not take place.
    Cancelled,
    /// Its last date is over.
    Completed,
    /// Put away.
    Archived,
}

/// Who finds an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::event::EventVisibility")]
pub enum EventVisibility {
    /// Listed and open.
    Public,
    /// Open to whoever has the link.
    Unlisted,
    /// Open to the organiser's members only.
    Private,
}

/// Where an event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::event::EventFormat")]
pub enum EventFormat {
    /// At a venue.
    InPerson,
    /// Over the internet only.
    Online,
    /// At a venue and over the internet.
    Hybrid,
}

/// Where a date is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::occurrence::OccurrenceStatus")]
pub enum OccurrenceStatus {
    /// It will take place.
    Scheduled,
    /// It will take place at another time than first announced.
    Rescheduled,
    /// It will take place, nobody knows when.
    Postponed,
    /// It will not take place.
    Cancelled,
    /// It is over.
    Ended,
}

/// Who sees a product on the event's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::ticket_type::ProductVisibility")]
pub enum ProductVisibility {
    /// Everyone.
    Public,
    /// Only the organiser's members.
    Hidden,
}

/// Whether a product may be bought now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "crate::domain::ticket_type::SaleState")]
pub enum SaleState {
    /// Not yet.
    Upcoming,
    /// Now.
    Open,
    /// No more.
    Closed,
}

/// How a refund policy works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "contracts::values::RefundPolicyKind")]
pub enum RefundPolicyKind {
    /// Nothing comes back.
    None,
    /// The whole price comes back.
    Full,
    /// A share comes back, by how long is left.
    Tiered,
    /// The organiser decides; buyers ask.
    CaseByCase,
}

/// Where a letter would go.
#[derive(Clone, SimpleObject)]
pub struct PostalAddress {
    /// Street and what else is needed to find it.
    pub lines: Vec<String>,
    /// The town, as it is written there.
    pub city: String,
    /// Two letters, ISO 3166-1.
    pub country_code: String,
}

/// What a product costs.
#[derive(Clone, Union)]
pub enum Price {
    FixedPrice(FixedPrice),
    FreePrice(FreePrice),
}

/// One price for everyone, all in.
#[derive(Clone, SimpleObject)]
pub struct FixedPrice {
    /// What one costs.
    pub amount: money::Money,
}

/// It costs nothing.
#[derive(Clone, SimpleObject)]
pub struct FreePrice {
    /// Always true.
    pub free: bool,
}

/// When a product is sold; without a bound it is open on that side.
#[derive(Clone, SimpleObject)]
pub struct SaleWindow {
    /// Sold from this instant on.
    pub opens_at: Option<DateTime<Utc>>,
    /// Not sold from this instant on.
    pub closes_at: Option<DateTime<Utc>>,
    /// Whether it may be bought now.
    pub state: SaleState,
}

/// When a buyer may cancel, and what share of the money comes back.
#[derive(Clone, SimpleObject)]
#[graphql(shareable)]
pub struct RefundPolicy {
    /// How it works.
    pub kind: RefundPolicyKind,
    /// The longest time before the start first; used by TIERED.
    pub tiers: Vec<RefundTier>,
    /// Cancelling is refused later than this many hours before the start; null: until the start.
    pub buyer_may_cancel_until_hours: Option<i32>,
    /// The organiser's own words.
    pub text: Option<Markdown>,
}

/// `percent` comes back when at least `hoursBeforeStart` hours are left.
#[derive(Clone, SimpleObject)]
#[graphql(shareable)]
pub struct RefundTier {
    /// The least time left, in hours.
    pub hours_before_start: i32,
    /// The share that comes back, 0 to 100.
    pub percent: i32,
}

impl From<values::RefundPolicy> for RefundPolicy {
    fn from(policy: values::RefundPolicy) -> Self {
        Self {
            kind: policy.kind.into(),
            tiers: policy
                .tiers
                .into_iter()
                .map(|tier| RefundTier {
                    hours_before_start: tier.hours_before_start,
                    percent: tier.percent,
                })
                .collect(),
            buyer_may_cancel_until_hours: policy.buyer_may_cancel_until_hours,
            text: policy.text.map(Markdown),
        }
    }
}

/// A kind of event; the list is fixed.
#[derive(Clone, SimpleObject)]
pub struct Category {
    /// Begins with cat_.
    pub id: ID,
    /// The name in filters and addresses.
    pub slug: String,
    /// The name for people.
    pub name: String,
}

impl From<category::Model> for Category {
    fn from(row: category::Model) -> Self {
        Self {
            id: ID(row.id),
            slug: row.slug,
            name: row.name,
        }
    }
}
