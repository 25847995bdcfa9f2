//! Entity interfaces: keys repeated on implementations, and `@interfaceObject` with a key.

use crate::diagnostic::{Code, Report};
use crate::model::{Kind, Known};
use crate::parse::Subgraph;
use crate::validate::key_set;

/// INTERFACE_KEY_NOT_ON_IMPLEMENTATION and INTERFACE_OBJECT_USAGE_ERROR (a key is missing).
pub(super) fn check(subgraph: &Subgraph, report: &mut Report<'_>) {
    let schema = &subgraph.schema;
    for definition in schema.types.values() {
        if let Some(application) = definition.uses(Known::InterfaceObject).next()
            && definition.keys().next().is_none()
        {
            report.error(
                Code::InterfaceObjectUsageError,
                format!(
                    "\"{}\" is an @interfaceObject without a @key: nothing can refer to it.",
                    definition.name
                ),
                &[application.span],
                "Add the @key that the interface has.",
            );
        }
        if definition.kind != Kind::Interface {
            continue;
        }
        for key in definition.keys() {
            let Some(wanted) = key_set(key).map(|set| set.normalized()) else {
                continue;
            };
            for implementation in schema.possible_types(&definition.name) {
                let implementation = &schema.types[&implementation];
                let same: Vec<_> = implementation
                    .keys()
                    .filter(|own| key_set(own).is_some_and(|set| set.normalized() == wanted))
                    .collect();
                if same.iter().any(|own| own.is_resolvable() || !key.is_resolvable()) {
                    continue;
                }
                let but = if same.is_empty() {
                    "has no such key"
                } else {
                    "has it only as resolvable: false"
                };
                report.error(
                    Code::InterfaceKeyNotOnImplementation,
                    format!(
                        "The interface \"{}\" has the key \"{wanted}\", but its implementation \"{}\" {but}.",
                        definition.name, implementation.name
                    ),
                    &[implementation.span, key.span],
                    &format!("Add @key(fields: \"{wanted}\") to \"{}\".", implementation.name),
                );
            }
        }
    }
}
