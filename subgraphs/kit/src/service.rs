//! What a subgraph is given and what it hands over.

use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context as TaskContext, Poll};
use std::time::Duration;

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use http::HeaderMap;
use tracing::Instrument;

use crate::bus::Consumers;
use crate::cache::Cache;
use crate::clock::SharedClock;
use crate::database::Database;
use crate::env::Env;
use crate::graphql::{GraphqlEndpoint, GraphqlReply, refusal};
use crate::id::Ids;
use crate::internal::{CallTable, Internal};
use crate::live::Live;
use crate::outbox::Stamp;
use crate::page::Cursors;
use crate::token::{SigningKey, TokenError, Verifier};
use crate::trace::Traceparent;
use crate::viewer::Viewer;
use crate::worker::Worker;

/// How long a subscription outlives its token: the router, which knows the same expiry, closes the client's connection
/// first, with a code that says why.
const GRACE_MS: i64 = 5_000;

/// What every subgraph is built from.
#[derive(Clone)]
pub struct Deps {
    pub database: Database,
    pub clock: SharedClock,
    pub ids: Ids,
    pub live: Live,
    pub cache: Cache,
    pub internal: Internal,
    pub verifier: Verifier,
    /// The subgraph's own key, for those that issue tokens or codes.
    pub signing_key: Option<Arc<SigningKey>>,
    pub cursors: Cursors,
    /// Where people reach the platform, without a slash at the end: for links and cookies.
    pub public_url: String,
    /// The public URL is on this machine: the sandbox provider and `/dev/outbox` are on.
    pub development: bool,
    pub env: Env,
    pub data_dir: PathBuf,
    /// Distinguishes this process in leases.
    pub instance: String,
}

impl Deps {
    /// For `kit::outbox::put`.
    pub fn stamp(&self) -> Stamp {
        Stamp {
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        }
    }
}

/// What a subgraph hands over: its schema, its plain HTTP routes, its loops, what it answers and hears.
pub struct Service {
    pub name: &'static str,
    pub sdl: String,
    pub graphql: Arc<dyn GraphqlEndpoint>,
    pub routes: axum::Router,
    pub workers: Vec<Worker>,
    pub calls: CallTable,
    pub consumers: Consumers,
    pub database: Database,
}

/// A service's GraphQL side with the verification of tokens before it. Clones share everything.
#[derive(Clone)]
pub struct Callable {
    name: &'static str,
    graphql: Arc<dyn GraphqlEndpoint>,
    verifier: Verifier,
    clock: SharedClock,
}

impl Callable {
    pub fn new(service: &Service, verifier: Verifier, clock: SharedClock) -> Self {
        Self {
            name: service.name,
            graphql: service.graphql.clone(),
            verifier,
            clock,
        }
    }

    fn viewer(&self, headers: &HeaderMap) -> Result<Viewer, Bytes> {
        Viewer::from_headers(headers, &self.verifier, self.clock.now_ms()).map_err(|error| match error {
            TokenError::Expired => refusal("UNAUTHENTICATED", "Your sign-in has expired. Refresh it and try again."),
            TokenError::Forged => refusal("UNAUTHENTICATED", "This token is not one of ours. Sign in again."),
        })
    }

    fn trace(&self, headers: &HeaderMap) -> (Traceparent, tracing::Span) {
        let context = headers
            .get("traceparent")
            .and_then(|value| value.to_str().ok())
            .and_then(Traceparent::parse)
            .map_or_else(Traceparent::start, |context| context.child());
        let span = tracing::info_span!("subgraph", subgraph = self.name, trace_id = %context.trace_id());
        (context, span)
    }

    /// Executes a query or mutation for whoever the headers say.
    pub async fn execute(&self, headers: &HeaderMap, body: Bytes) -> GraphqlReply {
        let viewer = match self.viewer(headers) {
            Ok(viewer) => viewer,
            Err(body) => {
                return GraphqlReply {
                    headers: HeaderMap::new(),
                    body,
                };
            }
        };
        let (context, span) = self.trace(headers);
        crate::trace::within(context, self.graphql.execute(viewer, body).instrument(span)).await
    }

    /// Starts a subscription for whoever the headers say. It ends with UNAUTHENTICATED soon after the first of its
    /// tokens has expired.
    pub fn subscribe(&self, headers: &HeaderMap, body: Bytes) -> BoxStream<'static, Bytes> {
        match self.viewer(headers) {
            Ok(viewer) => {
                let expires_at_ms = viewer.expires_at_ms();
                let (context, span) = self.trace(headers);
                let events = span.in_scope(|| self.graphql.subscribe(viewer, body));
                let events = Traced { context, span, events }.boxed();
                match expires_at_ms {
                    Some(expires_at_ms) => self.until(expires_at_ms, events),
                    None => events,
                }
            }
            Err(body) => futures_util::stream::once(async move { body }).boxed(),
        }
    }

    fn until(&self, expires_at_ms: i64, events: BoxStream<'static, Bytes>) -> BoxStream<'static, Bytes> {
        let left_ms = expires_at_ms.saturating_add(GRACE_MS).saturating_sub(self.clock.now_ms());
        let left = Duration::from_millis(left_ms.max(0).unsigned_abs());
        let (expired, is_expired) = tokio::sync::oneshot::channel();
        let events = events.take_until(async move {
            tokio::time::sleep(left).await;
            let _ = expired.send(());
        });
        let farewell = async move {
            is_expired.await.ok()?;
            Some(refusal("UNAUTHENTICATED", "Your sign-in has expired. Refresh it and try again."))
        };
        events
            .chain(futures_util::stream::once(farewell).filter_map(|last| async { last }))
            .boxed()
    }
}

/// Events that are made as part of the trace that asked for them.
struct Traced {
    context: Traceparent,
    span: tracing::Span,
    events: BoxStream<'static, Bytes>,
}

impl futures_util::Stream for Traced {
    type Item = Bytes;

    fn poll_next(self: Pin<&mut Self>, task: &mut TaskContext<'_>) -> Poll<Option<Bytes>> {
        let this = self.get_mut();
        let _entered = this.span.enter();
        crate::trace::within_sync(this.context.clone(), || this.events.poll_next_unpin(task))
    }
}
