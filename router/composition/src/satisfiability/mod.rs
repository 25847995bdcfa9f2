//! Whether every operation of the API schema can be answered: from each root, which subgraphs can be standing where.
//! Walks (type, set of places); reports each field no place can lead to, with an operation that would fail.

mod places;
mod reasons;

use crate::diagnostic::{Code, Report};
use crate::merge::Supergraph;
use crate::model::{Kind, Name, RootKind, Schema, Span};
use crate::parse::Subgraph;
use places::{Exhausted, Place, Places};
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

/// A point of an operation, as the selections that lead to it.
struct Path {
    parent: Option<Rc<Path>>,
    /// `field` or `... on T`.
    step: String,
}

/// A type of the API with all places that hold it there.
struct State {
    ty: Name,
    places: Vec<Place>,
    path: Rc<Path>,
}

struct Walk<'a, 'r, 's> {
    places: Places<'a>,
    api: &'a Schema,
    /// By type, the sets of places it was reached with.
    visited: HashMap<Name, Vec<BTreeSet<String>>>,
    report: &'r mut Report<'s>,
}

/// SATISFIABILITY_ERROR, SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES and MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED.
pub(crate) fn check(subgraphs: &[Subgraph], supergraph: &Supergraph, api: &Schema, report: &mut Report<'_>) {
    let places = Places::new(subgraphs, &supergraph.schema);
    let mut walk = Walk {
        places,
        api,
        visited: HashMap::new(),
        report,
    };
    for (kind, (root, _)) in &api.roots {
        let started = subgraphs.iter().filter(|subgraph| subgraph.schema.types.contains_key(root));
        let state = State {
            ty: root.clone(),
            places: started.map(|subgraph| Place::new(subgraph.index, root.clone())).collect(),
            path: Rc::new(Path {
                parent: None,
                step: kind.keyword().to_string(),
            }),
        };
        if walk.explore(state, *kind).is_err() {
            walk.report.error(
                Code::MaxValidationSubgraphPathsExceeded,
                "The graph has too many ways between subgraphs to check that all operations can be answered.",
                &[],
                "Share fewer fields between subgraphs, or use fewer keys on one type.",
            );
            return;
        }
    }
}

