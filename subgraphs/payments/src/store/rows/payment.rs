//! The table `payment`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

use crate::domain::PaymentStatus;

/// One attempt to pay a booking.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "payment")]
pub struct Model {
    /// `pay_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub booking_id: String,
    pub organizer_id: String,
    /// `None` for a guest.
    pub buyer_user_id: Option<String>,
    /// The provider's stable name, such as SANDBOX.
    pub provider: String,
    /// The provider's id of the intent, once it has answered.
    pub provider_ref: Option<String>,
    /// Lets the buyer's card form reach the intent. Shown to the buyer or guest only.
    pub client_secret: Option<String>,
    /// Where the buyer has to go, while an action is due.
    pub redirect_url: Option<String>,
    /// The key under which the intent is created: `pi:<id>`.
    pub idem_key: String,
    /// The frozen parameters of that call.
    pub params_json: String,
    pub status: String,
    /// What was asked for.
    pub amount_minor: i64,
    pub currency: String,
    /// What the provider says it captured; 0 before.
    pub captured_minor: i64,
    pub captured_currency: Option<String>,
    /// Given back.
    pub refunded: i64,
    /// Promised to refunds that are not settled.
    pub refund_reserved: i64,
    pub method_kind: Option<String>,
    pub method_brand: Option<String>,
    pub method_last4: Option<String>,
    /// The provider's id of the latest try we have recorded.
    pub last_try: Option<String>,
    pub failure_code: Option<String>,
    pub failure_message: Option<String>,
    /// Grows with every change of status.
    pub version: i64,
    pub created_at: i64,
    pub succeeded_at: Option<i64>,
    /// Since when the provider is being asked to give it up.
    pub cancel_requested_at: Option<i64>,
    /// When to ask the provider again without being told to.
    pub next_look_at: i64,
    pub looks: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn status(&self) -> PaymentStatus {
        PaymentStatus::parse(&self.status).expect("the table's check lists the statuses")
    }

    /// The currency of the captured money; that of the request before.
    pub fn money_currency(&self) -> &str {
        self.captured_currency.as_deref().unwrap_or(&self.currency)
    }

    /// Captured and neither given back nor promised.
    pub fn unreturned_minor(&self) -> i64 {
        self.captured_minor - self.refunded - self.refund_reserved
    }
}
