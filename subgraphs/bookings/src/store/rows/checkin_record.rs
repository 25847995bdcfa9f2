//! One scan and what it answered.

use super::row;
use crate::domain::check_in::CheckInResult;

row! {
    CheckInRecord in "checkin_record" {
        id: String,
        list_id: String,
        ticket_id: Option<String>,
        by_user_id: String,
        nonce: String,
        result: String,
        scanned_at: i64,
        received_at: i64,
        /// From 1 within the list.
        sequence: i64,
    }
}

impl CheckInRecord {
    pub fn result(&self) -> CheckInResult {
        CheckInResult::parse(&self.result).expect("only results are recorded")
    }
}
