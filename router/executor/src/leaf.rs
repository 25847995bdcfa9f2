//! What a leaf may be: the checks of result coercion (GraphQL specification, section 3.5) over JSON text.
//!
//! A leaf stays a span of the subgraph's response; only a few need other text when written to the client.

use crate::block::Cell;
use crate::json::{Malformed, Number, Scanner, Start, unescape_key};

/// The kind of a leaf, as the shape names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LeafKind {
    /// An integer of 32 bits; `1.0` and `1e2` count and are rewritten.
    Int,
    /// Any number that fits a double.
    Float,
    /// A string, or an integer that is quoted for the client.
    Id,
    /// A string.
    String,
    /// `true` or `false`.
    Boolean,
    /// A value of the enum with this number in [`Names::enums`].
    Enum(u32),
    /// Any JSON, bytes untouched.
    Custom,
    /// `__typename`: the name of a type of the supergraph.
    Typename,
}

/// The values of one enum, sorted by name.
#[derive(Debug, Clone, Default)]
pub struct EnumValues {
    values: Vec<(Box<[u8]>, bool)>,
}

impl EnumValues {
    /// From names with a flag that says whether the API schema shows the value.
    pub fn new(values: impl IntoIterator<Item = (String, bool)>) -> Self {
        let mut values: Vec<_> = values
            .into_iter()
            .map(|(name, shown)| (name.into_bytes().into_boxed_slice(), shown))
            .collect();
        values.sort();
        Self { values }
    }

    /// Whether the value is shown to clients; `None` when the supergraph does not know it.
    pub fn shown(&self, name: &[u8]) -> Option<bool> {
        let at = self.values.binary_search_by(|(known, _)| known.as_ref().cmp(name)).ok()?;
        self.values.get(at).map(|(_, shown)| *shown)
    }
}

/// The names the parser compares leaves with.
#[derive(Debug, Clone, Default)]
pub struct Names {
    types: Vec<(Box<[u8]>, u32)>,
    /// By enum number.
    pub enums: Vec<EnumValues>,
}

impl Names {
    /// From (name, type number) pairs.
    pub fn new(types: impl IntoIterator<Item = (String, u32)>, enums: Vec<EnumValues>) -> Self {
        let mut types: Vec<_> = types
            .into_iter()
            .map(|(name, number)| (name.into_bytes().into_boxed_slice(), number))
            .collect();
        types.sort();
        Self { types, enums }
    }

    /// The number of a type by its name.
    pub fn type_number(&self, name: &[u8]) -> Option<u32> {
        let at = self.types.binary_search_by(|(known, _)| known.as_ref().cmp(name)).ok()?;
        self.types.get(at).map(|(_, number)| *number)
    }
}

/// Reads the value at the scanner as a leaf. A value of another kind is skipped and gives [`Cell::Invalid`].
pub fn read_leaf(scanner: &mut Scanner<'_>, text: &[u8], kind: LeafKind, names: &Names) -> Result<Cell, Malformed> {
    let found = scanner.start()?;
    let start = scanner.at();
    if found == Start::Null {
        scanner.null()?;
        return Ok(Cell::Null);
    }
    match (kind, found) {
        (LeafKind::Custom, _) => Ok(Cell::Leaf(scanner.value()?)),
        (LeafKind::String | LeafKind::Id, Start::String) => {
            scanner.string()?;
            Ok(Cell::Leaf(scanner.span_from(start)))
        }
        (LeafKind::Boolean, Start::Boolean) => {
            scanner.boolean()?;
            Ok(Cell::Leaf(scanner.span_from(start)))
        }
        (LeafKind::Int | LeafKind::Float | LeafKind::Id, Start::Number) => {
            let number = scanner.number()?;
            let span = scanner.span_from(start);
            let digits = span.of(text);
            Ok(match (kind, number) {
                (LeafKind::Id, Number::Integer) => Cell::Quoted(span),
                (LeafKind::Int, Number::Integer) if is_int(digits) => Cell::Leaf(span),
                (LeafKind::Int, Number::Decimal) if integral(digits).is_some() => Cell::Integral(span),
                (LeafKind::Float, _) if is_finite(digits) => Cell::Leaf(span),
                _ => Cell::Invalid,
            })
        }
        (LeafKind::Enum(_) | LeafKind::Typename, Start::String) => {
            scanner.string()?;
            let span = scanner.span_from(start);
            let quoted = span.of(text);
            let name = unescape_key(quoted.get(1..quoted.len() - 1).unwrap_or_default());
            Ok(match kind {
                LeafKind::Enum(number) => match names.enums.get(number as usize).and_then(|values| values.shown(&name)) {
                    Some(true) => Cell::Leaf(span),
                    Some(false) => Cell::Hidden(span),
                    None => Cell::Invalid,
                },
                _ => names.type_number(&name).map_or(Cell::Invalid, Cell::Type),
            })
        }
        _ => {
            scanner.value()?;
            Ok(Cell::Invalid)
        }
    }
}

