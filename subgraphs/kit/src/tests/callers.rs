//! The HTTP side of a subgraph process: signed callers only, internal calls as within one process, the WebSocket protocol.

use std::collections::HashMap;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use futures_util::{SinkExt, StreamExt};
use http::{Request, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tower::ServiceExt;

use super::subscriptions::{Subgraph, gate, served, subgraph};
use crate::error::{Code, Error};
use crate::internal::{Call, CallTable, Internal};
use crate::signature::{HEADER, Signer};
use crate::testing::NOW_MS;

fn signer() -> Signer {
    Signer {
        caller: "router".to_owned(),
        key: "secret".to_owned(),
    }
}

async fn status(app: &Router, method: &str, path: &str, signature: Option<String>, body: impl Into<Body>) -> StatusCode {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(signature) = signature {
        request = request.header(HEADER, signature);
    }
    app.clone().oneshot(request.body(body.into()).unwrap()).await.unwrap().status()
}

#[tokio::test]
async fn only_signed_requests_are_answered_and_each_once() {
    let subgraph = subgraph().await;
    let ids = &subgraph.test.deps.ids;
    let app = subgraph.http(gate(&[("router", "secret")]), CallTable::new());
    let body = r#"{"query": "{ echo(text: \"a\") }"}"#;
    let sign = |path: &str| Some(signer().sign("POST", path, body.as_bytes(), NOW_MS, ids));
    let signature = sign("/graphql");
    assert_eq!(status(&app, "POST", "/graphql", signature.clone(), body).await, StatusCode::OK);
    assert_eq!(
        status(&app, "POST", "/graphql", signature, body).await,
        StatusCode::UNAUTHORIZED,
        "a replay"
    );
    for path in ["/graphql", "/internal/anything"] {
        assert_eq!(status(&app, "POST", path, None, body).await, StatusCode::UNAUTHORIZED);
        assert_eq!(
            status(&app, "POST", path, Some("t=,n".to_owned()), body).await,
            StatusCode::UNAUTHORIZED
        );
        assert_eq!(status(&app, "POST", path, sign("/other"), body).await, StatusCode::UNAUTHORIZED);
        assert_eq!(
            status(&app, "POST", path, sign(path), "{}").await,
            StatusCode::UNAUTHORIZED,
            "another body"
        );
    }
    assert_eq!(
        status(&app, "POST", "/internal/anything", sign("/internal/anything"), body).await,
        StatusCode::NOT_FOUND
    );
    let large = vec![b' '; (4 << 20) + 1];
    assert_eq!(status(&app, "POST", "/graphql", None, large).await, StatusCode::PAYLOAD_TOO_LARGE);
    for open in ["/health", "/ready"] {
        assert_eq!(status(&app, "GET", open, None, "").await, StatusCode::OK, "{open}");
    }
}

#[derive(Clone, Serialize, Deserialize)]
struct Ask {
    what: String,
}

impl Call for Ask {
    const TARGET: &'static str = "things";
    const NAME: &'static str = "ask";
    type Answer = Option<String>;
}

fn answers() -> CallTable {
    CallTable::new().answer(|ask: Ask| async move {
        match ask.what.as_str() {
            "nothing" => Ok(None),
            "forbidden" => Err(Error::forbidden("Not you.")),
            "broken" => Err(Error::internal("the secret reason")),
            "trace" => Ok(crate::trace::current().map(|context| context.trace_id())),
            other => Ok(Some(other.to_owned())),
        }
    })
}

#[tokio::test]
async fn calls_answer_alike_within_a_process_and_between_two() {
    let subgraph = subgraph().await;
    let (address, _running) = served(subgraph.http(gate(&[("other", "key")]), answers())).await;
    let over_http = |key: &str| {
        let signer = Signer {
            caller: "other".to_owned(),
            key: key.to_owned(),
        };
        let urls = HashMap::from([("things".to_owned(), format!("http://{address}/"))]);
        Internal::over_http(urls, signer, subgraph.test.deps.clock.clone(), subgraph.test.deps.ids.clone())
    };
    let in_process = Internal::in_process();
    in_process.register("things", answers());
    let ask = |what: &str| Ask { what: what.to_owned() };
    for internal in [&in_process, &over_http("key")] {
        assert_eq!(internal.call(&ask("a")).await.unwrap().as_deref(), Some("a"));
        assert_eq!(internal.call(&ask("nothing")).await.unwrap(), None);
        let refused = internal.call(&ask("forbidden")).await.unwrap_err();
        assert_eq!((refused.code(), refused.sentence()), (Code::Forbidden, "Not you."));
        assert_eq!(internal.call(&ask("broken")).await.unwrap_err().code(), Code::Internal);
        let context = crate::trace::Traceparent::start();
        let trace_id = context.trace_id();
        let seen = crate::trace::within(context, internal.call(&ask("trace"))).await.unwrap();
        assert_eq!(seen, Some(trace_id), "the trace goes along");
    }
    let stranger = over_http("guessed").call(&ask("a")).await.unwrap_err();
    assert_eq!(stranger.code(), Code::ServiceUnavailable);
    let nobody = Internal::over_http(
        HashMap::from([("things".to_owned(), "http://127.0.0.1:1".to_owned())]),
        signer(),
        subgraph.test.deps.clock.clone(),
        subgraph.test.deps.ids.clone(),
    );
    assert_eq!(nobody.call(&ask("a")).await.unwrap_err().code(), Code::ServiceUnavailable);
}

struct Client(WebSocketStream<TcpStream>);

impl Client {
    async fn connect(address: std::net::SocketAddr, signature: Option<String>) -> Result<Self, String> {
        let mut request = format!("ws://{address}/graphql").into_client_request().unwrap();
        request
            .headers_mut()
            .insert("sec-websocket-protocol", "graphql-transport-ws".parse().unwrap());
        if let Some(signature) = signature {
            request.headers_mut().insert(HEADER, signature.parse().unwrap());
        }
        let stream = TcpStream::connect(address).await.unwrap();
        let opened = tokio_tungstenite::client_async(request, stream).await;
        opened.map(|(socket, _)| Self(socket)).map_err(|error| error.to_string())
    }

    async fn say(&mut self, message: Value) {
        self.0.send(Message::text(message.to_string())).await.unwrap();
    }

    async fn hear(&mut self) -> Value {
        match self.0.next().await.unwrap().unwrap() {
            Message::Text(text) => serde_json::from_str(&text).unwrap(),
            Message::Close(Some(frame)) => json!({"closed": u16::from(frame.code)}),
            other => panic!("{other:?}"),
        }
    }
}

async fn client(subgraph: &Subgraph, address: std::net::SocketAddr) -> Client {
    let signature = signer().sign("GET", "/graphql", b"", NOW_MS, &subgraph.test.deps.ids);
    Client::connect(address, Some(signature)).await.unwrap()
}

#[tokio::test]
async fn subscriptions_speak_graphql_transport_ws() {
    let subgraph = subgraph().await;
    let (address, _running) = served(subgraph.http(gate(&[("router", "secret")]), CallTable::new())).await;
    assert!(Client::connect(address, None).await.err().unwrap().contains("401"));

    let mut connection = client(&subgraph, address).await;
    let token = subgraph.token(NOW_MS + 600_000);
    connection
        .say(json!({"type": "connection_init", "payload": {"authorization": format!("Bearer {token}")}}))
        .await;
    assert_eq!(connection.hear().await, json!({"type": "connection_ack"}));
    connection.say(json!({"type": "ping"})).await;
    assert_eq!(connection.hear().await, json!({"type": "pong"}));
    connection
        .say(json!({"id": "a\"b", "type": "subscribe", "payload": {"query": "subscription { twice }"}}))
        .await;
    for number in [1, 2] {
        assert_eq!(
            connection.hear().await,
            json!({"id": "a\"b", "type": "next", "payload": {"data": {"twice": number}}})
        );
    }
    assert_eq!(connection.hear().await, json!({"id": "a\"b", "type": "complete"}));
    let forever = json!({"id": "1", "type": "subscribe", "payload": {"query": "subscription { told }"}});
    connection.say(forever.clone()).await;
    assert_eq!(connection.hear().await["payload"]["data"]["told"], 1);
    connection.say(json!({"id": "1", "type": "complete"})).await;
    connection.say(forever.clone()).await;
    assert_eq!(connection.hear().await["payload"]["data"]["told"], 1, "the id is free again");
    connection.say(forever).await;
    assert_eq!(connection.hear().await, json!({"closed": 4409}));
}

#[tokio::test]
async fn breaches_of_the_protocol_close_the_connection_with_their_code() {
    let subgraph = subgraph().await;
    let (address, _running) = served(subgraph.http(gate(&[("router", "secret")]), CallTable::new())).await;
    let init = json!({"type": "connection_init"});
    for (messages, closed) in [
        (
            vec![json!({"id": "1", "type": "subscribe", "payload": {"query": "subscription { twice }"}})],
            4401,
        ),
        (vec![json!({"type": "unheard_of"})], 4400),
        (vec![json!(3)], 4400),
        (vec![init.clone(), init.clone()], 4429),
    ] {
        let mut connection = client(&subgraph, address).await;
        for message in messages {
            connection.say(message).await;
        }
        let mut heard = connection.hear().await;
        while heard.get("closed").is_none() {
            heard = connection.hear().await;
        }
        assert_eq!(heard["closed"], closed);
    }
    let mut connection = client(&subgraph, address).await;
    connection
        .say(json!({"type": "connection_init", "payload": {"authorization": "Bearer forged"}}))
        .await;
    assert_eq!(connection.hear().await["type"], "connection_ack");
    connection
        .say(json!({"id": "1", "type": "subscribe", "payload": {"query": "subscription { told }"}}))
        .await;
    assert_eq!(
        connection.hear().await["payload"]["errors"][0]["extensions"]["code"],
        "UNAUTHENTICATED"
    );
    assert_eq!(connection.hear().await["type"], "complete");
}

#[tokio::test]
async fn a_stopping_process_answers_what_it_has_begun() {
    let subgraph = subgraph().await;
    let (begun, mut has_begun) = tokio::sync::mpsc::unbounded_channel();
    let (go, may_go) = tokio::sync::watch::channel(false);
    let calls = CallTable::new().answer(move |_: Ask| {
        let (begun, mut may_go) = (begun.clone(), may_go.clone());
        async move {
            begun.send(()).unwrap();
            may_go.wait_for(|go| *go).await.unwrap();
            Ok(Some("done".to_owned()))
        }
    });
    let (address, stop) = served(subgraph.http(gate(&[("router", "secret")]), calls)).await;
    let urls = HashMap::from([("things".to_owned(), format!("http://{address}"))]);
    let internal = Arc::new(Internal::over_http(
        urls,
        signer(),
        subgraph.test.deps.clock.clone(),
        subgraph.test.deps.ids.clone(),
    ));
    let asking = tokio::spawn(async move { internal.call(&Ask { what: String::new() }).await });
    has_begun.recv().await.unwrap();
    stop.send(true).unwrap();
    go.send(true).unwrap();
    assert_eq!(asking.await.unwrap().unwrap().as_deref(), Some("done"));
}
