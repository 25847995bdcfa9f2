//! One file per table.

pub mod account;
pub mod challenge;
pub mod login_session;
pub mod membership;
pub mod organizer;
