//! The users subgraph: accounts, sessions and tokens, organisers and their teams.
//!
//! Reading order: `domain` (the rules), `store` (the SQL), `commands` (what changes state), `schema` (what is asked),
//! `messages` (what is told). Knows no other subgraph.

pub mod commands;
pub mod config;
pub mod domain;
mod messages;
mod routes;
mod schema;
mod secrets;
mod store;

use std::sync::Arc;

use kit::bus::Consumers;

use crate::commands::State;
use crate::config::Config;

/// The subgraph's name, as in URLs, databases and messages.
pub const NAME: &str = "users";

/// Builds the subgraph. Fails when a USERS_* variable cannot be read or its signing key is missing.
pub fn service(deps: kit::Deps) -> kit::Result<kit::Service> {
    let config = Config::read(&deps.env)?;
    let signing_key = deps
        .signing_key
        .clone()
        .ok_or_else(|| kit::Error::internal("the users subgraph has no signing key"))?;
    let state = Arc::new(State::new(deps, config, signing_key)?);
    Ok(kit::Service {
        name: NAME,
        sdl: sdl(),
        graphql: schema::endpoint(state.clone()),
        routes: routes::routes(&state),
        workers: Vec::new(),
        calls: messages::calls(&state),
        consumers: Consumers::new(),
        database: state.deps.database.clone(),
    })
}

/// The schema in federation SDL.
pub fn sdl() -> String {
    kit::graphql::sdl(&schema::builder().finish())
}
