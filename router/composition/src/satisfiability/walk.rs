//! The walk over all operations of the API: from each root, field by field, with all ways through the subgraphs that can
//! be there at once. Finds the steps that no way can take; must not know how they are told.

use super::search::{Exhausted, Search};
use super::standing::Standing;
use super::subgraphs::{FieldId, GraphId, LabelId, NONE, TypeId};
use crate::model::{Kind, Name, RootKind, Schema, TypeDef, Value};
use indexmap::IndexMap;
use std::collections::HashMap;
use std::rc::Rc;

/// How many ways may be open at once (federation's own limit).
const MAX_OPEN_WAYS: u64 = 1_000_000;

/// A step of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    Root(RootKind),
    Field { parent: TypeId, field: FieldId },
    Condition(TypeId),
}

/// The steps to a point of an operation.
#[derive(Debug)]
pub(super) struct Path {
    pub parent: Option<Rc<Path>>,
    pub step: Step,
}

/// An operation that fails: its last step can be taken from none of the ways.
#[derive(Debug)]
pub(super) struct Failure {
    pub path: Rc<Path>,
    pub cause: Cause,
}

/// By subgraph, the object types that a field may answer with.
pub(super) type TypesByGraph = Vec<(GraphId, Vec<TypeId>)>;

/// A mutation field that can be called in several subgraphs, and what fails in each.
#[derive(Debug)]
pub(super) struct Mutation {
    pub path: Rc<Path>,
    pub failures: IndexMap<GraphId, Vec<Failure>>,
}

#[derive(Debug)]
pub(super) enum Cause {
    /// No way can take the last step; these are the ways before it.
    NoWay(Vec<Standing>),
    /// The subgraphs that share the field never answer with the same type.
    NeverSameType(TypesByGraph),
}

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub failures: Vec<Failure>,
    /// Mutation fields of which no subgraph can answer all alone.
    pub mutations: Vec<Mutation>,
    /// Shared fields that may be of types not all subgraphs know.
    pub differing: IndexMap<(TypeId, FieldId), TypesByGraph>,
}

/// An edge of the API.
#[derive(Clone, Copy, Debug)]
enum Edge {
    Field {
        field: FieldId,
        target: TypeId,
        label: Option<LabelId>,
        is_shared: bool,
    },
    Condition(TypeId),
}

/// A mutation field that is called in one of several subgraphs.
#[derive(Clone, Debug)]
struct Call {
    field: FieldId,
    graph: GraphId,
    /// All subgraphs it could be called in, sorted.
    of: Rc<Vec<GraphId>>,
}

struct State {
    ty: TypeId,
    /// Distinct ways, and how many ways each of them stands for.
    ways: Vec<(Standing, u64)>,
    choices: Rc<Vec<(LabelId, bool)>>,
    path: Rc<Path>,
    call: Option<Call>,
}

/// A state that was walked; states that know no less need no second walk.
struct Visit {
    places: Vec<(u32, u32)>,
    choices: Rc<Vec<(LabelId, bool)>>,
    of: Option<Rc<Vec<GraphId>>>,
}

struct Walk<'s, 'a> {
    search: &'s mut Search<'a>,
    api: &'a Schema,
    edges: HashMap<TypeId, Rc<[Edge]>>,
    visits: HashMap<TypeId, Vec<Visit>>,
    open: Vec<State>,
    open_ways: u64,
    findings: Findings,
    /// Mutation fields that several subgraphs resolve.
    calls: IndexMap<FieldId, Mutation>,
}

