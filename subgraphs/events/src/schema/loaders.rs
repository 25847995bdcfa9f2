//! The batched reads of one request, and who may see what they find.

use std::collections::HashMap;
use std::sync::Arc;

use async_graphql::Context;
use contracts::access::Permission;
use kit::Result;
use kit::database::StoreError;
use kit::loader::Loader;
use kit::viewer::{self, Viewer};

use crate::State;
use crate::store;
use crate::store::rows::{category, event, occurrence, ticket_type, venue};

/// One set per request.
pub struct Loaders {
    pub events: Loader<String, event::Model>,
    pub events_by_slug: Loader<String, event::Model>,
    pub occurrences: Loader<String, occurrence::Model>,
    pub occurrences_of_event: Loader<String, Vec<occurrence::Model>>,
    pub ticket_types: Loader<String, ticket_type::Model>,
    pub ticket_types_of_event: Loader<String, Vec<ticket_type::Model>>,
    pub venues: Loader<String, venue::Model>,
    pub categories_of_event: Loader<String, Vec<category::Model>>,
    /// Whether a user (first) may edit events of an organiser (second).
    editors: Loader<(String, String), bool>,
}

macro_rules! loader {
    ($state:ident, |$connection:ident, $keys:ident| $read:expr) => {{
        let database = $state.database.clone();
        Loader::new(move |$keys| {
            let database = database.clone();
            async move {
                let $connection = database.reader();
                $read.await
            }
        })
    }};
}

impl Loaders {
    pub fn new(state: &Arc<State>) -> Self {
        let access = state.access.clone();
        Self {
            events: loader!(state, |connection, keys| store::events::find_many(connection, keys)),
            events_by_slug: loader!(state, |connection, keys| store::events::find_many_by_slug(connection, keys)),
            occurrences: loader!(state, |connection, keys| store::occurrences::find_many(connection, keys)),
            occurrences_of_event: loader!(state, |connection, keys| store::occurrences::of_events(connection, keys)),
            ticket_types: loader!(state, |connection, keys| store::ticket_types::find_many(connection, keys)),
            ticket_types_of_event: loader!(state, |connection, keys| store::ticket_types::of_events(connection, keys)),
            venues: loader!(state, |connection, keys| store::venues::find_many(connection, keys)),
            categories_of_event: loader!(state, |connection, keys| store::categories::of_events(connection, keys)),
            editors: Loader::new(move |keys: Vec<(String, String)>| {
                let access = access.clone();
                async move {
                    let mut found = HashMap::new();
                    for (user_id, organizer_id) in keys {
                        let permissions = access
                            .permissions(&user_id, &organizer_id)
                            .await
                            .map_err(|error| StoreError::Unavailable(error.to_string()))?;
                        let may_edit = permissions.iter().any(|permission| permission == Permission::EventEdit.name());
                        found.insert((user_id, organizer_id), may_edit);
                    }
                    Ok(found)
                }
            }),
        }
    }

    /// Whether the viewer may see what strangers may not: drafts, private events, hidden ticket types.
    pub async fn may_edit(&self, viewer: &Viewer, organizer_id: &str) -> Result<bool> {
        let Some(user_id) = viewer.user_id() else { return Ok(false) };
        let key = (user_id.to_owned(), organizer_id.to_owned());
        Ok(self.editors.load(key).await?.unwrap_or(false))
    }

    /// The event, if it is there for the viewer.
    pub async fn visible(&self, viewer: &Viewer, event: Option<event::Model>) -> Result<Option<event::Model>> {
        match event {
            Some(event) if event.is_open_to_all() || self.may_edit(viewer, &event.organizer_id).await? => Ok(Some(event)),
            _ => Ok(None),
        }
    }

    /// The event with this id, if it is there for the viewer.
    pub async fn visible_event(&self, viewer: &Viewer, id: &str) -> Result<Option<event::Model>> {
        self.visible(viewer, self.events.load(id.to_owned()).await?).await
    }
}

/// The loaders of a request.
pub fn of<'a>(context: &Context<'a>) -> &'a Loaders {
    context.data_unchecked::<Loaders>()
}

/// The event with this id, if it is there for the viewer of the request.
pub async fn visible_event(context: &Context<'_>, id: &str) -> Result<Option<event::Model>> {
    of(context).visible_event(viewer::of(context), id).await
}
