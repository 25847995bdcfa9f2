//! Field sets of `@key`, `@requires` and `@provides`, resolved against the supergraph.

use super::{FieldId, TypeId};
use crate::value::Value;

/// A selection without aliases, in source order.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct FieldSet {
    /// What it selects.
    pub items: Vec<FieldSetItem>,
}

/// One item of a [`FieldSet`].
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FieldSetItem {
    /// `__typename`
    Typename,
    /// A field of the enclosing type.
    Field {
        /// The field, on the enclosing type.
        field: FieldId,
        /// Its arguments (only `@requires` has any).
        arguments: Vec<(Box<str>, Value)>,
        /// Its sub-selection, empty for a leaf.
        selections: FieldSet,
    },
    /// `... on Type`
    Inline {
        /// The type condition.
        ty: TypeId,
        /// What applies to it.
        selections: FieldSet,
    },
}

impl FieldSet {
    /// Whether nothing is selected.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }
}
