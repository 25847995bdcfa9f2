//! Definitions of known directives and types that a subgraph brings itself: compatible, then taken out.

use super::rules::introspection_type;
use super::specification::LINK_PURPOSES;
use super::{Feature, Federation};
use crate::diagnostic::{Code, Report};
use crate::model::{Block, DirectiveDef, Kind, Known, Name, RootKind, Schema, Span, TypeDef, TypeRef, is_builtin_scalar};
use std::borrow::Cow;

/// Types every federation subgraph may print.
const SERVICE_TYPES: [&str; 3] = ["_Any", "_Service", "_Entity"];

/// Reports definitions that disagree with their specification (DIRECTIVE_DEFINITION_INVALID, TYPE_DEFINITION_INVALID).
pub(super) fn check(schema: &Schema, feature: &Feature, known: &[(&str, Cow<'_, DirectiveDef>)], report: &mut Report<'_>) {
    for (name, wanted) in known {
        if matches!(feature.known(name), Some(Known::Deprecated | Known::SpecifiedBy)) {
            continue;
        }
        let Some(definition) = schema.directive_defs.get(*name) else {
            continue;
        };
        for problem in disagreements(definition, wanted, schema, feature) {
            report.error(
                Code::DirectiveDefinitionInvalid,
                format!("@{name} is not defined as its specification says: {problem}."),
                &[definition.span],
                "Correct the definition, or remove it: composition knows it.",
            );
        }
    }
    for name in feature.types() {
        let Some(definition) = schema.types.get(name) else { continue };
        let wanted = if feature.purpose() == Some(name) {
            Kind::Enum
        } else {
            Kind::Scalar
        };
        let message = if definition.kind != wanted {
            format!(
                "\"{name}\" must be {}, as its specification says, not {}.",
                wanted.described(),
                definition.kind.described()
            )
        } else if wanted == Kind::Enum && !has_values(definition, &LINK_PURPOSES) {
            format!("The enum \"{name}\" does not have the values its specification gives it.")
        } else {
            continue;
        };
        report.error(
            Code::TypeDefinitionInvalid,
            message,
            &[definition.span],
            "Remove the definition: composition knows it.",
        );
    }
}

fn has_values(definition: &TypeDef, values: &[&str]) -> bool {
    definition.values.len() == values.len() && values.iter().all(|value| definition.values.contains_key(*value))
}

/// Takes out the loose definitions that tools of federation 1 print for the directives with field sets.
pub(super) fn remove_loose(schema: &mut Schema, feature: &Feature) {
    if feature.federation != Federation::One {
        return;
    }
    let is_text = |ty: &TypeRef| matches!(ty, TypeRef::Named(name) if matches!(&**name, "String" | "_FieldSet" | "FieldSet"));
    schema.directive_defs.retain(|name, definition| {
        let takes_fields = matches!(feature.known(name), Some(Known::Key | Known::Requires | Known::Provides));
        let mut arguments = definition.arguments.values();
        let is_loose = match (arguments.next(), arguments.next()) {
            (None, _) => true,
            (Some(argument), None) => &*argument.name == "fields" && is_text(&argument.ty),
            _ => false,
        };
        !(takes_fields && is_loose)
    });
}

fn disagreements(actual: &DirectiveDef, wanted: &DirectiveDef, schema: &Schema, feature: &Feature) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, argument) in &wanted.arguments {
        let Some(own) = actual.arguments.get(name) else {
            if argument.is_required() {
                problems.push(format!("the argument \"{name}\" is missing"));
            }
            continue;
        };
        if !may_redefine(&own.ty, &argument.ty, schema, feature) {
            problems.push(format!("the argument \"{name}\" is of type {}, not {}", own.ty, argument.ty));
        } else if own.default != argument.default && !matches!(own.ty, TypeRef::NonNull(_)) {
            problems.push(format!("the argument \"{name}\" has another default value"));
        }
    }
    for name in actual.arguments.keys() {
        if !wanted.arguments.contains_key(name) {
            problems.push(format!("the specification has no argument \"{name}\""));
        }
    }
    if actual.is_repeatable && !wanted.is_repeatable {
        problems.push("the specification does not let it be repeated".to_string());
    }
    let elsewhere: Vec<&str> = actual
        .locations
        .iter()
        .copied()
        .filter(|location| !wanted.locations.contains(location))
        .collect();
    if !elsewhere.is_empty() {
        problems.push(format!("it may not stand on {}", elsewhere.join(", ")));
    }
    problems
}

