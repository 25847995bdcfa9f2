//! From a subgraph's reply to a parsed response and the errors it brings.
//!
//! Decides what counts as a response: a GraphQL body does, whatever its HTTP status; anything else is one error of ours.

use crate::block::Cell;
use crate::json::{Malformed, Scanner, Span, Start, unescape, unescape_key};
use crate::leaf::Names;
use crate::parser::{Parsed, list_number, parse_response};
use crate::program::FetchProgram;
use crate::representation::Representations;
use crate::transport::{FetchFailure, Reply};

/// How many errors of one response are looked at.
const MAX_ERRORS: usize = 100;

/// A step of an error's path as the subgraph gave it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PathPart {
    Key(String),
    Index(u32),
}

/// An error of a subgraph, or of the exchange with it.
#[derive(Debug, Clone)]
pub(crate) struct SubgraphError {
    pub(crate) fetch: u32,
    pub(crate) message: String,
    /// Whether the message is the subgraph's own, and so subject to masking.
    pub(crate) foreign: bool,
    pub(crate) path: Option<Vec<PathPart>>,
    /// The code as JSON.
    pub(crate) code: Option<Vec<u8>>,
    /// Other extensions: quoted key and JSON value.
    pub(crate) extensions: Vec<(Vec<u8>, Vec<u8>)>,
}

/// Reads the reply to fetch number `fetch`. `sent` is what an entity fetch sent.
pub(crate) fn read_reply(
    fetch: u32,
    program: &FetchProgram,
    names: &Names,
    reply: Reply,
    sent: Option<&Representations>,
) -> (Option<Parsed>, Vec<SubgraphError>) {
    let one = |code: &str, what: &str| SubgraphError {
        fetch,
        message: format!("The subgraph \"{}\" {what}.", program.service),
        foreign: false,
        path: None,
        code: Some(format!("\"{code}\"").into_bytes()),
        extensions: Vec::new(),
    };
    let own = |code: &str, what: &str| vec![one(code, what)];
    if let Some(failure) = &reply.failure {
        tracing::warn!(subgraph = %program.service, %failure, "fetch failed");
        let errors = match failure {
            FetchFailure::Unreachable(_) => own("SUBGRAPH_UNREACHABLE", "could not be reached"),
            FetchFailure::Timeout => own("SUBGRAPH_TIMEOUT", "did not answer in time"),
            FetchFailure::Unusable(_) => own("SUBGRAPH_MALFORMED", "gave an unusable response"),
        };
        return (None, errors);
    }
    let refused = reply.status.filter(|status| !status.is_success());
    let malformed = |what: &dyn std::fmt::Display| {
        tracing::warn!(subgraph = %program.service, status = ?reply.status, %what, "malformed response");
        match refused {
            Some(status) => own("SUBGRAPH_HTTP_STATUS", &format!("answered with HTTP status {}", status.as_u16())),
            None => own("SUBGRAPH_MALFORMED", "gave a response that is not valid GraphQL"),
        }
    };
    // Several lists are asked under keys of their own.
    let lists = sent.map_or(0, |sent| sent.lists.len() as u32);
    let numbered = if lists > 1 { lists } else { 0 };
    let parsed = match parse_response(reply.body.clone(), &program.shape, names, numbered) {
        Ok(parsed) => parsed,
        Err(error) => return (None, malformed(&error)),
    };
    let mut errors = match parsed.errors.map(|span| read_errors(fetch, parsed.block.text(span))) {
        None => Vec::new(),
        Some(Ok(errors)) => errors,
        Some(Err(error)) => return (None, malformed(&error)),
    };
    if parsed.data.is_none() && errors.is_empty() {
        return (None, malformed(&"neither data nor errors"));
    }
    if let (Some(sent), Some(data)) = (sent, parsed.data) {
        if numbered > 0 {
            errors.iter_mut().for_each(|error| renumber(error, sent));
        }
        for (number, list) in sent.lists.iter().enumerate() {
            match parsed.block.cell(data + number as u32) {
                Cell::List { first, len } if len == list.count => {
                    let odd = (0..len).filter(|index| parsed.block.cell(first + index) == Cell::Invalid);
                    let home = |index| {
                        if numbered > 0 {
                            representation(sent, (number as u32, index))
                        } else {
                            index
                        }
                    };
                    errors.extend(odd.take(MAX_ERRORS).map(|index| SubgraphError {
                        path: Some(vec![PathPart::Key("_entities".to_owned()), PathPart::Index(home(index))]),
                        ..one("SUBGRAPH_INVALID_VALUE", "gave an entity that is no object")
                    }));
                }
                Cell::List { len, .. } => {
                    errors.extend(malformed(&format_args!("{len} entities for {} representations", list.count)));
                    return (None, errors);
                }
                _ if errors.is_empty() => return (None, malformed(&"no list of entities")),
                _ => return (None, errors),
            }
        }
    }
    (Some(parsed), errors)
}

