//! Definitions of known directives and types that a subgraph brings itself: compatible, then taken out.

use super::{Feature, Federation};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, Kind, Known, Schema, TypeRef, is_builtin_scalar};

/// Types every federation subgraph may print, with the kind each must have.
const SERVICE_TYPES: [(&str, Kind); 3] = [("_Any", Kind::Scalar), ("_Service", Kind::Object), ("_Entity", Kind::Union)];

/// Reports definitions that disagree with their specification (DIRECTIVE_DEFINITION_INVALID, TYPE_DEFINITION_INVALID).
pub(super) fn check(schema: &Schema, feature: &Feature, report: &mut Report<'_>) {
    let own_types = schema.types.keys();
    if schema.directive_defs.is_empty()
        && !own_types
            .into_iter()
            .any(|name| is_service_type(name) || feature.is_spec_type(name))
    {
        return;
    }
    let spec = super::document(&feature.definitions()).expect("the definitions composition writes itself are GraphQL");
    for definition in schema.directive_defs.values() {
        let Some(wanted) = spec.directive_defs.get(&definition.name) else {
            continue;
        };
        for problem in disagreements(definition, wanted, schema, &spec) {
            report.error(
                Code::DirectiveDefinitionInvalid,
                format!("@{} is defined otherwise than its specification says: {problem}.", definition.name),
                &[definition.span],
                "Correct the definition, or remove it: composition knows it.",
            );
        }
    }
    for definition in schema.types.values() {
        let wanted = SERVICE_TYPES
            .iter()
            .find(|(name, _)| *name == &*definition.name)
            .map(|(_, kind)| *kind);
        let wanted = wanted.or_else(|| spec.types.get(&definition.name).map(|wanted| wanted.kind));
        if let Some(wanted) = wanted.filter(|wanted| *wanted != definition.kind) {
            report.error(
                Code::TypeDefinitionInvalid,
                format!(
                    "\"{}\" must be a {}, as its specification says, not a {}.",
                    definition.name,
                    wanted.noun(),
                    definition.kind.noun()
                ),
                &[definition.span],
                "Rename the type.",
            );
        } else if definition.kind == Kind::Enum
            && let Some(spec_type) = spec.types.get(&definition.name)
            && (spec_type.values.len() != definition.values.len()
                || spec_type.values.keys().any(|value| !definition.values.contains_key(value)))
        {
            report.error(
                Code::TypeDefinitionInvalid,
                format!(
                    "The enum \"{}\" does not have the values its specification gives it.",
                    definition.name
                ),
                &[definition.span],
                "Remove the definition: composition knows it.",
            );
        }
    }
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

fn disagreements(actual: &DirectiveDef, wanted: &DirectiveDef, schema: &Schema, spec: &Schema) -> Vec<String> {
    let mut problems = Vec::new();
    for (name, argument) in &wanted.arguments {
        let Some(own) = actual.arguments.get(name) else {
            if argument.is_required() {
                problems.push(format!("the argument \"{name}\" is missing"));
            }
            continue;
        };
        if !may_redefine(&own.ty, &argument.ty, schema, spec) {
            problems.push(format!("the argument \"{name}\" has type {} and not {}", own.ty, argument.ty));
        } else if own.default != argument.default && !matches!(own.ty, TypeRef::NonNull(_)) {
            problems.push(format!("the argument \"{name}\" has another default value"));
        }
    }
    for name in actual.arguments.keys() {
        if !wanted.arguments.contains_key(name) {
            problems.push(format!("it has no argument \"{name}\""));
        }
    }
    if actual.is_repeatable && !wanted.is_repeatable {
        problems.push("it is not repeatable".to_string());
    }
    for location in &actual.locations {
        if !wanted.locations.contains(location) {
            problems.push(format!("it may not stand on {location}"));
        }
    }
    problems
}

/// Whether a definition may give an argument the type `actual`: stricter in nullability, and anything but another custom
/// scalar where the specification has one, since nobody checks values of those anyway.
fn may_redefine(actual: &TypeRef, wanted: &TypeRef, schema: &Schema, spec: &Schema) -> bool {
    let is_custom = |schema: &Schema, name: &str| schema.types.get(name).is_some_and(|definition| definition.kind == Kind::Scalar);
    match (actual, wanted) {
        (TypeRef::NonNull(actual), wanted) => may_redefine(actual, wanted.nullable(), schema, spec),
        (_, TypeRef::NonNull(_)) => false,
        (TypeRef::List(actual), TypeRef::List(wanted)) => may_redefine(actual, wanted, schema, spec),
        (_, TypeRef::List(_)) => false,
        (actual, TypeRef::Named(wanted)) => {
            let is_same = matches!(actual, TypeRef::Named(name) if name == wanted);
            let is_other_scalar = matches!(actual, TypeRef::Named(name) if is_custom(schema, name));
            is_same || (is_custom(spec, wanted) && !is_other_scalar)
        }
    }
}

/// Takes out what is federation's and the language's own.
pub(super) fn remove(schema: &mut Schema, feature: &Feature) {
    schema.directive_defs.retain(|name, _| !is_known_directive(name, feature));
    schema
        .types
        .retain(|name, _| !is_service_type(name) && !feature.is_spec_type(name) && !is_builtin_scalar(name));
    let query = schema
        .roots
        .get(&crate::model::RootKind::Query)
        .map_or("Query".into(), |(name, _)| name.clone());
    if let Some(query_type) = schema.types.get_mut(&query) {
        query_type.fields.shift_remove("_service");
        query_type.fields.shift_remove("_entities");
    }
}

pub(super) fn is_service_type(name: &str) -> bool {
    SERVICE_TYPES.iter().any(|(service, _)| *service == name)
}

pub(super) fn is_known_directive(name: &str, feature: &Feature) -> bool {
    feature.known(name).is_some() || matches!(name, "skip" | "include")
}
