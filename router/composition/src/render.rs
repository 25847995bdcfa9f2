//! Diagnostics as text for people: code and sentence, each place with its source line and a mark under it, the help.
//! Owns the layout and the colours; must not know what any code means, nor where the text is shown.

use crate::diagnostic::{Diagnostic, Location};
use anstyle::{AnsiColor, Style};
use std::collections::HashMap;
use std::fmt::Write as _;

/// Most characters shown of one source line; of a longer one the part around the place is shown.
const SHOWN_WIDTH: usize = 160;

/// The styles of the parts of a rendered diagnostic.
#[derive(Clone, Copy, Debug)]
pub struct Palette {
    error: Style,
    hint: Style,
    sentence: Style,
    margin: Style,
    help: Style,
}

impl Palette {
    /// No colours.
    pub const PLAIN: Palette = Palette {
        error: Style::new(),
        hint: Style::new(),
        sentence: Style::new(),
        margin: Style::new(),
        help: Style::new(),
    };
    /// ANSI colours that are legible on dark and light grounds.
    pub const COLOURED: Palette = Palette {
        error: AnsiColor::Red.on_default().bold(),
        hint: AnsiColor::Yellow.on_default().bold(),
        sentence: Style::new().bold(),
        margin: AnsiColor::Blue.on_default().bold(),
        help: AnsiColor::Green.on_default().bold(),
    };
}

/// Renders diagnostics over the texts they speak of.
#[derive(Debug)]
pub struct Renderer<'a> {
    palette: Palette,
    /// By the name diagnostics use: how the place is shown, and the text.
    sources: HashMap<&'a str, (&'a str, &'a str)>,
}

impl<'a> Renderer<'a> {
    /// A renderer that knows no text yet; a place in an unknown text is named without its line.
    pub fn new(palette: Palette) -> Self {
        Renderer {
            palette,
            sources: HashMap::new(),
        }
    }

    /// Makes a text known: `name` as in [`Location::subgraph`], `path` as people find it, and the SDL.
    pub fn source(&mut self, name: &'a str, path: &'a str, sdl: &'a str) {
        self.sources.insert(name, (path, sdl));
    }

    /// The diagnostic as an error, ending in a line break.
    pub fn error(&self, diagnostic: &Diagnostic) -> String {
        self.render(diagnostic, "error", self.palette.error)
    }

    /// The diagnostic as a hint, ending in a line break.
    pub fn hint(&self, diagnostic: &Diagnostic) -> String {
        self.render(diagnostic, "hint", self.palette.hint)
    }

    fn render(&self, diagnostic: &Diagnostic, label: &str, style: Style) -> String {
        let Palette {
            sentence, margin, help, ..
        } = self.palette;
        let mut text = String::new();
        let _ = match diagnostic.code {
            Some(code) => write!(text, "{style}{label}[{}]{style:#}", code.as_str()),
            None => write!(text, "{style}{label}{style:#}"),
        };
        let (first, rest) = diagnostic.message.split_once('\n').unwrap_or((&diagnostic.message, ""));
        let _ = writeln!(text, "{sentence}: {}{sentence:#}", shown(first));
        for line in rest.lines() {
            let _ = writeln!(text, "{}", shown(line));
        }
        let widest = diagnostic.locations.iter().map(|location| location.line).max().unwrap_or(0);
        let width = widest.to_string().len();
        let blank = " ".repeat(width);
        for (index, location) in diagnostic.locations.iter().enumerate() {
            let (path, sdl) = self.sources.get(&*location.subgraph).copied().unwrap_or((&location.subgraph, ""));
            let arrow = if index == 0 { "-->" } else { ":::" };
            let _ = writeln!(
                text,
                "{blank}{margin}{arrow}{margin:#} {path}:{}:{}",
                location.line, location.column
            );
            if let Some((line, mark)) = excerpt(sdl, location) {
                let number = location.line;
                let _ = writeln!(text, "{blank} {margin}|{margin:#}");
                let _ = writeln!(text, "{margin}{number:>width$} |{margin:#} {line}");
                let _ = writeln!(text, "{blank} {margin}|{margin:#} {}{style}{}{style:#}", mark.indent, mark.carets);
            }
        }
        if let Some(advice) = &diagnostic.help {
            let _ = writeln!(text, "{blank} {margin}={margin:#} {help}help{help:#}: {}", shown(advice));
        }
        text
    }
}

/// What stands under a source line.
struct Mark {
    indent: String,
    carets: String,
}

