//! A subgraph as a process of its own: GraphQL over HTTP and WebSocket and internal calls, for signed callers only;
//! the plain routes, health and metrics for anyone who reaches the port.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::ws::{CloseFrame, Message, WebSocket, WebSocketUpgrade};
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use bytes::Bytes;
use futures_util::{SinkExt, StreamExt};
use metrics_exporter_prometheus::PrometheusHandle;
use sea_orm::ConnectionTrait;
use tokio::sync::{mpsc, watch};
use tracing::Instrument;

use crate::clock::SharedClock;
use crate::database::Database;
use crate::error::{Code, Error};
use crate::internal::CallTable;
use crate::service::Callable;
use crate::signature::{self, Gate};

const MAX_BODY_BYTES: usize = 4 << 20;
const INIT_TIMEOUT: Duration = Duration::from_secs(10);
const PROTOCOL: &str = "graphql-transport-ws";
/// Events a connection may have waiting before its subscriptions wait for it.
const OUTGOING: usize = 256;

/// What the HTTP side of a subgraph needs.
#[derive(Clone)]
pub struct ServerState {
    pub callable: Callable,
    pub calls: CallTable,
    pub gate: Arc<Gate>,
    pub clock: SharedClock,
    pub database: Database,
    pub metrics: Option<PrometheusHandle>,
}

/// The routes of a subgraph process; `routes` are the subgraph's own.
pub fn router(state: ServerState, routes: Router) -> Router {
    Router::new()
        .route("/graphql", post(graphql).get(graphql_websocket))
        .route("/internal/{name}", post(internal))
        .route("/health", get(|| async { "ok" }))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics))
        .with_state(state)
        .merge(routes)
}

fn signature_of(headers: &HeaderMap) -> Option<&str> {
    headers.get(signature::HEADER).and_then(|value| value.to_str().ok())
}

fn refused() -> Response {
    (StatusCode::UNAUTHORIZED, "This address is for the router. Send requests there.\n").into_response()
}

async fn body_of(request: Request) -> Result<(HeaderMap, Bytes), Response> {
    let (parts, body) = request.into_parts();
    match axum::body::to_bytes(body, MAX_BODY_BYTES).await {
        Ok(body) => Ok((parts.headers, body)),
        Err(_) => Err(StatusCode::PAYLOAD_TOO_LARGE.into_response()),
    }
}

async fn graphql(State(state): State<ServerState>, request: Request) -> Response {
    let (headers, body) = match body_of(request).await {
        Ok(read) => read,
        Err(response) => return response,
    };
    if state
        .gate
        .verify(signature_of(&headers), "POST", "/graphql", &body, state.clock.now_ms())
        .is_none()
    {
        return refused();
    }
    let reply = finished(async move { state.callable.execute(&headers, body).await }).await;
    let mut response = Response::new(Body::from(reply.body));
    *response.headers_mut() = reply.headers;
    response
        .headers_mut()
        .insert("content-type", HeaderValue::from_static("application/json"));
    response
}

async fn internal(State(state): State<ServerState>, Path(name): Path<String>, request: Request) -> Response {
    let (headers, body) = match body_of(request).await {
        Ok(read) => read,
        Err(response) => return response,
    };
    let path = format!("/internal/{name}");
    if state
        .gate
        .verify(signature_of(&headers), "POST", &path, &body, state.clock.now_ms())
        .is_none()
    {
        return refused();
    }
    let context = headers
        .get("traceparent")
        .and_then(|value| value.to_str().ok())
        .and_then(crate::trace::Traceparent::parse)
        .map_or_else(crate::trace::Traceparent::start, |context| context.child());
    let span = tracing::info_span!("answer_call", call = name, trace_id = %context.trace_id());
    match finished(crate::trace::within(
        context,
        async move { state.calls.handle(&name, body).await }.instrument(span.clone()),
    ))
    .await
    {
        Ok(answer) => ([("content-type", "application/json")], answer).into_response(),
        Err(error) => {
            tracing::warn!(parent: &span, %error, "an internal call failed");
            let body = serde_json::json!({"code": error.code().name(), "sentence": error.sentence()});
            (status_of(&error), axum::Json(body)).into_response()
        }
    }
}

/// Runs `work` to its end, whoever has gone away meanwhile: what has begun to change something is finished.
async fn finished<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    match tokio::spawn(work.in_current_span()).await {
        Ok(done) => done,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => std::panic::resume_unwind(panic),
            // Only the end of the process cancels it.
            Err(_) => std::future::pending().await,
        },
    }
}

