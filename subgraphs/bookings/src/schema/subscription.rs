//! Root subscriptions. Each listens first and reads then, so that nothing falls between the two.

use std::collections::BTreeMap;

use async_graphql::{Context, ID, Subscription as GraphqlSubscription};
use futures_util::{Stream, StreamExt, stream};
use kit::directives::requires_scopes;
use kit::error::{Error, Result};
use kit::scalars::Long;
use kit::viewer::{self, Viewer};

use super::booking::Booking;
use super::door::{CheckInActivity, CheckInList, CheckInRecord};
use super::inventory::{Availability, AvailabilityDelta, ProductAvailability};
use super::state;
use super::ticket::Ticket;
use crate::domain;
use crate::feed::{self, Told};
use crate::permit::Right;
use crate::state::Shared;
use crate::store::{availability, bookings, doors, rows, tickets};

pub struct Subscription;

#[GraphqlSubscription]
impl Subscription {
    /// The booking at once, then whenever it changes; ends after a final state. One null for those it does not exist for.
    #[graphql(directive = requires_scopes::apply(vec![vec!["user".into()], vec!["guest".into()]]))]
    async fn booking_changed(&self, context: &Context<'_>, booking_id: ID) -> Result<impl Stream<Item = Option<Booking>> + use<>> {
        let viewer = viewer::of(context).clone();
        viewer.require_scope(&["user", "guest"])?;
        let state = state(context).clone();
        let nudges = state.deps.live.subscribe(&feed::booking_topic(&booking_id)).map(|_| ());
        let looks = stream::once(async {}).chain(nudges);
        let watch = Watch {
            state,
            viewer,
            booking_id: booking_id.0,
            shown: None,
            over: false,
        };
        let answers = stream::unfold((watch, looks.boxed()), |(mut watch, mut looks)| async move {
            while !watch.over {
                looks.next().await?;
                if let Some(answer) = watch.look().await {
                    return Some((answer, (watch, looks)));
                }
            }
            None
        });
        Ok(answers)
    }

    /// Absolute values: apply a message if its revision is greater than the one you have; a gap loses nothing.
    async fn availability_changed(
        &self,
        context: &Context<'_>,
        occurrence_id: ID,
        since_revision: Option<Long>,
    ) -> Result<impl Stream<Item = AvailabilityDelta> + use<>> {
        let state = state(context).clone();
        let told = state.deps.live.subscribe(&feed::availability_topic(&occurrence_id));
        let key = [occurrence_id.0.clone()];
        let now = availability::read(state.deps.database.reader(), &key, state.now_ms()).await?;
        let first = now.get(&occurrence_id.0).map(Told::from);
        let told = told.filter_map(|payload| async move { serde_json::from_str::<Told>(&payload).ok() });
        let mut revision = since_revision.map_or(-1, |revision| revision.0);
        let mut known: BTreeMap<String, domain::availability::Availability> = BTreeMap::new();
        let deltas = stream::iter(first).chain(told).filter_map(move |told| {
            let delta = delta(&told, &mut revision, &mut known);
            async move { delta }
        });
        Ok(deltas)
    }

    /// The scans of a list, as they happen.
    #[graphql(directive = requires_scopes::apply(vec![vec!["checkin:read".into()]]))]
    async fn check_in_activity(
        &self,
        context: &Context<'_>,
        check_in_list_id: ID,
    ) -> Result<impl Stream<Item = Option<CheckInActivity>> + use<>> {
        let viewer = viewer::of(context).clone();
        Right::SeeDoor.require_scope(&viewer)?;
        let state = state(context).clone();
        let records = state.deps.live.subscribe(&feed::list_topic(&check_in_list_id));
        let list = doors::find_list(state.deps.database.reader(), &check_in_list_id).await?;
        let Some(list) = list else {
            return Err(Error::not_found("There is no such check-in list."));
        };
        if !state.is_permitted(&viewer, Right::SeeDoor, &list.organizer_id).await? {
            return Err(Error::forbidden(
                "Your role in this team does not allow this. An owner of the team can change it.",
            ));
        }
        Ok(records.filter_map(move |record_id| {
            let (state, list) = (state.clone(), list.clone());
            async move {
                let found = activity(&state, list, &record_id).await;
                let found = found.inspect_err(|error| tracing::warn!(%error, "a scan could not be read for its watchers"));
                found.ok().flatten().map(Some)
            }
        }))
    }
}

/// One watcher of one booking.
struct Watch {
    state: Shared,
    viewer: Viewer,
    booking_id: String,
    /// The version that was shown last.
    shown: Option<i64>,
    over: bool,
}

impl Watch {
    /// What to send now; `None`: nothing new. Whether the viewer may still see it is asked every time.
    async fn look(&mut self) -> Option<Option<Booking>> {
        let row = match self.visible().await {
            Ok(row) => row,
            Err(error) => {
                tracing::warn!(%error, "a booking could not be read for its watchers");
                return None;
            }
        };
        let Some(row) = row else {
            self.over = true;
            return Some(None);
        };
        if self.shown.is_some_and(|shown| shown >= row.version)
            && !row.status().is_final()
            && row.status() != domain::booking::BookingStatus::Confirmed
        {
            return None;
        }
        self.shown = Some(row.version);
        self.over = row.status().is_final();
        Some(Some(row.into()))
    }

    async fn visible(&self) -> Result<Option<rows::Booking>> {
        let row = bookings::find(self.state.deps.database.reader(), &self.booking_id).await?;
        match row {
            Some(row) if self.state.sees_booking(&self.viewer, &row).await? => Ok(Some(row)),
            _ => Ok(None),
        }
    }
}

/// The products that changed since `revision`; `None` when nothing did.
fn delta(told: &Told, revision: &mut i64, known: &mut BTreeMap<String, domain::availability::Availability>) -> Option<AvailabilityDelta> {
    if told.revision <= *revision {
        return None;
    }
    let mut products = Vec::new();
    for (product_id, availability) in told.availabilities() {
        if known.get(&product_id) != Some(&availability) {
            products.push(ProductAvailability {
                product_id: ID(product_id.clone()),
                availability: Availability::new(availability, told.revision),
            });
            known.insert(product_id, availability);
        }
    }
    *revision = told.revision;
    Some(AvailabilityDelta {
        revision: Long(told.revision),
        products,
    })
}

async fn activity(state: &Shared, list: rows::CheckInList, record_id: &str) -> Result<Option<CheckInActivity>> {
    let reader = state.deps.database.reader();
    let Some(record) = doors::find_record(reader, record_id).await? else {
        return Ok(None);
    };
    let ticket = match &record.ticket_id {
        Some(ticket_id) => tickets::find(reader, ticket_id).await?,
        None => None,
    };
    let ticket = ticket.filter(|ticket| ticket.organizer_id == list.organizer_id);
    Ok(Some(CheckInActivity {
        sequence: Long(record.sequence),
        ticket: ticket.map(Ticket::from),
        record: CheckInRecord(record),
        list: CheckInList(list),
    }))
}
