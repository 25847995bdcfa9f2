//! Accounts.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::sea_query::Expr;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter};

use super::rows::account;

pub async fn find_by_email(connection: &impl ConnectionTrait, email: &str) -> Result<Option<account::Model>, StoreError> {
    Ok(account::Entity::find()
        .filter(account::Column::Email.eq(email))
        .one(connection)
        .await?)
}

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<account::Model>, StoreError> {
    Ok(account::Entity::find_by_id(id).one(connection).await?)
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, account::Model>, StoreError> {
    let rows = account::Entity::find()
        .filter(account::Column::Id.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// `Conflict` when the address is taken.
pub async fn record(connection: &impl ConnectionTrait, row: account::Model) -> Result<(), StoreError> {
    row.into_active_model().insert(connection).await?;
    Ok(())
}

/// Marks the address as proven; the first time counts.
pub async fn record_verified(connection: &impl ConnectionTrait, id: &str, now_ms: i64) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::EmailVerifiedAt, Expr::value(now_ms))
        .filter(account::Column::Id.eq(id))
        .filter(account::Column::EmailVerifiedAt.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

pub async fn record_password(connection: &impl ConnectionTrait, id: &str, password_hash: String) -> Result<(), StoreError> {
    account::Entity::update_many()
        .col_expr(account::Column::PasswordHash, Expr::value(password_hash))
        .filter(account::Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// What a profile update changes; `None` leaves a column as it is.
#[derive(Clone, Debug, Default)]
pub struct ProfileChange {
    pub display_name: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
}

pub async fn record_profile(connection: &impl ConnectionTrait, id: &str, change: ProfileChange) -> Result<(), StoreError> {
    let mut update = account::Entity::update_many().filter(account::Column::Id.eq(id));
    let mut changed = false;
    for (column, value) in [
        (account::Column::DisplayName, change.display_name),
        (account::Column::Locale, change.locale),
        (account::Column::TimeZone, change.time_zone),
    ] {
        if let Some(value) = value {
            update = update.col_expr(column, Expr::value(value));
            changed = true;
        }
    }
    if changed {
        update.exec(connection).await?;
    }
    Ok(())
}
