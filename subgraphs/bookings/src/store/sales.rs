//! What an event has sold: counts from its quotas, money from its confirmed bookings.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{all, places, quotas, texts};

/// The sales of an event so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sales {
    pub sold: i64,
    pub held: i64,
    /// `None`: a quota is unlimited.
    pub capacity: Option<i64>,
    /// (currency, amount in its smallest unit), by currency.
    pub revenue: Vec<(String, i64)>,
}

#[derive(FromQueryResult)]
struct Revenue {
    event_id: String,
    currency: String,
    total_minor: i64,
}

/// The sales of events, by id.
pub async fn of_events<C: ConnectionTrait>(connection: &C, event_ids: &[String]) -> Result<HashMap<String, Sales>, StoreError> {
    let mut found: HashMap<String, Sales> = event_ids
        .iter()
        .map(|id| {
            (
                id.clone(),
                Sales {
                    capacity: Some(0),
                    ..Sales::default()
                },
            )
        })
        .collect();
    for quota in quotas::of_events(connection, event_ids).await? {
        if let Some(sales) = found.get_mut(&quota.event_id) {
            sales.sold += quota.sold;
            sales.held += quota.held;
            sales.capacity = sales.capacity.zip(quota.capacity).map(|(sum, capacity)| sum + capacity);
        }
    }
    let sql = format!(
        "SELECT event_id, currency, CAST(SUM(total_minor) AS BIGINT) AS total_minor FROM booking
         WHERE status = 'CONFIRMED' AND event_id IN ({}) GROUP BY event_id, currency ORDER BY event_id, currency",
        places(1, event_ids.len()),
    );
    let revenues: Vec<Revenue> = all(connection, &sql, texts(event_ids)).await?;
    for revenue in revenues {
        if let Some(sales) = found.get_mut(&revenue.event_id) {
            sales.revenue.push((revenue.currency, revenue.total_minor));
        }
    }
    Ok(found)
}
