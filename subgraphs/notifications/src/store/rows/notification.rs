//! The table `notification`. Times are epoch milliseconds.

use sea_orm::entity::prelude::*;

use crate::domain::NotificationKind;

/// Something told to a user in the application.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "notification")]
pub struct Model {
    /// `ntf_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub user_id: String,
    pub kind: String,
    /// What it is about: the same thing is told once.
    pub dedupe_key: String,
    pub title: String,
    pub body: String,
    /// A path of the web client.
    pub deep_link: String,
    pub booking_id: Option<String>,
    pub event_id: Option<String>,
    pub created_at: i64,
    pub read_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn kind(&self) -> NotificationKind {
        NotificationKind::parse(&self.kind).expect("the table's check lists the kinds")
    }
}
