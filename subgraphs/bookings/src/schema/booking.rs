//! Bookings as the schema shows them.

use std::sync::Arc;

use async_graphql::{Context, ID, InputObject, Object};
use chrono::{DateTime, Utc};
use kit::clock::datetime;
use kit::error::{Error, Result};
use kit::money::Money;
use kit::page::{Page, PageRequest};
use kit::viewer;

use super::enums::{BookingAction, BookingPaymentState, BookingStatus};
use super::shared::{Contact, Occurrence, Product, RefundPolicy, User};
use super::ticket::Ticket;
use super::{int, loaders, state};
use crate::domain;
use crate::domain::booking::BookingStatus as Status;
use crate::domain::cancellation::{Canceller, decide_cancel};
use crate::domain::payment_state::derive_payment_state;
use crate::domain::ticket::TicketStatus;
use crate::permit::{self, Right};
use crate::store::listing::{self, BookingsOf};
use crate::store::rows;

const QUERY_CHARACTERS: usize = 200;

/// A buyer's claim on inventory, from HELD to CONFIRMED and beyond. Ids begin with bkg_.
#[derive(Clone)]
pub struct Booking(pub Arc<rows::Booking>);

impl From<rows::Booking> for Booking {
    fn from(row: rows::Booking) -> Self {
        Self(Arc::new(row))
    }
}

/// A buyer's claim on inventory, from HELD to CONFIRMED and beyond. Ids begin with bkg_.
#[Object]
impl Booking {
    /// Begins with bkg_.
    pub async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// Short human code, unique per organiser: 5–8 characters without 0/O/1/I.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// Where it stands.
    async fn status(&self) -> BookingStatus {
        self.0.status().into()
    }

    /// Where its money stands.
    async fn payment_state(&self, context: &Context<'_>) -> Result<BookingPaymentState> {
        let money = loaders::of(context).money.load(self.0.id.clone()).await?.unwrap_or_default();
        Ok(derive_payment_state(self.0.status(), self.0.total_minor, money).into())
    }

    /// The account that bought it; null for a guest.
    async fn buyer(&self) -> Option<User> {
        self.0.buyer_user_id.clone().map(|id| User { id })
    }

    /// How the buyer is reached; for the buyer and for members who read bookings.
    #[graphql(requires_scopes = "user", requires_scopes = "guest", requires_scopes = "booking:read")]
    async fn contact(&self, context: &Context<'_>) -> Result<Option<Contact>> {
        let sees = loaders::of(context).sees_booking(viewer::of(context), &self.0).await?;
        Ok(sees.then(|| self.0.contact().into()))
    }

    /// What it is for.
    #[graphql(provides = "name startsAt timeZone")]
    async fn occurrence(&self, context: &Context<'_>) -> Result<Option<Occurrence>> {
        Occurrence::provided(context, &self.0.occurrence_id).await
    }

    /// What was chosen, with frozen prices.
    async fn lines(&self, context: &Context<'_>) -> Result<Vec<BookingLine>> {
        let lines = loaders::of(context).lines.load(self.0.id.clone()).await?.unwrap_or_default();
        Ok(lines
            .into_iter()
            .map(|row| BookingLine {
                row,
                currency: self.0.currency.clone(),
            })
            .collect())
    }

    /// Its tickets; none before it is confirmed.
    async fn tickets(&self, context: &Context<'_>) -> Result<Vec<Ticket>> {
        let tickets = loaders::of(context)
            .tickets_of_bookings
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        Ok(tickets.into_iter().map(Ticket::from).collect())
    }

    /// What is to be paid for all of it.
    async fn total(&self) -> Money {
        Money::new(self.0.total_minor, self.0.currency.clone())
    }

    /// Server clock deadline of the hold; null once confirmed.
    async fn expires_at(&self) -> Option<DateTime<Utc>> {
        self.0.expires_at.map(datetime)
    }

    /// The server's clock, to count down against.
    async fn server_now(&self, context: &Context<'_>) -> DateTime<Utc> {
        datetime(state(context).now_ms())
    }

    /// Frozen at hold time so later edits of the event cannot change what the buyer agreed to.
    async fn refund_policy(&self) -> Result<RefundPolicy> {
        Ok(self.0.policy()?.into())
    }

