//! The loops: each a round with a limit that tests call directly, and the list the service runs.

use std::time::Duration;

use axum::Router;
use kit::Error;
use kit::worker::Worker;

use crate::commands::back_off_ms;
use crate::commands::observe_payment::{Look, observe};
use crate::commands::receive_webhook::process_webhook;
use crate::commands::settle_refund::settle_refund;
use crate::provider::sandbox::{self, Sandbox};
use crate::state::State;
use crate::store::{payments, refunds, webhooks};

const BATCH: u64 = 50;
const POLL_MS: i64 = 30_000;
const RETRY_MS: i64 = 1_000;

/// Works off stored webhooks.
pub async fn process_webhooks(state: &State) -> Result<usize, Error> {
    let due = webhooks::due(state.database.reader(), state.clock.now_ms(), BATCH).await?;
    for row in &due {
        process_webhook(state, row).await?;
    }
    Ok(due.len())
}

/// Looks at live payments nobody has told us about: 60 seconds after their last change, then ever less often.
pub async fn poll_payments(state: &State) -> Result<usize, Error> {
    look_after(state, false, Look::Retrieve, POLL_MS).await
}

/// Asks the provider to give up the payments whose booking does not wait any more.
pub async fn cancel_intents(state: &State) -> Result<usize, Error> {
    look_after(state, true, Look::Cancel, RETRY_MS).await
}

async fn look_after(state: &State, being_cancelled: bool, look: Look, first_wait_ms: i64) -> Result<usize, Error> {
    let now_ms = state.clock.now_ms();
    let due = payments::due(state.database.reader(), now_ms, being_cancelled, BATCH).await?;
    for row in &due {
        // Planned before the look: whatever becomes of it, the next one is later.
        payments::plan_look(state.database.writer(), &row.id, now_ms + back_off_ms(first_wait_ms, row.looks)).await?;
        if let Err(failed) = observe(state, &row.id, look).await {
            let error = Error::from(failed);
            tracing::warn!(payment = row.id, %error, "a payment could not be looked at and is looked at again");
        }
    }
    Ok(due.len())
}

/// Submits refunds and follows them to their end.
pub async fn run_refunds(state: &State) -> Result<usize, Error> {
    let now_ms = state.clock.now_ms();
    let due = refunds::due(state.database.reader(), now_ms, BATCH).await?;
    for row in &due {
        refunds::plan_look(state.database.writer(), &row.id, now_ms + back_off_ms(RETRY_MS, row.looks)).await?;
        if let Err(failed) = settle_refund(state, &row.id).await {
            let error = Error::from(failed);
            tracing::warn!(refund = row.id, %error, "a refund could not be carried on and comes again");
        }
    }
    Ok(due.len())
}

/// One turn of the sandbox: settle what is due, deliver what is to be told to `receiver`.
pub async fn run_sandbox(sandbox: &Sandbox, receiver: &Router) -> Result<usize, Error> {
    let settled = sandbox::settle_due(sandbox).await?;
    Ok(settled + sandbox::deliver_webhooks(sandbox, receiver).await?)
}

/// The loops of the service. `receiver` has the webhook route the sandbox posts to; `instance` names this process in
/// leases.
pub fn workers(state: &State, sandbox: &Sandbox, receiver: &Router, instance: &str) -> Vec<Worker> {
    let leased = |worker: Worker| worker.leased(state.database.clone(), instance, state.clock.clone());
    let (webhooks, polls, cancels, refunds) = (state.clone(), state.clone(), state.clone(), state.clone());
    let (sandbox, receiver) = (sandbox.clone(), receiver.clone());
    vec![
        leased(Worker::every("payments.process_webhooks", Duration::from_millis(200), move || {
            let state = webhooks.clone();
            async move { process_webhooks(&state).await }
        })),
        leased(Worker::every("payments.poll_payments", Duration::from_secs(30), move || {
            let state = polls.clone();
            async move { poll_payments(&state).await }
        })),
        leased(Worker::every("payments.cancel_intents", Duration::from_secs(1), move || {
            let state = cancels.clone();
            async move { cancel_intents(&state).await }
        })),
        leased(Worker::every("payments.run_refunds", Duration::from_millis(500), move || {
            let state = refunds.clone();
            async move { run_refunds(&state).await }
        })),
        leased(Worker::every("payments.run_sandbox", Duration::from_millis(200), move || {
            let (sandbox, receiver) = (sandbox.clone(), receiver.clone());
            async move { run_sandbox(&sandbox, &receiver).await }
        })),
    ]
}
