//! Errors as the client sees them: where a subgraph's error belongs in the client's response, what of it is shown, and
//! whether an error already explains a null.

use std::collections::BTreeSet;

use crate::block::{Cell, View};
use crate::data::{Data, Step};
use crate::json::{push_string, push_unsigned};
use crate::program::{ClientKey, Compiled, Way};
use crate::reply::{PathPart, SubgraphError};

/// Which subgraphs' messages and extensions clients may read. Codes are always kept.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum ErrorVisibility {
    /// None: each message is replaced by a sentence.
    #[default]
    Masked,
    /// Only those of the subgraphs named.
    ShownFor(BTreeSet<String>),
    /// All, as in development.
    Shown,
}

impl ErrorVisibility {
    fn shows(&self, service: &str) -> bool {
        match self {
            ErrorVisibility::Masked => false,
            ErrorVisibility::ShownFor(services) => services.contains(service),
            ErrorVisibility::Shown => true,
        }
    }
}

/// An error of the response.
#[derive(Debug, Clone)]
pub(crate) struct ClientError<'a> {
    pub(crate) message: String,
    pub(crate) path: Vec<Step<'a>>,
    /// The members of `extensions` as JSON, without braces.
    pub(crate) extensions: Vec<u8>,
    /// The fetch it came from.
    pub(crate) fetch: Option<u32>,
}

/// The errors of a response, up to a limit.
#[derive(Debug)]
pub(crate) struct ErrorList<'a> {
    errors: Vec<ClientError<'a>>,
    limit: usize,
    /// An error did not fit.
    overflowed: bool,
}

impl<'a> ErrorList<'a> {
    pub(crate) fn new(limit: usize) -> Self {
        Self {
            errors: Vec::new(),
            limit,
            overflowed: false,
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.errors.len()
    }

    pub(crate) fn push(&mut self, error: ClientError<'a>) {
        if self.errors.len() < self.limit {
            self.errors.push(error);
        } else {
            self.overflowed = true;
        }
    }

    /// Whether an error explains that the value at `path` is null: one at the path or beneath it, or one above it that
    /// came from a fetch the value depends on.
    pub(crate) fn covers(&self, compiled: &Compiled, path: &[Step<'_>], fetches: &[u32]) -> bool {
        self.overflowed
            || self.errors.iter().any(|error| {
                error.path.starts_with(path)
                    || path.starts_with(&error.path)
                        && error.fetch.is_some_and(|origin| {
                            fetches
                                .iter()
                                .any(|fetch| compiled.fetches[*fetch as usize].ancestors.contains(origin))
                        })
            })
    }

    /// Appends the list as JSON.
    pub(crate) fn write(&self, out: &mut Vec<u8>) {
        out.push(b'[');
        for (index, error) in self.errors.iter().enumerate() {
            if index > 0 {
                out.push(b',');
            }
            out.extend_from_slice(b"{\"message\":");
            push_string(out, &error.message);
            if !error.path.is_empty() {
                out.extend_from_slice(b",\"path\":[");
                for (index, step) in error.path.iter().enumerate() {
                    if index > 0 {
                        out.push(b',');
                    }
                    match step {
                        Step::Key(key) => push_string(out, key),
                        Step::Index(index) => push_unsigned(out, *index as usize),
                    }
                }
                out.push(b']');
            }
            out.extend_from_slice(b",\"extensions\":{");
            out.extend_from_slice(&error.extensions);
            out.extend_from_slice(b"}}");
        }
        out.push(b']');
    }
}

/// `"code":"X"` and, where given, `,"service":"y"`.
pub(crate) fn extensions(code: &str, service: Option<&str>) -> Vec<u8> {
    let mut out = b"\"code\":".to_vec();
    push_string(&mut out, code);
    if let Some(service) = service {
        out.extend_from_slice(b",\"service\":");
        push_string(&mut out, service);
    }
    out
}

/// Brings subgraphs' errors to the paths of the client's response.
pub(crate) fn place_errors<'a>(data: &Data<'a>, errors: &[SubgraphError], visibility: &ErrorVisibility, limit: usize) -> ErrorList<'a> {
    let mut list = ErrorList::new(limit);
    for error in errors {
        let mut paths = client_paths(data, error, limit);
        paths.dedup();
        for path in paths {
            list.push(client_error(data, error, path, visibility));
        }
    }
    list
}

