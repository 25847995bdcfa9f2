//! The shape-directed parser: a response body to a block, in one pass.
//!
//! It expects the shape's next key and looks further only when the order differs. Every byte is validated, whether
//! selected or not. Positions of later fetches are recorded on the way.

use bytes::Bytes;
use smallvec::SmallVec;

use crate::block::{Block, Cell};
use crate::json::{Malformed, Scanner, Span, Start, unescape_key};
use crate::leaf::{Names, read_leaf};
use crate::shape::{ObjectShape, Shape, ValueShape};

/// What a response holds.
#[derive(Debug, Clone, Default)]
pub struct Parsed {
    /// Body and cells.
    pub block: Block,
    /// The object under `data`; `None` when it is absent, null or no object.
    pub data: Option<u32>,
    /// Whether the response had a `data` key at all.
    pub has_data: bool,
    /// The value of `errors`, unless absent or null.
    pub errors: Option<Span>,
    /// First cells of the objects of each position list. `None` when some object repeated a key, and positions
    /// must be found by walking instead.
    pub positions: Option<Vec<Vec<u32>>>,
}

/// Parses a whole GraphQL response (specification section 7.1). `lists` is the number of lists of entities asked for under the keys `_0`, `_1`, ...; 0 when
/// the response has the keys of its shape.
pub fn parse_response(body: Bytes, shape: &Shape, names: &Names, lists: u32) -> Result<Parsed, Malformed> {
    if body.len() > u32::MAX as usize {
        return Err(Malformed {
            at: u32::MAX as usize,
            what: "a response beyond 4 GiB",
        });
    }
    if let Err(error) = std::str::from_utf8(&body) {
        return Err(Malformed {
            at: error.valid_up_to(),
            what: "a byte that is not UTF-8",
        });
    }
    let mut parsed = Parsed::default();
    let mut parser = Parser {
        text: &body,
        scanner: Scanner::new(&body),
        shape,
        names,
        cells: Vec::with_capacity(body.len() / 16),
        items: Vec::new(),
        positions: vec![Vec::new(); shape.lists],
        overlays: 0,
        repeated_key: false,
    };
    if parser.scanner.start()? != Start::Object {
        return Err(Malformed {
            at: parser.scanner.at(),
            what: "a response that is no object",
        });
    }
    let mut more = parser.scanner.enter_object()?;
    while more {
        let (key, escaped) = parser.scanner.key()?;
        let key = key.of(&body);
        let key = if escaped { unescape_key(key) } else { key.into() };
        match key.as_ref() {
            b"data" => {
                if parsed.has_data {
                    parser.forget();
                }
                parsed.has_data = true;
                let data = match lists {
                    0 => parser.value(&ValueShape::Object(0))?,
                    lists => parser.numbered(lists)?,
                };
                parsed.data = match data {
                    Cell::Object(first) => Some(first),
                    _ => None,
                };
            }
            b"errors" => {
                let null = parser.scanner.start()? == Start::Null;
                let span = parser.scanner.value()?;
                parsed.errors = (!null).then_some(span);
            }
            _ => {
                parser.scanner.value()?;
            }
        }
        more = parser.scanner.next_member()?;
    }
    parser.scanner.end()?;
    let Parser {
        cells,
        positions,
        overlays,
        repeated_key,
        ..
    } = parser;
    parsed.block = Block {
        body: body.clone(),
        cells,
        overlays,
    };
    // A key that came twice left positions of the value that lost.
    parsed.positions = (!repeated_key).then_some(positions);
    Ok(parsed)
}

struct Parser<'a> {
    text: &'a [u8],
    scanner: Scanner<'a>,
    shape: &'a Shape,
    names: &'a Names,
    cells: Vec<Cell>,
    /// Items of the lists that are being read, innermost last.
    items: Vec<Cell>,
    positions: Vec<Vec<u32>>,
    overlays: u32,
    repeated_key: bool,
}

