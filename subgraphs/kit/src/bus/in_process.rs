//! The bus within one process: no queue, the relay's call runs every consumer's handler.

use std::sync::Arc;

use futures_util::future::BoxFuture;
use parking_lot::RwLock;

use super::{Consumers, Envelope, Publisher, is_passing};
use crate::error::Error;

/// Calls every registered consumer. Clones share the registry.
#[derive(Clone, Default)]
pub struct InProcess(Arc<RwLock<Vec<(&'static str, Consumers)>>>);

impl InProcess {
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a subgraph's consumers under its name. All register before the first relay runs.
    pub fn register(&self, consumer: &'static str, consumers: Consumers) {
        self.0.write().push((consumer, consumers));
    }
}

impl Publisher for InProcess {
    fn publish<'a>(&'a self, envelope: &'a Envelope) -> BoxFuture<'a, Result<(), Error>> {
        Box::pin(async move {
            let consumers = self.0.read().clone();
            let mut outcome = Ok(());
            // One consumer's failure does not keep the others from hearing; the relay comes again for all, and
            // those who have handled it know it by their inbox.
            for (consumer, handlers) in consumers {
                if let Err(error) = handlers.handle(consumer, envelope).await {
                    // Something unavailable outweighs a refusal: the message is not set aside while one may still hear it.
                    if !matches!(&outcome, Err(worse) if is_passing(worse)) {
                        outcome = Err(error);
                    }
                }
            }
            outcome
        })
    }

    fn has_forgotten<'a>(&'a self, _publisher: &'a str) -> BoxFuture<'a, Result<bool, Error>> {
        Box::pin(async { Ok(false) })
    }
}
