//! `router compose --stdio`: compositions as JSON lines, for editors and test drivers.
//!
//! Owns the lines' shapes. One line out per line in, whatever stands in it: a line that is no request is answered with
//! an error, under its id if that can be read.

use std::fmt;
use std::io::{BufRead, ErrorKind, Read as _, Write};
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use router_composition::{Composed, Diagnostic, SubgraphInput, compose};
use serde::de::{self, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::value::RawValue;

use super::output::{DiagnosticJson, json_line, to_json};
use super::{Misuse, Outcome};

/// Longest line; one of this length is more than anything could hold in memory as a composed graph.
const LINE_BYTES: u64 = 1 << 30;

#[derive(Deserialize)]
struct SubgraphJson {
    name: String,
    #[serde(default)]
    url: Option<String>,
    sdl: String,
}

#[derive(Default)]
struct Request {
    id: Option<Box<RawValue>>,
    subgraphs: Option<Vec<SubgraphJson>>,
}

#[derive(Serialize)]
struct Answer<'a> {
    id: Option<&'a RawValue>,
    ok: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    supergraph: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    api: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hints: Option<Vec<DiagnosticJson<'a>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    errors: Option<Vec<DiagnosticJson<'a>>>,
}

/// Answers until the input ends or nobody reads the answers.
pub fn run(mut input: impl BufRead, mut output: impl Write) -> Outcome {
    let mut line = Vec::new();
    loop {
        line.clear();
        let read = input.by_ref().take(LINE_BYTES).read_until(b'\n', &mut line);
        if read.map_err(|error| Misuse(format!("stdin cannot be read: {error}")))? == 0 {
            return Ok(ExitCode::SUCCESS);
        }
        let is_cut = line.last() != Some(&b'\n') && line.len() as u64 == LINE_BYTES;
        if is_cut {
            skip_line(&mut input)?;
        }
        let answer = answer(&line, is_cut);
        match output.write_all(answer.as_bytes()).and_then(|()| output.flush()) {
            Ok(()) => {}
            Err(error) if error.kind() == ErrorKind::BrokenPipe => return Ok(ExitCode::SUCCESS),
            Err(error) => return Err(Misuse(format!("stdout cannot be written: {error}"))),
        }
    }
}

/// Reads on to the end of a line that is too long, holding none of it.
fn skip_line(input: &mut impl BufRead) -> Result<(), Misuse> {
    loop {
        let buffer = input.fill_buf().map_err(|error| Misuse(format!("stdin cannot be read: {error}")))?;
        let end = buffer.iter().position(|byte| *byte == b'\n');
        let length = end.map_or(buffer.len(), |end| end + 1);
        let is_over = end.is_some() || buffer.is_empty();
        input.consume(length);
        if is_over {
            return Ok(());
        }
    }
}

fn answer(line: &[u8], is_cut: bool) -> String {
    let mut request = Request::default();
    let read = read_request(line, &mut request);
    let id = request.id.as_deref();
    let subgraphs = match (read, is_cut) {
        (_, true) => return refusal(id, format!("The line is longer than {LINE_BYTES} bytes.")),
        (Err(error), _) => return refusal(id, format!("The line is no request: {error}.")),
        (Ok(()), _) => request.subgraphs.unwrap_or_default(),
    };
    let inputs = subgraphs.into_iter().map(|subgraph| SubgraphInput {
        name: subgraph.name,
        url: subgraph.url,
        sdl: subgraph.sdl,
    });
    let inputs: Vec<SubgraphInput> = inputs.collect();
    // The next line must be answered though composing this one met a fault of ours.
    match std::panic::catch_unwind(AssertUnwindSafe(|| compose(inputs))) {
        Ok(composed) => composition(id, &composed),
        Err(_) => refusal(id, "Composing met a fault of the composer itself; stderr says where.".to_owned()),
    }
}

fn composition(id: Option<&RawValue>, composed: &Result<Composed, Vec<Diagnostic>>) -> String {
    let composed_sdl = composed.as_ref().ok();
    json_line(&Answer {
        id,
        ok: composed.is_ok(),
        supergraph: composed_sdl.map(|composed| composed.supergraph_sdl.as_str()),
        api: composed_sdl.map(|composed| composed.api_sdl.as_str()),
        hints: composed_sdl.map(|composed| to_json(&composed.hints)),
        errors: composed.as_ref().err().map(|errors| to_json(errors)),
    })
}

fn refusal(id: Option<&RawValue>, message: String) -> String {
    let error = Diagnostic {
        code: None,
        message,
        subgraphs: Vec::new(),
        locations: Vec::new(),
        help: Some("Write {\"id\": ..., \"subgraphs\": [{\"name\": ..., \"url\": ..., \"sdl\": ...}]} on one line.".to_owned()),
    };
    composition(id, &Err(vec![error]))
}

/// Fills the request as far as the line can be read.
fn read_request(line: &[u8], request: &mut Request) -> Result<(), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(line);
    Filling(request).deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Reads into a request that is already there, so that what was read before an error is not lost.
struct Filling<'a>(&'a mut Request);

impl<'de> DeserializeSeed<'de> for Filling<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Filling<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("an object with `id` and `subgraphs`")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut wrong = None;
        while let Some(key) = map.next_key::<String>()? {
            match key.as_str() {
                "id" => self.0.id = Some(map.next_value()?),
                // Read apart, so that an id after wrong subgraphs is found too.
                "subgraphs" => match serde_json::from_str(map.next_value::<Box<RawValue>>()?.get()) {
                    Ok(subgraphs) => self.0.subgraphs = Some(subgraphs),
                    Err(error) => wrong = Some(error),
                },
                _ => drop(map.next_value::<IgnoredAny>()?),
            }
        }
        match (wrong, &self.0.subgraphs) {
            (Some(error), _) => Err(de::Error::custom(error)),
            (None, None) => Err(de::Error::missing_field("subgraphs")),
            (None, Some(_)) => Ok(()),
        }
    }
}
