//! One worker's front desk: which part answers a request, and the endpoint's own rules in their order.
//!
//! Owns the way from an HTTP request to the pipeline and back. Must not know how an operation is answered.

use std::cell::RefCell;
use std::net::SocketAddr;
use std::rc::Rc;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::ConnectInfo;
use bytes::{Bytes, BytesMut};
use http::header::{ALLOW, CONNECTION, SEC_WEBSOCKET_KEY, SEC_WEBSOCKET_VERSION, UPGRADE, VARY};
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use http_body_util::BodyExt;
use hyper::body::Incoming;
use router_executor::Transport;
use tokio::sync::OwnedSemaphorePermit;
use tower::ServiceExt;
use tracing::Instrument;

use super::media_type::{MediaType, is_json_body, is_plain_body, negotiate};
use super::request::GraphqlRequest;
use super::{cors, csrf, graphiql, health, respond};
use crate::error::{ErrorCode, RequestError, StartError};
use crate::forward::Forwards;
use crate::pipeline::{self, Accepts, Call, Outcome};
use crate::router::Router;
use crate::serve::{InFlight, Server};
use crate::telemetry::{RequestLog, TraceContext};
use crate::websocket::session;

/// A body that is too long is read on to this many times the limit, and for so long, before its sender is answered.
const DISCARDED_LIMITS: usize = 4;
const DISCARD_TIMEOUT: Duration = Duration::from_secs(2);
/// Room made for a body before any of it has arrived, whatever length was announced.
const BODY_START_BYTES: usize = 64 * 1024;
/// A request with this header and the value `1` gets its plan, where `expose_plan` allows it.
const PLAN_HEADER: &str = "router-query-plan";

/// The connection's permit; a WebSocket takes it along.
pub(crate) type Permit = Rc<RefCell<Option<OwnedSemaphorePermit>>>;

pub(crate) struct Edge<T: Transport> {
    pub(crate) router: Router<T>,
    pub(crate) in_flight: InFlight,
    routes: axum::Router,
    forwards: Forwards,
}

impl<T: Transport> Edge<T> {
    pub(crate) fn new(server: &Server<T>, in_flight: InFlight) -> Result<Self, StartError> {
        let config = server.router.config();
        Ok(Self {
            forwards: Forwards::new(config)?,
            routes: health::routes(server, in_flight.clone()).merge(server.routes.clone()),
            router: server.router.clone(),
            in_flight,
        })
    }

    /// Answers any request; never fails.
    pub(crate) async fn dispatch(self: Rc<Self>, mut request: Request<Incoming>, peer: SocketAddr, permit: Permit) -> Response<Body> {
        let config = self.router.config();
        if request.uri().path() == config.path {
            return self.endpoint(request, peer, permit).await;
        }
        if self.forwards.handles(request.uri()) {
            let address = self.router.propagation().client_address(peer, request.headers());
            let sent = self.forwards.send(request.map(Body::new), &address.to_string()).await;
            return sent.unwrap_or_else(|error| respond::refusal(&error, MediaType::Json));
        }
        request.extensions_mut().insert(ConnectInfo(peer));
        let answered = self.routes.clone().oneshot(request.map(Body::new)).await;
        answered.unwrap_or_else(|never| match never {})
    }

