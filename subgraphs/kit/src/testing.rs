//! What tests of subgraphs share: a migrated database of their own, dependencies with a clock that stands still,
//! and execution through the real schema.

use std::collections::HashMap;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use sea_orm::{ConnectionTrait, DatabaseConnection, DbErr};
use serde_json::Value;

use crate::cache::Cache;
use crate::clock::ManualClock;
use crate::database::Database;
use crate::env::Env;
use crate::id::Ids;
use crate::internal::Internal;
use crate::live::Live;
use crate::page::Cursors;
use crate::service::{Deps, Service};
use crate::token::{Jwks, SigningKey, Verifier};
use crate::viewer::Viewer;

/// Set to a URL such as `postgres://postgres@127.0.0.1:5432/postgres` to run store tests on PostgreSQL too.
pub const POSTGRES_VARIABLE: &str = "MARQUEE_TEST_POSTGRES_URL";
/// 2026-06-01T12:00:00Z: where the manual clock of tests begins.
pub const NOW_MS: i64 = 1_780_315_200_000;

/// A folder that is removed when dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = std::env::temp_dir().join(format!("marquee-test-{}", uuid::Uuid::new_v4().simple()));
        std::fs::create_dir_all(&path).expect("the temporary folder can be written");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Default for Folder {
    fn default() -> Self {
        Self::new()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Which engine a test runs on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Sqlite,
    Postgres,
}

/// The engines there are: SQLite always, PostgreSQL where `MARQUEE_TEST_POSTGRES_URL` names one.
pub fn engines() -> Vec<Engine> {
    let mut engines = vec![Engine::Sqlite];
    if Env::system().text(POSTGRES_VARIABLE).is_some() {
        engines.push(Engine::Postgres);
    }
    engines
}

/// Dependencies of one test. Keep it alive as long as the test runs.
pub struct TestDeps {
    pub deps: Deps,
    pub clock: ManualClock,
    /// Register the answers of other subgraphs here.
    pub internal: Internal,
    /// Signs as the subgraph under test.
    pub signing_key: Arc<SigningKey>,
    pub folder: Folder,
}

/// A migrated database on SQLite and everything around it. `migrate` runs the subgraph's Migrator.
pub async fn deps<F, Fut>(migrate: F) -> TestDeps
where
    F: FnOnce(DatabaseConnection) -> Fut,
    Fut: Future<Output = Result<(), DbErr>>,
{
    deps_on(Engine::Sqlite, migrate).await
}

/// The same on the engine of choice; on PostgreSQL the test gets a database of its own.
pub async fn deps_on<F, Fut>(engine: Engine, migrate: F) -> TestDeps
where
    F: FnOnce(DatabaseConnection) -> Fut,
    Fut: Future<Output = Result<(), DbErr>>,
{
    let folder = Folder::new();
    let url = match engine {
        Engine::Sqlite => format!("sqlite://{}/test.db", folder.path().display()),
        Engine::Postgres => new_postgres_database().await,
    };
    let database = Database::connect(&url).await.expect("the test database opens");
    migrate(database.writer().clone()).await.expect("the migrations run");
    let clock = ManualClock::at(NOW_MS);
    let ids = Ids::seeded(42);
    let signing_key = Arc::new(SigningKey::generate("bookings", &ids).expect("a key can be made"));
    let internal = Internal::in_process();
    let shared: crate::clock::SharedClock = Arc::new(clock.clone());
    let deps = Deps {
        database,
        clock: shared.clone(),
        // Ids of tests that run at once on one engine must differ.
        ids: Ids::system(),
        live: Live::in_process(),
        cache: Cache::in_memory(shared),
        internal: internal.clone(),
        verifier: Verifier::new(Jwks {
            keys: vec![signing_key.public_jwk()],
        })
        .expect("the JWKS is good"),
        signing_key: Some(signing_key.clone()),
        cursors: Cursors::new([7; 32]),
        public_url: "http://127.0.0.1:4000".to_owned(),
        development: true,
        env: Env::from_pairs(&[]),
        data_dir: folder.path().to_owned(),
        instance: "test".to_owned(),
    };
    TestDeps {
        deps,
        clock,
        internal,
        signing_key,
        folder,
    }
}

async fn new_postgres_database() -> String {
    let url = Env::system().text(POSTGRES_VARIABLE).expect("the PostgreSQL variable is set");
    let name = format!("test_{}", uuid::Uuid::new_v4().simple());
    let admin = sea_orm::Database::connect(&url).await.expect("PostgreSQL answers");
    admin
        .execute_unprepared(&format!("CREATE DATABASE {name}"))
        .await
        .expect("a test database can be made");
    let (base, _) = url.rsplit_once('/').expect("the URL names a database");
    format!("{base}/{name}")
}

/// Executes an operation through the service's real schema and returns the whole response.
pub async fn execute(service: &Service, viewer: &Viewer, query: &str, variables: Value) -> Value {
    let body = serde_json::json!({"query": query, "variables": variables});
    let reply = service.graphql.execute(viewer.clone(), Bytes::from(body.to_string())).await;
    serde_json::from_slice(&reply.body).expect("a response is JSON")
}

/// A bus for tests of one service: hands over, through the real consumers, messages given by type and data.
pub async fn hear<M: crate::bus::Message>(service: &Service, message_id: &str, message: &M, now_ms: i64) -> Result<(), crate::Error> {
    let (kind, id) = message.aggregate();
    let envelope = crate::bus::Envelope {
        id: message_id.to_owned(),
        message_type: M::TYPE.to_owned(),
        schema_version: M::SCHEMA_VERSION,
        occurred_at_ms: now_ms,
        aggregate: crate::bus::Aggregate {
            kind: kind.to_owned(),
            id: id.to_owned(),
        },
        correlation_id: message_id.to_owned(),
        causation_id: None,
        traceparent: None,
        data: serde_json::to_value(message).expect("a message is plain data"),
    };
    service.consumers.handle(service.name, &envelope).await
}

/// The messages in the outbox, oldest first, by type with their data.
pub async fn outbox(database: &Database) -> Vec<(String, Value)> {
    let connection = database.reader();
    let statement = sea_orm::Statement::from_string(connection.get_database_backend(), "SELECT envelope FROM outbox ORDER BY seq");
    let rows = connection.query_all_raw(statement).await.expect("the outbox can be read");
    rows.iter()
        .map(|row| {
            let text: String = row.try_get("", "envelope").expect("an envelope is text");
            let envelope: crate::bus::Envelope = serde_json::from_str(&text).expect("an envelope is JSON");
            (envelope.message_type, envelope.data)
        })
        .collect()
}

/// The rows of every table, as text: for "nothing changed" on refusal.
pub async fn table_counts(database: &Database, tables: &[&str]) -> HashMap<String, i64> {
    let connection = database.reader();
    let mut counts = HashMap::new();
    for table in tables {
        let statement = sea_orm::Statement::from_string(
            connection.get_database_backend(),
            format!("SELECT COUNT(*) AS rows_in_table FROM {table}"),
        );
        let row = connection
            .query_one_raw(statement)
            .await
            .expect("the table can be read")
            .expect("COUNT answers a row");
        counts.insert((*table).to_owned(), row.try_get("", "rows_in_table").expect("a count is a number"));
    }
    counts
}
