//! Received webhooks: stored once per event id, then worked off.

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::rows::webhook_inbox::{Column, Entity, Model};

/// What became of a received webhook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebhookStatus {
    Received,
    Processed,
    Ignored,
    Parked,
}

impl WebhookStatus {
    pub fn name(self) -> &'static str {
        match self {
            Self::Received => "RECEIVED",
            Self::Processed => "PROCESSED",
            Self::Ignored => "IGNORED",
            Self::Parked => "PARKED",
        }
    }
}

/// Stores an event. `false`: it was stored before.
pub async fn record(connection: &impl ConnectionTrait, row: Model) -> Result<bool, StoreError> {
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::columns([Column::Provider, Column::EventId]).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

pub async fn due(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<Model>, StoreError> {
    Ok(Entity::find()
        .filter(Column::Status.eq(WebhookStatus::Received.name()))
        .filter(Column::NextAt.lte(now_ms))
        .order_by_asc(Column::ReceivedAt)
        .order_by_asc(Column::Id)
        .limit(limit)
        .all(connection)
        .await?)
}

/// Notes the outcome of one try; `next_at` counts while it stays RECEIVED.
pub async fn record_try(
    connection: &impl ConnectionTrait,
    id: &str,
    status: WebhookStatus,
    next_at: i64,
    error: Option<String>,
) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::Status, Expr::value(status.name()))
        .col_expr(Column::Attempts, Expr::col(Column::Attempts).add(1))
        .col_expr(Column::NextAt, Expr::value(next_at))
        .col_expr(Column::LastError, Expr::value(error))
        .filter(Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
