//! The databases' shape: one module and one Migrator per subgraph; append-only. Knows no Row and no subgraph.
//!
//! SQL stays in the common subset of SQLite and PostgreSQL. Times are BIGINT epoch milliseconds, ids TEXT.

// `async_trait` and the signature of `MigrationTrait::up` agree only on the elided form.
#![allow(elided_lifetimes_in_paths)]

pub mod bookings;
pub mod events;
pub mod notifications;
pub mod payments;
pub mod platform;
pub mod users;

pub use sea_orm_migration::MigratorTrait;
