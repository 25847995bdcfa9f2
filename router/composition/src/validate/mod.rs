//! Federation's rules for one subgraph, in the order of the reference, and the marks that merging reads.
//! Owns what a subgraph can be wrong about on its own; must not know other subgraphs.

mod authorization;
mod context;
mod external;
mod field_sets;
mod interfaces;
mod shareable;

pub(crate) use field_sets::{key_set, walk};

use crate::diagnostic::Report;
use crate::parse::Subgraph;

/// Checks a parsed subgraph; on the way marks its fields as external, provided, used and shareable.
pub(crate) fn validate(subgraph: &mut Subgraph, report: &mut Report<'_>) {
    external::mark(&mut subgraph.schema);
    context::read(&mut subgraph.schema);
    let mut coordinates = field_sets::check(subgraph, report);
    context::check(subgraph, &mut coordinates, report);
    field_sets::mark(&mut subgraph.schema, &coordinates);
    external::check(&subgraph.schema, report);
    interfaces::check(subgraph, report);
    shareable::check(&subgraph.schema, report);
    shareable::mark(&mut subgraph.schema);
    authorization::check(&subgraph.schema, report);
}
