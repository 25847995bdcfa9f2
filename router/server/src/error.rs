//! Everything the edge itself can answer a client with instead of data, and why it would not start.
//!
//! Owns the codes, their status and their one-line meaning; `docs/errors.md` is held equal to [`ErrorCode::ALL`]
//! by a test. Must not know how a response is written.

use http::StatusCode;

use crate::config::ConfigError;

/// Declares the codes once: name, text, status, whether an `application/json` answer keeps that status,
/// and the sentence for the documentation.
macro_rules! error_codes {
    ($($name:ident = $text:literal, $status:ident, $always:literal, $about:literal;)*) => {
        /// A code of the router, as found in `extensions.code`.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum ErrorCode { $(#[doc = $about] $name,)* }

        impl ErrorCode {
            /// All codes, in the order of the documentation.
            pub const ALL: &'static [ErrorCode] = &[$(ErrorCode::$name,)*];

            /// The text in `extensions.code`.
            pub fn as_str(self) -> &'static str {
                match self { $(ErrorCode::$name => $text,)* }
            }

            /// The status of an `application/graphql-response+json` answer that carries only this error.
            pub fn status(self) -> StatusCode {
                match self { $(ErrorCode::$name => StatusCode::$status,)* }
            }

            /// Whether an `application/json` answer has this status too; a well-formed request is answered
            /// 200 there (GraphQL over HTTP, section 6.4.1).
            pub fn is_http_failure(self) -> bool {
                match self { $(ErrorCode::$name => $always,)* }
            }

            /// The code of that text.
            pub fn find(text: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|code| code.as_str() == text)
            }

            /// One sentence for the documentation.
            pub fn about(self) -> &'static str {
                match self { $(ErrorCode::$name => $about,)* }
            }
        }
    };
}

