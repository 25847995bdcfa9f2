//! Quotas, availability and sales as the schema shows them.

use async_graphql::{Context, ID, Object, SimpleObject};
use kit::error::Result;
use kit::money::Money;
use kit::scalars::Long;

use super::enums::AvailabilityState;
use super::shared::Product;
use super::{int, loaders};
use crate::domain;
use crate::store::rows;
use crate::store::sales::Sales;

/// What is left.
#[derive(Clone, SimpleObject)]
pub struct Availability {
    /// How to say it.
    pub state: AvailabilityState,
    /// Null when unlimited.
    pub remaining: Option<i32>,
    /// The sum of the quota versions of the occurrence, read together with the counts: it grows with every change.
    pub revision: Long,
}

impl Availability {
    pub fn new(availability: domain::availability::Availability, revision: i64) -> Self {
        Self {
            state: availability.state.into(),
            remaining: availability.remaining.map(int),
            revision: Long(revision),
        }
    }
}

/// Absolute values of the products that changed.
#[derive(Clone, SimpleObject)]
pub struct AvailabilityDelta {
    /// As Availability.revision: apply if it is greater than the one you have.
    pub revision: Long,
    /// What changed.
    pub products: Vec<ProductAvailability>,
}

/// What is left of one product.
#[derive(Clone, SimpleObject)]
pub struct ProductAvailability {
    /// The product.
    pub product_id: ID,
    /// What is left of it.
    pub availability: Availability,
}

/// A counted limit one or more products draw on. Bookings alone owns quotas and which products draw on them.
#[derive(Clone)]
pub struct Quota(pub rows::Quota);

/// A counted limit one or more products draw on. Bookings alone owns quotas and which products draw on them.
#[Object]
impl Quota {
    /// Begins with quo_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// For the organiser.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// Places there are; null: unlimited.
    async fn capacity(&self) -> Option<i32> {
        self.0.capacity.map(int)
    }

    /// Places in live holds and unfinished payments.
    async fn held(&self) -> i32 {
        int(self.0.held)
    }

    /// Places sold.
    async fn sold(&self) -> i32 {
        int(self.0.sold)
    }

    /// Places left; null: unlimited.
    async fn remaining(&self) -> Option<i32> {
        self.0.count().remaining().map(int)
    }

    /// What draws on it.
    async fn products(&self, context: &Context<'_>) -> Result<Option<Vec<Product>>> {
        let ids = loaders::of(context)
            .products_of_quotas
            .load(self.0.id.clone())
            .await?
            .unwrap_or_default();
        Ok(Some(ids.into_iter().map(|id| Product { id }).collect()))
    }

    /// Grows with every edit; an edit sends the one it read. Sales do not change it.
    async fn version(&self) -> i32 {
        int(self.0.edition)
    }
}

/// Counts come from the quotas of all occurrences, money from confirmed bookings.
#[derive(Clone, SimpleObject)]
pub struct SalesSummary {
    /// Places sold.
    pub sold: i32,
    /// Places in live holds, approvals and unfinished payments.
    pub held: i32,
    /// Places there are; null when a quota is unlimited.
    pub capacity: Option<i32>,
    /// Totals of confirmed bookings, one amount per currency.
    pub revenue: Option<Vec<Money>>,
}

impl From<Sales> for SalesSummary {
    fn from(sales: Sales) -> Self {
        Self {
            sold: int(sales.sold),
            held: int(sales.held),
            capacity: sales.capacity.map(int),
            revenue: Some(
                sales
                    .revenue
                    .into_iter()
                    .map(|(currency, minor)| Money::new(minor, currency))
                    .collect(),
            ),
        }
    }
}
