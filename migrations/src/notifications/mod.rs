//! The notifications database.

use sea_orm_migration::prelude::*;

mod m0002_notifications;

/// Brings a notifications database up to date.
pub struct Migrator;

#[async_trait::async_trait]
impl MigratorTrait for Migrator {
    fn migrations() -> Vec<Box<dyn MigrationTrait>> {
        vec![Box::new(m0001_platform::Migration), Box::new(m0002_notifications::Migration)]
    }
}

mod m0001_platform {
    use sea_orm_migration::prelude::*;

    #[derive(DeriveMigrationName)]
    pub struct Migration;

    #[async_trait::async_trait]
    impl MigrationTrait for Migration {
        async fn up(&self, manager: &SchemaManager) -> Result<(), DbErr> {
            crate::platform::up(manager).await
        }
    }
}
