//! organizerCreate: an organiser with the viewer as its owner.

use contracts::access::TeamRole;
use contracts::messages::MembershipChanged;
use kit::database::StoreError;
use kit::viewer::Viewer;

use super::{Outcome, Refusal, State, or_refuse};
use crate::domain::organizer::{parse_name, parse_slug};
use crate::store::rows::{membership, organizer};
use crate::store::{accounts, organizers};

pub struct OrganizerCreate {
    pub name: String,
    pub slug: String,
    pub default_currency: String,
    pub default_time_zone: String,
}

pub async fn organizer_create(state: &State, viewer: &Viewer, input: OrganizerCreate) -> Outcome<organizer::Model> {
    let user_id = viewer.require_user()?;
    let name =
        or_refuse!(parse_name(&input.name).ok_or_else(|| Refusal::invalid("NAME_INVALID", "A name has 1 to 100 characters.", &["name"])));
    let slug = or_refuse!(parse_slug(&input.slug).ok_or_else(|| Refusal::invalid(
        "SLUG_INVALID",
        "A slug has 3 to 40 lower-case letters, digits and single hyphens, and is not the name of a page.",
        &["slug"]
    )));
    let default_currency = or_refuse!(kit::money::parse_currency(&input.default_currency).ok_or_else(|| Refusal::invalid(
        "CURRENCY_UNKNOWN",
        "This currency is not known here.",
        &["defaultCurrency"]
    )));
    let now_ms = state.deps.clock.now_ms();
    let txn = state.deps.database.begin().await?;
    let account = accounts::find(txn.connection(), user_id)
        .await?
        .ok_or_else(kit::Error::unauthenticated)?;
    if account.email_verified_at.is_none() {
        return Ok(Err(Refusal::Conflict {
            code: "EMAIL_UNVERIFIED",
            message: "Verify your e-mail address first.",
        }));
    }
    let row = organizer::Model {
        id: state.deps.ids.next("org", now_ms),
        slug,
        name,
        default_currency,
        default_time_zone: input.default_time_zone,
        created_at: now_ms,
    };
    match organizers::record(txn.connection(), row.clone()).await {
        Err(StoreError::Conflict) => {
            return Ok(Err(Refusal::invalid(
                "SLUG_TAKEN",
                "Another organiser has this slug. Choose another.",
                &["slug"],
            )));
        }
        other => other?,
    }
    let membership = membership::Model {
        id: state.deps.ids.next("mem", now_ms),
        organizer_id: row.id.clone(),
        account_id: user_id.to_owned(),
        role: "OWNER".to_owned(),
        since: now_ms,
        version: 1,
    };
    let message = MembershipChanged {
        membership_id: membership.id.clone(),
        user_id: user_id.to_owned(),
        organizer_id: row.id.clone(),
        role: Some(TeamRole::Owner),
        version: membership.version,
    };
    organizers::record_membership(txn.connection(), membership).await?;
    kit::outbox::put(&txn, &state.deps.stamp(), &message).await?;
    txn.commit().await?;
    Ok(Ok(row))
}
