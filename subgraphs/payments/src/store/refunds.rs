//! Refunds: one per cause (`dedupe_key`), compare-and-set by version.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::RefundRow;
use super::rows::refund::{Column, Entity};
use crate::domain::RefundStatus;

pub async fn get(connection: &impl ConnectionTrait, id: &str) -> Result<RefundRow, StoreError> {
    Entity::find_by_id(id.to_owned()).one(connection).await?.ok_or(StoreError::NotFound)
}

pub async fn find_by_provider_ref(connection: &impl ConnectionTrait, reference: &str) -> Result<Option<RefundRow>, StoreError> {
    Ok(Entity::find().filter(Column::ProviderRef.eq(reference)).one(connection).await?)
}

pub async fn by_ids(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, RefundRow>, StoreError> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// The refunds of each payment, oldest first.
pub async fn by_payments(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, Vec<RefundRow>>, StoreError> {
    let rows = Entity::find()
        .filter(Column::PaymentId.is_in(ids))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let mut grouped: HashMap<String, Vec<RefundRow>> = HashMap::new();
    for row in rows {
        grouped.entry(row.payment_id.clone()).or_default().push(row);
    }
    Ok(grouped)
}

/// Inserts a refund. `false`: its cause has one already, nothing changed.
pub async fn record(connection: &impl ConnectionTrait, row: RefundRow) -> Result<bool, StoreError> {
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::DedupeKey).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Notes what the provider called the refund.
pub async fn record_provider_ref(connection: &impl ConnectionTrait, id: &str, reference: &str) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::ProviderRef, Expr::value(reference))
        .filter(Column::Id.eq(id))
        .filter(Column::ProviderRef.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// Compare-and-set by version. `false`: somebody was faster; read again.
pub async fn record_step(
    connection: &impl ConnectionTrait,
    decided_on: &RefundRow,
    status: RefundStatus,
    settled_at: Option<i64>,
    failure_code: Option<String>,
    next_look_at: i64,
) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::Status, Expr::value(status.name()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::SettledAt, Expr::value(settled_at))
        .col_expr(Column::FailureCode, Expr::value(failure_code))
        .col_expr(Column::NextLookAt, Expr::value(next_look_at))
        .col_expr(Column::Looks, Expr::value(0_i64))
        .filter(Column::Id.eq(decided_on.id.as_str()))
        .filter(Column::Version.eq(decided_on.version))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Refunds that are not settled and whose next look is due.
pub async fn due(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<RefundRow>, StoreError> {
    let open = [RefundStatus::Requested, RefundStatus::Submitting, RefundStatus::Pending].map(RefundStatus::name);
    Ok(Entity::find()
        .filter(Column::Status.is_in(open))
        .filter(Column::NextLookAt.lte(now_ms))
        .order_by_asc(Column::NextLookAt)
        .limit(limit)
        .all(connection)
        .await?)
}

/// Plans the next look at an open refund.
pub async fn plan_look(connection: &impl ConnectionTrait, id: &str, next_look_at: i64) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::NextLookAt, Expr::value(next_look_at))
        .col_expr(Column::Looks, Expr::col(Column::Looks).add(1))
        .filter(Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// Takes back a refund recorded in the same transaction, whose money turned out to be promised already.
pub async fn remove_requested(connection: &impl ConnectionTrait, id: &str) -> Result<(), StoreError> {
    Entity::delete_many()
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(RefundStatus::Requested.name()))
        .exec(connection)
        .await?;
    Ok(())
}
