//! Payments: money in through a provider, money back to the buyer, and the proof of both.
//!
//! Owns payments, refunds and received webhooks. Knows bookings by id only: whether one may be paid is asked by one
//! internal call, what became of the money is told by messages. Never sees a card: the provider does.
//!
//! Reading order: `domain` (the two machines), `commands::observe_payment` (how a payment moves), `provider` (the
//! seam to the outside), `messages` and `workers` (what happens by itself), `schema`.

mod commands;
mod config;
mod domain;
mod messages;
pub mod provider;
mod routes;
mod schema;
mod state;
mod store;
mod workers;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use kit::internal::CallTable;
use kit::{Deps, Error, Service};

use config::Config;
use provider::sandbox::{self, Sandbox};
use state::{Inner, State};

/// The subgraph's name.
pub const NAME: &str = "payments";

/// Builds the service.
///
/// # Errors
/// When its configuration is wrong, or the sandbox provider may not run here.
pub fn service(deps: Deps) -> Result<Service, Error> {
    let config = Config::read(&deps)?;
    let sandbox = Sandbox::new(
        deps.database.clone(),
        deps.clock.clone(),
        deps.ids.clone(),
        &deps.public_url,
        config.sandbox_webhook_secrets,
    );
    let state = state(&deps, Arc::new(sandbox.clone()));
    Ok(assemble(state, &sandbox, &deps.instance))
}

/// The subgraph's schema in federation SDL.
pub fn sdl() -> String {
    schema::sdl()
}

fn state(deps: &Deps, provider: Arc<dyn provider::Provider>) -> State {
    State::new(Inner {
        access: contracts::access::memberships(deps.database.clone(), deps.internal.clone()),
        database: deps.database.clone(),
        clock: deps.clock.clone(),
        ids: deps.ids.clone(),
        live: deps.live.clone(),
        cache: deps.cache.clone(),
        internal: deps.internal.clone(),
        provider,
        public_url: deps.public_url.clone(),
    })
}

fn assemble(state: State, sandbox: &Sandbox, instance: &str) -> Service {
    let webhooks = routes::webhook_routes(state.clone());
    let schema = schema::build(state.clone());
    let loading = state.clone();
    Service {
        name: NAME,
        sdl: sdl(),
        graphql: kit::graphql::endpoint(NAME, schema, move |request| request.data(schema::Loaders::new(&loading))),
        workers: workers::workers(&state, sandbox, &webhooks, instance),
        routes: webhooks.merge(sandbox::routes(sandbox.clone())),
        calls: CallTable::new(),
        consumers: messages::consumers(&state),
        database: state.database.clone(),
    }
}
