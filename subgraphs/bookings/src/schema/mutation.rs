//! Root mutations: input in, a command, payload out.

use async_graphql::{Context, Object, SimpleObject};
use kit::error::Result;
use kit::viewer;

use super::booking::Booking;
use super::door::CheckInRecord;
use super::enums::CheckInResult;
use super::errors::{BookingError, CheckInError, HoldPlaceError, QuotaError};
use super::inputs::{
    BookingCancelInput, BookingConfirmFreeInput, CheckInInput, HoldExtendInput, HoldPlaceInput, HoldReleaseInput, QuotaSetInput,
};
use super::inventory::Quota;
use super::state;
use super::ticket::Ticket;
use crate::commands::booking_cancel::{BookingCancel, booking_cancel};
use crate::commands::booking_confirm_free::booking_confirm_free;
use crate::commands::check_in::{CheckIn, check_in};
use crate::commands::hold_extend::hold_extend;
use crate::commands::hold_place::{GivenContact, HoldPlace, hold_place};
use crate::commands::hold_release::hold_release;
use crate::commands::quota_set::{QuotaSet, quota_set};
use crate::commands::{Changed, Refusal};
use crate::permit::Right;

/// A placed hold, or why there is none.
#[derive(SimpleObject)]
pub struct HoldPlacePayload {
    /// A new guest has no scope yet: fields under scopes (contact, payments) are null here; ask again with the guest token.
    pub booking: Option<Booking>,
    /// From holdPlace, only when no user is signed in: send it as the Marquee-Guest header.
    pub guest_token: Option<String>,
    /// Why nothing is held.
    pub errors: Vec<HoldPlaceError>,
}

/// A changed booking, or why it is not changed.
#[derive(SimpleObject)]
pub struct BookingPayload {
    /// The booking as it is now.
    pub booking: Option<Booking>,
    /// Why it is not changed.
    pub errors: Vec<BookingError>,
}

impl From<Changed> for BookingPayload {
    fn from(changed: Changed) -> Self {
        match changed {
            Ok(booking) => Self {
                booking: Some(booking.into()),
                errors: Vec::new(),
            },
            Err(refusal) => Self {
                booking: None,
                errors: vec![Refusal::into(refusal)],
            },
        }
    }
}

/// A changed quota, or why it is not changed.
#[derive(SimpleObject)]
pub struct QuotaPayload {
    /// The quota as it is now.
    pub quota: Option<Quota>,
    /// Why it is not changed.
    pub errors: Vec<QuotaError>,
}

/// What a scan led to.
#[derive(SimpleObject)]
pub struct CheckInPayload {
    /// What to do at the door.
    pub result: CheckInResult,
    /// The scan; null when no list could be told.
    pub record: Option<CheckInRecord>,
    /// The ticket, if it is one of the organiser's.
    pub ticket: Option<Ticket>,
    /// The scan that let this ticket in earlier.
    pub previous: Option<CheckInRecord>,
    /// Why nothing was looked up.
    pub errors: Vec<CheckInError>,
}

pub struct Mutation;

#[Object]
impl Mutation {
    /// All-or-nothing hold, open to anyone. The hold IS the booking, in state HELD.
    async fn hold_place(&self, context: &Context<'_>, input: HoldPlaceInput) -> Result<HoldPlacePayload> {
        let command = HoldPlace {
            occurrence_id: input.occurrence_id.0,
            idempotency_key: input.idempotency_key,
            lines: input
                .lines
                .into_iter()
                .map(|line| (line.product_id.0, i64::from(line.quantity)))
                .collect(),
            contact: input.contact.map(|contact| GivenContact {
                name: contact.name,
                email: contact.email,
                phone: contact.phone,
                locale: contact.locale,
            }),
        };
        Ok(match hold_place(state(context), viewer::of(context), command).await? {
            Ok(placed) => HoldPlacePayload {
                booking: Some(placed.booking.into()),
                guest_token: placed.guest_token,
                errors: Vec::new(),
            },
            Err(refusal) => HoldPlacePayload {
                booking: None,
                guest_token: None,
                errors: vec![refusal.into()],
            },
        })
    }

    /// Five minutes more, once.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn hold_extend(&self, context: &Context<'_>, input: HoldExtendInput) -> Result<BookingPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["user", "guest"])?;
        Ok(hold_extend(state(context), viewer, &input.booking_id, input.idempotency_key)
            .await?
            .into())
    }

    /// Gives the held places back.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn hold_release(&self, context: &Context<'_>, input: HoldReleaseInput) -> Result<BookingPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["user", "guest"])?;
        Ok(hold_release(state(context), viewer, &input.booking_id).await?.into())
    }

    /// Confirms a booking whose total is zero. Paid bookings are confirmed by the payment.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn booking_confirm_free(&self, context: &Context<'_>, input: BookingConfirmFreeInput) -> Result<BookingPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["user", "guest"])?;
        Ok(
            booking_confirm_free(state(context), viewer, &input.booking_id, input.idempotency_key)
                .await?
                .into(),
        )
    }

    /// Cancels the whole booking: its buyer as the frozen policy allows, a member who manages bookings until the start.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn booking_cancel(&self, context: &Context<'_>, input: BookingCancelInput) -> Result<BookingPayload> {
        let viewer = viewer::of(context);
        viewer.require_scope(&["user", "guest"])?;
        let command = BookingCancel {
            booking_id: input.booking_id.0,
            idempotency_key: input.idempotency_key,
            reason: input.reason,
        };
        Ok(booking_cancel(state(context), viewer, command).await?.into())
    }

    /// Makes a quota or changes one. Lowering it below what is in use is refused.
    #[graphql(requires_scopes = "event:write")]
    async fn quota_set(&self, context: &Context<'_>, input: QuotaSetInput) -> Result<QuotaPayload> {
        let viewer = viewer::of(context);
        Right::EditQuotas.require_scope(viewer)?;
        let command = QuotaSet {
            id: input.id.map(|id| id.0),
            occurrence_id: input.occurrence_id.0,
            name: input.name,
            capacity: input.capacity.map(i64::from),
            product_ids: input.product_ids.into_iter().map(|id| id.0).collect(),
            version: input.version.map(i64::from),
        };
        Ok(match quota_set(state(context), viewer, command).await? {
            Ok(quota) => QuotaPayload {
                quota: Some(Quota(quota)),
                errors: Vec::new(),
            },
            Err(refusal) => QuotaPayload {
                quota: None,
                errors: vec![refusal.into()],
            },
        })
    }

    /// Lets a ticket in once and only once.
    #[graphql(requires_scopes = "checkin:write")]
    async fn check_in(&self, context: &Context<'_>, input: CheckInInput) -> Result<CheckInPayload> {
        let viewer = viewer::of(context);
        Right::CheckIn.require_scope(viewer)?;
        let command = CheckIn {
            list_id: input.list_id.map(|id| id.0),
            code: input.code,
            qr_payload: input.qr_payload,
            nonce: input.nonce,
            scanned_at_ms: input.scanned_at.timestamp_millis(),
        };
        Ok(match check_in(state(context), viewer, command).await? {
            Ok(answer) => CheckInPayload {
                result: answer.result.into(),
                record: answer.record.map(CheckInRecord),
                ticket: answer.ticket.map(Ticket::from),
                previous: answer.previous.map(CheckInRecord),
                errors: Vec::new(),
            },
            Err(refusal) => CheckInPayload {
                result: CheckInResult::UnknownTicket,
                record: None,
                ticket: None,
                previous: None,
                errors: vec![refusal.into()],
            },
        })
    }
}
