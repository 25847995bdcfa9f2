//! The bus between processes: a Redis stream per publisher, a consumer group per subgraph.
//!
//! Delivery is at least once. A message that failed stays pending and is claimed again after a while; after ten
//! deliveries it goes to the dead-letter stream, unless what failed was something that did not answer: that message
//! stays until it can be handled. An epoch key tells whether Redis has lost its memory.

use std::time::Duration;

use futures_util::future::BoxFuture;
use redis::aio::{ConnectionManager, ConnectionManagerConfig};
use redis::streams::{StreamAutoClaimReply, StreamId, StreamInfoConsumersReply, StreamReadReply};
use tokio::sync::watch;

use super::{Consumers, Envelope, Publisher, is_passing};
use crate::error::Error;

const STREAM_MAX_LENGTH: usize = 1_000_000;
const BATCH: usize = 100;
const BLOCK_MS: usize = 1_000;
const CLAIM_IDLE_MS: usize = 10_000;
const MAX_DELIVERIES: usize = 10;
const PAUSE_AFTER_ERROR: Duration = Duration::from_millis(500);
const CONNECTION_TIMEOUT: Duration = Duration::from_millis(500);
/// Longer than any blocking read: a connection that is silent for longer is dead.
const RESPONSE_TIMEOUT: Duration = Duration::from_secs(10);
/// Instances that have not read for this long and have nothing pending are forgotten: each start makes a new one.
const FORGET_INSTANCE_AFTER_MS: usize = 24 * 60 * 60 * 1000;

fn stream(publisher: &str) -> String {
    format!("evt.{publisher}")
}

fn redis_error(error: redis::RedisError) -> Error {
    Error::unavailable_because("The message bus does not answer. Try again in a moment.", error)
}

/// A connection that opens itself again. A request that needs it meanwhile soon goes on without.
pub(crate) async fn manager(client: &redis::Client) -> redis::RedisResult<ConnectionManager> {
    let quick = ConnectionManagerConfig::new()
        .set_number_of_retries(1)
        .set_connection_timeout(Some(CONNECTION_TIMEOUT));
    client.get_connection_manager_with_config(quick).await
}

fn epoch_key(publisher: &str) -> String {
    format!("bus:epoch:{publisher}")
}

/// Removes instances that ended long ago from the group's list.
async fn forget_instances(
    connection: &mut redis::aio::MultiplexedConnection,
    key: &str,
    consumer: &str,
    instance: &str,
) -> Result<(), Error> {
    let known: StreamInfoConsumersReply = redis::cmd("XINFO")
        .arg("CONSUMERS")
        .arg(key)
        .arg(consumer)
        .query_async(connection)
        .await
        .map_err(redis_error)?;
    for idle in known.consumers {
        if idle.name != instance && idle.pending == 0 && idle.idle > FORGET_INSTANCE_AFTER_MS {
            let _: i64 = redis::cmd("XGROUP")
                .arg("DELCONSUMER")
                .arg(key)
                .arg(consumer)
                .arg(&idle.name)
                .query_async(connection)
                .await
                .map_err(redis_error)?;
        }
    }
    Ok(())
}

/// The publishing side, and the maker of consumer loops. Clones share the connection.
#[derive(Clone)]
pub struct RedisBus {
    client: redis::Client,
    connection: ConnectionManager,
    /// How long a message is left to whoever it was delivered to.
    claim_idle_ms: usize,
}

impl RedisBus {
    /// Connects to `redis://…`.
    pub async fn connect(url: &str) -> Result<Self, Error> {
        let client = redis::Client::open(url).map_err(redis_error)?;
        let connection = manager(&client).await.map_err(redis_error)?;
        Ok(Self {
            client,
            connection,
            claim_idle_ms: CLAIM_IDLE_MS,
        })
    }

    /// The same, coming back to unfinished messages at once.
    #[cfg(test)]
    pub(crate) fn impatient(mut self) -> Self {
        self.claim_idle_ms = 0;
        self
    }

    /// Hears messages for `consumer` until `shutdown` turns true. Two instances of one subgraph share the group.
    pub async fn consume(self, consumer: &'static str, instance: String, consumers: Consumers, mut shutdown: watch::Receiver<bool>) {
        let publishers = consumers.publishers();
        if publishers.is_empty() {
            return;
        }
        while !*shutdown.borrow() {
            if let Err(error) = self.consume_until(consumer, &instance, &publishers, &consumers, &shutdown).await {
                tracing::warn!(consumer, %error, "the bus does not answer; trying again");
                tokio::select! {
                    () = tokio::time::sleep(PAUSE_AFTER_ERROR) => {}
                    _ = shutdown.changed() => {}
                }
            }
        }
    }

