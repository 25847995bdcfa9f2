//! What commands, consumers and workers work with.

use std::ops::Deref;
use std::sync::Arc;

use kit::access::AccessControl;
use kit::cache::Cache;
use kit::clock::SharedClock;
use kit::database::Database;
use kit::id::Ids;
use kit::internal::Internal;
use kit::live::Live;
use kit::outbox::Stamp;

use crate::provider::Provider;

/// The subgraph's dependencies. Clones share them.
#[derive(Clone)]
pub struct State(Arc<Inner>);

pub struct Inner {
    pub database: Database,
    pub clock: SharedClock,
    pub ids: Ids,
    pub live: Live,
    pub cache: Cache,
    pub internal: Internal,
    pub access: Arc<AccessControl>,
    pub provider: Arc<dyn Provider>,
    pub public_url: String,
}

impl State {
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    pub fn stamp(&self) -> Stamp {
        Stamp {
            clock: self.clock.clone(),
            ids: self.ids.clone(),
        }
    }

    /// Tells those who watch a booking's payments to read again.
    pub async fn nudge(&self, booking_id: &str, payment_id: &str) {
        self.live.publish(&topic(booking_id), payment_id.to_owned()).await;
    }
}

/// The live topic of a booking's payments; the payload is the id of the payment that changed.
pub fn topic(booking_id: &str) -> String {
    format!("payments:{booking_id}")
}

impl Deref for State {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
