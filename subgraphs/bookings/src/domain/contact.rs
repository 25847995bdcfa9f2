//! How a buyer is reached: what is accepted as a contact.

use contracts::values::Contact;

const NAME_CHARACTERS: usize = 120;
const EMAIL_CHARACTERS: usize = 254;
const PHONE_CHARACTERS: usize = 32;
const LOCALE_CHARACTERS: usize = 35;

/// What is wrong with a contact: the field and a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvalidContact {
    pub field: &'static str,
    pub sentence: &'static str,
}

/// The contact in its stored form: trimmed, the address in lower case.
pub fn parse_contact(name: &str, email: &str, phone: Option<&str>, locale: &str) -> Result<Contact, InvalidContact> {
    let wrong = |field, sentence| Err(InvalidContact { field, sentence });
    let name = name.trim();
    if name.is_empty() || name.chars().count() > NAME_CHARACTERS || name.chars().any(char::is_control) {
        return wrong("name", "Give the name of the buyer, at most 120 characters.");
    }
    let email = email.trim().to_lowercase();
    if !is_address(&email) {
        return wrong("email", "Give an e-mail address, such as ada@example.org.");
    }
    let phone = phone.map(str::trim).filter(|phone| !phone.is_empty());
    let digits = |phone: &str| phone.chars().filter(char::is_ascii_digit).count();
    let dialable = |phone: &str| phone.chars().all(|letter| letter.is_ascii_digit() || "+-()/. ".contains(letter));
    if phone.is_some_and(|phone| phone.len() > PHONE_CHARACTERS || digits(phone) < 4 || !dialable(phone)) {
        return wrong("phone", "Give a telephone number, such as +49 30 1234567, or none.");
    }
    let locale = locale.trim();
    let tag = !locale.is_empty()
        && locale.len() <= LOCALE_CHARACTERS
        && locale.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-');
    if !tag {
        return wrong("locale", "Give a language tag, such as en or de-AT.");
    }
    Ok(Contact {
        name: name.to_owned(),
        email,
        phone: phone.map(str::to_owned),
        locale: locale.to_owned(),
    })
}

fn is_address(text: &str) -> bool {
    let Some((local, domain)) = text.split_once('@') else {
        return false;
    };
    text.len() <= EMAIL_CHARACTERS
        && !local.is_empty()
        && local.len() <= 64
        && !text
            .chars()
            .any(|letter| letter.is_whitespace() || letter.is_control() || "<>(),;:\"\\[]".contains(letter))
        && !domain.contains('@')
        && domain.contains('.')
        && domain
            .split('.')
            .all(|label| !label.is_empty() && !label.starts_with('-') && !label.ends_with('-'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contacts_are_tidied_or_refused_by_field() {
        let contact = parse_contact(" Ada L ", " Ada@Example.ORG ", Some("+49 30 123"), "de-AT").unwrap();
        assert_eq!((contact.name.as_str(), contact.email.as_str()), ("Ada L", "ada@example.org"));
        let cases: [(&str, &str, Option<&str>, &str, &str); 10] = [
            ("", "a@b.de", None, "en", "name"),
            ("a\nb", "a@b.de", None, "en", "name"),
            ("Ada", "a", None, "en", "email"),
            ("Ada", "a@b", None, "en", "email"),
            ("Ada", "a@b@c.de", None, "en", "email"),
            ("Ada", "a b@c.de", None, "en", "email"),
            ("Ada", "a@-c.de", None, "en", "email"),
            ("Ada", "a@b.de\r\nBcc: x@y.de", None, "en", "email"),
            ("Ada", "a@b.de", Some("call me"), "en", "phone"),
            ("Ada", "a@b.de", None, "de_AT!", "locale"),
        ];
        for (name, email, phone, locale, field) in cases {
            assert_eq!(
                parse_contact(name, email, phone, locale).unwrap_err().field,
                field,
                "{name} {email}"
            );
        }
        assert_eq!(parse_contact("Ada", "a@b.de", Some(" "), "en").unwrap().phone, None);
    }
}
