//! The selections inside `@key`, `@requires`, `@provides` and `@fromContext`. Offsets are bytes within the string's value.

use super::source::{common_indent, is_blank};
use super::{Name, Value};
use std::fmt;

/// A parsed field set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldSet {
    pub selections: Vec<Selection>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Selection {
    Field {
        name: Name,
        alias: Option<Name>,
        arguments: Vec<(Name, Value)>,
        directives: Vec<Name>,
        selections: Vec<Selection>,
        offset: usize,
    },
    Inline {
        condition: Option<Name>,
        directives: Vec<Name>,
        selections: Vec<Selection>,
        offset: usize,
    },
}

impl Selection {
    pub fn selections(&self) -> &[Selection] {
        match self {
            Selection::Field { selections, .. } | Selection::Inline { selections, .. } => selections,
        }
    }

    /// Whether both give the same response key or narrow to the same type, so that what is below them goes together.
    fn is_same_place(&self, other: &Selection) -> bool {
        match (self, other) {
            (
                Selection::Field {
                    name,
                    alias,
                    arguments,
                    directives,
                    ..
                },
                Selection::Field {
                    name: other_name,
                    alias: other_alias,
                    arguments: other_arguments,
                    directives: other_directives,
                    ..
                },
            ) => name == other_name && alias == other_alias && arguments == other_arguments && directives == other_directives,
            (
                Selection::Inline { condition, directives, .. },
                Selection::Inline {
                    condition: other_condition,
                    directives: other_directives,
                    ..
                },
            ) => condition == other_condition && directives == other_directives,
            _ => false,
        }
    }

    /// Where it begins.
    pub fn offset(&self) -> usize {
        match self {
            Selection::Field { offset, .. } | Selection::Inline { offset, .. } => *offset,
        }
    }
}

/// Why and where a field set cannot be read.
#[derive(Debug)]
pub(crate) struct FieldSetError {
    pub message: String,
    pub offset: usize,
}

impl FieldSet {
    /// Reads a field set, with or without outer braces. Braces come first if at all: after a comment they open nothing.
    pub fn parse(text: &str) -> Result<FieldSet, FieldSetError> {
        let mut parser = Parser::new(text);
        let is_braced = text.trim_start().starts_with('{');
        parser.skip_ignored();
        if is_braced {
            parser.eat("{");
        }
        let selections = parser.selections()?;
        if is_braced && !parser.eat("}") {
            return Err(parser.unexpected("a closing brace"));
        }
        if parser.at < text.len() {
            return Err(parser.unexpected("the end of the selection"));
        }
        if !is_braced && parser.ends_in_comment {
            return Err(FieldSetError {
                message: "it ends in a comment, which would hide the end of the selection".into(),
                offset: text.rfind('#').unwrap_or(0),
            });
        }
        if selections.is_empty() {
            return Err(FieldSetError {
                message: "it selects nothing".into(),
                offset: 0,
            });
        }
        Ok(FieldSet { selections })
    }

    /// The same with each field once in its place: repeated ones are put together where they first stand.
    pub fn merged(&self) -> FieldSet {
        FieldSet {
            selections: merge(&self.selections),
        }
    }

    /// One text for all field sets that select the same, whatever their order and repetitions.
    pub fn normalized(&self) -> String {
        normalize_all(&self.merged().selections)
    }
}

fn merge(selections: &[Selection]) -> Vec<Selection> {
    let mut merged: Vec<Selection> = Vec::with_capacity(selections.len());
    for selection in selections {
        match merged.iter_mut().find(|known| known.is_same_place(selection)) {
            Some(Selection::Field { selections, .. } | Selection::Inline { selections, .. }) => {
                selections.extend_from_slice(selection.selections());
            }
            None => merged.push(selection.clone()),
        }
    }
    for selection in &mut merged {
        let (Selection::Field { selections, .. } | Selection::Inline { selections, .. }) = selection;
        if !selections.is_empty() {
            *selections = merge(selections);
        }
    }
    merged
}

