//! What notifications hears, and whom it tells. Facts that a text needs are asked for first; then one transaction
//! claims the message and writes what is to be told, each thing once by its key.

use std::collections::BTreeSet;

use contracts::access::Permission;
use contracts::calls::{BookingContact, BookingContactAnswer};
use contracts::messages::{
    BookingCancelled, BookingConfirmed, BookingExpired, CancelCause, MembershipChanged, PaymentFailed, RefundSucceeded,
    VerificationRequested,
};
use contracts::values::Amount;
use kit::bus::{Consumers, Received};
use kit::database::{StoreError, retrying};
use kit::{Error, inbox};

use crate::commands::send_delivery::BookingWords;
use crate::domain::catalogue::{self, fill};
use crate::domain::{ChannelKind, DeliveryStatus, NotificationKind, words};
use crate::state::{State, topic};
use crate::store::{DeliveryRow, NotificationRow, deliveries, notifications};

/// The consumer's name in the inbox.
const CONSUMER: &str = "notifications";
/// The template of mails about an account.
const ACCOUNT: &str = "ACCOUNT";

/// Everything notifications listens to.
pub fn consumers(state: &State) -> Consumers {
    let with = || state.clone();
    let (verification, confirmed, expired, failed) = (with(), with(), with(), with());
    let (refunded, cancelled, members) = (with(), with(), with());
    Consumers::new()
        .on(move |message: Received<VerificationRequested>| verification_requested(verification.clone(), message))
        .on(move |message: Received<BookingConfirmed>| booking_confirmed(confirmed.clone(), message))
        .on(move |message: Received<BookingExpired>| booking_expired(expired.clone(), message))
        .on(move |message: Received<PaymentFailed>| payment_failed(failed.clone(), message))
        .on(move |message: Received<RefundSucceeded>| refund_succeeded(refunded.clone(), message))
        .on(move |message: Received<BookingCancelled>| booking_cancelled(cancelled.clone(), message))
        .on(move |message: Received<MembershipChanged>| {
            let state = members.clone();
            async move { contracts::access::project_membership(&state.database, message).await }
        })
}

/// What one message leads to.
#[derive(Default)]
struct Telling {
    notifications: Vec<NotificationRow>,
    deliveries: Vec<DeliveryRow>,
}

/// Claims the message and writes; then nudges those who watch.
async fn tell(state: &State, message_id: &str, telling: Telling) -> Result<(), Error> {
    let told = retrying(|| async {
        let txn = state.database.begin().await?;
        if !inbox::claim(&txn, CONSUMER, message_id, state.clock.now_ms()).await? {
            return Ok(Vec::new());
        }
        let mut told = Vec::new();
        for row in &telling.notifications {
            if notifications::record(txn.connection(), row.clone()).await? {
                told.push(row);
            }
        }
        for row in &telling.deliveries {
            deliveries::record(txn.connection(), row.clone()).await?;
        }
        txn.commit().await?;
        Ok::<_, StoreError>(told)
    })
    .await?;
    for row in told {
        state.live.publish(&topic(&row.user_id), row.id.clone()).await;
    }
    Ok(())
}

/// The facts of a booking; `None` for one that bookings does not know, which is not told about.
async fn facts(state: &State, booking_id: &str) -> Result<Option<BookingContactAnswer>, Error> {
    let facts = state
        .internal
        .call(&BookingContact {
            booking_id: booking_id.to_owned(),
        })
        .await?;
    if facts.is_none() {
        tracing::warn!(booking = booking_id, "a message names a booking that bookings does not know");
    }
    Ok(facts)
}

struct About<'a> {
    kind: NotificationKind,
    booking_id: &'a str,
    facts: &'a BookingContactAnswer,
    /// The amount the text names; the booking's total otherwise.
    amount: Option<&'a Amount>,
}

impl About<'_> {
    fn notification(&self, state: &State, user_id: &str, dedupe_key: String, deep_link: String) -> NotificationRow {
        let text = catalogue::find(self.kind, ChannelKind::InApp).expect("every kind is told in the application");
        let said = BookingWords::new(self.facts);
        let amount = self.amount.unwrap_or(&self.facts.total);
        let amount = words::amount(amount.amount_minor, &amount.currency);
        let values = [
            ("event", self.facts.event_title.as_str()),
            ("code", self.facts.booking_code.as_str()),
            ("date", said.date.as_str()),
            ("tickets", said.tickets.as_str()),
            ("amount", amount.as_str()),
        ];
        let now_ms = state.clock.now_ms();
        NotificationRow {
            id: state.ids.next("ntf", now_ms),
            user_id: user_id.to_owned(),
            kind: self.kind.name().to_owned(),
            dedupe_key,
            title: fill(text.subject, &values),
            body: fill(text.body, &values),
            deep_link,
            booking_id: Some(self.booking_id.to_owned()),
            event_id: Some(self.facts.event_id.clone()),
            created_at: now_ms,
            read_at: None,
        }
    }

    /// To the buyer's bell, if the buyer has an account.
    fn to_buyer(&self, state: &State, dedupe_key: &str) -> Option<NotificationRow> {
        let user_id = self.facts.buyer_user_id.as_deref()?;
        Some(self.notification(state, user_id, dedupe_key.to_owned(), format!("/bookings/{}", self.booking_id)))
    }

    fn mail(&self, state: &State, dedupe_key: &str) -> DeliveryRow {
        DeliveryRow {
            booking_id: Some(self.booking_id.to_owned()),
            organizer_id: Some(self.facts.organizer_id.clone()),
            amount_minor: self.amount.map(|amount| amount.amount_minor),
            currency: self.amount.map(|amount| amount.currency.clone()),
            ..empty_delivery(state, self.kind.name(), dedupe_key)
        }
    }
}

