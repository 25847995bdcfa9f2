//! Entity interfaces: keys repeated on implementations, and `@interfaceObject` with a key.

use crate::diagnostic::{Code, Report};
use crate::model::{Kind, Known, Span, TypeDef};
use crate::parse::Subgraph;
use crate::sentence::quoted;

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
            let Some(wanted) = key.field_set().map(|set| set.normalized()) else {
                continue;
            };
            let (mut without, mut only_referring): (Vec<&TypeDef>, Vec<&TypeDef>) = (Vec::new(), Vec::new());
            for implementation in schema.possible_types(&definition.name) {
                let implementation = &schema.types[&implementation];
                let mut same = implementation
                    .keys()
                    .filter(|own| own.field_set().is_some_and(|set| set.normalized() == wanted))
                    .peekable();
                if same.peek().is_none() {
                    without.push(implementation);
                } else if key.is_resolvable() && !same.any(|own| own.is_resolvable()) {
                    only_referring.push(implementation);
                }
            }
            let (lacking, but) = match without.is_empty() {
                false => (without, "lack it"),
                true => (only_referring, "have it only as resolvable: false"),
            };
            if !lacking.is_empty() {
                let names = quoted(lacking.iter().map(|implementation| &implementation.name));
                let spans: Vec<Span> = lacking.iter().map(|implementation| implementation.span).chain([key.span]).collect();
                report.error(
                    Code::InterfaceKeyNotOnImplementation,
                    format!(
                        "The interface \"{}\" has the key \"{wanted}\", but these implementations {but}: {names}.",
                        definition.name
                    ),
                    &spans,
                    &format!("Add @key(fields: \"{wanted}\") to each of them."),
                );
            }
        }
    }
}
