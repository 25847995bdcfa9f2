//! Federation 1 subgraphs made federation 2: what federation 1 left implicit (who resolves a key of an extended type, which
//! fields several subgraphs may resolve) is written down, what it allowed without meaning is dropped.
//! Owns the upgrade rules; must not know how a single subgraph is validated nor how subgraphs merge.

mod externals;
mod selections;
mod sharing;

use crate::diagnostic::{Code, Report};
use crate::model::{Block, Kind, Known, Name, RootKind, TypeDef};
use crate::parse::{Subgraph, relink};
use crate::validate::{mark, validate};
use std::collections::{HashMap, HashSet};

/// Upgrades and validates the subgraphs of federation 1, if there are any; leaves those of federation 2 as they are.
pub(crate) fn upgrade(mut subgraphs: Vec<Subgraph>, report: &mut Report<'_>) -> Vec<Subgraph> {
    if !subgraphs.iter().any(|subgraph| subgraph.is_federation_1) {
        return subgraphs;
    }
    for subgraph in subgraphs.iter_mut().filter(|subgraph| subgraph.is_federation_1) {
        mark(subgraph);
    }
    let before = report.errors.len();
    let originals = Originals::new(&subgraphs);
    let upgraded: Vec<Subgraph> = subgraphs
        .iter()
        .filter(|subgraph| subgraph.is_federation_1)
        .filter_map(|subgraph| {
            let mut upgraded = upgrade_one(subgraph, &originals, report)?;
            validate(&mut upgraded, report);
            Some(upgraded)
        })
        .collect();
    if report.errors.len() == before {
        check_interface_objects(&subgraphs, report);
    }
    for subgraph in upgraded {
        let index = subgraph.index;
        subgraphs[index] = subgraph;
    }
    subgraphs
}

/// All subgraphs as they were given, with their types by name.
struct Originals<'a> {
    subgraphs: &'a [Subgraph],
    owners: HashMap<&'a str, Vec<usize>>,
}

impl<'a> Originals<'a> {
    fn new(subgraphs: &'a [Subgraph]) -> Self {
        let mut owners: HashMap<&str, Vec<usize>> = HashMap::new();
        for (index, subgraph) in subgraphs.iter().enumerate() {
            for name in subgraph.schema.types.keys() {
                owners.entry(name).or_default().push(index);
            }
        }
        Originals { subgraphs, owners }
    }

    /// What the other subgraphs call by this name.
    fn elsewhere(&self, subgraph: usize, name: &str) -> impl Iterator<Item = (&'a Subgraph, &'a TypeDef)> {
        let owners = self.owners.get(name).map_or(&[][..], Vec::as_slice);
        let owners: Vec<usize> = owners.iter().copied().filter(|owner| *owner != subgraph).collect();
        let subgraphs = self.subgraphs;
        owners.into_iter().filter_map(move |owner| {
            let subgraph = &subgraphs[owner];
            Some((subgraph, subgraph.schema.types.get(name)?))
        })
    }
}

/// `None` if it can not be upgraded; the errors are in the report.
fn upgrade_one(original: &Subgraph, originals: &Originals<'_>, report: &mut Report<'_>) -> Option<Subgraph> {
    let before = report.errors.len();
    check_bases(original, originals, report);
    let mut subgraph = original.clone();
    if !relink(&mut subgraph, report) {
        return None;
    }
    externals::remove_meaningless(&mut subgraph.schema);
    externals::remove_on_extensions(&mut subgraph, originals);
    selections::quote(&mut subgraph.schema);
    mark(&mut subgraph);
    selections::remove_local_leaves(&mut subgraph.schema);
    define_extensions(&mut subgraph);
    remove_on_interfaces(&mut subgraph);
    remove_useless_provides(&mut subgraph);
    mark(&mut subgraph);
    externals::remove_unused(&mut subgraph, report);
    sharing::add_shareable(&mut subgraph, original, originals);
    sharing::remove_tags_on_external(&mut subgraph, originals);
    (report.errors.len() == before).then_some(subgraph)
}

