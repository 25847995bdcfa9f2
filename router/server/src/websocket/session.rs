//! The life of one client's WebSocket: initialisation, operations, expiry, end.
//!
//! Owns the protocol's rules about order and time. What an operation answers comes from the pipeline; what
//! waits to be sent is in the outbox.

use std::cell::RefCell;
use std::collections::HashMap;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use axum::body::Body;
use futures_util::stream::{SplitSink, SplitStream};
use futures_util::{SinkExt, StreamExt};
use http::header::{CONNECTION, COOKIE, SEC_WEBSOCKET_ACCEPT, SEC_WEBSOCKET_PROTOCOL, UPGRADE};
use http::{HeaderMap, HeaderName, HeaderValue, Response, StatusCode};
use hyper::upgrade::Upgraded;
use hyper_util::rt::TokioIo;
use router_executor::Transport;
use serde_json::value::RawValue;
use serde_json::{Map, Value};
use tokio::task::AbortHandle;
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;
use tokio_tungstenite::tungstenite::protocol::{CloseFrame, Role, WebSocketConfig};
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tracing::Instrument;

use super::outbox::{Frame, Outbox};
use super::protocol::{ClientMessage, Close, SUBPROTOCOL, about, bare};
use crate::authentication::Caller;
use crate::edge::dispatch::Edge;
use crate::edge::request::GraphqlRequest;
use crate::error::{ErrorCode, RequestError};
use crate::pipeline::{self, Accepts, Answer, Call, Outcome};
use crate::telemetry::{CLIENT_NAME_HEADERS, CLIENT_VERSION_HEADERS, RequestLog, TraceContext};

/// Longest wait for a client to take the closing frame.
const CLOSE_TIMEOUT: Duration = Duration::from_secs(2);
/// Bytes the socket layer may hold before it waits for the client.
const WRITE_BUFFER_BYTES: usize = 4096;

type Socket = WebSocketStream<TokioIo<Upgraded>>;

/// The answer to an upgrade, and whether the client offered our subprotocol. One without it is accepted all
/// the same: only a close code tells a browser's program why.
pub(crate) fn accept(key: &HeaderValue, headers: &HeaderMap) -> (Response<Body>, bool) {
    let is_our_protocol = headers
        .get_all(SEC_WEBSOCKET_PROTOCOL)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|offered| offered.trim() == SUBPROTOCOL);
    let mut response = Response::new(Body::empty());
    *response.status_mut() = StatusCode::SWITCHING_PROTOCOLS;
    let headers = response.headers_mut();
    headers.insert(CONNECTION, HeaderValue::from_static("Upgrade"));
    headers.insert(UPGRADE, HeaderValue::from_static("websocket"));
    let accept = derive_accept_key(key.as_bytes()).parse().expect("base64 is header text");
    headers.insert(SEC_WEBSOCKET_ACCEPT, accept);
    if is_our_protocol {
        headers.insert(SEC_WEBSOCKET_PROTOCOL, HeaderValue::from_static(SUBPROTOCOL));
    }
    (response, is_our_protocol)
}

/// Serves the connection to its end.
pub(crate) async fn run<T: Transport>(edge: Rc<Edge<T>>, upgraded: Upgraded, headers: HeaderMap, peer: SocketAddr, is_our_protocol: bool) {
    let config = edge.router.config();
    let settings = WebSocketConfig::default()
        .max_message_size(Some(config.limits.body_bytes))
        .max_frame_size(Some(config.limits.body_bytes))
        .write_buffer_size(WRITE_BUFFER_BYTES);
    let socket = Socket::from_raw_socket(TokioIo::new(upgraded), Role::Server, Some(settings)).await;
    let (sink, stream) = socket.split();
    let outbox = Rc::new(Outbox::new(config.subscriptions.queue_bytes));
    let ping_interval = config.subscriptions.ping_interval;
    metrics::gauge!("router_websockets").increment(1.0);
    let mut session = Session {
        edge,
        outbox: outbox.clone(),
        headers,
        peer,
        client: None,
        running: Rc::default(),
        operations_started: 0,
    };
    {
        let mut writer = std::pin::pin!(write(sink, &outbox, ping_interval));
        let read = async {
            if is_our_protocol {
                session.read(stream).await
            } else {
                Some(Close::wrong_subprotocol())
            }
        };
        tokio::select! {
            () = writer.as_mut() => {}
            close = read => if let Some(close) = close {
                outbox.close(close);
                // A client that does not take the frame is dropped.
                let _ = tokio::time::timeout(CLOSE_TIMEOUT, writer).await;
            }
        }
    }
    session.end();
    metrics::counter!("router_websocket_events_dropped_total").increment(outbox.dropped());
    metrics::gauge!("router_websockets").decrement(1.0);
}

