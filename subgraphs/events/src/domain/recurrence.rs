//! Repeating dates: the part of RFC 5545 section 3.3.10 that organisers use, expanded in local time.
//!
//! Read: FREQ (DAILY, WEEKLY, MONTHLY), INTERVAL, COUNT or UNTIL, BYDAY (with an ordinal for MONTHLY) and WKST=MO.
//! Anything else is refused by name. The dates are those that match the rule, from the first one on or after the
//! start; exceptions are taken out after counting, as EXDATE is.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use chrono_tz::Tz;

use super::Invalid;

/// A rule may give at most this many dates.
pub const MAX_DATES: usize = 366;
/// How far a rule is followed: ten years.
const MAX_DAYS: u64 = 3_660;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Frequency {
    Daily,
    Weekly,
    Monthly,
}

/// A weekday, and which one of the month (`-1`: the last); `None`: every one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct ByDay {
    ordinal: Option<i32>,
    weekday: Weekday,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Count(usize),
    /// Inclusive, on the wall clock of the event.
    UntilLocal(NaiveDateTime),
    /// Inclusive, in UTC.
    UntilUtc(NaiveDateTime),
}

/// A parsed rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recurrence {
    frequency: Frequency,
    interval: u32,
    by_day: Vec<ByDay>,
    end: End,
}

fn refused(message: impl Into<String>) -> Invalid {
    Invalid::new("BAD_RECURRENCE", message, &["rrule"])
}

impl Recurrence {
    /// Reads `FREQ=WEEKLY;BYDAY=FR,SA;COUNT=8`, with or without a leading `RRULE:`.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let text = text.strip_prefix("RRULE:").unwrap_or(text).to_ascii_uppercase();
        let mut frequency = None;
        let mut interval = 1;
        let mut by_day = Vec::new();
        let mut end = None;
        let mut seen = BTreeSet::new();
        for part in text.split(';') {
            let (name, value) = part
                .split_once('=')
                .ok_or_else(|| refused(format!("\"{part}\" is not NAME=VALUE, as in FREQ=WEEKLY;COUNT=8.")))?;
            if !seen.insert(name.to_owned()) {
                return Err(refused(format!("{name} is given twice.")));
            }
            match name {
                "FREQ" => frequency = Some(parse_frequency(value)?),
                "INTERVAL" => {
                    interval = value
                        .parse()
                        .ok()
                        .filter(|interval| (1..=366).contains(interval))
                        .ok_or_else(|| refused("INTERVAL is a number from 1 to 366."))?;
                }
                "COUNT" => {
                    let count = value
                        .parse()
                        .ok()
                        .filter(|count| (1..=MAX_DATES).contains(count))
                        .ok_or_else(|| refused(format!("COUNT is a number from 1 to {MAX_DATES}.")))?;
                    end = Some(End::Count(count));
                }
                "UNTIL" => end = Some(parse_until(value)?),
                "BYDAY" => by_day = value.split(',').map(parse_by_day).collect::<Result<_, _>>()?,
                "WKST" if value == "MO" => {}
                "WKST" => return Err(refused("Weeks begin on Monday; leave WKST out.")),
                _ => {
                    return Err(refused(format!(
                        "{name} is not supported. Use FREQ, INTERVAL, COUNT, UNTIL and BYDAY."
                    )));
                }
            }
        }
        let frequency = frequency.ok_or_else(|| refused("The rule needs FREQ: DAILY, WEEKLY or MONTHLY."))?;
        if seen.contains("COUNT") && seen.contains("UNTIL") {
            return Err(refused("Give COUNT or UNTIL, not both."));
        }
        let end = end.ok_or_else(|| refused("The rule has no end. Add COUNT or UNTIL."))?;
        if frequency != Frequency::Monthly && by_day.iter().any(|day| day.ordinal.is_some()) {
            return Err(refused("A number before a weekday, as in 1FR, needs FREQ=MONTHLY."));
        }
        Ok(Self {
            frequency,
            interval,
            by_day,
            end,
        })
    }

    /// The wall clock times from `starts_local` on, without `except`, in order. Refuses a rule that gives none or
    /// too many.
    pub fn expand(&self, starts_local: NaiveDateTime, zone: Tz, except: &[NaiveDateTime]) -> Result<Vec<NaiveDateTime>, Invalid> {
        let until = match self.end {
            End::Count(_) => None,
            End::UntilLocal(until) => Some(until),
            End::UntilUtc(until) => Some(until.and_utc().with_timezone(&zone).naive_local()),
        };
        let first = starts_local.date();
        let mut dates = Vec::new();
        for days in 0..=MAX_DAYS {
            let Some(day) = first.checked_add_days(Days::new(days)) else {
                break;
            };
            let at = day.and_time(starts_local.time());
            if until.is_some_and(|until| at > until) {
                break;
            }
            if !self.matches(first, day) {
                continue;
            }
            dates.push(at);
            if matches!(self.end, End::Count(count) if dates.len() == count) {
                break;
            }
            if dates.len() > MAX_DATES {
                return Err(refused(format!("The rule gives more than {MAX_DATES} dates. Make it end earlier.")));
            }
        }
        dates.retain(|date| !except.contains(date));
        if dates.is_empty() {
            return Err(refused("The rule gives no date."));
        }
        Ok(dates)
    }

    fn matches(&self, first: NaiveDate, day: NaiveDate) -> bool {
        let interval = i64::from(self.interval);
        let days_apart = (day - first).num_days();
        let on_weekday = self.by_day.iter().any(|by_day| by_day.weekday == day.weekday());
        match self.frequency {
            Frequency::Daily => days_apart % interval == 0 && (self.by_day.is_empty() || on_weekday),
            Frequency::Weekly => {
                let into_week = i64::from(first.weekday().num_days_from_monday());
                let weeks_apart = (days_apart + into_week) / 7;
                weeks_apart % interval == 0
                    && if self.by_day.is_empty() {
                        day.weekday() == first.weekday()
                    } else {
                        on_weekday
                    }
            }
            Frequency::Monthly => {
                let months_apart = i64::from(day.year() - first.year()) * 12 + i64::from(day.month()) - i64::from(first.month());
                months_apart % interval == 0
                    && if self.by_day.is_empty() {
                        day.day() == first.day()
                    } else {
                        self.by_day.iter().any(|by_day| by_day.matches(day))
                    }
            }
        }
    }
}

