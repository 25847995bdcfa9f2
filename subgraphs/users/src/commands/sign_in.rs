//! signIn: address and password for a session.

use kit::viewer::Viewer;

use super::sessions::{Tokens, issue};
use super::{Outcome, QUARTER_HOUR, Refusal, State, or_refuse};
use crate::domain::account::{Email, MAX_PASSWORD_CHARACTERS};
use crate::store::rows::login_session;
use crate::store::{accounts, sessions};

const MAX_USER_AGENT_CHARACTERS: usize = 200;

fn bad_credentials() -> Refusal {
    Refusal::BadCredentials {
        code: "BAD_CREDENTIALS",
        message: "Address and password do not match.",
    }
}

pub async fn sign_in(state: &State, viewer: &Viewer, email: &str, password: String) -> Outcome<Tokens> {
    let email = or_refuse!(Email::parse(email).ok_or_else(super::sign_up::invalid_email));
    or_refuse!(state.throttle("sign_in", &viewer.address, 60, QUARTER_HOUR).await);
    or_refuse!(state.throttle("sign_in_email", email.as_str(), 10, QUARTER_HOUR).await);
    if password.chars().count() > MAX_PASSWORD_CHARACTERS {
        return Ok(Err(bad_credentials()));
    }
    let row = accounts::find_by_email(state.deps.database.reader(), email.as_str()).await?;
    let hash = row.as_ref().map(|row| row.password_hash.clone());
    if !state.password_matches(password, hash).await? {
        return Ok(Err(bad_credentials()));
    }
    let account = or_refuse!(row.ok_or_else(bad_credentials));
    let now_ms = state.deps.clock.now_ms();
    let session = login_session::Model {
        id: state.deps.ids.next("ses", now_ms),
        account_id: account.id.clone(),
        user_agent: viewer
            .user_agent
            .as_deref()
            .map(|text| text.chars().take(MAX_USER_AGENT_CHARACTERS).collect()),
        created_at: now_ms,
        last_seen_at: now_ms,
        generation: 1,
        rotated_at: now_ms,
        revoked_at: None,
    };
    let txn = state.deps.database.begin().await?;
    let tokens = issue(state, txn.connection(), account, &session.id, session.generation).await?;
    sessions::record(txn.connection(), session).await?;
    txn.commit().await?;
    Ok(Ok(tokens))
}