    async fn endpoint(self: Rc<Self>, request: Request<Incoming>, peer: SocketAddr, permit: Permit) -> Response<Body> {
        let config = self.router.config();
        if is_websocket(request.headers()) {
            return self.upgrade(request, peer, permit);
        }
        if request.method() == Method::OPTIONS {
            let mut response = Response::new(Body::empty());
            *response.status_mut() = StatusCode::NO_CONTENT;
            response.headers_mut().insert(ALLOW, HeaderValue::from_static(respond::METHODS));
            cors::add_preflight_headers(&config.cors, request.headers(), response.headers_mut());
            return response;
        }
        let accepted = negotiate(request.headers());
        if request.method() == Method::GET && accepted == Some(MediaType::Html) && config.graphiql.enabled {
            let mut page = graphiql::page(&config.graphiql).await;
            page.headers_mut().append(VARY, HeaderValue::from_static("accept"));
            return page;
        }
        let media_type = accepted.unwrap_or(MediaType::Json);
        let started = Instant::now();
        let trace = TraceContext::continue_or_start(request.headers());
        let span = tracing::info_span!("request", trace_id = %trace.trace_id(), transport = "http");
        let (parts, body) = request.into_parts();
        let mut log = RequestLog::of("http", &parts.headers);
        let answer = async {
            if accepted.is_none() {
                return Err(RequestError::new(
                    ErrorCode::NotAcceptable,
                    "Accept application/graphql-response+json or application/json.",
                ));
            }
            self.answer(&parts, body, peer, &trace, &mut log).await
        };
        let answer = answer.instrument(span.clone()).await;
        let mut response = match answer {
            Ok(answer) => {
                log.errors = answer.error_count;
                log.response_bytes = answer.body.len();
                let status = answer.status(media_type == MediaType::GraphqlResponse);
                let mut response = respond::json(status, media_type, answer.body);
                response.headers_mut().extend(answer.headers);
                response
            }
            Err(error) => {
                log.errors = error.details.len();
                respond::refusal(&error, media_type)
            }
        };
        response.headers_mut().append(VARY, HeaderValue::from_static("accept"));
        cors::add_headers(&config.cors, &parts.headers, response.headers_mut());
        log.status = response.status().as_u16();
        log.total = started.elapsed();
        span.in_scope(|| log.write());
        response
    }

    async fn answer(
        &self,
        parts: &http::request::Parts,
        body: Incoming,
        peer: SocketAddr,
        trace: &TraceContext,
        log: &mut RequestLog,
    ) -> Result<pipeline::Answer, RequestError> {
        let config = self.router.config();
        let headers = &parts.headers;
        let (request, accepts) = match parts.method {
            Method::GET => {
                csrf::check(&config.csrf, headers)?;
                let query = parts.uri.query().unwrap_or_default();
                if query.len() > config.limits.body_bytes {
                    return Err(too_large(config.limits.body_bytes));
                }
                (GraphqlRequest::from_query_string(query, config.limits.json_depth)?, Accepts::Query)
            }
            Method::POST => {
                if !is_json_body(headers) {
                    csrf::check(&config.csrf, headers)?;
                    return Err(RequestError::new(
                        ErrorCode::UnsupportedMediaType,
                        "Send the request as application/json in UTF-8.",
                    ));
                }
                if !is_plain_body(headers) {
                    return Err(RequestError::new(ErrorCode::UnsupportedMediaType, "Send the request uncompressed."));
                }
                let body = self.read(headers, body).await?;
                (
                    GraphqlRequest::from_json(&body, config.limits.json_depth)?,
                    Accepts::QueryOrMutation,
                )
            }
            _ => {
                return Err(RequestError::new(ErrorCode::MethodNotAllowed, "Use POST, or GET for queries."));
            }
        };
        log.client(request.client_name.as_deref(), request.client_version.as_deref());
        let caller = self.router.authenticate(headers).await?;
        let propagation = self.router.propagation();
        let address = propagation.client_address(peer, headers);
        let call = Call {
            request: &request,
            caller: &caller,
            headers: propagation.down(headers, address, &trace.header_value()),
            accepts,
            shows_plan: config.expose_plan && headers.get(PLAN_HEADER).is_some_and(|value| value == "1"),
        };
        match pipeline::handle(&self.router, &self.in_flight, call, log).await? {
            Outcome::Answer(answer) => Ok(answer),
            Outcome::Events(_) => Err(RequestError::internal("a subscription over plain HTTP")),
        }
    }

