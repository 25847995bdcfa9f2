//! What a document says twice.

use crate::diagnostic::{Code, Report};
use crate::parse::intern::{Clash, Clashing};

pub(super) fn report(clash: &Clash, report: &mut Report<'_>) {
    let name = &clash.name;
    let (message, help) = match clash.what {
        Clashing::Type => (
            format!("The type \"{name}\" is defined twice."),
            "Remove one definition, or make it an extension with \"extend\".",
        ),
        Clashing::Kind => (
            format!("\"{name}\" is given two kinds of type."),
            "Rename one, or give both the same keyword.",
        ),
        Clashing::BuiltinScalar => (
            format!("\"{name}\" is GraphQL's own and cannot be extended."),
            "Remove the extension.",
        ),
        Clashing::Directive => (format!("The directive \"{name}\" is defined twice."), "Remove one definition."),
        Clashing::Schema => (
            "The document has two schema definitions.".to_string(),
            "Keep one, and write \"extend schema\" for the other.",
        ),
        Clashing::Root => (format!("The schema names its {name} root twice."), "Keep one of them."),
        Clashing::Field => (format!("The field \"{name}\" is defined twice."), "Remove one of them."),
        Clashing::Argument | Clashing::DirectiveArgument => (format!("The argument \"{name}\" is defined twice."), "Remove one of them."),
        Clashing::Value => (format!("The enum value \"{name}\" is defined twice."), "Remove one of them."),
        Clashing::Member => (format!("The union has a member twice: \"{name}\"."), "Remove one of them."),
        Clashing::Interface => (format!("A type implements an interface twice: \"{name}\"."), "Remove one of them."),
        Clashing::Application => (format!("The argument \"{name}\" is given twice."), "Remove one of them."),
    };
    report.error(Code::InvalidGraphql, message, &[clash.span], help);
}
