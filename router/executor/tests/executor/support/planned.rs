//! Operations planned by the real planner over the supergraphs of its cases.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use router_executor::{Compiled, ErrorVisibility, ExecuteOptions, RequestContext, Vocabulary, execute};
use router_graph::{Document, Limits, Supergraph};
use router_planner::{Budget, PlanOptions, plan};

use super::{Answered, Scripted};

/// The supergraph of a file of the planner's cases.
pub fn supergraph_of_case(case: &str) -> Supergraph {
    Supergraph::parse(case.split("# operation: ").next().unwrap()).unwrap()
}

/// Plans and runs an operation, with all errors shown.
pub async fn run_planned(supergraph: &Supergraph, text: &str, variables: &str, transport: Scripted) -> Answered {
    let limits = Limits::default();
    let document = Document::parse(&supergraph.api, text, &limits).unwrap();
    let operation = document.operation(supergraph, None, &limits).unwrap();
    let cancelled = AtomicBool::new(false);
    let budget = Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    let options = PlanOptions::default();
    let made = plan(supergraph, &operation, &options, budget).unwrap();
    let compiled = Compiled::new(&made, supergraph, Arc::new(Vocabulary::new(supergraph))).unwrap();
    let options = ExecuteOptions {
        visibility: Arc::new(ErrorVisibility::Shown),
        ..ExecuteOptions::default()
    };
    let response = execute(&compiled, variables.as_bytes(), &RequestContext::default(), &transport, &options).await;
    Answered::new(response, transport)
}
