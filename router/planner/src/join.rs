//! Joins entity fetches that turn out to be one: those that send objects as one interface object to one subgraph.
//!
//! The answer of an interface object tells no types apart, so all that are sent are asked the same. While building, fields that need more than a key go into
//! fetches of their own, one for each object type; only in the end it shows that two fetches send the same objects, or ask the same of different ones.

use std::collections::BTreeMap;

use router_graph::TypeId;

use crate::draft::{
    Draft, EntityGroup, FieldDraft, Kind, RepresentationDraft, can_merge, can_merge_contexts, merge_contexts, merge_fields,
};

/// For each fetch of the draft the one it has become part of, or itself.
pub(crate) fn join_interface_objects(draft: &mut Draft<'_>) -> Vec<usize> {
    let mut part_of: Vec<usize> = (0..draft.fetches.len()).collect();
    // What asks the same of different objects first: then others may send the same objects.
    for fits in [asks_the_same as fn(&Draft<'_>, usize, usize) -> bool, sends_the_same] {
        for from in 0..draft.fetches.len() {
            let into = (0..from).find(|into| part_of[*into] == *into && are_alike(draft, *into, from) && fits(draft, *into, from));
            if let Some(into) = into.filter(|_| part_of[from] == from) {
                join(draft, into, from, &mut part_of);
            }
        }
    }
    part_of
}

fn interface_object(kind: &Kind) -> Option<TypeId> {
    match kind {
        Kind::Entities {
            group: EntityGroup::InterfaceObject(ty, _),
            ..
        } => Some(*ty),
        _ => None,
    }
}

/// Whether two fetches go to one place of one subgraph at one time.
fn are_alike(draft: &Draft<'_>, into: usize, from: usize) -> bool {
    let (one, other) = (&draft.fetches[into], &draft.fetches[from]);
    let mut known = BTreeMap::new();
    one.subgraph == other.subgraph
        && one.place == other.place
        && interface_object(&one.kind).is_some()
        && interface_object(&one.kind) == interface_object(&other.kind)
        && draft.level(into, &mut known) == draft.level(from, &mut known)
}

/// Representations and contexts of an entity fetch.
fn sent<'d>(draft: &'d Draft<'_>, fetch: usize) -> (&'d [RepresentationDraft], &'d [crate::draft::ContextDraft]) {
    match &draft.fetches[fetch].kind {
        Kind::Entities {
            representations, contexts, ..
        } => (representations, contexts),
        Kind::Root(_) => (&[], &[]),
    }
}

/// The same leaves, of different object types.
fn asks_the_same(draft: &Draft<'_>, into: usize, from: usize) -> bool {
    let fields = |fetch: usize| &draft.nodes[draft.fetches[fetch].node].fields;
    let ((ours, our_contexts), (theirs, their_contexts)) = (sent(draft, into), sent(draft, from));
    let are_disjoint = theirs.iter().all(|one| ours.iter().all(|other| one.types != other.types));
    let (mine, other) = (fields(into), fields(from));
    let is_in = |field: &FieldDraft, all: &[FieldDraft]| field.node.is_none() && all.iter().any(|other| is_same(field, other));
    are_disjoint
        && our_contexts.is_empty()
        && their_contexts.is_empty()
        && mine.len() == other.len()
        && mine.iter().all(|field| is_in(field, other))
}

fn is_same(one: &FieldDraft, other: &FieldDraft) -> bool {
    one.key == other.key
        && one.name == other.name
        && one.arguments == other.arguments
        && one.on == other.on
        && one.condition == other.condition
        && one.ty == other.ty
        && one.node.is_none()
        && other.node.is_none()
}

/// The same object types, and nothing that contradicts.
fn sends_the_same(draft: &Draft<'_>, into: usize, from: usize) -> bool {
    let fields = |fetch: usize| &draft.nodes[draft.fetches[fetch].node].fields;
    let ((ours, our_contexts), (theirs, their_contexts)) = (sent(draft, into), sent(draft, from));
    let are_sent = theirs.len() == ours.len()
        && theirs.iter().all(|one| {
            let same = ours.iter().find(|other| one.types == other.types);
            same.is_some_and(|other| other.typename == one.typename && can_merge(&other.fields, &one.fields))
        });
    let clashes = |field: &FieldDraft| fields(into).iter().any(|other| other.key == field.key && !is_same(field, other));
    are_sent && can_merge_contexts(our_contexts, their_contexts) && !fields(from).iter().any(clashes)
}

fn join(draft: &mut Draft<'_>, into: usize, from: usize, part_of: &mut [usize]) {
    let (node, other) = (draft.fetches[into].node, draft.fetches[from].node);
    for field in draft.nodes[other].fields.clone() {
        if !draft.nodes[node].fields.iter().any(|own| is_same(own, &field)) {
            draft.nodes[node].fields.push(field);
        }
    }
    draft.nodes[node].has_typename |= draft.nodes[other].has_typename;
    let (depends, condition) = (draft.fetches[from].depends.clone(), draft.fetches[from].condition.clone());
    let Kind::Entities {
        representations: theirs,
        typename: their_typename,
        contexts: their_contexts,
        ..
    } = std::mem::replace(&mut draft.fetches[from].kind, Kind::Root(router_graph::OperationKind::Query))
    else {
        unreachable!("only entity fetches are joined")
    };
    let fetch = &mut draft.fetches[into];
    fetch.depends.extend(depends);
    fetch.condition = fetch.condition.or(&condition);
    if let Kind::Entities {
        representations,
        typename,
        contexts,
        ..
    } = &mut fetch.kind
    {
        for read in their_typename {
            if !typename.contains(&read) {
                typename.push(read);
            }
        }
        merge_contexts(contexts, their_contexts);
        for representation in theirs {
            match representations.iter_mut().find(|other| other.types == representation.types) {
                Some(other) => {
                    other.condition = other.condition.or(&representation.condition);
                    merge_fields(&mut other.fields, representation.fields);
                }
                None => representations.push(representation),
            }
        }
    }
    part_of[from] = into;
    for other in part_of.iter_mut().filter(|other| **other == from) {
        *other = into;
    }
    let place = draft.fetches[from].place;
    draft.places[place].fetches.retain(|fetch| *fetch != from);
    for fetch in &mut draft.fetches {
        if fetch.depends.remove(&from) {
            fetch.depends.insert(into);
        }
    }
}
