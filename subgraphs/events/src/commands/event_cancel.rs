//! Calls off an event, or some of its dates.

use contracts::access::Permission;
use kit::database::retrying;
use kit::idempotency::{self, Claim};
use kit::viewer::Viewer;
use serde::Serialize;
use uuid::Uuid;

use super::{Outcome, Refusal, authorize, claim, require_editable};
use crate::State;
use crate::domain::event::EventTrigger;
use crate::domain::occurrence::OccurrenceTrigger;
use crate::domain::{Invalid, text};
use crate::messages::tell_cancelled;
use crate::store;
use crate::store::rows::{event, occurrence};

/// What is called off, and how.
#[derive(Clone, Debug, Serialize)]
pub struct EventCancel {
    pub id: String,
    pub version: i32,
    #[serde(skip)]
    pub idempotency_key: Uuid,
    /// `None`: the whole event.
    pub occurrence_ids: Option<Vec<String>>,
    pub reason: String,
    pub refund_everyone: bool,
}

/// Calls it off; answers the event's id. A repeat with the same key changes nothing and answers the same.
pub async fn event_cancel(state: &State, viewer: &Viewer, input: &EventCancel) -> Outcome<String> {
    authorize(state, viewer, &input.id, "id", Permission::EventEdit).await?;
    let reason = text::line(&input.reason, text::MAX_REASON_CHARACTERS, &["reason"])?;
    let scope = format!("{}:eventCancel", viewer.require_user()?);
    retrying(|| cancel(state, input, &reason, &scope)).await
}

async fn cancel(state: &State, input: &EventCancel, reason: &str, scope: &str) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    match idempotency::claim(&txn, scope, &input.idempotency_key, input, now_ms).await? {
        Claim::Fresh => {}
        Claim::Replay(event_id) => return Ok(event_id),
        Claim::Conflict => return Err(Refusal::KeyReused.into()),
    }
    let mut event = claim(&txn, &input.id, "id", now_ms).await?;
    if event.version != i64::from(input.version) {
        return Err(Refusal::stale(event.version, Some(event.status().name())).into());
    }
    let status = match &input.occurrence_ids {
        None => event
            .status()
            .next(EventTrigger::Cancel)
            .map_err(|_| Refusal::illegal("Only a published or paused event can be cancelled as a whole.", &event))?,
        Some(_) => {
            require_editable(&event)?;
            event.status()
        }
    };
    let occurrences = store::occurrences::of_event(txn.connection(), &event.id).await?;
    let chosen = choose(&event, occurrences, input.occurrence_ids.as_deref())?;
    if !store::events::record_status(txn.connection(), &mut event, status, now_ms).await? {
        return Err(Refusal::stale(event.version, Some(event.status().name())).into());
    }
    for mut occurrence in chosen {
        let next = occurrence
            .status()
            .next(OccurrenceTrigger::Cancel)
            .expect("only dates that can be cancelled are chosen");
        if store::occurrences::record_status(txn.connection(), &mut occurrence, next, now_ms).await? {
            tell_cancelled(&txn, state, &event, &occurrence, reason, input.refund_everyone).await?;
        }
    }
    idempotency::record(&txn, scope, &input.idempotency_key, &event.id).await?;
    txn.commit().await?;
    Ok(event.id)
}

/// The dates to call off: all of them, or those asked for.
fn choose(event: &event::Model, occurrences: Vec<occurrence::Model>, ids: Option<&[String]>) -> Result<Vec<occurrence::Model>, Refusal> {
    if let Some(ids) = ids {
        if ids.is_empty() {
            let invalid = Invalid::new(
                "REQUIRED",
                "Name at least one date, or leave the list out for the whole event.",
                &["occurrenceIds"],
            );
            return Err(Refusal::Invalid(invalid));
        }
        for id in ids {
            let occurrence = occurrences.iter().find(|occurrence| occurrence.id == *id);
            let occurrence = occurrence.ok_or_else(|| Refusal::not_found("One of the dates is not of this event.", "occurrenceIds"))?;
            if occurrence.status().next(OccurrenceTrigger::Cancel).is_err() {
                return Err(Refusal::Conflict {
                    message: "One of the dates is cancelled or over already.",
                    path: vec!["occurrenceIds".to_owned()],
                    version: event.version,
                    state: Some(occurrence.status().name()),
                });
            }
        }
    }
    Ok(occurrences
        .into_iter()
        .filter(|occurrence| occurrence.status().next(OccurrenceTrigger::Cancel).is_ok())
        .filter(|occurrence| ids.is_none_or(|ids| ids.contains(&occurrence.id)))
        .collect())
}
