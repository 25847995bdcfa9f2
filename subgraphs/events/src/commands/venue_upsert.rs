//! Creates or changes a venue of an organiser.

use contracts::access::Permission;
use kit::database::retrying;
use kit::viewer::Viewer;

use super::{Outcome, Refusal};
use crate::State;
use crate::domain::Invalid;
use crate::domain::venue::{VenueFacts, VenueInput};
use crate::store;
use crate::store::rows::venue;

/// A venue; with `id` and `version` an existing one.
#[derive(Clone, Debug)]
pub struct VenueUpsert {
    pub id: Option<String>,
    pub organizer_id: String,
    pub version: Option<i32>,
    pub facts: VenueInput,
}

/// Creates or changes it; answers its id.
pub async fn venue_upsert(state: &State, viewer: &Viewer, input: &VenueUpsert) -> Outcome<String> {
    state
        .access
        .require(viewer, &input.organizer_id, Permission::CatalogueEdit.name())
        .await?;
    let facts = VenueFacts::parse(input.facts.clone())?;
    retrying(|| upsert(state, input, &facts)).await
}

async fn upsert(state: &State, input: &VenueUpsert, facts: &VenueFacts) -> Outcome<String> {
    let now_ms = state.stamp.clock.now_ms();
    let txn = state.database.begin().await?;
    let id = match &input.id {
        None => {
            let row = venue::Model::new(state.stamp.ids.next("ven", now_ms), &input.organizer_id, facts, now_ms);
            store::venues::insert(txn.connection(), &row).await?;
            row.id
        }
        Some(id) => {
            let found = store::venues::find(txn.connection(), id)
                .await?
                .filter(|row| row.organizer_id == input.organizer_id);
            let known = found.ok_or_else(|| Refusal::not_found("There is no such venue.", "id"))?;
            let Some(version) = input.version else {
                return Err(Invalid::new("REQUIRED", "Send the version you read when changing a venue.", &["version"]).into());
            };
            let row = venue::Model::new(known.id, &input.organizer_id, facts, now_ms);
            if !store::venues::record(txn.connection(), &row, version.into()).await? {
                return Err(Refusal::stale(known.version, None).into());
            }
            row.id
        }
    };
    txn.commit().await?;
    Ok(id)
}