/// Walks everything.
pub(super) fn walk<'a>(search: &mut Search<'a>, api: &'a Schema) -> Result<Findings, Exhausted> {
    let mut walk = Walk {
        search,
        api,
        edges: HashMap::new(),
        visits: HashMap::new(),
        open: Vec::new(),
        open_ways: 0,
        findings: Findings::default(),
        calls: IndexMap::new(),
    };
    for (kind, (root, _)) in &api.roots {
        let Some(ty) = walk.search.map.subgraphs.type_id(root) else {
            continue;
        };
        let ways = walk.search.starts(ty).into_iter().map(|way| (way, 1)).collect();
        walk.push(State {
            ty,
            ways,
            choices: Rc::default(),
            path: Rc::new(Path {
                parent: None,
                step: Step::Root(*kind),
            }),
            call: None,
        })?;
    }
    while let Some(state) = walk.open.pop() {
        walk.open_ways -= open_ways(&state);
        walk.visit(&state)?;
    }
    let calls = std::mem::take(&mut walk.calls);
    let fails_everywhere = |mutation: &Mutation| mutation.failures.values().all(|failures| !failures.is_empty());
    walk.findings.mutations = calls.into_values().filter(fails_everywhere).collect();
    Ok(walk.findings)
}

fn open_ways(state: &State) -> u64 {
    state.ways.iter().fold(0, |sum, (_, count)| sum.saturating_add(*count))
}

impl Walk<'_, '_> {
    fn push(&mut self, state: State) -> Result<(), Exhausted> {
        self.open_ways = self.open_ways.saturating_add(open_ways(&state));
        if self.open_ways > MAX_OPEN_WAYS {
            return Err(Exhausted);
        }
        self.open.push(state);
        Ok(())
    }

    fn visit(&mut self, state: &State) -> Result<(), Exhausted> {
        if self.is_known(state)? {
            return Ok(());
        }
        for edge in self.edges(state.ty).iter() {
            match *edge {
                Edge::Condition(ty) => self.condition(state, ty)?,
                Edge::Field { label: None, .. } => self.field(state, *edge, state.choices.clone())?,
                Edge::Field { label: Some(label), .. } => {
                    // Requests on either side of the label, unless this one has chosen already.
                    for side in [true, false] {
                        let chosen = state.choices.iter().find(|(known, _)| *known == label);
                        match chosen {
                            Some((_, value)) if *value != side => {}
                            Some(_) => self.field(state, *edge, state.choices.clone())?,
                            None => {
                                let mut choices = (*state.choices).clone();
                                choices.push((label, side));
                                choices.sort_unstable();
                                self.field(state, *edge, Rc::new(choices))?;
                            }
                        }
                    }
                }
            }
        }
        Ok(())
    }

    /// Whether the type was already walked with no more places, no more choices, and no other subgraphs to call.
    fn is_known(&mut self, state: &State) -> Result<bool, Exhausted> {
        let map = &self.search.map;
        let mut places: Vec<(u32, u32)> = state
            .ways
            .iter()
            .map(|(way, _)| (map.vertices.local(way.vertex), way.contexts))
            .collect();
        places.sort_unstable();
        places.dedup();
        let of = state.call.as_ref().map(|call| call.of.clone());
        let earlier = self.visits.entry(state.ty).or_default();
        self.search.step(earlier.len())?;
        // The subgraphs that no earlier walk from here stood for.
        let mut left: Vec<GraphId> = of.as_deref().cloned().unwrap_or_default();
        for visit in earlier.iter() {
            if is_subset(&visit.places, &places) && is_subset(&visit.choices, &state.choices) {
                left.retain(|graph| visit.of.as_ref().is_none_or(|of| of.binary_search(graph).is_err()));
                if left.is_empty() {
                    return Ok(true);
                }
            }
        }
        earlier.push(Visit {
            places,
            choices: state.choices.clone(),
            of,
        });
        Ok(false)
    }

    fn field(&mut self, state: &State, edge: Edge, choices: Rc<Vec<(LabelId, bool)>>) -> Result<(), Exhausted> {
        let Edge::Field {
            field, target, is_shared, ..
        } = edge
        else {
            return Ok(());
        };
        let mut reached: IndexMap<Standing, u64> = IndexMap::new();
        for (way, count) in &state.ways {
            if let Ok(next) = self.search.take_field(*way, field, state.ty, &choices)? {
                if target == NONE {
                    return Ok(());
                }
                add(&mut reached, next, *count);
            }
            let jumps = self.search.jumps(*way, 0)?;
            for jump in jumps.iter() {
                if let Ok(next) = self.search.take_field(*jump, field, state.ty, &choices)? {
                    if target == NONE {
                        return Ok(());
                    }
                    add(&mut reached, next, *count);
                }
            }
        }
        let path = Rc::new(Path {
            parent: Some(state.path.clone()),
            step: Step::Field { parent: state.ty, field },
        });
        if reached.is_empty() {
            self.fail(state, path, Cause::NoWay(state.ways.iter().map(|(way, _)| *way).collect()));
            return Ok(());
        }
        if is_shared && let Some(cause) = self.check_runtime_types(state.ty, field, target, &reached) {
            self.fail(state, path, cause);
            return Ok(());
        }
        let is_called = state.path.step == Step::Root(RootKind::Mutation);
        self.enter(state, target, reached, choices, path, is_called.then_some(field))
    }

