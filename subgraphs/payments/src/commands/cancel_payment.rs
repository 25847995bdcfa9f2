//! `paymentCancel`: the buyer gives a payment up. The provider's word decides: a capture that won stays a capture.

use super::observe_payment::{Look, observe};
use super::{AskFailed, PROVIDER_RETRY_SECONDS};
use crate::domain::PaymentStatus;
use crate::state::State;
use crate::store::PaymentRow;

#[derive(Debug)]
pub enum Asked {
    Payment(Box<PaymentRow>),
    /// The machine does not go there from where the payment is.
    Conflict {
        current: Box<PaymentRow>,
    },
    ProviderUnavailable {
        retry_after_seconds: i32,
    },
}

pub async fn cancel_payment(state: &State, payment_id: &str) -> Result<Asked, kit::Error> {
    match observe(state, payment_id, Look::Cancel).await {
        Ok(row) if row.status() == PaymentStatus::Cancelled => Ok(Asked::Payment(Box::new(row))),
        Ok(row) => Ok(Asked::Conflict { current: Box::new(row) }),
        Err(failed) => unavailable(failed),
    }
}

/// The outcome when the provider did not answer.
pub(super) fn unavailable(failed: AskFailed) -> Result<Asked, kit::Error> {
    match failed {
        AskFailed::Provider(error) => {
            tracing::warn!(%error, "the payment provider did not answer");
            Ok(Asked::ProviderUnavailable {
                retry_after_seconds: PROVIDER_RETRY_SECONDS,
            })
        }
        AskFailed::Other(error) => Err(error),
    }
}
