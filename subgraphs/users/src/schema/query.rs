//! The root fields that read.

use async_graphql::{Context, ID, Object};
use kit::viewer;

use super::loaders::Loaders;
use super::types::{Booking, Event, Node, Occurrence, Organizer, Payment, Refund, Ticket, TicketType, User, Venue};

/// More ids than this in one `nodes` are refused.
const MAX_NODES: usize = 100;

/// What can be asked.
pub struct Query;

#[Object]
impl Query {
    /// The one who asks; null when nobody is signed in.
    async fn me(&self, context: &Context<'_>) -> kit::Result<Option<User>> {
        let Some(user_id) = viewer::of(context).user_id() else {
            return Ok(None);
        };
        Ok(context
            .data_unchecked::<Loaders>()
            .accounts
            .load(user_id.to_owned())
            .await?
            .map(User))
    }

    /// The object with this id; null when there is none.
    async fn node(&self, context: &Context<'_>, id: ID) -> kit::Result<Option<Node>> {
        find_node(context.data_unchecked::<Loaders>(), id.0).await
    }

    /// The objects with these ids (at most 100), in their order; null where there is none.
    async fn nodes(&self, context: &Context<'_>, ids: Vec<ID>) -> kit::Result<Vec<Option<Node>>> {
        if ids.len() > MAX_NODES {
            return Err(kit::Error::bad_input(format!("Ask for at most {MAX_NODES} nodes at once.")));
        }
        let loaders = context.data_unchecked::<Loaders>();
        futures_util::future::try_join_all(ids.into_iter().map(|id| find_node(loaders, id.0))).await
    }

    /// The organiser with this slug.
    async fn organizer(&self, context: &Context<'_>, slug: String) -> kit::Result<Option<Organizer>> {
        Ok(context
            .data_unchecked::<Loaders>()
            .organizers_by_slug
            .load(slug)
            .await?
            .map(Organizer))
    }

    #[graphql(entity)]
    async fn find_user_by_id(&self, context: &Context<'_>, id: ID) -> kit::Result<Option<User>> {
        Ok(context.data_unchecked::<Loaders>().accounts.load(id.0).await?.map(User))
    }

    #[graphql(entity)]
    async fn find_organizer_by_id(&self, context: &Context<'_>, id: ID) -> kit::Result<Option<Organizer>> {
        Ok(context.data_unchecked::<Loaders>().organizers.load(id.0).await?.map(Organizer))
    }

    #[graphql(entity)]
    async fn find_organizer_by_slug(&self, context: &Context<'_>, slug: String) -> kit::Result<Option<Organizer>> {
        Ok(context
            .data_unchecked::<Loaders>()
            .organizers_by_slug
            .load(slug)
            .await?
            .map(Organizer))
    }
}

/// Only the prefix is looked at for what others own: the router asks them for the rest.
async fn find_node(loaders: &Loaders, id: String) -> kit::Result<Option<Node>> {
    let prefix = id.split('_').next().unwrap_or_default();
    if !kit::id::is_id(&id, prefix) {
        return Ok(None);
    }
    Ok(match prefix {
        "usr" => loaders.accounts.load(id).await?.map(|row| Node::User(User(row))),
        "org" => loaders.organizers.load(id).await?.map(|row| Node::Organizer(Organizer(row))),
        "evt" => Some(Node::Event(Event(id))),
        "occ" => Some(Node::Occurrence(Occurrence(id))),
        "ven" => Some(Node::Venue(Venue(id))),
        "tty" => Some(Node::TicketType(TicketType(id))),
        "bkg" => Some(Node::Booking(Booking(id))),
        "tkt" => Some(Node::Ticket(Ticket(id))),
        "pay" => Some(Node::Payment(Payment(id))),
        "rfd" => Some(Node::Refund(Refund(id))),
        _ => None,
    })
}
