//! Facts told once they are true, in order, in spite of what fails.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::sync::watch;

use super::{Scripted, ThingChanged, everywhere, heard, number, relay, stamp, tell};
use crate::bus::{Consumers, InProcess, Received};
use crate::database::StoreError;
use crate::error::Error;
use crate::{inbox, outbox};

fn refused() -> Error {
    Error::internal("not this one")
}

#[tokio::test]
async fn what_was_rolled_back_is_never_told() {
    for test in everywhere().await {
        let (bus, mut told) = Scripted::new(|_| Ok(()));
        let relay = relay(&test, Arc::new(bus), "one");
        let txn = test.deps.database.begin().await.unwrap();
        let message = ThingChanged {
            thing_id: "x".to_owned(),
            number: 0,
        };
        outbox::put(&txn, &stamp(&test), &message).await.unwrap();
        drop(txn);
        tell(&test, "a", 1..=2).await;
        assert_eq!(relay.tell().await.unwrap(), 2);
        assert_eq!(relay.tell().await.unwrap(), 0, "each is told once");
        assert_eq!(heard(&mut told), ["a1", "a2"]);
    }
}

#[tokio::test]
async fn a_refused_message_holds_back_its_own_thing_only_and_is_set_aside_at_last() {
    for test in everywhere().await {
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = tries.clone();
        let (bus, mut told) = Scripted::new(move |thing| {
            if thing.thing_id == "a" && thing.number == 1 {
                counted.fetch_add(1, Ordering::SeqCst);
                return Err(refused());
            }
            Ok(())
        });
        let relay = relay(&test, Arc::new(bus), "one");
        tell(&test, "a", 1..=2).await;
        tell(&test, "b", 1..=2).await;
        assert_eq!(relay.tell().await.unwrap(), 2);
        assert_eq!(heard(&mut told), ["b1", "b2"]);
        relay.tell().await.unwrap();
        assert_eq!(tries.load(Ordering::SeqCst), 1, "it waits for its next try");
        for _ in 0..9 {
            assert_eq!(heard(&mut told), [""; 0], "its successor waits");
            test.clock.advance_ms(60_000);
            relay.tell().await.unwrap();
        }
        assert_eq!(tries.load(Ordering::SeqCst), 10);
        relay.tell().await.unwrap();
        assert_eq!(heard(&mut told), ["a2"], "and goes when it has been set aside");
        assert_eq!(
            number(&test.deps.database, "SELECT COUNT(*) AS n FROM outbox WHERE dead_at IS NOT NULL").await,
            1
        );
    }
}

#[tokio::test]
async fn a_message_is_never_set_aside_because_something_was_away() {
    for test in everywhere().await {
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = tries.clone();
        let (bus, mut told) = Scripted::new(move |_| match counted.fetch_add(1, Ordering::SeqCst) {
            0..30 => Err(StoreError::Unavailable("restarting".to_owned()).into()),
            _ => Ok(()),
        });
        let relay = relay(&test, Arc::new(bus), "one");
        tell(&test, "a", 1..=1).await;
        for _ in 0..31 {
            relay.tell().await.unwrap();
            test.clock.advance_ms(60_000);
        }
        assert_eq!(heard(&mut told), ["a1"]);
    }
}

#[tokio::test]
async fn many_waiting_messages_do_not_starve_the_others() {
    for test in everywhere().await {
        let (bus, mut told) = Scripted::new(|thing| if thing.thing_id == "b" { Ok(()) } else { Err(refused()) });
        let relay = relay(&test, Arc::new(bus), "one");
        let txn = test.deps.database.begin().await.unwrap();
        for number in 0..250 {
            let thing_id = format!("a{number}");
            let message = ThingChanged { thing_id, number };
            outbox::put(&txn, &stamp(&test), &message).await.unwrap();
        }
        txn.commit().await.unwrap();
        tell(&test, "b", 1..=1).await;
        assert_eq!(relay.tell().await.unwrap(), 0, "two hundred at most are tried at once");
        assert_eq!(relay.tell().await.unwrap(), 1);
        assert_eq!(heard(&mut told), ["b1"]);
    }
}

