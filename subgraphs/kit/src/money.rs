//! Money in the smallest unit of its currency. No floats anywhere.

use async_graphql::Object;

use crate::scalars::{CurrencyCode, Long};

/// The largest amount there is: what a JSON number carries exactly.
pub const MAX_AMOUNT_MINOR: i64 = (1 << 53) - 1;

/// Currencies with other than two decimal places (ISO 4217).
const EXPONENTS: &[(&str, i32)] = &[
    ("BHD", 3),
    ("BIF", 0),
    ("CLP", 0),
    ("DJF", 0),
    ("GNF", 0),
    ("IQD", 3),
    ("ISK", 0),
    ("JOD", 3),
    ("JPY", 0),
    ("KMF", 0),
    ("KRW", 0),
    ("KWD", 3),
    ("LYD", 3),
    ("OMR", 3),
    ("PYG", 0),
    ("RWF", 0),
    ("TND", 3),
    ("UGX", 0),
    ("VND", 0),
    ("VUV", 0),
    ("XAF", 0),
    ("XOF", 0),
    ("XPF", 0),
];

/// Currencies with two decimal places that can be sold in.
const TWO_PLACES: &[&str] = &[
    "AED", "ARS", "AUD", "BGN", "BRL", "CAD", "CHF", "CNY", "COP", "CZK", "DKK", "EGP", "EUR", "GBP", "GEL", "HKD", "HUF", "IDR", "ILS",
    "INR", "KES", "KZT", "MAD", "MXN", "MYR", "NGN", "NOK", "NZD", "PEN", "PHP", "PKR", "PLN", "QAR", "RON", "RSD", "SAR", "SEK", "SGD",
    "THB", "TRY", "TWD", "UAH", "USD", "UYU", "ZAR",
];

/// The number of decimal places of a currency; `None` for one that is not known here.
pub fn exponent(currency: &str) -> Option<i32> {
    EXPONENTS
        .iter()
        .find_map(|(code, exponent)| (*code == currency).then_some(*exponent))
        .or_else(|| TWO_PLACES.contains(&currency).then_some(2))
}

/// The currency's code in capitals; `None` for one that is not known here.
pub fn parse_currency(text: &str) -> Option<String> {
    let code = text.trim().to_ascii_uppercase();
    exponent(&code).is_some().then_some(code)
}

/// An amount of money.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Money {
    pub amount_minor: i64,
    pub currency: String,
}

impl Money {
    pub fn new(amount_minor: i64, currency: impl Into<String>) -> Self {
        Self {
            amount_minor,
            currency: currency.into(),
        }
    }

    /// The sum; `None` when the currencies differ or it grows past `MAX_AMOUNT_MINOR`.
    pub fn checked_add(&self, other: &Self) -> Option<Self> {
        (self.currency == other.currency)
            .then(|| self.amount_minor.checked_add(other.amount_minor))
            .flatten()
            .filter(|amount| amount.abs() <= MAX_AMOUNT_MINOR)
            .map(|amount| Self::new(amount, self.currency.clone()))
    }

    /// `quantity` times the amount; `None` when it grows past `MAX_AMOUNT_MINOR`.
    pub fn checked_times(&self, quantity: i64) -> Option<Self> {
        self.amount_minor
            .checked_mul(quantity)
            .filter(|amount| amount.abs() <= MAX_AMOUNT_MINOR)
            .map(|amount| Self::new(amount, self.currency.clone()))
    }
}

/// An amount in a currency's smallest unit.
#[Object(shareable)]
impl Money {
    /// Integer amount in the currency's smallest unit (ISO 4217 exponent). Never a float.
    async fn amount_minor(&self) -> Long {
        Long(self.amount_minor)
    }

    /// ISO 4217 code.
    async fn currency(&self) -> CurrencyCode {
        CurrencyCode(self.currency.clone())
    }

    /// 0 for JPY, 2 for EUR, 3 for KWD.
    async fn exponent(&self) -> i32 {
        exponent(&self.currency).unwrap_or(2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exponents_and_currencies() {
        assert_eq!(
            (exponent("JPY"), exponent("EUR"), exponent("KWD"), exponent("XXX")),
            (Some(0), Some(2), Some(3), None)
        );
        assert_eq!(parse_currency(" eur "), Some("EUR".to_owned()));
        assert_eq!(parse_currency("euro"), None);
    }

    #[test]
    fn arithmetic_refuses_overflow_and_mixed_currencies() {
        let euro = Money::new(150, "EUR");
        assert_eq!(euro.checked_times(3), Some(Money::new(450, "EUR")));
        assert_eq!(euro.checked_times(i64::MAX), None);
        assert_eq!(Money::new(MAX_AMOUNT_MINOR, "EUR").checked_add(&euro), None);
        assert_eq!(euro.checked_add(&Money::new(1, "USD")), None);
    }
}