impl ByDay {
    fn matches(self, day: NaiveDate) -> bool {
        if self.weekday != day.weekday() {
            return false;
        }
        let from_start = (day.day() as i32 - 1) / 7 + 1;
        let from_end = (days_in_month(day) as i32 - day.day() as i32) / 7 + 1;
        self.ordinal.is_none_or(|ordinal| ordinal == from_start || -ordinal == from_end)
    }
}

fn days_in_month(day: NaiveDate) -> u32 {
    (28..=31).rev().find(|&last| day.with_day(last).is_some()).unwrap_or(28)
}

fn parse_frequency(value: &str) -> Result<Frequency, Invalid> {
    match value {
        "DAILY" => Ok(Frequency::Daily),
        "WEEKLY" => Ok(Frequency::Weekly),
        "MONTHLY" => Ok(Frequency::Monthly),
        _ => Err(refused("FREQ is DAILY, WEEKLY or MONTHLY.")),
    }
}

fn parse_until(value: &str) -> Result<End, Invalid> {
    let bad = || refused("UNTIL is a date such as 20271231 or 20271231T235900Z.");
    if let Some(utc) = value.strip_suffix('Z') {
        return NaiveDateTime::parse_from_str(utc, "%Y%m%dT%H%M%S")
            .map(End::UntilUtc)
            .map_err(|_| bad());
    }
    if value.contains('T') {
        return NaiveDateTime::parse_from_str(value, "%Y%m%dT%H%M%S")
            .map(End::UntilLocal)
            .map_err(|_| bad());
    }
    let day = NaiveDate::parse_from_str(value, "%Y%m%d").map_err(|_| bad())?;
    // A day means the whole of it.
    Ok(End::UntilLocal(
        day.and_time(NaiveTime::from_hms_opt(23, 59, 59).expect("a time of day")),
    ))
}

