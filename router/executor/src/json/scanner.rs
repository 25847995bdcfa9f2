//! A cursor over JSON text that validates everything it passes and never allocates.
//!
//! The text must already be known to be UTF-8; the scanner only looks at bytes. Strings are skipped, not unescaped.

/// How deeply arrays and objects may nest. Deeper text is refused as malformed, so recursion stays bounded.
pub const MAX_DEPTH: u16 = 64;

/// Text that is not JSON, or that nests deeper than [`MAX_DEPTH`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{what} at byte {at}")]
pub struct Malformed {
    /// Offset of the offending byte.
    pub at: usize,
    /// What is wrong, as a short noun phrase.
    pub what: &'static str,
}

/// A range of bytes of the scanned text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// Number of bytes.
    pub len: u32,
}

impl Span {
    /// The bytes of the span in the text it was taken from.
    pub fn of(self, text: &[u8]) -> &[u8] {
        let start = self.start as usize;
        text.get(start..start + self.len as usize).unwrap_or_default()
    }
}

/// What kind of value begins at the cursor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Start {
    /// `{`
    Object,
    /// `[`
    Array,
    /// `"`
    String,
    /// `-` or a digit
    Number,
    /// `t` or `f`
    Boolean,
    /// `n`
    Null,
}

/// What kind of number was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// Digits with an optional minus sign.
    Integer,
    /// With a fraction or an exponent.
    Decimal,
}

/// The cursor.
#[derive(Debug, Clone)]
pub struct Scanner<'a> {
    text: &'a [u8],
    at: usize,
    depth: u16,
}

