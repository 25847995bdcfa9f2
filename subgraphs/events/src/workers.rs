//! The loop that looks after dates that are over.

use kit::database::retrying;

use crate::State;
use crate::domain::event::{EventStatus, EventTrigger};
use crate::domain::occurrence::{OccurrenceTrigger, over_at_ms};
use crate::messages::tell_occurrence;
use crate::store;

/// Events looked at in one round.
const BATCH: u64 = 50;

/// Ends the dates that are over, and completes the events that have none left. Answers how many dates ended.
pub async fn end_dates(state: &State) -> Result<usize, kit::Error> {
    let now_ms = state.stamp.clock.now_ms();
    let mut ended = 0;
    for event_id in store::occurrences::events_with_past_dates(state.database.reader(), now_ms, BATCH).await? {
        ended += retrying(|| end_dates_of(state, &event_id, now_ms)).await?;
    }
    Ok(ended)
}

async fn end_dates_of(state: &State, event_id: &str, now_ms: i64) -> Result<usize, kit::database::StoreError> {
    let txn = state.database.begin().await?;
    let Some(mut event) = store::events::claim(txn.connection(), event_id, now_ms).await? else {
        return Ok(0);
    };
    let mut ended = 0;
    for mut occurrence in store::occurrences::of_event(txn.connection(), event_id).await? {
        if over_at_ms(occurrence.starts_at, occurrence.ends_at) > now_ms {
            continue;
        }
        let Ok(status) = occurrence.status().next(OccurrenceTrigger::End) else {
            continue;
        };
        if store::occurrences::record_status(txn.connection(), &mut occurrence, status, now_ms).await? {
            tell_occurrence(&txn, state, &event, &occurrence).await?;
            ended += 1;
        }
    }
    if ended > 0
        && store::occurrences::count_live(txn.connection(), event_id).await? == 0
        && let Ok(status) = event.status().next(EventTrigger::Complete)
    {
        debug_assert_eq!(status, EventStatus::Completed);
        // Claimed above, so nobody else changed it: the facts of its dates stay as they were told.
        store::events::record_status(txn.connection(), &mut event, status, now_ms).await?;
    }
    txn.commit().await?;
    Ok(ended)
}
