//! The messages on the bus: past-tense facts, one struct each, `bookings.booking_confirmed` on the wire.
//!
//! Each carries ids and changed values only. Fields are only ever added, with a serde default; a change of
//! meaning is a new message. State-copying messages carry the aggregate's version, and a consumer ignores
//! what is not newer than it has.

pub use kit::bus::Message;
use serde::{Deserialize, Serialize};

use crate::access::TeamRole;
use crate::values::{Amount, RefundPolicy};

macro_rules! message {
    ($type:ident, $wire:literal, $kind:literal, $id:ident) => {
        impl Message for $type {
            const TYPE: &'static str = $wire;
            fn aggregate(&self) -> (&'static str, &str) {
                ($kind, &self.$id)
            }
        }
    };
}

// users

/// A member joined, changed role or left (`role: None`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MembershipChanged {
    pub membership_id: String,
    pub user_id: String,
    pub organizer_id: String,
    pub role: Option<TeamRole>,
    pub version: i64,
}
message!(MembershipChanged, "users.membership_changed", "membership", membership_id);

/// Something has to be mailed to the owner of an address: ask `users.verification` what.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VerificationRequested {
    pub challenge_id: String,
}
message!(VerificationRequested, "users.verification_requested", "challenge", challenge_id);

// events

/// What others need to know of an occurrence; times in epoch milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OccurrenceFacts {
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    /// The event's title: what `Occurrence.name` shows.
    pub name: String,
    pub starts_at_ms: i64,
    pub ends_at_ms: Option<i64>,
    pub time_zone: String,
    pub refund_policy: RefundPolicy,
    /// True while the event is published and the occurrence neither cancelled nor ended.
    pub on_sale: bool,
    pub cancelled: bool,
    /// Grows with every change of the occurrence or of what it copies from its event.
    pub version: i64,
}

/// An occurrence was scheduled, or anything in its facts changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OccurrenceScheduled {
    #[serde(flatten)]
    pub facts: OccurrenceFacts,
}
impl Message for OccurrenceScheduled {
    const TYPE: &'static str = "events.occurrence_scheduled";
    fn aggregate(&self) -> (&'static str, &str) {
        ("occurrence", &self.facts.occurrence_id)
    }
}

/// An occurrence will not take place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OccurrenceCancelled {
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub reason: String,
    pub refund_everyone: bool,
    pub version: i64,
}
message!(OccurrenceCancelled, "events.occurrence_cancelled", "occurrence", occurrence_id);

/// What others need to know of a product; times in epoch milliseconds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFacts {
    pub product_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub name: String,
    /// Zero for a free product.
    pub price: Amount,
    /// The default quota's capacity for each occurrence; `None`: unlimited.
    pub capacity: Option<i64>,
    pub min_per_booking: i64,
    pub max_per_booking: i64,
    pub opens_at_ms: Option<i64>,
    pub closes_at_ms: Option<i64>,
    pub visible: bool,
    pub version: i64,
}

/// A product was created or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProductChanged {
    #[serde(flatten)]
    pub facts: ProductFacts,
}
impl Message for ProductChanged {
    const TYPE: &'static str = "events.product_changed";
    fn aggregate(&self) -> (&'static str, &str) {
        ("product", &self.facts.product_id)
    }
}

// bookings

/// A hold was placed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingHeld {
    pub booking_id: String,
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
}
message!(BookingHeld, "bookings.booking_held", "booking", booking_id);

/// A booking is confirmed and its tickets are issued.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingConfirmed {
    pub booking_id: String,
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
    /// Absent for a free booking.
    pub payment_id: Option<String>,
    pub total: Amount,
    pub ticket_count: i64,
    /// True when the payment came after the hold had expired and the places were still free.
    pub late: bool,
}
message!(BookingConfirmed, "bookings.booking_confirmed", "booking", booking_id);

