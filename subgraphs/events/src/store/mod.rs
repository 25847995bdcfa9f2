//! The only code that touches the events database. Knows no GraphQL.

pub mod categories;
pub mod events;
pub mod occurrences;
pub mod rows;
pub mod search;
pub mod ticket_types;
pub mod venues;

use sea_orm::{ConnectionTrait, Statement, Value};

use kit::database::StoreError;

/// Runs one statement with `$1`, `$2`… and says how many rows it changed.
async fn execute(connection: &impl ConnectionTrait, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await?.rows_affected())
}
