//! Narrows type conditions to what subgraphs agree about.
//!
//! Where several subgraphs can give one field of a composite abstract type, a client sees one graph: an object type that only some of them can
//! return there is one the graph does not return there, whoever happens to be asked. Selections conditioned on such types are not fetched; on an object that has
//! such a type all the same they are null. What is asked of the abstract type itself is not narrowed.
//!
//! Runs before anything is chosen, for it depends on who *could* be asked, not on who is.

use std::collections::BTreeSet;

use router_graph::moves::Vertex;
use router_graph::{Supergraph, TypeId};

use crate::budget::PlanError;
use crate::needs::{Need, Outcome, SetId};
use crate::solve::{Level, Scope, Solver};

impl Solver<'_, '_> {
    /// Narrows all needs below the client's root.
    pub fn narrow_to_agreement(&mut self, set: SetId, root: TypeId) -> Result<(), PlanError> {
        if self.differs_below(set) {
            self.narrow_below(set, Vec::new(), Some(root))?;
        }
        Ok(())
    }

    /// Whether a selection with type conditions hangs somewhere below on a type whose members differ by subgraph.
    fn differs_below(&self, set: SetId) -> bool {
        let needs = &self.needs.get(set).needs;
        needs.iter().any(|need| self.is_disputed(need) || self.differs_below(need.below))
    }

    /// Whether what the field returns has members that differ by subgraph, and they are told apart below.
    fn is_disputed(&self, need: &Need) -> bool {
        let Some(field) = need.field.filter(|_| need.outcome == Outcome::Fetched) else {
            return false;
        };
        let supergraph = self.moves.supergraph();
        let named = supergraph.field(field).ty.named;
        supergraph.is_abstract(named)
            && members_differ(supergraph, named)
            && self.needs.get(need.below).needs.iter().any(|below| below.types.is_some())
    }

    fn narrow_below(&mut self, set: SetId, vertices: Vec<Vertex>, root: Option<TypeId>) -> Result<(), PlanError> {
        let mut level = self.level(vertices, root, set);
        self.open_all(&mut level)?;
        for index in 0..self.needs.get(set).needs.len() {
            let need = self.needs.get(set).needs[index].clone();
            if need.outcome != Outcome::Fetched || need.field.is_none() {
                continue;
            }
            let is_disputed = self.is_disputed(&need);
            if !is_disputed && !self.differs_below(need.below) {
                continue;
            }
            let applies: Vec<TypeId> = match &need.types {
                None => level.runtime.clone(),
                Some(types) => level.runtime.iter().copied().filter(|ty| types.contains(ty)).collect(),
            };
            let mut targets = BTreeSet::new();
            let mut agreed = BTreeSet::new();
            for ty in applies {
                let scope = if level.root.is_some() { Scope::All } else { Scope::Type(ty) };
                let found = self.targets(&need, scope, &level)?;
                agreed.extend(self.agreed_by(&found));
                targets.extend(found);
            }
            if is_disputed && !agreed.is_empty() {
                self.needs.narrow(need.below, &agreed);
            }
            self.narrow_below(need.below, targets.into_iter().collect(), None)?;
        }
        Ok(())
    }

    /// Where a field leads from everywhere it can be asked.
    pub fn targets(&mut self, need: &Need, scope: Scope, level: &Level) -> Result<Vec<Vertex>, PlanError> {
        let stands = self.standing(level, scope, level.open.len())?;
        let mut targets = Vec::new();
        for (_, _, vertex) in stands.iter() {
            self.budget.spend(1)?;
            targets.extend(self.moves.step(*vertex, &need.name).and_then(|step| step.target));
        }
        Ok(targets)
    }

    /// The object types that all of these can return. Interface objects know no types and agree with everybody.
    fn agreed_by(&self, targets: &[Vertex]) -> Vec<TypeId> {
        let mut agreed: Option<Vec<TypeId>> = None;
        for target in targets.iter().filter(|target| !self.moves.is_interface_object(**target)) {
            let here = self.moves.runtime_types(*target);
            agreed = Some(match agreed {
                None => here.to_vec(),
                Some(so_far) => so_far.into_iter().filter(|ty| here.contains(ty)).collect(),
            });
        }
        agreed.unwrap_or_default()
    }
}

/// Whether subgraphs that have an abstract type differ about its members.
fn members_differ(supergraph: &Supergraph, ty: TypeId) -> bool {
    let definition = supergraph.type_definition(ty);
    let mut members = definition
        .joins
        .iter()
        .filter(|join| !join.is_interface_object)
        .map(|join| &definition.possible_types_in[join.subgraph.index()]);
    let first = members.next();
    members.any(|other| Some(other) != first)
}
