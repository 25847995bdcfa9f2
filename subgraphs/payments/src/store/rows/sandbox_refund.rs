//! The table `sandbox_refund`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

/// The sandbox's own books: a refund.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_refund")]
pub struct Model {
    /// `sre_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub intent_id: String,
    pub idem_key: String,
    pub params_json: String,
    pub amount_minor: i64,
    pub status: String,
    pub failure_code: Option<String>,
    pub created_at: i64,
    pub settles_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
