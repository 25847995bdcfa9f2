//! Makes a mail and sends it: asks who it is for and what it says, fills the text in, hands it to the channel.
//! Neither address nor code is kept.

use contracts::calls::{BookingContact, BookingContactAnswer, Verification, VerificationAnswer, VerificationKind};
use kit::Error;
use kit::clock::datetime;

use crate::channel::SendFailed;
use crate::domain::catalogue::{self, KNOWN_ADDRESS, PASSWORD_RESET, VERIFICATION_CODE};
use crate::domain::mail::Mail;
use crate::domain::{ChannelKind, DeliveryStatus, NotificationKind, words};
use crate::state::State;
use crate::store::{DeliveryRow, deliveries};

/// The wait after the first try that failed; doubled each time, at most an hour.
pub const RETRY_MS: i64 = 30_000;
const LONGEST_RETRY_MS: i64 = 3_600_000;
/// After this many tries a delivery is given up.
pub const MAX_ATTEMPTS: i64 = 10;

/// Tries a delivery once.
pub async fn send_delivery(state: &State, row: &DeliveryRow) -> Result<(), Error> {
    let now_ms = state.clock.now_ms();
    let wait_ms = (RETRY_MS << row.attempts.clamp(0, 20)).min(LONGEST_RETRY_MS);
    let database = &state.database;
    if !deliveries::claim_try(database.writer(), row, now_ms + wait_ms).await? {
        return Ok(());
    }
    let (status, error) = match attempt(state, row).await {
        Ok(()) => (DeliveryStatus::Sent, None),
        Err(failed) if failed.is_final || row.attempts + 1 >= MAX_ATTEMPTS => (DeliveryStatus::Failed, Some(failed.reason)),
        Err(failed) => (DeliveryStatus::Queued, Some(failed.reason)),
    };
    if let Some(error) = &error {
        tracing::warn!(delivery = row.id, template = row.template, error, "a mail did not leave");
    }
    metrics::counter!("notifications_deliveries_total", "outcome" => status.name()).increment(1);
    let sent_at = (status == DeliveryStatus::Sent).then_some(now_ms);
    deliveries::record_outcome(database.writer(), &row.id, status, error, sent_at).await?;
    Ok(())
}

async fn attempt(state: &State, row: &DeliveryRow) -> Result<(), SendFailed> {
    let unanswered = |error: Error| {
        tracing::warn!(delivery = row.id, %error, "nobody said what to mail");
        SendFailed {
            reason: "another service did not answer".to_owned(),
            is_final: false,
        }
    };
    let mail = match (&row.challenge_id, &row.booking_id) {
        (Some(challenge_id), _) => account_mail(state, challenge_id).await.map_err(unanswered)?,
        (None, Some(booking_id)) => booking_mail(state, row, booking_id).await.map_err(unanswered)?,
        (None, None) => None,
    };
    let Some(mail) = mail else {
        return Err(SendFailed {
            reason: "there is nothing to say any more".to_owned(),
            is_final: true,
        });
    };
    state.channel.send(&row.id, &mail).await
}

/// `None`: the challenge is used or has expired.
async fn account_mail(state: &State, challenge_id: &str) -> Result<Option<Mail>, Error> {
    let answer = state
        .internal
        .call(&Verification {
            challenge_id: challenge_id.to_owned(),
        })
        .await?;
    Ok(answer.map(|answer| account_text(state, &answer)))
}

fn account_text(state: &State, answer: &VerificationAnswer) -> Mail {
    let secret = answer.secret.as_deref().unwrap_or_default();
    let (text, link) = match answer.kind {
        VerificationKind::SignUp => (VERIFICATION_CODE, String::new()),
        VerificationKind::KnownAddress => (KNOWN_ADDRESS, format!("{}/sign-in", state.public_url)),
        VerificationKind::PasswordReset => (PASSWORD_RESET, format!("{}/reset-password#token={secret}", state.public_url)),
    };
    let expires = words::date(datetime(answer.expires_at_ms), "UTC");
    let values = [
        ("name", answer.contact.name.as_str()),
        ("code", secret),
        ("link", &link),
        ("expires", &expires),
    ];
    Mail::compose(&answer.contact.name, &answer.contact.email, text, &values)
}

/// `None`: bookings does not know the booking, or there is no such text.
async fn booking_mail(state: &State, row: &DeliveryRow, booking_id: &str) -> Result<Option<Mail>, Error> {
    let text = NotificationKind::parse(&row.template).and_then(|kind| catalogue::find(kind, ChannelKind::Email));
    let contact = state
        .internal
        .call(&BookingContact {
            booking_id: booking_id.to_owned(),
        })
        .await?;
    let (Some(text), Some(contact)) = (text, contact) else {
        return Ok(None);
    };
    let amount = match (row.amount_minor, &row.currency) {
        (Some(amount_minor), Some(currency)) => words::amount(amount_minor, currency),
        _ => words::amount(contact.total.amount_minor, &contact.total.currency),
    };
    let facts = BookingWords::new(&contact);
    let link = booking_link(state, booking_id, contact.guest_token.as_deref());
    let codes = contact.ticket_codes.join("\n");
    let values = [
        ("name", contact.contact.name.as_str()),
        ("event", contact.event_title.as_str()),
        ("code", contact.booking_code.as_str()),
        ("date", facts.date.as_str()),
        ("tickets", facts.tickets.as_str()),
        ("amount", amount.as_str()),
        ("ticket_codes", codes.as_str()),
        ("link", link.as_str()),
    ];
    Ok(Some(Mail::compose(&contact.contact.name, &contact.contact.email, text, &values)))
}

/// The page of a booking; for a guest with the token that opens it, after the `#` where no server sees it.
fn booking_link(state: &State, booking_id: &str, guest_token: Option<&str>) -> String {
    let page = format!("{}/bookings/{booking_id}", state.public_url);
    match guest_token {
        Some(token) => format!("{page}#guest={token}"),
        None => page,
    }
}

/// What both channels say of a booking.
pub struct BookingWords {
    pub date: String,
    pub tickets: String,
}

impl BookingWords {
    pub fn new(contact: &BookingContactAnswer) -> Self {
        Self {
            date: words::date(datetime(contact.starts_at_ms), &contact.time_zone),
            tickets: words::tickets(contact.ticket_codes.len()),
        }
    }
}
