//! The outbox: messages written in the transaction of the fact, and the relay that tells them.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{ConnectionTrait, FromQueryResult, Statement};
use tokio::sync::watch;

use crate::bus::{self, Aggregate, Envelope, Message, Publisher};
use crate::clock::SharedClock;
use crate::database::{Database, StoreError, Transaction};
use crate::error::Error;
use crate::id::Ids;
use crate::lease;

/// Published rows are kept this long, so that a bus that has forgotten can be told again.
pub const KEEP_MS: i64 = 7 * 24 * 60 * 60 * 1000;
const BATCH: i64 = 200;
const MAX_ATTEMPTS: i64 = 10;
const LEASE: &str = "outbox_relay";
const LEASE_MS: i64 = 5_000;
/// How long the relay waits for a commit before it looks by itself: other instances commit too.
const POLL: Duration = Duration::from_millis(250);
/// The longest wait after failures in a row.
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
const HOUSEKEEPING_EVERY_MS: i64 = 1_000;
const SWEEP_EVERY_MS: i64 = 60_000;

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
    let (correlation_id, causation_id) = match bus::cause() {
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

/// When the relay next has to do what it does not do every round; epoch milliseconds.
#[derive(Default)]
struct Due {
    lease_until_ms: i64,
    housekeeping_at_ms: i64,
    sweep_at_ms: i64,
}

impl Relay {
    /// Works until `shutdown` turns true: under the lease, woken by commits.
    pub async fn run(self, mut shutdown: watch::Receiver<bool>) {
        let committed = self.database.committed();
        let mut due = Due::default();
        let mut pause = POLL;
        while !*shutdown.borrow() {
            match self.round(&mut due).await {
                Ok(0) => pause = POLL,
                Ok(_) => {
                    pause = POLL;
                    continue;
                }
                Err(error) => {
                    tracing::warn!(subgraph = self.subgraph, %error, "the outbox relay failed and tries again");
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
            }
            tokio::select! {
                () = committed.notified(), if pause == POLL => {}
                () = tokio::time::sleep(pause) => {}
                _ = shutdown.changed() => {}
            }
        }
        if let Err(error) = lease::release(&self.database, LEASE, &self.instance).await {
            tracing::warn!(subgraph = self.subgraph, %error, "the relay's lease runs out by itself");
        }
    }

    async fn round(&self, due: &mut Due) -> Result<usize, Error> {
        if !self.keep_lease(due).await? {
            metrics::gauge!("outbox_waiting", "subgraph" => self.subgraph).set(0.0);
            metrics::gauge!("outbox_lag_seconds", "subgraph" => self.subgraph).set(0.0);
            return Ok(0);
        }
        let now_ms = self.clock.now_ms();
        if now_ms >= due.housekeeping_at_ms {
            due.housekeeping_at_ms = now_ms + HOUSEKEEPING_EVERY_MS;
            self.measure(now_ms).await?;
            if now_ms >= due.sweep_at_ms {
                due.sweep_at_ms = now_ms + SWEEP_EVERY_MS;
                self.sweep(now_ms).await?;
            }
            self.remind(now_ms).await?;
        }
        self.tell_under(Some(due)).await
    }

    /// Takes the lease, or renews it in its second half. `false`: another instance tells.
    async fn keep_lease(&self, due: &mut Due) -> Result<bool, Error> {
        let now_ms = self.clock.now_ms();
        if due.lease_until_ms - now_ms < LEASE_MS / 2 {
            due.lease_until_ms = 0;
            if !lease::claim(&self.database, LEASE, &self.instance, now_ms, LEASE_MS).await? {
                return Ok(false);
            }
            due.lease_until_ms = now_ms + LEASE_MS;
        }
        Ok(true)
    }

    /// Tells what is waiting, at most one batch. Returns how many messages were told. A message that fails holds
    /// back only those of its own aggregate.
    pub async fn tell(&self) -> Result<usize, Error> {
        self.tell_under(None).await
    }

    async fn tell_under(&self, mut due: Option<&mut Due>) -> Result<usize, Error> {
        let mut told = 0;
        let mut held_back: HashSet<(String, String)> = HashSet::new();
        for row in self.waiting().await? {
            let aggregate = (row.aggregate_kind.clone(), row.aggregate_id.clone());
            if held_back.contains(&aggregate) {
                continue;
            }
            // Handlers may take their time; whoever took over meanwhile tells the rest.
            if let Some(due) = due.as_deref_mut()
                && !self.keep_lease(due).await?
            {
                break;
            }
            let outcome = match serde_json::from_str::<Envelope>(&row.envelope) {
                Ok(envelope) => self.publisher.publish(&envelope).await,
                Err(error) => Err(Error::internal(error)),
            };
            match outcome {
                Ok(()) => {
                    self.record_told(&row).await?;
                    told += 1;
                }
                Err(error) if !self.publisher.may_refuse() => return Err(error),
                Err(error) => {
                    self.record_failure(&row, &error).await?;
                    held_back.insert(aggregate);
                }
            }
        }
        Ok(told)
    }

    /// The oldest messages whose turn it is: none that waits for its next try, nor any behind one of its aggregate.
    async fn waiting(&self) -> Result<Vec<Row>, StoreError> {
        let statement = Statement::from_sql_and_values(
            self.database.reader().get_database_backend(),
            "SELECT seq, aggregate_kind, aggregate_id, envelope, attempts FROM outbox
             WHERE published_at IS NULL AND dead_at IS NULL AND retry_at <= $1
             AND NOT EXISTS (SELECT 1 FROM outbox earlier
                WHERE earlier.published_at IS NULL AND earlier.dead_at IS NULL AND earlier.retry_at > $1 AND earlier.seq < outbox.seq
                AND earlier.aggregate_kind = outbox.aggregate_kind AND earlier.aggregate_id = outbox.aggregate_id)
             ORDER BY seq LIMIT $2",
            [self.clock.now_ms().into(), BATCH.into()],
        );
        Ok(Row::find_by_statement(statement).all(self.database.reader()).await?)
    }

    async fn record_told(&self, row: &Row) -> Result<(), StoreError> {
        self.execute(
            "UPDATE outbox SET published_at = $1, last_error = NULL WHERE seq = $2",
            vec![self.clock.now_ms().into(), row.seq.into()],
        )
        .await?;
        Ok(())
    }

    /// Plans the next try, or sets the message aside after the last. One that failed because something was away is
    /// never set aside.
    async fn record_failure(&self, row: &Row, error: &Error) -> Result<(), StoreError> {
        let now_ms = self.clock.now_ms();
        let attempts = row.attempts + 1;
        let dead_at = (attempts >= MAX_ATTEMPTS && !bus::is_passing(error)).then_some(now_ms);
        if dead_at.is_some() {
            tracing::error!(subgraph = self.subgraph, seq = row.seq, %error, "a message failed too often and is set aside");
            metrics::counter!("bus_messages_dead_total", "consumer" => self.subgraph).increment(1);
        }
        // 100 ms, doubled each time, at most about half a minute.
        let pause_ms = 50_i64 << attempts.min(9);
        // Unless another instance has told it meanwhile.
        self.execute(
            "UPDATE outbox SET attempts = $1, retry_at = $2, last_error = $3, dead_at = $4 WHERE seq = $5 AND published_at IS NULL",
            vec![
                attempts.into(),
                (now_ms + pause_ms).into(),
                error.to_string().into(),
                dead_at.into(),
                row.seq.into(),
            ],
        )
        .await?;
        Ok(())
    }

    /// Tells the recent past again to a bus that has forgotten it. The bus is told that it remembers only when every
    /// row is marked: a process that ends in between leaves the work to the next.
    async fn remind(&self, now_ms: i64) -> Result<(), Error> {
        if !self.publisher.has_forgotten(self.subgraph).await? {
            return Ok(());
        }
        let rows = self
            .execute(
                "UPDATE outbox SET published_at = NULL WHERE published_at IS NOT NULL AND created_at > $1",
                vec![(now_ms - KEEP_MS).into()],
            )
            .await?;
        self.publisher.remember(self.subgraph).await?;
        tracing::info!(
            subgraph = self.subgraph,
            rows,
            "the bus is new to this subgraph; telling its last seven days again"
        );
        Ok(())
    }

    async fn measure(&self, now_ms: i64) -> Result<(), StoreError> {
        let reader = self.database.reader();
        let statement = Statement::from_sql_and_values(
            reader.get_database_backend(),
            "SELECT COUNT(*) AS waiting, COALESCE(MIN(created_at), $1) AS oldest FROM outbox WHERE published_at IS NULL AND dead_at IS NULL",
            [now_ms.into()],
        );
        if let Some(row) = reader.query_one_raw(statement).await? {
            let (waiting, oldest): (i64, i64) = (row.try_get("", "waiting")?, row.try_get("", "oldest")?);
            metrics::gauge!("outbox_waiting", "subgraph" => self.subgraph).set(waiting as f64);
            metrics::gauge!("outbox_lag_seconds", "subgraph" => self.subgraph).set((now_ms - oldest).max(0) as f64 / 1000.0);
        }
        Ok(())
    }

    async fn sweep(&self, now_ms: i64) -> Result<(), StoreError> {
        self.execute(
            "DELETE FROM outbox WHERE published_at IS NOT NULL AND created_at < $1",
            vec![(now_ms - KEEP_MS).into()],
        )
        .await?;
        crate::inbox::sweep(&self.database, now_ms).await?;
        crate::idempotency::sweep(&self.database, now_ms).await?;
        Ok(())
    }

    async fn execute(&self, sql: &str, values: Vec<sea_orm::Value>) -> Result<u64, StoreError> {
        let writer = self.database.writer();
        let statement = Statement::from_sql_and_values(writer.get_database_backend(), sql, values);
        Ok(writer.execute_raw(statement).await?.rows_affected())
    }
}
