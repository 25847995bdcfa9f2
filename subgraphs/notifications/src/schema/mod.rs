//! The GraphQL side. Never names the database.

mod errors;
mod loaders;
mod mutation;
mod query;
mod subscription;
mod types;

use async_graphql::Schema;

pub use loaders::Loaders;
use mutation::Mutation;
use query::Query;
use subscription::Subscription;

use crate::state::State;

pub type NotificationsSchema = Schema<Query, Mutation, Subscription>;

fn schema_builder() -> async_graphql::SchemaBuilder<Query, Mutation, Subscription> {
    kit::graphql::builder(Query, Mutation, Subscription).register_output_type::<errors::UserError>()
}

/// The executable schema.
pub fn build(state: State) -> NotificationsSchema {
    schema_builder().data(state).finish()
}

/// The schema in federation SDL; needs nothing to run.
pub fn sdl() -> String {
    kit::graphql::sdl(&schema_builder().finish())
}
