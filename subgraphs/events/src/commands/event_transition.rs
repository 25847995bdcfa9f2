//! Publishes, resumes and pauses an event.

use contracts::access::Permission;
use kit::database::retrying;
use kit::viewer::Viewer;

use super::{Failure, Outcome, Refusal, authorize, claim_at};
use crate::State;
use crate::domain::Invalid;
use crate::domain::event::EventTrigger;
use crate::messages::tell_occurrence;
use crate::store;

/// Which event, as it was read.
#[derive(Clone, Debug)]
pub struct EventTransition {
    pub id: String,
    pub version: i32,
}

/// DRAFT or PAUSED to PUBLISHED. Needs a date ahead and a ticket type. Answers the event's id.
pub async fn event_publish(state: &State, viewer: &Viewer, input: &EventTransition) -> Outcome<String> {
    authorize(state, viewer, &input.id, "id", Permission::EventEdit).await?;
    retrying(|| step(state, input, EventTrigger::Publish)).await
}

/// PUBLISHED to PAUSED: nothing is sold until it is published again. Answers the event's id.
pub async fn event_pause(state: &State, viewer: &Viewer, input: &EventTransition) -> Outcome<String> {
    authorize(state, viewer, &input.id, "id", Permission::EventEdit).await?;
    retrying(|| step(state, input, EventTrigger::Pause)).await
}

async fn step(state: &State, input: &EventTransition, trigger: EventTrigger) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    let mut event = claim_at(&txn, &input.id, input.version, now_ms).await?;
    let next = event.status().next(trigger).map_err(|_| {
        let message = match trigger {
            EventTrigger::Publish => "Only a draft or a paused event can be published.",
            _ => "Only a published event can be paused.",
        };
        Refusal::illegal(message, &event)
    })?;
    if trigger == EventTrigger::Publish {
        let mut missing = Vec::new();
        let occurrences = store::occurrences::of_event(txn.connection(), &event.id).await?;
        if !occurrences
            .iter()
            .any(|occurrence| occurrence.is_upcoming(now_ms) && occurrence.starts_at > now_ms)
        {
            missing.push(Invalid::new(
                "NO_FUTURE_DATE",
                "Add a date in the future before publishing.",
                &["id"],
            ));
        }
        if store::ticket_types::of_event(txn.connection(), &event.id).await?.is_empty() {
            missing.push(Invalid::new("NO_TICKET_TYPE", "Add a ticket type before publishing.", &["id"]));
        }
        if !missing.is_empty() {
            return Err(Failure::Refused(missing.into_iter().map(Refusal::Invalid).collect()));
        }
    }
    if !store::events::record_status(txn.connection(), &mut event, next, now_ms).await? {
        return Err(Refusal::stale(event.version, Some(event.status().name())).into());
    }
    for occurrence in store::occurrences::touch_all(txn.connection(), &event.id, now_ms).await? {
        tell_occurrence(&txn, state, &event, &occurrence).await?;
    }
    txn.commit().await?;
    Ok(event.id)
}
