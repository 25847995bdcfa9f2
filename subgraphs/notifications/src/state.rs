//! What consumers, commands and workers work with.

use std::ops::Deref;
use std::sync::Arc;

use kit::access::AccessControl;
use kit::clock::SharedClock;
use kit::database::Database;
use kit::id::Ids;
use kit::internal::Internal;
use kit::live::Live;
use kit::page::Cursors;

use crate::channel::Channel;

/// The subgraph's dependencies. Clones share them.
#[derive(Clone)]
pub struct State(Arc<Inner>);

pub struct Inner {
    pub database: Database,
    pub clock: SharedClock,
    pub ids: Ids,
    pub live: Live,
    pub internal: Internal,
    pub access: Arc<AccessControl>,
    pub cursors: Cursors,
    /// Without a slash at the end.
    pub public_url: String,
    pub channel: Arc<dyn Channel>,
}

impl State {
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }
}

/// The live topic of a user's notifications; the payload is a notification's id.
pub fn topic(user_id: &str) -> String {
    format!("notifications:{user_id}")
}

impl Deref for State {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}
