//! Pages of bookings and tickets, by keyset.

use kit::database::StoreError;
use sea_orm::{ConnectionTrait, FromQueryResult, Value};

use super::rows::{Booking, Row, Ticket};
use super::{all, bookings, containing, number};

/// Whose bookings are listed.
#[derive(Clone, Copy, Debug)]
pub enum BookingsOf<'a> {
    Event(&'a str),
    Buyer(&'a str),
}

/// Which of them.
#[derive(Clone, Debug, Default)]
pub struct BookingFilter {
    pub statuses: Vec<String>,
    /// Part of code, name or address.
    pub query: Option<String>,
    /// Placed at or after this time.
    pub from_ms: Option<i64>,
    /// Placed before this time.
    pub to_ms: Option<i64>,
}

/// Conditions with their values, numbered as they come.
#[derive(Default)]
struct Conditions {
    parts: Vec<String>,
    values: Vec<Value>,
}

impl Conditions {
    fn place(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    fn add(&mut self, part: String) {
        self.parts.push(part);
    }

    /// Any of the columns contains the text, whatever the case of its letters. SQLite lowers only ASCII letters, so others
    /// are also looked for as they were typed.
    fn search(&mut self, text: &str, columns: &[&str]) {
        let lowered = self.place(containing(&text.to_lowercase()));
        let typed = self.place(containing(text));
        let parts: Vec<String> = columns
            .iter()
            .map(|column| format!("LOWER({column}) LIKE {lowered} ESCAPE '!' OR {column} LIKE {typed} ESCAPE '!'"))
            .collect();
        self.add(format!("({})", parts.join(" OR ")));
    }

    fn sql(&self) -> String {
        self.parts.join(" AND ")
    }
}

fn booking_conditions(of: BookingsOf<'_>, filter: &BookingFilter) -> Conditions {
    let mut conditions = Conditions::default();
    let (column, id) = match of {
        BookingsOf::Event(id) => ("event_id", id),
        BookingsOf::Buyer(id) => ("buyer_user_id", id),
    };
    let place = conditions.place(id);
    conditions.add(format!("b.{column} = {place}"));
    if !filter.statuses.is_empty() {
        let places: Vec<String> = filter.statuses.iter().map(|status| conditions.place(status.as_str())).collect();
        conditions.add(format!("b.status IN ({})", places.join(", ")));
    }
    if let Some(query) = &filter.query {
        conditions.search(query, &["b.code", "b.contact_name", "b.contact_email"]);
    }
    if let Some(from_ms) = filter.from_ms {
        let place = conditions.place(from_ms);
        conditions.add(format!("b.created_at >= {place}"));
    }
    if let Some(to_ms) = filter.to_ms {
        let place = conditions.place(to_ms);
        conditions.add(format!("b.created_at < {place}"));
    }
    conditions
}

/// Bookings newest first, after the id `after`.
pub async fn page_of_bookings<C: ConnectionTrait>(
    connection: &C,
    of: BookingsOf<'_>,
    filter: &BookingFilter,
    after: Option<&str>,
    limit: i64,
) -> Result<Vec<Booking>, StoreError> {
    let mut conditions = booking_conditions(of, filter);
    if let Some(after) = after {
        let place = conditions.place(after);
        conditions.add(format!("b.id < {place}"));
    }
    let limit = conditions.place(limit);
    let sql = format!(
        "SELECT {} FROM booking b WHERE {} ORDER BY b.id DESC LIMIT {limit}",
        bookings::columns(),
        conditions.sql(),
    );
    all(connection, &sql, conditions.values).await
}

pub async fn count_bookings<C: ConnectionTrait>(connection: &C, of: BookingsOf<'_>, filter: &BookingFilter) -> Result<i64, StoreError> {
    let conditions = booking_conditions(of, filter);
    let sql = format!("SELECT COUNT(*) AS number FROM booking b WHERE {}", conditions.sql());
    number(connection, &sql, conditions.values).await
}

/// Which tickets are listed, and in which order.
#[derive(Clone, Debug)]
pub enum TicketsOf {
    /// Of an occurrence in the order they were issued; `query` is part of code, holder or the buyer's address.
    Occurrence { occurrence_id: String, query: Option<String> },
    /// A buyer's: those to come, soonest first (`upcoming_at_ms`), or all, latest first.
    Buyer { user_id: String, upcoming_at_ms: Option<i64> },
}

/// A ticket with the start of its occurrence: (`starts_at`, id) is the sort key of a buyer's list.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ListedTicket {
    #[sea_orm(nested)]
    pub ticket: Ticket,
    pub sort_at: i64,
}

fn ticket_conditions(of: &TicketsOf) -> Conditions {
    let mut conditions = Conditions::default();
    match of {
        TicketsOf::Occurrence { occurrence_id, query } => {
            let place = conditions.place(occurrence_id.as_str());
            conditions.add(format!("t.occurrence_id = {place}"));
            if let Some(query) = query {
                conditions.search(query, &["t.code", "t.holder_name", "b.contact_email"]);
            }
        }
        TicketsOf::Buyer { user_id, upcoming_at_ms } => {
            let place = conditions.place(user_id.as_str());
            conditions.add(format!("b.buyer_user_id = {place}"));
            if let Some(now_ms) = upcoming_at_ms {
                let place = conditions.place(*now_ms);
                conditions.add(format!("COALESCE(o.ends_at, o.starts_at) >= {place}"));
                conditions.add("t.status <> 'VOIDED'".to_owned());
            }
        }
    }
    conditions
}

const TICKETS_FROM: &str =
    "ticket t JOIN booking b ON b.id = t.booking_id LEFT JOIN occurrence_snapshot o ON o.occurrence_id = t.occurrence_id";

/// A page of tickets after the sort key `after`.
pub async fn page_of_tickets<C: ConnectionTrait>(
    connection: &C,
    of: &TicketsOf,
    after: Option<&(i64, String)>,
    limit: i64,
) -> Result<Vec<ListedTicket>, StoreError> {
    let mut conditions = ticket_conditions(of);
    // Within an occurrence the start is the same for all, so the id decides.
    let ascending = !matches!(of, TicketsOf::Buyer { upcoming_at_ms: None, .. });
    if let Some((sort_at, id)) = after {
        let (at, id) = (conditions.place(*sort_at), conditions.place(id.as_str()));
        let comparison = if ascending { ">" } else { "<" };
        conditions.add(format!(
            "(COALESCE(o.starts_at, 0) {comparison} {at} OR (COALESCE(o.starts_at, 0) = {at} AND t.id {comparison} {id}))"
        ));
    }
    let limit = conditions.place(limit);
    let direction = if ascending { "" } else { "DESC" };
    let sql = format!(
        "SELECT {}, COALESCE(o.starts_at, 0) AS sort_at FROM {TICKETS_FROM} WHERE {}
         ORDER BY COALESCE(o.starts_at, 0) {direction}, t.id {direction} LIMIT {limit}",
        Ticket::columns("t"),
        conditions.sql(),
    );
    all(connection, &sql, conditions.values).await
}

pub async fn count_tickets<C: ConnectionTrait>(connection: &C, of: &TicketsOf) -> Result<i64, StoreError> {
    let conditions = ticket_conditions(of);
    let sql = format!("SELECT COUNT(*) AS number FROM {TICKETS_FROM} WHERE {}", conditions.sql());
    number(connection, &sql, conditions.values).await
}
