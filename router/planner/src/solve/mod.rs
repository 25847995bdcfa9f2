//! Which subgraphs to visit at a place, and from which of them each need is met.
//!
//! A *level* is one place: the vertices where fetches already stand, and an ordered list of subgraphs opened there by key. Opening costs one
//! fetch whatever it serves, so a level is a small facility-location problem: exact over subsets of candidate subgraphs while these are
//! few, else all that can be opened less what turns out unnecessary. Sub-problems are memoised by (needs, vertices).
//! Building ([`crate::build`]) asks the same questions again and gets the same answers.

mod meeting;
mod opening;

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use router_graph::moves::{Entry, Moves, Step, Vertex};
use router_graph::{SubgraphId, TypeId, TypeKind};

use crate::budget::{Budget, PlanError};
use crate::needs::{Needs, SetId};
pub(crate) use meeting::scopes_of;

/// What one more fetch costs. The unit of all costs is one field asked in a fetch that waits for another: between plans of as many fetches, the one
/// that asks most in its first fetches wins.
const FETCH: u64 = 1_000_000;
/// What waiting for one more fetch costs.
const WAIT: u64 = 300_000;
/// What a context counts for that can't be read where it is set: a plan that needs it fails.
const UNMET: u64 = 1_000_000_000;
/// The most that the fields below one field count for.
const MOST_FIELDS: u64 = 1000;
/// The most subgraphs that are asked for the same value at once to save a later fetch.
const MOST_AT_HAND: usize = 3;
/// Subsets of candidate subgraphs tried exactly at one level.
const MOST_SUBSETS: usize = 400;

/// For which objects of a place something is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Scope {
    /// All of them, whatever their type.
    All,
    /// Those of one object type.
    Type(TypeId),
}

/// One place with the ways to stand there.
#[derive(Debug, Clone)]
pub(crate) struct Level {
    /// Where fetches stand already.
    pub cursors: Vec<Vertex>,
    /// Subgraphs opened here, each with the help of those before it.
    pub open: Vec<SubgraphId>,
    /// Object types that objects here can have, as far as the cursors tell.
    pub runtime: Vec<TypeId>,
    /// Interfaces that all of `runtime` implement.
    pub interfaces: Vec<TypeId>,
    /// The root type here, when it is one: its subgraphs are open to all without keys.
    pub root: Option<TypeId>,
    /// Context arguments that an entry made here can take along for fields further inside.
    pub inwards: Vec<Inwards>,
}

/// A context argument that can be sent where a subgraph is entered.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Inwards {
    /// Whose argument it is.
    pub subgraph: SubgraphId,
    /// Its variable.
    pub variable: Box<str>,
    /// What must be read for it at this very level, by types that set it; elsewhere it is set further out.
    pub reads: Vec<(Vec<TypeId>, SetId)>,
}

/// Where a need is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Source {
    /// At a cursor of the level.
    Cursor(usize),
    /// In an opened subgraph, by position in `open`.
    Open(usize),
}

/// One way to ask a field.
#[derive(Debug, Clone)]
pub(crate) struct Way {
    pub source: Source,
    /// How the subgraph is entered; `None` at cursors and roots.
    pub entry: Option<Entry>,
    /// Standing here (refined to the scope's type).
    pub vertex: Vertex,
    /// `None` for `__typename`.
    pub step: Option<Step>,
    /// The field must be asked of an entity entered for it, with its `@requires` and contexts sent along: by this entry.
    pub entry_anew: Option<Entry>,
}

/// How a need is met in one scope: by one way, or by several that complete each other.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub ways: Vec<Way>,
    pub cost: u64,
    /// A subgraph that already stands here and is entered once more for it, which counts as a fetch in `cost`. Several needs can share that.
    pub again: Option<SubgraphId>,
}

/// How a need is met at a level.
#[derive(Debug, Clone)]
pub(crate) enum Meeting {
    /// No object here can have it.
    Nowhere,
    /// For all objects at once.
    Whole(Choice),
    /// Type by type.
    Split(Vec<(TypeId, Choice)>),
}

impl Meeting {
    fn cost(&self) -> u64 {
        self.cost_beside(&mut BTreeSet::new())
    }

