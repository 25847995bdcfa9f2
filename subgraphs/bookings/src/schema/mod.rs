//! The GraphQL face of bookings: parses input, checks who asks, calls a command or a loader, shapes the answer. Knows no
//! SQL.

mod booking;
mod door;
mod enums;
mod errors;
mod inputs;
mod inventory;
mod loaders;
mod mutation;
mod query;
mod shared;
mod subscription;
mod ticket;

use std::sync::Arc;

use async_graphql::SchemaBuilder;
use kit::graphql::GraphqlEndpoint;

use crate::state::Shared;

fn builder() -> SchemaBuilder<query::Query, mutation::Mutation, subscription::Subscription> {
    kit::graphql::builder(query::Query, mutation::Mutation, subscription::Subscription)
        .register_output_type::<shared::Node>()
        .register_output_type::<errors::UserError>()
}

/// The schema in federation SDL; needs nothing to run.
pub fn sdl() -> String {
    kit::graphql::sdl(&builder().finish())
}

/// The schema, ready to be called: every request gets loaders of its own.
pub fn endpoint(state: &Shared) -> Arc<dyn GraphqlEndpoint> {
    let schema = builder().data(state.clone()).finish();
    let state = state.clone();
    kit::graphql::endpoint(crate::NAME, schema, move |request| request.data(loaders::Loaders::new(&state)))
}

/// The subgraph's state, in a resolver.
fn state<'a>(context: &async_graphql::Context<'a>) -> &'a Shared {
    context.data_unchecked::<Shared>()
}

/// A count as GraphQL's Int; beyond its range, its end.
fn int(number: i64) -> i32 {
    i32::try_from(number).unwrap_or(if number < 0 { i32::MIN } else { i32::MAX })
}
