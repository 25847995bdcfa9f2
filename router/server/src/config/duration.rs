//! Durations as operators write them: `"500ms"`, `"30s"`, `"2m"`, `"1h"`.
//! Owns the text form only.

use std::time::Duration;

use serde::{Deserialize, Deserializer, Serializer, de};

use super::read::parse_duration;

pub(super) fn serialize<S: Serializer>(value: &Duration, out: S) -> Result<S::Ok, S::Error> {
    out.serialize_str(&print(*value))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Duration, D::Error> {
    parse_duration(&String::deserialize(input)?).map_err(de::Error::custom)
}

fn print(value: Duration) -> String {
    let millis = value.as_millis();
    if millis.is_multiple_of(1000) {
        format!("{}s", millis / 1000)
    } else {
        format!("{millis}ms")
    }
}

pub(super) mod optional {
    //! The same for a setting that may be absent.
    use super::*;

    pub(in crate::config) fn serialize<S: Serializer>(value: &Option<Duration>, out: S) -> Result<S::Ok, S::Error> {
        match value {
            Some(value) => out.serialize_some(&print(*value)),
            None => out.serialize_none(),
        }
    }

    pub(in crate::config) fn deserialize<'de, D: Deserializer<'de>>(input: D) -> Result<Option<Duration>, D::Error> {
        super::deserialize(input).map(Some)
    }
}
