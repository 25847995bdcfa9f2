//! The tables every subgraph's database has: outbox, inbox, lease, idempotency, grant projection. `kit` reads
//! and writes them.

use sea_orm_migration::prelude::*;
use sea_orm_migration::sea_orm::{ConnectionTrait, DatabaseBackend};

/// Creates the tables.
pub async fn up(manager: &SchemaManager<'_>) -> Result<(), DbErr> {
    // A growing number by itself is the one thing the two engines spell differently.
    let sequence = match manager.get_database_backend() {
        DatabaseBackend::Postgres => "seq BIGSERIAL PRIMARY KEY",
        _ => "seq INTEGER PRIMARY KEY AUTOINCREMENT",
    };
    run(
        manager,
        &[
            &format!(
                "CREATE TABLE outbox (
                    {sequence},
                    id TEXT NOT NULL UNIQUE,
                    type TEXT NOT NULL,
                    aggregate_kind TEXT NOT NULL,
                    aggregate_id TEXT NOT NULL,
                    envelope TEXT NOT NULL,
                    created_at BIGINT NOT NULL,
                    published_at BIGINT NULL,
                    attempts BIGINT NOT NULL DEFAULT 0,
                    retry_at BIGINT NOT NULL DEFAULT 0,
                    last_error TEXT NULL,
                    dead_at BIGINT NULL)"
            ),
            "CREATE INDEX outbox_unpublished ON outbox (seq) WHERE published_at IS NULL AND dead_at IS NULL",
            "CREATE INDEX outbox_created ON outbox (created_at)",
            "CREATE TABLE inbox (
                consumer TEXT NOT NULL,
                message_id TEXT NOT NULL,
                handled_at BIGINT NOT NULL,
                PRIMARY KEY (consumer, message_id))",
            "CREATE INDEX inbox_handled ON inbox (handled_at)",
            "CREATE TABLE lease (
                name TEXT PRIMARY KEY,
                owner TEXT NOT NULL,
                until BIGINT NOT NULL)",
            "CREATE TABLE idempotency (
                scope TEXT NOT NULL,
                key TEXT NOT NULL,
                request_hash TEXT NOT NULL,
                result_ref TEXT NULL,
                created_at BIGINT NOT NULL,
                PRIMARY KEY (scope, key))",
            "CREATE INDEX idempotency_created ON idempotency (created_at)",
            "CREATE TABLE grant_projection (
                subject_id TEXT NOT NULL,
                resource_id TEXT NOT NULL,
                permissions TEXT NOT NULL,
                version BIGINT NOT NULL,
                PRIMARY KEY (subject_id, resource_id))",
        ],
    )
    .await
}

/// Runs statements in order.
pub async fn run(manager: &SchemaManager<'_>, statements: &[&str]) -> Result<(), DbErr> {
    let connection = manager.get_connection();
    for statement in statements {
        connection.execute_unprepared(statement).await?;
    }
    Ok(())
}
