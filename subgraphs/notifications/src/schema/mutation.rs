//! notificationsMarkRead.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use kit::Error;
use kit::user_error::{NotFoundError, ValidationError};
use kit::viewer;

use super::errors::NotificationError;
use super::types::User;
use crate::commands::mark_read::{Marked, mark_read};
use crate::state::State;

const MAX_IDS: usize = 100;

/// Some by their ids (at most 100), or all.
#[derive(InputObject)]
pub struct NotificationsMarkReadInput {
    pub ids: Option<Vec<ID>>,
    #[graphql(default_with = "Some(false)")]
    pub all: Option<bool>,
}

#[derive(SimpleObject)]
pub struct NotificationsMarkReadPayload {
    pub user: Option<User>,
    pub errors: Vec<NotificationError>,
}

impl From<NotificationError> for NotificationsMarkReadPayload {
    fn from(error: NotificationError) -> Self {
        Self {
            user: None,
            errors: vec![error],
        }
    }
}

impl NotificationsMarkReadInput {
    /// The distinct ids, `None` for all, or what is wrong.
    fn parse(self) -> Result<Option<Vec<String>>, ValidationError> {
        let invalid = |code: &str, message: &str| Err(ValidationError::new(code, message, &["ids"]));
        match (self.ids, self.all.unwrap_or(false)) {
            (None, true) => Ok(None),
            (Some(_), true) => invalid("IDS_OR_ALL", "Name ids, or say all, not both."),
            (None, false) => invalid("IDS_OR_ALL", "Name ids, or say all."),
            (Some(ids), false) if ids.is_empty() || ids.len() > MAX_IDS => invalid("INVALID_IDS", "Name between 1 and 100 ids."),
            (Some(ids), false) => {
                let mut ids: Vec<String> = ids.into_iter().map(|id| id.0).collect();
                ids.sort_unstable();
                ids.dedup();
                Ok(Some(ids))
            }
        }
    }
}

pub struct Mutation;

#[Object]
impl Mutation {
    /// Marks notifications of the viewer as read.
    #[graphql(requires_scopes = "user")]
    async fn notifications_mark_read(
        &self,
        context: &Context<'_>,
        input: NotificationsMarkReadInput,
    ) -> Result<NotificationsMarkReadPayload, Error> {
        let user_id = viewer::of(context).require_user()?;
        let ids = match input.parse() {
            Ok(ids) => ids,
            Err(error) => return Ok(NotificationError::from(error).into()),
        };
        Ok(match mark_read(context.data_unchecked::<State>(), user_id, ids.as_deref()).await? {
            Marked::Done => NotificationsMarkReadPayload {
                user: Some(User {
                    id: ID(user_id.to_owned()),
                }),
                errors: Vec::new(),
            },
            Marked::Unknown => NotificationError::from(NotFoundError::new(
                "NOT_FOUND",
                "One of these notifications is not yours.",
                &["ids"],
            ))
            .into(),
        })
    }
}
