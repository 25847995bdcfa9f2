//! `router api-schema`: what clients of a supergraph see.

use clap::Args;

use super::Outcome;
use super::output::{self, Destination, Summary};
use super::supergraph_file::SupergraphFile;

const LONG_HELP: &str = "\
Print the schema that clients of a supergraph see.

The supergraph may come from any composer (join v0.1 to v0.5). What is @inaccessible is left out, and so is all that \
federation adds. If what is hidden leaves no valid schema, the exit code is 1 and the errors say why.";

const EXAMPLES: &str = "\
Examples:
  router api-schema supergraph.graphql > api.graphql
  router compose subgraphs/ | router api-schema -";

/// Arguments of `router api-schema`.
#[derive(Args)]
#[command(about = "Print the schema that clients of a supergraph see", long_about = LONG_HELP, after_long_help = EXAMPLES, arg_required_else_help = true)]
#[command(override_usage = "router api-schema [OPTIONS] FILE")]
pub struct ApiSchema {
    #[command(flatten)]
    supergraph: SupergraphFile,
    #[command(flatten)]
    destination: Destination,
}

/// Makes the API schema.
pub fn run(arguments: &ApiSchema) -> Outcome {
    let source = arguments.supergraph.source()?;
    let api = router_composition::api_schema(&source.text);
    let made = match &api {
        Ok(api) => Ok((api.as_str(), [].as_slice())),
        Err(errors) => Err(errors.as_slice()),
    };
    let summary = Summary {
        success: "made the API schema",
        failure: "the supergraph has no API schema",
    };
    output::finish(made, &[source], &arguments.destination, summary)
}
