//! The table `ticket_type`.

use sea_orm::entity::prelude::*;

use crate::domain::ticket_type::{ProductVisibility, SaleWindow, TicketTypeFacts};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "ticket_type")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: String,
    pub event_id: String,
    pub name: String,
    pub price_minor: i64,
    pub capacity: Option<i64>,
    pub min_per_booking: i64,
    pub max_per_booking: i64,
    pub opens_at: Option<i64>,
    pub closes_at: Option<i64>,
    pub visibility: String,
    pub position: i64,
    pub version: i64,
    pub created_at: i64,
    pub updated_at: i64,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl Model {
    pub fn visibility(&self) -> ProductVisibility {
        ProductVisibility::from_name(&self.visibility).expect("the table's CHECK allows no other")
    }

    pub fn window(&self) -> SaleWindow {
        SaleWindow {
            opens_at_ms: self.opens_at,
            closes_at_ms: self.closes_at,
        }
    }

    pub fn facts(&self) -> TicketTypeFacts {
        let small = |number: i64| i32::try_from(number).expect("only checked limits are stored");
        TicketTypeFacts {
            name: self.name.clone(),
            price_minor: self.price_minor,
            min_per_booking: small(self.min_per_booking),
            max_per_booking: small(self.max_per_booking),
            window: self.window(),
            visibility: self.visibility(),
            capacity: self.capacity.map(small),
        }
    }

    /// The row with other facts; place, event and version stay.
    #[must_use]
    pub fn with_facts(self, facts: TicketTypeFacts, now_ms: i64) -> Self {
        Self {
            name: facts.name,
            price_minor: facts.price_minor,
            capacity: facts.capacity.map(i64::from),
            min_per_booking: facts.min_per_booking.into(),
            max_per_booking: facts.max_per_booking.into(),
            opens_at: facts.window.opens_at_ms,
            closes_at: facts.window.closes_at_ms,
            visibility: facts.visibility.name().to_owned(),
            updated_at: now_ms,
            ..self
        }
    }
}
