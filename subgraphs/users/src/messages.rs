//! What users answers internally. It tells `users.membership_changed` and `users.verification_requested` and hears nothing.

use std::sync::Arc;

use contracts::calls::{Membership, MembershipAnswer, UserContact, UserContactAnswer, Verification, VerificationAnswer, VerificationKind};
use contracts::values::Contact;
use kit::internal::CallTable;

use crate::commands::State;
use crate::commands::challenges::{KNOWN_ADDRESS, PASSWORD_RESET, SIGN_UP};
use crate::schema::role_of;
use crate::store::rows::account;
use crate::store::{accounts, challenges, organizers};

fn contact_of(row: &account::Model) -> Contact {
    Contact {
        name: row.display_name.clone(),
        email: row.email.clone(),
        phone: None,
        locale: row.locale.clone(),
    }
}

/// The internal calls: `users.contact`, `users.verification`, `users.membership`.
pub fn calls(state: &Arc<State>) -> CallTable {
    let (contacts, verifications, memberships) = (state.clone(), state.clone(), state.clone());
    CallTable::new()
        .answer::<UserContact, _, _>(move |request| contact(contacts.clone(), request))
        .answer::<Verification, _, _>(move |request| verification(verifications.clone(), request))
        .answer::<Membership, _, _>(move |request| membership(memberships.clone(), request))
}

async fn contact(state: Arc<State>, request: UserContact) -> kit::Result<Option<UserContactAnswer>> {
    let row = accounts::find(state.deps.database.reader(), &request.user_id).await?;
    Ok(row.map(|row| UserContactAnswer {
        contact: contact_of(&row),
        email_verified: row.email_verified_at.is_some(),
    }))
}

async fn verification(state: Arc<State>, request: Verification) -> kit::Result<Option<VerificationAnswer>> {
    let connection = state.deps.database.reader();
    let Some(challenge) = challenges::find(connection, &request.challenge_id).await? else {
        return Ok(None);
    };
    if challenge.used_at.is_some() || challenge.expires_at <= state.deps.clock.now_ms() {
        return Ok(None);
    }
    let Some(row) = accounts::find(connection, &challenge.account_id).await? else {
        return Ok(None);
    };
    let (kind, secret) = match challenge.kind.as_str() {
        SIGN_UP => (VerificationKind::SignUp, Some(state.secrets.code(&challenge.id))),
        PASSWORD_RESET => (VerificationKind::PasswordReset, Some(state.secrets.reset_token(&challenge.id))),
        KNOWN_ADDRESS => (VerificationKind::KnownAddress, None),
        other => return Err(kit::Error::internal(format!("a challenge of the unknown kind {other}"))),
    };
    Ok(Some(VerificationAnswer {
        contact: contact_of(&row),
        kind,
        secret,
        expires_at_ms: challenge.expires_at,
    }))
}

async fn membership(state: Arc<State>, request: Membership) -> kit::Result<MembershipAnswer> {
    let row = organizers::find_membership(state.deps.database.reader(), &request.organizer_id, &request.user_id).await?;
    Ok(MembershipAnswer {
        role: row.as_ref().map(|row| role_of(&row.role)),
        version: row.map_or(0, |row| row.version),
    })
}
