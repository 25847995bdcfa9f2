//! Bookings.
pub mod domain;
