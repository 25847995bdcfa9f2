//! `@external`: which fields it marks, and that each marked field serves something.

use crate::diagnostic::{Code, Report};
use crate::model::{HashSet, Kind, Known, Name, Schema};

/// Marks external fields. A key field of an extension is not external, whatever it says itself: the subgraph resolves it.
/// In federation 1 `@external` on a type says nothing of its fields.
pub(super) fn mark(schema: &mut Schema, is_federation_1: bool) {
    let mut key_fields: HashSet<(Name, Name)> = HashSet::default();
    for definition in schema.types.values() {
        for key in definition.keys() {
            let on_extension = definition.has(Known::Extends) || definition.blocks.get(key.block).is_some_and(|block| block.is_extension);
            if on_extension && let Some(set) = key.field_set() {
                let _ = super::walk(schema, &set, &definition.name, &mut |parent, field, _| {
                    key_fields.insert((parent.name.clone(), field.name.clone()));
                });
            }
        }
    }
    for definition in schema.types.values_mut() {
        let whole_type = !is_federation_1 && definition.kind == Kind::Object && definition.has(Known::External);
        for field in definition.fields.values_mut() {
            let own = field.has(Known::External);
            field.marks.external = match own {
                true => !key_fields.contains(&(definition.name.clone(), field.name.clone())),
                false => whole_type,
            };
        }
    }
}

/// EXTERNAL_ON_INTERFACE and EXTERNAL_UNUSED.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        if definition.kind == Kind::Interface {
            for field in definition.fields.values() {
                if let Some(external) = field.find(Known::External) {
                    report.error(
                        Code::ExternalOnInterface,
                        format!(
                            "\"{}.{}\" is @external, but a field of an interface is resolved by no one.",
                            definition.name, field.name
                        ),
                        &[external.span],
                        "Put @external on the field in the implementing types.",
                    );
                }
            }
        }
        for field in definition.fields.values() {
            if field.marks.external && !field.marks.used {
                report.error(
                    Code::ExternalUnused,
                    format!(
                        "\"{}.{}\" is @external, but no @key, @requires or @provides of this subgraph selects it and \
                         no interface asks for it.",
                        definition.name, field.name
                    ),
                    &[field.span],
                    "Remove the field, or remove @external if this subgraph resolves it.",
                );
            }
        }
    }
}
