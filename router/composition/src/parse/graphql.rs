//! Syntax, by apollo-compiler.

use crate::diagnostic::{Code, Report};
use crate::model::{Source, Span};
use crate::sentence::capitalized;
use apollo_compiler::ast::Document;
use apollo_compiler::diagnostic::ToCliReport;
use apollo_compiler::parser::Parser;

/// Parses; reports syntax errors.
pub(super) fn parse(source: &Source, subgraph: usize, report: &mut Report<'_>) -> Option<Document> {
    match Parser::new().parse_ast(source.text.as_str(), &source.name) {
        Ok(document) => {
            let operation = document
                .definitions
                .iter()
                .find(|definition| definition.as_operation_definition().is_some() || definition.as_fragment_definition().is_some());
            if let Some(operation) = operation {
                let offset = operation.location().map_or(0, |location| location.offset());
                report.error(
                    Code::InvalidGraphql,
                    "A schema document cannot hold operations or fragments.",
                    &[Span::new(subgraph, offset)],
                    "Remove it.",
                );
                return None;
            }
            Some(document)
        }
        Err(failed) => {
            for diagnostic in failed.errors.iter() {
                let location = diagnostic.error.location();
                let span = location.map_or(Span::whole(subgraph), |location| Span::new(subgraph, location.offset()));
                let message = sentence(&diagnostic.error.to_string());
                report.error(Code::InvalidGraphql, message, &[span], "Correct the schema's text there.");
            }
            None
        }
    }
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
