//! quotaSet: the organiser makes a quota or changes one. What is in use stays covered; nothing is overbooked silently.

use kit::database::retrying;
use kit::error::{Error, Result};
use kit::viewer::Viewer;

use crate::domain::limits::{CAPACITY_AT_MOST, PRODUCTS_PER_QUOTA, QUOTA_NAME_CHARACTERS};
use crate::permit::Right;
use crate::state::Shared;
use crate::store::rows::{OccurrenceSnapshot, Quota};
use crate::store::{offers, quotas};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct QuotaSet {
    /// `None`: a new quota.
    pub id: Option<String>,
    pub occurrence_id: String,
    pub name: String,
    /// `None`: unlimited.
    pub capacity: Option<i64>,
    pub product_ids: Vec<String>,
    /// The edition that was read; required when there is an id.
    pub version: Option<i64>,
}

/// Why it is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum QuotaRefusal {
    Invalid {
        code: &'static str,
        sentence: String,
        path: &'static str,
    },
    UnknownOccurrence,
    UnknownQuota,
    UnknownProduct {
        product_id: String,
    },
    Stale {
        version: i64,
    },
    BelowUsage {
        in_use: i64,
    },
}

type Outcome = std::result::Result<Quota, QuotaRefusal>;

/// Sets a quota for a member who edits the catalogue.
pub async fn quota_set(state: &Shared, viewer: &Viewer, mut input: QuotaSet) -> Result<Outcome> {
    let Some(occurrence) = offers::find_occurrence(state.deps.database.reader(), &input.occurrence_id).await? else {
        return Ok(Err(QuotaRefusal::UnknownOccurrence));
    };
    if !state.is_permitted(viewer, Right::EditQuotas, &occurrence.organizer_id).await? {
        return Err(Error::forbidden(
            "Your role in this team does not allow changing quotas. An owner of the team can change it.",
        ));
    }
    if let Some(refusal) = check(&mut input) {
        return Ok(Err(refusal));
    }
    let outcome = retrying(|| set(state, &occurrence, &input)).await?;
    if outcome.is_ok() {
        state.tell_places(&input.occurrence_id).await;
    }
    Ok(outcome)
}

fn check(input: &mut QuotaSet) -> Option<QuotaRefusal> {
    let invalid = |code, sentence: String, path| Some(QuotaRefusal::Invalid { code, sentence, path });
    input.name = input.name.trim().to_owned();
    if input.name.is_empty() || input.name.chars().count() > QUOTA_NAME_CHARACTERS {
        return invalid("NAME", format!("A name has 1 to {QUOTA_NAME_CHARACTERS} characters."), "name");
    }
    if input.capacity.is_some_and(|capacity| !(0..=CAPACITY_AT_MOST).contains(&capacity)) {
        return invalid("CAPACITY", format!("A capacity is between 0 and {CAPACITY_AT_MOST}."), "capacity");
    }
    input.product_ids.sort();
    input.product_ids.dedup();
    if input.product_ids.is_empty() || input.product_ids.len() > PRODUCTS_PER_QUOTA {
        return invalid(
            "PRODUCTS",
            format!("Name 1 to {PRODUCTS_PER_QUOTA} products that draw on the quota."),
            "productIds",
        );
    }
    if input.id.is_some() && input.version.is_none() {
        return invalid("VERSION_REQUIRED", "Send the version you read.".to_owned(), "version");
    }
    None
}

async fn set(state: &Shared, occurrence: &OccurrenceSnapshot, input: &QuotaSet) -> Result<Outcome> {
    let txn = state.deps.database.begin().await?;
    let connection = txn.connection();
    let claimed = quotas::claim_occurrence(connection, &input.occurrence_id).await?;
    let products = offers::find_products(connection, &input.product_ids).await?;
    let unknown = |product_id: &&String| {
        products
            .get(*product_id)
            .is_none_or(|product| product.event_id != occurrence.event_id)
    };
    if let Some(product_id) = input.product_ids.iter().find(unknown) {
        return Ok(Err(QuotaRefusal::UnknownProduct {
            product_id: product_id.clone(),
        }));
    }
    let quota = match &input.id {
        Some(id) => {
            let Some(quota) = claimed.iter().find(|quota| quota.id == *id) else {
                return Ok(Err(QuotaRefusal::UnknownQuota));
            };
            if input.version != Some(quota.edition) {
                return Ok(Err(QuotaRefusal::Stale { version: quota.edition }));
            }
            quota.clone()
        }
        None => {
            let quota = Quota {
                id: state.id("quo"),
                occurrence_id: input.occurrence_id.clone(),
                event_id: occurrence.event_id.clone(),
                organizer_id: occurrence.organizer_id.clone(),
                name: input.name.clone(),
                capacity: None,
                held: 0,
                sold: 0,
                default_product_id: None,
                follows_product: false,
                edition: 0,
                layout: 0,
                version: 1,
            };
            quotas::insert_quota(connection, &quota).await?;
            quota
        }
    };
    quotas::record_products(connection, &quota, &input.product_ids).await?;
    // Bookings made before count on the quotas their products draw on now.
    let derived = quotas::redraw(connection, &input.occurrence_id).await?;
    let in_use = derived
        .iter()
        .find(|derived| derived.quota_id == quota.id)
        .map_or(0, |derived| derived.held + derived.sold);
    if input.capacity.is_some_and(|capacity| capacity < in_use) {
        return Ok(Err(QuotaRefusal::BelowUsage { in_use }));
    }
    // The old capacity may be too small for the new counts: the edited quota is opened first, then set.
    quotas::open(connection, &quota.id).await?;
    for derived in &derived {
        quotas::record_counts(connection, derived).await?;
    }
    if !quotas::record_edit(connection, &quota.id, &input.name, input.capacity).await? {
        return Ok(Err(QuotaRefusal::BelowUsage { in_use }));
    }
    let quota = quotas::find(connection, &quota.id)
        .await?
        .ok_or(kit::database::StoreError::NotFound)?;
    txn.commit().await?;
    Ok(Ok(quota))
}
