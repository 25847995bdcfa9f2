//! The GraphQL face of the subgraph: puts the schema together. Knows no SQL.

mod errors;
mod inputs;
mod listing;
mod loaders;
mod mutation;
mod query;
mod types;
mod values;

use std::sync::Arc;

use async_graphql::{EmptySubscription, SchemaBuilder};
use kit::graphql::GraphqlEndpoint;

use crate::State;

fn builder() -> SchemaBuilder<query::Query, mutation::Mutation, EmptySubscription> {
    kit::graphql::builder(query::Query, mutation::Mutation, EmptySubscription)
        .register_output_type::<types::Node>()
        .register_output_type::<errors::UserError>()
}

/// The schema in federation SDL.
pub fn sdl() -> String {
    kit::graphql::sdl(&builder().finish())
}

/// The schema, ready to be called: every request gets loaders of its own.
pub fn endpoint(state: &Arc<State>) -> Arc<dyn GraphqlEndpoint> {
    let schema = builder().data(state.clone()).finish();
    let state = state.clone();
    kit::graphql::endpoint("events", schema, move |request| request.data(loaders::Loaders::new(&state)))
}

/// The subgraph's state, in a resolver.
fn state<'a>(context: &async_graphql::Context<'a>) -> &'a Arc<State> {
    context.data_unchecked::<Arc<State>>()
}
