//! Quotas as the organiser edits them, and the default one of each product.

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::rows::{Quota, Row};
use super::{all, among, by_key, execute, insert, places, texts};

pub async fn find<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<Quota>, StoreError> {
    by_key(connection, "id", id).await
}

/// Makes the default quota of a product on an occurrence, once. `false`: there is (or was) one.
pub async fn ensure_default<C: ConnectionTrait>(connection: &C, quota: &Quota) -> Result<bool, StoreError> {
    if insert(connection, quota, "ON CONFLICT DO NOTHING").await? == 0 {
        return Ok(false);
    }
    let product_id = quota.default_product_id.as_deref().unwrap_or_default();
    record_link(connection, &quota.id, product_id).await?;
    Ok(true)
}

/// Gives the default quotas of a product its new capacity; where more is in use, what is in use.
pub async fn follow_product<C: ConnectionTrait>(connection: &C, product_id: &str, capacity: Option<i64>) -> Result<(), StoreError> {
    // A capacity of NULL compares as unknown; the condition on $1 keeps both statements apart on both engines.
    let Some(capacity) = capacity else {
        let sql = "UPDATE quota SET capacity = NULL, version = version + 1
            WHERE default_product_id = $1 AND follows_product AND capacity IS NOT NULL";
        execute(connection, sql, vec![product_id.into()]).await?;
        return Ok(());
    };
    let sql = "UPDATE quota
        SET capacity = CASE WHEN held + sold > $1 THEN held + sold ELSE $1 END, version = version + 1
        WHERE default_product_id = $2 AND follows_product AND (capacity IS NULL OR capacity <> $1)";
    execute(connection, sql, vec![capacity.into(), product_id.into()]).await?;
    Ok(())
}

/// Takes every quota of an occurrence for an edit: nobody else edits, and no count moves until the transaction ends.
/// Draws computed before find no row afterwards.
pub async fn claim_occurrence<C: ConnectionTrait>(connection: &C, occurrence_id: &str) -> Result<Vec<Quota>, StoreError> {
    // The occurrence's row keeps a second edit out while this one adds quotas.
    let sql = "UPDATE occurrence_snapshot SET version = version WHERE occurrence_id = $1";
    execute(connection, sql, vec![occurrence_id.into()]).await?;
    let quotas: Vec<Quota> = among(connection, "occurrence_id", &[occurrence_id.to_owned()], "r.id").await?;
    for quota in &quotas {
        let sql = "UPDATE quota SET layout = layout + 1, version = version + 1 WHERE id = $1";
        execute(connection, sql, vec![quota.id.as_str().into()]).await?;
    }
    among(connection, "occurrence_id", &[occurrence_id.to_owned()], "r.id").await
}

pub async fn insert_quota<C: ConnectionTrait>(connection: &C, quota: &Quota) -> Result<(), StoreError> {
    insert(connection, quota, "").await?;
    Ok(())
}

/// Makes exactly these products draw on the quota, one unit each. Default quotas stop counting for them.
pub async fn record_products<C: ConnectionTrait>(connection: &C, quota: &Quota, product_ids: &[String]) -> Result<(), StoreError> {
    execute(
        connection,
        "DELETE FROM quota_product WHERE quota_id = $1",
        vec![quota.id.as_str().into()],
    )
    .await?;
    if !product_ids.is_empty() {
        let sql = format!(
            "DELETE FROM quota_product WHERE product_id IN ({}) AND quota_id IN
                (SELECT id FROM quota WHERE occurrence_id = $1 AND follows_product)",
            places(2, product_ids.len()),
        );
        let mut values = vec![quota.occurrence_id.as_str().into()];
        values.extend(texts(product_ids));
        execute(connection, &sql, values).await?;
    }
    for product_id in product_ids {
        record_link(connection, &quota.id, product_id).await?;
    }
    Ok(())
}

async fn record_link<C: ConnectionTrait>(connection: &C, quota_id: &str, product_id: &str) -> Result<(), StoreError> {
    let sql = "INSERT INTO quota_product (quota_id, product_id, units) VALUES ($1, $2, 1)";
    execute(connection, sql, vec![quota_id.into(), product_id.into()]).await?;
    Ok(())
}

/// Counts that follow from bookings, beside those that are stored.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Derived {
    pub quota_id: String,
    pub stored_held: i64,
    pub stored_sold: i64,
    pub held: i64,
    pub sold: i64,
}

const LIVE: &str = "('HELD', 'AWAITING_PAYMENT', 'AWAITING_APPROVAL', 'CONFIRMED')";

/// Computes anew what the live bookings of an occurrence draw, after links were changed under `claim_occurrence`, and
/// answers the counts that follow.
pub async fn redraw<C: ConnectionTrait>(connection: &C, occurrence_id: &str) -> Result<Vec<Derived>, StoreError> {
    let sql =
        format!("DELETE FROM booking_quota WHERE booking_id IN (SELECT id FROM booking WHERE occurrence_id = $1 AND status IN {LIVE})");
    execute(connection, &sql, vec![occurrence_id.into()]).await?;
    let sql = format!(
        "INSERT INTO booking_quota (booking_id, quota_id, units)
         SELECT b.id, qp.quota_id, CAST(SUM(l.quantity * qp.units) AS BIGINT)
         FROM booking b
         JOIN booking_line l ON l.booking_id = b.id
         JOIN quota_product qp ON qp.product_id = l.product_id
         JOIN quota q ON q.id = qp.quota_id AND q.occurrence_id = b.occurrence_id
         WHERE b.occurrence_id = $1 AND b.status IN {LIVE}
         GROUP BY b.id, qp.quota_id"
    );
    execute(connection, &sql, vec![occurrence_id.into()]).await?;
    derive(connection, Some(occurrence_id)).await
}

