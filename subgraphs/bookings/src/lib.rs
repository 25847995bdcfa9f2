//! Bookings: inventory, holds, tickets and the door.
//!
//! Owns quotas and which products draw on them, bookings from HELD to CONFIRMED and beyond, tickets and check-in. Copies
//! what it needs of the catalogue from messages. Never sees money: payments tells what became of it. Knows no other
//! subgraph but by the messages and calls in `contracts`.
//!
//! Reading order: `domain` (the rules), `commands::hold_place` and `commands::transition` (how places move),
//! `store::inventory` (the one admission test), `messages` and `workers` (what happens by itself), `schema`.

mod calls;
mod commands;
mod config;
mod domain;
mod feed;
mod messages;
mod permit;
mod schema;
mod state;
mod store;
mod workers;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use kit::{Deps, Error, Service};

use state::{Shared, State};

/// The subgraph's name.
pub const NAME: &str = "bookings";

/// Builds the service.
///
/// # Errors
/// When its configuration is wrong or there is no signing key.
pub fn service(deps: Deps) -> Result<Service, Error> {
    Ok(assemble(&Arc::new(State::new(deps)?)))
}

/// The subgraph's schema in federation SDL; needs nothing to run.
pub fn sdl() -> String {
    schema::sdl()
}

fn assemble(state: &Shared) -> Service {
    Service {
        name: NAME,
        sdl: sdl(),
        graphql: schema::endpoint(state),
        routes: Default::default(),
        workers: workers::workers(state),
        calls: calls::table(state),
        consumers: messages::consumers(state),
        database: state.deps.database.clone(),
    }
}
