//! Challenges.

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, ExprTrait};
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::rows::challenge;

pub async fn record(connection: &impl ConnectionTrait, row: challenge::Model) -> Result<(), StoreError> {
    row.into_active_model().insert(connection).await?;
    Ok(())
}

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<challenge::Model>, StoreError> {
    Ok(challenge::Entity::find_by_id(id).one(connection).await?)
}

/// The newest challenge of a kind for an account: a new one ends the old ones.
pub async fn find_newest(connection: &impl ConnectionTrait, account_id: &str, kind: &str) -> Result<Option<challenge::Model>, StoreError> {
    Ok(challenge::Entity::find()
        .filter(challenge::Column::AccountId.eq(account_id))
        .filter(challenge::Column::Kind.eq(kind))
        .order_by_desc(challenge::Column::CreatedAt)
        .order_by_desc(challenge::Column::Id)
        .one(connection)
        .await?)
}

/// Claims one of the `max_tries` of an open challenge before the answer is looked at. `false`: none is left.
pub async fn claim_try(connection: &impl ConnectionTrait, id: &str, max_tries: i64) -> Result<bool, StoreError> {
    let updated = challenge::Entity::update_many()
        .col_expr(challenge::Column::Tries, Expr::col(challenge::Column::Tries).add(1))
        .filter(challenge::Column::Id.eq(id))
        .filter(challenge::Column::UsedAt.is_null())
        .filter(challenge::Column::Tries.lt(max_tries))
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}

/// Uses a challenge up. `false`: someone else has.
pub async fn claim(connection: &impl ConnectionTrait, id: &str, now_ms: i64) -> Result<bool, StoreError> {
    let updated = challenge::Entity::update_many()
        .col_expr(challenge::Column::UsedAt, Expr::value(now_ms))
        .filter(challenge::Column::Id.eq(id))
        .filter(challenge::Column::UsedAt.is_null())
        .exec(connection)
        .await?;
    Ok(updated.rows_affected == 1)
}
