//! Writing the client's response: constants, spans of the responses, and null bubbling by cutting the output back to a
//! checkpoint (specification section 6.4.4).

use crate::block::{Cell, View};
use crate::data::{Data, Step};
use crate::errors::{ClientError, ErrorList, extensions};
use crate::json::{Scanner, push_unsigned, unescape_key};
use crate::leaf::integral;
use crate::program::{Compiled, FieldNode, NodeValue, ObjectNode};

/// Why there is no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Nothing {
    /// No error has been added for it: a null, or a key that is not there.
    Unexplained,
    /// An error stands at this path or beneath it.
    Explained,
}

/// Writes `data` and then `errors`, and gives both the body and the number of errors. `introspection` is a JSON object
/// with the answers to `__schema` and `__type`.
pub(crate) fn write_response(data: &Data<'_>, errors: ErrorList<'_>, introspection: Option<&[u8]>) -> (Vec<u8>, usize) {
    let size: usize = data.answers.iter().flatten().map(|parsed| parsed.block.body.len()).sum();
    let mut out = Vec::with_capacity(size + 256);
    out.extend_from_slice(b"{\"data\":");
    let mut writer = Writer {
        data,
        compiled: data.compiled,
        out,
        path: Vec::new(),
        errors,
        introspection,
    };
    let start = writer.out.len();
    if writer.object(0, &data.root()).is_err() {
        writer.out.truncate(start);
        writer.out.extend_from_slice(b"null");
    }
    let Writer { mut out, errors, .. } = writer;
    if errors.len() > 0 {
        out.extend_from_slice(b",\"errors\":");
        errors.write(&mut out);
    }
    out.push(b'}');
    (out, errors.len())
}

struct Writer<'a, 'd> {
    data: &'d Data<'a>,
    compiled: &'a Compiled,
    out: Vec<u8>,
    path: Vec<Step<'a>>,
    errors: ErrorList<'a>,
    introspection: Option<&'d [u8]>,
}

