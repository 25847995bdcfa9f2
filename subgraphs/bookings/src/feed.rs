//! What open subscriptions hear: nudges about bookings, and absolute availability, at most twice a second for each
//! occurrence. A burst of changes is told once, with what is true at the end of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use serde::{Deserialize, Serialize};

use crate::domain::availability::{Availability, AvailabilityState};
use crate::state::State;
use crate::store::availability::{OccurrenceAvailability, read};

/// The shortest time between two tellings of one occurrence.
const PAUSE_MS: i64 = 500;
/// Beyond this many occurrences, those told long ago are forgotten.
const REMEMBERED: usize = 10_000;

/// The topic of a booking's nudges; payload: its version.
pub fn booking_topic(booking_id: &str) -> String {
    format!("booking:{booking_id}")
}

/// The topic of an occurrence's availability; payload: `Told` as JSON.
pub fn availability_topic(occurrence_id: &str) -> String {
    format!("availability:{occurrence_id}")
}

/// The topic of a check-in list; payload: the record's id.
pub fn list_topic(list_id: &str) -> String {
    format!("checkin:{list_id}")
}

/// Absolute availability of the products of an occurrence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    pub revision: i64,
    /// (state, remaining) by product id.
    pub products: BTreeMap<String, (String, Option<i64>)>,
}

impl From<&OccurrenceAvailability> for Told {
    fn from(availability: &OccurrenceAvailability) -> Self {
        let products = &availability.products;
        Self {
            revision: availability.revision,
            products: products
                .iter()
                .map(|(id, product)| (id.clone(), (product.state.name().to_owned(), product.remaining)))
                .collect(),
        }
    }
}

impl Told {
    /// The availability of each product; one said in words not known here is left out.
    pub fn availabilities(&self) -> BTreeMap<String, Availability> {
        self.products
            .iter()
            .filter_map(|(id, (state, remaining))| {
                let state = AvailabilityState::parse(state)?;
                Some((
                    id.clone(),
                    Availability {
                        state,
                        remaining: *remaining,
                    },
                ))
            })
            .collect()
    }
}

struct Pace {
    told_at_ms: i64,
    scheduled: bool,
}

/// When each occurrence was told last.
#[derive(Default)]
pub struct Feed(Mutex<HashMap<String, Pace>>);

impl Feed {
    /// An occurrence's counts have changed: tell it now, or when its pause is over.
    pub async fn changed(state: &Arc<State>, occurrence_id: &str) {
        let now_ms = state.now_ms();
        let Some(wait_ms) = state.feed.schedule(occurrence_id, now_ms) else {
            return;
        };
        if wait_ms == 0 {
            tell(state, occurrence_id).await;
            return;
        }
        let (state, occurrence_id) = (state.clone(), occurrence_id.to_owned());
        tokio::spawn(async move {
            tokio::time::sleep(Duration::from_millis(wait_ms.unsigned_abs())).await;
            tell(&state, &occurrence_id).await;
        });
    }

    /// How long to wait before telling; `None`: a telling is on its way that will include this change.
    fn schedule(&self, occurrence_id: &str, now_ms: i64) -> Option<i64> {
        let mut paces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if paces.len() >= REMEMBERED {
            paces.retain(|_, pace| pace.scheduled || now_ms - pace.told_at_ms < PAUSE_MS);
        }
        let pace = paces.entry(occurrence_id.to_owned()).or_insert(Pace {
            told_at_ms: now_ms - PAUSE_MS,
            scheduled: false,
        });
        if pace.scheduled {
            return None;
        }
        pace.scheduled = true;
        Some((pace.told_at_ms + PAUSE_MS - now_ms).clamp(0, PAUSE_MS))
    }

    /// From here on a change asks for another telling: the counts are read after this.
    fn begin(&self, occurrence_id: &str, now_ms: i64) {
        let mut paces = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        paces.insert(
            occurrence_id.to_owned(),
            Pace {
                told_at_ms: now_ms,
                scheduled: false,
            },
        );
    }
}

async fn tell(state: &Arc<State>, occurrence_id: &str) {
    let now_ms = state.now_ms();
    state.feed.begin(occurrence_id, now_ms);
    let key = [occurrence_id.to_owned()];
    match read(state.deps.database.reader(), &key, now_ms).await {
        Ok(found) => {
            if let Some(availability) = found.get(occurrence_id) {
                let payload = serde_json::to_string(&Told::from(availability)).expect("availability is plain data");
                state.deps.live.publish(&availability_topic(occurrence_id), payload).await;
            }
        }
        // Whoever listens has a revision and hears the next change.
        Err(error) => tracing::warn!(occurrence_id, %error, "availability was not told"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_burst_is_told_at_once_and_once_more_after_the_pause() {
        let feed = Feed::default();
        assert_eq!(feed.schedule("occ_1", 1_000), Some(0));
        assert_eq!(feed.schedule("occ_1", 1_000), None);
        feed.begin("occ_1", 1_000);
        assert_eq!(feed.schedule("occ_1", 1_100), Some(400));
        assert_eq!(feed.schedule("occ_1", 1_200), None);
        assert_eq!(feed.schedule("occ_2", 1_200), Some(0));
        feed.begin("occ_1", 1_500);
        assert_eq!(feed.schedule("occ_1", 2_000), Some(0));
    }
}
