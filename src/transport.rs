//! The way to subgraphs that live in this process: no sockets, the same bodies and headers as over HTTP.

use std::collections::HashMap;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use bytes::Bytes;
use futures_util::StreamExt;
use futures_util::stream::BoxStream;
use http::StatusCode;
use kit::service::Callable;
use router_executor::{FetchFailure, Reply, RequestContext, SubgraphRequest, Transport};
use router_graph::supergraph::Subgraph;
use router_graph::{OperationKind, SubgraphId};
use tokio::runtime::Handle;
use tracing::Instrument;

/// Longer than any request of ours should take.
const TIMEOUT: Duration = Duration::from_secs(30);
/// Events of one subscription that may wait for the router.
const EVENTS: usize = 16;

/// Calls subgraphs on their own runtime, so that the router's workers never wait for a database.
#[derive(Clone)]
pub struct InProcess {
    /// By the supergraph's number.
    subgraphs: Arc<[Callable]>,
    runtime: Handle,
}

impl InProcess {
    /// Orders the services as the supergraph numbers them; `Err` names one that is missing.
    pub fn new(callables: &HashMap<&'static str, Callable>, subgraphs: &[Subgraph], runtime: Handle) -> Result<Self, String> {
        let ordered: Result<Vec<Callable>, String> = subgraphs
            .iter()
            .map(|subgraph| {
                callables
                    .get(&*subgraph.name)
                    .cloned()
                    .ok_or_else(|| format!("the subgraph {} is not running", subgraph.name))
            })
            .collect();
        Ok(Self {
            subgraphs: ordered?.into(),
            runtime,
        })
    }

    fn subgraph(&self, subgraph: SubgraphId) -> Callable {
        self.subgraphs[subgraph.index()].clone()
    }
}

fn reply(body: Bytes) -> Reply {
    Reply {
        body,
        status: Some(StatusCode::OK),
        ..Reply::default()
    }
}

impl Transport for InProcess {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> Reply {
        let callable = self.subgraph(subgraph);
        let headers = context.headers.clone();
        let began = Instant::now();
        // A mutation that has begun is finished, whoever has gone away meanwhile.
        let is_mutation = request.kind == OperationKind::Mutation;
        let work = async move { callable.execute(&headers, request.body).await };
        let handle = self.runtime.spawn(work.in_current_span());
        let task = Call {
            handle,
            is_cancelled_on_drop: !is_mutation,
        };
        let outcome = tokio::time::timeout(context.timeout.unwrap_or(TIMEOUT), task).await;
        let elapsed = Some(began.elapsed());
        match outcome {
            Ok(Ok(answer)) => Reply {
                headers: answer.headers,
                elapsed,
                ..reply(answer.body)
            },
            Ok(Err(error)) => Reply {
                elapsed,
                ..Reply::failed(FetchFailure::Unreachable(error.to_string()))
            },
            Err(_) => Reply {
                elapsed,
                ..Reply::failed(FetchFailure::Timeout)
            },
        }
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply> {
        let callable = self.subgraph(subgraph);
        let headers = context.headers.clone();
        let (sender, receiver) = tokio::sync::mpsc::channel(EVENTS);
        // Ends when the subscription does, or as soon as nobody receives.
        let work = async move {
            let mut events = callable.subscribe(&headers, request.body);
            loop {
                let event = tokio::select! {
                    event = events.next() => event,
                    () = sender.closed() => None,
                };
                let Some(event) = event else { break };
                if sender.send(reply(event)).await.is_err() {
                    break;
                }
            }
        };
        self.runtime.spawn(work.in_current_span());
        futures_util::stream::unfold(receiver, |mut receiver| async move {
            receiver.recv().await.map(|event| (event, receiver))
        })
        .boxed()
    }
}

/// A call in flight; a query whose client is gone is cancelled.
struct Call<T> {
    handle: tokio::task::JoinHandle<T>,
    is_cancelled_on_drop: bool,
}

impl<T> Drop for Call<T> {
    fn drop(&mut self) {
        if self.is_cancelled_on_drop {
            self.handle.abort();
        }
    }
}

impl<T> Future for Call<T> {
    type Output = Result<T, tokio::task::JoinError>;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        Pin::new(&mut self.handle).poll(context)
    }
}
