//! Field sets as conditions: read for the type they are asked of, numbered, and the keys by which subgraphs are entered.

use super::{Condition, Entry, GraphId, LocalId, LocalType, Subgraphs, TYPENAME, TypeId};
use crate::model::{FieldSet, HashMap};
use crate::satisfiability::selections::Node;
use std::rc::Rc;

impl Subgraphs<'_> {
    /// Reads a field set as one asked of a type in its own subgraph; `None` if it is none.
    pub fn condition(&mut self, local: LocalId, text: &str) -> Option<Condition> {
        let set = FieldSet::parse(text).ok()?;
        Some(self.condition_of(local, &set))
    }

    fn condition_of(&mut self, local: LocalId, set: &FieldSet) -> Condition {
        let LocalType { graph, ty, .. } = self.locals[local as usize];
        let nodes = self.nodes(graph, ty, &set.selections);
        self.numbered(nodes)
    }

    /// A selection on whatever set a context, as one asked of an object type: without what is asked of other types.
    pub fn condition_for(&mut self, graph: GraphId, ty: TypeId, set: &FieldSet) -> Condition {
        let mut nodes = Vec::new();
        for node in self.nodes(graph, ty, &set.selections) {
            match node {
                Node::On { ty: other, nodes: inner } => {
                    if self.is_a(ty, other) {
                        nodes.extend(inner);
                    }
                }
                field => nodes.push(field),
            }
        }
        self.numbered(nodes)
    }

    fn numbered(&mut self, nodes: Vec<Node>) -> Condition {
        let id = self.conditions.number(nodes);
        Condition {
            id,
            nodes: self.conditions.get(id).clone(),
        }
    }

    /// A key of an interface object, as an object of an implementation reads it; `None` if it lacks a field.
    pub fn key_of(&mut self, local: LocalId, text: &Rc<str>) -> Option<Rc<Condition>> {
        if let Some(read) = self.keys_read.get(&(local, text.clone())) {
            return read.clone();
        }
        let read = self
            .condition(local, text)
            .filter(|condition| self.has_all(local, &condition.nodes))
            .map(Rc::new);
        self.keys_read.insert((local, text.clone()), read.clone());
        read
    }

    fn has_all(&self, local: LocalId, nodes: &[Node]) -> bool {
        let local = &self.locals[local as usize];
        nodes.iter().all(|node| match node {
            Node::Field { field, nodes, .. } => {
                *field == TYPENAME
                    || local.field(*field).is_some_and(|field| {
                        nodes.is_empty()
                            || self
                                .local(local.graph, field.target)
                                .is_some_and(|target| self.has_all(target, nodes))
                    })
            }
            Node::On { .. } => true,
        })
    }

    /// By type, the keys by which subgraphs are entered; and where a type has a key that can be read from it.
    pub(super) fn keys(&mut self) {
        for local in 0..self.locals.len() as LocalId {
            if self.locals[local as usize].fields.is_empty() {
                continue;
            }
            let keys = std::mem::take(&mut self.locals[local as usize].keys);
            let LocalType {
                graph,
                ty,
                is_interface_object,
                ..
            } = self.locals[local as usize];
            for key in &keys {
                let Some(condition) = self.condition(local, &key.text).map(Rc::new) else {
                    continue;
                };
                let has_external = self.selects_external(local, &condition.nodes);
                self.locals[local as usize].has_usable_key |= !has_external;
                if !key.resolvable {
                    continue;
                }
                let entry = |condition| Entry {
                    graph,
                    local,
                    text: key.text.clone(),
                    condition,
                };
                self.entries[ty as usize].push(entry(Some(condition)));
                if is_interface_object {
                    for implementation in self.implementations(ty).to_vec() {
                        self.entries[implementation as usize].push(entry(None));
                    }
                }
            }
            self.locals[local as usize].keys = keys;
        }
        let mut places: HashMap<GraphId, HashMap<LocalId, usize>> = HashMap::default();
        let numbered = |met: Vec<LocalId>| met.into_iter().zip(0..).collect();
        for ty in 0..self.entries.len() {
            let mut entries = std::mem::take(&mut self.entries[ty]);
            // Of several ways into one subgraph the first counts: by interface objects, in the order they are met there.
            let clashing = entries.iter().filter(|entry| entry.condition.is_none());
            for entry in clashing {
                places.entry(entry.graph).or_insert_with(|| numbered(self.order_met(entry.graph)));
            }
            let place = |entry: &Entry| places.get(&entry.graph).and_then(|places| places.get(&entry.local)).copied();
            entries.sort_by_key(|entry| (entry.graph, place(entry)));
            self.entries[ty] = entries;
        }
    }

    fn selects_external(&self, local: LocalId, nodes: &[Node]) -> bool {
        let local = &self.locals[local as usize];
        nodes.iter().any(|node| match node {
            Node::Field { field, nodes, .. } => local.field(*field).is_some_and(|field| {
                field.external
                    || field.overridden
                    || self
                        .local(local.graph, field.target)
                        .is_some_and(|target| self.selects_external(target, nodes))
            }),
            Node::On { ty, nodes } => self
                .local(local.graph, *ty)
                .is_some_and(|local| self.selects_external(local, nodes)),
        })
    }
}
