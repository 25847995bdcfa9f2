//! The rules of accounts, sessions and organisers: pure, without a database, a clock or a schema.

pub mod account;
pub mod challenge;
pub mod organizer;
pub mod session;
