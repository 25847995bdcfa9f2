//! Check-in lists and scans as the schema shows them.

use async_graphql::{Context, ID, Object, SimpleObject};
use chrono::{DateTime, Utc};
use kit::clock::datetime;
use kit::error::{Error, Result};
use kit::scalars::Long;

use super::enums::CheckInResult;
use super::shared::Occurrence;
use super::ticket::Ticket;
use super::{int, loaders};
use crate::store::doors::ListCounts;
use crate::store::rows;

/// A list people are checked in on.
#[derive(Clone)]
pub struct CheckInList(pub rows::CheckInList);

impl CheckInList {
    async fn counts(&self, context: &Context<'_>) -> Result<ListCounts> {
        Ok(loaders::of(context).list_counts.load(self.0.id.clone()).await?.unwrap_or_default())
    }
}

/// A list people are checked in on.
#[Object]
impl CheckInList {
    /// Begins with lst_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// For the people at the door.
    async fn name(&self) -> &str {
        &self.0.name
    }

    /// What it lets in to.
    #[graphql(provides = "name startsAt timeZone")]
    async fn occurrence(&self, context: &Context<'_>) -> Result<Option<Occurrence>> {
        Occurrence::provided(context, &self.0.occurrence_id).await
    }

    /// Valid tickets.
    async fn expected(&self, context: &Context<'_>) -> Result<i32> {
        Ok(int(self.counts(context).await?.expected))
    }

    /// Valid tickets that were let in.
    async fn checked_in(&self, context: &Context<'_>) -> Result<i32> {
        Ok(int(self.counts(context).await?.checked_in))
    }
}

/// One scan.
#[derive(Clone)]
pub struct CheckInRecord(pub rows::CheckInRecord);

/// One scan.
#[Object]
impl CheckInRecord {
    /// Begins with cir_.
    async fn id(&self) -> ID {
        ID(self.0.id.clone())
    }

    /// When it reached the server.
    async fn at(&self) -> DateTime<Utc> {
        datetime(self.0.received_at)
    }

    /// What it led to.
    async fn result(&self) -> CheckInResult {
        self.0.result().into()
    }

    /// Where it was made.
    async fn list(&self, context: &Context<'_>) -> Result<CheckInList> {
        let list = loaders::of(context).lists.load(self.0.list_id.clone()).await?;
        list.map(CheckInList).ok_or_else(|| Error::internal("a scan is made on a list"))
    }
}

/// A scan, as it happens.
#[derive(Clone, SimpleObject)]
pub struct CheckInActivity {
    /// The list, with its counts as they are now.
    pub list: CheckInList,
    /// The scan.
    pub record: CheckInRecord,
    /// The ticket, if there is one.
    pub ticket: Option<Ticket>,
    /// Grows by one with every scan of the list.
    pub sequence: Long,
}
