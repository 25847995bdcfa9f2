//! One admission within a booking.

use super::row;
use crate::domain::qr::TicketClaim;
use crate::domain::ticket::TicketStatus;

row! {
    Ticket in "ticket" {
        id: String,
        /// The booking's code and `number`.
        code: String,
        booking_id: String,
        booking_line_id: String,
        /// From 1 within the line.
        ordinal: i64,
        /// From 1 within the booking.
        number: i64,
        organizer_id: String,
        event_id: String,
        occurrence_id: String,
        product_id: String,
        status: String,
        code_version: i64,
        holder_name: Option<String>,
        version: i64,
        created_at: i64,
    }
}

impl Ticket {
    pub fn status(&self) -> TicketStatus {
        TicketStatus::parse(&self.status).expect("the CHECK on ticket.status lists the states")
    }

    /// What its QR code claims.
    pub fn claim(&self) -> TicketClaim {
        TicketClaim {
            ticket_id: self.id.clone(),
            code_version: self.code_version,
            occurrence_id: self.occurrence_id.clone(),
        }
    }
}
