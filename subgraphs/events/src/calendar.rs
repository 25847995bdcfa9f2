//! The plain route of this subgraph: a date as a calendar file, for whoever may open its event by a link.

use std::sync::Arc;

use axum::Router;
use axum::extract::{Path, State as Extracted};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kit::clock::datetime;
use kit::database::StoreError;

use crate::State;
use crate::domain::icalendar::{CalendarEntry, calendar};
use crate::domain::occurrence::OccurrenceStatus;
use crate::store;

/// `GET /ics/{occurrence id}.ics`.
pub fn routes(state: &Arc<State>) -> Router {
    Router::new().route("/ics/{file}", get(file)).with_state(state.clone())
}

/// Where the calendar file of a date is.
pub fn url(state: &State, occurrence_id: &str) -> String {
    format!("{}/ics/{occurrence_id}.ics", state.public_url)
}

async fn file(Extracted(state): Extracted<Arc<State>>, Path(file): Path<String>) -> Response {
    let Some(occurrence_id) = file.strip_suffix(".ics") else {
        return not_found();
    };
    match render(&state, occurrence_id).await {
        Ok(Some(text)) => {
            let headers = [
                (CONTENT_TYPE, "text/calendar; charset=utf-8"),
                (CONTENT_DISPOSITION, "attachment; filename=\"event.ics\""),
                (CACHE_CONTROL, "no-cache"),
            ];
            (headers, text).into_response()
        }
        Ok(None) => not_found(),
        Err(error) => {
            tracing::error!(%error, "a calendar file could not be made");
            (
                StatusCode::SERVICE_UNAVAILABLE,
                "The calendar file cannot be made right now. Try again in a moment.\n",
            )
                .into_response()
        }
    }
}

fn not_found() -> Response {
    (StatusCode::NOT_FOUND, "There is no such date.\n").into_response()
}

/// The calendar file; `None` for a date that is not there for everyone.
async fn render(state: &State, occurrence_id: &str) -> Result<Option<String>, StoreError> {
    let connection = state.database.reader();
    let Some(occurrence) = store::occurrences::find(connection, occurrence_id).await? else {
        return Ok(None);
    };
    let event = store::events::find(connection, &occurrence.event_id)
        .await?
        .filter(|event| event.is_open_to_all());
    let Some(event) = event else { return Ok(None) };
    let venue = match &occurrence.venue_id {
        Some(venue_id) => store::venues::find(connection, venue_id).await?,
        None => None,
    };
    Ok(Some(calendar(&CalendarEntry {
        uid: &format!("{}@marquee", occurrence.id),
        sequence: occurrence.version,
        changed_at: datetime(occurrence.updated_at),
        starts_at: datetime(occurrence.starts_at),
        ends_at: occurrence.ends_at.map(datetime),
        zone: occurrence.zone(),
        title: &event.title,
        summary: event.summary.as_deref(),
        location: venue.map(|venue| {
            let mut parts = vec![venue.name.clone()];
            parts.extend(venue.address_lines());
            parts.push(venue.city.clone());
            parts.join(", ")
        }),
        url: &format!("{}/events/{}/{}", state.public_url, event.organizer_id, event.slug),
        cancelled: occurrence.status() == OccurrenceStatus::Cancelled,
    })))
}
