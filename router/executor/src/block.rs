//! The cells of one subgraph response.
//!
//! A block is the response body and a flat vector of cells that point into it; it never changes once parsed. Everything
//! is relative to the block. What later fetches add to an object is not here but in the request's overlays, to which the
//! object's overlay cell gives the first index.

use bytes::Bytes;

use crate::json::Span;

/// One value of a response.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell {
    /// The key was not in the object.
    Absent,
    /// `null`
    Null,
    /// Text to be written as it stands.
    Leaf(Span),
    /// Digits that a client gets in quotes (an ID).
    Quoted(Span),
    /// A number with fraction or exponent that stands for an integer of 32 bits.
    Integral(Span),
    /// An enum value that subgraphs may exchange but no client may see.
    Hidden(Span),
    /// A value that breaks the schema.
    Invalid,
    /// A type, by its number in the supergraph.
    Type(u32),
    /// An object; its cells begin here and are laid out by the shape.
    Object(u32),
    /// A list of `len` cells that begin at `first`.
    List {
        /// Index of the first item's cell.
        first: u32,
        /// Number of items.
        len: u32,
    },
    /// Where the overlays of the surrounding object begin, counted within the block.
    Overlays(u32),
}

impl Cell {
    /// Whether there is a value: neither absent nor null nor broken.
    pub fn is_present(self) -> bool {
        !matches!(self, Cell::Absent | Cell::Null | Cell::Invalid)
    }
}

/// A parsed response.
#[derive(Debug, Clone, Default)]
pub struct Block {
    /// The response as it came.
    pub body: Bytes,
    /// All cells.
    pub cells: Vec<Cell>,
    /// How many overlays the block's objects need together.
    pub overlays: u32,
}

impl Block {
    /// A cell by index; absent beyond the end.
    #[inline]
    pub fn cell(&self, index: u32) -> Cell {
        self.cells.get(index as usize).copied().unwrap_or(Cell::Absent)
    }

    /// The text of a span.
    #[inline]
    pub fn text(&self, span: Span) -> &[u8] {
        span.of(&self.body)
    }
}

/// An object of some block of the request.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct View {
    /// Number of the fetch whose response it is.
    pub fetch: u32,
    /// First cell of the object.
    pub object: u32,
}

impl View {
    /// No object: the fetch did not run, failed or answered null.
    pub const NONE: View = View {
        fetch: u32::MAX,
        object: u32::MAX,
    };

    /// Whether there is an object.
    #[inline]
    pub fn is_some(self) -> bool {
        self.fetch != u32::MAX
    }
}
