//! The table `sandbox_webhook`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

/// The sandbox's own books: a webhook that is delivered until it is accepted.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_webhook")]
pub struct Model {
    /// `sev_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub payload: String,
    pub created_at: i64,
    pub attempts: i64,
    pub next_at: i64,
    pub delivered_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
