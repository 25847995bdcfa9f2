//! `paymentStart`: asks bookings whether the booking may be paid, then opens (or returns) its one live payment.
//!
//! The call to bookings and the calls to the provider are outside any transaction; row and exact parameters are
//! committed before the provider hears of them, so a crash anywhere leaves something the poller can finish.

use std::time::Duration;

use contracts::calls::{BeginPayment, BeginPaymentAnswer};
use contracts::values::Amount;
use kit::cache::Throttle;
use kit::database::StoreError;
use kit::idempotency::{self, Claim};
use kit::viewer::Viewer;
use serde::Serialize;
use uuid::Uuid;

use super::observe_payment::{FIRST_LOOK_MS, Look, ensure_opened, observe};
use super::{AskFailed, PROVIDER_RETRY_SECONDS};
use crate::domain::PaymentStatus;
use crate::provider::IntentParams;
use crate::state::State;
use crate::store::{PaymentRow, payments};

const TRIES_PER_WINDOW: u32 = 30;
const WINDOW: Duration = Duration::from_secs(60);
/// A live payment that is being given up is waited for this often before the buyer is asked to try again.
const ROUNDS: usize = 4;

/// What the buyer asks; part of the idempotency key's meaning.
#[derive(Clone, Debug, Serialize)]
pub struct StartPayment {
    pub booking_id: String,
    pub return_url: String,
}

#[derive(Debug)]
pub enum Started {
    Payment(Box<PaymentRow>),
    UnknownBooking,
    /// The booking's status, or NOTHING_TO_PAY.
    NotPayable {
        state: String,
    },
    AmountChanged {
        new_total: Amount,
    },
    ProviderUnavailable {
        retry_after_seconds: i32,
    },
    KeyReused,
    Limited {
        retry_after_seconds: i32,
    },
}

/// What bookings agreed to.
struct Agreed {
    total: Amount,
    price_fingerprint: String,
    organizer_id: String,
    buyer_user_id: Option<String>,
}

enum Found {
    /// The booking's payment, and whether this request may have it.
    Payment(Box<PaymentRow>),
    /// A live payment stands in the way and has to be given up first.
    InTheWay(Box<PaymentRow>),
    KeyReused,
}

pub async fn start_payment(state: &State, viewer: &Viewer, key: Uuid, input: &StartPayment) -> Result<Started, kit::Error> {
    let caller = viewer.caller();
    if let Throttle::Limited { retry_after_seconds } = state
        .cache
        .throttle(&format!("paymentStart:{caller}"), TRIES_PER_WINDOW, WINDOW)
        .await
    {
        return Ok(Started::Limited { retry_after_seconds });
    }
    let scope = format!("{caller}:paymentStart");
    match replay(state, &scope, key, input).await? {
        Claim::Replay(payment_id) => {
            let row = payments::get(state.database.reader(), &payment_id).await?;
            return opened(state, row).await;
        }
        Claim::Conflict => return Ok(Started::KeyReused),
        Claim::Fresh => {}
    }
    let begin = BeginPayment {
        booking_id: input.booking_id.clone(),
        user_id: viewer.user_id().map(str::to_owned),
        guest_booking_id: viewer.guest_booking_id().map(str::to_owned),
    };
    let agreed = match state.internal.call(&begin).await? {
        BeginPaymentAnswer::NotFound => return Ok(Started::UnknownBooking),
        BeginPaymentAnswer::NotPayable { state } => return Ok(Started::NotPayable { state }),
        BeginPaymentAnswer::Begun {
            total,
            price_fingerprint,
            organizer_id,
            buyer_user_id,
            ..
        } => Agreed {
            total,
            price_fingerprint,
            organizer_id,
            buyer_user_id,
        },
    };
    for _ in 0..ROUNDS {
        let found = match find_or_record(state, &scope, key, input, &agreed).await {
            // Another request opened the booking's payment between our look and our insert: look again.
            Err(StoreError::Conflict) => continue,
            found => found?,
        };
        let row = match found {
            Found::Payment(row) => return opened(state, *row).await,
            Found::KeyReused => return Ok(Started::KeyReused),
            Found::InTheWay(row) => row,
        };
        let amount_changed = !asks_for(&row, &agreed.total);
        match observe(state, &row.id, Look::Cancel).await {
            Err(AskFailed::Provider(_)) => break,
            Err(AskFailed::Other(error)) => return Err(error),
            Ok(_) if amount_changed => return Ok(Started::AmountChanged { new_total: agreed.total }),
            // Past giving up: the provider works on it, and that is this booking's payment.
            Ok(row) if row.status().is_live() => return Ok(Started::Payment(Box::new(row))),
            Ok(_) => {}
        }
    }
    Ok(Started::ProviderUnavailable {
        retry_after_seconds: PROVIDER_RETRY_SECONDS,
    })
}

