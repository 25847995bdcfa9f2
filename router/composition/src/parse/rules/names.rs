//! Names that introspection keeps for itself, and types that must have something in them.

use super::introspection_type;
use crate::diagnostic::{Code, Report};
use crate::model::{Kind, RootKind, Schema, Span, TypeDef};

pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    let query = schema
        .roots
        .get(&RootKind::Query)
        .map_or(RootKind::Query.type_name(), |(name, _)| &**name);
    for definition in schema.types.values().filter(|definition| !introspection_type(&definition.name)) {
        check_name(&definition.name, definition.span, report);
        for field in definition.fields.values() {
            check_name(&field.name, field.span, report);
            for argument in field.arguments.values() {
                check_name(&argument.name, argument.span, report);
            }
        }
        for input in definition.inputs.values() {
            check_name(&input.name, input.span, report);
        }
        for value in definition.values.values() {
            check_name(&value.name, value.span, report);
        }
        // Every subgraph answers `_service`, so its query root is never empty.
        if is_empty(definition) && &*definition.name != query {
            report.error(
                Code::InvalidGraphql,
                format!("The {} \"{}\" has nothing in it.", definition.kind.noun(), definition.name),
                &[definition.span],
                match definition.kind {
                    Kind::Union => "Give it a member, or remove it.",
                    Kind::Enum => "Give it a value, or remove it.",
                    _ => "Give it a field, or remove it.",
                },
            );
        }
    }
    for definition in schema.directive_defs.values() {
        check_name(&definition.name, definition.span, report);
        for argument in definition.arguments.values() {
            check_name(&argument.name, argument.span, report);
        }
    }
}

fn is_empty(definition: &TypeDef) -> bool {
    match definition.kind {
        Kind::Scalar => false,
        Kind::Object | Kind::Interface => definition.fields.is_empty(),
        Kind::Union => definition.members.is_empty(),
        Kind::Enum => definition.values.is_empty(),
        Kind::Input => definition.inputs.is_empty(),
    }
}

fn check_name(name: &str, span: Span, report: &mut Report<'_>) {
    if name.starts_with("__") {
        report.error(
            Code::InvalidGraphql,
            format!("The name \"{name}\" begins with two underscores, which GraphQL keeps for introspection."),
            &[span],
            "Rename it.",
        );
    }
}
