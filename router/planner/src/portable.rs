//! What a plan asks besides when programs are to run it that merge everything into one tree of values: there, an object's type is read under `__typename` of the tree
//! or not at all.

use std::collections::BTreeSet;

use crate::draft::{Draft, Kind};
use crate::plan::{ResponseObject, ResponseValue};

const TYPENAME: &str = "__typename";

/// Asks `__typename` where objects are represented or read from further inside, and where the client asks for it.
pub(crate) fn complete_typenames(draft: &mut Draft<'_>, response: &ResponseObject) {
    let mut represented = BTreeSet::new();
    for fetch in &draft.fetches {
        if let Kind::Entities { contexts, .. } = &fetch.kind {
            represented.insert(fetch.place);
            represented.extend(contexts.iter().flat_map(|context| &context.sources).map(|source| source.place));
        }
    }
    represented.remove(&0);
    for node in &mut draft.nodes {
        node.has_typename |= !node.is_entities && represented.contains(&node.place);
    }
    ask_as_client(draft, response);
}

fn ask_as_client(draft: &mut Draft<'_>, object: &ResponseObject) {
    for field in &object.fields {
        match &field.value {
            ResponseValue::Typename if object.place.index() > 0 => ask(draft, object, &field.key),
            ResponseValue::Object { object, .. } => {
                let is_told_apart = object.fields.iter().any(|field| field.types.is_some());
                if is_told_apart && draft.supergraph.is_abstract(object.static_type) {
                    ask(draft, object, TYPENAME);
                }
                ask_as_client(draft, object);
            }
            _ => {}
        }
    }
}

/// Asks it under the client's key of those who tell the type, or else of all who lead there.
fn ask(draft: &mut Draft<'_>, object: &ResponseObject, key: &str) {
    let tellers: BTreeSet<usize> = object.typename.iter().map(|provider| provider.fetch.index()).collect();
    let supergraph = draft.supergraph;
    let of_fetches: BTreeSet<usize> = tellers.iter().map(|fetch| draft.fetches[*fetch].node).collect();
    for index in 0..draft.nodes.len() {
        let node = &mut draft.nodes[index];
        // Where only one type is possible, what an interface object tells is put right afterwards.
        let is_told = object.typename.is_empty() || !supergraph.is_interface_object(node.ty, node.subgraph);
        let may_tell = match object.typename.is_empty() {
            true => !node.is_entities,
            false => node.has_typename && (!node.is_entities || of_fetches.contains(&index)),
        };
        if node.place != object.place.index() || !is_told || !may_tell {
            continue;
        }
        node.has_typename = true;
        if key != TYPENAME && node.fields.iter().all(|field| *field.key != *key) {
            node.typename_aliases.insert(key.into());
        }
    }
}
