//! Serves the built web client: files by their names, the page itself for every other path of the site.

use std::path::Path;

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse};
use tower_http::services::{ServeDir, ServeFile};

const MISSING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Marquee</title>\
<body style=\"font:16px/1.5 system-ui;max-width:40rem;margin:4rem auto;padding:0 1rem\"><h1>The web client is not built</h1>\
<p>Run <code>script/run</code>, or <code>npm ci &amp;&amp; npm run build</code> in <code>web/</code>, and reload. \
The API is at <a href=\"/graphql\">/graphql</a>.</p>";

/// The routes of the site; a fallback, so everything else comes first.
pub fn routes(folder: &Path) -> Router {
    let page = folder.join("index.html");
    if !page.is_file() {
        return Router::new().fallback(|| async { (StatusCode::NOT_FOUND, Html(MISSING)) });
    }
    let files = ServeDir::new(folder).precompressed_gzip().fallback(ServeFile::new(page));
    Router::new().fallback_service(files).layer(axum::middleware::from_fn(headers))
}

/// Built files carry a hash in their name and never change; the page is asked for again each time. The policy keeps
/// scripts to our own.
async fn headers(request: Request, next: Next) -> Response<Body> {
    let immutable = request.uri().path().starts_with("/assets/");
    let mut response = next.run(request).await.into_response();
    let cache = if immutable && response.status().is_success() {
        "public, max-age=31536000, immutable"
    } else {
        "no-cache"
    };
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static(
            "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; \
             connect-src 'self' ws: wss:; worker-src 'self' blob:; frame-ancestors 'none'; base-uri 'self'; form-action 'self'",
        ),
    );
    response
}
