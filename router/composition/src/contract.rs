//! Contracts: variants of a supergraph for some of its clients, chosen by `@tag`. Owns which elements a contract hides;
//! must not know the rules that make hiding safe (`api`).
//!
//! A hidden element bears `@inaccessible`, so that a router serves the contract like any supergraph and still reaches
//! what the subgraphs need of each other.

use crate::api::{self, is_hidden};
use crate::diagnostic::Report;
use crate::features::Features;
use crate::model::{
    DirectiveUse, Kind, Known, NEWEST_MINOR, Name, SPECIFICATIONS_URL, Schema, Source, TypeDef, Value, is_builtin_scalar, uses,
};
use crate::reader::{self, Document};
use crate::{Composed, Diagnostic, SUPERGRAPH, print, stop};
use std::collections::{BTreeSet, HashSet};

/// What a contract shows. A tag on an object or interface type is a tag on each of its fields too.
#[derive(Clone, Debug, Default)]
pub struct ContractFilter {
    /// If any is given, fields of objects and interfaces and unions without one of these tags are hidden.
    pub include: BTreeSet<String>,
    /// Whatever has one of these tags is hidden, included or not.
    pub exclude: BTreeSet<String>,
    /// Hide types that no operation can come to any more, unless they have an included tag.
    pub hide_unreachable_types: bool,
}

/// The contract of a supergraph. What is left empty is hidden with what refers to it; anything else that would leave an
/// invalid API is an error. Locations are in the text named [`SUPERGRAPH`]. A tag that nothing has is a hint.
pub fn contract(supergraph_sdl: &str, filter: &ContractFilter) -> Result<Composed, Vec<Diagnostic>> {
    let sources = [Source::new(SUPERGRAPH.to_owned(), supergraph_sdl.to_owned())];
    let mut report = Report::new(&sources);
    let document = reader::read_supergraph(0, &sources[0], &mut report);
    stop(&mut report)?;
    let document = document.expect("what cannot be read is reported");
    let mut masking = Masking {
        inaccessible: document
            .features
            .directive_name("inaccessible", "inaccessible")
            .unwrap_or_else(|| free_name(&document.schema)),
        own: document.own(),
        filter,
    };
    let mut hints = masking.unknown_tags();
    masking.hide_by_tags();
    masking.hide_what_is_empty();
    if filter.hide_unreachable_types {
        masking.hide_unreachable();
    }
    let Masking { own, inaccessible, .. } = masking;
    let api = api::build(&own, &mut report);
    stop(&mut report)?;
    let supergraph = with_machinery(document, own, &inaccessible);
    hints.append(&mut report.hints);
    Ok(Composed {
        supergraph_sdl: print::print(&supergraph),
        api_sdl: print::print(&api),
        hints,
    })
}

/// A name for `@inaccessible` that the schema does not use otherwise.
fn free_name(schema: &Schema) -> Name {
    let is_free = |name: &&str| !schema.directive_defs.contains_key(*name);
    ["inaccessible", "federation__inaccessible"]
        .into_iter()
        .find(is_free)
        .unwrap_or("contract__inaccessible")
        .into()
}

/// Puts the masked elements back among the machinery, which must now know `@inaccessible` everywhere.
fn with_machinery(document: Document, own: Schema, inaccessible: &Name) -> Schema {
    let is_linked = document.features.directive_name("inaccessible", "inaccessible").is_some();
    let is_used = {
        let mut is_used = false;
        own.each_directive(&mut |application| is_used |= application.known == Some(Known::Inaccessible));
        is_used
    };
    let Features {
        link_directive, is_core, ..
    } = document.features;
    let mut schema = document.schema;
    schema.types.extend(own.types);
    schema.directive_defs.extend(own.directive_defs);
    if !is_used {
        return schema;
    }
    let argument = if is_core { "feature" } else { "url" };
    let url = Value::String(format!("{SPECIFICATIONS_URL}/inaccessible/v0.2"));
    if is_linked {
        // An older version knows fewer places to stand on.
        for link in schema.directives.iter_mut().filter(|link| link.name == link_directive) {
            for (name, value, _) in &mut link.arguments {
                if &**name == argument && value.as_str().is_some_and(|url| url.ends_with("/inaccessible/v0.1")) {
                    *value = url.clone();
                }
            }
        }
    } else {
        let mut arguments = vec![(argument, url)];
        let has_purpose = schema
            .directive_defs
            .get(&link_directive)
            .is_some_and(|definition| definition.arguments.contains_key("for"));
        if has_purpose {
            arguments.push(("for", Value::Enum("SECURITY".into())));
        }
        if &**inaccessible != "inaccessible" {
            arguments.push(if is_core {
                ("as", Value::string(inaccessible))
            } else {
                let import = vec![
                    (Name::from("name"), Value::string("@inaccessible")),
                    (Name::from("as"), Value::String(format!("@{inaccessible}"))),
                ];
                ("import", Value::List(vec![Value::Object(import)]))
            });
        }
        schema
            .directives
            .push(DirectiveUse::made(&link_directive, Some(Known::Link), arguments));
    }
    let text = format!("directive @{inaccessible}{}", Known::Inaccessible.signature(NEWEST_MINOR));
    let definitions = crate::parse::document(&text).expect("the definition of @inaccessible is GraphQL");
    schema.directive_defs.extend(definitions.directive_defs);
    schema
}

