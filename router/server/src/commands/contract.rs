//! `router contract`: a variant of a supergraph for some of its clients.

use std::collections::BTreeSet;

use clap::{ArgGroup, Args};
use router_composition::ContractFilter;

use super::output::{self, Destination, Summary};
use super::supergraph_file::SupergraphFile;
use super::{Misuse, Outcome};

const LONG_HELP: &str = "\
Make a variant of a supergraph that hides elements by their tags.

Elements are tagged in subgraphs by @tag(name:). A tag on an object or interface type is a tag on each of its fields.

  --exclude  hides whatever has one of the tags
  --include  hides the fields of objects and interfaces, and the unions, that have none of the tags; arguments, input \
types, enums and scalars stay
  both       what has an excluded tag is hidden, included or not

Types with nothing left are hidden with all that refers to them. Whatever else would leave an invalid API is an error \
and the exit code is 1: a visible field of a hidden type, a hidden argument that is required, and so on.

The result is a supergraph in which hidden elements are @inaccessible: routers serve it like any other.";

const EXAMPLES: &str = "\
Examples:
  router contract supergraph.graphql --exclude internal > public.graphql
  router contract supergraph.graphql --include partner --exclude experimental --hide-unreachable
  router contract supergraph.graphql --include partner --api     # what its clients see";

/// Arguments of `router contract`.
#[derive(Args)]
#[command(about = "Make a variant of a supergraph that hides elements by their tags", long_about = LONG_HELP, after_long_help = EXAMPLES, arg_required_else_help = true)]
#[command(override_usage = "router contract FILE [--include TAG...] [--exclude TAG...] [OPTIONS]")]
#[command(group(ArgGroup::new("filter").required(true).multiple(true).args(["include", "exclude", "hide_unreachable"])))]
pub struct Contract {
    #[command(flatten)]
    supergraph: SupergraphFile,
    /// Tags to show; may be repeated, or separated by commas.
    #[arg(long, value_name = "TAG", num_args = 1.., value_delimiter = ',')]
    include: Vec<String>,
    /// Tags to hide; may be repeated, or separated by commas.
    #[arg(long, value_name = "TAG", num_args = 1.., value_delimiter = ',')]
    exclude: Vec<String>,
    /// Hide types that no operation can come to any more, unless they have an included tag.
    #[arg(long, visible_alias = "hide-unreachable-types")]
    hide_unreachable: bool,
    /// Give the schema that clients of the contract see, instead of its supergraph.
    #[arg(long)]
    api: bool,
    #[command(flatten)]
    destination: Destination,
}

/// Makes the contract.
pub fn run(arguments: &Contract) -> Outcome {
    let filter = ContractFilter {
        include: arguments.include.iter().cloned().collect::<BTreeSet<_>>(),
        exclude: arguments.exclude.iter().cloned().collect::<BTreeSet<_>>(),
        hide_unreachable_types: arguments.hide_unreachable,
    };
    if let Some(tag) = filter.include.intersection(&filter.exclude).next() {
        return Err(Misuse(format!("the tag `{tag}` is both included and excluded; choose one")));
    }
    let source = arguments.supergraph.source()?;
    let contract = router_composition::contract(&source.text, &filter);
    let made = match &contract {
        Ok(contract) if arguments.api => Ok((contract.api_sdl.as_str(), contract.hints.as_slice())),
        Ok(contract) => Ok((contract.supergraph_sdl.as_str(), contract.hints.as_slice())),
        Err(errors) => Err(errors.as_slice()),
    };
    let summary = Summary {
        success: "made the contract",
        failure: "the contract would leave no valid API",
    };
    output::finish(made, &[source], &arguments.destination, summary)
}
