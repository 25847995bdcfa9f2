//! The table `event`.

use contracts::values::RefundPolicy;
use sea_orm::entity::prelude::*;

use crate::domain::event::{EventFormat, EventStatus, EventVisibility, is_open_to_all};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "event")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub organizer_id: String,
    pub slug: String,
    pub title: String,
    pub summary: Option<String>,
    pub description: Option<String>,
    pub status: String,
    pub visibility: String,
    pub format: String,
    pub currency: String,
    /// JSON of `contracts::values::RefundPolicy`.
    pub refund_policy: String,
    pub title_search: String,
    pub summary_search: String,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
    pub published_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn status(&self) -> EventStatus {
        EventStatus::from_name(&self.status).expect("the table's CHECK allows no other")
    }

    pub fn visibility(&self) -> EventVisibility {
        EventVisibility::from_name(&self.visibility).expect("the table's CHECK allows no other")
    }

    pub fn format(&self) -> EventFormat {
        EventFormat::from_name(&self.format).expect("the table's CHECK allows no other")
    }

    pub fn refund_policy(&self) -> RefundPolicy {
        serde_json::from_str(&self.refund_policy).expect("only the store writes it, from the same type")
    }

    /// Whether anyone may open it by its link.
    pub fn is_open_to_all(&self) -> bool {
        is_open_to_all(self.status(), self.visibility())
    }
}
