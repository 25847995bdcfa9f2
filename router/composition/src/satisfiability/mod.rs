//! Whether every operation of the API schema can be answered: from each root, which ways through the subgraphs lead
//! where. Reports each step that none can take, with an operation that would fail and what keeps each subgraph from
//! helping. Must not know how operations are planned.

mod closure;
mod interner;
mod operation;
mod reasons;
mod search;
mod selections;
mod standing;
mod subgraphs;
mod vertices;
mod walk;

use crate::diagnostic::Report;
use crate::merge::Supergraph;
use crate::model::Schema;
use crate::parse::Subgraph;
use reasons::Explain;
use search::Search;
use subgraphs::Subgraphs;

/// SATISFIABILITY_ERROR, SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES and MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED, and the hint
/// INCONSISTENT_RUNTIME_TYPES_FOR_SHAREABLE_RETURN.
pub(crate) fn check(sources: &[Subgraph], supergraph: &Supergraph, api: &Schema, report: &mut Report<'_>) {
    let graphs = supergraph.graphs.iter().map(|graph| graph.value.clone());
    let mut search = Search::new(Subgraphs::read(&supergraph.schema, graphs));
    let walked = walk::walk(&mut search, api);
    let mut explain = Explain {
        search,
        sources,
        api,
        report,
    };
    let findings = match walked {
        Ok(findings) => findings,
        Err(excess) => return explain.excess(&excess),
    };
    for failure in &findings.failures {
        explain.failure(failure);
    }
    for mutation in &findings.mutations {
        explain.mutation(mutation);
    }
    for ((parent, field), sets) in &findings.differing {
        explain.differing_types(*parent, *field, sets);
    }
}
