//! holdPlace: all the places or none, held for ten minutes. The hold is the booking.

use std::collections::BTreeMap;

use contracts::calls::UserContact;
use contracts::messages::{BookingHeld, OccurrenceFacts, ProductFacts};
use contracts::values::Contact;
use kit::database::{StoreError, retrying};
use kit::error::{Error, Result};
use kit::viewer::Viewer;
use kit::{idempotency, outbox};
use serde::Serialize;
use uuid::Uuid;

use crate::domain::code;
use crate::domain::contact::parse_contact;
use crate::domain::hold::{Closed, HoldRefused, HoldRequest, InvalidLines, PricedHold, decide_hold};
use crate::domain::limits;
use crate::state::Shared;
use crate::store::inventory::{self, Movement};
use crate::store::rows::{Booking, BookingLine};
use crate::store::{bookings, offers};

/// What is asked for.
#[derive(Clone, Debug, Serialize)]
pub struct HoldPlace {
    pub occurrence_id: String,
    #[serde(skip)]
    pub idempotency_key: Uuid,
    /// (product, quantity).
    pub lines: Vec<(String, i64)>,
    pub contact: Option<GivenContact>,
}

/// A contact as it was typed.
#[derive(Clone, Debug, Serialize)]
pub struct GivenContact {
    pub name: String,
    pub email: String,
    pub phone: Option<String>,
    pub locale: Option<String>,
}

/// Why nothing is held.
#[derive(Clone, Debug, PartialEq)]
pub enum HoldPlaceRefusal {
    Invalid {
        code: &'static str,
        sentence: String,
        path: Vec<String>,
    },
    UnknownOccurrence,
    UnknownProduct {
        product_id: String,
    },
    Insufficient {
        product_id: String,
        remaining: i64,
    },
    Closed(Closed),
    Limit {
        sentence: String,
        max: i64,
        already: i64,
        path: Vec<String>,
    },
    IdempotencyConflict,
    RateLimited {
        retry_after_seconds: i32,
    },
}

/// A placed hold; the token only for a guest.
#[derive(Clone, Debug)]
pub struct Placed {
    pub booking: Booking,
    pub guest_token: Option<String>,
}

type Outcome = std::result::Result<Placed, HoldPlaceRefusal>;

fn invalid(code: &'static str, sentence: impl Into<String>, path: &[&str]) -> HoldPlaceRefusal {
    HoldPlaceRefusal::Invalid {
        code,
        sentence: sentence.into(),
        path: path.iter().map(|part| (*part).to_owned()).collect(),
    }
}

