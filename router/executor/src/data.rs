//! The data of one request while it runs: the parsed responses, what entity fetches added to their objects, and how the
//! two are read together at a place.
//!
//! Nothing is merged. An instance of a place is a *frame*: one object per visiting fetch, or none.

use smallvec::SmallVec;

use crate::block::{Cell, View};
use crate::parser::Parsed;
use crate::program::{Compiled, PlaceProgram, Source, Way};

/// One object per visitor of a place, in the visitors' order.
pub(crate) type Frame = SmallVec<[View; 4]>;

/// One value per visitor of a place: where the composite fields that lead there stand, inside any lists.
pub(crate) type Cursor = SmallVec<[Cell; 4]>;

/// What one entity fetch adds to one object.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Overlay {
    /// Number of the representation sent for the object; `u32::MAX` when none was.
    pub(crate) representation: u32,
    /// The entity's first cell; `u32::MAX` when there is none.
    pub(crate) object: u32,
}

impl Overlay {
    pub(crate) const NONE: Overlay = Overlay {
        representation: u32::MAX,
        object: u32::MAX,
    };
}

/// A step of a path in the client's response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step<'a> {
    Key(&'a str),
    Index(u32),
}

/// Responses by fetch, and overlays by the fetch whose objects they complete.
pub(crate) struct Data<'a> {
    pub(crate) compiled: &'a Compiled,
    pub(crate) answers: Vec<Option<Parsed>>,
    pub(crate) overlays: Vec<Vec<Overlay>>,
    pub(crate) bits: u128,
}

impl<'a> Data<'a> {
    pub(crate) fn new(compiled: &'a Compiled, bits: u128) -> Self {
        let count = compiled.fetches.len();
        Self {
            compiled,
            answers: vec![None; count],
            overlays: vec![Vec::new(); count],
            bits,
        }
    }

    /// Whether a condition holds in this request.
    #[inline]
    pub(crate) fn holds(&self, condition: Option<u8>) -> bool {
        condition.is_none_or(|bit| self.bits >> bit & 1 == 1)
    }

