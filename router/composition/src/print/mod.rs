//! A schema as SDL text: definitions sorted by name, members in their order. What it prints, parsed and printed again,
//! gives the same bytes. Must not know what any directive means.

mod specification;

pub(crate) use specification::complete;

use crate::model::{DirectiveUse, IndexMap, InputDef, Kind, Name, RootKind, Schema, TypeDef, TypeRef, Value};
use std::fmt::Write as _;

/// The schema as SDL. A schema definition is printed when it says more than the default root names.
pub(crate) fn print(schema: &Schema) -> String {
    let mut text = String::new();
    let is_default = schema.roots.iter().all(|(kind, (name, _))| kind.type_name() == &**name)
        && schema.directives.is_empty()
        && schema.description.is_none();
    if !is_default {
        description(&mut text, schema.description.as_deref(), "");
        text.push_str("schema");
        for application in &schema.directives {
            text.push_str("\n  ");
            application_text(&mut text, application);
        }
        text.push_str(if schema.directives.is_empty() { " {\n" } else { "\n{\n" });
        for kind in RootKind::ALL {
            if let Some((name, _)) = schema.roots.get(&kind) {
                let _ = writeln!(text, "  {}: {name}", kind.keyword());
            }
        }
        text.push_str("}\n\n");
    }
    let mut directives: Vec<_> = schema.directive_defs.values().collect();
    directives.sort_by_cached_key(|definition| collation(&definition.name));
    for definition in directives {
        description(&mut text, definition.description.as_deref(), "");
        let _ = write!(text, "directive @{}", definition.name);
        arguments(&mut text, &definition.arguments, "");
        if definition.is_repeatable {
            text.push_str(" repeatable");
        }
        let _ = write!(text, " on {}\n\n", definition.locations.join(" | "));
    }
    let mut types: Vec<&TypeDef> = schema.types.values().collect();
    types.sort_by_cached_key(|definition| collation(&definition.name));
    for definition in types {
        type_definition(&mut text, definition);
        text.push('\n');
    }
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// Orders names as people look them up: `_`, then digits, then letters without regard to case, small before capital.
fn collation(name: &str) -> (Vec<(u8, u8)>, Vec<bool>) {
    let class = |byte: u8| match byte {
        b'_' => 0,
        b'0'..=b'9' => 1,
        _ => 2,
    };
    let letters = name.bytes().map(|byte| (class(byte), byte.to_ascii_lowercase())).collect();
    (letters, name.bytes().map(|byte| byte.is_ascii_uppercase()).collect())
}

fn type_definition(text: &mut String, definition: &TypeDef) {
    description(text, definition.description.as_deref(), "");
    let keyword = match definition.kind {
        Kind::Scalar => "scalar",
        Kind::Object => "type",
        Kind::Interface => "interface",
        Kind::Union => "union",
        Kind::Enum => "enum",
        Kind::Input => "input",
    };
    let _ = write!(text, "{keyword} {}", definition.name);
    if !definition.implements.is_empty() {
        let names: Vec<&str> = definition.implements.keys().map(|name| &**name).collect();
        let _ = write!(text, " implements {}", names.join(" & "));
    }
    for application in &definition.directives {
        text.push_str("\n  ");
        application_text(text, application);
    }
    let on_own_lines = !definition.directives.is_empty();
    if definition.kind == Kind::Union {
        text.push_str(if on_own_lines { "\n  = " } else { " = " });
        let members: Vec<&str> = definition.members.keys().map(|name| &**name).collect();
        text.push_str(&members.join(" | "));
    }
    if matches!(definition.kind, Kind::Scalar | Kind::Union) {
        text.push('\n');
        return;
    }
    text.push_str(if on_own_lines { "\n{\n" } else { " {\n" });
    for field in definition.fields.values() {
        description(text, field.description.as_deref(), "  ");
        text.extend(["  ", &field.name]);
        arguments(text, &field.arguments, "  ");
        text.push_str(": ");
        type_text(text, &field.ty);
        inline_uses(text, &field.directives);
        text.push('\n');
    }
    for value in definition.values.values() {
        description(text, value.description.as_deref(), "  ");
        text.extend(["  ", &value.name]);
        inline_uses(text, &value.directives);
        text.push('\n');
    }
    for input in definition.inputs.values() {
        description(text, input.description.as_deref(), "  ");
        text.push_str("  ");
        input_text(text, input);
        text.push('\n');
    }
    text.push_str("}\n");
}

fn arguments(text: &mut String, arguments: &IndexMap<Name, InputDef>, indent: &str) {
    if arguments.is_empty() {
        return;
    }
    if arguments.values().all(|argument| argument.description.is_none()) {
        for (index, argument) in arguments.values().enumerate() {
            text.push_str(if index == 0 { "(" } else { ", " });
            input_text(text, argument);
        }
        text.push(')');
        return;
    }
    text.push_str("(\n");
    for argument in arguments.values() {
        let inner = format!("{indent}  ");
        description(text, argument.description.as_deref(), &inner);
        text.push_str(&inner);
        input_text(text, argument);
        text.push('\n');
    }
    let _ = write!(text, "{indent})");
}

fn input_text(text: &mut String, input: &InputDef) {
    text.extend([&*input.name, ": "]);
    type_text(text, &input.ty);
    if let Some(default) = &input.default {
        text.push_str(" = ");
        value_text(text, default);
    }
    inline_uses(text, &input.directives);
}

fn inline_uses(text: &mut String, directives: &[DirectiveUse]) {
    for application in directives {
        text.push(' ');
        application_text(text, application);
    }
}

fn application_text(text: &mut String, application: &DirectiveUse) {
    text.extend(["@", &application.name]);
    for (index, (name, value, _)) in application.arguments.iter().enumerate() {
        text.extend([if index == 0 { "(" } else { ", " }, name, ": "]);
        value_text(text, value);
    }
    if !application.arguments.is_empty() {
        text.push(')');
    }
}

/// As `Display` writes it; without the formatting machinery, since a schema names a type in every line.
fn type_text(text: &mut String, ty: &TypeRef) {
    match ty {
        TypeRef::Named(name) => text.push_str(name),
        TypeRef::List(inner) => {
            text.push('[');
            type_text(text, inner);
            text.push(']');
        }
        TypeRef::NonNull(inner) => {
            type_text(text, inner);
            text.push('!');
        }
    }
}

/// As `Display` writes it, with a short way for the names of graphs.
fn value_text(text: &mut String, value: &Value) {
    match value {
        Value::Enum(name) => text.push_str(name),
        other => {
            let _ = write!(text, "{other}");
        }
    }
}

fn description(text: &mut String, description: Option<&str>, indent: &str) {
    let Some(content) = description.filter(|content| !content.is_empty()) else {
        return;
    };
    if !survives_block(content) {
        let _ = writeln!(text, "{indent}{}", Value::string(content));
        return;
    }
    let _ = writeln!(text, "{indent}\"\"\"");
    for line in content.replace("\"\"\"", "\\\"\"\"").split('\n') {
        if line.is_empty() {
            text.push('\n');
        } else {
            let _ = writeln!(text, "{indent}{line}");
        }
    }
    let _ = writeln!(text, "{indent}\"\"\"");
}

/// Whether a block string of this text has this text as its value (October 2021, section 2.9.4).
fn survives_block(content: &str) -> bool {
    let is_blank = |line: &str| line.trim_matches([' ', '\t']).is_empty();
    let lines: Vec<&str> = content.split('\n').collect();
    let no_control = content
        .chars()
        .all(|character| character == '\n' || character == '\t' || character >= ' ');
    let indent = lines
        .iter()
        .filter(|line| !is_blank(line))
        .any(|line| !line.starts_with([' ', '\t']));
    no_control
        && indent
        && !is_blank(lines[0])
        && !is_blank(lines[lines.len() - 1])
        && lines.iter().all(|line| line.is_empty() || !is_blank(line))
        && !content.ends_with(['\\', '"'])
        && !content.contains("\\\"\"\"")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn fixpoint(text: &str, place: &str) {
        let schema = crate::parse::document(text).unwrap_or_else(|| panic!("{place} is not GraphQL"));
        assert_eq!(print(&schema), text, "{place}");
    }

    #[test]
    fn printing_what_was_printed_gives_the_same_bytes() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let mut seen = 0;
        for group in std::fs::read_dir(cases).unwrap() {
            for case in std::fs::read_dir(group.unwrap().path()).unwrap() {
                for file in ["supergraph.graphql", "api.graphql"] {
                    let path = case.as_ref().unwrap().path().join(file);
                    if let Ok(text) = std::fs::read_to_string(&path) {
                        fixpoint(&text, &path.display().to_string());
                        seen += 1;
                    }
                }
            }
        }
        assert!(seen > 100);
    }

    #[test]
    fn descriptions_survive_whatever_they_hold() {
        for text in [
            "plain",
            "two\n\nlines",
            "  indented",
            "ends in \"",
            "\\",
            "\"\"\" inside",
            "tab\t\u{1}",
            "a\n  b\n",
        ] {
            let mut sdl = String::new();
            description(&mut sdl, Some(text), "");
            sdl.push_str("scalar S\n");
            let schema = crate::parse::document(&sdl).unwrap();
            assert_eq!(schema.types["S"].description.as_deref(), Some(text));
            fixpoint(&sdl, text);
        }
    }
}
