//! One file per table: the row as a struct. Rows know no rule.

mod booking;
mod booking_line;
mod checkin_list;
mod checkin_record;
mod occurrence_snapshot;
mod product_snapshot;
mod quota;
mod ticket;

pub use booking::Booking;
pub use booking_line::BookingLine;
pub use checkin_list::CheckInList;
pub use checkin_record::CheckInRecord;
pub use occurrence_snapshot::OccurrenceSnapshot;
pub use product_snapshot::ProductSnapshot;
pub use quota::Quota;
pub use ticket::Ticket;

use sea_orm::{FromQueryResult, Value};

/// A row that is read and written whole.
pub trait Row: FromQueryResult {
    const TABLE: &'static str;
    const COLUMNS: &'static [&'static str];
    /// The values in the order of `COLUMNS`.
    fn values(&self) -> Vec<Value>;

    /// The columns for a SELECT, each with `alias` before it.
    fn columns(alias: &str) -> String {
        let columns: Vec<String> = Self::COLUMNS.iter().map(|column| format!("{alias}.{column}")).collect();
        columns.join(", ")
    }
}

/// Declares a row struct and what `Row` needs of it, so that no column is named twice.
macro_rules! row {
    ($(#[$meta:meta])* $name:ident in $table:literal { $($(#[$field_meta:meta])* $field:ident: $type:ty,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, sea_orm::FromQueryResult)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)+
        }

        impl crate::store::rows::Row for $name {
            const TABLE: &'static str = $table;
            const COLUMNS: &'static [&'static str] = &[$(stringify!($field)),+];

            fn values(&self) -> Vec<sea_orm::Value> {
                vec![$(self.$field.clone().into()),+]
            }
        }
    };
}
pub(crate) use row;
