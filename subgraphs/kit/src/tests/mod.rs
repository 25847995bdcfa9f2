//! The plumbing at work on real databases, a real Redis and real sockets.

#![allow(clippy::unwrap_used)]

mod bus_over_redis;
mod callers;
mod claims;
mod outbox;
mod store_errors;
mod subscriptions;

// The tables are those of the migrations, read from their file: kit depends on no crate of ours.
#[path = "../../../../migrations/src/platform.rs"]
mod platform;

use std::sync::Arc;

use futures_util::future::BoxFuture;
use parking_lot::Mutex;
use sea_orm_migration::SchemaManager;
use serde::{Deserialize, Serialize};
use tokio::sync::mpsc;

use crate::bus::{Envelope, Message, Publisher};
use crate::database::Database;
use crate::error::Error;
use crate::outbox::{Relay, Stamp, put};
use crate::testing::{Engine, TestDeps, deps_on, engines};

/// A fact about a thing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
struct ThingChanged {
    thing_id: String,
    number: i64,
}

impl Message for ThingChanged {
    const TYPE: &'static str = "things.thing_changed";
    fn aggregate(&self) -> (&'static str, &str) {
        ("thing", &self.thing_id)
    }
}

/// A database with the platform's tables on this engine.
async fn on(engine: Engine) -> TestDeps {
    deps_on(
        engine,
        |connection| async move { platform::up(&SchemaManager::new(&connection)).await },
    )
    .await
}

/// One database on each engine there is.
async fn everywhere() -> Vec<TestDeps> {
    let mut all = Vec::new();
    for engine in engines() {
        all.push(on(engine).await);
    }
    all
}

fn stamp(test: &TestDeps) -> Stamp {
    test.deps.stamp()
}

/// Puts facts about a thing into the outbox, in one transaction.
async fn tell(test: &TestDeps, thing_id: &str, numbers: impl IntoIterator<Item = i64>) {
    let txn = test.deps.database.begin().await.unwrap();
    for number in numbers {
        let message = ThingChanged {
            thing_id: thing_id.to_owned(),
            number,
        };
        put(&txn, &stamp(test), &message).await.unwrap();
    }
    txn.commit().await.unwrap();
}

fn relay(test: &TestDeps, publisher: Arc<dyn Publisher>, instance: &str) -> Relay {
    Relay {
        subgraph: "things",
        database: test.deps.database.clone(),
        publisher,
        clock: test.deps.clock.clone(),
        instance: instance.to_owned(),
    }
}

type Verdict = dyn Fn(&ThingChanged) -> Result<(), Error> + Send + Sync;

/// A bus that notes what is told it and answers as the test says.
struct Scripted {
    verdict: Box<Verdict>,
    blames_messages: bool,
    forgotten: Mutex<bool>,
    told: mpsc::UnboundedSender<String>,
}

impl Scripted {
    fn new(verdict: impl Fn(&ThingChanged) -> Result<(), Error> + Send + Sync + 'static) -> (Self, mpsc::UnboundedReceiver<String>) {
        let (told, heard) = mpsc::unbounded_channel();
        let bus = Self {
            verdict: Box::new(verdict),
            blames_messages: true,
            forgotten: Mutex::new(false),
            told,
        };
        (bus, heard)
    }
}

impl Publisher for Scripted {
    fn publish<'a>(&'a self, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let thing: ThingChanged = serde_json::from_value(envelope.data.clone()).unwrap();
            (self.verdict)(&thing)?;
            self.told.send(format!("{}{}", thing.thing_id, thing.number)).unwrap();
            Ok(())
        })
    }

    fn has_forgotten<'a>(&'a self, _publisher: &'a str) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async { Ok(*self.forgotten.lock()) })
    }

    fn remember<'a>(&'a self, _publisher: &'a str) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async {
            *self.forgotten.lock() = false;
            Ok(())
        })
    }

    fn may_refuse(&self) -> bool {
        self.blames_messages
    }
}

/// What has been told so far.
fn heard(receiver: &mut mpsc::UnboundedReceiver<String>) -> Vec<String> {
    std::iter::from_fn(|| receiver.try_recv().ok()).collect()
}

/// A number the database answers.
async fn number(database: &Database, sql: &str) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let connection = database.reader();
    let statement = Statement::from_string(connection.get_database_backend(), sql);
    connection
        .query_one_raw(statement)
        .await
        .unwrap()
        .unwrap()
        .try_get("", "n")
        .unwrap()
}
