//! What is told of dates and products, what is heard of memberships, and the call that asks for an offer.

use std::sync::Arc;

use contracts::access::project_membership;
use contracts::calls::{Offer, OfferAnswer};
use contracts::messages::{OccurrenceCancelled, OccurrenceFacts, OccurrenceScheduled, ProductChanged, ProductFacts};
use contracts::values::Amount;
use kit::bus::Consumers;
use kit::database::{StoreError, Transaction};
use kit::internal::CallTable;
use kit::outbox;

use crate::State;
use crate::domain::occurrence::{OccurrenceStatus, is_on_sale};
use crate::domain::ticket_type::ProductVisibility;
use crate::store;
use crate::store::rows::{event, occurrence, ticket_type};

/// What others need to know of a date.
pub fn occurrence_facts(event: &event::Model, occurrence: &occurrence::Model) -> OccurrenceFacts {
    OccurrenceFacts {
        occurrence_id: occurrence.id.clone(),
        event_id: event.id.clone(),
        organizer_id: event.organizer_id.clone(),
        name: event.title.clone(),
        starts_at_ms: occurrence.starts_at,
        ends_at_ms: occurrence.ends_at,
        time_zone: occurrence.time_zone.clone(),
        refund_policy: event.refund_policy(),
        on_sale: is_on_sale(event.status(), occurrence.status()),
        cancelled: occurrence.status() == OccurrenceStatus::Cancelled,
        version: occurrence.version,
    }
}

/// What others need to know of a ticket type.
pub fn product_facts(event: &event::Model, ticket_type: &ticket_type::Model) -> ProductFacts {
    ProductFacts {
        product_id: ticket_type.id.clone(),
        event_id: event.id.clone(),
        organizer_id: event.organizer_id.clone(),
        name: ticket_type.name.clone(),
        price: Amount {
            amount_minor: ticket_type.price_minor,
            currency: event.currency.clone(),
        },
        capacity: ticket_type.capacity,
        min_per_booking: ticket_type.min_per_booking,
        max_per_booking: ticket_type.max_per_booking,
        opens_at_ms: ticket_type.opens_at,
        closes_at_ms: ticket_type.closes_at,
        visible: ticket_type.visibility() == ProductVisibility::Public,
        version: ticket_type.version,
    }
}

/// Tells that a date was scheduled or that its facts changed.
pub async fn tell_occurrence(
    txn: &Transaction,
    state: &State,
    event: &event::Model,
    occurrence: &occurrence::Model,
) -> Result<(), StoreError> {
    let message = OccurrenceScheduled {
        facts: occurrence_facts(event, occurrence),
    };
    outbox::put(txn, &state.stamp, &message).await
}

/// Tells that a date will not take place, and its facts as they are now.
pub async fn tell_cancelled(
    txn: &Transaction,
    state: &State,
    event: &event::Model,
    occurrence: &occurrence::Model,
    reason: &str,
    refund_everyone: bool,
) -> Result<(), StoreError> {
    let message = OccurrenceCancelled {
        occurrence_id: occurrence.id.clone(),
        event_id: event.id.clone(),
        organizer_id: event.organizer_id.clone(),
        reason: reason.to_owned(),
        refund_everyone,
        version: occurrence.version,
    };
    outbox::put(txn, &state.stamp, &message).await?;
    tell_occurrence(txn, state, event, occurrence).await
}

/// Tells that a ticket type was created or changed.
pub async fn tell_product(
    txn: &Transaction,
    state: &State,
    event: &event::Model,
    ticket_type: &ticket_type::Model,
) -> Result<(), StoreError> {
    let message = ProductChanged {
        facts: product_facts(event, ticket_type),
    };
    outbox::put(txn, &state.stamp, &message).await
}

/// What this subgraph hears.
pub fn consumers(state: &Arc<State>) -> Consumers {
    let state = state.clone();
    Consumers::new().on(move |message| {
        let state = state.clone();
        async move { project_membership(&state.database, message).await }
    })
}

/// What this subgraph answers.
pub fn calls(state: &Arc<State>) -> CallTable {
    let state = state.clone();
    CallTable::new().answer(move |request: Offer| {
        let state = state.clone();
        async move { Ok(offer(&state, &request).await?) }
    })
}

/// The facts of a ticket type on a date; `None` unless both are of one event.
async fn offer(state: &State, request: &Offer) -> Result<Option<OfferAnswer>, StoreError> {
    let connection = state.database.reader();
    let Some(ticket_type) = store::ticket_types::find(connection, &request.product_id).await? else {
        return Ok(None);
    };
    let Some(occurrence) = store::occurrences::find(connection, &request.occurrence_id).await? else {
        return Ok(None);
    };
    if ticket_type.event_id != occurrence.event_id {
        return Ok(None);
    }
    let Some(event) = store::events::find(connection, &ticket_type.event_id).await? else {
        return Ok(None);
    };
    Ok(Some(OfferAnswer {
        product: product_facts(&event, &ticket_type),
        occurrence: occurrence_facts(&event, &occurrence),
    }))
}
