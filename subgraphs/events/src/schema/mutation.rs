//! The mutations: inputs into commands, outcomes into payloads.

use async_graphql::{Context, ID, MaybeUndefined, Object, SimpleObject};
use kit::Result;
use kit::viewer;

use super::errors::{EventError, payload};
use super::inputs::{
    EventCancelInput, EventCreateInput, EventTransitionInput, EventUpdateInput, OccurrencesGenerateInput, TicketTypeUpsertInput,
    VenueUpsertInput,
};
use super::types::{Event, Occurrence, TicketType, Venue};
use super::{loaders, state};
use crate::commands::Outcome;
use crate::commands::event_cancel::{EventCancel, event_cancel};
use crate::commands::event_create::{EventCreate, event_create};
use crate::commands::event_transition::{EventTransition, event_pause, event_publish};
use crate::commands::event_update::{EventUpdate, event_update};
use crate::commands::occurrences_generate::{OccurrencesGenerate, occurrences_generate};
use crate::commands::ticket_type_upsert::{TicketTypeUpsert, ticket_type_upsert};
use crate::commands::venue_upsert::{VenueUpsert, venue_upsert};
use crate::domain::ticket_type::TicketTypeInput;
use crate::domain::venue::VenueInput;

const WRITE: &[&str] = &["event:write"];

pub struct Mutation;

/// The event after the change, or why nothing changed.
#[derive(SimpleObject)]
pub struct EventPayload {
    /// Null when it was refused.
    pub event: Option<Event>,
    /// Why nothing changed; empty when it was done.
    pub errors: Vec<EventError>,
}

/// The dates, or why nothing changed.
#[derive(SimpleObject)]
pub struct OccurrencesPayload {
    /// Empty when it was refused.
    pub occurrences: Vec<Occurrence>,
    /// Why nothing changed; empty when it was done.
    pub errors: Vec<EventError>,
}

/// The ticket type after the change, or why nothing changed.
#[derive(SimpleObject)]
pub struct TicketTypePayload {
    /// Null when it was refused.
    pub ticket_type: Option<TicketType>,
    /// Why nothing changed; empty when it was done.
    pub errors: Vec<EventError>,
}

/// The venue after the change, or why nothing changed.
#[derive(SimpleObject)]
pub struct VenuePayload {
    /// Null when it was refused.
    pub venue: Option<Venue>,
    /// Why nothing changed; empty when it was done.
    pub errors: Vec<EventError>,
}

async fn event_payload(context: &Context<'_>, outcome: Outcome<String>) -> Result<EventPayload> {
    let (id, errors) = payload(outcome)?;
    let event = match id {
        Some(id) => loaders::of(context).events.load(id).await?.map(Event),
        None => None,
    };
    Ok(EventPayload { event, errors })
}

fn transition(input: EventTransitionInput) -> EventTransition {
    EventTransition {
        id: input.id.0,
        version: input.version,
    }
}

/// Null takes a text away, as an empty one does.
fn text(field: MaybeUndefined<String>) -> Option<String> {
    match field {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(String::new()),
        MaybeUndefined::Value(text) => Some(text),
    }
}

fn said<T>(field: MaybeUndefined<T>) -> Option<Option<T>> {
    match field {
        MaybeUndefined::Undefined => None,
        MaybeUndefined::Null => Some(None),
        MaybeUndefined::Value(value) => Some(Some(value)),
    }
}