    /// What the viewer can do with it now.
    async fn viewer_actions(&self, context: &Context<'_>) -> Result<Vec<BookingAction>> {
        let viewer = viewer::of(context);
        let loaders = loaders::of(context);
        let booking = &self.0;
        let is_buyer = permit::is_buyer(viewer, booking);
        let manages = loaders.is_permitted(viewer, Right::ManageBookings, &booking.organizer_id).await?;
        let mut actions = Vec::new();
        if !is_buyer && !manages {
            return Ok(actions);
        }
        let now_ms = state(context).now_ms();
        let occurrence = loaders.occurrences.load(booking.occurrence_id.clone()).await?;
        let takes_place = occurrence.as_ref().is_some_and(|occurrence| !occurrence.cancelled);
        let status = booking.status();
        let is_live = match status {
            Status::Held => !booking.is_past_deadline(now_ms),
            Status::AwaitingPayment => booking.payment_deadline.is_some_and(|deadline_ms| now_ms < deadline_ms),
            _ => false,
        };
        if is_buyer && is_live && takes_place && booking.total_minor > 0 {
            actions.push(BookingAction::Pay);
        }
        if is_buyer && is_live && status == Status::Held {
            if !booking.extended {
                actions.push(BookingAction::ExtendHold);
            }
            actions.push(BookingAction::Release);
        }
        if status == Status::Confirmed && takes_place {
            let tickets = loaders.tickets_of_bookings.load(booking.id.clone()).await?.unwrap_or_default();
            let is_used = tickets.iter().any(|ticket| ticket.status() == TicketStatus::CheckedIn);
            let canceller = if is_buyer { Canceller::Buyer } else { Canceller::Organizer };
            let starts_at_ms = occurrence.map_or(now_ms, |occurrence| occurrence.starts_at);
            if decide_cancel(canceller, status, &booking.policy()?, is_used, starts_at_ms, now_ms).is_ok() {
                actions.push(BookingAction::Cancel);
            }
        }
        Ok(actions)
    }

    /// Grows with every change.
    async fn version(&self) -> i32 {
        int(self.0.version)
    }

    /// When the hold was placed.
    async fn created_at(&self) -> DateTime<Utc> {
        datetime(self.0.created_at)
    }

    /// When it was confirmed.
    async fn confirmed_at(&self) -> Option<DateTime<Utc>> {
        self.0.confirmed_at.map(datetime)
    }

    /// When it was cancelled.
    async fn cancelled_at(&self) -> Option<DateTime<Utc>> {
        self.0.cancelled_at.map(datetime)
    }
}

/// One product within a booking.
#[derive(Clone)]
pub struct BookingLine {
    row: rows::BookingLine,
    currency: String,
}

/// One product within a booking.
#[Object]
impl BookingLine {
    /// Begins with bln_.
    async fn id(&self) -> ID {
        ID(self.row.id.clone())
    }

    /// What was chosen.
    async fn product(&self) -> Option<Product> {
        Some(Product {
            id: self.row.product_id.clone(),
        })
    }

    /// How many.
    async fn quantity(&self) -> i32 {
        int(self.row.quantity)
    }

    /// The price of one when the hold was placed.
    async fn unit_price(&self) -> Money {
        Money::new(self.row.unit_price_minor, self.currency.clone())
    }

    /// The price of the line.
    async fn total(&self) -> Money {
        Money::new(self.row.total_minor, self.currency.clone())
    }
}

kit::connection!(BookingConnection, BookingEdge, Booking, total_count);

/// Which bookings are listed.
#[derive(Clone, Debug, Default, InputObject)]
pub struct BookingFilter {
    /// In one of these states.
    pub status: Option<Vec<BookingStatus>>,
    /// Part of the code, the buyer's name or address.
    pub query: Option<String>,
    /// Held at or after this time.
    pub from: Option<DateTime<Utc>>,
    /// Held before this time.
    pub to: Option<DateTime<Utc>>,
}

/// The text that is searched for; BAD_USER_INPUT for an overlong one.
pub fn searched(query: Option<String>) -> Result<Option<String>> {
    let query = query.map(|query| query.trim().to_owned()).filter(|query| !query.is_empty());
    if query.as_ref().is_some_and(|query| query.chars().count() > QUERY_CHARACTERS) {
        return Err(Error::bad_input(format!("query has at most {QUERY_CHARACTERS} characters.")));
    }
    Ok(query)
}

/// A page of bookings; who asks was checked before.
pub async fn page(
    context: &Context<'_>,
    of: BookingsOf<'_>,
    first: Option<i32>,
    after: Option<String>,
    filter: Option<BookingFilter>,
) -> Result<BookingConnection> {
    let state = state(context);
    let reader = state.deps.database.reader();
    let request = PageRequest::<String>::parse(&state.deps.cursors, first, after.as_deref())?;
    let filter = filter.unwrap_or_default();
    let statuses = filter.status.unwrap_or_default();
    let filter = listing::BookingFilter {
        statuses: statuses
            .into_iter()
            .map(|status| domain::booking::BookingStatus::from(status).name().to_owned())
            .collect(),
        query: searched(filter.query)?,
        from_ms: filter.from.map(|from| from.timestamp_millis()),
        to_ms: filter.to.map(|to| to.timestamp_millis()),
    };
    let limit = i64::try_from(request.limit + 1).unwrap_or(i64::MAX);
    let rows = listing::page_of_bookings(reader, of, &filter, request.position.as_deref(), limit).await?;
    let mut page = Page::build(&state.deps.cursors, &request, rows, |row| row.id.clone());
    if context.look_ahead().field("totalCount").exists() {
        page = page.with_total_count(listing::count_bookings(reader, of, &filter).await?);
    }
    Ok(page.map(Booking::from).into())
}
