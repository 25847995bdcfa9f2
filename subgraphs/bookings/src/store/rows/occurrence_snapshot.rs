//! What bookings knows of an occurrence, copied from events.

use contracts::messages::OccurrenceFacts;
use kit::database::StoreError;

use super::row;

row! {
    /// `cancel_reason`, `refund_everyone` and `fan_out_pending` tell of the cancellation of its bookings.
    OccurrenceSnapshot in "occurrence_snapshot" {
        occurrence_id: String,
        event_id: String,
        organizer_id: String,
        name: String,
        starts_at: i64,
        ends_at: Option<i64>,
        time_zone: String,
        /// JSON of `contracts::values::RefundPolicy`.
        refund_policy: String,
        on_sale: bool,
        cancelled: bool,
        cancel_reason: Option<String>,
        refund_everyone: bool,
        fan_out_pending: bool,
        version: i64,
    }
}

impl OccurrenceSnapshot {
    pub fn from_facts(facts: &OccurrenceFacts) -> Result<Self, StoreError> {
        Ok(Self {
            occurrence_id: facts.occurrence_id.clone(),
            event_id: facts.event_id.clone(),
            organizer_id: facts.organizer_id.clone(),
            name: facts.name.clone(),
            starts_at: facts.starts_at_ms,
            ends_at: facts.ends_at_ms,
            time_zone: facts.time_zone.clone(),
            refund_policy: serde_json::to_string(&facts.refund_policy).map_err(|error| StoreError::Bug(error.to_string()))?,
            on_sale: facts.on_sale,
            cancelled: facts.cancelled,
            cancel_reason: None,
            refund_everyone: true,
            fan_out_pending: false,
            version: facts.version,
        })
    }

    pub fn facts(&self) -> Result<OccurrenceFacts, StoreError> {
        Ok(OccurrenceFacts {
            occurrence_id: self.occurrence_id.clone(),
            event_id: self.event_id.clone(),
            organizer_id: self.organizer_id.clone(),
            name: self.name.clone(),
            starts_at_ms: self.starts_at,
            ends_at_ms: self.ends_at,
            time_zone: self.time_zone.clone(),
            refund_policy: serde_json::from_str(&self.refund_policy).map_err(|error| StoreError::Bug(error.to_string()))?,
            on_sale: self.on_sale,
            cancelled: self.cancelled,
            version: self.version,
        })
    }
}
