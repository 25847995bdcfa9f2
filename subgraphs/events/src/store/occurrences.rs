//! Reads and writes the dates of events.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder, QuerySelect};

use super::execute;
use super::rows::occurrence;
use crate::domain::occurrence::{ASSUMED_DURATION_MS, OccurrenceStatus};

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<occurrence::Model>, StoreError> {
    Ok(occurrence::Entity::find_by_id(id).one(connection).await?)
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, occurrence::Model>, StoreError> {
    let rows = occurrence::Entity::find()
        .filter(occurrence::Column::Id.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// All dates of each event, earliest first.
pub async fn of_events(
    connection: &impl ConnectionTrait,
    event_ids: Vec<String>,
) -> Result<HashMap<String, Vec<occurrence::Model>>, StoreError> {
    let rows = occurrence::Entity::find()
        .filter(occurrence::Column::EventId.is_in(event_ids))
        .order_by_asc(occurrence::Column::StartsAt)
        .order_by_asc(occurrence::Column::Id)
        .all(connection)
        .await?;
    let mut found: HashMap<String, Vec<occurrence::Model>> = HashMap::new();
    for row in rows {
        found.entry(row.event_id.clone()).or_default().push(row);
    }
    Ok(found)
}

/// All dates of one event, earliest first.
pub async fn of_event(connection: &impl ConnectionTrait, event_id: &str) -> Result<Vec<occurrence::Model>, StoreError> {
    Ok(of_events(connection, vec![event_id.to_owned()])
        .await?
        .remove(event_id)
        .unwrap_or_default())
}

/// How many dates of the event are neither cancelled nor over.
pub async fn count_live(connection: &impl ConnectionTrait, event_id: &str) -> Result<u64, StoreError> {
    Ok(occurrence::Entity::find()
        .filter(occurrence::Column::EventId.eq(event_id))
        .filter(occurrence::Column::Status.is_not_in([OccurrenceStatus::Cancelled.name(), OccurrenceStatus::Ended.name()]))
        .count(connection)
        .await?)
}

/// `Conflict` when the event has a date at that instant already.
pub async fn insert(connection: &impl ConnectionTrait, row: &occurrence::Model) -> Result<(), StoreError> {
    occurrence::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Gives every date of a claimed event a new version, because it copies something from the event that changed.
/// Returns them as they are now.
pub async fn touch_all(connection: &impl ConnectionTrait, event_id: &str, now_ms: i64) -> Result<Vec<occurrence::Model>, StoreError> {
    let sql = "UPDATE occurrence SET version = version + 1, updated_at = $1 WHERE event_id = $2";
    execute(connection, sql, vec![now_ms.into(), event_id.into()]).await?;
    of_event(connection, event_id).await
}

/// Moves a date to another state, and writes a new version into `row`. `false`: it is no longer as it was read.
pub async fn record_status(
    connection: &impl ConnectionTrait,
    row: &mut occurrence::Model,
    status: OccurrenceStatus,
    now_ms: i64,
) -> Result<bool, StoreError> {
    let sql = "UPDATE occurrence SET status = $1, updated_at = $2, version = version + 1 WHERE id = $3 AND status = $4 AND version = $5";
    let values = vec![
        status.name().into(),
        now_ms.into(),
        row.id.clone().into(),
        row.status.clone().into(),
        row.version.into(),
    ];
    let changed = execute(connection, sql, values).await? == 1;
    if changed {
        row.version += 1;
        row.status = status.name().to_owned();
        row.updated_at = now_ms;
    }
    Ok(changed)
}

/// The events that have dates which are over and not ended yet, at most `limit`.
pub async fn events_with_past_dates(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<String>, StoreError> {
    use sea_orm::sea_query::{Expr, ExprTrait, Func};

    let over_at = Func::coalesce([
        Expr::col(occurrence::Column::EndsAt),
        Expr::col(occurrence::Column::StartsAt).add(ASSUMED_DURATION_MS),
    ]);
    Ok(occurrence::Entity::find()
        .select_only()
        .column(occurrence::Column::EventId)
        .distinct()
        .filter(occurrence::Column::Status.is_in([OccurrenceStatus::Scheduled.name(), OccurrenceStatus::Rescheduled.name()]))
        .filter(occurrence::Column::StartsAt.lte(now_ms))
        .filter(Expr::expr(over_at).lte(now_ms))
        .order_by_asc(occurrence::Column::EventId)
        .limit(limit)
        .into_tuple()
        .all(connection)
        .await?)
}