fn normalize_all(selections: &[Selection]) -> String {
    let mut parts: Vec<String> = selections.iter().map(normalize).collect();
    parts.sort();
    parts.join(" ")
}

fn normalize(selection: &Selection) -> String {
    let inner = normalize_all(selection.selections());
    let mut text = match selection {
        Selection::Field { name, arguments, .. } if arguments.is_empty() => name.to_string(),
        Selection::Field { name, arguments, .. } => {
            let mut arguments: Vec<String> = arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            arguments.sort();
            format!("{name}({})", arguments.join(", "))
        }
        Selection::Inline {
            condition: Some(condition),
            ..
        } => format!("... on {condition}"),
        Selection::Inline { condition: None, .. } => "...".to_string(),
    };
    if !inner.is_empty() {
        text = format!("{text} {{ {inner} }}");
    }
    text
}

impl fmt::Display for FieldSet {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts: Vec<String> = self.selections.iter().map(normalize).collect();
        out.write_str(&parts.join(" "))
    }
}

/// The text after spaces, commas and comments (October 2021, section 2.1.7).
pub(super) fn skip_ignored(text: &str) -> &str {
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches([' ', '\t', '\n', '\r', ',', '\u{feff}']);
        if !rest.starts_with('#') {
            return rest;
        }
        rest = &rest[rest.find(['\n', '\r']).unwrap_or(rest.len())..];
    }
}

/// Bytes of the name that the text begins with (October 2021, section 2.1.9); 0 if it begins with none.
pub(super) fn name_length(text: &str) -> usize {
    let is_start = |byte: u8| byte.is_ascii_alphabetic() || byte == b'_';
    if !text.bytes().next().is_some_and(is_start) {
        return 0;
    }
    text.bytes().take_while(|byte| is_start(*byte) || byte.is_ascii_digit()).count()
}

/// Whether the whole text is one name.
pub(crate) fn is_name(text: &str) -> bool {
    !text.is_empty() && name_length(text) == text.len()
}

struct Parser<'a> {
    text: &'a str,
    at: usize,
    /// The last thing skipped was a comment without a line end.
    ends_in_comment: bool,
}

/// Nesting beyond this is refused rather than followed.
const MAX_DEPTH: usize = 64;

impl<'a> Parser<'a> {
    fn new(text: &'a str) -> Self {
        Parser {
            text,
            at: 0,
            ends_in_comment: false,
        }
    }

    fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    fn skip_ignored(&mut self) {
        let skipped = skip_ignored(self.rest());
        self.ends_in_comment |= skipped.is_empty() && self.rest().rsplit(['\n', '\r']).next().is_some_and(|line| line.contains('#'));
        self.at = self.text.len() - skipped.len();
    }

    fn eat(&mut self, token: &str) -> bool {
        let found = self.rest().starts_with(token);
        if found {
            self.at += token.len();
            self.skip_ignored();
        }
        found
    }

    fn name(&mut self) -> Option<Name> {
        let rest = self.rest();
        let length = name_length(rest);
        if length == 0 {
            return None;
        }
        self.at += length;
        self.skip_ignored();
        Some(rest[..length].into())
    }

    fn expect_name(&mut self) -> Result<Name, FieldSetError> {
        self.name().ok_or_else(|| self.unexpected("a name"))
    }

    fn unexpected(&self, wanted: &str) -> FieldSetError {
        let found = match self.rest().chars().next() {
            Some(character) => format!("found \"{character}\""),
            None => "it ends".to_string(),
        };
        FieldSetError {
            message: format!("{found} where {wanted} should be"),
            offset: self.at,
        }
    }

    fn selections(&mut self) -> Result<Vec<Selection>, FieldSetError> {
        self.selections_at(0)
    }

    fn selections_at(&mut self, depth: usize) -> Result<Vec<Selection>, FieldSetError> {
        if depth > MAX_DEPTH {
            let message = format!("it nests deeper than {MAX_DEPTH} levels");
            return Err(FieldSetError { message, offset: self.at });
        }
        let mut selections = Vec::new();
        while !self.rest().is_empty() && !self.rest().starts_with('}') {
            selections.push(self.selection(depth)?);
        }
        Ok(selections)
    }

