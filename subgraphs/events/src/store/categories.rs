//! Reads the fixed list of categories, and which events are in them.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, IntoActiveModel, QueryFilter, QueryOrder};

use super::rows::{category, event_category};

/// All of them, in their order.
pub async fn all(connection: &impl ConnectionTrait) -> Result<Vec<category::Model>, StoreError> {
    Ok(category::Entity::find()
        .order_by_asc(category::Column::Position)
        .all(connection)
        .await?)
}

/// The categories of each event, in their order.
pub async fn of_events(
    connection: &impl ConnectionTrait,
    event_ids: Vec<String>,
) -> Result<HashMap<String, Vec<category::Model>>, StoreError> {
    let links = event_category::Entity::find()
        .filter(event_category::Column::EventId.is_in(event_ids))
        .all(connection)
        .await?;
    let mut found: HashMap<String, Vec<category::Model>> = HashMap::new();
    for category in all(connection).await? {
        for link in links.iter().filter(|link| link.category_id == category.id) {
            found.entry(link.event_id.clone()).or_default().push(category.clone());
        }
    }
    Ok(found)
}

/// Puts the event into these categories and no other.
pub async fn replace(connection: &impl ConnectionTrait, event_id: &str, category_ids: &[String]) -> Result<(), StoreError> {
    event_category::Entity::delete_many()
        .filter(event_category::Column::EventId.eq(event_id))
        .exec(connection)
        .await?;
    for category_id in category_ids {
        let row = event_category::Model {
            event_id: event_id.to_owned(),
            category_id: category_id.clone(),
        };
        event_category::Entity::insert(row.into_active_model())
            .exec_without_returning(connection)
            .await?;
    }
    Ok(())
}
