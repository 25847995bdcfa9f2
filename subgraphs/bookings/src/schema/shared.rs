//! Types that other subgraphs have too, and stubs of entities they own.

use async_graphql::{Context, Enum, ID, Interface, Object, SimpleObject};
use chrono::{DateTime, Utc};
use contracts::values;
use kit::clock::datetime;
use kit::error::Result;
use kit::scalars::{Markdown, TimeZone};
use kit::viewer;

use super::booking::{Booking, BookingConnection, BookingFilter};
use super::door::CheckInList;
use super::inventory::{Availability, Quota, SalesSummary};
use super::loaders;
use super::ticket::{Ticket, TicketConnection};
use crate::permit::Right;
use crate::store::rows;

/// An object with a global id whose prefix names its type: usr_ org_ evt_ occ_ ven_ tty_ bkg_ tkt_ pay_ rfd_.
#[derive(Clone, Interface)]
#[graphql(field(name = "id", ty = "ID"))]
pub enum Node {
    Booking(Booking),
    Ticket(Ticket),
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
        let tiers = policy.tiers.into_iter().map(|tier| RefundTier {
            hours_before_start: tier.hours_before_start,
            percent: tier.percent,
        });
        Self {
            kind: policy.kind.into(),
            tiers: tiers.collect(),
            buyer_may_cancel_until_hours: policy.buyer_may_cancel_until_hours,
            text: policy.text.map(Markdown),
        }
    }
}

/// How a buyer is reached.
#[derive(Clone, SimpleObject)]
pub struct Contact {
    /// The name of the buyer.
    pub name: String,
    /// Where the tickets are sent.
    pub email: String,
    /// For questions of the organiser.
    pub phone: Option<String>,
    /// The language of mails, such as en or de-AT.
    pub locale: String,
}

impl From<values::Contact> for Contact {
    fn from(contact: values::Contact) -> Self {
        Self {
            name: contact.name,
            email: contact.email,
            phone: contact.phone,
            locale: contact.locale,
        }
    }
}

/// A user, as far as their bookings go.
#[derive(Clone)]
pub struct User {
    pub id: String,
}

/// A user, as far as their bookings go.
#[Object]
impl User {
    /// Begins with usr_.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// Their bookings, newest first; for themselves.
    #[graphql(requires_scopes = "user")]
    async fn bookings(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "At most 100.")] first: Option<i32>,
        #[graphql(desc = "endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "Which of them; all without it.")] filter: Option<BookingFilter>,
    ) -> Result<Option<BookingConnection>> {
        if !loaders::is_self_or_staff(viewer::of(context), &self.id) {
            return Ok(None);
        }
        let of = crate::store::listing::BookingsOf::Buyer(&self.id);
        super::booking::page(context, of, first, after, filter).await.map(Some)
    }

    /// Their tickets: with `upcomingOnly` the valid ones of dates that are not over, soonest first; else all, latest date first.
    #[graphql(requires_scopes = "user")]
    async fn tickets(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "At most 100.")] first: Option<i32>,
        #[graphql(desc = "endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "Only what is still to come.")] upcoming_only: Option<bool>,
    ) -> Result<Option<TicketConnection>> {
        if !loaders::is_self_or_staff(viewer::of(context), &self.id) {
            return Ok(None);
        }
        let upcoming_at_ms = upcoming_only.unwrap_or(false).then(|| super::state(context).now_ms());
        let of = crate::store::listing::TicketsOf::Buyer {
            user_id: self.id.clone(),
            upcoming_at_ms,
        };
        super::ticket::page(context, of, first, after).await.map(Some)
    }
}

/// An event, as far as its bookings go.
#[derive(Clone)]
pub struct Event {
    pub id: String,
}

