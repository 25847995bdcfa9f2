//! A GraphQL request as it arrives: from a JSON body, a query string or a WebSocket message.
//!
//! Owns the outer form only; variables stay raw JSON, checked for syntax and depth.

use std::borrow::Cow;

use bytes::Bytes;
use serde::Deserialize;
use serde_json::value::RawValue;

use crate::error::{ErrorCode, RequestError};

/// What a client asks for.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct GraphqlRequest {
    /// The document.
    pub(crate) query: String,
    /// Which of its operations.
    pub(crate) operation_name: Option<String>,
    /// A JSON object; empty means none.
    pub(crate) variables: Bytes,
    /// What `extensions.clientLibrary` says of the client.
    pub(crate) client_name: Option<String>,
    pub(crate) client_version: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Parts<'a> {
    #[serde(borrow, default)]
    query: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    operation_name: Option<Cow<'a, str>>,
    #[serde(borrow, default)]
    variables: Option<&'a RawValue>,
    #[serde(borrow, default)]
    extensions: Option<&'a RawValue>,
}

/// The extensions somebody here looks at.
#[derive(Deserialize, Default)]
#[serde(rename_all = "camelCase", default)]
struct Extensions {
    persisted_query: Option<serde::de::IgnoredAny>,
    client_library: ClientLibrary,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct ClientLibrary {
    name: Option<String>,
    version: Option<String>,
}

impl GraphqlRequest {
    /// Reads a JSON body (GraphQL over HTTP, section 5.4). `json_depth` bounds its nesting.
    pub(crate) fn from_json(body: &[u8], json_depth: usize) -> Result<Self, RequestError> {
        match body.iter().find(|byte| !byte.is_ascii_whitespace()) {
            Some(b'{') => {}
            Some(b'[') => {
                return Err(bad_request("Batches of requests are not served; send one request at a time."));
            }
            _ => return Err(bad_request("The body must be a JSON object with a `query`.")),
        }
        check_depth(body, json_depth)?;
        let parts: Parts<'_> =
            serde_json::from_slice(body).map_err(|error| bad_request(format!("The body is not a GraphQL request: {error}.")))?;
        parts.finish()
    }

    /// Reads the query string of a GET (GraphQL over HTTP, section 5.3).
    pub(crate) fn from_query_string(text: &str, json_depth: usize) -> Result<Self, RequestError> {
        let mut query = None;
        let mut operation_name = None;
        let mut variables = None;
        let mut extensions = None;
        for pair in text.split('&').filter(|pair| !pair.is_empty()) {
            let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
            let slot = match name {
                "query" => &mut query,
                "operationName" => &mut operation_name,
                "variables" => &mut variables,
                "extensions" => &mut extensions,
                _ => continue,
            };
            let value = decode(value).ok_or_else(|| bad_request(format!("The parameter `{name}` is not valid URL encoding.")))?;
            if slot.replace(value).is_some() {
                return Err(bad_request(format!("The parameter `{name}` is given twice.")));
            }
        }
        let json = |name: &str, text: &Option<String>| match text.as_deref() {
            None | Some("") => Ok(None),
            Some(text) => {
                check_depth(text.as_bytes(), json_depth)?;
                let raw = serde_json::from_str::<Box<RawValue>>(text)
                    .map_err(|error| bad_request(format!("The parameter `{name}` is not JSON: {error}.")))?;
                Ok(Some(raw))
            }
        };
        let variables = json("variables", &variables)?;
        let extensions = json("extensions", &extensions)?;
        Parts {
            query: query.map(Cow::Owned),
            operation_name: operation_name.filter(|name| !name.is_empty()).map(Cow::Owned),
            variables: variables.as_deref(),
            extensions: extensions.as_deref(),
        }
        .finish()
    }
}

impl Parts<'_> {
    fn finish(self) -> Result<GraphqlRequest, RequestError> {
        let object = |name: &str, raw: Option<&RawValue>| match raw.map(|raw| raw.get().trim()) {
            None | Some("null") => Ok(None),
            Some(text) if text.starts_with('{') => Ok(Some(text.to_owned())),
            Some(_) => Err(bad_request(format!("`{name}` must be a JSON object."))),
        };
        let extensions = object("extensions", self.extensions)?;
        // What no client of ours would write says nothing.
        let extensions: Extensions = extensions.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
        let Some(query) = self.query.filter(|query| !query.trim().is_empty()) else {
            return Err(if extensions.persisted_query.is_some() {
                RequestError::new(ErrorCode::PersistedQueryNotSupported, "PersistedQueryNotSupported")
            } else {
                bad_request("The request has no `query`.")
            });
        };
        Ok(GraphqlRequest {
            query: query.into_owned(),
            operation_name: self.operation_name.map(Cow::into_owned),
            variables: object("variables", self.variables)?.map(Bytes::from).unwrap_or_default(),
            client_name: extensions.client_library.name,
            client_version: extensions.client_library.version,
        })
    }
}

