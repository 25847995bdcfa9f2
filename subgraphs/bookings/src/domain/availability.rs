//! What is left, and how it is said: from the counts of quotas to one state a page can show.

use std::collections::BTreeMap;

use super::limits::{FEW_LEFT, FEW_LEFT_PERCENT};

/// How availability is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AvailabilityState {
    Available,
    FewLeft,
    /// Nothing is free now, but holds may still lapse.
    HeldByOthers,
    SoldOut,
    /// Not on sale now.
    Closed,
}

impl AvailabilityState {
    pub const ALL: [Self; 5] = [Self::Available, Self::FewLeft, Self::HeldByOthers, Self::SoldOut, Self::Closed];

    /// The stable name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Available => "AVAILABLE",
            Self::FewLeft => "FEW_LEFT",
            Self::HeldByOthers => "HELD_BY_OTHERS",
            Self::SoldOut => "SOLD_OUT",
            Self::Closed => "CLOSED",
        }
    }

    /// The state of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// What is left of something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Availability {
    pub state: AvailabilityState,
    /// `None`: unlimited.
    pub remaining: Option<i64>,
}

/// The counts of a quota.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuotaCount {
    /// `None`: unlimited.
    pub capacity: Option<i64>,
    pub held: i64,
    pub sold: i64,
}

impl QuotaCount {
    /// Places left; `None`: unlimited.
    pub fn remaining(&self) -> Option<i64> {
        self.capacity.map(|capacity| (capacity - self.held - self.sold).max(0))
    }
}

/// A product with the quotas it draws on: (key into the counts, units for each).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draws<'a> {
    /// Whether it is on sale now.
    pub open: bool,
    pub on: Vec<(&'a str, i64)>,
}

fn is_few(remaining: i64, capacity: i64) -> bool {
    remaining <= FEW_LEFT.max(capacity * FEW_LEFT_PERCENT / 100)
}

/// The availability of one product. A product without a quota is not on sale.
pub fn of_product(draws: &Draws<'_>, counts: &BTreeMap<&str, QuotaCount>) -> Availability {
    let drawn: Vec<(&QuotaCount, i64)> = draws
        .on
        .iter()
        .filter_map(|(quota, units)| counts.get(quota).map(|count| (count, *units)))
        .collect();
    let tightest = drawn
        .iter()
        .filter_map(|(count, units)| count.remaining().map(|remaining| (remaining / units, count, units)))
        .min_by_key(|(remaining, count, _)| (*remaining, count.capacity));
    let remaining = tightest.map(|(remaining, _, _)| remaining);
    if !draws.open || drawn.is_empty() {
        return Availability {
            state: AvailabilityState::Closed,
            remaining: if drawn.is_empty() { Some(0) } else { remaining },
        };
    }
    let state = match tightest {
        None => AvailabilityState::Available,
        Some((0, _, _)) => {
            // Sold out for good as soon as one quota has too little left even if every hold lapsed.
            let may_return = drawn
                .iter()
                .all(|(count, units)| count.capacity.is_none_or(|capacity| capacity - count.sold >= *units));
            if may_return {
                AvailabilityState::HeldByOthers
            } else {
                AvailabilityState::SoldOut
            }
        }
        Some((remaining, count, units)) => {
            let capacity = count.capacity.map_or(i64::MAX / 100, |capacity| capacity / units);
            if is_few(remaining, capacity) {
                AvailabilityState::FewLeft
            } else {
                AvailabilityState::Available
            }
        }
    };
    Availability { state, remaining }
}

