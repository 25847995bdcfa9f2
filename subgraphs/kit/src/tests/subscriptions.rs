//! A small schema, called as the router calls it: limits, bad input, and subscriptions that end with their token.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use async_graphql::{Object, Schema, Subscription};
use axum::Router;
use bytes::Bytes;
use futures_util::{Stream, StreamExt};
use http::HeaderMap;
use serde_json::{Value, json};
use tokio::sync::watch;

use super::on;
use crate::bus::Consumers;
use crate::clock::SharedClock;
use crate::internal::CallTable;
use crate::service::{Callable, Service};
use crate::signature::Gate;
use crate::testing::{Engine, NOW_MS, TestDeps};
use crate::token::{SigningKey, Verifier};

struct Query;

#[Object]
impl Query {
    async fn echo(&self, text: String) -> String {
        text
    }

    /// Fails on the inside.
    async fn broken(&self) -> crate::Result<String> {
        Err(crate::Error::internal("the secret reason"))
    }
}

struct Mutation;

#[Object]
impl Mutation {
    async fn change(&self) -> bool {
        true
    }
}

struct Events;

#[Subscription]
impl Events {
    /// One event at once, then silence.
    async fn told(&self) -> impl Stream<Item = i32> {
        futures_util::stream::iter([1]).chain(futures_util::stream::pending())
    }

    /// Two events and an end.
    async fn twice(&self) -> impl Stream<Item = i32> {
        futures_util::stream::iter([1, 2])
    }
}

pub(super) struct Subgraph {
    pub(super) test: TestDeps,
    pub(super) users: SigningKey,
    pub(super) callable: Callable,
}

/// A service over the small schema, and a key of the issuer of access tokens.
pub(super) async fn subgraph() -> Subgraph {
    let test = on(Engine::Sqlite).await;
    let users = SigningKey::generate("users", &test.deps.ids).unwrap();
    let verifier = Verifier::new(crate::token::Jwks {
        keys: vec![users.public_jwk()],
    })
    .unwrap();
    let schema = Schema::build(Query, Mutation, Events).finish();
    let service = Service {
        name: "things",
        sdl: String::new(),
        graphql: crate::graphql::endpoint("things", schema, |request| request),
        routes: Router::new(),
        workers: Vec::new(),
        calls: CallTable::new(),
        consumers: Consumers::new(),
        database: test.deps.database.clone(),
    };
    let callable = Callable::new(&service, verifier, test.deps.clock.clone());
    Subgraph { test, users, callable }
}

impl Subgraph {
    pub(super) fn token(&self, expires_at_ms: i64) -> String {
        self.users
            .sign(&json!({"iss": "users", "aud": "marquee", "sub": "usr_1", "sid": "ses_1", "scope": "user", "exp": expires_at_ms / 1000}))
            .unwrap()
    }

    fn headers(&self, expires_at_ms: i64) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert("authorization", format!("Bearer {}", self.token(expires_at_ms)).parse().unwrap());
        headers
    }

    async fn answer(&self, body: &str) -> Value {
        let reply = self.callable.execute(&HeaderMap::new(), Bytes::from(body.to_owned())).await;
        serde_json::from_slice(&reply.body).unwrap()
    }

    pub(super) fn http(&self, gate: Arc<Gate>, calls: CallTable) -> Router {
        let clock: SharedClock = Arc::new(self.test.clock.clone());
        let state = crate::server::ServerState {
            callable: self.callable.clone(),
            calls,
            gate,
            clock,
            database: self.test.deps.database.clone(),
            metrics: None,
        };
        crate::server::router(state, Router::new())
    }
}

fn code(response: &Value) -> &Value {
    &response["errors"][0]["extensions"]["code"]
}