fn empty_delivery(state: &State, template: &str, dedupe_key: &str) -> DeliveryRow {
    let now_ms = state.clock.now_ms();
    DeliveryRow {
        id: state.ids.next("dlv", now_ms),
        dedupe_key: dedupe_key.to_owned(),
        channel: "EMAIL".to_owned(),
        template: template.to_owned(),
        challenge_id: None,
        booking_id: None,
        organizer_id: None,
        amount_minor: None,
        currency: None,
        status: DeliveryStatus::Queued.name().to_owned(),
        attempts: 0,
        last_error: None,
        created_at: now_ms,
        next_at: now_ms,
        sent_at: None,
    }
}

async fn verification_requested(state: State, message: Received<VerificationRequested>) -> Result<(), Error> {
    let challenge_id = message.data.challenge_id;
    let mut mail = empty_delivery(&state, ACCOUNT, &format!("account:{challenge_id}"));
    mail.challenge_id = Some(challenge_id);
    tell(
        &state,
        &message.id,
        Telling {
            deliveries: vec![mail],
            ..Telling::default()
        },
    )
    .await
}

/// The buyer gets tickets by mail and a note; the organiser's owners and administrators hear of the sale.
async fn booking_confirmed(state: State, message: Received<BookingConfirmed>) -> Result<(), Error> {
    let confirmed = &message.data;
    let booking_id = &confirmed.booking_id;
    let Some(facts) = facts(&state, booking_id).await? else {
        return Ok(());
    };
    let about = About {
        kind: NotificationKind::BookingConfirmed,
        booking_id,
        facts: &facts,
        amount: None,
    };
    let key = format!("booking:confirmed:{booking_id}");
    let mut telling = Telling {
        notifications: about.to_buyer(&state, &key).into_iter().collect(),
        deliveries: vec![about.mail(&state, &key)],
    };
    let sale = About {
        kind: NotificationKind::OrganizerSale,
        amount: Some(&confirmed.total),
        ..about
    };
    let team = kit::access::subjects(&state.database, &confirmed.organizer_id, Permission::TeamManage.name()).await?;
    for member in team.into_iter().collect::<BTreeSet<_>>() {
        let key = format!("organizer:sale:{booking_id}:{member}");
        telling
            .notifications
            .push(sale.notification(&state, &member, key, "/organise".to_owned()));
    }
    tell(&state, &message.id, telling).await
}

async fn booking_expired(state: State, message: Received<BookingExpired>) -> Result<(), Error> {
    let booking_id = &message.data.booking_id;
    if message.data.buyer_user_id.is_none() {
        // A guest whose hold ran out sees it on the page; a mail about it would be too much.
        return Ok(());
    }
    let Some(facts) = facts(&state, booking_id).await? else {
        return Ok(());
    };
    let about = About {
        kind: NotificationKind::BookingExpired,
        booking_id,
        facts: &facts,
        amount: None,
    };
    let notifications = about
        .to_buyer(&state, &format!("booking:expired:{booking_id}"))
        .into_iter()
        .collect();
    tell(
        &state,
        &message.id,
        Telling {
            notifications,
            ..Telling::default()
        },
    )
    .await
}

/// Once per payment: whoever tries card after card sees each failure on the page.
async fn payment_failed(state: State, message: Received<PaymentFailed>) -> Result<(), Error> {
    let failed = &message.data;
    let Some(facts) = facts(&state, &failed.booking_id).await? else {
        return Ok(());
    };
    let about = About {
        kind: NotificationKind::PaymentFailed,
        booking_id: &failed.booking_id,
        facts: &facts,
        amount: None,
    };
    let notifications = about
        .to_buyer(&state, &format!("payment:failed:{}", failed.payment_id))
        .into_iter()
        .collect();
    tell(
        &state,
        &message.id,
        Telling {
            notifications,
            ..Telling::default()
        },
    )
    .await
}

async fn refund_succeeded(state: State, message: Received<RefundSucceeded>) -> Result<(), Error> {
    let refund = &message.data;
    let Some(facts) = facts(&state, &refund.booking_id).await? else {
        return Ok(());
    };
    let about = About {
        kind: NotificationKind::RefundIssued,
        booking_id: &refund.booking_id,
        facts: &facts,
        amount: Some(&refund.amount),
    };
    let key = format!("refund:issued:{}", refund.refund_id);
    let telling = Telling {
        notifications: about.to_buyer(&state, &key).into_iter().collect(),
        deliveries: vec![about.mail(&state, &key)],
    };
    tell(&state, &message.id, telling).await
}

/// Told when the event was cancelled: those who cancelled by themselves know. Holds that were never confirmed get
/// no mail.
async fn booking_cancelled(state: State, message: Received<BookingCancelled>) -> Result<(), Error> {
    let cancelled = &message.data;
    if cancelled.cause != CancelCause::EventCancelled {
        return Ok(());
    }
    let Some(facts) = facts(&state, &cancelled.booking_id).await? else {
        return Ok(());
    };
    let about = About {
        kind: NotificationKind::EventCancelled,
        booking_id: &cancelled.booking_id,
        facts: &facts,
        amount: None,
    };
    let key = format!("booking:cancelled:{}", cancelled.booking_id);
    let telling = Telling {
        notifications: about.to_buyer(&state, &key).into_iter().collect(),
        deliveries: cancelled.was_confirmed.then(|| about.mail(&state, &key)).into_iter().collect(),
    };
    tell(&state, &message.id, telling).await
}
