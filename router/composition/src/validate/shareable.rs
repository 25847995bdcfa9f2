//! `@shareable`: used once per place and not on interfaces; which fields it makes shareable.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, HashMap, HashSet, Kind, Known, Name, Schema, uses};

/// INVALID_SHAREABLE_USAGE.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        let mut blocks: HashMap<usize, usize> = HashMap::default();
        for application in definition.uses(Known::Shareable) {
            let number = blocks.entry(application.block).or_default();
            *number += 1;
            // Of several in one block, the second stands for all.
            if *number == 2 {
                let message = format!("\"{}\" is marked @shareable twice in one place.", definition.name);
                report.error(Code::InvalidShareableUsage, message, &[application.span], "Keep one.");
            }
        }
        for field in definition.fields.values() {
            let mut applications = uses(&field.directives, Known::Shareable);
            let Some(first) = applications.next() else { continue };
            let coordinate = format!("{}.{}", definition.name, field.name);
            if definition.kind == Kind::Interface {
                report.error(
                    Code::InvalidShareableUsage,
                    format!("\"{coordinate}\" is @shareable, but no subgraph resolves a field of an interface."),
                    &[first.span],
                    "Put @shareable on the field in the implementing types.",
                );
            }
            if let Some(second) = applications.next() {
                let message = format!("\"{coordinate}\" is marked @shareable twice.");
                report.error(Code::InvalidShareableUsage, message, &[second.span], "Keep one.");
            }
        }
    }
}

/// Marks what several subgraphs may resolve.
pub(super) fn mark(schema: &mut Schema) {
    let mut key_fields: HashMap<Name, HashSet<Name>> = HashMap::default();
    for definition in schema.types.values() {
        for set in definition.keys().filter_map(DirectiveUse::field_set) {
            let _ = super::walk(schema, &set, &definition.name, &mut |parent, field, _| {
                key_fields.entry(parent.name.clone()).or_default().insert(field.name.clone());
            });
        }
    }
    for definition in schema.types.values_mut() {
        let blocks: HashSet<usize> = definition.uses(Known::Shareable).map(|application| application.block).collect();
        let key_fields = key_fields.get(&definition.name);
        for field in definition.fields.values_mut() {
            field.marks.shareable = field.has(Known::Shareable)
                || blocks.contains(&field.block)
                || key_fields.is_some_and(|key_fields| key_fields.contains(&field.name))
                || (field.marks.external && field.marks.provided);
        }
    }
}
