//! What a viewer may see of an operation, before it is planned.
//!
//! Decides only; it does not know tokens, headers or how a refusal is written.

use std::collections::BTreeMap;

use crate::operation::{Operation, Selection, SelectionKind, SelectionSet};
use crate::supergraph::{Requirement, Supergraph, TypeId};

/// A response field that the viewer may not see.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct DeniedPath {
    /// Response keys from the root.
    pub path: Vec<Box<str>>,
    /// The field's coordinate, `Type.field`.
    pub coordinate: String,
}

/// Marks as [`denied`](Selection::denied) what the viewer may not see; sub-selections of what is denied are dropped.
///
/// An interface's field is judged for each possible type by that type's own field. A type's own demand applies to every field that
/// certainly returns it, and to every field selected on it through an abstract type. `@policy` is never met here: it fails closed.
pub fn authorise(
    supergraph: &Supergraph,
    mut operation: Operation,
    granted_scopes: &[&str],
    is_authenticated: bool,
) -> (Operation, Vec<DeniedPath>) {
    if !supergraph.has_authorisation {
        return (operation, Vec::new());
    }
    let mut judge = Judge {
        supergraph,
        granted_scopes,
        is_authenticated,
        path: Vec::new(),
        denied: Vec::new(),
    };
    let root = operation.root;
    operation.selection = judge.set(operation.selection, &[root]);
    judge.denied.sort();
    judge.denied.dedup();
    (operation, judge.denied)
}

impl Requirement {
    /// Whether a viewer with these scopes meets it.
    pub fn is_met(&self, granted_scopes: &[&str], is_authenticated: bool) -> bool {
        let holds = |alternatives: &Option<Vec<Vec<Box<str>>>>, granted: &[&str]| match alternatives {
            None => true,
            Some(alternatives) => alternatives.iter().any(|all| all.iter().all(|scope| granted.contains(&&**scope))),
        };
        (is_authenticated || !self.authenticated) && holds(&self.scopes, granted_scopes) && holds(&self.policies, &[])
    }
}

struct Judge<'a> {
    supergraph: &'a Supergraph,
    granted_scopes: &'a [&'a str],
    is_authenticated: bool,
    path: Vec<Box<str>>,
    denied: Vec<DeniedPath>,
}

impl Judge<'_> {
    fn set(&mut self, set: SelectionSet, enclosing: &[TypeId]) -> SelectionSet {
        let mut fields = Vec::new();
        for selection in set.fields {
            let types = selection.types.clone().unwrap_or_else(|| enclosing.to_vec());
            let mut by_verdict: BTreeMap<bool, Vec<TypeId>> = BTreeMap::new();
            for ty in &types {
                by_verdict.entry(self.is_allowed(&selection, *ty)).or_default().push(*ty);
            }
            if types.is_empty() {
                by_verdict.insert(true, Vec::new());
            }
            let is_split = by_verdict.len() > 1;
            for (allowed, types) in by_verdict {
                let mut part = selection.clone();
                if is_split {
                    part.types = Some(types);
                }
                fields.push(if allowed { self.descend(part) } else { self.deny(part) });
            }
        }
        SelectionSet { fields }
    }

    fn is_allowed(&self, selection: &Selection, runtime: TypeId) -> bool {
        let SelectionKind::Field(id) = selection.kind else {
            return true;
        };
        let name = &self.supergraph.field(id).name;
        let field = self.supergraph.field(self.supergraph.field_named(runtime, name).unwrap_or(id));
        let demands = [
            &self.supergraph.type_definition(runtime).authorisation,
            &field.authorisation,
            &self.returned(field.ty.named).authorisation,
        ];
        demands
            .into_iter()
            .flatten()
            .all(|demand| demand.is_met(self.granted_scopes, self.is_authenticated))
    }

    /// The type whose own demand certainly applies to a field returning `ty`: an abstract type's is judged per possible type, below.
    fn returned(&self, ty: TypeId) -> &crate::supergraph::TypeDefinition {
        let possible = &self.supergraph.type_definition(ty).possible_types;
        match possible.as_slice() {
            [only] => self.supergraph.type_definition(*only),
            [] => self.supergraph.type_definition(ty),
            // Its members' demands are judged where their fields are selected; built-in String demands nothing.
            _ => &self.supergraph.types[0],
        }
    }

    fn descend(&mut self, mut selection: Selection) -> Selection {
        if let SelectionKind::Field(id) = selection.kind {
            let inner = self.supergraph.visible_possible_types(self.supergraph.field(id).ty.named);
            self.path.push(selection.key.clone());
            selection.selections = self.set(selection.selections, &inner);
            self.path.pop();
        }
        selection
    }

    fn deny(&mut self, mut selection: Selection) -> Selection {
        let mut path = self.path.clone();
        path.push(selection.key.clone());
        if let SelectionKind::Field(id) = selection.kind {
            let field = self.supergraph.field(id);
            let coordinate = format!("{}.{}", self.supergraph.type_definition(field.parent).name, field.name);
            self.denied.push(DeniedPath { path, coordinate });
        }
        selection.denied = true;
        selection.selections = SelectionSet::default();
        selection
    }
}
