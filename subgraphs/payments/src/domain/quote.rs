//! How much: the share that comes back, what is still due, and what cancelling now would give.

use contracts::values::{RefundPolicy, RefundPolicyKind};

const HOUR_MS: i64 = 3_600_000;

/// An amount that cannot be: negative, or beyond 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmountRefused;

/// `percent` (0 to 100) of `captured_minor`, rounded to the nearest minor unit, halves up: in doubt for the buyer.
/// A percentage outside the range counts as its nearer end.
pub fn share(captured_minor: i64, percent: i32) -> Result<i64, AmountRefused> {
    if captured_minor < 0 {
        return Err(AmountRefused);
    }
    let percent = i128::from(percent.clamp(0, 100));
    let rounded = (i128::from(captured_minor) * percent + 50) / 100;
    i64::try_from(rounded).map_err(|_| AmountRefused)
}

/// The sum of amounts in minor units.
pub fn add(amounts: impl IntoIterator<Item = i64>) -> Result<i64, AmountRefused> {
    amounts
        .into_iter()
        .try_fold(0_i64, |sum, amount| sum.checked_add(amount).ok_or(AmountRefused))
}

/// What is still to pay: never less than nothing.
pub fn due(total_minor: i64, paid_minor: i64) -> Result<i64, AmountRefused> {
    Ok(total_minor.checked_sub(paid_minor).ok_or(AmountRefused)?.max(0))
}

/// What cancelling at a moment would give back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    pub refundable_minor: i64,
    pub retained_minor: i64,
    pub percent: i32,
    /// Epoch milliseconds until which this percentage holds; `None` when nothing comes back anyway.
    pub deadline_ms: Option<i64>,
}

/// What cancelling `now` would give back of `captured_minor`, of which `returned_minor` is given back already.
/// `None`: the buyer may not cancel now.
pub fn quote(
    policy: &RefundPolicy,
    starts_at_ms: i64,
    now_ms: i64,
    captured_minor: i64,
    returned_minor: i64,
) -> Result<Option<Quote>, AmountRefused> {
    let Some(percent) = policy.percent_at(starts_at_ms, now_ms) else {
        return Ok(None);
    };
    let percent = percent.clamp(0, 100);
    let left_minor = due(captured_minor, returned_minor)?;
    let refundable_minor = share(captured_minor, percent)?.min(left_minor);
    Ok(Some(Quote {
        refundable_minor,
        retained_minor: left_minor - refundable_minor,
        percent,
        deadline_ms: (percent > 0).then(|| deadline_ms(policy, starts_at_ms, percent)),
    }))
}

/// The last moment at which `percent` comes back.
fn deadline_ms(policy: &RefundPolicy, starts_at_ms: i64, percent: i32) -> i64 {
    let may_cancel_until_hours = policy.buyer_may_cancel_until_hours.unwrap_or(0);
    let tier_hours = match policy.kind {
        RefundPolicyKind::Tiered => policy
            .tiers
            .iter()
            .filter(|tier| tier.percent >= percent)
            .map(|tier| tier.hours_before_start)
            .min()
            .unwrap_or(0),
        _ => 0,
    };
    starts_at_ms - i64::from(may_cancel_until_hours.max(tier_hours)) * HOUR_MS
}

#[cfg(test)]
mod tests {
    use contracts::values::RefundTier;
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn share_rounds_halves_up_and_checks() {
        assert_eq!(share(1_000, 50), Ok(500));
        assert_eq!(share(1, 50), Ok(1));
        assert_eq!(share(999, 33), Ok(330));
        assert_eq!(share(i64::MAX, 100), Ok(i64::MAX));
        assert_eq!(share(5, 250), Ok(5));
        assert_eq!(share(5, -3), Ok(0));
        assert_eq!(share(-1, 100), Err(AmountRefused));
        assert_eq!(add([i64::MAX, 1]), Err(AmountRefused));
        assert_eq!(due(5, 9), Ok(0));
    }

    proptest! {
        #[test]
        fn share_never_exceeds_what_was_captured(captured in 0_i64.., percent in 0..=100) {
            let back = share(captured, percent).unwrap();
            prop_assert!((0..=captured).contains(&back));
        }
    }

    #[test]
    fn quote_says_percent_amounts_and_deadline() {
        let start = 1_000 * HOUR_MS;
        let policy = RefundPolicy {
            kind: RefundPolicyKind::Tiered,
            tiers: vec![
                RefundTier {
                    hours_before_start: 168,
                    percent: 100,
                },
                RefundTier {
                    hours_before_start: 48,
                    percent: 50,
                },
            ],
            buyer_may_cancel_until_hours: Some(24),
            text: None,
        };
        let at = |hours_left: i64| start - hours_left * HOUR_MS;
        assert_eq!(
            quote(&policy, start, at(100), 1_001, 0),
            Ok(Some(Quote {
                refundable_minor: 501,
                retained_minor: 500,
                percent: 50,
                deadline_ms: Some(at(48)),
            }))
        );
        assert_eq!(
            quote(&policy, start, at(200), 1_000, 400),
            Ok(Some(Quote {
                refundable_minor: 600,
                retained_minor: 0,
                percent: 100,
                deadline_ms: Some(at(168)),
            }))
        );
        assert_eq!(
            quote(&policy, start, at(30), 1_000, 0),
            Ok(Some(Quote {
                refundable_minor: 0,
                retained_minor: 1_000,
                percent: 0,
                deadline_ms: None,
            }))
        );
        assert_eq!(quote(&policy, start, at(23), 1_000, 0), Ok(None));
        let full = RefundPolicy::standard();
        assert_eq!(quote(&full, start, at(30), 1_000, 0).unwrap().unwrap().deadline_ms, Some(at(24)));
    }
}
