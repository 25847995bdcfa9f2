//! The rules of the GraphQL specification for one schema (October 2021, section 3), as the reference holds them: in stages,
//! of which the first with an error is the last. Owns these rules; must not know federation beyond the definitions of its
//! directives, which the caller gives.

mod applications;
mod clashes;
mod inputs;
mod names;
mod references;
mod values;

pub(super) use references::introspection_type;

use super::intern::{Clash, Clashing};
use super::passed;
use crate::diagnostic::Report;
use crate::model::{DirectiveDef, Name, Schema};
use std::collections::HashMap;

/// The directives a schema can use.
pub(super) struct Vocabulary<'a> {
    /// Definitions by the name the schema uses.
    pub definitions: HashMap<&'a str, &'a DirectiveDef>,
    /// Names of directives that may be applied anyhow.
    pub unchecked: Vec<&'a str>,
    /// An enum that the schema can use without defining it, and its values.
    pub implicit_enum: Option<(&'a Name, &'a [&'a str])>,
    /// What to do about a name that is not defined.
    pub help: &'a dyn Fn(&str) -> String,
}

impl Vocabulary<'_> {
    fn knows(&self, name: &str) -> bool {
        self.definitions.contains_key(name) || self.unchecked.contains(&name)
    }
}

/// Names that stand for two things, so that nothing else can be told. Only the first is reported.
pub(super) fn check_names_are_unique(clashes: &[Clash], report: &mut Report<'_>) -> Option<()> {
    let before = report.errors.len();
    let stages: [&[Clashing]; 2] = [
        &[Clashing::Type, Clashing::Kind, Clashing::BuiltinScalar],
        &[Clashing::Directive, Clashing::DirectiveArgument],
    ];
    for stage in stages {
        if let Some(first) = clashes.iter().find(|clash| stage.contains(&clash.what)) {
            clashes::report(first, report);
            break;
        }
    }
    passed(before, report)
}

/// A directive on the schema itself that has no definition. Only the first is reported.
pub(super) fn check_schema_directives(schema: &Schema, vocabulary: &Vocabulary<'_>, report: &mut Report<'_>) -> Option<()> {
    let before = report.errors.len();
    if let Some(unknown) = schema.directives.iter().find(|application| !vocabulary.knows(&application.name)) {
        references::unknown_directive(unknown, vocabulary, report);
    }
    passed(before, report)
}

/// A type that is named but not defined, or a field or argument defined twice. Only the first is reported.
pub(super) fn check_types_are_known(schema: &Schema, clashes: &[Clash], report: &mut Report<'_>) -> Option<()> {
    let before = report.errors.len();
    let clash = clashes
        .iter()
        .find(|clash| matches!(clash.what, Clashing::Field | Clashing::Argument));
    match (references::unknown_type(schema), clash) {
        (Some((span, name)), None) => references::report_unknown_type(span, name, report),
        (Some((span, name)), Some(clash)) if span < clash.span => references::report_unknown_type(span, name, report),
        (_, Some(clash)) => clashes::report(clash, report),
        (None, None) => {}
    }
    passed(before, report)
}

/// Directives, interfaces, members and roots that are not defined or of the wrong kind.
pub(super) fn check_references(schema: &Schema, clashes: &[Clash], vocabulary: &Vocabulary<'_>, report: &mut Report<'_>) -> Option<()> {
    let before = report.errors.len();
    let has_two_schemas = clashes.iter().any(|clash| clash.what == Clashing::Schema);
    for clash in clashes {
        let is_repeated_root = has_two_schemas && clash.what == Clashing::Root;
        if !is_repeated_root
            && matches!(
                clash.what,
                Clashing::Schema | Clashing::Root | Clashing::Value | Clashing::Member | Clashing::Interface
            )
        {
            clashes::report(clash, report);
        }
    }
    references::check_kinds(schema, report);
    references::check_directives(schema, vocabulary, report);
    passed(before, report)
}

/// Everything else. Values are rewritten to what their types make of them.
pub(super) fn check(schema: &mut Schema, clashes: &[Clash], vocabulary: &Vocabulary<'_>, report: &mut Report<'_>) -> Option<()> {
    let before = report.errors.len();
    for clash in clashes.iter().filter(|clash| clash.what == Clashing::Application) {
        clashes::report(clash, report);
    }
    names::check(schema, report);
    crate::implementations::check(schema, report);
    inputs::check_circles(schema, report);
    let shapes = values::Shapes::new(schema, vocabulary.implicit_enum);
    inputs::check(schema, &shapes, report);
    applications::check(schema, vocabulary, &shapes, report);
    passed(before, report)
}
