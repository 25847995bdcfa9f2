//! Questions about a supergraph.

use super::{
    ContextArgument, FieldDefinition, FieldId, FieldJoins, FieldSet, LeafKind, Subgraph, SubgraphId, Supergraph, TypeDefinition, TypeId,
    TypeJoin, TypeKind, TypeRef,
};
use crate::operation::OperationKind;

/// How a subgraph declares a field.
#[derive(Debug, Clone, Copy)]
pub struct FieldResolution<'a> {
    /// The field's type there.
    pub ty: &'a TypeRef,
    /// Declared `@external`, or moved away: it cannot be asked there, except where a `@provides` covers it.
    pub external: bool,
    /// What must be sent before it can be asked.
    pub requires: Option<&'a FieldSet>,
    /// What can be read below it besides.
    pub provides: Option<&'a FieldSet>,
    /// It takes arguments from a `@context`.
    pub context_arguments: &'a [ContextArgument],
}

impl Supergraph {
    /// The type of this name.
    pub fn type_named(&self, name: &str) -> Option<TypeId> {
        self.types_by_name.get(name).copied()
    }

    /// The definition of a type.
    pub fn type_definition(&self, id: TypeId) -> &TypeDefinition {
        &self.types[id.index()]
    }

    /// The definition of a field.
    pub fn field(&self, id: FieldId) -> &FieldDefinition {
        &self.fields[id.index()]
    }

    /// The field of this name on an object or interface.
    pub fn field_named(&self, parent: TypeId, name: &str) -> Option<FieldId> {
        self.types[parent.index()].fields_by_name.get(name).copied()
    }

    /// A subgraph.
    pub fn subgraph(&self, id: SubgraphId) -> &Subgraph {
        &self.subgraphs[id.index()]
    }

    /// Every subgraph's id, ascending.
    pub fn subgraph_ids(&self) -> impl DoubleEndedIterator<Item = SubgraphId> + use<> {
        (0..self.subgraphs.len() as u32).map(SubgraphId)
    }

    /// The root type of a kind of operation, if the supergraph has one.
    pub fn root(&self, kind: OperationKind) -> Option<TypeId> {
        match kind {
            OperationKind::Query => Some(self.query),
            OperationKind::Mutation => self.mutation,
            OperationKind::Subscription => self.subscription,
        }
    }

    /// How a subgraph declares a type, if it has it.
    pub fn join(&self, ty: TypeId, subgraph: SubgraphId) -> Option<&TypeJoin> {
        self.types[ty.index()].joins.iter().find(|join| join.subgraph == subgraph)
    }

    /// Whether a subgraph has the type as an interface object.
    pub fn is_interface_object(&self, ty: TypeId, subgraph: SubgraphId) -> bool {
        self.join(ty, subgraph).is_some_and(|join| join.is_interface_object)
    }

    /// Whether the type is an interface or union.
    pub fn is_abstract(&self, ty: TypeId) -> bool {
        matches!(self.types[ty.index()].kind, TypeKind::Interface | TypeKind::Union)
    }

    /// Whether the type has fields or members, rather than being a leaf or an input.
    pub fn is_composite(&self, ty: TypeId) -> bool {
        matches!(
            self.types[ty.index()].kind,
            TypeKind::Object | TypeKind::Interface | TypeKind::Union
        )
    }

    /// The object types of the API schema that a value of this type can have, ascending.
    pub fn visible_possible_types(&self, ty: TypeId) -> Vec<TypeId> {
        let possible = &self.types[ty.index()].possible_types;
        possible.iter().copied().filter(|id| !self.types[id.index()].inaccessible).collect()
    }

    /// How values of a scalar or enum are written; `None` for composites and inputs.
    pub fn leaf_kind(&self, ty: TypeId) -> Option<LeafKind> {
        let definition = &self.types[ty.index()];
        match definition.kind {
            TypeKind::Enum => Some(LeafKind::Enum(ty)),
            TypeKind::Scalar => Some(match &*definition.name {
                "Int" => LeafKind::Int,
                "Float" => LeafKind::Float,
                "String" => LeafKind::String,
                "Boolean" => LeafKind::Boolean,
                "ID" => LeafKind::Id,
                _ => LeafKind::Custom,
            }),
            _ => None,
        }
    }

