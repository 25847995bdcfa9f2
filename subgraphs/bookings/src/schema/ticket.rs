//! Tickets as the schema shows them.

use std::sync::Arc;

use async_graphql::{Context, ID, Object};
use kit::error::{Error, Result};
use kit::page::{Page, PageRequest};
use kit::viewer;

use super::booking::Booking;
use super::door::CheckInRecord;
use super::enums::TicketStatus;
use super::shared::{Occurrence, Product};
use super::{int, loaders, state};
use crate::permit::{self, Right};
use crate::store::listing::{self, TicketsOf};
use crate::store::rows;

/// One admission within a booking. Ids begin with tkt_.
#[derive(Clone)]
pub struct Ticket(pub Arc<rows::Ticket>);

impl From<rows::Ticket> for Ticket {
    fn from(row: rows::Ticket) -> Self {
        Self(Arc::new(row))
    }
}

impl Ticket {
    async fn booking_row(&self, context: &Context<'_>) -> Result<rows::Booking> {
        let booking = loaders::of(context).bookings.load(self.0.booking_id.clone()).await?;
        booking.ok_or_else(|| Error::internal("a ticket belongs to a booking"))
    }

    /// The ticket, if it exists for the viewer: buyer, guest, and members at bookings or the door.
    pub async fn if_visible(self, context: &Context<'_>) -> Result<Option<Self>> {
        let viewer = viewer::of(context);
        let loaders = loaders::of(context);
        if loaders.is_permitted(viewer, Right::SeeDoor, &self.0.organizer_id).await?
            || loaders.sees_booking(viewer, &self.booking_row(context).await?).await?
        {
            return Ok(Some(self));
        }
        Ok(None)
    }
}

/// One admission within a booking. Ids begin with tkt_.
#[Object]
impl Ticket {
    /// Begins with tkt_.
    pub async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// What people read out and type at the door: booking code and ordinal, such as K7M2Q-1.
    async fn code(&self) -> &str {
        &self.0.code
    }

    /// What it belongs to.
    async fn booking(&self, context: &Context<'_>) -> Result<Booking> {
        Ok(self.booking_row(context).await?.into())
    }

    /// What was bought. Typed Product, not TicketType: a subgraph that holds Product as @interfaceObject may not name its kinds.
    async fn product(&self) -> Option<Product> {
        Some(Product {
            id: self.0.product_id.clone(),
        })
    }

    /// What it lets in to.
    #[graphql(provides = "name startsAt timeZone")]
    async fn occurrence(&self, context: &Context<'_>) -> Result<Option<Occurrence>> {
        Occurrence::provided(context, &self.0.occurrence_id).await
    }

    /// Where it stands.
    async fn status(&self) -> TicketStatus {
        self.0.status().into()
    }

    /// Who comes.
    async fn holder_name(&self) -> Option<&str> {
        self.0.holder_name.as_deref()
    }

    /// Signed; only for the holder, the buyer and door staff.
    #[graphql(requires_scopes = "user", requires_scopes = "guest", requires_scopes = "checkin:read")]
    async fn qr_payload(&self, context: &Context<'_>) -> Result<Option<String>> {
        let viewer = viewer::of(context);
        let loaders = loaders::of(context);
        let sees = permit::is_buyer(viewer, &self.booking_row(context).await?)
            || loaders.is_permitted(viewer, Right::SeeDoor, &self.0.organizer_id).await?;
        Ok(sees.then(|| state(context).qr_payload(&self.0)))
    }

    /// Its scans, oldest first.
    async fn check_ins(&self, context: &Context<'_>) -> Result<Vec<CheckInRecord>> {
        let records = loaders::of(context)
            .records_of_tickets
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        Ok(records.into_iter().map(CheckInRecord).collect())
    }

    /// Grows with every change.
    async fn version(&self) -> i32 {
        int(self.0.version)
    }
}

kit::connection!(TicketConnection, TicketEdge, Ticket, total_count);

/// A page of tickets; who asks was checked before.
pub async fn page(context: &Context<'_>, of: TicketsOf, first: Option<i32>, after: Option<String>) -> Result<TicketConnection> {
    let state = state(context);
    let reader = state.deps.database.reader();
    let request = PageRequest::<(i64, String)>::parse(&state.deps.cursors, first, after.as_deref())?;
    let limit = i64::try_from(request.limit + 1).unwrap_or(i64::MAX);
    let rows = listing::page_of_tickets(reader, &of, request.position.as_ref(), limit).await?;
    let mut page = Page::build(&state.deps.cursors, &request, rows, |row| (row.sort_at, row.ticket.id.clone()));
    if context.look_ahead().field("totalCount").exists() {
        page = page.with_total_count(listing::count_tickets(reader, &of).await?);
    }
    Ok(page.map(|row| Ticket::from(row.ticket)).into())
}
