//! checkIn: a ticket is let in once and only once, however often and from wherever it is scanned.

use kit::database::{StoreError, retrying};
use kit::error::{Error, Result};
use kit::viewer::Viewer;
use uuid::Uuid;

use crate::domain::check_in::{CheckInResult, TicketAtDoor, decide_check_in};
use crate::domain::code::parse_ticket_code;
use crate::domain::qr::TicketClaim;
use crate::domain::ticket::{TicketStatus, Trigger};
use crate::feed;
use crate::permit::Right;
use crate::state::Shared;
use crate::store::rows::{CheckInList, CheckInRecord, Ticket};
use crate::store::{bookings, doors, tickets};

/// How many organisers may use one code before a scan without a list has to name the list.
const CODES_LOOKED_AT: i64 = 50;

/// What was scanned or typed.
#[derive(Clone, Debug)]
pub struct CheckIn {
    pub list_id: Option<String>,
    pub code: Option<String>,
    pub qr_payload: Option<String>,
    pub nonce: Uuid,
    pub scanned_at_ms: i64,
}

/// Why nothing was looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckInRefusal {
    /// Not exactly one of code and QR payload.
    Ambiguous,
    UnknownList,
    RateLimited {
        retry_after_seconds: i32,
    },
}

/// The answer to a scan. Without a list (an unknown ticket and no list named) there is no record.
#[derive(Clone, Debug)]
pub struct Answer {
    pub result: CheckInResult,
    pub record: Option<CheckInRecord>,
    pub ticket: Option<Ticket>,
    /// The record that admitted it earlier.
    pub previous: Option<CheckInRecord>,
}

impl Answer {
    fn unknown() -> Self {
        Self {
            result: CheckInResult::UnknownTicket,
            record: None,
            ticket: None,
            previous: None,
        }
    }
}

type Outcome = std::result::Result<Answer, CheckInRefusal>;

