//! The bookings database.

use sea_orm_migration::prelude::*;

mod m0002_bookings;

/// Brings a bookings database up to date.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m0001_platform::Migration), Box::new(m0002_bookings::Migration)]
    }
}

mod m0001_platform {
    use sea_orm_migration::prelude::*;

    #[derive(DeriveMigrationName)]
    pub struct Migration;

    // The trait's generated signature hides the manager's lifetime, so ours has to.
    #[allow(elided_lifetimes_in_paths)]
    #[async_trait::async_trait]
    impl MigrationTrait for Migration {
        async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
            crate::platform::up(manager).await
        }
    }
}
