//! The merged schema is a valid GraphQL schema: what subgraphs that are valid each can break together. INVALID_GRAPHQL.

use crate::diagnostic::{Code, Report};
use crate::implementations;
use crate::model::{InputDef, Known, Schema, Span};

/// Checks implementations, default values, deprecations and circles of input objects.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    implementations::check(schema, report);
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
