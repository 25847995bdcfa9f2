//! What bookings knows of a product, copied from events.

use contracts::messages::ProductFacts;
use contracts::values::Amount;

use super::row;

row! {
    ProductSnapshot in "product_snapshot" {
        product_id: String,
        event_id: String,
        organizer_id: String,
        name: String,
        price_minor: i64,
        currency: String,
        capacity: Option<i64>,
        min_per_booking: i64,
        max_per_booking: i64,
        opens_at: Option<i64>,
        closes_at: Option<i64>,
        visible: bool,
        version: i64,
    }
}

impl From<&ProductFacts> for ProductSnapshot {
    fn from(facts: &ProductFacts) -> Self {
        Self {
            product_id: facts.product_id.clone(),
            event_id: facts.event_id.clone(),
            organizer_id: facts.organizer_id.clone(),
            name: facts.name.clone(),
            price_minor: facts.price.amount_minor,
            currency: facts.price.currency.clone(),
            capacity: facts.capacity,
            min_per_booking: facts.min_per_booking,
            max_per_booking: facts.max_per_booking,
            opens_at: facts.opens_at_ms,
            closes_at: facts.closes_at_ms,
            visible: facts.visible,
            version: facts.version,
        }
    }
}

impl ProductSnapshot {
    pub fn facts(&self) -> ProductFacts {
        ProductFacts {
            product_id: self.product_id.clone(),
            event_id: self.event_id.clone(),
            organizer_id: self.organizer_id.clone(),
            name: self.name.clone(),
            price: Amount {
                amount_minor: self.price_minor,
                currency: self.currency.clone(),
            },
            capacity: self.capacity,
            min_per_booking: self.min_per_booking,
            max_per_booking: self.max_per_booking,
            opens_at_ms: self.opens_at,
            closes_at_ms: self.closes_at,
            visible: self.visible,
            version: self.version,
        }
    }
}
