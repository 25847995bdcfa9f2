//! Syntax, by apollo-compiler.

use crate::diagnostic::{Code, Report};
use crate::model::{Source, Span};
use crate::sentence::capitalized;
pub(super) use apollo_compiler::ast::Document;
use apollo_compiler::diagnostic::ToCliReport;
use apollo_compiler::parser::Parser;

/// Parses; reports the first syntax error, of which those after it are mostly consequences.
pub(super) fn parse(source: &Source, subgraph: usize, report: &mut Report<'_>) -> Option<Document> {
    match Parser::new().parse_ast(source.text.as_str(), &source.name) {
        Ok(document) => check_roots(&document, subgraph, report).map(|()| document),
        Err(failed) => {
            if let Some(diagnostic) = failed.errors.iter().next() {
                let location = diagnostic.error.location();
                let span = location.map_or(Span::whole(subgraph), |location| Span::new(subgraph, location.offset()));
                let message = sentence(&diagnostic.error.to_string());
                report.error(Code::InvalidGraphql, message, &[span], "Correct the schema's text there.");
            }
            None
        }
    }
}

/// A schema definition names a root operation, by the grammar.
fn check_roots(document: &Document, subgraph: usize, report: &mut Report<'_>) -> Option<()> {
    let mut schemas = document
        .definitions
        .iter()
        .filter_map(|definition| definition.as_schema_definition());
    let Some(schema) = schemas.find(|schema| schema.root_operations.is_empty()) else {
        return Some(());
    };
    let offset = schema.location().map_or(0, |location| location.offset());
    report.error(
        Code::InvalidGraphql,
        "The schema definition names no root operation.",
        &[Span::new(subgraph, offset)],
        "Name the roots, as in \"schema { query: Query }\", or write \"extend schema\" to apply directives only.",
    );
    None
}

/// Operations and fragments are no part of a schema.
pub(super) fn check_definitions(document: &Document, subgraph: usize, report: &mut Report<'_>) -> Option<()> {
    let operation = document
        .definitions
        .iter()
        .find(|definition| definition.as_operation_definition().is_some() || definition.as_fragment_definition().is_some());
    let Some(operation) = operation else { return Some(()) };
    let offset = operation.location().map_or(0, |location| location.offset());
    report.error(
        Code::InvalidGraphql,
        "A schema document cannot hold operations or fragments.",
        &[Span::new(subgraph, offset)],
        "Remove it.",
    );
    None
}

/// Parses text that is not a subgraph's.
pub(super) fn parse_text(text: &str) -> Option<Document> {
    Parser::new().parse_ast(text, "schema.graphql").ok()
}

/// Capital and full stop.
fn sentence(text: &str) -> String {
    let sentence = capitalized(text.trim());
    if sentence.ends_with('.') { sentence } else { sentence + "." }
}
