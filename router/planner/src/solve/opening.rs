//! Which subgraphs can be opened at a level, and in which order.

use router_graph::SubgraphId;

use super::{FETCH, Level, Scope, Solution, Solver, WAIT};
use crate::budget::PlanError;
use crate::needs::SetId;

impl Solver<'_, '_> {
    /// Opens these subgraphs in an order that works, and keeps the result if it is the best.
    pub(super) fn try_open(
        &mut self,
        set: SetId,
        level: &mut Level,
        wanted: &[SubgraphId],
        best: &mut Option<Solution>,
    ) -> Result<(), PlanError> {
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

    /// Opens all that can be opened here, whatever is wanted.
    pub fn open_all(&mut self, level: &mut Level) -> Result<(), PlanError> {
        let mut remaining = self.candidates(level);
        loop {
            let before = level.open.len();
            for subgraph in remaining.clone() {
                if !self.enterable_scopes(level, subgraph, level.open.len())?.is_empty() {
                    level.open.push(subgraph);
                }
            }
            if level.open.len() == before {
                return Ok(());
            }
            remaining.retain(|subgraph| !level.open.contains(subgraph));
        }
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
    pub(super) fn candidates(&self, level: &Level) -> Vec<SubgraphId> {
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
}
