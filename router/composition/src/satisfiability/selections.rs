//! Field sets as a subgraph reads them: names and types as numbers, and from which type each field is selected.

use super::subgraphs::{FieldId, GraphId, NONE, Subgraphs, TYPENAME, TypeId};
use crate::model::Selection;

/// One selection of a condition.
#[derive(Debug, PartialEq, Eq, Hash)]
pub(super) enum Node {
    Field {
        field: FieldId,
        /// The type that the condition's own subgraph selects the field from.
        parent: TypeId,
        nodes: Vec<Node>,
    },
    /// `... on T`.
    On { ty: TypeId, nodes: Vec<Node> },
}

impl Node {
    /// `__typename` of whatever type.
    pub fn typename() -> Node {
        Node::Field {
            field: TYPENAME,
            parent: NONE,
            nodes: Vec::new(),
        }
    }

    pub fn nodes(&self) -> &[Node] {
        match self {
            Node::Field { nodes, .. } | Node::On { nodes, .. } => nodes,
        }
    }
}

impl Subgraphs<'_> {
    /// Selections as a subgraph reads them on one of its types.
    pub(super) fn nodes(&mut self, graph: GraphId, ty: TypeId, selections: &[Selection]) -> Vec<Node> {
        let mut nodes = Vec::new();
        for selection in selections {
            match selection {
                Selection::Inline {
                    condition: None,
                    selections,
                    ..
                } => nodes.extend(self.nodes(graph, ty, selections)),
                Selection::Inline {
                    condition: Some(condition),
                    selections,
                    ..
                } => match self.type_id(condition) {
                    Some(condition) if condition != ty => {
                        let inner = self.nodes(graph, condition, selections);
                        nodes.push(Node::On {
                            ty: condition,
                            nodes: inner,
                        });
                    }
                    _ => nodes.extend(self.nodes(graph, ty, selections)),
                },
                Selection::Field { name, selections, .. } => {
                    let field = self.fields.number(name.clone());
                    let target = self
                        .local(graph, ty)
                        .and_then(|local| self.locals[local as usize].field(field))
                        .map(|local| local.target);
                    let target = target.unwrap_or_else(|| self.merged_target(ty, name));
                    let inner = if target == NONE {
                        Vec::new()
                    } else {
                        self.nodes(graph, target, selections)
                    };
                    nodes.push(Node::Field {
                        field,
                        parent: ty,
                        nodes: inner,
                    });
                }
            }
        }
        nodes
    }

    fn merged_target(&self, ty: TypeId, field: &str) -> TypeId {
        let definition = &self.schema.types[ty as usize];
        let base = definition.fields.get(field).map(|field| field.ty.base());
        base.filter(|base| self.schema.types.get(*base).is_some_and(|target| target.kind.is_composite()))
            .and_then(|base| self.type_id(base))
            .unwrap_or(NONE)
    }
}
