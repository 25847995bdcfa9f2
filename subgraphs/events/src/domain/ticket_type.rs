//! What a ticket type needs: price, limits, the window in which it is sold.

use super::{Invalid, text};

const MAX_NAME_CHARACTERS: usize = 80;
/// In the currency's smallest unit; every total of a booking stays far below 2^53.
pub const MAX_PRICE_MINOR: i64 = 10_000_000_000;
pub const MAX_CAPACITY: i32 = 1_000_000;
/// Bookings takes no more tickets at once.
pub const MAX_PER_BOOKING: i32 = 20;
pub const DEFAULT_MAX_PER_BOOKING: i32 = 10;
pub const TICKET_TYPES_PER_EVENT: usize = 50;

/// Who sees a product on the event's page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProductVisibility {
    Public,
    Hidden,
}

impl ProductVisibility {
    pub fn name(self) -> &'static str {
        match self {
            Self::Public => "PUBLIC",
            Self::Hidden => "HIDDEN",
        }
    }

    pub fn from_name(name: &str) -> Option<Self> {
        [Self::Public, Self::Hidden]
            .into_iter()
            .find(|visibility| visibility.name() == name)
    }
}

/// When a product may be bought; `None`: no bound on that side. Epoch milliseconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SaleWindow {
    pub opens_at_ms: Option<i64>,
    pub closes_at_ms: Option<i64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaleState {
    Upcoming,
    Open,
    Closed,
}

impl SaleWindow {
    /// Open from `opens_at_ms` on, closed from `closes_at_ms` on.
    pub fn state(self, now_ms: i64) -> SaleState {
        if self.closes_at_ms.is_some_and(|closes| now_ms >= closes) {
            SaleState::Closed
        } else if self.opens_at_ms.is_some_and(|opens| now_ms < opens) {
            SaleState::Upcoming
        } else {
            SaleState::Open
        }
    }
}

/// A ticket type's facts as they come in; `None`: not said, so the default or what it was before.
#[derive(Clone, Debug, Default)]
pub struct TicketTypeInput {
    pub name: String,
    pub price_minor: Option<i64>,
    pub min_per_booking: Option<i32>,
    pub max_per_booking: Option<i32>,
    /// Outer `None`: not said. Inner `None`: no bound.
    pub opens_at_ms: Option<Option<i64>>,
    pub closes_at_ms: Option<Option<i64>>,
    pub visibility: Option<ProductVisibility>,
    /// Outer `None`: not said. Inner `None`: unlimited.
    pub capacity: Option<Option<i32>>,
}

/// A ticket type's facts, checked. A price of zero is a free ticket.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketTypeFacts {
    pub name: String,
    pub price_minor: i64,
    pub min_per_booking: i32,
    pub max_per_booking: i32,
    pub window: SaleWindow,
    pub visibility: ProductVisibility,
    pub capacity: Option<i32>,
}

impl TicketTypeFacts {
    /// What a new ticket type is when nothing but its name is said: free, one to ten a booking, unlimited.
    pub fn unsaid() -> Self {
        Self {
            name: String::new(),
            price_minor: 0,
            min_per_booking: 1,
            max_per_booking: DEFAULT_MAX_PER_BOOKING,
            window: SaleWindow {
                opens_at_ms: None,
                closes_at_ms: None,
            },
            visibility: ProductVisibility::Public,
            capacity: None,
        }
    }

