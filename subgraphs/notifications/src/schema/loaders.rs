//! Batched reads: one set per request.

use kit::loader::Loader;

use crate::state::State;
use crate::store::{DeliveryRow, deliveries, notifications};

pub struct Loaders {
    pub unread_count: Loader<String, i64>,
    pub deliveries_of_booking: Loader<String, Vec<DeliveryRow>>,
}

impl Loaders {
    pub fn new(state: &State) -> Self {
        let (one, two) = (state.database.clone(), state.database.clone());
        Self {
            unread_count: Loader::new(move |ids| {
                let database = one.clone();
                async move { notifications::unread_counts(database.reader(), ids).await }
            }),
            deliveries_of_booking: Loader::new(move |ids| {
                let database = two.clone();
                async move { deliveries::by_bookings(database.reader(), ids).await }
            }),
        }
    }
}
