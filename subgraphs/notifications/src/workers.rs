//! The loop that sends mails.

use std::time::Duration;

use kit::Error;
use kit::worker::Worker;

use crate::commands::send_delivery::send_delivery;
use crate::state::State;
use crate::store::deliveries;

const BATCH: u64 = 50;

/// Tries the deliveries that are due.
pub async fn send_deliveries(state: &State) -> Result<usize, Error> {
    let due = deliveries::due(state.database.reader(), state.clock.now_ms(), BATCH).await?;
    for row in &due {
        send_delivery(state, row).await?;
    }
    Ok(due.len())
}

pub fn workers(state: &State, instance: &str) -> Vec<Worker> {
    let sending = state.clone();
    vec![
        Worker::every("notifications.send_deliveries", Duration::from_millis(500), move || {
            let state = sending.clone();
            async move { send_deliveries(&state).await }
        })
        .leased(state.database.clone(), instance, state.clock.clone()),
    ]
}