    async fn read(&self, headers: &HeaderMap, mut body: Incoming) -> Result<Bytes, RequestError> {
        let config = self.router.config();
        let limit = config.limits.body_bytes;
        let announced = headers
            .get(http::header::CONTENT_LENGTH)
            .and_then(|value| value.to_str().ok()?.parse::<usize>().ok());
        if announced.is_some_and(|length| length > limit) {
            discard(&mut body, limit).await;
            return Err(too_large(limit));
        }
        let whole = async {
            let mut bytes = BytesMut::with_capacity(announced.unwrap_or_default().min(BODY_START_BYTES));
            while let Some(frame) = body.frame().await {
                let Ok(data) = frame?.into_data() else { continue };
                if data.len() > limit - bytes.len() {
                    return Ok(None);
                }
                bytes.extend_from_slice(&data);
            }
            Ok::<_, hyper::Error>(Some(bytes.freeze()))
        };
        match tokio::time::timeout(config.connections.body_timeout, whole).await {
            Err(_) => Err(RequestError::new(ErrorCode::RequestTimeout, "The body did not arrive in time.")),
            Ok(Err(_)) => Err(RequestError::new(ErrorCode::BadRequest, "The body could not be read to its end.")),
            Ok(Ok(Some(bytes))) => Ok(bytes),
            Ok(Ok(None)) => {
                discard(&mut body, limit).await;
                Err(too_large(limit))
            }
        }
    }

    /// Answers an upgrade and leaves the session to a task of its own (RFC 6455, section 4.2).
    fn upgrade(self: Rc<Self>, mut request: Request<Incoming>, peer: SocketAddr, permit: Permit) -> Response<Body> {
        let refuse = |code, message: &str| respond::refusal(&RequestError::new(code, message), MediaType::Json);
        let headers = request.headers();
        if !cors::allows_websocket(&self.router.config().cors, headers) {
            return refuse(ErrorCode::OriginRefused, "Pages of this origin may not open a WebSocket here.");
        }
        let key = headers.get(SEC_WEBSOCKET_KEY).cloned();
        let is_version_13 = headers.get(SEC_WEBSOCKET_VERSION).is_some_and(|version| version == "13");
        let (Some(key), true, &Method::GET) = (key, is_version_13, request.method()) else {
            let mut response = refuse(ErrorCode::BadRequest, "This is not a WebSocket upgrade of version 13.");
            response.headers_mut().insert(SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
            return response;
        };
        let upgraded = hyper::upgrade::on(&mut request);
        let (response, is_our_protocol) = session::accept(&key, request.headers());
        let headers = request.headers().clone();
        tokio::task::spawn_local(async move {
            let _permit = permit.borrow_mut().take();
            match upgraded.await {
                Ok(socket) => session::run(self, socket, headers, peer, is_our_protocol).await,
                Err(error) => tracing::debug!(%error, "a WebSocket was not opened"),
            }
        });
        response
    }
}

fn is_websocket(headers: &HeaderMap) -> bool {
    let lists = |name, token: &str| {
        headers
            .get_all(name)
            .iter()
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','))
            .any(|item| item.trim().eq_ignore_ascii_case(token))
    };
    lists(CONNECTION, "upgrade") && lists(UPGRADE, "websocket")
}

/// Reads on, for a moment, what nobody wants: a client that is still sending when the connection is reset never
/// sees the answer that says why.
async fn discard(body: &mut Incoming, limit: usize) {
    let mut left = limit.saturating_mul(DISCARDED_LIMITS);
    let rest = async {
        while let Some(Ok(frame)) = body.frame().await {
            let length = frame.data_ref().map_or(0, Bytes::len);
            if length > left {
                break;
            }
            left -= length;
        }
    };
    // Whether it all came or not, the answer goes out now.
    let _ = tokio::time::timeout(DISCARD_TIMEOUT, rest).await;
}

fn too_large(limit: usize) -> RequestError {
    RequestError::new(ErrorCode::PayloadTooLarge, format!("The request is longer than {limit} bytes."))
}
