//! From the parser's values, types and errors to ours.

use apollo_compiler::ast;
use apollo_compiler::parser::{SourceMap, SourceSpan};
use apollo_compiler::validation::DiagnosticList;

use super::{Diagnostic, Location};
use crate::value::Value;

pub(super) fn value(value: &ast::Value) -> Value {
    match value {
        ast::Value::Null => Value::Null,
        ast::Value::Enum(name) => Value::Enum(name.as_str().into()),
        ast::Value::Variable(name) => Value::Variable(name.as_str().into()),
        ast::Value::String(text) => Value::String(text.as_str().into()),
        ast::Value::Float(number) => Value::Float(number.as_str().into()),
        ast::Value::Int(number) => Value::Int(number.as_str().into()),
        ast::Value::Boolean(flag) => Value::Boolean(*flag),
        ast::Value::List(items) => Value::List(items.iter().map(|item| self::value(item)).collect()),
        ast::Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, field)| (name.as_str().into(), self::value(field)))
                .collect(),
        ),
    }
}

/// The innermost name, whether it is non-null, and the lists around it from the outside in.
pub(super) fn type_shape(ty: &ast::Type) -> (&str, bool, Vec<bool>) {
    let mut lists = Vec::new();
    let mut current = ty;
    loop {
        match current {
            ast::Type::Named(name) => return (name.as_str(), false, lists),
            ast::Type::NonNullNamed(name) => return (name.as_str(), true, lists),
            ast::Type::List(inner) => {
                lists.push(false);
                current = inner;
            }
            ast::Type::NonNullList(inner) => {
                lists.push(true);
                current = inner;
            }
        }
    }
}

pub(super) fn location(span: Option<SourceSpan>, sources: &SourceMap) -> Option<Location> {
    let position = span?.line_column(sources)?;
    Some(Location {
        line: position.line as u32,
        column: position.column as u32,
    })
}

pub(super) fn diagnostics(list: &DiagnosticList, code: &'static str, most: usize) -> Vec<Diagnostic> {
    list.iter()
        .take(most)
        .map(|diagnostic| {
            let json = diagnostic.unstable_to_json_compat();
            Diagnostic {
                code,
                message: json.message,
                locations: json
                    .locations
                    .iter()
                    .map(|position| Location {
                        line: position.line as u32,
                        column: position.column as u32,
                    })
                    .collect(),
            }
        })
        .collect()
}
