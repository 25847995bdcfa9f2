//! A list people are checked in on.

use super::row;

row! {
    CheckInList in "checkin_list" {
        id: String,
        occurrence_id: String,
        event_id: String,
        organizer_id: String,
        name: String,
        is_default: bool,
        /// Counts the records.
        sequence: i64,
    }
}
