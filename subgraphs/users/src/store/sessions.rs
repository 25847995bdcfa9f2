//! Login sessions.

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::rows::login_session;

/// More sessions than this are not listed.
pub const MAX_LISTED: u64 = 50;

pub async fn record(connection: &impl ConnectionTrait, row: login_session::Model) -> Result<(), StoreError> {
    row.into_active_model().insert(connection).await?;
    Ok(())
}

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<login_session::Model>, StoreError> {
    Ok(login_session::Entity::find_by_id(id).one(connection).await?)
}

/// The sessions that are not over, last seen first.
pub async fn list_live(
    connection: &impl ConnectionTrait,
    account_id: &str,
    seen_after_ms: i64,
) -> Result<Vec<login_session::Model>, StoreError> {
    Ok(login_session::Entity::find()
        .filter(login_session::Column::AccountId.eq(account_id))
        .filter(login_session::Column::RevokedAt.is_null())
        .filter(login_session::Column::LastSeenAt.gt(seen_after_ms))
        .order_by_desc(login_session::Column::LastSeenAt)
        .order_by_desc(login_session::Column::Id)
        .limit(MAX_LISTED)
        .all(connection)
        .await?)
}

/// Moves the session on to its next refresh token. `false`: another request did so first.
pub async fn claim_rotation(connection: &impl ConnectionTrait, id: &str, generation: i64, now_ms: i64) -> Result<bool, StoreError> {
    let updated = login_session::Entity::update_many()
        .col_expr(
            login_session::Column::Generation,
            Expr::col(login_session::Column::Generation).add(1),
        )
        .col_expr(login_session::Column::RotatedAt, Expr::value(now_ms))
        .col_expr(login_session::Column::LastSeenAt, Expr::value(now_ms))
        .filter(login_session::Column::Id.eq(id))
        .filter(login_session::Column::Generation.eq(generation))
        .filter(login_session::Column::RevokedAt.is_null())
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Ends one session of an account, or all of them.
pub async fn revoke(connection: &impl ConnectionTrait, account_id: &str, only: Option<&str>, now_ms: i64) -> Result<(), StoreError> {
    let mut update = login_session::Entity::update_many()
        .col_expr(login_session::Column::RevokedAt, Expr::value(now_ms))
        .filter(login_session::Column::AccountId.eq(account_id))
        .filter(login_session::Column::RevokedAt.is_null());
    if let Some(id) = only {
        update = update.filter(login_session::Column::Id.eq(id));
    }
    update.exec(connection).await?;
    Ok(())
}