    fn selection(&mut self, depth: usize) -> Result<Selection, FieldSetError> {
        let offset = self.at;
        if self.eat("...") {
            let mut condition = None;
            if let Some(word) = self.name() {
                if &*word != "on" {
                    let message = format!("it spreads the fragment \"{word}\"; field sets have no named fragments");
                    return Err(FieldSetError { message, offset });
                }
                condition = Some(self.expect_name()?);
            }
            let directives = self.directives()?;
            let selections = self.braces(depth)?.ok_or_else(|| self.unexpected("an opening brace"))?;
            return Ok(Selection::Inline {
                condition,
                directives,
                selections,
                offset,
            });
        }
        let mut name = self.expect_name()?;
        let mut alias = None;
        if self.eat(":") {
            alias = Some(std::mem::replace(&mut name, self.expect_name()?));
        }
        let arguments = self.arguments()?;
        let directives = self.directives()?;
        let selections = self.braces(depth)?.unwrap_or_default();
        Ok(Selection::Field {
            name,
            alias,
            arguments,
            directives,
            selections,
            offset,
        })
    }

    fn braces(&mut self, depth: usize) -> Result<Option<Vec<Selection>>, FieldSetError> {
        if !self.eat("{") {
            return Ok(None);
        }
        let selections = self.selections_at(depth + 1)?;
        if selections.is_empty() || !self.eat("}") {
            return Err(self.unexpected("a field"));
        }
        Ok(Some(selections))
    }

    fn directives(&mut self) -> Result<Vec<Name>, FieldSetError> {
        let mut found = Vec::new();
        while self.eat("@") {
            found.push(self.expect_name()?);
            self.arguments()?;
        }
        Ok(found)
    }

    fn arguments(&mut self) -> Result<Vec<(Name, Value)>, FieldSetError> {
        let mut arguments = Vec::new();
        if self.eat("(") {
            while arguments.is_empty() || !self.eat(")") {
                let name = self.expect_name()?;
                if !self.eat(":") {
                    return Err(self.unexpected("a colon"));
                }
                arguments.push((name, self.value(0)?));
            }
        }
        Ok(arguments)
    }

    fn value(&mut self, depth: usize) -> Result<Value, FieldSetError> {
        if depth > MAX_DEPTH {
            return Err(self.unexpected("a shallower value"));
        }
        if self.eat("[") {
            let mut items = Vec::new();
            while !self.eat("]") {
                items.push(self.value(depth + 1)?);
            }
            return Ok(Value::List(items));
        }
        if self.eat("{") {
            let mut fields = Vec::new();
            while !self.eat("}") {
                let name = self.expect_name()?;
                if !self.eat(":") {
                    return Err(self.unexpected("a colon"));
                }
                fields.push((name, self.value(depth + 1)?));
            }
            return Ok(Value::Object(fields));
        }
        if self.eat("$") {
            return Ok(Value::Variable(self.expect_name()?));
        }
        if self.rest().starts_with("\"\"\"") {
            return self.block_string();
        }
        if self.rest().starts_with('"') {
            return self.string();
        }
        if let Some(name) = self.name() {
            return Ok(match &*name {
                "null" => Value::Null,
                "true" => Value::Boolean(true),
                "false" => Value::Boolean(false),
                _ => Value::Enum(name),
            });
        }
        self.number()
    }

    fn number(&mut self) -> Result<Value, FieldSetError> {
        let rest = self.rest();
        let length = rest
            .bytes()
            .take_while(|byte| byte.is_ascii_digit() || b"+-.eE".contains(byte))
            .count();
        let text = &rest[..length];
        if text.parse::<f64>().is_err() {
            return Err(self.unexpected("a constant value"));
        }
        self.at += length;
        self.skip_ignored();
        let is_float = text.contains(['.', 'e', 'E']);
        Ok(if is_float {
            Value::Float(text.to_string())
        } else {
            Value::Int(text.to_string())
        })
    }

