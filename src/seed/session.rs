//! Someone who talks to the subgraphs as the router would on their behalf.

use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue};
use serde_json::{Value, json};

use crate::assemble::Platform;

/// One person's headers.
pub struct Session<'a> {
    platform: &'a Platform,
    headers: HeaderMap,
}

impl<'a> Session<'a> {
    /// Nobody yet, from this address.
    pub fn new(platform: &'a Platform, address: &str) -> Self {
        let mut session = Self {
            platform,
            headers: HeaderMap::new(),
        };
        session.set("x-forwarded-for", address);
        session
    }

    pub fn set(&mut self, name: &'static str, value: &str) {
        let value = HeaderValue::from_str(value).expect("tokens and addresses are header text");
        self.headers.insert(HeaderName::from_static(name), value);
    }

    fn body(query: &str, variables: Value) -> Bytes {
        Bytes::from(json!({"query": query, "variables": variables}).to_string())
    }

    /// The data of an operation on one subgraph.
    pub async fn query(&self, subgraph: &str, query: &str, variables: Value) -> Result<Value, String> {
        let reply = self.platform.callables[subgraph]
            .execute(&self.headers, Self::body(query, variables))
            .await;
        let mut response: Value = serde_json::from_slice(&reply.body).map_err(|error| error.to_string())?;
        match response.get("errors") {
            None => Ok(response["data"].take()),
            Some(errors) => Err(format!("{subgraph} refused the demo: {errors}")),
        }
    }

    /// The payload of a mutation with one root field, refused when it has errors.
    pub async fn mutate(&self, subgraph: &str, query: &str, input: Value) -> Result<Value, String> {
        let payload = self.try_mutate(subgraph, query, input).await?;
        match payload["errors"].as_array() {
            Some(errors) if errors.is_empty() => Ok(payload),
            _ => Err(format!("{subgraph} refused the demo: {}", payload["errors"])),
        }
    }

    /// The payload of a mutation with one root field, errors and all.
    pub async fn try_mutate(&self, subgraph: &str, query: &str, input: Value) -> Result<Value, String> {
        let data = self.query(subgraph, query, json!({"input": input})).await?;
        data.as_object()
            .and_then(|fields| fields.values().next())
            .cloned()
            .ok_or_else(|| format!("{subgraph} answered nothing"))
    }

    /// The events of a subscription on one subgraph.
    pub fn subscribe(&self, subgraph: &str, query: &str, variables: Value) -> futures_util::stream::BoxStream<'static, Bytes> {
        self.platform.callables[subgraph].subscribe(&self.headers, Self::body(query, variables))
    }
}
