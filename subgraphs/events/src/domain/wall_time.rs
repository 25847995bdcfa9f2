//! From a wall clock in a zone to an instant, by the rules of that very date.
//!
//! The wall clock and the IANA zone are the truth; the instant is derived. Where clocks jump ahead, the missing time
//! is refused with a suggestion. Where clocks are set back, the time comes twice: the organiser is asked which one,
//! and the answer is kept beside the wall clock.

use chrono::{DateTime, Duration, LocalResult, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use super::Invalid;

/// A date may be announced at most this far ahead.
pub const MAX_AHEAD_DAYS: i64 = 3_660;
/// One date lasts at most this long.
pub const MAX_DURATION_DAYS: i64 = 31;
/// No zone has ever skipped more than a day.
const LONGEST_GAP_MINUTES: i64 = 25 * 60;

/// Which of two instants is meant where the wall clock shows a time twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlap {
    /// Before the clocks are set back (the summer offset).
    Earlier,
    /// After the clocks are set back (the standard offset).
    Later,
}

/// Why a wall clock time is no single instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WallTimeRefused {
    /// The clocks jump over it; `suggestion` is as long after the jump as the time is after its beginning.
    Gap { suggestion: NaiveDateTime },
    /// The clocks show it twice.
    Twice { earlier: DateTime<Utc>, later: DateTime<Utc> },
}

/// The instant at which clocks in `zone` show `local`. `overlap` answers when there are two.
pub fn instant(local: NaiveDateTime, zone: Tz, overlap: Option<Overlap>) -> Result<DateTime<Utc>, WallTimeRefused> {
    match zone.from_local_datetime(&local) {
        LocalResult::Single(time) => Ok(time.with_timezone(&Utc)),
        LocalResult::Ambiguous(earlier, later) => match overlap {
            Some(Overlap::Earlier) => Ok(earlier.with_timezone(&Utc)),
            Some(Overlap::Later) => Ok(later.with_timezone(&Utc)),
            None => Err(WallTimeRefused::Twice {
                earlier: earlier.with_timezone(&Utc),
                later: later.with_timezone(&Utc),
            }),
        },
        LocalResult::None => Err(WallTimeRefused::Gap {
            suggestion: past_the_gap(local, zone),
        }),
    }
}

/// The wall clock of `at` in `zone`.
pub fn local(at: DateTime<Utc>, zone: Tz) -> NaiveDateTime {
    at.with_timezone(&zone).naive_local()
}

/// What clocks show when `local` is read with the offset in force before the gap.
fn past_the_gap(local: NaiveDateTime, zone: Tz) -> NaiveDateTime {
    for minutes in 1..=LONGEST_GAP_MINUTES {
        let earlier = local - Duration::minutes(minutes);
        if let Some(time) = zone.from_local_datetime(&earlier).latest() {
            let at = local - Duration::seconds(i64::from(time.offset().fix().local_minus_utc()));
            return zone.from_utc_datetime(&at).naive_local();
        }
    }
    local
}

/// The times of one date, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OccurrenceTimes {
    pub starts_local: NaiveDateTime,
    pub ends_local: Option<NaiveDateTime>,
    pub zone: Tz,
    /// Kept when the start comes twice, so that the instant can be derived again.
    pub overlap: Option<Overlap>,
    pub starts_at_ms: i64,
    pub ends_at_ms: Option<i64>,
}

impl OccurrenceTimes {
    /// A date with a stated end, or none. Refuses the past, the far future, gaps and unanswered overlaps.
    /// An end that comes twice is the first one after the start.
    pub fn parse(
        starts_local: NaiveDateTime,
        ends_local: Option<NaiveDateTime>,
        zone: Tz,
        overlap: Option<Overlap>,
        now_ms: i64,
    ) -> Result<Self, Invalid> {
        let starts_at = instant(starts_local, zone, overlap).map_err(|refused| refused.to_invalid(starts_local, zone, "startsAtLocal"))?;
        check_start(starts_at, now_ms)?;
        let ends_at = match ends_local {
            None => None,
            Some(ends_local) => Some(
                instant(ends_local, zone, Some(Overlap::Earlier))
                    .and_then(|first| {
                        if first > starts_at {
                            Ok(first)
                        } else {
                            instant(ends_local, zone, Some(Overlap::Later))
                        }
                    })
                    .map_err(|refused| refused.to_invalid(ends_local, zone, "endsAtLocal"))?,
            ),
        };
        if let Some(ends_at) = ends_at {
            if ends_at <= starts_at {
                return Err(Invalid::new(
                    "ENDS_BEFORE_START",
                    "The end must be after the start.",
                    &["endsAtLocal"],
                ));
            }
            if ends_at - starts_at > Duration::days(MAX_DURATION_DAYS) {
                return Err(Invalid::new(
                    "TOO_LONG",
                    format!("One date lasts at most {MAX_DURATION_DAYS} days. Give each day a date of its own."),
                    &["endsAtLocal"],
                ));
            }
        }
        Ok(Self::derived(starts_local, ends_local, zone, overlap, starts_at, ends_at))
    }