/// The availability of an occurrence: that of its visible products together. What they share is counted once.
pub fn of_occurrence(products: &[Draws<'_>], counts: &BTreeMap<&str, QuotaCount>) -> Availability {
    let open: Vec<&Draws<'_>> = products.iter().filter(|draws| draws.open && !draws.on.is_empty()).collect();
    let considered: Vec<&Draws<'_>> = if open.is_empty() { products.iter().collect() } else { open.clone() };
    let mut left: BTreeMap<&str, Option<i64>> = counts.iter().map(|(quota, count)| (*quota, count.remaining())).collect();
    let mut whole: BTreeMap<&str, Option<i64>> = counts.iter().map(|(quota, count)| (*quota, count.capacity)).collect();
    let remaining = draw_all(&considered, &mut left);
    let capacity = draw_all(&considered, &mut whole);
    if open.is_empty() {
        return Availability {
            state: AvailabilityState::Closed,
            remaining,
        };
    }
    let state = match (remaining, capacity) {
        (None, _) => AvailabilityState::Available,
        (Some(0), _) => {
            let any_held = open
                .iter()
                .any(|draws| of_product(draws, counts).state == AvailabilityState::HeldByOthers);
            if any_held {
                AvailabilityState::HeldByOthers
            } else {
                AvailabilityState::SoldOut
            }
        }
        (Some(remaining), capacity) => {
            if is_few(remaining, capacity.unwrap_or(i64::MAX / 100)) {
                AvailabilityState::FewLeft
            } else {
                AvailabilityState::Available
            }
        }
    };
    Availability { state, remaining }
}

/// How many places the products give together, taking from each quota as they go. `None`: without limit.
fn draw_all<'a>(products: &[&Draws<'a>], left: &mut BTreeMap<&'a str, Option<i64>>) -> Option<i64> {
    let mut total = 0;
    for draws in products.iter().filter(|draws| !draws.on.is_empty()) {
        let places = draws
            .on
            .iter()
            .filter_map(|(quota, units)| left.get(quota).copied().flatten().map(|remaining| remaining / units))
            .min()?;
        for (quota, units) in &draws.on {
            if let Some(Some(remaining)) = left.get_mut(quota) {
                *remaining -= places * units;
            }
        }
        total += places;
    }
    Some(total)
}

#[cfg(test)]
mod tests {
    use super::AvailabilityState::*;
    use super::*;

    fn count(capacity: Option<i64>, held: i64, sold: i64) -> QuotaCount {
        QuotaCount { capacity, held, sold }
    }

    #[test]
    fn one_quota() {
        let cases = [
            (Some(100), 0, 0, Available, Some(100)),
            (Some(100), 0, 89, Available, Some(11)),
            (Some(100), 0, 90, FewLeft, Some(10)),
            (Some(100), 5, 95, HeldByOthers, Some(0)),
            (Some(100), 0, 100, SoldOut, Some(0)),
            (Some(10), 0, 4, Available, Some(6)),
            (Some(10), 0, 5, FewLeft, Some(5)),
            (Some(0), 0, 0, SoldOut, Some(0)),
            (None, 7, 9, Available, None),
        ];
        for (capacity, held, sold, state, remaining) in cases {
            let counts = BTreeMap::from([("a", count(capacity, held, sold))]);
            let draws = Draws {
                open: true,
                on: vec![("a", 1)],
            };
            let expected = Availability { state, remaining };
            assert_eq!(of_product(&draws, &counts), expected, "{capacity:?} {held} {sold}");
            assert_eq!(of_occurrence(&[draws], &counts), expected, "{capacity:?} {held} {sold}");
        }
    }

    #[test]
    fn several_quotas_and_closed_sales() {
        let counts = BTreeMap::from([
            ("room", count(Some(10), 2, 8)),
            ("early", count(Some(5), 0, 5)),
            ("open", count(None, 0, 0)),
        ]);
        let early = Draws {
            open: true,
            on: vec![("room", 1), ("early", 1)],
        };
        let late = Draws {
            open: true,
            on: vec![("room", 1), ("open", 1)],
        };
        assert_eq!(of_product(&early, &counts).state, SoldOut);
        assert_eq!(of_product(&late, &counts).state, HeldByOthers);
        assert_eq!(of_occurrence(&[early.clone(), late.clone()], &counts).state, HeldByOthers);
        let closed = Draws { open: false, ..late };
        assert_eq!(
            of_product(&closed, &counts),
            Availability {
                state: Closed,
                remaining: Some(0)
            }
        );
        assert_eq!(of_occurrence(&[closed], &counts).state, Closed);
        let without = Draws { open: true, on: vec![] };
        assert_eq!(
            of_product(&without, &counts),
            Availability {
                state: Closed,
                remaining: Some(0)
            }
        );
        assert_eq!(
            of_occurrence(&[], &counts),
            Availability {
                state: Closed,
                remaining: Some(0)
            }
        );
    }

    #[test]
    fn what_is_shared_is_counted_once() {
        let counts = BTreeMap::from([("room", count(Some(10), 0, 0)), ("vip", count(Some(4), 0, 0))]);
        let standard = Draws {
            open: true,
            on: vec![("room", 1)],
        };
        let vip = Draws {
            open: true,
            on: vec![("room", 1), ("vip", 1)],
        };
        assert_eq!(of_occurrence(&[standard, vip], &counts).remaining, Some(10));
        let pair = Draws {
            open: true,
            on: vec![("room", 2)],
        };
        assert_eq!(
            of_product(&pair, &counts),
            Availability {
                state: FewLeft,
                remaining: Some(5)
            }
        );
    }
}