/// Checks a ticket in for a member at the door.
pub async fn check_in(state: &Shared, viewer: &Viewer, input: CheckIn) -> Result<Outcome> {
    let user_id = viewer.require_user()?;
    if let Some(retry_after_seconds) = state.throttle_scan(viewer).await {
        return Ok(Err(CheckInRefusal::RateLimited { retry_after_seconds }));
    }
    if input.code.is_some() == input.qr_payload.is_some() {
        return Ok(Err(CheckInRefusal::Ambiguous));
    }
    let (list, ticket) = match find(state, viewer, &input).await? {
        Ok(found) => found,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let Some(list) = list else { return Ok(Ok(Answer::unknown())) };
    let (mut answer, is_new) = retrying(|| scan(state, user_id, &list, ticket.as_ref(), &input)).await?;
    // A ticket of another organiser is none of this member's business.
    if answer
        .ticket
        .as_ref()
        .is_some_and(|ticket| ticket.organizer_id != list.organizer_id)
    {
        answer.ticket = None;
    }
    if let Some(record) = answer.record.as_ref().filter(|_| is_new) {
        state.deps.live.publish(&feed::list_topic(&list.id), record.id.clone()).await;
        if let (CheckInResult::Admitted, Some(ticket)) = (answer.result, &answer.ticket)
            && let Some(booking) = bookings::find(state.deps.database.reader(), &ticket.booking_id).await?
        {
            state.tell_booking(&booking).await;
        }
    }
    Ok(Ok(answer))
}

type Found = (Option<CheckInList>, Option<Ticket>);

/// The list, and the ticket if there is one. The member has to be allowed to check in on the list.
async fn find(state: &Shared, viewer: &Viewer, input: &CheckIn) -> Result<std::result::Result<Found, CheckInRefusal>> {
    let reader = state.deps.database.reader();
    let Some(list_id) = &input.list_id else {
        let ticket = find_anywhere(state, viewer, input).await?;
        let list = match &ticket {
            Some(ticket) => doors::default_list(reader, &ticket.occurrence_id).await?,
            None => None,
        };
        return Ok(Ok((list, ticket)));
    };
    let Some(list) = doors::find_list(reader, list_id).await? else {
        return Ok(Err(CheckInRefusal::UnknownList));
    };
    if !state.is_permitted(viewer, Right::CheckIn, &list.organizer_id).await? {
        return Err(Error::forbidden("Your role in this team does not allow checking people in."));
    }
    let ticket = match (&input.code, &input.qr_payload) {
        (Some(code), _) => match parse_ticket_code(code) {
            Some(code) => tickets::find_by_code(reader, &list.organizer_id, &code).await?,
            None => None,
        },
        (None, Some(payload)) => find_by_payload(state, payload).await?,
        (None, None) => None,
    };
    Ok(Ok((Some(list), ticket)))
}

/// The ticket, among those of organisers at whose doors the member may stand.
async fn find_anywhere(state: &Shared, viewer: &Viewer, input: &CheckIn) -> Result<Option<Ticket>> {
    let candidates = match (&input.code, &input.qr_payload) {
        (Some(code), _) => match parse_ticket_code(code) {
            Some(code) => tickets::find_by_code_anywhere(state.deps.database.reader(), &code, CODES_LOOKED_AT).await?,
            None => Vec::new(),
        },
        (None, Some(payload)) => find_by_payload(state, payload).await?.into_iter().collect(),
        (None, None) => Vec::new(),
    };
    for ticket in candidates {
        if state.is_permitted(viewer, Right::CheckIn, &ticket.organizer_id).await? {
            return Ok(Some(ticket));
        }
    }
    Ok(None)
}

/// The ticket of a QR code that we signed and that has not been replaced since.
async fn find_by_payload(state: &Shared, payload: &str) -> Result<Option<Ticket>> {
    let Some((claim, signature)) = TicketClaim::parse(payload) else {
        return Ok(None);
    };
    if !state.is_signed(&claim.signed_part(), &signature) {
        return Ok(None);
    }
    let ticket = tickets::find(state.deps.database.reader(), &claim.ticket_id).await?;
    Ok(ticket.filter(|ticket| ticket.claim() == claim))
}

/// The transaction of one scan; whether it is a new one.
async fn scan(state: &Shared, user_id: &str, list: &CheckInList, ticket: Option<&Ticket>, input: &CheckIn) -> Result<(Answer, bool)> {
    let now_ms = state.now_ms();
    let nonce = input.nonce.to_string();
    let txn = state.deps.database.begin().await?;
    let connection = txn.connection();
    // The list's row serialises the scans of one list, so that a repeated nonce sees its first record.
    let sequence = doors::claim_sequence(connection, &list.id).await?;
    if let Some(record) = doors::find_by_nonce(connection, user_id, &nonce).await? {
        let ticket = match &record.ticket_id {
            Some(ticket_id) => tickets::find(connection, ticket_id).await?,
            None => None,
        };
        let previous = match (&ticket, record.result()) {
            (Some(ticket), CheckInResult::AlreadyAdmitted) => doors::admission_record(connection, &record.list_id, &ticket.id).await?,
            _ => None,
        };
        return Ok((
            Answer {
                result: record.result(),
                record: Some(record),
                ticket,
                previous,
            },
            false,
        ));
    }
    // What was read before the transaction may have changed: the state is read again.
    let ticket = match ticket {
        Some(ticket) => tickets::find(connection, &ticket.id).await?,
        None => None,
    };
    let at_door = ticket.as_ref().map(|ticket| TicketAtDoor {
        event_id: &ticket.event_id,
        occurrence_id: &ticket.occurrence_id,
        status: ticket.status(),
    });
    let mut result = decide_check_in(at_door, &list.event_id, &list.occurrence_id);
    let mut record = CheckInRecord {
        id: state.id("cir"),
        list_id: list.id.clone(),
        ticket_id: ticket.as_ref().map(|ticket| ticket.id.clone()),
        by_user_id: user_id.to_owned(),
        nonce,
        result: result.name().to_owned(),
        scanned_at: input.scanned_at_ms,
        received_at: now_ms,
        sequence,
    };
    let mut previous = None;
    let mut ticket = ticket;
    if let (CheckInResult::Admitted, Some(known)) = (result, ticket.as_mut()) {
        if doors::claim_admission(connection, &list.id, &known.id, &record.id, now_ms).await? {
            let from = known.status();
            let (to, _) = from
                .next(Trigger::Admitted)
                .map_err(|_| StoreError::Bug("a decided admission is legal".to_owned()))?;
            if !tickets::move_status(connection, &known.id, from.name(), to.name()).await? {
                // Voided in this very moment: look again from the beginning.
                return Err(StoreError::Unavailable("the ticket changed meanwhile".to_owned()).into());
            }
            known.status = TicketStatus::CheckedIn.name().to_owned();
            known.version += 1;
        } else {
            result = CheckInResult::AlreadyAdmitted;
            record.result = result.name().to_owned();
            previous = doors::admission_record(connection, &list.id, &known.id).await?;
        }
    }
    doors::record_scan(connection, &record).await?;
    txn.commit().await?;
    Ok((
        Answer {
            result,
            record: Some(record),
            ticket,
            previous,
        },
        true,
    ))
}
