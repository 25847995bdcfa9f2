//! The inbox: which messages a consumer has handled.

use sea_orm::{ConnectionTrait, Statement};

use crate::database::{Database, StoreError, Transaction};

/// Messages are remembered longer than publishers can tell them again.
pub const KEEP_MS: i64 = 8 * 24 * 60 * 60 * 1000;

/// Claims the message for `consumer` in the transaction of its effect. `false`: it was handled before.
pub async fn claim(txn: &Transaction, consumer: &str, message_id: &str, now_ms: i64) -> Result<bool, StoreError> {
    let statement = Statement::from_sql_and_values(
        txn.get_database_backend(),
        "INSERT INTO inbox (consumer, message_id, handled_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
        [consumer.into(), message_id.into(), now_ms.into()],
    );
    Ok(txn.execute_raw(statement).await?.rows_affected() == 1)
}

/// Forgets what no publisher can tell again.
pub async fn sweep(database: &Database, now_ms: i64) -> Result<u64, StoreError> {
    let connection = database.writer();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "DELETE FROM inbox WHERE handled_at < $1",
        [(now_ms - KEEP_MS).into()],
    );
    Ok(connection.execute_raw(statement).await?.rows_affected())
}
