//! One schema: a subgraph's, the supergraph's or the API's.

use super::{FieldSet, FromContext, IndexMap, Known, Name, Span, Value};
use std::fmt;

/// A schema. Types of the specification (`Int`, `__Type`, ...) are not listed.
#[derive(Clone, Debug, Default)]
pub(crate) struct Schema {
    pub description: Option<String>,
    pub directives: Vec<DirectiveUse>,
    /// Root operation types, by kind.
    pub roots: IndexMap<RootKind, (Name, Option<Span>)>,
    pub types: IndexMap<Name, TypeDef>,
    pub directive_defs: IndexMap<Name, DirectiveDef>,
}

/// Kind of operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RootKind {
    Query,
    Mutation,
    Subscription,
}

impl RootKind {
    pub const ALL: [RootKind; 3] = [RootKind::Query, RootKind::Mutation, RootKind::Subscription];

    /// Default name of the root type.
    pub fn type_name(self) -> &'static str {
        match self {
            RootKind::Query => "Query",
            RootKind::Mutation => "Mutation",
            RootKind::Subscription => "Subscription",
        }
    }

    /// The operation keyword.
    pub fn keyword(self) -> &'static str {
        match self {
            RootKind::Query => "query",
            RootKind::Mutation => "mutation",
            RootKind::Subscription => "subscription",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Kind {
    Scalar,
    Object,
    Interface,
    Union,
    Enum,
    Input,
}

impl Kind {
    pub fn is_composite(self) -> bool {
        matches!(self, Kind::Object | Kind::Interface | Kind::Union)
    }

    /// For sentences, with its article.
    pub fn described(self) -> &'static str {
        match self {
            Kind::Scalar => "a scalar",
            Kind::Object => "an object type",
            Kind::Interface => "an interface",
            Kind::Union => "a union",
            Kind::Enum => "an enum",
            Kind::Input => "an input object",
        }
    }

    /// For sentences.
    pub fn noun(self) -> &'static str {
        match self {
            Kind::Scalar => "scalar",
            Kind::Object => "object type",
            Kind::Interface => "interface",
            Kind::Union => "union",
            Kind::Enum => "enum",
            Kind::Input => "input object",
        }
    }
}

/// A definition or extension of a type: the unit that `extend` and a type's own `@shareable` speak about.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Block {
    pub is_extension: bool,
}

/// A named type, definition and extensions together. Only the members its kind has are filled.
#[derive(Clone, Debug)]
pub(crate) struct TypeDef {
    pub name: Name,
    pub kind: Kind,
    pub description: Option<String>,
    pub span: Span,
    pub blocks: Vec<Block>,
    pub directives: Vec<DirectiveUse>,
    pub implements: IndexMap<Name, Span>,
    pub fields: IndexMap<Name, FieldDef>,
    pub inputs: IndexMap<Name, InputDef>,
    pub values: IndexMap<Name, EnumValueDef>,
    pub members: IndexMap<Name, Span>,
}

impl TypeDef {
    pub fn new(name: Name, kind: Kind, span: Span) -> Self {
        TypeDef {
            name,
            kind,
            description: None,
            span,
            blocks: Vec::new(),
            directives: Vec::new(),
            implements: IndexMap::default(),
            fields: IndexMap::default(),
            inputs: IndexMap::default(),
            values: IndexMap::default(),
            members: IndexMap::default(),
        }
    }

    pub fn uses(&self, known: Known) -> impl Iterator<Item = &DirectiveUse> {
        uses(&self.directives, known)
    }

    pub fn has(&self, known: Known) -> bool {
        self.uses(known).next().is_some()
    }

    pub fn keys(&self) -> impl Iterator<Item = &DirectiveUse> {
        self.uses(Known::Key)
    }

    /// Names of the contexts that objects of this type set for what is below them.
    pub fn contexts(&self) -> impl Iterator<Item = &str> {
        self.uses(Known::Context).filter_map(|application| application.text("name"))
    }
}

