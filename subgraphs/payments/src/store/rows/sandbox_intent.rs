//! The table `sandbox_intent`. Times are epoch milliseconds, amounts minor units.

use sea_orm::entity::prelude::*;

/// The sandbox's own books: an intent, in the provider's words.
#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "sandbox_intent")]
pub struct Model {
    /// `spi_…`
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub idem_key: String,
    pub params_json: String,
    pub client_secret: String,
    pub amount_minor: i64,
    pub currency: String,
    pub return_url: String,
    pub status: String,
    pub latest_try: Option<String>,
    pub card_brand: Option<String>,
    pub card_last4: Option<String>,
    /// 1 when the card makes refunds fail.
    pub refunds_fail: i64,
    pub error_code: Option<String>,
    pub error_message: Option<String>,
    pub version: i64,
    pub created_at: i64,
    /// When a slow capture finishes.
    pub settles_at: Option<i64>,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
