//! What is contended: one of many gets it, on either engine.

use std::time::Duration;

use futures_util::future::join_all;
use uuid::Uuid;

use super::everywhere;
use crate::database::retrying;
use crate::idempotency::{self, Claim};
use crate::worker::Worker;
use crate::{Error, inbox, lease};

#[tokio::test]
async fn a_message_is_claimed_by_one_of_many_deliveries() {
    for test in everywhere().await {
        let database = &test.deps.database;
        let claims = (0..8).map(|_| {
            retrying(|| async {
                let txn = database.begin().await?;
                let claimed = inbox::claim(&txn, "things", "msg_1", 0).await?;
                txn.commit().await?;
                Ok::<_, Error>(claimed)
            })
        });
        let won = join_all(claims)
            .await
            .into_iter()
            .filter(|claimed| *claimed.as_ref().unwrap())
            .count();
        assert_eq!(won, 1);
        let txn = database.begin().await.unwrap();
        assert!(
            inbox::claim(&txn, "others", "msg_1", 0).await.unwrap(),
            "another consumer hears it too"
        );
        drop(txn);
        assert_eq!(inbox::sweep(database, inbox::KEEP_MS).await.unwrap(), 0);
        assert_eq!(inbox::sweep(database, inbox::KEEP_MS + 1).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_key_gives_the_first_answer_again_and_refuses_another_request() {
    for test in everywhere().await {
        let (database, key) = (&test.deps.database, Uuid::new_v4());
        let attempt = async |request: &'static str, result: &'static str| {
            let txn = database.begin().await.unwrap();
            let claim = idempotency::claim(&txn, "usr_1 buy", &key, &request, 0).await.unwrap();
            if claim == Claim::Fresh {
                idempotency::record(&txn, "usr_1 buy", &key, result).await.unwrap();
                txn.commit().await.unwrap();
            }
            claim
        };
        let txn = database.begin().await.unwrap();
        assert_eq!(idempotency::claim(&txn, "usr_1 buy", &key, &"one", 0).await.unwrap(), Claim::Fresh);
        drop(txn);
        let claims = join_all((0..6).map(|_| attempt("one", "bkg_1"))).await;
        assert_eq!(
            claims.iter().filter(|claim| **claim == Claim::Fresh).count(),
            1,
            "what was rolled back is free again"
        );
        assert_eq!(
            claims.iter().filter(|claim| **claim == Claim::Replay("bkg_1".to_owned())).count(),
            5
        );
        assert_eq!(attempt("two", "bkg_2").await, Claim::Conflict);
        let txn = database.begin().await.unwrap();
        let elsewhere = idempotency::claim(&txn, "usr_2 buy", &key, &"two", 0).await.unwrap();
        assert_eq!(elsewhere, Claim::Fresh, "another caller's key");
        drop(txn);
        assert_eq!(idempotency::sweep(database, idempotency::KEEP_MS + 1).await.unwrap(), 1);
    }
}

#[tokio::test]
async fn a_lease_is_held_by_one_until_it_runs_out() {
    for test in everywhere().await {
        let database = &test.deps.database;
        let names = ["a", "b", "c", "d", "e", "f"];
        let claims = names.map(|owner| lease::claim(database, "job", owner, 0, 100));
        let won: Vec<bool> = join_all(claims).await.into_iter().map(Result::unwrap).collect();
        assert_eq!(won.iter().filter(|won| **won).count(), 1);
        let owner = names[won.iter().position(|won| *won).unwrap()];
        assert!(lease::claim(database, "job", owner, 50, 100).await.unwrap(), "its owner renews it");
        assert!(!lease::claim(database, "job", "late", 150, 100).await.unwrap());
        assert!(lease::claim(database, "other", "late", 0, 100).await.unwrap());
        assert!(lease::claim(database, "job", "late", 151, 100).await.unwrap());
        assert!(!lease::claim(database, "job", owner, 152, 100).await.unwrap());
        lease::release(database, "job", owner).await.unwrap();
        assert!(
            !lease::claim(database, "job", owner, 152, 100).await.unwrap(),
            "only its owner gives it up"
        );
        lease::release(database, "job", "late").await.unwrap();
        assert!(lease::claim(database, "job", owner, 152, 100).await.unwrap());
    }
}

#[tokio::test]
async fn a_worker_goes_on_after_a_round_that_failed() {
    let (done, mut rounds) = tokio::sync::mpsc::unbounded_channel();
    let number = std::sync::atomic::AtomicUsize::new(0);
    let worker = Worker::every("look_after", Duration::from_millis(1), move || {
        let (number, done) = (number.fetch_add(1, std::sync::atomic::Ordering::SeqCst), done.clone());
        async move {
            done.send(number).unwrap();
            match number {
                0 => panic!("a fault in a round"),
                1 => Err(Error::internal("failed")),
                _ => Ok(1),
            }
        }
    });
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let running = tokio::spawn(worker.run(stopped));
    for expected in 0..4 {
        assert_eq!(rounds.recv().await, Some(expected));
    }
    stop.send(true).unwrap();
    running.await.unwrap();
}
