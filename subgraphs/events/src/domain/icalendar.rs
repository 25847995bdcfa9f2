//! One date as a calendar file: RFC 5545, with the time zone's own rules for that date.

use std::fmt::Write;

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, Tz};

/// Content lines are folded after this many octets (RFC 5545 section 3.1).
const LINE_OCTETS: usize = 75;
/// How far back the start of the offset in force is looked for.
const OBSERVANCE_DAYS: i64 = 400;

/// What a calendar shows of one date.
#[derive(Clone, Debug)]
pub struct CalendarEntry<'a> {
    /// Never changes for a date, so that a calendar updates what it has.
    pub uid: &'a str,
    /// Grows with every change (section 3.8.7.4).
    pub sequence: i64,
    pub changed_at: DateTime<Utc>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: Option<DateTime<Utc>>,
    pub zone: Tz,
    pub title: &'a str,
    pub summary: Option<&'a str>,
    pub location: Option<String>,
    pub url: &'a str,
    pub cancelled: bool,
}

/// The whole file, its lines ended by CRLF.
pub fn calendar(entry: &CalendarEntry<'_>) -> String {
    let mut file = String::new();
    let mut put = |line: &str| fold_into(&mut file, line);
    put("BEGIN:VCALENDAR");
    put("VERSION:2.0");
    put("PRODID:-//Marquee//Events//EN");
    put("CALSCALE:GREGORIAN");
    if entry.zone != Tz::UTC {
        for line in time_zone(entry) {
            put(&line);
        }
    }
    put("BEGIN:VEVENT");
    put(&format!("UID:{}", entry.uid));
    put(&format!("SEQUENCE:{}", entry.sequence));
    put(&format!("DTSTAMP:{}", utc(entry.changed_at)));
    put(&format!("DTSTART{}", zoned(entry.starts_at, entry.zone)));
    if let Some(ends_at) = entry.ends_at {
        put(&format!("DTEND{}", zoned(ends_at, entry.zone)));
    }
    put(&format!("SUMMARY:{}", escape(entry.title)));
    if let Some(summary) = entry.summary {
        put(&format!("DESCRIPTION:{}", escape(summary)));
    }
    if let Some(location) = &entry.location {
        put(&format!("LOCATION:{}", escape(location)));
    }
    put(&format!("URL:{}", entry.url));
    put(if entry.cancelled { "STATUS:CANCELLED" } else { "STATUS:CONFIRMED" });
    put("END:VEVENT");
    put("END:VCALENDAR");
    file
}