error_codes! {
    BadRequest = "BAD_REQUEST", BAD_REQUEST, true, "The request is not a GraphQL request: malformed JSON, no query, or a part of the wrong type.";
    CsrfPrevented = "CSRF_PREVENTED", BAD_REQUEST, true, "A foreign page could have sent this request; send `Content-Type: application/json` or the header `Apollo-Require-Preflight: true`.";
    MethodNotAllowed = "METHOD_NOT_ALLOWED", METHOD_NOT_ALLOWED, true, "Only POST, and GET for queries.";
    NotAcceptable = "NOT_ACCEPTABLE", NOT_ACCEPTABLE, true, "The `Accept` header allows neither `application/graphql-response+json` nor `application/json`.";
    UnsupportedMediaType = "UNSUPPORTED_MEDIA_TYPE", UNSUPPORTED_MEDIA_TYPE, true, "The body is not `application/json` in UTF-8.";
    PayloadTooLarge = "PAYLOAD_TOO_LARGE", PAYLOAD_TOO_LARGE, true, "The body is longer than `limits.body_bytes`.";
    RequestTimeout = "REQUEST_TIMEOUT", REQUEST_TIMEOUT, true, "The body did not arrive within `connections.body_timeout`.";
    JsonTooDeep = "JSON_TOO_DEEP", BAD_REQUEST, true, "The body is nested deeper than `limits.json_depth`.";
    Unauthenticated = "UNAUTHENTICATED", UNAUTHORIZED, true, "A token is malformed, forged, expired, or from an issuer nobody trusts; get a new one and try again.";
    KeysUnavailable = "KEYS_UNAVAILABLE", SERVICE_UNAVAILABLE, true, "The issuer's keys can't be read, so that tokens can't be verified; try again.";
    OriginRefused = "ORIGIN_REFUSED", FORBIDDEN, true, "A WebSocket from a page of an origin that `cors.origins` does not list.";
    PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED", BAD_REQUEST, false, "Persisted queries are not served; send the query text.";
    ParseFailed = "GRAPHQL_PARSE_FAILED", BAD_REQUEST, false, "The query is not GraphQL.";
    ValidationFailed = "GRAPHQL_VALIDATION_FAILED", BAD_REQUEST, false, "The query does not fit the schema.";
    OperationUnresolved = "OPERATION_NOT_FOUND", BAD_REQUEST, false, "The document has no operation of that name, or several and no name was given.";
    BadUserInput = "BAD_USER_INPUT", BAD_REQUEST, false, "A variable does not fit its type; the message names its path.";
    IntrospectionDisabled = "INTROSPECTION_DISABLED", BAD_REQUEST, false, "This server does not answer `__schema` and `__type`.";
    SubscriptionNeedsWebSocket = "SUBSCRIPTION_NEEDS_WEBSOCKET", BAD_REQUEST, false, "Subscriptions are served over WebSocket (`graphql-transport-ws`) on the same path.";
    TooManyTokens = "OPERATION_TOO_MANY_TOKENS", BAD_REQUEST, false, "The document has more lexical tokens than `limits.tokens`.";
    RecursionTooDeep = "OPERATION_TOO_NESTED", BAD_REQUEST, false, "The document is nested deeper than `limits.recursion`.";
    TooManyOperations = "OPERATION_TOO_MANY_OPERATIONS", BAD_REQUEST, false, "The document has more operations than `limits.operations`.";
    TooManyRootFields = "OPERATION_TOO_MANY_ROOT_FIELDS", BAD_REQUEST, false, "The operation has more root fields than `limits.root_fields`.";
    TooManyAliases = "OPERATION_TOO_MANY_ALIASES", BAD_REQUEST, false, "The operation has more aliases than `limits.aliases`.";
    OperationTooDeep = "OPERATION_TOO_DEEP", BAD_REQUEST, false, "The operation is deeper than `limits.depth`.";
    TooManySelections = "OPERATION_TOO_LARGE", BAD_REQUEST, false, "The operation has more selections, fragments expanded, than `limits.selections`.";
    OperationTooConditional = "OPERATION_TOO_CONDITIONAL", BAD_REQUEST, false, "The operation has more than 128 distinct `@skip` and `@include` conditions.";
    PlanTooComplex = "PLAN_TOO_COMPLEX", BAD_REQUEST, false, "Planning the operation takes more than `limits.plan_steps`.";
    PlanTimeout = "PLAN_TIMEOUT", SERVICE_UNAVAILABLE, false, "Planning the operation took longer than `limits.plan_timeout`; try again.";
    PlanImpossible = "PLAN_IMPOSSIBLE", INTERNAL_SERVER_ERROR, false, "The supergraph offers no way to fetch a selected field; its owner must compose it again.";
    UnauthorizedFieldOrType = "UNAUTHORIZED_FIELD_OR_TYPE", FORBIDDEN, false, "The caller's scopes do not open this field or type; in filter mode it is null.";
    TooManyOperationsOnConnection = "TOO_MANY_OPERATIONS_ON_CONNECTION", TOO_MANY_REQUESTS, true, "The WebSocket already runs `subscriptions.operations` operations.";
    UpstreamClosed = "UPSTREAM_CLOSED", BAD_GATEWAY, true, "The subgraph behind a subscription went away; subscribe again.";
    ForwardFailed = "FORWARD_FAILED", BAD_GATEWAY, true, "The server behind a forwarded path can't be reached.";
    Internal = "INTERNAL", INTERNAL_SERVER_ERROR, true, "A fault of the server; the message carries an incident id found in its log.";
    SubgraphUnreachable = "SUBGRAPH_UNREACHABLE", OK, false, "A subgraph can't be reached, or closed the connection.";
    SubgraphTimeout = "SUBGRAPH_TIMEOUT", OK, false, "A subgraph did not answer in time.";
    SubgraphHttpStatus = "SUBGRAPH_HTTP_STATUS", OK, false, "A subgraph answered with a failure status and no GraphQL response.";
    SubgraphMalformed = "SUBGRAPH_MALFORMED", OK, false, "A subgraph's answer is not a GraphQL response.";
    SubgraphInvalidValue = "SUBGRAPH_INVALID_VALUE", OK, false, "A subgraph's value does not fit the schema; it is null.";
    SubgraphError = "SUBGRAPH_ERROR", OK, false, "A subgraph's error that has no code of its own.";
}

