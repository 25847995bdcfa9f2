//! The HTTP transport against real servers, and forwarding.

use std::net::SocketAddr;
use std::time::Duration;

use axum::Router as Routes;
use axum::body::Bytes;
use axum::extract::State;
use axum::extract::ws::{Message, WebSocket, WebSocketUpgrade};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use router_server::config::{ForwardConfig, SigningConfig, SubgraphConfig};
use router_server::{Config, HttpTransport, Options, Router, Server, StartError};
use serde_json::{Value, json};
use tokio::sync::mpsc;

use crate::harness::{SUPERGRAPH, Socket, config, serve_with};

type Seen = mpsc::UnboundedSender<(HeaderMap, String)>;

/// A server for both subgraphs; the notes are as a test says.
async fn people_and_notes(notes: Routes<Seen>) -> (SocketAddr, mpsc::UnboundedReceiver<(HeaderMap, String)>) {
    let (seen, requests) = mpsc::unbounded_channel();
    let people = post(|State(seen): State<Seen>, headers: HeaderMap, body: String| async move {
        seen.send((headers, body)).unwrap();
        json!({ "data": { "person": { "__typename": "Person", "id": "1", "name": "Ada" } } }).to_string()
    });
    let routes = Routes::new().route("/people", people.get(events)).merge(notes).with_state(seen);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    (address, requests)
}

/// One event, then whatever the query's text says.
async fn events(State(seen): State<Seen>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    let session = |mut socket: WebSocket| async move {
        let mut next = async || match socket.recv().await {
            Some(Ok(Message::Text(text))) => Some(serde_json::from_str::<Value>(text.as_str()).unwrap()),
            _ => None,
        };
        let init = next().await.unwrap();
        assert_eq!(init["type"], "connection_init");
        socket
            .send(Message::Text(json!({ "type": "connection_ack" }).to_string().into()))
            .await
            .unwrap();
        let Some(Ok(Message::Text(subscribe))) = socket.recv().await else {
            panic!("no subscribe")
        };
        seen.send((headers, subscribe.to_string())).unwrap();
        let event = json!({ "id": "1", "type": "next", "payload": { "data": { "personChanged": {
            "__typename": "Person", "id": "1", "name": "Ada" } } } });
        socket.send(Message::Text(event.to_string().into())).await.unwrap();
        if subscribe.contains("Ending") {
            socket
                .send(Message::Text(json!({ "id": "1", "type": "complete" }).to_string().into()))
                .await
                .unwrap();
        }
        // Otherwise the connection just breaks.
    };
    upgrade.protocols(["graphql-transport-ws"]).on_upgrade(session)
}

fn notes(answer: impl IntoResponse + Clone + Send + Sync + 'static) -> Routes<Seen> {
    Routes::new().route("/notes", post(async move || answer.clone()))
}

async fn serve(address: SocketAddr, adjust: impl FnOnce(&mut Config)) -> SocketAddr {
    let mut config = config();
    for name in ["people", "notes"] {
        let url = Some(format!("http://{address}/{name}"));
        config.subgraphs.insert(name.into(), SubgraphConfig { url, ..Default::default() });
    }
    adjust(&mut config);
    let for_transport = config.clone();
    let mut options = Options::default();
    for issuer in ["people", "guests"] {
        options.key_sets.insert(issuer.into(), std::sync::Arc::new(|| Err("unused".into())));
    }
    let router = Router::new(config, SUPERGRAPH, &options, move |subgraphs| {
        HttpTransport::new(&for_transport, subgraphs)
    })
    .unwrap();
    let bound = Server::new(router).bind().unwrap();
    let address = bound.address();
    tokio::spawn(async move { bound.run(std::future::pending()).await.unwrap() });
    address
}

async fn query(address: SocketAddr) -> Value {
    let body = json!({ "query": "{ person(id: 1) { name notes } }" }).to_string();
    let request = http::Request::post("/graphql")
        .header("content-type", "application/json")
        .header("cookie", "a=b")
        .body(http_body_util::Full::from(body))
        .unwrap();
    crate::harness::send(address, request).await.json()
}

