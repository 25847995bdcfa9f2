//! What a venue needs.

use chrono_tz::Tz;

use super::{Invalid, text};

const MAX_NAME_CHARACTERS: usize = 120;
const MAX_LINES: usize = 6;
const MAX_LINE_CHARACTERS: usize = 120;
const MAX_CITY_CHARACTERS: usize = 80;
pub const MAX_CAPACITY: i32 = 1_000_000;

/// A venue's facts as they come in.
#[derive(Clone, Debug)]
pub struct VenueInput {
    pub name: String,
    pub lines: Vec<String>,
    pub city: String,
    pub country_code: String,
    pub zone: Tz,
    pub capacity: Option<i32>,
}

/// A venue's facts, checked and tidied. `country_code` is two capital letters (ISO 3166-1).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VenueFacts {
    pub name: String,
    pub lines: Vec<String>,
    pub city: String,
    pub country_code: String,
    pub zone: Tz,
    pub capacity: Option<i32>,
}

impl VenueFacts {
    pub fn parse(input: VenueInput) -> Result<Self, Invalid> {
        let mut lines = Vec::new();
        for words in &input.lines {
            lines.extend(text::optional_line(words, MAX_LINE_CHARACTERS, &["lines"])?);
        }
        if lines.is_empty() || lines.len() > MAX_LINES {
            return Err(Invalid::new(
                "BAD_ADDRESS",
                format!("An address has one to {MAX_LINES} lines."),
                &["lines"],
            ));
        }
        let country_code = input.country_code.trim().to_ascii_uppercase();
        if country_code.len() != 2 || !country_code.bytes().all(|byte| byte.is_ascii_uppercase()) {
            return Err(Invalid::new(
                "BAD_COUNTRY",
                "A country is two letters, such as DE or JP.",
                &["countryCode"],
            ));
        }
        if input.capacity.is_some_and(|capacity| !(1..=MAX_CAPACITY).contains(&capacity)) {
            return Err(Invalid::new(
                "BAD_CAPACITY",
                format!("A capacity goes from 1 to {MAX_CAPACITY}."),
                &["capacity"],
            ));
        }
        Ok(Self {
            name: text::line(&input.name, MAX_NAME_CHARACTERS, &["name"])?,
            lines,
            city: text::line(&input.city, MAX_CITY_CHARACTERS, &["city"])?,
            country_code,
            zone: input.zone,
            capacity: input.capacity,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn input() -> VenueInput {
        VenueInput {
            name: " Kesselhaus  am Ufer".to_owned(),
            lines: vec!["Uferweg 3".to_owned(), " ".to_owned()],
            city: "Berlin".to_owned(),
            country_code: "de".to_owned(),
            zone: Tz::Europe__Berlin,
            capacity: Some(400),
        }
    }

    #[test]
    fn venues_are_checked() {
        let facts = VenueFacts::parse(input()).unwrap();
        assert_eq!((facts.name.as_str(), facts.country_code.as_str()), ("Kesselhaus am Ufer", "DE"));
        assert_eq!(facts.lines, ["Uferweg 3"]);
        let refused = [
            (
                VenueInput {
                    name: String::new(),
                    ..input()
                },
                "name",
            ),
            (
                VenueInput {
                    lines: Vec::new(),
                    ..input()
                },
                "lines",
            ),
            (
                VenueInput {
                    city: " ".to_owned(),
                    ..input()
                },
                "city",
            ),
            (
                VenueInput {
                    country_code: "DEU".to_owned(),
                    ..input()
                },
                "countryCode",
            ),
            (
                VenueInput {
                    capacity: Some(0),
                    ..input()
                },
                "capacity",
            ),
        ];
        for (input, path) in refused {
            assert_eq!(VenueFacts::parse(input).unwrap_err().path, [path]);
        }
    }
}
