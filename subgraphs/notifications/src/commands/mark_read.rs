//! `notificationsMarkRead`: some of the user's notifications, or all.

use kit::Error;

use crate::state::{State, topic};
use crate::store::notifications;

#[derive(Debug, PartialEq, Eq)]
pub enum Marked {
    Done,
    /// Not all of the ids are the user's; nothing changed.
    Unknown,
}

/// `ids: None` means all.
pub async fn mark_read(state: &State, user_id: &str, ids: Option<&[String]>) -> Result<Marked, Error> {
    let txn = state.database.begin().await?;
    if let Some(ids) = ids {
        let own = notifications::count_own(txn.connection(), user_id, ids).await?;
        if usize::try_from(own).ok() != Some(ids.len()) {
            return Ok(Marked::Unknown);
        }
    }
    let changed = notifications::mark_read(txn.connection(), user_id, ids, state.clock.now_ms()).await?;
    txn.commit().await?;
    tracing::debug!(changed, topic = topic(user_id), "marked as read");
    Ok(Marked::Done)
}
