//! The merged schema is a valid GraphQL schema: what subgraphs that are valid each can break together. INVALID_GRAPHQL.

use crate::diagnostic::{Code, Report};
use crate::model::{HashSet, InputDef, Kind, Known, Name, Schema, Span, TypeDef, TypeRef};
use crate::validate::is_of_type;

/// Checks implementations, default values, deprecations and circles of input objects.
pub(super) fn check(schema: &Schema, report: &mut Report<'_>) {
    implementations(schema, report);
    for definition in schema.types.values() {
        for input in definition.inputs.values() {
            check_input(schema, &format!("\"{}.{}\"", definition.name, input.name), input, report);
        }
        for field in definition.fields.values() {
            for argument in field.arguments.values() {
                let subject = format!("\"{}.{}\"'s argument \"{}\"", definition.name, field.name, argument.name);
                check_input(schema, &subject, argument, report);
            }
        }
    }
    circles(schema, report);
}

/// A default that the merged type still takes, and no deprecation of what callers must give.
fn check_input(schema: &Schema, subject: &str, input: &InputDef, report: &mut Report<'_>) {
    if let Some(default) = &input.default
        && !is_of_type(schema, default, &input.ty)
    {
        report.error(
            Code::InvalidGraphql,
            format!(
                "{subject} has the default {default}, which its type {} does not take after merging.",
                input.ty
            ),
            &[input.span],
            "Give another default, or let every subgraph have what it uses.",
        );
    }
    if input.is_required() && input.has(Known::Deprecated) {
        report.error(
            Code::InvalidGraphql,
            format!("{subject} is required after merging and can not be deprecated."),
            &[input.span],
            "Make it optional everywhere, or remove @deprecated.",
        );
    }
}

/// Implementations fit their interfaces after merging, too (October 2021, section 3.6.1).
fn implementations(schema: &Schema, report: &mut Report<'_>) {
    for definition in schema.types.values() {
        for interface in definition.implements.keys().filter_map(|name| schema.types.get(name)) {
            for (name, span) in &interface.implements {
                if !definition.implements.contains_key(name) {
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "\"{}\" implements \"{}\", which after merging implements \"{name}\", but it does not implement that.",
                            definition.name, interface.name
                        ),
                        &[definition.span, *span],
                        &format!("Let it implement \"{name}\" in some subgraph."),
                    );
                }
            }
            for wanted in interface.fields.values() {
                let Some(field) = definition.fields.get(&wanted.name) else {
                    continue;
                };
                let coordinate = format!("{}.{}", definition.name, field.name);
                let spans = [field.span, wanted.span];
                if !schema.is_subtype(&field.ty, &wanted.ty) {
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "\"{coordinate}\" is {} after merging, but the interface \"{}\" says {}.",
                            field.ty, interface.name, wanted.ty
                        ),
                        &spans,
                        "Give both the same type in every subgraph.",
                    );
                }
                for argument in wanted.arguments.values() {
                    if field.arguments.get(&argument.name).is_none_or(|own| own.ty != argument.ty) {
                        report.error(
                            Code::InvalidGraphql,
                            format!(
                                "\"{coordinate}\" has not the argument \"{}: {}\" that the interface \"{}\" has after \
                                 merging.",
                                argument.name, argument.ty, interface.name
                            ),
                            &spans,
                            "Give both the same arguments in every subgraph.",
                        );
                    }
                }
                for argument in field.arguments.values() {
                    if argument.is_required() && !wanted.arguments.contains_key(&argument.name) {
                        report.error(
                            Code::InvalidGraphql,
                            format!(
                                "\"{coordinate}\" requires the argument \"{}\", which the interface \"{}\" does not \
                                 have after merging.",
                                argument.name, interface.name
                            ),
                            &spans,
                            "Make it optional, or add it to the interface.",
                        );
                    }
                }
            }
        }
    }
}

/// No input object needs itself (October 2021, section 3.10, circular references).
fn circles(schema: &Schema, report: &mut Report<'_>) {
    let mut done: HashSet<&Name> = HashSet::default();
    for definition in schema.types.values().filter(|definition| definition.kind == Kind::Input) {
        // The input objects on the way to the place that is looked at, each with how many of its fields are done.
        let mut path: Vec<(&TypeDef, usize)> = vec![(definition, 0)];
        let mut on_path: HashSet<&Name> = HashSet::from_iter([&definition.name]);
        while let Some((owner, next)) = path.last_mut() {
            let owner: &TypeDef = owner;
            let field = owner.inputs.get_index(*next);
            *next += 1;
            let Some((_, input)) = field.filter(|_| !done.contains(&owner.name)) else {
                done.insert(&owner.name);
                on_path.remove(&owner.name);
                path.pop();
                continue;
            };
            let Some(target) = needed(schema, input) else { continue };
            if on_path.insert(&target.name) {
                path.push((target, 0));
                continue;
            }
            let start = path.iter().position(|(owner, _)| owner.name == target.name).unwrap_or(0);
            let circle: Vec<&InputDef> = path[start..].iter().map(|(owner, next)| &owner.inputs[*next - 1]).collect();
            let fields: Vec<&str> = circle.iter().map(|input| &*input.name).collect();
            let spans: Vec<Span> = circle.iter().map(|input| input.span).collect();
            report.error(
                Code::InvalidGraphql,
                format!("\"{}\" requires itself after merging, by \"{}\".", target.name, fields.join(".")),
                &spans,
                "Make one of these fields nullable in every subgraph.",
            );
        }
    }
}

/// The input object without which there is no value of the field.
fn needed<'a>(schema: &'a Schema, input: &InputDef) -> Option<&'a TypeDef> {
    let TypeRef::NonNull(inner) = &input.ty else { return None };
    let TypeRef::Named(base) = &**inner else { return None };
    schema.types.get(base).filter(|definition| definition.kind == Kind::Input)
}
