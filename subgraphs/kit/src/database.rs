//! One subgraph's database: a pool for reading, a pool for writing, transactions and the store's error.
//!
//! SQLite has one writer (`BEGIN IMMEDIATE`) and a read-only pool of four over the same file in WAL mode;
//! PostgreSQL has one pool at READ COMMITTED. A command never reads through the reader while its transaction is open.

use std::future::Future;
use std::ops::Deref;
use std::sync::Arc;
use std::time::Duration;

use sea_orm::{
    AccessMode, ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DatabaseTransaction, DbErr, IsolationLevel,
    RuntimeErr, SqlErr, SqliteTransactionMode, TransactionOptions, TransactionTrait,
};
use tokio::sync::Notify;

const SQLITE_READERS: u32 = 4;
const POSTGRES_CONNECTIONS: u32 = 16;
const BUSY_TIMEOUT_MS: u32 = 5_000;
const ACQUIRE_TIMEOUT: Duration = Duration::from_secs(10);
const RETRIES: u32 = 3;

/// Codes of failures that pass by themselves.
const PASSING: [&str; 12] = [
    // PostgreSQL: serialisation failure, deadlock, lock not available, shutting down (three), too many connections.
    "40001", "40P01", "55P03", "57P01", "57P02", "57P03", "53300",
    // SQLite: BUSY, LOCKED, and BUSY while recovering, with an old snapshot, after the timeout.
    "5", "6", "261", "517", "773",
];

/// Why a store could not do what it was asked: what the caller can do about it.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("no such row")]
    NotFound,
    /// A unique index or a check refused the write.
    #[error("a constraint refused the write")]
    Conflict,
    /// Busy, gone or losing a race: the same may work in a moment.
    #[error("the database did not answer: {0}")]
    Unavailable(String),
    /// A fault in our own SQL or types.
    #[error("database error: {0}")]
    Bug(String),
}

impl From<DbErr> for StoreError {
    fn from(error: DbErr) -> Self {
        if let Some(SqlErr::UniqueConstraintViolation(_) | SqlErr::ForeignKeyConstraintViolation(_)) = error.sql_err() {
            return Self::Conflict;
        }
        match &error {
            DbErr::RecordNotFound(_) => Self::NotFound,
            DbErr::ConnectionAcquire(_) | DbErr::Conn(_) => Self::Unavailable(error.to_string()),
            DbErr::Exec(RuntimeErr::SqlxError(inner)) | DbErr::Query(RuntimeErr::SqlxError(inner)) => match inner.as_database_error() {
                Some(database) => match database.code().as_deref() {
                    Some(code) if PASSING.contains(&code) => Self::Unavailable(error.to_string()),
                    // 23514 check violation; 275 SQLITE_CONSTRAINT_CHECK.
                    Some("23514" | "275") => Self::Conflict,
                    _ => Self::Bug(error.to_string()),
                },
                None => Self::Unavailable(error.to_string()),
            },
            _ => Self::Bug(error.to_string()),
        }
    }
}

/// Whether trying the same again may work.
pub trait MayRetry {
    fn may_retry(&self) -> bool;
}

impl MayRetry for StoreError {
    fn may_retry(&self) -> bool {
        matches!(self, Self::Unavailable(_))
    }
}

/// Runs `work` up to three times while it fails with something that may pass. Only for closures that touch nothing
/// but the database.
pub async fn retrying<T, E, F, Fut>(mut work: F) -> Result<T, E>
where
    F: FnMut() -> Fut,
    Fut: Future<Output = Result<T, E>>,
    E: MayRetry,
{
    let mut attempt = 1;
    loop {
        match work().await {
            Err(error) if attempt < RETRIES && error.may_retry() => {
                let jitter = getrandom::u32().unwrap_or(0) % 20;
                tokio::time::sleep(Duration::from_millis(u64::from(attempt * 10 + jitter))).await;
                attempt += 1;
            }
            result => return result,
        }
    }
}