/// Whether a definition may give an argument the type `actual`: stricter in nullability, and anything but another custom
/// scalar where the specification has one, since nobody checks values of those anyway.
fn may_redefine(actual: &TypeRef, wanted: &TypeRef, schema: &Schema, feature: &Feature) -> bool {
    match (actual, wanted) {
        (TypeRef::NonNull(actual), wanted) => may_redefine(actual, wanted.nullable(), schema, feature),
        (_, TypeRef::NonNull(_)) => false,
        (TypeRef::List(actual), TypeRef::List(wanted)) => may_redefine(actual, wanted, schema, feature),
        (_, TypeRef::List(_)) => false,
        (actual, TypeRef::Named(wanted)) => {
            let is_custom = |name: &Name| schema.types.get(name).is_some_and(|definition| definition.kind == Kind::Scalar);
            let is_same = matches!(actual, TypeRef::Named(name) if name == wanted);
            let is_other_scalar = matches!(actual, TypeRef::Named(name) if is_custom(name));
            let wants_custom = feature.is_specification_type(wanted) && feature.purpose() != Some(wanted);
            is_same || (wants_custom && !is_other_scalar)
        }
    }
}

/// The fields by which every subgraph is asked for its schema and its entities.
pub(super) fn remove_service_fields(schema: &mut Schema) {
    let query = schema
        .roots
        .get(&RootKind::Query)
        .map_or_else(|| RootKind::Query.type_name().into(), |(name, _)| name.clone());
    if let Some(query_type) = schema.types.get_mut(&query) {
        query_type.fields.shift_remove("_service");
        query_type.fields.shift_remove("_entities");
    }
}

/// Takes out what is federation's and the language's own. INVALID_GRAPHQL where the schema refers to it.
pub(super) fn remove(schema: &mut Schema, feature: &Feature, subgraph: usize, report: &mut Report<'_>) {
    remove_service_fields(schema);
    schema.directive_defs.retain(|name, _| !is_known_directive(name, feature));
    let is_removed =
        |name: &str| is_service_type(name) || feature.is_specification_type(name) || is_builtin_scalar(name) || introspection_type(name);
    let before = schema.types.len();
    schema.types.retain(|name, _| feature.scalars.contains(name) || !is_removed(name));
    if schema.types.len() < before {
        check_use(schema, report);
    }
    for name in &feature.scalars {
        schema.types.entry(name.clone()).or_insert_with(|| {
            let mut made = TypeDef::new(name.clone(), Kind::Scalar, Span::whole(subgraph));
            made.blocks.push(Block { is_extension: false });
            made
        });
    }
}

/// The types taken out are no part of a supergraph, nor can be what refers to them.
fn check_use(schema: &Schema, report: &mut Report<'_>) {
    let mut check = |ty: &TypeRef, span: Span| {
        if !schema.types.contains_key(ty.base()) && !is_builtin_scalar(ty.base()) {
            report.error(
                Code::InvalidGraphql,
                format!("\"{}\" belongs to federation and is not part of the composed schema.", ty.base()),
                &[span],
                "Use a type of your own.",
            );
        }
    };
    for definition in schema.types.values() {
        for field in definition.fields.values() {
            check(&field.ty, field.span);
            field.arguments.values().for_each(|argument| check(&argument.ty, argument.span));
        }
        definition.inputs.values().for_each(|input| check(&input.ty, input.span));
    }
}

fn is_service_type(name: &str) -> bool {
    SERVICE_TYPES.contains(&name)
}

fn is_known_directive(name: &str, feature: &Feature) -> bool {
    feature.known(name).is_some() || matches!(name, "skip" | "include")
}