impl Parser<'_> {
    fn forget(&mut self) {
        self.cells.clear();
        self.positions.iter_mut().for_each(Vec::clear);
        self.overlays = 0;
    }

    fn value(&mut self, shape: &ValueShape) -> Result<Cell, Malformed> {
        match shape {
            ValueShape::Leaf(kind) => read_leaf(&mut self.scanner, self.text, *kind, self.names),
            ValueShape::Object(number) => match self.scanner.start()? {
                Start::Object => self.object(*number),
                found => self.other(found),
            },
            ValueShape::List(item) => match self.scanner.start()? {
                Start::Array => self.list(item),
                found => self.other(found),
            },
        }
    }

    /// A value of another kind than the schema says.
    fn other(&mut self, found: Start) -> Result<Cell, Malformed> {
        self.scanner.value()?;
        Ok(if found == Start::Null { Cell::Null } else { Cell::Invalid })
    }

    fn list(&mut self, item: &ValueShape) -> Result<Cell, Malformed> {
        let waiting = self.items.len();
        let mut more = self.scanner.enter_array()?;
        while more {
            let cell = self.value(item)?;
            self.items.push(cell);
            more = self.scanner.next_item()?;
        }
        let first = self.cells.len() as u32;
        let len = (self.items.len() - waiting) as u32;
        self.cells.extend(self.items.drain(waiting..));
        Ok(Cell::List { first, len })
    }

    /// An object with a list of entities under each of the keys `_0`, `_1`, ...
    fn numbered(&mut self, lists: u32) -> Result<Cell, Malformed> {
        let found = self.scanner.start()?;
        let Some(field) = self.shape.objects[0].fields.first().filter(|_| found == Start::Object) else {
            return self.other(found);
        };
        let first = self.cells.len();
        self.cells.resize(first + lists as usize, Cell::Absent);
        let mut more = self.scanner.enter_object()?;
        while more {
            let (key, _) = self.scanner.key()?;
            match list_number(&unescape_key(key.of(self.text))).filter(|number| *number < lists) {
                Some(number) => {
                    let cell = self.value(&field.value)?;
                    let place = &mut self.cells[first + number as usize];
                    self.repeated_key |= *place != Cell::Absent;
                    *place = cell;
                }
                None => {
                    self.scanner.value()?;
                }
            }
            more = self.scanner.next_member()?;
        }
        Ok(Cell::Object(first as u32))
    }

    fn object(&mut self, number: u32) -> Result<Cell, Malformed> {
        let whole = self.shape;
        let shape = &whole.objects[number as usize];
        let first = self.cells.len();
        self.cells.resize(first + shape.width(), Cell::Absent);
        if shape.overlays > 0 {
            self.cells[first + shape.fields.len()] = Cell::Overlays(self.overlays);
            self.overlays += shape.overlays;
        }
        let found_before: SmallVec<[usize; 4]> = shape
            .filters
            .iter()
            .map(|filter| self.positions[filter.list as usize].len())
            .collect();
        let mut expected = 0;
        let mut more = self.scanner.enter_object()?;
        while more {
            let (key, escaped) = self.scanner.key()?;
            match find_field(shape, expected, key.of(self.text), escaped) {
                None => {
                    self.scanner.value()?;
                }
                Some(at) => {
                    let cell = self.value(&shape.fields[at].value)?;
                    let place = &mut self.cells[first + at];
                    self.repeated_key |= *place != Cell::Absent;
                    *place = cell;
                    expected = at + 1;
                }
            }
            more = self.scanner.next_member()?;
        }
        for mark in &shape.marks {
            self.positions[mark.list as usize].push(first as u32);
        }
        if !shape.filters.is_empty() {
            let of_type = runtime_type(shape, &self.cells, first as u32);
            for (filter, before) in shape.filters.iter().zip(found_before) {
                if !of_type.is_some_and(|number| filter.types.contains(number)) {
                    self.positions[filter.list as usize].truncate(before);
                }
            }
        }
        Ok(Cell::Object(first as u32))
    }
}

/// The number of a list of entities by its key.
pub(crate) fn list_number(key: &[u8]) -> Option<u32> {
    std::str::from_utf8(key.strip_prefix(b"_")?).ok()?.parse().ok()
}

#[inline]
fn find_field(shape: &ObjectShape, expected: usize, key: &[u8], escaped: bool) -> Option<usize> {
    if escaped {
        return shape.field(&unescape_key(key)).map(|at| at as usize);
    }
    match shape.fields.get(expected) {
        Some(field) if field.key.as_ref() == key => Some(expected),
        _ => shape.field(key).map(|at| at as usize),
    }
}

