//! notificationTemplates, and the entities this subgraph adds to.

use async_graphql::{Context, ID, Object};
use contracts::access::Permission;
use kit::Error;
use kit::viewer;

use super::types::{Booking, NotificationTemplate, User};
use crate::domain::catalogue;
use crate::state::State;

pub struct Query;

#[Object]
impl Query {
    /// The built-in texts, with their placeholders. For members of the organiser who edit events.
    #[graphql(requires_scopes = "event:write")]
    async fn notification_templates(&self, context: &Context<'_>, organizer_id: ID) -> Result<Option<Vec<NotificationTemplate>>, Error> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["event:write"])?;
        context
            .data_unchecked::<State>()
            .access
            .require(viewer, &organizer_id, Permission::EventEdit.name())
            .await?;
        Ok(Some(catalogue::ENTRIES.iter().map(NotificationTemplate::from).collect()))
    }

    #[graphql(entity)]
    async fn user_entity(&self, id: ID) -> Option<User> {
        Some(User { id })
    }

    #[graphql(entity)]
    async fn booking_entity(&self, id: ID) -> Option<Booking> {
        Some(Booking { id })
    }
}
