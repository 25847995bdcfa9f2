//! Organisers and their memberships.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ActiveModelTrait, ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::rows::{membership, organizer};

/// `Conflict` when the slug is taken.
pub async fn record(connection: &impl ConnectionTrait, row: organizer::Model) -> Result<(), StoreError> {
    row.into_active_model().insert(connection).await?;
    Ok(())
}

pub async fn record_membership(connection: &impl ConnectionTrait, row: membership::Model) -> Result<(), StoreError> {
    row.into_active_model().insert(connection).await?;
    Ok(())
}

pub async fn find_many(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, organizer::Model>, StoreError> {
    let rows = organizer::Entity::find()
        .filter(organizer::Column::Id.is_in(ids))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

pub async fn find_many_by_slug(
    connection: &impl ConnectionTrait,
    slugs: Vec<String>,
) -> Result<HashMap<String, organizer::Model>, StoreError> {
    let rows = organizer::Entity::find()
        .filter(organizer::Column::Slug.is_in(slugs))
        .all(connection)
        .await?;
    Ok(rows.into_iter().map(|row| (row.slug.clone(), row)).collect())
}

pub async fn find_membership(
    connection: &impl ConnectionTrait,
    organizer_id: &str,
    account_id: &str,
) -> Result<Option<membership::Model>, StoreError> {
    Ok(membership::Entity::find()
        .filter(membership::Column::OrganizerId.eq(organizer_id))
        .filter(membership::Column::AccountId.eq(account_id))
        .one(connection)
        .await?)
}

/// Memberships by account, oldest first.
pub async fn memberships_of_accounts(
    connection: &impl ConnectionTrait,
    account_ids: Vec<String>,
) -> Result<HashMap<String, Vec<membership::Model>>, StoreError> {
    let rows = membership::Entity::find()
        .filter(membership::Column::AccountId.is_in(account_ids))
        .order_by_asc(membership::Column::Since)
        .order_by_asc(membership::Column::Id)
        .all(connection)
        .await?;
    Ok(grouped(rows, |row| row.account_id.clone()))
}

/// Memberships by organiser, oldest first.
pub async fn memberships_of_organizers(
    connection: &impl ConnectionTrait,
    organizer_ids: Vec<String>,
) -> Result<HashMap<String, Vec<membership::Model>>, StoreError> {
    let rows = membership::Entity::find()
        .filter(membership::Column::OrganizerId.is_in(organizer_ids))
        .order_by_asc(membership::Column::Since)
        .order_by_asc(membership::Column::Id)
        .all(connection)
        .await?;
    Ok(grouped(rows, |row| row.organizer_id.clone()))
}

fn grouped(rows: Vec<membership::Model>, key: impl Fn(&membership::Model) -> String) -> HashMap<String, Vec<membership::Model>> {
    let mut groups: HashMap<String, Vec<membership::Model>> = HashMap::new();
    for row in rows {
        groups.entry(key(&row)).or_default().push(row);
    }
    groups
}