fn entity() -> String {
    json!({ "data": { "_entities": [{ "__typename": "Person", "notes": ["first"] }] } }).to_string()
}

#[tokio::test]
async fn requests_travel_over_http_with_headers_and_signature() {
    let folder = std::env::temp_dir().join(uuid::Uuid::new_v4().to_string());
    std::fs::create_dir(&folder).unwrap();
    std::fs::write(folder.join("key"), "secret\n").unwrap();
    let (subgraphs, mut seen) = people_and_notes(notes(entity())).await;
    let router = serve(subgraphs, |config| {
        config.signing = Some(SigningConfig {
            header: "marquee-signature".into(),
            caller: "router".into(),
            key_file: folder.join("key"),
        });
        let people = config.subgraphs.get_mut("people").unwrap();
        people.headers.insert("x-stage".into(), "test".into());
    })
    .await;
    assert_eq!(
        query(router).await,
        json!({ "data": { "person": { "name": "Ada", "notes": ["first"] } } })
    );
    let (headers, body) = seen.recv().await.unwrap();
    assert_eq!(headers["content-type"], "application/json");
    assert_eq!(headers["cookie"], "a=b");
    assert_eq!(headers["x-stage"], "test");
    verify(headers["marquee-signature"].to_str().unwrap(), "POST", "/people", &body);
    std::fs::remove_dir_all(folder).unwrap();
}

/// The subgraph's side of the signature, written out.
fn verify(signature: &str, method: &str, path: &str, body: &str) {
    use hmac::{Hmac, KeyInit, Mac};
    use sha2::{Digest, Sha256};
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let parts: Vec<&str> = signature.split(',').map(|part| part.split_once('=').unwrap().1).collect();
    let [time, nonce, caller, signed] = parts[..] else {
        panic!("{signature}")
    };
    assert_eq!(caller, "router");
    let mut mac = Hmac::<Sha256>::new_from_slice(b"secret").unwrap();
    let digest = hex(&Sha256::digest(body));
    mac.update(format!("{method}\n{path}\n{digest}\n{time}\n{nonce}").as_bytes());
    assert_eq!(signed, hex(&mac.finalize().into_bytes()));
}

#[tokio::test]
async fn each_failure_has_its_code_and_leaves_the_rest() {
    let slow = Routes::new().route("/notes", post(std::future::pending::<()>));
    for (routes, code) in [
        (notes((StatusCode::BAD_GATEWAY, "<html>")), "SUBGRAPH_HTTP_STATUS"),
        (notes("<html>"), "SUBGRAPH_MALFORMED"),
        (notes(""), "SUBGRAPH_MALFORMED"),
        (slow, "SUBGRAPH_TIMEOUT"),
    ] {
        let (subgraphs, _seen) = people_and_notes(routes).await;
        let router = serve(subgraphs, |config| {
            config.subgraphs.get_mut("notes").unwrap().timeout = Some(Duration::from_millis(100));
        })
        .await;
        let answer = query(router).await;
        assert_eq!(answer["data"], json!({ "person": { "name": "Ada", "notes": null } }), "{code}");
        assert_eq!(answer["errors"][0]["extensions"]["code"], code);
        assert_eq!(answer["errors"][0]["extensions"]["service"], "notes");
    }
    let (subgraphs, _seen) = people_and_notes(Routes::new()).await;
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let router = serve(subgraphs, |config| {
        config.subgraphs.get_mut("notes").unwrap().url = Some(format!("http://{closed}/notes"));
    })
    .await;
    assert_eq!(query(router).await["errors"][0]["extensions"]["code"], "SUBGRAPH_UNREACHABLE");
}

