//! Whether the counters say what the bookings say. Alarms, never repairs.

use kit::database::StoreError;
use sea_orm::ConnectionTrait;

use super::bookings;
use super::quotas::{Derived, derive};

/// Bookings named in one finding.
const NAMED: i64 = 100;

/// What does not add up.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Quotas whose counters differ from the sums over live bookings.
    pub counters: Vec<Derived>,
    /// Confirmed bookings with another number of tickets than was bought.
    pub tickets: Vec<String>,
}

/// Compares every quota with its bookings.
pub async fn audit<C: ConnectionTrait>(connection: &C) -> Result<Findings, StoreError> {
    let mut counters = derive(connection, None).await?;
    counters.retain(|counted| (counted.stored_held, counted.stored_sold) != (counted.held, counted.sold));
    Ok(Findings {
        counters,
        tickets: bookings::confirmed_with_wrong_tickets(connection, NAMED).await?,
    })
}
