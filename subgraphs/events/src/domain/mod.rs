//! The pure rules of the catalogue: states, times, texts, prices. Knows no database, no GraphQL and no clock.

pub mod event;
pub mod icalendar;
pub mod invalid;
pub mod occurrence;
pub mod recurrence;
pub mod refund;
pub mod slug;
pub mod text;
pub mod ticket_type;
pub mod venue;
pub mod wall_time;

pub use invalid::Invalid;
