//! What may be held: sale windows, limits, and the price of it all.

use std::collections::BTreeMap;

use contracts::messages::{OccurrenceFacts, ProductFacts};

use super::limits::TICKETS_PER_BOOKING;

/// What a buyer asks for: products once each, quantities from 1 to the limit of a booking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HoldRequest(Vec<(String, i64)>);

/// Why the lines of a request are not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum InvalidLines {
    Empty,
    /// The quantity of this line (from 0) is not positive.
    Quantity {
        line: usize,
    },
    /// More tickets than a booking may have.
    TooMany {
        max: i64,
    },
}

impl HoldRequest {
    /// Lines of one product are taken together; the order of first mention is kept.
    pub fn parse(lines: &[(String, i64)]) -> Result<Self, InvalidLines> {
        if lines.is_empty() {
            return Err(InvalidLines::Empty);
        }
        let mut merged: Vec<(String, i64)> = Vec::new();
        let mut total: i64 = 0;
        for (line, (product_id, quantity)) in lines.iter().enumerate() {
            if *quantity < 1 {
                return Err(InvalidLines::Quantity { line });
            }
            total = total.saturating_add(*quantity);
            if total > TICKETS_PER_BOOKING {
                return Err(InvalidLines::TooMany { max: TICKETS_PER_BOOKING });
            }
            match merged.iter_mut().find(|(known, _)| known == product_id) {
                Some((_, known)) => *known += quantity,
                None => merged.push((product_id.clone(), *quantity)),
            }
        }
        Ok(Self(merged))
    }

    /// (product, quantity) in order.
    pub fn lines(&self) -> &[(String, i64)] {
        &self.0
    }
}

/// Why sales are closed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Closed {
    NotYet {
        opens_at_ms: i64,
    },
    Over,
    OccurrenceCancelled,
    /// The event is not published, or paused.
    NotOnSale,
}

/// Why a hold is refused before inventory is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum HoldRefused {
    /// No such product for this occurrence, or not one a buyer may see.
    UnknownProduct {
        product_id: String,
    },
    Closed(Closed),
    BelowMinimum {
        product_id: String,
        min: i64,
    },
    AboveMaximum {
        product_id: String,
        max: i64,
    },
    /// The products are priced in different currencies.
    MixedCurrencies,
    /// The sum is larger than there is money.
    TooExpensive,
}

/// A line with its frozen price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedLine {
    pub product_id: String,
    pub quantity: i64,
    pub unit_price_minor: i64,
    pub total_minor: i64,
}

/// What is held, with its frozen price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PricedHold {
    pub lines: Vec<PricedLine>,
    pub currency: String,
    pub total_minor: i64,
    pub ticket_count: i64,
}

/// The largest amount that money goes to: what a JSON number carries exactly.
const AMOUNT_AT_MOST: i64 = (1 << 53) - 1;

/// Whether a product is on sale for an occurrence at `now_ms`.
pub fn decide_open(product: &ProductFacts, occurrence: &OccurrenceFacts, now_ms: i64) -> Result<(), Closed> {
    if occurrence.cancelled {
        return Err(Closed::OccurrenceCancelled);
    }
    if now_ms >= occurrence.starts_at_ms || product.closes_at_ms.is_some_and(|closes_at_ms| now_ms >= closes_at_ms) {
        return Err(Closed::Over);
    }
    if !occurrence.on_sale {
        return Err(Closed::NotOnSale);
    }
    match product.opens_at_ms {
        Some(opens_at_ms) if now_ms < opens_at_ms => Err(Closed::NotYet { opens_at_ms }),
        _ => Ok(()),
    }
}

/// Prices a request from the projected facts, or says why it is refused.
pub fn decide_hold(
    request: &HoldRequest,
    occurrence: &OccurrenceFacts,
    products: &BTreeMap<String, ProductFacts>,
    now_ms: i64,
) -> Result<PricedHold, HoldRefused> {
    let mut lines = Vec::with_capacity(request.lines().len());
    let mut currency: Option<&str> = None;
    let (mut total_minor, mut ticket_count) = (0_i64, 0);
    for (product_id, quantity) in request.lines() {
        let product = products
            .get(product_id)
            .filter(|product| product.visible && product.event_id == occurrence.event_id)
            .ok_or_else(|| HoldRefused::UnknownProduct {
                product_id: product_id.clone(),
            })?;
        decide_open(product, occurrence, now_ms).map_err(HoldRefused::Closed)?;
        if *quantity < product.min_per_booking {
            return Err(HoldRefused::BelowMinimum {
                product_id: product_id.clone(),
                min: product.min_per_booking,
            });
        }
        if *quantity > product.max_per_booking {
            return Err(HoldRefused::AboveMaximum {
                product_id: product_id.clone(),
                max: product.max_per_booking,
            });
        }
        if *currency.get_or_insert(&product.price.currency) != product.price.currency {
            return Err(HoldRefused::MixedCurrencies);
        }
        let line_minor = product.price.amount_minor.checked_mul(*quantity).ok_or(HoldRefused::TooExpensive)?;
        total_minor = total_minor
            .checked_add(line_minor)
            .filter(|total| *total <= AMOUNT_AT_MOST)
            .ok_or(HoldRefused::TooExpensive)?;
        ticket_count += quantity;
        lines.push(PricedLine {
            product_id: product_id.clone(),
            quantity: *quantity,
            unit_price_minor: product.price.amount_minor,
            total_minor: line_minor,
        });
    }
    let currency = currency.expect("a request has at least one line").to_owned();
    Ok(PricedHold {
        lines,
        currency,
        total_minor,
        ticket_count,
    })
}

