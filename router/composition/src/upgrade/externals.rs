//! `@external` of federation 1: taken off where the subgraph does resolve the field or where it says nothing, and fields
//! that only declare what nobody selects removed.

use super::{Originals, is_extension};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldSet, Kind, Known, Name, Schema, Selection};
use crate::parse::Subgraph;
use std::collections::HashSet;

/// On fields of interfaces and on whole types.
pub(super) fn remove_meaningless(schema: &mut Schema) {
    for definition in schema.types.values_mut() {
        remove(&mut definition.directives);
        if definition.kind == Kind::Interface {
            definition.fields.values_mut().for_each(|field| remove(&mut field.directives));
        }
    }
}

/// On the key fields of types that the subgraph extends: it resolves them. Without a key of its own, the first key of each
/// other subgraph counts.
pub(super) fn remove_on_extensions(subgraph: &mut Subgraph, originals: &Originals<'_>) {
    let index = subgraph.index;
    for definition in subgraph.schema.types.values_mut() {
        if !is_extension(definition) {
            continue;
        }
        let mut key_fields = HashSet::new();
        if definition.keys().next().is_some() {
            definition
                .keys()
                .filter_map(DirectiveUse::field_set)
                .for_each(|set| top_fields(&set, &mut key_fields));
        } else {
            for (_, other) in originals.elsewhere(index, &definition.name) {
                if let Some(set) = other.keys().next().and_then(DirectiveUse::field_set) {
                    top_fields(&set, &mut key_fields);
                }
            }
        }
        for field in definition.fields.values_mut() {
            if key_fields.contains(&field.name) {
                remove(&mut field.directives);
            }
        }
    }
}

fn top_fields(set: &FieldSet, names: &mut HashSet<Name>) {
    for selection in &set.selections {
        if let Selection::Field { name, .. } = selection {
            names.insert(name.clone());
        }
    }
}

/// Fields that are external for nothing. TYPE_WITH_ONLY_UNUSED_EXTERNAL if a type that others refer to, or an
/// entity, has no other.
pub(super) fn remove_unused(subgraph: &mut Subgraph, report: &mut Report<'_>) {
    let schema = &mut subgraph.schema;
    let mut referenced: HashSet<Name> = HashSet::new();
    for definition in schema.types.values() {
        referenced.extend(definition.fields.values().map(|field| field.ty.base().clone()));
        referenced.extend(definition.members.keys().cloned());
    }
    let mut emptied = HashSet::new();
    for definition in schema.types.values_mut() {
        let before = definition.fields.len();
        definition.fields.retain(|_, field| !field.marks.external || field.marks.used);
        if before == 0 || !definition.fields.is_empty() {
            continue;
        }
        if referenced.contains(&definition.name) || definition.has(Known::Key) {
            report.error(
                Code::TypeWithOnlyUnusedExternal,
                format!(
                    "All fields of \"{}\" are @external here, and no @key, @requires or @provides of this subgraph selects \
                     any of them.",
                    definition.name
                ),
                &[definition.span],
                "Remove @external from the fields this subgraph resolves, or remove the type and what refers to it.",
            );
        } else {
            emptied.insert(definition.name.clone());
        }
    }
    schema
        .types
        .retain(|name, definition| !emptied.contains(name) || definition.kind != Kind::Object);
}

fn remove(directives: &mut Vec<DirectiveUse>) {
    directives.retain(|application| application.known != Some(Known::External));
}
