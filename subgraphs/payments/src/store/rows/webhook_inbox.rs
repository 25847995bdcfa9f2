//! The table `webhook_inbox`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

/// A verified webhook, stored before it was answered.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "webhook_inbox")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub provider: String,
    pub event_id: String,
    #[sea_orm(column_name = "type")]
    pub event_type: String,
    /// The object to fetch; the payload itself is not believed.
    pub object_id: String,
    pub payload: String,
    pub received_at: i64,
    /// RECEIVED, PROCESSED, IGNORED (a type we do not follow) or PARKED (its object never became known).
    pub status: String,
    pub attempts: i64,
    pub next_at: i64,
    pub last_error: Option<String>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
