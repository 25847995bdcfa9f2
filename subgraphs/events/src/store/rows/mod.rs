//! The tables, one file each.

pub mod category;
pub mod event;
pub mod event_category;
pub mod occurrence;
pub mod ticket_type;
pub mod venue;
