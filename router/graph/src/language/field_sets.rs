//! Field sets and `@fromContext` selections, which may name any field and so are read last.

use apollo_compiler::{Node, ast};

use super::convert;
use super::reader::{Reader, list_items, text_argument};
use crate::supergraph::{ContextArgument, FieldId, FieldJoin, FieldJoins, FieldSet, FieldSetItem, Key, SubgraphId, TypeId};

/// A field set still to be resolved, since it may name any field.
pub(super) enum Pending {
    Key {
        ty: TypeId,
        join: usize,
        text: String,
        resolvable: bool,
        extension: bool,
    },
    Requires {
        field: FieldId,
        join: usize,
        text: String,
    },
    Provides {
        field: FieldId,
        join: usize,
        text: String,
    },
    /// The list of a `contextArguments`.
    Contexts {
        field: FieldId,
        join: usize,
        arguments: Node<ast::Value>,
    },
}

impl Reader<'_> {
    pub(super) fn field_sets(&mut self) {
        for pending in std::mem::take(&mut self.pending) {
            if let Pending::Contexts { field, join, arguments } = &pending {
                for argument in list_items(arguments) {
                    let read = self.context_argument(argument, *join);
                    self.field_join(*field, *join).context_arguments.extend(read);
                }
                continue;
            }
            let (ty, text, what) = match &pending {
                Pending::Key { ty, text, .. } => (*ty, text, "@key"),
                Pending::Requires { field, text, .. } => (self.fields[field.index()].parent, text, "@requires"),
                Pending::Provides { field, text, .. } => (self.fields[field.index()].ty.named, text, "@provides"),
                Pending::Contexts { .. } => continue,
            };
            let set = match self.parse_field_set(ty, text) {
                Ok(set) => set,
                Err(reason) => {
                    let name = self.types[ty.index()].name.clone();
                    self.fail(format!("{what} \"{text}\" on {name}: {reason}"));
                    continue;
                }
            };
            match pending {
                Pending::Key {
                    ty,
                    join,
                    resolvable,
                    extension,
                    ..
                } => {
                    let joins = &mut self.types[ty.index()].joins;
                    if let Some(join) = joins.iter_mut().find(|candidate| candidate.subgraph.index() == join) {
                        join.keys.push(Key {
                            fields: set,
                            resolvable,
                            extension,
                        });
                    }
                }
                Pending::Requires { field, join, .. } => self.field_join(field, join).requires = Some(set),
                Pending::Provides { field, join, .. } => self.field_join(field, join).provides = Some(set),
                Pending::Contexts { .. } => {}
            }
        }
    }

    fn field_join(&mut self, field: FieldId, subgraph: usize) -> &mut FieldJoin {
        match &mut self.fields[field.index()].joins {
            FieldJoins::In(joins) => joins
                .iter_mut()
                .find(|join| join.subgraph.index() == subgraph)
                .expect("a pending field set comes from a join of this field"),
            FieldJoins::Everywhere => {
                unreachable!("a pending field set comes from a join of this field")
            }
        }
    }

    fn parse_field_set(&self, ty: TypeId, text: &str) -> Result<FieldSet, String> {
        let trimmed = text.trim();
        let braced = if trimmed.starts_with('{') {
            trimmed.to_owned()
        } else {
            format!("{{{trimmed}}}")
        };
        let document = ast::Document::parse(braced, "field-set").map_err(|_| "it is not a selection".to_owned())?;
        match document.definitions.as_slice() {
            [ast::Definition::OperationDefinition(operation)] => self.field_set(ty, &operation.selection_set),
            _ => Err("it is not a selection".to_owned()),
        }
    }

    fn field_set(&self, ty: TypeId, selections: &[ast::Selection]) -> Result<FieldSet, String> {
        let mut items = Vec::new();
        for selection in selections {
            let item = match selection {
                ast::Selection::Field(field) if field.name == "__typename" => FieldSetItem::Typename,
                ast::Selection::Field(field) => {
                    let definition = self.types[ty.index()]
                        .fields_by_name
                        .get(field.name.as_str())
                        .ok_or_else(|| format!("there is no field {}.{}", self.types[ty.index()].name, field.name))?;
                    let inner = self.fields[definition.index()].ty.named;
                    FieldSetItem::Field {
                        field: *definition,
                        arguments: field
                            .arguments
                            .iter()
                            .map(|argument| (argument.name.as_str().into(), convert::value(&argument.value)))
                            .collect(),
                        selections: self.field_set(inner, &field.selection_set)?,
                    }
                }
                ast::Selection::InlineFragment(fragment) => {
                    let condition = match &fragment.type_condition {
                        Some(name) => *self.names.get(name.as_str()).ok_or_else(|| format!("there is no type {name}"))?,
                        None => ty,
                    };
                    FieldSetItem::Inline {
                        ty: condition,
                        selections: self.field_set(condition, &fragment.selection_set)?,
                    }
                }
                ast::Selection::FragmentSpread(_) => {
                    return Err("it has a named fragment".to_owned());
                }
            };
            items.push(item);
        }
        Ok(FieldSet { items })
    }

    /// Join 0.1 tells of each field of an owned type only who resolves it. Besides, a subgraph can tell the keys by which it knows the type, and reads below
    /// a field what that provides.
    pub(super) fn complete_owned(&mut self) {
        if !self.schema.directive_definitions.contains_key("join__owner") {
            return;
        }
        let mut readable: Vec<(SubgraphId, FieldSet, bool)> = Vec::new();
        for join in self.types.iter().flat_map(|definition| &definition.joins) {
            readable.extend(join.keys.iter().map(|key| (join.subgraph, key.fields.clone(), false)));
        }
        for field in &self.fields {
            if let FieldJoins::In(joins) = &field.joins {
                let provided = joins.iter().filter_map(|join| Some((join.subgraph, join.provides.clone()?, true)));
                readable.extend(provided);
            }
        }
        for (subgraph, set, external) in readable {
            self.declare_in(subgraph, &set, external);
        }
    }

    /// Declares the fields of a set in a subgraph that is not said to have them.
    fn declare_in(&mut self, subgraph: SubgraphId, set: &FieldSet, external: bool) {
        for item in &set.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Inline { selections, .. } => self.declare_in(subgraph, selections, external),
                FieldSetItem::Field { field, selections, .. } => {
                    if let FieldJoins::In(joins) = &mut self.fields[field.index()].joins
                        && !joins.iter().any(|join| join.subgraph == subgraph)
                    {
                        joins.push(FieldJoin {
                            external,
                            ..FieldJoin::plain(subgraph)
                        });
                        joins.sort_by_key(|join| join.subgraph);
                    }
                    self.declare_in(subgraph, selections, external);
                }
            }
        }
    }

    /// One `{name, type, context, selection}`. The selection is read against every type that sets the context; a type it does not fit sets nothing.
    fn context_argument(&mut self, argument: &Node<ast::Value>, subgraph: usize) -> Option<ContextArgument> {
        let ast::Value::Object(members) = &**argument else { return None };
        let member = |name: &str| {
            let found = members.iter().find(|(key, _)| key.as_str() == name);
            found.and_then(|(_, value)| value.as_str()).unwrap_or_default()
        };
        let (name, context, selection) = (member("name"), member("context"), member("selection"));
        let ty = self.parse_type(member("type"), name)?;
        let mut selections = Vec::new();
        for setter in self.setters(context) {
            if let Ok(set) = self.parse_field_set(setter, selection) {
                selections.push((setter, set));
            }
        }
        if selections.is_empty() {
            self.fail(format!("No type sets the context {context} as the argument {name} wants it."));
        }
        self.context_arguments += 1;
        Some(ContextArgument {
            name: name.into(),
            variable: format!("contextualArgument_{}_{}", subgraph + 1, self.context_arguments - 1).into(),
            ty,
            selections,
        })
    }

    /// The types that carry `@context` of this name, ascending.
    fn setters(&self, context: &str) -> Vec<TypeId> {
        let sets = |definition: &crate::supergraph::TypeDefinition| {
            let directives = self.schema.types.get(&*definition.name).map(|ty| ty.directives());
            let mut applications = directives
                .into_iter()
                .flat_map(|directives| directives.get_all(self.machinery.context.as_str()));
            applications.any(|directive| text_argument(directive, "name") == Some(context))
        };
        self.types
            .iter()
            .filter(|definition| sets(definition))
            .map(|definition| definition.id)
            .collect()
    }
}