    /// The cost where these subgraphs are entered once more anyway; adds those that this takes.
    fn cost_beside(&self, again: &mut BTreeSet<SubgraphId>) -> u64 {
        let mut beside = |choice: &Choice| match choice.again {
            Some(subgraph) if !again.insert(subgraph) => choice.cost - FETCH,
            _ => choice.cost,
        };
        match self {
            Meeting::Nowhere => 0,
            Meeting::Whole(choice) => beside(choice),
            Meeting::Split(choices) => choices.iter().map(|(_, choice)| beside(choice)).sum(),
        }
    }
}

/// The best found for one (needs, vertices).
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    pub cost: u64,
    pub open: Vec<SubgraphId>,
}

type Key = (SetId, Vec<Vertex>);
/// One place to stand: where, how it was entered, and the vertex.
pub(crate) type Stand = (Source, Option<Entry>, Vertex);
/// What the places to stand at a level depend on: cursors, opened subgraphs in use, runtime types, scope, contexts.
type StandKey = (Vec<Vertex>, Vec<SubgraphId>, Vec<TypeId>, Scope, Vec<Inwards>);

pub(crate) struct Solver<'a, 'b> {
    pub moves: Moves<'a>,
    pub needs: Needs<'a>,
    pub budget: Budget<'b>,
    memo: BTreeMap<Key, Option<Rc<Solution>>>,
    stands: BTreeMap<StandKey, Rc<Vec<Stand>>>,
    /// Sub-problems being solved, outermost first.
    stack: Vec<Key>,
    /// The outermost entry of `stack` that some result since depends on.
    cut: usize,
    /// `@requires` being resolved at the current level: (field's name, subgraph).
    requiring: Vec<(Box<str>, SubgraphId)>,
}

impl<'a, 'b> Solver<'a, 'b> {
    pub fn new(moves: Moves<'a>, needs: Needs<'a>, budget: Budget<'b>) -> Self {
        Solver {
            moves,
            needs,
            budget,
            memo: BTreeMap::new(),
            stands: BTreeMap::new(),
            stack: Vec::new(),
            cut: usize::MAX,
            requiring: Vec::new(),
        }
    }

    /// The level at these vertices, nothing opened. `root` for the operation's own root, where there is no vertex yet.
    pub fn level(&self, cursors: Vec<Vertex>, root: Option<TypeId>, set: SetId) -> Level {
        let supergraph = self.moves.supergraph();
        let mut runtime: Option<Vec<TypeId>> = None;
        let (known, unknown): (Vec<Vertex>, Vec<Vertex>) =
            cursors.iter().copied().partition(|vertex| !self.moves.is_interface_object(*vertex));
        for vertex in if known.is_empty() { &unknown } else { &known } {
            let here = self.moves.runtime_types(*vertex);
            runtime = Some(match runtime {
                None => here.to_vec(),
                Some(so_far) => so_far.into_iter().filter(|ty| here.contains(ty)).collect(),
            });
        }
        let mut runtime = runtime.unwrap_or_else(|| root.into_iter().collect());
        if self.needs.get(set).is_client {
            runtime.retain(|ty| !supergraph.type_definition(*ty).inaccessible);
        }
        let mut interfaces = Vec::new();
        if let Some(first) = runtime.first() {
            interfaces = supergraph.type_definition(*first).interfaces.clone();
            interfaces.retain(|interface| {
                runtime
                    .iter()
                    .all(|ty| supergraph.type_definition(*ty).interfaces.contains(interface))
            });
            interfaces.sort();
        } else {
            interfaces.extend(cursors.iter().map(|vertex| vertex.ty));
            interfaces.sort();
            interfaces.dedup();
        }
        let root = root.or_else(|| {
            cursors
                .iter()
                .any(|vertex| vertex.ty == supergraph.query)
                .then_some(supergraph.query)
        });
        Level {
            cursors,
            open: Vec::new(),
            runtime,
            interfaces,
            root,
            inwards: self.inwards(set),
        }
    }

    fn inwards(&self, set: SetId) -> Vec<Inwards> {
        let wanted = self.needs.get(set);
        let reads = |variable: &str| {
            let own = wanted.contexts.iter().filter(|context| *context.variable == *variable);
            own.map(|context| (context.types.clone(), context.set)).collect()
        };
        let inwards = wanted.inwards.iter().map(|(subgraph, variable)| Inwards {
            subgraph: *subgraph,
            variable: variable.clone(),
            reads: reads(variable),
        });
        inwards.collect()
    }

