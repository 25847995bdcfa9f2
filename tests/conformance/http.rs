//! GraphQL over HTTP, as its specification has it, on the real platform.

use harness::{Form, Platform};
use http::{HeaderMap, HeaderName, HeaderValue, Method};

fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
    pairs
        .iter()
        .map(|(name, value)| (HeaderName::from_static(name), HeaderValue::from_static(value)))
        .collect()
}

#[tokio::test]
async fn requests_are_answered_as_the_specification_says() {
    let platform = Platform::start(Form::AllInOne).await;
    let client = platform.client();
    let new = "application/graphql-response+json";
    let query = "{\"query\":\"{ __typename }\"}";
    for (method, path, sent, body, status, media) in [
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json"), ("accept", new)]),
            query,
            200,
            new,
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json"), ("accept", "application/json")]),
            query,
            200,
            "application/json",
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json")]),
            "{\"query\":\"{ nothing }\"}",
            200,
            "application/json",
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json"), ("accept", new)]),
            "{\"query\":\"{ nothing }\"}",
            400,
            new,
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json"), ("accept", new)]),
            "{\"query\":",
            400,
            new,
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "text/plain"), ("apollo-require-preflight", "1")]),
            query,
            415,
            "",
        ),
        (
            Method::GET,
            "/graphql?query=%7B__typename%7D",
            headers(&[("accept", new), ("apollo-require-preflight", "1")]),
            "",
            200,
            new,
        ),
        (
            Method::GET,
            "/graphql?query=mutation%7BsignOut(input%3A%7B%7D)%7Bok%7D%7D",
            headers(&[("accept", new), ("apollo-require-preflight", "1")]),
            "",
            405,
            "",
        ),
        (
            Method::PUT,
            "/graphql",
            headers(&[("content-type", "application/json")]),
            query,
            405,
            "",
        ),
        (
            Method::POST,
            "/graphql",
            headers(&[("content-type", "application/json"), ("accept", "image/png")]),
            query,
            406,
            "",
        ),
    ] {
        let shown = format!("{method} {path} {sent:?} {body}");
        let reply = client.send(method, path, sent, body).await;
        assert_eq!(reply.status, status, "{shown}: {}", reply.text());
        let got = reply
            .headers
            .get("content-type")
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        assert!(got.starts_with(media), "{shown}: {got}");
    }
}

#[tokio::test]
async fn a_foreign_page_cannot_send_simple_requests() {
    let platform = Platform::start(Form::AllInOne).await;
    let client = platform.client();
    let reply = client
        .send(
            Method::GET,
            "/graphql?query=%7B__typename%7D",
            headers(&[("accept", "application/json")]),
            "",
        )
        .await;
    assert!(reply.status.is_client_error(), "{}", reply.text());
    let reply = client
        .send(
            Method::POST,
            "/graphql",
            headers(&[("content-type", "text/plain")]),
            "{\"query\":\"{ __typename }\"}",
        )
        .await;
    assert!(reply.status.is_client_error(), "{}", reply.text());
}

#[tokio::test]
async fn the_site_health_and_metrics_are_on_the_same_port() {
    let platform = Platform::start(Form::AllInOne).await;
    let client = platform.client();
    for path in ["/health", "/ready"] {
        assert_eq!(client.get(path).await.status, 200, "{path}");
    }
    let body = serde_json::json!({"query": "{ categories { slug } }"});
    assert_eq!(client.post("/graphql", &body).await.status, 200);
    let metrics = client.get("/metrics").await.text();
    for name in ["outbox_lag_seconds", "outbox_waiting"] {
        assert!(metrics.contains(name), "{name} is missing in {metrics}");
    }
    let page = client.send(Method::GET, "/graphql", headers(&[("accept", "text/html")]), "").await;
    assert!(page.text().contains("<html"), "a browser gets a page");
    let keys = client.get("/.well-known/jwks.json").await.json();
    assert_eq!(keys["keys"].as_array().map(Vec::len), Some(2));
}
