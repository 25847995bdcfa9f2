//! Dates, amounts and counts in words.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

/// A moment in a zone, with the zone named: `Saturday 1 August 2026, 20:00 (Europe/Berlin)`. An unknown zone is told
/// in UTC.
pub fn date(moment: DateTime<Utc>, zone: &str) -> String {
    let zone: Tz = zone.parse().unwrap_or(Tz::UTC);
    let local = moment.with_timezone(&zone);
    format!("{} ({})", local.format("%A %-d %B %Y, %H:%M"), zone.name())
}

/// An amount with its currency's decimal places: `20.00 EUR`, `500 JPY`; nothing is `free`.
pub fn amount(amount_minor: i64, currency: &str) -> String {
    if amount_minor == 0 {
        return "free".to_owned();
    }
    let places = usize::try_from(kit::money::exponent(currency).unwrap_or(2)).unwrap_or(2);
    let digits = format!("{:0>width$}", amount_minor.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    let sign = if amount_minor < 0 { "-" } else { "" };
    if places == 0 {
        format!("{sign}{whole} {currency}")
    } else {
        format!("{sign}{whole}.{fraction} {currency}")
    }
}

/// `1 ticket`, `3 tickets`.
pub fn tickets(count: usize) -> String {
    if count == 1 {
        "1 ticket".to_owned()
    } else {
        format!("{count} tickets")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn in_words() {
        let summer = DateTime::parse_from_rfc3339("2026-08-01T18:00:00Z").unwrap().to_utc();
        let winter = DateTime::parse_from_rfc3339("2026-12-01T18:00:00Z").unwrap().to_utc();
        assert_eq!(date(summer, "Europe/Berlin"), "Saturday 1 August 2026, 20:00 (Europe/Berlin)");
        assert_eq!(date(winter, "Europe/Berlin"), "Tuesday 1 December 2026, 19:00 (Europe/Berlin)");
        assert_eq!(date(winter, "nowhere"), "Tuesday 1 December 2026, 18:00 (UTC)");
        assert_eq!(amount(2_000, "EUR"), "20.00 EUR");
        assert_eq!(amount(5, "EUR"), "0.05 EUR");
        assert_eq!(amount(500, "JPY"), "500 JPY");
        assert_eq!(amount(1_234, "KWD"), "1.234 KWD");
        assert_eq!(amount(0, "EUR"), "free");
        assert_eq!((tickets(1), tickets(2)), ("1 ticket".to_owned(), "2 tickets".to_owned()));
    }
}
