//! Around any transport: how long exchanges take, and what is open.
//!
//! Owns the clock the executor does not read, so that every form of the supergraph shows the same.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use router_executor::{Reply, RequestContext, SubgraphRequest, Transport};
use router_graph::SubgraphId;

/// A transport and the names of its subgraphs.
pub(crate) struct Measured<T> {
    inner: T,
    names: Vec<Arc<str>>,
}

impl<T> Measured<T> {
    pub(crate) fn new(inner: T, names: Vec<Arc<str>>) -> Self {
        Self { inner, names }
    }

    fn name(&self, subgraph: SubgraphId) -> Arc<str> {
        self.names.get(subgraph.index()).cloned().unwrap_or_else(|| Arc::from("unknown"))
    }
}

impl<T: Transport> Transport for Measured<T> {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> Reply {
        let started = Instant::now();
        let mut reply = self.inner.call(subgraph, request, context).await;
        reply.elapsed.get_or_insert(started.elapsed());
        reply
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply> {
        let open = Open::new(self.name(subgraph));
        self.inner
            .subscribe(subgraph, request, context)
            .inspect(move |_| {
                metrics::counter!("router_subscription_events_total", "subgraph" => open.0.to_string()).increment(1);
            })
            .boxed()
    }
}

/// The transport of one subscription: remembers that its source was lost, which an answer alone does not tell
/// from an error of the subgraph's own.
pub(crate) struct Watched<T> {
    inner: Arc<Measured<T>>,
    is_lost: Arc<AtomicBool>,
}

impl<T> Watched<T> {
    pub(crate) fn new(inner: Arc<Measured<T>>, is_lost: Arc<AtomicBool>) -> Self {
        Self { inner, is_lost }
    }
}

impl<T: Transport> Transport for Watched<T> {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> Reply {
        self.inner.call(subgraph, request, context).await
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply> {
        let is_lost = self.is_lost.clone();
        self.inner
            .subscribe(subgraph, request, context)
            .inspect(move |reply| {
                if reply.failure.is_some() {
                    is_lost.store(true, Ordering::Release);
                }
            })
            .boxed()
    }
}

/// Counts one open upstream subscription while it lives.
struct Open(Arc<str>);

impl Open {
    fn new(name: Arc<str>) -> Self {
        metrics::gauge!("router_upstream_subscriptions", "subgraph" => name.to_string()).increment(1.0);
        Self(name)
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        metrics::gauge!("router_upstream_subscriptions", "subgraph" => self.0.to_string()).decrement(1.0);
    }
}
