//! The scalars all subgraphs share. `DateTime` is chrono's `DateTime<Utc>` and `UUID` is `uuid::Uuid`.

use async_graphql::{InputValueError, InputValueResult, Scalar, ScalarType, Value};
use chrono::NaiveDateTime;

const LONG_LIMIT: i64 = (1 << 53) - 1;

/// 64-bit integer serialised as a JSON number; |n| <= 2^53-1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct Long(pub i64);

/// 64-bit integer serialised as a JSON number; |n| <= 2^53-1.
#[Scalar(name = "Long")]
impl ScalarType for Long {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::Number(number) => match number.as_i64() {
                Some(number) if number.abs() <= LONG_LIMIT => Ok(Self(number)),
                _ => Err(InputValueError::custom("a Long is a whole number of at most 2^53-1")),
            },
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::Number(self.0.into())
    }
}

macro_rules! text_scalar {
    ($(#[doc = $doc:literal])* $type:ident, $name:literal, |$text:ident| $valid:expr, $reason:literal) => {
        $(#[doc = $doc])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        pub struct $type(pub String);

        $(#[doc = $doc])*
        #[Scalar(name = $name)]
        impl ScalarType for $type {
            fn parse(value: Value) -> InputValueResult<Self> {
                match value {
                    Value::String($text) => {
                        if $valid { Ok(Self($text)) } else { Err(InputValueError::custom($reason)) }
                    }
                    _ => Err(InputValueError::expected_type(value)),
                }
            }

            fn to_value(&self) -> Value {
                Value::String(self.0.clone())
            }
        }
    };
}

text_scalar!(
    /// A currency by its ISO 4217 code, such as EUR.
    CurrencyCode, "CurrencyCode", |text| text.len() == 3 && text.bytes().all(|letter| letter.is_ascii_uppercase()),
    "a CurrencyCode is three capital letters, such as EUR"
);
text_scalar!(
    /// An absolute URL.
    Url, "URL", |text| text.len() <= 2048 && text.parse::<http::Uri>().is_ok_and(|url| url.scheme().is_some() && url.host().is_some()),
    "a URL is absolute and of at most 2048 characters"
);
text_scalar!(
    /// Text in CommonMark.
    Markdown, "Markdown", |text| text.len() <= 65_536, "a Markdown text has at most 65536 bytes"
);

/// A wall-clock time without a zone, such as 2027-03-28T20:00:00.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
pub struct LocalDateTime(pub NaiveDateTime);

/// A wall-clock time without a zone, such as 2027-03-28T20:00:00.
#[Scalar(name = "LocalDateTime")]
impl ScalarType for LocalDateTime {
    fn parse(value: Value) -> InputValueResult<Self> {
        let Value::String(text) = &value else {
            return Err(InputValueError::expected_type(value));
        };
        ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M"]
            .iter()
            .find_map(|format| NaiveDateTime::parse_from_str(text, format).ok())
            .map(Self)
            .ok_or_else(|| InputValueError::custom("a LocalDateTime looks like 2027-03-28T20:00:00"))
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.format("%Y-%m-%dT%H:%M:%S").to_string())
    }
}

/// A time zone by its IANA name, such as Europe/Berlin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeZone(pub chrono_tz::Tz);

/// A time zone by its IANA name, such as Europe/Berlin.
#[Scalar(name = "TimeZone")]
impl ScalarType for TimeZone {
    fn parse(value: Value) -> InputValueResult<Self> {
        match &value {
            Value::String(text) => text
                .parse()
                .map(Self)
                .map_err(|_| InputValueError::custom("a TimeZone is an IANA name, such as Europe/Berlin")),
            _ => Err(InputValueError::expected_type(value)),
        }
    }

    fn to_value(&self) -> Value {
        Value::String(self.0.name().to_owned())
    }
}
