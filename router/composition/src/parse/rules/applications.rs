//! Directives where they are applied: at a place they may stand, once if they may only once, with the right arguments.

use super::Vocabulary;
use super::values::Shapes;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, DirectiveUse, Known, Place, Schema, Value, each_place_mut};

/// Argument values are rewritten to what their types make of them.
pub(super) fn check(schema: &mut Schema, vocabulary: &Vocabulary<'_>, shapes: &Shapes, report: &mut Report<'_>) {
    each_place_mut(schema, &mut |place, list| {
        for index in 0..list.len() {
            let (before, rest) = list.split_at_mut(index);
            let Some(application) = rest.first_mut() else { continue };
            let Some(definition) = vocabulary.definitions.get(&*application.name) else {
                continue;
            };
            if !definition.is_repeatable && before.iter().any(|other| other.name == application.name) {
                report.error(
                    Code::InvalidGraphql,
                    format!("@{} stands more than once on {place}, and is not repeatable.", application.name),
                    &[application.span],
                    "Keep one of them.",
                );
            }
            check_application(place, application, definition, shapes, report);
        }
    });
}

fn check_application(
    place: &Place<'_>,
    application: &mut DirectiveUse,
    definition: &DirectiveDef,
    shapes: &Shapes,
    report: &mut Report<'_>,
) {
    let name = application.name.clone();
    let is_known = application.known.is_some();
    let takes_fields = matches!(application.known, Some(Known::Key | Known::Requires | Known::Provides));
    if !definition.locations.contains(&place.location) {
        report.error(
            Code::InvalidGraphql,
            format!("@{name} stands on {place}, but its definition does not allow {}.", place.location),
            &[application.span],
            &format!("Remove it; it may stand on {}.", definition.locations.join(", ")),
        );
    }
    for (given, _, span) in &application.arguments {
        if !definition.arguments.contains_key(given) {
            let known: Vec<&str> = definition.arguments.keys().map(|argument| &**argument).collect();
            let help = match known.as_slice() {
                [] => "Remove it; the directive has no arguments.".to_string(),
                known => format!("Remove it, or use one of: {}.", known.join(", ")),
            };
            report.error(
                Code::InvalidGraphql,
                format!("@{name} on {place} has no argument \"{given}\"."),
                &[*span],
                &help,
            );
        }
    }
    for wanted in definition.arguments.values() {
        let given = application.arguments.iter_mut().find(|(given, ..)| *given == wanted.name);
        match given {
            None if wanted.is_required() => report.error(
                Code::InvalidGraphql,
                format!("@{name} on {place} lacks its argument \"{}\" of type {}.", wanted.name, wanted.ty),
                &[application.span],
                "Give the argument.",
            ),
            None => {}
            // The reference takes null for any argument, and breaks where it needs another value of a known one.
            Some((_, Value::Null, _)) if !is_known || takes_fields => {}
            Some((_, value, span)) => {
                // Field sets are read later, as they are written.
                let mut field_set = takes_fields.then(|| value.clone());
                if !shapes.read(field_set.as_mut().unwrap_or(value), &wanted.ty) {
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "{value} on {place} is not a value of \"@{name}({}:)\", which is of type {}.",
                            wanted.name, wanted.ty
                        ),
                        &[*span],
                        "Give a value of that type.",
                    );
                }
            }
        }
    }
}
