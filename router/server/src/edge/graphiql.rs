//! The page a browser gets at the endpoint.
//!
//! Owns where the built page is found and what stands in its place when it is not there. The page itself is
//! built by the web client; nothing is loaded from elsewhere.

use axum::body::Body;
use http::header::{CACHE_CONTROL, CONTENT_TYPE};
use http::{HeaderValue, Response};

use crate::config::GraphiqlConfig;

/// Where the page's own files are served.
pub(crate) const ASSETS_PATH: &str = "/graphiql";

const MISSING: &str = "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>GraphQL endpoint</title>\
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem}\
code{background:#8882;padding:.1em .3em;border-radius:.2em}</style></head><body>\
<h1>This is a GraphQL endpoint</h1>\
<p>GraphiQL is not built yet. Build the web client (<code>npm ci &amp;&amp; npm run build</code> in <code>web/</code>) and name \
the folder with its page in <code>graphiql.dir</code>; then reload.</p>\
<p>Programs send <code>POST</code> with <code>Content-Type: application/json</code> and a body like \
<code>{\"query\": \"{ __typename }\"}</code>.</p></body></html>";

/// The page, read on each request: it is rare, and a rebuild shows at once.
pub(crate) async fn page(config: &GraphiqlConfig) -> Response<Body> {
    let built = match &config.dir {
        Some(dir) => tokio::fs::read(dir.join("index.html")).await.ok(),
        None => None,
    };
    let mut response = Response::new(match built {
        Some(page) => Body::from(page),
        None => Body::from(MISSING),
    });
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    response
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt;

    use super::*;

    async fn text(config: &GraphiqlConfig) -> String {
        let body = page(config).await.into_body().collect().await.unwrap().to_bytes();
        String::from_utf8(body.to_vec()).unwrap()
    }

    #[tokio::test]
    async fn a_missing_page_says_how_to_build_it() {
        let page = text(&GraphiqlConfig::default()).await;
        assert!(page.contains("npm run build"));
        assert!(!page.contains("https://"));
    }

    #[tokio::test]
    async fn the_built_page_is_served() {
        let dir = std::env::temp_dir().join(uuid::Uuid::new_v4().to_string());
        std::fs::create_dir(&dir).unwrap();
        std::fs::write(dir.join("index.html"), "<p>built").unwrap();
        let config = GraphiqlConfig {
            dir: Some(dir.clone()),
            ..Default::default()
        };
        assert_eq!(text(&config).await, "<p>built");
        std::fs::remove_dir_all(dir).unwrap();
    }
}
