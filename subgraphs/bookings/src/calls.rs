//! What bookings answers to other subgraphs.

use contracts::calls::{BeginPayment, BookingContact, BookingContactAnswer};
use kit::error::Result;
use kit::internal::CallTable;

use crate::commands::begin_payment::begin_payment;
use crate::state::Shared;
use crate::store::{bookings, offers, tickets};

pub fn table(state: &Shared) -> CallTable {
    let (for_payment, for_contact) = (state.clone(), state.clone());
    CallTable::new()
        .answer(move |request: BeginPayment| {
            let state = for_payment.clone();
            async move { begin_payment(&state, &request).await }
        })
        .answer(move |request: BookingContact| {
            let state = for_contact.clone();
            async move { contact(&state, &request).await }
        })
}

/// The contact of a booking and what a mail about it needs.
async fn contact(state: &Shared, request: &BookingContact) -> Result<Option<BookingContactAnswer>> {
    let reader = state.deps.database.reader();
    let Some(booking) = bookings::find(reader, &request.booking_id).await? else {
        return Ok(None);
    };
    let Some(occurrence) = offers::find_occurrence(reader, &booking.occurrence_id).await? else {
        return Ok(None);
    };
    let tickets = tickets::of_bookings(reader, std::slice::from_ref(&booking.id)).await?;
    let guest_token = match booking.buyer_user_id {
        Some(_) => None,
        None => Some(state.guest_token(&booking.id)?),
    };
    Ok(Some(BookingContactAnswer {
        contact: booking.contact(),
        total: booking.total(),
        buyer_user_id: booking.buyer_user_id,
        organizer_id: booking.organizer_id,
        booking_code: booking.code,
        event_id: booking.event_id,
        event_title: occurrence.name,
        starts_at_ms: occurrence.starts_at,
        time_zone: occurrence.time_zone,
        ticket_codes: tickets.into_iter().map(|ticket| ticket.code).collect(),
        guest_token,
    }))
}
