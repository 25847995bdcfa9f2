//! The GraphQL side: parses input, checks who asks, calls a command or a loader, and shapes the answer. Never
//! names the database.

mod access;
mod booking;
mod errors;
mod inputs;
mod loaders;
mod mutation;
mod payment;
mod query;
mod subscription;

use async_graphql::Schema;

pub use loaders::Loaders;
use mutation::Mutation;
use query::Query;
use subscription::Subscription;

use crate::state::State;

pub type PaymentsSchema = Schema<Query, Mutation, Subscription>;

fn schema_builder() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    kit::graphql::builder(Query, Mutation, Subscription)
        .register_output_type::<payment::Node>()
        .register_output_type::<errors::UserError>()
}

/// The executable schema.
pub fn build(state: State) -> PaymentsSchema {
    schema_builder().data(state).finish()
}

/// The schema in federation SDL; needs nothing to run.
pub fn sdl() -> String {
    kit::graphql::sdl(&schema_builder().finish())
}
