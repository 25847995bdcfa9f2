//! The counters: taking, moving and giving back places. The conditional UPDATE whose row count is checked is the only
//! admission test; reads are for messages.
//!
//! A draw carries the `layout` it was computed from. When a quota of the occurrence was edited in between, the UPDATE
//! finds no row and the whole transaction is tried again.

use std::collections::BTreeMap;

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::rows::Quota;
use super::{all, by_key, execute, places, texts};

/// What a booking draws on one quota.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Draw {
    pub quota_id: String,
    pub units: i64,
    pub layout: i64,
}

/// The quota that has too little left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage {
    pub quota_id: String,
    pub remaining: i64,
}

/// Which way places move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Movement {
    TakeHeld,
    TakeSold,
    HeldToSold,
    GiveBackHeld,
    GiveBackSold,
}

impl Movement {
    /// The change of (held, sold) for each unit.
    fn signs(self) -> (i64, i64) {
        match self {
            Self::TakeHeld => (1, 0),
            Self::TakeSold => (0, 1),
            Self::HeldToSold => (-1, 1),
            Self::GiveBackHeld => (-1, 0),
            Self::GiveBackSold => (0, -1),
        }
    }
}

#[derive(FromQueryResult)]
struct Link {
    product_id: String,
    quota_id: String,
    units: i64,
    layout: i64,
}

/// What (product, quantity) lines draw, by quota id; `Err` names the first product that draws on nothing.
pub async fn draws_of_lines<C: ConnectionTrait>(
    connection: &C,
    occurrence_id: &str,
    lines: &[(String, i64)],
) -> Result<Result<Vec<Draw>, String>, StoreError> {
    let product_ids: Vec<String> = lines.iter().map(|(product_id, _)| product_id.clone()).collect();
    let sql = format!(
        "SELECT qp.product_id, qp.quota_id, qp.units, q.layout
         FROM quota_product qp JOIN quota q ON q.id = qp.quota_id
         WHERE q.occurrence_id = $1 AND qp.product_id IN ({})",
        places(2, product_ids.len()),
    );
    let mut values = vec![occurrence_id.into()];
    values.extend(texts(&product_ids));
    let links: Vec<Link> = all(connection, &sql, values).await?;
    let mut draws: BTreeMap<String, Draw> = BTreeMap::new();
    for (product_id, quantity) in lines {
        let mut drawn = false;
        for link in links.iter().filter(|link| link.product_id == *product_id) {
            drawn = true;
            let draw = draws.entry(link.quota_id.clone()).or_insert_with(|| Draw {
                quota_id: link.quota_id.clone(),
                units: 0,
                layout: link.layout,
            });
            draw.units += link.units * quantity;
        }
        if !drawn {
            return Ok(Err(product_id.clone()));
        }
    }
    Ok(Ok(draws.into_values().collect()))
}

/// What a booking was recorded to draw, by quota id.
pub async fn draws_of_booking<C: ConnectionTrait>(connection: &C, booking_id: &str) -> Result<Vec<Draw>, StoreError> {
    let sql = "SELECT bq.quota_id, bq.units, q.layout FROM booking_quota bq JOIN quota q ON q.id = bq.quota_id
        WHERE bq.booking_id = $1 ORDER BY bq.quota_id";
    all(connection, sql, vec![booking_id.into()]).await
}

/// Records what a booking draws, instead of what was recorded before.
pub async fn record_draws<C: ConnectionTrait>(connection: &C, booking_id: &str, draws: &[Draw]) -> Result<(), StoreError> {
    execute(
        connection,
        "DELETE FROM booking_quota WHERE booking_id = $1",
        vec![booking_id.into()],
    )
    .await?;
    for draw in draws {
        let sql = "INSERT INTO booking_quota (booking_id, quota_id, units) VALUES ($1, $2, $3)";
        execute(
            connection,
            sql,
            vec![booking_id.into(), draw.quota_id.as_str().into(), draw.units.into()],
        )
        .await?;
    }
    Ok(())
}

/// Moves places of every draw, in the order of quota ids, or names the quota that has too little left; then the
/// transaction has to be dropped.
pub async fn claim_places<C: ConnectionTrait>(
    connection: &C,
    draws: &[Draw],
    movement: Movement,
) -> Result<Result<(), Shortage>, StoreError> {
    let (held, sold) = movement.signs();
    let mut sorted: Vec<&Draw> = draws.iter().collect();
    sorted.sort_by(|left, right| left.quota_id.cmp(&right.quota_id));
    for draw in sorted {
        let sql = "UPDATE quota SET held = held + $1, sold = sold + $2, version = version + 1
            WHERE id = $3 AND layout = $4 AND held + $1 >= 0 AND sold + $2 >= 0
              AND (capacity IS NULL OR held + sold + $1 + $2 <= capacity)";
        let values = vec![
            (held * draw.units).into(),
            (sold * draw.units).into(),
            draw.quota_id.as_str().into(),
            draw.layout.into(),
        ];
        if execute(connection, sql, values).await? == 1 {
            continue;
        }
        let quota: Quota = by_key(connection, "id", &draw.quota_id).await?.ok_or(StoreError::NotFound)?;
        if quota.layout != draw.layout {
            return Err(StoreError::Unavailable(
                "the quotas of the occurrence were edited meanwhile".to_owned(),
            ));
        }
        if held + sold > 0 {
            return Ok(Err(Shortage {
                quota_id: quota.id.clone(),
                remaining: quota.count().remaining().unwrap_or(0),
            }));
        }
        return Err(StoreError::Bug(format!("quota {} counts less than booking draws say", quota.id)));
    }
    Ok(Ok(()))
}
