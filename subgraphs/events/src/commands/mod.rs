//! The commands: one file per mutation, one transaction each. Knows no GraphQL.

pub mod event_cancel;
pub mod event_create;
pub mod event_transition;
pub mod event_update;
pub mod occurrences_generate;
pub mod ticket_type_upsert;
pub mod venue_upsert;

use contracts::access::Permission;
use kit::database::{MayRetry, StoreError};
use kit::viewer::Viewer;

use crate::State;
use crate::domain::Invalid;
use crate::domain::event::EventStatus;
use crate::store;
use crate::store::rows::event;

/// An expected refusal: data in the payload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    Invalid(Invalid),
    NotFound {
        message: &'static str,
        path: Vec<String>,
    },
    /// Someone else changed it first, or its state forbids the step.
    Conflict {
        message: &'static str,
        path: Vec<String>,
        version: i64,
        state: Option<&'static str>,
    },
    /// The idempotency key came with another request before.
    KeyReused,
}

/// Why a command did nothing.
#[derive(Debug)]
pub enum Failure {
    Refused(Vec<Refusal>),
    Fault(kit::Error),
}

pub type Outcome<T> = Result<T, Failure>;

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(vec![refusal])
    }
}

impl From<Invalid> for Failure {
    fn from(invalid: Invalid) -> Self {
        Refusal::Invalid(invalid).into()
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        Self::Fault(error.into())
    }
}

impl From<kit::Error> for Failure {
    fn from(error: kit::Error) -> Self {
        Self::Fault(error)
    }
}

impl MayRetry for Failure {
    fn may_retry(&self) -> bool {
        matches!(self, Self::Fault(error) if error.may_retry())
    }
}

impl Refusal {
    fn not_found(message: &'static str, field: &str) -> Self {
        Self::NotFound {
            message,
            path: vec![field.to_owned()],
        }
    }

    fn stale(version: i64, state: Option<&'static str>) -> Self {
        Self::Conflict {
            message: "Someone else has changed this in the meantime. Read it again and repeat your change.",
            path: vec!["version".to_owned()],
            version,
            state,
        }
    }

    fn illegal(message: &'static str, event: &event::Model) -> Self {
        Self::Conflict {
            message,
            path: vec!["id".to_owned()],
            version: event.version,
            state: Some(event.status().name()),
        }
    }
}

/// Collects what is wrong with an input, so that it is all said at once.
#[derive(Default)]
struct Checks(Vec<Invalid>);

impl Checks {
    fn keep<T>(&mut self, checked: Result<T, Invalid>) -> Option<T> {
        match checked {
            Ok(value) => Some(value),
            Err(invalid) => {
                self.0.push(invalid);
                None
            }
        }
    }

    fn finish(self) -> Result<(), Failure> {
        if self.0.is_empty() {
            Ok(())
        } else {
            Err(Failure::Refused(self.0.into_iter().map(Refusal::Invalid).collect()))
        }
    }
}

const NO_SUCH_EVENT: &str = "There is no such event.";

/// The organiser of an event the viewer may change. An event the viewer may not even see is not found; one that is
/// open to all is FORBIDDEN.
async fn authorize(state: &State, viewer: &Viewer, event_id: &str, field: &str, permission: Permission) -> Outcome<()> {
    viewer.require_user()?;
    let event = store::events::find(state.database.reader(), event_id).await?;
    let Some(event) = event else {
        return Err(Refusal::not_found(NO_SUCH_EVENT, field).into());
    };
    if !event.is_open_to_all()
        && !state
            .access
            .allows(viewer, &event.organizer_id, Permission::EventEdit.name())
            .await?
    {
        return Err(Refusal::not_found(NO_SUCH_EVENT, field).into());
    }
    Ok(state.access.require(viewer, &event.organizer_id, permission.name()).await?)
}

/// Claims an event that is at `version`.
async fn claim_at(txn: &kit::database::Transaction, id: &str, version: i32, now_ms: i64) -> Outcome<event::Model> {
    let event = claim(txn, id, "id", now_ms).await?;
    if event.version != i64::from(version) {
        return Err(Refusal::stale(event.version, Some(event.status().name())).into());
    }
    Ok(event)
}

async fn claim(txn: &kit::database::Transaction, id: &str, field: &str, now_ms: i64) -> Outcome<event::Model> {
    let event = store::events::claim(txn.connection(), id, now_ms).await?;
    Ok(event.ok_or_else(|| Refusal::not_found(NO_SUCH_EVENT, field))?)
}

/// Refuses to change an event that is over or called off.
fn require_editable(event: &event::Model) -> Result<(), Refusal> {
    match event.status() {
        status if status.is_editable() => Ok(()),
        EventStatus::Cancelled => Err(Refusal::illegal("This event is cancelled; it cannot be changed any more.", event)),
        _ => Err(Refusal::illegal("This event is over; it cannot be changed any more.", event)),
    }
}
