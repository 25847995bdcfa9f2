//! A subscription upstream, over `graphql-transport-ws` on the subgraph's own address.
//!
//! Owns the client side of the protocol. The end of the connection without `complete` is a failure, so that
//! nobody downstream waits in silence; trying again is the client's matter. Dropping the stream closes it.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use futures_util::stream::BoxStream;
use futures_util::{SinkExt, StreamExt};
use http::header::{COOKIE, SEC_WEBSOCKET_PROTOCOL};
use http::{HeaderValue, Method};
use router_executor::{FetchFailure, Reply, RequestContext};
use serde_json::{Map, Value};
use tokio::net::TcpStream;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::client::IntoClientRequest;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Error, Message};

use super::http::{Endpoint, chain};
use crate::websocket::protocol::{SUBPROTOCOL, ServerMessage, about, bare};

/// Longest message of a subgraph.
const MESSAGE_BYTES: usize = 16_000_000;
/// Pause between pings; an upstream silent for two of them is gone.
const PING_INTERVAL: Duration = Duration::from_secs(20);
/// One operation per connection.
const ID: &str = "1";

type Socket = WebSocketStream<TcpStream>;

enum State {
    Closed(Arc<Endpoint>, Bytes, RequestContext),
    Open(Box<Socket>),
    Ended,
}

pub(super) fn open(endpoint: Arc<Endpoint>, body: Bytes, context: RequestContext) -> BoxStream<'static, Reply> {
    let state = State::Closed(endpoint, body, context);
    futures_util::stream::unfold(state, |state| async move {
        let mut socket = match state {
            State::Ended => return None,
            State::Open(socket) => socket,
            State::Closed(endpoint, body, context) => {
                let limit = endpoint.timeout(&context);
                let opening = start(&endpoint, &body, &context);
                let opened = tokio::time::timeout(limit, opening).await;
                match opened.unwrap_or(Err(FetchFailure::Timeout)) {
                    Ok(socket) => Box::new(socket),
                    Err(failure) => return Some((Reply::failed(failure), State::Ended)),
                }
            }
        };
        match next(&mut socket).await {
            Ok(Some(Item::Event(event))) => Some((event, State::Open(socket))),
            Ok(Some(Item::Refusal(refusal))) => Some((refusal, State::Ended)),
            Ok(None) => None,
            Err(failure) => Some((Reply::failed(failure), State::Ended)),
        }
    })
    .boxed()
}

async fn start(endpoint: &Endpoint, body: &Bytes, context: &RequestContext) -> Result<Socket, FetchFailure> {
    let lost = |error: &dyn std::error::Error| FetchFailure::Unreachable(chain(error));
    let authority = endpoint.url.authority().expect("endpoints are checked to have one");
    let target = format!(
        "ws://{authority}{}",
        endpoint.url.path_and_query().map_or("/", |path| path.as_str())
    );
    let mut request = target.into_client_request().map_err(|error| lost(&error))?;
    let headers = request.headers_mut();
    for (name, value) in &endpoint.headers(context, &Method::GET, b"") {
        headers.append(name, value.clone());
    }
    headers.insert(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    let stream = TcpStream::connect((authority.host().trim_matches(['[', ']']), authority.port_u16().unwrap_or(80)))
        .await
        .map_err(|error| lost(&error))?;
    stream.set_nodelay(true).map_err(|error| lost(&error))?;
    let settings = WebSocketConfig::default()
        .max_message_size(Some(MESSAGE_BYTES))
        .max_frame_size(Some(MESSAGE_BYTES));
    let (mut socket, _) = tokio_tungstenite::client_async_with_config(request, stream, Some(settings))
        .await
        .map_err(|error| lost(&error))?;
    let init = bare("connection_init", Some(&init_payload(context)));
    send(&mut socket, init).await?;
    loop {
        let text = receive(&mut socket).await?;
        match ServerMessage::parse(&text).map_err(FetchFailure::Unusable)? {
            ServerMessage::ConnectionAck => break,
            ServerMessage::Ping { payload } => {
                send(&mut socket, bare("pong", payload.map(|raw| raw.get()))).await?;
            }
            _ => {}
        }
    }
    let payload = std::str::from_utf8(body).map_err(|_| FetchFailure::Unusable("the request is not UTF-8".into()))?;
    send(&mut socket, about("subscribe", ID, Some(payload))).await?;
    Ok(socket)
}

/// What is passed down, for subgraphs that look for tokens in the payload. Cookies stay in the upgrade.
fn init_payload(context: &RequestContext) -> String {
    let payload: Map<String, Value> = context
        .headers
        .iter()
        .filter(|(name, _)| **name != COOKIE)
        .filter_map(|(name, value)| Some((name.to_string(), Value::from(value.to_str().ok()?))))
        .collect();
    Value::Object(payload).to_string()
}

enum Item {
    Event(Reply),
    Refusal(Reply),
}

async fn next(socket: &mut Socket) -> Result<Option<Item>, FetchFailure> {
    loop {
        let text = receive(socket).await?;
        match ServerMessage::parse(&text).map_err(FetchFailure::Unusable)? {
            ServerMessage::Next { id, payload } if id == ID => {
                let body = Bytes::copy_from_slice(payload.get().as_bytes());
                return Ok(Some(Item::Event(Reply::from_body(body))));
            }
            ServerMessage::Error { id, payload } if id == ID => {
                let body = format!("{{\"errors\":{}}}", payload.get());
                return Ok(Some(Item::Refusal(Reply::from_body(body))));
            }
            ServerMessage::Complete { id } if id == ID => {
                // The subgraph is done; a failing goodbye changes nothing.
                let _ = socket.close(None).await;
                return Ok(None);
            }
            ServerMessage::Ping { payload } => {
                send(socket, bare("pong", payload.map(|raw| raw.get()))).await?;
            }
            _ => {}
        }
    }
}

/// The next text; asks for a sign of life when there is none.
async fn receive(socket: &mut Socket) -> Result<String, FetchFailure> {
    let mut is_asked = false;
    loop {
        let message = match tokio::time::timeout(PING_INTERVAL, socket.next()).await {
            Ok(message) => message,
            Err(_) if is_asked => {
                return Err(FetchFailure::Unreachable("the connection went silent".into()));
            }
            Err(_) => {
                is_asked = true;
                let ping = socket.send(Message::Ping(Bytes::new())).await;
                ping.map_err(|error| FetchFailure::Unreachable(chain(&error)))?;
                continue;
            }
        };
        is_asked = false;
        match message {
            Some(Ok(Message::Text(text))) => return Ok(text.as_str().to_owned()),
            Some(Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_))) => {}
            Some(Ok(Message::Binary(_))) => {
                return Err(FetchFailure::Unusable("a binary message".into()));
            }
            Some(Ok(Message::Close(frame))) => {
                let reason = frame.map_or_else(
                    || "closed".to_owned(),
                    |frame| format!("closed with {}: {}", frame.code, frame.reason),
                );
                return Err(FetchFailure::Unreachable(reason));
            }
            Some(Err(Error::Capacity(error))) => return Err(FetchFailure::Unusable(error.to_string())),
            Some(Err(error)) => return Err(FetchFailure::Unreachable(chain(&error))),
            None => return Err(FetchFailure::Unreachable("closed".into())),
        }
    }
}

async fn send(socket: &mut Socket, text: String) -> Result<(), FetchFailure> {
    socket
        .send(Message::Text(text.into()))
        .await
        .map_err(|error| FetchFailure::Unreachable(chain(&error)))
}
