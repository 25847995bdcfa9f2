//! Creates or changes a ticket type.

use contracts::access::Permission;
use kit::database::retrying;
use kit::viewer::Viewer;

use super::{Outcome, Refusal, authorize, claim, require_editable};
use crate::State;
use crate::domain::Invalid;
use crate::domain::ticket_type::{TICKET_TYPES_PER_EVENT, TicketTypeFacts, TicketTypeInput};
use crate::messages::tell_product;
use crate::store;
use crate::store::rows::ticket_type;

/// A ticket type of an event; with `id` and `version` an existing one.
#[derive(Clone, Debug)]
pub struct TicketTypeUpsert {
    pub id: Option<String>,
    pub event_id: String,
    pub version: Option<i32>,
    pub facts: TicketTypeInput,
}

/// Creates or changes it; answers its id.
pub async fn ticket_type_upsert(state: &State, viewer: &Viewer, input: &TicketTypeUpsert) -> Outcome<String> {
    authorize(state, viewer, &input.event_id, "eventId", Permission::CatalogueEdit).await?;
    retrying(|| upsert(state, input)).await
}

async fn upsert(state: &State, input: &TicketTypeUpsert) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    let event = claim(&txn, &input.event_id, "eventId", now_ms).await?;
    require_editable(&event)?;
    let row = match &input.id {
        None => {
            let facts = TicketTypeFacts::parse(input.facts.clone(), TicketTypeFacts::unsaid())?;
            let others = store::ticket_types::of_event(txn.connection(), &event.id).await?;
            if others.len() >= TICKET_TYPES_PER_EVENT {
                let message = format!("An event has at most {TICKET_TYPES_PER_EVENT} ticket types.");
                return Err(Invalid::new("TOO_MANY", message, &["eventId"]).into());
            }
            let position = others.iter().map(|other| other.position).max().unwrap_or(0) + 1;
            let row = new_row(state.stamp.ids.next("tty", now_ms), &event.id, position, facts, now_ms);
            store::ticket_types::insert(txn.connection(), &row).await?;
            row
        }
        Some(id) => {
            let found = store::ticket_types::find(txn.connection(), id)
                .await?
                .filter(|row| row.event_id == event.id);
            let row = found.ok_or_else(|| Refusal::not_found("There is no such ticket type.", "id"))?;
            let Some(version) = input.version else {
                return Err(Invalid::new("REQUIRED", "Send the version you read when changing a ticket type.", &["version"]).into());
            };
            if row.version != i64::from(version) {
                return Err(Refusal::stale(row.version, Some(event.status().name())).into());
            }
            let facts = TicketTypeFacts::parse(input.facts.clone(), row.facts())?;
            let mut row = row.with_facts(facts, now_ms);
            if !store::ticket_types::record(txn.connection(), &mut row).await? {
                return Err(Refusal::stale(row.version, Some(event.status().name())).into());
            }
            row
        }
    };
    tell_product(&txn, state, &event, &row).await?;
    txn.commit().await?;
    Ok(row.id)
}

fn new_row(id: String, event_id: &str, position: i64, facts: TicketTypeFacts, now_ms: i64) -> ticket_type::Model {
    ticket_type::Model {
        id,
        event_id: event_id.to_owned(),
        name: String::new(),
        price_minor: 0,
        capacity: None,
        min_per_booking: 1,
        max_per_booking: 1,
        opens_at: None,
        closes_at: None,
        visibility: String::new(),
        position,
        version: 1,
        created_at: now_ms,
        updated_at: now_ms,
    }
    .with_facts(facts, now_ms)
}
