//! The interned model of a supergraph: what every subgraph can resolve, and how.
//!
//! Built from supergraph SDL by [`Supergraph::parse`] (in `language`), immutable afterwards. Ids are indexes into the model
//! they came from and mean nothing elsewhere. It does not know operations or plans.
//!
//! A note on interface objects: a type that some subgraphs declare as `@interfaceObject` is an interface here
//! ([`TypeKind::Interface`]) whose [`TypeJoin::is_interface_object`] is set for those subgraphs.

mod field_set;
mod lookup;

use std::collections::BTreeMap;

pub use field_set::{FieldSet, FieldSetItem};
pub use lookup::FieldResolution;

use crate::language::ApiSchema;
use crate::value::Value;

macro_rules! id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The position in its table.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

id!(
    /// A subgraph: index into [`Supergraph::subgraphs`].
    SubgraphId
);
id!(
    /// A named type: index into [`Supergraph::types`].
    TypeId
);
id!(
    /// A field of an object or interface type: index into [`Supergraph::fields`].
    FieldId
);

/// A supergraph, read and interned.
#[derive(Debug)]
pub struct Supergraph {
    /// Subgraphs in the order of `join__Graph`.
    pub subgraphs: Vec<Subgraph>,
    /// Every type of the supergraph but those of join, link and other machinery. Built-in scalars come first.
    pub types: Vec<TypeDefinition>,
    /// Every field of every object and interface type.
    pub fields: Vec<FieldDefinition>,
    /// The query root.
    pub query: TypeId,
    /// The mutation root.
    pub mutation: Option<TypeId>,
    /// The subscription root.
    pub subscription: Option<TypeId>,
    /// What clients see.
    pub api: ApiSchema,
    /// Every argument that some field takes from a `@context`, by its variable.
    pub context_arguments: BTreeMap<Box<str>, ContextArgument>,
    /// Whether any element carries `@authenticated`, `@requiresScopes` or `@policy`.
    pub has_authorisation: bool,
    pub(crate) types_by_name: BTreeMap<Box<str>, TypeId>,
}

/// One subgraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Subgraph {
    /// Its name as given to composition.
    pub name: Box<str>,
    /// Its value in `join__Graph`.
    pub enum_value: Box<str>,
    /// Its routing address; may be empty.
    pub url: Box<str>,
}

/// The six kinds of named type.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TypeKind {
    /// A scalar, built in or custom.
    Scalar,
    /// An object.
    Object,
    /// An interface.
    Interface,
    /// A union.
    Union,
    /// An enum.
    Enum,
    /// An input object.
    InputObject,
}

/// A named type.
#[derive(Debug)]
pub struct TypeDefinition {
    /// Its id.
    pub id: TypeId,
    /// Its name, the same in every subgraph (but for root types, which a subgraph may have renamed).
    pub name: Box<str>,
    /// Its kind in the supergraph.
    pub kind: TypeKind,
    /// In which subgraphs it is, and how; ascending by subgraph, each once.
    pub joins: Vec<TypeJoin>,
    /// Fields of an object or interface, in source order.
    pub fields: Vec<FieldId>,
    /// Fields of an input object, in source order.
    pub input_fields: Vec<InputValueDefinition>,
    /// Values of an enum, in source order.
    pub enum_values: Vec<EnumValueDefinition>,
    /// The interfaces an object or interface implements in the supergraph.
    pub interfaces: Vec<TypeId>,
    /// The object types a value of this type can have in the supergraph, ascending: itself for an object, empty for an input type.
    pub possible_types: Vec<TypeId>,
    /// The same per subgraph (index = subgraph): those of this subgraph's own declaration. For an interface object it is empty.
    pub possible_types_in: Vec<Vec<TypeId>>,
    /// `@inaccessible`: not in the API schema.
    pub inaccessible: bool,
    /// `@oneOf` on an input object.
    pub one_of: bool,
    /// What a viewer must have to see values of this type.
    pub authorisation: Option<Requirement>,
    pub(crate) fields_by_name: BTreeMap<Box<str>, FieldId>,
}

/// A type's declaration in one subgraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypeJoin {
    /// The subgraph.
    pub subgraph: SubgraphId,
    /// Its `@key`s there.
    pub keys: Vec<Key>,
    /// The supergraph's interface is an object there.
    pub is_interface_object: bool,
}

/// One `@key`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// What identifies an entity.
    pub fields: FieldSet,
    /// Whether the subgraph answers `_entities` for it.
    pub resolvable: bool,
    /// Written on an extension of a type that other subgraphs define: its fields are the subgraph's to tell, `@external` or not.
    pub extension: bool,
}