/// A subgraph's database. Clones share the pools.
#[derive(Clone)]
pub struct Database {
    reader: DatabaseConnection,
    writer: DatabaseConnection,
    committed: Arc<Notify>,
}

impl Database {
    /// Opens `sqlite://path` (made when it is missing), `sqlite::memory:` is not supported, or `postgres://…`.
    pub async fn connect(url: &str) -> Result<Self, StoreError> {
        let (reader, writer) = if let Some(path) = url.strip_prefix("sqlite://") {
            let path = path.split('?').next().unwrap_or(path);
            let writer = sea_orm::Database::connect(sqlite_options(path, false)).await?;
            writer.execute_unprepared("PRAGMA journal_mode = WAL").await?;
            let reader = sea_orm::Database::connect(sqlite_options(path, true)).await?;
            (reader, writer)
        } else if url.starts_with("postgres://") || url.starts_with("postgresql://") {
            let mut options = ConnectOptions::new(url);
            options
                .max_connections(POSTGRES_CONNECTIONS)
                .acquire_timeout(ACQUIRE_TIMEOUT)
                .sqlx_logging_level(log::LevelFilter::Debug);
            let pool = sea_orm::Database::connect(options).await?;
            (pool.clone(), pool)
        } else {
            return Err(StoreError::Bug("a database URL begins with sqlite:// or postgres://".to_owned()));
        };
        Ok(Self {
            reader,
            writer,
            committed: Arc::new(Notify::new()),
        })
    }

    /// For queries outside a command.
    pub fn reader(&self) -> &DatabaseConnection {
        &self.reader
    }

    /// For migrations, and for single statements that are their own transaction.
    pub fn writer(&self) -> &DatabaseConnection {
        &self.writer
    }

    pub fn is_sqlite(&self) -> bool {
        self.writer.get_database_backend() == DatabaseBackend::Sqlite
    }

    /// Begins a writing transaction.
    pub async fn begin(&self) -> Result<Transaction, StoreError> {
        let options = if self.is_sqlite() {
            TransactionOptions {
                sqlite_transaction_mode: Some(SqliteTransactionMode::Immediate),
                ..Default::default()
            }
        } else {
            TransactionOptions {
                isolation_level: Some(IsolationLevel::ReadCommitted),
                access_mode: Some(AccessMode::ReadWrite),
                ..Default::default()
            }
        };
        let inner = self.writer.begin_with_options(options).await?;
        Ok(Transaction {
            inner,
            committed: self.committed.clone(),
        })
    }

    /// Resolves after the next commit in this process; the relay waits on it.
    pub(crate) fn committed(&self) -> Arc<Notify> {
        self.committed.clone()
    }
}

fn sqlite_options(path: &str, read_only: bool) -> ConnectOptions {
    // The writer opens the file for writing and makes it; readers can change nothing.
    let mode = if read_only { "ro" } else { "rwc" };
    let mut options = ConnectOptions::new(format!("sqlite://{path}?mode={mode}"));
    let connections = if read_only { SQLITE_READERS } else { 1 };
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(ACQUIRE_TIMEOUT)
        .sqlx_logging_level(log::LevelFilter::Debug)
        .map_sqlx_sqlite_opts(|options| {
            options
                .busy_timeout(Duration::from_millis(u64::from(BUSY_TIMEOUT_MS)))
                .pragma("synchronous", "NORMAL")
                .foreign_keys(true)
        });
    options
}

/// A writing transaction; rolled back when dropped.
pub struct Transaction {
    inner: DatabaseTransaction,
    committed: Arc<Notify>,
}

impl Transaction {
    /// What SeaORM's queries take.
    pub fn connection(&self) -> &DatabaseTransaction {
        &self.inner
    }

    /// Makes it true, and wakes the outbox relay.
    pub async fn commit(self) -> Result<(), StoreError> {
        self.inner.commit().await?;
        self.committed.notify_one();
        Ok(())
    }
}

impl Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}
