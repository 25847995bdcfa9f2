//! The catalogue's types over the rows, and the stubs of entities that others own.

use async_graphql::{Context, ID, Interface, Object};
use chrono::{DateTime, Utc};
use kit::Result;
use kit::clock::datetime;
use kit::money;
use kit::page::{Page, PageRequest};
use kit::scalars::{CurrencyCode, LocalDateTime, Markdown, TimeZone, Url};
use kit::viewer;

use super::inputs::{EventFilter, EventOrder};
use super::listing::{self, EventConnection};
use super::values::{
    Category, EventFormat, EventStatus, EventVisibility, FixedPrice, FreePrice, OccurrenceStatus, PostalAddress, Price, ProductVisibility,
    RefundPolicy, SaleWindow,
};
use super::{loaders, state};
use crate::calendar;
use crate::domain;
use crate::domain::event::EventStatus as Status;
use crate::domain::ticket_type::{ProductVisibility as Visible, SaleState as Sale};
use crate::store::rows::{event, occurrence, ticket_type, venue};

/// A version as the schema shows it. Versions count single changes and stay far below 2^31.
fn version(version: i64) -> i32 {
    i32::try_from(version).unwrap_or(i32::MAX)
}

/// An object with a global id whose prefix names its type: usr_ org_ evt_ occ_ ven_ tty_ bkg_ tkt_ pay_ rfd_.
#[derive(Clone, Interface)]
#[graphql(field(name = "id", ty = "ID"))]
pub enum Node {
    Event(Event),
    Occurrence(Occurrence),
    Venue(Venue),
    TicketType(TicketType),
}

/// Anything sellable. An entity interface, so that other subgraphs extend every kind at once with @interfaceObject.
/// Ids begin with tty_.
#[derive(Clone, Interface)]
#[graphql(
    field(name = "id", ty = "ID"),
    field(name = "name", ty = "String"),
    field(name = "price", ty = "Price"),
    field(name = "sale_window", ty = "SaleWindow"),
    field(name = "position", ty = "i32"),
    field(name = "version", ty = "i32", desc = "Grows with every change; an update sends the one it read.")
)]
pub enum Product {
    TicketType(TicketType),
}

/// `Event` in the schema.
#[derive(Clone)]
pub struct Event(pub event::Model);

/// A show people buy tickets for. Ids begin with evt_.
#[Object]
impl Event {
    /// Begins with evt_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }
    /// Who puts it on.
    async fn organizer(&self) -> Option<Organizer> {
        Some(Organizer {
            id: self.0.organizer_id.clone(),
        })
    }

    /// The last part of the event's address; no other event has it.
    async fn slug(&self) -> &str {
        &self.0.slug
    }
    /// What it is called.
    async fn title(&self) -> &str {
        &self.0.title
    }
    /// One line for cards and lists.
    async fn summary(&self) -> Option<&str> {
        self.0.summary.as_deref()
    }
    /// What it is about, at length.
    async fn description(&self) -> Option<Markdown> {
        self.0.description.clone().map(Markdown)
    }
    /// Where it is in its life.
    async fn status(&self) -> EventStatus {
        self.0.status().into()
    }
    /// Who finds it.
    async fn visibility(&self) -> EventVisibility {
        self.0.visibility().into()
    }
    /// Where it takes place.
    async fn format(&self) -> EventFormat {
        self.0.format().into()
    }
    /// The kinds it belongs to, in the order of the fixed list.
    async fn categories(&self, context: &Context<'_>) -> Result<Vec<Category>> {
        let rows = loaders::of(context).categories_of_event.load(self.0.id.clone()).await?;
        Ok(rows.unwrap_or_default().into_iter().map(Category::from).collect())
    }
    /// The currency of every price of this event; it never changes.
    async fn currency(&self) -> CurrencyCode {
        CurrencyCode(self.0.currency.clone())
    }

    /// Lowest visible price, for cards; null when no product is visible.
    async fn price_from(&self, context: &Context<'_>) -> Result<Option<money::Money>> {
        let rows = loaders::of(context)
            .ticket_types_of_event
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        let lowest = rows
            .iter()
            .filter(|row| row.visibility() == Visible::Public)
            .map(|row| row.price_minor)
            .min();
        Ok(lowest.map(|amount_minor| money::Money::new(amount_minor, self.0.currency.clone())))
    }

