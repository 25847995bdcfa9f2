//! A plan: what to ask which subgraph, when, and how the client's response is read out of the answers.
//!
//! # How the parts relate
//!
//! **Places.** A [`Place`] is an object position in the *data* ("each item of `shelves`", "its `owner`"), independent of which fetch asks for it.
//! Place 0 is the root. At run time a place has *instances*: one for the root, and for every other place one per item that its parent's instances
//! lead to. A fetch *visits* a place when its selection has a [`SelectionSet`] there. One instance can be visited by several fetches: by the ones
//! whose composite field leads there (its [`Place::sources`]) and by the entity fetches aimed at it.
//! The data of one instance is the union of the objects that those fetches returned for it; no field is ever read from "the merged object", every reader
//! ([`Provider`]) names the fetch and the key it reads.
//!
//! **Fetches.** [`Fetch::place`] is where its result is attached. A root fetch is attached at place 0 and its selection is the root object; a fetch of
//! kind [`FetchKind::Root`] attached elsewhere re-enters the query root for a field that returns `Query`, and its one result is shared by all instances.
//! An entity fetch is attached at a place and sends one representation per instance (equal ones need be sent only once); its selection is that of the items
//! of `_entities`. Fetches are in topological order; `depends` are its direct prerequisites, whether it reads data from them or (mutations) must only wait for
//! them; `level` is the length of the longest path to it. A fetch whose [`condition`](Fetch::condition) bit is false, or whose place has no instance that yields a
//! representation, is not sent and counts as done.
//!
//! **Fetch selections** ([`SelectionSet`], [`FetchField`]) are what the fetch's operation text asks, flattened: inline fragments have become
//! [`types`](FetchField::types) on fields, `@skip`/`@include` have become condition bits. A key can occur twice in one set only with disjoint
//! `types`; read `__typename` (always first when [`SelectionSet::typename`] is set) to know which applies.
//! A composite field leads to a place; parsing that field is how instances of the place come about.
//!
//! **Type-conditioned paths.** A place reached through a field with `types` exists only below instances of those types, so a path needs no type filter of its own:
//! follow places. [`Place::path`] spells it out for people.
//!
//! **Response tree.** [`ResponseObject`] is one object of the client's answer; its `place` says whose instances it writes, and where its runtime type is read
//! ([`ResponseObject::typename`]). A [`ResponseField`] is written for an instance when its `types` contain the runtime type and its condition bit is set.
//! A leaf has one provider. A composite has one or more: several only when a type without a key must be completed from several subgraphs; the
//! first is the usual source, and an instance exists if any provider that did not fail returned an object. Lists of several providers must agree in length.
//! Keys are unique per runtime type; order is the client's.
//!
//! **Representations** ([`Representation`]) are read from the same places: each field names the provider(s) at its place. They are written under the field's own name
//! whatever key the source fetch used.
//!
//! **Contexts.** An argument from a `@context` is read like a field of a representation, but at an instance of an enclosing place, and sent in a variable
//! ([`ContextArgument`]). A variable has one value per list of representations, so instances with different values are asked in different lists
//! ([`ContextText`]).
//!
//! **Conditions.** Each distinct boolean expression has one bit in [`Plan::conditions`], evaluated once per request from the coerced variables. All are absolute:
//! a field's bit already includes what encloses it; `None` means no more than what encloses it.

mod json;
mod text;

use router_graph::supergraph::LeafKind;
use router_graph::{Condition, FieldId, OperationKind, SubgraphId, TypeId, TypeRef, Value, VariableDefinition};

/// A fetch: index into [`Plan::fetches`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FetchId(pub u32);

/// A place: index into [`Plan::places`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PlaceId(pub u32);

/// A condition bit: index into [`Plan::conditions`]; less than 128.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConditionBit(pub u8);

impl FetchId {
    /// The position in [`Plan::fetches`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl PlaceId {
    /// The root of the response.
    pub const ROOT: PlaceId = PlaceId(0);

    /// The position in [`Plan::places`].
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

/// A compiled answer to one operation. See the module documentation.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Query, mutation or subscription. A subscription's first fetch is its primary one: its selection is that of one event, the other fetches run per event.
    pub kind: OperationKind,
    /// The client's operation name.
    pub name: Option<Box<str>>,
    /// The client's declared variables.
    pub variables: Vec<VariableDefinition>,
    /// In topological order. May be empty (introspection only, or everything denied).
    pub fetches: Vec<Fetch>,
    /// Every object position that some fetch, representation or response object refers to. A parent precedes its children.
    pub places: Vec<Place>,
    /// The expression of each bit.
    pub conditions: Vec<Condition>,
    /// How the client's response is written.
    pub response: ResponseObject,
}

/// An object position in the data.
#[derive(Debug, Clone)]
pub struct Place {
    /// The place that the composite field leading here belongs to; `None` for the root.
    pub parent: Option<PlaceId>,
    /// Number of lists between the parent's instance and this place's.
    pub list_depth: u32,
    /// Every (fetch, key) whose composite field at the parent leads here: the same as the `place` of those [`FetchValue::Object`]s. Empty for the root.
    pub sources: Vec<Provider>,
    /// From the root: keys, and `@` for each list. For people and for plan text; two places may spell the same path.
    pub path: Vec<Box<str>>,
}

