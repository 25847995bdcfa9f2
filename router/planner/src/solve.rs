//! Which subgraphs to visit at a place, and from which of them each need is met.
//!
//! A *level* is one place: the vertices where fetches already stand, and an ordered list of subgraphs opened there by key. Opening costs one
//! fetch whatever it serves, so a level is a small facility-location problem: exact over subsets of candidate subgraphs while these are
//! few, else all that can be opened less what turns out unnecessary. Sub-problems are memoised by (needs, vertices).
//! Building ([`crate::build`]) asks the same questions again and gets the same answers.

use std::collections::BTreeMap;
use std::rc::Rc;

use router_graph::moves::{Entry, Moves, Step, Vertex};
use router_graph::{SubgraphId, TypeId, TypeKind};

use crate::budget::{Budget, PlanError};
use crate::needs::{Need, Needs, Outcome, SetId};

/// What one more fetch costs, in the unit of all costs here.
const FETCH: u64 = 1000;
/// What waiting for one more fetch costs.
const WAIT: u64 = 300;
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
    /// The field's `@requires` must be sent with an entry of its own: this one.
    pub requires_entry: Option<Entry>,
}

/// How a need is met in one scope: by one way, or by several that complete each other.
#[derive(Debug, Clone)]
pub(crate) struct Choice {
    pub ways: Vec<Way>,
    pub cost: u64,
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
        match self {
            Meeting::Nowhere => 0,
            Meeting::Whole(choice) => choice.cost,
            Meeting::Split(choices) => choices.iter().map(|(_, choice)| choice.cost).sum(),
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
/// What the places to stand at a level depend on: cursors, opened subgraphs in use, runtime types, scope.
type StandKey = (Vec<Vertex>, Vec<SubgraphId>, Vec<TypeId>, Scope);

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
    /// A field refused for its `@context` arguments, for the message.
    pub refused: Option<String>,
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
            refused: None,
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
        }
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

    /// Opens these subgraphs in an order that works, and keeps the result if it is the best.
    fn try_open(&mut self, set: SetId, level: &mut Level, wanted: &[SubgraphId], best: &mut Option<Solution>) -> Result<(), PlanError> {
        self.budget.spend(1 + wanted.len() as u64)?;
        level.open.clear();
        let Some(waits) = self.open_in_rounds(level, wanted)? else {
            return Ok(());
        };
        if self.keep_if_best(set, level, waits, best)? || wanted.len() < 2 {
            return Ok(());
        }
        // One order need not do for all types: a subgraph opened for some of them may be entered for others only with the help of one
        // opened after it. It comes later then, or again if those others wait for it.
        let late = self.entered_for_more_types_later(level)?;
        if late.is_empty() {
            return Ok(());
        }
        let (later, sooner): (Vec<SubgraphId>, Vec<SubgraphId>) = wanted.iter().partition(|subgraph| late.contains(subgraph));
        let mut delayed = level.clone();
        delayed.open.clear();
        if let Some(waits) = self.open_in_rounds(&mut delayed, &sooner)?
            && let Some(more) = self.open_in_rounds(&mut delayed, &later)?
            && self.keep_if_best(set, &delayed, waits + more, best)?
        {
            return Ok(());
        }
        level.open.extend(&late);
        self.keep_if_best(set, level, waits + late.len() as u64, best)?;
        Ok(())
    }

    /// Opens subgraphs as soon as they can be entered; gives how many of them wait for others, or `None` if some can't be entered at all.
    fn open_in_rounds(&mut self, level: &mut Level, wanted: &[SubgraphId]) -> Result<Option<u64>, PlanError> {
        let mut waits = 0;
        let mut remaining = wanted.to_vec();
        while !remaining.is_empty() {
            let mut opened = Vec::new();
            for subgraph in &remaining {
                if !self.enterable_scopes(level, *subgraph, level.open.len())?.is_empty() {
                    opened.push(*subgraph);
                }
            }
            if opened.is_empty() {
                return Ok(None);
            }
            if !level.open.is_empty() {
                waits += opened.len() as u64;
            }
            remaining.retain(|subgraph| !opened.contains(subgraph));
            level.open.extend(opened);
        }
        Ok(Some(waits))
    }

    /// Whether the needs are met with what is opened; if so the result is kept if it is the best.
    fn keep_if_best(&mut self, set: SetId, level: &Level, waits: u64, best: &mut Option<Solution>) -> Result<bool, PlanError> {
        let fixed = level.open.len() as u64 * FETCH + waits * WAIT;
        if best.as_ref().is_some_and(|best| fixed >= best.cost) {
            return Ok(true);
        }
        let Some(cost) = self.total(set, level)? else {
            return Ok(false);
        };
        let cost = fixed + cost;
        if best.as_ref().is_none_or(|best| cost < best.cost) {
            *best = Some(Solution {
                cost,
                open: level.open.clone(),
            });
        }
        Ok(true)
    }

