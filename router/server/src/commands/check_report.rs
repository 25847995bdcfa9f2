//! The report of `router check`, as text and as JSON.

use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use router_composition::Impact;
use serde::Serialize;

use super::check::{Judged, NEW, OLD};
use super::operations::{Operations, Refused};
use super::output::{BOLD, Source, counted, json_line};

const BREAKING: Style = AnsiColor::Red.on_default().bold();
const DANGEROUS: Style = AnsiColor::Yellow.on_default().bold();
const SAFE: Style = AnsiColor::Green.on_default().bold();
const MARGIN: Style = AnsiColor::Blue.on_default().bold();

/// Operations named under one change; JSON names all.
const SHOWN_OPERATIONS: usize = 5;

const IMPACTS: [Impact; 3] = [Impact::Breaking, Impact::Dangerous, Impact::Safe];

fn word(impact: Impact) -> &'static str {
    match impact {
        Impact::Breaking => "breaking",
        Impact::Dangerous => "dangerous",
        Impact::Safe => "safe",
    }
}

fn style(impact: Impact) -> Style {
    match impact {
        Impact::Breaking => BREAKING,
        Impact::Dangerous => DANGEROUS,
        Impact::Safe => SAFE,
    }
}

fn count(changes: &[Judged], impact: Impact) -> usize {
    changes.iter().filter(|judged| judged.change.impact == impact).count()
}

/// For people; styled.
pub fn text(changes: &[Judged], operations: Option<&Operations>, sources: &[&Source]) -> String {
    let mut text = String::new();
    for Judged { change, reason, used_by } in changes {
        let style = style(change.impact);
        let _ = writeln!(
            text,
            "{style}{}[{}]{style:#} {BOLD}{}{BOLD:#}: {}",
            word(change.impact),
            change.code.as_str(),
            change.coordinate,
            change.message
        );
        if let Some(location) = &change.location
            && let Some(source) = sources.iter().find(|source| source.name == location.subgraph)
        {
            let _ = writeln!(
                text,
                "  {MARGIN}-->{MARGIN:#} {}:{}:{}",
                source.path, location.line, location.column
            );
        }
        if let Some(reason) = reason {
            let _ = writeln!(text, "  {MARGIN}={MARGIN:#} safe here: {reason}");
        }
        for operation in used_by.iter().take(SHOWN_OPERATIONS) {
            let _ = writeln!(text, "  {MARGIN}={MARGIN:#} used by {operation}");
        }
        if let Some(more) = used_by.len().checked_sub(SHOWN_OPERATIONS).filter(|more| *more > 0) {
            let _ = writeln!(text, "  {MARGIN}={MARGIN:#} and by {more} more");
        }
    }
    if let Some(operations) = operations {
        refused(&mut text, BREAKING, "broken", "The new schema refuses it", &operations.broken);
        refused(
            &mut text,
            DANGEROUS,
            "unreadable",
            "Neither schema takes it, so what it uses is not known",
            &operations.unreadable,
        );
    }
    if !text.is_empty() {
        text.push('\n');
    }
    let counts: Vec<String> = IMPACTS
        .iter()
        .map(|impact| (count(changes, *impact), word(*impact)))
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let _ = match counts.is_empty() {
        true => write!(text, "{BOLD}no changes"),
        false => write!(text, "{BOLD}{}: {}", counted(changes.len(), "change"), counts.join(", ")),
    };
    if let Some(operations) = operations {
        let broken = match operations.broken.len() {
            0 => String::new(),
            number => format!(", {} broken", counted(number, "file")),
        };
        let _ = write!(text, "; {}{broken}", counted(operations.count, "operation"));
    }
    let _ = writeln!(text, "{BOLD:#}");
    text
}

fn refused(text: &mut String, style: Style, word: &str, sentence: &str, files: &[Refused]) {
    for file in files {
        let _ = writeln!(text, "{style}{word}{style:#} {BOLD}{}{BOLD:#}: {sentence}:", file.path);
        for error in &file.errors {
            let place = error.locations.first();
            let place = place.map_or(file.path.clone(), |place| format!("{}:{}:{}", file.path, place.line, place.column));
            let _ = writeln!(text, "  {MARGIN}-->{MARGIN:#} {place}: {}", error.message);
        }
    }
}

#[derive(Serialize)]
struct ReportJson<'a> {
    changes: Vec<ChangeJson<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    operations: Option<OperationsJson<'a>>,
    summary: SummaryJson,
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    impact: &'static str,
    code: &'static str,
    coordinate: &'a str,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    used_by: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    location: Option<LocationJson>,
}

#[derive(Serialize)]
struct LocationJson {
    schema: &'static str,
    line: u32,
    column: u32,
}

#[derive(Serialize)]
struct OperationsJson<'a> {
    count: usize,
    broken: Vec<RefusedJson<'a>>,
    unreadable: Vec<RefusedJson<'a>>,
}

#[derive(Serialize)]
struct RefusedJson<'a> {
    file: &'a str,
    errors: Vec<RefusalJson<'a>>,
}

#[derive(Serialize)]
struct RefusalJson<'a> {
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    column: Option<u32>,
}

#[derive(Serialize)]
struct SummaryJson {
    breaking: usize,
    dangerous: usize,
    safe: usize,
}

/// For programs; one line.
pub fn json(changes: &[Judged], operations: Option<&Operations>) -> String {
    json_line(&ReportJson {
        changes: changes.iter().map(change_json).collect(),
        operations: operations.map(|operations| OperationsJson {
            count: operations.count,
            broken: operations.broken.iter().map(refused_json).collect(),
            unreadable: operations.unreadable.iter().map(refused_json).collect(),
        }),
        summary: SummaryJson {
            breaking: count(changes, Impact::Breaking),
            dangerous: count(changes, Impact::Dangerous),
            safe: count(changes, Impact::Safe),
        },
    })
}

fn change_json(judged: &Judged) -> ChangeJson<'_> {
    let change = &judged.change;
    ChangeJson {
        impact: word(change.impact),
        code: change.code.as_str(),
        coordinate: &change.coordinate,
        message: &change.message,
        reason: judged.reason.as_deref(),
        used_by: &judged.used_by,
        location: change.location.as_ref().map(|location| LocationJson {
            schema: if location.subgraph == OLD { OLD } else { NEW },
            line: location.line,
            column: location.column,
        }),
    }
}

fn refused_json(refused: &Refused) -> RefusedJson<'_> {
    let errors = refused.errors.iter().map(|error| RefusalJson {
        message: &error.message,
        line: error.locations.first().map(|place| place.line),
        column: error.locations.first().map(|place| place.column),
    });
    RefusedJson {
        file: &refused.path,
        errors: errors.collect(),
    }
}
