//! The server's own plain routes: `/health`, `/ready`, `/metrics`, and GraphiQL's files.
//!
//! Owns what they say. Health is that the process answers; readiness is that it should get requests.

use axum::Router;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::routing::get;
use router_executor::Transport;
use tower_http::services::ServeDir;

use super::graphiql;
use crate::serve::{InFlight, Server};

pub(crate) fn routes<T: Transport>(server: &Server<T>, in_flight: InFlight) -> Router {
    let check = server.ready.clone();
    let ready = move || async move {
        if in_flight.is_stopping() {
            return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n".to_owned());
        }
        match check.as_ref().map_or(Ok(()), |check| check()) {
            Ok(()) => (StatusCode::OK, "ready\n".to_owned()),
            Err(reason) => (StatusCode::SERVICE_UNAVAILABLE, format!("{reason}\n")),
        }
    };
    let mut routes = Router::new().route("/health", get(|| async { "ok\n" })).route("/ready", get(ready));
    if let Some(metrics) = server.metrics.clone() {
        let show = move || async move { ([(CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], metrics.render()) };
        routes = routes.route("/metrics", get(show));
    }
    let config = &server.router.config().graphiql;
    if let Some(dir) = config.dir.as_ref().filter(|_| config.enabled) {
        routes = routes.nest_service(graphiql::ASSETS_PATH, ServeDir::new(dir));
    }
    routes
}
