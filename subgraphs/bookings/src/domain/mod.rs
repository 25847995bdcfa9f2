//! The rules of bookings, pure: what may be held, confirmed, cancelled and checked in, and what follows from it.
//!
//! Knows no database, no GraphQL, no runtime and no clock; whoever asks brings the time.

pub mod availability;
pub mod booking;
pub mod cancellation;
pub mod check_in;
pub mod code;
pub mod contact;
pub mod hold;
pub mod limits;
pub mod payment_state;
pub mod qr;
pub mod ticket;
