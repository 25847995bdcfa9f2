//! Applications of composed directives fit the definition that was chosen, which may be another subgraph's than the one
//! that wrote the application. Owns that check alone.

use super::Supergraph;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, DirectiveUse, Place, Schema, Value, each_place};

/// Reports applications at places, with arguments or with values that the merged definition does not have. Only wrong
/// values have a code.
pub(crate) fn check_applications(supergraph: &Supergraph, report: &mut Report<'_>) {
    let schema = &supergraph.schema;
    if schema.directive_defs.is_empty() {
        return;
    }
    each_place(schema, &mut |place, applications| {
        for application in applications.iter().filter(|application| application.known.is_none()) {
            if let Some(definition) = schema.directive_defs.get(&application.name) {
                check_application(schema, definition, application, place, report);
            }
        }
    });
}

fn check_application(schema: &Schema, definition: &DirectiveDef, application: &DirectiveUse, place: &Place<'_>, report: &mut Report<'_>) {
    let name = &application.name;
    let spans = [application.span, definition.span];
    if !definition.locations.contains(&place.location) {
        report.error_without_code(
            format!(
                "@{name} stands on {place}, but the definition that is composed does not allow it on {}.",
                place.location
            ),
            &spans,
            "Define it alike in every subgraph that composes it.",
        );
    }
    for (argument, value, span) in &application.arguments {
        let Some(declared) = definition.arguments.get(argument) else {
            report.error_without_code(
                format!("@{name} on {place} has the argument \"{argument}\", which the definition that is composed does not have."),
                &[*span, definition.span],
                "Define it alike in every subgraph that composes it.",
            );
            continue;
        };
        if *value != Value::Null && !schema.takes(&declared.ty, value) {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "@{name} on {place} has {value} as its argument \"{argument}\", which the definition that is composed wants as {}.",
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
                    "@{name} on {place} lacks the argument \"{}\", which the definition that is composed requires.",
                    declared.name
                ),
                &spans,
                "Define it alike in every subgraph that composes it.",
            );
        }
    }
}
