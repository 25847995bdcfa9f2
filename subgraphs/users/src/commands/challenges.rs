//! Making challenges: the row and the message that lets the mail go out, in the caller's transaction.

use contracts::messages::VerificationRequested;
use kit::database::{StoreError, Transaction};

use super::State;
use crate::domain::challenge::TTL_MS;
use crate::store::challenges;
use crate::store::rows::challenge;

pub const SIGN_UP: &str = "sign_up";
pub const KNOWN_ADDRESS: &str = "known_address";
pub const PASSWORD_RESET: &str = "password_reset";

/// Opens a challenge of `kind`; the newest of a kind is the one that counts.
pub async fn open(state: &State, txn: &Transaction, account_id: &str, kind: &str) -> Result<(), StoreError> {
    let now_ms = state.deps.clock.now_ms();
    let id = state.deps.ids.next("chg", now_ms);
    let row = challenge::Model {
        id: id.clone(),
        account_id: account_id.to_owned(),
        kind: kind.to_owned(),
        created_at: now_ms,
        expires_at: now_ms + TTL_MS,
        used_at: None,
        tries: 0,
    };
    challenges::record(txn.connection(), row).await?;
    kit::outbox::put(txn, &state.deps.stamp(), &VerificationRequested { challenge_id: id }).await
}
