//! Asking subgraphs for their schemas: `{ _service { sdl } }` over HTTP.
//!
//! Owns the question, its limits and what can be wrong with an answer. Must not know what a schema means.

use std::collections::BTreeMap;
use std::time::Duration;

use bytes::Bytes;
use futures_util::future::join_all;
use http::header::{ACCEPT, CONTENT_TYPE};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Uri};
use http_body_util::{BodyExt, Full, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde_json::{Value, json};

use super::Misuse;

/// From connecting to the last byte.
const TIMEOUT: Duration = Duration::from_secs(15);
/// Longest answer of a subgraph.
const RESPONSE_BYTES: usize = 64_000_000;
const QUESTION: &str = "query SubgraphSchema { _service { sdl } }";

/// A subgraph that can be asked.
#[derive(Clone, Debug)]
pub struct Endpoint {
    /// As it was written.
    pub url: String,
    uri: Uri,
    headers: HeaderMap,
}

impl Endpoint {
    /// Checks the address and the headers to send; `${NAME}` in a header stands for that environment variable.
    pub fn new(url: &str, headers: BTreeMap<String, String>) -> Result<Self, String> {
        let uri: Option<Uri> = url.parse().ok();
        let uri = uri
            .filter(|uri| uri.scheme_str() == Some("http") && uri.authority().is_some())
            .ok_or_else(|| format!("has the subgraph_url `{url}`; write it as http://HOST:PORT/PATH"))?;
        let mut checked = HeaderMap::new();
        for (name, value) in headers {
            let value = expand(&value, &|variable| std::env::var(variable).ok())?;
            let parsed = name.parse::<HeaderName>().ok().zip(value.parse::<HeaderValue>().ok());
            let (header, value) = parsed.ok_or_else(|| format!("has a malformed header `{name}`"))?;
            checked.insert(header, value);
        }
        Ok(Endpoint {
            url: url.to_owned(),
            uri,
            headers: checked,
        })
    }

    async fn ask(&self, client: &Client<HttpConnector, Full<Bytes>>) -> Result<String, String> {
        let body = json!({ "query": QUESTION }).to_string();
        let mut request = Request::post(self.uri.clone())
            .header(CONTENT_TYPE, "application/json")
            .header(ACCEPT, "application/json")
            .body(Full::new(Bytes::from(body)))
            .expect("the address and our headers were checked");
        request.headers_mut().extend(self.headers.clone());
        let response = client.request(request).await.map_err(|error| chain(&error))?;
        let status = response.status();
        let body = Limited::new(response.into_body(), RESPONSE_BYTES).collect().await;
        let body = body.map_err(|error| format!("its answer broke off: {error}"))?.to_bytes();
        let answer: Value = serde_json::from_slice(&body).map_err(|_| format!("it answered {status} with something that is not JSON"))?;
        if let Some(sdl) = answer.pointer("/data/_service/sdl").and_then(Value::as_str) {
            return Ok(sdl.to_owned());
        }
        match answer.pointer("/errors/0/message").and_then(Value::as_str) {
            Some(message) => Err(format!("it answered \"{message}\"")),
            None => Err(format!("it answered {status} without data._service.sdl")),
        }
    }
}

/// Asks all at once; answers are in the order of the endpoints, a failure as the end of a sentence.
pub fn schemas(endpoints: Vec<Endpoint>) -> Result<Vec<Result<String, String>>, Misuse> {
    if endpoints.is_empty() {
        return Ok(Vec::new());
    }
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Misuse(format!("subgraphs cannot be asked: {error}")))?;
    Ok(runtime.block_on(async {
        let client = Client::builder(TokioExecutor::new()).build_http();
        let asking = endpoints.iter().map(|endpoint| async {
            let answer = tokio::time::timeout(TIMEOUT, endpoint.ask(&client)).await;
            answer.unwrap_or_else(|_| Err(format!("it took longer than {} seconds", TIMEOUT.as_secs())))
        });
        join_all(asking).await
    }))
}

/// An error with what caused it: clients say "client error" and keep the reason below.
fn chain(error: &dyn std::error::Error) -> String {
    let mut text = error.to_string();
    let mut source = error.source();
    while let Some(cause) = source {
        text.push_str(": ");
        text.push_str(&cause.to_string());
        source = cause.source();
    }
    text
}

/// Replaces `${NAME}` by the variable's value.
fn expand(text: &str, variable: &dyn Fn(&str) -> Option<String>) -> Result<String, String> {
    let mut expanded = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("${") {
        let (name, after) = after
            .split_once('}')
            .ok_or_else(|| format!("has `${{` without `}}` in the header `{text}`"))?;
        let value = variable(name).ok_or_else(|| format!("needs the environment variable {name}, which is not set"))?;
        expanded.push_str(before);
        expanded.push_str(&value);
        rest = after;
    }
    expanded.push_str(rest);
    Ok(expanded)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_take_secrets_from_the_environment() {
        let variable = |name: &str| (name == "TOKEN").then(|| "abc".to_owned());
        assert_eq!(expand("Bearer ${TOKEN}!", &variable), Ok("Bearer abc!".to_owned()));
        assert_eq!(expand("no $variable", &variable), Ok("no $variable".to_owned()));
        assert!(expand("${OTHER}", &variable).is_err_and(|reason| reason.contains("OTHER")));
        assert!(expand("${TOKEN", &variable).is_err());
    }

    #[test]
    fn an_address_is_complete() {
        for wrong in ["localhost:4000", "ftp://a/", "http://", "/graphql"] {
            assert!(Endpoint::new(wrong, BTreeMap::new()).is_err(), "{wrong}");
        }
        assert!(Endpoint::new("http://localhost:4000/graphql", BTreeMap::new()).is_ok());
    }
}
