//! A subscription over graphql-transport-ws, as graphql-ws clients speak it.

use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream};

use crate::PATIENCE;

/// One open subscription on a connection of its own.
pub struct Subscription {
    socket: WebSocketStream<MaybeTlsStream<TcpStream>>,
}

impl Subscription {
    /// Connects, initialises with `payload` and subscribes.
    pub async fn open(url: &str, payload: Value, query: &str, variables: Value) -> Self {
        let mut subscription = Self::connect(url).await;
        subscription.send(json!({"type": "connection_init", "payload": payload})).await;
        let ack = subscription.next_message().await.expect("the connection is acknowledged");
        assert_eq!(ack["type"], "connection_ack", "{ack}");
        subscription
            .send(json!({"type": "subscribe", "id": "1", "payload": {"query": query, "variables": variables}}))
            .await;
        subscription
    }

    /// A bare connection, for tests of the protocol itself.
    pub async fn connect(url: &str) -> Self {
        let mut request = format!("{}/graphql", url.replacen("http", "ws", 1))
            .into_client_request()
            .expect("a good URL");
        request
            .headers_mut()
            .insert("sec-websocket-protocol", "graphql-transport-ws".parse().expect("header text"));
        let (socket, _) = tokio_tungstenite::connect_async(request).await.expect("the WebSocket opens");
        Self { socket }
    }

    pub async fn send(&mut self, message: Value) {
        self.socket
            .send(Message::text(message.to_string()))
            .await
            .expect("the WebSocket is open");
    }

    /// The next message that is not a ping; `None` when the connection is closed.
    pub async fn next_message(&mut self) -> Option<Value> {
        let read = async {
            loop {
                match self.socket.next().await {
                    Some(Ok(Message::Text(text))) => {
                        let message: Value = serde_json::from_str(&text).expect("messages are JSON");
                        match message["type"].as_str() {
                            Some("ping") => self.socket.send(Message::text(r#"{"type":"pong"}"#)).await.expect("open"),
                            Some("pong") => {}
                            _ => return Some(message),
                        }
                    }
                    Some(Ok(Message::Close(frame))) => {
                        return Some(json!({"type": "close", "code": frame.map(|frame| u16::from(frame.code))}));
                    }
                    Some(Ok(_)) => {}
                    Some(Err(_)) | None => return None,
                }
            }
        };
        tokio::time::timeout(PATIENCE, read).await.expect("waited in vain for a message")
    }

    /// The data of the next event.
    pub async fn next(&mut self) -> Value {
        let message = self.next_message().await.expect("the subscription goes on");
        assert_eq!(message["type"], "next", "{message}");
        assert!(message["payload"].get("errors").is_none(), "{message}");
        message["payload"]["data"].clone()
    }

    /// Waits for the first event of which `wanted` is true.
    pub async fn until(&mut self, wanted: impl Fn(&Value) -> bool) -> Value {
        let wait = async {
            loop {
                let event = self.next().await;
                if wanted(&event) {
                    return event;
                }
            }
        };
        tokio::time::timeout(PATIENCE, wait).await.expect("waited in vain for an event")
    }
}
