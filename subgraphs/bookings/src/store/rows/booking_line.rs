//! One product within a booking, with its frozen price.

use super::row;

row! {
    BookingLine in "booking_line" {
        id: String,
        booking_id: String,
        position: i64,
        product_id: String,
        quantity: i64,
        unit_price_minor: i64,
        total_minor: i64,
    }
}
