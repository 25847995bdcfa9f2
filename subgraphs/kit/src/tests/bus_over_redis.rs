//! The bus, live updates and throttles over a Redis of the test's own.

use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use futures_util::StreamExt;
use tokio::sync::{mpsc, watch};

use super::{ThingChanged, everywhere, number, on, relay, tell};
use crate::bus::redis::RedisBus;
use crate::bus::{Consumers, Publisher, Received};
use crate::cache::{Cache, Throttle};
use crate::database::StoreError;
use crate::error::Error;
use crate::live::Live;
use crate::testing::{Engine, Folder};

/// A server on a free port; stopped when dropped.
struct Redis {
    server: Child,
    url: String,
    port: u16,
    _folder: Folder,
}

impl Drop for Redis {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

impl Redis {
    /// `None` where redis-server is not installed.
    async fn start() -> Option<Self> {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        drop(listener);
        Self::start_on(port).await
    }

    async fn start_on(port: u16) -> Option<Self> {
        let folder = Folder::new();
        let started = Command::new("redis-server")
            .args([
                "--port",
                &port.to_string(),
                "--bind",
                "127.0.0.1",
                "--save",
                "",
                "--appendonly",
                "no",
            ])
            .arg("--dir")
            .arg(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn();
        let mut server = match started {
            Ok(server) => server,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return None,
            Err(error) => panic!("redis-server does not start: {error}"),
        };
        let output = server.stdout.take().unwrap();
        // It says when it is ready; what it says later is read and forgotten.
        let (ready, is_ready) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            let mut ready = Some(ready);
            for line in std::io::BufRead::lines(std::io::BufReader::new(output)).map_while(Result::ok) {
                if line.contains("Ready to accept connections")
                    && let Some(ready) = ready.take()
                {
                    let _ = ready.send(());
                }
            }
        });
        is_ready.await.unwrap();
        Some(Self {
            server,
            url: format!("redis://127.0.0.1:{port}"),
            port,
            _folder: folder,
        })
    }

    async fn say(&self, words: &[&str]) -> redis::Value {
        let client = redis::Client::open(self.url.as_str()).unwrap();
        let mut connection = client.get_multiplexed_async_connection().await.unwrap();
        let mut command = redis::Cmd::new();
        command.arg(words);
        command.query_async(&mut connection).await.unwrap()
    }

    async fn say_number(&self, words: &[&str]) -> i64 {
        redis::from_redis_value(self.say(words).await).unwrap()
    }
}

/// Consumers that answer by `verdict` and say what they handled.
fn consumers(verdict: impl Fn(&ThingChanged) -> Result<(), Error> + Send + Sync + 'static) -> (Consumers, mpsc::UnboundedReceiver<String>) {
    let (handled, receiver) = mpsc::unbounded_channel();
    let verdict = Arc::new(verdict);
    let consumers = Consumers::new().on(move |received: Received<ThingChanged>| {
        let (verdict, handled) = (verdict.clone(), handled.clone());
        async move {
            verdict(&received.data)?;
            handled.send(format!("{}{}", received.data.thing_id, received.data.number)).unwrap();
            Ok(())
        }
    });
    (consumers, receiver)
}

#[tokio::test]
async fn messages_reach_each_subgraph_once_and_survive_a_failing_handler() {
    let Some(redis) = Redis::start().await else { return };
    for test in everywhere().await {
        redis.say(&["FLUSHALL"]).await;
        let bus = RedisBus::connect(&redis.url).await.unwrap();
        let tries = Arc::new(AtomicUsize::new(0));
        let counted = tries.clone();
        let (good, mut good_heard) = consumers(|_| Ok(()));
        let (bad, mut bad_heard) = consumers(move |thing| {
            if thing.number != 2 {
                return Ok(());
            }
            match counted.fetch_add(1, Ordering::SeqCst) {
                0 => Err(Error::internal("once")),
                1 => panic!("a fault in a handler"),
                _ => Ok(()),
            }
        });
        let (stop, stopped) = watch::channel(false);
        let mut running = tokio::task::JoinSet::new();
        running.spawn(bus.clone().consume("good", "one".to_owned(), good.clone(), stopped.clone()));
        running.spawn(bus.clone().consume("good", "two".to_owned(), good, stopped.clone()));
        running.spawn(bus.clone().impatient().consume("bad", "one".to_owned(), bad, stopped.clone()));
        running.spawn(relay(&test, Arc::new(bus), "one").run(stopped));
        tell(&test, "a", 1..=3).await;
        let mut good = Vec::new();
        for _ in 0..3 {
            good.push(good_heard.recv().await.unwrap());
        }
        good.sort();
        assert_eq!(good, ["a1", "a2", "a3"], "two instances share the messages");
        let mut bad = Vec::new();
        for _ in 0..3 {
            bad.push(bad_heard.recv().await.unwrap());
        }
        assert_eq!(bad, ["a1", "a3", "a2"]);
        assert_eq!(tries.load(Ordering::SeqCst), 3);
        stop.send(true).unwrap();
        while running.join_next().await.is_some() {}
        assert_eq!(redis.say_number(&["EXISTS", "dlq.bad"]).await, 0);
    }
}

