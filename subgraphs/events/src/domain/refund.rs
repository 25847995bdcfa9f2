//! Which refund policies make sense.

use contracts::values::{RefundPolicy, RefundPolicyKind};

use super::{Invalid, text};

pub const MAX_TIERS: usize = 6;
pub const MAX_HOURS: i32 = 24 * 366;
const MAX_TEXT_CHARACTERS: usize = 2_000;

/// Checks a policy and brings its tiers in order, the longest time before the start first. A later tier must never
/// give back more than an earlier one.
pub fn parse(mut policy: RefundPolicy) -> Result<RefundPolicy, Invalid> {
    let bad = |message: String, step: &str| Invalid::new("BAD_REFUND_POLICY", message, &["refundPolicy", step]);
    if let Some(hours) = policy.buyer_may_cancel_until_hours
        && !(0..=MAX_HOURS).contains(&hours)
    {
        return Err(bad(format!("Hours go from 0 to {MAX_HOURS}."), "buyerMayCancelUntilHours"));
    }
    match (policy.kind, policy.tiers.len()) {
        (RefundPolicyKind::Tiered, 0) => return Err(bad("A tiered policy needs at least one tier.".to_owned(), "tiers")),
        (RefundPolicyKind::Tiered, count) if count > MAX_TIERS => return Err(bad(format!("Use at most {MAX_TIERS} tiers."), "tiers")),
        (RefundPolicyKind::Tiered, _) | (_, 0) => {}
        _ => return Err(bad("Only a tiered policy has tiers.".to_owned(), "tiers")),
    }
    for tier in &policy.tiers {
        if !(0..=MAX_HOURS).contains(&tier.hours_before_start) {
            return Err(bad(format!("Hours go from 0 to {MAX_HOURS}."), "tiers"));
        }
        if !(0..=100).contains(&tier.percent) {
            return Err(bad("A percentage goes from 0 to 100.".to_owned(), "tiers"));
        }
    }
    policy.tiers.sort_by_key(|tier| std::cmp::Reverse(tier.hours_before_start));
    for pair in policy.tiers.windows(2) {
        if pair[0].hours_before_start == pair[1].hours_before_start {
            return Err(bad(
                format!("Two tiers begin {} hours before the start.", pair[0].hours_before_start),
                "tiers",
            ));
        }
        if pair[0].percent < pair[1].percent {
            return Err(bad("Whoever cancels earlier must not get less back.".to_owned(), "tiers"));
        }
    }
    policy.text = match policy.text {
        None => None,
        Some(words) => text::paragraphs(&words, MAX_TEXT_CHARACTERS, &["refundPolicy", "text"])?,
    };
    Ok(policy)
}

#[cfg(test)]
mod tests {
    use contracts::values::RefundTier;

    use super::*;

    fn policy(kind: RefundPolicyKind, tiers: &[(i32, i32)], until: Option<i32>) -> RefundPolicy {
        RefundPolicy {
            kind,
            tiers: tiers
                .iter()
                .map(|&(hours_before_start, percent)| RefundTier {
                    hours_before_start,
                    percent,
                })
                .collect(),
            buyer_may_cancel_until_hours: until,
            text: None,
        }
    }

    #[test]
    fn policies_are_checked_and_ordered() {
        use RefundPolicyKind::*;
        let parsed = parse(policy(Tiered, &[(24, 50), (168, 100)], Some(2))).unwrap();
        assert_eq!(parsed.tiers.iter().map(|tier| tier.percent).collect::<Vec<_>>(), [100, 50]);
        assert!(parse(policy(None, &[], Option::None)).is_ok());
        assert_eq!(parse(RefundPolicy::standard()), Ok(RefundPolicy::standard()));
        let refused = [
            policy(Tiered, &[], Option::None),
            policy(Full, &[(1, 1)], Option::None),
            policy(Tiered, &[(1, 101)], Option::None),
            policy(Tiered, &[(-1, 10)], Option::None),
            policy(Tiered, &[(1, 10), (1, 20)], Option::None),
            policy(Tiered, &[(1, 100), (48, 50)], Option::None),
            policy(Tiered, &[(1, 1), (2, 1), (3, 1), (4, 1), (5, 1), (6, 1), (7, 1)], Option::None),
            policy(Full, &[], Some(-1)),
        ];
        for policy in refused {
            assert_eq!(parse(policy.clone()).unwrap_err().code, "BAD_REFUND_POLICY", "{policy:?}");
        }
    }
}
