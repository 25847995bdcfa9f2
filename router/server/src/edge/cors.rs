//! Which other origins may call from a browser, for the endpoint.
//!
//! Owns the answers to preflights and the headers on other answers; the headers vary by origin, so that a
//! cache can't hand one origin's answer to another.

use http::header::{
    ACCESS_CONTROL_ALLOW_CREDENTIALS, ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    ACCESS_CONTROL_MAX_AGE, ACCESS_CONTROL_REQUEST_HEADERS, HOST, ORIGIN, VARY,
};
use http::{HeaderMap, HeaderValue};

use super::respond::METHODS;
use crate::config::CorsConfig;

/// Adds what lets a page of the request's origin read the answer.
pub(crate) fn add_headers(config: &CorsConfig, request: &HeaderMap, answer: &mut HeaderMap) {
    if config.origins.is_empty() {
        return;
    }
    answer.append(VARY, HeaderValue::from_static("origin"));
    let Some(origin) = request.get(ORIGIN) else {
        return;
    };
    if !lists(config, origin) {
        return;
    }
    answer.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin.clone());
    if config.credentials {
        answer.insert(ACCESS_CONTROL_ALLOW_CREDENTIALS, HeaderValue::from_static("true"));
    }
}

/// Adds the rest of the answer to a preflight.
pub(crate) fn add_preflight_headers(config: &CorsConfig, request: &HeaderMap, answer: &mut HeaderMap) {
    add_headers(config, request, answer);
    if !answer.contains_key(ACCESS_CONTROL_ALLOW_ORIGIN) {
        return;
    }
    answer.insert(ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(METHODS));
    let allowed = if config.headers.is_empty() {
        request.get(ACCESS_CONTROL_REQUEST_HEADERS).cloned()
    } else {
        HeaderValue::from_str(&config.headers.join(", ")).ok()
    };
    if let Some(allowed) = allowed {
        answer.insert(ACCESS_CONTROL_ALLOW_HEADERS, allowed);
    }
    answer.insert(ACCESS_CONTROL_MAX_AGE, config.max_age.as_secs().into());
}

/// Whether a WebSocket may be opened: browsers send cookies along with it and ask nobody, so that the page
/// must be of our own host or of a listed origin. Programs send no origin.
pub(crate) fn allows_websocket(config: &CorsConfig, request: &HeaderMap) -> bool {
    let Some(origin) = request.get(ORIGIN) else {
        return true;
    };
    let own_host = origin
        .to_str()
        .ok()
        .and_then(|origin| origin.split_once("://"))
        .zip(request.get(HOST).and_then(|host| host.to_str().ok()))
        .is_some_and(|((_, page), host)| page.eq_ignore_ascii_case(host));
    own_host || lists(config, origin)
}

fn lists(config: &CorsConfig, origin: &HeaderValue) -> bool {
    config
        .origins
        .iter()
        .any(|allowed| allowed == "*" || allowed.as_bytes() == origin.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn request(origin: &str) -> HeaderMap {
        let mut headers = HeaderMap::new();
        headers.insert(ORIGIN, origin.parse().unwrap());
        headers.insert(HOST, "shop.example:4000".parse().unwrap());
        headers.insert(ACCESS_CONTROL_REQUEST_HEADERS, "content-type, x-y".parse().unwrap());
        headers
    }

    fn config() -> CorsConfig {
        CorsConfig {
            origins: vec!["https://a.example".into()],
            credentials: true,
            ..Default::default()
        }
    }

    #[test]
    fn listed_origins_only() {
        let mut answer = HeaderMap::new();
        add_preflight_headers(&config(), &request("https://a.example"), &mut answer);
        assert_eq!(answer[ACCESS_CONTROL_ALLOW_ORIGIN], "https://a.example");
        assert_eq!(answer[ACCESS_CONTROL_ALLOW_CREDENTIALS], "true");
        assert_eq!(answer[ACCESS_CONTROL_ALLOW_HEADERS], "content-type, x-y");
        assert_eq!(answer[ACCESS_CONTROL_MAX_AGE], "3600");
        let mut answer = HeaderMap::new();
        add_preflight_headers(&config(), &request("https://evil.example"), &mut answer);
        assert_eq!(answer.len(), 1);
        assert_eq!(answer[VARY], "origin");
    }

    #[test]
    fn websockets_from_foreign_pages_are_refused() {
        assert!(allows_websocket(&config(), &HeaderMap::new()));
        assert!(allows_websocket(&config(), &request("http://shop.example:4000")));
        assert!(allows_websocket(&config(), &request("https://a.example")));
        assert!(!allows_websocket(&config(), &request("https://evil.example")));
        assert!(!allows_websocket(&config(), &request("null")));
    }
}
