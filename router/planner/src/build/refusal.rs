//! Why there is no plan: names the innermost field that nobody can answer.

use std::collections::BTreeSet;

use super::Builder;
use crate::budget::PlanError;
use crate::needs::{Need, Outcome, SetId};
use crate::solve::{Level, Scope};

impl Builder<'_, '_> {
    /// The refusal of a need that nothing meets.
    pub(super) fn refusal(&self, need: &Need) -> PlanError {
        PlanError::Unsatisfiable {
            coordinate: need.coordinate(self.draft.supergraph),
        }
    }

    /// The refusal of a set that can't be met at a level, whatever is opened.
    pub(super) fn unsatisfiable(&mut self, set: SetId, level: &Level) -> PlanError {
        match self.unmet(set, level.clone()) {
            Ok(Some(need)) => self.refusal(&need),
            Ok(None) => match self.solver.needs.get(set).needs.first() {
                Some(need) => self.refusal(need),
                None => PlanError::TooComplex,
            },
            Err(error) => error,
        }
    }

    /// The first need that nothing meets with everything opened; or, where only what is below it can't be met, the first of that.
    fn unmet(&mut self, set: SetId, mut level: Level) -> Result<Option<Need>, PlanError> {
        level.open.clear();
        self.solver.open_all(&mut level)?;
        for need in self.solver.needs.get(set).needs.clone() {
            let is_met = need.outcome != Outcome::Fetched
                || (need.field.is_none() && level.root.is_some())
                || self.solver.meet(&need, Scope::All, &level, level.open.len())?.is_some();
            if is_met {
                continue;
            }
            let mut targets = BTreeSet::new();
            let types = level.runtime.clone().into_iter().map(Scope::Type);
            for scope in std::iter::once(Scope::All).chain(types) {
                targets.extend(self.solver.targets(&need, scope, &level)?);
            }
            for target in targets {
                let below = self.solver.level(vec![target], None, need.below);
                if let Some(inner) = self.unmet(need.below, below)? {
                    return Ok(Some(inner));
                }
            }
            return Ok(Some(need));
        }
        Ok(None)
    }
}
