//! The projection of the catalogue: facts of occurrences and products as events told them, newest version wins.

use std::collections::{BTreeMap, HashMap};

use contracts::messages::{OccurrenceCancelled, OccurrenceFacts, ProductFacts};
use kit::database::StoreError;
use sea_orm::ConnectionTrait;

use super::rows::{OccurrenceSnapshot, ProductSnapshot, Row};
use super::{all, among, by_key, execute, insert};

/// Takes an event for the transaction: facts of its occurrences and products come one after the other, and each sees
/// what the one before has written.
pub async fn claim_event<C: ConnectionTrait>(connection: &C, event_id: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO event_gate (event_id) VALUES ($1) ON CONFLICT (event_id) DO UPDATE SET event_id = excluded.event_id";
    execute(connection, sql, vec![event_id.into()]).await?;
    Ok(())
}

/// Takes the facts of an occurrence unless newer ones are known. `false`: nothing changed.
pub async fn project_occurrence<C: ConnectionTrait>(connection: &C, facts: &OccurrenceFacts) -> Result<bool, StoreError> {
    let row = OccurrenceSnapshot::from_facts(facts)?;
    let ending = "ON CONFLICT (occurrence_id) DO UPDATE SET
            event_id = excluded.event_id, organizer_id = excluded.organizer_id, name = excluded.name,
            starts_at = excluded.starts_at, ends_at = excluded.ends_at, time_zone = excluded.time_zone,
            refund_policy = excluded.refund_policy, on_sale = excluded.on_sale, cancelled = excluded.cancelled,
            version = excluded.version
        WHERE occurrence_snapshot.version < excluded.version";
    Ok(insert(connection, &row, ending).await? == 1)
}

/// Marks an occurrence as cancelled and its bookings as to be cancelled. `false`: it is not known here, or was cancelled before.
pub async fn project_cancellation<C: ConnectionTrait>(connection: &C, message: &OccurrenceCancelled) -> Result<bool, StoreError> {
    let sql = "UPDATE occurrence_snapshot
        SET cancelled = TRUE, on_sale = FALSE, cancel_reason = $1, refund_everyone = $2, fan_out_pending = TRUE,
            version = CASE WHEN version < $4 THEN $4 ELSE version END
        WHERE occurrence_id = $3 AND cancel_reason IS NULL";
    let values = vec![
        message.reason.as_str().into(),
        message.refund_everyone.into(),
        message.occurrence_id.as_str().into(),
        message.version.into(),
    ];
    Ok(execute(connection, sql, values).await? == 1)
}

/// Takes the facts of a product unless newer ones are known. `false`: nothing changed.
pub async fn project_product<C: ConnectionTrait>(connection: &C, facts: &ProductFacts) -> Result<bool, StoreError> {
    let ending = "ON CONFLICT (product_id) DO UPDATE SET
            event_id = excluded.event_id, organizer_id = excluded.organizer_id, name = excluded.name,
            price_minor = excluded.price_minor, currency = excluded.currency, capacity = excluded.capacity,
            min_per_booking = excluded.min_per_booking, max_per_booking = excluded.max_per_booking,
            opens_at = excluded.opens_at, closes_at = excluded.closes_at, visible = excluded.visible,
            version = excluded.version
        WHERE product_snapshot.version < excluded.version";
    Ok(insert(connection, &ProductSnapshot::from(facts), ending).await? == 1)
}

pub async fn find_occurrence<C: ConnectionTrait>(connection: &C, occurrence_id: &str) -> Result<Option<OccurrenceSnapshot>, StoreError> {
    by_key(connection, "occurrence_id", occurrence_id).await
}

pub async fn find_occurrences<C: ConnectionTrait>(
    connection: &C,
    occurrence_ids: &[String],
) -> Result<HashMap<String, OccurrenceSnapshot>, StoreError> {
    let rows: Vec<OccurrenceSnapshot> = among(connection, "occurrence_id", occurrence_ids, "r.occurrence_id").await?;
    Ok(rows.into_iter().map(|row| (row.occurrence_id.clone(), row)).collect())
}

/// The occurrences of an event, soonest first.
pub async fn occurrences_of_event<C: ConnectionTrait>(connection: &C, event_id: &str) -> Result<Vec<OccurrenceSnapshot>, StoreError> {
    among(connection, "event_id", &[event_id.to_owned()], "r.starts_at, r.occurrence_id").await
}

/// The facts of products, by id.
pub async fn find_products<C: ConnectionTrait>(
    connection: &C,
    product_ids: &[String],
) -> Result<BTreeMap<String, ProductFacts>, StoreError> {
    let rows: Vec<ProductSnapshot> = among(connection, "product_id", product_ids, "r.product_id").await?;
    Ok(rows.into_iter().map(|row| (row.product_id.clone(), row.facts())).collect())
}

/// The facts of all products of events, by id.
pub async fn products_of_events<C: ConnectionTrait>(connection: &C, event_ids: &[String]) -> Result<Vec<ProductFacts>, StoreError> {
    let rows: Vec<ProductSnapshot> = among(connection, "event_id", event_ids, "r.product_id").await?;
    Ok(rows.iter().map(ProductSnapshot::facts).collect())
}

/// The organiser of each event that is known here.
pub async fn organizers_of_events<C: ConnectionTrait>(connection: &C, event_ids: &[String]) -> Result<HashMap<String, String>, StoreError> {
    let mut organizers = HashMap::new();
    for facts in products_of_events(connection, event_ids).await? {
        organizers.insert(facts.event_id, facts.organizer_id);
    }
    let rows: Vec<OccurrenceSnapshot> = among(connection, "event_id", event_ids, "r.occurrence_id").await?;
    organizers.extend(rows.into_iter().map(|row| (row.event_id, row.organizer_id)));
    Ok(organizers)
}

/// Cancelled occurrences with bookings still to be cancelled.
pub async fn pending_fan_outs<C: ConnectionTrait>(connection: &C, limit: i64) -> Result<Vec<OccurrenceSnapshot>, StoreError> {
    let sql = format!(
        "SELECT {} FROM occurrence_snapshot r WHERE r.fan_out_pending ORDER BY r.occurrence_id LIMIT $1",
        OccurrenceSnapshot::columns("r"),
    );
    all(connection, &sql, vec![limit.into()]).await
}

pub async fn record_fan_out_done<C: ConnectionTrait>(connection: &C, occurrence_id: &str) -> Result<(), StoreError> {
    let sql = "UPDATE occurrence_snapshot SET fan_out_pending = FALSE WHERE occurrence_id = $1";
    execute(connection, sql, vec![occurrence_id.into()]).await?;
    Ok(())
}
