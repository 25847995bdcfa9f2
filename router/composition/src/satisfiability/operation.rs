//! Example operations: the shortest text that takes a path, with placeholders for the arguments that callers must give.

use super::subgraphs::Subgraphs;
use super::walk::{Path, Step};
use crate::model::{InputDef, Kind, RootKind, Schema, TypeRef};

/// How deep placeholders of input objects go; required fields can not go round in circles.
const MAX_PLACEHOLDER_DEPTH: usize = 8;

/// The operation that takes a path, indented by `indent` steps, with a line break after each line.
pub(super) fn example(subgraphs: &Subgraphs<'_>, api: &Schema, path: &Path, indent: usize) -> String {
    let mut steps = Vec::new();
    let mut current = Some(path);
    while let Some(path) = current {
        steps.push(path.step);
        current = path.parent.as_deref();
    }
    steps.reverse();
    let mut lines: Vec<String> = steps.iter().map(|step| text(subgraphs, api, *step)).collect();
    if is_open(subgraphs, api, path.step) {
        lines.push("__typename".to_string());
    }
    let mut text = String::new();
    for (depth, line) in lines.iter().enumerate() {
        let brace = match (depth + 1 == lines.len(), line.is_empty()) {
            (true, _) => "",
            (false, true) => "{",
            (false, false) => " {",
        };
        text.push_str(&format!("{}{line}{brace}\n", "  ".repeat(indent + depth)));
    }
    for depth in (0..lines.len() - 1).rev() {
        text.push_str(&format!("{}}}\n", "  ".repeat(indent + depth)));
    }
    text
}

fn text(subgraphs: &Subgraphs<'_>, api: &Schema, step: Step) -> String {
    match step {
        Step::Root(RootKind::Query) => String::new(),
        Step::Root(kind) => kind.keyword().to_string(),
        Step::Condition(ty) => format!("... on {}", subgraphs.type_name(ty)),
        Step::Field { parent, field } => {
            let name = subgraphs.fields.get(field);
            let definition = &api.types[&**subgraphs.type_name(parent)].fields[&***name];
            let arguments: Vec<String> = definition
                .arguments
                .values()
                .filter(|argument| argument.is_required())
                .map(|argument| placeholder_of(api, argument, 0))
                .collect();
            match arguments.is_empty() {
                true => name.to_string(),
                false => format!("{name}({})", arguments.join(", ")),
            }
        }
    }
}

/// Whether something must be selected behind the step.
fn is_open(subgraphs: &Subgraphs<'_>, api: &Schema, step: Step) -> bool {
    match step {
        Step::Root(_) | Step::Condition(_) => true,
        Step::Field { parent, field } => {
            let definition = &api.types[&**subgraphs.type_name(parent)].fields[&***subgraphs.fields.get(field)];
            api.kind_of(definition.ty.base()).is_some_and(Kind::is_composite)
        }
    }
}

fn placeholder_of(api: &Schema, input: &InputDef, depth: usize) -> String {
    format!("{}: {}", input.name, placeholder(api, &input.ty, depth))
}

fn placeholder(api: &Schema, ty: &TypeRef, depth: usize) -> String {
    let name = match ty {
        TypeRef::NonNull(inner) => return placeholder(api, inner, depth),
        TypeRef::List(_) => return "[]".to_string(),
        TypeRef::Named(name) => name,
    };
    match &**name {
        "Int" => "1".to_string(),
        "Float" => "1.5".to_string(),
        "Boolean" => "true".to_string(),
        "ID" => "\"1\"".to_string(),
        _ => match api.types.get(name) {
            Some(definition) if definition.kind == Kind::Enum => definition
                .values
                .keys()
                .next()
                .map_or("null".to_string(), |value| value.to_string()),
            Some(definition) if definition.kind == Kind::Input && depth < MAX_PLACEHOLDER_DEPTH => {
                let required = definition.inputs.values().filter(|input| input.is_required());
                let entries: Vec<String> = required.map(|input| placeholder_of(api, input, depth + 1)).collect();
                format!("{{{}}}", entries.join(", "))
            }
            _ => "\"text\"".to_string(),
        },
    }
}