#[cfg(test)]
mod tests {
    use contracts::values::{Amount, RefundPolicy};

    use super::*;

    fn occurrence() -> OccurrenceFacts {
        OccurrenceFacts {
            occurrence_id: "occ_1".into(),
            event_id: "evt_1".into(),
            organizer_id: "org_1".into(),
            name: "Show".into(),
            starts_at_ms: 1_000,
            ends_at_ms: None,
            time_zone: "Europe/Berlin".into(),
            refund_policy: RefundPolicy::standard(),
            on_sale: true,
            cancelled: false,
            version: 1,
        }
    }

    fn product(id: &str) -> ProductFacts {
        ProductFacts {
            product_id: id.into(),
            event_id: "evt_1".into(),
            organizer_id: "org_1".into(),
            name: "Standard".into(),
            price: Amount {
                amount_minor: 1_500,
                currency: "EUR".into(),
            },
            capacity: Some(10),
            min_per_booking: 1,
            max_per_booking: 6,
            opens_at_ms: None,
            closes_at_ms: None,
            visible: true,
            version: 1,
        }
    }

    fn decide(
        lines: &[(&str, i64)],
        change_product: impl Fn(&mut ProductFacts),
        change_occurrence: impl Fn(&mut OccurrenceFacts),
    ) -> Result<PricedHold, HoldRefused> {
        let lines: Vec<_> = lines.iter().map(|(id, quantity)| ((*id).to_owned(), *quantity)).collect();
        let (mut first, mut occurrence) = (product("tty_1"), occurrence());
        change_product(&mut first);
        change_occurrence(&mut occurrence);
        let products = [first, product("tty_2")]
            .into_iter()
            .map(|product| (product.product_id.clone(), product))
            .collect();
        decide_hold(&HoldRequest::parse(&lines).unwrap(), &occurrence, &products, 500)
    }

    #[test]
    fn a_hold_is_priced_from_the_facts() {
        let hold = decide(&[("tty_1", 2), ("tty_2", 1), ("tty_1", 1)], |_| (), |_| ()).unwrap();
        assert_eq!((hold.total_minor, hold.ticket_count, hold.currency.as_str()), (6_000, 4, "EUR"));
        assert_eq!(hold.lines.iter().map(|line| line.quantity).collect::<Vec<_>>(), [3, 1]);
    }

    #[test]
    fn refusals() {
        use HoldRefused::*;
        let unknown = |id: &str| UnknownProduct { product_id: id.into() };
        let one = [("tty_1", 1)];
        type Case<'a> = (&'a str, Result<PricedHold, HoldRefused>, HoldRefused);
        let cases: Vec<Case<'_>> = vec![
            ("unknown", decide(&[("tty_9", 1)], |_| (), |_| ()), unknown("tty_9")),
            ("hidden", decide(&one, |product| product.visible = false, |_| ()), unknown("tty_1")),
            (
                "other event",
                decide(&one, |product| product.event_id = "evt_2".into(), |_| ()),
                unknown("tty_1"),
            ),
            (
                "started",
                decide(&one, |_| (), |occurrence| occurrence.starts_at_ms = 500),
                Closed(super::Closed::Over),
            ),
            (
                "window over",
                decide(&one, |product| product.closes_at_ms = Some(500), |_| ()),
                Closed(super::Closed::Over),
            ),
            (
                "window ahead",
                decide(&one, |product| product.opens_at_ms = Some(501), |_| ()),
                Closed(super::Closed::NotYet { opens_at_ms: 501 }),
            ),
            (
                "cancelled",
                decide(&one, |_| (), |occurrence| occurrence.cancelled = true),
                Closed(super::Closed::OccurrenceCancelled),
            ),
            (
                "not on sale",
                decide(&one, |_| (), |occurrence| occurrence.on_sale = false),
                Closed(super::Closed::NotOnSale),
            ),
            (
                "too few",
                decide(&one, |product| product.min_per_booking = 2, |_| ()),
                BelowMinimum {
                    product_id: "tty_1".into(),
                    min: 2,
                },
            ),
            (
                "too many",
                decide(&[("tty_1", 7)], |_| (), |_| ()),
                AboveMaximum {
                    product_id: "tty_1".into(),
                    max: 6,
                },
            ),
            (
                "currencies",
                decide(
                    &[("tty_1", 1), ("tty_2", 1)],
                    |product| product.price.currency = "USD".into(),
                    |_| (),
                ),
                MixedCurrencies,
            ),
            (
                "overflow",
                decide(&[("tty_1", 2)], |product| product.price.amount_minor = AMOUNT_AT_MOST, |_| ()),
                TooExpensive,
            ),
        ];
        for (name, decided, expected) in cases {
            assert_eq!(decided, Err(expected), "{name}");
        }
    }

    #[test]
    fn lines_are_bounded() {
        let parse = |lines: &[i64]| {
            let lines: Vec<_> = lines.iter().map(|quantity| ("tty_1".to_owned(), *quantity)).collect();
            HoldRequest::parse(&lines)
        };
        assert_eq!(parse(&[]), Err(InvalidLines::Empty));
        assert_eq!(parse(&[1, 0]), Err(InvalidLines::Quantity { line: 1 }));
        assert_eq!(parse(&[-3]), Err(InvalidLines::Quantity { line: 0 }));
        assert_eq!(parse(&[20, 1]), Err(InvalidLines::TooMany { max: 20 }));
        assert_eq!(parse(&[i64::MAX, i64::MAX]), Err(InvalidLines::TooMany { max: 20 }));
        assert_eq!(parse(&[19, 1]).unwrap().lines(), [("tty_1".to_owned(), 20)]);
    }
}
