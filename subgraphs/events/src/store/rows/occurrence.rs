//! The table `occurrence`.

use chrono::NaiveDateTime;
use chrono_tz::Tz;
use sea_orm::entity::prelude::*;

use crate::domain::occurrence::{OccurrenceStatus, over_at_ms};
use crate::domain::wall_time::{OccurrenceTimes, Overlap};

const LOCAL_FORMAT: &str = "%Y-%m-%dT%H:%M:%S";

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "occurrence")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub event_id: String,
    pub starts_local: String,
    pub ends_local: Option<String>,
    pub time_zone: String,
    pub overlap: Option<String>,
    pub starts_at: i64,
    pub ends_at: Option<i64>,
    pub status: String,
    pub venue_id: Option<String>,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    /// A new scheduled date.
    pub fn scheduled(id: String, event_id: &str, times: &OccurrenceTimes, venue_id: Option<String>, now_ms: i64) -> Self {
        Self {
            id,
            event_id: event_id.to_owned(),
            starts_local: times.starts_local.format(LOCAL_FORMAT).to_string(),
            ends_local: times.ends_local.map(|local| local.format(LOCAL_FORMAT).to_string()),
            time_zone: times.zone.name().to_owned(),
            overlap: times.overlap.map(|overlap| {
                match overlap {
                    Overlap::Earlier => "EARLIER",
                    Overlap::Later => "LATER",
                }
                .to_owned()
            }),
            starts_at: times.starts_at_ms,
            ends_at: times.ends_at_ms,
            status: OccurrenceStatus::Scheduled.name().to_owned(),
            venue_id,
            version: 1,
            created_at: now_ms,
            updated_at: now_ms,
        }
    }

    pub fn status(&self) -> OccurrenceStatus {
        OccurrenceStatus::from_name(&self.status).expect("the table's CHECK allows no other")
    }

    pub fn zone(&self) -> Tz {
        self.time_zone.parse().expect("only checked zones are stored")
    }

    pub fn starts_local(&self) -> NaiveDateTime {
        parse_local(&self.starts_local)
    }

    pub fn ends_local(&self) -> Option<NaiveDateTime> {
        self.ends_local.as_deref().map(parse_local)
    }

    /// Whether it will take place and is not over.
    pub fn is_upcoming(&self, now_ms: i64) -> bool {
        self.status().is_ahead() && over_at_ms(self.starts_at, self.ends_at) > now_ms
    }
}

fn parse_local(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, LOCAL_FORMAT).expect("only the store writes it, in this format")
}
