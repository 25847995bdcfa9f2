//! A request document: parsed and validated once, then asked for operations and for introspection.

use apollo_compiler::parser::Parser;
use apollo_compiler::response::JsonMap;
use apollo_compiler::validation::Valid;
use apollo_compiler::{ExecutableDocument, ast};

use super::{ApiSchema, Diagnostic, convert, expansion, normalise};
use crate::limits::Limits;
use crate::operation::Operation;
use crate::supergraph::Supergraph;

/// A document that is valid against the API schema it was parsed with.
#[derive(Debug, Clone)]
pub struct Document {
    pub(super) executable: Valid<ExecutableDocument>,
}

impl Document {
    /// Parses and validates a request's text. The number of operations is checked before validation.
    pub fn parse(api: &ApiSchema, text: &str, limits: &Limits) -> Result<Document, Vec<Diagnostic>> {
        let mut parser = Parser::new().recursion_limit(limits.recursion).token_limit(limits.tokens);
        let parsed = parser.parse_ast(text, "operation.graphql");
        if parser.tokens_reached() > limits.tokens {
            let message = format!("The document has more than {} tokens.", limits.tokens);
            return Err(vec![Diagnostic::new(Diagnostic::TOO_MANY_TOKENS, message)]);
        }
        if parser.recursion_reached() > limits.recursion {
            let message = format!("The document is nested more than {} levels deep.", limits.recursion);
            return Err(vec![Diagnostic::new(Diagnostic::TOO_NESTED, message)]);
        }
        let document = parsed.map_err(|failed| convert::diagnostics(&failed.errors, Diagnostic::PARSE_FAILED, limits.reported_errors))?;
        let operations = document
            .definitions
            .iter()
            .filter(|definition| matches!(definition, ast::Definition::OperationDefinition(_)))
            .count();
        if operations > limits.operations {
            let message = format!(
                "The document has {operations} operations; at most {} are allowed.",
                limits.operations
            );
            return Err(vec![Diagnostic::new(Diagnostic::TOO_MANY_OPERATIONS, message)]);
        }
        let executable = document
            .to_executable_validate(&api.schema)
            .map_err(|failed| convert::diagnostics(&failed.errors, Diagnostic::VALIDATION_FAILED, limits.reported_errors))?;
        Ok(Document { executable })
    }

    /// The names of the document's operations in source order; `None` for the anonymous one.
    pub fn operation_names(&self) -> Vec<Option<&str>> {
        self.executable
            .operations
            .iter()
            .map(|operation| operation.name.as_ref().map(|name| name.as_str()))
            .collect()
    }

    /// Chooses an operation, checks its limits before anything is expanded, and normalises it.
    pub fn operation(&self, supergraph: &Supergraph, name: Option<&str>, limits: &Limits) -> Result<Operation, Vec<Diagnostic>> {
        let operation = self.find(name)?;
        expansion::check(&self.executable, operation, limits)?;
        normalise::normalise(supergraph, &self.executable, operation)
    }

    /// Answers the `__schema` and `__type` root fields of an operation from the API schema.
    ///
    /// `variables` are the coerced variables as a JSON object. The result is a JSON object by response key (including
    /// `__typename` if it is asked at the root); errors are those of the request, such as introspection nested too deep.
    pub fn introspect(
        &self,
        api: &ApiSchema,
        name: Option<&str>,
        variables: &serde_json::Value,
    ) -> Result<serde_json::Map<String, serde_json::Value>, Vec<Diagnostic>> {
        let operation = self.find(name)?;
        let failed = |message: String| vec![Diagnostic::new(Diagnostic::VALIDATION_FAILED, message)];
        apollo_compiler::introspection::check_max_depth(&self.executable, operation)
            .map_err(|error| failed(error.message().to_string()))?;
        let variables: JsonMap =
            serde_json::from_value(variables.clone()).map_err(|_| failed("The variables must be a JSON object.".to_owned()))?;
        let response = apollo_compiler::introspection::partial_execute(
            &api.schema,
            &api.implementers,
            &self.executable,
            operation,
            Valid::assume_valid_ref(&variables),
        )
        .map_err(|error| failed(error.message().to_string()))?;
        if let Some(error) = response.errors.first() {
            return Err(failed(error.message.clone()));
        }
        match serde_json::to_value(response.data) {
            Ok(serde_json::Value::Object(map)) => Ok(map),
            _ => Ok(serde_json::Map::new()),
        }
    }

    fn find(&self, name: Option<&str>) -> Result<&apollo_compiler::Node<apollo_compiler::executable::Operation>, Vec<Diagnostic>> {
        self.executable.operations.get(name).map_err(|_| {
            let message = match name {
                Some(name) => format!("The document has no operation named \"{name}\"."),
                None if self.executable.operations.is_empty() => "The document has no operation.".to_owned(),
                None => "The document has several operations: give operationName.".to_owned(),
            };
            vec![Diagnostic::new(Diagnostic::OPERATION_NOT_FOUND, message)]
        })
    }
}
