//! The only SQL of bookings. Knows rows and counts, not GraphQL and not who asks.
//!
//! Lock order, everywhere: the booking's row, then quotas by id. Whoever writes a booking takes its row first with
//! `bookings::claim`.

pub mod audit;
pub mod availability;
pub mod bookings;
pub mod doors;
pub mod inventory;
pub mod listing;
pub mod money;
pub mod offers;
pub mod quotas;
pub mod rows;
pub mod sales;
pub mod tickets;

use kit::database::StoreError;
use rows::Row;
use sea_orm::{ConnectionTrait, FromQueryResult, Statement, Value};

async fn execute<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<u64, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(connection.execute_raw(statement).await?.rows_affected())
}

async fn all<R: FromQueryResult, C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<Vec<R>, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(R::find_by_statement(statement).all(connection).await?)
}

async fn one<R: FromQueryResult, C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<Option<R>, StoreError> {
    let statement = Statement::from_sql_and_values(connection.get_database_backend(), sql, values);
    Ok(R::find_by_statement(statement).one(connection).await?)
}

#[derive(FromQueryResult)]
struct Number {
    number: i64,
}

/// The first row's column `number`; 0 without a row.
async fn number<C: ConnectionTrait>(connection: &C, sql: &str, values: Vec<Value>) -> Result<i64, StoreError> {
    Ok(one::<Number, C>(connection, sql, values).await?.map_or(0, |row| row.number))
}

/// `$first, $first+1, …`: as many as there are values.
fn places(first: usize, count: usize) -> String {
    let places: Vec<String> = (first..first + count).map(|place| format!("${place}")).collect();
    places.join(", ")
}

fn texts(values: &[String]) -> Vec<Value> {
    values.iter().map(|value| value.as_str().into()).collect()
}

/// Inserts a row; `ending` is what follows VALUES, such as ON CONFLICT. Answers how many rows came to be.
async fn insert<R: Row, C: ConnectionTrait>(connection: &C, row: &R, ending: &str) -> Result<u64, StoreError> {
    let sql = format!(
        "INSERT INTO {} ({}) VALUES ({}) {ending}",
        R::TABLE,
        R::COLUMNS.join(", "),
        places(1, R::COLUMNS.len()),
    );
    execute(connection, &sql, row.values()).await
}

/// The rows whose `column` is one of `keys`, in `order`.
async fn among<R: Row, C: ConnectionTrait>(connection: &C, column: &str, keys: &[String], order: &str) -> Result<Vec<R>, StoreError> {
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {} FROM {} r WHERE r.{column} IN ({}) ORDER BY {order}",
        R::columns("r"),
        R::TABLE,
        places(1, keys.len()),
    );
    all(connection, &sql, texts(keys)).await
}

/// The row whose `column` is `key`.
async fn by_key<R: Row, C: ConnectionTrait>(connection: &C, column: &str, key: &str) -> Result<Option<R>, StoreError> {
    let sql = format!("SELECT {} FROM {} r WHERE r.{column} = $1", R::columns("r"), R::TABLE);
    one(connection, &sql, vec![key.into()]).await
}

/// A LIKE pattern for "contains `text`" with `!` as its escape.
fn containing(text: &str) -> String {
    let mut pattern = String::from("%");
    for letter in text.chars() {
        if matches!(letter, '%' | '_' | '!') {
            pattern.push('!');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