/// Restates a path into one of several lists as if all representations were in one.
fn renumber(error: &mut SubgraphError, sent: &Representations) {
    let Some([PathPart::Key(key), rest @ ..]) = error.path.as_deref_mut() else {
        return;
    };
    let Some(list) = list_number(key.as_bytes()) else { return };
    *key = "_entities".to_owned();
    if let [PathPart::Index(index), ..] = rest {
        *index = representation(sent, (list, *index));
    }
}

/// The number, among all representations, of the one at a place in one of several lists.
fn representation(sent: &Representations, home: (u32, u32)) -> u32 {
    let number = sent.homes.iter().position(|other| *other == home);
    number.map_or(u32::MAX, |number| number as u32)
}

/// Reads the `errors` list (specification section 7.1.2). An entry that is no object with a message is malformed.
fn read_errors(fetch: u32, text: &[u8]) -> Result<Vec<SubgraphError>, Malformed> {
    let mut scanner = Scanner::new(text);
    if scanner.start()? != Start::Array {
        return Err(Malformed {
            at: 0,
            what: "errors that are no list",
        });
    }
    let mut errors = Vec::new();
    let mut more = scanner.enter_array()?;
    while more && errors.len() < MAX_ERRORS {
        let mut error = SubgraphError {
            fetch,
            message: String::from("Unknown error"),
            foreign: true,
            path: None,
            code: None,
            extensions: Vec::new(),
        };
        let at = scanner.at();
        let entry = scanner.value()?;
        let Some(members) = members(entry.of(text))? else {
            return Err(Malformed {
                at,
                what: "an error that is no object",
            });
        };
        for (key, value) in members {
            let value = value.of(entry.of(text));
            match (key.as_slice(), value.first()) {
                (b"message", Some(b'"')) => error.message = unescape(value),
                (b"path", Some(b'[')) => error.path = read_path(value)?,
                (b"extensions", Some(b'{')) => {
                    for (key, inner) in members_of(value)? {
                        let inner = inner.of(value).to_vec();
                        match key.as_slice() {
                            // A code that is no string is none: clients compare it with those they know.
                            b"code" if inner.first() == Some(&b'"') => error.code = Some(inner),
                            b"code" => {}
                            b"service" => {}
                            _ => {
                                let mut quoted = Vec::new();
                                crate::json::push_string(&mut quoted, &String::from_utf8_lossy(&key));
                                error.extensions.push((quoted, inner));
                            }
                        }
                    }
                }
                _ => {}
            }
        }
        errors.push(error);
        more = scanner.next_item()?;
    }
    Ok(errors)
}

type Members = Vec<(Vec<u8>, Span)>;

fn members(text: &[u8]) -> Result<Option<Members>, Malformed> {
    if text.first() == Some(&b'{') {
        members_of(text).map(Some)
    } else {
        Ok(None)
    }
}

fn members_of(object: &[u8]) -> Result<Members, Malformed> {
    let mut scanner = Scanner::new(object);
    let mut members = Vec::new();
    let mut more = scanner.enter_object()?;
    while more {
        let (key, _) = scanner.key()?;
        members.push((unescape_key(key.of(object)).into_owned(), scanner.value()?));
        more = scanner.next_member()?;
    }
    Ok(members)
}

/// A path of names and indices; `None` when it holds anything else.
fn read_path(text: &[u8]) -> Result<Option<Vec<PathPart>>, Malformed> {
    let mut scanner = Scanner::new(text);
    let mut path = Vec::new();
    let mut more = scanner.enter_array()?;
    while more {
        let part = scanner.value()?.of(text);
        match part.first() {
            Some(b'"') => path.push(PathPart::Key(unescape(part))),
            _ => match std::str::from_utf8(part).ok().and_then(|digits| digits.parse().ok()) {
                Some(index) => path.push(PathPart::Index(index)),
                None => return Ok(None),
            },
        }
        more = scanner.next_item()?;
    }
    Ok(Some(path))
}
