//! Check-in lists, scans and admissions. The admission's primary key admits once and only once.

use std::collections::HashMap;

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::rows::{CheckInList, CheckInRecord, Row};
use super::{all, among, by_key, execute, insert, number, one, places, texts};

/// Makes the default list of an occurrence, once.
pub async fn ensure_default_list<C: ConnectionTrait>(connection: &C, list: &CheckInList) -> Result<(), StoreError> {
    insert(connection, list, "ON CONFLICT DO NOTHING").await?;
    Ok(())
}

pub async fn find_list<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<CheckInList>, StoreError> {
    by_key(connection, "id", id).await
}

pub async fn find_lists<C: ConnectionTrait>(connection: &C, ids: &[String]) -> Result<HashMap<String, CheckInList>, StoreError> {
    let rows: Vec<CheckInList> = among(connection, "id", ids, "r.id").await?;
    Ok(rows.into_iter().map(|row| (row.id.clone(), row)).collect())
}

pub async fn default_list<C: ConnectionTrait>(connection: &C, occurrence_id: &str) -> Result<Option<CheckInList>, StoreError> {
    let sql = format!(
        "SELECT {} FROM checkin_list r WHERE r.occurrence_id = $1 AND r.is_default",
        CheckInList::columns("r")
    );
    one(connection, &sql, vec![occurrence_id.into()]).await
}

pub async fn lists_of_events<C: ConnectionTrait>(connection: &C, event_ids: &[String]) -> Result<Vec<CheckInList>, StoreError> {
    among(connection, "event_id", event_ids, "r.event_id, r.id").await
}

/// The record of an earlier try of the same scan.
pub async fn find_by_nonce<C: ConnectionTrait>(connection: &C, user_id: &str, nonce: &str) -> Result<Option<CheckInRecord>, StoreError> {
    let sql = format!(
        "SELECT {} FROM checkin_record r WHERE r.by_user_id = $1 AND r.nonce = $2",
        CheckInRecord::columns("r"),
    );
    one(connection, &sql, vec![user_id.into(), nonce.into()]).await
}

/// Takes the list's row until the transaction ends and answers the number of its next record.
pub async fn claim_sequence<C: ConnectionTrait>(connection: &C, list_id: &str) -> Result<i64, StoreError> {
    execute(
        connection,
        "UPDATE checkin_list SET sequence = sequence + 1 WHERE id = $1",
        vec![list_id.into()],
    )
    .await?;
    number(
        connection,
        "SELECT sequence AS number FROM checkin_list WHERE id = $1",
        vec![list_id.into()],
    )
    .await
}

/// Admits a ticket on a list. `false`: it was admitted before.
pub async fn claim_admission<C: ConnectionTrait>(
    connection: &C,
    list_id: &str,
    ticket_id: &str,
    record_id: &str,
    now_ms: i64,
) -> Result<bool, StoreError> {
    let sql = "INSERT INTO admission (list_id, ticket_id, record_id, admitted_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING";
    Ok(execute(
        connection,
        sql,
        vec![list_id.into(), ticket_id.into(), record_id.into(), now_ms.into()],
    )
    .await?
        == 1)
}

pub async fn record_scan<C: ConnectionTrait>(connection: &C, record: &CheckInRecord) -> Result<(), StoreError> {
    insert(connection, record, "").await?;
    Ok(())
}

/// The record that admitted a ticket on a list.
pub async fn admission_record<C: ConnectionTrait>(
    connection: &C,
    list_id: &str,
    ticket_id: &str,
) -> Result<Option<CheckInRecord>, StoreError> {
    let sql = format!(
        "SELECT {} FROM admission a JOIN checkin_record r ON r.id = a.record_id WHERE a.list_id = $1 AND a.ticket_id = $2",
        CheckInRecord::columns("r"),
    );
    one(connection, &sql, vec![list_id.into(), ticket_id.into()]).await
}

pub async fn find_record<C: ConnectionTrait>(connection: &C, id: &str) -> Result<Option<CheckInRecord>, StoreError> {
    by_key(connection, "id", id).await
}

/// The scans of tickets, oldest first.
pub async fn records_of_tickets<C: ConnectionTrait>(connection: &C, ticket_ids: &[String]) -> Result<Vec<CheckInRecord>, StoreError> {
    among(connection, "ticket_id", ticket_ids, "r.ticket_id, r.received_at, r.id").await
}

/// How many a list expects and has let in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListCounts {
    pub expected: i64,
    pub checked_in: i64,
}

#[derive(FromQueryResult)]
struct Counted {
    id: String,
    expected: i64,
    checked_in: i64,
}

/// Expected are tickets that are not voided; checked in are admissions of such.
pub async fn counts<C: ConnectionTrait>(connection: &C, list_ids: &[String]) -> Result<HashMap<String, ListCounts>, StoreError> {
    let sql = format!(
        "SELECT l.id,
            (SELECT COUNT(*) FROM ticket t WHERE t.occurrence_id = l.occurrence_id AND t.status <> 'VOIDED') AS expected,
            (SELECT COUNT(*) FROM admission a JOIN ticket t ON t.id = a.ticket_id
                WHERE a.list_id = l.id AND t.status <> 'VOIDED') AS checked_in
         FROM checkin_list l WHERE l.id IN ({})",
        places(1, list_ids.len()),
    );
    let rows: Vec<Counted> = all(connection, &sql, texts(list_ids)).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            (
                row.id,
                ListCounts {
                    expected: row.expected,
                    checked_in: row.checked_in,
                },
            )
        })
        .collect())
}
