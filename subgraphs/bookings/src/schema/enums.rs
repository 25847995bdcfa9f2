//! The domain's closed sets as GraphQL enums. Values that no rule leads to yet are there so that clients are ready.

use async_graphql::Enum;

use crate::domain;

/// Where a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::booking::BookingStatus")]
pub enum BookingStatus {
    /// Places are held until `expiresAt`.
    Held,
    /// A payment has begun; the places are kept until it is decided.
    AwaitingPayment,
    /// The organiser has to agree.
    AwaitingApproval,
    /// The tickets are issued.
    Confirmed,
    /// The hold ran out.
    Expired,
    /// Cancelled by its buyer, the organiser or with its event.
    Cancelled,
    /// The organiser did not agree.
    Rejected,
}

/// Where the money of a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum BookingPaymentState {
    /// There is nothing to pay.
    NotRequired,
    /// Nothing has been paid.
    Unpaid,
    /// A payment is under way.
    Pending,
    /// The whole price has been paid.
    Paid,
    /// A part was given back.
    PartiallyRefunded,
    /// Everything was given back.
    Refunded,
    /// The payer's bank disputes the payment.
    Disputed,
    /// More was paid than the price; the rest goes back.
    Overpaid,
}

impl From<domain::payment_state::PaymentState> for BookingPaymentState {
    fn from(state: domain::payment_state::PaymentState) -> Self {
        use domain::payment_state::PaymentState;
        match state {
            PaymentState::NotRequired => Self::NotRequired,
            PaymentState::Unpaid => Self::Unpaid,
            PaymentState::Pending => Self::Pending,
            PaymentState::Paid => Self::Paid,
            PaymentState::PartiallyRefunded => Self::PartiallyRefunded,
            PaymentState::Refunded => Self::Refunded,
            PaymentState::Overpaid => Self::Overpaid,
        }
    }
}

/// What the viewer can do with a booking now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
pub enum BookingAction {
    /// Start a payment.
    Pay,
    /// Extend the hold, once.
    ExtendHold,
    /// Give the held places back.
    Release,
    /// Name the people who come.
    EditAttendees,
    /// Cancel the whole booking.
    Cancel,
    /// Ask the organiser for money back.
    RequestRefund,
    /// Pass tickets on.
    Transfer,
    /// Fetch the tickets as a file.
    DownloadTickets,
    /// Have the mail sent again.
    Resend,
    /// Write to support.
    ContactSupport,
}

/// Where a ticket stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::ticket::TicketStatus")]
pub enum TicketStatus {
    /// It lets its holder in.
    Issued,
    /// It is being passed on.
    TransferPending,
    /// Its holder is in.
    CheckedIn,
    /// It lets nobody in any more.
    Voided,
    /// It lets nobody in for now.
    Blocked,
}

/// How availability is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::availability::AvailabilityState")]
pub enum AvailabilityState {
    /// There is plenty.
    Available,
    /// There is little.
    FewLeft,
    /// Nothing is free now, but others' holds may lapse.
    HeldByOthers,
    /// There is nothing left.
    SoldOut,
    /// Not on sale now.
    Closed,
}

/// What a scan led to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Enum)]
#[graphql(remote = "domain::check_in::CheckInResult")]
pub enum CheckInResult {
    /// Let them in.
    Admitted,
    /// This ticket was let in before.
    AlreadyAdmitted,
    /// There is no such ticket.
    UnknownTicket,
    /// The ticket is for another event.
    WrongEvent,
    /// The ticket is for another date of this event.
    WrongDate,
    /// The ticket was cancelled or blocked.
    Voided,
}
