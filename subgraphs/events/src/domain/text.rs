//! The texts of an event: how long they may be, and what they may hold.

use super::Invalid;

pub const MAX_TITLE_CHARACTERS: usize = 120;
pub const MAX_SUMMARY_CHARACTERS: usize = 300;
pub const MAX_DESCRIPTION_CHARACTERS: usize = 20_000;
pub const MAX_REASON_CHARACTERS: usize = 500;

/// One line: outer blanks are cut, inner ones become single spaces. Refuses an empty line, control characters and
/// more than `max_characters`.
pub fn line(text: &str, max_characters: usize, path: &[&str]) -> Result<String, Invalid> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() {
        return Err(Invalid::new("REQUIRED", "This must not be empty.", path));
    }
    check(&line, max_characters, path)?;
    Ok(line)
}

/// One line, or nothing when it is blank.
pub fn optional_line(text: &str, max_characters: usize, path: &[&str]) -> Result<Option<String>, Invalid> {
    if text.trim().is_empty() {
        Ok(None)
    } else {
        line(text, max_characters, path).map(Some)
    }
}

/// A text of several lines, or nothing when it is blank.
pub fn paragraphs(text: &str, max_characters: usize, path: &[&str]) -> Result<Option<String>, Invalid> {
    let text = text.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Ok(None);
    }
    check(&text, max_characters, path)?;
    Ok(Some(text))
}

fn check(text: &str, max_characters: usize, path: &[&str]) -> Result<(), Invalid> {
    if text.chars().count() > max_characters {
        return Err(Invalid::new("TOO_LONG", format!("Use at most {max_characters} characters."), path));
    }
    if text
        .chars()
        .any(|character| character.is_control() && character != '\n' && character != '\t')
    {
        return Err(Invalid::new("CONTROL_CHARACTER", "Remove the control characters.", path));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_tidied_and_checked() {
        assert_eq!(line("  Winter \n  Lights ", 20, &["title"]).unwrap(), "Winter Lights");
        assert_eq!(line("äöü", 3, &["title"]).unwrap(), "äöü");
        for (text, code) in [("  ", "REQUIRED"), ("abcd", "TOO_LONG"), ("a\u{0}", "CONTROL_CHARACTER")] {
            let invalid = line(text, 3, &["title"]).unwrap_err();
            assert_eq!((invalid.code, invalid.path), (code, vec!["title".to_owned()]));
        }
        assert_eq!(optional_line(" ", 3, &["summary"]), Ok(None));
    }

    #[test]
    fn paragraphs_keep_their_lines() {
        assert_eq!(paragraphs("a\r\n\r\nb\n", 10, &[]).unwrap(), Some("a\n\nb".to_owned()));
        assert_eq!(paragraphs(" \n", 10, &[]), Ok(None));
        assert_eq!(paragraphs("a\u{7}", 10, &[]).unwrap_err().code, "CONTROL_CHARACTER");
    }
}
