//! What commands write: diagnostics as text or JSON, results on stdout or into a file.
//!
//! Owns the forms and where they go: results to stdout, everything said to people to stderr, coloured where a person
//! looks at it. Must not know which command speaks.

use std::io::{ErrorKind, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use clap::{Args, ValueEnum};
use router_composition::{Diagnostic, Palette, Renderer};
use serde::Serialize;

use super::{Misuse, Outcome};

const ERROR: Style = AnsiColor::Red.on_default().bold();
const BLUE: Style = AnsiColor::Blue.on_default().bold();
pub const BOLD: Style = Style::new().bold();

/// The form of what a command reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: source lines with a mark under the place.
    Text,
    /// For programs: one JSON document.
    Json,
}

/// Where a schema goes, and the form of what is said about it.
#[derive(Args)]
pub struct Destination {
    /// Write the schema to this file instead of stdout.
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// Form of errors and hints: text on stderr, or JSON (errors on stdout).
    #[arg(long, value_enum, default_value = "text")]
    pub format: Format,
}

/// The last line of a text, for either end.
pub struct Summary<'a> {
    pub success: &'a str,
    pub failure: &'a str,
}

/// A text that diagnostics speak of.
pub struct Source {
    /// The name diagnostics use.
    pub name: String,
    /// Where people find it: a path or an address.
    pub path: String,
    pub text: String,
}

/// A diagnostic as JSON.
#[derive(Serialize)]
pub struct DiagnosticJson<'a> {
    code: Option<&'static str>,
    message: &'a str,
    subgraphs: &'a [String],
    locations: Vec<LocationJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
}

#[derive(Serialize)]
struct LocationJson<'a> {
    subgraph: &'a str,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct DiagnosticsJson<'a> {
    errors: Vec<DiagnosticJson<'a>>,
    hints: Vec<DiagnosticJson<'a>>,
}

/// Diagnostics in their JSON form.
pub fn to_json<'a>(diagnostics: &'a [Diagnostic]) -> Vec<DiagnosticJson<'a>> {
    let one = |diagnostic: &'a Diagnostic| DiagnosticJson {
        code: diagnostic.code.map(|code| code.as_str()),
        message: &diagnostic.message,
        subgraphs: &diagnostic.subgraphs,
        locations: diagnostic
            .locations
            .iter()
            .map(|location| LocationJson {
                subgraph: &location.subgraph,
                line: location.line,
                column: location.column,
            })
            .collect(),
        help: diagnostic.help.as_deref(),
    };
    diagnostics.iter().map(one).collect()
}

/// One line of JSON: `{"errors":[...],"hints":[...]}`.
pub fn diagnostics_line(errors: &[Diagnostic], hints: &[Diagnostic]) -> String {
    json_line(&DiagnosticsJson {
        errors: to_json(errors),
        hints: to_json(hints),
    })
}

/// A value as JSON with a line break at its end.
pub fn json_line(value: &impl Serialize) -> String {
    serde_json::to_string(value).expect("what we report has only string keys") + "\n"
}

/// Shows diagnostics to people, on stderr, and a line that sums up.
pub fn show(errors: &[Diagnostic], hints: &[Diagnostic], sources: &[Source], summary: &str) {
    let mut renderer = Renderer::new(Palette::COLOURED);
    for source in sources {
        renderer.source(&source.name, &source.path, &source.text);
    }
    let mut text = String::new();
    let errors_shown = errors.iter().map(|error| renderer.error(error));
    for diagnostic in errors_shown.chain(hints.iter().map(|hint| renderer.hint(hint))) {
        text.push_str(&diagnostic);
        text.push('\n');
    }
    let counts = match (errors.len(), hints.len()) {
        (0, 0) => String::new(),
        (0, hints) => format!(" ({})", counted(hints, "hint")),
        (errors, 0) => format!(" ({})", counted(errors, "error")),
        (errors, hints) => format!(" ({}, {})", counted(errors, "error"), counted(hints, "hint")),
    };
    let label = if errors.is_empty() {
        String::new()
    } else {
        format!("{ERROR}error{ERROR:#}: ")
    };
    say(&format!("{text}{label}{BOLD}{summary}{counts}{BOLD:#}\n"));
}

/// `1 error`, `2 errors`.
pub fn counted(number: usize, noun: &str) -> String {
    let plural = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{plural}")
}

/// Tells what is wrong with the usage.
pub fn complain(sentence: &str) {
    say(&format!("{ERROR}error{ERROR:#}: {sentence}\n"));
}

/// Tells why something is refused, and where.
pub fn refuse(code: &str, message: &str, place: &str) {
    say(&format!(
        "{ERROR}error[{code}]{ERROR:#}{BOLD}: {message}{BOLD:#}\n {BLUE}-->{BLUE:#} {place}\n"
    ));
}

/// Writes to stderr; styles only reach a terminal. Where nobody listens nothing is lost.
pub fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes styled text to stdout; styles only reach a terminal.
pub fn print_styled(text: &str) -> Result<(), Misuse> {
    written(anstream::stdout().lock().write_all(text.as_bytes()), "stdout")
}

/// Writes a result to stdout. A reader that has read enough is no error.
pub fn print(text: &str) -> Result<(), Misuse> {
    let mut stdout = std::io::stdout().lock();
    written(stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()), "stdout")
}

fn written(result: std::io::Result<()>, place: &str) -> Result<(), Misuse> {
    match result {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Misuse(format!("{place} cannot be written: {error}"))),
        _ => Ok(()),
    }
}

/// Writes a result to a file, or to stdout where none is named.
pub fn deliver(text: &str, file: Option<&Path>) -> Result<(), Misuse> {
    match file {
        Some(path) => written(std::fs::write(path, text), &path.display().to_string()),
        None => print(text),
    }
}

/// Reads a text file, without the byte order mark some editors begin it with. The path `-` is stdin.
pub fn read(path: &Path) -> Result<String, Misuse> {
    let is_stdin = path == Path::new("-");
    let shown = if is_stdin { "stdin".into() } else { path.display().to_string() };
    let bytes = if is_stdin {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(path)
    };
    let bytes = bytes.map_err(|error| Misuse(format!("{shown} cannot be read: {error}")))?;
    let text = String::from_utf8(bytes).map_err(|_| Misuse(format!("{shown} is not UTF-8 text")))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}

/// Ends a command that makes a schema: the schema to stdout or a file, diagnostics in the form that was asked for.
pub fn finish(made: Result<(&str, &[Diagnostic]), &[Diagnostic]>, sources: &[Source], to: &Destination, told: Summary<'_>) -> Outcome {
    match (made, to.format) {
        (Ok((schema, hints)), format) => {
            deliver(schema, to.output.as_deref())?;
            match format {
                Format::Text if hints.is_empty() && to.output.is_none() => {}
                Format::Text => show(&[], hints, sources, told.success),
                Format::Json => {
                    let line = diagnostics_line(&[], hints);
                    // Stdout belongs to the schema, unless that went to a file.
                    match to.output {
                        Some(_) => print(&line)?,
                        None => say(&line),
                    }
                }
            }
            Ok(ExitCode::SUCCESS)
        }
        (Err(errors), Format::Text) => {
            show(errors, &[], sources, told.failure);
            Ok(ExitCode::FAILURE)
        }
        (Err(errors), Format::Json) => {
            print(&diagnostics_line(errors, &[]))?;
            Ok(ExitCode::FAILURE)
        }
    }
}
