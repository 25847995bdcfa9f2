//! Taking catalogue facts into the projection: quotas and lists that follow from them are made here, whichever way the
//! facts came.

use contracts::calls::Offer;
use contracts::messages::{OccurrenceFacts, ProductFacts};
use kit::database::{Database, StoreError, Transaction, retrying};
use kit::error::{Error, Result};

use crate::state::State;
use crate::store::rows::{CheckInList, Quota};
use crate::store::{doors, offers, quotas};

/// Takes an occurrence's facts: a default list, and a default quota for each product of its event.
pub async fn project_occurrence(state: &State, txn: &Transaction, facts: &OccurrenceFacts) -> Result<(), StoreError> {
    let connection = txn.connection();
    offers::claim_event(connection, &facts.event_id).await?;
    if !offers::project_occurrence(connection, facts).await? {
        return Ok(());
    }
    let list = CheckInList {
        id: state.id("lst"),
        occurrence_id: facts.occurrence_id.clone(),
        event_id: facts.event_id.clone(),
        organizer_id: facts.organizer_id.clone(),
        name: "All tickets".to_owned(),
        is_default: true,
        sequence: 0,
    };
    doors::ensure_default_list(connection, &list).await?;
    for product in offers::products_of_events(connection, std::slice::from_ref(&facts.event_id)).await? {
        ensure_default_quota(state, txn, &product, &facts.occurrence_id).await?;
    }
    Ok(())
}

/// Takes a product's facts: a default quota on each occurrence of its event, of the product's capacity. Answers the
/// occurrences whose availability this may change.
pub async fn project_product(state: &State, txn: &Transaction, facts: &ProductFacts) -> Result<Vec<String>, StoreError> {
    let connection = txn.connection();
    offers::claim_event(connection, &facts.event_id).await?;
    if !offers::project_product(connection, facts).await? {
        return Ok(Vec::new());
    }
    quotas::follow_product(connection, &facts.product_id, facts.capacity).await?;
    let mut concerned = Vec::new();
    for occurrence in offers::occurrences_of_event(connection, &facts.event_id).await? {
        ensure_default_quota(state, txn, facts, &occurrence.occurrence_id).await?;
        concerned.push(occurrence.occurrence_id);
    }
    Ok(concerned)
}

async fn ensure_default_quota(state: &State, txn: &Transaction, product: &ProductFacts, occurrence_id: &str) -> Result<(), StoreError> {
    let quota = Quota {
        id: state.id("quo"),
        occurrence_id: occurrence_id.to_owned(),
        event_id: product.event_id.clone(),
        organizer_id: product.organizer_id.clone(),
        name: product.name.clone(),
        capacity: product.capacity,
        held: 0,
        sold: 0,
        default_product_id: Some(product.product_id.clone()),
        follows_product: true,
        edition: 1,
        layout: 0,
        version: 1,
    };
    quotas::ensure_default(txn.connection(), &quota).await?;
    Ok(())
}

/// Asks events for offers the projection has not heard of. Products it does not know either stay unknown.
pub async fn fetch_missing(state: &State, occurrence_id: &str, product_ids: &[String]) -> Result<()> {
    let reader = state.deps.database.reader();
    let occurrence_known = offers::find_occurrence(reader, occurrence_id).await?.is_some();
    let products = offers::find_products(reader, product_ids).await?;
    for product_id in product_ids {
        if occurrence_known && products.contains_key(product_id) {
            continue;
        }
        let request = Offer {
            product_id: product_id.clone(),
            occurrence_id: occurrence_id.to_owned(),
        };
        let Some(offer) = state.deps.internal.call(&request).await? else {
            continue;
        };
        let database: &Database = &state.deps.database;
        retrying(|| async {
            let txn = database.begin().await?;
            project_occurrence(state, &txn, &offer.occurrence).await?;
            project_product(state, &txn, &offer.product).await?;
            txn.commit().await?;
            Ok::<(), Error>(())
        })
        .await?;
    }
    Ok(())
}
