//! Where a directive can stand, and the elements that stand there.

use crate::model::{DirectiveUse, Kind, Schema};
use std::fmt;

/// An element that can carry directives.
pub(super) struct Place<'a> {
    /// The location as directive definitions name it.
    pub location: &'static str,
    /// The type; `@name` for a directive definition; empty for the schema.
    owner: &'a str,
    member: Option<&'a str>,
    argument: Option<&'a str>,
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.location, self.member, self.argument) {
            ("SCHEMA", ..) => out.write_str("the schema"),
            (_, None, None) => write!(out, "\"{}\"", self.owner),
            (_, Some(member), None) => write!(out, "\"{}.{member}\"", self.owner),
            (_, Some(member), Some(argument)) => write!(out, "\"{}.{member}({argument}:)\"", self.owner),
            (_, None, Some(argument)) => write!(out, "\"@{}({argument}:)\"", self.owner),
        }
    }
}

fn location(kind: Kind) -> &'static str {
    match kind {
        Kind::Scalar => "SCALAR",
        Kind::Object => "OBJECT",
        Kind::Interface => "INTERFACE",
        Kind::Union => "UNION",
        Kind::Enum => "ENUM",
        Kind::Input => "INPUT_OBJECT",
    }
}

/// Visits every element that carries directives, in the schema's order.
pub(super) fn visit(schema: &mut Schema, visit: &mut dyn FnMut(&Place<'_>, &mut [DirectiveUse])) {
    let mut visit = |place: &Place<'_>, list: &mut [DirectiveUse]| {
        if !list.is_empty() {
            visit(place, list);
        }
    };
    let place = |location, owner, member, argument| Place {
        location,
        owner,
        member,
        argument,
    };
    visit(&place("SCHEMA", "", None, None), &mut schema.directives);
    for (name, definition) in &mut schema.types {
        visit(&place(location(definition.kind), name, None, None), &mut definition.directives);
        for (member, field) in &mut definition.fields {
            visit(&place("FIELD_DEFINITION", name, Some(&**member), None), &mut field.directives);
            for (argument, input) in &mut field.arguments {
                visit(
                    &place("ARGUMENT_DEFINITION", name, Some(&**member), Some(&**argument)),
                    &mut input.directives,
                );
            }
        }
        for (member, input) in &mut definition.inputs {
            visit(&place("INPUT_FIELD_DEFINITION", name, Some(&**member), None), &mut input.directives);
        }
        for (member, value) in &mut definition.values {
            visit(&place("ENUM_VALUE", name, Some(&**member), None), &mut value.directives);
        }
    }
    for (name, definition) in &mut schema.directive_defs {
        for (argument, input) in &mut definition.arguments {
            visit(&place("ARGUMENT_DEFINITION", name, None, Some(&**argument)), &mut input.directives);
        }
    }
}
