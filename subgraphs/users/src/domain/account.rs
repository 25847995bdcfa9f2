//! What an account may look like: address, name, password.

use std::fmt;

pub const MIN_PASSWORD_CHARACTERS: usize = 10;
/// Argon2 hashes any length; this keeps a request from paying for a novel.
pub const MAX_PASSWORD_CHARACTERS: usize = 200;
const MAX_NAME_CHARACTERS: usize = 80;
const MIN_DISTINCT_CHARACTERS: usize = 5;

/// Beginnings of the passwords that are tried first everywhere.
const GUESSED_FIRST: &[&str] = &[
    "password", "passwort", "qwerty", "qwertz", "letmein", "iloveyou", "welcome", "1234567", "abc123", "marquee",
];

/// A normalised e-mail address: trimmed, in lower case.
#[derive(Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// `None` for what cannot be an address: the proof is the mail that arrives.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (local, domain) = text.rsplit_once('@')?;
        let plain = |part: &str| {
            !part.is_empty()
                && !part
                    .chars()
                    .any(|letter| letter.is_whitespace() || letter.is_control() || "<>,;@\"".contains(letter))
        };
        let domain_is_good =
            plain(domain) && domain.contains('.') && !domain.starts_with('.') && !domain.ends_with('.') && !domain.contains("..");
        (text.len() <= 254 && local.len() <= 64 && plain(local) && domain_is_good).then_some(Self(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

// Addresses stay out of logs.
impl fmt::Debug for Email {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Email(…)")
    }
}

/// A display name: trimmed, 1 to 80 characters without control characters.
pub fn parse_display_name(text: &str) -> Option<String> {
    let name = text.trim();
    (!name.is_empty() && name.chars().count() <= MAX_NAME_CHARACTERS && !name.chars().any(char::is_control)).then(|| name.to_owned())
}

/// A language tag such as "en" or "de-AT".
pub fn parse_locale(text: &str) -> Option<String> {
    let mut parts = text.trim().split('-');
    let language = parts.next()?;
    let good = (2..=3).contains(&language.len())
        && language.bytes().all(|letter| letter.is_ascii_alphabetic())
        && parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|letter| letter.is_ascii_alphanumeric()));
    (good && text.trim().len() <= 35).then(|| text.trim().to_owned())
}

/// Why a password is refused, with a score from 0 (guessed at once) to 4.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WeakPassword {
    pub score: i32,
    pub reason: &'static str,
}

/// Accepts a password that is long, varied and not made of what everyone knows about its owner.
pub fn check_password(password: &str, email: &Email, display_name: &str) -> Result<(), WeakPassword> {
    let length = password.chars().count();
    let lower = password.to_lowercase();
    let mut distinct: Vec<char> = lower.chars().collect();
    distinct.sort_unstable();
    distinct.dedup();
    let local = email.as_str().split('@').next().unwrap_or_default();
    if length < MIN_PASSWORD_CHARACTERS {
        return Err(WeakPassword {
            score: i32::from(length > 7),
            reason: "Use at least 10 characters; a sentence is good.",
        });
    }
    if length > MAX_PASSWORD_CHARACTERS {
        return Err(WeakPassword {
            score: 4,
            reason: "Use at most 200 characters.",
        });
    }
    if distinct.len() < MIN_DISTINCT_CHARACTERS || GUESSED_FIRST.iter().any(|guess| lower.starts_with(guess)) {
        return Err(WeakPassword {
            score: 0,
            reason: "This is among the first passwords anyone would try. Use words that do not belong together.",
        });
    }
    let name = display_name.to_lowercase();
    if (local.len() > 3 && lower.contains(local)) || (name.len() > 3 && lower.contains(&name)) {
        return Err(WeakPassword {
            score: 1,
            reason: "Leave your name and address out of the password.",
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses() {
        for good in ["a@b.co", " Ada@Example.ORG ", "first.last+tag@sub.example.com"] {
            assert!(Email::parse(good).is_some(), "{good}");
        }
        assert_eq!(Email::parse(" Ada@Example.ORG ").unwrap().as_str(), "ada@example.org");
        for bad in [
            "", "a", "a@", "@b.co", "a@b", "a b@c.de", "a@b..de", "a@.de", "a,b@c.de", "a@b.de\n", "<a@b.de>",
        ] {
            // A line break at the end is trimmed, not refused.
            assert_eq!(Email::parse(bad).is_some(), bad == "a@b.de\n", "{bad:?}");
        }
    }

    #[test]
    fn passwords() {
        let email = Email::parse("hopper@example.org").unwrap();
        assert_eq!(check_password("correct horse battery", &email, "Grace"), Ok(()));
        for (weak, score) in [
            ("short", 0),
            ("ninechars", 1),
            ("password12345", 0),
            ("aaaaaaaaaaaaaa", 0),
            ("hopper-hopper-x", 1),
            ("grace in the sky", 1),
        ] {
            assert_eq!(
                check_password(weak, &email, "Grace").map_err(|refusal| refusal.score),
                Err(score),
                "{weak}"
            );
        }
    }

    #[test]
    fn locales() {
        for (text, good) in [
            ("en", true),
            ("de-AT", true),
            ("zh-Hant-TW", true),
            ("", false),
            ("e", false),
            ("en_US", false),
            ("en-", false),
        ] {
            assert_eq!(parse_locale(text).is_some(), good, "{text}");
        }
    }
}
