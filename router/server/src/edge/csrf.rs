//! Refusal of requests a foreign page can make a browser send without asking first.
//!
//! Owns the rule: a preflight is proved by a content type no form can send, or by a header no page can set
//! without one.

use http::HeaderMap;
use http::header::CONTENT_TYPE;

use crate::config::CsrfConfig;
use crate::error::{ErrorCode, RequestError};

/// Types a page may send to any site (Fetch, "CORS-safelisted request-header").
const SIMPLE_TYPES: [&str; 3] = ["application/x-www-form-urlencoded", "multipart/form-data", "text/plain"];

pub(crate) fn check(config: &CsrfConfig, headers: &HeaderMap) -> Result<(), RequestError> {
    if !config.enabled || config.headers.iter().any(|name| headers.contains_key(name)) {
        return Ok(());
    }
    let needs_preflight = headers
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(|essence| essence.trim().to_ascii_lowercase())
        .is_some_and(|essence| essence.contains('/') && !SIMPLE_TYPES.contains(&essence.as_str()));
    if needs_preflight {
        return Ok(());
    }
    let header = config.headers.first().map_or("apollo-require-preflight", String::as_str);
    Err(RequestError::new(
        ErrorCode::CsrfPrevented,
        format!(
            "This request could come from a foreign page; send it with `Content-Type: application/json` or with \
             the header `{header}: true`."
        ),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_requests_that_need_a_preflight_pass() {
        for (name, value, passes) in [
            ("content-type", "application/json", true),
            ("content-type", "text/plain", false),
            ("content-type", "TEXT/plain; charset=utf-8", false),
            ("content-type", "nonsense", false),
            ("apollo-require-preflight", "true", true),
            ("x-apollo-operation-name", "Q", true),
            ("accept", "application/json", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(name, value.parse().unwrap());
            assert_eq!(check(&CsrfConfig::default(), &headers).is_ok(), passes, "{name}: {value}");
        }
        let off = CsrfConfig {
            enabled: false,
            ..Default::default()
        };
        assert!(check(&off, &HeaderMap::new()).is_ok());
    }
}
