//! One file per table.

pub mod delivery;
pub mod notification;
