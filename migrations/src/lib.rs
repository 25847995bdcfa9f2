//! The databases' shape: one module and one Migrator per subgraph; append-only. Knows no Row and no subgraph.
//!
//! SQL stays in the common subset of SQLite and PostgreSQL. Times are BIGINT epoch milliseconds, ids TEXT.

pub mod bookings;
pub mod events;
pub mod notifications;
pub mod payments;
pub mod platform;
pub mod users;
