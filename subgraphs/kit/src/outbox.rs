//! The outbox: messages written in the transaction of the fact, and the relay that tells them.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement, TransactionTrait};
use tokio::sync::watch;

use crate::bus::{Aggregate, Envelope, Message, Publisher};
use crate::clock::SharedClock;
use crate::database::{Database, StoreError, Transaction};
use crate::error::Error;
use crate::id::Ids;
use crate::lease;

/// Published rows are kept this long, so that a bus that has forgotten can be told again.
pub const KEEP_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const BATCH: u64 = 200;
const MAX_ATTEMPTS: i64 = 10;
const LEASE_MS: i64 = 5_000;
/// How long the relay waits for a commit before it looks by itself: other instances commit too.
const POLL: Duration = Duration::from_millis(250);
const HOUSEKEEPING_EVERY_MS: i64 = 1_000;

/// Stamps messages with id and time.
#[derive(Clone)]
pub struct Stamp {
    pub clock: SharedClock,
    pub ids: Ids,
}

/// Puts a message into the outbox; it is told after the commit, or never when the transaction is rolled back.
pub async fn put<M: Message>(txn: &Transaction, stamp: &Stamp, message: &M) -> Result<(), StoreError> {
    let now_ms = stamp.clock.now_ms();
    let id = stamp.ids.next("msg", now_ms);
    let (kind, aggregate_id) = message.aggregate();
    let (correlation_id, causation_id) = match crate::bus::cause() {
        Some((correlation_id, causation_id)) => (correlation_id, Some(causation_id)),
        None => (id.clone(), None),
    };
    let envelope = Envelope {
        id: id.clone(),
        message_type: M::TYPE.to_owned(),
        schema_version: M::SCHEMA_VERSION,
        occurred_at_ms: now_ms,
        aggregate: Aggregate {
            kind: kind.to_owned(),
            id: aggregate_id.to_owned(),
        },
        correlation_id,
        causation_id,
        traceparent: crate::trace::current().map(|context| context.header()),
        data: serde_json::to_value(message).map_err(|error| StoreError::Bug(error.to_string()))?,
    };
    let text = serde_json::to_string(&envelope).map_err(|error| StoreError::Bug(error.to_string()))?;
    let statement = Statement::from_sql_and_values(
        txn.get_database_backend(),
        "INSERT INTO outbox (id, type, aggregate_kind, aggregate_id, envelope, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
        [
            id.into(),
            M::TYPE.into(),
            kind.into(),
            aggregate_id.into(),
            text.into(),
            now_ms.into(),
        ],
    );
    txn.execute_raw(statement).await?;
    Ok(())
}

#[derive(FromQueryResult)]
struct Row {
    seq: i64,
    aggregate_kind: String,
    aggregate_id: String,
    envelope: String,
    attempts: i64,
    retry_at: i64,
}

/// Tells the outbox of one subgraph to the bus.
#[derive(Clone)]
pub struct Relay {
    pub subgraph: &'static str,
    pub database: Database,
    pub publisher: Arc<dyn Publisher>,
    pub clock: SharedClock,
    /// Distinguishes this process in the lease.
    pub instance: String,
}

impl Relay {
    /// Works until `shutdown` turns true: under the lease, woken by commits.
    pub async fn run(self, mut shutdown: watch::Receiver<bool>) {
        let committed = self.database.committed();
        let mut housekeeping_at_ms = 0;
        let mut leased_until_ms = 0;
        while !*shutdown.borrow() {
            let told = match self.round(&mut leased_until_ms, &mut housekeeping_at_ms).await {
                Ok(told) => told,
                Err(error) => {
                    tracing::warn!(subgraph = self.subgraph, %error, "the outbox relay failed and tries again");
                    0
                }
            };
            if told == BATCH as usize {
                continue;
            }
            tokio::select! {
                () = committed.notified() => {}
                () = tokio::time::sleep(POLL) => {}
                _ = shutdown.changed() => {}
            }
        }
    }

    async fn round(&self, leased_until_ms: &mut i64, housekeeping_at_ms: &mut i64) -> Result<usize, Error> {
        let now_ms = self.clock.now_ms();
        if *leased_until_ms - now_ms < LEASE_MS / 2 {
            if !lease::claim(&self.database, "outbox_relay", &self.instance, now_ms, LEASE_MS).await? {
                return Ok(0);
            }
            *leased_until_ms = now_ms + LEASE_MS;
        }
        if now_ms >= *housekeeping_at_ms {
            *housekeeping_at_ms = now_ms + HOUSEKEEPING_EVERY_MS;
            self.keep_house(now_ms).await?;
        }
        self.tell().await
    }

