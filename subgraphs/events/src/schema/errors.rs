//! Refusals as the schema shows them.

use async_graphql::{Interface, Union};
use kit::user_error::{ConflictError, IdempotencyConflictError, NotFoundError, ValidationError};

use crate::commands::{Failure, Outcome, Refusal};

/// Every expected failure of a mutation. `code` is stable; `message` is for humans; `path` points into the input.
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
    IdempotencyConflict(IdempotencyConflictError),
}

/// Why a change of the catalogue was refused.
#[derive(Clone, Union)]
pub enum EventError {
    Validation(ValidationError),
    NotFound(NotFoundError),
    Conflict(ConflictError),
    IdempotencyConflict(IdempotencyConflictError),
}

impl From<Refusal> for EventError {
    fn from(refusal: Refusal) -> Self {
        fn steps(path: &[String]) -> Vec<&str> {
            path.iter().map(String::as_str).collect()
        }
        match refusal {
            Refusal::Invalid(invalid) => Self::Validation(ValidationError::new(invalid.code, invalid.message, &steps(&invalid.path))),
            Refusal::NotFound { message, path } => Self::NotFound(NotFoundError::new("NOT_FOUND", message, &steps(&path))),
            Refusal::Conflict {
                message,
                path,
                version,
                state,
            } => {
                let stale = path == ["version"];
                let mut error = ConflictError::new(if stale { "STALE_VERSION" } else { "ILLEGAL_STATE" }, message, &steps(&path));
                error.current_version = i32::try_from(version).ok();
                error.current_state = state.map(str::to_owned);
                Self::Conflict(error)
            }
            Refusal::KeyReused => Self::IdempotencyConflict(IdempotencyConflictError::standard()),
        }
    }
}

/// A command's result as a payload's two halves; a fault of ours becomes an error of the operation.
pub fn payload<T>(outcome: Outcome<T>) -> kit::Result<(Option<T>, Vec<EventError>)> {
    match outcome {
        Ok(value) => Ok((Some(value), Vec::new())),
        Err(Failure::Refused(refusals)) => Ok((None, refusals.into_iter().map(EventError::from).collect())),
        Err(Failure::Fault(error)) => Err(error),
    }
}
