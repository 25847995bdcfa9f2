//! The protocol graphql-transport-ws, on the real platform.

use harness::{Form, Platform, Subscription};
use serde_json::json;

#[tokio::test]
async fn the_protocol_is_kept() {
    let platform = Platform::start(Form::AllInOne).await;

    let mut socket = Subscription::connect(&platform.url).await;
    socket
        .send(json!({"type": "subscribe", "id": "1", "payload": {"query": "{ __typename }"}}))
        .await;
    assert_eq!(
        socket.next_message().await,
        Some(json!({"type": "close", "code": 4401})),
        "subscribing before the connection is acknowledged"
    );

    let mut socket = Subscription::connect(&platform.url).await;
    socket.send(json!({"type": "connection_init"})).await;
    assert_eq!(
        socket.next_message().await.map(|message| message["type"].clone()),
        Some(json!("connection_ack"))
    );
    socket
        .send(json!({"type": "subscribe", "id": "q", "payload": {"query": "{ __typename }"}}))
        .await;
    assert_eq!(
        socket.next_message().await,
        Some(json!({"type": "next", "id": "q", "payload": {"data": {"__typename": "Query"}}}))
    );
    assert_eq!(socket.next_message().await, Some(json!({"type": "complete", "id": "q"})));
    socket
        .send(json!({"type": "subscribe", "id": "bad", "payload": {"query": "{ nothing }"}}))
        .await;
    let error = socket.next_message().await.expect("an answer");
    assert_eq!(
        (error["type"].as_str(), error["id"].as_str()),
        (Some("error"), Some("bad")),
        "{error}"
    );
    assert_eq!(error["payload"][0]["extensions"]["code"], "GRAPHQL_VALIDATION_FAILED");
    socket.send(json!({"type": "connection_init"})).await;
    assert_eq!(socket.next_message().await, Some(json!({"type": "close", "code": 4429})));

    let mut socket = Subscription::connect(&platform.url).await;
    socket.send(json!({"type": "no such thing"})).await;
    assert_eq!(socket.next_message().await, Some(json!({"type": "close", "code": 4400})));
}