    /// Solves a set of needs from where fetches stand.
    pub fn solve(&mut self, set: SetId, cursors: &[Vertex]) -> Result<Option<Rc<Solution>>, PlanError> {
        let key = (set, cursors.to_vec());
        if let Some(known) = self.memo.get(&key) {
            return Ok(known.clone());
        }
        if let Some(position) = self.stack.iter().position(|running| *running == key) {
            self.cut = self.cut.min(position);
            return Ok(None);
        }
        let depth = self.stack.len();
        let outer_cut = std::mem::replace(&mut self.cut, usize::MAX);
        let outer_requiring = std::mem::take(&mut self.requiring);
        self.stack.push(key.clone());
        let level = self.level(cursors.to_vec(), None, set);
        let solved = self.solve_level(set, level);
        self.stack.pop();
        self.requiring = outer_requiring;
        let solution = solved?.map(Rc::new);
        // What was found while an enclosing problem counted as unsolvable is not the whole truth.
        if self.cut >= depth {
            self.memo.insert(key, solution.clone());
            self.cut = outer_cut;
        } else {
            self.cut = self.cut.min(outer_cut);
        }
        Ok(solution)
    }

    /// Finds what to open at a level.
    pub fn solve_level(&mut self, set: SetId, mut level: Level) -> Result<Option<Solution>, PlanError> {
        let mut best: Option<Solution> = None;
        level.open.clear();
        if let Some(cost) = self.total(set, &level)? {
            if cost == 0 {
                return Ok(Some(Solution { cost, open: Vec::new() }));
            }
            best = Some(Solution { cost, open: Vec::new() });
        }
        let candidates = self.candidates(&level);
        let mut tried = 0;
        'sizes: for size in 1..=candidates.len() {
            if best.as_ref().is_some_and(|best| size as u64 * FETCH >= best.cost) {
                break;
            }
            let mut chosen: Vec<usize> = (0..size).collect();
            loop {
                tried += 1;
                if tried > MOST_SUBSETS {
                    break 'sizes;
                }
                let wanted: Vec<SubgraphId> = chosen.iter().map(|index| candidates[*index]).collect();
                self.try_open(set, &mut level, &wanted, &mut best)?;
                if !next_combination(&mut chosen, candidates.len()) {
                    break;
                }
            }
        }
        if best.is_none() && tried > MOST_SUBSETS {
            let mut wanted = candidates.clone();
            self.try_open(set, &mut level, &wanted, &mut best)?;
            for candidate in candidates.iter().rev() {
                let fewer: Vec<SubgraphId> = wanted.iter().copied().filter(|subgraph| subgraph != candidate).collect();
                let mut without = None;
                self.try_open(set, &mut level, &fewer, &mut without)?;
                if without.is_some() {
                    wanted = fewer;
                    best = without;
                }
            }
        }
        Ok(best)
    }

    /// Whether what stands here is an interface that no object type implements anywhere: its data can only be asked through it.
    pub fn is_unimplemented(&self, level: &Level) -> bool {
        let supergraph = self.moves.supergraph();
        let mut types = level.cursors.iter().map(|vertex| supergraph.type_definition(vertex.ty));
        !level.cursors.is_empty() && types.all(|ty| ty.kind == TypeKind::Interface && ty.possible_types.is_empty())
    }

    /// Whether every object here is of one type, whatever is known about it.
    pub fn single_type(&self, level: &Level) -> Option<TypeId> {
        let supergraph = self.moves.supergraph();
        let all_objects = level
            .cursors
            .iter()
            .all(|vertex| supergraph.type_definition(vertex.ty).kind == TypeKind::Object);
        match level.runtime.as_slice() {
            [only] if all_objects => Some(*only),
            _ => None,
        }
    }

    /// Ways into a subgraph for a scope, best first in the order of the keys.
    pub fn entries(&self, level: &Level, subgraph: SubgraphId, scope: Scope) -> Vec<Entry> {
        match scope {
            Scope::Type(ty) => self.moves.entries_as_object(subgraph, ty),
            Scope::All => match self.single_type(level) {
                Some(ty) => self.moves.entries_as_object(subgraph, ty),
                None => self.moves.entries_as_interface(subgraph, &level.interfaces, &level.runtime),
            },
        }
    }
}

/// The next combination of indexes below `count` in lexicographic order.
fn next_combination(chosen: &mut [usize], count: usize) -> bool {
    let size = chosen.len();
    for position in (0..size).rev() {
        if chosen[position] < count - size + position {
            chosen[position] += 1;
            for next in position + 1..size {
                chosen[next] = chosen[next - 1] + 1;
            }
            return true;
        }
    }
    false
}
