//! Where each need is met at a level: from which cursor or opened subgraph, for all objects at once or type by type, with what a
//! `@requires` asks for first.

use std::collections::BTreeSet;
use std::rc::Rc;

use router_graph::moves::{Entry, Step, Vertex};
use router_graph::{SubgraphId, TypeId};

use super::{Choice, FETCH, Inwards, Level, MOST_AT_HAND, MOST_FIELDS, Meeting, Scope, Solver, Source, Stand, UNMET, WAIT, Way};
use crate::budget::PlanError;
use crate::needs::{Need, Outcome, SetId};

impl Solver<'_, '_> {
    /// What it takes to have an entry's key in this scope from the cursors and the first `available` opened subgraphs; `None` if it can't be had.
    pub(super) fn key_cost(&mut self, entry: &Entry, scope: Scope, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
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
    pub(super) fn total(&mut self, set: SetId, level: &Level) -> Result<Option<u64>, PlanError> {
        let mut total = 0;
        let mut again = BTreeSet::new();
        for index in 0..self.needs.get(set).needs.len() {
            let need = self.needs.get(set).needs[index].clone();
            let is_constant = need.field.is_none() && level.root.is_some() && level.cursors.is_empty();
            if need.outcome != Outcome::Fetched || is_constant {
                continue;
            }
            match self.meet(&need, Scope::All, level, level.open.len())? {
                Some(meeting) => total += meeting.cost_beside(&mut again),
                None => return Ok(None),
            }
        }
        Ok(Some(total + self.contexts_cost(set, level)?))
    }

    /// The cost of what contexts read at a level.
    fn contexts_cost(&mut self, set: SetId, level: &Level) -> Result<u64, PlanError> {
        let mut total = 0;
        for index in 0..self.needs.get(set).contexts.len() {
            let context = self.needs.get(set).contexts[index].clone();
            for scope in scopes_of(level, &context.types) {
                let cost = self.set_cost(context.set, scope, level, level.open.len())?;
                total += cost.unwrap_or(UNMET);
            }
        }
        Ok(total)
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
                if self.is_unimplemented(level) && need.types.is_none() {
                    return Ok(self.choose(need, Scope::All, level, available)?.map(Meeting::Whole));
                }
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
                if !self.is_had_through_interface(need, level, available)? {
                    return Ok(best);
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

    /// An object may be put together from several subgraphs, but a field asked through an interface must be there for all its types from one of them:
    /// asking each subgraph about the types it happens to resolve is not asking about the interface.
    fn is_had_through_interface(&mut self, need: &Need, level: &Level, available: usize) -> Result<bool, PlanError> {
        let Some(interface) = need.through.filter(|_| level.cursors.len() > 1) else {
            return Ok(true);
        };
        let possible = &self.moves.supergraph().type_definition(interface).possible_types;
        let asked = Need {
            types: Some(possible.clone()),
            through: None,
            ..need.clone()
        };
        for vertex in level.cursors.clone() {
            let alone = Level {
                cursors: vec![vertex],
                ..level.clone()
            };
            let mut is_had = true;
            for ty in alone.runtime.iter().filter(|ty| possible.contains(ty)) {
                is_had = is_had && self.choose(&asked, Scope::Type(*ty), &alone, available)?.is_some();
            }
            if is_had {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// The vertices that stand in a scope, without regard to what they resolve. Only those know the type, if the scope is one.
    pub fn standing(&mut self, level: &Level, scope: Scope, available: usize) -> Result<Rc<Vec<Stand>>, PlanError> {
        let opened = level.open[..available.min(level.open.len())].to_vec();
        let key = (level.cursors.clone(), opened, level.runtime.clone(), scope, level.inwards.clone());
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
                let along = self.taken_along(level, subgraph, index)?;
                found.push((Source::Open(index), Some(entry.clone()), target));
                if !along.is_empty() {
                    let with_contexts = self.moves.with_contexts(target, along);
                    found.push((Source::Open(index), Some(entry), with_contexts));
                }
            }
        }
        Ok(found)
    }

    /// The context arguments that an entry into a subgraph can take along, having what is read for them from what was opened before.
    fn taken_along(&mut self, level: &Level, subgraph: SubgraphId, available: usize) -> Result<Vec<Box<str>>, PlanError> {
        let mut along = Vec::new();
        for inwards in level.inwards.iter().filter(|inwards| inwards.subgraph == subgraph) {
            if self.reads_cost(inwards, level, available)?.is_some() {
                along.push(inwards.variable.clone());
            }
        }
        Ok(along)
    }

    fn reads_cost(&mut self, inwards: &Inwards, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
        let mut total = 0;
        for (types, set) in &inwards.reads {
            for scope in scopes_of(level, types) {
                match self.set_cost(*set, scope, level, available)? {
                    Some(cost) => total += cost,
                    None => return Ok(None),
                }
            }
        }
        Ok(Some(total))
    }

    fn set_cost_of_key(&mut self, entry: &Entry, scope: Scope, level: &Level, available: usize) -> Result<Option<u64>, PlanError> {
        let set = self.needs.field_set(entry.key_type, &entry.key);
        self.set_cost(set, scope, level, available)
    }

    /// The cheapest way to ask a need in a scope; several ways together if none suffices alone.
    fn choose(&mut self, need: &Need, scope: Scope, level: &Level, available: usize) -> Result<Option<Choice>, PlanError> {
        let mut best: Option<Choice> = None;
        let mut partial: Vec<(Way, Vertex)> = Vec::new();
        // Ways that ask nobody who is not asked anyway.
        let mut at_hand: Vec<(Way, Vertex)> = Vec::new();
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
                        entry_anew: None,
                    }],
                    cost: 0,
                    again: None,
                }));
            }
            let Some(step) = self.moves.step(vertex, &need.name) else {
                continue;
            };
            let mut cost = match entry {
                Some(_) => need.size(&self.needs, MOST_FIELDS),
                None => 0,
            };
            // Contexts are taken along only where that saves something.
            if entry.is_some() && !self.moves.contexts_in_hand(vertex).is_empty() {
                if step.lacks_contexts {
                    continue;
                }
                cost += 1;
            }
            let mut entry_anew = None;
            let mut again = None;
            if step.lacks_contexts && !self.has_contexts(need, &step, vertex) {
                continue;
            }
            if step.requires.is_some() || step.lacks_contexts {
                let Some((extra, entry)) = self.sent_along(need, &step, source, vertex, scope, level, available)? else {
                    continue;
                };
                cost += extra;
                again = (entry.is_some() && matches!(source, Source::Cursor(_))).then_some(vertex.subgraph);
                entry_anew = entry;
            }
            let way = Way {
                source,
                entry,
                vertex,
                step: Some(step.clone()),
                entry_anew,
            };
            if let Some(target) = step.target {
                if way.entry.is_none() && way.entry_anew.is_none() {
                    at_hand.push((way.clone(), target));
                }
                match self.solve(need.below, &[target])? {
                    Some(solution) => cost += solution.cost,
                    None => {
                        partial.push((way, target));
                        continue;
                    }
                }
            }
            if best.as_ref().is_none_or(|best| cost < best.cost) {
                best = Some(Choice {
                    ways: vec![way],
                    cost,
                    again,
                });
            }
        }
        if best.is_none() && partial.len() > 1 {
            best = self.combine(need, partial)?;
        }
        // Rather the same value from several at once than one of them now and another later.
        let is_worth_it = best.as_ref().is_some_and(|best| best.cost >= FETCH && best.ways.len() == 1);
        let is_subscription = level.root.is_some() && level.root == self.moves.supergraph().subscription;
        if is_worth_it
            && !is_subscription
            && (2..=MOST_AT_HAND).contains(&at_hand.len())
            && (need.ty(self.moves.supergraph()).lists.is_empty() || self.are_of_the_same_types(&at_hand))
            && let Some(combined) = self.combine(need, at_hand)?
            && best.as_ref().is_some_and(|best| combined.cost < best.cost)
        {
            best = Some(combined);
        }
        Ok(best)
    }

    /// Whether lists of the same objects are sure to come back from several subgraphs: one that does not know a type leaves its objects out.
    fn are_of_the_same_types(&self, parts: &[(Way, Vertex)]) -> bool {
        let mut types = parts.iter().map(|(_, target)| self.moves.runtime_types(*target));
        let first = types.next();
        types.all(|other| Some(other) == first)
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
            again: None,
        }))
    }

    /// Whether every context that a field wants is set by some object around it.
    fn has_contexts(&self, need: &Need, step: &Step, vertex: Vertex) -> bool {
        let arguments = self.moves.supergraph().context_arguments(step.field, vertex.subgraph);
        !arguments.iter().any(|argument| need.without_context.contains(&argument.variable))
    }

    /// What a field's `@requires` and contexts cost, and the entry that carries them unless the subgraph can resolve all that is required itself.
    #[allow(clippy::too_many_arguments)] // One question about one field at one level: all of it is its context.
    #[allow(clippy::type_complexity)] // An optional pair behind the error of the budget.
    fn sent_along(
        &mut self,
        need: &Need,
        step: &Step,
        source: Source,
        vertex: Vertex,
        scope: Scope,
        level: &Level,
        available: usize,
    ) -> Result<Option<(u64, Option<Entry>)>, PlanError> {
        let Some(requires) = &step.requires else {
            return self.entered_anew(0, source, vertex, scope, level, available);
        };
        let running = (need.name.clone(), vertex.subgraph);
        if self.requiring.contains(&running) {
            return Ok(None);
        }
        let set = self.needs.field_set(vertex.ty, requires);
        // Without leaving this subgraph: the required fields are provided here.
        let alone = self.level(vec![vertex], None, set);
        self.requiring.push(running);
        let local = self.set_cost(set, Scope::All, &alone, 0);
        if let (Ok(Some(0)), false) = (&local, step.lacks_contexts) {
            self.requiring.pop();
            return Ok(Some((0, None)));
        }
        let required = self.set_cost(set, scope, level, available);
        let answer = match &required {
            Ok(Some(required)) => self.entered_anew(*required, source, vertex, scope, level, available),
            _ => Ok(None),
        };
        self.requiring.pop();
        local?;
        required?;
        answer
    }

    /// The cheapest entry into the vertex's own subgraph that sends more than a key along.
    #[allow(clippy::type_complexity)] // As above.
    fn entered_anew(
        &mut self,
        required: u64,
        source: Source,
        vertex: Vertex,
        scope: Scope,
        level: &Level,
        available: usize,
    ) -> Result<Option<(u64, Option<Entry>)>, PlanError> {
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

/// Scopes for these types of a level: one for all where they are all.
pub(crate) fn scopes_of(level: &Level, types: &[TypeId]) -> Vec<Scope> {
    if level.root.is_some() || level.runtime.iter().all(|ty| types.contains(ty)) {
        return vec![Scope::All];
    }
    let here = types.iter().filter(|ty| level.runtime.contains(ty));
    here.map(|ty| Scope::Type(*ty)).collect()
}

fn sorted(parts: &[(Way, Vertex)]) -> Vec<Vertex> {
    let mut vertices: Vec<Vertex> = parts.iter().map(|(_, target)| *target).collect();
    vertices.sort();
    vertices.dedup();
    vertices
}
