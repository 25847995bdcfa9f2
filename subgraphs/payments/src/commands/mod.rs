//! The use cases: one file each. They know the store, the domain and the provider's trait, and no GraphQL.
//!
//! The provider is never asked while a transaction is open.

pub mod cancel_payment;
pub mod observe_payment;
pub mod receive_webhook;
pub mod request_refund;
pub mod settle_refund;
pub mod start_payment;
pub mod sync_payment;

use kit::Error;

use crate::provider::ProviderError;

/// How long the client waits before it tries again when the provider does not answer.
pub const PROVIDER_RETRY_SECONDS: i32 = 5;

/// Why a command that asks the provider did not come to an end.
#[derive(Debug)]
pub enum AskFailed {
    /// The provider did not answer; the same may work in a moment.
    Provider(ProviderError),
    Other(Error),
}

impl From<ProviderError> for AskFailed {
    fn from(error: ProviderError) -> Self {
        match error {
            ProviderError::Unavailable(_) => Self::Provider(error),
            // The others are faults of ours: waiting does not help.
            _ => Self::Other(Error::internal(error.to_string())),
        }
    }
}

impl From<Error> for AskFailed {
    fn from(error: Error) -> Self {
        Self::Other(error)
    }
}

impl From<kit::database::StoreError> for AskFailed {
    fn from(error: kit::database::StoreError) -> Self {
        Self::Other(error.into())
    }
}

impl From<AskFailed> for Error {
    fn from(failed: AskFailed) -> Self {
        match failed {
            AskFailed::Provider(error) => {
                tracing::warn!(%error, "the payment provider did not answer");
                Self::unavailable("The payment provider did not answer. Try again in a moment.")
            }
            AskFailed::Other(error) => error,
        }
    }
}

/// The wait before the `tries`th repeat: doubled from `first_ms`, at most ten minutes.
pub fn back_off_ms(first_ms: i64, tries: i64) -> i64 {
    const LONGEST_MS: i64 = 600_000;
    first_ms.saturating_mul(1 << tries.clamp(0, 20)).min(LONGEST_MS)
}
