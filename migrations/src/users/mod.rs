//! The users database: accounts, challenges, sessions, organisers, memberships.

use sea_orm_migration::prelude::*;

mod m0001_platform;
mod m0002_accounts;
mod m0003_organizers;

/// Brings a users database up to date.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![
            Box::new(m0001_platform::Migration),
            Box::new(m0002_accounts::Migration),
            Box::new(m0003_organizers::Migration),
        ]
    }
}
