//! Organisers and the memberships of their teams.

use sea_orm_migration::prelude::*;

#[derive(DeriveMigrationName)]
pub struct Migration;

#[async_trait::async_trait]
impl MigrationTrait for Migration {
    async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
        crate::platform::run(
            manager,
            &[
                "CREATE TABLE organizer (
                    id TEXT PRIMARY KEY,
                    slug TEXT NOT NULL UNIQUE,
                    name TEXT NOT NULL,
                    default_currency TEXT NOT NULL,
                    default_time_zone TEXT NOT NULL,
                    created_at BIGINT NOT NULL)",
                "CREATE TABLE membership (
                    id TEXT PRIMARY KEY,
                    organizer_id TEXT NOT NULL REFERENCES organizer (id),
                    account_id TEXT NOT NULL REFERENCES account (id),
                    role TEXT NOT NULL CHECK (role IN ('OWNER', 'ADMIN', 'EVENT_MANAGER', 'FINANCE', 'SUPPORT', 'DOOR_STAFF')),
                    since BIGINT NOT NULL,
                    version BIGINT NOT NULL,
                    UNIQUE (organizer_id, account_id))",
                "CREATE INDEX membership_account ON membership (account_id)",
            ],
        )
        .await
    }
}