async fn write(mut sink: SplitSink<Socket, Message>, outbox: &Outbox, ping_interval: Duration) {
    let mut pings = tokio::time::interval(ping_interval);
    pings.reset();
    loop {
        let message = tokio::select! {
            frame = outbox.next() => match frame {
                Frame::Text(text) => Message::Text(text.into()),
                Frame::Close(close) => {
                    let frame = CloseFrame { code: close.code.into(), reason: Utf8Bytes::from(close.reason) };
                    // The client may be gone already; there is nobody else to tell.
                    let _ = sink.send(Message::Close(Some(frame))).await;
                    let _ = sink.close().await;
                    return;
                }
            },
            _ = pings.tick() => Message::Ping(Default::default()),
        };
        if sink.send(message).await.is_err() {
            return;
        }
    }
}

/// What is running, by the client's id; the number tells a reused id from its predecessor.
type Running = Rc<RefCell<HashMap<String, (u64, AbortHandle)>>>;

struct Session<T: Transport> {
    edge: Rc<Edge<T>>,
    outbox: Rc<Outbox>,
    /// Of the upgrade; tokens of `connection_init` are put into them.
    headers: HeaderMap,
    peer: SocketAddr,
    /// Present once acknowledged.
    client: Option<Rc<Client>>,
    running: Running,
    operations_started: u64,
}

/// Who is at the other end, after `connection_init`.
struct Client {
    caller: Caller,
    headers: HeaderMap,
    peer: SocketAddr,
}

impl<T: Transport> Session<T> {
    /// Reads until the connection is over; gives the frame to close with, unless the client closed.
    async fn read(&mut self, mut stream: SplitStream<Socket>) -> Option<Close> {
        let edge = self.edge.clone();
        let config = &edge.router.config().subscriptions;
        let silence = config.ping_interval * 2;
        let init_deadline = Instant::now() + config.init_timeout;
        let mut expiry: Option<Instant> = None;
        let mut last_heard = Instant::now();
        loop {
            let deadline = match (&self.client, expiry) {
                (None, _) => Some((init_deadline, Close::init_timeout())),
                (Some(_), Some(at)) => Some((at, Close::token_expired())),
                (Some(_), None) => None,
            };
            let lapse = async {
                match deadline {
                    Some((at, close)) => {
                        tokio::time::sleep_until(at.into()).await;
                        close
                    }
                    None => std::future::pending().await,
                }
            };
            let heard = async {
                self.outbox.room().await;
                stream.next().await
            };
            let message = tokio::select! {
                biased;
                () = edge.in_flight.stopped() => return Some(Close::going_away()),
                close = lapse => return Some(close),
                () = tokio::time::sleep_until((last_heard + silence).into()) => return None,
                message = heard => message,
            };
            last_heard = Instant::now();
            let text = match message {
                Some(Ok(Message::Text(text))) => text,
                Some(Ok(Message::Ping(_) | Message::Pong(_))) => continue,
                Some(Ok(Message::Binary(_) | Message::Frame(_))) => {
                    return Some(Close::invalid("Only text messages are understood"));
                }
                Some(Err(tokio_tungstenite::tungstenite::Error::Capacity(_))) => {
                    return Some(Close::invalid("The message is too long"));
                }
                Some(Ok(Message::Close(_)) | Err(_)) | None => return None,
            };
            let is_first = self.client.is_none();
            if let Err(close) = self.hear(text.as_str()).await {
                return Some(close);
            }
            if is_first {
                expiry = self
                    .client
                    .as_ref()
                    .and_then(|client| client.caller.remaining())
                    .map(|remaining| Instant::now() + remaining);
            }
        }
    }

    async fn hear(&mut self, text: &str) -> Result<(), Close> {
        match ClientMessage::parse(text).map_err(Close::invalid)? {
            ClientMessage::ConnectionInit { payload } => {
                if self.client.is_some() {
                    return Err(Close::second_init());
                }
                self.initialise(payload).await?;
                self.outbox.push(bare("connection_ack", None));
            }
            ClientMessage::Ping { payload } => self.outbox.push(bare("pong", payload.map(RawValue::get))),
            ClientMessage::Pong => {}
            ClientMessage::Subscribe { id, payload } => self.subscribe(id, payload)?,
            ClientMessage::Complete { id } => {
                let ended = self.running.borrow_mut().remove(&id);
                if let Some((_, task)) = ended {
                    task.abort();
                    self.outbox.forget(&id);
                }
            }
        }
        Ok(())
    }

    async fn initialise(&mut self, payload: Option<&RawValue>) -> Result<(), Close> {
        if let Some(payload) = payload {
            let given: Map<String, Value> =
                serde_json::from_str(payload.get()).map_err(|_| Close::invalid("The payload of 'connection_init' must be an object"))?;
            for name in self.edge.router.init_headers() {
                let value = given.iter().find(|(key, _)| key.eq_ignore_ascii_case(name.as_str()));
                let Some((_, Value::String(value))) = value else {
                    continue;
                };
                let value = HeaderValue::from_str(value).map_err(|_| Close::invalid(format!("{name} is not header text")))?;
                self.headers.insert(name, value);
            }
        }
        let caller = self.edge.router.authenticate(&self.headers).await.map_err(|error| {
            let reason = error.details.first().map_or("", |detail| detail.message.as_str());
            match error.code {
                ErrorCode::Unauthenticated => Close::forbidden(reason),
                _ => Close::try_again_later(reason),
            }
        })?;
        self.client = Some(Rc::new(Client {
            caller,
            headers: self.headers.clone(),
            peer: self.peer,
        }));
        Ok(())
    }

