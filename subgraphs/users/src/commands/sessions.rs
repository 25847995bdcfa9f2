//! What a session is given: access tokens and refresh tokens; and signOut, which ends it.

use contracts::access::TeamRole;
use kit::viewer::Viewer;
use sea_orm::ConnectionTrait;
use serde::Serialize;

use super::State;
use crate::domain::organizer::scopes;
use crate::domain::session::ACCESS_TTL_MS;
use crate::schema::role_of;
use crate::store::rows::account;
use crate::store::{organizers, sessions};

/// What signing in and refreshing give.
pub struct Tokens {
    pub account: account::Model,
    pub access_token: String,
    pub access_expires_at_ms: i64,
    pub refresh_token: String,
}

#[derive(Serialize)]
struct Claims<'a> {
    iss: &'static str,
    aud: &'static str,
    sub: &'a str,
    sid: &'a str,
    scope: String,
    iat: i64,
    exp: i64,
}

/// Signs tokens for a session at its present generation; scopes are read anew each time.
pub async fn issue(
    state: &State,
    connection: &impl ConnectionTrait,
    account: account::Model,
    session_id: &str,
    generation: i64,
) -> kit::Result<Tokens> {
    let mut memberships = organizers::memberships_of_accounts(connection, vec![account.id.clone()]).await?;
    let roles: Vec<TeamRole> = memberships
        .remove(&account.id)
        .unwrap_or_default()
        .iter()
        .map(|row| role_of(&row.role))
        .collect();
    let staff = account.email_verified_at.is_some() && state.config.staff_emails.contains(&account.email);
    let now_ms = state.deps.clock.now_ms();
    let expires_at_ms = (now_ms + ACCESS_TTL_MS) / 1000 * 1000;
    let claims = Claims {
        iss: kit::token::ACCESS_ISSUER,
        aud: kit::token::AUDIENCE,
        sub: &account.id,
        sid: session_id,
        scope: scopes(&roles, staff),
        iat: now_ms / 1000,
        exp: expires_at_ms / 1000,
    };
    Ok(Tokens {
        access_token: state.signing_key.sign(&claims)?,
        access_expires_at_ms: expires_at_ms,
        refresh_token: state.secrets.refresh_token(session_id, generation),
        account,
    })
}

/// Ends the viewer's session, or every session of the account.
pub async fn sign_out(state: &State, viewer: &Viewer, everywhere: bool) -> kit::Result<()> {
    let user_id = viewer.require_user()?;
    let session_id = viewer.user.as_ref().map(|access| access.session_id.as_str());
    let only = if everywhere { None } else { session_id };
    let txn = state.deps.database.begin().await?;
    sessions::revoke(txn.connection(), user_id, only, state.deps.clock.now_ms()).await?;
    txn.commit().await?;
    Ok(())
}
