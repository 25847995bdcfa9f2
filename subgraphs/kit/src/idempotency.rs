//! Idempotency keys: the same request twice gives the first answer, the same key for another request is refused.

use sea_orm::{ConnectionTrait, Statement};
use serde::Serialize;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::database::{Database, StoreError, Transaction};

/// How long a key is remembered.
pub const KEEP_MS: i64 = 48 * 60 * 60 * 1000;

/// What is known of a key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Claim {
    /// Never seen: do it, and `record` the result in the same transaction.
    Fresh,
    /// Done before: the result's reference.
    Replay(String),
    /// The key came with another request.
    Conflict,
}

/// Claims `key` within `scope` (caller and mutation) in the transaction of the effect. A second transaction with
/// the same key waits for the first.
pub async fn claim(txn: &Transaction, scope: &str, key: &Uuid, request: &impl Serialize, now_ms: i64) -> Result<Claim, StoreError> {
    let text = serde_json::to_vec(request).map_err(|error| StoreError::Bug(error.to_string()))?;
    let hash = crate::trace::hex(&Sha256::digest(&text));
    let backend = txn.get_database_backend();
    let insert = Statement::from_sql_and_values(
        backend,
        "INSERT INTO idempotency (scope, key, request_hash, created_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING",
        [scope.into(), key.to_string().into(), hash.clone().into(), now_ms.into()],
    );
    if txn.execute_raw(insert).await?.rows_affected() == 1 {
        return Ok(Claim::Fresh);
    }
    let select = Statement::from_sql_and_values(
        backend,
        "SELECT request_hash, result_ref FROM idempotency WHERE scope = $1 AND key = $2",
        [scope.into(), key.to_string().into()],
    );
    let row = txn.query_one_raw(select).await?.ok_or(StoreError::NotFound)?;
    let (known_hash, result): (String, Option<String>) = (row.try_get("", "request_hash")?, row.try_get("", "result_ref")?);
    if known_hash != hash {
        return Ok(Claim::Conflict);
    }
    result
        .map(Claim::Replay)
        .ok_or_else(|| StoreError::Bug(format!("idempotency key {key} of {scope} was committed without a result")))
}

/// Records what a replay answers with.
pub async fn record(txn: &Transaction, scope: &str, key: &Uuid, result_ref: &str) -> Result<(), StoreError> {
    let statement = Statement::from_sql_and_values(
        txn.get_database_backend(),
        "UPDATE idempotency SET result_ref = $1 WHERE scope = $2 AND key = $3",
        [result_ref.into(), scope.into(), key.to_string().into()],
    );
    txn.execute_raw(statement).await?;
    Ok(())
}

/// Forgets old keys.
pub async fn sweep(database: &Database, now_ms: i64) -> Result<u64, StoreError> {
    let connection = database.writer();
    let statement = Statement::from_sql_and_values(
        connection.get_database_backend(),
        "DELETE FROM idempotency WHERE created_at < $1",
        [(now_ms - KEEP_MS).into()],
    );
    Ok(connection.execute_raw(statement).await?.rows_affected())
}
