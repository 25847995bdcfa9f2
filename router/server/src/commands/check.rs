//! `router check`: what a new schema changes for the clients of an old one.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use router_composition::{Change, Impact, PublishedSchema, changes, compose, is_subgraph};

use super::operations::Operations;
use super::output::{self, Format, Source, read};
use super::{Outcome, check_report, subgraphs};

/// What locations in the schemas are called.
pub const OLD: &str = "old";
pub const NEW: &str = "new";

const LONG_HELP: &str = "\
Tell what a new schema changes for the clients of an old one.

Both may be supergraphs or API schemas; the new one may also be several subgraphs, which are composed first. Each change \
is one of

  breaking   operations can become invalid, or answers no longer what they promised
  dangerous  operations stay valid, but a client may meet what it did not expect
  safe       nobody notices who does not look

With --operations, a breaking change that none of the operations uses is safe, and each operation is validated against \
the new schema. The exit code is 1 if anything breaking is left, or if the new schema has errors.";

const EXAMPLES: &str = "\
Examples:
  router check --against published.graphql supergraph.graphql
  router check --against published.graphql subgraphs/
  router check --against published.graphql subgraphs/ --operations clients/operations --format json";

/// Arguments of `router check`.
#[derive(Args)]
#[command(about = "Tell what a new schema changes for the clients of an old one", long_about = LONG_HELP, after_long_help = EXAMPLES, arg_required_else_help = true)]
pub struct Check {
    /// The new schema: a supergraph, an API schema, or subgraphs as folders and files.
    #[arg(value_name = "NEW", required = true)]
    new: Vec<PathBuf>,
    /// The old schema: a supergraph or an API schema.
    #[arg(long, value_name = "OLD")]
    against: PathBuf,
    /// Folder of the clients' operations: every .graphql file in it and its folders.
    #[arg(long, value_name = "DIR")]
    operations: Option<PathBuf>,
    /// Form of the report.
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
}

/// A change and who uses what it changed.
pub struct Judged {
    pub change: Change,
    /// Why a breaking change counts as safe.
    pub reason: Option<String>,
    /// Operations that a breaking change affects, as people find them.
    pub used_by: Vec<String>,
}

/// Compares the schemas.
pub fn run(arguments: &Check) -> Outcome {
    let old_source = Source {
        name: OLD.to_owned(),
        path: arguments.against.display().to_string(),
        text: read(&arguments.against)?,
    };
    let old = match PublishedSchema::read(OLD, &old_source.text) {
        Ok(old) => old,
        Err(errors) => return refuse(&errors, &[old_source], "the old schema has errors", arguments.format),
    };
    let (new, new_source) = match read_new(arguments)? {
        New::Read(new, source) => (new, source),
        New::Refused(code) => return Ok(code),
    };
    let operations = match &arguments.operations {
        Some(folder) => Some(Operations::read(folder, &old.api_sdl(), &new.api_sdl())?),
        None => None,
    };
    let mut changes = changes(&old, &new);
    if new_source.is_none() {
        // What was composed here stands in no file.
        let is_there = |change: &Change| change.location.as_ref().is_some_and(|location| location.subgraph == OLD);
        changes
            .iter_mut()
            .filter(|change| !is_there(change))
            .for_each(|change| change.location = None);
    }
    let judged = judge(changes, operations.as_ref());
    let is_broken = judged.iter().any(|judged| judged.change.impact == Impact::Breaking)
        || operations.as_ref().is_some_and(|operations| !operations.broken.is_empty());
    let sources: Vec<&Source> = std::iter::once(&old_source).chain(&new_source).collect();
    match arguments.format {
        Format::Text => output::print_styled(&check_report::text(&judged, operations.as_ref(), &sources))?,
        Format::Json => output::print(&check_report::json(&judged, operations.as_ref()))?,
    }
    Ok(if is_broken { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

enum New {
    /// The schema, and its text if it stands in a file.
    Read(Box<PublishedSchema>, Option<Source>),
    /// Its errors were reported.
    Refused(ExitCode),
}

fn read_new(arguments: &Check) -> Result<New, super::Misuse> {
    if let [path] = arguments.new.as_slice()
        && !path.is_dir()
    {
        let source = Source {
            name: NEW.to_owned(),
            path: path.display().to_string(),
            text: read(path)?,
        };
        if !is_subgraph(&source.text) {
            return match PublishedSchema::read(NEW, &source.text) {
                Ok(new) => Ok(New::Read(Box::new(new), Some(source))),
                Err(errors) => refuse(&errors, &[source], "the new schema has errors", arguments.format).map(New::Refused),
            };
        }
    }
    let given = subgraphs::gather(&arguments.new, None)?;
    let refused = |errors: &[_]| refuse(errors, &given.sources, "the new schema could not be composed", arguments.format).map(New::Refused);
    let composed = match compose(given.inputs) {
        Ok(composed) => composed,
        Err(errors) => return refused(&errors),
    };
    match PublishedSchema::read(NEW, &composed.supergraph_sdl) {
        Ok(new) => Ok(New::Read(Box::new(new), None)),
        Err(errors) => refused(&errors),
    }
}

fn refuse(errors: &[router_composition::Diagnostic], sources: &[Source], summary: &str, format: Format) -> Outcome {
    match format {
        Format::Text => output::show(errors, &[], sources, summary),
        Format::Json => output::print(&output::diagnostics_line(errors, &[]))?,
    }
    Ok(ExitCode::FAILURE)
}

/// A breaking change that no operation uses is safe for these clients.
fn judge(changes: Vec<Change>, operations: Option<&Operations>) -> Vec<Judged> {
    let mut judged: Vec<Judged> = changes
        .into_iter()
        .map(|mut change| {
            let (mut reason, mut used_by) = (None, Vec::new());
            if let Some(operations) = operations.filter(|_| change.impact == Impact::Breaking) {
                used_by = operations.using(&change.touches);
                if used_by.is_empty() {
                    change.impact = Impact::Safe;
                    reason = Some("no operation uses it".to_owned());
                }
            }
            Judged { change, reason, used_by }
        })
        .collect();
    // Stable: within one impact the order stays that of the changes.
    judged.sort_by_key(|judged| judged.change.impact);
    judged
}
