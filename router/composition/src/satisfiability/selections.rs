//! Field sets under numbers: what conditions select, and what `@provides` adds where.

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

/// One selection of what is provided.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Shape {
    on: TypeId,
    field: FieldId,
    inner: Vec<Shape>,
}

/// What is provided below a place; sorted.
pub(super) type View = Vec<Shape>;

/// Selections of the same thing as one, sorted.
pub(super) fn merged(mut shapes: Vec<Shape>) -> Vec<Shape> {
    shapes.sort();
    let mut result: Vec<Shape> = Vec::new();
    for shape in shapes {
        match result.last_mut() {
            Some(last) if last.on == shape.on && last.field == shape.field => last.inner.extend(shape.inner),
            _ => result.push(shape),
        }
    }
    for shape in &mut result {
        shape.inner = merged(std::mem::take(&mut shape.inner));
    }
    result
}

/// The same without conditions that objects of a type meet anyway.
pub(super) fn on_type(view: View, ty: TypeId) -> View {
    if view.iter().all(|shape| shape.on != ty) {
        return view;
    }
    let flat = view
        .into_iter()
        .flat_map(|shape| if shape.on == ty { shape.inner } else { vec![shape] });
    merged(flat.collect())
}

/// What is provided behind a field; `None` if the field itself is not.
pub(super) fn behind_field(view: &[Shape], field: FieldId) -> Option<&[Shape]> {
    view.iter()
        .find(|shape| shape.on == NONE && shape.field == field)
        .map(|shape| shape.inner.as_slice())
}

/// What is provided behind a type condition.
pub(super) fn behind_condition(view: &[Shape], ty: TypeId) -> &[Shape] {
    view.iter().find(|shape| shape.on == ty).map_or(&[], |shape| shape.inner.as_slice())
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

    /// What a `@provides` adds.
    pub(super) fn view(&mut self, selections: &[Selection]) -> View {
        let mut shapes = Vec::new();
        for selection in selections {
            match selection {
                Selection::Inline {
                    condition: None,
                    selections,
                    ..
                } => shapes.extend(self.view(selections)),
                Selection::Inline {
                    condition: Some(condition),
                    selections,
                    ..
                } => {
                    if let Some(on) = self.type_id(condition) {
                        let inner = self.view(selections);
                        shapes.push(Shape {
                            on,
                            field: TYPENAME,
                            inner,
                        });
                    }
                }
                Selection::Field { name, selections, .. } => shapes.push(Shape {
                    on: NONE,
                    field: self.fields.number(name.clone()),
                    inner: self.view(selections),
                }),
            }
        }
        merged(shapes)
    }
}
