//! Vertices: a type in a subgraph, and its copies behind `@provides`, where more can be read.

use super::selections::Node;
use super::subgraphs::{FieldId, LocalId, NONE, Subgraphs, TypeId};
use crate::model::HashMap;
use std::collections::BTreeSet;

/// A type in a subgraph, with what is provided there. The first are the types themselves, under their own numbers.
pub(super) type VertexId = u32;

/// What differs at a vertex from its type.
#[derive(Clone, Debug, Default)]
struct Provided {
    /// Vertices behind fields; `NONE` for leaves that are resolved here only.
    fields: HashMap<FieldId, VertexId>,
    /// Vertices behind type conditions.
    conditions: HashMap<TypeId, VertexId>,
}

/// All vertices.
#[derive(Debug)]
pub(super) struct Vertices {
    locals: Vec<LocalId>,
    provided: HashMap<VertexId, Provided>,
}

impl Vertices {
    /// Makes the copies. Like the reference, in the order in which types are met from the roots: a copy has what was
    /// provided behind its type's own fields by then, not what comes later.
    pub fn new(subgraphs: &Subgraphs<'_>) -> Self {
        let mut vertices = Vertices {
            locals: (0..subgraphs.locals.len() as LocalId).collect(),
            provided: HashMap::default(),
        };
        let provides = |local: &&super::subgraphs::LocalType| local.fields.iter().any(|field| field.provides.is_some());
        let graphs: BTreeSet<_> = subgraphs.locals.iter().filter(provides).map(|local| local.graph).collect();
        for graph in graphs {
            for local in subgraphs.order_met(graph) {
                for field in subgraphs.resolved_fields(local) {
                    let target = subgraphs.local(graph, field.target);
                    if let (Some(set), Some(target)) = (&field.provides, target) {
                        let copy = vertices.copy(target);
                        vertices.provided.entry(local).or_default().fields.insert(field.field, copy);
                        vertices.provide(subgraphs, copy, &set.nodes);
                    }
                }
            }
        }
        vertices
    }

    pub fn local(&self, vertex: VertexId) -> LocalId {
        self.locals[vertex as usize]
    }

    /// Whether a field that its type does not resolve is resolved here.
    pub fn provides(&self, vertex: VertexId, field: FieldId) -> bool {
        self.provided
            .get(&vertex)
            .is_some_and(|provided| provided.fields.contains_key(&field))
    }

    /// The vertex behind a field that leads to a composite type.
    pub fn behind_field(&self, subgraphs: &Subgraphs<'_>, vertex: VertexId, field: FieldId) -> Option<VertexId> {
        let provided = self.provided.get(&vertex).and_then(|provided| provided.fields.get(&field));
        provided.copied().or_else(|| {
            let local = &subgraphs.locals[self.local(vertex) as usize];
            subgraphs.local(local.graph, local.field(field)?.target)
        })
    }

    /// The vertex behind a type condition on an abstract type, if the subgraph knows the type as one of it.
    pub fn behind_condition(&self, subgraphs: &Subgraphs<'_>, vertex: VertexId, ty: TypeId) -> Option<VertexId> {
        let provided = self.provided.get(&vertex).and_then(|provided| provided.conditions.get(&ty));
        provided.copied().or_else(|| {
            let local = &subgraphs.locals[self.local(vertex) as usize];
            let is_known = local.is_abstract() && subgraphs.runtimes.get(local.runtime).contains(&ty);
            if is_known { subgraphs.local(local.graph, ty) } else { None }
        })
    }

    fn copy(&mut self, vertex: VertexId) -> VertexId {
        let copy = self.locals.len() as VertexId;
        self.locals.push(self.local(vertex));
        let provided = self.provided.get(&vertex).cloned().unwrap_or_default();
        self.provided.insert(copy, provided);
        copy
    }

    /// Adds what a field set provides at a copy.
    fn provide(&mut self, subgraphs: &Subgraphs<'_>, vertex: VertexId, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Field { field, nodes, .. } => {
                    let behind = match self.behind_field(subgraphs, vertex, *field) {
                        // A leaf, or something no more is provided of.
                        Some(behind) if nodes.is_empty() => behind,
                        Some(behind) => self.copy(behind),
                        None => NONE,
                    };
                    self.provided.entry(vertex).or_default().fields.insert(*field, behind);
                    if behind != NONE {
                        self.provide(subgraphs, behind, nodes);
                    }
                }
                Node::On { ty, nodes } => {
                    if let Some(behind) = self.behind_condition(subgraphs, vertex, *ty) {
                        let copy = self.copy(behind);
                        self.provided.entry(vertex).or_default().conditions.insert(*ty, copy);
                        self.provide(subgraphs, copy, nodes);
                    }
                }
            }
        }
    }
}
