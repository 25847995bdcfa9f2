//! Accounts, the challenges that prove things about them, and their login sessions.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::platform::run(
            manager,
            &[
                // "user" is a reserved word of PostgreSQL.
                "CREATE TABLE account (
                    id TEXT PRIMARY KEY,
                    email TEXT NOT NULL UNIQUE,
                    email_verified_at BIGINT NULL,
                    password_hash TEXT NOT NULL,
                    display_name TEXT NOT NULL,
                    locale TEXT NOT NULL,
                    time_zone TEXT NULL,
                    created_at BIGINT NOT NULL)",
                // The secret is derived from the id and the subgraph's key, so none is stored.
                "CREATE TABLE challenge (
                    id TEXT PRIMARY KEY,
                    account_id TEXT NOT NULL REFERENCES account (id),
                    kind TEXT NOT NULL CHECK (kind IN ('sign_up', 'known_address', 'password_reset')),
                    created_at BIGINT NOT NULL,
                    expires_at BIGINT NOT NULL,
                    used_at BIGINT NULL,
                    tries BIGINT NOT NULL DEFAULT 0)",
                "CREATE INDEX challenge_account ON challenge (account_id, kind, created_at)",
                "CREATE TABLE login_session (
                    id TEXT PRIMARY KEY,
                    account_id TEXT NOT NULL REFERENCES account (id),
                    user_agent TEXT NULL,
                    created_at BIGINT NOT NULL,
                    last_seen_at BIGINT NOT NULL,
                    generation BIGINT NOT NULL DEFAULT 1,
                    rotated_at BIGINT NOT NULL,
                    revoked_at BIGINT NULL)",
                "CREATE INDEX login_session_account ON login_session (account_id, last_seen_at)",
            ],
        )
        .await
    }
}
