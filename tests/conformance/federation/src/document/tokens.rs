//! Lexical tokens of GraphQL, with strings decoded. Owns escapes and block strings; must not know any grammar.

/// A token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    /// `!`, `{`, `...` and the like.
    Mark(&'static str),
    /// A name.
    Name(String),
    /// A number as it is written.
    Number(String),
    /// The value of a string or block string.
    Text(String),
}

const MARKS: [&str; 15] = ["...", "!", "$", "&", "(", ")", ":", "=", "@", "[", "]", "{", "|", "}", "%"];

/// The tokens of a text; `None` where a character or a string is no GraphQL.
pub fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if first.is_whitespace() || first == ',' || first == '\u{feff}' {
            rest = &rest[first.len_utf8()..];
        } else if first == '#' {
            rest = rest.find('\n').map_or("", |end| &rest[end..]);
        } else if let Some(body) = rest.strip_prefix("\"\"\"") {
            let (value, after) = block_string(body)?;
            found.push(Token::Text(value));
            rest = after;
        } else if let Some(body) = rest.strip_prefix('"') {
            let (value, after) = string(body)?;
            found.push(Token::Text(value));
            rest = after;
        } else if let Some(mark) = MARKS.iter().find(|mark| rest.starts_with(**mark)) {
            found.push(Token::Mark(mark));
            rest = &rest[mark.len()..];
        } else {
            let is_part = |character: char| character.is_ascii_alphanumeric() || matches!(character, '_' | '-' | '+' | '.');
            let end = rest.find(|character| !is_part(character)).unwrap_or(rest.len());
            let word = &rest[..end];
            let number = first.is_ascii_digit() || first == '-';
            let name = first.is_ascii_alphabetic() || first == '_';
            match (number, name) {
                (true, _) => found.push(Token::Number(word.to_string())),
                (_, true) => {
                    // A name ends before anything that only numbers hold.
                    let end = word.find(['-', '+', '.']).unwrap_or(end);
                    found.push(Token::Name(rest[..end].to_string()));
                    rest = &rest[end..];
                    continue;
                }
                _ => return None,
            }
            rest = &rest[end..];
        }
    }
    Some(found)
}

fn string(body: &str) -> Option<(String, &str)> {
    let mut value = String::new();
    let mut characters = body.char_indices();
    while let Some((at, character)) = characters.next() {
        match character {
            '"' => return Some((value, &body[at + 1..])),
            '\n' => return None,
            '\\' => match characters.next()?.1 {
                'n' => value.push('\n'),
                't' => value.push('\t'),
                'r' => value.push('\r'),
                'b' => value.push('\u{8}'),
                'f' => value.push('\u{c}'),
                'u' => {
                    let hex: String = (0..4).filter_map(|_| characters.next().map(|(_, digit)| digit)).collect();
                    value.push(char::from_u32(u32::from_str_radix(&hex, 16).ok()?).unwrap_or('\u{fffd}'));
                }
                other => value.push(other),
            },
            other => value.push(other),
        }
    }
    None
}

fn block_string(body: &str) -> Option<(String, &str)> {
    let mut end = 0;
    loop {
        end += body[end..].find("\"\"\"")?;
        if !body[..end].ends_with('\\') {
            break;
        }
        end += 3;
    }
    let raw = body[..end].replace("\\\"\"\"", "\"\"\"").replace("\r\n", "\n");
    let lines: Vec<&str> = raw.split('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start_matches([' ', '\t']).len();
    let blank = |line: &str| indent(line) == line.len();
    let common = lines.iter().skip(1).filter(|line| !blank(line)).map(|line| indent(line)).min();
    let mut kept: Vec<&str> = Vec::new();
    for (number, line) in lines.iter().enumerate() {
        let cut = if number == 0 { 0 } else { common.unwrap_or(0).min(line.len()) };
        kept.push(&line[cut..]);
    }
    while kept.first().is_some_and(|line| blank(line)) {
        kept.remove(0);
    }
    while kept.last().is_some_and(|line| blank(line)) {
        kept.pop();
    }
    Some((kept.join("\n"), &body[end + 3..]))
}

/// A text as a string literal.
pub fn quote(text: &str) -> String {
    let mut literal = String::from("\"");
    for character in text.chars() {
        match character {
            '"' => literal.push_str("\\\""),
            '\\' => literal.push_str("\\\\"),
            '\n' => literal.push_str("\\n"),
            '\r' => literal.push_str("\\r"),
            '\t' => literal.push_str("\\t"),
            other if other.is_control() => literal.push_str(&format!("\\u{:04x}", other as u32)),
            other => literal.push(other),
        }
    }
    literal.push('"');
    literal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_are_decoded() {
        assert_eq!(tokens(r#""a\"\u0041""#), Some(vec![Token::Text("a\"A".to_string())]));
        assert_eq!(
            tokens("\"\"\"\n  a\n    b\n  \"\"\""),
            Some(vec![Token::Text("a\n  b".to_string())])
        );
        assert_eq!(tokens("\"open"), None);
    }
}
