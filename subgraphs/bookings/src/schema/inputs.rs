//! What clients send.

use async_graphql::{ID, InputObject};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// What to hold, and for whom.
#[derive(InputObject)]
pub struct HoldPlaceInput {
    /// The date.
    pub occurrence_id: ID,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
    /// What is wanted, at most 20 tickets.
    pub lines: Vec<HoldLineInput>,
    /// Where the tickets go; required of guests, else the account's.
    pub contact: Option<ContactInput>,
}

/// How many of one product.
#[derive(InputObject)]
pub struct HoldLineInput {
    /// A product of the date's event.
    pub product_id: ID,
    /// At least 1.
    pub quantity: i32,
}

/// How a buyer is reached.
#[derive(InputObject)]
pub struct ContactInput {
    /// The name of the buyer, at most 120 characters.
    pub name: String,
    /// Where the tickets are sent.
    pub email: String,
    /// For questions of the organiser.
    pub phone: Option<String>,
    /// The language of mails, such as en or de-AT; the request's language when it is left out.
    pub locale: Option<String>,
}

/// Which hold to extend.
#[derive(InputObject)]
pub struct HoldExtendInput {
    /// A booking in state HELD.
    pub booking_id: ID,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
}

/// Which hold to give back.
#[derive(InputObject)]
pub struct HoldReleaseInput {
    /// A booking in state HELD.
    pub booking_id: ID,
}

/// Which free booking to confirm.
#[derive(InputObject)]
pub struct BookingConfirmFreeInput {
    /// A booking in state HELD whose total is zero.
    pub booking_id: ID,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
}

/// Which booking to cancel, and why.
#[derive(InputObject)]
pub struct BookingCancelInput {
    /// A booking in state HELD or CONFIRMED.
    pub booking_id: ID,
    /// A repeat with the same key returns the first answer.
    pub idempotency_key: Uuid,
    /// Told to the other side; at most 500 characters.
    pub reason: Option<String>,
}

/// A quota as it should be.
#[derive(InputObject)]
pub struct QuotaSetInput {
    /// The quota to change; null: make a new one.
    pub id: Option<ID>,
    /// The date it counts for.
    pub occurrence_id: ID,
    /// For the organiser, at most 100 characters.
    pub name: String,
    /// Places there are; null: unlimited.
    pub capacity: Option<i32>,
    /// What draws on it. The quota these products had by themselves stops counting for them.
    pub product_ids: Vec<ID>,
    /// Required when updating: the version that was read.
    pub version: Option<i32>,
}

/// Exactly one of code and qrPayload.
#[derive(InputObject)]
pub struct CheckInInput {
    /// The list to check in on; null: the default list of the ticket's occurrence.
    pub list_id: Option<ID>,
    /// Ticket.code, read out or typed.
    pub code: Option<String>,
    /// Ticket.qrPayload, scanned.
    pub qr_payload: Option<String>,
    /// Unique per physical scan; a retry returns the same record.
    pub nonce: Uuid,
    /// The scanner's clock.
    pub scanned_at: DateTime<Utc>,
}