    /// The event's dates, earliest first: those not over at `from` and begun no later than `to`.
    async fn occurrences(
        &self,
        context: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        from: Option<DateTime<Utc>>,
        to: Option<DateTime<Utc>>,
    ) -> Result<OccurrenceConnection> {
        let cursors = &state(context).cursors;
        let request = PageRequest::<(i64, String)>::parse(cursors, first, after.as_deref())?;
        let mut rows = loaders::of(context)
            .occurrences_of_event
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        rows.retain(|row| {
            let over_at_ms = domain::occurrence::over_at_ms(row.starts_at, row.ends_at);
            from.is_none_or(|from| over_at_ms > from.timestamp_millis()) && to.is_none_or(|to| row.starts_at <= to.timestamp_millis())
        });
        let total_count = rows.len() as i64;
        if let Some(position) = &request.position {
            rows.retain(|row| (row.starts_at, &row.id) > (position.0, &position.1));
        }
        rows.truncate(request.limit + 1);
        let page = Page::build(cursors, &request, rows, |row| (row.starts_at, row.id.clone())).with_total_count(total_count);
        Ok(page.map(Occurrence).into())
    }

    /// The first date that will take place and is not over.
    async fn next_occurrence(&self, context: &Context<'_>) -> Result<Option<Occurrence>> {
        let now_ms = state(context).stamp.clock.now_ms();
        let rows = loaders::of(context)
            .occurrences_of_event
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        Ok(rows.into_iter().find(|row| row.is_upcoming(now_ms)).map(Occurrence))
    }

    /// What is sold, in order; hidden products are for the organiser's members.
    async fn products(&self, context: &Context<'_>) -> Result<Vec<Product>> {
        Ok(self
            .visible_ticket_types(context)
            .await?
            .into_iter()
            .map(Product::TicketType)
            .collect())
    }

    /// The ticket types, in order; hidden ones are for the organiser's members.
    async fn ticket_types(&self, context: &Context<'_>) -> Result<Vec<TicketType>> {
        self.visible_ticket_types(context).await
    }
    /// When a buyer may cancel, and what comes back.
    async fn refund_policy(&self) -> RefundPolicy {
        self.0.refund_policy().into()
    }

    /// Grows with every change; an update sends the one it read.
    async fn version(&self) -> i32 {
        version(self.0.version)
    }
    /// When it was first published; null for a draft.
    async fn published_at(&self) -> Option<DateTime<Utc>> {
        self.0.published_at.map(datetime)
    }
}

impl Event {
    async fn visible_ticket_types(&self, context: &Context<'_>) -> Result<Vec<TicketType>> {
        let loaders = loaders::of(context);
        let mut rows = loaders.ticket_types_of_event.load(self.0.id.clone()).await?.unwrap_or_default();
        if rows.iter().any(|row| row.visibility() == Visible::Hidden)
            && !loaders.may_edit(viewer::of(context), &self.0.organizer_id).await?
        {
            rows.retain(|row| row.visibility() == Visible::Public);
        }
        Ok(rows
            .into_iter()
            .map(|row| TicketType {
                row,
                event: self.0.clone(),
            })
            .collect())
    }
}

/// `Occurrence` in the schema.
#[derive(Clone)]
pub struct Occurrence(pub occurrence::Model);

/// One date of an event. Single events have exactly one. All inventory hangs here, never on Event. Ids begin with occ_.
#[Object]
impl Occurrence {
    /// Begins with occ_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }
    /// The event this is a date of.
    async fn event(&self, context: &Context<'_>) -> Result<Event> {
        Ok(Event(event_of(context, &self.0.event_id).await?))
    }

    /// The event's title.
    #[graphql(shareable)]
    async fn name(&self, context: &Context<'_>) -> Result<Option<String>> {
        Ok(Some(event_of(context, &self.0.event_id).await?.title))
    }

    /// UTC instant, derived from the wall-clock time and IANA zone with the rules of the event's own date.
    #[graphql(shareable)]
    async fn starts_at(&self) -> DateTime<Utc> {
        datetime(self.0.starts_at)
    }
    /// UTC instant; null when no end is stated.
    async fn ends_at(&self) -> Option<DateTime<Utc>> {
        self.0.ends_at.map(datetime)
    }
    /// The wall clock in `timeZone` at the start: what was entered.
    async fn starts_at_local(&self) -> LocalDateTime {
        LocalDateTime(self.0.starts_local())
    }
    /// The wall clock in `timeZone` at the end.
    async fn ends_at_local(&self) -> Option<LocalDateTime> {
        self.0.ends_local().map(LocalDateTime)
    }

    /// The zone of the wall clock.
    #[graphql(shareable)]
    async fn time_zone(&self) -> TimeZone {
        TimeZone(self.0.zone())
    }
    /// Where it is in its life.
    async fn status(&self) -> OccurrenceStatus {
        self.0.status().into()
    }
    /// Where it is held; null when no place is named.
    async fn venue(&self, context: &Context<'_>) -> Result<Option<Venue>> {
        match &self.0.venue_id {
            Some(venue_id) => Ok(loaders::of(context).venues.load(venue_id.clone()).await?.map(Venue)),
            None => Ok(None),
        }
    }

