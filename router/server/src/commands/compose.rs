//! `router compose`: subgraph schemas to a supergraph, or diagnostics.

use std::path::PathBuf;

use clap::{ArgGroup, Args};
use router_composition::compose;

use super::output::{self, Destination, Summary, counted};
use super::{Outcome, stdio, subgraphs};

const LONG_HELP: &str = "\
Compose subgraph schemas into one supergraph.

A folder holds one .graphql file per subgraph, named after it (percent-encoded where a file name can't hold the name). \
The supergraph goes to stdout and the exit code is 0; if the subgraphs do not compose, the exit code is 1 and the \
errors say where and what to change. Wrong usage exits with 2.";

const EXAMPLES: &str = "\
Examples:
  router compose subgraphs/ > supergraph.graphql
  router compose users.graphql events.graphql --output supergraph.graphql
  router compose --config supergraph.toml --format json

A configuration names the subgraphs:
  [subgraphs.users]
  routing_url = \"http://users.internal/graphql\"
  schema.file = \"users.graphql\"

  [subgraphs.events]
  schema.subgraph_url = \"http://localhost:4002/graphql\"    # asked { _service { sdl } }
  schema.introspection_headers = { authorization = \"Bearer ${EVENTS_TOKEN}\" }

  [subgraphs.tiny]
  routing_url = \"http://tiny.internal/graphql\"
  schema.sdl = \"type Query { hello: String }\"

With --stdio, each line of stdin is one composition and gives one line on stdout:
  {\"id\": 1, \"subgraphs\": [{\"name\": \"tiny\", \"sdl\": \"type Query { hello: String }\"}]}
  {\"id\": 1, \"ok\": true, \"supergraph\": \"...\", \"api\": \"...\", \"hints\": []}";

/// Arguments of `router compose`.
#[derive(Args)]
#[command(about = "Compose subgraph schemas into one supergraph", long_about = LONG_HELP, after_long_help = EXAMPLES, arg_required_else_help = true)]
#[command(
    override_usage = "router compose [OPTIONS] DIR|FILE...\n       router compose [OPTIONS] --config FILE [DIR|FILE...]\n       router compose --stdio"
)]
#[command(group(ArgGroup::new("subgraphs").required(true).multiple(true).args(["paths", "config", "stdio"])))]
pub struct Compose {
    /// Folders of .graphql files, or such files; each file is named after its subgraph.
    #[arg(value_name = "DIR|FILE")]
    paths: Vec<PathBuf>,
    /// Configuration in TOML: subgraphs with routing address and schema from a file, an address or inline.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    destination: Destination,
    /// Compose line by line: JSON requests on stdin, JSON answers on stdout.
    #[arg(long, conflicts_with_all = ["paths", "config", "output", "format"])]
    stdio: bool,
}

/// Composes what the arguments name.
pub fn run(arguments: &Compose) -> Outcome {
    if arguments.stdio {
        return stdio::run(std::io::stdin().lock(), std::io::stdout().lock(), stdio::compose::Compositions);
    }
    let given = subgraphs::gather(&arguments.paths, arguments.config.as_deref())?;
    let number = counted(given.inputs.len() + given.failures.len(), "subgraph");
    let composed = if given.failures.is_empty() {
        compose(given.inputs)
    } else {
        Err(given.failures)
    };
    let made = match &composed {
        Ok(composed) => Ok((composed.supergraph_sdl.as_str(), composed.hints.as_slice())),
        Err(errors) => Err(errors.as_slice()),
    };
    let summary = Summary {
        success: &format!("composed {number}"),
        failure: &format!("{number} could not be composed"),
    };
    output::finish(made, &given.sources, &arguments.destination, summary)
}
