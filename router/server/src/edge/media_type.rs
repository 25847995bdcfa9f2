//! Media types: which one a client accepts, and whether a body is JSON.
//!
//! Owns RFC 9110 section 12.5.1 as far as the endpoint needs it, and GraphQL over HTTP section 6.

use http::HeaderMap;
use http::header::{ACCEPT, CONTENT_ENCODING, CONTENT_TYPE};

/// The forms an answer can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MediaType {
    /// `application/graphql-response+json`: the status tells how the request went.
    GraphqlResponse,
    /// `application/json`: 200 for every well-formed request.
    Json,
    /// `text/html`: a browser looks at the endpoint.
    Html,
}

impl MediaType {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            MediaType::GraphqlResponse => "application/graphql-response+json; charset=utf-8",
            MediaType::Json => "application/json; charset=utf-8",
            MediaType::Html => "text/html; charset=utf-8",
        }
    }
}

/// The best form for these headers; `None` when none is accepted. HTML is offered only by name: `*/*` is
/// a program.
pub(crate) fn negotiate(headers: &HeaderMap) -> Option<MediaType> {
    let ranges: Vec<(String, f32)> = headers
        .get_all(ACCEPT)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .filter_map(parse_range)
        .collect();
    if headers.get_all(ACCEPT).iter().all(|value| value.as_bytes().trim_ascii().is_empty()) {
        return Some(MediaType::Json);
    }
    // Where several are equally welcome the first one wins. A wildcard gets JSON: programs that do not name a
    // type expect it.
    let offers: [(MediaType, &[&str]); 4] = [
        (MediaType::Html, &["text/html"]),
        (MediaType::GraphqlResponse, &["application/graphql-response+json"]),
        (MediaType::Json, &["application/json", "application/*", "*/*"]),
        (
            MediaType::GraphqlResponse,
            &["application/graphql-response+json", "application/*", "*/*"],
        ),
    ];
    let mut best: Option<(MediaType, f32)> = None;
    for (offer, patterns) in offers {
        // The most specific range that matches decides.
        let quality = patterns
            .iter()
            .find_map(|pattern| ranges.iter().find(|(range, _)| range == pattern))
            .map_or(0.0, |(_, quality)| *quality);
        if quality > best.map_or(0.0, |(_, quality)| quality) {
            best = Some((offer, quality));
        }
    }
    best.map(|(offer, _)| offer)
}

fn parse_range(text: &str) -> Option<(String, f32)> {
    let mut parts = text.split(';').map(str::trim);
    let range = parts.next()?.to_ascii_lowercase();
    if range.is_empty() {
        return None;
    }
    let mut quality = 1.0;
    for parameter in parts {
        let (name, value) = parameter.split_once('=')?;
        match name.trim().to_ascii_lowercase().as_str() {
            "q" => quality = value.trim().parse().ok()?,
            "charset" if !is_utf8(value) => return None,
            _ => {}
        }
    }
    Some((range, quality))
}

/// Whether the body came as it is, not compressed.
pub(crate) fn is_plain_body(headers: &HeaderMap) -> bool {
    headers
        .get_all(CONTENT_ENCODING)
        .iter()
        .all(|value| value.as_bytes().trim_ascii().eq_ignore_ascii_case(b"identity"))
}

/// Whether the body is JSON in UTF-8. No `Content-Type` is no JSON.
pub(crate) fn is_json_body(headers: &HeaderMap) -> bool {
    let Some(text) = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()) else {
        return false;
    };
    let mut parts = text.split(';').map(str::trim);
    let is_json = parts.next().is_some_and(|essence| essence.eq_ignore_ascii_case("application/json"));
    is_json
        && parts
            .filter_map(|parameter| parameter.split_once('='))
            .all(|(name, value)| !name.trim().eq_ignore_ascii_case("charset") || is_utf8(value))
}

fn is_utf8(charset: &str) -> bool {
    // The second is no registered name, and what many programs write.
    let charset = charset.trim().trim_matches('"');
    ["utf-8", "utf8"].iter().any(|name| charset.eq_ignore_ascii_case(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn accept(value: &str) -> Option<MediaType> {
        let mut headers = HeaderMap::new();
        headers.insert(ACCEPT, value.parse().unwrap());
        negotiate(&headers)
    }

    #[test]
    fn negotiation() {
        use MediaType::*;
        assert_eq!(negotiate(&HeaderMap::new()), Some(Json));
        for (value, expected) in [
            ("application/json", Some(Json)),
            ("application/graphql-response+json", Some(GraphqlResponse)),
            ("application/graphql-response+json, application/json;q=0.9", Some(GraphqlResponse)),
            ("application/json, application/graphql-response+json;q=0.9", Some(Json)),
            ("application/json;charset=utf-8", Some(Json)),
            ("application/json;charset=latin-1", None),
            ("*/*", Some(Json)),
            ("application/*", Some(Json)),
            ("application/json;q=0, */*", Some(GraphqlResponse)),
            ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", Some(Html)),
            ("TEXT/HTML", Some(Html)),
            ("text/plain", None),
            ("application/json;q=0", None),
        ] {
            assert_eq!(accept(value), expected, "{value}");
        }
    }

    #[test]
    fn bodies() {
        let is_json = |value: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(CONTENT_TYPE, value.parse().unwrap());
            is_json_body(&headers)
        };
        assert!(is_json("application/json"));
        assert!(is_json("Application/JSON; charset=\"UTF-8\""));
        assert!(is_json("application/json;charset=utf8"));
        assert!(!is_json("application/json; charset=latin1"));
        assert!(!is_json("text/plain"));
        assert!(!is_json("application/graphql"));
        assert!(!is_json_body(&HeaderMap::new()));
    }
}
