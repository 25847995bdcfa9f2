//! Live fan-out: nudges to the subscriptions that are open now. Lossy on purpose; every payload carries a revision
//! or only says "read again".

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use parking_lot::Mutex;
use redis::aio::ConnectionManager;
use tokio::sync::broadcast;
use tokio_stream::wrappers::BroadcastStream;

use crate::error::Error;

/// A slow subscriber loses the oldest nudges beyond this many.
const BACKLOG: usize = 64;
const CHANNEL_PREFIX: &str = "live:";
const PAUSE_AFTER_ERROR: Duration = Duration::from_millis(500);

/// With more topics than this, those nobody listens to are dropped before another is added.
const SWEEP_AT_TOPICS: usize = 1_024;

#[derive(Clone, Default)]
struct Local(Arc<Mutex<Topics>>);

#[derive(Default)]
struct Topics {
    senders: HashMap<String, broadcast::Sender<String>>,
    /// Twice as many as were left by the last sweep, so that sweeping stays cheap.
    sweep_at: usize,
}

impl Local {
    fn publish(&self, topic: &str, payload: String) {
        let mut topics = self.0.lock();
        if let Some(sender) = topics.senders.get(topic)
            && sender.send(payload).is_err()
        {
            // Nobody listens any more.
            topics.senders.remove(topic);
        }
    }

    fn subscribe(&self, topic: &str) -> broadcast::Receiver<String> {
        let mut topics = self.0.lock();
        if topics.senders.len() >= topics.sweep_at.max(SWEEP_AT_TOPICS) {
            topics.senders.retain(|_, sender| sender.receiver_count() > 0);
            topics.sweep_at = topics.senders.len() * 2;
        }
        topics
            .senders
            .entry(topic.to_owned())
            .or_insert_with(|| broadcast::channel(BACKLOG).0)
            .subscribe()
    }
}

/// Publishes and subscribes by topic. Clones share the topics.
#[derive(Clone)]
pub struct Live {
    local: Local,
    redis: Option<ConnectionManager>,
}

impl Live {
    /// Within this process.
    pub fn in_process() -> Self {
        Self {
            local: Local::default(),
            redis: None,
        }
    }

    /// Between processes, over Redis pub/sub. Starts a task that listens until the process ends.
    pub async fn over_redis(url: &str) -> Result<Self, Error> {
        let client = redis::Client::open(url).map_err(Error::internal)?;
        let connection = crate::bus::redis::manager(&client).await.map_err(Error::internal)?;
        let local = Local::default();
        tokio::spawn(listen(client, local.clone()));
        Ok(Self {
            local,
            redis: Some(connection),
        })
    }

    /// Tells everyone who listens to `topic` now. A failure is logged: whoever missed it has a revision to tell.
    pub async fn publish(&self, topic: &str, payload: String) {
        match &self.redis {
            None => self.local.publish(topic, payload),
            Some(connection) => {
                let sent: Result<i64, _> = redis::cmd("PUBLISH")
                    .arg(format!("{CHANNEL_PREFIX}{topic}"))
                    .arg(payload)
                    .query_async(&mut connection.clone())
                    .await;
                if let Err(error) = sent {
                    tracing::warn!(topic, %error, "a live update was not published");
                }
            }
        }
    }

    /// What is published on `topic` from now on.
    pub fn subscribe(&self, topic: &str) -> BoxStream<'static, String> {
        BroadcastStream::new(self.local.subscribe(topic))
            .filter_map(|payload| async { payload.ok() })
            .boxed()
    }
}

async fn listen(client: redis::Client, local: Local) {
    loop {
        if let Err(error) = listen_once(&client, &local).await {
            tracing::warn!(%error, "live updates are interrupted; connecting again");
        }
        tokio::time::sleep(PAUSE_AFTER_ERROR).await;
    }
}

async fn listen_once(client: &redis::Client, local: &Local) -> redis::RedisResult<()> {
    let mut pubsub = client.get_async_pubsub().await?;
    pubsub.psubscribe(format!("{CHANNEL_PREFIX}*")).await?;
    let mut messages = pubsub.on_message();
    while let Some(message) = messages.next().await {
        if let Some(topic) = message.get_channel_name().strip_prefix(CHANNEL_PREFIX) {
            match message.get_payload() {
                Ok(payload) => local.publish(topic, payload),
                Err(error) => tracing::warn!(topic, %error, "a live update is not text"),
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_published_reaches_those_who_listen_and_nobody_else() {
        let live = Live::in_process();
        live.publish("a", "before".to_owned()).await;
        let (mut first, mut second, mut other) = (live.subscribe("a"), live.subscribe("a"), live.subscribe("b"));
        live.publish("a", "1".to_owned()).await;
        live.publish("b", "2".to_owned()).await;
        assert_eq!(first.next().await.as_deref(), Some("1"));
        assert_eq!(second.next().await.as_deref(), Some("1"));
        assert_eq!(other.next().await.as_deref(), Some("2"));
    }

    #[tokio::test]
    async fn a_slow_listener_loses_the_oldest_and_goes_on() {
        let live = Live::in_process();
        let mut slow = live.subscribe("a");
        for number in 0..=BACKLOG {
            live.publish("a", number.to_string()).await;
        }
        assert_eq!(slow.next().await.as_deref(), Some("1"));
    }

    #[tokio::test]
    async fn topics_nobody_listens_to_are_forgotten() {
        let live = Live::in_process();
        let kept = live.subscribe("kept");
        for number in 0..SWEEP_AT_TOPICS * 3 {
            drop(live.subscribe(&number.to_string()));
        }
        assert!(live.local.0.lock().senders.len() <= SWEEP_AT_TOPICS);
        live.publish("kept", "still".to_owned()).await;
        let heard: Vec<String> = kept.take(1).collect().await;
        assert_eq!(heard, ["still"]);
        live.publish("0", "nobody".to_owned()).await;
        assert!(!live.local.0.lock().senders.contains_key("0"));
    }
}
