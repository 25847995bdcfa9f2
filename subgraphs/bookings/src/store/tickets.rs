//! Tickets: issued once, voided for good.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::ConnectionTrait;

use super::rows::{Row, Ticket};
use super::{all, among, by_key, execute, insert, one};

pub async fn find<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<Ticket>, StoreError> {
    by_key(connection, "id", id).await
}

pub async fn find_many<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Result<HashMap<String, Ticket>, StoreError> {
    let rows: Vec<Ticket> = among(connection, "id", ids, "r.id").await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

/// Issues a ticket; a second with the same line and ordinal changes nothing.
pub async fn record_issued<C: ConnectionTrait>(connection: &C, ticket: &Ticket) -> Result<(), StoreError> {
    insert(connection, ticket, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

/// Voids every ticket of a booking.
pub async fn void_all<C: ConnectionTrait>(connection: &C, booking_id: &str) -> Result<(), StoreError> {
    let sql = "UPDATE ticket SET status = 'VOIDED', version = version + 1 WHERE booking_id = $1 AND status <> 'VOIDED'";
    execute(connection, sql, vec![booking_id.into()]).await?;
    Ok(())
}

/// Moves a ticket from one state to another. `false`: it is not in the first any more.
pub async fn move_status<C: ConnectionTrait>(connection: &C, id: &str, from: &str, to: &str) -> Result<bool, StoreError> {
    let sql = "UPDATE ticket SET status = $1, version = version + 1 WHERE id = $2 AND status = $3";
    Ok(execute(connection, sql, vec![to.into(), id.into(), from.into()]).await? == 1)
}

/// The tickets of bookings, in their order.
pub async fn of_bookings<C: ConnectionTrait>(connection: &C, booking_ids: &[String]) -> Result<Vec<Ticket>, StoreError> {
    among(connection, "booking_id", booking_ids, "r.booking_id, r.number").await
}

/// The ticket with a code at an organiser.
pub async fn find_by_code<C: ConnectionTrait>(connection: &C, organizer_id: &str, code: &str) -> Result<Option<Ticket>, StoreError> {
    let sql = format!(
        "SELECT {} FROM ticket t WHERE t.organizer_id = $1 AND t.code = $2",
        Ticket::columns("t")
    );
    one(connection, &sql, vec![organizer_id.into(), code.into()]).await
}

/// The tickets with a code at any organiser; at most `limit`.
pub async fn find_by_code_anywhere<C: ConnectionTrait>(connection: &C, code: &str, limit: i64) -> Result<Vec<Ticket>, StoreError> {
    let sql = format!(
        "SELECT {} FROM ticket t WHERE t.code = $1 ORDER BY t.id LIMIT $2",
        Ticket::columns("t")
    );
    all(connection, &sql, vec![code.into(), limit.into()]).await
}