impl Event {
    /// The organiser, if the viewer has the right there. Without the scope it is an error; a stranger's event is null.
    async fn permitted(&self, context: &Context<'_>, right: Right) -> Result<Option<String>> {
        let viewer = viewer::of(context);
        right.require_scope(viewer)?;
        let loaders = loaders::of(context);
        let Some(organizer_id) = loaders.organizers_of_events.load(self.id.clone()).await? else {
            return Ok(None);
        };
        if loaders.is_permitted(viewer, right, &organizer_id).await? {
            return Ok(Some(organizer_id));
        }
        Err(kit::Error::forbidden(
            "Your role in this team does not allow this. An owner of the team can change it.",
        ))
    }
}

/// An event, as far as its bookings go.
#[Object]
impl Event {
    /// Begins with evt_.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// Its bookings, newest first.
    #[graphql(requires_scopes = "booking:read")]
    async fn bookings(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "At most 100.")] first: Option<i32>,
        #[graphql(desc = "endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "Which of them; all without it.")] filter: Option<BookingFilter>,
    ) -> Result<Option<BookingConnection>> {
        if self.permitted(context, Right::ReadBookings).await?.is_none() {
            return Ok(None);
        }
        let of = crate::store::listing::BookingsOf::Event(&self.id);
        super::booking::page(context, of, first, after, filter).await.map(Some)
    }

    /// Counts and money of the event so far, straight from inventory and bookings.
    #[graphql(requires_scopes = "booking:read")]
    async fn sales_summary(&self, context: &Context<'_>) -> Result<Option<SalesSummary>> {
        if self.permitted(context, Right::ReadBookings).await?.is_none() {
            return Ok(None);
        }
        Ok(loaders::of(context).sales.load(self.id.clone()).await?.map(SalesSummary::from))
    }

    /// Its quotas that products draw on.
    #[graphql(requires_scopes = "event:read")]
    async fn quotas(&self, context: &Context<'_>) -> Result<Option<Vec<Quota>>> {
        if self.permitted(context, Right::SeeQuotas).await?.is_none() {
            return Ok(None);
        }
        let quotas = loaders::of(context)
            .quotas_of_events
            .load(self.id.clone())
            .await?
            .unwrap_or_default();
        Ok(Some(quotas.into_iter().map(Quota).collect()))
    }

    /// The lists people are checked in on.
    #[graphql(requires_scopes = "checkin:read")]
    async fn check_in_lists(&self, context: &Context<'_>) -> Result<Option<Vec<CheckInList>>> {
        if self.permitted(context, Right::SeeDoor).await?.is_none() {
            return Ok(None);
        }
        let lists = loaders::of(context)
            .lists_of_events
            .load(self.id.clone())
            .await?
            .unwrap_or_default();
        Ok(Some(lists.into_iter().map(CheckInList).collect()))
    }
}

/// A date of an event, as far as its inventory goes.
#[derive(Clone)]
pub struct Occurrence {
    pub id: String,
    /// What is known here of it; absent when the router brought only the id.
    snapshot: Option<rows::OccurrenceSnapshot>,
}

impl Occurrence {
    pub fn stub(id: String) -> Self {
        Self { id, snapshot: None }
    }

    /// With the facts that `@provides` promises; `None` while they are not known here.
    pub async fn provided(context: &Context<'_>, id: &str) -> Result<Option<Self>> {
        let snapshot = loaders::of(context).occurrences.load(id.to_owned()).await?;
        Ok(snapshot.map(|snapshot| Self {
            id: id.to_owned(),
            snapshot: Some(snapshot),
        }))
    }

    async fn snapshot(&self, context: &Context<'_>) -> Result<Option<rows::OccurrenceSnapshot>> {
        match &self.snapshot {
            Some(snapshot) => Ok(Some(snapshot.clone())),
            None => loaders::of(context).occurrences.load(self.id.clone()).await,
        }
    }

    async fn known(&self, context: &Context<'_>) -> Result<rows::OccurrenceSnapshot> {
        let snapshot = self.snapshot(context).await?;
        snapshot.ok_or_else(|| kit::Error::internal("an occurrence's facts were asked of bookings where it cannot provide them"))
    }
}

