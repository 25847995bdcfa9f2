//! profileUpdate: name, language and time zone of the viewer's own account.

use kit::viewer::Viewer;

use super::{Outcome, Refusal, State, or_refuse};
use crate::domain::account::{parse_display_name, parse_locale};
use crate::store::accounts::{self, ProfileChange};
use crate::store::rows::account;

pub struct ProfileUpdate {
    pub display_name: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
}

pub async fn profile_update(state: &State, viewer: &Viewer, input: ProfileUpdate) -> Outcome<account::Model> {
    let user_id = viewer.require_user()?;
    let display_name = or_refuse!(
        input
            .display_name
            .map(|text| parse_display_name(&text).ok_or_else(|| Refusal::invalid(
                "NAME_INVALID",
                "A name has 1 to 80 characters.",
                &["displayName"]
            )))
            .transpose()
    );
    let locale = or_refuse!(
        input
            .locale
            .map(|text| parse_locale(&text).ok_or_else(|| Refusal::invalid(
                "LOCALE_INVALID",
                "A locale looks like en or de-AT.",
                &["locale"]
            )))
            .transpose()
    );
    let txn = state.deps.database.begin().await?;
    accounts::record_profile(
        txn.connection(),
        user_id,
        ProfileChange {
            display_name,
            locale,
            time_zone: input.time_zone,
        },
    )
    .await?;
    let row = accounts::find(txn.connection(), user_id)
        .await?
        .ok_or_else(kit::Error::unauthenticated)?;
    txn.commit().await?;
    Ok(Ok(row))
}
