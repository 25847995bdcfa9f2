//! The error of commands and resolvers: a code, a sentence for the client and a cause for the log.
//!
//! Expected outcomes of mutations are data in the payload (`user_error`); this is everything else. It becomes a
//! GraphQL error in exactly one place, the `From` below, where a cause is logged under an incident id and never shown.

use std::error::Error as StdError;
use std::fmt;

use async_graphql::ErrorExtensions;

use crate::database::StoreError;

pub type Result<T, E = Error> = std::result::Result<T, E>;

/// The stable `extensions.code` of an error.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Code {
    Unauthenticated,
    Forbidden,
    BadUserInput,
    NotFound,
    RateLimited,
    ServiceUnavailable,
    Internal,
}

impl Code {
    const ALL: [Self; 7] = [
        Self::Unauthenticated,
        Self::Forbidden,
        Self::BadUserInput,
        Self::NotFound,
        Self::RateLimited,
        Self::ServiceUnavailable,
        Self::Internal,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Unauthenticated => "UNAUTHENTICATED",
            Self::Forbidden => "FORBIDDEN",
            Self::BadUserInput => "BAD_USER_INPUT",
            Self::NotFound => "NOT_FOUND",
            Self::RateLimited => "RATE_LIMITED",
            Self::ServiceUnavailable => "SERVICE_UNAVAILABLE",
            Self::Internal => "INTERNAL",
        }
    }
}

/// What went wrong, for the client (`code`, `sentence`) and for the log (`source`).
#[derive(Debug)]
pub struct Error {
    code: Code,
    sentence: String,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Error {
    fn plain(code: Code, sentence: impl Into<String>) -> Self {
        Self {
            code,
            sentence: sentence.into(),
            source: None,
        }
    }

    pub fn unauthenticated() -> Self {
        Self::plain(Code::Unauthenticated, "Sign in to do this.")
    }

    pub fn forbidden(sentence: impl Into<String>) -> Self {
        Self::plain(Code::Forbidden, sentence)
    }

    pub fn bad_input(sentence: impl Into<String>) -> Self {
        Self::plain(Code::BadUserInput, sentence)
    }

    pub fn not_found(sentence: impl Into<String>) -> Self {
        Self::plain(Code::NotFound, sentence)
    }

    pub fn rate_limited(retry_after_seconds: i32) -> Self {
        Self::plain(
            Code::RateLimited,
            format!("Too many tries. Try again in {retry_after_seconds} seconds."),
        )
    }

    /// Something needed did not answer; the client may try again.
    pub fn unavailable(sentence: impl Into<String>) -> Self {
        Self::plain(Code::ServiceUnavailable, sentence)
    }

    /// The same with a cause for the log.
    pub(crate) fn unavailable_because(sentence: impl Into<String>, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            code: Code::ServiceUnavailable,
            sentence: sentence.into(),
            source: Some(source.into()),
        }
    }

    /// An error that came from another process: its code and sentence. A fault over there is a fault of ours.
    pub(crate) fn from_wire(code: &str, sentence: String) -> Self {
        match Code::ALL.into_iter().find(|known| known.name() == code) {
            Some(Code::Internal) | None => Self::internal(sentence),
            Some(code) => Self::plain(code, sentence),
        }
    }

    /// A fault of ours. The client sees a sentence and an incident id, the log sees `source`.
    pub fn internal(source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        Self {
            code: Code::Internal,
            sentence: "Something went wrong on our side.".to_owned(),
            source: Some(source.into()),
        }
    }

    pub fn code(&self) -> Code {
        self.code
    }

    pub fn sentence(&self) -> &str {
        &self.sentence
    }
}

impl fmt::Display for Error {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}: {}", self.code.name(), self.sentence)?;
        if let Some(source) = &self.source {
            write!(formatter, " ({source})")?;
        }
        Ok(())
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}

// async-graphql's feature `custom-error-conversion` switches off its blanket conversion of everything printable, so
// that `?` in a resolver comes through here and nothing else gets out.
impl From<Error> for async_graphql::Error {
    fn from(error: Error) -> Self {
        let code = error.code.name();
        match error.source {
            None => async_graphql::Error::new(error.sentence).extend_with(|_, extensions| extensions.set("code", code)),
            Some(source) => {
                let incident_id = uuid::Uuid::new_v4().to_string();
                tracing::error!(incident_id, error = %source, code, "a resolver failed");
                async_graphql::Error::new(format!("{} Incident {incident_id}.", error.sentence)).extend_with(|_, extensions| {
                    extensions.set("code", code);
                    extensions.set("incidentId", incident_id.as_str());
                })
            }
        }
    }
}

impl From<StoreError> for Error {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::NotFound => Self::not_found("There is no such thing."),
            StoreError::Unavailable(_) => Self {
                code: Code::ServiceUnavailable,
                sentence: "The service is busy. Try again in a moment.".to_owned(),
                source: Some(Box::new(error)),
            },
            StoreError::Conflict | StoreError::Bug(_) => Self::internal(error),
        }
    }
}

impl crate::database::MayRetry for Error {
    fn may_retry(&self) -> bool {
        self.source
            .as_ref()
            .and_then(|source| source.downcast_ref::<StoreError>())
            .is_some_and(crate::database::MayRetry::may_retry)
    }
}
