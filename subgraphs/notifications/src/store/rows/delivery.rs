//! The table `delivery`. Times are epoch milliseconds. Holds no address and no text.

use sea_orm::entity::prelude::*;

use crate::domain::DeliveryStatus;

/// One mail to be sent, or sent.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "delivery")]
pub struct Model {
    /// `dlv_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    /// What it is about: the same thing is mailed once.
    pub dedupe_key: String,
    pub channel: String,
    /// ACCOUNT, or the name of a notification's kind.
    pub template: String,
    /// Set for ACCOUNT: users knows what to say.
    pub challenge_id: Option<String>,
    /// Set for the others: bookings knows whom to tell.
    pub booking_id: Option<String>,
    pub organizer_id: Option<String>,
    /// The amount of a refund.
    pub amount_minor: Option<i64>,
    pub currency: Option<String>,
    pub status: String,
    pub attempts: i64,
    pub last_error: Option<String>,
    pub created_at: i64,
    pub next_at: i64,
    pub sent_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn status(&self) -> DeliveryStatus {
        DeliveryStatus::parse(&self.status).expect("the table's check lists the statuses")
    }
}