#[tokio::test]
async fn bad_bodies_are_the_clients_fault_and_ours_say_no_cause() {
    let subgraph = subgraph().await;
    for bad in [
        "",
        "[1]",
        "{\"query\": 3}",
        r#"{"query": "query($t: String!) { echo(text: $t) }", "variables": {"t": ["a", "b\u0000"]}}"#,
        r#"{"query": "query($t: String!) { echo(text: $t) }", "variables": {"t": "\u0000"}}"#,
        r#"{"query": "{ echo(text: \"\\u0000\") }"}"#,
    ] {
        let response = subgraph.answer(bad).await;
        assert_eq!(code(&response), "BAD_USER_INPUT", "{bad}: {response}");
    }
    let response = subgraph
        .answer(r#"{"query": "query($t: String!) { echo(text: $t) }", "variables": {"t": "the escape \\u0000"}}"#)
        .await;
    assert_eq!(response["data"]["echo"], "the escape \\u0000");
    let response = subgraph.answer(r#"{"query": "{ broken }"}"#).await;
    assert_eq!(code(&response), "INTERNAL");
    assert!(response["errors"][0]["extensions"]["incidentId"].is_string());
    assert!(!response.to_string().contains("secret"));
}

#[tokio::test]
async fn a_wrong_token_is_nobody_at_all() {
    let subgraph = subgraph().await;
    let body = Bytes::from_static(br#"{"query": "{ echo(text: \"a\") }"}"#);
    for headers in [
        subgraph.headers(NOW_MS),
        HeaderMap::from_iter([(http::header::AUTHORIZATION, "Basic abc".parse().unwrap())]),
        HeaderMap::from_iter([(http::header::AUTHORIZATION, "Bearer abc".parse().unwrap())]),
        HeaderMap::from_iter([(
            http::HeaderName::from_static("marquee-guest"),
            subgraph.token(NOW_MS + 60_000).parse().unwrap(),
        )]),
    ] {
        let reply = subgraph.callable.execute(&headers, body.clone()).await;
        let response: Value = serde_json::from_slice(&reply.body).unwrap();
        assert_eq!(code(&response), "UNAUTHENTICATED", "{headers:?}");
        let events: Vec<Bytes> = subgraph.callable.subscribe(&headers, body.clone()).collect().await;
        assert_eq!(events.len(), 1);
        assert_eq!(code(&serde_json::from_slice(&events[0]).unwrap()), "UNAUTHENTICATED");
    }
    let reply = subgraph.callable.execute(&subgraph.headers(NOW_MS + 1_000), body).await;
    assert_eq!(&reply.body[..], br#"{"data":{"echo":"a"}}"#);
}

#[tokio::test]
async fn a_subscription_ends_after_its_token_and_not_before() {
    let subgraph = subgraph().await;
    let body = Bytes::from_static(br#"{"query": "subscription { told }"}"#);
    let mut events = subgraph.callable.subscribe(&subgraph.headers(NOW_MS + 600_000), body.clone());
    let mut forever = subgraph.callable.subscribe(&HeaderMap::new(), body);
    assert_eq!(&events.next().await.unwrap()[..], br#"{"data":{"told":1}}"#);
    assert_eq!(&forever.next().await.unwrap()[..], br#"{"data":{"told":1}}"#);
    // From here on the time is the test's.
    tokio::time::pause();
    let early = tokio::time::timeout(Duration::from_secs(601), events.next()).await;
    assert!(early.is_err(), "the router closes first");
    let last: Value = serde_json::from_slice(&events.next().await.unwrap()).unwrap();
    assert_eq!(code(&last), "UNAUTHENTICATED");
    assert_eq!(events.next().await, None);
    assert!(tokio::time::timeout(Duration::from_secs(100_000), forever.next()).await.is_err());
}

#[tokio::test]
async fn a_subscription_that_ends_by_itself_says_no_more() {
    let subgraph = subgraph().await;
    let body = Bytes::from_static(br#"{"query": "subscription { twice }"}"#);
    let events: Vec<Bytes> = subgraph
        .callable
        .subscribe(&subgraph.headers(NOW_MS + 600_000), body)
        .collect()
        .await;
    assert_eq!(events.len(), 2);
}

/// The address of a running subgraph; it stops when the sender is dropped or says so.
pub(super) async fn served(app: Router) -> (std::net::SocketAddr, watch::Sender<bool>) {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = watch::channel(false);
    tokio::spawn(crate::server::serve(listener, app, stopped));
    (address, stop)
}

pub(super) fn gate(callers: &[(&str, &str)]) -> Arc<Gate> {
    let keys: HashMap<String, Vec<String>> = callers
        .iter()
        .map(|(caller, key)| ((*caller).to_owned(), vec![(*key).to_owned()]))
        .collect();
    Arc::new(Gate::new(keys))
}