impl Walk<'_, '_, '_> {
    fn explore(&mut self, start: State, kind: RootKind) -> Result<(), Exhausted> {
        let mut open = vec![start];
        let mut is_root = true;
        while let Some(state) = open.pop() {
            if !std::mem::take(&mut is_root) && self.is_known(&state) {
                continue;
            }
            let is_top_mutation = kind == RootKind::Mutation && state.path.parent.is_none();
            let mut next = Vec::new();
            self.fields(&state, is_top_mutation, &mut next)?;
            self.downcasts(&state, &mut next)?;
            open.extend(next.into_iter().rev());
        }
        Ok(())
    }

    /// Whether the type was already reached with no more than these places.
    fn is_known(&mut self, state: &State) -> bool {
        let own: BTreeSet<String> = state.places.iter().map(Place::identity).collect();
        let earlier = self.visited.entry(state.ty.clone()).or_default();
        if earlier.iter().any(|set| set.is_subset(&own)) {
            return true;
        }
        earlier.push(own);
        false
    }

    fn fields(&mut self, state: &State, is_top_mutation: bool, next: &mut Vec<State>) -> Result<(), Exhausted> {
        let api = self.api;
        let definition = &api.types[&state.ty];
        if definition.kind == Kind::Union || self.places.supergraph.possible_types(&state.ty).is_empty() {
            // Only its types have fields, or there is no object that could be here.
            return Ok(());
        }
        // A mutation is called in one subgraph; nothing else can be read before.
        let closed = if is_top_mutation {
            state.places.clone()
        } else {
            self.places.closure(&state.ty, state.places.clone())?
        };
        for field in definition.fields.values() {
            let is_composite = api.kind_of(field.ty.base()).is_some_and(Kind::is_composite);
            let reached = self.places.advance(&state.ty, &closed, &field.name)?;
            let path = Rc::new(Path {
                parent: Some(state.path.clone()),
                step: field.name.to_string(),
            });
            if reached.is_empty() {
                let why = reasons::field(&self.places, &state.ty, &closed, &field.name);
                let operation = reasons::operation(&path, is_composite);
                let spans: Vec<Span> = std::iter::once(field.span).chain(why.spans).collect();
                self.report.error(
                    Code::SatisfiabilityError,
                    format!(
                        "This operation can not be answered:\n{operation}because no way leads to \"{}.{}\":\n{}",
                        state.ty,
                        field.name,
                        why.lines.join("\n")
                    ),
                    &spans,
                    "Give the type a @key in the subgraph that resolves the field, whose fields the others have, or \
                     mark the field @inaccessible.",
                );
                continue;
            }
            if is_composite {
                for places in reached.sets {
                    self.check_runtime_types(&state.ty, &field.name, field.ty.base(), &places, &closed);
                    next.push(State {
                        ty: field.ty.base().clone(),
                        places,
                        path: path.clone(),
                    });
                }
            }
        }
        Ok(())
    }

    fn downcasts(&mut self, state: &State, next: &mut Vec<State>) -> Result<(), Exhausted> {
        let kind = self.api.types[&state.ty].kind;
        if kind == Kind::Object {
            return Ok(());
        }
        let closed = self.places.closure(&state.ty, state.places.clone())?;
        for possible in self.api.possible_types(&state.ty) {
            let path = Rc::new(Path {
                parent: Some(state.path.clone()),
                step: format!("... on {possible}"),
            });
            let places = self.places.downcast(&closed, &possible);
            if !places.is_empty() {
                next.push(State {
                    ty: possible,
                    places,
                    path,
                });
            } else if closed.iter().all(|place| self.places.is_interface_object(place)) {
                let operation = reasons::operation(&path, true);
                self.report.error(
                    Code::SatisfiabilityError,
                    format!(
                        "This operation can not be answered:\n{operation}because no subgraph reachable here knows \
                         which implementation of \"{}\" an object is.",
                        state.ty
                    ),
                    &[self.api.types[&state.ty].span],
                    "Give the interface a resolvable @key in the subgraph that declares it.",
                );
            }
        }
        Ok(())
    }

    /// Subgraphs that share a field of an abstract type must be able to agree on what an object is.
    fn check_runtime_types(&mut self, parent: &str, field: &str, ty: &str, places: &[Place], closed: &[Place]) {
        if self.api.types[ty].kind == Kind::Object || places.len() < 2 || closed.len() < 2 {
            return;
        }
        let sets: Vec<(usize, BTreeSet<Name>)> = places
            .iter()
            .filter(|place| !self.places.is_interface_object(place))
            .map(|place| (place.graph, self.places.runtime_types(place).into_iter().collect()))
            .collect();
        let Some((_, first)) = sets.first() else { return };
        if sets.iter().all(|(_, set)| set == first) {
            return;
        }
        let common = sets
            .iter()
            .skip(1)
            .fold(first.clone(), |common, (_, set)| common.intersection(set).cloned().collect());
        let spans: Vec<Span> = sets
            .iter()
            .filter_map(|(graph, _)| self.places.field(*graph, parent, field).map(|field| field.span))
            .collect();
        let each: Vec<String> = sets
            .iter()
            .map(|(graph, set)| {
                let names: Vec<&str> = set.iter().map(|name| &**name).collect();
                format!("{} in \"{}\"", names.join(" or "), self.places.subgraphs[*graph].name)
            })
            .collect();
        let message = format!("\"{parent}.{field}\" is shared, but is a {}", each.join(", a "));
        if common.is_empty() {
            self.report.error(
                Code::ShareableHasMismatchedRuntimeTypes,
                format!("{message}: never the same."),
                &spans,
                "Declare the same implementations or members, or do not share the field.",
            );
        } else {
            self.report.hint(
                Code::InconsistentRuntimeTypesForShareableReturn,
                format!("{message}."),
                &spans,
                "Make sure that every subgraph answers with a type that all know.",
            );
        }
    }
}