    /// Tells what is waiting, at most one batch. Returns how many rows were looked at. A message that fails holds
    /// back only those of its own aggregate.
    pub async fn tell(&self) -> Result<usize, Error> {
        let backend = self.database.writer().get_database_backend();
        let statement = Statement::from_sql_and_values(
            backend,
            "SELECT seq, aggregate_kind, aggregate_id, envelope, attempts, retry_at FROM outbox
             WHERE published_at IS NULL AND dead_at IS NULL ORDER BY seq LIMIT $1",
            [(BATCH as i64).into()],
        );
        let rows = Row::find_by_statement(statement)
            .all(self.database.reader())
            .await
            .map_err(StoreError::from)?;
        let count = rows.len();
        let mut held_back: HashSet<(String, String)> = HashSet::new();
        let mut failed = false;
        for row in rows {
            let aggregate = (row.aggregate_kind, row.aggregate_id);
            let now_ms = self.clock.now_ms();
            if held_back.contains(&aggregate) {
                continue;
            }
            if row.retry_at > now_ms {
                held_back.insert(aggregate);
                continue;
            }
            let envelope: Envelope = serde_json::from_str(&row.envelope).map_err(Error::internal)?;
            let (sql, values): (&str, Vec<sea_orm::Value>) = match self.publisher.publish(&envelope).await {
                Ok(()) => (
                    "UPDATE outbox SET published_at = $1, last_error = NULL WHERE seq = $2",
                    vec![now_ms.into(), row.seq.into()],
                ),
                Err(error) => {
                    failed = true;
                    held_back.insert(aggregate);
                    let attempts = row.attempts + 1;
                    let dead_at = (attempts >= MAX_ATTEMPTS).then_some(now_ms);
                    if dead_at.is_some() {
                        tracing::error!(subgraph = self.subgraph, message_id = %envelope.id, message_type = %envelope.message_type, %error, "a message failed too often and is set aside");
                        metrics::counter!("bus_messages_dead_total", "consumer" => self.subgraph).increment(1);
                    }
                    // 50 ms, doubled each time, at most about half a minute.
                    let pause_ms = 50_i64 << attempts.min(9);
                    (
                        "UPDATE outbox SET attempts = $1, retry_at = $2, last_error = $3, dead_at = $4 WHERE seq = $5",
                        vec![
                            attempts.into(),
                            (now_ms + pause_ms).into(),
                            error.to_string().into(),
                            dead_at.into(),
                            row.seq.into(),
                        ],
                    )
                }
            };
            let statement = Statement::from_sql_and_values(backend, sql, values);
            self.database.writer().execute_raw(statement).await.map_err(StoreError::from)?;
        }
        // A full batch asks for another at once; a failure waits for its turn.
        Ok(if failed { 0 } else { count })
    }

    async fn keep_house(&self, now_ms: i64) -> Result<(), Error> {
        let connection = self.database.writer();
        let backend = connection.get_database_backend();
        if self.publisher.has_forgotten(self.subgraph).await? {
            let statement = Statement::from_sql_and_values(
                backend,
                "UPDATE outbox SET published_at = NULL WHERE published_at IS NOT NULL AND created_at > $1",
                [(now_ms - KEEP_MS).into()],
            );
            let rows = connection.execute_raw(statement).await.map_err(StoreError::from)?.rows_affected();
            tracing::info!(
                subgraph = self.subgraph,
                rows,
                "the bus is new to this subgraph; telling its last seven days again"
            );
        }
        let statement = Statement::from_sql_and_values(
            backend,
            "SELECT COUNT(*) AS waiting, COALESCE(MIN(created_at), $1) AS oldest FROM outbox WHERE published_at IS NULL AND dead_at IS NULL",
            [now_ms.into()],
        );
        if let Some(row) = self.database.reader().query_one_raw(statement).await.map_err(StoreError::from)? {
            let waiting: i64 = row.try_get("", "waiting").map_err(StoreError::from)?;
            let oldest: i64 = row.try_get("", "oldest").map_err(StoreError::from)?;
            metrics::gauge!("outbox_waiting", "subgraph" => self.subgraph).set(waiting as f64);
            metrics::gauge!("outbox_lag_seconds", "subgraph" => self.subgraph).set((now_ms - oldest).max(0) as f64 / 1000.0);
        }
        let statement = Statement::from_sql_and_values(
            backend,
            "DELETE FROM outbox WHERE published_at IS NOT NULL AND created_at < $1",
            [(now_ms - KEEP_MS).into()],
        );
        connection.execute_raw(statement).await.map_err(StoreError::from)?;
        crate::inbox::sweep(&self.database, now_ms).await?;
        crate::idempotency::sweep(&self.database, now_ms).await?;
        Ok(())
    }
}

/// Lets a dead message be tried again (an operator's act): clears the mark of every dead row.
pub async fn revive(database: &Database) -> Result<u64, StoreError> {
    let txn = database.writer().begin().await?;
    let statement = Statement::from_string(
        txn.get_database_backend(),
        "UPDATE outbox SET dead_at = NULL, attempts = 0, retry_at = 0 WHERE dead_at IS NOT NULL",
    );
    let rows = txn.execute_raw(statement).await?.rows_affected();
    txn.commit().await?;
    Ok(rows)
}
