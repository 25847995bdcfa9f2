//! Notifications: told once per `dedupe_key`, listed newest first.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, Condition, ConnectionTrait, EntityTrait, FromQueryResult, IntoActiveModel, PaginatorTrait, QueryFilter, QueryOrder,
    QuerySelect,
};

use super::NotificationRow;
use super::rows::notification::{Column, Entity};

/// Inserts a notification. `false`: it was told before, nothing changed.
pub async fn record(connection: &impl ConnectionTrait, row: NotificationRow) -> Result<bool, StoreError> {
    let inserted = Entity::insert(row.into_active_model())
        .on_conflict(OnConflict::column(Column::DedupeKey).do_nothing().to_owned())
        .exec_without_returning(connection)
        .await?;
    Ok(inserted == 1)
}

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<NotificationRow>, StoreError> {
    Ok(Entity::find_by_id(id.to_owned()).one(connection).await?)
}

/// A page of a user's notifications, newest first, strictly older than `before` (time and id).
pub async fn page(
    connection: &impl ConnectionTrait,
    user_id: &str,
    unread_only: bool,
    before: Option<&(i64, String)>,
    limit: u64,
) -> Result<Vec<NotificationRow>, StoreError> {
    let mut query = Entity::find().filter(Column::UserId.eq(user_id));
    if unread_only {
        query = query.filter(Column::ReadAt.is_null());
    }
    if let Some((created_at, id)) = before {
        query = query.filter(
            Condition::any().add(Column::CreatedAt.lt(*created_at)).add(
                Condition::all()
                    .add(Column::CreatedAt.eq(*created_at))
                    .add(Column::Id.lt(id.as_str())),
            ),
        );
    }
    Ok(query
        .order_by_desc(Column::CreatedAt)
        .order_by_desc(Column::Id)
        .limit(limit)
        .all(connection)
        .await?)
}

#[derive(FromQueryResult)]
struct UnreadRow {
    user_id: String,
    unread: i64,
}

/// How many are unread, by user; users without any are left out.
pub async fn unread_counts(connection: &impl ConnectionTrait, user_ids: Vec<String>) -> Result<HashMap<String, i64>, StoreError> {
    let rows = Entity::find()
        .select_only()
        .column(Column::UserId)
        .column_as(Column::Id.count(), "unread")
        .filter(Column::UserId.is_in(user_ids))
        .filter(Column::ReadAt.is_null())
        .group_by(Column::UserId)
        .into_model::<UnreadRow>()
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.user_id, row.unread)).collect())
}

/// How many of `ids` are the user's.
pub async fn count_own(connection: &impl ConnectionTrait, user_id: &str, ids: &[String]) -> Result<u64, StoreError> {
    Ok(Entity::find()
        .filter(Column::UserId.eq(user_id))
        .filter(Column::Id.is_in(ids.to_vec()))
        .count(connection)
        .await?)
}

/// Marks the user's unread notifications as read: those of `ids`, or all.
pub async fn mark_read(connection: &impl ConnectionTrait, user_id: &str, ids: Option<&[String]>, now_ms: i64) -> Result<u64, StoreError> {
    let mut update = Entity::update_many()
        .col_expr(Column::ReadAt, Expr::value(now_ms))
        .filter(Column::UserId.eq(user_id))
        .filter(Column::ReadAt.is_null());
    if let Some(ids) = ids {
        update = update.filter(Column::Id.is_in(ids.to_vec()));
    }
    Ok(update.exec(connection).await?.rows_affected)
}
