//! From a validated operation to the normal form of [`crate::operation`].

use std::collections::BTreeMap;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::executable as exe;

use super::{Diagnostic, convert};
use crate::condition::Condition;
use crate::operation::{Operation, OperationKind, Selection, SelectionKind, SelectionSet, VariableDefinition};
use crate::supergraph::{Supergraph, TypeId, TypeKind};

/// One field as written, with everything that encloses it on the same object.
struct Occurrence<'a> {
    field: &'a exe::Field,
    span: Option<apollo_compiler::parser::SourceSpan>,
    parent: TypeId,
    types: Vec<TypeId>,
    condition: Condition,
}

struct Normaliser<'a> {
    supergraph: &'a Supergraph,
    document: &'a ExecutableDocument,
}

pub(super) fn normalise(
    supergraph: &Supergraph,
    document: &ExecutableDocument,
    operation: &exe::Operation,
) -> Result<Operation, Vec<Diagnostic>> {
    let kind = match operation.operation_type {
        exe::OperationType::Query => OperationKind::Query,
        exe::OperationType::Mutation => OperationKind::Mutation,
        exe::OperationType::Subscription => OperationKind::Subscription,
    };
    let root = supergraph.root(kind).ok_or_else(|| {
        vec![Diagnostic::new(
            Diagnostic::VALIDATION_FAILED,
            format!("There is no {} root.", kind.keyword()),
        )]
    })?;
    let variables = operation
        .variables
        .iter()
        .map(|definition| {
            let (name, non_null, lists) = convert::type_shape(&definition.ty);
            let named = supergraph
                .type_named(name)
                .ok_or_else(|| vec![Diagnostic::new(Diagnostic::VALIDATION_FAILED, format!("Unknown type \"{name}\"."))])?;
            Ok(VariableDefinition {
                name: definition.name.as_str().into(),
                ty: crate::supergraph::TypeRef { named, non_null, lists },
                default: definition.default_value.as_ref().map(|value| convert::value(value)),
                location: convert::location(definition.location(), &document.sources),
            })
        })
        .collect::<Result<Vec<_>, Vec<Diagnostic>>>()?;
    let normaliser = Normaliser { supergraph, document };
    let mut occurrences = Vec::new();
    normaliser.collect(&operation.selection_set, root, &[root], &Condition::always(), &mut occurrences);
    let selection = normaliser.merge(&occurrences, &[root]);
    Ok(Operation {
        kind,
        name: operation.name.as_ref().map(|name| name.as_str().into()),
        root,
        variables,
        selection,
    })
}

impl<'a> Normaliser<'a> {
    /// Gathers the fields of one object through its fragments, in source order.
    fn collect(
        &self,
        set: &'a exe::SelectionSet,
        parent: TypeId,
        types: &[TypeId],
        condition: &Condition,
        found: &mut Vec<Occurrence<'a>>,
    ) {
        for selection in &set.selections {
            let condition = condition.and(&condition_of(selection.directives()));
            if condition.is_never() {
                continue;
            }
            match selection {
                exe::Selection::Field(field) => found.push(Occurrence {
                    field,
                    span: field.location(),
                    parent,
                    types: types.to_vec(),
                    condition,
                }),
                exe::Selection::InlineFragment(fragment) => match &fragment.type_condition {
                    Some(name) => self.enter(&fragment.selection_set, name, parent, types, &condition, found),
                    None => self.collect(&fragment.selection_set, parent, types, &condition, found),
                },
                exe::Selection::FragmentSpread(spread) => {
                    if let Some(fragment) = self.document.fragments.get(&spread.fragment_name) {
                        self.enter(&fragment.selection_set, fragment.type_condition(), parent, types, &condition, found);
                    }
                }
            }
        }
    }

    fn enter(
        &self,
        set: &'a exe::SelectionSet,
        type_condition: &str,
        parent: TypeId,
        types: &[TypeId],
        condition: &Condition,
        found: &mut Vec<Occurrence<'a>>,
    ) {
        let Some(entered) = self.supergraph.type_named(type_condition) else {
            return;
        };
        let possible = &self.supergraph.type_definition(entered).possible_types;
        let narrowed: Vec<TypeId> = types.iter().copied().filter(|ty| possible.contains(ty)).collect();
        // What nothing implements is still asked of the interface itself.
        if !narrowed.is_empty() || (types.is_empty() && entered == parent) {
            self.collect(set, entered, &narrowed, condition, found);
        }
    }