    /// `input` over `before`.
    pub fn parse(input: TicketTypeInput, before: Self) -> Result<Self, Invalid> {
        let max_per_booking = input
            .max_per_booking
            .unwrap_or(before.max_per_booking.max(input.min_per_booking.unwrap_or(1)));
        let facts = Self {
            name: text::line(&input.name, MAX_NAME_CHARACTERS, &["name"])?,
            price_minor: input.price_minor.unwrap_or(before.price_minor),
            min_per_booking: input.min_per_booking.unwrap_or(before.min_per_booking),
            max_per_booking,
            window: SaleWindow {
                opens_at_ms: input.opens_at_ms.unwrap_or(before.window.opens_at_ms),
                closes_at_ms: input.closes_at_ms.unwrap_or(before.window.closes_at_ms),
            },
            visibility: input.visibility.unwrap_or(before.visibility),
            capacity: input.capacity.unwrap_or(before.capacity),
        };
        if !(0..=MAX_PRICE_MINOR).contains(&facts.price_minor) {
            return Err(Invalid::new(
                "BAD_PRICE",
                format!("A price goes from 0 to {MAX_PRICE_MINOR} in the smallest unit."),
                &["priceMinor"],
            ));
        }
        if !(1..=MAX_PER_BOOKING).contains(&facts.min_per_booking) {
            return Err(Invalid::new(
                "BAD_LIMIT",
                format!("A booking has 1 to {MAX_PER_BOOKING} tickets."),
                &["minPerBooking"],
            ));
        }
        if !(facts.min_per_booking..=MAX_PER_BOOKING).contains(&facts.max_per_booking) {
            return Err(Invalid::new(
                "BAD_LIMIT",
                format!("The most per booking lies between the least and {MAX_PER_BOOKING}."),
                &["maxPerBooking"],
            ));
        }
        if let (Some(opens), Some(closes)) = (facts.window.opens_at_ms, facts.window.closes_at_ms)
            && opens >= closes
        {
            return Err(Invalid::new("BAD_WINDOW", "Sales must close after they open.", &["closesAt"]));
        }
        if facts.capacity.is_some_and(|capacity| !(0..=MAX_CAPACITY).contains(&capacity)) {
            return Err(Invalid::new(
                "BAD_CAPACITY",
                format!("A capacity goes from 0 to {MAX_CAPACITY}."),
                &["capacity"],
            ));
        }
        Ok(facts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named() -> TicketTypeInput {
        TicketTypeInput {
            name: "Standard".to_owned(),
            ..Default::default()
        }
    }

    #[test]
    fn what_is_not_said_stays() {
        let first = TicketTypeFacts::parse(
            TicketTypeInput {
                price_minor: Some(2_500),
                capacity: Some(Some(80)),
                closes_at_ms: Some(Some(9)),
                ..named()
            },
            TicketTypeFacts::unsaid(),
        )
        .unwrap();
        assert_eq!(
            (first.price_minor, first.capacity, first.min_per_booking, first.max_per_booking),
            (2_500, Some(80), 1, 10)
        );
        let second = TicketTypeFacts::parse(
            TicketTypeInput {
                capacity: Some(None),
                ..named()
            },
            first,
        )
        .unwrap();
        assert_eq!(
            (second.price_minor, second.capacity, second.window.closes_at_ms),
            (2_500, None, Some(9))
        );
        let groups = TicketTypeFacts::parse(
            TicketTypeInput {
                min_per_booking: Some(12),
                ..named()
            },
            TicketTypeFacts::unsaid(),
        )
        .unwrap();
        assert_eq!(groups.max_per_booking, 12);
    }

    #[test]
    fn nonsense_is_refused() {
        let refused = [
            (
                TicketTypeInput {
                    name: " ".to_owned(),
                    ..named()
                },
                "name",
            ),
            (
                TicketTypeInput {
                    price_minor: Some(-1),
                    ..named()
                },
                "priceMinor",
            ),
            (
                TicketTypeInput {
                    price_minor: Some(MAX_PRICE_MINOR + 1),
                    ..named()
                },
                "priceMinor",
            ),
            (
                TicketTypeInput {
                    min_per_booking: Some(0),
                    ..named()
                },
                "minPerBooking",
            ),
            (
                TicketTypeInput {
                    min_per_booking: Some(21),
                    ..named()
                },
                "minPerBooking",
            ),
            (
                TicketTypeInput {
                    min_per_booking: Some(4),
                    max_per_booking: Some(3),
                    ..named()
                },
                "maxPerBooking",
            ),
            (
                TicketTypeInput {
                    max_per_booking: Some(21),
                    ..named()
                },
                "maxPerBooking",
            ),
            (
                TicketTypeInput {
                    opens_at_ms: Some(Some(5)),
                    closes_at_ms: Some(Some(5)),
                    ..named()
                },
                "closesAt",
            ),
            (
                TicketTypeInput {
                    capacity: Some(Some(-1)),
                    ..named()
                },
                "capacity",
            ),
        ];
        for (input, path) in refused {
            let invalid = TicketTypeFacts::parse(input, TicketTypeFacts::unsaid()).unwrap_err();
            assert_eq!(invalid.path, [path]);
        }
    }

    #[test]
    fn the_window_says_when() {
        let window = SaleWindow {
            opens_at_ms: Some(10),
            closes_at_ms: Some(20),
        };
        let states = [
            (9, SaleState::Upcoming),
            (10, SaleState::Open),
            (19, SaleState::Open),
            (20, SaleState::Closed),
        ];
        for (now_ms, expected) in states {
            assert_eq!(window.state(now_ms), expected, "{now_ms}");
        }
        assert_eq!(
            SaleWindow {
                opens_at_ms: None,
                closes_at_ms: None
            }
            .state(0),
            SaleState::Open
        );
    }
}
