//! What people are told, and in which words. Pure: knows no GraphQL, no database and no mail server.

pub mod catalogue;
pub mod mail;
pub mod words;

/// What a notification is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotificationKind {
    BookingConfirmed,
    BookingExpired,
    PaymentFailed,
    RefundIssued,
    EventCancelled,
    OrganizerSale,
}

impl NotificationKind {
    pub const ALL: [Self; 6] = [
        Self::BookingConfirmed,
        Self::BookingExpired,
        Self::PaymentFailed,
        Self::RefundIssued,
        Self::EventCancelled,
        Self::OrganizerSale,
    ];

    /// The stable name, as stored and as in the schema.
    pub fn name(self) -> &'static str {
        match self {
            Self::BookingConfirmed => "BOOKING_CONFIRMED",
            Self::BookingExpired => "BOOKING_EXPIRED",
            Self::PaymentFailed => "PAYMENT_FAILED",
            Self::RefundIssued => "REFUND_ISSUED",
            Self::EventCancelled => "EVENT_CANCELLED",
            Self::OrganizerSale => "ORGANIZER_SALE",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// How somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChannelKind {
    InApp,
    Email,
}

/// Where a delivery stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeliveryStatus {
    Queued,
    Sent,
    Failed,
}

impl DeliveryStatus {
    pub fn name(self) -> &'static str {
        match self {
            Self::Queued => "QUEUED",
            Self::Sent => "SENT",
            Self::Failed => "FAILED",
        }
    }

    pub fn parse(name: &str) -> Option<Self> {
        [Self::Queued, Self::Sent, Self::Failed]
            .into_iter()
            .find(|status| status.name() == name)
    }
}
