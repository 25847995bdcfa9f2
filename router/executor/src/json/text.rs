//! JSON strings: writing them with escapes, reading them back.

use std::borrow::Cow;

/// Appends `text` as a JSON string with quotes.
pub fn push_string(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    let bytes = text.as_bytes();
    let mut plain_from = 0;
    for (at, byte) in bytes.iter().copied().enumerate() {
        let escape: &[u8] = match byte {
            b'"' => b"\\\"",
            b'\\' => b"\\\\",
            b'\n' => b"\\n",
            b'\r' => b"\\r",
            b'\t' => b"\\t",
            0x00..=0x1F => {
                out.extend_from_slice(&bytes[plain_from..at]);
                out.extend_from_slice(b"\\u00");
                for digit in [byte >> 4, byte & 15] {
                    out.push(b"0123456789abcdef"[digit as usize]);
                }
                plain_from = at + 1;
                continue;
            }
            _ => continue,
        };
        out.extend_from_slice(&bytes[plain_from..at]);
        out.extend_from_slice(escape);
        plain_from = at + 1;
    }
    out.extend_from_slice(&bytes[plain_from..]);
    out.push(b'"');
}

/// Appends a number in decimal.
pub fn push_unsigned(out: &mut Vec<u8>, mut number: usize) {
    let mut digits = [0u8; 20];
    let mut at = digits.len();
    loop {
        at -= 1;
        digits[at] = b'0' + (number % 10) as u8;
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// Decodes a whole JSON string, quotes included, that a scanner has already accepted.
pub fn unescape(quoted: &[u8]) -> String {
    let inner = quoted.get(1..quoted.len().saturating_sub(1)).unwrap_or_default();
    String::from_utf8(unescape_key(inner).into_owned()).unwrap_or_default()
}

/// Decodes what stands between the quotes of an accepted string; borrowed when there is no escape.
pub fn unescape_key(inner: &[u8]) -> Cow<'_, [u8]> {
    if !inner.contains(&b'\\') {
        return Cow::Borrowed(inner);
    }
    let mut out = Vec::with_capacity(inner.len());
    let mut at = 0;
    while let Some(&byte) = inner.get(at) {
        at += 1;
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        let kind = inner.get(at).copied().unwrap_or(b'\\');
        at += 1;
        match kind {
            b'n' => out.push(b'\n'),
            b'r' => out.push(b'\r'),
            b't' => out.push(b'\t'),
            b'b' => out.push(8),
            b'f' => out.push(12),
            b'u' => {
                let mut code = hex(inner, at);
                at += 4;
                if (0xD800..0xDC00).contains(&code) {
                    let low = hex(inner, at + 2);
                    at += 6;
                    code = 0x10000 + ((code - 0xD800) << 10) + (low.wrapping_sub(0xDC00) & 0x3FF);
                }
                let mut buffer = [0; 4];
                let letter = char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER);
                out.extend_from_slice(letter.encode_utf8(&mut buffer).as_bytes());
            }
            other => out.push(other),
        }
    }
    Cow::Owned(out)
}

fn hex(bytes: &[u8], at: usize) -> u32 {
    let digits = bytes.get(at..at + 4).unwrap_or_default();
    digits
        .iter()
        .fold(0, |code, digit| code * 16 + (*digit as char).to_digit(16).unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn strings_come_back_as_they_were_written(text in any::<String>()) {
            let mut out = Vec::new();
            push_string(&mut out, &text);
            prop_assert_eq!(&serde_json::from_slice::<String>(&out).unwrap(), &text);
            prop_assert_eq!(unescape(&out), text);
        }

        #[test]
        fn numbers_are_written_in_decimal(number in any::<usize>()) {
            let mut out = Vec::new();
            push_unsigned(&mut out, number);
            prop_assert_eq!(String::from_utf8(out).unwrap(), number.to_string());
        }
    }

    #[test]
    fn every_escape_is_decoded() {
        assert_eq!(unescape(br#""\"\\\/\b\f\n\r\t\u00e9\ud83d\ude00x""#), "\"\\/\u{8}\u{c}\n\r\té😀x");
    }
}
