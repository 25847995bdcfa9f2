//! From an operation to a plan: which subgraphs to ask for what, in which order, and how to read the answer.
//!
//! Pure: no IO, no clock, no randomness, no async; the same supergraph and operation give the same plan, byte for byte.
//! It knows no transport and parses no GraphQL: operations come normalised from `router_graph`.
//!
//! [`plan`] goes through five phases: *needs* restates the operation and the field sets it runs into, what
//! contexts ask for among them; *agree* narrows type conditions to what
//! subgraphs agree about; *solve* decides at each place which
//! subgraphs to open and where each need is met; *build* turns these choices into fetches, of which *join* makes one where
//! several are the same; *finish* puts them in order and prints them.

mod agree;
mod budget;
mod build;
mod contexts;
mod draft;
mod finish;
mod join;
mod needs;
mod operation_text;
pub mod plan;
mod portable;
mod solve;

use std::collections::BTreeSet;

use router_graph::moves::Moves;
use router_graph::{Operation, SubgraphId, Supergraph};

pub use budget::{Budget, PlanError};
pub use plan::Plan;

/// What beside the operation decides a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanOptions {
    /// The `@override` labels in force for the request; every other label is off.
    pub labels: BTreeSet<Box<str>>,
    /// The plan will be run by programs that merge whatever fetches bring into one tree of values: `__typename` is asked where they need it, and a value that one
    /// subgraph tells another goes by its own name, not by a client's alias.
    pub is_portable: bool,
}

/// What was decided at one place of the data, to be shown to people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceChoice {
    /// From the root: keys, and `@` for each list.
    pub path: Vec<Box<str>>,
    /// The subgraphs that objects here were had from already.
    pub standing: Vec<SubgraphId>,
    /// Those that are asked besides, in this order.
    pub opened: Vec<SubgraphId>,
    /// The least cost of all that is asked here and below: 1,000,000 for each fetch, 300,000 for each wait, and what is asked in fetches that wait.
    pub cost: u64,
}

/// Plans a normalised operation. Denied selections are null in the response and nothing is fetched for them.
pub fn plan(supergraph: &Supergraph, operation: &Operation, options: &PlanOptions, budget: Budget<'_>) -> Result<Plan, PlanError> {
    plan_with_choices(supergraph, operation, options, budget).map(|(plan, _)| plan)
}

/// The same, and what was decided on the way, in the order it was.
pub fn plan_with_choices(
    supergraph: &Supergraph,
    operation: &Operation,
    options: &PlanOptions,
    budget: Budget<'_>,
) -> Result<(Plan, Vec<PlaceChoice>), PlanError> {
    let moves = Moves::new(supergraph, &options.labels);
    let needs = needs::Needs::new(supergraph);
    let solver = solve::Solver::new(moves, needs, budget);
    let mut builder = build::Builder::new(solver, operation, options.is_portable);
    let response = builder.build(operation)?;
    let choices = std::mem::take(&mut builder.choices);
    Ok((finish::finish(builder, operation, response)?, choices))
}