/// A date of an event, as far as its inventory goes.
#[Object]
impl Occurrence {
    /// Begins with occ_.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// The event's title.
    #[graphql(external)]
    async fn name(&self, context: &Context<'_>) -> Result<Option<String>> {
        Ok(self.snapshot(context).await?.map(|snapshot| snapshot.name))
    }

    /// When it begins.
    #[graphql(external)]
    async fn starts_at(&self, context: &Context<'_>) -> Result<DateTime<Utc>> {
        Ok(datetime(self.known(context).await?.starts_at))
    }

    /// Where its clock is.
    #[graphql(external)]
    async fn time_zone(&self, context: &Context<'_>) -> Result<TimeZone> {
        let zone = self.known(context).await?.time_zone;
        zone.parse()
            .map(TimeZone)
            .map_err(|_| kit::Error::internal(format!("{zone} is not a time zone")))
    }

    /// What is left, over all its public products; null while bookings has not heard of the date.
    async fn availability(&self, context: &Context<'_>) -> Result<Option<Availability>> {
        let found = loaders::of(context).availability.load(self.id.clone()).await?;
        Ok(found.map(|found| Availability::new(found.whole, found.revision)))
    }

    /// Its tickets in the order they were issued, for door and bookings staff.
    #[graphql(requires_scopes = "booking:read", requires_scopes = "checkin:read")]
    async fn tickets(
        &self,
        context: &Context<'_>,
        #[graphql(desc = "At most 100.")] first: Option<i32>,
        #[graphql(desc = "endCursor of the page before.")] after: Option<String>,
        #[graphql(desc = "Part of a code, a name or an address.")] query: Option<String>,
    ) -> Result<Option<TicketConnection>> {
        let viewer = viewer::of(context);
        if !Right::ReadBookings.has_scope(viewer) {
            Right::SeeDoor.require_scope(viewer)?;
        }
        let Some(snapshot) = self.snapshot(context).await? else {
            return Ok(None);
        };
        let loaders = loaders::of(context);
        if !loaders.is_permitted(viewer, Right::ReadBookings, &snapshot.organizer_id).await?
            && !loaders.is_permitted(viewer, Right::SeeDoor, &snapshot.organizer_id).await?
        {
            return Err(kit::Error::forbidden(
                "Your role in this team does not allow this. An owner of the team can change it.",
            ));
        }
        let of = crate::store::listing::TicketsOf::Occurrence {
            occurrence_id: self.id.clone(),
            query: super::booking::searched(query)?,
        };
        super::ticket::page(context, of, first, after).await.map(Some)
    }
}

/// Anything sold for an event, as far as its inventory goes.
#[derive(Clone)]
pub struct Product {
    pub id: String,
}

/// Anything sold for an event, as far as its inventory goes.
#[Object(interface_object)]
impl Product {
    /// Begins with the prefix of its kind.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// What is left of it on a date; null when it is not for sale to the public there.
    async fn availability(&self, context: &Context<'_>, #[graphql(desc = "The date.")] occurrence_id: ID) -> Result<Option<Availability>> {
        let Some(found) = loaders::of(context).availability.load(occurrence_id.0).await? else {
            return Ok(None);
        };
        Ok(found
            .products
            .get(&self.id)
            .map(|product| Availability::new(*product, found.revision)))
    }

    /// The quotas it draws on, of all dates.
    #[graphql(requires_scopes = "event:read")]
    async fn quotas(&self, context: &Context<'_>) -> Result<Option<Vec<Quota>>> {
        let viewer = viewer::of(context);
        Right::SeeQuotas.require_scope(viewer)?;
        let loaders = loaders::of(context);
        let Some(organizer_id) = loaders.organizers_of_products.load(self.id.clone()).await? else {
            return Ok(None);
        };
        if !loaders.is_permitted(viewer, Right::SeeQuotas, &organizer_id).await? {
            return Err(kit::Error::forbidden(
                "Your role in this team does not allow this. An owner of the team can change it.",
            ));
        }
        let quotas = loaders.quotas_of_products.load(self.id.clone()).await?.unwrap_or_default();
        Ok(Some(quotas.into_iter().map(Quota).collect()))
    }
}
