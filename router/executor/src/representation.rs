//! Which instances an entity fetch sends, and how each is written.
//!
//! Equal representations are sent once: seeded hash, then the bytes themselves. Those that take different values from contexts are different: each combination
//! of values has a list of its own.

use std::collections::HashMap;
use std::hash::BuildHasher;

use foldhash::fast::RandomState;

use crate::block::{Cell, View};
use crate::data::{Cursor, Data, Frame, Overlay};
use crate::program::{ContextProgram, EntityProgram, InputNode, InputValue, Source, Way};

/// The representations of one request, in lists: one list for each combination of context values, and so a single one without contexts.
#[derive(Debug, Default)]
pub(crate) struct Representations {
    pub(crate) lists: Vec<RepresentationList>,
    /// How many there are in all lists together.
    pub(crate) count: u32,
    /// The list of each, and its index there.
    pub(crate) homes: Vec<(u32, u32)>,
    /// Where the entities belong: (fetch, overlay, number of the representation).
    pub(crate) targets: Vec<(u32, usize, u32)>,
}

/// Representations that are sent with the same context values.
#[derive(Debug, Default)]
pub(crate) struct RepresentationList {
    /// The JSON list.
    pub(crate) json: Vec<u8>,
    pub(crate) count: u32,
    /// The values of the contexts as JSON, one after another, and where each ends.
    pub(crate) contexts: Contexts,
}

