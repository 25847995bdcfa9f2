//! Finds events: filters, orders, keyset pages, counts and facets, in SQL that both engines read alike.

use kit::database::StoreError;
use kit::page::PageRequest;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};
use serde::{Deserialize, Serialize};

use crate::domain::event::{EventFormat, EventStatus};
use crate::domain::occurrence::ASSUMED_DURATION_MS;

/// The sort key of an event without a date in the window: after every date there is.
const NO_DATE_MS: i64 = 9_999_999_999_999;
/// Words beyond this many are not looked at.
pub const MAX_WORDS: usize = 8;
const MAX_CITIES: i64 = 50;

/// What is looked for. Texts are folded (`domain::slug::fold`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventSearch {
    /// Each must occur in the title, the summary, or the name or city of a venue.
    pub words: Vec<String>,
    /// In any of these; empty: no matter.
    pub category_slugs: Vec<String>,
    pub organizer_id: Option<String>,
    pub city: Option<String>,
    pub country_code: Option<String>,
    /// Dates that are not over at this instant; epoch milliseconds.
    pub from_ms: i64,
    /// Dates that begin no later.
    pub to_ms: Option<i64>,
    /// Dates that have ended count too.
    pub with_ended: bool,
    /// Whether an event needs a date in the window, or is merely ordered by it.
    pub date_required: bool,
    pub format: Option<EventFormat>,
    /// Something may be had, and nothing costs anything.
    pub free_only: bool,
    pub statuses: Vec<EventStatus>,
    /// Also those that are unlisted or private.
    pub with_hidden: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SortField {
    /// The first date in the window.
    StartsAt,
    CreatedAt,
    /// How well the words match, then the first date.
    Relevance,
    Title,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SortOrder {
    pub field: SortField,
    pub descending: bool,
}

/// Where an event stands in a list: what a cursor carries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub order: SortOrder,
    pub key: SortKey,
    pub id: String,
    /// The instant the first page took for now, so that a list does not shift between its pages.
    pub now_ms: i64,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum SortKey {
    Number(i64),
    Text(String),
}

/// An event found, with its place in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    pub id: String,
    pub key: SortKey,
}

/// How many of the events found have a value.
#[derive(Clone, Debug, PartialEq, Eq, FromQueryResult)]
pub struct Facet {
    pub value: String,
    pub count: i64,
}

/// SQL under construction: text with `$n` and the values.
#[derive(Default)]
struct Sql {
    text: String,
    values: Vec<Value>,
}

impl Sql {
    fn push(&mut self, text: &str) -> &mut Self {
        self.text.push_str(text);
        self
    }

    fn bind(&mut self, value: impl Into<Value>) -> &mut Self {
        self.values.push(value.into());
        let placeholder = format!("${}", self.values.len());
        self.push(&placeholder)
    }

    fn bind_list<V: Into<Value>>(&mut self, values: impl IntoIterator<Item = V>) -> &mut Self {
        self.push("(");
        for (index, value) in values.into_iter().enumerate() {
            self.push(if index == 0 { "" } else { ", " }).bind(value);
        }
        self.push(")")
    }

    fn statement(self, connection: &impl ConnectionTrait) -> Statement {
        Statement::from_sql_and_values(connection.get_database_backend(), self.text, self.values)
    }
}

