//! The events subgraph: the catalogue of events, dates, venues and ticket types.
//!
//! Knows nothing of bookings, money moved, or people. Reading order: `domain`, `store`, `commands`, `messages`,
//! `workers`, `schema`, `calendar`.

mod calendar;
pub mod commands;
mod config;
pub mod domain;
pub mod messages;
mod schema;
pub mod store;
pub mod workers;

use std::sync::Arc;

use kit::access::AccessControl;
use kit::database::Database;
use kit::outbox::Stamp;
use kit::page::Cursors;
use kit::worker::Worker;
use kit::{Deps, Error, Service};

pub use schema::sdl;

use config::Config;

/// What the subgraph's code works with.
pub struct State {
    pub database: Database,
    pub stamp: Stamp,
    pub access: Arc<AccessControl>,
    pub cursors: Cursors,
    /// Without a slash at the end.
    pub public_url: String,
}

impl State {
    pub fn new(deps: &Deps) -> Self {
        Self {
            database: deps.database.clone(),
            stamp: deps.stamp(),
            access: contracts::access::memberships(deps.database.clone(), deps.internal.clone()),
            cursors: deps.cursors.clone(),
            public_url: deps.public_url.clone(),
        }
    }
}

/// Puts the subgraph together.
pub fn service(deps: Deps) -> Result<Service, Error> {
    let config = Config::read(&deps.env).map_err(Error::internal)?;
    let state = Arc::new(State::new(&deps));
    let looked_after = state.clone();
    let end_dates = Worker::every("end_dates", config.end_interval, move || {
        let state = looked_after.clone();
        async move { workers::end_dates(&state).await }
    })
    .leased(deps.database.clone(), &deps.instance, deps.clock.clone());
    Ok(Service {
        name: "events",
        sdl: sdl(),
        graphql: schema::endpoint(&state),
        routes: calendar::routes(&state),
        workers: vec![end_dates],
        calls: messages::calls(&state),
        consumers: messages::consumers(&state),
        database: deps.database,
    })
}