fn status_of(error: &Error) -> StatusCode {
    match error.code() {
        Code::BadUserInput => StatusCode::BAD_REQUEST,
        Code::NotFound => StatusCode::NOT_FOUND,
        Code::Unauthenticated => StatusCode::UNAUTHORIZED,
        Code::Forbidden => StatusCode::FORBIDDEN,
        Code::RateLimited => StatusCode::TOO_MANY_REQUESTS,
        Code::ServiceUnavailable => StatusCode::SERVICE_UNAVAILABLE,
        Code::Internal => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

async fn ready(State(state): State<ServerState>) -> Response {
    match state.database.reader().execute_unprepared("SELECT 1").await {
        Ok(_) => "ready\n".into_response(),
        Err(error) => {
            tracing::warn!(%error, "not ready: the database does not answer");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}

async fn metrics(State(state): State<ServerState>) -> Response {
    state
        .metrics
        .map_or_else(|| StatusCode::NOT_FOUND.into_response(), |handle| handle.render().into_response())
}

async fn graphql_websocket(State(state): State<ServerState>, headers: HeaderMap, upgrade: WebSocketUpgrade) -> Response {
    if state
        .gate
        .verify(signature_of(&headers), "GET", "/graphql", b"", state.clock.now_ms())
        .is_none()
    {
        return refused();
    }
    upgrade
        .protocols([PROTOCOL])
        .max_message_size(MAX_BODY_BYTES)
        .on_upgrade(move |socket| converse(socket, state.callable))
}

/// One connection of the protocol graphql-transport-ws: the payload of `connection_init` holds the headers.
async fn converse(socket: WebSocket, callable: Callable) {
    let (mut sink, mut stream) = socket.split();
    let (outgoing, mut waiting) = mpsc::channel::<Message>(OUTGOING);
    let writer = tokio::spawn(async move {
        while let Some(message) = waiting.recv().await {
            if sink.send(message).await.is_err() {
                break;
            }
        }
    });
    let mut initialised: Option<HeaderMap> = None;
    let mut operations: HashMap<String, tokio::task::AbortHandle> = HashMap::new();
    let close = |code: u16, reason: &'static str| {
        Message::Close(Some(CloseFrame {
            code,
            reason: reason.into(),
        }))
    };
    loop {
        let next = if initialised.is_none() {
            match tokio::time::timeout(INIT_TIMEOUT, stream.next()).await {
                Ok(next) => next,
                Err(_) => {
                    let _ = outgoing.send(close(4408, "Connection initialisation timeout")).await;
                    break;
                }
            }
        } else {
            stream.next().await
        };
        let text = match next {
            Some(Ok(Message::Text(text))) => text,
            Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
            Some(Ok(Message::Binary(_))) => {
                let _ = outgoing.send(close(4400, "Messages are text")).await;
                break;
            }
            Some(Ok(Message::Close(_)) | Err(_)) | None => break,
        };
        let Ok(message) = serde_json::from_str::<serde_json::Value>(&text) else {
            let _ = outgoing.send(close(4400, "Messages are JSON objects")).await;
            break;
        };
        let id = message["id"].as_str().unwrap_or_default().to_owned();
        match (message["type"].as_str(), &initialised) {
            (Some("connection_init"), None) => {
                initialised = Some(headers_of(&message["payload"]));
                let _ = outgoing.send(Message::text(r#"{"type":"connection_ack"}"#)).await;
            }
            (Some("connection_init"), Some(_)) => {
                let _ = outgoing.send(close(4429, "Too many initialisation requests")).await;
                break;
            }
            (Some("ping"), _) => {
                let _ = outgoing.send(Message::text(r#"{"type":"pong"}"#)).await;
            }
            (Some("pong"), _) => {}
            (Some("subscribe"), Some(headers)) => {
                if operations.get(&id).is_some_and(|operation| !operation.is_finished()) {
                    let _ = outgoing.send(close(4409, "Subscriber already exists")).await;
                    break;
                }
                let events = callable.subscribe(headers, Bytes::from(message["payload"].to_string()));
                operations.retain(|_, operation| !operation.is_finished());
                let task = tokio::spawn(forward(id.clone(), events, outgoing.clone()));
                operations.insert(id, task.abort_handle());
            }
            (Some("subscribe"), None) => {
                let _ = outgoing.send(close(4401, "Unauthorized")).await;
                break;
            }
            (Some("complete"), _) => {
                if let Some(operation) = operations.remove(&id) {
                    operation.abort();
                }
            }
            _ => {
                let _ = outgoing.send(close(4400, "Unknown message type")).await;
                break;
            }
        }
    }
    for operation in operations.into_values() {
        operation.abort();
    }
    drop(outgoing);
    let _ = writer.await;
}

async fn forward(id: String, mut events: futures_util::stream::BoxStream<'static, Bytes>, outgoing: mpsc::Sender<Message>) {
    let id = serde_json::Value::from(id).to_string();
    while let Some(event) = events.next().await {
        let payload = std::str::from_utf8(&event).expect("a response is JSON text");
        let message = format!(r#"{{"id":{id},"type":"next","payload":{payload}}}"#);
        if outgoing.send(Message::text(message)).await.is_err() {
            return;
        }
    }
    let _ = outgoing.send(Message::text(format!(r#"{{"id":{id},"type":"complete"}}"#))).await;
}

fn headers_of(payload: &serde_json::Value) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in payload.as_object().into_iter().flatten() {
        if let (Ok(name), Some(Ok(value))) = (HeaderName::try_from(name.as_str()), value.as_str().map(HeaderValue::from_str)) {
            headers.append(name, value);
        }
    }
    headers
}

/// Serves until `shutdown` turns true, then lets open requests finish.
pub async fn serve(listener: tokio::net::TcpListener, app: Router, mut shutdown: watch::Receiver<bool>) -> std::io::Result<()> {
    axum::serve(listener, app.into_make_service_with_connect_info::<std::net::SocketAddr>())
        .with_graceful_shutdown(async move {
            while !*shutdown.borrow() {
                if shutdown.changed().await.is_err() {
                    break;
                }
            }
        })
        .await
}