    /// Opens the state behind an edge; behind a mutation field, one for each subgraph that could be called.
    fn enter(
        &mut self,
        state: &State,
        ty: TypeId,
        reached: IndexMap<Standing, u64>,
        choices: Rc<Vec<(LabelId, bool)>>,
        path: Rc<Path>,
        called: Option<FieldId>,
    ) -> Result<(), Exhausted> {
        let graph_of = |walk: &Self, way: &Standing| walk.search.map.local(way.vertex).graph;
        let mut graphs: Vec<GraphId> = reached.keys().map(|way| graph_of(self, way)).collect();
        graphs.sort_unstable();
        graphs.dedup();
        match called {
            Some(field) if graphs.len() > 1 => {
                let of = Rc::new(graphs);
                let failures = of.iter().map(|graph| (*graph, Vec::new())).collect();
                self.calls.insert(
                    field,
                    Mutation {
                        path: path.clone(),
                        failures,
                    },
                );
                for graph in of.iter() {
                    let own = reached.iter().filter(|(way, _)| graph_of(self, way) == *graph);
                    let ways = own.map(|(way, count)| (*way, *count)).collect();
                    self.push(State {
                        ty,
                        ways,
                        choices: choices.clone(),
                        path: path.clone(),
                        call: Some(Call {
                            field,
                            graph: *graph,
                            of: of.clone(),
                        }),
                    })?;
                }
                Ok(())
            }
            _ => self.push(State {
                ty,
                ways: reached.into_iter().collect(),
                choices,
                path,
                call: state.call.clone(),
            }),
        }
    }

    fn condition(&mut self, state: &State, ty: TypeId) -> Result<(), Exhausted> {
        let mut reached: IndexMap<Standing, u64> = IndexMap::new();
        for (way, count) in &state.ways {
            let is_object = self.search.map.local(way.vertex).is_interface_object;
            if !is_object && !self.search.map.runtime(*way).contains(&ty) {
                // What led here is never of this type, so whatever is asked of it needs no answer.
                return Ok(());
            }
            if let Some(next) = self.search.take_condition(*way, ty)? {
                add(&mut reached, next, *count);
            }
            let jumps = self.search.jumps(*way, 0)?;
            for jump in jumps.iter() {
                if let Some(next) = self.search.take_condition(*jump, ty)? {
                    add(&mut reached, next, *count);
                }
            }
        }
        let path = Rc::new(Path {
            parent: Some(state.path.clone()),
            step: Step::Condition(ty),
        });
        if reached.is_empty() {
            self.fail(state, path, Cause::NoWay(state.ways.iter().map(|(way, _)| *way).collect()));
            return Ok(());
        }
        self.enter(state, ty, reached, state.choices.clone(), path, None)
    }

    fn fail(&mut self, state: &State, path: Rc<Path>, cause: Cause) {
        let failure = Failure { path, cause };
        let Some(call) = &state.call else {
            self.findings.failures.push(failure);
            return;
        };
        if let Some(mutation) = self.calls.get_mut(&call.field) {
            mutation.failures.entry(call.graph).or_default().push(failure);
        }
    }