/// Context values as JSON, one after another, and where each ends.
pub(crate) type Contexts = (Vec<u8>, Vec<usize>);

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
                    gathering.add(self, entities, program.place, &self.frame(program.place, &cursor), &[]);
                }
            }
            // The source did not answer.
            (None, Some((source, _))) if self.answers[source as usize].is_none() => {}
            (None, _) => self.walk(program.place, &mut |visit| {
                gathering.add(self, entities, program.place, visit.frame, visit.around);
            }),
        }
        let mut found = gathering.found;
        found.lists.iter_mut().for_each(|list| list.json.push(b']'));
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
            let Some(len) = list_len(cursor) else {
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

    /// Writes the value of a context for an instance with the instances around it; false when it is null.
    fn context(&self, out: &mut Vec<u8>, context: &ContextProgram, frame: &[View], around: &[Frame]) -> Result<bool, Missing> {
        for source in context.sources.iter().filter(|_| self.holds(context.condition)) {
            let enclosing = match source.levels {
                0 => frame,
                levels => around.len().checked_sub(levels).map_or(&[][..], |index| &around[index]),
            };
            let applies = source.types.as_ref().is_none_or(|types| {
                self.runtime_type(source.place, enclosing, &source.typename)
                    .is_some_and(|of_type| types.contains(of_type))
            });
            if applies {
                return self.context_value(out, &source.fields, source.place, enclosing, &source.typename);
            }
        }
        out.extend_from_slice(b"null");
        Ok(false)
    }

    /// Writes the leaf that the first field that applies leads to.
    fn context_value(
        &self,
        out: &mut Vec<u8>,
        nodes: &[InputNode],
        place: u32,
        frame: &[View],
        typename: &[Source],
    ) -> Result<bool, Missing> {
        let of_type = || self.runtime_type(place, frame, typename);
        let node = nodes.iter().find(|node| {
            let is_wanted = !matches!(node.value, InputValue::Runtime(_) | InputValue::Constant(_));
            is_wanted
                && node
                    .types
                    .as_ref()
                    .is_none_or(|types| of_type().is_some_and(|number| types.contains(number)))
        });
        match node.map(|node| (&node.value, node.lists)) {
            Some((InputValue::Leaf(source), _)) => {
                let view = frame.get(source.visitor as usize).copied().unwrap_or(View::NONE);
                if !view.is_some() {
                    return Err(Missing);
                }
                self.raw(out, view.fetch, self.cell(view, source.cell))
            }
            Some((
                InputValue::Object {
                    place: inner,
                    providers,
                    typename,
                    fields,
                },
                lists,
            )) => {
                if !providers.iter().any(|provider| self.parent_answered(*inner, *provider, frame)) {
                    return Err(Missing);
                }
                let cursor = self.enter(*inner, place, frame);
                self.context_lists(out, lists, *inner, &cursor, (typename.as_slice(), fields))
            }
            _ => {
                out.extend_from_slice(b"null");
                Ok(false)
            }
        }
    }

    fn context_lists(
        &self,
        out: &mut Vec<u8>,
        lists: usize,
        place: u32,
        cursor: &[Cell],
        (typename, fields): (&[Source], &[InputNode]),
    ) -> Result<bool, Missing> {
        if lists > 0 {
            let Some(len) = list_len(cursor) else {
                out.extend_from_slice(b"null");
                return Ok(false);
            };
            out.push(b'[');
            for index in 0..len {
                if index > 0 {
                    out.push(b',');
                }
                self.context_lists(out, lists - 1, place, &self.item(place, cursor, index), (typename, fields))?;
            }
            out.push(b']');
            return Ok(true);
        }
        if !cursor.iter().any(|cell| matches!(cell, Cell::Object(_))) {
            out.extend_from_slice(b"null");
            return Ok(false);
        }
        self.context_value(out, fields, place, &self.frame(place, cursor), typename)
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

fn list_len(cursor: &[Cell]) -> Option<u32> {
    let mut lists = cursor.iter();
    lists.find_map(|cell| if let Cell::List { len, .. } = cell { Some(*len) } else { None })
}

struct Gathering {
    found: Representations,
    seeds: RandomState,
    /// Hash to the latest representation with it.
    latest: HashMap<u64, u32, RandomState>,
    /// Per representation: its bytes in its list, and the previous one with the same hash.
    known: Vec<(std::ops::Range<usize>, Option<u32>)>,
    /// Context values to their list; unused without contexts.
    lists: HashMap<Contexts, u32, RandomState>,
}

impl Gathering {
    fn new() -> Self {
        Self {
            found: Representations::default(),
            seeds: RandomState::default(),
            latest: HashMap::default(),
            known: Vec::new(),
            lists: HashMap::default(),
        }
    }

    fn add(&mut self, data: &Data<'_>, entities: &EntityProgram, place: u32, frame: &[View], around: &[Frame]) {
        let Ok(list) = self.list(data, entities, frame, around) else {
            return;
        };
        let json = &mut self.found.lists[list as usize].json;
        let before = json.len();
        if before > 1 {
            json.push(b',');
        }
        let start = json.len();
        if write(json, data, entities, place, frame).is_err() {
            json.truncate(before);
            self.forget_if_empty(list);
            return;
        }
        let number = match self.same_as(list, start) {
            Some(number) => {
                self.found.lists[list as usize].json.truncate(before);
                number
            }
            None => {
                let list_count = &mut self.found.lists[list as usize].count;
                self.found.homes.push((list, *list_count));
                *list_count += 1;
                self.found.count += 1;
                self.found.count - 1
            }
        };
        let targets = data.overlay_places(place, frame, entities.slot);
        self.found.targets.extend(targets.map(|(fetch, overlay)| (fetch, overlay, number)));
    }

    /// The list of the instance's context values.
    fn list(&mut self, data: &Data<'_>, entities: &EntityProgram, frame: &[View], around: &[Frame]) -> Result<u32, Missing> {
        let mut values: Contexts = (Vec::new(), Vec::with_capacity(entities.contexts.len()));
        for context in &entities.contexts {
            let present = data.context(&mut values.0, context, frame, around)?;
            if context.required && !present {
                return Err(Missing);
            }
            values.1.push(values.0.len());
        }
        let next = self.found.lists.len() as u32;
        let known = if entities.contexts.is_empty() {
            (next > 0).then_some(0)
        } else {
            self.lists.get(&values).copied()
        };
        if let Some(list) = known {
            return Ok(list);
        }
        self.found.lists.push(RepresentationList {
            json: vec![b'['],
            count: 0,
            contexts: values.clone(),
        });
        self.lists.insert(values, next);
        Ok(next)
    }

    /// Takes back a list that was made for an instance that is then not sent.
    fn forget_if_empty(&mut self, list: u32) {
        let is_last = self.found.lists.len() == list as usize + 1;
        if let Some(empty) = self.found.lists.pop_if(|last| is_last && last.count == 0) {
            self.lists.remove(&empty.contexts);
        }
    }

    /// An earlier representation equal to the one that ends its list; otherwise remembers this one.
    fn same_as(&mut self, list: u32, start: usize) -> Option<u32> {
        let json = &self.found.lists[list as usize].json;
        let written = &json[start..];
        let hash = self.seeds.hash_one((list, written));
        let mut candidate = self.latest.get(&hash).copied();
        while let Some(number) = candidate {
            let (range, previous) = &self.known[number as usize];
            if self.found.homes[number as usize].0 == list && json.get(range.clone()) == Some(written) {
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

/// Writes the representation of an instance.
fn write(out: &mut Vec<u8>, data: &Data<'_>, entities: &EntityProgram, place: u32, frame: &[View]) -> Result<(), Missing> {
    let of_type = data.runtime_type(place, frame, &entities.typename);
    let applies = entities.representations.iter().find(|representation| {
        data.holds(representation.condition)
            && representation
                .types
                .as_ref()
                .is_none_or(|types| of_type.is_some_and(|number| types.contains(number)))
    });
    let representation = applies.ok_or(Missing)?;
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
