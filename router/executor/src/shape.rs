//! The shape of a fetch's response, compiled from the plan: which cell each selected field has.
//!
//! A selection set with type conditions has one layout for all types: fields that differ by type have their own cells and
//! stay absent where they do not apply. So an object can be laid out before its `__typename` is known.

use crate::leaf::LeafKind;

/// A set of type numbers.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TypeSet {
    words: Vec<u64>,
}

impl TypeSet {
    /// Adds a type.
    pub fn insert(&mut self, number: u32) {
        let word = number as usize / 64;
        if self.words.len() <= word {
            self.words.resize(word + 1, 0);
        }
        self.words[word] |= 1 << (number % 64);
    }

    /// Whether the type is in the set.
    #[inline]
    pub fn contains(&self, number: u32) -> bool {
        self.words
            .get(number as usize / 64)
            .is_some_and(|word| word >> (number % 64) & 1 == 1)
    }
}

impl FromIterator<u32> for TypeSet {
    fn from_iter<I: IntoIterator<Item = u32>>(numbers: I) -> Self {
        let mut set = Self::default();
        numbers.into_iter().for_each(|number| set.insert(number));
        set
    }
}

/// A set of fetch numbers: the same representation, another meaning.
pub type FetchSet = TypeSet;

/// What a value must be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ValueShape {
    /// A scalar or enum.
    Leaf(LeafKind),
    /// An object, by its number among the fetch's objects.
    Object(u32),
    /// A list.
    List(Box<ValueShape>),
}

impl ValueShape {
    /// The object inside any lists.
    pub fn object(&self) -> Option<u32> {
        match self {
            ValueShape::Leaf(_) => None,
            ValueShape::Object(number) => Some(*number),
            ValueShape::List(item) => item.object(),
        }
    }
}

/// A field of an object; its cell is its place among the object's fields.
#[derive(Debug, Clone)]
pub struct FieldShape {
    /// The response key the subgraph answers with.
    pub key: Box<[u8]>,
    /// The value.
    pub value: ValueShape,
}

/// Records the object in a position list.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Number of the list among the fetch's lists.
    pub list: u32,
}

/// Drops what a list found beneath an object of any other type.
#[derive(Debug, Clone)]
pub struct Filter {
    /// Number of the list.
    pub list: u32,
    /// The types beneath which positions count.
    pub types: TypeSet,
}

/// The layout of an object: a cell per field, then the overlay cell if later fetches complete the object.
#[derive(Debug, Clone, Default)]
pub struct ObjectShape {
    /// In the order the subgraph is expected to answer.
    pub fields: Vec<FieldShape>,
    /// The cell of `__typename`, where it is selected under that key.
    pub typename: Option<u32>,
    /// The type, where only one is possible.
    pub only_type: Option<u32>,
    /// How many fetches complete the object.
    pub overlays: u32,
    /// Position lists the object itself belongs to.
    pub marks: Vec<Mark>,
    /// Type conditions of position lists that pass through the object.
    pub filters: Vec<Filter>,
}

impl ObjectShape {
    /// Number of cells.
    pub fn width(&self) -> usize {
        self.fields.len() + usize::from(self.overlays > 0)
    }

    /// The cell that says where the object's overlays begin.
    pub fn overlay_cell(&self) -> u32 {
        self.fields.len() as u32
    }

    /// The cell of a response key.
    pub fn field(&self, key: &[u8]) -> Option<u32> {
        self.fields.iter().position(|field| field.key.as_ref() == key).map(|at| at as u32)
    }
}

/// The shape of one fetch's response.
#[derive(Debug, Clone, Default)]
pub struct Shape {
    /// All objects; the first is `data`. For an entity fetch, `data` has the single field `_entities`.
    pub objects: Vec<ObjectShape>,
    /// Number of position lists.
    pub lists: usize,
}
