//! What only the merged schema can get wrong: interfaces without implementing fields, `@requires` that the real field
//! does not answer, demands on callers that are lost on the way.

use crate::diagnostic::{Code, Report};
use crate::merge::{Supergraph, check_transitive_authorization};
use crate::model::{Kind, Known, Span};
use crate::parse::Subgraph;
use crate::validate::{key_set, walk};

/// Checks the merged schema.
pub(crate) fn check(subgraphs: &[Subgraph], supergraph: &Supergraph, report: &mut Report<'_>) {
    interface_fields(supergraph, report);
    required_fields(subgraphs, supergraph, report);
    check_transitive_authorization(subgraphs, supergraph, report);
    if report.errors.is_empty() {
        implementation_types(supergraph, report);
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

/// Implementations fit their interfaces after merging, too (October 2021, section 3.6.1).
fn implementation_types(supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    for definition in schema.types.values() {
        for interface in definition.implements.keys().filter_map(|name| schema.types.get(name)) {
            for wanted in interface.fields.values() {
                let Some(field) = definition.fields.get(&wanted.name) else {
                    continue;
                };
                let coordinate = format!("{}.{}", definition.name, field.name);
                let spans = [field.span, wanted.span];
                if !schema.is_subtype(&field.ty, &wanted.ty) {
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "\"{coordinate}\" is {} after merging, but the interface \"{}\" says {}.",
                            field.ty, interface.name, wanted.ty
                        ),
                        &spans,
                        "Give both the same type in every subgraph.",
                    );
                }
                for argument in wanted.arguments.values() {
                    if field.arguments.get(&argument.name).is_none_or(|own| own.ty != argument.ty) {
                        report.error(
                            Code::InvalidGraphql,
                            format!(
                                "\"{coordinate}\" has not the argument \"{}: {}\" that the interface \"{}\" has after \
                                 merging.",
                                argument.name, argument.ty, interface.name
                            ),
                            &spans,
                            "Give both the same arguments in every subgraph.",
                        );
                    }
                }
                for argument in field.arguments.values() {
                    if argument.is_required() && !wanted.arguments.contains_key(&argument.name) {
                        report.error(
                            Code::InvalidGraphql,
                            format!(
                                "\"{coordinate}\" requires the argument \"{}\", which the interface \"{}\" does not \
                                 have after merging.",
                                argument.name, interface.name
                            ),
                            &spans,
                            "Make it optional, or add it to the interface.",
                        );
                    }
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
                let Some(set) = key_set(requires) else { continue };
                if let Err(misfit) = walk(&supergraph.schema, &set, &definition.name, &mut |_, _, _| {}) {
                    let literal = requires.argument_span("fields");
                    let source = &report.sources()[literal.subgraph as usize];
                    let offset = source.offset_in_string(literal.offset, misfit.offset);
                    report.error(
                        Code::RequiresInvalidFields,
                        format!(
                            "The fields of the @requires of \"{}.{}\" do not fit the merged schema: {}.",
                            definition.name, field.name, misfit.message
                        ),
                        &[Span {
                            subgraph: literal.subgraph,
                            offset,
                        }],
                        "Select what the subgraph that resolves the field declares.",
                    );
                }
            }
        }
    }
}
