//! Deliveries: queued once per `dedupe_key`, tried until sent or given up.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::DeliveryRow;
use super::rows::delivery::{Column, Entity};
use crate::domain::DeliveryStatus;

/// Queues a delivery. `false`: it was queued before, nothing changed.
pub async fn record(connection: &impl ConnectionTrait, row: DeliveryRow) -> Result<bool, StoreError> {
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::DedupeKey).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

pub async fn due(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<DeliveryRow>, StoreError> {
    Ok(Entity::find()
        .filter(Column::Status.eq(DeliveryStatus::Queued.name()))
        .filter(Column::NextAt.lte(now_ms))
        .order_by_asc(Column::NextAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(connection)
        .await?)
}

/// Takes a queued delivery for one try and plans the next. `false`: somebody else took it.
pub async fn claim_try(connection: &impl ConnectionTrait, row: &DeliveryRow, next_at: i64) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::NextAt, Expr::value(next_at))
        .filter(Column::Id.eq(row.id.as_str()))
        .filter(Column::Status.eq(DeliveryStatus::Queued.name()))
        .filter(Column::Attempts.eq(row.attempts))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Notes what came of a try.
pub async fn record_outcome(
    connection: &impl ConnectionTrait,
    id: &str,
    status: DeliveryStatus,
    error: Option<String>,
    sent_at: Option<i64>,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status.name()))
        .col_expr(Column::LastError, Expr::value(error))
        .col_expr(Column::SentAt, Expr::value(sent_at))
        .filter(Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// The deliveries of each booking, oldest first.
pub async fn by_bookings(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, Vec<DeliveryRow>>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BookingId.is_in(ids))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let mut grouped: HashMap<String, Vec<DeliveryRow>> = HashMap::new();
    for row in rows {
        if let Some(booking_id) = row.booking_id.clone() {
            grouped.entry(booking_id).or_default().push(row);
        }
    }
    Ok(grouped)
}
