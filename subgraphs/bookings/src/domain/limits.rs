//! Every number of bookings, named. Times in milliseconds.

/// How long a fresh hold lasts.
pub const HOLD_MS: i64 = 10 * 60_000;
/// What the one extension adds.
pub const EXTENSION_MS: i64 = 5 * 60_000;
/// How long a started payment may take before it is asked to be given up.
pub const PAYMENT_DEADLINE_MS: i64 = 15 * 60_000;
/// What is left at least after a declined payment.
pub const AFTER_DECLINE_MS: i64 = 10 * 60_000;
/// However often a payment is tried, places are kept from others no longer than this after the hold was placed.
pub const UNPAID_AT_MOST_MS: i64 = 2 * 60 * 60_000;
/// A deadline that was announced and led nowhere is announced again after this long.
pub const ANNOUNCE_AGAIN_MS: i64 = 2 * 60_000;
/// Tickets in one booking.
pub const TICKETS_PER_BOOKING: i64 = 20;
/// "Few left": at most this many ...
pub const FEW_LEFT: i64 = 5;
/// ... or this share of the capacity, whichever is more.
pub const FEW_LEFT_PERCENT: i64 = 10;
/// A guest's token opens its booking this long.
pub const GUEST_TOKEN_MS: i64 = 180 * 24 * 60 * 60_000;
/// The largest capacity a quota can be given.
pub const CAPACITY_AT_MOST: i64 = 10_000_000;
/// Products on one quota.
pub const PRODUCTS_PER_QUOTA: usize = 100;
/// Characters in the name of a quota.
pub const QUOTA_NAME_CHARACTERS: usize = 100;
/// Characters in the reason of a cancellation.
pub const REASON_CHARACTERS: usize = 500;

/// When a hold placed at `now_ms` runs out.
pub fn hold_deadline(now_ms: i64) -> i64 {
    now_ms + HOLD_MS
}

/// When a payment begun at `now_ms` has to be finished.
pub fn payment_deadline(created_at_ms: i64, now_ms: i64) -> i64 {
    (now_ms + PAYMENT_DEADLINE_MS).min(created_at_ms + UNPAID_AT_MOST_MS)
}

/// When the hold runs out after a payment ended without money while time was left.
pub fn deadline_after_decline(created_at_ms: i64, payment_deadline_ms: i64, now_ms: i64) -> i64 {
    payment_deadline_ms
        .max(now_ms + AFTER_DECLINE_MS)
        .min(created_at_ms + UNPAID_AT_MOST_MS)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MINUTE_MS: i64 = 60_000;

    #[test]
    fn a_decline_leaves_at_least_ten_minutes_but_not_for_ever() {
        assert_eq!(deadline_after_decline(0, 15 * MINUTE_MS, 2 * MINUTE_MS), 15 * MINUTE_MS);
        assert_eq!(deadline_after_decline(0, 15 * MINUTE_MS, 14 * MINUTE_MS), 24 * MINUTE_MS);
        assert_eq!(deadline_after_decline(0, 119 * MINUTE_MS, 118 * MINUTE_MS), 120 * MINUTE_MS);
        assert_eq!(payment_deadline(0, MINUTE_MS), 16 * MINUTE_MS);
        assert_eq!(payment_deadline(0, 110 * MINUTE_MS), 120 * MINUTE_MS);
    }
}