#[tokio::test]
async fn a_bus_that_is_away_blames_no_message() {
    for test in everywhere().await {
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = tries.clone();
        let (mut bus, mut told) = Scripted::new(move |_| match counted.fetch_add(1, Ordering::SeqCst) {
            0..20 => Err(Error::internal("connection refused")),
            _ => Ok(()),
        });
        bus.blames_messages = false;
        let relay = relay(&test, Arc::new(bus), "one");
        tell(&test, "a", 1..=2).await;
        for _ in 0..20 {
            relay.tell().await.unwrap_err();
        }
        assert_eq!(number(&test.deps.database, "SELECT MAX(attempts) AS n FROM outbox").await, 0);
        assert_eq!(relay.tell().await.unwrap(), 2);
        assert_eq!(heard(&mut told), ["a1", "a2"]);
    }
}

#[tokio::test]
async fn of_two_relays_one_tells_and_the_other_takes_over() {
    for test in everywhere().await {
        let ((first, mut told_by_first), (second, mut told_by_second)) = (Scripted::new(|_| Ok(())), Scripted::new(|_| Ok(())));
        let (stop_first, stopped) = watch::channel(false);
        let running_first = tokio::spawn(relay(&test, Arc::new(first), "first").run(stopped));
        tell(&test, "a", 1..=3).await;
        for expected in ["a1", "a2", "a3"] {
            assert_eq!(told_by_first.recv().await.as_deref(), Some(expected));
        }
        let (stop_second, stopped) = watch::channel(false);
        let running_second = tokio::spawn(relay(&test, Arc::new(second), "second").run(stopped));
        tell(&test, "b", 1..=3).await;
        for expected in ["b1", "b2", "b3"] {
            assert_eq!(told_by_first.recv().await.as_deref(), Some(expected));
        }
        assert_eq!(heard(&mut told_by_second), [""; 0], "under the lease of the first");
        stop_first.send(true).unwrap();
        running_first.await.unwrap();
        tell(&test, "c", 1..=1).await;
        assert_eq!(told_by_second.recv().await.as_deref(), Some("c1"));
        stop_second.send(true).unwrap();
        running_second.await.unwrap();
    }
}

#[tokio::test]
async fn a_bus_that_has_forgotten_is_told_again() {
    for test in everywhere().await {
        let (bus, mut told) = Scripted::new(|_| Ok(()));
        let bus = Arc::new(bus);
        tell(&test, "a", 1..=2).await;
        let relay = relay(&test, bus.clone(), "one");
        assert_eq!(relay.tell().await.unwrap(), 2);
        *bus.forgotten.lock() = true;
        let (stop, stopped) = watch::channel(false);
        let running = tokio::spawn(relay.run(stopped));
        for expected in ["a1", "a2", "a1", "a2"] {
            assert_eq!(told.recv().await.as_deref(), Some(expected));
        }
        assert!(!*bus.forgotten.lock());
        stop.send(true).unwrap();
        running.await.unwrap();
    }
}

#[tokio::test]
async fn in_one_process_every_consumer_hears_once_although_another_fails() {
    for test in everywhere().await {
        let (database, clock) = (test.deps.database.clone(), test.deps.clock.clone());
        let (effects, tries) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        let (counted, tried) = (effects.clone(), tries.clone());
        let good = Consumers::new().on(move |received: Received<ThingChanged>| {
            let (database, clock, effects) = (database.clone(), clock.clone(), counted.clone());
            async move {
                let txn = database.begin().await?;
                if inbox::claim(&txn, "good", &received.id, clock.now_ms()).await? {
                    txn.commit().await?;
                    effects.fetch_add(1, Ordering::SeqCst);
                }
                Ok(())
            }
        });
        let bad = Consumers::new().on(move |_: Received<ThingChanged>| {
            let tries = tried.clone();
            async move {
                match tries.fetch_add(1, Ordering::SeqCst) {
                    0 => panic!("a fault in a handler"),
                    1 => Err(refused()),
                    _ => Ok(()),
                }
            }
        });
        let bus = InProcess::new();
        bus.register("bad", bad);
        bus.register("good", good);
        let relay = relay(&test, Arc::new(bus), "one");
        tell(&test, "a", 1..=1).await;
        for told in [0, 0, 1, 0] {
            assert_eq!(relay.tell().await.unwrap(), told);
            test.clock.advance_ms(60_000);
        }
        assert_eq!((effects.load(Ordering::SeqCst), tries.load(Ordering::SeqCst)), (1, 3));
    }
}
