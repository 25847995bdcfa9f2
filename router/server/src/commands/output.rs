//! What commands write: diagnostics as text or JSON, results on stdout or into a file.
//!
//! Owns the forms and where they go: results to stdout, everything said to people to stderr, coloured where a person
//! looks at it. Must not know which command speaks.

use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anstyle::{AnsiColor, Style};
use clap::ValueEnum;
use router_composition::{Diagnostic, Palette, Renderer};
use serde::Serialize;

use super::Misuse;

const ERROR: Style = AnsiColor::Red.on_default().bold();
const BOLD: Style = Style::new().bold();

/// The form of what a command reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people: source lines with a mark under the place.
    Text,
    /// For programs: one JSON document.
    Json,
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

/// Writes to stderr; styles only reach a terminal. Where nobody listens nothing is lost.
pub fn say(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
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

/// Reads a text file, without the byte order mark some editors begin it with.
pub fn read(path: &Path) -> Result<String, Misuse> {
    let bytes = std::fs::read(path).map_err(|error| Misuse(format!("{} cannot be read: {error}", path.display())))?;
    let text = String::from_utf8(bytes).map_err(|_| Misuse(format!("{} is not UTF-8 text", path.display())))?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(text) => text.to_owned(),
        None => text,
    })
}