/// A request that ends without data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestError {
    /// The code of all of `details`.
    pub code: ErrorCode,
    /// At least one.
    pub details: Vec<ErrorDetail>,
}

/// One error of a refused request.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ErrorDetail {
    /// A sentence for the client.
    pub message: String,
    /// Places in the query, line and column from 1.
    pub locations: Vec<(usize, usize)>,
}

impl RequestError {
    /// One error without a place in the query.
    pub fn new(code: ErrorCode, message: impl Into<String>) -> Self {
        Self {
            code,
            details: vec![ErrorDetail {
                message: message.into(),
                locations: Vec::new(),
            }],
        }
    }

    /// A fault of ours: the cause goes to the log under an incident id, the client gets the id.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        let incident = uuid::Uuid::new_v4().simple().to_string();
        tracing::error!(%incident, %cause, "internal failure");
        Self::new(
            ErrorCode::Internal,
            format!("Something went wrong on our side (incident {incident})."),
        )
    }

    /// The `errors` list as JSON.
    pub fn errors(&self) -> serde_json::Value {
        self.details
            .iter()
            .map(|detail| {
                let mut error = serde_json::json!({
                    "message": detail.message,
                    "extensions": { "code": self.code.as_str() },
                });
                if !detail.locations.is_empty() {
                    error["locations"] = detail
                        .locations
                        .iter()
                        .map(|(line, column)| serde_json::json!({ "line": line, "column": column }))
                        .collect();
                }
                error
            })
            .collect()
    }
}

/// Why the router does not start, or a supergraph is not taken up. One sentence, with the remedy.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    /// The configuration.
    #[error(transparent)]
    Config(#[from] ConfigError),
    /// The supergraph.
    #[error("the supergraph can't be used: {0}")]
    Supergraph(String),
    /// Scopes are asked for and nobody can have any.
    #[error(
        "the supergraph carries security directives but no `authentication` is configured; configure tokens and \
         issuers, or start with --insecure-ignore-authorization to serve it unprotected"
    )]
    Unprotected,
    /// A file.
    #[error("{path} can't be read: {reason}; check the path and its permissions")]
    File {
        /// Which.
        path: String,
        /// The system's word.
        reason: String,
    },
    /// The port.
    #[error("port {port} of {host} is already in use; stop the other program or choose another with --listen")]
    PortBusy {
        /// The host part of the address.
        host: String,
        /// The port.
        port: u16,
    },
    /// Any other trouble with the address.
    #[error("can't listen on {address}: {reason}; choose another address with --listen")]
    Listen {
        /// As configured.
        address: String,
        /// The system's word.
        reason: String,
    },
    /// Threads or runtimes.
    #[error("a worker thread can't be started: {0}")]
    Worker(String),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documentation_lists_exactly_these_codes() {
        let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/errors.md")).unwrap();
        let section = page
            .split("<!-- router: begin -->")
            .nth(1)
            .and_then(|rest| rest.split("<!-- router: end -->").next())
            .expect("docs/errors.md has the router's section");
        let expected: String = std::iter::once("\n| code | status | meaning |\n|---|---|---|\n".to_owned())
            .chain(ErrorCode::ALL.iter().map(|code| {
                let status = match (code.status(), code.is_http_failure()) {
                    (StatusCode::OK, _) => "200".to_owned(),
                    (status, true) => status.as_str().to_owned(),
                    (status, false) => format!("{} (200 in application/json)", status.as_str()),
                };
                format!("| `{}` | {status} | {} |\n", code.as_str(), code.about())
            }))
            .collect();
        assert_eq!(section, expected);
    }

    #[test]
    fn internal_failures_hide_their_cause() {
        let error = RequestError::internal("password=secret");
        assert!(!error.errors().to_string().contains("secret"));
        assert!(error.errors()[0]["message"].as_str().unwrap().contains("incident"));
    }
}