    /// Reads until something fails or `shutdown` turns true, which is noticed between two messages: a handler that has
    /// begun is finished. Groups are made first: after a flush they are gone.
    async fn consume_until(
        &self,
        consumer: &str,
        instance: &str,
        publishers: &[&str],
        consumers: &Consumers,
        shutdown: &watch::Receiver<bool>,
    ) -> Result<(), Error> {
        // A blocking read needs a connection of its own.
        let configuration = redis::AsyncConnectionConfig::new().set_response_timeout(Some(RESPONSE_TIMEOUT));
        let mut connection = self
            .client
            .get_multiplexed_async_connection_with_config(&configuration)
            .await
            .map_err(redis_error)?;
        for publisher in publishers {
            let made: Result<String, _> = redis::cmd("XGROUP")
                .arg("CREATE")
                .arg(stream(publisher))
                .arg(consumer)
                .arg("0")
                .arg("MKSTREAM")
                .query_async(&mut connection)
                .await;
            match made {
                Ok(_) => {}
                Err(error) if error.code() == Some("BUSYGROUP") => {}
                Err(error) => return Err(redis_error(error)),
            }
            forget_instances(&mut connection, &stream(publisher), consumer, instance).await?;
        }
        while !*shutdown.borrow() {
            for publisher in publishers {
                self.reclaim(&mut connection, consumer, instance, publisher, consumers).await?;
            }
            let mut command = redis::cmd("XREADGROUP");
            command
                .arg("GROUP")
                .arg(consumer)
                .arg(instance)
                .arg("COUNT")
                .arg(BATCH)
                .arg("BLOCK")
                .arg(BLOCK_MS)
                .arg("STREAMS");
            for publisher in publishers {
                command.arg(stream(publisher));
            }
            for _ in publishers {
                command.arg(">");
            }
            let reply: Option<StreamReadReply> = command.query_async(&mut connection).await.map_err(redis_error)?;
            for read in reply.map(|reply| reply.keys).unwrap_or_default() {
                for entry in read.ids {
                    // The rest stays pending and is claimed by whoever comes next.
                    if *shutdown.borrow() {
                        return Ok(());
                    }
                    self.deliver(&mut connection, consumer, &read.key, entry, 1, consumers).await?;
                }
            }
        }
        Ok(())
    }

    /// Takes over what was delivered a while ago and never acknowledged, by this instance or a dead one.
    async fn reclaim(
        &self,
        connection: &mut redis::aio::MultiplexedConnection,
        consumer: &str,
        instance: &str,
        publisher: &str,
        consumers: &Consumers,
    ) -> Result<(), Error> {
        let key = stream(publisher);
        let claimed: StreamAutoClaimReply = redis::cmd("XAUTOCLAIM")
            .arg(&key)
            .arg(consumer)
            .arg(instance)
            .arg(self.claim_idle_ms)
            .arg("0-0")
            .arg("COUNT")
            .arg(BATCH)
            .query_async(connection)
            .await
            .map_err(redis_error)?;
        for entry in claimed.claimed {
            let pending: Vec<(String, String, u64, usize)> = redis::cmd("XPENDING")
                .arg(&key)
                .arg(consumer)
                .arg(&entry.id)
                .arg(&entry.id)
                .arg(1)
                .query_async(connection)
                .await
                .map_err(redis_error)?;
            let deliveries = pending.first().map_or(1, |(_, _, _, deliveries)| *deliveries);
            self.deliver(connection, consumer, &key, entry, deliveries, consumers).await?;
        }
        Ok(())
    }

    async fn deliver(
        &self,
        connection: &mut redis::aio::MultiplexedConnection,
        consumer: &str,
        key: &str,
        entry: StreamId,
        deliveries: usize,
        consumers: &Consumers,
    ) -> Result<(), Error> {
        let text: Option<String> = entry.get("envelope");
        let outcome = match text.as_deref().map(serde_json::from_str::<Envelope>) {
            Some(Ok(envelope)) => consumers.handle(consumer, &envelope).await,
            Some(Err(error)) => Err(Error::internal(error)),
            None => Err(Error::internal("a stream entry without an envelope")),
        };
        if let Err(error) = outcome {
            if deliveries < MAX_DELIVERIES || is_passing(&error) {
                return Ok(());
            }
            tracing::error!(consumer, stream = key, entry = %entry.id, %error, "a message failed too often and is set aside");
            metrics::counter!("bus_messages_dead_total", "consumer" => consumer.to_owned()).increment(1);
            let _: String = redis::cmd("XADD")
                .arg(format!("dlq.{consumer}"))
                .arg("*")
                .arg("envelope")
                .arg(text.unwrap_or_default())
                .query_async(connection)
                .await
                .map_err(redis_error)?;
        }
        let _: i64 = redis::cmd("XACK")
            .arg(key)
            .arg(consumer)
            .arg(&entry.id)
            .query_async(connection)
            .await
            .map_err(redis_error)?;
        Ok(())
    }
}

impl Publisher for RedisBus {
    fn publish<'a>(&'a self, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let publisher = envelope.message_type.split('.').next().unwrap_or_default();
            let text = serde_json::to_string(envelope).map_err(Error::internal)?;
            let _: String = redis::cmd("XADD")
                .arg(stream(publisher))
                .arg("MAXLEN")
                .arg("~")
                .arg(STREAM_MAX_LENGTH)
                .arg("*")
                .arg("envelope")
                .arg(text)
                .query_async(&mut self.connection.clone())
                .await
                .map_err(redis_error)?;
            Ok(())
        })
    }

    fn has_forgotten<'a>(&'a self, publisher: &'a str) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async move {
            let known: bool = redis::cmd("EXISTS")
                .arg(epoch_key(publisher))
                .query_async(&mut self.connection.clone())
                .await
                .map_err(redis_error)?;
            Ok(!known)
        })
    }

    fn remember<'a>(&'a self, publisher: &'a str) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let _: String = redis::cmd("SET")
                .arg(epoch_key(publisher))
                .arg("1")
                .query_async(&mut self.connection.clone())
                .await
                .map_err(redis_error)?;
            Ok(())
        })
    }

    fn may_refuse(&self) -> bool {
        false
    }
}
