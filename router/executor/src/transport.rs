//! The seam to subgraphs: whoever carries requests implements [`Transport`].
//!
//! The executor knows no sockets, no HTTP client and no runtime. Dropping a future or a stream cancels the request.

use std::future::Future;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use http::{HeaderMap, StatusCode};
use router_graph::{OperationKind, SubgraphId};

/// Carries requests to subgraphs.
pub trait Transport: Send + Sync + 'static {
    /// Sends a query or mutation and waits for its whole reply. Never fails otherwise than by [`Reply::failure`].
    fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> impl Future<Output = Reply> + Send;

    /// Opens a subscription; each item is one event (a whole GraphQL response) or the failure that ends it.
    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply>;
}

/// One request to a subgraph.
#[derive(Debug, Clone)]
pub struct SubgraphRequest {
    /// `{"query":"...","operationName":"...","variables":{...}}`; `operationName` only where the operation has a name.
    pub body: Bytes,
    /// What the operation does. Only a query may be repeated after a failure.
    pub kind: OperationKind,
}

/// What all subgraph requests of one client request share.
#[derive(Debug, Clone, Default)]
pub struct RequestContext {
    /// Headers for subgraphs, already chosen for propagation (trace context included).
    pub headers: HeaderMap,
    /// How long one subgraph request may take, if not as configured.
    pub timeout: Option<Duration>,
}

/// What came back from a subgraph.
#[derive(Debug, Clone, Default)]
pub struct Reply {
    /// The response body.
    pub body: Bytes,
    /// The HTTP status, where the transport has one.
    pub status: Option<StatusCode>,
    /// The response headers.
    pub headers: HeaderMap,
    /// Why there is no response.
    pub failure: Option<FetchFailure>,
    /// How long the exchange took, for metrics; the executor does not read clocks.
    pub elapsed: Option<Duration>,
}

impl Reply {
    /// A successful reply with a body alone.
    pub fn from_body(body: impl Into<Bytes>) -> Self {
        Self {
            body: body.into(),
            ..Self::default()
        }
    }

    /// A reply that never came.
    pub fn failed(failure: FetchFailure) -> Self {
        Self {
            failure: Some(failure),
            ..Self::default()
        }
    }
}

/// Why a subgraph gave no response.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchFailure {
    /// No connection, or one that broke; the text is for the log only. `SUBGRAPH_UNREACHABLE`
    #[error("the subgraph could not be reached: {0}")]
    Unreachable(String),
    /// No response in time. `SUBGRAPH_TIMEOUT`
    #[error("the subgraph did not answer in time")]
    Timeout,
    /// A response that cannot be used, such as one beyond a size limit; the text is for the log only. `SUBGRAPH_MALFORMED`
    #[error("the subgraph's response cannot be used: {0}")]
    Unusable(String),
}
