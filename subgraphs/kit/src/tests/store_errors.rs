//! What a database says, as what a caller can do about it.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures_util::future::{join, join_all};
use sea_orm::ConnectionTrait;
use tokio::sync::Barrier;

use super::{everywhere, number, on};
use crate::database::{MayRetry, StoreError, retrying};
use crate::error::{Code, Error};
use crate::loader::{Loader, MAX_BATCH};
use crate::testing::{Engine, engines};

#[tokio::test]
async fn constraints_are_conflicts_and_faults_are_bugs_on_either_engine() {
    for test in everywhere().await {
        let writer = test.deps.database.writer();
        let run = async |sql: &str| writer.execute_unprepared(sql).await.map_err(StoreError::from).map(|_| ());
        run("CREATE TABLE parent (id TEXT PRIMARY KEY, n BIGINT NOT NULL CHECK (n >= 0))")
            .await
            .unwrap();
        run("CREATE TABLE child (id TEXT PRIMARY KEY, parent_id TEXT NOT NULL REFERENCES parent (id))")
            .await
            .unwrap();
        run("INSERT INTO parent (id, n) VALUES ('a', 1)").await.unwrap();
        for conflict in [
            "INSERT INTO parent (id, n) VALUES ('a', 2)",
            "INSERT INTO parent (id, n) VALUES ('b', -1)",
            "UPDATE parent SET n = n - 2",
            "INSERT INTO child (id, parent_id) VALUES ('c', 'nobody')",
        ] {
            assert!(matches!(run(conflict).await, Err(StoreError::Conflict)), "{conflict}");
        }
        for bug in ["SELECT nothing FROM parent", "INSERT INTO parent (id) VALUES ('d')"] {
            assert!(matches!(run(bug).await, Err(StoreError::Bug(_))), "{bug}");
        }
        assert_eq!(number(&test.deps.database, "SELECT COUNT(*) AS n FROM parent").await, 1);
    }
}

#[tokio::test]
async fn a_deadlock_passes_on_the_second_try() {
    if !engines().contains(&Engine::Postgres) {
        return;
    }
    let test = on(Engine::Postgres).await;
    let database = &test.deps.database;
    let writer = database.writer();
    writer
        .execute_unprepared("CREATE TABLE pair (id TEXT PRIMARY KEY, n BIGINT NOT NULL)")
        .await
        .unwrap();
    writer
        .execute_unprepared("INSERT INTO pair (id, n) VALUES ('a', 0), ('b', 0)")
        .await
        .unwrap();
    let (both_hold_one, refusals) = (Arc::new(Barrier::new(2)), AtomicUsize::new(0));
    let cross = async |first: &str, second: &str| {
        let tries = AtomicUsize::new(0);
        retrying(|| async {
            let txn = database.begin().await?;
            let add = async |id: &str| {
                txn.execute_unprepared(&format!("UPDATE pair SET n = n + 1 WHERE id = '{id}'"))
                    .await
            };
            add(first).await?;
            if tries.fetch_add(1, Ordering::SeqCst) == 0 {
                both_hold_one.wait().await;
            }
            add(second).await.map_err(StoreError::from).inspect_err(|error| {
                assert!(error.may_retry(), "{error}");
                refusals.fetch_add(1, Ordering::SeqCst);
            })?;
            txn.commit().await
        })
        .await
    };
    let (one, other) = join(cross("a", "b"), cross("b", "a")).await;
    one.unwrap();
    other.unwrap();
    assert_eq!(refusals.load(Ordering::SeqCst), 1, "one of two in a deadlock is refused");
    assert_eq!(number(database, "SELECT MIN(n) AS n FROM pair").await, 2);
}

#[tokio::test]
async fn a_busy_file_passes() {
    let test = on(Engine::Sqlite).await;
    let path = test.folder.path().join("test.db");
    let other = crate::database::Database::connect(&format!("sqlite://{}", path.display()))
        .await
        .unwrap();
    other.writer().execute_unprepared("PRAGMA busy_timeout = 0").await.unwrap();
    let held = test.deps.database.begin().await.unwrap();
    let refused = other.begin().await.err().expect("the file has one writer");
    assert!(refused.may_retry(), "{refused}");
    let told = Error::from(refused);
    assert_eq!(told.code(), Code::ServiceUnavailable);
    drop(held);
}

#[tokio::test]
async fn a_database_that_is_not_there_is_said_to_be_unavailable() {
    let missing = crate::database::Database::connect("sqlite:///nowhere/at/all.db").await;
    let error = missing.err().expect("it is not there");
    assert!(error.may_retry(), "{error}");
    assert!(matches!(
        crate::database::Database::connect("mysql://x").await,
        Err(StoreError::Bug(_))
    ));
}

#[tokio::test]
async fn keys_are_read_in_batches_and_a_failed_read_fails_each() {
    let batches = Arc::new(parking_lot::Mutex::new(Vec::new()));
    let noted = batches.clone();
    let loader = Loader::new(move |keys: Vec<u32>| {
        noted.lock().push(keys.len());
        async move {
            if keys.contains(&13) {
                return Err(StoreError::Unavailable("busy".to_owned()));
            }
            Ok(keys
                .into_iter()
                .filter(|key| key % 2 == 0)
                .map(|key| (key, key * 10))
                .collect::<HashMap<_, _>>())
        }
    });
    assert_eq!(loader.load_many([2, 3, 4, 2]).await.unwrap(), [Some(20), None, Some(40), Some(20)]);
    assert_eq!(batches.lock().drain(..).collect::<Vec<_>>(), [3], "one read of distinct keys");
    let many = loader
        .load_many((0..u32::try_from(MAX_BATCH).unwrap() * 2).map(|key| key * 2))
        .await
        .unwrap();
    assert!(many.iter().all(Option::is_some));
    assert!(batches.lock().drain(..).all(|size| size <= MAX_BATCH));
    for failed in join_all([loader.load(13), loader.load(14)]).await {
        assert_eq!(failed.unwrap_err().code(), Code::ServiceUnavailable);
    }
}
