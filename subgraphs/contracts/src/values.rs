//! Value types that several subgraphs carry unchanged.

use serde::{Deserialize, Serialize};

/// An amount in the currency's smallest unit. `currency` is an ISO 4217 code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    pub amount_minor: i64,
    pub currency: String,
}

/// When a buyer may cancel, and what share of the money comes back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundPolicy {
    pub kind: RefundPolicyKind,
    /// Used by `Tiered`; sorted by `hours_before_start`, largest first.
    pub tiers: Vec<RefundTier>,
    /// Cancelling is refused later than this many hours before the start; `None`: until the start.
    pub buyer_may_cancel_until_hours: Option<i32>,
    pub text: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum RefundPolicyKind {
    None,
    Full,
    Tiered,
    CaseByCase,
}

/// `percent` (0 to 100) comes back when at least `hours_before_start` hours are left.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefundTier {
    pub hours_before_start: i32,
    pub percent: i32,
}

impl RefundPolicy {
    /// The policy of an event that named none: the whole price until a day before the start.
    pub fn standard() -> Self {
        Self {
            kind: RefundPolicyKind::Full,
            tiers: Vec::new(),
            buyer_may_cancel_until_hours: Some(24),
            text: None,
        }
    }

    /// The share that comes back when cancelling `now`, both times in epoch milliseconds:
    /// `None` when the buyer may not cancel any more (or only the organiser decides), else 0 to 100.
    pub fn percent_at(&self, starts_at_ms: i64, now_ms: i64) -> Option<i32> {
        const HOUR_MS: i64 = 3_600_000;
        let left_ms = starts_at_ms - now_ms;
        let limit_ms = i64::from(self.buyer_may_cancel_until_hours.unwrap_or(0)) * HOUR_MS;
        if left_ms < limit_ms || left_ms <= 0 {
            return None;
        }
        match self.kind {
            RefundPolicyKind::None => Some(0),
            RefundPolicyKind::Full => Some(100),
            RefundPolicyKind::CaseByCase => None,
            RefundPolicyKind::Tiered => Some(
                self.tiers
                    .iter()
                    .filter(|tier| left_ms >= i64::from(tier.hours_before_start) * HOUR_MS)
                    .map(|tier| tier.percent)
                    .max()
                    .unwrap_or(0),
            ),
        }
    }
}

/// How to reach the person behind a booking or an account. Travels in internal calls only, never in a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contact {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub locale: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUR_MS: i64 = 3_600_000;

    fn policy(kind: RefundPolicyKind, until: Option<i32>) -> RefundPolicy {
        RefundPolicy {
            kind,
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
            buyer_may_cancel_until_hours: until,
            text: None,
        }
    }

    #[test]
    fn percent_follows_kind_tiers_and_deadline() {
        use RefundPolicyKind::*;
        let cases = [
            (Full, Some(24), 25, Some(100)),
            (Full, Some(24), 24, Some(100)),
            (Full, Some(24), 23, Option::None),
            (None, Option::None, 1, Some(0)),
            (CaseByCase, Option::None, 500, Option::None),
            (Tiered, Option::None, 200, Some(100)),
            (Tiered, Option::None, 48, Some(50)),
            (Tiered, Option::None, 47, Some(0)),
            (Full, Option::None, 0, Option::None),
        ];
        for (kind, until, hours_left, expected) in cases {
            assert_eq!(
                policy(kind, until).percent_at(hours_left * HOUR_MS, 0),
                expected,
                "{kind:?} {hours_left} h"
            );
        }
    }
}