impl<'a> Scanner<'a> {
    /// Starts at the first byte. The text must be shorter than 4 GiB, since spans hold 32-bit offsets.
    pub fn new(text: &'a [u8]) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    /// Starts at a byte inside the text, where a value is known to begin.
    pub fn starting_at(text: &'a [u8], at: usize) -> Self {
        Self { text, at, depth: 0 }
    }

    /// Offset of the next byte.
    pub fn at(&self) -> usize {
        self.at
    }

    /// The span from `start` to the cursor.
    pub fn span_from(&self, start: usize) -> Span {
        Span {
            start: start as u32,
            len: (self.at - start) as u32,
        }
    }

    fn fail<T>(&self, what: &'static str) -> Result<T, Malformed> {
        Err(Malformed { at: self.at, what })
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    /// Skips whitespace.
    #[inline]
    pub fn whitespace(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    /// Skips whitespace, then says what value begins at the cursor.
    #[inline]
    pub fn start(&mut self) -> Result<Start, Malformed> {
        self.whitespace();
        match self.peek() {
            Some(b'{') => Ok(Start::Object),
            Some(b'[') => Ok(Start::Array),
            Some(b'"') => Ok(Start::String),
            Some(b'-' | b'0'..=b'9') => Ok(Start::Number),
            Some(b't' | b'f') => Ok(Start::Boolean),
            Some(b'n') => Ok(Start::Null),
            Some(_) => self.fail("a byte that begins no value"),
            None => self.fail("end of text where a value is due"),
        }
    }

    /// Requires that only whitespace is left.
    pub fn end(&mut self) -> Result<(), Malformed> {
        self.whitespace();
        if self.at == self.text.len() {
            Ok(())
        } else {
            self.fail("text after the value")
        }
    }

    fn enter(&mut self) -> Result<(), Malformed> {
        if self.depth == MAX_DEPTH {
            return self.fail("nesting beyond the limit");
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// Enters the object at the cursor; false when it is empty, and then it is already left.
    #[inline]
    pub fn enter_object(&mut self) -> Result<bool, Malformed> {
        self.enter()?;
        self.whitespace();
        if self.peek() == Some(b'}') {
            self.leave();
            return Ok(false);
        }
        Ok(true)
    }

    /// Reads a member's key with its colon; the span is what stands between the quotes.
    /// The flag says whether the key contains a backslash.
    #[inline]
    pub fn key(&mut self) -> Result<(Span, bool), Malformed> {
        self.whitespace();
        if self.peek() != Some(b'"') {
            return self.fail("something other than a key");
        }
        let start = self.at;
        let escaped = self.string()?;
        let span = Span {
            start: start as u32 + 1,
            len: (self.at - start - 2) as u32,
        };
        self.whitespace();
        if self.peek() != Some(b':') {
            return self.fail("a key without a colon");
        }
        self.at += 1;
        Ok((span, escaped))
    }

    /// After a member's value: true when another member follows, false when the object has been left.
    #[inline]
    pub fn next_member(&mut self) -> Result<bool, Malformed> {
        self.next(b'}')
    }

    /// Enters the array at the cursor; false when it is empty, and then it is already left.
    #[inline]
    pub fn enter_array(&mut self) -> Result<bool, Malformed> {
        self.enter()?;
        self.whitespace();
        if self.peek() == Some(b']') {
            self.leave();
            return Ok(false);
        }
        Ok(true)
    }

    /// After an item: true when another item follows, false when the array has been left.
    #[inline]
    pub fn next_item(&mut self) -> Result<bool, Malformed> {
        self.next(b']')
    }

    fn leave(&mut self) {
        self.depth -= 1;
        self.at += 1;
    }

    #[inline]
    fn next(&mut self, close: u8) -> Result<bool, Malformed> {
        self.whitespace();
        match self.peek() {
            Some(b',') => {
                self.at += 1;
                Ok(true)
            }
            Some(byte) if byte == close => {
                self.leave();
                Ok(false)
            }
            _ => self.fail("neither a comma nor the end"),
        }
    }

    /// Skips the string at the cursor, quotes included; true when it contains a backslash.
    #[inline]
    pub fn string(&mut self) -> Result<bool, Malformed> {
        self.at += 1;
        let mut escaped = false;
        loop {
            self.plain_run();
            match self.peek() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(escaped);
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                Some(_) => return self.fail("a control character in a string"),
                None => return self.fail("a string that does not end"),
            }
        }
    }

    /// Moves to the next quote, backslash or control character, eight bytes at a time.
    #[inline]
    fn plain_run(&mut self) {
        const ONES: u64 = 0x0101_0101_0101_0101;
        const HIGH: u64 = 0x8080_8080_8080_8080;
        let rest = self.text.get(self.at..).unwrap_or_default();
        let (words, _) = rest.as_chunks::<8>();
        for word in words {
            let word = u64::from_le_bytes(*word);
            let quote = word ^ (ONES * b'"' as u64);
            let backslash = word ^ (ONES * b'\\' as u64);
            // A byte's high bit is set where the byte is zero (quote, backslash) or below 0x20; false alarms can only
            // stand above a true one, so the lowest set bit is exact.
            let stop = (quote.wrapping_sub(ONES) & !quote)
                | (backslash.wrapping_sub(ONES) & !backslash)
                | (word.wrapping_sub(ONES * 0x20) & !word);
            let stop = stop & HIGH;
            if stop != 0 {
                self.at += (stop.trailing_zeros() / 8) as usize;
                return;
            }
            self.at += 8;
        }
        while let Some(byte) = self.peek() {
            if byte == b'"' || byte == b'\\' || byte < 0x20 {
                return;
            }
            self.at += 1;
        }
    }

    fn escape(&mut self) -> Result<(), Malformed> {
        self.at += 1;
        match self.peek() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => {
                self.at += 1;
                Ok(())
            }
            Some(b'u') => {
                self.at += 1;
                match self.hex_quad()? {
                    0xD800..=0xDBFF => {
                        if self.text.get(self.at..self.at + 2) != Some(b"\\u") {
                            return self.fail("a lone surrogate");
                        }
                        self.at += 2;
                        match self.hex_quad()? {
                            0xDC00..=0xDFFF => Ok(()),
                            _ => self.fail("a lone surrogate"),
                        }
                    }
                    0xDC00..=0xDFFF => self.fail("a lone surrogate"),
                    _ => Ok(()),
                }
            }
            _ => self.fail("an unknown escape"),
        }
    }

    fn hex_quad(&mut self) -> Result<u32, Malformed> {
        let mut value = 0;
        for _ in 0..4 {
            let Some(digit) = self.peek().and_then(|byte| (byte as char).to_digit(16)) else {
                return self.fail("a broken unicode escape");
            };
            value = value * 16 + digit;
            self.at += 1;
        }
        Ok(value)
    }

    fn digits(&mut self) -> Result<(), Malformed> {
        let start = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == start {
            self.fail("a number without digits")
        } else {
            Ok(())
        }
    }

    /// Skips the number at the cursor.
    #[inline]
    pub fn number(&mut self) -> Result<Number, Malformed> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        let mut kind = Number::Integer;
        if self.peek() == Some(b'.') {
            kind = Number::Decimal;
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            kind = Number::Decimal;
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(kind)
    }

    fn word(&mut self, word: &[u8]) -> Result<(), Malformed> {
        if self.text.get(self.at..self.at + word.len()) == Some(word) {
            self.at += word.len();
            Ok(())
        } else {
            self.fail("an unknown word")
        }
    }

    /// Reads the boolean at the cursor.
    pub fn boolean(&mut self) -> Result<bool, Malformed> {
        if self.peek() == Some(b't') {
            self.word(b"true").map(|()| true)
        } else {
            self.word(b"false").map(|()| false)
        }
    }

    /// Skips the `null` at the cursor.
    pub fn null(&mut self) -> Result<(), Malformed> {
        self.word(b"null")
    }

    /// Skips whitespace and the whole value after it, and returns the value's span.
    pub fn value(&mut self) -> Result<Span, Malformed> {
        let kind = self.start()?;
        let start = self.at;
        match kind {
            Start::Object => {
                let mut more = self.enter_object()?;
                while more {
                    self.key()?;
                    self.value()?;
                    more = self.next_member()?;
                }
            }
            Start::Array => {
                let mut more = self.enter_array()?;
                while more {
                    self.value()?;
                    more = self.next_item()?;
                }
            }
            Start::String => {
                self.string()?;
            }
            Start::Number => {
                self.number()?;
            }
            Start::Boolean => {
                self.boolean()?;
            }
            Start::Null => self.null()?,
        }
        Ok(self.span_from(start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::value::RawValue;

    fn accepts(text: &[u8]) -> bool {
        if std::str::from_utf8(text).is_err() {
            return false;
        }
        let mut scanner = Scanner::new(text);
        scanner.value().and_then(|_| scanner.end()).is_ok()
    }

    #[test]
    fn the_grammar_is_that_of_rfc_8259() {
        for good in [
            "0",
            "-0",
            "-1.5e+3",
            "1E2",
            "\"\"",
            "\"a\\u00e9\\n\"",
            "\"\\ud83d\\ude00\"",
            "[]",
            "{}",
            " [ 1 , 2 ] ",
            "{\"a\":{\"b\":[null,true,false]}}",
            "\"exactly8\"",
            "\"sevenxx\"",
            "\"über\"",
        ] {
            assert!(accepts(good.as_bytes()), "{good}");
        }
        for bad in [
            "",
            " ",
            "01",
            "1.",
            ".5",
            "+1",
            "1e",
            "-",
            "nul",
            "tru",
            "[1,]",
            "[,1]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\\ud83d\\u0041\"",
            "\"a\nb\"",
            "\"long enough \u{1} text\"",
            "1 2",
            "[1",
            "<html>",
            "NaN",
            "'a'",
        ] {
            assert!(!accepts(bad.as_bytes()), "{bad}");
        }
    }

    #[test]
    fn nesting_is_limited() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(accepts(nested(MAX_DEPTH as usize).as_bytes()));
        assert!(!accepts(nested(MAX_DEPTH as usize + 1).as_bytes()));
        assert!(!accepts("[".repeat(1_000_000).as_bytes()));
    }

    proptest! {
        #[test]
        fn agrees_with_serde_json_on_near_json(
            text in r#"[\[\]{},:"\\ \n0-9eE+\-.atrufalsn\u{0}\u{e9}]{0,24}"#,
        ) {
            prop_assert_eq!(accepts(text.as_bytes()), serde_json::from_str::<Box<RawValue>>(&text).is_ok());
        }

        #[test]
        fn skips_any_string(text in any::<String>()) {
            let mut json = serde_json::to_string(&text).unwrap();
            prop_assert!(accepts(json.as_bytes()));
            json.pop();
            prop_assert!(!accepts(json.as_bytes()));
        }
    }
}
