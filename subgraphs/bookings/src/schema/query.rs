//! Root queries and the entity resolvers, each through a loader.

use async_graphql::{Context, ID, Object};
use kit::error::Result;
use kit::viewer;

use super::booking::Booking;
use super::door::CheckInList;
use super::loaders;
use super::shared::{Event, Occurrence, Product, User};
use super::ticket::Ticket;
use crate::permit::Right;

pub struct Query;

#[Object]
impl Query {
    /// Null unless the viewer is its buyer, the guest whose token came as the Marquee-Guest header, or may read the organiser's bookings.
    async fn booking(&self, context: &Context<'_>, id: ID) -> Result<Option<Booking>> {
        visible_booking(context, id).await
    }

    /// A list people are checked in on; for members who check in.
    #[graphql(requires_scopes = "checkin:read")]
    async fn check_in_list(&self, context: &Context<'_>, id: ID) -> Result<Option<CheckInList>> {
        let viewer = viewer::of(context);
        Right::SeeDoor.require_scope(viewer)?;
        let loaders = loaders::of(context);
        let Some(list) = loaders.lists.load(id.0).await? else {
            return Ok(None);
        };
        let sees = loaders.is_permitted(viewer, Right::SeeDoor, &list.organizer_id).await?;
        Ok(sees.then_some(CheckInList(list)))
    }

    #[graphql(entity)]
    async fn find_booking_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Booking>> {
        visible_booking(context, id).await
    }

    #[graphql(entity)]
    async fn find_ticket_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Ticket>> {
        match loaders::of(context).tickets.load(id.0).await? {
            Some(ticket) => Ticket::from(ticket).if_visible(context).await,
            None => Ok(None),
        }
    }

    #[graphql(entity)]
    async fn find_event_by_id(&self, #[graphql(key)] id: ID) -> Event {
        Event { id: id.0 }
    }

    #[graphql(entity)]
    async fn find_occurrence_by_id(&self, #[graphql(key)] id: ID) -> Occurrence {
        Occurrence::stub(id.0)
    }

    #[graphql(entity)]
    async fn find_product_by_id(&self, #[graphql(key)] id: ID) -> Product {
        Product { id: id.0 }
    }

    #[graphql(entity)]
    async fn find_user_by_id(&self, #[graphql(key)] id: ID) -> User {
        User { id: id.0 }
    }
}

async fn visible_booking(context: &Context<'_>, id: ID) -> Result<Option<Booking>> {
    let loaders = loaders::of(context);
    let Some(booking) = loaders.bookings.load(id.0).await? else {
        return Ok(None);
    };
    let sees = loaders.sees_booking(viewer::of(context), &booking).await?;
    Ok(sees.then(|| booking.into()))
}