/// One request to one subgraph.
#[derive(Debug, Clone)]
pub struct Fetch {
    /// Its index.
    pub id: FetchId,
    /// Whom to ask.
    pub subgraph: SubgraphId,
    /// What kind of request.
    pub kind: FetchKind,
    /// The operation's text, ready to send.
    pub operation: Box<str>,
    /// The name in that text.
    pub operation_name: Option<Box<str>>,
    /// The client's variables used in the text, sorted; send their coerced values under the same names. An entity fetch has `representations` besides,
    /// under [`FetchKind::Entities::variable`].
    pub variables: Vec<Box<str>>,
    /// Send only if this bit is set.
    pub condition: Option<ConditionBit>,
    /// Direct prerequisites, ascending.
    pub depends: Vec<FetchId>,
    /// Length of the longest path of prerequisites; 0 for a fetch that waits for nothing.
    pub level: u32,
    /// Where the result is attached.
    pub place: PlaceId,
    /// What it asks.
    pub selection: SelectionSet,
}

/// The kinds of request.
#[derive(Debug, Clone)]
pub enum FetchKind {
    /// `query`, `mutation` or `subscription` at the subgraph's root.
    Root(OperationKind),
    /// `_entities(representations: $representations)`.
    Entities {
        /// The name of the representations variable, `representations` unless the client uses that name itself.
        variable: Box<str>,
        /// Where an instance's runtime type is read, to choose its representation and the fields of it: the first that has data. Empty when neither has `types`.
        typename: Vec<Provider>,
        /// Which instances are sent, and how each is written: the first whose `types` contains the instance's runtime type. An instance none applies to is not sent.
        representations: Vec<Representation>,
        /// What is sent in variables besides: arguments from `@context`. Equal representations with different values here are different.
        contexts: Vec<ContextArgument>,
        /// The text for instances whose context values differ; given where there are contexts.
        by_context: Option<ContextText>,
    },
}

/// An argument from a `@context`, the same for all fields of one instance.
#[derive(Debug, Clone)]
pub struct ContextArgument {
    /// The variable it is sent in, without `$`.
    pub variable: Box<str>,
    /// The variable's type.
    pub ty: TypeRef,
    /// Where the value is read: the first that applies. If none does, or the value is null, it is null; an instance for which `ty` refuses that is not sent.
    pub sources: Vec<ContextSource>,
    /// It is read if this bit is set, else null.
    pub condition: Option<ConditionBit>,
}

/// Where a context is read for an instance of a fetch's place: at the instance of an enclosing place that it lies within.
#[derive(Debug, Clone)]
pub struct ContextSource {
    /// The enclosing place.
    pub place: PlaceId,
    /// How many places out it is; 1 is the fetch's parent place.
    pub levels: u32,
    /// The type that sets the context, for people.
    pub setter: TypeId,
    /// Applies when the enclosing instance is of one of these types; `None` for any.
    pub types: Option<Vec<TypeId>>,
    /// Where that type is read, when `types` or those of a field are given.
    pub typename: Vec<Provider>,
    /// The first of these that applies to the type leads to the value: it is that leaf, or what the one field below an object leads to. Lists stay lists.
    pub fields: Vec<RepresentationField>,
}

/// An entity fetch's text in pieces, to ask several lists of representations in one request, each with context values of its own: list number N is
/// `_N: _entities(representations: $representations_N)` with each context variable followed by `_N`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ContextText {
    /// `query Name(`
    pub opening: Box<str>,
    /// The declarations of the client's variables, separated by commas; may be empty.
    pub declarations: Box<str>,
    /// What is asked of each entity, in braces, cut behind every context variable.
    pub selection: Vec<Box<str>>,
}

/// How an instance of the fetch's place becomes a representation.
#[derive(Debug, Clone)]
pub struct Representation {
    /// Runtime types it applies to; `None` for any (the runtime type need not be known).
    pub types: Option<Vec<TypeId>>,
    /// What is written as `__typename`.
    pub typename: RepresentationTypename,
    /// What is written besides, in this order. If a field's data is missing or null where `required` is set, the instance is not sent.
    pub fields: Vec<RepresentationField>,
    /// Applies only if this bit is set.
    pub condition: Option<ConditionBit>,
}

/// The `__typename` of a representation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RepresentationTypename {
    /// Always this name (an object type, or an interface that the subgraph has as `@interfaceObject`).
    Constant(Box<str>),
    /// The instance's runtime type, read here.
    Runtime(Provider),
}

/// One field of a representation.
#[derive(Debug, Clone)]
pub struct RepresentationField {
    /// The key in the representation: the field's own name.
    pub name: Box<str>,
    /// The field's type in the supergraph.
    pub ty: TypeRef,
    /// Only for these runtime types of the enclosing object; `None` for all.
    pub types: Option<Vec<TypeId>>,
    /// The data.
    pub value: RepresentationValue,
    /// The instance is not sent when this is null or missing: key fields, and required fields of non-null type. Inside a nested object: when that object is not null.
    pub required: bool,
    /// Written only if this bit is set (another field's `@requires` that this request does not need is left out, not missing).
    pub condition: Option<ConditionBit>,
}

