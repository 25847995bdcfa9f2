//! The use cases: one file each.

pub mod mark_read;
pub mod send_delivery;