fn parse_by_day(value: &str) -> Result<ByDay, Invalid> {
    let bad = || {
        refused(format!(
            "\"{value}\" is no weekday: BYDAY takes MO to SU, or 1FR and -1SU by the month."
        ))
    };
    let (number, name) = value
        .len()
        .checked_sub(2)
        .and_then(|at| value.split_at_checked(at))
        .ok_or_else(bad)?;
    let weekday = match name {
        "MO" => Weekday::Mon,
        "TU" => Weekday::Tue,
        "WE" => Weekday::Wed,
        "TH" => Weekday::Thu,
        "FR" => Weekday::Fri,
        "SA" => Weekday::Sat,
        "SU" => Weekday::Sun,
        _ => return Err(bad()),
    };
    let ordinal = match number {
        "" => None,
        number => Some(
            number
                .parse::<i32>()
                .ok()
                .filter(|number| (1..=5).contains(&number.abs()))
                .ok_or_else(bad)?,
        ),
    };
    Ok(ByDay { ordinal, weekday })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn expand(rule: &str, start: &str) -> Vec<String> {
        Recurrence::parse(rule)
            .and_then(|rule| rule.expand(at(start), Tz::Europe__Berlin, &[]))
            .unwrap()
            .iter()
            .map(|date| date.format("%m-%d").to_string())
            .collect()
    }

    #[test]
    fn rules_expand() {
        // 2027-01-01 is a Friday.
        let cases: [(&str, &[&str]); 10] = [
            ("FREQ=DAILY;COUNT=3", &["01-01", "01-02", "01-03"]),
            ("RRULE:FREQ=DAILY;INTERVAL=10;UNTIL=20270121", &["01-01", "01-11", "01-21"]),
            ("FREQ=DAILY;BYDAY=SA,SU;COUNT=3", &["01-02", "01-03", "01-09"]),
            ("FREQ=WEEKLY;COUNT=2", &["01-01", "01-08"]),
            ("FREQ=WEEKLY;BYDAY=MO,FR;COUNT=4;WKST=MO", &["01-01", "01-04", "01-08", "01-11"]),
            ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=4", &["01-01", "01-11", "01-15", "01-25"]),
            ("freq=weekly;until=20270114T235900Z", &["01-01", "01-08"]),
            ("FREQ=MONTHLY;COUNT=3", &["01-01", "02-01", "03-01"]),
            ("FREQ=MONTHLY;BYDAY=1FR;COUNT=3", &["01-01", "02-05", "03-05"]),
            ("FREQ=MONTHLY;INTERVAL=2;BYDAY=-1SU;COUNT=2", &["01-31", "03-28"]),
        ];
        for (rule, expected) in cases {
            assert_eq!(expand(rule, "2027-01-01T20:00"), expected, "{rule}");
        }
        // Months without a 31st are left out.
        assert_eq!(expand("FREQ=MONTHLY;COUNT=3", "2027-01-31T20:00"), ["01-31", "03-31", "05-31"]);
    }

    #[test]
    fn until_counts_the_last_moment() {
        assert_eq!(expand("FREQ=DAILY;UNTIL=20270102T200000", "2027-01-01T20:00"), ["01-01", "01-02"]);
        assert_eq!(expand("FREQ=DAILY;UNTIL=20270102T190000Z", "2027-01-01T20:00"), ["01-01", "01-02"]);
        assert_eq!(expand("FREQ=DAILY;UNTIL=20270102T185959Z", "2027-01-01T20:00"), ["01-01"]);
    }

    #[test]
    fn exceptions_are_taken_out_after_counting() {
        let rule = Recurrence::parse("FREQ=DAILY;COUNT=3").unwrap();
        let dates = rule.expand(at("2027-01-01T20:00"), Tz::UTC, &[at("2027-01-02T20:00")]).unwrap();
        assert_eq!(dates, [at("2027-01-01T20:00"), at("2027-01-03T20:00")]);
        let all = [at("2027-01-01T20:00"), at("2027-01-02T20:00"), at("2027-01-03T20:00")];
        assert!(rule.expand(at("2027-01-01T20:00"), Tz::UTC, &all).is_err());
    }

    #[test]
    fn what_is_not_read_is_refused_by_name() {
        let cases = [
            ("", "NAME=VALUE"),
            ("COUNT=3", "needs FREQ"),
            ("FREQ=YEARLY;COUNT=3", "DAILY, WEEKLY or MONTHLY"),
            ("FREQ=DAILY", "no end"),
            ("FREQ=DAILY;COUNT=0", "COUNT is a number"),
            ("FREQ=DAILY;COUNT=367", "COUNT is a number"),
            ("FREQ=DAILY;COUNT=3;UNTIL=20270101", "not both"),
            ("FREQ=DAILY;COUNT=3;COUNT=4", "given twice"),
            ("FREQ=DAILY;INTERVAL=0;COUNT=3", "INTERVAL is a number"),
            ("FREQ=DAILY;UNTIL=tomorrow", "UNTIL is a date"),
            ("FREQ=WEEKLY;BYDAY=XX;COUNT=3", "no weekday"),
            ("FREQ=WEEKLY;BYDAY=é;COUNT=3", "no weekday"),
            ("FREQ=WEEKLY;BYDAY=1FR;COUNT=3", "FREQ=MONTHLY"),
            ("FREQ=MONTHLY;BYDAY=0FR;COUNT=3", "no weekday"),
            ("FREQ=MONTHLY;BYMONTHDAY=3;COUNT=3", "BYMONTHDAY is not supported"),
            ("FREQ=WEEKLY;WKST=SU;COUNT=3", "Monday"),
        ];
        for (rule, expected) in cases {
            let invalid = Recurrence::parse(rule).unwrap_err();
            assert!(invalid.message.contains(expected), "{rule}: {}", invalid.message);
            assert_eq!(invalid.path, ["rrule"]);
        }
        let endless = Recurrence::parse("FREQ=DAILY;UNTIL=20290101").unwrap();
        assert!(
            endless
                .expand(at("2027-01-01T20:00"), Tz::UTC, &[])
                .unwrap_err()
                .message
                .contains("366")
        );
        let never = Recurrence::parse("FREQ=DAILY;UNTIL=20260101").unwrap();
        assert!(
            never
                .expand(at("2027-01-01T20:00"), Tz::UTC, &[])
                .unwrap_err()
                .message
                .contains("no date")
        );
    }
}