    /// The date as a calendar file.
    #[graphql(name = "icsUrl")]
    async fn ics_url(&self, context: &Context<'_>) -> Url {
        Url(calendar::url(state(context), &self.0.id))
    }
}

/// The event of a row that refers to it.
async fn event_of(context: &Context<'_>, event_id: &str) -> Result<event::Model> {
    let event = loaders::of(context).events.load(event_id.to_owned()).await?;
    Ok(event.expect("a foreign key keeps the event"))
}

kit::connection!(OccurrenceConnection, OccurrenceEdge, Occurrence, total_count);

/// `Venue` in the schema.
#[derive(Clone)]
pub struct Venue(pub venue::Model);

/// A place where occurrences are held. Ids begin with ven_.
#[Object]
impl Venue {
    /// Begins with ven_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }
    /// What it is called.
    async fn name(&self) -> &str {
        &self.0.name
    }
    /// Where it is.
    async fn address(&self) -> PostalAddress {
        PostalAddress {
            lines: self.0.address_lines(),
            city: self.0.city.clone(),
            country_code: self.0.country_code.clone(),
        }
    }
    /// The zone of its clocks.
    async fn time_zone(&self) -> TimeZone {
        TimeZone(self.0.zone())
    }

    /// How many people it holds.
    async fn capacity(&self) -> Option<i32> {
        self.0.capacity.and_then(|capacity| i32::try_from(capacity).ok())
    }

    /// Grows with every change; an update sends the one it read.
    async fn version(&self) -> i32 {
        version(self.0.version)
    }
}

/// `TicketType` in the schema.
#[derive(Clone)]
pub struct TicketType {
    pub row: ticket_type::Model,
    pub event: event::Model,
}

/// A product that admits to an occurrence. Ids begin with tty_.
#[Object]
impl TicketType {
    /// Begins with tty_.
    async fn id(&self) -> ID {
        ID(self.row.id.clone())
    }
    /// What it is called.
    async fn name(&self) -> String {
        self.row.name.clone()
    }
    /// What one costs, all in.
    async fn price(&self) -> Price {
        match self.row.price_minor {
            0 => Price::FreePrice(FreePrice { free: true }),
            amount_minor => Price::FixedPrice(FixedPrice {
                amount: money::Money::new(amount_minor, self.event.currency.clone()),
            }),
        }
    }

    /// When it is sold. CLOSED while the event is paused, and once it is cancelled or over.
    async fn sale_window(&self, context: &Context<'_>) -> SaleWindow {
        let window = self.row.window();
        let now_ms = state(context).stamp.clock.now_ms();
        let state = match self.event.status() {
            Status::Draft | Status::InReview | Status::Published => window.state(now_ms),
            Status::Paused | Status::Cancelled | Status::Completed | Status::Archived => Sale::Closed,
        };
        SaleWindow {
            opens_at: window.opens_at_ms.map(datetime),
            closes_at: window.closes_at_ms.map(datetime),
            state: state.into(),
        }
    }
    /// Its place among the event's products; lower comes first.
    async fn position(&self) -> i32 {
        version(self.row.position)
    }

    /// Grows with every change; an update sends the one it read.
    async fn version(&self) -> i32 {
        version(self.row.version)
    }
    /// The event it is sold for.
    async fn event(&self) -> Event {
        Event(self.event.clone())
    }
    /// A booking has at least this many.
    async fn min_per_booking(&self) -> i32 {
        self.row.facts().min_per_booking
    }
    /// A booking has at most this many.
    async fn max_per_booking(&self) -> i32 {
        self.row.facts().max_per_booking
    }
    /// Who sees it on the event's page.
    async fn visibility(&self) -> ProductVisibility {
        self.row.visibility().into()
    }
}

/// `Organizer` in the schema.
#[derive(Clone)]
pub struct Organizer {
    pub id: String,
}

/// Who puts on events. Owned by users; here it has its events.
#[Object]
impl Organizer {
    /// Begins with org_.
    async fn id(&self) -> ID {
        ID(self.id.clone())
    }

    /// The organiser's events: what anyone may find, or for its members whatever `filter.status` asks for.
    async fn events(
        &self,
        context: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        filter: Option<EventFilter>,
        order_by: Option<EventOrder>,
    ) -> Result<Option<EventConnection>> {
        let filter = EventFilter {
            organizer_id: Some(ID(self.id.clone())),
            ..filter.unwrap_or_default()
        };
        listing::list(
            context,
            listing::Paging {
                first,
                after,
                ..Default::default()
            },
            filter,
            order_by,
        )
        .await
        .map(Some)
    }
}