fn client_error<'a>(data: &Data<'a>, error: &SubgraphError, path: Vec<Step<'a>>, visibility: &ErrorVisibility) -> ClientError<'a> {
    let service = &*data.compiled.fetches[error.fetch as usize].service;
    let shown = !error.foreign || visibility.shows(service);
    let mut extensions = b"\"code\":".to_vec();
    extensions.extend_from_slice(error.code.as_deref().unwrap_or(b"\"SUBGRAPH_ERROR\""));
    extensions.extend_from_slice(b",\"service\":");
    push_string(&mut extensions, service);
    let message = if shown {
        for (key, value) in &error.extensions {
            extensions.push(b',');
            extensions.extend_from_slice(key);
            extensions.push(b':');
            extensions.extend_from_slice(value);
        }
        error.message.clone()
    } else {
        tracing::warn!(subgraph = service, message = %error.message, "masked subgraph error");
        format!("The subgraph \"{service}\" reported an error.")
    };
    ClientError {
        message,
        path,
        extensions,
        fetch: Some(error.fetch),
    }
}

/// Every path of the client's response that the error is about.
fn client_paths<'a>(data: &Data<'a>, error: &SubgraphError, limit: usize) -> Vec<Vec<Step<'a>>> {
    let program = &data.compiled.fetches[error.fetch as usize];
    let Some(entities) = &program.entities else {
        let mut path = Vec::new();
        let mut at_place = Vec::new();
        // A root fetch attached beneath the root is shared by all instances there.
        data.walk(program.place, &mut |visit| at_place.push(visit.path.to_vec()));
        if let Some(parts) = &error.path {
            translate(data, program.place, error.fetch, parts, None, &mut path);
        }
        if path.is_empty() {
            path.extend(only_field(data, program.place, error.fetch));
        }
        at_place.truncate(limit);
        return at_place.into_iter().map(|prefix| [prefix, path.clone()].concat()).collect();
    };
    let (index, rest) = match error.path.as_deref() {
        Some([PathPart::Key(root), PathPart::Index(index), rest @ ..]) if root == "_entities" => (Some(*index), rest),
        Some([PathPart::Key(root), rest @ ..]) if root == "_entities" => (None, rest),
        _ => return vec![common_prefix(data, error.fetch)],
    };
    let mut chosen = Vec::new();
    let mut others = Vec::new();
    let mut concerns_nobody = false;
    data.walk(program.place, &mut |visit| {
        let (frame, prefix) = (visit.frame, visit.path);
        let Some(representation) = sent(data, program.place, frame, entities.slot) else {
            return;
        };
        let applies = match index {
            Some(index) => representation == index,
            None => is_absent(data, program.place, error.fetch, frame, rest),
        };
        if applies && !is_asked(data, program.place, error.fetch, frame, rest) {
            concerns_nobody = true;
            return;
        }
        let paths = if applies { &mut chosen } else { &mut others };
        if paths.len() <= limit {
            let mut path = prefix.to_vec();
            translate(data, program.place, error.fetch, rest, Some(frame), &mut path);
            if path.len() == prefix.len() {
                path.extend(only_field(data, program.place, error.fetch));
            }
            paths.push(path);
        }
    });
    match (chosen.is_empty(), index) {
        (false, _) => chosen,
        (true, _) if concerns_nobody => Vec::new(),
        (true, None) if !others.is_empty() => others,
        _ => vec![common_prefix(data, error.fetch)],
    }
}

/// Where the client sees what a fetch gives at a place, if that is one field.
fn only_field<'a>(data: &Data<'a>, place: u32, fetch: u32) -> Option<Step<'a>> {
    let compiled = data.compiled;
    let leaves = compiled.client_keys.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    let children = compiled.child_places.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    let of_children = children.iter().flat_map(|(_, child)| &data.place(*child).client_keys);
    let all = leaves.iter().map(|(_, client)| client).chain(of_children);
    let mut keys = all.filter(|client| data.holds(client.condition)).map(|client| &client.key);
    let first = keys.next()?;
    keys.all(|key| key == first).then_some(Step::Key(first))
}

/// Whether the client asks, of an object of this type, the field that an error names. An interface object is asked for all types what
/// the client asks of some: its subgraph cannot tell them apart.
fn is_asked(data: &Data<'_>, place: u32, fetch: u32, frame: &[View], rest: &[PathPart]) -> bool {
    let Some(PathPart::Key(key)) = rest.first() else { return true };
    let compiled = data.compiled;
    let leaves = compiled.client_keys.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    let children = compiled.child_places.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    let of_leaves = leaves.iter().filter(|(own, _)| **own == **key).map(|(_, client)| client);
    let of_children = children
        .iter()
        .filter(|(own, _)| **own == **key)
        .flat_map(|(_, child)| &data.place(*child).client_keys);
    let mut clients = of_leaves.chain(of_children).peekable();
    clients.peek().is_none() || clients.any(|client| fits(data, client, place, Some(frame)))
}