/// A pattern for LIKE that finds `word` anywhere; `!` escapes.
fn containing(word: &str) -> String {
    let mut pattern = String::from("%");
    for character in word.chars() {
        if matches!(character, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(character);
    }
    pattern.push('%');
    pattern
}

impl EventSearch {
    /// Which dates count, of the occurrence `o` (and its venue `v`).
    fn push_dates(&self, sql: &mut Sql) {
        sql.push(if self.with_ended {
            "o.status IN ('SCHEDULED', 'RESCHEDULED', 'ENDED')"
        } else {
            "o.status IN ('SCHEDULED', 'RESCHEDULED')"
        });
        sql.push(" AND COALESCE(o.ends_at, o.starts_at + ")
            .bind(ASSUMED_DURATION_MS)
            .push(") > ")
            .bind(self.from_ms);
        if let Some(to_ms) = self.to_ms {
            sql.push(" AND o.starts_at <= ").bind(to_ms);
        }
        if let Some(city) = &self.city {
            sql.push(" AND v.city_search = ").bind(city.clone());
        }
        if let Some(country_code) = &self.country_code {
            sql.push(" AND v.country_code = ").bind(country_code.clone());
        }
    }

    /// `FROM event e` with its first date as `d.next_at`.
    fn push_from(&self, sql: &mut Sql) {
        sql.push(" FROM event e ")
            .push(if self.date_required { "JOIN" } else { "LEFT JOIN" });
        sql.push(" (SELECT o.event_id, MIN(o.starts_at) AS next_at FROM occurrence o LEFT JOIN venue v ON v.id = o.venue_id WHERE ");
        self.push_dates(sql);
        sql.push(" GROUP BY o.event_id) d ON d.event_id = e.id");
    }

    /// ` WHERE …`, of the event `e`.
    fn push_where(&self, sql: &mut Sql) {
        sql.push(" WHERE e.status IN ")
            .bind_list(self.statuses.iter().map(|status| status.name()));
        if !self.with_hidden {
            sql.push(" AND e.visibility = 'PUBLIC'");
        }
        if let Some(organizer_id) = &self.organizer_id {
            sql.push(" AND e.organizer_id = ").bind(organizer_id.clone());
        }
        if let Some(format) = self.format {
            sql.push(" AND e.format = ").bind(format.name());
        }
        if !self.category_slugs.is_empty() {
            sql.push(" AND EXISTS (SELECT 1 FROM event_category ec JOIN category c ON c.id = ec.category_id WHERE ec.event_id = e.id AND c.slug IN ");
            sql.bind_list(self.category_slugs.iter().cloned()).push(")");
        }
        if self.free_only {
            sql.push(
                " AND EXISTS (SELECT 1 FROM ticket_type t WHERE t.event_id = e.id AND t.visibility = 'PUBLIC')
                  AND NOT EXISTS (SELECT 1 FROM ticket_type t WHERE t.event_id = e.id AND t.visibility = 'PUBLIC' AND t.price_minor > 0)",
            );
        }
        for word in &self.words {
            sql.push(" AND (e.title_search LIKE ")
                .bind(containing(word))
                .push(" ESCAPE '!' OR e.summary_search LIKE ");
            sql.bind(containing(word)).push(" ESCAPE '!' OR ");
            push_place(sql, word);
            sql.push(")");
        }
    }

    /// The sort key.
    fn push_key(&self, sql: &mut Sql, field: SortField) {
        match field {
            SortField::StartsAt => {
                sql.push("COALESCE(d.next_at, ").bind(NO_DATE_MS).push(")");
            }
            SortField::CreatedAt => {
                sql.push("e.created_at");
            }
            SortField::Title => {
                sql.push("e.title_search");
            }
            SortField::Relevance => {
                // The score above, the closeness of the first date below: one number, one order.
                sql.push("(0");
                for word in &self.words {
                    sql.push(" + CASE WHEN e.title_search LIKE ")
                        .bind(containing(word))
                        .push(" ESCAPE '!' THEN 4 ELSE 0 END");
                    sql.push(" + CASE WHEN ");
                    push_place(sql, word);
                    sql.push(" THEN 2 ELSE 0 END + CASE WHEN e.summary_search LIKE ")
                        .bind(containing(word))
                        .push(" ESCAPE '!' THEN 1 ELSE 0 END");
                }
                sql.push(&format!(
                    ") * {} + {NO_DATE_MS} - COALESCE(d.next_at, {NO_DATE_MS})",
                    NO_DATE_MS + 1
                ));
            }
        }
    }
}

fn push_place(sql: &mut Sql, word: &str) {
    sql.push("EXISTS (SELECT 1 FROM occurrence p JOIN venue w ON w.id = p.venue_id WHERE p.event_id = e.id AND p.status <> 'CANCELLED' AND w.place_search LIKE ");
    sql.bind(containing(word)).push(" ESCAPE '!')");
}

/// The page of events found, in list order, with one more than its limit when there are more.
pub async fn page(
    connection: &impl ConnectionTrait,
    search: &EventSearch,
    order: SortOrder,
    request: &PageRequest<Position>,
) -> Result<Vec<Found>, StoreError> {
    if search.statuses.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::default();
    sql.push("SELECT found.id AS id, found.sort_key AS sort_key FROM (SELECT e.id AS id, ");
    search.push_key(&mut sql, order.field);
    sql.push(" AS sort_key");
    search.push_from(&mut sql);
    search.push_where(&mut sql);
    sql.push(") found");
    let ascending = order.descending == request.backwards;
    let (beyond, direction) = if ascending { (">", "ASC") } else { ("<", "DESC") };
    if let Some(position) = &request.position {
        let key = || -> Value {
            match &position.key {
                SortKey::Number(number) => (*number).into(),
                SortKey::Text(text) => text.clone().into(),
            }
        };
        sql.push(&format!(" WHERE (found.sort_key {beyond} "))
            .bind(key())
            .push(" OR (found.sort_key = ")
            .bind(key());
        sql.push(&format!(" AND found.id {beyond} ")).bind(position.id.clone()).push("))");
    }
    sql.push(&format!(" ORDER BY found.sort_key {direction}, found.id {direction} LIMIT "));
    sql.bind(i64::try_from(request.limit + 1).expect("a page is small"));
    let rows = connection.query_all_raw(sql.statement(connection)).await?;
    let mut found = Vec::with_capacity(rows.len());
    for row in rows {
        let key = match order.field {
            SortField::Title => SortKey::Text(row.try_get("", "sort_key")?),
            _ => SortKey::Number(row.try_get("", "sort_key")?),
        };
        found.push(Found {
            id: row.try_get("", "id")?,
            key,
        });
    }
    if request.backwards {
        found.reverse();
    }
    Ok(found)
}

/// How many events are found in all.
pub async fn count(connection: &impl ConnectionTrait, search: &EventSearch) -> Result<i64, StoreError> {
    if search.statuses.is_empty() {
        return Ok(0);
    }
    let mut sql = Sql::default();
    sql.push("SELECT COUNT(*) AS count");
    search.push_from(&mut sql);
    search.push_where(&mut sql);
    let row = connection
        .query_one_raw(sql.statement(connection))
        .await?
        .ok_or(StoreError::NotFound)?;
    Ok(row.try_get("", "count")?)
}

/// How many of the events found are in each category; the most frequent first.
pub async fn category_facets(connection: &impl ConnectionTrait, search: &EventSearch) -> Result<Vec<Facet>, StoreError> {
    if search.statuses.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::default();
    sql.push("SELECT fc.slug AS value, COUNT(*) AS count");
    search.push_from(&mut sql);
    sql.push(" JOIN event_category fec ON fec.event_id = e.id JOIN category fc ON fc.id = fec.category_id");
    search.push_where(&mut sql);
    sql.push(" GROUP BY fc.slug, fc.position ORDER BY COUNT(*) DESC, fc.position");
    Ok(Facet::find_by_statement(sql.statement(connection)).all(connection).await?)
}

/// How many of the events found have a date in each city; the most frequent first.
pub async fn city_facets(connection: &impl ConnectionTrait, search: &EventSearch) -> Result<Vec<Facet>, StoreError> {
    if search.statuses.is_empty() {
        return Ok(Vec::new());
    }
    let mut sql = Sql::default();
    // Two spellings of one city are one value, shown as the first of them.
    sql.push("SELECT MIN(v.city) AS value, COUNT(DISTINCT e.id) AS count");
    search.push_from(&mut sql);
    sql.push(" JOIN occurrence o ON o.event_id = e.id JOIN venue v ON v.id = o.venue_id");
    search.push_where(&mut sql);
    sql.push(" AND ");
    search.push_dates(&mut sql);
    sql.push(" GROUP BY v.city_search ORDER BY COUNT(DISTINCT e.id) DESC, v.city_search LIMIT ")
        .bind(MAX_CITIES);
    Ok(Facet::find_by_statement(sql.statement(connection)).all(connection).await?)
}
