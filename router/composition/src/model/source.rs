//! A subgraph's text and places in it.

/// A place in a subgraph's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Span {
    /// Index of the subgraph, in name order.
    pub subgraph: u32,
    /// Byte offset in its SDL; `u32::MAX` when the element has no text of its own.
    pub offset: u32,
}

impl Span {
    pub fn new(subgraph: usize, offset: usize) -> Self {
        Span {
            subgraph: subgraph as u32,
            offset: offset as u32,
        }
    }

    /// A span that only says which subgraph.
    pub fn whole(subgraph: usize) -> Self {
        Span {
            subgraph: subgraph as u32,
            offset: u32::MAX,
        }
    }

    pub fn is_located(self) -> bool {
        self.offset != u32::MAX
    }
}

/// The name and text of one subgraph.
#[derive(Debug)]
pub(crate) struct Source {
    pub name: String,
    pub text: String,
    line_starts: Vec<u32>,
}

impl Source {
    pub fn new(name: String, text: String) -> Self {
        let mut line_starts = vec![0];
        let bytes = text.as_bytes();
        for (index, byte) in bytes.iter().enumerate() {
            // `\r\n` is one line terminator, a lone `\r` another (October 2021, section 2.1.3).
            if *byte == b'\n' || (*byte == b'\r' && bytes.get(index + 1) != Some(&b'\n')) {
                line_starts.push(index as u32 + 1);
            }
        }
        Source { name, text, line_starts }
    }

    /// Line and column in characters, both from 1.
    pub fn line_column(&self, offset: u32) -> (u32, u32) {
        let line = self.line_starts.partition_point(|start| *start <= offset) - 1;
        let start = self.line_starts[line] as usize;
        let end = (offset as usize).min(self.text.len());
        let column = self.text.get(start..end).map_or(0, |before| before.chars().count());
        (line as u32 + 1, column as u32 + 1)
    }

    /// The byte offset at which byte `inside` of the string value of the literal at `literal` stands, through escapes
    /// and the indentation that block strings lose.
    pub fn offset_in_string(&self, literal: u32, inside: usize) -> u32 {
        let raw = &self.text[literal as usize..];
        if let Some(body) = raw.strip_prefix("\"\"\"") {
            return literal + 3 + block_string_offset(body, inside) as u32;
        }
        if !raw.starts_with('"') {
            return literal;
        }
        let mut at = 1;
        let mut decoded = 0;
        while decoded < inside {
            let Some(character) = raw[at..].chars().next() else { break };
            if character != '\\' {
                at += character.len_utf8();
                decoded += character.len_utf8();
                continue;
            }
            if raw[at + 1..].starts_with('u') {
                let code = raw.get(at + 2..at + 6).and_then(|hex| u32::from_str_radix(hex, 16).ok());
                decoded += code.and_then(char::from_u32).map_or(1, char::len_utf8);
                at += 6;
            } else {
                decoded += 1;
                at += 2;
            }
        }
        literal + at.min(raw.len()) as u32
    }
}

/// Offset within the raw body of a block string of byte `inside` of its value (October 2021, section 2.9.4).
fn block_string_offset(body: &str, inside: usize) -> usize {
    let body = &body[..body.find("\"\"\"").unwrap_or(body.len())];
    let lines: Vec<&str> = body.split('\n').map(|line| line.strip_suffix('\r').unwrap_or(line)).collect();
    let common = common_indent(&lines);
    let first = lines.iter().position(|line| !is_blank(line)).unwrap_or(0);
    let mut remaining = inside;
    for (index, line) in lines.iter().enumerate().skip(first) {
        let removed = if index == 0 { 0 } else { common.min(line.len()) };
        if remaining <= line.len() - removed {
            let start = line.as_ptr() as usize - body.as_ptr() as usize;
            return start + removed + remaining;
        }
        remaining -= line.len() - removed + 1;
    }
    0
}

/// Whether a line of a block string holds spaces and tabs only.
pub(super) fn is_blank(line: &str) -> bool {
    line.trim_start_matches([' ', '\t']).is_empty()
}

/// The indentation that all lines of a block string lose but for the first (October 2021, section 2.9.4).
pub(super) fn common_indent(lines: &[&str]) -> usize {
    let indents = lines.iter().skip(1).filter(|line| !is_blank(line));
    let indents = indents.map(|line| line.len() - line.trim_start_matches([' ', '\t']).len());
    indents.min().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_map_through_escapes_and_indentation() {
        let plain = Source::new("a".into(), r#"@key(fields: "id \u0041x")"#.into());
        let literal = plain.text.find('"').unwrap() as u32;
        assert_eq!(&plain.text[plain.offset_in_string(literal, 4) as usize..], "x\")");
        let block = Source::new("a".into(), "@key(fields: \"\"\"\n    id\n      name\n  \"\"\")".into());
        let literal = block.text.find('"').unwrap() as u32;
        assert!(block.text[block.offset_in_string(literal, 5) as usize..].starts_with("name"));
    }

    #[test]
    fn lines_and_columns_count_characters() {
        let source = Source::new("a".into(), "é x\r\ny\n".into());
        assert_eq!(source.line_column(3), (1, 3));
        assert_eq!(source.line_column(6), (2, 1));
    }
}
