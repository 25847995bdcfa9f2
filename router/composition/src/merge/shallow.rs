//! What types there are, of which kind, in which subgraphs; who implements whom; who is in which union.

use super::Merger;
use super::fields::context_name;
use crate::diagnostic::Code;
use crate::model::{DirectiveUse, HashSet, Kind, Known, Name, RootKind, Span, TypeDef, Value};
use crate::sentence::quoted;
use std::borrow::Cow;

/// The kind that a declaration asks the supergraph for: an interface object stands for its interface.
pub(super) fn kind_of(source: &TypeDef) -> Kind {
    match source.has(Known::InterfaceObject) {
        true => Kind::Interface,
        false => source.kind,
    }
}

impl<'a> Merger<'a, '_> {
    /// Creates every type, empty, with its `@join__type`s.
    pub(super) fn shallow_types(&mut self) {
        let mut names: Vec<Name> = Vec::new();
        let mut seen = HashSet::default();
        for subgraph in self.subgraphs {
            names.extend(subgraph.schema.types.keys().filter(|name| seen.insert((*name).clone())).cloned());
        }
        for name in names {
            let sources = self.sources(&name);
            let kind = self.kind(&name, &sources);
            self.shallow_type(name, kind);
        }
    }

    /// The kind of a type of the supergraph. Where there can be no such type it goes on as the first kind, so that what
    /// else is wrong with it is found too.
    fn kind(&mut self, name: &str, sources: &[&TypeDef]) -> Kind {
        let kind = kind_of(sources[0]);
        let of_kind: Vec<&TypeDef> = sources.iter().copied().filter(|source| kind_of(source) == kind).collect();
        self.require_base(name, &of_kind);
        let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
        if sources.iter().any(|source| kind_of(source) != kind) {
            let kinds: Vec<String> = sources
                .iter()
                .map(|source| {
                    let noun = if source.has(Known::InterfaceObject) {
                        "@interfaceObject"
                    } else {
                        source.kind.noun()
                    };
                    format!("{noun} in \"{}\"", self.subgraph_name(source.span.subgraph as usize))
                })
                .collect();
            self.report.error(
                Code::TypeKindMismatch,
                format!("\"{name}\" is of different kinds: {}.", kinds.join(", ")),
                &spans,
                "Make it the same kind everywhere, or rename it in one subgraph.",
            );
        } else if sources.iter().all(|source| source.has(Known::InterfaceObject)) {
            self.report.error(
                Code::InterfaceObjectUsageError,
                format!("\"{name}\" is an @interfaceObject wherever it is declared; no subgraph has the interface."),
                &spans,
                "Declare the interface, with its implementations, in one subgraph.",
            );
        }
        kind
    }

    /// EXTENSION_WITH_NO_BASE.
    fn require_base(&mut self, name: &str, sources: &[&TypeDef]) {
        let is_root = RootKind::ALL.iter().any(|root| root.type_name() == name);
        if is_root || sources.iter().any(|source| source.blocks.iter().any(|block| !block.is_extension)) {
            return;
        }
        for source in sources {
            self.report.error(
                Code::ExtensionWithNoBase,
                format!("\"{name}\" is only extended; no subgraph defines it."),
                &[source.span],
                "Remove \"extend\" in one subgraph, or define the type.",
            );
        }
    }

    fn shallow_type(&mut self, name: Name, kind: Kind) {
        let sources = self.sources(&name);
        let spans: Vec<Span> = sources.iter().map(|source| source.span).collect();
        let mut merged = TypeDef::new(name.clone(), kind, spans[0]);
        for source in &sources {
            let index = source.span.subgraph as usize;
            let is_interface_object = source.has(Known::InterfaceObject);
            let extends = source.has(Known::Extends);
            let mut keys = source.keys().peekable();
            if keys.peek().is_none() {
                let join = self.join("join__type", index, Vec::new());
                merged.directives.push(join);
            }
            for key in keys {
                let mut arguments = Vec::new();
                arguments.extend(key.argument("fields").map(|fields| ("key", fields.clone())));
                if extends || source.blocks[key.block].is_extension {
                    arguments.push(("extension", Value::Boolean(true)));
                }
                arguments.extend(key.argument("resolvable").map(|value| ("resolvable", value.clone())));
                if is_interface_object {
                    arguments.push(("isInterfaceObject", Value::Boolean(true)));
                }
                let join = self.join("join__type", index, arguments);
                merged.directives.push(join);
            }
        }
        let descriptions = sources.iter().map(|source| (source.span, source.description.as_deref()));
        merged.description = self.description(&format!("\"{name}\""), descriptions);
        let prefixed: Vec<Cow<'_, [DirectiveUse]>> = sources.iter().map(|source| self.with_context_names(source)).collect();
        let lists: Vec<&[DirectiveUse]> = prefixed.iter().map(|list| &**list).collect();
        let mut composed = self.directives(&format!("\"{name}\""), &lists);
        merged.directives.extend(self.carried(lists.iter().copied()));
        merged.directives.append(&mut composed);
        self.out.types.insert(name, merged);
    }

    /// The applications on a type, its contexts under the names that they have in the supergraph.
    fn with_context_names(&self, source: &'a TypeDef) -> Cow<'a, [DirectiveUse]> {
        if !source.has(Known::Context) {
            return Cow::Borrowed(&source.directives);
        }
        let subgraph = self.subgraph_name(source.span.subgraph as usize);
        let mut list = source.directives.clone();
        for application in list.iter_mut().filter(|application| application.known == Some(Known::Context)) {
            for (_, value, _) in &mut application.arguments {
                if let Value::String(name) = value {
                    *name = context_name(subgraph, name);
                }
            }
        }
        Cow::Owned(list)
    }

    /// Union over subgraphs of implemented interfaces and union members, with their join applications.
    pub(super) fn implements_and_members(&mut self) {
        let names: Vec<Name> = self.out.types.keys().cloned().collect();
        for name in names {
            let sources = self.sources(&name);
            let mut implements = Vec::new();
            for source in &sources {
                let index = source.span.subgraph as usize;
                for interface in source.implements.keys() {
                    let arguments = vec![("interface", Value::string(interface))];
                    implements.push(self.join("join__implements", index, arguments));
                }
            }
            let mut members = Vec::new();
            for source in &sources {
                let index = source.span.subgraph as usize;
                for member in source.members.keys() {
                    members.push(self.join("join__unionMember", index, vec![("member", Value::string(member))]));
                }
            }
            self.hint_missing_members(&name, &sources);
            let merged = &mut self.out.types[&name];
            for source in sources {
                merged
                    .implements
                    .extend(source.implements.iter().map(|(name, span)| (name.clone(), *span)));
                merged
                    .members
                    .extend(source.members.iter().map(|(name, span)| (name.clone(), *span)));
            }
            implements.append(&mut merged.directives);
            let joins = implements.iter().take_while(|application| application.known.is_none()).count();
            implements.splice(joins..joins, members);
            merged.directives = implements;
        }
    }

    fn hint_missing_members(&mut self, name: &str, present: &[&TypeDef]) {
        for source in present {
            for (member, span) in &source.members {
                let lacking: Vec<usize> = present
                    .iter()
                    .filter(|other| !other.members.contains_key(member))
                    .map(|other| other.span.subgraph as usize)
                    .collect();
                let is_first = present
                    .iter()
                    .find(|other| other.members.contains_key(member))
                    .is_some_and(|first| first.span.subgraph == span.subgraph);
                if !lacking.is_empty() && is_first {
                    let lacking = self.list(lacking);
                    self.report.hint(
                        Code::InconsistentUnionMember,
                        format!("\"{member}\" is a member of the union \"{name}\", but not in {lacking}."),
                        &[*span],
                        "Add the member there, if that subgraph can answer with it.",
                    );
                }
            }
        }
    }

    /// The rules for entity interfaces and interface objects beside their implementations.
    pub(super) fn interface_keys(&mut self) {
        for name in self.names_of(Kind::Interface) {
            self.interface_key(&name);
        }
    }

    /// INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE, and interface objects beside implementations.
    fn interface_key(&mut self, name: &str) {
        let implementations = self.out.possible_types(name);
        for source in self.sources(name).into_iter().filter(|source| kind_of(source) == Kind::Interface) {
            let index = source.span.subgraph as usize;
            let schema = &self.subgraphs[index].schema;
            if source.has(Known::InterfaceObject) {
                let defined: Vec<&TypeDef> = implementations
                    .iter()
                    .filter_map(|implementation| schema.types.get(implementation))
                    .collect();
                if let Some(first) = defined.first() {
                    self.report.error(
                        Code::InterfaceObjectUsageError,
                        format!(
                            "\"{}\" declares \"{name}\" as @interfaceObject and also its implementation \"{}\".",
                            self.subgraph_name(index),
                            first.name
                        ),
                        &[source.span, first.span],
                        "Remove the implementation from this subgraph, or declare the interface itself.",
                    );
                }
                continue;
            }
            let Some(key) = source.keys().find(|key| key.is_resolvable()) else {
                continue;
            };
            let local = schema.possible_types(name);
            let missing: Vec<&Name> = implementations.iter().filter(|name| !local.contains(name)).collect();
            if !missing.is_empty() {
                self.report.error(
                    Code::InterfaceKeyMissingImplementationType,
                    format!(
                        "\"{}\" resolves the interface \"{name}\" by a key, but does not declare its implementations: \
                         {}.",
                        self.subgraph_name(index),
                        quoted(missing)
                    ),
                    &[key.span],
                    "Declare every implementation there, with the key.",
                );
            }
        }
    }
}
