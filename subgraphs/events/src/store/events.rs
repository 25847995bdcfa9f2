//! Reads and writes events.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QuerySelect};

use super::execute;
use super::rows::event;
use crate::domain::event::EventStatus;

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<event::Model>, StoreError> {
    Ok(event::Entity::find_by_id(id).one(connection).await?)
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, event::Model>, StoreError> {
    let rows = event::Entity::find().filter(event::Column::Id.is_in(ids)).all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// By slug.
pub async fn find_many_by_slug(connection: &impl ConnectionTrait, slugs: Vec<String>) -> Result<HashMap<String, event::Model>, StoreError> {
    let rows = event::Entity::find()
        .filter(event::Column::Slug.is_in(slugs))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slug.clone(), row)).collect())
}

/// The slugs in use that begin with `prefix`.
pub async fn slugs_like(connection: &impl ConnectionTrait, prefix: &str) -> Result<Vec<String>, StoreError> {
    Ok(event::Entity::find()
        .select_only()
        .column(event::Column::Slug)
        // A slug has none of the characters that LIKE reads otherwise.
        .filter(event::Column::Slug.like(format!("{prefix}%")))
        .into_tuple()
        .all(connection)
        .await?)
}

/// `Conflict` when the slug is taken.
pub async fn insert(connection: &impl ConnectionTrait, row: &event::Model) -> Result<(), StoreError> {
    event::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Locks the event for the rest of the transaction and reads it. Whatever changes an event, its dates or its ticket
/// types begins here, so that the facts told of them are of one moment.
pub async fn claim(connection: &impl ConnectionTrait, id: &str, now_ms: i64) -> Result<Option<event::Model>, StoreError> {
    let sql = "UPDATE event SET updated_at = $1 WHERE id = $2";
    if execute(connection, sql, vec![now_ms.into(), id.into()]).await? == 0 {
        return Ok(None);
    }
    find(connection, id).await
}

/// Writes the texts, visibility and policy of a claimed event, and a new version into `row`. `false`: it is no longer
/// at `row.version`.
pub async fn record_content(connection: &impl ConnectionTrait, row: &mut event::Model) -> Result<bool, StoreError> {
    let sql = "UPDATE event SET title = $1, summary = $2, description = $3, visibility = $4, refund_policy = $5, title_search = $6,
        summary_search = $7, updated_at = $8, version = version + 1 WHERE id = $9 AND version = $10";
    let values = vec![
        row.title.clone().into(),
        row.summary.clone().into(),
        row.description.clone().into(),
        row.visibility.clone().into(),
        row.refund_policy.clone().into(),
        row.title_search.clone().into(),
        row.summary_search.clone().into(),
        row.updated_at.into(),
        row.id.clone().into(),
        row.version.into(),
    ];
    let changed = execute(connection, sql, values).await? == 1;
    row.version += i64::from(changed);
    Ok(changed)
}

/// Moves a claimed event to another state, and writes a new version into `row`. `false`: it is no longer at
/// `row.version`.
pub async fn record_status(
    connection: &impl ConnectionTrait,
    row: &mut event::Model,
    status: EventStatus,
    now_ms: i64,
) -> Result<bool, StoreError> {
    let published_at = row.published_at.or((status == EventStatus::Published).then_some(now_ms));
    let sql = "UPDATE event SET status = $1, published_at = $2, updated_at = $3, version = version + 1 WHERE id = $4 AND version = $5";
    let values = vec![
        status.name().into(),
        published_at.into(),
        now_ms.into(),
        row.id.clone().into(),
        row.version.into(),
    ];
    let changed = execute(connection, sql, values).await? == 1;
    if changed {
        row.version += 1;
        row.status = status.name().to_owned();
        row.published_at = published_at;
        row.updated_at = now_ms;
    }
    Ok(changed)
}
