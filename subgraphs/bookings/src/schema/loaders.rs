//! Batched reads, one set per request, so that a batch of representations is one query each.

use std::collections::HashMap;
use std::future::Future;
use std::sync::Arc;

use async_graphql::Context;
use kit::database::{Database, StoreError};
use kit::error::Result;
use kit::loader::Loader;
use kit::viewer::Viewer;

use crate::domain::payment_state::Money;
use crate::permit::{self, Right};
use crate::state::Shared;
use crate::store::availability::OccurrenceAvailability;
use crate::store::doors::ListCounts;
use crate::store::rows::{Booking, BookingLine, CheckInList, CheckInRecord, OccurrenceSnapshot, Quota, Ticket};
use crate::store::sales::Sales;
use crate::store::{availability, bookings, doors, money, offers, quotas, sales, tickets};

type One<V> = Loader<String, V>;
type Many<V> = Loader<String, Vec<V>>;

pub struct Loaders {
    pub bookings: One<Booking>,
    pub lines: Many<BookingLine>,
    pub money: One<Money>,
    pub tickets: One<Ticket>,
    pub tickets_of_bookings: Many<Ticket>,
    pub occurrences: One<OccurrenceSnapshot>,
    pub availability: One<OccurrenceAvailability>,
    pub organizers_of_events: One<String>,
    pub organizers_of_products: One<String>,
    pub sales: One<Sales>,
    pub quotas_of_events: Many<Quota>,
    pub quotas_of_products: Many<Quota>,
    pub products_of_quotas: Many<String>,
    pub lists: One<CheckInList>,
    pub lists_of_events: Many<CheckInList>,
    pub list_counts: One<ListCounts>,
    pub records_of_tickets: Many<CheckInRecord>,
    /// By (user, organiser).
    permissions: Loader<(String, String), Vec<String>>,
}

/// The request's loaders, in a resolver.
pub fn of<'a>(context: &Context<'a>) -> &'a Loaders {
    context.data_unchecked::<Loaders>()
}

pub fn is_self_or_staff(viewer: &Viewer, user_id: &str) -> bool {
    viewer.user_id() == Some(user_id) || permit::is_staff(viewer)
}

fn grouped<V>(rows: impl IntoIterator<Item = (String, V)>) -> HashMap<String, Vec<V>> {
    let mut groups: HashMap<String, Vec<V>> = HashMap::new();
    for (key, row) in rows {
        groups.entry(key).or_default().push(row);
    }
    groups
}

/// A loader over the reader of the database.
fn over<V, F, Fut>(state: &Shared, load: F) -> One<V>
where
    V: Clone + Send + Sync + 'static,
    F: Fn(Database, Vec<String>) -> Fut + Send + Sync + 'static,
    Fut: Future<Output = Result<HashMap<String, V>, StoreError>> + Send + 'static,
{
    let database = state.deps.database.clone();
    Loader::new(move |keys| load(database.clone(), keys))
}

impl Loaders {
    pub fn new(state: &Shared) -> Self {
        let clock = state.deps.clock.clone();
        Self {
            bookings: over(
                state,
                |database, ids| async move { bookings::find_many(database.reader(), &ids).await },
            ),
            lines: over(state, |database, ids| async move {
                bookings::lines_by_booking(database.reader(), &ids).await
            }),
            money: over(
                state,
                |database, ids| async move { money::of_bookings(database.reader(), &ids).await },
            ),
            tickets: over(
                state,
                |database, ids| async move { tickets::find_many(database.reader(), &ids).await },
            ),
            tickets_of_bookings: over(state, |database, ids| async move {
                let rows = tickets::of_bookings(database.reader(), &ids).await?;
                Ok(grouped(rows.into_iter().map(|row| (row.booking_id.clone(), row))))
            }),
            occurrences: over(state, |database, ids| async move {
                offers::find_occurrences(database.reader(), &ids).await
            }),
            availability: over(state, move |database, ids| {
                let now_ms = clock.now_ms();
                async move { availability::read(database.reader(), &ids, now_ms).await }
            }),
            organizers_of_events: over(state, |database, ids| async move {
                offers::organizers_of_events(database.reader(), &ids).await
            }),
            organizers_of_products: over(state, |database, ids| async move {
                let products = offers::find_products(database.reader(), &ids).await?;
                Ok(products.into_iter().map(|(id, product)| (id, product.organizer_id)).collect())
            }),
            sales: over(
                state,
                |database, ids| async move { sales::of_events(database.reader(), &ids).await },
            ),
            quotas_of_events: over(state, |database, ids| async move {
                let rows = quotas::of_events(database.reader(), &ids).await?;
                Ok(grouped(rows.into_iter().map(|row| (row.event_id.clone(), row))))
            }),
            quotas_of_products: over(state, |database, ids| async move {
                Ok(grouped(quotas::quotas_of_products(database.reader(), &ids).await?))
            }),
            products_of_quotas: over(state, |database, ids| async move {
                let links = quotas::products_of(database.reader(), &ids).await?;
                Ok(grouped(links.into_iter().map(|link| (link.quota_id, link.product_id))))
            }),
            lists: over(
                state,
                |database, ids| async move { doors::find_lists(database.reader(), &ids).await },
            ),
            lists_of_events: over(state, |database, ids| async move {
                let rows = doors::lists_of_events(database.reader(), &ids).await?;
                Ok(grouped(rows.into_iter().map(|row| (row.event_id.clone(), row))))
            }),
            list_counts: over(state, |database, ids| async move { doors::counts(database.reader(), &ids).await }),
            records_of_tickets: over(state, |database, ids| async move {
                let rows = doors::records_of_tickets(database.reader(), &ids).await?;
                Ok(grouped(
                    rows.into_iter()
                        .filter_map(|row| row.ticket_id.clone().map(|ticket_id| (ticket_id, row))),
                ))
            }),
            permissions: permissions(state),
        }
    }

    /// Whether the viewer has the right at the organiser; asked once for many rows.
    pub async fn is_permitted(&self, viewer: &Viewer, right: Right, organizer_id: &str) -> Result<bool> {
        if permit::is_staff(viewer) {
            return Ok(true);
        }
        let Some(user_id) = viewer.user_id().filter(|_| right.has_scope(viewer)) else {
            return Ok(false);
        };
        let key = (user_id.to_owned(), organizer_id.to_owned());
        let permissions = self.permissions.load(key).await?.unwrap_or_default();
        Ok(right.is_given(viewer, &permissions))
    }

    /// Whether a booking exists for this viewer.
    pub async fn sees_booking(&self, viewer: &Viewer, booking: &Booking) -> Result<bool> {
        Ok(permit::is_buyer(viewer, booking) || self.is_permitted(viewer, Right::ReadBookings, &booking.organizer_id).await?)
    }
}

fn permissions(state: &Shared) -> Loader<(String, String), Vec<String>> {
    let state = Arc::clone(state);
    Loader::new(move |keys: Vec<(String, String)>| {
        let state = Arc::clone(&state);
        async move {
            let mut found = HashMap::new();
            for (user_id, organizer_id) in keys {
                let known = state.access.permissions(&user_id, &organizer_id).await;
                let permissions = known.map_err(|error| StoreError::Unavailable(error.to_string()))?;
                found.insert((user_id, organizer_id), permissions);
            }
            Ok(found)
        }
    })
}
