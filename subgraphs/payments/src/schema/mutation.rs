//! paymentStart, paymentCancel, paymentSync.

use std::time::Duration;

use async_graphql::{Context, Object, SimpleObject};
use kit::Error;
use kit::cache::Throttle;
use kit::money::Money;
use kit::user_error::{ConflictError, IdempotencyConflictError, NotFoundError, RateLimitedError, ValidationError};
use kit::viewer::{self, Viewer};

use super::access::owns;
use super::errors::{AmountChangedError, BookingNotPayableError, PaymentError, PaymentStartError, ProviderUnavailableError};
use super::inputs::{PaymentCancelInput, PaymentStartInput, PaymentSyncInput};
use super::loaders::Loaders;
use super::payment::Payment;
use crate::commands::cancel_payment::{Asked, cancel_payment};
use crate::commands::start_payment::{Started, start_payment};
use crate::commands::sync_payment::sync_payment;
use crate::state::State;
use crate::store::PaymentRow;

const ASKS_PER_WINDOW: u32 = 60;
const WINDOW: Duration = Duration::from_secs(60);

#[derive(SimpleObject)]
pub struct PaymentStartPayload {
    pub payment: Option<Payment>,
    pub errors: Vec<PaymentStartError>,
}

#[derive(SimpleObject)]
pub struct PaymentPayload {
    pub payment: Option<Payment>,
    pub errors: Vec<PaymentError>,
}

impl From<PaymentStartError> for PaymentStartPayload {
    fn from(error: PaymentStartError) -> Self {
        Self {
            payment: None,
            errors: vec![error],
        }
    }
}

impl From<PaymentError> for PaymentPayload {
    fn from(error: PaymentError) -> Self {
        Self {
            payment: None,
            errors: vec![error],
        }
    }
}

pub struct Mutation;

#[Object]
impl Mutation {
    /// Moves the booking HELD → AWAITING_PAYMENT and opens (or returns) its one live payment intent, with the configured provider.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn payment_start(&self, context: &Context<'_>, input: PaymentStartInput) -> Result<PaymentStartPayload, Error> {
        let (state, viewer) = asking(context)?;
        if !kit::id::is_id(&input.booking_id, "bkg") {
            return Ok(unknown_booking());
        }
        let key = input.idempotency_key;
        let command = match input.parse(&state.public_url) {
            Ok(command) => command,
            Err(error) => return Ok(PaymentStartError::from(error).into()),
        };
        Ok(match start_payment(state, viewer, key, &command).await? {
            Started::Payment(row) => PaymentStartPayload {
                payment: Some(Payment::from(*row)),
                errors: Vec::new(),
            },
            Started::UnknownBooking => unknown_booking(),
            Started::NotPayable { state } => PaymentStartError::from(BookingNotPayableError {
                code: "BOOKING_NOT_PAYABLE".to_owned(),
                message: not_payable_message(&state).to_owned(),
                path: Some(vec!["bookingId".to_owned()]),
                state,
            })
            .into(),
            Started::AmountChanged { new_total } => PaymentStartError::from(AmountChangedError {
                code: "AMOUNT_CHANGED".to_owned(),
                message: "The total has changed since this payment was begun. Look at it and pay again.".to_owned(),
                path: None,
                new_total: Money::new(new_total.amount_minor, new_total.currency),
            })
            .into(),
            Started::ProviderUnavailable { retry_after_seconds } => {
                PaymentStartError::from(ProviderUnavailableError::new(retry_after_seconds)).into()
            }
            Started::KeyReused => PaymentStartError::from(IdempotencyConflictError::standard()).into(),
            Started::Limited { retry_after_seconds } => PaymentStartError::from(RateLimitedError::standard(retry_after_seconds)).into(),
        })
    }

    /// Gives a payment up, if the provider agrees.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn payment_cancel(&self, context: &Context<'_>, input: PaymentCancelInput) -> Result<PaymentPayload, Error> {
        let (state, viewer) = asking(context)?;
        match own_payment(context, state, viewer, "paymentCancel", &input.payment_id).await? {
            Ok(row) => Ok(payload(cancel_payment(state, &row.id).await?)),
            Err(error) => Ok(error.into()),
        }
    }

    /// Ask the provider now; used after a redirect back, never trusted from the browser alone.
    #[graphql(requires_scopes = "user", requires_scopes = "guest")]
    async fn payment_sync(&self, context: &Context<'_>, input: PaymentSyncInput) -> Result<PaymentPayload, Error> {
        let (state, viewer) = asking(context)?;
        match own_payment(context, state, viewer, "paymentSync", &input.payment_id).await? {
            Ok(row) => Ok(payload(sync_payment(state, &row.id).await?)),
            Err(error) => Ok(error.into()),
        }
    }
}

fn asking<'a>(context: &Context<'a>) -> Result<(&'a State, &'a Viewer), Error> {
    let viewer = viewer::of(context);
    viewer.require_scope(&["user", "guest"])?;
    Ok((context.data_unchecked::<State>(), viewer))
}

fn unknown_booking() -> PaymentStartPayload {
    PaymentStartError::from(NotFoundError::new(
        "NOT_FOUND",
        "There is no such booking of yours.",
        &["bookingId"],
    ))
    .into()
}

fn not_payable_message(state: &str) -> &'static str {
    match state {
        "NOTHING_TO_PAY" => "There is nothing to pay for this booking.",
        "CONFIRMED" => "This booking is paid and confirmed.",
        "EXPIRED" => "The hold has run out. Choose your tickets again.",
        "CANCELLED" => "This booking is cancelled.",
        _ => "This booking cannot be paid now.",
    }
}

/// The payment, if it is the viewer's own, within what one caller may ask.
async fn own_payment(
    context: &Context<'_>,
    state: &State,
    viewer: &Viewer,
    mutation: &str,
    id: &str,
) -> Result<Result<PaymentRow, PaymentError>, Error> {
    if !kit::id::is_id(id, "pay") {
        let error = ValidationError::new("INVALID_ID", "The id of a payment begins with pay_.", &["paymentId"]);
        return Ok(Err(error.into()));
    }
    if let Throttle::Limited { retry_after_seconds } = state
        .cache
        .throttle(&format!("{mutation}:{}", viewer.caller()), ASKS_PER_WINDOW, WINDOW)
        .await
    {
        return Ok(Err(RateLimitedError::standard(retry_after_seconds).into()));
    }
    let row = context.data_unchecked::<Loaders>().payments.load(id.to_owned()).await?;
    Ok(row
        .filter(|row| owns(viewer, row))
        .ok_or_else(|| NotFoundError::new("NOT_FOUND", "There is no such payment of yours.", &["paymentId"]).into()))
}

fn payload(asked: Asked) -> PaymentPayload {
    match asked {
        Asked::Payment(row) => PaymentPayload {
            payment: Some(Payment::from(*row)),
            errors: Vec::new(),
        },
        Asked::Conflict { current } => {
            let mut error = ConflictError::new(
                "PAYMENT_STATE",
                "The payment has moved on and cannot be given up any more.",
                &["paymentId"],
            );
            error.current_state = Some(current.status.clone());
            error.current_version = i32::try_from(current.version).ok();
            PaymentPayload {
                payment: Some(Payment::from(*current)),
                errors: vec![error.into()],
            }
        }
        Asked::ProviderUnavailable { retry_after_seconds } => PaymentError::from(ProviderUnavailableError::new(retry_after_seconds)).into(),
    }
}