/// A VTIMEZONE (section 3.6.5) with the observance in force at the start and every change up to the end.
fn time_zone(entry: &CalendarEntry<'_>) -> Vec<String> {
    let zone = entry.zone;
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{zone}")];
    let mut observances = Vec::new();
    let ends_at = entry.ends_at.unwrap_or(entry.starts_at);
    let mut before = offset_seconds(zone, entry.starts_at - Duration::days(OBSERVANCE_DAYS));
    let mut at = entry.starts_at - Duration::days(OBSERVANCE_DAYS);
    observances.push((at, before));
    while at < ends_at {
        let next = (at + Duration::hours(12)).min(ends_at);
        if offset_seconds(zone, next) != before {
            let change = first_change(zone, at, next);
            let after = offset_seconds(zone, change);
            // Only the last change before the start says what is in force; earlier ones are history.
            if change <= entry.starts_at {
                observances.clear();
            }
            observances.push((change, after));
            before = after;
            at = change;
        } else {
            at = next;
        }
    }
    for (change, offset) in observances {
        let from = offset_seconds(zone, change - Duration::seconds(1));
        let daylight = zone.offset_from_utc_datetime(&change.naive_utc()).dst_offset() != Duration::zero();
        let kind = if daylight { "DAYLIGHT" } else { "STANDARD" };
        // The onset is written on the wall clock before the change.
        let onset = change.naive_utc() + Duration::seconds(from);
        lines.push(format!("BEGIN:{kind}"));
        lines.push(format!("DTSTART:{}", local(onset)));
        lines.push(format!("TZOFFSETFROM:{}", offset_text(from)));
        lines.push(format!("TZOFFSETTO:{}", offset_text(offset)));
        lines.push(format!("END:{kind}"));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

fn offset_seconds(zone: Tz, at: DateTime<Utc>) -> i64 {
    i64::from(zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc())
}

/// The first whole second in `(low, high]` with another offset than at `low`.
fn first_change(zone: Tz, mut low: DateTime<Utc>, mut high: DateTime<Utc>) -> DateTime<Utc> {
    let before = offset_seconds(zone, low);
    while high - low > Duration::seconds(1) {
        let middle = low + Duration::seconds((high - low).num_seconds() / 2);
        if offset_seconds(zone, middle) == before {
            low = middle
        } else {
            high = middle
        }
    }
    high
}

fn offset_text(seconds: i64) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let seconds = seconds.abs();
    let mut text = format!("{sign}{:02}{:02}", seconds / 3600, seconds / 60 % 60);
    if seconds % 60 != 0 {
        write!(text, "{:02}", seconds % 60).expect("writing to a string works");
    }
    text
}

/// Wall clock and zone; UTC where the wall clock shows the time twice, because a calendar would take the first.
fn zoned(at: DateTime<Utc>, zone: Tz) -> String {
    let wall_clock = at.with_timezone(&zone).naive_local();
    if zone == Tz::UTC || zone.from_local_datetime(&wall_clock).single().is_none() {
        format!(":{}", utc(at))
    } else {
        format!(";TZID={zone}:{}", local(wall_clock))
    }
}

fn local(at: NaiveDateTime) -> String {
    at.format("%Y%m%dT%H%M%S").to_string()
}

fn utc(at: DateTime<Utc>) -> String {
    at.format("%Y%m%dT%H%M%SZ").to_string()
}

/// TEXT values (section 3.3.11).
fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' => escaped.push_str("\\\\"),
            ';' => escaped.push_str("\\;"),
            ',' => escaped.push_str("\\,"),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// Adds a content line, folded so that no line is longer than 75 octets and no character is cut.
fn fold_into(file: &mut String, line: &str) {
    let mut octets = 0;
    for character in line.chars() {
        if octets + character.len_utf8() > LINE_OCTETS {
            file.push_str("\r\n ");
            octets = 1;
        }
        file.push(character);
        octets += character.len_utf8();
    }
    file.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    fn entry() -> CalendarEntry<'static> {
        CalendarEntry {
            uid: "occ_1@marquee",
            sequence: 3,
            changed_at: at("2027-01-01T00:00:00Z"),
            starts_at: at("2027-07-15T18:00:00Z"),
            ends_at: Some(at("2027-07-15T20:30:00Z")),
            zone: Tz::Europe__Berlin,
            title: "Strings, brass; and a \\ backslash",
            summary: Some(
                "Two lines:\nthe second is long enough that it has to be folded, with ümläuts across the böundary of seventy-five octets.",
            ),
            location: Some("Kesselhaus, Uferweg 3, Berlin".to_owned()),
            url: "https://tickets.example/events/strings",
            cancelled: false,
        }
    }

    #[test]
    fn a_date_as_a_calendar_file() {
        insta::assert_snapshot!(calendar(&entry()).replace('\r', ""));
    }

    #[test]
    fn a_night_across_the_change_of_clocks_has_both_observances() {
        let night = CalendarEntry {
            starts_at: at("2027-10-30T20:00:00Z"),
            ends_at: Some(at("2027-10-31T04:00:00Z")),
            cancelled: true,
            summary: None,
            location: None,
            ..entry()
        };
        insta::assert_snapshot!(calendar(&night).replace('\r', ""));
    }

    #[test]
    fn zones_without_changes_and_utc() {
        let tokyo = calendar(&CalendarEntry {
            zone: Tz::Asia__Tokyo,
            ..entry()
        });
        assert!(tokyo.contains("TZOFFSETTO:+0900"), "{tokyo}");
        let twice = calendar(&CalendarEntry {
            starts_at: at("2027-10-31T01:30:00Z"),
            ends_at: None,
            ..entry()
        });
        assert!(twice.contains("DTSTART:20271031T013000Z"), "{twice}");
        let utc = calendar(&CalendarEntry { zone: Tz::UTC, ..entry() });
        assert!(utc.contains("DTSTART:20270715T180000Z") && !utc.contains("VTIMEZONE"), "{utc}");
    }

    #[test]
    fn lines_are_folded_at_seventy_five_octets_and_end_in_crlf() {
        let file = calendar(&entry());
        assert!(file.ends_with("END:VCALENDAR\r\n"));
        for line in file.split("\r\n") {
            assert!(line.len() <= LINE_OCTETS, "{line}");
            assert!(!line.contains(['\r', '\n']));
        }
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains("across the böundary of seventy-five octets."));
        assert!(unfolded.contains("SUMMARY:Strings\\, brass\\; and a \\\\ backslash"));
    }
}
