//! The table `venue`.

use chrono_tz::Tz;
use sea_orm::entity::prelude::*;

use crate::domain::slug::fold;
use crate::domain::venue::VenueFacts;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "venue")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub organizer_id: String,
    pub name: String,
    /// A JSON list of text.
    pub address_lines: String,
    pub city: String,
    pub country_code: String,
    pub time_zone: String,
    pub capacity: Option<i64>,
    pub city_search: String,
    pub place_search: String,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn new(id: String, organizer_id: &str, facts: &VenueFacts, now_ms: i64) -> Self {
        Self {
            id,
            organizer_id: organizer_id.to_owned(),
            name: facts.name.clone(),
            address_lines: serde_json::to_string(&facts.lines).expect("text becomes JSON"),
            city: facts.city.clone(),
            country_code: facts.country_code.clone(),
            time_zone: facts.zone.name().to_owned(),
            capacity: facts.capacity.map(i64::from),
            city_search: fold(&facts.city),
            place_search: fold(&format!("{} {}", facts.name, facts.city)),
            version: 1,
            created_at: now_ms,
            updated_at: now_ms,
        }
    }

    pub fn zone(&self) -> Tz {
        self.time_zone.parse().expect("only checked zones are stored")
    }

    pub fn address_lines(&self) -> Vec<String> {
        serde_json::from_str(&self.address_lines).expect("only the store writes it, from the same type")
    }
}