    fn subscribe(&mut self, id: String, payload: &RawValue) -> Result<(), Close> {
        let Some(client) = self.client.clone() else {
            return Err(Close::unauthorised("Send connection_init first"));
        };
        let mut running = self.running.borrow_mut();
        if running.contains_key(&id) {
            return Err(Close::duplicate(&id));
        }
        let config = self.edge.router.config();
        if running.len() >= config.subscriptions.operations {
            let error = RequestError::new(
                ErrorCode::TooManyOperationsOnConnection,
                format!(
                    "At most {} operations run at once on one connection.",
                    config.subscriptions.operations
                ),
            );
            self.outbox.push(about("error", &id, Some(&error.errors().to_string())));
            return Ok(());
        }
        self.operations_started += 1;
        let number = self.operations_started;
        let operation = Operation {
            edge: self.edge.clone(),
            outbox: self.outbox.clone(),
            client,
            id: id.clone(),
        };
        let payload = payload.get().to_owned();
        let of_session = self.running.clone();
        let task = tokio::task::spawn_local(async move {
            let last = operation.run(&payload).await;
            // The id is free again before the client hears that its operation is over.
            let mut running = of_session.borrow_mut();
            if running.get(&operation.id).is_some_and(|(of, _)| *of == number) {
                running.remove(&operation.id);
            }
            operation.outbox.push(last);
        });
        running.insert(id, (number, task.abort_handle()));
        Ok(())
    }

    /// Ends what still runs: dropping a subscription cancels it upstream.
    fn end(&self) {
        for (_, (_, task)) in self.running.borrow_mut().drain() {
            task.abort();
        }
    }
}

/// One operation of one client.
struct Operation<T: Transport> {
    edge: Rc<Edge<T>>,
    outbox: Rc<Outbox>,
    client: Rc<Client>,
    id: String,
}

impl<T: Transport> Operation<T> {
    /// Runs it to its end; gives the last message, `complete` or `error`.
    async fn run(&self, payload: &str) -> String {
        let started = Instant::now();
        let trace = TraceContext::continue_or_start(&self.client.headers);
        let span = tracing::info_span!("request", trace_id = %trace.trace_id(), transport = "websocket");
        let mut log = RequestLog::of("websocket", &self.client.headers);
        let ended = self.answer(payload, &trace, &mut log).instrument(span.clone()).await;
        if let Err(error) = &ended {
            log.errors += error.details.len();
        }
        log.total = started.elapsed();
        span.in_scope(|| log.write());
        match ended {
            Ok(()) => about("complete", &self.id, None),
            Err(error) => about("error", &self.id, Some(&error.errors().to_string())),
        }
    }

    async fn answer(&self, payload: &str, trace: &TraceContext, log: &mut RequestLog) -> Result<(), RequestError> {
        let router = &self.edge.router;
        let config = router.config();
        let request = GraphqlRequest::from_json(payload.as_bytes(), config.limits.json_depth)?;
        log.client(request.client_name.as_deref(), request.client_version.as_deref());
        let Client { caller, headers, peer } = &*self.client;
        let address = router.propagation().client_address(*peer, headers);
        let call = Call {
            request: &request,
            caller,
            headers: router.propagation().down(headers, address, &trace.header_value()),
            accepts: Accepts::Anything,
            shows_plan: false,
        };
        match pipeline::handle(router, &self.edge.in_flight, call, log).await? {
            Outcome::Answer(answer) => {
                self.send(&answer, log);
                Ok(())
            }
            Outcome::Events(mut events) => {
                while let Some(event) = events.next().await {
                    self.send(&event?, log);
                }
                Ok(())
            }
        }
    }

    fn send(&self, answer: &Answer, log: &mut RequestLog) {
        log.errors += answer.error_count;
        log.response_bytes += answer.body.len();
        let payload = std::str::from_utf8(&answer.body).expect("the executor writes JSON, which is UTF-8");
        let text = about("next", &self.id, Some(payload));
        if answer.is_event {
            self.outbox.push_event(&self.id, text);
        } else {
            self.outbox.push(text);
        }
    }
}

/// The headers `connection_init` may carry: tokens, the client's name and version, and what is passed down but cookies, which a
/// browser sends with the upgrade itself.
pub(crate) fn init_headers<'a>(
    tokens: impl Iterator<Item = &'a HeaderName>,
    propagated: impl Iterator<Item = &'a HeaderName>,
) -> Vec<HeaderName> {
    let of_client = CLIENT_NAME_HEADERS
        .into_iter()
        .chain(CLIENT_VERSION_HEADERS)
        .map(HeaderName::from_static);
    let mut names: Vec<HeaderName> = tokens.chain(propagated).cloned().chain(of_client).collect();
    names.sort_by(|a, b| a.as_str().cmp(b.as_str()));
    names.dedup();
    names.retain(|name| *name != COOKIE);
    names
}
