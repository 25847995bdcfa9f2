//! The merged schema is a valid GraphQL schema: what subgraphs that are valid each can break together. INVALID_GRAPHQL.

use crate::diagnostic::{Code, Report};
use crate::model::{InputDef, Known, Schema, Span};

/// Checks implementations, default values, deprecations and circles of input objects.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    implementations(schema, report);
    for definition in schema.types.values() {
        for input in definition.inputs.values() {
            check_input(schema, &format!("\"{}.{}\"", definition.name, input.name), input, report);
        }
        for field in definition.fields.values() {
            for argument in field.arguments.values() {
                let subject = format!("\"{}.{}({}:)\"", definition.name, field.name, argument.name);
                check_input(schema, &subject, argument, report);
            }
        }
    }
    circles(schema, report);
}

/// A default that the merged type still takes, and no deprecation of what callers must give.
fn check_input(schema: &Schema, subject: &str, input: &InputDef, report: &mut Report<'_>) {
    if let Some(default) = &input.default
        && !schema.takes(&input.ty, default)
    {
        report.error(
            Code::InvalidGraphql,
            format!(
                "{subject} has the default {default}, which its type {} does not take after merging.",
                input.ty
            ),
            &[input.span],
            "Give another default, or let every subgraph have what it uses.",
        );
    }
    if input.is_required() && input.has(Known::Deprecated) {
        report.error(
            Code::InvalidGraphql,
            format!("{subject} is required after merging and cannot be deprecated."),
            &[input.span],
            "Make it optional everywhere, or remove @deprecated.",
        );
    }
}

/// Implementations fit their interfaces after merging, too (October 2021, section 3.6.1).
fn implementations(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        for interface in definition.implements.keys().filter_map(|name| schema.types.get(name)) {
            for (name, span) in &interface.implements {
                if !definition.implements.contains_key(name) {
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "\"{}\" implements \"{}\", which after merging implements \"{name}\", but it does not implement that.",
                            definition.name, interface.name
                        ),
                        &[definition.span, *span],
                        &format!("Let it implement \"{name}\" in some subgraph."),
                    );
                }
            }
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
                                "After merging, \"{coordinate}\" lacks the argument \"{}\" of type {} that the interface \"{}\" has.",
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

/// No input object needs itself.
fn circles(schema: &Schema, report: &mut Report<'_>) {
    for circle in schema.circles() {
        let spans: Vec<Span> = circle.fields.iter().map(|field| field.span).collect();
        report.error(
            Code::InvalidGraphql,
            format!("\"{}\" requires itself after merging, by \"{}\".", circle.first.name, circle.way()),
            &spans,
            "Make one of these fields nullable in every subgraph.",
        );
    }
}
