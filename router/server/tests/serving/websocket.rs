//! `graphql-transport-ws`, rule by rule.

use std::time::Duration;

use http::StatusCode;
use router_executor::{FetchFailure, Reply};
use serde_json::json;
use tokio_tungstenite::tungstenite::Error;

use crate::harness::{Socket, ada, bearer, claims, config, now_seconds, serve, token};

#[tokio::test]
async fn queries_and_mutations_are_answered() {
    let served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("q", "{ greeting }").await;
    assert_eq!(
        socket.hear().await,
        json!({ "id": "q", "type": "next", "payload": { "data": { "greeting": "hello" } } })
    );
    assert_eq!(socket.hear().await, json!({ "id": "q", "type": "complete" }));
    // A finished operation's id may be used again.
    socket.subscribe("q", "mutation { rename(name: \"B\") { name } }").await;
    assert_eq!(socket.hear().await["payload"]["data"], json!({ "rename": { "name": "Ada" } }));
    assert_eq!(socket.hear().await["type"], "complete");
}

#[tokio::test]
async fn events_are_completed_by_other_subgraphs_until_the_source_ends() {
    let mut served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("1", "subscription { personChanged { name notes } }").await;
    let source = served.sources.recv().await.unwrap();
    assert_eq!(source.asked.subgraph, "people");
    for _ in 0..2 {
        source.send(json!({ "personChanged": ada() }));
        assert_eq!(
            socket.hear().await,
            json!({ "id": "1", "type": "next", "payload": { "data": { "personChanged": { "name": "Ada", "notes": ["first"] } } } })
        );
    }
    drop(source);
    assert_eq!(socket.hear().await, json!({ "id": "1", "type": "complete" }));
}

#[tokio::test]
async fn a_lost_source_ends_the_subscription_with_an_error() {
    let mut served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("1", "subscription { personChanged { name } }").await;
    let source = served.sources.recv().await.unwrap();
    source.events.send(Reply::failed(FetchFailure::Unreachable("gone".into()))).unwrap();
    let last = socket.hear().await;
    assert_eq!(last["type"], "error");
    assert_eq!(last["payload"][0]["extensions"]["code"], "UPSTREAM_CLOSED");
}

#[tokio::test]
async fn complete_and_disconnect_let_go_of_the_source() {
    let mut served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("1", "subscription { personChanged { name } }").await;
    let first = served.sources.recv().await.unwrap();
    socket.say(json!({ "id": "1", "type": "complete" })).await;
    first.events.closed().await;
    socket.subscribe("1", "subscription { personChanged { name } }").await;
    let second = served.sources.recv().await.unwrap();
    drop(socket);
    second.events.closed().await;
}

#[tokio::test]
async fn refused_operations_end_with_an_error_message() {
    let served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    for (id, payload, code) in [
        ("a", json!({ "query": "{" }), "GRAPHQL_PARSE_FAILED"),
        ("b", json!({ "query": "{ nothing }" }), "GRAPHQL_VALIDATION_FAILED"),
        ("c", json!({}), "BAD_REQUEST"),
    ] {
        socket.say(json!({ "id": id, "type": "subscribe", "payload": payload })).await;
        let heard = socket.hear().await;
        assert_eq!((&heard["id"], &heard["type"]), (&json!(id), &json!("error")));
        assert_eq!(heard["payload"][0]["extensions"]["code"], code);
    }
}

#[tokio::test]
async fn pings_are_answered() {
    let served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.say(json!({ "type": "ping", "payload": { "a": 1 } })).await;
    assert_eq!(socket.hear().await, json!({ "type": "pong", "payload": { "a": 1 } }));
}

#[tokio::test]
async fn broken_rules_close_with_their_code() {
    let served = serve(config()).await;
    let subscribe = json!({ "id": "1", "type": "subscribe", "payload": { "query": "subscription { personChanged { id } }" } });
    let init = json!({ "type": "connection_init" });
    for (messages, code) in [
        (vec![subscribe.clone()], 4401),
        (vec![init.clone(), init.clone()], 4429),
        (vec![init.clone(), subscribe.clone(), subscribe.clone()], 4409),
        (vec![json!({ "type": "start" })], 4400),
        (vec![json!([])], 4400),
        (
            vec![json!({ "type": "connection_init", "payload": { "authorization": "Bearer forged" } })],
            4403,
        ),
    ] {
        let mut socket = served.socket(&[]).await;
        for message in &messages {
            socket.say(message.clone()).await;
        }
        assert_eq!(socket.closed().await, code, "{messages:?}");
    }
    let mut socket = served.socket(&[]).await;
    socket.say_binary().await;
    assert_eq!(socket.closed().await, 4400);
    let mut socket = Socket::open(served.address, None, &[]).await.unwrap();
    assert_eq!(socket.closed().await, 4406);
}