/// Whether the client asks this key of an object of this type, as far as its type is known.
fn fits(data: &Data<'_>, client: &ClientKey, place: u32, frame: Option<&[View]>) -> bool {
    let (Some((types, typename)), Some(frame)) = (&client.types, frame) else {
        return true;
    };
    data.runtime_type(place, frame, typename)
        .is_none_or(|of_type| types.contains(of_type))
}

/// The representation sent for an instance.
fn sent(data: &Data<'_>, place: u32, frame: &[View], slot: u32) -> Option<u32> {
    data.overlay_places(place, frame, slot)
        .map(|(fetch, overlay)| data.overlays[fetch as usize][overlay].representation)
        .find(|representation| *representation != u32::MAX)
}

/// The longest path that all instances the fetch asked about begin with.
fn common_prefix<'a>(data: &Data<'a>, fetch: u32) -> Vec<Step<'a>> {
    let program = &data.compiled.fetches[fetch as usize];
    let slot = program.entities.as_ref().map_or(0, |entities| entities.slot);
    let mut prefix: Option<Vec<Step<'a>>> = None;
    data.walk(program.place, &mut |visit| {
        let (frame, path) = (visit.frame, visit.path);
        if sent(data, program.place, frame, slot).is_none() {
            return;
        }
        match &mut prefix {
            None => prefix = Some(path.to_vec()),
            Some(prefix) => {
                let same = prefix.iter().zip(path).take_while(|(left, right)| left == right).count();
                prefix.truncate(same);
            }
        }
    });
    prefix.unwrap_or_default()
}

/// Whether the value an error speaks of is missing from the entity of an instance.
fn is_absent(data: &Data<'_>, place: u32, fetch: u32, frame: &[View], rest: &[PathPart]) -> bool {
    let visitors = &data.place(place).visitors;
    let attached = visitors
        .iter()
        .position(|visitor| visitor.fetch == fetch && matches!(visitor.way, Way::Attached { .. }));
    let Some(visitor) = attached else { return true };
    let view = frame[visitor];
    if !view.is_some() {
        return true;
    }
    let shape = &data.compiled.fetches[fetch as usize].shape;
    let mut cell = Cell::Object(view.object);
    let mut object = Some(visitors[visitor].object);
    for part in rest {
        cell = match (cell, part) {
            (Cell::Object(first), PathPart::Key(key)) => {
                let Some(layout) = object.and_then(|number| shape.objects.get(number as usize)) else {
                    return true;
                };
                let Some(field) = layout.field(key.as_bytes()) else { return false };
                object = layout.fields[field as usize].value.object();
                data.cell(View { fetch, object: first }, field)
            }
            (Cell::List { first, len }, PathPart::Index(index)) if *index < len => data.list_item(fetch, first, *index),
            _ => return true,
        };
    }
    !cell.is_present()
}

/// Appends the client's names for a path of a fetch's response that begins at an object of `place`, of which `frame` tells the type
/// where it is given. What the client did not ask ends the path.
fn translate<'a>(data: &Data<'a>, place: u32, fetch: u32, parts: &[PathPart], frame: Option<&[View]>, path: &mut Vec<Step<'a>>) {
    let compiled = data.compiled;
    let [PathPart::Key(key), rest @ ..] = parts else { return };
    let leaves = compiled.client_keys.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    let leaf = leaves
        .iter()
        .find(|(own, client)| **own == **key && data.holds(client.condition) && fits(data, client, place, frame));
    if let Some((_, client)) = leaf {
        path.push(Step::Key(&client.key));
        path.extend(rest.iter().map_while(|part| match part {
            PathPart::Index(index) => Some(Step::Index(*index)),
            PathPart::Key(_) => None,
        }));
        return;
    }
    let children = compiled.child_places.get(&(place, fetch)).map(Vec::as_slice).unwrap_or_default();
    for (_, child) in children.iter().filter(|(own, _)| **own == **key) {
        let mut clients = data.place(*child).client_keys.iter();
        let shown = clients.find(|client| data.holds(client.condition) && fits(data, client, place, frame));
        let Some(client) = shown else { continue };
        path.push(Step::Key(&client.key));
        let indices = rest.iter().take_while(|part| matches!(part, PathPart::Index(_))).count();
        for part in &rest[..indices] {
            if let PathPart::Index(index) = part {
                path.push(Step::Index(*index));
            }
        }
        translate(data, *child, fetch, &rest[indices..], None, path);
        return;
    }
}