/// Places a hold for the viewer.
pub async fn hold_place(state: &Shared, viewer: &Viewer, input: HoldPlace) -> Result<Outcome> {
    if let Some(retry_after_seconds) = state.throttle_hold(viewer).await {
        return Ok(Err(HoldPlaceRefusal::RateLimited { retry_after_seconds }));
    }
    let request = match HoldRequest::parse(&input.lines) {
        Ok(request) => request,
        Err(wrong) => return Ok(Err(invalid_lines(wrong))),
    };
    let contact = match contact_of(state, viewer, input.contact.as_ref()).await? {
        Ok(contact) => contact,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let product_ids: Vec<String> = request.lines().iter().map(|(product_id, _)| product_id.clone()).collect();
    super::project_offer::fetch_missing(state, &input.occurrence_id, &product_ids).await?;
    let outcome = retrying(|| place(state, viewer, &input, &request, &contact)).await?;
    match outcome {
        Ok(Held::New(booking)) => {
            state.tell_booking_and_places(&booking).await;
            placed(state, viewer, booking).map(Ok)
        }
        Ok(Held::Replayed(booking)) => placed(state, viewer, booking).map(Ok),
        Err(refusal) => Ok(Err(refusal)),
    }
}

fn placed(state: &Shared, viewer: &Viewer, booking: Booking) -> Result<Placed> {
    let guest_token = match viewer.user_id() {
        Some(_) => None,
        None => Some(state.guest_token(&booking.id)?),
    };
    Ok(Placed { booking, guest_token })
}

fn invalid_lines(wrong: InvalidLines) -> HoldPlaceRefusal {
    match wrong {
        InvalidLines::Empty => invalid("NO_LINES", "Choose at least one ticket.", &["lines"]),
        InvalidLines::Quantity { line } => invalid("QUANTITY", "A quantity is at least 1.", &["lines", &line.to_string(), "quantity"]),
        InvalidLines::TooMany { max } => HoldPlaceRefusal::Limit {
            sentence: format!("One booking has at most {max} tickets."),
            max,
            already: 0,
            path: vec!["lines".to_owned()],
        },
    }
}

/// The contact that was given, else the account's. An account has to have a verified address to hold.
async fn contact_of(
    state: &Shared,
    viewer: &Viewer,
    given: Option<&GivenContact>,
) -> Result<std::result::Result<Contact, HoldPlaceRefusal>> {
    let account = match viewer.user_id() {
        Some(user_id) => {
            let request = UserContact {
                user_id: user_id.to_owned(),
            };
            let account = state.deps.internal.call(&request).await?.ok_or_else(Error::unauthenticated)?;
            if !account.email_verified {
                return Ok(Err(invalid(
                    "EMAIL_NOT_VERIFIED",
                    "Verify your e-mail address first: enter the code we sent you.",
                    &[],
                )));
            }
            Some(account.contact)
        }
        None => None,
    };
    let Some(given) = given else {
        return Ok(account.ok_or_else(|| invalid("CONTACT_REQUIRED", "Tell us where to send the tickets.", &["contact"])));
    };
    let locale = given
        .locale
        .as_deref()
        .unwrap_or(if viewer.locale.is_empty() { "en" } else { &viewer.locale });
    let parsed = parse_contact(&given.name, &given.email, given.phone.as_deref(), locale);
    Ok(parsed.map_err(|wrong| invalid("CONTACT", wrong.sentence, &["contact", wrong.field])))
}

enum Held {
    New(Booking),
    Replayed(Booking),
}

/// The transaction, or why there is none. `Unavailable` runs it again.
async fn place(
    state: &Shared,
    viewer: &Viewer,
    input: &HoldPlace,
    request: &HoldRequest,
    contact: &Contact,
) -> Result<std::result::Result<Held, HoldPlaceRefusal>> {
    let now_ms = state.now_ms();
    let txn = state.deps.database.begin().await?;
    match super::claim_key(&txn, viewer, "holdPlace", &input.idempotency_key, input, now_ms).await? {
        None => {}
        Some(Ok(booking_id)) => {
            drop(txn);
            let booking = super::replayed(state, &booking_id).await?;
            return Ok(booking.map(Held::Replayed).map_err(|_| HoldPlaceRefusal::IdempotencyConflict));
        }
        Some(Err(_)) => return Ok(Err(HoldPlaceRefusal::IdempotencyConflict)),
    }
    let connection = txn.connection();
    let Some(snapshot) = offers::find_occurrence(connection, &input.occurrence_id).await? else {
        return Ok(Err(HoldPlaceRefusal::UnknownOccurrence));
    };
    let occurrence = snapshot.facts()?;
    let product_ids: Vec<String> = request.lines().iter().map(|(product_id, _)| product_id.clone()).collect();
    let products = offers::find_products(connection, &product_ids).await?;
    let hold = match decide_hold(request, &occurrence, &products, now_ms) {
        Ok(hold) => hold,
        Err(refused) => {
            drop(txn);
            return Ok(Err(explain(state, viewer, &occurrence, input, refused).await?));
        }
    };
    let Ok(draws) = inventory::draws_of_lines(connection, &input.occurrence_id, request.lines()).await? else {
        return Ok(Err(HoldPlaceRefusal::Closed(Closed::NotOnSale)));
    };
    let booking = record_booking(state, viewer, &txn, &occurrence, &hold, contact, now_ms).await?;
    inventory::record_draws(connection, &booking.id, &draws).await?;
    let message = BookingHeld {
        booking_id: booking.id.clone(),
        occurrence_id: booking.occurrence_id.clone(),
        event_id: booking.event_id.clone(),
        organizer_id: booking.organizer_id.clone(),
        buyer_user_id: booking.buyer_user_id.clone(),
    };
    outbox::put(&txn, &state.deps.stamp(), &message).await?;
    idempotency::record(&txn, &super::scope(viewer, "holdPlace"), &input.idempotency_key, &booking.id).await?;
    // The hot rows last: they are locked for the shortest time.
    if let Err(shortage) = inventory::claim_places(connection, &draws, Movement::TakeHeld).await? {
        drop(txn);
        return Ok(Err(short_of(state, &input.occurrence_id, &products, request, shortage).await?));
    }
    txn.commit().await?;
    Ok(Ok(Held::New(booking)))
}

async fn record_booking(
    state: &Shared,
    viewer: &Viewer,
    txn: &kit::database::Transaction,
    occurrence: &OccurrenceFacts,
    hold: &PricedHold,
    contact: &Contact,
    now_ms: i64,
) -> Result<Booking> {
    let refund_policy = serde_json::to_string(&occurrence.refund_policy).map_err(|error| StoreError::Bug(error.to_string()))?;
    let mut booking = Booking {
        id: state.id("bkg"),
        code: String::new(),
        organizer_id: occurrence.organizer_id.clone(),
        event_id: occurrence.event_id.clone(),
        occurrence_id: occurrence.occurrence_id.clone(),
        status: "HELD".to_owned(),
        expires_at: Some(limits::hold_deadline(now_ms)),
        extended: false,
        payment_deadline: None,
        payment_begun_at: None,
        deadline_announced_at: None,
        buyer_user_id: viewer.user_id().map(str::to_owned),
        contact_name: contact.name.clone(),
        contact_email: contact.email.clone(),
        contact_phone: contact.phone.clone(),
        contact_locale: contact.locale.clone(),
        currency: hold.currency.clone(),
        total_minor: hold.total_minor,
        ticket_count: hold.ticket_count,
        price_fingerprint: fingerprint(hold, &refund_policy),
        refund_policy,
        confirmed_payment_id: None,
        version: 1,
        created_at: now_ms,
        confirmed_at: None,
        cancelled_at: None,
    };
    let mut recorded = false;
    for length in code::LENGTHS {
        booking.code = state.deps.ids.code(code::ALPHABET, length);
        recorded = bookings::record_new(txn.connection(), &booking).await?;
        if recorded {
            break;
        }
    }
    if !recorded {
        return Err(StoreError::Unavailable("every booking code that was tried is taken".to_owned()).into());
    }
    for (position, line) in (1_i64..).zip(&hold.lines) {
        let line = BookingLine {
            id: state.id("bln"),
            booking_id: booking.id.clone(),
            position,
            product_id: line.product_id.clone(),
            quantity: line.quantity,
            unit_price_minor: line.unit_price_minor,
            total_minor: line.total_minor,
        };
        bookings::record_line(txn.connection(), &line).await?;
    }
    Ok(booking)
}

/// Changes with whatever the buyer agrees to: lines, prices, currency, policy.
fn fingerprint(hold: &PricedHold, refund_policy: &str) -> String {
    use std::fmt::Write;

    use sha2::{Digest, Sha256};
    let mut text = format!("{}|{}|{refund_policy}", hold.currency, hold.total_minor);
    for line in &hold.lines {
        let _ = write!(text, "|{}:{}:{}", line.product_id, line.quantity, line.unit_price_minor);
    }
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

async fn explain(
    state: &Shared,
    viewer: &Viewer,
    occurrence: &OccurrenceFacts,
    input: &HoldPlace,
    refused: HoldRefused,
) -> Result<HoldPlaceRefusal> {
    let path = |product_id: &str| {
        let line = input.lines.iter().position(|(known, _)| known == product_id).unwrap_or_default();
        vec!["lines".to_owned(), line.to_string(), "quantity".to_owned()]
    };
    Ok(match refused {
        HoldRefused::UnknownProduct { product_id } => HoldPlaceRefusal::UnknownProduct { product_id },
        HoldRefused::Closed(closed) => HoldPlaceRefusal::Closed(closed),
        HoldRefused::BelowMinimum { product_id, min } => HoldPlaceRefusal::Invalid {
            code: "BELOW_MINIMUM",
            sentence: format!("Take at least {min} of these tickets."),
            path: path(&product_id),
        },
        HoldRefused::AboveMaximum { product_id, max } => {
            let already = match viewer.user_id() {
                Some(user_id) => {
                    let reader = state.deps.database.reader();
                    bookings::tickets_of_buyer(reader, user_id, &occurrence.occurrence_id, &product_id).await?
                }
                None => 0,
            };
            HoldPlaceRefusal::Limit {
                sentence: format!("One booking has at most {max} of these tickets."),
                max,
                already,
                path: path(&product_id),
            }
        }
        HoldRefused::MixedCurrencies => invalid(
            "MIXED_CURRENCIES",
            "These tickets are sold in different currencies: book them apart.",
            &["lines"],
        ),
        HoldRefused::TooExpensive => invalid("TOO_EXPENSIVE", "This is more than can be paid at once.", &["lines"]),
    })
}

/// Which product ran out, and what is left of it now.
async fn short_of(
    state: &Shared,
    occurrence_id: &str,
    products: &BTreeMap<String, ProductFacts>,
    request: &HoldRequest,
    shortage: inventory::Shortage,
) -> Result<HoldPlaceRefusal> {
    let reader = state.deps.database.reader();
    let quota_id = [shortage.quota_id.clone()];
    let drawing = crate::store::quotas::products_of(reader, &quota_id).await?;
    let product_id = request
        .lines()
        .iter()
        .map(|(product_id, _)| product_id)
        .find(|product_id| drawing.iter().any(|link| link.product_id == **product_id))
        .or_else(|| products.keys().next())
        .cloned()
        .unwrap_or_default();
    let key = [occurrence_id.to_owned()];
    let now = crate::store::availability::read(reader, &key, state.now_ms()).await?;
    let remaining = now
        .get(occurrence_id)
        .and_then(|availability| availability.products.get(&product_id))
        .and_then(|availability| availability.remaining)
        .unwrap_or(shortage.remaining);
    Ok(HoldPlaceRefusal::Insufficient { product_id, remaining })
}
