//! What a type owes the interfaces it implements (October 2021, section 3.6.1, IsValidImplementation), in one subgraph and after
//! merging. Must not know which of the two it looks at.

use crate::diagnostic::{Code, Report};
use crate::model::{FieldDef, Kind, Schema, Span, TypeDef};

/// INVALID_GRAPHQL for each thing that an implementation owes and does not give.
pub(crate) fn check(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        for (name, span) in &definition.implements {
            let Some(interface) = schema.types.get(name).filter(|interface| interface.kind == Kind::Interface) else {
                continue;
            };
            if interface.name == definition.name {
                report.error(
                    Code::InvalidGraphql,
                    format!("The interface \"{name}\" implements itself."),
                    &[*span],
                    "Remove it from its own list of interfaces.",
                );
                continue;
            }
            check_ancestors(definition, interface, *span, report);
            check_fields(schema, definition, interface, report);
        }
    }
}

/// The interfaces of an interface must be implemented too.
fn check_ancestors(definition: &TypeDef, interface: &TypeDef, span: Span, report: &mut Report<'_>) {
    for (ancestor, declared) in &interface.implements {
        if definition.implements.contains_key(ancestor) {
            continue;
        }
        let name = &definition.name;
        let (message, help) = if ancestor == name {
            (
                format!("The interfaces \"{name}\" and \"{}\" implement each other.", interface.name),
                "Remove one of the two.".to_string(),
            )
        } else {
            (
                format!(
                    "\"{name}\" implements \"{}\" but not \"{ancestor}\", which that interface implements.",
                    interface.name
                ),
                format!("Add \"{ancestor}\" to its interfaces."),
            )
        };
        report.error(Code::InvalidGraphql, message, &[span, *declared], &help);
    }
}

fn check_fields(schema: &Schema, definition: &TypeDef, interface: &TypeDef, report: &mut Report<'_>) {
    for wanted in interface.fields.values() {
        let coordinate = format!("{}.{}", definition.name, wanted.name);
        let Some(field) = definition.fields.get(&wanted.name) else {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "\"{}\" implements \"{}\" and has no field \"{}\".",
                    definition.name, interface.name, wanted.name
                ),
                &[definition.span, wanted.span],
                "Add the field, or remove the interface.",
            );
            continue;
        };
        if !schema.is_subtype(&field.ty, &wanted.ty) {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "\"{coordinate}\" has the type {}, where \"{}\" asks for {}.",
                    field.ty, interface.name, wanted.ty
                ),
                &[field.span, wanted.span],
                "Give the field the interface's type or a narrower one.",
            );
        }
        check_arguments(&coordinate, field, wanted, interface, report);
    }
}

fn check_arguments(coordinate: &str, field: &FieldDef, wanted: &FieldDef, interface: &TypeDef, report: &mut Report<'_>) {
    for argument in wanted.arguments.values() {
        match field.arguments.get(&argument.name) {
            None => report.error(
                Code::InvalidGraphql,
                format!(
                    "\"{coordinate}\" has no argument \"{}\", which \"{}\" gives that field.",
                    argument.name, interface.name
                ),
                &[field.span, argument.span],
                "Add the argument.",
            ),
            Some(own) if own.ty != argument.ty => report.error(
                Code::InvalidGraphql,
                format!(
                    "\"{coordinate}({}:)\" has the type {}, where \"{}\" has {}.",
                    argument.name, own.ty, interface.name, argument.ty
                ),
                &[own.span, argument.span],
                "Give both the same type.",
            ),
            Some(_) => {}
        }
    }
    for own in field.arguments.values() {
        if own.is_required() && !wanted.arguments.contains_key(&own.name) {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "\"{coordinate}({}:)\" is required, but the field of \"{}\" has no such argument.",
                    own.name, interface.name
                ),
                &[own.span, wanted.span],
                "Make it nullable or give it a default, or add it to the interface.",
            );
        }
    }
}
