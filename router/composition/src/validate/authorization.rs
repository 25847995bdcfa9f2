//! Where `@authenticated`, `@requiresScopes` and `@policy` may stand.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Kind, Known, Schema};

/// AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        let is_interface = definition.kind == Kind::Interface;
        if is_interface || definition.has(Known::InterfaceObject) {
            refuse(&definition.directives, &format!("\"{}\"", definition.name), report);
        }
        if is_interface {
            for field in definition.fields.values() {
                refuse(&field.directives, &format!("\"{}.{}\"", definition.name, field.name), report);
            }
        }
    }
}

fn refuse(directives: &[DirectiveUse], subject: &str, report: &mut Report<'_>) {
    for application in directives {
        if application.known.is_some_and(Known::is_authorization) {
            report.error(
                Code::AuthRequirementsAppliedOnInterface,
                format!(
                    "{subject} has @{}, which interfaces and interface objects cannot have.",
                    application.name
                ),
                &[application.span],
                "Put it on the implementing types or their fields; the interface gets it from them.",
            );
        }
    }
}
