//! Leases: one instance at a time does a job, on either engine.

use sea_orm::{ConnectionTrait, Statement};

use crate::database::{Database, StoreError};

/// Takes or renews the lease `name` for `owner` until `now_ms + ttl_ms`. `false`: another owner holds it.
pub async fn claim(database: &Database, name: &str, owner: &str, now_ms: i64, ttl_ms: i64) -> Result<bool, StoreError> {
    let connection = database.writer();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "INSERT INTO lease (name, owner, until) VALUES ($1, $2, $3)
         ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until
         WHERE lease.owner = excluded.owner OR lease.until < $4",
        [name.into(), owner.into(), (now_ms + ttl_ms).into(), now_ms.into()],
    );
    Ok(connection.execute_raw(statement).await?.rows_affected() == 1)
}

/// Gives the lease up, so that the next owner need not wait for its end. Nothing happens when another holds it.
pub async fn release(database: &Database, name: &str, owner: &str) -> Result<(), StoreError> {
    let connection = database.writer();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "DELETE FROM lease WHERE name = $1 AND owner = $2",
        [name.into(), owner.into()],
    );
    connection.execute_raw(statement).await?;
    Ok(())
}
