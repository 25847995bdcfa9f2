//! Composition: federation 2 subgraph schemas to one supergraph schema, or diagnostics that say where and what to change.
//!
//! Owns every rule between subgraph SDL and supergraph SDL. Pure: no IO, no clock, no randomness; the same subgraphs in
//! any order give the same bytes. Must not know operations' plans, nor what any schema is about.

mod api;
mod changes;
mod contract;
mod diagnostic;
mod features;
mod implementations;
mod merge;
mod model;
mod parse;
mod post_merge;
mod print;
mod reader;
mod render;
mod satisfiability;
mod sentence;
mod upgrade;
mod validate;

pub use changes::{Change, ChangeCode, Impact, PublishedSchema, changes, is_subgraph};
pub use contract::{ContractFilter, contract};
pub use diagnostic::{Code, Diagnostic, Location};
pub use render::{Palette, Renderer, render};

use diagnostic::Report;
use model::Source;

/// One subgraph as its owner gives it.
#[derive(Clone, Debug)]
pub struct SubgraphInput {
    /// Unique name; it orders the subgraphs.
    pub name: String,
    /// Where it answers; `http://NAME` when absent.
    pub url: Option<String>,
    /// Its schema, with its federation directives.
    pub sdl: String,
}

/// A composed supergraph.
#[derive(Clone, Debug)]
pub struct Composed {
    /// The supergraph for routers: join specification, one `join__Graph` value per subgraph.
    pub supergraph_sdl: String,
    /// The schema that clients see.
    pub api_sdl: String,
    /// What is allowed but probably not meant.
    pub hints: Vec<Diagnostic>,
}

/// A step of [`compose`], for those who measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Text to schemas, with GraphQL's rules.
    Parse,
    /// Federation's rules for each subgraph.
    Validate,
    /// Schemas of federation 1 made federation 2.
    Upgrade,
    /// All subgraphs to one schema.
    Merge,
    /// The rules of the merged schema.
    PostMerge,
    /// What clients see.
    Api,
    /// Whether all operations can be answered.
    Satisfiability,
    /// Schemas to text.
    Print,
}

/// Composes subgraphs. Each phase reports all it finds; a phase with errors is the last.
pub fn compose(subgraphs: Vec<SubgraphInput>) -> Result<Composed, Vec<Diagnostic>> {
    compose_watched(subgraphs, &mut |_| {})
}

/// As [`compose`]; calls `passed` at the end of each phase that went well.
pub fn compose_watched(mut subgraphs: Vec<SubgraphInput>, passed: &mut dyn FnMut(Phase)) -> Result<Composed, Vec<Diagnostic>> {
    subgraphs.sort_by(|one, two| one.name.cmp(&two.name));
    let sources: Vec<Source> = subgraphs
        .iter_mut()
        .map(|input| Source::new(input.name.clone(), std::mem::take(&mut input.sdl)))
        .collect();
    let mut report = Report::new(&sources);

    let urls = subgraphs
        .into_iter()
        .map(|input| input.url.unwrap_or_else(|| format!("http://{}", input.name)));
    let mut parsed = parse::parse(&sources, urls, &mut report);
    parse::check_names(&sources, &mut parsed, &mut report);
    passed(Phase::Parse);
    parsed.iter_mut().for_each(|subgraph| validate::validate(subgraph, &mut report));
    stop(&mut report)?;
    passed(Phase::Validate);
    let parsed = upgrade::upgrade(parsed, &mut report);
    stop(&mut report)?;
    passed(Phase::Upgrade);
    let linked = merge::link(&parsed, &mut report);
    stop(&mut report)?;
    let mut supergraph = merge::merge(&parsed, linked, &mut report);
    stop(&mut report)?;
    passed(Phase::Merge);
    post_merge::check(&parsed, &supergraph, &mut report);
    stop(&mut report)?;
    passed(Phase::PostMerge);
    print::complete(&mut supergraph);
    let api = api::build(&supergraph.schema, &mut report);
    stop(&mut report)?;
    passed(Phase::Api);
    satisfiability::check(&parsed, &supergraph, &api, &mut report);
    stop(&mut report)?;
    passed(Phase::Satisfiability);
    let supergraph_sdl = print::print(&supergraph.schema);
    let api_sdl = print::print(&api);
    passed(Phase::Print);
    Ok(Composed {
        supergraph_sdl,
        api_sdl,
        hints: report.hints,
    })
}

/// The name of the text that locations in a supergraph speak of.
pub const SUPERGRAPH: &str = "supergraph";

/// The API schema of a supergraph of any composer (join v0.1 to v0.5, `@link` or `@core`). Locations are in the text
/// named [`SUPERGRAPH`].
pub fn api_schema(supergraph_sdl: &str) -> Result<String, Vec<Diagnostic>> {
    let sources = [Source::new(SUPERGRAPH.to_owned(), supergraph_sdl.to_owned())];
    let mut report = Report::new(&sources);
    let document = reader::read_supergraph(0, &sources[0], &mut report);
    stop(&mut report)?;
    let document = document.expect("what cannot be read is reported");
    let api = api::build(&document.schema, &mut report);
    stop(&mut report)?;
    Ok(print::print(&api))
}

fn stop(report: &mut Report<'_>) -> Result<(), Vec<Diagnostic>> {
    if report.errors.is_empty() {
        Ok(())
    } else {
        Err(std::mem::take(&mut report.errors))
    }
}
