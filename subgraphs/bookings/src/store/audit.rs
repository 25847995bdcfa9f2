//! Whether the counters say what the bookings say. Alarms, never repairs.

use std::collections::BTreeMap;

use kit::database::StoreError;
use sea_orm::ConnectionTrait;

use super::quotas::{Derived, derive};
use super::rows::{Quota, Row};
use super::{all, bookings};

/// A quota whose counters differ from the sums over live bookings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    pub quota_id: String,
    pub stored: (i64, i64),
    pub derived: (i64, i64),
}

/// What does not add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    pub counters: Vec<Difference>,
    /// Confirmed bookings with another number of tickets than was bought.
    pub tickets: Vec<String>,
}

/// Compares every quota. Consistent only within one transaction.
pub async fn audit<C: ConnectionTrait>(connection: &C) -> Result<Findings, StoreError> {
    let sql = format!("SELECT {} FROM quota r ORDER BY r.id", Quota::columns("r"));
    let quotas: Vec<Quota> = all(connection, &sql, Vec::new()).await?;
    let derived: BTreeMap<String, Derived> = derive(connection, None)
        .await?
        .into_iter()
        .map(|derived| (derived.quota_id.clone(), derived))
        .collect();
    let counters = quotas
        .into_iter()
        .filter_map(|quota| {
            let sums = derived.get(&quota.id).map_or((0, 0), |derived| (derived.held, derived.sold));
            let stored = (quota.held, quota.sold);
            (stored != sums).then_some(Difference {
                quota_id: quota.id,
                stored,
                derived: sums,
            })
        })
        .collect();
    Ok(Findings {
        counters,
        tickets: bookings::confirmed_with_wrong_tickets(connection, 100).await?,
    })
}