    pub(crate) fn place(&self, place: u32) -> &'a PlaceProgram {
        &self.compiled.places[place as usize]
    }

    #[inline]
    fn block_cell(&self, fetch: u32, index: u32) -> Cell {
        match self.answers.get(fetch as usize) {
            Some(Some(parsed)) => parsed.block.cell(index),
            _ => Cell::Absent,
        }
    }

    /// A cell of an object.
    #[inline]
    pub(crate) fn cell(&self, view: View, cell: u32) -> Cell {
        if view.is_some() {
            self.block_cell(view.fetch, view.object + cell)
        } else {
            Cell::Absent
        }
    }

    /// A cell of an instance.
    #[inline]
    pub(crate) fn read(&self, frame: &[View], source: Source) -> Cell {
        frame
            .get(source.visitor as usize)
            .map_or(Cell::Absent, |view| self.cell(*view, source.cell))
    }

    /// The bytes of a span of a fetch's response.
    #[inline]
    pub(crate) fn text(&self, fetch: u32, span: crate::json::Span) -> &[u8] {
        match self.answers.get(fetch as usize) {
            Some(Some(parsed)) => parsed.block.text(span),
            _ => &[],
        }
    }

    /// The items of a list of a fetch's response.
    #[inline]
    pub(crate) fn list_item(&self, fetch: u32, first: u32, index: u32) -> Cell {
        self.block_cell(fetch, first + index)
    }

    /// The instance of the root.
    pub(crate) fn root(&self) -> Frame {
        let nothing: Cursor = SmallVec::from_elem(Cell::Absent, self.place(0).visitors.len());
        self.frame(0, &nothing)
    }

    /// From an instance of the parent to the values that lead to `place`.
    pub(crate) fn enter(&self, place: u32, parent_place: u32, parent: &[View]) -> Cursor {
        let visitors = &self.place(place).visitors;
        let parent_visitors = &self.place(parent_place).visitors;
        visitors
            .iter()
            .map(|visitor| {
                let Way::Fields { fields, .. } = &visitor.way else {
                    return Cell::Absent;
                };
                let mut found = Cell::Absent;
                for field in fields {
                    let view = parent.get(field.source.visitor as usize).copied().unwrap_or(View::NONE);
                    if !view.is_some() {
                        continue;
                    }
                    if let Some(types) = &field.types {
                        let object = parent_visitors[field.source.visitor as usize].object;
                        if !self.own_type(view, object).is_some_and(|of_type| types.contains(of_type)) {
                            continue;
                        }
                    }
                    let cell = self.cell(view, field.source.cell);
                    if !found.is_present() && cell != Cell::Absent {
                        found = cell;
                    }
                }
                found
            })
            .collect()
    }

    /// The values of one item of the lists at the cursor.
    pub(crate) fn item(&self, place: u32, cursor: &[Cell], index: u32) -> Cursor {
        let visitors = &self.place(place).visitors;
        cursor
            .iter()
            .zip(visitors)
            .map(|(cell, visitor)| match cell {
                Cell::List { first, len } if index < *len => self.list_item(visitor.fetch, *first, index),
                _ => Cell::Absent,
            })
            .collect()
    }

    /// The instance that the values at the cursor make up, with what entity fetches added.
    pub(crate) fn frame(&self, place: u32, cursor: &[Cell]) -> Frame {
        let visitors = &self.place(place).visitors;
        let mut frame: Frame = SmallVec::with_capacity(visitors.len());
        for (visitor, cell) in visitors.iter().zip(cursor) {
            frame.push(match (&visitor.way, cell) {
                (Way::Fields { .. }, Cell::Object(object)) => View {
                    fetch: visitor.fetch,
                    object: *object,
                },
                (Way::Fields { .. }, _) => View::NONE,
                (Way::Shared, _) => match self.answers.get(visitor.fetch as usize) {
                    Some(Some(Parsed { data: Some(object), .. })) => View {
                        fetch: visitor.fetch,
                        object: *object,
                    },
                    _ => View::NONE,
                },
                (Way::Attached { slot }, _) => {
                    let object = self
                        .overlay_places(place, &frame, *slot)
                        .map(|(fetch, overlay)| self.overlays[fetch as usize][overlay].object)
                        .find(|object| *object != u32::MAX);
                    object.map_or(View::NONE, |object| View {
                        fetch: visitor.fetch,
                        object,
                    })
                }
            });
        }
        frame
    }

    /// Where the overlay of a slot stands: one place for each fetch whose fields lead to the instance.
    pub(crate) fn overlay_places<'s>(&'s self, place: u32, frame: &'s [View], slot: u32) -> impl Iterator<Item = (u32, usize)> + 's {
        self.place(place).visitors.iter().zip(frame).filter_map(move |(visitor, view)| {
            let Way::Fields { overlay_base, .. } = visitor.way else {
                return None;
            };
            let shape = &self.compiled.fetches[visitor.fetch as usize].shape.objects[visitor.object as usize];
            match self.cell(*view, shape.overlay_cell()) {
                Cell::Overlays(first) => Some((visitor.fetch, (first + overlay_base + slot) as usize)),
                _ => None,
            }
        })
    }

    /// The type that one fetch knows its object to have.
    fn own_type(&self, view: View, object: u32) -> Option<u32> {
        let shape = &self.compiled.fetches[view.fetch as usize].shape.objects[object as usize];
        let said = shape.typename.and_then(|cell| match self.cell(view, cell) {
            Cell::Type(number) => Some(number),
            _ => None,
        });
        said.or(shape.only_type)
    }

    /// The object type of an instance, read where the plan says, else from the first fetch that knows it. A subgraph with an interface object only
    /// knows the interface, which is no answer.
    pub(crate) fn runtime_type(&self, place: u32, frame: &[View], typename: &[Source]) -> Option<u32> {
        let object_types = &self.compiled.vocabulary.object_types;
        let mut said = typename.iter().filter_map(|source| match self.read(frame, *source) {
            Cell::Type(number) if object_types.contains(number) => Some(number),
            _ => None,
        });
        said.next().or_else(|| self.known_type(place, frame))
    }

    fn known_type(&self, place: u32, frame: &[View]) -> Option<u32> {
        let views = self.place(place).visitors.iter().zip(frame).filter(|(_, view)| view.is_some());
        views
            .filter_map(|(visitor, view)| self.own_type(*view, visitor.object))
            .find(|of_type| self.compiled.vocabulary.object_types.contains(*of_type))
    }
}
