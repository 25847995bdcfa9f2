//! What only the merged schema can get wrong: interfaces without implementing fields, `@requires` that the real field
//! does not answer, demands on callers that are lost on the way, and GraphQL's own rules.

mod graphql;

use crate::diagnostic::{Code, Report};
use crate::merge::{Supergraph, check_applications, check_transitive_authorization};
use crate::model::{Kind, Known};
use crate::parse::Subgraph;
use crate::validate::walk;

/// Checks the merged schema.
pub(crate) fn check(subgraphs: &[Subgraph], supergraph: &Supergraph, report: &mut Report<'_>) {
    interface_fields(supergraph, report);
    required_fields(subgraphs, supergraph, report);
    check_transitive_authorization(subgraphs, supergraph, report);
    if report.errors.is_empty() {
        graphql::check(&supergraph.schema, report);
        check_applications(supergraph, report);
    }
}

/// INTERFACE_FIELD_NO_IMPLEM.
fn interface_fields(supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    for definition in schema.types.values().filter(|ty| matches!(ty.kind, Kind::Object | Kind::Interface)) {
        for interface in definition.implements.keys().filter_map(|name| schema.types.get(name)) {
            for field in interface.fields.values() {
                if !definition.fields.contains_key(&field.name) {
                    report.error(
                        Code::InterfaceFieldNoImplem,
                        format!(
                            "The interface field \"{}.{}\" is not in \"{}\", which implements the interface in some \
                             subgraph.",
                            interface.name, field.name, definition.name
                        ),
                        &[field.span, definition.span],
                        "Add the field to the type in some subgraph.",
                    );
                }
            }
        }
    }
}

/// REQUIRES_INVALID_FIELDS: the selection must also fit the fields as merged.
fn required_fields(subgraphs: &[Subgraph], supergraph: &Supergraph, report: &mut Report<'_>) {
    for subgraph in subgraphs {
        for definition in subgraph.schema.types.values() {
            for field in definition.fields.values() {
                let Some(requires) = field.find(Known::Requires) else { continue };
                let Some(set) = requires.field_set().map(|set| set.merged()) else {
                    continue;
                };
                if let Err(misfit) = walk(&supergraph.schema, &set, &definition.name, &mut |_, _, _| {}) {
                    let literal = requires.argument_span("fields");
                    let place = report.place_in(literal, misfit.offset);
                    report.error(
                        Code::RequiresInvalidFields,
                        format!(
                            "The fields of the @requires of \"{}.{}\" do not fit the merged schema: {}.",
                            definition.name, field.name, misfit.message
                        ),
                        &[place],
                        "Select what the subgraph that resolves the field declares.",
                    );
                }
            }
        }
    }
}
