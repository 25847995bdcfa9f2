//! Adds the dates of a repeating rule to an event, or shows them.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use contracts::access::Permission;
use kit::database::{Transaction, retrying};
use kit::viewer::Viewer;

use super::{Outcome, authorize, claim, require_editable};
use crate::State;
use crate::domain::Invalid;
use crate::domain::occurrence::{OCCURRENCES_PER_EVENT, OccurrenceStatus};
use crate::domain::recurrence::Recurrence;
use crate::domain::wall_time::{OccurrenceTimes, Overlap};
use crate::messages::tell_occurrence;
use crate::store;
use crate::store::rows::{event, occurrence};

const MAX_RULE_CHARACTERS: usize = 300;
const MAX_EXCEPTIONS: usize = 366;

/// The rule and what it applies to.
#[derive(Clone, Debug)]
pub struct OccurrencesGenerate {
    pub event_id: String,
    pub rrule: String,
    pub starts_local: NaiveDateTime,
    pub duration_minutes: i32,
    pub zone: Tz,
    /// Answers every date of the rule that comes twice.
    pub overlap: Option<Overlap>,
    pub except: Vec<NaiveDateTime>,
    pub dry_run: bool,
}

/// The dates of the rule in order: those the event had already and those that are new. With `dry_run` nothing is
/// kept, and the new ones have ids that name nothing.
pub async fn occurrences_generate(state: &State, viewer: &Viewer, input: &OccurrencesGenerate) -> Outcome<Vec<occurrence::Model>> {
    authorize(state, viewer, &input.event_id, "eventId", Permission::EventEdit).await?;
    let times = expand(input, state.stamp.clock.now_ms())?;
    retrying(|| generate(state, input, &times)).await
}

fn expand(input: &OccurrencesGenerate, now_ms: i64) -> Result<Vec<OccurrenceTimes>, Invalid> {
    if input.rrule.len() > MAX_RULE_CHARACTERS {
        return Err(Invalid::new(
            "TOO_LONG",
            format!("Use at most {MAX_RULE_CHARACTERS} characters."),
            &["rrule"],
        ));
    }
    if input.except.len() > MAX_EXCEPTIONS {
        return Err(Invalid::new(
            "TOO_MANY",
            format!("Name at most {MAX_EXCEPTIONS} exceptions."),
            &["exceptDates"],
        ));
    }
    let dates = Recurrence::parse(&input.rrule)?.expand(input.starts_local, input.zone, &input.except)?;
    dates
        .into_iter()
        .map(|date| OccurrenceTimes::lasting(date, input.duration_minutes, input.zone, input.overlap, now_ms))
        .collect::<Result<_, _>>()
        .map_err(|mut invalid| {
            if invalid.code.starts_with("LOCAL_TIME") {
                invalid.message.push_str(" Or leave that date out with exceptDates.");
            }
            invalid
        })
}

async fn generate(state: &State, input: &OccurrencesGenerate, times: &[OccurrenceTimes]) -> Outcome<Vec<occurrence::Model>> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    let event = claim(&txn, &input.event_id, "eventId", now_ms).await?;
    require_editable(&event)?;
    let existing = store::occurrences::of_event(txn.connection(), &event.id).await?;
    let mut dates = Vec::with_capacity(times.len());
    let mut new = 0;
    // New dates are held where the event's latest date with a place is held.
    let venue_id = existing.iter().rev().find_map(|occurrence| occurrence.venue_id.clone());
    for times in times {
        let same = |occurrence: &&occurrence::Model| {
            occurrence.starts_at == times.starts_at_ms && occurrence.status() != OccurrenceStatus::Cancelled
        };
        if let Some(occurrence) = existing.iter().find(same) {
            dates.push(occurrence.clone());
            continue;
        }
        new += 1;
        if existing.len() + new > OCCURRENCES_PER_EVENT {
            let message = format!("An event has at most {OCCURRENCES_PER_EVENT} dates.");
            return Err(Invalid::new("TOO_MANY", message, &["rrule"]).into());
        }
        let id = state.stamp.ids.next("occ", now_ms);
        let occurrence = occurrence::Model::scheduled(id, &event.id, times, venue_id.clone(), now_ms);
        if !input.dry_run {
            record(&txn, state, &event, &occurrence).await?;
        }
        dates.push(occurrence);
    }
    if !input.dry_run {
        txn.commit().await?;
    }
    Ok(dates)
}

async fn record(txn: &Transaction, state: &State, event: &event::Model, occurrence: &occurrence::Model) -> Outcome<()> {
    store::occurrences::insert(txn.connection(), occurrence).await?;
    tell_occurrence(txn, state, event, occurrence).await?;
    Ok(())
}
