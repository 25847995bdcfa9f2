//! Subgraph requests over HTTP/1.1, with a pool of kept connections per worker.
//!
//! Owns endpoints, headers, signatures and time limits of requests. One attempt each: only a request that was
//! never written is sent again.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Uri};
use http_body_util::{BodyExt, Full, LengthLimitError, Limited};
use hyper::body::Body;
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};
use router_executor::{FetchFailure, Reply, RequestContext, SubgraphRequest, Transport};
use router_graph::SubgraphId;
use router_graph::supergraph::Subgraph;

use super::subscription;
use crate::config::{Config, ConfigError};
use crate::error::StartError;
use crate::signing::Signer;

/// Longest answer of a subgraph.
const RESPONSE_BYTES: usize = 64_000_000;
const CONNECT_TIMEOUT: Duration = Duration::from_secs(5);
const IDLE_TIMEOUT: Duration = Duration::from_secs(60);
const IDLE_PER_HOST: usize = 64;

thread_local! {
    /// The worker's pool. A kept connection belongs to the runtime that opened it.
    static POOL: Client<HttpConnector, Full<Bytes>> = {
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        connector.set_connect_timeout(Some(CONNECT_TIMEOUT));
        Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE_TIMEOUT)
            .pool_max_idle_per_host(IDLE_PER_HOST)
            .build(connector)
    };
}

/// Carries requests to subgraphs over HTTP, and their subscriptions over WebSocket.
pub struct HttpTransport {
    /// By subgraph number.
    endpoints: Vec<Arc<Endpoint>>,
}

pub(super) struct Endpoint {
    pub(super) url: Uri,
    pub(super) timeout: Duration,
    pub(super) headers: HeaderMap,
    pub(super) signer: Option<Signer>,
}

impl HttpTransport {
    /// Endpoints for these subgraphs: the configured address, else the supergraph's. A subgraph without a usable
    /// address, or a configured one the supergraph does not have, is refused.
    pub fn new(config: &Config, subgraphs: &[Subgraph]) -> Result<Self, StartError> {
        let signer = config.signing.as_ref().map(Signer::new).transpose()?;
        let refused = |reason: String| StartError::from(ConfigError::Refused { key: "subgraphs", reason });
        if let Some(unknown) = config
            .subgraphs
            .keys()
            .find(|name| !subgraphs.iter().any(|subgraph| &*subgraph.name == name.as_str()))
        {
            let known: Vec<&str> = subgraphs.iter().map(|subgraph| &*subgraph.name).collect();
            return Err(refused(format!(
                "the supergraph has no subgraph `{unknown}`; it has {}",
                known.join(", ")
            )));
        }
        let endpoints = subgraphs.iter().map(|subgraph| {
            let settings = config.subgraphs.get(&*subgraph.name);
            let text = settings.and_then(|settings| settings.url.as_deref()).unwrap_or(&subgraph.url);
            let url: Option<Uri> = text.parse().ok();
            let url = url
                .filter(|url| url.scheme_str() == Some("http") && url.authority().is_some())
                .ok_or_else(|| {
                    refused(format!(
                        "`{}` has no usable address (`{text}`); give one with --override-url {}=http://HOST:PORT/PATH",
                        subgraph.name, subgraph.name
                    ))
                })?;
            let none = BTreeMap::new();
            let headers = settings.map_or(&none, |settings| &settings.headers);
            let headers: Option<HeaderMap> = headers
                .iter()
                .map(|(name, value)| Some((name.parse::<HeaderName>().ok()?, value.parse::<HeaderValue>().ok()?)))
                .collect();
            Ok(Arc::new(Endpoint {
                url,
                timeout: settings.and_then(|settings| settings.timeout).unwrap_or(config.timeout),
                headers: headers.ok_or_else(|| refused(format!("a header of `{}` is malformed", subgraph.name)))?,
                signer: signer.clone(),
            }))
        });
        Ok(Self {
            endpoints: endpoints.collect::<Result<_, StartError>>()?,
        })
    }

    fn endpoint(&self, subgraph: SubgraphId) -> &Arc<Endpoint> {
        self.endpoints
            .get(subgraph.index())
            .expect("the transport was made for the supergraph the plan was made for")
    }
}

impl Endpoint {
    /// Headers of one request: the client's, then the operator's, then ours.
    pub(super) fn headers(&self, context: &RequestContext, method: &Method, body: &[u8]) -> HeaderMap {
        let mut headers = context.headers.clone();
        for (name, value) in &self.headers {
            headers.insert(name, value.clone());
        }
        if let Some(signer) = &self.signer {
            let (name, value) = signer.sign(method.as_str(), self.url.path(), body);
            headers.insert(name, value);
        }
        headers
    }

    pub(super) fn timeout(&self, context: &RequestContext) -> Duration {
        context.timeout.unwrap_or(self.timeout)
    }
}

impl Transport for HttpTransport {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> Reply {
        let endpoint = self.endpoint(subgraph);
        let mut http = Request::new(Full::new(request.body.clone()));
        *http.method_mut() = Method::POST;
        *http.uri_mut() = endpoint.url.clone();
        *http.headers_mut() = endpoint.headers(context, &Method::POST, &request.body);
        let headers = http.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
        headers.insert(
            ACCEPT,
            HeaderValue::from_static("application/graphql-response+json, application/json;q=0.9"),
        );
        let exchanged = tokio::time::timeout(endpoint.timeout(context), exchange(http)).await;
        exchanged.unwrap_or(Err(FetchFailure::Timeout)).unwrap_or_else(Reply::failed)
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, context: &RequestContext) -> BoxStream<'static, Reply> {
        subscription::open(self.endpoint(subgraph).clone(), request.body, context.clone())
    }
}

async fn exchange(request: Request<Full<Bytes>>) -> Result<Reply, FetchFailure> {
    let pool = POOL.with(Client::clone);
    let unreachable = |error: &dyn std::error::Error| FetchFailure::Unreachable(chain(error));
    let response = pool.request(request).await.map_err(|error| unreachable(&error))?;
    let (parts, body) = response.into_parts();
    let too_long = || FetchFailure::Unusable(format!("longer than {RESPONSE_BYTES} bytes"));
    if body.size_hint().lower() > RESPONSE_BYTES as u64 {
        return Err(too_long());
    }
    let body = Limited::new(body, RESPONSE_BYTES).collect().await.map_err(|error| {
        if error.is::<LengthLimitError>() {
            too_long()
        } else {
            unreachable(error.as_ref())
        }
    })?;
    Ok(Reply {
        body: body.to_bytes(),
        status: Some(parts.status),
        headers: parts.headers,
        failure: None,
        elapsed: None,
    })
}

/// An error with its causes, for the log.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut cause = error.source();
    while let Some(inner) = cause {
        text.push_str(": ");
        text.push_str(&inner.to_string());
        cause = inner.source();
    }
    text
}
