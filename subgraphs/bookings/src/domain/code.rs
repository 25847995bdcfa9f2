//! The codes people read out: a booking's, unique per organiser, and a ticket's, which is the booking's and a number.

/// Without 0, O, 1 and I, which are taken for each other.
pub const ALPHABET: &str = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
/// Lengths to try in turn when a code is taken.
pub const LENGTHS: [usize; 6] = [5, 5, 6, 6, 7, 8];

/// The code of the `number`th ticket (from 1) of a booking.
pub fn ticket_code(booking_code: &str, number: i64) -> String {
    format!("{booking_code}-{number}")
}

/// A typed ticket code in its one spelling: capitals, no blanks, one hyphen. `None` when it cannot be one.
pub fn parse_ticket_code(text: &str) -> Option<String> {
    let text: String = text
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect::<String>()
        .to_uppercase();
    let (booking, number) = text.split_once('-')?;
    let number: i64 = number.parse().ok().filter(|number| (1..=999).contains(number))?;
    let known = (5..=8).contains(&booking.len()) && booking.chars().all(|letter| ALPHABET.contains(letter));
    known.then(|| ticket_code(booking, number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typed_codes_have_one_spelling() {
        for (typed, expected) in [
            ("K7M2Q-1", Some("K7M2Q-1")),
            (" k7m2q - 01 ", Some("K7M2Q-1")),
            ("K7M2Q", None),
            ("K7M2Q-0", None),
            ("K7M2Q--1", None),
            ("K7M2O-1", None),
            ("K7M2-1", None),
            ("K7M2Q2345-1", None),
            ("", None),
        ] {
            assert_eq!(parse_ticket_code(typed).as_deref(), expected, "{typed}");
        }
    }

    #[test]
    fn the_alphabet_confuses_nobody() {
        assert_eq!(ALPHABET.len(), 32);
        assert!("0O1I".chars().all(|letter| !ALPHABET.contains(letter)));
    }
}