    /// Subgraphs that share a field of an abstract type must be able to agree on what an object is.
    fn check_runtime_types(&mut self, parent: TypeId, field: FieldId, target: TypeId, reached: &IndexMap<Standing, u64>) -> Option<Cause> {
        let map = &self.search.map;
        let name = map.subgraphs.type_name(target);
        if self.api.kind_of(name) == Some(Kind::Object) {
            return None;
        }
        let mut possible: Vec<TypeId> = self
            .api
            .possible_types(name)
            .iter()
            .filter_map(|name| map.subgraphs.type_id(name))
            .collect();
        possible.sort_unstable();
        let abstract_ways: Vec<(&Standing, u64)> = reached
            .iter()
            .map(|(way, count)| (way, *count))
            .filter(|(way, _)| map.local(way.vertex).is_abstract())
            .filter(|(way, _)| !matches!(map.runtime(**way), [only] if !possible.contains(only)))
            .collect();
        if abstract_ways.iter().map(|(_, count)| count).sum::<u64>() < 2 {
            return None;
        }
        let mut sets: TypesByGraph = abstract_ways
            .iter()
            .map(|(way, _)| (map.local(way.vertex).graph, map.runtime(**way).to_vec()))
            .collect();
        sets.sort();
        sets.dedup();
        if sets.iter().all(|(_, types)| types.is_empty()) {
            return None;
        }
        let are_common = possible.iter().any(|ty| sets.iter().all(|(_, types)| types.contains(ty)));
        if !are_common {
            return Some(Cause::NeverSameType(sets));
        }
        if sets.iter().any(|(_, types)| *types != sets[0].1) {
            self.findings.differing.entry((parent, field)).or_insert(sets);
        }
        None
    }

    fn edges(&mut self, ty: TypeId) -> Rc<[Edge]> {
        if let Some(known) = self.edges.get(&ty) {
            return known.clone();
        }
        let definition = &self.api.types[&**self.search.map.subgraphs.type_name(ty)];
        let edges: Rc<[Edge]> = match definition.kind {
            Kind::Object => self.field_edges(definition),
            _ => {
                let possible = self.api.possible_types(&definition.name);
                let types = possible.iter().filter_map(|name| self.search.map.subgraphs.type_id(name));
                types.map(Edge::Condition).collect()
            }
        };
        self.edges.insert(ty, edges.clone());
        edges
    }

    fn field_edges(&mut self, definition: &TypeDef) -> Rc<[Edge]> {
        let subgraphs = &mut self.search.map.subgraphs;
        let merged = &subgraphs.schema.types[&definition.name];
        let is_type_shared = joins(merged.directives.iter().map(|one| &one.name), "join__type") > 1;
        let mut edges = Vec::new();
        for field in definition.fields.values() {
            let joined: Vec<_> = merged.fields[&field.name]
                .directives
                .iter()
                .filter(|application| &*application.name == "join__field")
                .collect();
            let label = joined.iter().filter_map(|join| join.text("overrideLabel")).next_back();
            let is_true = |value: Option<&Value>| value == Some(&Value::Boolean(true));
            let resolving = joined
                .iter()
                .filter(|join| !is_true(join.argument("external")) && !is_true(join.argument("usedOverridden")))
                .count();
            let base = field.ty.base();
            let is_composite = self.api.kind_of(base).is_some_and(Kind::is_composite);
            edges.push(Edge::Field {
                field: subgraphs.fields.number(field.name.clone()),
                target: if is_composite {
                    subgraphs.type_id(base).unwrap_or(NONE)
                } else {
                    NONE
                },
                label: label.map(|label| subgraphs.labels.number(label.to_string())),
                is_shared: if joined.is_empty() { is_type_shared } else { resolving > 1 },
            });
        }
        edges.into()
    }
}

fn joins<'d>(names: impl Iterator<Item = &'d Name>, wanted: &str) -> usize {
    names.filter(|name| &***name == wanted).count()
}

fn add(reached: &mut IndexMap<Standing, u64>, way: Standing, count: u64) {
    let sum = reached.entry(way).or_insert(0);
    *sum = sum.saturating_add(count);
}

/// Of sorted slices.
fn is_subset<T: Ord>(small: &[T], large: &[T]) -> bool {
    small.len() <= large.len() && small.iter().all(|one| large.binary_search(one).is_ok())
}
