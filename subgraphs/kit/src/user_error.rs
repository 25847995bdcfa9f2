//! The expected failures of mutations that every subgraph shares. `code` is stable, `message` is for people,
//! `path` points into the input. Each subgraph declares its own `UserError` interface over the ones it has.

use async_graphql::SimpleObject;

macro_rules! constructors {
    ($type:ident $(, $field:ident)*) => {
        impl $type {
            pub fn new(code: &str, message: impl Into<String>, path: &[&str]) -> Self {
                Self { code: code.to_owned(), message: message.into(), path: path_of(path) $(, $field: None)* }
            }
        }
    };
}

fn path_of(path: &[&str]) -> Option<Vec<String>> {
    (!path.is_empty()).then(|| path.iter().map(|part| (*part).to_owned()).collect())
}

/// The input breaks a rule.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct ValidationError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
}
constructors!(ValidationError);

/// There is no such thing, or it is not for the viewer.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct NotFoundError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
}
constructors!(NotFoundError);

/// The object moved on: stale `version`, or the state machine forbids the transition.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct ConflictError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    pub current_version: Option<i32>,
    pub current_state: Option<String>,
}
constructors!(ConflictError, current_version, current_state);

/// Same idempotencyKey, different input.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct IdempotencyConflictError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
}

impl IdempotencyConflictError {
    pub fn standard() -> Self {
        Self {
            code: "IDEMPOTENCY_CONFLICT".to_owned(),
            message: "This idempotency key was used for another request. Make a new key for a new request.".to_owned(),
            path: path_of(&["idempotencyKey"]),
        }
    }
}

/// Too many tries.
#[derive(Clone, Debug, SimpleObject)]
#[graphql(shareable)]
pub struct RateLimitedError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    pub retry_after_seconds: i32,
}

impl RateLimitedError {
    pub fn standard(retry_after_seconds: i32) -> Self {
        Self {
            code: "RATE_LIMITED".to_owned(),
            message: format!("Too many tries. Try again in {retry_after_seconds} seconds."),
            path: None,
            retry_after_seconds,
        }
    }
}
