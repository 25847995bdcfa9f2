//! What is left of occurrences: counts and revision from one statement, said by the domain.

use std::collections::{BTreeMap, HashMap};

use contracts::messages::{OccurrenceFacts, ProductFacts};
use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{all, offers, places, texts};
use crate::domain::availability::{Availability, Draws, QuotaCount, of_occurrence, of_product};
use crate::domain::hold::decide_open;

/// What is left of an occurrence at one revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccurrenceAvailability {
    /// The sum of the versions of its quotas.
    pub revision: i64,
    pub whole: Availability,
    /// Of each visible product, by id.
    pub products: BTreeMap<String, Availability>,
}

#[derive(FromQueryResult)]
struct Counted {
    occurrence_id: String,
    id: String,
    capacity: Option<i64>,
    held: i64,
    sold: i64,
    version: i64,
    product_id: Option<String>,
    units: Option<i64>,
}

/// The availability of occurrences that are known here, by id.
pub async fn read<C: ConnectionTrait>(
    connection: &C,
    occurrence_ids: &[String],
    now_ms: i64,
) -> Result<HashMap<String, OccurrenceAvailability>, StoreError> {
    let occurrences = offers::find_occurrences(connection, occurrence_ids).await?;
    let mut event_ids: Vec<String> = occurrences.values().map(|occurrence| occurrence.event_id.clone()).collect();
    event_ids.sort();
    event_ids.dedup();
    let products = offers::products_of_events(connection, &event_ids).await?;
    let sql = format!(
        "SELECT q.occurrence_id, q.id, q.capacity, q.held, q.sold, q.version, qp.product_id, qp.units
         FROM quota q LEFT JOIN quota_product qp ON qp.quota_id = q.id
         WHERE q.occurrence_id IN ({}) ORDER BY q.id, qp.product_id",
        places(1, occurrence_ids.len()),
    );
    let counted: Vec<Counted> = all(connection, &sql, texts(occurrence_ids)).await?;
    let mut by_occurrence: HashMap<&str, Vec<&Counted>> = HashMap::new();
    for row in &counted {
        by_occurrence.entry(&row.occurrence_id).or_default().push(row);
    }
    let mut answers = HashMap::new();
    for (occurrence_id, occurrence) in &occurrences {
        let rows = by_occurrence.get(occurrence_id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let products = products.iter().filter(|product| product.event_id == occurrence.event_id);
        answers.insert(occurrence_id.clone(), say(&occurrence.facts()?, products, rows, now_ms));
    }
    Ok(answers)
}

fn say<'a>(
    occurrence: &OccurrenceFacts,
    products: impl Iterator<Item = &'a ProductFacts>,
    rows: &[&Counted],
    now_ms: i64,
) -> OccurrenceAvailability {
    let mut counts: BTreeMap<&str, QuotaCount> = BTreeMap::new();
    let mut versions: BTreeMap<&str, i64> = BTreeMap::new();
    let mut draws: BTreeMap<&str, Vec<(&str, i64)>> = BTreeMap::new();
    for row in rows {
        counts.insert(
            &row.id,
            QuotaCount {
                capacity: row.capacity,
                held: row.held,
                sold: row.sold,
            },
        );
        versions.insert(&row.id, row.version);
        if let (Some(product_id), Some(units)) = (&row.product_id, row.units) {
            draws.entry(product_id).or_default().push((&row.id, units));
        }
    }
    let visible: Vec<(&ProductFacts, Draws<'_>)> = products
        .filter(|product| product.visible)
        .map(|product| {
            let on = draws.get(product.product_id.as_str()).cloned().unwrap_or_default();
            (
                product,
                Draws {
                    open: decide_open(product, occurrence, now_ms).is_ok(),
                    on,
                },
            )
        })
        .collect();
    let all: Vec<Draws<'_>> = visible.iter().map(|(_, draws)| draws.clone()).collect();
    OccurrenceAvailability {
        revision: versions.values().sum(),
        whole: of_occurrence(&all, &counts),
        products: visible
            .iter()
            .map(|(product, draws)| (product.product_id.clone(), of_product(draws, &counts)))
            .collect(),
    }
}
