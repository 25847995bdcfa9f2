//! Reads and writes ticket types.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::execute;
use super::rows::ticket_type;

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<ticket_type::Model>, StoreError> {
    Ok(ticket_type::Entity::find_by_id(id).one(connection).await?)
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, ticket_type::Model>, StoreError> {
    let rows = ticket_type::Entity::find()
        .filter(ticket_type::Column::Id.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// The ticket types of each event, in their order.
pub async fn of_events(
    connection: &impl ConnectionTrait,
    event_ids: Vec<String>,
) -> Result<HashMap<String, Vec<ticket_type::Model>>, StoreError> {
    let rows = ticket_type::Entity::find()
        .filter(ticket_type::Column::EventId.is_in(event_ids))
        .order_by_asc(ticket_type::Column::Position)
        .order_by_asc(ticket_type::Column::Id)
        .all(connection)
        .await?;
    let mut found: HashMap<String, Vec<ticket_type::Model>> = HashMap::new();
    for row in rows {
        found.entry(row.event_id.clone()).or_default().push(row);
    }
    Ok(found)
}

/// The ticket types of one event, in their order.
pub async fn of_event(connection: &impl ConnectionTrait, event_id: &str) -> Result<Vec<ticket_type::Model>, StoreError> {
    Ok(of_events(connection, vec![event_id.to_owned()])
        .await?
        .remove(event_id)
        .unwrap_or_default())
}

pub async fn insert(connection: &impl ConnectionTrait, row: &ticket_type::Model) -> Result<(), StoreError> {
    ticket_type::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Writes the facts of a ticket type, and a new version into `row`. `false`: it is no longer at `row.version`.
pub async fn record(connection: &impl ConnectionTrait, row: &mut ticket_type::Model) -> Result<bool, StoreError> {
    let sql = "UPDATE ticket_type SET name = $1, price_minor = $2, capacity = $3, min_per_booking = $4, max_per_booking = $5,
        opens_at = $6, closes_at = $7, visibility = $8, updated_at = $9, version = version + 1 WHERE id = $10 AND version = $11";
    let values = vec![
        row.name.clone().into(),
        row.price_minor.into(),
        row.capacity.into(),
        row.min_per_booking.into(),
        row.max_per_booking.into(),
        row.opens_at.into(),
        row.closes_at.into(),
        row.visibility.clone().into(),
        row.updated_at.into(),
        row.id.clone().into(),
        row.version.into(),
    ];
    let changed = execute(connection, sql, values).await? == 1;
    row.version += i64::from(changed);
    Ok(changed)
}
