//! Which elements of a schema an operation uses, as schema coordinates. Owns what counts as a use; must not know what is
//! done with it.
//!
//! When in doubt an element counts as used: a field selected on an interface is one of each implementation too, and a
//! variable may carry every field and every value of its type.

use std::collections::BTreeSet;

use apollo_compiler::collections::{HashMap, HashSet};
use apollo_compiler::executable::{Operation, Selection, SelectionSet};
use apollo_compiler::schema::{ExtendedType, Implementers};
use apollo_compiler::{ExecutableDocument, Name, Node, ast};

use super::{ApiSchema, Document};

/// What one operation of a document uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OperationUsage {
    /// The operation's name, if it has one.
    pub name: Option<String>,
    /// Schema coordinates: `Type`, `Type.field`, `Type.field(argument:)`, `Input.field`, `Enum.VALUE`, `@directive`,
    /// `@directive(argument:)`.
    pub coordinates: BTreeSet<String>,
}

impl Document {
    /// What each operation uses, in source order. `api` is the schema the document was parsed with.
    pub fn usage(&self, api: &ApiSchema) -> Vec<OperationUsage> {
        let operations = self.executable.operations.iter();
        operations
            .map(|operation| {
                let mut walk = Walk {
                    schema: &api.schema,
                    implementers: &api.implementers,
                    document: &self.executable,
                    fragments: HashSet::default(),
                    inputs: HashSet::default(),
                    coordinates: BTreeSet::new(),
                };
                walk.operation(operation);
                OperationUsage {
                    name: operation.name.as_ref().map(ToString::to_string),
                    coordinates: walk.coordinates,
                }
            })
            .collect()
    }
}

struct Walk<'a> {
    schema: &'a apollo_compiler::Schema,
    implementers: &'a HashMap<Name, Implementers>,
    document: &'a ExecutableDocument,
    /// Fragments walked already.
    fragments: HashSet<&'a Name>,
    /// Input types of variables walked already.
    inputs: HashSet<Name>,
    coordinates: BTreeSet<String>,
}

impl<'a> Walk<'a> {
    fn note(&mut self, coordinate: impl Into<String>) {
        self.coordinates.insert(coordinate.into());
    }

    fn operation(&mut self, operation: &'a Operation) {
        self.directives(&operation.directives);
        for variable in &operation.variables {
            self.directives(&variable.directives);
            self.whole_input(variable.ty.inner_named_type());
        }
        self.selections(&operation.selection_set);
    }

    fn selections(&mut self, set: &'a SelectionSet) {
        self.note(set.ty.as_str());
        for selection in &set.selections {
            match selection {
                Selection::Field(field) => {
                    self.directives(&field.directives);
                    let mut parents = vec![&set.ty];
                    if let Some(implementers) = self.implementers.get(&set.ty) {
                        parents.extend(implementers.iter());
                    }
                    let is_introspection = field.name.starts_with("__");
                    for parent in parents.into_iter().filter(|_| !is_introspection) {
                        self.note(format!("{parent}.{}", field.name));
                        for argument in &field.arguments {
                            self.note(format!("{parent}.{}({}:)", field.name, argument.name));
                        }
                    }
                    self.arguments(&field.arguments, &field.definition.arguments);
                    let ty = field.definition.ty.inner_named_type();
                    self.note(ty.as_str());
                    if let Some(ExtendedType::Enum(values)) = self.schema.types.get(ty) {
                        for value in values.values.keys() {
                            self.note(format!("{ty}.{value}"));
                        }
                    }
                    if !field.selection_set.selections.is_empty() {
                        self.selections(&field.selection_set);
                    }
                }
                Selection::InlineFragment(fragment) => {
                    self.directives(&fragment.directives);
                    self.selections(&fragment.selection_set);
                }
                Selection::FragmentSpread(spread) => {
                    self.directives(&spread.directives);
                    let fragment = self.document.fragments.get(&spread.fragment_name);
                    if let Some(fragment) = fragment.filter(|fragment| self.fragments.insert(&fragment.name)) {
                        self.directives(&fragment.directives);
                        self.selections(&fragment.selection_set);
                    }
                }
            }
        }
    }

