//! Federation's rules for one subgraph, in the order of the reference, and the marks that merging reads.
//! Owns what a subgraph can be wrong about on its own; must not know other subgraphs.

mod authorization;
mod context;
mod cost;
mod external;
mod field_sets;
mod interfaces;
mod shareable;
mod walk;

pub(crate) use field_sets::external_of;
pub(crate) use walk::walk;

use crate::diagnostic::{Code, Report};
use crate::parse::Subgraph;

/// Checks a parsed subgraph; on the way marks its fields as external, provided, used and shareable.
/// A subgraph of federation 1 waits for its upgrade, which forgives much.
pub(crate) fn validate(subgraph: &mut Subgraph, report: &mut Report<'_>) {
    if subgraph.is_federation_1 {
        return;
    }
    let before = report.errors.len();
    external::mark(&mut subgraph.schema, false);
    context::read(&mut subgraph.schema);
    let mut coordinates = field_sets::check(subgraph, report);
    if let Some(sole) = coordinates.sole_error(&subgraph.schema) {
        report.errors.truncate(sole + 1);
        report.errors.drain(before..sole);
        let is_of_roots = |code: Code| matches!(code, Code::RootQueryUsed | Code::RootMutationUsed | Code::RootSubscriptionUsed);
        report
            .errors
            .retain(|error| !(error.code.is_some_and(is_of_roots) && error.subgraphs == [subgraph.name.as_str()]));
        return;
    }
    context::check(subgraph, &mut coordinates, report);
    field_sets::mark(&mut subgraph.schema, &coordinates);
    external::check(&subgraph.schema, report);
    interfaces::check(subgraph, report);
    shareable::check(&subgraph.schema, report);
    shareable::mark(&mut subgraph.schema);
    cost::check(&subgraph.schema, report);
    authorization::check(&subgraph.schema, report);
}

/// Marks fields as external, provided, used and shareable, of whatever the field sets select that can be read.
pub(crate) fn mark(subgraph: &mut Subgraph) {
    let schema = &mut subgraph.schema;
    external::mark(schema, subgraph.is_federation_1);
    let coordinates = field_sets::collect(schema);
    field_sets::mark(schema, &coordinates);
    shareable::mark(schema);
}
