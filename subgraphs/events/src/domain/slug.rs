//! Names for addresses and for searching: letters without marks, in lower case.

use super::Invalid;

pub const MAX_SLUG_LENGTH: usize = 80;

/// The last part of an event's address: lower-case letters, digits and single hyphens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slug(String);

impl Slug {
    /// One the organiser chose.
    pub fn parse(text: &str) -> Result<Self, Invalid> {
        let text = text.trim();
        let well_formed = !text.is_empty()
            && text.len() <= MAX_SLUG_LENGTH
            && text
                .split('-')
                .all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit()));
        if well_formed {
            Ok(Self(text.to_owned()))
        } else {
            Err(Invalid::new(
                "BAD_SLUG",
                format!("Use up to {MAX_SLUG_LENGTH} lower-case letters and digits, with single hyphens between them."),
                &["slug"],
            ))
        }
    }

    /// One made from a title; "event" when the title has no letter or digit that an address can show.
    pub fn of_title(title: &str) -> Self {
        let mut slug = String::new();
        for character in fold(title).chars() {
            if character.is_ascii_alphanumeric() {
                slug.push(character);
            } else if character != '\'' && character != '’' && !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
            if slug.len() == MAX_SLUG_LENGTH {
                break;
            }
        }
        let slug = slug.trim_end_matches('-');
        Self(if slug.is_empty() { "event".to_owned() } else { slug.to_owned() })
    }

    /// The `number`th try when others have the same: `winter-lights-2`.
    pub fn numbered(&self, number: usize) -> Self {
        let suffix = format!("-{number}");
        let kept = self.0.len().min(MAX_SLUG_LENGTH - suffix.len());
        Self(format!("{}{suffix}", self.0[..kept].trim_end_matches('-')))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// `text` in lower case and without the marks of Latin letters, so that "Café Zürich" is found by "cafe zurich".
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        let plain = match character {
            'à' | 'á' | 'â' | 'ã' | 'ä' | 'å' | 'ā' | 'ă' | 'ą' => "a",
            'æ' => "ae",
            'ç' | 'ć' | 'ĉ' | 'ċ' | 'č' => "c",
            'ď' | 'đ' | 'ð' => "d",
            'è' | 'é' | 'ê' | 'ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => "e",
            'ĝ' | 'ğ' | 'ġ' | 'ģ' => "g",
            'ĥ' | 'ħ' => "h",
            'ì' | 'í' | 'î' | 'ï' | 'ĩ' | 'ī' | 'ĭ' | 'į' | 'ı' => "i",
            'ĵ' => "j",
            'ķ' => "k",
            'ĺ' | 'ļ' | 'ľ' | 'ŀ' | 'ł' => "l",
            'ñ' | 'ń' | 'ņ' | 'ň' => "n",
            'ò' | 'ó' | 'ô' | 'õ' | 'ö' | 'ø' | 'ō' | 'ŏ' | 'ő' => "o",
            'œ' => "oe",
            'ŕ' | 'ŗ' | 'ř' => "r",
            'ś' | 'ŝ' | 'ş' | 'š' | 'ș' => "s",
            'ß' => "ss",
            'ţ' | 'ť' | 'ŧ' | 'ț' => "t",
            'þ' => "th",
            'ù' | 'ú' | 'û' | 'ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' | 'ų' => "u",
            'ŵ' => "w",
            'ý' | 'ÿ' | 'ŷ' => "y",
            'ź' | 'ż' | 'ž' => "z",
            // Combining marks, as in a letter written as letter and mark.
            '\u{300}'..='\u{36f}' => "",
            other => {
                folded.push(other);
                continue;
            }
        };
        folded.push_str(plain);
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_slugs() {
        let cases = [
            ("Winter Lights", "winter-lights"),
            ("  Łódź & Zürich: l'été – Teil 2! ", "lodz-zurich-lete-teil-2"),
            ("Straße", "strasse"),
            ("東京", "event"),
            ("Tokyo 東京 Nights", "tokyo-nights"),
            ("---", "event"),
        ];
        for (title, expected) in cases {
            let slug = Slug::of_title(title);
            assert_eq!(slug.as_str(), expected, "{title}");
            assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
        }
        let long = Slug::of_title(&"a b".repeat(100));
        assert!(long.as_str().len() <= MAX_SLUG_LENGTH);
        assert!(Slug::parse(long.numbered(123).as_str()).is_ok());
        assert_eq!(Slug::of_title("Winter Lights").numbered(2).as_str(), "winter-lights-2");
    }

    #[test]
    fn chosen_slugs_are_checked() {
        assert!(Slug::parse("winter-lights-2027").is_ok());
        for bad in ["", "-", "a--b", "-a", "a-", "Winter", "a b", "ä", &"a".repeat(MAX_SLUG_LENGTH + 1)] {
            assert_eq!(Slug::parse(bad).unwrap_err().code, "BAD_SLUG", "{bad}");
        }
    }

    #[test]
    fn marks_do_not_matter() {
        assert_eq!(fold("CAFÉ Zürich"), "cafe zurich");
        assert_eq!(fold("Cafe\u{301}"), "cafe");
        assert_eq!(fold("東京 Ångström"), "東京 angstrom");
    }
}
