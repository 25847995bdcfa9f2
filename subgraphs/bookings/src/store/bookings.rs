//! Bookings and their lines.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::rows::{Booking, BookingLine, Row};
use super::{all, among, by_key, execute, insert, number, places, texts};

pub async fn find<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<Booking>, StoreError> {
    by_key(connection, "id", id).await
}

pub async fn find_many<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Result<HashMap<String, Booking>, StoreError> {
    let rows: Vec<Booking> = among(connection, "id", ids, "r.id").await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// Inserts a booking. `false`: its code is taken within the organiser's bookings.
pub async fn record_new<C: ConnectionTrait>(connection: &C, booking: &Booking) -> Result<bool, StoreError> {
    Ok(insert(connection, booking, "ON CONFLICT (organizer_id, code) DO NOTHING").await? == 1)
}

pub async fn record_line<C: ConnectionTrait>(connection: &C, line: &BookingLine) -> Result<(), StoreError> {
    insert(connection, line, "").await?;
    Ok(())
}

/// Takes the booking's row until the transaction ends and reads it: what is read now stays true. Its version has grown.
pub async fn claim<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<Booking>, StoreError> {
    if execute(
        connection,
        "UPDATE booking SET version = version + 1 WHERE id = $1",
        vec![id.into()],
    )
    .await?
        == 0
    {
        return Ok(None);
    }
    find(connection, id).await
}

/// Writes what can change of a claimed booking, by compare-and-set on the state it was claimed in.
pub async fn record_change<C: ConnectionTrait>(connection: &C, booking: &Booking, from_status: &str) -> Result<(), StoreError> {
    let sql = "UPDATE booking SET status = $1, expires_at = $2, extended = $3, payment_deadline = $4, payment_begun_at = $5,
            deadline_announced_at = $6, confirmed_payment_id = $7, confirmed_at = $8, cancelled_at = $9
        WHERE id = $10 AND version = $11 AND status = $12";
    let values: Vec<Value> = vec![
        booking.status.as_str().into(),
        booking.expires_at.into(),
        booking.extended.into(),
        booking.payment_deadline.into(),
        booking.payment_begun_at.into(),
        booking.deadline_announced_at.into(),
        booking.confirmed_payment_id.clone().into(),
        booking.confirmed_at.into(),
        booking.cancelled_at.into(),
        booking.id.as_str().into(),
        booking.version.into(),
        from_status.into(),
    ];
    match execute(connection, sql, values).await? {
        1 => Ok(()),
        _ => Err(StoreError::Unavailable(format!("booking {} changed under its claim", booking.id))),
    }
}

/// The lines of bookings, in their order.
pub async fn lines_of<C: ConnectionTrait>(connection: &C, booking_ids: &[String]) -> Result<Vec<BookingLine>, StoreError> {
    among(connection, "booking_id", booking_ids, "r.booking_id, r.position").await
}

#[derive(FromQueryResult)]
struct Id {
    id: String,
}

async fn ids<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<Vec<String>, StoreError> {
    Ok(all::<Id, C>(connection, sql, values).await?.into_iter().map(|row| row.id).collect())
}

/// Holds whose deadline has passed, longest ago first.
pub async fn past_hold_deadline<C: ConnectionTrait>(connection: &C, now_ms: i64, limit: i64) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT id FROM booking WHERE status = 'HELD' AND expires_at <= $1 ORDER BY expires_at, id LIMIT $2";
    ids(connection, sql, vec![now_ms.into(), limit.into()]).await
}

/// Unfinished payments whose deadline has passed and was not announced since `announced_before_ms`.
pub async fn past_payment_deadline<C: ConnectionTrait>(
    connection: &C,
    now_ms: i64,
    announced_before_ms: i64,
    limit: i64,
) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT id FROM booking WHERE status = 'AWAITING_PAYMENT' AND payment_deadline <= $1
          AND (deadline_announced_at IS NULL OR deadline_announced_at <= $2)
        ORDER BY payment_deadline, id LIMIT $3";
    ids(connection, sql, vec![now_ms.into(), announced_before_ms.into(), limit.into()]).await
}

/// Bookings of a cancelled occurrence that have not been told yet.
pub async fn to_cancel<C: ConnectionTrait>(connection: &C, occurrence_id: &str, limit: i64) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT id FROM booking WHERE occurrence_id = $1
          AND (status IN ('HELD', 'AWAITING_APPROVAL', 'CONFIRMED')
            OR (status = 'AWAITING_PAYMENT' AND deadline_announced_at IS NULL))
        ORDER BY id LIMIT $2";
    ids(connection, sql, vec![occurrence_id.into(), limit.into()]).await
}

/// How many tickets of a product a signed-in buyer has in live bookings of an occurrence.
pub async fn tickets_of_buyer<C: ConnectionTrait>(
    connection: &C,
    user_id: &str,
    occurrence_id: &str,
    product_id: &str,
) -> Result<i64, StoreError> {
    let sql = "SELECT CAST(COALESCE(SUM(l.quantity), 0) AS BIGINT) AS number
        FROM booking b JOIN booking_line l ON l.booking_id = b.id
        WHERE b.buyer_user_id = $1 AND b.occurrence_id = $2 AND l.product_id = $3
          AND b.status IN ('HELD', 'AWAITING_PAYMENT', 'AWAITING_APPROVAL', 'CONFIRMED')";
    number(connection, sql, vec![user_id.into(), occurrence_id.into(), product_id.into()]).await
}

/// The lines' products of several bookings, by booking.
pub async fn lines_by_booking<C: ConnectionTrait>(
    connection: &C,
    booking_ids: &[String],
) -> Result<HashMap<String, Vec<BookingLine>>, StoreError> {
    let mut lines: HashMap<String, Vec<BookingLine>> = HashMap::new();
    for line in lines_of(connection, booking_ids).await? {
        lines.entry(line.booking_id.clone()).or_default().push(line);
    }
    Ok(lines)
}

/// Which bookings have a ticket in this state.
pub async fn with_ticket_status<C: ConnectionTrait>(
    connection: &C,
    booking_ids: &[String],
    status: &str,
) -> Result<Vec<String>, StoreError> {
    let sql = format!(
        "SELECT DISTINCT booking_id AS id FROM ticket WHERE status = $1 AND booking_id IN ({}) ORDER BY booking_id",
        places(2, booking_ids.len()),
    );
    let mut values: Vec<Value> = vec![status.into()];
    values.extend(texts(booking_ids));
    ids(connection, &sql, values).await
}

/// Confirmed bookings whose tickets are not as many as were bought.
pub async fn confirmed_with_wrong_tickets<C: ConnectionTrait>(connection: &C, limit: i64) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT b.id FROM booking b WHERE b.status = 'CONFIRMED'
          AND b.ticket_count <> (SELECT COUNT(*) FROM ticket t WHERE t.booking_id = b.id)
        ORDER BY b.id LIMIT $1";
    ids(connection, sql, vec![limit.into()]).await
}

/// The columns of `Booking` with an alias; for lists that join.
pub(super) fn columns() -> String {
    Booking::columns("b")
}
