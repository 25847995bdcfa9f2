//! Arguments and input fields: their defaults, their deprecation, and input objects that could never be given.

use super::values::Shapes;
use crate::diagnostic::{Code, Report};
use crate::model::{InputDef, Known, Schema, Span};
use std::fmt::Arguments;

/// Defaults of the right type, which are rewritten to what that type makes of them; nothing required is deprecated.
pub(super) fn check(schema: &mut Schema, shapes: &Shapes, report: &mut Report<'_>) {
    let mut check = |coordinate: Arguments<'_>, input: &mut InputDef| {
        if let Some(default) = &mut input.default
            && !shapes.read(default, &input.ty)
        {
            report.error(
                Code::InvalidGraphql,
                format!(
                    "The default value {default} of \"{}\" is not a value of type {}.",
                    input.name, input.ty
                ),
                &[input.span],
                "Give a default of that type, or none.",
            );
        }
        if input.is_required() && input.has(Known::Deprecated) {
            report.error(
                Code::InvalidGraphql,
                format!("\"{coordinate}\" is required and cannot be deprecated."),
                &[input.span],
                "Make it nullable or give it a default first.",
            );
        }
    };
    for definition in schema.types.values_mut() {
        let owner = &definition.name;
        for field in definition.fields.values_mut() {
            for argument in field.arguments.values_mut() {
                check(format_args!("{owner}.{}({}:)", field.name, argument.name.clone()), argument);
            }
        }
        for input in definition.inputs.values_mut() {
            check(format_args!("{owner}.{}", input.name.clone()), input);
        }
    }
    for definition in schema.directive_defs.values_mut() {
        for argument in definition.arguments.values_mut() {
            check(format_args!("@{}({}:)", definition.name, argument.name.clone()), argument);
        }
    }
}

/// Input objects that contain themselves by required fields. One error for each way back.
pub(super) fn check_circles(schema: &Schema, report: &mut Report<'_>) {
    for circle in schema.circles() {
        let spans: Vec<Span> = circle.fields.iter().map(|field| field.span).collect();
        report.error(
            Code::InvalidGraphql,
            format!(
                "The input object \"{}\" contains itself by required fields only (\"{}\"): no value fits.",
                circle.first.name,
                circle.way()
            ),
            &spans,
            "Make one of the fields nullable, or a list.",
        );
    }
}
