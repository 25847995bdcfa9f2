//! The bus: facts that one subgraph tells and others hear, at least once.
//!
//! Messages of one aggregate are told in their order. They are heard in it too, except after a failed delivery and by
//! two instances of one subgraph over Redis: messages that copy state carry a version for that reason.
//!
//! A command puts a message into its outbox in its own transaction; the relay hands it to a `Publisher`. In one
//! process that is `InProcess`, which calls every consumer and answers when all have committed; between processes
//! it is `redis::RedisBus`. Consumers claim a message in their inbox in the transaction of its effect, so a
//! second delivery changes nothing. Knows no particular message.

mod in_process;
pub mod redis;

use std::collections::BTreeMap;
use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

pub use in_process::InProcess;

use crate::error::{Code, Error};

/// One kind of message.
pub trait Message: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// `subgraph.past_tense_fact`; the part before the dot is the publisher.
    const TYPE: &'static str;
    const SCHEMA_VERSION: i32 = 1;
    /// Kind and id of what the fact is about; messages of one aggregate keep their order.
    fn aggregate(&self) -> (&'static str, &str);
}

/// A message on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Envelope {
    /// `msg_…`; the same for every delivery.
    pub id: String,
    #[serde(rename = "type")]
    pub message_type: String,
    pub schema_version: i32,
    /// Epoch milliseconds.
    pub occurred_at_ms: i64,
    pub aggregate: Aggregate,
    /// The first message of the chain this one belongs to.
    pub correlation_id: String,
    /// The message whose handling made this one, if any.
    pub causation_id: Option<String>,
    pub traceparent: Option<String>,
    pub data: serde_json::Value,
}

#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Aggregate {
    pub kind: String,
    pub id: String,
}

/// A message as its handler gets it.
#[derive(Clone, Debug)]
pub struct Received<M> {
    pub id: String,
    /// Epoch milliseconds.
    pub occurred_at_ms: i64,
    pub data: M,
}

/// Where the relay hands messages to. `Ok` means: it cannot be lost any more.
pub trait Publisher: Send + Sync {
    fn publish<'a>(&'a self, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Error>>;
    /// Called about every second by the relay of `publisher`. `true`: the bus has forgotten everything, so
    /// that publisher's recent messages have to be told again.
    fn has_forgotten<'a>(&'a self, publisher: &'a str) -> BoxFuture<'a, Result<bool, Error>>;
    /// Called when `has_forgotten` was true and the messages are marked to be told again.
    fn remember<'a>(&'a self, _publisher: &'a str) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async { Ok(()) })
    }
    /// Whether a failed `publish` may be the message's own fault. Where it can only be the bus that is away, no
    /// message is ever set aside for it.
    fn may_refuse(&self) -> bool {
        true
    }
}

type Handler = Arc<dyn Fn(Envelope) -> BoxFuture<'static, Result<(), Error>> + Send + Sync>;

/// Whether a failure says nothing about the message: something needed did not answer and will again.
pub(crate) fn is_passing(error: &Error) -> bool {
    error.code() == Code::ServiceUnavailable
}

/// What a subgraph listens to.
#[derive(Clone, Default)]
pub struct Consumers(BTreeMap<&'static str, Handler>);

tokio::task_local! {
    /// The message being handled, for the correlation of those it causes: (correlation id, message id).
    static CAUSE: (String, String);
}

/// Correlation and causation for a message made now.
pub(crate) fn cause() -> Option<(String, String)> {
    CAUSE.try_with(Clone::clone).ok()
}

impl Consumers {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the handler of a kind of message. It is called again when it fails.
    #[must_use]
    pub fn on<M, F, Fut>(mut self, handler: F) -> Self
    where
        M: Message,
        F: Fn(Received<M>) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<(), Error>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |envelope: Envelope| match serde_json::from_value::<M>(envelope.data) {
            Ok(data) => Box::pin(handler(Received {
                id: envelope.id,
                occurred_at_ms: envelope.occurred_at_ms,
                data,
            })),
            Err(error) => Box::pin(async move { Err(Error::internal(error)) }),
        });
        let earlier = self.0.insert(M::TYPE, handler);
        assert!(earlier.is_none(), "a subgraph has one handler for {}", M::TYPE);
        self
    }

    /// The kinds listened to.
    pub fn types(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.keys().copied()
    }

    /// The publishers listened to, each once, in order.
    pub fn publishers(&self) -> Vec<&'static str> {
        let mut publishers: Vec<_> = self.types().filter_map(|name| name.split('.').next()).collect();
        publishers.dedup();
        publishers
    }

    /// Handles one message; nothing happens when nobody here listens to its kind.
    pub async fn handle(&self, consumer: &str, envelope: &Envelope) -> Result<(), Error> {
        use tracing::Instrument;

        let Some(handler) = self.0.get(envelope.message_type.as_str()) else {
            return Ok(());
        };
        let span = tracing::info_span!(
            "consume",
            consumer,
            message_type = %envelope.message_type,
            message_id = %envelope.id,
            trace_id = tracing::field::Empty,
        );
        let context = envelope
            .traceparent
            .as_deref()
            .and_then(crate::trace::Traceparent::parse)
            .map_or_else(crate::trace::Traceparent::start, |context| context.child());
        span.record("trace_id", context.trace_id());
        let cause = (envelope.correlation_id.clone(), envelope.id.clone());
        // A handler that panics is one that failed: the loop that called it goes on.
        let work = async { handler(envelope.clone()).await };
        let work = CAUSE.scope(cause, AssertUnwindSafe(work).catch_unwind());
        let result = crate::trace::within(context, work.instrument(span.clone()))
            .await
            .unwrap_or_else(|_| Err(Error::internal("the handler panicked")));
        let outcome = if result.is_ok() { "ok" } else { "error" };
        metrics::counter!("bus_messages_handled_total", "consumer" => consumer.to_owned(), "type" => envelope.message_type.clone(), "outcome" => outcome)
            .increment(1);
        match &result {
            Ok(()) => tracing::debug!(parent: &span, "a message was handled"),
            Err(error) => tracing::warn!(parent: &span, %error, "a message was not handled and will come again"),
        }
        result
    }
}
