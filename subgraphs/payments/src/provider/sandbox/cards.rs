//! The test cards: what each number does. Numbers are looked at and forgotten; brand and last four digits stay.

use chrono::Datelike;

use super::Failure;

/// What the card form sends. Never stored, never logged: no `Debug`.
#[derive(serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Card {
    pub card_number: String,
    pub expiry_month: u32,
    pub expiry_year: i32,
    pub cvc: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Behaviour {
    Succeeds,
    /// Charges, but every refund of it fails later.
    RefundFails,
    /// The buyer has to confirm on a page of the bank.
    AsksFirst,
    Slow,
    Declines {
        code: &'static str,
        message: &'static str,
    },
}

/// A card whose data can be right.
#[derive(Debug)]
pub(super) struct Accepted {
    pub(super) behaviour: Behaviour,
    pub(super) brand: &'static str,
    pub(super) last4: String,
}

fn behaviour(number: &str) -> Behaviour {
    let declines = |code, message| Behaviour::Declines { code, message };
    match number {
        "4242424242424242" | "5555555555554444" => Behaviour::Succeeds,
        "4000000000005126" => Behaviour::RefundFails,
        "4000002500003155" => Behaviour::AsksFirst,
        "4000000000000077" => Behaviour::Slow,
        "4000000000000002" => declines("card_declined", "Your card was declined."),
        "4000000000009995" => declines("insufficient_funds", "Your card has insufficient funds."),
        "4000000000000069" => declines("expired_card", "Your card has expired."),
        "4000000000000127" => declines("incorrect_cvc", "Your card's security code is incorrect."),
        _ => declines("card_declined", "Your card was declined: the sandbox knows test cards only."),
    }
}

impl Card {
    /// Looks at the card's data as a bank's form would; `now_ms` decides what has expired.
    pub(super) fn check(&self, now_ms: i64) -> Result<Accepted, Failure> {
        let invalid = |code: &str, message: &str| {
            Err(Failure {
                code: code.to_owned(),
                message: message.to_owned(),
            })
        };
        let number: String = self.card_number.chars().filter(|letter| !matches!(letter, ' ' | '-')).collect();
        if !(12..=19).contains(&number.len()) || !number.bytes().all(|digit| digit.is_ascii_digit()) || !passes_luhn(&number) {
            return invalid("invalid_number", "This card number is not valid.");
        }
        if !(1..=12).contains(&self.expiry_month) {
            return invalid("invalid_expiry_month", "The month is between 1 and 12.");
        }
        let year = if (0..100).contains(&self.expiry_year) {
            self.expiry_year + 2000
        } else {
            self.expiry_year
        };
        let today = kit::clock::datetime(now_ms);
        if (year, self.expiry_month) < (today.year(), today.month()) || year > today.year() + 50 {
            return invalid("invalid_expiry_year", "The card's expiry date is not valid.");
        }
        if !(3..=4).contains(&self.cvc.len()) || !self.cvc.bytes().all(|digit| digit.is_ascii_digit()) {
            return invalid("invalid_cvc", "The security code has 3 or 4 digits.");
        }
        let brand = match number.as_bytes()[0] {
            b'4' => "visa",
            b'5' => "mastercard",
            b'3' => "amex",
            _ => "unknown",
        };
        Ok(Accepted {
            behaviour: behaviour(&number),
            brand,
            last4: number[number.len() - 4..].to_owned(),
        })
    }
}

/// The check digit of card numbers (ISO/IEC 7812-1, annex B).
fn passes_luhn(number: &str) -> bool {
    let sum: u32 = number
        .bytes()
        .rev()
        .enumerate()
        .map(|(place, digit)| {
            let value = u32::from(digit - b'0');
            match place % 2 {
                0 => value,
                _ if value > 4 => value * 2 - 9,
                _ => value * 2,
            }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2027-01-15.
    const NOW_MS: i64 = 1_800_000_000_000;

    fn card(number: &str, month: u32, year: i32, cvc: &str) -> Card {
        Card {
            card_number: number.to_owned(),
            expiry_month: month,
            expiry_year: year,
            cvc: cvc.to_owned(),
        }
    }

    #[test]
    fn test_cards_do_what_they_say() {
        let code = |number: &str| match card(number, 12, 2030, "123").check(NOW_MS).unwrap().behaviour {
            Behaviour::Succeeds => "succeeds",
            Behaviour::RefundFails => "refund_fails",
            Behaviour::AsksFirst => "asks",
            Behaviour::Slow => "slow",
            Behaviour::Declines { code, .. } => code,
        };
        for (number, expected) in [
            ("4242 4242 4242 4242", "succeeds"),
            ("4000-0000-0000-5126", "refund_fails"),
            ("4000002500003155", "asks"),
            ("4000000000000077", "slow"),
            ("4000000000000002", "card_declined"),
            ("4000000000009995", "insufficient_funds"),
            ("4000000000000069", "expired_card"),
            ("4000000000000127", "incorrect_cvc"),
            ("4111111111111111", "card_declined"),
        ] {
            assert_eq!(code(number), expected, "{number}");
        }
        let accepted = card("4242424242424242", 1, 27, "123").check(NOW_MS).unwrap();
        assert_eq!((accepted.brand, accepted.last4.as_str()), ("visa", "4242"));
    }

    #[test]
    fn impossible_cards_are_refused_before_a_try() {
        for (wrong, code) in [
            (card("4242424242424241", 12, 2030, "123"), "invalid_number"),
            (card("4242", 12, 2030, "123"), "invalid_number"),
            (card("424242424242424x", 12, 2030, "123"), "invalid_number"),
            (card("٤٢٤٢٤٢٤٢٤٢٤٢٤٢٤٢", 12, 2030, "123"), "invalid_number"),
            (card("4242424242424242", 0, 2030, "123"), "invalid_expiry_month"),
            (card("4242424242424242", 12, 2026, "123"), "invalid_expiry_year"),
            (card("4242424242424242", 12, i32::MAX, "123"), "invalid_expiry_year"),
            (card("4242424242424242", 12, 2030, "12"), "invalid_cvc"),
        ] {
            assert_eq!(wrong.check(NOW_MS).unwrap_err().code, code);
        }
    }
}