    /// Opened subgraphs that could be entered for more types after all the others.
    fn entered_for_more_types_later(&mut self, level: &Level) -> Result<Vec<SubgraphId>, PlanError> {
        let mut late = Vec::new();
        for (index, subgraph) in level.open.iter().enumerate() {
            let now = self.enterable_scopes(level, *subgraph, index)?;
            if self.enterable_scopes(level, *subgraph, level.open.len())?.len() > now.len() {
                late.push(*subgraph);
            }
        }
        Ok(late)
    }

    /// Subgraphs that could be opened here, ascending.
    fn candidates(&self, level: &Level) -> Vec<SubgraphId> {
        let supergraph = self.moves.supergraph();
        supergraph
            .subgraph_ids()
            .filter(|subgraph| {
                level.root.is_some_and(|root| supergraph.join(root, *subgraph).is_some())
                    || !self
                        .moves
                        .entries_as_interface(*subgraph, &level.interfaces, &level.runtime)
                        .is_empty()
                    || level
                        .runtime
                        .iter()
                        .any(|ty| !self.moves.entries_as_object(*subgraph, *ty).is_empty())
            })
            .collect()
    }

    /// For which objects a subgraph can be entered from the cursors and the first `available` opened subgraphs.
    fn enterable_scopes(&mut self, level: &Level, subgraph: SubgraphId, available: usize) -> Result<Vec<Scope>, PlanError> {
        if level
            .root
            .is_some_and(|root| self.moves.supergraph().join(root, subgraph).is_some())
        {
            return Ok(vec![Scope::All]);
        }
        let mut enterable = Vec::new();
        for scope in self.scopes(level) {
            for entry in self.entries(level, subgraph, scope) {
                if self.key_cost(&entry, scope, level, available)?.is_some() {
                    enterable.push(scope);
                    break;
                }
            }
        }
        Ok(enterable)
    }

