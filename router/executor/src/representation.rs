//! Which instances an entity fetch sends, and how each is written.
//!
//! Equal representations are sent once: seeded hash, then the bytes themselves.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use crate::block::{Cell, View};
use crate::data::{Cursor, Data, Overlay};
use crate::program::{EntityProgram, InputNode, InputValue, Source, Way};

/// The representations of one request.
#[derive(Debug, Default)]
pub(crate) struct Representations {
    /// The JSON list.
    pub(crate) json: Vec<u8>,
    /// How many there are.
    pub(crate) count: u32,
    /// Where the entities belong: (fetch, overlay, number of the representation).
    pub(crate) targets: Vec<(u32, usize, u32)>,
}

/// The data is not there, so the instance is not sent.
struct Missing;

impl Data<'_> {
    /// Gathers what an entity fetch sends, and notes at each instance which representation stands for it.
    pub(crate) fn represent(&mut self, fetch: u32) -> Representations {
        let compiled = self.compiled;
        let program = &compiled.fetches[fetch as usize];
        let Some(entities) = &program.entities else {
            return Representations::default();
        };
        let mut gathering = Gathering::new();
        let recorded = entities.recorded.and_then(|(source, list)| {
            let answer = self.answers[source as usize].as_ref();
            Some(answer?.positions.as_ref()?.get(list as usize)?.as_slice())
        });
        match (recorded, entities.recorded) {
            (Some(objects), _) => {
                let visitors = self.place(program.place).visitors.len();
                for object in objects {
                    let mut cursor: Cursor = smallvec::smallvec![Cell::Absent; visitors];
                    cursor[0] = Cell::Object(*object);
                    gathering.add(self, entities, program.place, &self.frame(program.place, &cursor));
                }
            }
            // The source did not answer.
            (None, Some((source, _))) if self.answers[source as usize].is_none() => {}
            (None, _) => self.walk(program.place, &mut |frame, _| gathering.add(self, entities, program.place, frame)),
        }
        let mut found = gathering.found;
        found.json.push(b']');
        for (source, overlay, representation) in &found.targets {
            self.overlays[*source as usize][*overlay] = Overlay {
                representation: *representation,
                ..Overlay::NONE
            };
        }
        found
    }

    /// Appends the fields of an object at `place`; `first` says whether no member stands before them.
    fn fields(
        &self,
        out: &mut Vec<u8>,
        nodes: &[InputNode],
        place: u32,
        frame: &[View],
        typename: &[Source],
        mut first: bool,
    ) -> Result<(), Missing> {
        for node in nodes {
            let applies = node.types.as_ref().is_none_or(|types| {
                self.runtime_type(place, frame, typename)
                    .is_some_and(|of_type| types.contains(of_type))
            });
            if !applies || !self.holds(node.condition) {
                continue;
            }
            if !first {
                out.push(b',');
            }
            first = false;
            out.extend_from_slice(&node.key);
            let present = match &node.value {
                InputValue::Constant(name) => {
                    out.extend_from_slice(name);
                    true
                }
                InputValue::Leaf(source) | InputValue::Runtime(source) => {
                    let view = frame.get(source.visitor as usize).copied().unwrap_or(View::NONE);
                    if !view.is_some() {
                        return Err(Missing);
                    }
                    self.raw(out, view.fetch, self.cell(view, source.cell))?
                }
                InputValue::Object {
                    place: inner,
                    providers,
                    typename,
                    fields,
                } => {
                    let asked = providers.iter().any(|provider| self.parent_answered(*inner, *provider, frame));
                    if !asked {
                        return Err(Missing);
                    }
                    let cursor = self.enter(*inner, place, frame);
                    self.nested(out, node.lists, *inner, &cursor, (typename.as_slice(), fields))?
                }
            };
            if node.required && !present {
                return Err(Missing);
            }
        }
        Ok(())
    }

    fn parent_answered(&self, place: u32, visitor: u32, parent: &[View]) -> bool {
        match &self.place(place).visitors[visitor as usize].way {
            Way::Fields { fields, .. } => fields
                .iter()
                .any(|field| parent.get(field.source.visitor as usize).is_some_and(|view| view.is_some())),
            _ => false,
        }
    }

    /// Writes a nested object or lists of it; false when it is null.
    fn nested(
        &self,
        out: &mut Vec<u8>,
        lists: usize,
        place: u32,
        cursor: &[Cell],
        (typename, fields): (&[Source], &[InputNode]),
    ) -> Result<bool, Missing> {
        if lists > 0 {
            let len = cursor
                .iter()
                .find_map(|cell| if let Cell::List { len, .. } = cell { Some(*len) } else { None });
            let Some(len) = len else {
                out.extend_from_slice(b"null");
                return Ok(false);
            };
            out.push(b'[');
            for index in 0..len {
                if index > 0 {
                    out.push(b',');
                }
                self.nested(out, lists - 1, place, &self.item(place, cursor, index), (typename, fields))?;
            }
            out.push(b']');
            return Ok(true);
        }
        if !cursor.iter().any(|cell| matches!(cell, Cell::Object(_))) {
            out.extend_from_slice(b"null");
            return Ok(false);
        }
        out.push(b'{');
        self.fields(out, fields, place, &self.frame(place, cursor), typename, true)?;
        out.push(b'}');
        Ok(true)
    }

    /// Writes a leaf as the subgraph wrote it; false when it is null.
    fn raw(&self, out: &mut Vec<u8>, fetch: u32, cell: Cell) -> Result<bool, Missing> {
        match cell {
            Cell::Leaf(span) | Cell::Quoted(span) | Cell::Integral(span) | Cell::Hidden(span) => {
                out.extend_from_slice(self.text(fetch, span));
            }
            Cell::Type(number) => {
                let name = self.compiled.vocabulary.quoted_types.get(number as usize).ok_or(Missing)?;
                out.extend_from_slice(name);
            }
            Cell::List { first, len } => {
                out.push(b'[');
                for index in 0..len {
                    if index > 0 {
                        out.push(b',');
                    }
                    self.raw(out, fetch, self.list_item(fetch, first, index))?;
                }
                out.push(b']');
            }
            Cell::Absent | Cell::Null => {
                out.extend_from_slice(b"null");
                return Ok(false);
            }
            Cell::Invalid | Cell::Object(_) | Cell::Overlays(_) => return Err(Missing),
        }
        Ok(true)
    }
}