impl<'a> Writer<'a, '_> {
    fn error(&mut self, message: String, code: &str, fetch: Option<u32>) {
        let compiled = self.compiled;
        let service = fetch.map(|fetch| &*compiled.fetches[fetch as usize].service);
        let extensions = extensions(code, service);
        self.errors.push(ClientError {
            message,
            path: self.path.clone(),
            extensions,
            fetch,
        });
    }

    fn invalid(&mut self, field: &FieldNode, what: &str, fetch: Option<u32>) -> Nothing {
        self.error(
            format!("Invalid value for {}: {what}.", field.coordinate),
            "SUBGRAPH_INVALID_VALUE",
            fetch,
        );
        Nothing::Explained
    }

    /// Turns nothing into null, or passes it on where null is refused. `len` and `depth` are the checkpoint: output and
    /// path before the value.
    fn settle(
        &mut self,
        field: &FieldNode,
        level: usize,
        (len, depth): (usize, usize),
        written: Result<(), Nothing>,
    ) -> Result<(), Nothing> {
        let Err(nothing) = written else { return Ok(()) };
        self.out.truncate(len);
        self.path.truncate(depth);
        if !field.non_null.get(level).copied().unwrap_or(false) {
            self.out.extend_from_slice(b"null");
            return Ok(());
        }
        if nothing == Nothing::Unexplained && !self.errors.covers(self.compiled, &self.path, &field.fetches) {
            let message = format!("Cannot return null for non-nullable field {}.", field.coordinate);
            self.error(message, "SUBGRAPH_INVALID_VALUE", field.fetches.first().copied());
        }
        Err(Nothing::Explained)
    }

    fn object(&mut self, number: u32, frame: &[View]) -> Result<(), Nothing> {
        let node = &self.compiled.nodes[number as usize];
        let of_type = self.type_of(node, frame).filter(|of_type| node.possible.contains(*of_type));
        self.fields(node, frame, of_type)
    }

    fn type_of(&self, node: &ObjectNode, frame: &[View]) -> Option<u32> {
        node.only_type.or_else(|| self.data.runtime_type(node.place, frame, &node.typename))
    }

    fn fields(&mut self, node: &'a ObjectNode, frame: &[View], of_type: Option<u32>) -> Result<(), Nothing> {
        self.out.push(b'{');
        let mut first = true;
        for field in &node.fields {
            let applies = field
                .types
                .as_ref()
                .is_none_or(|types| of_type.is_some_and(|number| types.contains(number)));
            if !applies || !self.data.holds(field.condition) {
                continue;
            }
            if !first {
                self.out.push(b',');
            }
            first = false;
            self.out.extend_from_slice(&field.key_json);
            self.path.push(Step::Key(&field.key));
            self.field(node, field, frame, of_type)?;
            self.path.pop();
        }
        self.out.push(b'}');
        Ok(())
    }

    fn field(&mut self, node: &ObjectNode, field: &'a FieldNode, frame: &[View], of_type: Option<u32>) -> Result<(), Nothing> {
        let checkpoint = (self.out.len(), self.path.len());
        match &field.value {
            NodeValue::Leaf(source) => {
                let cell = self.data.read(frame, *source);
                let fetch = field.fetches.first().copied().unwrap_or(0);
                self.leaf(field, 0, fetch, cell)
            }
            NodeValue::Object { node: inner, providers } => {
                let place = self.compiled.nodes[*inner as usize].place;
                let cursor = self.data.enter(place, node.place, frame);
                self.composite(field, 0, *inner, providers, &cursor)
            }
            NodeValue::Typename => {
                let name = of_type.and_then(|number| self.compiled.vocabulary.quoted_types.get(number as usize));
                let written = match name {
                    Some(name) => {
                        self.out.extend_from_slice(name);
                        Ok(())
                    }
                    None => Err(Nothing::Unexplained),
                };
                self.settle(field, 0, checkpoint, written)
            }
            NodeValue::Introspection => {
                let written = match self.introspection.and_then(|json| member(json, &field.key)) {
                    Some(value) => {
                        self.out.extend_from_slice(value);
                        Ok(())
                    }
                    None => Err(Nothing::Unexplained),
                };
                self.settle(field, 0, checkpoint, written)
            }
            NodeValue::Absent => self.settle(field, 0, checkpoint, Err(Nothing::Unexplained)),
            NodeValue::Denied => {
                let message = format!("Not authorised to see {}.", field.coordinate);
                self.error(message, "UNAUTHORIZED_FIELD_OR_TYPE", None);
                self.settle(field, 0, checkpoint, Err(Nothing::Explained))
            }
        }
    }

    fn leaf(&mut self, field: &FieldNode, level: usize, fetch: u32, cell: Cell) -> Result<(), Nothing> {
        let data = self.data;
        match cell {
            // The usual case needs no checkpoint.
            Cell::Leaf(span) => {
                self.out.extend_from_slice(data.text(fetch, span));
                return Ok(());
            }
            Cell::Quoted(span) => {
                self.out.push(b'"');
                self.out.extend_from_slice(data.text(fetch, span));
                self.out.push(b'"');
                return Ok(());
            }
            _ => {}
        }
        let checkpoint = (self.out.len(), self.path.len());
        let written = match cell {
            Cell::Integral(span) => match integral(data.text(fetch, span)) {
                Some(number) => {
                    if number < 0 {
                        self.out.push(b'-');
                    }
                    push_unsigned(&mut self.out, number.unsigned_abs() as usize);
                    Ok(())
                }
                None => Err(Nothing::Unexplained),
            },
            Cell::List { first, len } => self.leaf_list(field, level, fetch, first, len),
            Cell::Absent | Cell::Null => Err(Nothing::Unexplained),
            Cell::Hidden(_) => Err(self.invalid(field, "a value that is not part of the schema", Some(fetch))),
            _ => Err(self.invalid(field, "a value of another kind than the schema says", Some(fetch))),
        };
        self.settle(field, level, checkpoint, written)
    }

    fn leaf_list(&mut self, field: &FieldNode, level: usize, fetch: u32, first: u32, len: u32) -> Result<(), Nothing> {
        self.out.push(b'[');
        for index in 0..len {
            if index > 0 {
                self.out.push(b',');
            }
            self.path.push(Step::Index(index));
            self.leaf(field, level + 1, fetch, self.data.list_item(fetch, first, index))?;
            self.path.pop();
        }
        self.out.push(b']');
        Ok(())
    }

    fn composite(&mut self, field: &'a FieldNode, level: usize, inner: u32, providers: &[u32], cursor: &[Cell]) -> Result<(), Nothing> {
        let checkpoint = (self.out.len(), self.path.len());
        let written = if level + 1 < field.non_null.len() {
            self.list(field, level, inner, providers, cursor)
        } else {
            self.instance(field, inner, providers, cursor)
        };
        self.settle(field, level, checkpoint, written)
    }

    fn list(&mut self, field: &'a FieldNode, level: usize, inner: u32, providers: &[u32], cursor: &[Cell]) -> Result<(), Nothing> {
        let place = self.compiled.nodes[inner as usize].place;
        let mut lens = given(providers, cursor).filter_map(|cell| match cell {
            Cell::List { len, .. } => Some(len),
            _ => None,
        });
        let Some(len) = lens.next() else {
            return Err(self.no_composite(field, providers, cursor));
        };
        if lens.any(|other| other != len) {
            return Err(self.invalid(field, "subgraphs disagree about the length of the list", None));
        }
        self.out.push(b'[');
        for index in 0..len {
            if index > 0 {
                self.out.push(b',');
            }
            self.path.push(Step::Index(index));
            let item = self.data.item(place, cursor, index);
            self.composite(field, level + 1, inner, providers, &item)?;
            self.path.pop();
        }
        self.out.push(b']');
        Ok(())
    }

    fn instance(&mut self, field: &'a FieldNode, inner: u32, providers: &[u32], cursor: &[Cell]) -> Result<(), Nothing> {
        if !given(providers, cursor).any(|cell| matches!(cell, Cell::Object(_))) {
            return Err(self.no_composite(field, providers, cursor));
        }
        let node = &self.compiled.nodes[inner as usize];
        let frame = self.data.frame(node.place, cursor);
        match self.type_of(node, &frame) {
            Some(of_type) if node.possible.contains(of_type) => self.fields(node, &frame, Some(of_type)),
            // Nobody asks for the type: no field depends on it.
            None if node.typename.is_empty() => self.fields(node, &frame, None),
            _ => {
                let fetch = field.fetches.first().copied();
                Err(self.invalid(field, "an object whose type is unknown or not part of the schema", fetch))
            }
        }
    }

    /// Where no provider gave an object (or list): null, unless some provider gave something else.
    fn no_composite(&mut self, field: &FieldNode, providers: &[u32], cursor: &[Cell]) -> Nothing {
        let wrong = given(providers, cursor).any(|cell| !matches!(cell, Cell::Absent | Cell::Null));
        if wrong {
            self.invalid(
                field,
                "a value of another kind than the schema says",
                field.fetches.first().copied(),
            )
        } else {
            Nothing::Unexplained
        }
    }
}

fn given(providers: &[u32], cursor: &[Cell]) -> impl Iterator<Item = Cell> {
    providers.iter().filter_map(|provider| cursor.get(*provider as usize).copied())
}

/// The value of a key in a JSON object.
fn member<'t>(json: &'t [u8], key: &str) -> Option<&'t [u8]> {
    let mut scanner = Scanner::new(json);
    scanner.whitespace();
    let mut more = scanner.enter_object().ok()?;
    while more {
        let (found, _) = scanner.key().ok()?;
        let value = scanner.value().ok()?;
        if unescape_key(found.of(json)).as_ref() == key.as_bytes() {
            return Some(value.of(json));
        }
        more = scanner.next_member().ok()?;
    }
    None
}