#[derive(Clone, Debug)]
pub(crate) struct FieldDef {
    pub name: Name,
    pub description: Option<String>,
    pub arguments: IndexMap<Name, InputDef>,
    pub ty: TypeRef,
    pub directives: Vec<DirectiveUse>,
    pub span: Span,
    pub block: usize,
    pub marks: Marks,
}

impl FieldDef {
    pub fn find(&self, known: Known) -> Option<&DirectiveUse> {
        uses(&self.directives, known).next()
    }

    pub fn has(&self, known: Known) -> bool {
        self.find(known).is_some()
    }

    /// Its arguments that a context gives, with where from.
    pub fn contextual(&self) -> impl Iterator<Item = (&InputDef, &FromContext)> {
        self.arguments
            .values()
            .filter_map(|argument| Some((argument, argument.from_context.as_deref()?)))
    }

    /// External and on no path provided: this subgraph never resolves it.
    pub fn is_fully_external(&self) -> bool {
        self.marks.external && !self.marks.provided
    }
}

/// What federation says of a field within its subgraph, derived once per subgraph after parsing.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Marks {
    /// `@external` applies to it and it is not a key field of an extension.
    pub external: bool,
    /// Some `@provides` of the subgraph selects it.
    pub provided: bool,
    /// Some field set selects it, or a local interface demands it.
    pub used: bool,
    pub shareable: bool,
}

/// An argument or input field.
#[derive(Clone, Debug)]
pub(crate) struct InputDef {
    pub name: Name,
    pub description: Option<String>,
    pub ty: TypeRef,
    pub default: Option<Value>,
    pub directives: Vec<DirectiveUse>,
    pub span: Span,
    /// The value that a context gives to an argument, from its `@fromContext`; read in validation, absent if unreadable.
    pub from_context: Option<Box<FromContext>>,
}

impl InputDef {
    /// Callers must give a value.
    pub fn is_required(&self) -> bool {
        matches!(self.ty, TypeRef::NonNull(_)) && self.default.is_none()
    }

