//! The schema model that all phases share: types, fields, directive applications, with spans into the subgraphs' text.
//! Owns data only; must not know how text becomes a model (`parse`) nor any rule.

mod circles;
mod context;
mod field_set;
mod known;
mod literals;
mod places;
mod schema;
mod source;
mod value;

pub(crate) use context::{FromContext, FromContextError};
pub(crate) use field_set::{FieldSet, Selection, is_name};
pub(crate) use known::{Known, NEWEST_MINOR, SPECIFICATIONS_URL, Specification};
pub(crate) use places::{Place, each_place, each_place_mut};
pub(crate) use schema::{
    Block, DirectiveDef, DirectiveUse, EnumValueDef, FieldDef, InputDef, Kind, Marks, RootKind, Schema, TypeDef, TypeRef,
    is_builtin_scalar, is_executable_location, uses,
};
pub(crate) use source::{Source, Span};
pub(crate) use value::Value;

/// A shared name.
pub(crate) type Name = std::sync::Arc<str>;

/// How maps of the model hash: fast, and the same in every run.
type Hashing = foldhash::fast::FixedState;
pub(crate) type IndexMap<K, V> = indexmap::IndexMap<K, V, Hashing>;
pub(crate) type HashMap<K, V> = std::collections::HashMap<K, V, Hashing>;
pub(crate) type HashSet<T> = std::collections::HashSet<T, Hashing>;