    /// A date that lasts `duration_minutes` of elapsed time.
    pub fn lasting(
        starts_local: NaiveDateTime,
        duration_minutes: i32,
        zone: Tz,
        overlap: Option<Overlap>,
        now_ms: i64,
    ) -> Result<Self, Invalid> {
        if duration_minutes < 1 || i64::from(duration_minutes) > MAX_DURATION_DAYS * 24 * 60 {
            return Err(Invalid::new(
                "BAD_DURATION",
                format!("A date lasts at least one minute and at most {MAX_DURATION_DAYS} days."),
                &["durationMinutes"],
            ));
        }
        let starts_at = instant(starts_local, zone, overlap).map_err(|refused| refused.to_invalid(starts_local, zone, "startsAtLocal"))?;
        check_start(starts_at, now_ms)?;
        let ends_at = starts_at + Duration::minutes(i64::from(duration_minutes));
        Ok(Self::derived(
            starts_local,
            Some(local(ends_at, zone)),
            zone,
            overlap,
            starts_at,
            Some(ends_at),
        ))
    }

    fn derived(
        starts_local: NaiveDateTime,
        ends_local: Option<NaiveDateTime>,
        zone: Tz,
        overlap: Option<Overlap>,
        starts_at: DateTime<Utc>,
        ends_at: Option<DateTime<Utc>>,
    ) -> Self {
        let comes_twice = matches!(zone.from_local_datetime(&starts_local), LocalResult::Ambiguous(..));
        Self {
            starts_local,
            ends_local,
            zone,
            overlap: overlap.filter(|_| comes_twice),
            starts_at_ms: starts_at.timestamp_millis(),
            ends_at_ms: ends_at.map(|at| at.timestamp_millis()),
        }
    }
}

fn check_start(starts_at: DateTime<Utc>, now_ms: i64) -> Result<(), Invalid> {
    let ahead_ms = starts_at.timestamp_millis() - now_ms;
    if ahead_ms <= 0 {
        return Err(Invalid::new("IN_THE_PAST", "The date must be in the future.", &["startsAtLocal"]));
    }
    if ahead_ms > MAX_AHEAD_DAYS * 86_400_000 {
        return Err(Invalid::new(
            "TOO_FAR_AHEAD",
            "The date must be within the next ten years.",
            &["startsAtLocal"],
        ));
    }
    Ok(())
}