/// An object type or interface that this subgraph adds to, rather than defines.
fn is_extension(definition: &TypeDef) -> bool {
    let is_extended = definition.has(Known::Extends);
    let only_extends = !definition.blocks.is_empty() && definition.blocks.iter().all(|block| block.is_extension);
    matches!(definition.kind, Kind::Object | Kind::Interface) && (is_extended || only_extends)
}

/// EXTENSION_WITH_NO_BASE: some other subgraph must define what this one extends.
fn check_bases(subgraph: &Subgraph, originals: &Originals<'_>, report: &mut Report<'_>) {
    for definition in subgraph.schema.types.values() {
        if !is_extension(definition) || subgraph.schema.root_kind(&definition.name).is_some() {
            continue;
        }
        let is_defined = originals
            .elsewhere(subgraph.index, &definition.name)
            .any(|(_, other)| other.blocks.iter().any(|block| !block.is_extension));
        if !is_defined {
            report.error(
                Code::ExtensionWithNoBase,
                format!("\"{}\" is extended here, but no other subgraph defines it.", definition.name),
                &[definition.span],
                "Define it in another subgraph, or make this the definition by removing \"extend\" or @extends.",
            );
        }
    }
}

/// Extensions become one definition; `@extends` stays to say that its keys are an extension's.
fn define_extensions(subgraph: &mut Subgraph) {
    for definition in subgraph.schema.types.values_mut() {
        if is_extension(definition) {
            definition.blocks = vec![Block { is_extension: false }];
            definition.directives.iter_mut().for_each(|application| application.block = 0);
            definition.fields.values_mut().for_each(|field| field.block = 0);
        }
    }
}

/// What federation 1 let stand on interfaces without meaning.
fn remove_on_interfaces(subgraph: &mut Subgraph) {
    for definition in subgraph.schema.types.values_mut() {
        if definition.kind != Kind::Interface {
            continue;
        }
        definition.directives.retain(|application| application.known != Some(Known::Key));
        for field in definition.fields.values_mut() {
            field
                .directives
                .retain(|application| !matches!(application.known, Some(Known::Provides | Known::Requires)));
        }
    }
}

/// `@provides` on a field whose type has no fields.
fn remove_useless_provides(subgraph: &mut Subgraph) {
    let schema = &mut subgraph.schema;
    let composites: HashSet<Name> = schema
        .types
        .values()
        .filter(|definition| definition.kind.is_composite())
        .map(|definition| definition.name.clone())
        .collect();
    for field in schema.types.values_mut().flat_map(|definition| definition.fields.values_mut()) {
        if !composites.contains(field.ty.base()) {
            field.directives.retain(|application| application.known != Some(Known::Provides));
        }
    }
}

/// INTERFACE_OBJECT_USAGE_ERROR: a `@key` on an interface of federation 1 does not promise to resolve the concrete type.
fn check_interface_objects(originals: &[Subgraph], report: &mut Report<'_>) {
    let mut keyed: HashMap<&str, Vec<&TypeDef>> = HashMap::new();
    for subgraph in originals.iter().filter(|subgraph| subgraph.is_federation_1) {
        for definition in subgraph.schema.types.values() {
            if definition.kind == Kind::Interface && definition.keys().next().is_some() {
                keyed.entry(&definition.name).or_default().push(definition);
            }
        }
    }
    for subgraph in originals.iter().filter(|subgraph| !subgraph.is_federation_1) {
        for definition in subgraph.schema.types.values() {
            let Some(application) = definition.uses(Known::InterfaceObject).next() else {
                continue;
            };
            if let Some(interfaces) = keyed.get(&*definition.name) {
                let spans: Vec<_> = std::iter::once(application.span)
                    .chain(interfaces.iter().map(|interface| interface.span))
                    .collect();
                report.error(
                    Code::InterfaceObjectUsageError,
                    format!(
                        "\"{}\" is an @interfaceObject, but its interface has its @key in a schema of federation 1, where \
                         a key does not promise that the subgraph tells which type an object is.",
                        definition.name
                    ),
                    &spans,
                    "Link federation v2.3 or newer in the subgraph that defines the interface.",
                );
            }
        }
    }
}

fn is_query_or_mutation(subgraph: &Subgraph, name: &str) -> bool {
    matches!(subgraph.schema.root_kind(name), Some(RootKind::Query | RootKind::Mutation))
}
