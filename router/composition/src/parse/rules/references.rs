//! What names refer to: types, interfaces, members, roots and directives that exist and are of the right kind.

use super::Vocabulary;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, InputDef, Kind, RootKind, Schema, Span, TypeRef, each_place, is_builtin_scalar};

/// Whether `name` is a type of introspection, which every schema has.
pub(in crate::parse) fn introspection_type(name: &str) -> bool {
    matches!(
        name,
        "__Schema" | "__Type" | "__TypeKind" | "__Field" | "__InputValue" | "__EnumValue" | "__Directive" | "__DirectiveLocation"
    )
}

/// The first type in the text that is named but not defined.
pub(super) fn unknown_type<'s>(schema: &'s Schema) -> Option<(Span, &'s str)> {
    let mut first: Option<(Span, &str)> = None;
    let mut look = |ty: &'s TypeRef, span: Span| {
        let name: &str = ty.base();
        let is_known = schema.types.contains_key(name) || is_builtin_scalar(name) || introspection_type(name);
        if !is_known && first.is_none_or(|(place, _)| span < place) {
            first = Some((span, name));
        }
    };
    for definition in schema.types.values() {
        for field in definition.fields.values() {
            look(&field.ty, field.span);
            field.arguments.values().for_each(|argument| look(&argument.ty, argument.span));
        }
        definition.inputs.values().for_each(|input| look(&input.ty, input.span));
    }
    for definition in schema.directive_defs.values() {
        definition.arguments.values().for_each(|argument| look(&argument.ty, argument.span));
    }
    first
}

pub(super) fn report_unknown_type(span: Span, name: &str, report: &mut Report<'_>) {
    report.error(
        Code::InvalidGraphql,
        format!("The type \"{name}\" is not defined."),
        &[span],
        "Define it in this subgraph too, or correct the name.",
    );
}

/// Directives that are used but not defined.
pub(super) fn check_directives(schema: &Schema, vocabulary: &Vocabulary<'_>, report: &mut Report<'_>) {
    each_place(schema, &mut |place, list| {
        if place.location == "SCHEMA" {
            return;
        }
        for application in list {
            if !vocabulary.knows(&application.name) {
                unknown_directive(application, vocabulary, report);
            }
        }
    });
}

pub(super) fn unknown_directive(application: &DirectiveUse, vocabulary: &Vocabulary<'_>, report: &mut Report<'_>) {
    report.error(
        Code::InvalidGraphql,
        format!("The directive \"@{}\" is not defined.", application.name),
        &[application.span],
        &(vocabulary.help)(&application.name),
    );
}

/// Interfaces, union members, roots, and types of fields and arguments that are of the wrong kind, or of none.
pub(super) fn check_kinds(schema: &Schema, report: &mut Report<'_>) {
    let mut wrong = |message: String, span: Span, help: &str| report.error(Code::InvalidGraphql, message, &[span], help);
    for definition in schema.types.values() {
        for (interface, span) in &definition.implements {
            let name = &definition.name;
            match schema.kind_of(interface) {
                Some(Kind::Interface) => {}
                Some(kind) => wrong(
                    format!(
                        "\"{name}\" implements \"{interface}\", which is {}, not an interface.",
                        kind.described()
                    ),
                    *span,
                    "Implement interfaces only.",
                ),
                None => wrong(
                    format!("\"{name}\" implements \"{interface}\", which is not defined."),
                    *span,
                    "Define the interface in this subgraph too, or correct the name.",
                ),
            }
        }
        for (member, span) in &definition.members {
            let name = &definition.name;
            match schema.kind_of(member) {
                Some(Kind::Object) => {}
                Some(kind) => wrong(
                    format!("The union \"{name}\" has the member \"{member}\", which is {}.", kind.described()),
                    *span,
                    "A union has object types as its members only.",
                ),
                None => wrong(
                    format!("The union \"{name}\" has the member \"{member}\", which is not defined."),
                    *span,
                    "Define the type in this subgraph too, or remove the member.",
                ),
            }
        }
        for field in definition.fields.values() {
            if schema.kind_of(field.ty.base()) == Some(Kind::Input) {
                let message = format!("\"{}.{}\" has the type {}, an input object.", definition.name, field.name, field.ty);
                wrong(message, field.span, "Give the field an output type.");
            }
            for argument in field.arguments.values().filter(|argument| is_output(schema, argument)) {
                let message = format!(
                    "\"{}.{}({}:)\" has the type {}, which cannot be given as input.",
                    definition.name, field.name, argument.name, argument.ty
                );
                wrong(message, argument.span, INPUT_TYPES);
            }
        }
        for input in definition.inputs.values().filter(|input| is_output(schema, input)) {
            let message = format!(
                "\"{}.{}\" has the type {}, which cannot be given as input.",
                definition.name, input.name, input.ty
            );
            wrong(message, input.span, INPUT_TYPES);
        }
    }
    for definition in schema.directive_defs.values() {
        for argument in definition.arguments.values().filter(|argument| is_output(schema, argument)) {
            let message = format!(
                "\"@{}({}:)\" has the type {}, which cannot be given as input.",
                definition.name, argument.name, argument.ty
            );
            wrong(message, argument.span, INPUT_TYPES);
        }
    }
    for (kind, (name, span)) in &schema.roots {
        let span = span.unwrap_or(Span::whole(0));
        match schema.kind_of(name) {
            Some(Kind::Object) => {}
            Some(other) => wrong(
                format!(
                    "The {} root \"{name}\" is {}, and must be an object type.",
                    kind.keyword(),
                    other.described()
                ),
                span,
                "Name an object type.",
            ),
            None => wrong(
                format!("The {} root \"{name}\" is not defined.", kind.keyword()),
                span,
                "Define the type, or remove it from the schema definition.",
            ),
        }
    }
    if !schema.roots.contains_key(&RootKind::Query)
        && let Some(query) = schema.types.get(RootKind::Query.type_name())
        && query.kind != Kind::Object
    {
        let message = format!("\"{}\" is {}, and must be an object type.", query.name, query.kind.described());
        wrong(message, query.span, "Rename it: every subgraph has a query root.");
    }
}

const INPUT_TYPES: &str = "Use a scalar, an enum or an input object.";

fn is_output(schema: &Schema, input: &InputDef) -> bool {
    schema.kind_of(input.ty.base()).is_some_and(Kind::is_composite)
}