struct Masking<'a> {
    /// The supergraph without machinery.
    own: Schema,
    /// What it calls `@inaccessible`.
    inaccessible: Name,
    filter: &'a ContractFilter,
}

fn tags(directives: &[DirectiveUse]) -> impl Iterator<Item = &str> {
    uses(directives, Known::Tag).filter_map(|application| application.text("name"))
}

fn has_any(directives: &[DirectiveUse], wanted: &BTreeSet<String>) -> bool {
    tags(directives).any(|tag| wanted.contains(tag))
}

fn hide(directives: &mut Vec<DirectiveUse>, inaccessible: &str) -> bool {
    let is_new = !is_hidden(directives);
    if is_new {
        directives.push(DirectiveUse::made(inaccessible, Some(Known::Inaccessible), Vec::new()));
    }
    is_new
}

impl Masking<'_> {
    fn unknown_tags(&self) -> Vec<Diagnostic> {
        let mut known: HashSet<String> = HashSet::new();
        self.own.each_directive(&mut |application| {
            if application.known == Some(Known::Tag) {
                known.extend(application.text("name").map(str::to_owned));
            }
        });
        let all: BTreeSet<&String> = self.filter.include.union(&self.filter.exclude).collect();
        let unknown = all.into_iter().filter(|tag| !known.contains(*tag));
        unknown
            .map(|tag| Diagnostic {
                code: None,
                message: format!("Nothing in the supergraph has the tag \"{tag}\"."),
                subgraphs: Vec::new(),
                locations: Vec::new(),
                help: Some("Check how it is written; tags know upper and lower case.".to_owned()),
            })
            .collect()
    }

    fn hide_by_tags(&mut self) {
        let ContractFilter { include, exclude, .. } = self.filter;
        let name = &*self.inaccessible;
        for definition in self.own.types.values_mut() {
            let is_included_type = has_any(&definition.directives, include);
            let is_left_out = definition.kind == Kind::Union && !include.is_empty() && !is_included_type;
            if has_any(&definition.directives, exclude) || is_left_out {
                hide(&mut definition.directives, name);
            }
            for field in definition.fields.values_mut() {
                let is_included = include.is_empty() || is_included_type || has_any(&field.directives, include);
                if has_any(&field.directives, exclude) || !is_included {
                    hide(&mut field.directives, name);
                }
                for argument in field.arguments.values_mut() {
                    if has_any(&argument.directives, exclude) {
                        hide(&mut argument.directives, name);
                    }
                }
            }
            let inputs = definition.inputs.values_mut().map(|input| &mut input.directives);
            for directives in inputs.chain(definition.values.values_mut().map(|value| &mut value.directives)) {
                if has_any(directives, exclude) {
                    hide(directives, name);
                }
            }
        }
    }

    /// Types with nothing left, what refers to those, and interface fields that an implementation hides, until nothing
    /// more is hidden. What was hidden by its own tag does not draw what refers to it along: that is its owner's to say.
    fn hide_what_is_empty(&mut self) {
        let mut emptied: HashSet<Name> = HashSet::new();
        loop {
            let empty: Vec<Name> = self
                .own
                .types
                .values()
                .filter(|ty| self.is_empty(ty))
                .map(|ty| ty.name.clone())
                .collect();
            let mut is_changed = false;
            for name in &empty {
                is_changed |= hide(&mut self.own.types[name].directives, &self.inaccessible);
            }
            emptied.extend(empty);
            is_changed |= self.hide_references(&emptied);
            is_changed |= self.hide_partial_interface_fields();
            if !is_changed {
                return;
            }
        }
    }

    fn is_empty(&self, definition: &TypeDef) -> bool {
        if is_hidden(&definition.directives) {
            return false;
        }
        match definition.kind {
            Kind::Object | Kind::Interface => definition.fields.values().all(|field| is_hidden(&field.directives)),
            Kind::Input => definition.inputs.values().all(|input| is_hidden(&input.directives)),
            Kind::Enum => definition.values.values().all(|value| is_hidden(&value.directives)),
            Kind::Union => {
                let members = definition.members.keys();
                members
                    .filter_map(|member| self.own.types.get(member))
                    .all(|member| is_hidden(&member.directives))
            }
            Kind::Scalar => false,
        }
    }

    fn hide_references(&mut self, gone: &HashSet<Name>) -> bool {
        let name = &*self.inaccessible;
        let mut is_changed = false;
        for definition in self.own.types.values_mut() {
            for field in definition.fields.values_mut() {
                if gone.contains(field.ty.base()) {
                    is_changed |= hide(&mut field.directives, name);
                }
                for argument in field.arguments.values_mut().filter(|argument| gone.contains(argument.ty.base())) {
                    is_changed |= hide(&mut argument.directives, name);
                }
            }
            for input in definition.inputs.values_mut().filter(|input| gone.contains(input.ty.base())) {
                is_changed |= hide(&mut input.directives, name);
            }
        }
        is_changed
    }

    /// A visible interface promises its fields of every type that implements it.
    fn hide_partial_interface_fields(&mut self) -> bool {
        let mut broken: Vec<(Name, Name)> = Vec::new();
        for definition in self.own.types.values().filter(|definition| !is_hidden(&definition.directives)) {
            for field in definition.fields.values().filter(|field| is_hidden(&field.directives)) {
                broken.extend(
                    definition
                        .implements
                        .keys()
                        .map(|interface| (interface.clone(), field.name.clone())),
                );
            }
        }
        let mut is_changed = false;
        for (interface, field) in broken {
            if let Some(field) = self
                .own
                .types
                .get_mut(&interface)
                .and_then(|interface| interface.fields.get_mut(&field))
            {
                is_changed |= hide(&mut field.directives, &self.inaccessible);
            }
        }
        is_changed
    }

    fn hide_unreachable(&mut self) {
        let reached = self.reached();
        let include = &self.filter.include;
        for definition in self.own.types.values_mut() {
            if !reached.contains(&definition.name) && !has_any(&definition.directives, include) {
                hide(&mut definition.directives, &self.inaccessible);
            }
        }
    }

    /// Visible types that operations can come to: from the roots by fields, arguments, members and implementations, and
    /// from directives that operations can carry.
    fn reached(&self) -> HashSet<Name> {
        let mut implementations: Vec<(&Name, &Name)> = Vec::new();
        for definition in self.own.types.values() {
            implementations.extend(definition.implements.keys().map(|interface| (interface, &definition.name)));
        }
        implementations.sort_unstable();
        let mut reached: HashSet<Name> = HashSet::new();
        let mut open: Vec<Name> = self.own.roots.values().map(|(name, _)| name.clone()).collect();
        for definition in self.own.directive_defs.values() {
            open.extend(definition.arguments.values().map(|argument| argument.ty.base().clone()));
        }
        while let Some(name) = open.pop() {
            let Some(definition) = self.own.types.get(&name).filter(|definition| !is_hidden(&definition.directives)) else {
                continue;
            };
            if is_builtin_scalar(&name) || !reached.insert(name.clone()) {
                continue;
            }
            for field in definition.fields.values().filter(|field| !is_hidden(&field.directives)) {
                open.push(field.ty.base().clone());
                let arguments = field.arguments.values().filter(|argument| !is_hidden(&argument.directives));
                open.extend(arguments.map(|argument| argument.ty.base().clone()));
            }
            let inputs = definition.inputs.values().filter(|input| !is_hidden(&input.directives));
            open.extend(inputs.map(|input| input.ty.base().clone()));
            open.extend(definition.members.keys().chain(definition.implements.keys()).cloned());
            let from = implementations.partition_point(|(interface, _)| **interface < name);
            let implementing = implementations[from..].iter().take_while(|(interface, _)| **interface == name);
            open.extend(implementing.map(|(_, implementation)| (*implementation).clone()));
        }
        reached
    }
}