    fn directives(&mut self, directives: &'a ast::DirectiveList) {
        for directive in directives.iter() {
            self.note(format!("@{}", directive.name));
            for argument in &directive.arguments {
                self.note(format!("@{}({}:)", directive.name, argument.name));
            }
            if let Some(definition) = self.schema.directive_definitions.get(&directive.name) {
                self.arguments(&directive.arguments, &definition.arguments);
            }
        }
    }

    /// The values of arguments.
    fn arguments(&mut self, arguments: &[Node<ast::Argument>], definitions: &[Node<ast::InputValueDefinition>]) {
        for argument in arguments {
            if let Some(definition) = definitions.iter().find(|definition| definition.name == argument.name) {
                self.literal(&argument.value, definition.ty.inner_named_type());
            }
        }
    }

    fn literal(&mut self, value: &ast::Value, ty: &Name) {
        self.note(ty.as_str());
        match value {
            ast::Value::Enum(value) => self.note(format!("{ty}.{value}")),
            ast::Value::List(items) => items.iter().for_each(|item| self.literal(item, ty)),
            ast::Value::Object(fields) => {
                let Some(ExtendedType::InputObject(input)) = self.schema.types.get(ty) else {
                    return;
                };
                for (name, value) in fields {
                    self.note(format!("{ty}.{name}"));
                    if let Some(field) = input.fields.get(name) {
                        self.literal(value, field.ty.inner_named_type());
                    }
                }
            }
            _ => {}
        }
    }

    /// All that a variable of the type may carry.
    fn whole_input(&mut self, ty: &Name) {
        if !self.inputs.insert(ty.clone()) {
            return;
        }
        self.note(ty.as_str());
        match self.schema.types.get(ty) {
            Some(ExtendedType::Enum(values)) => {
                for value in values.values.keys() {
                    self.note(format!("{ty}.{value}"));
                }
            }
            Some(ExtendedType::InputObject(input)) => {
                for (name, field) in &input.fields {
                    self.note(format!("{ty}.{name}"));
                    self.whole_input(field.ty.inner_named_type());
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::limits::Limits;

    #[test]
    fn uses_are_found_through_fragments_variables_and_interfaces() {
        let sdl = "directive @d(a: Int) on FIELD
            type Query { n(f: F, e: E): N u: U unused: Int }
            interface N { id(x: Int): ID }
            type A implements N { id(x: Int): ID a: E }
            type B implements N { id(x: Int): ID b: Int }
            union U = A | B
            enum E { X Y }
            input F { g: G i: Int }
            input G { h: E }";
        let api = ApiSchema::from_supergraph_sdl(sdl).unwrap();
        let text = "query Q($g: G) { n(f: {g: $g}) { id(x: 1) @d(a: 1) ...P } } fragment P on A { a }
            query R { n(e: X) { __typename } }";
        let document = Document::parse(&api, text, &Limits::default()).unwrap();
        let usage = document.usage(&api);
        let used = |index: usize| usage[index].coordinates.iter().map(String::as_str).collect::<Vec<_>>();
        assert_eq!(usage[0].name.as_deref(), Some("Q"));
        assert_eq!(
            used(0),
            [
                "@d",
                "@d(a:)",
                "A",
                "A.a",
                "A.id",
                "A.id(x:)",
                "B.id",
                "B.id(x:)",
                "E",
                "E.X",
                "E.Y",
                "F",
                "F.g",
                "G",
                "G.h",
                "ID",
                "Int",
                "N",
                "N.id",
                "N.id(x:)",
                "Query",
                "Query.n",
                "Query.n(f:)",
            ]
        );
        assert_eq!(used(1), ["E", "E.X", "N", "Query", "Query.n", "Query.n(e:)", "String"]);
    }
}