impl WallTimeRefused {
    /// The sentence for the organiser, at the input field `field`.
    pub fn to_invalid(self, local: NaiveDateTime, zone: Tz, field: &str) -> Invalid {
        let shown = local.format("%Y-%m-%d %H:%M");
        match self {
            Self::Gap { suggestion } => Invalid::new(
                "LOCAL_TIME_MISSING",
                format!(
                    "{shown} does not exist in {zone}: the clocks jump ahead over it. Use {} instead.",
                    suggestion.format("%Y-%m-%d %H:%M")
                ),
                &[field],
            ),
            Self::Twice { earlier, later } => {
                let spelled = |at: DateTime<Utc>| at.with_timezone(&zone).format("%Y-%m-%dT%H:%M:%S%:z").to_string();
                Invalid::new(
                    "LOCAL_TIME_TWICE",
                    format!(
                        "{shown} comes twice in {zone}: {} and {}. Say which with overlap: EARLIER or LATER.",
                        spelled(earlier),
                        spelled(later)
                    ),
                    &[field],
                )
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> NaiveDateTime {
        NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
    }

    fn utc(text: &str) -> DateTime<Utc> {
        at(text).and_utc()
    }

    #[test]
    fn the_offset_is_that_of_the_events_own_date() {
        let cases = [
            ("2027-01-15T20:00", Tz::Europe__Berlin, "2027-01-15T19:00"),
            ("2027-07-15T20:00", Tz::Europe__Berlin, "2027-07-15T18:00"),
            ("2027-07-15T20:00", Tz::Asia__Tokyo, "2027-07-15T11:00"),
            ("2027-07-15T20:00", Tz::Asia__Kathmandu, "2027-07-15T14:15"),
            ("2027-12-31T23:30", Tz::America__New_York, "2028-01-01T04:30"),
        ];
        for (wall, zone, expected) in cases {
            assert_eq!(instant(at(wall), zone, None), Ok(utc(expected)), "{wall} {zone}");
        }
    }

    #[test]
    fn a_gap_is_refused_with_a_suggestion() {
        let cases = [
            ("2027-03-28T02:30", Tz::Europe__Berlin, "2027-03-28T03:30"),
            ("2027-03-28T01:00", Tz::Europe__London, "2027-03-28T02:00"),
            // Half an hour on Lord Howe Island.
            ("2027-10-03T02:10", Tz::Australia__Lord_Howe, "2027-10-03T02:40"),
            // Samoa left out a whole day when it crossed the date line.
            ("2011-12-30T12:00", Tz::Pacific__Apia, "2011-12-31T12:00"),
        ];
        for (wall, zone, suggestion) in cases {
            assert_eq!(
                instant(at(wall), zone, Some(Overlap::Earlier)),
                Err(WallTimeRefused::Gap {
                    suggestion: at(suggestion)
                }),
                "{wall} {zone}"
            );
        }
    }

    #[test]
    fn an_overlap_is_asked_about() {
        let (wall, zone) = (at("2027-10-31T02:30"), Tz::Europe__Berlin);
        let (earlier, later) = (utc("2027-10-31T00:30"), utc("2027-10-31T01:30"));
        assert_eq!(instant(wall, zone, None), Err(WallTimeRefused::Twice { earlier, later }));
        assert_eq!(instant(wall, zone, Some(Overlap::Earlier)), Ok(earlier));
        assert_eq!(instant(wall, zone, Some(Overlap::Later)), Ok(later));
        let invalid = WallTimeRefused::Twice { earlier, later }.to_invalid(wall, zone, "startsAtLocal");
        assert_eq!(invalid.code, "LOCAL_TIME_TWICE");
        assert!(
            invalid.message.contains("2027-10-31T02:30:00+02:00 and 2027-10-31T02:30:00+01:00"),
            "{}",
            invalid.message
        );
    }

    #[test]
    fn times_are_checked() {
        let zone = Tz::Europe__Berlin;
        let now_ms = utc("2027-01-01T00:00").timestamp_millis();
        let code = |starts: &str, ends: Option<&str>| {
            OccurrenceTimes::parse(at(starts), ends.map(at), zone, None, now_ms).map_err(|invalid| (invalid.code, invalid.path.join(".")))
        };
        assert!(code("2027-05-01T20:00", Some("2027-05-01T23:00")).is_ok());
        let refused = [
            ("2026-12-31T20:00", None, "IN_THE_PAST", "startsAtLocal"),
            ("2047-12-31T20:00", None, "TOO_FAR_AHEAD", "startsAtLocal"),
            ("2027-05-01T20:00", Some("2027-05-01T20:00"), "ENDS_BEFORE_START", "endsAtLocal"),
            ("2027-05-01T20:00", Some("2027-07-01T20:00"), "TOO_LONG", "endsAtLocal"),
            ("2027-03-28T02:30", None, "LOCAL_TIME_MISSING", "startsAtLocal"),
            ("2027-10-31T02:30", None, "LOCAL_TIME_TWICE", "startsAtLocal"),
            ("2027-03-27T22:00", Some("2027-03-28T02:30"), "LOCAL_TIME_MISSING", "endsAtLocal"),
        ];
        for (starts, ends, expected, path) in refused {
            assert_eq!(code(starts, ends).unwrap_err(), (expected, path.to_owned()), "{starts}");
        }
    }

    #[test]
    fn an_end_that_comes_twice_is_the_first_after_the_start() {
        let zone = Tz::Europe__Berlin;
        let now_ms = utc("2027-01-01T00:00").timestamp_millis();
        let evening = OccurrenceTimes::parse(at("2027-10-30T22:00"), Some(at("2027-10-31T02:30")), zone, None, now_ms).unwrap();
        assert_eq!(evening.ends_at_ms, Some(utc("2027-10-31T00:30").timestamp_millis()));
        assert_eq!(evening.overlap, None);
        let night = OccurrenceTimes::parse(
            at("2027-10-31T02:45"),
            Some(at("2027-10-31T02:30")),
            zone,
            Some(Overlap::Earlier),
            now_ms,
        )
        .unwrap();
        assert_eq!(night.starts_at_ms, utc("2027-10-31T00:45").timestamp_millis());
        assert_eq!(night.ends_at_ms, Some(utc("2027-10-31T01:30").timestamp_millis()));
        assert_eq!(night.overlap, Some(Overlap::Earlier));
    }

    #[test]
    fn a_duration_is_elapsed_time() {
        let zone = Tz::Europe__Berlin;
        let now_ms = utc("2027-01-01T00:00").timestamp_millis();
        let night = OccurrenceTimes::lasting(at("2027-03-28T01:00"), 180, zone, None, now_ms).unwrap();
        assert_eq!(night.ends_local, Some(at("2027-03-28T05:00")));
        assert_eq!(
            OccurrenceTimes::lasting(at("2027-03-28T01:00"), 0, zone, None, now_ms)
                .unwrap_err()
                .code,
            "BAD_DURATION"
        );
    }
}
