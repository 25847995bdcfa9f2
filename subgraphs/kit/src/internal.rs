//! Internal calls between subgraphs: a function call in one process, a signed HTTP call between processes. The
//! body is JSON either way. Knows no particular call.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::BoxFuture;
use http_body_util::{BodyExt, Full};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use parking_lot::RwLock;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::clock::SharedClock;
use crate::error::Error;
use crate::id::Ids;
use crate::signature::{self, Signer};

const TIMEOUT: Duration = Duration::from_secs(2);
const MAX_ANSWER_BYTES: usize = 1 << 20;

/// One internal call: who answers, under which name, with what. Idempotent.
pub trait Call: Serialize + DeserializeOwned + Send + Sync + 'static {
    /// The subgraph that answers.
    const TARGET: &'static str;
    /// The name within the subgraph.
    const NAME: &'static str;
    type Answer: Serialize + DeserializeOwned + Send + 'static;
}

type Handler = Arc<dyn Fn(Bytes) -> BoxFuture<'static, Result<Bytes, Error>> + Send + Sync>;

/// The calls a subgraph answers.
#[derive(Clone, Default)]
pub struct CallTable(HashMap<&'static str, Handler>);

impl CallTable {
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn answer<C, F, Fut>(mut self, handler: F) -> Self
    where
        C: Call,
        F: Fn(C) -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<C::Answer, Error>> + Send + 'static,
    {
        let handler: Handler = Arc::new(move |body: Bytes| match serde_json::from_slice::<C>(&body) {
            Ok(request) => {
                let answer = handler(request);
                Box::pin(async move { serde_json::to_vec(&answer.await?).map(Bytes::from).map_err(Error::internal) })
            }
            Err(error) => Box::pin(async move { Err(Error::bad_input(format!("the call's body is not understood: {error}"))) }),
        });
        let earlier = self.0.insert(C::NAME, handler);
        assert!(earlier.is_none(), "a subgraph answers {} once", C::NAME);
        self
    }

    /// Answers the call `name`; NOT_FOUND for one that is not in the table.
    pub async fn handle(&self, name: &str, body: Bytes) -> Result<Bytes, Error> {
        match self.0.get(name) {
            Some(handler) => handler(body).await,
            None => Err(Error::not_found(format!("there is no call named {name}"))),
        }
    }
}

enum Carrier {
    InProcess(RwLock<HashMap<&'static str, CallTable>>),
    Http(Box<Http>),
}

/// The body of an answer that is none.
#[derive(Deserialize)]
struct Refused {
    code: String,
    sentence: String,
}

struct Http {
    client: Client<HttpConnector, Full<Bytes>>,
    urls: HashMap<String, String>,
    signer: Signer,
    clock: SharedClock,
    ids: Ids,
}

/// Makes internal calls. Clones share everything.
#[derive(Clone)]
pub struct Internal(Arc<Carrier>);

impl Internal {
    /// Calls go to the tables registered in this process.
    pub fn in_process() -> Self {
        Self(Arc::new(Carrier::InProcess(RwLock::default())))
    }

    /// Calls go to `urls` (subgraph name to base URL), signed.
    pub fn over_http(urls: HashMap<String, String>, signer: Signer, clock: SharedClock, ids: Ids) -> Self {
        let client = Client::builder(TokioExecutor::new()).build_http();
        Self(Arc::new(Carrier::Http(Box::new(Http {
            client,
            urls,
            signer,
            clock,
            ids,
        }))))
    }

    /// Adds a subgraph's table; only in process, before the first call.
    pub fn register(&self, subgraph: &'static str, table: CallTable) {
        if let Carrier::InProcess(tables) = &*self.0 {
            tables.write().insert(subgraph, table);
        }
    }

    /// Asks and waits for the answer, at most two seconds. SERVICE_UNAVAILABLE when there is none.
    pub async fn call<C: Call>(&self, request: &C) -> Result<C::Answer, Error> {
        use tracing::Instrument;

        let span = tracing::info_span!("internal_call", callee = C::TARGET, call = C::NAME);
        let body = Bytes::from(serde_json::to_vec(request).map_err(Error::internal)?);
        let answer = tokio::time::timeout(TIMEOUT, self.carry(C::TARGET, C::NAME, body).instrument(span))
            .await
            .map_err(|_| Error::unavailable(format!("The {} service did not answer in time. Try again in a moment.", C::TARGET)))??;
        serde_json::from_slice(&answer).map_err(Error::internal)
    }

    async fn carry(&self, target: &'static str, name: &'static str, body: Bytes) -> Result<Bytes, Error> {
        let Http {
            client,
            urls,
            signer,
            clock,
            ids,
        } = match &*self.0 {
            Carrier::InProcess(tables) => {
                let table = tables.read().get(target).cloned();
                let table = table.ok_or_else(|| Error::unavailable(format!("The {target} service is not running.")))?;
                return table.handle(name, body).await;
            }
            Carrier::Http(http) => &**http,
        };
        let unavailable = || Error::unavailable(format!("The {target} service cannot be reached. Try again in a moment."));
        let url = urls
            .get(target)
            .ok_or_else(|| Error::internal(format!("no URL is configured for the {target} subgraph")))?;
        let path = format!("/internal/{name}");
        let mut request = http::Request::post(format!("{}{path}", url.trim_end_matches('/')))
            .header("content-type", "application/json")
            .header(signature::HEADER, signer.sign("POST", &path, &body, clock.now_ms(), ids));
        if let Some(context) = crate::trace::current() {
            request = request.header("traceparent", context.child().header());
        }
        let request = request.body(Full::new(body)).map_err(Error::internal)?;
        let response = client.request(request).await.map_err(|error| {
            tracing::warn!(target, name, %error, "an internal call failed");
            unavailable()
        })?;
        let status = response.status();
        let answer = http_body_util::Limited::new(response.into_body(), MAX_ANSWER_BYTES)
            .collect()
            .await
            .map_err(|_| unavailable())?
            .to_bytes();
        if status.is_success() {
            return Ok(answer);
        }
        // The same error as from a call within one process; anything else came from something in between.
        let error = serde_json::from_slice::<Refused>(&answer)
            .map_or_else(|_| unavailable(), |refused| Error::from_wire(&refused.code, refused.sentence));
        tracing::warn!(target, name, %status, %error, "an internal call was refused");
        Err(error)
    }
}