/// What the counts of quotas have to be by what live bookings draw; one statement, so both sides are of one moment.
pub async fn derive<C: ConnectionTrait>(connection: &C, occurrence_id: Option<&str>) -> Result<Vec<Derived>, StoreError> {
    let (condition, values) = match occurrence_id {
        Some(occurrence_id) => ("WHERE q.occurrence_id = $1", vec![occurrence_id.into()]),
        None => ("", Vec::new()),
    };
    let sql = format!(
        "SELECT q.id AS quota_id, q.held AS stored_held, q.sold AS stored_sold,
            CAST(COALESCE(SUM(CASE WHEN b.status IN ('HELD', 'AWAITING_PAYMENT', 'AWAITING_APPROVAL') THEN bq.units ELSE 0 END), 0) AS BIGINT) AS held,
            CAST(COALESCE(SUM(CASE WHEN b.status = 'CONFIRMED' THEN bq.units ELSE 0 END), 0) AS BIGINT) AS sold
         FROM quota q
         LEFT JOIN booking_quota bq ON bq.quota_id = q.id
         LEFT JOIN booking b ON b.id = bq.booking_id
         {condition} GROUP BY q.id, q.held, q.sold ORDER BY q.id"
    );
    all(connection, &sql, values).await
}

/// Writes the counts that follow from bookings, under `claim_occurrence`.
pub async fn record_counts<C: ConnectionTrait>(connection: &C, derived: &Derived) -> Result<(), StoreError> {
    let sql = "UPDATE quota SET held = $1, sold = $2 WHERE id = $3";
    execute(
        connection,
        sql,
        vec![derived.held.into(), derived.sold.into(), derived.quota_id.as_str().into()],
    )
    .await?;
    Ok(())
}

/// Writes name and capacity if what is in use fits. `false`: it does not.
pub async fn record_edit<C: ConnectionTrait>(connection: &C, id: &str, name: &str, capacity: Option<i64>) -> Result<bool, StoreError> {
    let (condition, mut values): (&str, Vec<sea_orm::Value>) = match capacity {
        Some(capacity) => ("AND held + sold <= $3", vec![capacity.into()]),
        None => ("", Vec::new()),
    };
    let assigned = if capacity.is_some() { "$3" } else { "NULL" };
    let sql = format!(
        "UPDATE quota SET name = $1, capacity = {assigned}, follows_product = FALSE, edition = edition + 1, version = version + 1
         WHERE id = $2 {condition}"
    );
    let mut all_values = vec![name.into(), id.into()];
    all_values.append(&mut values);
    Ok(execute(connection, &sql, all_values).await? == 1)
}

/// The quotas of events that products draw on, by event and name.
pub async fn of_events<C: ConnectionTrait>(connection: &C, event_ids: &[String]) -> Result<Vec<Quota>, StoreError> {
    if event_ids.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {} FROM quota r WHERE r.event_id IN ({}) AND EXISTS (SELECT 1 FROM quota_product qp WHERE qp.quota_id = r.id)
         ORDER BY r.event_id, r.occurrence_id, r.name, r.id",
        Quota::columns("r"),
        places(1, event_ids.len()),
    );
    all(connection, &sql, texts(event_ids)).await
}

/// A product drawing on a quota.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ProductOfQuota {
    pub quota_id: String,
    pub product_id: String,
}

pub async fn products_of<C: ConnectionTrait>(connection: &C, quota_ids: &[String]) -> Result<Vec<ProductOfQuota>, StoreError> {
    let sql = format!(
        "SELECT quota_id, product_id FROM quota_product WHERE quota_id IN ({}) ORDER BY quota_id, product_id",
        places(1, quota_ids.len()),
    );
    all(connection, &sql, texts(quota_ids)).await
}

pub async fn quotas_of_products<C: ConnectionTrait>(connection: &C, product_ids: &[String]) -> Result<Vec<(String, Quota)>, StoreError> {
    let sql = format!(
        "SELECT quota_id, product_id FROM quota_product WHERE product_id IN ({}) ORDER BY product_id, quota_id",
        places(1, product_ids.len()),
    );
    let links: Vec<ProductOfQuota> = all(connection, &sql, texts(product_ids)).await?;
    let mut quota_ids: Vec<String> = links.iter().map(|link| link.quota_id.clone()).collect();
    quota_ids.sort();
    quota_ids.dedup();
    let mut quotas: Vec<Quota> = Vec::new();
    for ids in quota_ids.chunks(500) {
        quotas.extend(among::<Quota, C>(connection, "id", ids, "r.occurrence_id, r.name, r.id").await?);
    }
    let mut found = Vec::new();
    for quota in quotas {
        for link in links.iter().filter(|link| link.quota_id == quota.id) {
            found.push((link.product_id.clone(), quota.clone()));
        }
    }
    Ok(found)
}

/// Lifts the limit of a quota that is being edited, under `claim_occurrence`.
pub async fn open<C: ConnectionTrait>(connection: &C, id: &str) -> Result<(), StoreError> {
    execute(connection, "UPDATE quota SET capacity = NULL WHERE id = $1", vec![id.into()]).await?;
    Ok(())
}
