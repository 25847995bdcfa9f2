//! Where a directive can stand, and the elements that stand there.

use super::{DirectiveUse, Kind, Schema};
use std::fmt;

/// An element that can carry directives.
pub(crate) struct Place<'a> {
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

fn place<'a>(location: &'static str, owner: &'a str, member: Option<&'a str>, argument: Option<&'a str>) -> Place<'a> {
    Place {
        location,
        owner,
        member,
        argument,
    }
}

/// Visits every element that carries directives, in the schema's order.
pub(crate) fn each_place(schema: &Schema, visit: &mut dyn FnMut(&Place<'_>, &[DirectiveUse])) {
    let mut visit = |place: &Place<'_>, list: &[DirectiveUse]| {
        if !list.is_empty() {
            visit(place, list);
        }
    };
    visit(&place("SCHEMA", "", None, None), &schema.directives);
    for (name, definition) in &schema.types {
        visit(&place(location(definition.kind), name, None, None), &definition.directives);
        for (member, field) in &definition.fields {
            visit(&place("FIELD_DEFINITION", name, Some(&**member), None), &field.directives);
            for (argument, input) in &field.arguments {
                visit(
                    &place("ARGUMENT_DEFINITION", name, Some(&**member), Some(&**argument)),
                    &input.directives,
                );
            }
        }
        for (member, input) in &definition.inputs {
            visit(&place("INPUT_FIELD_DEFINITION", name, Some(&**member), None), &input.directives);
        }
        for (member, value) in &definition.values {
            visit(&place("ENUM_VALUE", name, Some(&**member), None), &value.directives);
        }
    }
    for (name, definition) in &schema.directive_defs {
        for (argument, input) in &definition.arguments {
            visit(&place("ARGUMENT_DEFINITION", name, None, Some(&**argument)), &input.directives);
        }
    }
}

/// Visits every element that carries directives, in the schema's order, with leave to change them.
pub(crate) fn each_place_mut(schema: &mut Schema, visit: &mut dyn FnMut(&Place<'_>, &mut [DirectiveUse])) {
    let mut visit = |place: &Place<'_>, list: &mut [DirectiveUse]| {
        if !list.is_empty() {
            visit(place, list);
        }
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
