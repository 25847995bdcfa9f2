//! Syntax and the GraphQL specification's own schema rules, by apollo-compiler.

use super::Feature;
use crate::diagnostic::{Code, Report};
use crate::model::{Kind, Known, RootKind, Schema, Source, Span};
use apollo_compiler::Node;
use apollo_compiler::ast::{Definition, DirectiveList, Document, FieldDefinition};
use apollo_compiler::diagnostic::ToCliReport;
use apollo_compiler::parser::{FileId, Parser};
use apollo_compiler::validation::DiagnosticList;
use std::collections::{HashMap, HashSet};

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
                    "A schema document can not hold operations or fragments.",
                    &[Span::new(subgraph, offset)],
                    "Remove it.",
                );
                return None;
            }
            Some(document)
        }
        Err(failed) => {
            file_errors(&failed.errors, subgraph, None, report);
            None
        }
    }
}

/// Parses text that is not a subgraph's.
pub(super) fn parse_text(text: &str) -> Option<Document> {
    Parser::new().parse_ast(text, "schema.graphql").ok()
}

/// Definitions of specifications by their text: read once for all subgraphs that link alike.
#[derive(Default)]
pub(crate) struct Definitions {
    read: HashMap<String, Document>,
}

impl Definitions {
    fn of(&mut self, feature: &Feature) -> &Document {
        let text = feature.definitions();
        self.read
            .entry(text)
            .or_insert_with_key(|text| parse_text(text).expect("the definitions composition writes itself are GraphQL"))
    }
}

/// Checks the rules of the GraphQL specification, with federation's definitions known.
pub(super) fn validate(
    mut document: Document,
    schema: &Schema,
    feature: &Feature,
    subgraph: usize,
    definitions: &mut Definitions,
    report: &mut Report<'_>,
) {
    repeated_enum_values(&document, subgraph, report);
    if feature.has_connect() {
        take_out_connect(&mut document, feature);
    }
    // A subgraph without a query of its own still answers `_service`; the field also keeps `type Query` from being empty.
    let query = schema.roots.get(&RootKind::Query).map_or("Query", |(name, _)| name);
    let mut synthetic = String::new();
    if schema.types.get(query).is_none_or(|definition| definition.kind == Kind::Object) {
        let has_query = schema.types.get(query);
        if has_query.is_none_or(|definition| !definition.fields.contains_key("_service")) {
            synthetic.push_str(&format!("extend type {query} {{ _service: String }}\n"));
        }
        let has_schema_definition = document
            .definitions
            .iter()
            .any(|definition| definition.as_schema_definition().is_some());
        if has_schema_definition && !schema.roots.contains_key(&RootKind::Query) {
            synthetic.push_str(&format!("extend schema {{ query: {query} }}\n"));
        }
    }
    for (name, text) in [("_Any", "scalar _Any"), ("_Service", "type _Service { sdl: String }")] {
        if !schema.types.contains_key(name) {
            synthetic.push_str(text);
            synthetic.push('\n');
        }
    }
    let synthetic = match synthetic.as_str() {
        "" => Document::default(),
        text => parse_text(text).expect("the definitions composition writes itself are GraphQL"),
    };
    let mut injected = definitions.of(feature).clone();
    // What the schema defines itself was found compatible; its own definition counts.
    injected.definitions.retain(|definition| match definition {
        Definition::DirectiveDefinition(node) => !schema.directive_defs.contains_key(node.name.as_str()),
        _ => definition.name().is_none_or(|name| !schema.types.contains_key(name.as_str())),
    });
    document.definitions.retain(|definition| match definition {
        Definition::DirectiveDefinition(node) => schema.directive_defs.contains_key(node.name.as_str()),
        _ => true,
    });
    let known_files: HashSet<FileId> = document.sources.keys().copied().collect();
    let built = apollo_compiler::Schema::builder()
        .adopt_orphan_extensions()
        .ignore_builtin_redefinitions()
        .add_ast(&document)
        .add_ast(&synthetic)
        .add_ast(&injected)
        .build();
    match built {
        Err(failed) => file_errors(&failed.errors, subgraph, Some(&known_files), report),
        Ok(built) => {
            if let Err(failed) = built.validate() {
                file_errors(&failed.errors, subgraph, Some(&known_files), report);
            }
        }
    }
}

/// Checks the rules of the GraphQL specification for a schema that defines all it uses.
pub(super) fn validate_complete(document: &Document, source: usize, report: &mut Report<'_>) {
    repeated_enum_values(document, source, report);
    let built = apollo_compiler::Schema::builder()
        .adopt_orphan_extensions()
        .ignore_builtin_redefinitions()
        .add_ast(document)
        .build();
    let invalid = match built {
        Err(failed) => Some(failed.errors),
        Ok(built) => built.validate().err().map(|failed| failed.errors),
    };
    if let Some(errors) = invalid {
        file_errors(&errors, source, None, report);
    }
}

/// Applications of the connect specification are carried as they are, whatever they say.
fn take_out_connect(document: &mut Document, feature: &Feature) {
    let take_out = |directives: &mut DirectiveList| {
        directives.retain(|application| !feature.known(&application.name).is_some_and(Known::is_of_connect));
    };
    let take_out_fields = |fields: &mut [Node<FieldDefinition>]| {
        fields.iter_mut().for_each(|field| take_out(&mut field.make_mut().directives));
    };
    for definition in &mut document.definitions {
        match definition {
            Definition::SchemaDefinition(node) => take_out(&mut node.make_mut().directives),
            Definition::SchemaExtension(node) => take_out(&mut node.make_mut().directives),
            Definition::ObjectTypeDefinition(node) => {
                let node = node.make_mut();
                take_out(&mut node.directives);
                take_out_fields(&mut node.fields);
            }
            Definition::ObjectTypeExtension(node) => {
                let node = node.make_mut();
                take_out(&mut node.directives);
                take_out_fields(&mut node.fields);
            }
            _ => {}
        }
    }
}

fn file_errors(errors: &DiagnosticList, subgraph: usize, known_files: Option<&HashSet<FileId>>, report: &mut Report<'_>) {
    for diagnostic in errors.iter() {
        let span = match diagnostic.error.location() {
            Some(location) if known_files.is_none_or(|files| files.contains(&location.file_id())) => Span::new(subgraph, location.offset()),
            _ => Span::whole(subgraph),
        };
        let message = sentence(&diagnostic.error.to_string());
        report.error(Code::InvalidGraphql, message, &[span], "");
    }
}

/// Capital and full stop.
fn sentence(text: &str) -> String {
    let mut characters = text.trim().chars();
    let mut sentence: String = characters.next().into_iter().flat_map(char::to_uppercase).collect();
    sentence.push_str(characters.as_str());
    if !sentence.ends_with('.') {
        sentence.push('.');
    }
    sentence
}

/// The validator merges repeated enum values silently.
fn repeated_enum_values(document: &Document, subgraph: usize, report: &mut Report<'_>) {
    let mut seen: HashMap<&str, HashSet<&str>> = HashMap::new();
    for definition in &document.definitions {
        let (name, values) = match definition {
            Definition::EnumTypeDefinition(node) => (&node.name, &node.values),
            Definition::EnumTypeExtension(node) => (&node.name, &node.values),
            _ => continue,
        };
        for value in values {
            if !seen.entry(name).or_default().insert(&value.value) {
                let offset = value.location().map_or(0, |location| location.offset());
                report.error(
                    Code::InvalidGraphql,
                    format!("The enum \"{name}\" has the value \"{}\" twice.", value.value),
                    &[Span::new(subgraph, offset)],
                    "Remove one of them.",
                );
            }
        }
    }
}
