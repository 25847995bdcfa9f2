//! The demo catalogue as data: three organisers, their places and what they put on in the coming months.
//!
//! Knows neither commands nor schemas. Every name is invented. Dates are days from the day of seeding, on the
//! venue's wall clock.

mod kesselwerk;
mod lantern_row;
mod sumida_lights;

/// An organiser with everything it puts on.
#[derive(Clone, Debug)]
pub struct OrganiserSeed {
    pub slug: &'static str,
    pub name: &'static str,
    pub currency: &'static str,
    pub time_zone: &'static str,
    pub venues: Vec<VenueSeed>,
    pub events: Vec<EventSeed>,
}

#[derive(Clone, Debug)]
pub struct VenueSeed {
    pub name: &'static str,
    pub lines: &'static [&'static str],
    pub city: &'static str,
    pub country_code: &'static str,
    pub time_zone: &'static str,
    pub capacity: i32,
}

#[derive(Clone, Debug)]
pub struct EventSeed {
    pub title: &'static str,
    pub summary: &'static str,
    /// CommonMark.
    pub description: &'static str,
    pub categories: &'static [&'static str],
    /// `IN_PERSON`, `ONLINE` or `HYBRID`.
    pub format: &'static str,
    pub currency: &'static str,
    /// Index into the organiser's venues; the dates are on this venue's clock.
    pub venue: usize,
    /// Earliest first, at least one.
    pub occurrences: Vec<OccurrenceSeed>,
    pub ticket_types: Vec<TicketTypeSeed>,
    pub refund: RefundSeed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OccurrenceSeed {
    pub days_from_now: i64,
    /// `HH:MM`.
    pub local_time: &'static str,
    pub duration_minutes: i32,
}

#[derive(Clone, Copy, Debug)]
pub struct TicketTypeSeed {
    pub name: &'static str,
    /// In the currency's smallest unit; 0 is free.
    pub price_minor: i64,
    /// For each date.
    pub capacity: i32,
    pub min_per_booking: i32,
    pub max_per_booking: i32,
    pub sold: SoldShare,
}

/// How much of a ticket type is gone on the event's first date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SoldShare {
    Open,
    /// A few are left.
    NearlySoldOut,
    SoldOut,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RefundSeed {
    /// Nothing comes back.
    None,
    /// Everything comes back until this many hours before the start.
    Full { until_hours: i32 },
    /// Pairs of hours before the start and percent, the longest time first.
    Tiered(&'static [(i32, i32)]),
}

const DAY_BEFORE: RefundSeed = RefundSeed::Full { until_hours: 24 };
const WEEK_THEN_HALF: RefundSeed = RefundSeed::Tiered(&[(168, 100), (48, 50)]);

fn ticket(name: &'static str, price_minor: i64, capacity: i32) -> TicketTypeSeed {
    TicketTypeSeed {
        name,
        price_minor,
        capacity,
        min_per_booking: 1,
        max_per_booking: 8,
        sold: SoldShare::Open,
    }
}

impl TicketTypeSeed {
    fn nearly_sold_out(self) -> Self {
        Self {
            sold: SoldShare::NearlySoldOut,
            ..self
        }
    }

    fn sold_out(self) -> Self {
        Self {
            sold: SoldShare::SoldOut,
            ..self
        }
    }

    fn per_booking(self, min_per_booking: i32, max_per_booking: i32) -> Self {
        Self {
            min_per_booking,
            max_per_booking,
            ..self
        }
    }
}

/// The same time on each of these days.
fn on(days: &[i64], local_time: &'static str, duration_minutes: i32) -> Vec<OccurrenceSeed> {
    days.iter()
        .map(|&days_from_now| OccurrenceSeed {
            days_from_now,
            local_time,
            duration_minutes,
        })
        .collect()
}

/// `count` dates, `step` days apart.
fn every(step: i64, count: i64, first: i64, local_time: &'static str, duration_minutes: i32) -> Vec<OccurrenceSeed> {
    let days: Vec<i64> = (0..count).map(|number| first + number * step).collect();
    on(&days, local_time, duration_minutes)
}

/// What the events of one organiser have in common, so that each is a few lines.
struct House {
    currency: &'static str,
}

impl House {
    #[allow(clippy::too_many_arguments)] // A row of a table.
    fn event(
        &self,
        title: &'static str,
        summary: &'static str,
        description: &'static str,
        categories: &'static [&'static str],
        venue: usize,
        occurrences: Vec<OccurrenceSeed>,
        ticket_types: Vec<TicketTypeSeed>,
        refund: RefundSeed,
    ) -> EventSeed {
        EventSeed {
            title,
            summary,
            description,
            categories,
            format: "IN_PERSON",
            currency: self.currency,
            venue,
            occurrences,
            ticket_types,
            refund,
        }
    }
}

