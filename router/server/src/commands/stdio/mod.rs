//! Commands as JSON lines, for editors and test drivers: `router compose --stdio`, `router plan --stdio`.
//!
//! Owns the reading of lines. One line out per line in, whatever stands in it: a line that is no request is answered with
//! an error, under its id if that can be read. What a request says is the command's: a file each.

pub mod compose;
pub mod plan;

use std::collections::BTreeMap;
use std::fmt;
use std::io::{BufRead, ErrorKind, Read as _, Write};
use std::panic::AssertUnwindSafe;
use std::process::ExitCode;

use serde::Deserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::{Misuse, Outcome};

/// Longest line; one of this length is more than anything could hold in memory.
const LINE_BYTES: u64 = 1 << 30;

/// What a command does with a line.
pub trait Answering {
    /// The keys of a request besides `id`; others are ignored.
    const KEYS: &'static [&'static str];

    /// The answer to a request; the error is a sentence about a line that is no request.
    fn answer(&mut self, request: &Request) -> Result<String, serde_json::Error>;

    /// The answer to a line that is no request, or with which something went wrong.
    fn refuse(&self, id: Option<&RawValue>, message: String) -> String;
}

/// A line's object, as far as it could be read.
#[derive(Default)]
pub struct Request {
    pub id: Option<Box<RawValue>>,
    parts: BTreeMap<String, Box<RawValue>>,
}

impl Request {
    /// What stands under a key; `None` if nothing or `null` does.
    pub fn part<T: DeserializeOwned>(&self, key: &str) -> Result<Option<T>, serde_json::Error> {
        self.parts
            .get(key)
            .map_or(Ok(None), |value| serde_json::from_str::<Option<T>>(value.get()))
    }
}

/// Answers until the input ends or nobody reads the answers.
pub fn run(mut input: impl BufRead, mut output: impl Write, mut command: impl Answering) -> Outcome {
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
        let answer = answer(&line, is_cut, &mut command);
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

fn answer<C: Answering>(line: &[u8], is_cut: bool, command: &mut C) -> String {
    let mut request = Request::default();
    let read = read_request(line, C::KEYS, &mut request);
    let id = request.id.as_deref();
    match (read, is_cut) {
        (_, true) => return command.refuse(id, format!("The line is longer than {LINE_BYTES} bytes.")),
        (Err(error), _) => return command.refuse(id, format!("The line is no request: {error}.")),
        (Ok(()), _) => {}
    }
    // The next line must be answered though this one met a fault of ours.
    match std::panic::catch_unwind(AssertUnwindSafe(|| command.answer(&request))) {
        Ok(Ok(answer)) => answer,
        Ok(Err(error)) => command.refuse(id, format!("The line is no request: {error}.")),
        Err(_) => command.refuse(id, "This line met a fault of the program itself; stderr says where.".to_owned()),
    }
}

/// Fills the request as far as the line can be read.
fn read_request(line: &[u8], keys: &[&str], request: &mut Request) -> Result<(), serde_json::Error> {
    let mut deserializer = serde_json::Deserializer::from_slice(line);
    Filling { keys, request }.deserialize(&mut deserializer)?;
    deserializer.end()
}

/// Reads into a request that is already there, so that what was read before an error is not lost.
struct Filling<'a> {
    keys: &'a [&'a str],
    request: &'a mut Request,
}

impl<'de> DeserializeSeed<'de> for Filling<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Filling<'_> {
    type Value = ();

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "an object with `id` and `{}`", self.keys.join("`, `"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<String>()? {
            if key == "id" {
                self.request.id = Some(map.next_value()?);
            } else if self.keys.contains(&key.as_str()) {
                // Only kept here, so that an id after a wrong part is found too.
                self.request.parts.insert(key, map.next_value()?);
            } else {
                map.next_value::<IgnoredAny>()?;
            }
        }
        Ok(())
    }
}
