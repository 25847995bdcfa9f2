//! Loops that look after things: every so often, until shutdown, on one instance at a time where a lease says so.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use futures_util::future::BoxFuture;
use tokio::sync::watch;
use tracing::Instrument;

use crate::clock::SharedClock;
use crate::database::Database;
use crate::error::Error;
use crate::lease;

type Round = Arc<dyn Fn() -> BoxFuture<'static, Result<usize, Error>> + Send + Sync>;

struct Lease {
    database: Database,
    owner: String,
    clock: SharedClock,
}

/// A named loop. Its round is an ordinary async function that tests call directly.
pub struct Worker {
    name: &'static str,
    every: Duration,
    lease: Option<Lease>,
    round: Round,
}

impl Worker {
    /// Runs `round` every so often on every instance. The round answers how many things it did; a round that did
    /// something is followed by another at once.
    pub fn every<F, Fut>(name: &'static str, every: Duration, round: F) -> Self
    where
        F: Fn() -> Fut + Send + Sync + 'static,
        Fut: Future<Output = Result<usize, Error>> + Send + 'static,
    {
        Self {
            name,
            every,
            lease: None,
            round: Arc::new(move || Box::pin(round())),
        }
    }

    /// The same, on one instance at a time.
    #[must_use]
    pub fn leased(mut self, database: Database, owner: &str, clock: SharedClock) -> Self {
        self.lease = Some(Lease {
            database,
            owner: owner.to_owned(),
            clock,
        });
        self
    }

    pub fn name(&self) -> &'static str {
        self.name
    }

    /// Works until `shutdown` turns true.
    pub async fn run(self, mut shutdown: watch::Receiver<bool>) {
        while !*shutdown.borrow() {
            let span = tracing::debug_span!("worker", worker = self.name);
            // A round that panics is one that failed: the loop goes on.
            let round = AssertUnwindSafe(self.round_once().instrument(span)).catch_unwind().await;
            let did = round
                .unwrap_or_else(|_| Err(Error::internal("the round panicked")))
                .unwrap_or_else(|error| {
                    tracing::warn!(worker = self.name, %error, "a worker's round failed and comes again");
                    0
                });
            if did > 0 {
                // However busy, the loop leaves others their turn.
                tokio::task::yield_now().await;
                continue;
            }
            tokio::select! {
                () = tokio::time::sleep(self.every) => {}
                _ = shutdown.changed() => {}
            }
        }
        if let Some(lease) = &self.lease
            && let Err(error) = lease::release(&lease.database, self.name, &lease.owner).await
        {
            tracing::warn!(worker = self.name, %error, "a worker's lease runs out by itself");
        }
    }

    async fn round_once(&self) -> Result<usize, Error> {
        if let Some(lease) = &self.lease {
            let ttl_ms = i64::try_from(self.every.as_millis()).unwrap_or(i64::MAX / 4) * 3 + 2_000;
            if !lease::claim(&lease.database, self.name, &lease.owner, lease.clock.now_ms(), ttl_ms).await? {
                return Ok(0);
            }
        }
        (self.round)().await
    }
}
