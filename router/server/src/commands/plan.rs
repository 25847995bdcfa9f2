//! `router plan`: how an operation is split among subgraphs.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::AtomicBool;

use clap::{ArgGroup, Args};
use router_graph::language::without_defer;
use router_graph::{Diagnostic, Document, Limits, Operation, Supergraph};
use router_planner::{Budget, PlaceChoice, Plan as Planned, PlanError, PlanOptions};
use serde_json::{Map, Value, json};

use super::output::{self, Format, json_line, read};
use super::{Misuse, Outcome, stdio};

const LONG_HELP: &str = "\
Print how an operation is split among subgraphs.

The supergraph may come from any composer (join v0.1 to v0.5). The plan goes to stdout and the exit code is 0; if the \
operation or the supergraph is invalid, or no subgraph can answer what is asked, the exit code is 1 and the errors say \
why. Wrong usage exits with 2. The plan is made to be run by any program that knows query plans: whatever one subgraph \
tells another is named so that it can be merged into one tree. Parts under @defer are planned with the rest.";

const EXAMPLES: &str = "\
Examples:
  router plan --supergraph supergraph.graphql --operation events.graphql
  router plan --supergraph supergraph.graphql --operation events.graphql --format json
  echo '{ events { title } }' | router plan --supergraph supergraph.graphql --operation - --explain