    fn block_string(&mut self) -> Result<Value, FieldSetError> {
        let body = &self.rest()[3..];
        let mut length = 0;
        loop {
            let Some(end) = body[length..].find("\"\"\"") else {
                return Err(self.unexpected("a terminated string"));
            };
            length += end;
            if !body[..length].ends_with('\\') {
                break;
            }
            length += 3;
        }
        let text = block_string_value(&body[..length]);
        self.at += length + 6;
        self.skip_ignored();
        Ok(Value::String(text))
    }

    fn string(&mut self) -> Result<Value, FieldSetError> {
        let rest = &self.rest()[1..];
        let mut text = String::new();
        let mut characters = rest.char_indices();
        while let Some((index, character)) = characters.next() {
            match character {
                '"' => {
                    self.at += index + 2;
                    self.skip_ignored();
                    return Ok(Value::String(text));
                }
                '\\' => match characters.next().map(|(_, escaped)| escaped) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('r') => text.push('\r'),
                    Some('b') => text.push('\u{8}'),
                    Some('f') => text.push('\u{c}'),
                    Some('u') => {
                        let hex: String = characters.by_ref().take(4).map(|(_, digit)| digit).collect();
                        let code = u32::from_str_radix(&hex, 16).ok().and_then(char::from_u32);
                        text.push(code.ok_or_else(|| self.unexpected("a valid string"))?);
                    }
                    Some(other) => text.push(other),
                    None => break,
                },
                other => text.push(other),
            }
        }
        Err(self.unexpected("a terminated string"))
    }
}

/// The value of a block string, from what stands between its quotes (October 2021, section 2.9.4).
fn block_string_value(body: &str) -> String {
    let body = body.replace("\\\"\"\"", "\"\"\"");
    let lines: Vec<&str> = body.lines().collect();
    let common = common_indent(&lines);
    let cut: Vec<&str> = lines
        .iter()
        .enumerate()
        .map(|(index, line)| if index == 0 { line } else { &line[common.min(line.len())..] })
        .collect();
    let first = cut.iter().position(|line| !is_blank(line)).unwrap_or(cut.len());
    let last = cut.iter().rposition(|line| !is_blank(line)).map_or(first, |last| last + 1);
    cut[first..last].join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn order_and_braces_do_not_matter() {
        let one = FieldSet::parse("{ b { y x } a }").unwrap().normalized();
        let two = FieldSet::parse("a, b{x y}").unwrap().normalized();
        assert_eq!(one, two);
    }

    #[test]
    fn repetitions_do_not_matter() {
        let one = FieldSet::parse("a a b { x } ... on T { c } b { y x } ... on T { d }")
            .unwrap()
            .normalized();
        let two = FieldSet::parse("a b { x y } ... on T { d c }").unwrap().normalized();
        assert_eq!(one, two);
    }

    #[test]
    fn comments_may_not_hide_the_end() {
        assert!(FieldSet::parse("{ id } # key").is_ok());
        assert!(FieldSet::parse("# key\n id # the one\n").is_ok());
        for text in ["id # key", "# key\n{ id }", "{ id # key }"] {
            assert!(FieldSet::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn arguments_take_any_literal() {
        let text = "a(s: \"#\", b: \"\"\"\n  two\n    lines\n  \"\"\", v: $v, l: [1 -2.5], o: {x: A})";
        let set = FieldSet::parse(text).unwrap();
        let Selection::Field { arguments, .. } = &set.selections[0] else {
            panic!()
        };
        assert_eq!(arguments[0].1, Value::string("#"));
        assert_eq!(arguments[1].1, Value::string("two\n  lines"));
        assert_eq!(arguments[2].1, Value::Variable("v".into()));
    }

    #[test]
    fn errors_say_where() {
        assert_eq!(FieldSet::parse("a { b").unwrap_err().offset, 5);
        assert_eq!(FieldSet::parse("a ! b").unwrap_err().offset, 2);
        assert!(FieldSet::parse("").is_err());
        assert!(FieldSet::parse(&"a{".repeat(500)).is_err());
    }
}
