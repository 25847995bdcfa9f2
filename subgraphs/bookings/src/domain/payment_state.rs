//! The money life of a booking, derived from what was heard of its payments and refunds.

use super::booking::BookingStatus;

/// Where the money of a booking stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaymentState {
    NotRequired,
    Unpaid,
    Pending,
    Paid,
    PartiallyRefunded,
    Refunded,
    Overpaid,
}

/// What was heard, in the booking's smallest unit of money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Money {
    pub captured_minor: i64,
    pub refunded_minor: i64,
    /// The provider works on a payment.
    pub processing: bool,
}

/// Derives the state.
pub fn derive_payment_state(status: BookingStatus, total_minor: i64, money: Money) -> PaymentState {
    if money.captured_minor > 0 {
        let kept_minor = money.captured_minor - money.refunded_minor;
        return if kept_minor <= 0 {
            PaymentState::Refunded
        } else if kept_minor > total_minor {
            PaymentState::Overpaid
        } else if kept_minor == total_minor {
            PaymentState::Paid
        } else if money.refunded_minor > 0 {
            PaymentState::PartiallyRefunded
        } else {
            // Less than was asked for came; it goes back.
            PaymentState::Pending
        };
    }
    if total_minor == 0 {
        PaymentState::NotRequired
    } else if money.processing || status == BookingStatus::AwaitingPayment {
        PaymentState::Pending
    } else {
        PaymentState::Unpaid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn derived_from_what_was_heard() {
        use BookingStatus::*;
        use PaymentState::*;
        let cases = [
            (Held, 0, 0, 0, false, NotRequired),
            (Confirmed, 0, 0, 0, false, NotRequired),
            (Held, 100, 0, 0, false, Unpaid),
            (Held, 100, 0, 0, true, Pending),
            (AwaitingPayment, 100, 0, 0, false, Pending),
            (Expired, 100, 0, 0, false, Unpaid),
            (Confirmed, 100, 100, 0, false, Paid),
            (Confirmed, 100, 200, 0, false, Overpaid),
            (Confirmed, 100, 200, 100, false, Paid),
            (Cancelled, 100, 100, 50, false, PartiallyRefunded),
            (Cancelled, 100, 100, 100, false, Refunded),
            (AwaitingPayment, 100, 90, 0, false, Pending),
            (Confirmed, 0, 100, 0, false, Overpaid),
        ];
        for (status, total, captured_minor, refunded_minor, processing, expected) in cases {
            let money = Money {
                captured_minor,
                refunded_minor,
                processing,
            };
            assert_eq!(derive_payment_state(status, total, money), expected, "{status} {total} {money:?}");
        }
    }
}