    /// Merges occurrences by response key, one entry per group of runtime types that see the same occurrences.
    fn merge(&self, occurrences: &[Occurrence<'a>], all_types: &[TypeId]) -> SelectionSet {
        let mut by_key: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (index, occurrence) in occurrences.iter().enumerate() {
            by_key.entry(occurrence.field.response_key().as_str()).or_default().push(index);
        }
        let mut entries: Vec<(usize, Selection)> = Vec::new();
        for (key, indexes) in by_key {
            let mut groups: BTreeMap<Vec<usize>, Vec<TypeId>> = BTreeMap::new();
            for ty in all_types {
                let seen: Vec<usize> = indexes
                    .iter()
                    .copied()
                    .filter(|index| occurrences[*index].types.binary_search(ty).is_ok())
                    .collect();
                if !seen.is_empty() {
                    groups.entry(seen).or_default().push(*ty);
                }
            }
            if all_types.is_empty() {
                groups.insert(indexes, Vec::new());
            }
            for (seen, types) in groups {
                let group: Vec<&Occurrence<'a>> = seen.iter().map(|index| &occurrences[*index]).collect();
                entries.push((seen[0], self.merge_group(key, &group, types, all_types)));
            }
        }
        entries.sort_by_key(|(first, selection)| (*first, selection.types.clone()));
        SelectionSet {
            fields: entries.into_iter().map(|(_, selection)| selection).collect(),
        }
    }

    fn merge_group(&self, key: &str, group: &[&Occurrence<'a>], types: Vec<TypeId>, all_types: &[TypeId]) -> Selection {
        let first = group[0];
        let mut condition = Condition::never();
        for occurrence in group {
            condition = condition.or(&occurrence.condition);
        }
        let narrowed = types.len() < all_types.len();
        let name = first.field.name.as_str();
        // Prefer the object's own field: its type may be narrower.
        let parent = match types.as_slice() {
            [only] if narrowed && self.supergraph.field_named(*only, name).is_some() => *only,
            _ => first.parent,
        };
        let kind = match name {
            "__typename" => SelectionKind::Typename,
            "__schema" | "__type" => SelectionKind::Introspection,
            _ => SelectionKind::Field(
                self.supergraph
                    .field_named(parent, name)
                    .expect("a validated field exists on its parent and its implementations"),
            ),
        };
        let mut selections = SelectionSet::default();
        if let SelectionKind::Field(field) = kind {
            let inner_type = self.supergraph.type_definition(self.supergraph.field(field).ty.named);
            if matches!(inner_type.kind, TypeKind::Object | TypeKind::Interface | TypeKind::Union) {
                // An implementation may return a narrower type than its interface: each occurrence is read against its own.
                let own_type = |occurrence: &Occurrence<'a>| match self.supergraph.field_named(occurrence.parent, name) {
                    Some(own) => self.supergraph.field(own).ty.named,
                    None => inner_type.id,
                };
                let mut inner_types = self.supergraph.visible_possible_types(inner_type.id);
                for occurrence in group {
                    let own = &self.supergraph.type_definition(own_type(occurrence)).possible_types;
                    inner_types.retain(|ty| own.contains(ty));
                }
                let mut inner = Vec::new();
                for occurrence in group {
                    let set = &occurrence.field.selection_set;
                    self.collect(set, own_type(occurrence), &inner_types, &occurrence.condition, &mut inner);
                }
                selections = self.merge(&inner, &inner_types);
            }
        }
        let interfaces = group.iter().map(|occurrence| occurrence.parent);
        let through = interfaces
            .filter(|ty| self.supergraph.is_abstract(*ty))
            .max_by_key(|ty| self.supergraph.type_definition(*ty).possible_types.len());
        Selection {
            key: key.into(),
            parent,
            through,
            kind,
            arguments: first
                .field
                .arguments
                .iter()
                .map(|argument| (argument.name.as_str().into(), convert::value(&argument.value)))
                .collect(),
            types: narrowed.then_some(types),
            condition,
            selections,
            denied: false,
            location: convert::location(first.span, &self.document.sources),
        }
    }
}

/// What `@skip` and `@include` of one selection say together.
fn condition_of(directives: &exe::DirectiveList) -> Condition {
    let mut condition = Condition::always();
    for (name, wanted) in [("skip", false), ("include", true)] {
        let Some(value) = directives
            .get(name)
            .and_then(|directive| directive.specified_argument_by_name("if"))
        else {
            continue;
        };
        let own = match &**value {
            exe::Value::Boolean(constant) if *constant == wanted => Condition::always(),
            exe::Value::Boolean(_) => Condition::never(),
            exe::Value::Variable(variable) => Condition::literal(variable.as_str(), wanted),
            _ => Condition::always(),
        };
        condition = condition.and(&own);
    }
    condition
}