/// A hold ran out; its places are free again.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingExpired {
    pub booking_id: String,
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
}
message!(BookingExpired, "bookings.booking_expired", "booking", booking_id);

/// Who or what cancelled a booking.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CancelCause {
    Buyer,
    Organizer,
    EventCancelled,
}

/// A booking was cancelled. Payments gives back `refund_percent` of what was captured for it; nothing at zero.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingCancelled {
    pub booking_id: String,
    pub occurrence_id: String,
    pub event_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
    pub cause: CancelCause,
    pub refund_percent: i32,
    pub reason: Option<String>,
    /// True when the booking had been confirmed.
    pub was_confirmed: bool,
}
message!(BookingCancelled, "bookings.booking_cancelled", "booking", booking_id);

/// Money came for a booking that cannot be honoured: payments refunds that payment whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingUnfulfillable {
    pub booking_id: String,
    pub payment_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
    /// The booking's status when the money came.
    pub state: String,
}
message!(BookingUnfulfillable, "bookings.booking_unfulfillable", "booking", booking_id);

/// A second payment succeeded for a confirmed booking: payments refunds the second whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingOverpaid {
    pub booking_id: String,
    pub payment_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
}
message!(BookingOverpaid, "bookings.booking_overpaid", "booking", booking_id);

/// A payment succeeded with another amount or currency than the booking's: it is not confirmed, and payments
/// refunds that payment whole.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BookingPaymentMismatched {
    pub booking_id: String,
    pub payment_id: String,
    pub organizer_id: String,
    pub buyer_user_id: Option<String>,
    pub expected: Amount,
    pub captured: Amount,
}
message!(
    BookingPaymentMismatched,
    "bookings.booking_payment_mismatched",
    "booking",
    booking_id
);

/// The deadline of an unfinished payment passed: payments asks the provider to give it up. Only the provider's
/// word frees the places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentDeadlinePassed {
    pub booking_id: String,
    pub organizer_id: String,
}
message!(PaymentDeadlinePassed, "bookings.payment_deadline_passed", "booking", booking_id);

// payments

/// The provider captured the money of a payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentSucceeded {
    pub payment_id: String,
    pub booking_id: String,
    pub amount: Amount,
    pub succeeded_at_ms: i64,
    pub version: i64,
}
message!(PaymentSucceeded, "payments.payment_succeeded", "payment", payment_id);

/// The provider works on a payment; the booking keeps its places.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentProcessing {
    pub payment_id: String,
    pub booking_id: String,
    pub version: i64,
}
message!(PaymentProcessing, "payments.payment_processing", "payment", payment_id);

/// A try failed; another may follow on the same payment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentFailed {
    pub payment_id: String,
    pub booking_id: String,
    pub failure_code: Option<String>,
    pub version: i64,
}
message!(PaymentFailed, "payments.payment_failed", "payment", payment_id);

/// The provider gave a payment up for good: no money will come.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentCancelled {
    pub payment_id: String,
    pub booking_id: String,
    pub version: i64,
}
message!(PaymentCancelled, "payments.payment_cancelled", "payment", payment_id);

/// There is no live payment for a booking whose deadline passed: nothing to wait for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PaymentAbsent {
    pub booking_id: String,
}
message!(PaymentAbsent, "payments.payment_absent", "booking", booking_id);

/// Money was given back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefundSucceeded {
    pub refund_id: String,
    pub payment_id: String,
    pub booking_id: String,
    pub amount: Amount,
    /// The whole of the payment has been given back.
    pub refunded_whole: bool,
    pub version: i64,
}
message!(RefundSucceeded, "payments.refund_succeeded", "refund", refund_id);

/// The provider refused or lost a refund.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefundFailed {
    pub refund_id: String,
    pub payment_id: String,
    pub booking_id: String,
    pub failure_code: Option<String>,
    pub version: i64,
}
message!(RefundFailed, "payments.refund_failed", "refund", refund_id);
