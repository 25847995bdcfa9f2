//! The expected failures of the mutations here, and how a refusal becomes one.

use async_graphql::{Interface, SimpleObject, Union};
use kit::user_error::{ConflictError, NotFoundError, RateLimitedError, ValidationError};

use crate::commands::Refusal;

/// Every expected failure of a mutation. `code` is stable; `message` is localised for humans; `path` points into the input.
#[derive(Interface)]
#[graphql(
    field(name = "code", ty = "&String"),
    field(name = "message", ty = "&String"),
    field(name = "path", ty = "&Option<Vec<String>>")
)]
pub enum UserError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    RateLimited(RateLimitedError),
    WeakPassword(WeakPasswordError),
    BadCredentials(BadCredentialsError),
}

/// The password would be guessed.
#[derive(Clone, Debug, SimpleObject)]
pub struct WeakPasswordError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
    /// 0 (guessed at once) to 4.
    pub score: i32,
}

/// Address and password do not match, or the session is over.
#[derive(Clone, Debug, SimpleObject)]
pub struct BadCredentialsError {
    pub code: String,
    pub message: String,
    pub path: Option<Vec<String>>,
}

/// What can be wrong with signing up.
#[derive(Union)]
pub enum SignUpError {
    Validation(ValidationError),
    WeakPassword(WeakPasswordError),
    RateLimited(RateLimitedError),
}

/// What can be wrong with signing in or refreshing.
#[derive(Union)]
pub enum SignInError {
    Validation(ValidationError),
    BadCredentials(BadCredentialsError),
    RateLimited(RateLimitedError),
}

/// What can be wrong with the other mutations here.
#[derive(Union)]
pub enum SimpleError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    RateLimited(RateLimitedError),
}

impl From<Refusal> for SignUpError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::Weak(weak) => Self::WeakPassword(WeakPasswordError {
                code: "PASSWORD_WEAK".to_owned(),
                message: weak.reason.to_owned(),
                path: Some(vec!["password".to_owned()]),
                score: weak.score,
            }),
            Refusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
            Refusal::Invalid { code, message, path } => Self::Validation(ValidationError::new(code, message, path)),
            Refusal::BadCredentials { code, message } | Refusal::Conflict { code, message } => {
                Self::Validation(ValidationError::new(code, message, &[]))
            }
        }
    }
}

impl From<Refusal> for SignInError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::BadCredentials { code, message } => Self::BadCredentials(BadCredentialsError {
                code: code.to_owned(),
                message: message.to_owned(),
                path: None,
            }),
            Refusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
            Refusal::Invalid { code, message, path } => Self::Validation(ValidationError::new(code, message, path)),
            Refusal::Weak(weak) => Self::Validation(ValidationError::new("PASSWORD_WEAK", weak.reason, &["password"])),
            Refusal::Conflict { code, message } => Self::Validation(ValidationError::new(code, message, &[])),
        }
    }
}

impl From<Refusal> for SimpleError {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::RateLimited { retry_after_seconds } => Self::RateLimited(RateLimitedError::standard(retry_after_seconds)),
            Refusal::Invalid { code, message, path } => Self::Validation(ValidationError::new(code, message, path)),
            Refusal::Weak(weak) => Self::Validation(ValidationError::new("PASSWORD_WEAK", weak.reason, &["password"])),
            Refusal::Conflict { code, message } | Refusal::BadCredentials { code, message } => {
                Self::Conflict(ConflictError::new(code, message, &[]))
            }
        }
    }
}
