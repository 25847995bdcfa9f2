//! Payments: one live attempt per booking (a partial unique index), compare-and-set by version, and the guarded
//! counters `refunded` and `refund_reserved`.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, EntityTrait, ExprTrait, IntoActiveModel, QueryFilter, QueryOrder, QuerySelect};

use super::PaymentRow;
use super::rows::payment::{Column, Entity};
use crate::domain::{Movement, PaymentStatus};

fn live_names() -> impl Iterator<Item = &'static str> {
    PaymentStatus::LIVE.into_iter().map(PaymentStatus::name)
}

pub async fn find(connection: &impl ConnectionTrait, id: &str) -> Result<Option<PaymentRow>, StoreError> {
    Ok(Entity::find_by_id(id.to_owned()).one(connection).await?)
}

pub async fn get(connection: &impl ConnectionTrait, id: &str) -> Result<PaymentRow, StoreError> {
    find(connection, id).await?.ok_or(StoreError::NotFound)
}

pub async fn find_by_provider_ref(connection: &impl ConnectionTrait, reference: &str) -> Result<Option<PaymentRow>, StoreError> {
    Ok(Entity::find().filter(Column::ProviderRef.eq(reference)).one(connection).await?)
}

/// The payments of a booking, oldest first.
pub async fn of_booking(connection: &impl ConnectionTrait, booking_id: &str) -> Result<Vec<PaymentRow>, StoreError> {
    Ok(Entity::find()
        .filter(Column::BookingId.eq(booking_id))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?)
}

pub async fn by_ids(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, PaymentRow>, StoreError> {
    let rows = Entity::find().filter(Column::Id.is_in(ids)).all(connection).await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// The payments of each booking, oldest first.
pub async fn by_bookings(connection: &impl ConnectionTrait, ids: Vec<String>) -> Result<HashMap<String, Vec<PaymentRow>>, StoreError> {
    let rows = Entity::find()
        .filter(Column::BookingId.is_in(ids))
        .order_by_asc(Column::CreatedAt)
        .order_by_asc(Column::Id)
        .all(connection)
        .await?;
    let mut grouped: HashMap<String, Vec<PaymentRow>> = HashMap::new();
    for row in rows {
        grouped.entry(row.booking_id.clone()).or_default().push(row);
    }
    Ok(grouped)
}

/// Inserts a new attempt. `Conflict`: the booking has a live one already.
pub async fn record(connection: &impl ConnectionTrait, row: PaymentRow) -> Result<(), StoreError> {
    Entity::insert(row.into_active_model()).exec_without_returning(connection).await?;
    Ok(())
}

/// Notes what the provider called the intent. Does nothing when it is known already.
pub async fn record_opened(connection: &impl ConnectionTrait, id: &str, provider_ref: &str, client_secret: &str) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::ProviderRef, Expr::value(provider_ref))
        .col_expr(Column::ClientSecret, Expr::value(client_secret))
        .filter(Column::Id.eq(id))
        .filter(Column::ProviderRef.is_null())
        .exec(connection)
        .await?;
    Ok(())
}

/// The values of a payment after a step of its machine.
#[derive(Clone, Debug)]
pub struct Step {
    pub status: PaymentStatus,
    pub captured: Option<(i64, String)>,
    pub succeeded_at: Option<i64>,
    pub redirect_url: Option<String>,
    /// Kind, brand and last four digits.
    pub method: Option<(String, Option<String>, Option<String>)>,
    pub last_try: Option<String>,
    pub failure: Option<(String, String)>,
    pub next_look_at: i64,
}

