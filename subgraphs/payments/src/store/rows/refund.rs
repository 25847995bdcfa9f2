//! The table `refund`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

use crate::domain::{RefundOrigin, RefundStatus};

/// Money on its way back.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "refund")]
pub struct Model {
    /// `rfd_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub payment_id: String,
    pub booking_id: String,
    /// What it is for: the same cause never refunds twice.
    pub dedupe_key: String,
    /// The key under which the provider is asked.
    pub idem_key: String,
    pub provider_ref: Option<String>,
    pub amount_minor: i64,
    pub currency: String,
    pub status: String,
    pub origin: String,
    pub reason: Option<String>,
    pub failure_code: Option<String>,
    pub version: i64,
    pub created_at: i64,
    pub settled_at: Option<i64>,
    pub next_look_at: i64,
    pub looks: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn status(&self) -> RefundStatus {
        RefundStatus::parse(&self.status).expect("the table's check lists the statuses")
    }

    pub fn origin(&self) -> RefundOrigin {
        RefundOrigin::parse(&self.origin).expect("the table's check lists the origins")
    }
}
