//! passwordResetRequest and passwordReset: a link by mail sets a new password and ends every session.

use kit::viewer::Viewer;

use super::{Outcome, QUARTER_HOUR, Refusal, State, challenges as kinds, or_refuse};
use crate::domain::account::{Email, check_password};
use crate::domain::challenge::decide_answer;
use crate::store::{accounts, challenges, sessions};

/// Answers alike for an unknown address.
pub async fn request(state: &State, viewer: &Viewer, email: &str) -> Outcome<()> {
    let email = or_refuse!(Email::parse(email).ok_or_else(super::sign_up::invalid_email));
    or_refuse!(state.throttle("reset_request", &viewer.address, 10, QUARTER_HOUR).await);
    or_refuse!(state.throttle("reset_request_email", email.as_str(), 3, QUARTER_HOUR).await);
    let txn = state.deps.database.begin().await?;
    if let Some(row) = accounts::find_by_email(txn.connection(), email.as_str()).await? {
        kinds::open(state, &txn, &row.id, kinds::PASSWORD_RESET).await?;
    }
    txn.commit().await?;
    Ok(Ok(()))
}

fn stale() -> Refusal {
    Refusal::invalid("TOKEN_INVALID", "This link is no longer good. Ask for a new one.", &["token"])
}

pub async fn reset(state: &State, viewer: &Viewer, token: &str, new_password: String) -> Outcome<()> {
    or_refuse!(state.throttle("reset", &viewer.address, 20, QUARTER_HOUR).await);
    let now_ms = state.deps.clock.now_ms();
    let challenge_id = or_refuse!(state.secrets.read_reset_token(token).ok_or_else(stale)).to_owned();
    let connection = state.deps.database.reader();
    let challenge = or_refuse!(challenges::find(connection, &challenge_id).await?.ok_or_else(stale));
    or_refuse!(decide_answer(super::email_verify::standing(&challenge), true, now_ms).map_err(|_| stale()));
    let row = or_refuse!(accounts::find(connection, &challenge.account_id).await?.ok_or_else(stale));
    let email = Email::parse(&row.email).ok_or_else(|| kit::Error::internal("a stored address does not parse"))?;
    or_refuse!(
        check_password(&new_password, &email, &row.display_name).map_err(|weak| Refusal::invalid(
            "PASSWORD_WEAK",
            weak.reason,
            &["newPassword"]
        ))
    );
    let password_hash = state.hash_password(new_password).await?;
    let txn = state.deps.database.begin().await?;
    if !challenges::claim(txn.connection(), &challenge.id, now_ms).await? {
        return Ok(Err(stale()));
    }
    accounts::record_password(txn.connection(), &row.id, password_hash).await?;
    // Who reads the mail owns the address.
    accounts::record_verified(txn.connection(), &row.id, now_ms).await?;
    sessions::revoke(txn.connection(), &row.id, None, now_ms).await?;
    txn.commit().await?;
    Ok(Ok(()))
}