/// The type of an object: what it says, else the only one possible.
fn runtime_type(shape: &ObjectShape, cells: &[Cell], first: u32) -> Option<u32> {
    let said = shape.typename.and_then(|cell| match cells.get((first + cell) as usize) {
        Some(Cell::Type(number)) => Some(*number),
        _ => None,
    });
    said.or(shape.only_type)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::leaf::{EnumValues, LeafKind};
    use crate::shape::{FieldShape, Filter, Mark};
    use proptest::prelude::*;
    use serde_json::{Map, Value, json};

    fn names() -> Names {
        Names::new(
            [("User".to_owned(), 1), ("Bot".to_owned(), 2)],
            vec![EnumValues::new([("RED".to_owned(), true)])],
        )
    }

    fn field(key: &str, value: ValueShape) -> FieldShape {
        FieldShape {
            key: key.as_bytes().into(),
            value,
        }
    }

    fn list(item: ValueShape) -> ValueShape {
        ValueShape::List(Box::new(item))
    }

    /// `data` has leaves, objects and lists; objects (number 1) are recursive, are completed by two fetches, and are in
    /// list 0 wherever they are, in list 1 only beneath a `User`.
    fn shape() -> Shape {
        use ValueShape::{Leaf, Object};
        Shape {
            objects: vec![
                ObjectShape {
                    fields: vec![
                        field("a", Leaf(LeafKind::String)),
                        field("n", Leaf(LeafKind::Int)),
                        field("o", Object(1)),
                        field("l", list(Object(1))),
                        field("m", list(list(Leaf(LeafKind::Int)))),
                    ],
                    ..ObjectShape::default()
                },
                ObjectShape {
                    fields: vec![
                        field("__typename", Leaf(LeafKind::Typename)),
                        field("id", Leaf(LeafKind::Id)),
                        field("any", Leaf(LeafKind::Custom)),
                        field("o", Object(1)),
                    ],
                    typename: Some(0),
                    overlays: 2,
                    marks: vec![Mark { list: 0 }, Mark { list: 1 }],
                    filters: vec![Filter {
                        list: 1,
                        types: [1].into_iter().collect(),
                    }],
                    ..ObjectShape::default()
                },
            ],
            lists: 2,
        }
    }

    fn parse(text: &str) -> Result<Parsed, Malformed> {
        parse_response(Bytes::copy_from_slice(text.as_bytes()), &shape(), &names(), 0)
    }

    /// What the cells say, as JSON: absent keys left out, broken values `"!"`.
    fn shown(parsed: &Parsed, shape: &Shape, cell: Cell, of: &ValueShape) -> Option<Value> {
        let text = |span: Span| serde_json::from_slice(parsed.block.text(span)).unwrap();
        Some(match (cell, of) {
            (Cell::Absent, _) => return None,
            (Cell::Null, _) => Value::Null,
            (Cell::Leaf(span) | Cell::Quoted(span) | Cell::Integral(span), _) => text(span),
            (Cell::Type(1), _) => json!("User"),
            (Cell::Type(_), _) => json!("Bot"),
            (Cell::Object(first), ValueShape::Object(number)) => {
                let object = &shape.objects[*number as usize];
                let mut map = Map::new();
                for (at, field) in object.fields.iter().enumerate() {
                    if let Some(value) = shown(parsed, shape, parsed.block.cell(first + at as u32), &field.value) {
                        map.insert(String::from_utf8(field.key.to_vec()).unwrap(), value);
                    }
                }
                Value::Object(map)
            }
            (Cell::List { first, len }, ValueShape::List(item)) => (first..first + len)
                .map(|at| shown(parsed, shape, parsed.block.cell(at), item).unwrap())
                .collect(),
            _ => json!("!"),
        })
    }

    /// The same from serde_json's tree.
    fn expected(shape: &Shape, value: &Value, of: &ValueShape) -> Value {
        match (value, of) {
            (Value::Null, _) => Value::Null,
            (_, ValueShape::Leaf(LeafKind::Custom)) => value.clone(),
            (Value::String(_), ValueShape::Leaf(LeafKind::String | LeafKind::Id)) => value.clone(),
            (Value::String(name), ValueShape::Leaf(LeafKind::Typename)) if name == "User" || name == "Bot" => value.clone(),
            (Value::Number(number), ValueShape::Leaf(LeafKind::Int | LeafKind::Id)) if number.is_i64() => value.clone(),
            (Value::Object(map), ValueShape::Object(number)) => shape.objects[*number as usize]
                .fields
                .iter()
                .filter_map(|field| {
                    let key = String::from_utf8(field.key.to_vec()).unwrap();
                    let value = expected(shape, map.get(&key)?, &field.value);
                    Some((key, value))
                })
                .collect::<Map<_, _>>()
                .into(),
            (Value::Array(items), ValueShape::List(item)) => items.iter().map(|value| expected(shape, value, item)).collect(),
            _ => json!("!"),
        }
    }

    fn count_objects(value: &Value) -> usize {
        match value {
            Value::Object(map) => 1 + map.get("o").map_or(0, count_objects),
            Value::Array(items) => items.iter().map(count_objects).sum(),
            _ => 0,
        }
    }

    /// JSON text with any of the known keys in any order, some repeated or escaped, and odd whitespace.
    fn value_text() -> impl Strategy<Value = String> {
        let leaf = prop_oneof![
            Just("null".to_owned()),
            Just("true".to_owned()),
            (-999i32..999).prop_map(|number| number.to_string()),
            "[a-z\"\\\\\n é😀]{0,12}".prop_map(|text| serde_json::to_string(&text).unwrap()),
            Just("\"User\"".to_owned()),
            Just("\"Bot\"".to_owned()),
        ];
        leaf.prop_recursive(5, 48, 6, |inner| {
            let key = prop_oneof![
                Just("a"),
                Just("n"),
                Just("o"),
                Just("l"),
                Just("m"),
                Just("id"),
                Just("any"),
                Just("__typename"),
                Just("\\u006f"),
                Just("zzz"),
                Just("i\\u0064"),
            ];
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..5).prop_map(|items| format!("[ {} ]", items.join(" ,\n"))),
                prop::collection::vec((key, inner), 0..7).prop_map(|members| {
                    let members: Vec<_> = members.iter().map(|(key, value)| format!("\"{key}\"\t: {value}")).collect();
                    format!("{{{}}}", members.join(" , "))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn cells_say_what_serde_json_says(text in value_text()) {
            let shape = shape();
            let body = format!("{{\"extensions\":{{}},\"data\":{text}}}");
            let parsed = parse(&body).unwrap();
            let tree: Value = serde_json::from_str(&text).unwrap();
            let root = ValueShape::Object(0);
            let cell = parsed.data.map_or(Cell::Null, Cell::Object);
            let expected = if tree.is_object() { expected(&shape, &tree, &root) } else { Value::Null };
            prop_assert_eq!(shown(&parsed, &shape, cell, &root), Some(expected.clone()));

            if let Some(positions) = &parsed.positions {
                let inside = ["o", "l"].iter().filter_map(|key| expected.get(*key)).map(count_objects).sum::<usize>();
                prop_assert_eq!(positions[0].len(), inside);
                prop_assert!(positions[1].len() <= inside);
                prop_assert_eq!(parsed.block.overlays as usize, 2 * inside);
            }
        }

        #[test]
        fn cut_text_is_refused(text in value_text(), cut in any::<prop::sample::Index>()) {
            let body = format!("{{\"data\":{text}}}");
            let at = cut.index(body.len());
            if body.is_char_boundary(at) {
                prop_assert!(parse(&body[..at]).is_err());
            }
        }
    }

    #[test]
    fn positions_count_only_beneath_the_types_of_a_filter() {
        let parsed = parse(
            r#"{"data":{"l":[
            {"id":1,"o":{"id":2,"__typename":"User"},"__typename":"Bot"},
            {"__typename":"User","id":3},
            null
        ]}}"#,
        )
        .unwrap();
        let positions = parsed.positions.unwrap();
        let ids = |list: usize| -> Vec<Cell> { positions[list].iter().map(|first| parsed.block.cell(first + 1)).collect() };
        assert_eq!(ids(0).len(), 3);
        assert_eq!(ids(1).len(), 1);
    }

    #[test]
    fn the_envelope() {
        assert!(parse("[]").is_err());
        assert!(parse("{\"data\":{\"a\":1}} x").is_err());
        assert!(parse("").is_err());
        assert!(parse_response(Bytes::from_static(b"{\"data\":{\"a\":\"\xff\"}}"), &shape(), &names(), 0).is_err());
        let parsed = parse(r#"{"data":{"a":"x"},"errors":[{"message":"m"}],"data":{"n":1}}"#).unwrap();
        assert_eq!(parsed.block.cell(parsed.data.unwrap()), Cell::Absent, "the last `data` wins");
        assert!(parsed.errors.is_some());
        let parsed = parse(r#"{"errors":null,"data":null}"#).unwrap();
        assert!(parsed.has_data && parsed.data.is_none() && parsed.errors.is_none());
    }
}
