//! One operation, normalised against a supergraph: fragments are expanded, equal response keys merged, constant
//! conditions folded. It knows nothing of subgraphs or plans.
//!
//! # Normal form
//!
//! In a [`SelectionSet`] a response key occurs at most once *per runtime type*: entries with one key have disjoint
//! [`types`](Selection::types). They are ordered by first occurrence, which is the order of the response.
//! [`condition`](Selection::condition) is absolute: it already includes the conditions of every enclosing selection, so that
//! sub-selections merged from two conditional occurrences keep their own.

use crate::condition::Condition;
use crate::language::Location;
use crate::supergraph::{FieldId, TypeId, TypeRef};
use crate::value::Value;

/// What the operation does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OperationKind {
    /// `query`
    Query,
    /// `mutation`
    Mutation,
    /// `subscription`
    Subscription,
}

impl OperationKind {
    /// The keyword of the language.
    pub fn keyword(self) -> &'static str {
        match self {
            OperationKind::Query => "query",
            OperationKind::Mutation => "mutation",
            OperationKind::Subscription => "subscription",
        }
    }
}

/// A normalised operation.
#[derive(Debug, Clone)]
pub struct Operation {
    /// Query, mutation or subscription.
    pub kind: OperationKind,
    /// The name the client gave it.
    pub name: Option<Box<str>>,
    /// The root object type.
    pub root: TypeId,
    /// Declared variables in source order.
    pub variables: Vec<VariableDefinition>,
    /// What is selected. At the root it may contain introspection ([`SelectionKind::Introspection`]) and `__typename`.
    pub selection: SelectionSet,
}

impl Operation {
    /// Whether any root field asks about the schema itself; its JSON comes from [`crate::Document::introspect`].
    pub fn has_introspection(&self) -> bool {
        self.selection
            .fields
            .iter()
            .any(|selection| matches!(selection.kind, SelectionKind::Introspection))
    }
}

/// A declared variable.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableDefinition {
    /// Without `$`.
    pub name: Box<str>,
    /// Its input type.
    pub ty: TypeRef,
    /// Its default, a constant.
    pub default: Option<Value>,
    /// Where it is declared.
    pub location: Option<Location>,
}

/// What is selected on one object.
#[derive(Debug, Clone, Default)]
pub struct SelectionSet {
    /// In response order. A key may occur several times with disjoint `types`.
    pub fields: Vec<Selection>,
}

/// One response field.
#[derive(Debug, Clone)]
pub struct Selection {
    /// The key in the client's response.
    pub key: Box<str>,
    /// The type the field was selected on: an object, or an interface or union enclosing all of `types`.
    pub parent: TypeId,
    /// The widest interface on which some fragment asks for the field, whichever types the others ask for.
    pub through: Option<TypeId>,
    /// Which field.
    pub kind: SelectionKind,
    /// Arguments in source order, as written.
    pub arguments: Vec<(Box<str>, Value)>,
    /// The object types for which this field is in the response, ascending; `None` for every possible type of the enclosing selection set.
    pub types: Option<Vec<TypeId>>,
    /// When it is wanted (absolute, never "never").
    pub condition: Condition,
    /// Sub-selections; empty for leaves, and for an object all of whose fields are excluded by constant conditions.
    pub selections: SelectionSet,
    /// The viewer may not see it: the response has null here and an `UNAUTHORIZED_FIELD_OR_TYPE` error, and nothing is fetched for it.
    pub denied: bool,
    /// Where its first occurrence is written.
    pub location: Option<Location>,
}

/// Which field a selection names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SelectionKind {
    /// `__typename`
    Typename,
    /// `__schema` or `__type` at the query root: its JSON comes from [`crate::Document::introspect`] by response key.
    Introspection,
    /// A field of `parent`.
    Field(FieldId),
}