impl EventSeed {
    fn in_currency(self, currency: &'static str) -> Self {
        Self { currency, ..self }
    }

    fn held(self, format: &'static str) -> Self {
        Self { format, ..self }
    }
}

/// The whole demo catalogue.
pub fn catalogue() -> Vec<OrganiserSeed> {
    vec![kesselwerk::organiser(), lantern_row::organiser(), sumida_lights::organiser()]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn the_catalogue_is_rich_and_consistent() {
        let organisers = catalogue();
        let events: Vec<_> = organisers
            .iter()
            .flat_map(|organiser| organiser.events.iter().map(move |event| (organiser, event)))
            .collect();
        assert!(organisers.len() == 3 && events.len() >= 44, "{}", events.len());
        let titles: BTreeSet<_> = events.iter().map(|(_, event)| event.title).collect();
        assert_eq!(titles.len(), events.len(), "titles differ");
        for (organiser, event) in &events {
            assert!(event.venue < organiser.venues.len(), "{}", event.title);
            let capacity = organiser.venues[event.venue].capacity;
            assert!(event.title.len() <= 120 && event.summary.len() <= 300, "{}", event.title);
            assert!((1..=5).contains(&event.categories.len()), "{}", event.title);
            assert!(!event.ticket_types.is_empty() && !event.occurrences.is_empty(), "{}", event.title);
            assert!(
                event.occurrences.iter().all(|occurrence| occurrence.days_from_now >= 3),
                "{}",
                event.title
            );
            assert!(
                event
                    .occurrences
                    .windows(2)
                    .all(|pair| pair[0].days_from_now < pair[1].days_from_now),
                "{}",
                event.title
            );
            if event.format == "IN_PERSON" {
                let sold = event.ticket_types.iter().map(|ticket| ticket.capacity).sum::<i32>();
                assert!(sold <= capacity, "{} sells {sold} of {capacity}", event.title);
            }
            for ticket in &event.ticket_types {
                assert!(
                    ticket.price_minor >= 0 && ticket.min_per_booking >= 1 && ticket.max_per_booking <= 20,
                    "{}",
                    event.title
                );
                // Selling a demo out takes few bookings.
                assert!(ticket.sold == SoldShare::Open || ticket.capacity <= 60, "{}", event.title);
            }
        }
        let has = |sold| {
            events
                .iter()
                .flat_map(|(_, event)| &event.ticket_types)
                .filter(|ticket| ticket.sold == sold)
                .count()
        };
        assert!(has(SoldShare::SoldOut) >= 5 && has(SoldShare::NearlySoldOut) >= 5);
        let whole = |event: &EventSeed| event.ticket_types.iter().all(|ticket| ticket.sold == SoldShare::SoldOut);
        assert!(
            events.iter().filter(|(_, event)| whole(event)).count() >= 4,
            "some dates are sold out as a whole"
        );
        let currencies: BTreeSet<_> = events.iter().map(|(_, event)| event.currency).collect();
        assert_eq!(currencies.into_iter().collect::<Vec<_>>(), ["EUR", "JPY", "USD"]);
        let categories: BTreeSet<_> = events.iter().flat_map(|(_, event)| event.categories).collect();
        assert_eq!(categories.len(), 10, "{categories:?}");
    }
}
