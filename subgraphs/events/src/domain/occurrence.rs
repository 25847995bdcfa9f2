//! The life of one date of an event.

use super::event::EventStatus;

/// Most dates one event may have.
pub const OCCURRENCES_PER_EVENT: usize = 1_000;

/// A date without a stated end is taken to be over this long after its start.
pub const ASSUMED_DURATION_MS: i64 = 4 * 3_600_000;

/// Where a date is in its life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OccurrenceStatus {
    Scheduled,
    /// Scheduled, but not at the time it was announced for at first.
    Rescheduled,
    /// It will take place, nobody knows when.
    Postponed,
    Cancelled,
    Ended,
}

/// What moves a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OccurrenceTrigger {
    /// It gets another time.
    Reschedule,
    /// It loses its time.
    Postpone,
    Cancel,
    /// Its end has passed.
    End,
}

/// The state machine forbids the step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a date that is {from:?} does not take {trigger:?}")]
pub struct IllegalOccurrenceStep {
    pub from: OccurrenceStatus,
    pub trigger: OccurrenceTrigger,
}

impl OccurrenceStatus {
    pub const ALL: [Self; 5] = [Self::Scheduled, Self::Rescheduled, Self::Postponed, Self::Cancelled, Self::Ended];

    /// The state after `trigger`. Whatever is not listed is refused.
    pub fn next(self, trigger: OccurrenceTrigger) -> Result<Self, IllegalOccurrenceStep> {
        use OccurrenceTrigger::*;
        match (self, trigger) {
            (Self::Scheduled | Self::Rescheduled, Reschedule) => Ok(Self::Rescheduled),
            (Self::Postponed, Reschedule) => Ok(Self::Scheduled),
            (Self::Scheduled | Self::Rescheduled, Postpone) => Ok(Self::Postponed),
            (Self::Scheduled | Self::Rescheduled | Self::Postponed, Cancel) => Ok(Self::Cancelled),
            (Self::Scheduled | Self::Rescheduled, End) => Ok(Self::Ended),
            (from, trigger) => Err(IllegalOccurrenceStep { from, trigger }),
        }
    }

    /// The name in the schema and in the database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Scheduled => "SCHEDULED",
            Self::Rescheduled => "RESCHEDULED",
            Self::Postponed => "POSTPONED",
            Self::Cancelled => "CANCELLED",
            Self::Ended => "ENDED",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.name() == name)
    }
}

impl OccurrenceStatus {
    /// Whether it is going to take place at its time.
    pub fn is_ahead(self) -> bool {
        matches!(self, Self::Scheduled | Self::Rescheduled)
    }
}

/// Whether tickets of a date may be sold.
pub fn is_on_sale(event: EventStatus, occurrence: OccurrenceStatus) -> bool {
    event.on_sale() && occurrence.is_ahead()
}

/// The instant after which a date is over, in epoch milliseconds.
pub fn over_at_ms(starts_at_ms: i64, ends_at_ms: Option<i64>) -> i64 {
    ends_at_ms.unwrap_or(starts_at_ms + ASSUMED_DURATION_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_state_and_trigger_is_decided() {
        use OccurrenceStatus::*;
        use OccurrenceTrigger::*;
        let triggers = [Reschedule, Postpone, Cancel, End];
        let table = [
            (Scheduled, [Some(Rescheduled), Some(Postponed), Some(Cancelled), Some(Ended)]),
            (Rescheduled, [Some(Rescheduled), Some(Postponed), Some(Cancelled), Some(Ended)]),
            (Postponed, [Some(Scheduled), None, Some(Cancelled), None]),
            (Cancelled, [None; 4]),
            (Ended, [None; 4]),
        ];
        assert_eq!(table.map(|(from, _)| from), OccurrenceStatus::ALL);
        for (from, row) in table {
            for (trigger, expected) in triggers.into_iter().zip(row) {
                let expected = expected.ok_or(IllegalOccurrenceStep { from, trigger });
                assert_eq!(from.next(trigger), expected, "{from:?} {trigger:?}");
            }
        }
    }

    #[test]
    fn only_dates_ahead_of_published_events_are_on_sale() {
        for event in EventStatus::ALL {
            for occurrence in OccurrenceStatus::ALL {
                let ahead = [OccurrenceStatus::Scheduled, OccurrenceStatus::Rescheduled].contains(&occurrence);
                let expected = event == EventStatus::Published && ahead;
                assert_eq!(is_on_sale(event, occurrence), expected, "{event:?} {occurrence:?}");
            }
        }
    }
}
