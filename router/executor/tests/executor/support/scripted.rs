//! A transport that answers each subgraph's calls from a list, and remembers what was asked.

use std::collections::HashMap;
use std::sync::Mutex;

use bytes::Bytes;
use futures_util::stream::{self, BoxStream, StreamExt};
use http::StatusCode;
use router_executor::{FetchFailure, Reply, RequestContext, Response, SubgraphRequest, Transport};
use router_graph::SubgraphId;
use serde_json::Value;

#[derive(Default)]
pub struct Scripted {
    replies: Mutex<HashMap<u32, Vec<Reply>>>,
    asked: Mutex<Vec<(u32, Value)>>,
    events: Mutex<Vec<Reply>>,
}

impl Scripted {
    /// Adds the reply to a subgraph's next unanswered call.
    pub fn reply(self, subgraph: u32, reply: Reply) -> Self {
        self.replies.lock().unwrap().entry(subgraph).or_default().push(reply);
        self
    }

    pub fn body(self, subgraph: u32, body: &str) -> Self {
        self.reply(subgraph, Reply::from_body(body.to_owned()))
    }

    pub fn status(self, subgraph: u32, status: u16, body: &str) -> Self {
        let status = Some(StatusCode::from_u16(status).unwrap());
        self.reply(
            subgraph,
            Reply {
                status,
                ..Reply::from_body(body.to_owned())
            },
        )
    }

    pub fn failure(self, subgraph: u32, failure: FetchFailure) -> Self {
        self.reply(subgraph, Reply::failed(failure))
    }

    pub fn event(self, body: &str) -> Self {
        self.events.lock().unwrap().push(Reply::from_body(body.to_owned()));
        self
    }

    /// (subgraph, request) in the order of the calls.
    pub fn asked(&self) -> Vec<(u32, Value)> {
        self.asked.lock().unwrap().clone()
    }

    /// The representations of the n-th call.
    pub fn representations(&self, call: usize) -> Value {
        self.asked()[call].1["variables"]["representations"].clone()
    }

    fn record(&self, subgraph: SubgraphId, request: &SubgraphRequest) {
        let request = serde_json::from_slice(&request.body).expect("request bodies are JSON");
        self.asked.lock().unwrap().push((subgraph.0, request));
    }
}

impl Transport for Scripted {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, _: &RequestContext) -> Reply {
        self.record(subgraph, &request);
        let mut replies = self.replies.lock().unwrap();
        let waiting = replies.entry(subgraph.0).or_default();
        assert!(!waiting.is_empty(), "subgraph {} was not expected to be asked", subgraph.0);
        waiting.remove(0)
    }

    fn subscribe(&self, subgraph: SubgraphId, request: SubgraphRequest, _: &RequestContext) -> BoxStream<'static, Reply> {
        self.record(subgraph, &request);
        stream::iter(std::mem::take(&mut *self.events.lock().unwrap())).boxed()
    }
}

/// A response with its transport, taken apart for assertions.
pub struct Answered {
    pub text: String,
    pub json: Value,
    pub transport: Scripted,
}

impl Answered {
    pub fn new(response: Response, transport: Scripted) -> Self {
        let body: Bytes = response.body;
        let text = String::from_utf8(body.to_vec()).expect("UTF-8");
        let json: Value = serde_json::from_str(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
        assert_eq!(response.stats.errors, json["errors"].as_array().map_or(0, Vec::len));
        Self { text, json, transport }
    }

    /// The text of `data` (the response begins with it).
    pub fn data(&self) -> &str {
        let end = self.text.rfind(",\"errors\":[").unwrap_or(self.text.len() - 1);
        self.text["{\"data\":".len()..end].trim()
    }

    /// Each error as `CODE path service`.
    pub fn errors(&self) -> Vec<String> {
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| {
                let path: Vec<String> = error["path"].as_array().map_or(Vec::new(), |path| {
                    path.iter()
                        .map(|step| step.as_str().map_or_else(|| step.to_string(), str::to_owned))
                        .collect()
                });
                let code = error["extensions"]["code"].as_str().unwrap_or("-");
                let service = error["extensions"]["service"].as_str().unwrap_or("-");
                format!("{code} {} {service}", path.join("."))
            })
            .collect()
    }

    pub fn messages(&self) -> Vec<String> {
        let errors = self.json["errors"].as_array().cloned().unwrap_or_default();
        errors
            .iter()
            .map(|error| error["message"].as_str().unwrap_or_default().to_owned())
            .collect()
    }
}