    pub fn has(&self, known: Known) -> bool {
        uses(&self.directives, known).next().is_some()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct EnumValueDef {
    pub name: Name,
    pub description: Option<String>,
    pub directives: Vec<DirectiveUse>,
    pub span: Span,
}

impl EnumValueDef {
    pub fn has(&self, known: Known) -> bool {
        uses(&self.directives, known).next().is_some()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct DirectiveDef {
    pub name: Name,
    pub description: Option<String>,
    pub arguments: IndexMap<Name, InputDef>,
    pub is_repeatable: bool,
    pub locations: Vec<&'static str>,
    pub span: Span,
}

impl DirectiveDef {
    /// Whether only operations can carry it.
    pub fn is_executable_only(&self) -> bool {
        self.locations.iter().all(|location| is_executable_location(location))
    }

    /// Whether operations can carry it.
    pub fn is_executable(&self) -> bool {
        self.locations.iter().any(|location| is_executable_location(location))
    }
}

pub(crate) fn is_executable_location(location: &str) -> bool {
    matches!(
        location,
        "QUERY"
            | "MUTATION"
            | "SUBSCRIPTION"
            | "FIELD"
            | "FRAGMENT_DEFINITION"
            | "FRAGMENT_SPREAD"
            | "INLINE_FRAGMENT"
            | "VARIABLE_DEFINITION"
    )
}

/// A directive application.
#[derive(Clone, Debug)]
pub(crate) struct DirectiveUse {
    /// The name the schema uses.
    pub name: Name,
    /// What it means.
    pub known: Option<Known>,
    /// Arguments with the place of each value.
    pub arguments: Vec<(Name, Value, Span)>,
    pub span: Span,
    /// The type's block it stands on; 0 elsewhere.
    pub block: usize,
}

impl DirectiveUse {
    /// An application that no subgraph wrote.
    pub fn made(name: &str, known: Option<Known>, arguments: Vec<(&str, Value)>) -> Self {
        let span = Span::whole(0);
        DirectiveUse {
            name: name.into(),
            known,
            arguments: arguments.into_iter().map(|(name, value)| (name.into(), value, span)).collect(),
            span,
            block: 0,
        }
    }

    pub fn argument(&self, name: &str) -> Option<&Value> {
        self.arguments
            .iter()
            .find(|(candidate, ..)| &**candidate == name)
            .map(|(_, value, _)| value)
    }

    pub fn text(&self, name: &str) -> Option<&str> {
        self.argument(name).and_then(Value::as_str)
    }

    /// Where the value of an argument stands; the application itself if the argument is absent.
    pub fn argument_span(&self, name: &str) -> Span {
        self.arguments
            .iter()
            .find(|(candidate, ..)| &**candidate == name)
            .map_or(self.span, |(.., span)| *span)
    }

    /// What its `fields` select, if they can be read.
    pub fn field_set(&self) -> Option<FieldSet> {
        FieldSet::parse(self.text("fields")?).ok()
    }

    /// For keys: can the subgraph resolve references by it?
    pub fn is_resolvable(&self) -> bool {
        self.argument("resolvable") != Some(&Value::Boolean(false))
    }

    /// Same meaning and same arguments, in any order.
    pub fn is_same_application(&self, other: &DirectiveUse) -> bool {
        self.known == other.known
            && (self.known.is_some() || self.name == other.name)
            && self.arguments.len() == other.arguments.len()
            && self.arguments.iter().all(|(name, value, _)| other.argument(name) == Some(value))
    }
}

pub(crate) fn uses(list: &[DirectiveUse], known: Known) -> impl Iterator<Item = &DirectiveUse> {
    list.iter().filter(move |application| application.known == Some(known))
}

/// A type as a field or argument names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum TypeRef {
    Named(Name),
    List(Box<TypeRef>),
    NonNull(Box<TypeRef>),
}

impl TypeRef {
    /// The innermost name.
    pub fn base(&self) -> &Name {
        match self {
            TypeRef::Named(name) => name,
            TypeRef::List(inner) | TypeRef::NonNull(inner) => inner.base(),
        }
    }

    pub fn base_mut(&mut self) -> &mut Name {
        match self {
            TypeRef::Named(name) => name,
            TypeRef::List(inner) | TypeRef::NonNull(inner) => inner.base_mut(),
        }
    }

    /// Whether every value of this type is one of `wanted`, which has the same lists and is as nullable or more; names
    /// that differ fit where `is_member` says so.
    pub fn fits(&self, wanted: &TypeRef, is_member: &dyn Fn(&str, &str) -> bool) -> bool {
        match (self, wanted) {
            (TypeRef::NonNull(own), TypeRef::NonNull(wanted)) => own.fits(wanted, is_member),
            (TypeRef::NonNull(own), wanted) => own.fits(wanted, is_member),
            (TypeRef::List(own), TypeRef::List(wanted)) => own.fits(wanted, is_member),
            (TypeRef::Named(own), TypeRef::Named(wanted)) => own == wanted || is_member(own, wanted),
            _ => false,
        }
    }

    pub fn nullable(&self) -> &TypeRef {
        match self {
            TypeRef::NonNull(inner) => inner,
            other => other,
        }
    }
}

impl fmt::Display for TypeRef {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            TypeRef::Named(name) => out.write_str(name),
            TypeRef::List(inner) => write!(out, "[{inner}]"),
            TypeRef::NonNull(inner) => write!(out, "{inner}!"),
        }
    }
}

impl Schema {
    /// The object types a composite type may be at run time, in schema order.
    pub fn possible_types(&self, name: &str) -> Vec<Name> {
        let Some(definition) = self.types.get(name) else {
            return Vec::new();
        };
        match definition.kind {
            Kind::Object => vec![definition.name.clone()],
            Kind::Union => definition.members.keys().cloned().collect(),
            Kind::Interface => self
                .types
                .values()
                .filter(|candidate| candidate.kind == Kind::Object && candidate.implements.contains_key(name))
                .map(|candidate| candidate.name.clone())
                .collect(),
            _ => Vec::new(),
        }
    }