/// What the key says already, without claiming it: bookings is asked before anything is written.
async fn replay(state: &State, scope: &str, key: Uuid, input: &StartPayment) -> Result<Claim, StoreError> {
    let txn = state.database.begin().await?;
    idempotency::claim(&txn, scope, &key, input, state.clock.now_ms()).await
}

fn asks_for(row: &PaymentRow, total: &Amount) -> bool {
    row.amount_minor == total.amount_minor && row.currency == total.currency
}

/// In one transaction: claims the key and finds the payment that answers it, or records a new one.
async fn find_or_record(state: &State, scope: &str, key: Uuid, input: &StartPayment, agreed: &Agreed) -> Result<Found, StoreError> {
    let now_ms = state.clock.now_ms();
    let txn = state.database.begin().await?;
    let known = payments::of_booking(txn.connection(), &input.booking_id).await?;
    // Money that has come and was not given back pays the booking: opening another attempt would charge twice.
    let paid = known
        .iter()
        .find(|row| row.status() == PaymentStatus::Succeeded && asks_for(row, &agreed.total) && row.unreturned_minor() > 0);
    let live = known.iter().find(|row| row.status().is_live());
    if let (None, Some(live)) = (paid, live)
        && (!asks_for(live, &agreed.total) || live.cancel_requested_at.is_some())
    {
        payments::request_cancel(txn.connection(), &live.booking_id, now_ms).await?;
        txn.commit().await?;
        return Ok(Found::InTheWay(Box::new(live.clone())));
    }
    match idempotency::claim(&txn, scope, &key, input, now_ms).await? {
        Claim::Fresh => {}
        Claim::Conflict => return Ok(Found::KeyReused),
        Claim::Replay(payment_id) => return Ok(Found::Payment(Box::new(payments::get(txn.connection(), &payment_id).await?))),
    }
    let row = match paid.or(live) {
        Some(row) => row.clone(),
        None => {
            let row = new_row(state, input, agreed, now_ms);
            payments::record(txn.connection(), row.clone()).await?;
            row
        }
    };
    idempotency::record(&txn, scope, &key, &row.id).await?;
    txn.commit().await?;
    Ok(Found::Payment(Box::new(row)))
}

fn new_row(state: &State, input: &StartPayment, agreed: &Agreed, now_ms: i64) -> PaymentRow {
    let id = state.ids.next("pay", now_ms);
    let params = IntentParams {
        payment_id: id.clone(),
        booking_id: input.booking_id.clone(),
        amount_minor: agreed.total.amount_minor,
        currency: agreed.total.currency.clone(),
        return_url: input.return_url.clone(),
        price_fingerprint: agreed.price_fingerprint.clone(),
    };
    PaymentRow {
        idem_key: format!("pi:{id}"),
        id,
        booking_id: input.booking_id.clone(),
        organizer_id: agreed.organizer_id.clone(),
        buyer_user_id: agreed.buyer_user_id.clone(),
        provider: state.provider.name().to_owned(),
        provider_ref: None,
        client_secret: None,
        redirect_url: None,
        params_json: serde_json::to_string(&params).expect("parameters are plain data"),
        status: PaymentStatus::Created.name().to_owned(),
        amount_minor: agreed.total.amount_minor,
        currency: agreed.total.currency.clone(),
        captured_minor: 0,
        captured_currency: None,
        refunded: 0,
        refund_reserved: 0,
        method_kind: None,
        method_brand: None,
        method_last4: None,
        last_try: None,
        failure_code: None,
        failure_message: None,
        version: 1,
        created_at: now_ms,
        succeeded_at: None,
        cancel_requested_at: None,
        next_look_at: now_ms + FIRST_LOOK_MS,
        looks: 0,
    }
}

/// The payment with its intent. When the provider does not answer, the same key comes back for it.
async fn opened(state: &State, row: PaymentRow) -> Result<Started, kit::Error> {
    if row.status() != PaymentStatus::Created {
        return Ok(Started::Payment(Box::new(row)));
    }
    match ensure_opened(state, row).await {
        Ok(row) => {
            state.nudge(&row.booking_id, &row.id).await;
            Ok(Started::Payment(Box::new(row)))
        }
        Err(AskFailed::Provider(error)) => {
            tracing::warn!(%error, "the payment provider did not open an intent");
            Ok(Started::ProviderUnavailable {
                retry_after_seconds: PROVIDER_RETRY_SECONDS,
            })
        }
        Err(AskFailed::Other(error)) => Err(error),
    }
}
