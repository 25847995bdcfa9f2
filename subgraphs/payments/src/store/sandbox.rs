//! The sandbox provider's own books. Only `provider::sandbox` uses them: the rest of payments sees the provider
//! through its trait, as it will see Stripe.

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::rows::{sandbox_intent as intent, sandbox_refund as refund, sandbox_webhook as webhook};

pub use super::rows::sandbox_intent::Model as IntentRow;
pub use super::rows::sandbox_refund::Model as RefundRow;
pub use super::rows::sandbox_webhook::Model as WebhookRow;

pub async fn find_intent(connection: &impl ConnectionTrait, id: &str) -> Result<Option<IntentRow>, StoreError> {
    Ok(intent::Entity::find_by_id(id.to_owned()).one(connection).await?)
}

pub async fn find_intent_by_key(connection: &impl ConnectionTrait, key: &str) -> Result<Option<IntentRow>, StoreError> {
    Ok(intent::Entity::find()
        .filter(intent::Column::IdemKey.eq(key))
        .one(connection)
        .await?)
}

/// `false`: the key was used before, nothing changed.
pub async fn record_intent(connection: &impl ConnectionTrait, row: IntentRow) -> Result<bool, StoreError> {
    let inserted = intent::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(intent::Column::IdemKey).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Compare-and-set by version: what a change of an intent leaves behind.
pub async fn change_intent(connection: &impl ConnectionTrait, decided_on: &IntentRow, after: &IntentRow) -> Result<bool, StoreError> {
    let result = intent::Entity::update_many()
        .col_expr(intent::Column::Status, Expr::value(after.status.clone()))
        .col_expr(intent::Column::LatestTry, Expr::value(after.latest_try.clone()))
        .col_expr(intent::Column::CardBrand, Expr::value(after.card_brand.clone()))
        .col_expr(intent::Column::CardLast4, Expr::value(after.card_last4.clone()))
        .col_expr(intent::Column::RefundsFail, Expr::value(after.refunds_fail))
        .col_expr(intent::Column::ErrorCode, Expr::value(after.error_code.clone()))
        .col_expr(intent::Column::ErrorMessage, Expr::value(after.error_message.clone()))
        .col_expr(intent::Column::SettlesAt, Expr::value(after.settles_at))
        .col_expr(intent::Column::Version, Expr::col(intent::Column::Version).add(1))
        .filter(intent::Column::Id.eq(decided_on.id.as_str()))
        .filter(intent::Column::Version.eq(decided_on.version))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Intents whose slow capture is due.
pub async fn settling_intents(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<IntentRow>, StoreError> {
    Ok(intent::Entity::find()
        .filter(intent::Column::SettlesAt.lte(now_ms))
        .limit(limit)
        .all(connection)
        .await?)
}

pub async fn find_refund(connection: &impl ConnectionTrait, id: &str) -> Result<Option<RefundRow>, StoreError> {
    Ok(refund::Entity::find_by_id(id.to_owned()).one(connection).await?)
}

pub async fn find_refund_by_key(connection: &impl ConnectionTrait, key: &str) -> Result<Option<RefundRow>, StoreError> {
    Ok(refund::Entity::find()
        .filter(refund::Column::IdemKey.eq(key))
        .one(connection)
        .await?)
}

/// The refunds of an intent that have not failed.
pub async fn standing_refunds(connection: &impl ConnectionTrait, intent_id: &str) -> Result<Vec<RefundRow>, StoreError> {
    Ok(refund::Entity::find()
        .filter(refund::Column::IntentId.eq(intent_id))
        .filter(refund::Column::Status.ne("failed"))
        .all(connection)
        .await?)
}

/// `false`: the key was used before, nothing changed.
pub async fn record_refund(connection: &impl ConnectionTrait, row: RefundRow) -> Result<bool, StoreError> {
    let inserted = refund::Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(refund::Column::IdemKey).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

/// Settles a pending refund. `false`: it is settled already.
pub async fn settle_refund(
    connection: &impl ConnectionTrait,
    id: &str,
    status: &str,
    failure_code: Option<&str>,
) -> Result<bool, StoreError> {
    let result = refund::Entity::update_many()
        .col_expr(refund::Column::Status, Expr::value(status))
        .col_expr(refund::Column::FailureCode, Expr::value(failure_code.map(str::to_owned)))
        .col_expr(refund::Column::SettlesAt, Expr::value(None::<i64>))
        .filter(refund::Column::Id.eq(id))
        .filter(refund::Column::Status.eq("pending"))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Refunds whose settlement is due.
pub async fn settling_refunds(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<RefundRow>, StoreError> {
    Ok(refund::Entity::find()
        .filter(refund::Column::SettlesAt.lte(now_ms))
        .limit(limit)
        .all(connection)
        .await?)
}

pub async fn record_webhook(connection: &impl ConnectionTrait, row: WebhookRow) -> Result<(), StoreError> {
    webhook::Entity::insert(row.into_active_model())
        .exec_without_returning(connection)
        .await?;
    Ok(())
}

pub async fn due_webhooks(connection: &impl ConnectionTrait, now_ms: i64, limit: u64) -> Result<Vec<WebhookRow>, StoreError> {
    Ok(webhook::Entity::find()
        .filter(webhook::Column::DeliveredAt.is_null())
        .filter(webhook::Column::NextAt.lte(now_ms))
        .order_by_asc(webhook::Column::CreatedAt)
        .order_by_asc(webhook::Column::Id)
        .limit(limit)
        .all(connection)
        .await?)
}

/// Notes one delivery: accepted now, or to be tried again.
pub async fn record_delivery(
    connection: &impl ConnectionTrait,
    id: &str,
    delivered_at: Option<i64>,
    next_at: i64,
) -> Result<(), StoreError> {
    webhook::Entity::update_many()
        .col_expr(webhook::Column::Attempts, Expr::col(webhook::Column::Attempts).add(1))
        .col_expr(webhook::Column::DeliveredAt, Expr::value(delivered_at))
        .col_expr(webhook::Column::NextAt, Expr::value(next_at))
        .filter(webhook::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}