    /// Whether a field is external; an interface's field is where an implementation's is.
    pub fn is_external_somewhere(&self, parent: &TypeDef, field: &str) -> bool {
        let is_external = |definition: &TypeDef| definition.fields.get(field).is_some_and(|field| field.marks.external);
        let is_implementations = || self.possible_types(&parent.name).iter().any(|name| is_external(&self.types[name]));
        is_external(parent) || (parent.kind == Kind::Interface && is_implementations())
    }

    pub fn kind_of(&self, name: &str) -> Option<Kind> {
        if is_builtin_scalar(name) {
            return Some(Kind::Scalar);
        }
        self.types.get(name).map(|definition| definition.kind)
    }

    /// Whether `name` is one of the root operation types.
    pub fn root_kind(&self, name: &str) -> Option<RootKind> {
        self.roots.iter().find(|(_, (root, _))| &**root == name).map(|(kind, _)| *kind)
    }

    /// Whether `own` may stand where `wanted` is expected (October 2021, section 3.6.1, IsValidImplementationFieldType).
    pub fn is_subtype(&self, own: &TypeRef, wanted: &TypeRef) -> bool {
        own.fits(wanted, &|own, wanted| self.is_member(own, wanted))
    }

    /// Whether `member` implements or is a member of the abstract type `of`.
    pub fn is_member(&self, member: &str, of: &str) -> bool {
        self.types.get(of).is_some_and(|definition| match definition.kind {
            Kind::Union => definition.members.contains_key(member),
            Kind::Interface => self.types.get(member).is_some_and(|member| member.implements.contains_key(of)),
            _ => false,
        })
    }
}

pub(crate) fn is_builtin_scalar(name: &str) -> bool {
    matches!(name, "Int" | "Float" | "String" | "Boolean" | "ID")
}

impl Schema {
    /// Visits every list of directive applications.
    pub fn each_directive_list(&mut self, visit: &mut dyn FnMut(&mut Vec<DirectiveUse>)) {
        visit(&mut self.directives);
        for definition in self.types.values_mut() {
            visit(&mut definition.directives);
            for field in definition.fields.values_mut() {
                visit(&mut field.directives);
                field.arguments.values_mut().for_each(|argument| visit(&mut argument.directives));
            }
            definition.inputs.values_mut().for_each(|input| visit(&mut input.directives));
            definition.values.values_mut().for_each(|value| visit(&mut value.directives));
        }
        for definition in self.directive_defs.values_mut() {
            definition
                .arguments
                .values_mut()
                .for_each(|argument| visit(&mut argument.directives));
        }
    }

    /// Marks what each directive application means, by the name of its directive.
    pub fn mark_known(&mut self, meaning: &dyn Fn(&str) -> Option<Known>) {
        self.each_directive_list(&mut |list| {
            for application in list {
                application.known = meaning(&application.name);
            }
        });
    }

    /// Visits every directive application.
    pub fn each_directive(&self, visit: &mut dyn FnMut(&DirectiveUse)) {
        let mut all = |list: &[DirectiveUse]| list.iter().for_each(&mut *visit);
        all(&self.directives);
        for definition in self.types.values() {
            all(&definition.directives);
            for field in definition.fields.values() {
                all(&field.directives);
                field.arguments.values().for_each(|argument| all(&argument.directives));
            }
            definition.inputs.values().for_each(|input| all(&input.directives));
            definition.values.values().for_each(|value| all(&value.directives));
        }
        for definition in self.directive_defs.values() {
            definition.arguments.values().for_each(|argument| all(&argument.directives));
        }
    }
}
