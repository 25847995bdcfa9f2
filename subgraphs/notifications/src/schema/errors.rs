//! The expected failures of this subgraph's mutations, as data.

use async_graphql::{Interface, Union};
use kit::user_error::{NotFoundError, ValidationError};

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
}

#[derive(Union)]
pub enum NotificationError {
    Validation(ValidationError),
    NotFound(NotFoundError),
}
