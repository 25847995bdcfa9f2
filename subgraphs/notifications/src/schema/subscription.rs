//! notificationReceived: what the viewer is told from now on.

use async_graphql::{Context, Subscription};
use futures_util::{Stream, StreamExt};
use kit::Error;
use kit::directives::requires_scopes;
use kit::viewer;

use super::types::Notification;
use crate::state::{State, topic};
use crate::store::notifications;

pub struct Subscription;

#[Subscription]
impl Subscription {
    /// What the viewer is told from now on. After a pause, read `notifications` again.
    #[graphql(directive = requires_scopes::apply(vec![vec!["user".into()]]))]
    async fn notification_received(&self, context: &Context<'_>) -> Result<impl Stream<Item = Option<Notification>> + use<>, Error> {
        let user_id = viewer::of(context).require_user()?.to_owned();
        let state = context.data_unchecked::<State>().clone();
        Ok(state.live.subscribe(&topic(&user_id)).filter_map(move |id| {
            let (state, user_id) = (state.clone(), user_id.clone());
            async move {
                let found = notifications::find(state.database.reader(), &id).await;
                let row = found
                    .inspect_err(|error| tracing::warn!(%error, "a notification could not be read for its watcher"))
                    .ok()??;
                (row.user_id == user_id).then(|| Some(row.into()))
            }
        }))
    }
}