#[tokio::test]
async fn initialisation_has_a_deadline() {
    let mut config = config();
    config.subscriptions.init_timeout = Duration::from_millis(50);
    let served = serve(config).await;
    let mut socket = served.socket(&[]).await;
    assert_eq!(socket.closed().await, 4408);
}

#[tokio::test]
async fn the_payload_brings_tokens() {
    let mut served = serve(config()).await;
    let mut socket = served.socket(&[("cookie", "a=b")]).await;
    let authorization = bearer("user");
    socket
        .init(json!({ "Authorization": authorization, "cookie": "c=d", "x-other": "1" }))
        .await;
    socket.subscribe("1", "subscription { personChanged { email } }").await;
    let source = served.sources.recv().await.unwrap();
    assert_eq!(source.asked.headers["authorization"], authorization.as_str());
    assert_eq!(source.asked.headers["cookie"], "a=b");
    assert!(!source.asked.headers.contains_key("x-other"));
    source.send(json!({ "personChanged": ada() }));
    assert_eq!(
        socket.hear().await["payload"],
        json!({ "data": { "personChanged": { "email": "ada@example.org" } } })
    );
}

#[tokio::test]
async fn an_expired_token_closes_the_connection() {
    let mut served = serve(config()).await;
    let mut soon = claims("user");
    let expiry = now_seconds() + 2;
    soon["exp"] = json!(expiry);
    let mut socket = served.socket(&[]).await;
    socket.init(json!({ "authorization": format!("Bearer {}", token(&soon)) })).await;
    socket.subscribe("1", "subscription { personChanged { email } }").await;
    let source = served.sources.recv().await.unwrap();
    assert_eq!(socket.closed().await, 4403);
    assert_eq!(now_seconds(), expiry);
    source.events.closed().await;
}

#[tokio::test]
async fn pages_of_foreign_origins_may_not_connect() {
    let served = serve(config()).await;
    let refused = Socket::open(served.address, Some("graphql-transport-ws"), &[("origin", "https://evil.example")]).await;
    let Err(Error::Http(response)) = refused else {
        panic!("not refused over HTTP")
    };
    assert_eq!(response.status(), StatusCode::FORBIDDEN);
    let own = format!("http://{}", served.address);
    served.socket(&[("origin", &own)]).await.init(json!({})).await;
}

#[tokio::test]
async fn operations_at_once_are_limited() {
    let mut config = config();
    config.subscriptions.operations = 1;
    let mut served = serve(config).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("1", "subscription { personChanged { id } }").await;
    let _source = served.sources.recv().await.unwrap();
    socket.subscribe("2", "{ greeting }").await;
    let heard = socket.hear().await;
    assert_eq!((&heard["id"], &heard["type"]), (&json!("2"), &json!("error")));
    assert_eq!(heard["payload"][0]["extensions"]["code"], "TOO_MANY_OPERATIONS_ON_CONNECTION");
}

#[tokio::test]
async fn oversized_messages_close_the_connection() {
    let mut config = config();
    config.limits.body_bytes = 1000;
    let served = serve(config).await;
    let mut socket = served.socket(&[]).await;
    socket.say_raw(&"x".repeat(2000)).await;
    assert_eq!(socket.closed().await, 4400);
}

#[tokio::test]
async fn a_silent_client_is_dropped() {
    let mut config = config();
    config.subscriptions.ping_interval = Duration::from_millis(50);
    let mut served = serve(config).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    socket.subscribe("1", "subscription { personChanged { id } }").await;
    let source = served.sources.recv().await.unwrap();
    // This client reads nothing from here on, so that no ping is answered.
    source.events.closed().await;
}

#[tokio::test]
async fn stopping_says_goodbye() {
    let mut served = serve(config()).await;
    let mut socket = served.socket(&[]).await;
    socket.init(json!({})).await;
    served.stop.take().unwrap().send(()).unwrap();
    assert_eq!(socket.closed().await, 1001);
    served.ended.await.unwrap();
}