    /// How a subgraph declares a field; `None` when it does not.
    ///
    /// `is_enabled` says which override labels are in force for this request: a labelled move is one only under its label.
    pub fn resolution(&self, field: FieldId, subgraph: SubgraphId, is_enabled: &dyn Fn(&str) -> bool) -> Option<FieldResolution<'_>> {
        let definition = &self.fields[field.index()];
        let plain = FieldResolution {
            ty: &definition.ty,
            external: false,
            requires: None,
            provides: None,
            context_arguments: &[],
        };
        match &definition.joins {
            FieldJoins::Everywhere => self.join(definition.parent, subgraph).map(|_| plain),
            FieldJoins::In(joins) => {
                let join = joins.iter().find(|join| join.subgraph == subgraph)?;
                let moved_away = match (&join.override_from, &join.override_label) {
                    (Some(_), Some(label)) => !is_enabled(label),
                    (None, Some(label)) => is_enabled(label),
                    (_, None) => join.used_overridden,
                };
                Some(FieldResolution {
                    ty: join.ty.as_ref().unwrap_or(&definition.ty),
                    external: join.external || moved_away,
                    requires: join.requires.as_ref(),
                    provides: join.provides.as_ref(),
                    context_arguments: &join.context_arguments,
                })
            }
        }
    }

    /// The arguments that a field takes from contexts in a subgraph.
    pub fn context_arguments(&self, field: FieldId, subgraph: SubgraphId) -> &[ContextArgument] {
        match &self.fields[field.index()].joins {
            FieldJoins::Everywhere => &[],
            FieldJoins::In(joins) => {
                let join = joins.iter().find(|join| join.subgraph == subgraph);
                join.map(|join| join.context_arguments.as_slice()).unwrap_or_default()
            }
        }
    }

    /// Through which type an object sets the context of an argument, and what is read then: its own `@context`, or one of an interface or union it
    /// belongs to.
    pub fn context_setter<'s>(&self, argument: &'s ContextArgument, object: TypeId) -> Option<&'s (TypeId, FieldSet)> {
        let own = argument.selections.iter().find(|(setter, _)| *setter == object);
        own.or_else(|| {
            let mut selections = argument.selections.iter();
            selections.find(|(setter, _)| self.types[setter.index()].possible_types.contains(&object))
        })
    }

    /// A type reference as written in SDL.
    pub fn print_type(&self, ty: &TypeRef) -> String {
        let mut text = self.types[ty.named.index()].name.to_string();
        if ty.non_null {
            text.push('!');
        }
        for non_null in ty.lists.iter().rev() {
            text = format!("[{text}]{}", if *non_null { "!" } else { "" });
        }
        text
    }

    /// A field set as written in SDL, without outer braces.
    pub fn print_field_set(&self, set: &FieldSet) -> String {
        let items: Vec<String> = set.items.iter().map(|item| self.print_item(item)).collect();
        items.join(" ")
    }

    fn print_item(&self, item: &super::FieldSetItem) -> String {
        use super::FieldSetItem;
        match item {
            FieldSetItem::Typename => "__typename".to_owned(),
            FieldSetItem::Field {
                field,
                arguments,
                selections,
            } => {
                let mut text = self.field(*field).name.to_string();
                if !arguments.is_empty() {
                    let list: Vec<String> = arguments.iter().map(|(name, value)| format!("{name}: {value}")).collect();
                    text.push_str(&format!("({})", list.join(", ")));
                }
                if !selections.is_empty() {
                    text.push_str(&format!(" {{ {} }}", self.print_field_set(selections)));
                }
                text
            }
            FieldSetItem::Inline { ty, selections } => {
                format!(
                    "... on {} {{ {} }}",
                    self.type_definition(*ty).name,
                    self.print_field_set(selections)
                )
            }
        }
    }
}
