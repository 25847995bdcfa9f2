//! The queries and the entities that other subgraphs refer to. What is not there for the viewer is null.

use async_graphql::{Context, ID, Object};
use kit::Result;
use kit::viewer;

use super::inputs::{EventFilter, EventOrder};
use super::listing::{self, EventConnection, Paging};
use super::mutation::ticket_type;
use super::types::{Event, Occurrence, Organizer, Product, TicketType, Venue};
use super::values::Category;
use super::{loaders, state};
use crate::store;

pub struct Query;

#[Object]
impl Query {
    /// The event with this id or this slug. Drafts and private events are for the organiser's members. No two events
    /// of the platform share a slug, so `organizerSlug`, the first half of an event's address, does not narrow the search.
    async fn event(
        &self,
        context: &Context<'_>,
        id: Option<ID>,
        organizer_slug: Option<String>,
        slug: Option<String>,
    ) -> Result<Option<Event>> {
        match (id, organizer_slug, slug) {
            (Some(id), None, None) => Ok(loaders::visible_event(context, &id.0).await?.map(Event)),
            (None, _, Some(slug)) => {
                let loaders = loaders::of(context);
                let row = loaders.events_by_slug.load(slug).await?;
                Ok(loaders.visible(viewer::of(context), row).await?.map(Event))
            }
            _ => Err(kit::Error::bad_input("Ask for an event by id or by slug.")),
        }
    }

    /// The date with this id.
    async fn occurrence(&self, context: &Context<'_>, id: ID) -> Result<Option<Occurrence>> {
        occurrence(context, &id).await
    }

    /// Events that anyone may find, or for an organiser's members whatever `filter.status` asks for.
    #[allow(clippy::too_many_arguments)] // The arguments of a connection and a filter.
    async fn events(
        &self,
        context: &Context<'_>,
        first: Option<i32>,
        after: Option<String>,
        last: Option<i32>,
        before: Option<String>,
        filter: Option<EventFilter>,
        order_by: Option<EventOrder>,
    ) -> Result<EventConnection> {
        listing::list(
            context,
            Paging {
                first,
                after,
                last,
                before,
            },
            filter.unwrap_or_default(),
            order_by,
        )
        .await
    }

    /// All categories, in their order.
    async fn categories(&self, context: &Context<'_>) -> Result<Vec<Category>> {
        let rows = store::categories::all(state(context).database.reader()).await?;
        Ok(rows.into_iter().map(Category::from).collect())
    }

    /// The venue with this id.
    async fn venue(&self, context: &Context<'_>, id: ID) -> Result<Option<Venue>> {
        Ok(loaders::of(context).venues.load(id.0).await?.map(Venue))
    }

    #[graphql(entity)]
    async fn find_event_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Event>> {
        Ok(loaders::visible_event(context, &id.0).await?.map(Event))
    }

    #[graphql(entity)]
    async fn find_occurrence_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Occurrence>> {
        occurrence(context, &id).await
    }

    #[graphql(entity)]
    async fn find_venue_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Venue>> {
        Ok(loaders::of(context).venues.load(id.0).await?.map(Venue))
    }

    #[graphql(entity)]
    async fn find_ticket_type_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<TicketType>> {
        ticket_type(context, &id).await
    }

    #[graphql(entity)]
    async fn find_product_by_id(&self, context: &Context<'_>, #[graphql(key)] id: ID) -> Result<Option<Product>> {
        Ok(ticket_type(context, &id).await?.map(Product::TicketType))
    }

    #[graphql(entity)]
    async fn find_organizer_by_id(&self, #[graphql(key)] id: ID) -> Option<Organizer> {
        kit::id::is_id(&id.0, "org").then_some(Organizer { id: id.0 })
    }
}

/// The date with this id, if its event is there for the viewer.
async fn occurrence(context: &Context<'_>, id: &ID) -> Result<Option<Occurrence>> {
    let Some(row) = loaders::of(context).occurrences.load(id.0.clone()).await? else {
        return Ok(None);
    };
    Ok(loaders::visible_event(context, &row.event_id).await?.map(|_| Occurrence(row)))
}
