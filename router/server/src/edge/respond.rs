//! Answers on the wire: status, media type, body.
//!
//! Owns the mapping of outcomes to HTTP (GraphQL over HTTP, section 6.4).

use axum::body::Body;
use bytes::Bytes;
use http::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, WWW_AUTHENTICATE};
use http::{HeaderValue, Response, StatusCode};

use super::media_type::MediaType;
use crate::error::{ErrorCode, RequestError};

/// What the endpoint can be asked with.
pub(crate) const METHODS: &str = "GET, POST, OPTIONS";

/// A request that ended without data.
pub(crate) fn refusal(error: &RequestError, media_type: MediaType) -> Response<Body> {
    let status = if media_type == MediaType::GraphqlResponse || error.code.is_http_failure() {
        error.code.status()
    } else {
        StatusCode::OK
    };
    let body = serde_json::json!({ "errors": error.errors() }).to_string();
    let mut response = json(status, media_type, body.into());
    let headers = response.headers_mut();
    match error.code {
        ErrorCode::MethodNotAllowed => {
            headers.insert(ALLOW, HeaderValue::from_static(METHODS));
        }
        ErrorCode::Unauthenticated => {
            headers.insert(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer error=\"invalid_token\""));
        }
        _ => {}
    }
    response
}

/// A GraphQL response as bytes. HTML never carries one: whoever prefers it gets JSON here.
pub(crate) fn json(status: StatusCode, media_type: MediaType, body: Bytes) -> Response<Body> {
    let media_type = match media_type {
        MediaType::Html => MediaType::Json,
        other => other,
    };
    let mut response = Response::new(Body::from(body));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(media_type.as_str()));
    // Answers depend on who asks; nothing between here and the client may keep them.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_the_media_type() {
        let status = |code, media_type| refusal(&RequestError::new(code, "m"), media_type).status();
        use ErrorCode::*;
        assert_eq!(status(ValidationFailed, MediaType::GraphqlResponse), StatusCode::BAD_REQUEST);
        assert_eq!(status(ValidationFailed, MediaType::Json), StatusCode::OK);
        assert_eq!(status(BadRequest, MediaType::Json), StatusCode::BAD_REQUEST);
        assert_eq!(status(Unauthenticated, MediaType::Json), StatusCode::UNAUTHORIZED);
    }
}