/// The source line of a place and the mark under it.
fn excerpt(sdl: &str, location: &Location) -> Option<(String, Mark)> {
    let line = line_of(sdl, location.line)?;
    let column = (location.column as usize).saturating_sub(1);
    let length = line.chars().count();
    if column > length {
        return None;
    }
    let start = if length > SHOWN_WIDTH {
        column.saturating_sub(SHOWN_WIDTH / 2).min(length - SHOWN_WIDTH)
    } else {
        0
    };
    let window: String = line.chars().skip(start).take(SHOWN_WIDTH).collect();
    let left = if start > 0 { "…" } else { "" };
    let right = if start + SHOWN_WIDTH < length { "…" } else { "" };
    // Tabs stay tabs, so that the mark stands under its column however wide they are shown.
    let indent = left
        .chars()
        .chain(window.chars().take(column - start))
        .map(|character| if character == '\t' { '\t' } else { ' ' })
        .collect();
    let rest: String = window.chars().skip(column - start).collect();
    let carets = "^".repeat(token_length(&rest).max(1));
    Some((format!("{left}{}{right}", shown(&window)), Mark { indent, carets }))
}

/// A line by its number from 1. `\r\n` ends one line, a lone `\r` too (October 2021, section 2.1.3).
fn line_of(sdl: &str, number: u32) -> Option<&str> {
    let wanted = (number as usize).checked_sub(1)?;
    let lines = sdl.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'));
    if sdl.is_empty() { None } else { lines.into_iter().nth(wanted) }
}

/// Characters of the token that begins the text: a name with its sigil, a string or a number.
fn token_length(text: &str) -> usize {
    let is_name = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let sigils = text.chars().take_while(|character| matches!(character, '@' | '$')).count().min(1);
    if let Some(body) = text.strip_prefix('"') {
        let mut is_escaped = false;
        let ends = |character: char| {
            let is_end = character == '"' && !is_escaped;
            is_escaped = character == '\\' && !is_escaped;
            is_end
        };
        return body.chars().position(ends).map_or(1, |end| end + 2);
    }
    sigils + text.chars().skip(sigils).take_while(|character| is_name(*character)).count()
}

/// The text without characters that would steer a terminal.
fn shown(text: &str) -> String {
    text.chars()
        .map(|character| {
            if character.is_control() && character != '\t' {
                '\u{fffd}'
            } else {
                character
            }
        })
        .collect()
}

/// The diagnostic as plain text, as an error. `sources` are (subgraph name, SDL).
pub fn render(diagnostic: &Diagnostic, sources: &[(String, String)]) -> String {
    let mut renderer = Renderer::new(Palette::PLAIN);
    for (name, sdl) in sources {
        renderer.source(name, name, sdl);
    }
    renderer.error(diagnostic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Code;

    fn at(places: &[(&str, u32, u32)]) -> Diagnostic {
        let locations = places.iter().map(|(subgraph, line, column)| Location {
            subgraph: (*subgraph).into(),
            line: *line,
            column: *column,
        });
        Diagnostic {
            code: Some(Code::KeyInvalidFields),
            message: "It is wrong:\n  very wrong.".into(),
            subgraphs: vec!["a".into()],
            locations: locations.collect(),
            help: Some("Right it.".into()),
        }
    }

    #[test]
    fn several_places_share_one_margin() {
        let long = format!("{}type T @key(fields: \"id\")", "\n".repeat(11));
        let mut renderer = Renderer::new(Palette::PLAIN);
        renderer.source("a", "graphs/a.graphql", "type\tT");
        renderer.source("b", "b", &long);
        let text = renderer.error(&at(&[("a", 1, 6), ("b", 12, 21), ("c", 3, 4)]));
        let expected = "\
error[KEY_INVALID_FIELDS]: It is wrong:
  very wrong.
  --> graphs/a.graphql:1:6
   |
 1 | type\tT
   |     \t^
  ::: b:12:21
   |
12 | type T @key(fields: \"id\")
   |                     ^^^^
  ::: c:3:4
   = help: Right it.
";
        assert_eq!(text, expected);
    }

    #[test]
    fn long_lines_show_the_part_around_the_place() {
        let sdl = format!("{}needle{}", "x ".repeat(500), " y".repeat(500));
        let mut renderer = Renderer::new(Palette::PLAIN);
        renderer.source("a", "a", &sdl);
        let text = renderer.hint(&at(&[("a", 1, 1001)]));
        let lines: Vec<&str> = text.lines().collect();
        let column = lines[4].chars().position(|character| character == 'n').unwrap();
        assert!(lines[4].chars().count() < 200 && lines[4].contains('…'));
        assert_eq!(lines[5].chars().position(|character| character == '^'), Some(column));
    }

    #[test]
    fn no_text_steers_the_terminal() {
        let mut renderer = Renderer::new(Palette::PLAIN);
        renderer.source("a", "a", "type \u{1b}[31mT\rtype U");
        assert!(!renderer.error(&at(&[("a", 1, 1)])).contains('\u{1b}'));
        assert!(renderer.error(&at(&[("a", 2, 6)])).contains("2 | type U"));
        let mut coloured = Renderer::new(Palette::COLOURED);
        coloured.source("a", "a", "type T");
        assert!(coloured.error(&at(&[("a", 1, 6)])).contains("\u{1b}["));
    }
}