With --stdio, each line of stdin is one operation and gives one line on stdout (\"supergraph\" is SDL or a path):
  {\"id\": 1, \"supergraph\": \"supergraph.graphql\", \"query\": \"{ events { title } }\", \"overrides\": [\"beta\"]}
  {\"id\": 1, \"plan\": {\"kind\": \"QueryPlan\", \"node\": {...}}}";

/// Limits of an operation given by hand: enough for any that a person or a test wrote, so that it is planned in seconds.
const LIMITS: Limits = Limits {
    tokens: 500_000,
    recursion: 500,
    operations: 1000,
    root_fields: 10_000,
    aliases: 50_000,
    depth: 500,
    expanded_selections: 200_000,
    reported_errors: 20,
};

/// Arguments of `router plan`.
#[derive(Args)]
#[command(about = "Print how an operation is split among subgraphs", long_about = LONG_HELP, after_long_help = EXAMPLES, arg_required_else_help = true)]
#[command(override_usage = "router plan [OPTIONS] --supergraph FILE --operation FILE\n       router plan --stdio")]
#[command(group(ArgGroup::new("what").required(true).args(["supergraph", "stdio"])))]
pub struct Plan {
    /// File with the supergraph, of any composer; `-` is stdin.
    #[arg(long, value_name = "FILE", requires = "operation")]
    supergraph: Option<PathBuf>,
    /// File with the operation; `-` is stdin.
    #[arg(long, value_name = "FILE", requires = "supergraph")]
    operation: Option<PathBuf>,
    /// Which operation of the file, when it has several.
    #[arg(long, value_name = "NAME", requires = "operation")]
    operation_name: Option<String>,
    /// File with the variables, a JSON object. A plan is the same for all variables; with --explain, it is told which
    /// fetches these would leave out.
    #[arg(long, value_name = "FILE", requires = "operation")]
    variables: Option<PathBuf>,
    /// A label of @override that is in force; can be given several times.
    #[arg(long = "override", value_name = "LABEL", requires = "operation")]
    overrides: Vec<Box<str>>,
    /// Form of the plan, and of errors: text (errors on stderr), or JSON (errors on stdout).
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Print every stage: normalised operation, choices with their costs, fetches with what they wait for, plan.
    #[arg(long, requires = "operation")]
    explain: bool,
    /// Plan line by line: JSON requests on stdin, JSON answers on stdout.
    #[arg(long, conflicts_with_all = ["supergraph", "operation", "format", "explain"])]
    stdio: bool,
}

/// Why there is no plan.
#[derive(Debug, Clone)]
pub enum Refusal {
    /// The supergraph is no supergraph.
    Supergraph(Vec<Diagnostic>),
    /// The operation does not fit it.
    Operation(Vec<Diagnostic>),
    /// It has no plan.
    Plan(PlanError),
}

impl Refusal {
    fn diagnostics(&self) -> &[Diagnostic] {
        match self {
            Refusal::Supergraph(errors) | Refusal::Operation(errors) => errors,
            Refusal::Plan(_) => &[],
        }
    }

    /// The code of the first error.
    pub fn code(&self) -> &'static str {
        match self {
            Refusal::Plan(error) => error.code(),
            _ => self.diagnostics().first().map_or(Diagnostic::VALIDATION_FAILED, |error| error.code),
        }
    }

    /// All messages, a line each.
    pub fn message(&self) -> String {
        match self {
            Refusal::Plan(error) => error.to_string(),
            _ => {
                let lines: Vec<String> = self.diagnostics().iter().map(ToString::to_string).collect();
                lines.join("\n")
            }
        }
    }
}

/// A plan and what it was made from.
pub struct Made {
    pub operation: Operation,
    pub plan: Planned,
    pub choices: Vec<PlaceChoice>,
}

/// Reads a supergraph.
pub fn read_supergraph(sdl: &str) -> Result<Supergraph, Refusal> {
    Supergraph::parse(sdl).map_err(Refusal::Supergraph)
}

/// Plans an operation, to be run by whatever program.
pub fn make(supergraph: &Supergraph, query: &str, name: Option<&str>, labels: BTreeSet<Box<str>>) -> Result<Made, Refusal> {
    let query = without_defer(query, &LIMITS);
    let document = Document::parse(&supergraph.api, &query, &LIMITS).map_err(Refusal::Operation)?;
    let operation = document.operation(supergraph, name, &LIMITS).map_err(Refusal::Operation)?;
    let options = PlanOptions { labels, is_portable: true };
    let cancelled = AtomicBool::new(false);
    let budget = Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    let (plan, choices) = router_planner::plan_with_choices(supergraph, &operation, &options, budget).map_err(Refusal::Plan)?;
    Ok(Made { operation, plan, choices })
}

/// Plans what the arguments name.
pub fn run(arguments: &Plan) -> Outcome {
    if arguments.stdio {
        return stdio::run(std::io::stdin().lock(), std::io::stdout().lock(), stdio::plan::Plans::default());
    }
    let (Some(supergraph_path), Some(operation_path)) = (&arguments.supergraph, &arguments.operation) else {
        return Err(Misuse("give --supergraph FILE and --operation FILE".to_owned()));
    };
    let sdl = read(supergraph_path)?;
    let query = read(operation_path)?;
    let variables = arguments.variables.as_deref().map(read).transpose()?;
    let variables = variables.map(|text| serde_json::from_str::<Map<String, Value>>(&text)).transpose();
    let variables = variables.map_err(|error| Misuse(format!("the variables are no JSON object: {error}")))?;

    let labels: BTreeSet<Box<str>> = arguments.overrides.iter().cloned().collect();
    let read = read_supergraph(&sdl);
    let made = read.and_then(|supergraph| {
        let made = make(&supergraph, &query, arguments.operation_name.as_deref(), labels)?;
        Ok((supergraph, made))
    });
    match made {
        Ok((supergraph, made)) => {
            let plan = &made.plan;
            let variables = variables.unwrap_or_default();
            let shown = match (arguments.format, arguments.explain) {
                (Format::Text, false) => plan.to_text(&supergraph),
                (Format::Text, true) => super::plan_explained::text(&supergraph, &made, &variables),
                (Format::Json, false) => json_line(&plan.to_json(&supergraph)),
                (Format::Json, true) => json_line(&super::plan_explained::json(&supergraph, &made, &variables)),
            };
            output::print(&shown)?;
            Ok(ExitCode::SUCCESS)
        }
        Err(refusal) => {
            let path = match refusal {
                Refusal::Supergraph(_) => supergraph_path,
                Refusal::Operation(_) | Refusal::Plan(_) => operation_path,
            };
            match arguments.format {
                Format::Text => tell(&refusal, &path.display().to_string()),
                Format::Json => output::print(&json_line(&errors_json(&refusal)))?,
            }
            Ok(ExitCode::FAILURE)
        }
    }
}

fn tell(refusal: &Refusal, path: &str) {
    match refusal {
        Refusal::Plan(error) => output::refuse(error.code(), &error.to_string(), path),
        _ => {
            for error in refusal.diagnostics() {
                let place = match error.locations.first() {
                    Some(location) => format!("{path}:{}:{}", location.line, location.column),
                    None => path.to_owned(),
                };
                output::refuse(error.code, &error.message, &place);
            }
        }
    }
}

fn errors_json(refusal: &Refusal) -> Value {
    let errors: Vec<Value> = match refusal {
        Refusal::Plan(error) => vec![json!({ "code": error.code(), "message": error.to_string(), "locations": [] })],
        _ => {
            let one = |error: &Diagnostic| {
                let locations = error.locations.iter();
                let locations: Vec<Value> = locations
                    .map(|location| json!({ "line": location.line, "column": location.column }))
                    .collect();
                json!({ "code": error.code, "message": error.message, "locations": locations })
            };
            refusal.diagnostics().iter().map(one).collect()
        }
    };
    json!({ "errors": errors })
}
