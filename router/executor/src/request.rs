//! The body of a subgraph request: its template, then what this execution adds.

use bytes::Bytes;

use crate::json::{push_string, push_unsigned};
use crate::program::{ByContext, Compiled, EntityProgram};
use crate::representation::{RepresentationList, Representations};
use crate::variables::Coerced;

/// Writes the body of a fetch: with the representations if it asks for entities, and with the client's variables that it uses.
pub(crate) fn request_body(compiled: &Compiled, fetch: u32, coerced: &Coerced, representations: Option<&Representations>) -> Bytes {
    let program = &compiled.fetches[fetch as usize];
    let size: usize = representations
        .iter()
        .flat_map(|sent| &sent.lists)
        .map(|list| list.json.len())
        .sum();
    let mut body = Vec::with_capacity(program.template.len() + size + 64);
    let mut first = true;
    match (&program.entities, representations.map(|sent| sent.lists.as_slice())) {
        (Some(entities), Some([only])) => {
            body.extend_from_slice(&program.template);
            push_list(&mut body, entities, only, None);
            first = false;
        }
        (Some(entities), Some(several)) => {
            if let Some(text) = &entities.by_context {
                push_text(&mut body, entities, text, several.len());
            }
            for (number, list) in several.iter().enumerate() {
                if number > 0 {
                    body.push(b',');
                }
                push_list(&mut body, entities, list, Some(number));
            }
            first = false;
        }
        _ => body.extend_from_slice(&program.template),
    }
    for (key, variable) in &program.variables {
        let Some(value) = coerced.value(*variable) else { continue };
        if !first {
            body.push(b',');
        }
        first = false;
        body.extend_from_slice(key);
        body.extend_from_slice(value);
    }
    body.extend_from_slice(b"}}");
    body.into()
}

/// The variables of one list of representations: the list itself and its context values.
fn push_list(body: &mut Vec<u8>, entities: &EntityProgram, list: &RepresentationList, number: Option<usize>) {
    let key = |body: &mut Vec<u8>, name: &str| {
        match number {
            Some(number) => push_string(body, &format!("{name}_{number}")),
            None => push_string(body, name),
        }
        body.push(b':');
    };
    key(body, &entities.variable);
    body.extend_from_slice(&list.json);
    let (values, ends) = &list.contexts;
    let mut start = 0;
    for (context, end) in entities.contexts.iter().zip(ends) {
        body.push(b',');
        key(body, &context.variable);
        body.extend_from_slice(&values[start..*end]);
        start = *end;
    }
}

/// The text that asks several lists at once, up to and including the `{` of the variables.
fn push_text(body: &mut Vec<u8>, entities: &EntityProgram, text: &ByContext, lists: usize) {
    let numbered = |body: &mut Vec<u8>, name: &str, number: usize| {
        body.push(b'$');
        body.extend_from_slice(name.as_bytes());
        body.push(b'_');
        push_unsigned(body, number);
    };
    body.extend_from_slice(&text.opening);
    for number in 0..lists {
        if number > 0 {
            body.extend_from_slice(b", ");
        }
        numbered(body, &entities.variable, number);
        body.extend_from_slice(b": [_Any!]!");
        for (context, of_type) in entities.contexts.iter().zip(&text.types) {
            body.extend_from_slice(b", ");
            numbered(body, &context.variable, number);
            body.extend_from_slice(of_type);
        }
    }
    body.extend_from_slice(&text.declarations);
    body.extend_from_slice(b") {");
    for number in 0..lists {
        body.extend_from_slice(b" _");
        push_unsigned(body, number);
        body.extend_from_slice(b": _entities(representations: ");
        numbered(body, &entities.variable, number);
        body.extend_from_slice(b") ");
        for (index, piece) in text.selection.iter().enumerate() {
            if index > 0 {
                body.push(b'_');
                push_unsigned(body, number);
            }
            body.extend_from_slice(piece);
        }
    }
    body.extend_from_slice(b" }");
    body.extend_from_slice(&text.closing);
}