/// Data of a representation.
#[derive(Debug, Clone)]
pub enum RepresentationValue {
    /// A scalar or enum (or lists of it), bytes untouched.
    Leaf(Provider),
    /// `__typename` of a nested object: the constant name when it is known, else read from the provider.
    Typename {
        /// The name of the object's only possible type.
        constant: Option<Box<str>>,
        /// Where it is read otherwise.
        provider: Option<Provider>,
    },
    /// A nested object (or lists of it).
    Object {
        /// Where instances come from, as for [`ResponseValue::Object`].
        providers: Vec<Provider>,
        /// The nested place.
        place: PlaceId,
        /// Where the nested object's runtime type is read, when some of `fields` has `types`.
        typename: Option<Provider>,
        /// What is written.
        fields: Vec<RepresentationField>,
    },
}

/// Where a value is read: at a place, the key of the object that `fetch` returned for the instance.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Provider {
    /// The fetch.
    pub fetch: FetchId,
    /// The response key in that fetch's answer.
    pub key: Box<str>,
}

/// What a fetch asks about one object.
#[derive(Debug, Clone)]
pub struct SelectionSet {
    /// The type of the object in the supergraph. In a subgraph that has an interface object, it is the interface.
    pub parent: TypeId,
    /// The place whose instances these objects are.
    pub place: PlaceId,
    /// The text asks `__typename` under this key (it is among `fields` too, first). Set wherever the object's type varies in this subgraph or someone reads it here.
    pub typename: Option<Box<str>>,
    /// The object types this subgraph can return here, ascending. For an interface object: empty, and `__typename` is the interface's name.
    pub possible_types: Vec<TypeId>,
    /// The fields, `__typename` first, in the order of the text.
    pub fields: Vec<FetchField>,
}

/// One field in a fetch.
#[derive(Debug, Clone)]
pub struct FetchField {
    /// Its response key in this fetch.
    pub key: Box<str>,
    /// Its name in the schema.
    pub name: Box<str>,
    /// Which field of the supergraph; `None` for `__typename`.
    pub field: Option<FieldId>,
    /// As written in the text.
    pub arguments: Vec<(Box<str>, Value)>,
    /// It was asked for these runtime types of the object only; `None` for all.
    pub types: Option<Vec<TypeId>>,
    /// It is asked if this bit is set.
    pub condition: Option<ConditionBit>,
    /// Its type in this subgraph (lists and non-null marks as the subgraph declares them).
    pub ty: TypeRef,
    /// What it holds.
    pub value: FetchValue,
}

/// What a field of a fetch holds, innermost.
#[derive(Debug, Clone)]
pub enum FetchValue {
    /// `__typename`
    Typename,
    /// A scalar or enum.
    Leaf(LeafKind),
    /// An object.
    Object(Box<SelectionSet>),
}

/// One object of the client's response.
#[derive(Debug, Clone)]
pub struct ResponseObject {
    /// Whose instances it writes.
    pub place: PlaceId,
    /// The client's static type: object, interface or union.
    pub static_type: TypeId,
    /// The visible object types it can be, ascending. A runtime type outside makes the object null, with an error.
    pub possible_types: Vec<TypeId>,
    /// Where the runtime type is read: the first that has data. Empty: `possible_types` has exactly one, or nobody asks (no field has `types`, none is
    /// `__typename`).
    pub typename: Vec<Provider>,
    /// In response order.
    pub fields: Vec<ResponseField>,
}

/// One field of the client's response.
#[derive(Debug, Clone)]
pub struct ResponseField {
    /// The client's key.
    pub key: Box<str>,
    /// The field; `None` for `__typename`, `__schema` and `__type`.
    pub field: Option<FieldId>,
    /// Written for these runtime types only; `None` for all.
    pub types: Option<Vec<TypeId>>,
    /// Written if this bit is set.
    pub condition: Option<ConditionBit>,
    /// Its type in the API schema: its non-null marks decide how null bubbles.
    pub ty: TypeRef,
    /// What is written.
    pub value: ResponseValue,
}

/// What a response field writes.
#[derive(Debug, Clone)]
pub enum ResponseValue {
    /// The runtime type's name. At the root it is a constant.
    Typename,
    /// A scalar or enum.
    Leaf {
        /// Where it is read.
        provider: Provider,
        /// How it is checked and written.
        kind: LeafKind,
    },
    /// An object.
    Object {
        /// Where instances come from, the usual one first.
        providers: Vec<Provider>,
        /// What is written of each.
        object: Box<ResponseObject>,
    },
    /// `__schema` or `__type`: JSON from `router_graph::Document::introspect`, by this field's key.
    Introspection,
    /// The viewer may not see it: null and an error with code `UNAUTHORIZED_FIELD_OR_TYPE`; null bubbles by `ty`.
    Denied,
    /// Nobody is asked, since subgraphs disagree whether objects of these types occur here: null, without an error of its own.
    Absent,
}
