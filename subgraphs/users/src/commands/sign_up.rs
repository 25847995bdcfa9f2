//! signUp and emailVerificationResend: an account and the code that proves its address. Both answer alike whether or
//! not the address is known; only the mail tells its owner.

use kit::database::StoreError;
use kit::viewer::Viewer;

use super::{MINUTE, Outcome, QUARTER_HOUR, Refusal, State, challenges, or_refuse};
use crate::domain::account::{Email, check_password, parse_display_name, parse_locale};
use crate::store::accounts;
use crate::store::rows::account;

pub struct SignUp {
    pub email: String,
    pub password: String,
    pub display_name: String,
    pub locale: String,
}

pub(super) fn invalid_email() -> Refusal {
    Refusal::invalid(
        "EMAIL_INVALID",
        "This is not an e-mail address. It looks like name@example.org.",
        &["email"],
    )
}

pub async fn sign_up(state: &State, viewer: &Viewer, input: SignUp) -> Outcome<()> {
    let email = or_refuse!(Email::parse(&input.email).ok_or_else(invalid_email));
    let display_name = or_refuse!(parse_display_name(&input.display_name).ok_or_else(|| Refusal::invalid(
        "NAME_INVALID",
        "A name has 1 to 80 characters.",
        &["displayName"]
    )));
    let locale = or_refuse!(parse_locale(&input.locale).ok_or_else(|| Refusal::invalid(
        "LOCALE_INVALID",
        "A locale looks like en or de-AT.",
        &["locale"]
    )));
    or_refuse!(check_password(&input.password, &email, &display_name).map_err(Refusal::Weak));
    or_refuse!(state.throttle("sign_up", &viewer.address, 20, QUARTER_HOUR).await);
    or_refuse!(state.throttle("sign_up_email", email.as_str(), 3, QUARTER_HOUR).await);

    // Hashed even for a known address: both answers take as long.
    let password_hash = state.hash_password(input.password).await?;
    let now_ms = state.deps.clock.now_ms();
    let row = account::Model {
        id: state.deps.ids.next("usr", now_ms),
        email: email.as_str().to_owned(),
        email_verified_at: None,
        password_hash,
        display_name,
        locale,
        time_zone: None,
        created_at: now_ms,
    };
    match create(state, row).await {
        Err(StoreError::Conflict) => tell_owner(state, &email).await?,
        other => other?,
    }
    Ok(Ok(()))
}

async fn create(state: &State, row: account::Model) -> Result<(), StoreError> {
    let txn = state.deps.database.begin().await?;
    let account_id = row.id.clone();
    accounts::record(txn.connection(), row).await?;
    challenges::open(state, &txn, &account_id, challenges::SIGN_UP).await?;
    txn.commit().await
}

async fn tell_owner(state: &State, email: &Email) -> Result<(), StoreError> {
    let txn = state.deps.database.begin().await?;
    if let Some(row) = accounts::find_by_email(txn.connection(), email.as_str()).await? {
        // Who never proved the address gets another code; the first password stays.
        let kind = if row.email_verified_at.is_some() {
            challenges::KNOWN_ADDRESS
        } else {
            challenges::SIGN_UP
        };
        challenges::open(state, &txn, &row.id, kind).await?;
    }
    txn.commit().await
}

pub async fn resend(state: &State, viewer: &Viewer, email: &str) -> Outcome<()> {
    let email = or_refuse!(Email::parse(email).ok_or_else(invalid_email));
    or_refuse!(state.throttle("resend", &viewer.address, 10, QUARTER_HOUR).await);
    or_refuse!(state.throttle("resend_email", email.as_str(), 2, MINUTE).await);
    let txn = state.deps.database.begin().await?;
    if let Some(row) = accounts::find_by_email(txn.connection(), email.as_str()).await?
        && row.email_verified_at.is_none()
    {
        challenges::open(state, &txn, &row.id, challenges::SIGN_UP).await?;
    }
    txn.commit().await?;
    Ok(Ok(()))
}
