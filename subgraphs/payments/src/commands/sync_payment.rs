//! `paymentSync`: asks the provider now. Used after a redirect back; what the browser says is never believed.

use super::cancel_payment::{Asked, unavailable};
use super::observe_payment::{Look, observe};
use crate::state::State;

pub async fn sync_payment(state: &State, payment_id: &str) -> Result<Asked, kit::Error> {
    match observe(state, payment_id, Look::Retrieve).await {
        Ok(row) => Ok(Asked::Payment(Box::new(row))),
        Err(failed) => unavailable(failed),
    }
}
