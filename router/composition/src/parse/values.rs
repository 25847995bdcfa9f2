//! Constant values: defaults and directive arguments have the type their position asks for (October 2021, section 5.6.1).
//! A custom scalar takes any value; a string stands for an enum value, as the reference tolerates.

use super::Feature;
use crate::diagnostic::{Code, Report};
use crate::model::{Kind, Known, Schema, TypeRef, Value, is_builtin_scalar};

/// Reports wrong default values, wrong `@deprecated` positions and wrong arguments of the subgraph's own directives.
pub(super) fn check(schema: &Schema, feature: &Feature, report: &mut Report<'_>) {
    let directive_arguments = schema
        .directive_defs
        .values()
        .filter(|definition| feature.known(&definition.name).is_none());
    let arguments = schema.types.values().flat_map(|definition| {
        definition
            .inputs
            .values()
            .chain(definition.fields.values().flat_map(|field| field.arguments.values()))
    });
    for input in arguments.chain(directive_arguments.flat_map(|definition| definition.arguments.values())) {
        if let Some(default) = &input.default
            && !fits(schema, default, &input.ty)
        {
            report.error(
                Code::InvalidGraphql,
                format!("The default value {default} of \"{}\" is not a valid {}.", input.name, input.ty),
                &[input.span],
                "Give a default of that type, or none.",
            );
        }
        if input.is_required() && input.has(Known::Deprecated) {
            report.error(
                Code::InvalidGraphql,
                format!("\"{}\" is required and can not be deprecated.", input.name),
                &[input.span],
                "Make it nullable or give it a default first.",
            );
        }
    }
}

/// Whether a literal can be read as a value of the type.
fn fits(schema: &Schema, value: &Value, ty: &TypeRef) -> bool {
    match (ty, value) {
        (TypeRef::NonNull(_), Value::Null) => false,
        (TypeRef::NonNull(inner), value) => fits(schema, value, inner),
        (_, Value::Null) => true,
        (TypeRef::List(inner), Value::List(items)) => items.iter().all(|item| fits(schema, item, inner)),
        (TypeRef::List(inner), value) => fits(schema, value, inner),
        (TypeRef::Named(name), value) => fits_named(schema, value, name),
    }
}

fn fits_named(schema: &Schema, value: &Value, name: &str) -> bool {
    match (name, value) {
        ("Int", Value::Int(text)) => text.parse::<i32>().is_ok(),
        ("Float", Value::Int(text) | Value::Float(text)) => text.parse::<f64>().is_ok_and(f64::is_finite),
        ("String", Value::String(_)) | ("Boolean", Value::Boolean(_)) => true,
        ("ID", Value::String(_) | Value::Int(_)) => true,
        _ if is_builtin_scalar(name) => false,
        _ => {
            let Some(definition) = schema.types.get(name) else { return true };
            match (definition.kind, value) {
                (Kind::Scalar, _) => true,
                (Kind::Enum, Value::Enum(value)) => definition.values.contains_key(value),
                (Kind::Enum, Value::String(value)) => definition.values.contains_key(value.as_str()),
                (Kind::Input, Value::Object(fields)) => {
                    fields
                        .iter()
                        .all(|(field, value)| definition.inputs.get(field).is_some_and(|input| fits(schema, value, &input.ty)))
                        && definition
                            .inputs
                            .values()
                            .filter(|input| input.is_required())
                            .all(|input| fields.iter().any(|(field, _)| *field == input.name))
                }
                _ => false,
            }
        }
    }
}
