//! Applications of composed directives fit the definition that was chosen, which may be another subgraph's than the one
//! that wrote the application. Owns that check alone.

use super::Supergraph;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, DirectiveUse, Kind, Schema, Value};
use crate::validate::is_of_type;
use std::fmt;

/// Reports applications at places, with arguments or with values that the merged definition does not have. Only wrong
/// values have a code.
pub(crate) fn check_applications(supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    if schema.directive_defs.is_empty() {
        return;
    }
    let mut check = |location: &str, subject: fmt::Arguments<'_>, applications: &[DirectiveUse]| {
        for application in applications.iter().filter(|application| application.known.is_none()) {
            if let Some(definition) = schema.directive_defs.get(&application.name) {
                check_application(schema, definition, application, location, subject, report);
            }
        }
    };
    check("SCHEMA", format_args!("the schema"), &schema.directives);
    for definition in schema.types.values() {
        let name = &definition.name;
        let location = match definition.kind {
            Kind::Scalar => "SCALAR",
            Kind::Object => "OBJECT",
            Kind::Interface => "INTERFACE",
            Kind::Union => "UNION",
            Kind::Enum => "ENUM",
            Kind::Input => "INPUT_OBJECT",
        };
        check(location, format_args!("{name}"), &definition.directives);
        for field in definition.fields.values() {
            check("FIELD_DEFINITION", format_args!("{name}.{}", field.name), &field.directives);
            for argument in field.arguments.values() {
                let subject = format_args!("{name}.{}({}:)", field.name, argument.name);
                check("ARGUMENT_DEFINITION", subject, &argument.directives);
            }
        }
        for input in definition.inputs.values() {
            check("INPUT_FIELD_DEFINITION", format_args!("{name}.{}", input.name), &input.directives);
        }
        for value in definition.values.values() {
            check("ENUM_VALUE", format_args!("{name}.{}", value.name), &value.directives);
        }
    }
    for definition in schema.directive_defs.values() {
        for argument in definition.arguments.values() {
            let subject = format_args!("@{}({}:)", definition.name, argument.name);
            check("ARGUMENT_DEFINITION", subject, &argument.directives);
        }
    }
}

fn check_application(
    schema: &Schema,
    definition: &DirectiveDef,
    application: &DirectiveUse,
    location: &str,
    subject: fmt::Arguments<'_>,
    report: &mut Report<'_>,
) {
    let name = &application.name;
    let spans = [application.span, definition.span];
    if !definition.locations.contains(&location) {
        report.error_without_code(
            format!("@{name} stands on \"{subject}\", but the definition that is composed does not allow it on {location}."),
            &spans,
            "Define it alike in every subgraph that composes it.",
        );
    }
    for (argument, value, span) in &application.arguments {
        let Some(declared) = definition.arguments.get(argument) else {
            report.error_without_code(
                format!("@{name} on \"{subject}\" has the argument \"{argument}\", which the definition that is composed does not have."),
                &[*span, definition.span],
                "Define it alike in every subgraph that composes it.",
            );
            continue;
        };
        if *value != Value::Null && !is_of_type(schema, value, &declared.ty) {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "@{name} on \"{subject}\" has the argument \"{argument}\": {value}, which is no {} as the definition that is \
                     composed demands.",
                    declared.ty
                ),
                &[*span, declared.span],
                "Define it alike in every subgraph that composes it.",
            );
        }
    }
    for declared in definition.arguments.values() {
        if declared.is_required() && application.argument(&declared.name).is_none() {
            report.error_without_code(
                format!(
                    "@{name} on \"{subject}\" lacks the argument \"{}\", which the definition that is composed requires.",
                    declared.name
                ),
                &spans,
                "Define it alike in every subgraph that composes it.",
            );
        }
    }
}
