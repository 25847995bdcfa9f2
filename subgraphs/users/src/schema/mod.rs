//! What can be asked of users. Parses input, checks who asks, calls commands and loaders; never names the store's SQL.

mod errors;
mod loaders;
mod mutation;
mod query;
mod types;

use std::sync::Arc;

use async_graphql::{EmptySubscription, SchemaBuilder};
use contracts::access::TeamRole;
use kit::graphql::GraphqlEndpoint;

use crate::commands::State;
use loaders::Loaders;
use mutation::Mutation;
use query::Query;

/// The schema without anything it works with.
pub fn builder() -> SchemaBuilder<Query, Mutation, EmptySubscription> {
    kit::graphql::builder(Query, Mutation, EmptySubscription)
        .register_output_type::<types::Node>()
        .register_output_type::<errors::UserError>()
}

/// The schema, ready to be called.
pub fn endpoint(state: Arc<State>) -> Arc<dyn GraphqlEndpoint> {
    let schema = builder().data(state.clone()).finish();
    let database = state.deps.database.clone();
    kit::graphql::endpoint(crate::NAME, schema, move |request| request.data(Loaders::new(&database)))
}

/// The role of a membership row; the table's CHECK knows the same six.
pub fn role_of(text: &str) -> TeamRole {
    match text {
        "OWNER" => TeamRole::Owner,
        "ADMIN" => TeamRole::Admin,
        "EVENT_MANAGER" => TeamRole::EventManager,
        "FINANCE" => TeamRole::Finance,
        "SUPPORT" => TeamRole::Support,
        _ => TeamRole::DoorStaff,
    }
}
