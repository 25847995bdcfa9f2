//! Configured path prefixes, forwarded byte for byte to another server.
//!
//! Owns the request's new target and the `X-Forwarded-*` headers. Bodies stream in both directions; nothing is
//! read or rewritten.

use axum::body::Body;
use http::header::{CONNECTION, FORWARDED, HOST, TE, TRANSFER_ENCODING, UPGRADE};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{HeaderMap, HeaderName, HeaderValue, Request, Response, Uri};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::{TokioExecutor, TokioTimer};

use crate::config::{Config, ConfigError};
use crate::error::{ErrorCode, RequestError, StartError};

/// The routes of `[[forward]]`, longest prefix first.
#[derive(Clone)]
pub(crate) struct Forwards {
    routes: Vec<Route>,
    client: Client<HttpConnector, Body>,
    /// The header that signs subgraph requests; forwarded ones are never signed.
    signature: Option<HeaderName>,
}

#[derive(Clone)]
struct Route {
    prefix: String,
    authority: Authority,
    base: String,
}

impl Forwards {
    pub(crate) fn new(config: &Config) -> Result<Self, StartError> {
        let mut routes = Vec::with_capacity(config.forward.len());
        for forward in &config.forward {
            let refused = |reason: String| ConfigError::Refused { key: "forward", reason };
            let to: Uri = forward.to.parse().map_err(|_| refused(format!("`{}` is not a URL", forward.to)))?;
            let authority = to
                .authority()
                .cloned()
                .ok_or_else(|| refused(format!("`{}` names no server", forward.to)))?;
            routes.push(Route {
                prefix: forward.path.trim_end_matches('/').to_owned(),
                authority,
                base: to.path().trim_end_matches('/').to_owned(),
            });
        }
        routes.sort_by_key(|route| std::cmp::Reverse(route.prefix.len()));
        let mut connector = HttpConnector::new();
        connector.set_nodelay(true);
        let client = Client::builder(TokioExecutor::new()).pool_timer(TokioTimer::new()).build(connector);
        let signature = config.signing.as_ref().and_then(|signing| signing.header.parse().ok());
        Ok(Self { routes, client, signature })
    }

    /// The target for a path, if a prefix of whole segments is configured.
    fn target(&self, uri: &Uri) -> Option<Uri> {
        let path = uri.path();
        let route = self.routes.iter().find(|route| {
            path.strip_prefix(route.prefix.as_str())
                .is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        })?;
        let query = uri.query().map(|query| format!("?{query}")).unwrap_or_default();
        let path_and_query: PathAndQuery = format!("{}{path}{query}", route.base).parse().ok()?;
        Uri::builder()
            .scheme(Scheme::HTTP)
            .authority(route.authority.clone())
            .path_and_query(path_and_query)
            .build()
            .ok()
    }

    pub(crate) fn handles(&self, uri: &Uri) -> bool {
        self.target(uri).is_some()
    }

    /// Sends the request on. `client_address` is the one the edge believes.
    pub(crate) async fn send(&self, mut request: Request<Body>, client_address: &str) -> Result<Response<Body>, RequestError> {
        let target = self
            .target(request.uri())
            .ok_or_else(|| RequestError::internal("no forward for this path"))?;
        let host = request.headers().get(HOST).cloned().or_else(|| {
            let authority = request.uri().authority()?;
            HeaderValue::from_str(authority.as_str()).ok()
        });
        let headers = request.headers_mut();
        remove_connection_headers(headers);
        // What the client says of itself in our stead is not passed on.
        headers.remove(FORWARDED);
        if let Some(signature) = &self.signature {
            headers.remove(signature);
        }
        headers.insert(
            "x-forwarded-for",
            HeaderValue::from_str(client_address).expect("an address is header text"),
        );
        headers.insert("x-forwarded-proto", HeaderValue::from_static("http"));
        if let Some(host) = host {
            headers.insert("x-forwarded-host", host);
        }
        headers.remove(HOST);
        *request.uri_mut() = target;
        *request.version_mut() = http::Version::HTTP_11;
        let sent = self.client.request(request).await;
        let mut response = sent.map_err(|error| {
            tracing::warn!(%error, "a forwarded request failed");
            RequestError::new(
                ErrorCode::ForwardFailed,
                "The server behind this path can't be reached; try again shortly.",
            )
        })?;
        remove_connection_headers(response.headers_mut());
        Ok(response.map(Body::new))
    }
}

/// RFC 9110, section 7.6.1: these speak of one connection only.
fn remove_connection_headers(headers: &mut HeaderMap<HeaderValue>) {
    let named: Vec<HeaderName> = headers
        .get_all(CONNECTION)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(|name| name.trim().parse().ok())
        .collect();
    for name in named {
        headers.remove(name);
    }
    for name in [CONNECTION, TE, TRANSFER_ENCODING, UPGRADE] {
        headers.remove(name);
    }
    headers.remove("keep-alive");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ForwardConfig;

    fn forwards() -> Forwards {
        let route = |path: &str, to: &str| ForwardConfig {
            path: path.into(),
            to: to.into(),
        };
        let config = Config {
            forward: vec![
                route("/sandbox", "http://pay:4104"),
                route("/sandbox/special/", "http://other:1/base/"),
            ],
            ..Config::default()
        };
        Forwards::new(&config).unwrap()
    }

    #[test]
    fn prefixes_are_whole_segments_and_the_longest_wins() {
        let forwards = forwards();
        let target = |path: &str| forwards.target(&path.parse().unwrap()).map(|uri| uri.to_string());
        assert_eq!(target("/sandbox").as_deref(), Some("http://pay:4104/sandbox"));
        assert_eq!(
            target("/sandbox/a%20b?x=1&y").as_deref(),
            Some("http://pay:4104/sandbox/a%20b?x=1&y")
        );
        assert_eq!(
            target("/sandbox/special/a").as_deref(),
            Some("http://other:1/base/sandbox/special/a")
        );
        assert_eq!(target("/sandboxes"), None);
        assert_eq!(target("/"), None);
    }

    #[test]
    fn headers_of_the_connection_stay() {
        let mut headers = HeaderMap::new();
        for (name, value) in [("connection", "close, x-hop"), ("x-hop", "1"), ("x-end", "2"), ("te", "x")] {
            headers.insert(name, value.parse().unwrap());
        }
        remove_connection_headers(&mut headers);
        assert_eq!(headers.len(), 1);
        assert_eq!(headers["x-end"], "2");
    }
}