#[tokio::test]
async fn subscriptions_travel_over_websocket() {
    let (subgraphs, mut seen) = people_and_notes(notes(entity())).await;
    let router = serve(subgraphs, |_| {}).await;
    let mut socket = Socket::open(router, Some("graphql-transport-ws"), &[("cookie", "a=b")])
        .await
        .unwrap();
    socket.init(json!({})).await;
    let event = json!({ "data": { "personChanged": { "name": "Ada", "notes": ["first"] } } });
    socket.subscribe("1", "subscription Ending { personChanged { name notes } }").await;
    assert_eq!(socket.hear().await["payload"], event);
    assert_eq!(socket.hear().await, json!({ "id": "1", "type": "complete" }));
    let (headers, _) = seen.recv().await.unwrap();
    assert_eq!(headers["cookie"], "a=b");
    socket
        .subscribe("2", "subscription Breaking { personChanged { name notes } }")
        .await;
    assert_eq!(socket.hear().await["payload"], event);
    let last = socket.hear().await;
    assert_eq!((&last["id"], &last["type"]), (&json!("2"), &json!("error")));
    assert_eq!(last["payload"][0]["extensions"]["code"], "UPSTREAM_CLOSED");
}

#[test]
fn a_subgraph_without_an_address_or_of_an_unknown_name_is_refused() {
    let supergraph = router_graph::Supergraph::parse(SUPERGRAPH).unwrap();
    let mut config = Config::default();
    let named = |name: &str, url: &str| {
        (
            name.to_owned(),
            SubgraphConfig {
                url: Some(url.into()),
                ..Default::default()
            },
        )
    };
    config.subgraphs.extend([named("poeple", "http://x/")]);
    let error = HttpTransport::new(&config, &supergraph.subgraphs).err().unwrap();
    assert!(error.to_string().contains("it has notes, people"), "{error}");
    let mut subgraphs = supergraph.subgraphs.clone();
    subgraphs[0].url = "".into();
    let error: StartError = HttpTransport::new(&Config::default(), &subgraphs).err().unwrap();
    assert!(error.to_string().contains("--override-url notes="), "{error}");
}

#[tokio::test]
async fn forwarded_paths_pass_byte_for_byte() {
    let echo = post(|headers: HeaderMap, uri: axum::http::Uri, body: Bytes| async move {
        let seen = [
            "x-forwarded-for",
            "x-forwarded-host",
            "x-forwarded-proto",
            "webhook-signature",
            "forwarded",
            "our-signature",
        ]
        .map(|name| headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned());
        let text = format!("{uri}|{}|{}", seen.join("|"), String::from_utf8_lossy(&body));
        (StatusCode::ACCEPTED, [("x-answer", "1")], text)
    });
    let routes = Routes::new()
        .route("/webhooks/sandbox", echo)
        .route("/webhooks/calendar", get(|| async { "calendar" }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let target = listener.local_addr().unwrap();
    tokio::spawn(async move { axum::serve(listener, routes).await.unwrap() });
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let mut config = config();
    config.forward = vec![
        ForwardConfig {
            path: "/webhooks".into(),
            to: format!("http://{target}"),
        },
        ForwardConfig {
            path: "/down".into(),
            to: format!("http://{closed}"),
        },
    ];
    config.signing = Some(SigningConfig {
        header: "our-signature".into(),
        caller: "router".into(),
        key_file: "unused".into(),
    });
    let served = serve_with(config, |server| server).await;
    let request = http::Request::post("/webhooks/sandbox?a=%20b&c")
        .header("webhook-signature", "s")
        .header("x-forwarded-for", "6.6.6.6")
        .header("forwarded", "for=6.6.6.6")
        .header("our-signature", "forged")
        .body(http_body_util::Full::from("{ \"raw\" :  1 }\n"))
        .unwrap();
    let got = served.send(request).await;
    assert_eq!(
        (got.status, &got.headers["x-answer"]),
        (StatusCode::ACCEPTED, &"1".parse().unwrap())
    );
    let expected = format!(
        "/webhooks/sandbox?a=%20b&c|127.0.0.1|{}|http|s|||{{ \"raw\" :  1 }}\n",
        served.address
    );
    assert_eq!(String::from_utf8(got.body.to_vec()).unwrap(), expected);
    assert_eq!(&served.get("/webhooks/calendar", &[]).await.body[..], b"calendar");
    assert_eq!(served.get("/down", &[]).await.status, StatusCode::BAD_GATEWAY);
    assert_eq!(served.get("/webhooksx", &[]).await.status, StatusCode::NOT_FOUND);
}
