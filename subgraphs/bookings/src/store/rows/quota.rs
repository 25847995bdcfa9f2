//! A counted limit one or more products draw on.

use super::row;
use crate::domain::availability::QuotaCount;

row! {
    /// `version` grows with every change of the counts, `edition` with every edit of the quota, `layout` with every
    /// edit of any quota of the occurrence.
    Quota in "quota" {
        id: String,
        occurrence_id: String,
        event_id: String,
        organizer_id: String,
        name: String,
        /// `None`: unlimited.
        capacity: Option<i64>,
        held: i64,
        sold: i64,
        /// The product this quota was made for by itself.
        default_product_id: Option<String>,
        /// The capacity still follows that product's.
        follows_product: bool,
        edition: i64,
        layout: i64,
        version: i64,
    }
}

impl Quota {
    pub fn count(&self) -> QuotaCount {
        QuotaCount {
            capacity: self.capacity,
            held: self.held,
            sold: self.sold,
        }
    }
}