/// A field of an object or interface type.
#[derive(Debug)]
pub struct FieldDefinition {
    /// Its id.
    pub id: FieldId,
    /// Its name.
    pub name: Box<str>,
    /// The type that has it.
    pub parent: TypeId,
    /// Its type in the supergraph.
    pub ty: TypeRef,
    /// Its arguments.
    pub arguments: Vec<InputValueDefinition>,
    /// Where it can be resolved.
    pub joins: FieldJoins,
    /// `@inaccessible`
    pub inaccessible: bool,
    /// What a viewer must have to see it, beside what its type demands.
    pub authorisation: Option<Requirement>,
}

/// Where a field is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FieldJoins {
    /// In every subgraph that has the type, plainly.
    Everywhere,
    /// In these only, ascending by subgraph. Empty: nowhere on this type itself, only through interface objects.
    In(Vec<FieldJoin>),
}

/// A field's declaration in one subgraph (`@join__field`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldJoin {
    /// The subgraph.
    pub subgraph: SubgraphId,
    /// Its type there, when it differs from the supergraph's.
    pub ty: Option<TypeRef>,
    /// Declared there but resolved elsewhere.
    pub external: bool,
    /// What must be in the representation before it can be resolved.
    pub requires: Option<FieldSet>,
    /// Otherwise external fields that can be read below this field.
    pub provides: Option<FieldSet>,
    /// Moved here from the subgraph of that name.
    pub override_from: Option<Box<str>>,
    /// The label that decides whether the move is in force; on both sides of the move.
    pub override_label: Option<Box<str>>,
    /// Moved away from here.
    pub used_overridden: bool,
    /// Arguments filled from a `@context`; they are not among the field's arguments.
    pub context_arguments: Vec<ContextArgument>,
}

impl FieldJoin {
    /// A field that a subgraph resolves, and nothing more to say.
    pub(crate) fn plain(subgraph: SubgraphId) -> Self {
        FieldJoin {
            subgraph,
            ty: None,
            external: false,
            requires: None,
            provides: None,
            override_from: None,
            override_label: None,
            used_overridden: false,
            context_arguments: Vec::new(),
        }
    }
}

/// An argument that a subgraph's field takes from the nearest object around it that sets a context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextArgument {
    /// Its name in the subgraph.
    pub name: Box<str>,
    /// A variable to send it in: unique in the supergraph.
    pub variable: Box<str>,
    /// Its type.
    pub ty: TypeRef,
    /// By type that sets the context (objects, interfaces, unions), ascending: what is read there. One leaf, perhaps below objects and lists,
    /// perhaps one for each of several object types.
    pub selections: Vec<(TypeId, FieldSet)>,
}

/// An argument or input field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InputValueDefinition {
    /// Its name.
    pub name: Box<str>,
    /// Its type.
    pub ty: TypeRef,
    /// Its default.
    pub default: Option<Value>,
    /// `@inaccessible`
    pub inaccessible: bool,
}

/// A value of an enum.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EnumValueDefinition {
    /// Its name.
    pub name: Box<str>,
    /// The subgraphs that know it; empty when the supergraph does not say (join before 0.3): all that have the enum.
    pub subgraphs: Vec<SubgraphId>,
    /// `@inaccessible`
    pub inaccessible: bool,
}

/// A type reference: a named type under lists and non-null marks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeRef {
    /// The innermost type.
    pub named: TypeId,
    /// Whether the innermost type is marked non-null.
    pub non_null: bool,
    /// One entry per list around it, outermost first; true when that list is marked non-null.
    pub lists: Vec<bool>,
}

impl TypeRef {
    /// Whether the whole (its outermost part) is non-null.
    pub fn is_non_null(&self) -> bool {
        *self.lists.first().unwrap_or(&self.non_null)
    }
}

/// How a scalar or enum value is written in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LeafKind {
    /// `Int`: 32 bits.
    Int,
    /// `Float`
    Float,
    /// `String`
    String,
    /// `Boolean`
    Boolean,
    /// `ID`: a string, or an integer.
    Id,
    /// An enum; its values are in [`TypeDefinition::enum_values`].
    Enum(TypeId),
    /// A custom scalar: any JSON.
    Custom,
}

/// What `@authenticated`, `@requiresScopes` and `@policy` demand, all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Requirement {
    /// `@authenticated`
    pub authenticated: bool,
    /// `@requiresScopes`: some inner list must be held in full. `None`: not demanded.
    pub scopes: Option<Vec<Vec<Box<str>>>>,
    /// `@policy`: likewise.
    pub policies: Option<Vec<Vec<Box<str>>>>,
}