#[Object]
impl Mutation {
    /// Creates a draft with its first date.
    #[graphql(requires_scopes = "event:write")]
    async fn event_create(&self, context: &Context<'_>, input: EventCreateInput) -> Result<EventPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = EventCreate {
            organizer_id: input.organizer_id.0,
            title: input.title,
            slug: input.slug,
            format: input.format.into(),
            currency: input.currency.0,
            zone: input.time_zone.0,
            starts_local: input.starts_at_local.0,
            ends_local: input.ends_at_local.map(|local| local.0),
            overlap: input.overlap.map(Into::into),
            venue_id: input.venue_id.map(|id| id.0),
        };
        event_payload(context, event_create(state(context), viewer, &command).await).await
    }

    /// Changes texts, visibility, categories or refund policy.
    #[graphql(requires_scopes = "event:write")]
    async fn event_update(&self, context: &Context<'_>, input: EventUpdateInput) -> Result<EventPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = EventUpdate {
            id: input.id.0,
            version: input.version,
            title: input.title,
            summary: text(input.summary),
            description: text(input.description.map_value(|markdown| markdown.0)),
            visibility: input.visibility.map(Into::into),
            category_slugs: input.category_slugs,
            refund_policy: input.refund_policy.map(Into::into),
        };
        event_payload(context, event_update(state(context), viewer, &command).await).await
    }

    /// DRAFT to PUBLISHED; also resumes PAUSED. Needs a date in the future and a ticket type.
    #[graphql(requires_scopes = "event:write")]
    async fn event_publish(&self, context: &Context<'_>, input: EventTransitionInput) -> Result<EventPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        event_payload(context, event_publish(state(context), viewer, &transition(input)).await).await
    }

    /// Stops the sale until the event is published again.
    #[graphql(requires_scopes = "event:write")]
    async fn event_pause(&self, context: &Context<'_>, input: EventTransitionInput) -> Result<EventPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        event_payload(context, event_pause(state(context), viewer, &transition(input)).await).await
    }

    /// Calls off the event, or some of its dates.
    #[graphql(requires_scopes = "event:write")]
    async fn event_cancel(&self, context: &Context<'_>, input: EventCancelInput) -> Result<EventPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = EventCancel {
            id: input.id.0,
            version: input.version,
            idempotency_key: input.idempotency_key,
            occurrence_ids: input.occurrence_ids.map(|ids| ids.into_iter().map(|id| id.0).collect()),
            reason: input.reason,
            refund_everyone: input.refund_everyone,
        };
        event_payload(context, event_cancel(state(context), viewer, &command).await).await
    }

    /// Adds the dates of a repeating rule, or shows them. Dates the event has already stay as they are.
    #[graphql(requires_scopes = "event:write")]
    async fn occurrences_generate(&self, context: &Context<'_>, input: OccurrencesGenerateInput) -> Result<OccurrencesPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = OccurrencesGenerate {
            event_id: input.event_id.0,
            rrule: input.rrule,
            starts_local: input.starts_at_local.0,
            duration_minutes: input.duration_minutes,
            zone: input.time_zone.0,
            overlap: input.overlap.map(Into::into),
            except: input.except_dates.unwrap_or_default().into_iter().map(|local| local.0).collect(),
            dry_run: input.dry_run.unwrap_or(false),
        };
        let (rows, errors) = payload(occurrences_generate(state(context), viewer, &command).await)?;
        Ok(OccurrencesPayload {
            occurrences: rows.unwrap_or_default().into_iter().map(Occurrence).collect(),
            errors,
        })
    }

    /// Creates or changes a ticket type.
    #[graphql(requires_scopes = "event:write")]
    async fn ticket_type_upsert(&self, context: &Context<'_>, input: TicketTypeUpsertInput) -> Result<TicketTypePayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = TicketTypeUpsert {
            id: input.id.map(|id| id.0),
            event_id: input.event_id.0,
            version: input.version,
            facts: TicketTypeInput {
                name: input.name,
                price_minor: input.price_minor.map(|price| price.0),
                min_per_booking: input.min_per_booking,
                max_per_booking: input.max_per_booking,
                opens_at_ms: said(input.opens_at).map(|at| at.map(|at| at.timestamp_millis())),
                closes_at_ms: said(input.closes_at).map(|at| at.map(|at| at.timestamp_millis())),
                visibility: input.visibility.map(Into::into),
                capacity: said(input.capacity),
            },
        };
        let (id, errors) = payload(ticket_type_upsert(state(context), viewer, &command).await)?;
        let ticket_type = match id {
            Some(id) => ticket_type(context, &ID(id)).await?,
            None => None,
        };
        Ok(TicketTypePayload { ticket_type, errors })
    }

    /// Creates or changes a venue.
    #[graphql(requires_scopes = "event:write")]
    async fn venue_upsert(&self, context: &Context<'_>, input: VenueUpsertInput) -> Result<VenuePayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(WRITE)?;
        let command = VenueUpsert {
            id: input.id.map(|id| id.0),
            organizer_id: input.organizer_id.0,
            version: input.version,
            facts: VenueInput {
                name: input.name,
                lines: input.lines,
                city: input.city,
                country_code: input.country_code,
                zone: input.time_zone.0,
                capacity: input.capacity,
            },
        };
        let (id, errors) = payload(venue_upsert(state(context), viewer, &command).await)?;
        let venue = match id {
            Some(id) => loaders::of(context).venues.load(id).await?.map(Venue),
            None => None,
        };
        Ok(VenuePayload { venue, errors })
    }
}

/// The ticket type with this id, if its event is there for the viewer.
pub async fn ticket_type(context: &Context<'_>, id: &ID) -> Result<Option<TicketType>> {
    let Some(row) = loaders::of(context).ticket_types.load(id.0.clone()).await? else {
        return Ok(None);
    };
    let event = loaders::visible_event(context, &row.event_id).await?;
    Ok(event.map(|event| TicketType { row, event }))
}