struct Gathering {
    found: Representations,
    seeds: RandomState,
    /// Hash to the latest representation with it.
    latest: HashMap<u64, u32, RandomState>,
    /// Per representation: its bytes in the list, and the previous one with the same hash.
    known: Vec<(std::ops::Range<usize>, Option<u32>)>,
}

impl Gathering {
    fn new() -> Self {
        Self {
            found: Representations {
                json: vec![b'['],
                ..Representations::default()
            },
            seeds: RandomState::default(),
            latest: HashMap::default(),
            known: Vec::new(),
        }
    }

    fn add(&mut self, data: &Data<'_>, entities: &EntityProgram, place: u32, frame: &[View]) {
        let before = self.found.json.len();
        if self.found.count > 0 {
            self.found.json.push(b',');
        }
        let start = self.found.json.len();
        if self.write(data, entities, place, frame).is_err() {
            self.found.json.truncate(before);
            return;
        }
        let number = match self.same_as(start) {
            Some(number) => {
                self.found.json.truncate(before);
                number
            }
            None => {
                self.found.count += 1;
                self.found.count - 1
            }
        };
        let targets = data.overlay_places(place, frame, entities.slot);
        self.found.targets.extend(targets.map(|(fetch, overlay)| (fetch, overlay, number)));
    }

    fn write(&mut self, data: &Data<'_>, entities: &EntityProgram, place: u32, frame: &[View]) -> Result<(), Missing> {
        let of_type = data.runtime_type(place, frame, &entities.typename);
        let applies = entities.representations.iter().find(|representation| {
            data.holds(representation.condition)
                && representation
                    .types
                    .as_ref()
                    .is_none_or(|types| of_type.is_some_and(|number| types.contains(number)))
        });
        let representation = applies.ok_or(Missing)?;
        let out = &mut self.found.json;
        out.extend_from_slice(&representation.open);
        if let Some(source) = representation.runtime_typename {
            let fetch = frame.get(source.visitor as usize).map_or(0, |view| view.fetch);
            if !data.raw(out, fetch, data.read(frame, source))? {
                return Err(Missing);
            }
        }
        data.fields(out, &representation.fields, place, frame, &entities.typename, false)?;
        out.push(b'}');
        Ok(())
    }

    /// An earlier representation equal to the one that ends the list; otherwise remembers this one.
    fn same_as(&mut self, start: usize) -> Option<u32> {
        let json = &self.found.json;
        let written = &json[start..];
        let hash = self.seeds.hash_one(written);
        let mut candidate = self.latest.get(&hash).copied();
        while let Some(number) = candidate {
            let (range, previous) = &self.known[number as usize];
            if json.get(range.clone()) == Some(written) {
                return Some(number);
            }
            candidate = *previous;
        }
        let number = self.known.len() as u32;
        let previous = self.latest.insert(hash, number);
        self.known.push((start..json.len(), previous));
        None
    }
}
