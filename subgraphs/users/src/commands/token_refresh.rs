//! tokenRefresh: a refresh token for a new pair, once; a stolen one ends the session.

use super::sessions::{Tokens, issue};
use super::{Outcome, Refusal, State, or_refuse};
use crate::domain::session::{Refresh, Standing, decide_refresh};
use crate::store::{accounts, sessions};

fn ended() -> Refusal {
    Refusal::BadCredentials {
        code: "SESSION_ENDED",
        message: "This session is over. Sign in again.",
    }
}

pub async fn token_refresh(state: &State, token: Option<&str>) -> Outcome<Tokens> {
    let token = or_refuse!(token.ok_or(Refusal::BadCredentials {
        code: "NO_SESSION",
        message: "Nobody is signed in here."
    }));
    let (session_id, generation) = or_refuse!(state.secrets.read_refresh_token(token).ok_or_else(ended));
    let now_ms = state.deps.clock.now_ms();
    let txn = state.deps.database.begin().await?;
    // Two tabs at once: the loser of the rotation looks again and is answered with the winner's successor.
    let current = loop {
        let session = or_refuse!(sessions::find(txn.connection(), session_id).await?.ok_or_else(ended));
        let standing = Standing {
            generation: session.generation,
            rotated_at_ms: session.rotated_at,
            last_seen_at_ms: session.last_seen_at,
            revoked: session.revoked_at.is_some(),
        };
        match decide_refresh(standing, generation, now_ms) {
            Refresh::Rotate => {
                if sessions::claim_rotation(txn.connection(), session_id, generation, now_ms).await? {
                    break (session.account_id, generation + 1);
                }
            }
            Refresh::Repeat => break (session.account_id, session.generation),
            Refresh::Ended => return Ok(Err(ended())),
            Refresh::Reuse => {
                tracing::warn!(session_id, "a replaced refresh token was used again; the session is ended");
                sessions::revoke(txn.connection(), &session.account_id, Some(session_id), now_ms).await?;
                txn.commit().await?;
                return Ok(Err(ended()));
            }
        }
    };
    let (account_id, generation) = current;
    let account = or_refuse!(accounts::find(txn.connection(), &account_id).await?.ok_or_else(ended));
    let tokens = issue(state, txn.connection(), account, session_id, generation).await?;
    txn.commit().await?;
    Ok(Ok(tokens))
}
