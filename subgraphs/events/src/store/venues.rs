//! Reads and writes venues.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::execute;
use super::rows::venue;

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<venue::Model>, StoreError> {
    Ok(venue::Entity::find_by_id(id).one(connection).await?)
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, venue::Model>, StoreError> {
    let rows = venue::Entity::find().filter(venue::Column::Id.is_in(ids)).all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

pub async fn insert(connection: &impl ConnectionTrait, row: &venue::Model) -> Result<(), StoreError> {
    venue::Entity::insert(row.clone().into_active_model())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

/// Writes the facts of a venue. `false`: it is no longer at `version`.
pub async fn record(connection: &impl ConnectionTrait, row: &venue::Model, version: i64) -> Result<bool, StoreError> {
    let sql = "UPDATE venue SET name = $1, address_lines = $2, city = $3, country_code = $4, time_zone = $5, capacity = $6,
        city_search = $7, place_search = $8, updated_at = $9, version = version + 1 WHERE id = $10 AND version = $11";
    let values = vec![
        row.name.clone().into(),
        row.address_lines.clone().into(),
        row.city.clone().into(),
        row.country_code.clone().into(),
        row.time_zone.clone().into(),
        row.capacity.into(),
        row.city_search.clone().into(),
        row.place_search.clone().into(),
        row.updated_at.into(),
        row.id.clone().into(),
        version.into(),
    ];
    Ok(execute(connection, sql, values).await? == 1)
}