/// Compare-and-set: makes the step if the row still has the version it was decided on and is not SUCCEEDED.
/// `false`: somebody was faster; read again.
pub async fn record_step(connection: &impl ConnectionTrait, decided_on: &PaymentRow, step: &Step) -> Result<bool, StoreError> {
    let (failure_code, failure_message) = step.failure.clone().unzip();
    let mut update = Entity::update_many()
        .col_expr(Column::Status, Expr::value(step.status.name()))
        .col_expr(Column::Version, Expr::col(Column::Version).add(1))
        .col_expr(Column::SucceededAt, Expr::value(step.succeeded_at))
        .col_expr(Column::RedirectUrl, Expr::value(step.redirect_url.clone()))
        .col_expr(Column::LastTry, Expr::value(step.last_try.clone()))
        .col_expr(Column::FailureCode, Expr::value(failure_code))
        .col_expr(Column::FailureMessage, Expr::value(failure_message))
        .col_expr(Column::NextLookAt, Expr::value(step.next_look_at))
        .col_expr(Column::Looks, Expr::value(0_i64));
    if let Some((captured_minor, currency)) = &step.captured {
        update = update
            .col_expr(Column::CapturedMinor, Expr::value(*captured_minor))
            .col_expr(Column::CapturedCurrency, Expr::value(currency.clone()));
    }
    if let Some((kind, brand, last4)) = &step.method {
        update = update
            .col_expr(Column::MethodKind, Expr::value(kind.clone()))
            .col_expr(Column::MethodBrand, Expr::value(brand.clone()))
            .col_expr(Column::MethodLast4, Expr::value(last4.clone()));
    }
    let result = update
        .filter(Column::Id.eq(decided_on.id.as_str()))
        .filter(Column::Version.eq(decided_on.version))
        .filter(Column::Status.ne(PaymentStatus::Succeeded.name()))
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Asks for the live payment of a booking to be given up. `false`: there is none.
pub async fn request_cancel(connection: &impl ConnectionTrait, booking_id: &str, now_ms: i64) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::CancelRequestedAt, Expr::value(now_ms))
        .col_expr(Column::NextLookAt, Expr::value(now_ms))
        .col_expr(Column::Looks, Expr::value(0_i64))
        .filter(Column::BookingId.eq(booking_id))
        .filter(Column::Status.is_in(live_names()))
        .exec(connection)
        .await?;
    Ok(result.rows_affected > 0)
}

/// Live payments whose next look is due: those being cancelled, or the others.
pub async fn due(connection: &impl ConnectionTrait, now_ms: i64, being_cancelled: bool, limit: u64) -> Result<Vec<PaymentRow>, StoreError> {
    let wanted = if being_cancelled {
        Column::CancelRequestedAt.is_not_null()
    } else {
        Column::CancelRequestedAt.is_null()
    };
    Ok(Entity::find()
        .filter(Column::Status.is_in(live_names()))
        .filter(Column::NextLookAt.lte(now_ms))
        .filter(wanted)
        .order_by_asc(Column::NextLookAt)
        .limit(limit)
        .all(connection)
        .await?)
}

/// Plans the next look at a live payment.
pub async fn plan_look(connection: &impl ConnectionTrait, id: &str, next_look_at: i64) -> Result<(), StoreError> {
    Entity::update_many()
        .col_expr(Column::NextLookAt, Expr::value(next_look_at))
        .col_expr(Column::Looks, Expr::col(Column::Looks).add(1))
        .filter(Column::Id.eq(id))
        .exec(connection)
        .await?;
    Ok(())
}

/// The guard: promises `amount_minor` to a refund if that much is neither given back nor promised.
pub async fn claim_refundable(connection: &impl ConnectionTrait, id: &str, amount_minor: i64) -> Result<bool, StoreError> {
    let result = Entity::update_many()
        .col_expr(Column::RefundReserved, Expr::col(Column::RefundReserved).add(amount_minor))
        .filter(Column::Id.eq(id))
        .filter(Column::Status.eq(PaymentStatus::Succeeded.name()))
        .filter(
            Expr::col(Column::Refunded)
                .add(Expr::col(Column::RefundReserved))
                .add(amount_minor)
                .lte(Expr::col(Column::CapturedMinor)),
        )
        .exec(connection)
        .await?;
    Ok(result.rows_affected == 1)
}

/// Does to the counters what a step of a refund's machine says. `false`: the money is not there.
pub async fn move_money(connection: &impl ConnectionTrait, id: &str, movement: Movement, amount_minor: i64) -> Result<bool, StoreError> {
    let update = Entity::update_many().filter(Column::Id.eq(id));
    let update = match movement {
        Movement::None => return Ok(true),
        Movement::Reserve => return claim_refundable(connection, id, amount_minor).await,
        Movement::Settle => update
            .col_expr(Column::RefundReserved, Expr::col(Column::RefundReserved).sub(amount_minor))
            .col_expr(Column::Refunded, Expr::col(Column::Refunded).add(amount_minor))
            .filter(Column::RefundReserved.gte(amount_minor)),
        Movement::Release => update
            .col_expr(Column::RefundReserved, Expr::col(Column::RefundReserved).sub(amount_minor))
            .filter(Column::RefundReserved.gte(amount_minor)),
        Movement::TakeBack => update
            .col_expr(Column::Refunded, Expr::col(Column::Refunded).sub(amount_minor))
            .filter(Column::Refunded.gte(amount_minor)),
    };
    Ok(update.exec(connection).await?.rows_affected == 1)
}
