//! Two quick looks at a condition before the exact search, over sets of vertices instead of ways: whether it surely can be
//! met (with keys that are at hand only), and whether it may be met at all (when nothing is excluded). Most conditions are
//! decided here, so that the exact search does not try all orders of keys.

use super::search::{Exhausted, Search};
use super::selections::Node;
use super::subgraphs::{Condition, ConditionId, NONE, TYPENAME};
use super::vertices::VertexId;
use crate::model::{HashMap, HashSet};
use std::rc::Rc;

/// Which of the two looks.
#[derive(Clone, Copy)]
enum Look {
    /// Without the subgraphs and conditions of these exclusions.
    Surely(u32),
    Maybe,
}

/// What is known of conditions that may be met.
#[derive(Default)]
pub(super) struct Estimates {
    /// Whether a condition may be met from a vertex: so far, or for good.
    answers: HashMap<(VertexId, ConditionId), bool>,
    /// Those not yet for good.
    open: Vec<(VertexId, Rc<Condition>)>,
    /// By vertex, the vertices of the same object that may be reached, as far as known.
    reach: HashMap<VertexId, Rc<[VertexId]>>,
}

impl Search<'_> {
    /// Whether a condition is met by keys that are at hand one after the other. `false` says nothing.
    pub(super) fn surely_resolves(&mut self, vertex: VertexId, condition: &Condition, exclusions: u32) -> Result<bool, Exhausted> {
        self.selects(&[vertex], &condition.nodes, Look::Surely(exclusions))
    }

    /// Whether a condition could be met if nothing were excluded. `true` says nothing.
    pub(super) fn may_resolve(&mut self, vertex: VertexId, condition: &Condition) -> Result<bool, Exhausted> {
        if !self.demand(vertex, condition) {
            // The least fixpoint: nothing can be met but by what was found to be before.
            let mut is_settled = false;
            while !is_settled {
                is_settled = true;
                self.estimates.reach.clear();
                let mut index = 0;
                while index < self.estimates.open.len() {
                    let (vertex, condition) = self.estimates.open[index].clone();
                    index += 1;
                    let question = (vertex, condition.id);
                    if !self.estimates.answers[&question] && self.selects(&[vertex], &condition.nodes, Look::Maybe)? {
                        self.estimates.answers.insert(question, true);
                        is_settled = false;
                    }
                }
            }
            self.estimates.open.clear();
        }
        Ok(self.estimates.answers.get(&(vertex, condition.id)).copied().unwrap_or(true))
    }

    /// The estimate so far; asks for it if there is none.
    fn demand(&mut self, vertex: VertexId, condition: &Condition) -> bool {
        if self.is_at_hand(vertex, condition) {
            return true;
        }
        let question = (vertex, condition.id);
        if let Some(known) = self.estimates.answers.get(&question) {
            return *known;
        }
        self.estimates.answers.insert(question, false);
        let condition = Rc::new(Condition {
            id: condition.id,
            nodes: condition.nodes.clone(),
        });
        self.estimates.open.push((vertex, condition));
        false
    }

    fn selects(&mut self, starts: &[VertexId], nodes: &[Node], look: Look) -> Result<bool, Exhausted> {
        let mut reach = Vec::new();
        let mut seen = HashSet::default();
        for start in starts {
            let reached = self.reach(*start, look)?;
            reach.extend(reached.iter().copied().filter(|vertex| seen.insert(*vertex)));
        }
        let is_abstract = |vertex: &VertexId| self.map.local(*vertex).is_abstract();
        if reach.iter().any(is_abstract) {
            // Types are for the exact search.
            return Ok(matches!(look, Look::Maybe));
        }
        for node in nodes {
            self.step(reach.len())?;
            let Node::Field { field, nodes, .. } = node else {
                if matches!(look, Look::Surely(_)) {
                    return Ok(false);
                }
                continue;
            };
            if *field == TYPENAME {
                if reach.iter().all(|vertex| self.map.local(*vertex).is_interface_object) {
                    return Ok(false);
                }
                continue;
            }
            let (mut is_found, mut behind) = (false, Vec::new());
            for vertex in &reach {
                let Ok(found) = self.map.field(*vertex, *field, &[]) else {
                    continue;
                };
                if !found.needs.is_empty() {
                    continue;
                }
                let is_leaf = found.target == NONE;
                if let Some(requires) = found.requires.clone() {
                    let is_met = match look {
                        Look::Surely(_) => false,
                        Look::Maybe => self.demand(*vertex, &requires),
                    };
                    if !is_met {
                        continue;
                    }
                }
                is_found = true;
                if !is_leaf {
                    behind.push(self.map.behind_field(*vertex, *field));
                }
            }
            if !is_found || (!nodes.is_empty() && !self.selects(&behind, nodes, look)?) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The vertices of the same object, by keys, or between root types.
    fn reach(&mut self, start: VertexId, look: Look) -> Result<Rc<[VertexId]>, Exhausted> {
        if matches!(look, Look::Maybe)
            && let Some(known) = self.estimates.reach.get(&start)
        {
            return Ok(known.clone());
        }
        let excluded = match look {
            Look::Surely(exclusions) => self.exclusions(exclusions),
            Look::Maybe => Rc::default(),
        };
        let mut reached = vec![start];
        let mut seen: HashSet<VertexId> = HashSet::from_iter([start]);
        let mut next = 0;
        while let Some(vertex) = reached.get(next).copied() {
            next += 1;
            let ty = self.map.local(vertex).ty as usize;
            if self.map.subgraphs.is_root[ty] {
                for target in self.map.subgraphs.locals_of(ty as u32).to_vec() {
                    let graph = self.map.local(target).graph;
                    if excluded.0.binary_search(&graph).is_err() && seen.insert(target) {
                        reached.push(target);
                    }
                }
            }
            for index in 0..self.map.subgraphs.entries[ty].len() {
                self.step(1)?;
                let entry = &self.map.subgraphs.entries[ty][index];
                let target = entry.local;
                if seen.contains(&target) || excluded.0.binary_search(&entry.graph).is_ok() {
                    continue;
                }
                let Some(condition) = self.key(vertex, index) else { continue };
                let is_open = match look {
                    Look::Surely(_) => excluded.1.binary_search(&condition.id).is_err() && self.is_at_hand(vertex, &condition),
                    Look::Maybe => self.demand(vertex, &condition),
                };
                if is_open {
                    seen.insert(target);
                    reached.push(target);
                }
            }
        }
        let reached: Rc<[VertexId]> = reached.into();
        if matches!(look, Look::Maybe) {
            self.estimates.reach.insert(start, reached.clone());
        }
        Ok(reached)
    }
}
