//! Notifications: telling people what happened, in the application and by mail.
//!
//! Owns notifications and deliveries. Holds no address: who to write to, and the codes and tokens of a mail, are
//! asked for by internal calls when a mail is sent. Decides nothing about bookings or money.
//!
//! Reading order: `domain` (kinds and texts), `messages` (what is heard and what becomes of it), `commands::send_delivery`
//! (how a mail is made and sent), `channel` (the seam to the outside), `schema`.

pub mod channel;
mod commands;
mod config;
mod domain;
mod messages;
mod schema;
mod state;
mod store;
mod workers;

#[cfg(test)]
mod tests;

use std::sync::Arc;

use axum::Router;
use kit::internal::CallTable;
use kit::{Deps, Error, Service};

use channel::folder::Folder;
use channel::{Channel, dev_outbox, smtp};
use config::{Config, Mailing};
use state::{Inner, State};

/// The subgraph's name.
pub const NAME: &str = "notifications";

/// Builds the service.
///
/// # Errors
/// When its configuration is wrong, or it has no way to send mail.
pub fn service(deps: Deps) -> Result<Service, Error> {
    let config = Config::read(&deps)?;
    let (channel, routes): (Arc<dyn Channel>, Router) = match config.mailing {
        Mailing::Smtp { url, from } => (Arc::new(smtp::Smtp::new(&url, &from)?), Router::new()),
        Mailing::Folder(path) => {
            let folder = Folder::new(path, deps.clock.clone());
            (Arc::new(folder.clone()), dev_outbox::routes(folder))
        }
    };
    Ok(assemble(state(&deps, channel), routes, &deps.instance))
}

/// The subgraph's schema in federation SDL.
pub fn sdl() -> String {
    schema::sdl()
}

fn state(deps: &Deps, channel: Arc<dyn Channel>) -> State {
    State::new(Inner {
        access: contracts::access::memberships(deps.database.clone(), deps.internal.clone()),
        database: deps.database.clone(),
        clock: deps.clock.clone(),
        ids: deps.ids.clone(),
        live: deps.live.clone(),
        internal: deps.internal.clone(),
        cursors: deps.cursors.clone(),
        public_url: deps.public_url.trim_end_matches('/').to_owned(),
        channel,
    })
}

fn assemble(state: State, routes: Router, instance: &str) -> Service {
    let schema = schema::build(state.clone());
    let loading = state.clone();
    Service {
        name: NAME,
        sdl: sdl(),
        graphql: kit::graphql::endpoint(NAME, schema, move |request| request.data(schema::Loaders::new(&loading))),
        routes,
        workers: workers::workers(&state, instance),
        calls: CallTable::new(),
        consumers: messages::consumers(&state),
        database: state.database.clone(),
    }
}