    fn scopes(&self, level: &Level) -> Vec<Scope> {
        std::iter::once(Scope::All)
            .chain(level.runtime.iter().map(|ty| Scope::Type(*ty)))
            .collect()
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

    /// What it takes to have an entry's key in this scope from the cursors and the first `available` opened subgraphs; `None` if it can't be had.
    fn key_cost(&mut self, entry: &Entry, scope: Scope, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
        let set = self.needs.field_set(entry.key_type, &entry.key);
        // A type can be told only where someone knows it.
        if let Scope::Type(_) = scope
            && self.standing(level, scope, available)?.is_empty()
        {
            return Ok(None);
        }
        self.set_cost(set, scope, level, available)
    }

    fn set_cost(&mut self, set: SetId, scope: Scope, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
        let mut total = 0;
        let needs: Vec<Need> = self.needs.get(set).needs.clone();
        for need in &needs {
            match self.meet(need, scope, level, available)? {
                Some(meeting) => total += meeting.cost(),
                None => return Ok(None),
            }
        }
        Ok(Some(total))
    }

    /// The cost of all needs of a set at a level, beside what opening costs.
    fn total(&mut self, set: SetId, level: &Level) -> Result<Option<u64>, PlanError> {
        let mut total = 0;
        for index in 0..self.needs.get(set).needs.len() {
            let need = self.needs.get(set).needs[index].clone();
            let is_constant = need.field.is_none() && level.root.is_some() && level.cursors.is_empty();
            if need.outcome != Outcome::Fetched || is_constant {
                continue;
            }
            match self.meet(&need, Scope::All, level, level.open.len())? {
                Some(meeting) => total += meeting.cost(),
                None => return Ok(None),
            }
        }
        Ok(Some(total))
    }

    /// How a need is met in a scope of a level, using the first `available` opened subgraphs.
    pub fn meet(&mut self, need: &Need, scope: Scope, level: &Level, available: usize) -> Result<Option<Meeting>, PlanError> {
        self.budget.spend(1)?;
        match scope {
            Scope::Type(ty) => {
                if need.types.as_ref().is_some_and(|types| !types.contains(&ty)) {
                    return Ok(Some(Meeting::Nowhere));
                }
                Ok(self.choose(need, scope, level, available)?.map(Meeting::Whole))
            }
            Scope::All => {
                let applies: Vec<TypeId> = match &need.types {
                    None => level.runtime.clone(),
                    Some(types) => level.runtime.iter().copied().filter(|ty| types.contains(ty)).collect(),
                };
                if applies.is_empty() && level.root.is_none() {
                    return Ok(Some(Meeting::Nowhere));
                }
                let mut best = None;
                if applies.len() == level.runtime.len() {
                    best = self.choose(need, Scope::All, level, available)?.map(Meeting::Whole);
                    let is_final = best.as_ref().is_some_and(|meeting| meeting.cost() == 0);
                    if is_final || self.single_type(level).is_some() || level.root.is_some() {
                        return Ok(best);
                    }
                }
                let mut choices = Vec::new();
                for ty in applies {
                    match self.choose(need, Scope::Type(ty), level, available)? {
                        Some(choice) => choices.push((ty, choice)),
                        None => return Ok(best),
                    }
                }
                let split = Meeting::Split(choices);
                if best.as_ref().is_none_or(|best| split.cost() < best.cost()) {
                    best = Some(split);
                }
                Ok(best)
            }
        }
    }

    /// The vertices that stand in a scope, without regard to what they resolve. Only those know the type, if the scope is one.
    fn standing(&mut self, level: &Level, scope: Scope, available: usize) -> Result<Rc<Vec<Stand>>, PlanError> {
        let opened = level.open[..available.min(level.open.len())].to_vec();
        let key = (level.cursors.clone(), opened, level.runtime.clone(), scope);
        if let Some(known) = self.stands.get(&key) {
            return Ok(known.clone());
        }
        let outer_cut = std::mem::replace(&mut self.cut, usize::MAX);
        let found = Rc::new(self.find_stands(level, scope, available)?);
        // As in `solve`: only what no running problem influenced is kept.
        if self.cut == usize::MAX && self.requiring.is_empty() {
            self.stands.insert(key, found.clone());
        }
        self.cut = self.cut.min(outer_cut);
        Ok(found)
    }

    fn find_stands(&mut self, level: &Level, scope: Scope, available: usize) -> Result<Vec<Stand>, PlanError> {
        let mut found = Vec::new();
        let mut is_told_apart = false;
        for (index, vertex) in level.cursors.iter().enumerate() {
            match scope {
                Scope::All => found.push((Source::Cursor(index), None, *vertex)),
                Scope::Type(ty) => {
                    if let Some(refined) = self.moves.refine(*vertex, ty) {
                        is_told_apart = true;
                        found.push((Source::Cursor(index), None, refined));
                    }
                }
            }
        }
        for index in 0..available.min(level.open.len()) {
            let subgraph = level.open[index];
            if let Some(root) = level.root {
                if self.moves.supergraph().join(root, subgraph).is_some() {
                    found.push((Source::Open(index), None, self.moves.vertex(subgraph, root)));
                }
                continue;
            }
            if let Scope::Type(ty) = scope
                && !is_told_apart
            {
                // Nobody standing here knows types: enter through the interface, which answers with concrete objects.
                let entries = self.entries(level, subgraph, Scope::All);
                for entry in entries {
                    if entry.is_interface_object || self.key_cost(&entry, Scope::All, level, index)?.is_none() {
                        continue;
                    }
                    if let Some(refined) = self.moves.refine(entry.target, ty) {
                        found.push((Source::Open(index), Some(entry), refined));
                        is_told_apart = true;
                        break;
                    }
                }
                continue;
            }
            // One entry for each type to arrive at: a subgraph may have several interface objects of the same objects.
            let mut cheapest: Vec<(u64, Entry)> = Vec::new();
            for entry in self.entries(level, subgraph, scope) {
                let Some(cost) = self.set_cost_of_key(&entry, scope, level, index)? else {
                    continue;
                };
                match cheapest.iter_mut().find(|(_, other)| other.target == entry.target) {
                    Some(other) if cost < other.0 => *other = (cost, entry),
                    Some(_) => {}
                    None => cheapest.push((cost, entry)),
                }
            }
            for (_, entry) in cheapest {
                let target = entry.target;
                found.push((Source::Open(index), Some(entry), target));
            }
        }
        Ok(found)
    }

    fn set_cost_of_key(&mut self, entry: &Entry, scope: Scope, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
        let set = self.needs.field_set(entry.key_type, &entry.key);
        self.set_cost(set, scope, level, available)
    }

    /// The cheapest way to ask a need in a scope; several ways together if none suffices alone.
    fn choose(&mut self, need: &Need, scope: Scope, level: &Level, available: usize) -> Result<Option<Choice>, PlanError> {
        let mut best: Option<Choice> = None;
        let mut partial: Vec<(Way, Vertex)> = Vec::new();
        for (source, entry, vertex) in self.standing(level, scope, available)?.iter().cloned() {
            if need.field.is_none() {
                // `__typename`: where the type is known.
                if self.moves.is_interface_object(vertex) {
                    continue;
                }
                return Ok(Some(Choice {
                    ways: vec![Way {
                        source,
                        entry,
                        vertex,
                        step: None,
                        requires_entry: None,
                    }],
                    cost: 0,
                }));
            }
            let Some(step) = self.moves.step(vertex, &need.name) else {
                continue;
            };
            if step.has_context_arguments {
                self.refused = Some(need.coordinate(self.moves.supergraph()));
                continue;
            }
            let mut cost = 0;
            let mut requires_entry = None;
            if let Some(requires) = &step.requires {
                let Some((extra, entry)) = self.requires(need, requires, source, vertex, scope, level, available)? else {
                    continue;
                };
                cost += extra;
                requires_entry = entry;
            }
            let way = Way {
                source,
                entry,
                vertex,
                step: Some(step.clone()),
                requires_entry,
            };
            if let Some(target) = step.target {
                match self.solve(need.below, &[target])? {
                    Some(solution) => cost += solution.cost,
                    None => {
                        partial.push((way, target));
                        continue;
                    }
                }
            }
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Choice { ways: vec![way], cost });
            }
        }
        if best.is_none() && partial.len() > 1 {
            best = self.combine(need, partial)?;
        }
        Ok(best)
    }

    /// A value without a key of its own, completed from several subgraphs: the fewest that do.
    fn combine(&mut self, need: &Need, mut parts: Vec<(Way, Vertex)>) -> Result<Option<Choice>, PlanError> {
        let mut cost = match self.solve(need.below, &sorted(&parts))? {
            Some(solution) => solution.cost,
            None => return Ok(None),
        };
        let mut index = parts.len();
        while index > 0 {
            index -= 1;
            let mut fewer = parts.clone();
            fewer.remove(index);
            if fewer.is_empty() {
                break;
            }
            if let Some(solution) = self.solve(need.below, &sorted(&fewer))?
                && solution.cost <= cost
            {
                cost = solution.cost;
                parts = fewer;
            }
        }
        Ok(Some(Choice {
            ways: parts.into_iter().map(|(way, _)| way).collect(),
            cost,
        }))
    }

    /// What a field's `@requires` costs, and the entry that carries it unless the subgraph can resolve all of it itself.
    #[allow(clippy::too_many_arguments)] // One question about one field at one level: all of it is its context.
    #[allow(clippy::type_complexity)] // An optional pair behind the error of the budget.
    fn requires(
        &mut self,
        need: &Need,
        requires: &router_graph::supergraph::FieldSet,
        source: Source,
        vertex: Vertex,
        scope: Scope,
        level: &Level,
        available: usize,
    ) -> Result<Option<(u64, Option<Entry>)>, PlanError> {
        let running = (need.name.clone(), vertex.subgraph);
        if self.requiring.contains(&running) {
            return Ok(None);
        }
        let set = self.needs.field_set(vertex.ty, requires);
        // Without leaving this subgraph: the required fields are provided here.
        let alone = self.level(vec![vertex], None, set);
        self.requiring.push(running);
        let local = self.set_cost(set, Scope::All, &alone, 0);
        if let Ok(Some(0)) = local {
            self.requiring.pop();
            return Ok(Some((0, None)));
        }
        let answer = self.requires_elsewhere(set, source, vertex, scope, level, available);
        self.requiring.pop();
        local?;
        answer
    }

    #[allow(clippy::type_complexity)] // As above.
    fn requires_elsewhere(
        &mut self,
        set: SetId,
        source: Source,
        vertex: Vertex,
        scope: Scope,
        level: &Level,
        available: usize,
    ) -> Result<Option<(u64, Option<Entry>)>, PlanError> {
        let Some(required) = self.set_cost(set, scope, level, available)? else {
            return Ok(None);
        };
        let mut best: Option<(u64, Option<Entry>)> = None;
        for entry in self.entries(level, vertex.subgraph, scope) {
            if entry.target.ty != vertex.ty {
                continue;
            }
            // The key may come from anywhere here, but from this subgraph by way of another entry of its own.
            let limit = match source {
                Source::Cursor(_) => available,
                Source::Open(index) => index,
            };
            let Some(key) = self.key_cost(&entry, scope, level, limit)? else {
                continue;
            };
            let again = if matches!(source, Source::Cursor(_)) { FETCH } else { WAIT };
            let cost = required + key + again;
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, Some(entry)));
            }
        }
        Ok(best)
    }
}

fn sorted(parts: &[(Way, Vertex)]) -> Vec<Vertex> {
    let mut vertices: Vec<Vertex> = parts.iter().map(|(_, target)| *target).collect();
    vertices.sort();
    vertices.dedup();
    vertices
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