#[tokio::test]
async fn a_hopeless_message_is_set_aside_and_one_that_waits_for_something_is_not() {
    let Some(redis) = Redis::start().await else { return };
    let test = on(Engine::Sqlite).await;
    let bus = RedisBus::connect(&redis.url).await.unwrap().impatient();
    let tries = Arc::new(AtomicUsize::new(0));
    let counted = tries.clone();
    let (consumers, mut handled) = consumers(move |thing| match thing.thing_id.as_str() {
        "hopeless" => Err(Error::internal("never")),
        "patient" if counted.fetch_add(1, Ordering::SeqCst) < 20 => Err(StoreError::Unavailable("restarting".to_owned()).into()),
        _ => Ok(()),
    });
    let (stop, stopped) = watch::channel(false);
    let consuming = tokio::spawn(bus.clone().consume("things", "one".to_owned(), consumers, stopped.clone()));
    let relaying = tokio::spawn(relay(&test, Arc::new(bus), "one").run(stopped));
    tell(&test, "hopeless", 1..=1).await;
    tell(&test, "patient", 1..=1).await;
    // Each message ends the blocking read, after which the unfinished are looked at again.
    let mut was_handled = false;
    for number in 0..100 {
        tell(&test, "nudge", number..=number).await;
        let nudge = format!("nudge{number}");
        loop {
            let thing = handled.recv().await.unwrap();
            was_handled |= thing == "patient1";
            if thing == nudge {
                break;
            }
        }
        if was_handled && redis.say_number(&["XLEN", "dlq.things"]).await > 0 {
            break;
        }
    }
    assert!(was_handled, "after twenty failures");
    stop.send(true).unwrap();
    consuming.await.unwrap();
    relaying.await.unwrap();
    assert_eq!(redis.say_number(&["XLEN", "dlq.things"]).await, 1, "the hopeless one only");
}

#[tokio::test]
async fn nothing_is_lost_when_redis_forgets_or_is_away() {
    let Some(redis) = Redis::start().await else { return };
    let test = on(Engine::Sqlite).await;
    let bus = RedisBus::connect(&redis.url).await.unwrap();
    let (consumers, mut handled) = consumers(|_| Ok(()));
    let (stop, stopped) = watch::channel(false);
    let consuming = tokio::spawn(bus.clone().consume("things", "one".to_owned(), consumers, stopped.clone()));
    let relaying = tokio::spawn(relay(&test, Arc::new(bus.clone()), "one").run(stopped));
    tell(&test, "a", 1..=1).await;
    assert_eq!(handled.recv().await.as_deref(), Some("a1"));

    let port = redis.port;
    drop(redis);
    tell(&test, "a", 2..=2).await;
    let redis = Redis::start_on(port).await.unwrap();
    // The new server knows nothing: what it knew is told again, what it missed is told.
    let mut again: Vec<String> = Vec::new();
    while !(again.contains(&"a1".to_owned()) && again.contains(&"a2".to_owned())) {
        again.push(handled.recv().await.unwrap());
        test.clock.advance_ms(2_000);
        tell(&test, "nudge", 0..=0).await;
    }
    assert_eq!(
        number(&test.deps.database, "SELECT COUNT(*) AS n FROM outbox WHERE dead_at IS NOT NULL").await,
        0
    );
    stop.send(true).unwrap();
    consuming.await.unwrap();
    relaying.await.unwrap();
    drop(redis);
}

#[tokio::test]
async fn the_bus_has_forgotten_until_it_is_told_that_it_remembers() {
    let Some(redis) = Redis::start().await else { return };
    let bus = RedisBus::connect(&redis.url).await.unwrap();
    for _ in 0..2 {
        assert!(bus.has_forgotten("things").await.unwrap(), "asking changes nothing");
    }
    bus.remember("things").await.unwrap();
    assert!(!bus.has_forgotten("things").await.unwrap());
    assert!(bus.has_forgotten("others").await.unwrap());
    redis.say(&["FLUSHALL"]).await;
    assert!(bus.has_forgotten("things").await.unwrap());
}

#[tokio::test]
async fn live_updates_and_throttles_are_shared_between_processes() {
    let Some(redis) = Redis::start().await else { return };
    let (here, there) = (
        Live::over_redis(&redis.url).await.unwrap(),
        Live::over_redis(&redis.url).await.unwrap(),
    );
    let mut heard = there.subscribe("a");
    // The other side listens in a task of its own; it is listening when an update comes through.
    while redis.say_number(&["PUBLISH", "live:probe", ""]).await < 2 {
        tokio::task::yield_now().await;
    }
    here.publish("b", "other".to_owned()).await;
    here.publish("a", "1".to_owned()).await;
    assert_eq!(heard.next().await.as_deref(), Some("1"));

    let (one, other) = (
        Cache::over_redis(&redis.url).await.unwrap(),
        Cache::over_redis(&redis.url).await.unwrap(),
    );
    let minute = Duration::from_secs(60);
    assert_eq!(one.throttle("k", 2, minute).await, Throttle::Allowed);
    assert_eq!(other.throttle("k", 2, minute).await, Throttle::Allowed);
    assert!(matches!(
        one.throttle("k", 2, minute).await,
        Throttle::Limited {
            retry_after_seconds: 1..=60
        }
    ));
    // A count that lost its end gets one again.
    redis.say(&["SET", "throttle:lost", "5"]).await;
    one.throttle("lost", 2, minute).await;
    assert!(redis.say_number(&["PTTL", "throttle:lost"]).await > 0);
    // Without Redis nobody is kept waiting for it.
    drop(redis);
    let both = async { (one.throttle("k", 2, minute).await, here.publish("a", "lost".to_owned()).await) };
    let (allowed, ()) = tokio::time::timeout(Duration::from_secs(3), both).await.expect("soon");
    assert_eq!(allowed, Throttle::Allowed);
}