/// Whether the integer's digits fit 32 bits.
pub fn is_int(digits: &[u8]) -> bool {
    digits.len() <= 9 || std::str::from_utf8(digits).is_ok_and(|digits| digits.parse::<i32>().is_ok())
}

/// The 32-bit integer that a number with fraction or exponent stands for, if it is one.
pub fn integral(digits: &[u8]) -> Option<i32> {
    let number: f64 = std::str::from_utf8(digits).ok()?.parse().ok()?;
    let fits = number.fract() == 0.0 && number >= f64::from(i32::MIN) && number <= f64::from(i32::MAX);
    fits.then_some(number as i32)
}

/// Whether the number fits a double without becoming infinite.
pub fn is_finite(digits: &[u8]) -> bool {
    let short = digits.len() <= 300 && !digits.iter().any(|byte| matches!(byte, b'e' | b'E'));
    short || std::str::from_utf8(digits).is_ok_and(|digits| digits.parse::<f64>().is_ok_and(f64::is_finite))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads `text` as `kind` and shows the cell: `=` as is, `"` quoted, `i` integral, `h` hidden, `n` null, `!` invalid.
    fn check(kind: LeafKind, cases: &[(&str, char)]) {
        let colors = EnumValues::new([("RED".into(), true), ("SECRET".into(), false)]);
        let names = Names::new([("User".to_owned(), 7)], vec![colors]);
        for (text, expected) in cases {
            let mut scanner = Scanner::new(text.as_bytes());
            let cell = read_leaf(&mut scanner, text.as_bytes(), kind, &names).unwrap();
            scanner.end().unwrap();
            let shown = match cell {
                Cell::Leaf(_) => '=',
                Cell::Quoted(_) => '"',
                Cell::Integral(_) => 'i',
                Cell::Hidden(_) => 'h',
                Cell::Null => 'n',
                Cell::Type(7) => 't',
                _ => '!',
            };
            assert_eq!(shown, *expected, "{kind:?} {text}");
        }
    }

    #[test]
    fn leaves_are_of_their_own_kind() {
        check(
            LeafKind::Int,
            &[
                ("0", '='),
                ("-2147483648", '='),
                ("2147483647", '='),
                ("2147483648", '!'),
                ("1.0", 'i'),
                ("1e2", 'i'),
                ("1.5", '!'),
                ("1e10", '!'),
                ("\"1\"", '!'),
                ("true", '!'),
                ("null", 'n'),
                ("[1]", '!'),
                ("{}", '!'),
            ],
        );
        check(
            LeafKind::Float,
            &[
                ("0", '='),
                ("1.5", '='),
                ("1e308", '='),
                ("1e309", '!'),
                ("-1E400", '!'),
                ("\"1\"", '!'),
                ("null", 'n'),
            ],
        );
        check(
            LeafKind::Id,
            &[
                ("\"a\"", '='),
                ("12345678901234567890", '"'),
                ("-1", '"'),
                ("1.0", '!'),
                ("true", '!'),
                ("null", 'n'),
            ],
        );
        check(
            LeafKind::String,
            &[("\"a\\n\"", '='), ("1", '!'), ("false", '!'), ("null", 'n'), ("{\"a\":1}", '!')],
        );
        check(LeafKind::Boolean, &[("true", '='), ("false", '='), ("1", '!'), ("\"true\"", '!')]);
        check(
            LeafKind::Enum(0),
            &[
                ("\"RED\"", '='),
                ("\"R\\u0045D\"", '='),
                ("\"SECRET\"", 'h'),
                ("\"red\"", '!'),
                ("1", '!'),
                ("null", 'n'),
            ],
        );
        check(LeafKind::Custom, &[("{\"a\":[1.10]}", '='), ("1e999", '='), ("null", 'n')]);
        check(
            LeafKind::Typename,
            &[("\"User\"", 't'), ("\"Us\\u0065r\"", 't'), ("\"Nobody\"", '!'), ("1", '!')],
        );
    }
}
