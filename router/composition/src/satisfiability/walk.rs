//! The walk over all operations of the API: from each root, field by field, with all ways through the subgraphs that can
//! be there at once. Finds the steps that no way can take; must not know how they are told.

use super::search::{Exhausted, Search};
use super::standing::Standing;
use super::subgraphs::{FieldId, GraphId, LabelId, NONE, TypeId};
use crate::model::{HashMap, IndexMap, Kind, Name, RootKind, Schema, TypeDef, Value};
use std::collections::BTreeMap;
use std::rc::Rc;

/// How many ways may be open at once (federation's own limit).
pub(super) const MAX_OPEN_WAYS: u64 = 1_000_000;

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

/// Why the walk was given up.
#[derive(Debug)]
pub(super) enum Excess {
    /// More than `MAX_OPEN_WAYS` were open when the last of them came up.
    Ways(Rc<Path>),
    /// There were too many single decisions.
    Steps,
}

impl From<Exhausted> for Excess {
    fn from(_: Exhausted) -> Self {
        Excess::Steps
    }
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

/// Distinct ways, and how many ways each of them stands for.
type Ways = IndexMap<Standing, u64>;

/// Labels as an operation chose them, sorted.
type Chosen = Rc<Vec<(LabelId, bool)>>;

struct State {
    ty: TypeId,
    /// The ways that can be there at once. Behind a mutation field that several subgraphs resolve they are in parts, by the
    /// subgraph that is called, of which one must be able to answer all.
    parts: Vec<(GraphId, Ways)>,
    /// That mutation field.
    called: Option<FieldId>,
    choices: Chosen,
    path: Rc<Path>,
}

/// Places that were walked from; with more places or choices there is nothing new to find.
struct Visit {
    places: Vec<(u32, u32)>,
    choices: Chosen,
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
pub(super) fn walk<'a>(search: &mut Search<'a>, api: &'a Schema) -> Result<Findings, Excess> {
    let mut walk = Walk {
        search,
        api,
        edges: HashMap::default(),
        visits: HashMap::default(),
        open: Vec::new(),
        open_ways: 0,
        findings: Findings::default(),
        calls: IndexMap::default(),
    };
    let mut roots: Vec<(TypeId, RootKind)> = Vec::new();
    for (kind, (root, _)) in &api.roots {
        roots.extend(walk.search.map.subgraphs.type_id(root).map(|ty| (ty, *kind)));
    }
    roots.sort_unstable();
    for (ty, kind) in roots {
        let ways: Ways = walk.search.map.starts(ty, kind).into_iter().map(|way| (way, 1)).collect();
        walk.push(State {
            ty,
            parts: vec![(NONE, ways)],
            called: None,
            choices: Rc::default(),
            path: Rc::new(Path {
                parent: None,
                step: Step::Root(kind),
            }),
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
    let counts = state.parts.iter().flat_map(|(_, ways)| ways.values());
    counts.fold(0, |sum, count| sum.saturating_add(*count))
}

impl Walk<'_, '_> {
    fn push(&mut self, state: State) -> Result<(), Excess> {
        self.open_ways = self.open_ways.saturating_add(open_ways(&state));
        if self.open_ways > MAX_OPEN_WAYS {
            return Err(Excess::Ways(state.path));
        }
        self.open.push(state);
        Ok(())
    }

    fn visit(&mut self, state: &State) -> Result<(), Excess> {
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

    /// Whether the type was already walked, for each part, with no more places and no more choices.
    fn is_known(&mut self, state: &State) -> Result<bool, Excess> {
        let map = &self.search.map;
        let place = |way: &Standing| (map.vertices.local(way.vertex), way.contexts_seen);
        let mut parts: Vec<Vec<(u32, u32)>> = Vec::new();
        for (_, ways) in &state.parts {
            let mut places: Vec<(u32, u32)> = ways.keys().map(place).collect();
            places.sort_unstable();
            places.dedup();
            parts.push(places);
        }
        let earlier = self.visits.entry(state.ty).or_default();
        self.search.step(earlier.len() * parts.len())?;
        let is_covered = |places: &Vec<(u32, u32)>| {
            let covers = |visit: &Visit| is_subset(&visit.places, places) && is_subset(&visit.choices, &state.choices);
            earlier.iter().any(covers)
        };
        if parts.iter().all(is_covered) {
            return Ok(true);
        }
        earlier.extend(parts.into_iter().map(|places| Visit {
            places,
            choices: state.choices.clone(),
        }));
        Ok(false)
    }

    fn field(&mut self, state: &State, edge: Edge, choices: Chosen) -> Result<(), Excess> {
        let Edge::Field {
            field, target, is_shared, ..
        } = edge
        else {
            return Ok(());
        };
        let path = Rc::new(Path {
            parent: Some(state.path.clone()),
            step: Step::Field { parent: state.ty, field },
        });
        let mut parts = Vec::new();
        for (graph, ways) in &state.parts {
            let Some(reached) = self.take_field(ways, field, state.ty, target, &choices)? else {
                continue;
            };
            if reached.is_empty() {
                self.fail(state, *graph, &path, Cause::NoWay(ways.keys().copied().collect()));
            } else {
                parts.push((*graph, reached));
            }
        }
        if parts.is_empty() {
            return Ok(());
        }
        if is_shared && let Some(cause) = self.check_runtime_types(state.ty, field, target, &parts) {
            self.findings.failures.push(Failure { path, cause });
            return Ok(());
        }
        if state.path.step == Step::Root(RootKind::Mutation) {
            return self.call(state, field, target, parts, choices, path);
        }
        self.enter(state, target, parts, choices, path)
    }

    /// Where a field leads; `None` if that is a leaf.
    fn take_field(
        &mut self,
        ways: &Ways,
        field: FieldId,
        parent: TypeId,
        target: TypeId,
        choices: &Chosen,
    ) -> Result<Option<Ways>, Excess> {
        let mut reached = Ways::default();
        for (way, count) in ways {
            if let Ok(next) = self.search.take_field(*way, field, parent, choices)? {
                if target == NONE {
                    return Ok(None);
                }
                let next = self.search.map.see_contexts(*way, next, parent);
                add(&mut reached, next, *count);
            }
        }
        for (way, count) in ways {
            let jumps = self.search.jumps(*way, 0)?;
            for jump in jumps.iter() {
                if let Ok(next) = self.search.take_field(*jump, field, parent, choices)? {
                    if target == NONE {
                        return Ok(None);
                    }
                    let next = self.search.map.see_contexts(*way, next, parent);
                    add(&mut reached, next, *count);
                }
            }
        }
        Ok(Some(reached))
    }

    /// Opens the state behind an edge.
    fn enter(&mut self, state: &State, ty: TypeId, parts: Vec<(GraphId, Ways)>, choices: Chosen, path: Rc<Path>) -> Result<(), Excess> {
        self.push(State {
            ty,
            parts,
            called: state.called,
            choices,
            path,
        })
    }

    /// Opens the state behind a mutation field, in parts if several subgraphs resolve it.
    fn call(
        &mut self,
        state: &State,
        field: FieldId,
        ty: TypeId,
        parts: Vec<(GraphId, Ways)>,
        choices: Chosen,
        path: Rc<Path>,
    ) -> Result<(), Excess> {
        let mut by_graph: BTreeMap<GraphId, Ways> = BTreeMap::new();
        for (way, count) in parts.iter().flat_map(|(_, ways)| ways) {
            let graph = self.search.map.local(way.vertex).graph;
            by_graph.entry(graph).or_default().insert(*way, *count);
        }
        if by_graph.len() < 2 {
            return self.enter(state, ty, parts, choices, path);
        }
        let failures = by_graph.keys().map(|graph| (*graph, Vec::new())).collect();
        let mutation = Mutation {
            path: path.clone(),
            failures,
        };
        self.calls.insert(field, mutation);
        self.push(State {
            ty,
            parts: by_graph.into_iter().collect(),
            called: Some(field),
            choices,
            path,
        })
    }

    fn condition(&mut self, state: &State, ty: TypeId) -> Result<(), Excess> {
        let map = &self.search.map;
        let can_be = |way: &Standing| map.local(way.vertex).is_interface_object || map.runtime(*way).contains(&ty);
        if !state.parts.iter().flat_map(|(_, ways)| ways.keys()).all(can_be) {
            // What led here is never of this type in some subgraph, so whatever is asked of it needs no answer.
            return Ok(());
        }
        let path = Rc::new(Path {
            parent: Some(state.path.clone()),
            step: Step::Condition(ty),
        });
        let mut parts = Vec::new();
        for (graph, ways) in &state.parts {
            let mut reached = Ways::default();
            for (way, count) in ways {
                if let Some(next) = self.search.take_condition(*way, ty)? {
                    let next = self.search.map.see_contexts(*way, next, state.ty);
                    add(&mut reached, next, *count);
                }
                let jumps = self.search.jumps(*way, 0)?;
                for jump in jumps.iter() {
                    if let Some(next) = self.search.take_condition(*jump, ty)? {
                        let next = self.search.map.see_contexts(*way, next, state.ty);
                        add(&mut reached, next, *count);
                    }
                }
            }
            if reached.is_empty() {
                self.fail(state, *graph, &path, Cause::NoWay(ways.keys().copied().collect()));
            } else {
                parts.push((*graph, reached));
            }
        }
        if parts.is_empty() {
            return Ok(());
        }
        self.enter(state, ty, parts, state.choices.clone(), path)
    }

    fn fail(&mut self, state: &State, graph: GraphId, path: &Rc<Path>, cause: Cause) {
        let failure = Failure { path: path.clone(), cause };
        let Some(called) = &state.called else {
            self.findings.failures.push(failure);
            return;
        };
        if let Some(mutation) = self.calls.get_mut(called) {
            mutation.failures.entry(graph).or_default().push(failure);
        }
    }

    /// Subgraphs that share a field of an abstract type must be able to agree on what an object is.
    fn check_runtime_types(&mut self, parent: TypeId, field: FieldId, target: TypeId, parts: &[(GraphId, Ways)]) -> Option<Cause> {
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
        let abstract_ways: Vec<(&Standing, u64)> = parts
            .iter()
            .flat_map(|(_, reached)| reached)
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
        let is_type_shared = number_of(merged.directives.iter().map(|one| &one.name), "join__type") > 1;
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

fn number_of<'d>(names: impl Iterator<Item = &'d Name>, wanted: &str) -> usize {
    names.filter(|name| &***name == wanted).count()
}

fn add(reached: &mut Ways, way: Standing, count: u64) {
    let sum = reached.entry(way).or_insert(0);
    *sum = sum.saturating_add(count);
}

/// Of sorted slices.
fn is_subset<T: Ord>(small: &[T], large: &[T]) -> bool {
    small.len() <= large.len() && small.iter().all(|one| large.binary_search(one).is_ok())
}
