//! A buyer's claim on inventory.

use contracts::values::{Amount, Contact, RefundPolicy};
use kit::database::StoreError;

use super::row;
use crate::domain::booking::BookingStatus;

row! {
    Booking in "booking" {
        id: String,
        code: String,
        organizer_id: String,
        event_id: String,
        occurrence_id: String,
        status: String,
        /// Of the hold; `None` once there is nothing to run out.
        expires_at: Option<i64>,
        extended: bool,
        payment_deadline: Option<i64>,
        /// When a payment was begun last: what was heard of an earlier one counts no more.
        payment_begun_at: Option<i64>,
        deadline_announced_at: Option<i64>,
        buyer_user_id: Option<String>,
        contact_name: String,
        contact_email: String,
        contact_phone: Option<String>,
        contact_locale: String,
        currency: String,
        total_minor: i64,
        ticket_count: i64,
        price_fingerprint: String,
        /// JSON of `contracts::values::RefundPolicy`, frozen when the hold was placed.
        refund_policy: String,
        confirmed_payment_id: Option<String>,
        version: i64,
        created_at: i64,
        confirmed_at: Option<i64>,
        cancelled_at: Option<i64>,
    }
}

impl Booking {
    pub fn status(&self) -> BookingStatus {
        BookingStatus::parse(&self.status).expect("the CHECK on booking.status lists the states")
    }

    pub fn total(&self) -> Amount {
        Amount {
            amount_minor: self.total_minor,
            currency: self.currency.clone(),
        }
    }

    pub fn policy(&self) -> Result<RefundPolicy, StoreError> {
        serde_json::from_str(&self.refund_policy).map_err(|error| StoreError::Bug(error.to_string()))
    }

    pub fn contact(&self) -> Contact {
        Contact {
            name: self.contact_name.clone(),
            email: self.contact_email.clone(),
            phone: self.contact_phone.clone(),
            locale: self.contact_locale.clone(),
        }
    }

    /// Whether the hold's deadline has passed, swept or not.
    pub fn is_past_deadline(&self, now_ms: i64) -> bool {
        self.status() == BookingStatus::Held && self.expires_at.is_some_and(|expires_at| expires_at <= now_ms)
    }
}