fn bad_request(message: impl Into<String>) -> RequestError {
    RequestError::new(ErrorCode::BadRequest, message)
}

/// Counts brackets outside strings; the text need not be valid JSON.
fn check_depth(json: &[u8], limit: usize) -> Result<(), RequestError> {
    let mut depth = 0usize;
    let mut in_string = false;
    let mut escaped = false;
    for byte in json {
        if in_string {
            match byte {
                _ if escaped => escaped = false,
                b'\\' => escaped = true,
                b'"' => in_string = false,
                _ => {}
            }
            continue;
        }
        match byte {
            b'"' => in_string = true,
            b'{' | b'[' => {
                depth += 1;
                if depth > limit {
                    return Err(RequestError::new(
                        ErrorCode::JsonTooDeep,
                        format!("The request's JSON is nested deeper than {limit}."),
                    ));
                }
            }
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// Decodes `application/x-www-form-urlencoded`; `None` when it is malformed or not UTF-8.
fn decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'+' => b' ',
            b'%' => {
                let digit = |byte: u8| char::from(byte).to_digit(16);
                let value = digit(rest.next()?)? * 16 + digit(rest.next()?)?;
                u8::try_from(value).ok()?
            }
            byte => byte,
        });
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(result: Result<GraphqlRequest, RequestError>) -> &'static str {
        result.unwrap_err().code.as_str()
    }

    #[test]
    fn a_body_is_read() {
        let request = GraphqlRequest::from_json(
            br#" {"query":"{ a\u0062 }","operationName":"N","variables":{"x":[1, 2]},"other":1} "#,
            64,
        )
        .unwrap();
        assert_eq!(request.query, "{ ab }");
        assert_eq!(request.operation_name.as_deref(), Some("N"));
        assert_eq!(&request.variables[..], br#"{"x":[1, 2]}"#);
    }

    #[test]
    fn nulls_are_absent() {
        let body = br#"{"query":"{a}","operationName":null,"variables":null,"extensions":null}"#;
        let request = GraphqlRequest::from_json(body, 64).unwrap();
        assert_eq!((request.operation_name, request.variables.len()), (None, 0));
    }

    #[test]
    fn bad_bodies_are_named() {
        for (body, expected) in [
            ("", "BAD_REQUEST"),
            ("{", "BAD_REQUEST"),
            ("null", "BAD_REQUEST"),
            ("[]", "BAD_REQUEST"),
            ("[{\"query\":\"{a}\"}]", "BAD_REQUEST"),
            ("{\"query\":1}", "BAD_REQUEST"),
            ("{\"query\":\" \"}", "BAD_REQUEST"),
            ("{\"query\":\"{a}\",\"variables\":[]}", "BAD_REQUEST"),
            ("{\"query\":\"{a}\",\"variables\":\"{}\"}", "BAD_REQUEST"),
            ("{\"query\":\"{a}\",\"operationName\":1}", "BAD_REQUEST"),
            ("{\"query\":\"{a}\",\"extensions\":1}", "BAD_REQUEST"),
            ("{\"query\":\"{a}\"} x", "BAD_REQUEST"),
            ("{\"query\":\"\\ud800\"}", "BAD_REQUEST"),
            ("{\"extensions\":{\"persistedQuery\":{}}}", "PERSISTED_QUERY_NOT_SUPPORTED"),
        ] {
            assert_eq!(code(GraphqlRequest::from_json(body.as_bytes(), 64)), expected, "{body}");
        }
        assert_eq!(code(GraphqlRequest::from_json(b"{\"query\":\"\xff\"}", 64)), "BAD_REQUEST");
    }

    #[test]
    fn deep_json_ends_early() {
        let deep = format!("{{\"query\":\"{{a}}\",\"variables\":{{\"a\":{}", "[".repeat(1_000_000));
        assert_eq!(code(GraphqlRequest::from_json(deep.as_bytes(), 64)), "JSON_TOO_DEEP");
        let brackets_in_text = format!("{{\"query\":\"{} \\\" {}\"}}", "[".repeat(100), "[".repeat(100));
        assert!(GraphqlRequest::from_json(brackets_in_text.as_bytes(), 64).is_ok());
    }

    #[test]
    fn a_query_string_is_read() {
        let text = "query=query+Q%7Ba%7D&variables=%7B%22x%22%3A1%7D&operationName=Q&extra=1";
        let request = GraphqlRequest::from_query_string(text, 64).unwrap();
        assert_eq!(request.query, "query Q{a}");
        assert_eq!(request.operation_name.as_deref(), Some("Q"));
        assert_eq!(&request.variables[..], br#"{"x":1}"#);
        for bad in [
            "",
            "query=%7",
            "query=%zz",
            "query=%ff",
            "query={a}&variables=1",
            "query={a}&variables={",
            "query=a&query=b",
        ] {
            assert_eq!(code(GraphqlRequest::from_query_string(bad, 64)), "BAD_REQUEST", "{bad}");
        }
    }
}
