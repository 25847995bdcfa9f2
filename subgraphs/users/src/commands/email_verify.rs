//! emailVerify: the code from the mail proves the address.

use kit::viewer::Viewer;

use super::{Outcome, QUARTER_HOUR, Refusal, State, challenges as kinds, or_refuse};
use crate::domain::account::Email;
use crate::domain::challenge::{MAX_TRIES, Refused, Standing, decide_answer};
use crate::store::rows::{account, challenge};
use crate::store::{accounts, challenges};

pub(super) fn standing(row: &challenge::Model) -> Standing {
    Standing {
        expires_at_ms: row.expires_at,
        used: row.used_at.is_some(),
        tries: row.tries,
    }
}

fn refusal(refused: Refused) -> Refusal {
    match refused {
        Refused::Wrong => Refusal::invalid("CODE_WRONG", "This code is not right. Look at the newest mail.", &["code"]),
        Refused::Expired => Refusal::invalid("CODE_EXPIRED", "This code is no longer good. Ask for a new one.", &["code"]),
        Refused::TooManyTries => Refusal::invalid("CODE_LOCKED", "Too many tries with this code. Ask for a new one.", &["code"]),
    }
}

pub async fn email_verify(state: &State, viewer: &Viewer, email: &str, code: &str) -> Outcome<account::Model> {
    let email = or_refuse!(Email::parse(email).ok_or_else(super::sign_up::invalid_email));
    or_refuse!(state.throttle("verify", &viewer.address, 30, QUARTER_HOUR).await);
    let now_ms = state.deps.clock.now_ms();
    let txn = state.deps.database.begin().await?;
    let row = accounts::find_by_email(txn.connection(), email.as_str()).await?;
    let newest = match &row {
        Some(row) => challenges::find_newest(txn.connection(), &row.id, kinds::SIGN_UP).await?,
        None => None,
    };
    // An unknown address is answered as a wrong code is.
    let (Some(mut row), Some(challenge)) = (row, newest) else {
        return Ok(Err(refusal(Refused::Wrong)));
    };
    let matches = state.secrets.code_matches(&challenge.id, code);
    let claimed = challenges::claim_try(txn.connection(), &challenge.id, MAX_TRIES).await?;
    let decision = match decide_answer(standing(&challenge), matches, now_ms) {
        Ok(()) if !claimed => Err(Refused::TooManyTries),
        decision => decision,
    };
    if let Err(refused) = decision {
        // The try counts.
        txn.commit().await?;
        return Ok(Err(refusal(refused)));
    }
    if !challenges::claim(txn.connection(), &challenge.id, now_ms).await? {
        return Ok(Err(refusal(Refused::Expired)));
    }
    accounts::record_verified(txn.connection(), &row.id, now_ms).await?;
    row.email_verified_at = row.email_verified_at.or(Some(now_ms));
    txn.commit().await?;
    Ok(Ok(row))
}
