//! The internal calls between subgraphs, complete: name, request and answer of each.
//!
//! Carried by `kit::internal`: a function call in one process, a signed HTTP call between processes. Each is
//! idempotent and answers within two seconds.

pub use kit::internal::Call;
use serde::{Deserialize, Serialize};

use crate::access::TeamRole;
use crate::messages::{OccurrenceFacts, ProductFacts};
use crate::values::{Amount, Contact, RefundPolicy};

/// `bookings.begin_payment`: HELD to AWAITING_PAYMENT (or already there), so that no payment starts on a dead hold.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BeginPayment {
    pub booking_id: String,
    /// Who asks; bookings refuses anyone but the buyer or the booking's guest.
    pub user_id: Option<String>,
    pub guest_booking_id: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum BeginPaymentAnswer {
    Begun {
        total: Amount,
        /// Changes with whatever the buyer agreed to: lines, prices, policy.
        price_fingerprint: String,
        /// Epoch milliseconds after which bookings asks to give up the payment.
        payment_deadline_ms: i64,
        organizer_id: String,
        buyer_user_id: Option<String>,
        starts_at_ms: i64,
        refund_policy: RefundPolicy,
    },
    NotFound,
    /// `state` is the booking's status, or `NOTHING_TO_PAY` for a free booking.
    NotPayable {
        state: String,
    },
}

impl Call for BeginPayment {
    const TARGET: &'static str = "bookings";
    const NAME: &'static str = "begin_payment";
    type Answer = BeginPaymentAnswer;
}

/// `bookings.contact`: the contact of a booking and what a mail about it needs; `None` for an unknown booking.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct BookingContact {
    pub booking_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingContactAnswer {
    pub contact: Contact,
    pub buyer_user_id: Option<String>,
    pub organizer_id: String,
    pub booking_code: String,
    pub event_id: String,
    pub event_title: String,
    pub starts_at_ms: i64,
    pub time_zone: String,
    pub total: Amount,
    pub ticket_codes: Vec<String>,
    /// For a guest booking: a token that opens it, for the link in the mail.
    pub guest_token: Option<String>,
}

impl Call for BookingContact {
    const TARGET: &'static str = "bookings";
    const NAME: &'static str = "contact";
    type Answer = Option<BookingContactAnswer>;
}

/// `users.contact`: name and address of an account; `None` for an unknown user.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct UserContact {
    pub user_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UserContactAnswer {
    pub contact: Contact,
    pub email_verified: bool,
}

impl Call for UserContact {
    const TARGET: &'static str = "users";
    const NAME: &'static str = "contact";
    type Answer = Option<UserContactAnswer>;
}

/// `users.verification`: what to mail for a challenge; `None` when it is unknown, used or expired.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Verification {
    pub challenge_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct VerificationAnswer {
    pub contact: Contact,
    pub kind: VerificationKind,
    /// The digits, or the reset token; absent for `KnownAddress`.
    pub secret: Option<String>,
    pub expires_at_ms: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VerificationKind {
    /// A new account proves its address with a code of digits.
    SignUp,
    /// Someone signed up with an address that already has an account; its owner is told.
    KnownAddress,
    /// A link that sets a new password.
    PasswordReset,
}

impl Call for Verification {
    const TARGET: &'static str = "users";
    const NAME: &'static str = "verification";
    type Answer = Option<VerificationAnswer>;
}

/// `users.membership`: the role of a user in an organiser's team, for a projection that has not heard yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Membership {
    pub user_id: String,
    pub organizer_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MembershipAnswer {
    /// `None`: not a member.
    pub role: Option<TeamRole>,
    pub version: i64,
}

impl Call for Membership {
    const TARGET: &'static str = "users";
    const NAME: &'static str = "membership";
    type Answer = MembershipAnswer;
}

/// `events.offer`: the facts of a product on an occurrence, for a projection that has not heard yet.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Offer {
    pub product_id: String,
    pub occurrence_id: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferAnswer {
    pub product: ProductFacts,
    pub occurrence: OccurrenceFacts,
}

impl Call for Offer {
    const TARGET: &'static str = "events";
    const NAME: &'static str = "offer";
    type Answer = Option<OfferAnswer>;
}
