//! Batched reads: one set per request, so that the router's batches of representations are one query each.

use kit::loader::Loader;

use crate::state::State;
use crate::store::{PaymentRow, RefundRow, payments, refunds};

pub struct Loaders {
    pub payments: Loader<String, PaymentRow>,
    pub payments_of_booking: Loader<String, Vec<PaymentRow>>,
    pub refunds: Loader<String, RefundRow>,
    pub refunds_of_payment: Loader<String, Vec<RefundRow>>,
}

impl Loaders {
    pub fn new(state: &State) -> Self {
        let database = || state.database.clone();
        let (one, two, three, four) = (database(), database(), database(), database());
        Self {
            payments: Loader::new(move |ids| {
                let database = one.clone();
                async move { payments::by_ids(database.reader(), ids).await }
            }),
            payments_of_booking: Loader::new(move |ids| {
                let database = two.clone();
                async move { payments::by_bookings(database.reader(), ids).await }
            }),
            refunds: Loader::new(move |ids| {
                let database = three.clone();
                async move { refunds::by_ids(database.reader(), ids).await }
            }),
            refunds_of_payment: Loader::new(move |ids| {
                let database = four.clone();
                async move { refunds::by_payments(database.reader(), ids).await }
            }),
        }
    }
}
