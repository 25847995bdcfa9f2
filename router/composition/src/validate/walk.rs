//! Following a selection through a schema: which fields it selects, and whether there are such. Must not know what the
//! selection is for.

use crate::model::{FieldDef, FieldSet, Kind, Schema, Selection, TypeDef};

/// Why a field set does not fit the schema, and where in its text.
pub(crate) struct Misfit {
    pub message: String,
    pub offset: usize,
    /// All of it can be read nevertheless.
    pub is_readable: bool,
}

/// What a visitor learns of a selected field besides its definition.
pub(crate) struct Visited<'a> {
    pub selection: &'a Selection,
    /// An enclosing field of the set is external.
    pub below_external: bool,
}

/// Follows a field set through a schema from `parent`; calls `visit` for every field but `__typename`. A type condition
/// may name any type: fragments on a type that the parent never is select nothing, those on an unknown type narrow nothing.
pub(crate) fn walk<'a>(
    schema: &Schema,
    set: &'a FieldSet,
    parent: &str,
    visit: &mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
) -> Result<(), Misfit> {
    walk_all(schema, set, parent, visit, &mut |_, _| {})
}

/// `walk`, which also tells of each `__typename`.
pub(super) fn walk_all<'a>(
    schema: &Schema,
    set: &'a FieldSet,
    parent: &str,
    visit: &mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
    typename: &mut dyn FnMut(&TypeDef, Visited<'a>),
) -> Result<(), Misfit> {
    let mut walk = Walk {
        schema,
        visit,
        typename,
        missing: None,
    };
    walk.selections(&set.selections, parent, false)?;
    walk.missing.map_or(Ok(()), Err)
}

struct Walk<'s, 'v, 'a> {
    schema: &'s Schema,
    visit: &'v mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
    typename: &'v mut dyn FnMut(&TypeDef, Visited<'a>),
    /// The first argument that is not given, though it must be; it does not keep the rest from being read.
    missing: Option<Misfit>,
}

impl<'a> Walk<'_, '_, 'a> {
    fn selections(&mut self, selections: &'a [Selection], parent: &str, below_external: bool) -> Result<(), Misfit> {
        let Some(parent) = self.schema.types.get(parent) else {
            return Err(Misfit {
                message: format!("there is no type \"{parent}\""),
                offset: 0,
                is_readable: false,
            });
        };
        for selection in selections {
            match selection {
                Selection::Inline {
                    condition,
                    selections,
                    offset,
                    ..
                } => {
                    let target = condition.as_ref().and_then(|condition| self.schema.types.get(condition));
                    let target = target.unwrap_or(parent);
                    if !target.kind.is_composite() {
                        let message = format!("\"{}\" is not an object type, interface or union", target.name);
                        return Err(Misfit {
                            message,
                            offset: *offset,
                            is_readable: false,
                        });
                    }
                    self.selections(selections, &target.name, below_external)?;
                }
                Selection::Field { name, .. } if &**name == "__typename" => {
                    (self.typename)(parent, Visited { selection, below_external });
                }
                Selection::Field { .. } => self.field(selection, parent, below_external)?,
            }
        }
        Ok(())
    }

    fn field(&mut self, selection: &'a Selection, parent: &TypeDef, below_external: bool) -> Result<(), Misfit> {
        let Selection::Field {
            name,
            arguments,
            selections,
            offset,
            ..
        } = selection
        else {
            return Ok(());
        };
        let misfit = |message: String| {
            Err(Misfit {
                message,
                offset: *offset,
                is_readable: false,
            })
        };
        let Some(field) = parent.fields.get(name) else {
            return misfit(format!("the type \"{}\" has no field \"{name}\"", parent.name));
        };
        (self.visit)(parent, field, Visited { selection, below_external });
        if let Some((unknown, _)) = arguments.iter().find(|(argument, _)| !field.arguments.contains_key(argument)) {
            return misfit(format!("the field \"{}.{name}\" has no argument \"{unknown}\"", parent.name));
        }
        let missing = field
            .arguments
            .values()
            .find(|argument| argument.is_required() && !arguments.iter().any(|(given, _)| *given == argument.name));
        if let Some(missing) = missing
            && self.missing.is_none()
        {
            let message = format!("the field \"{}.{name}\" needs its argument \"{}\"", parent.name, missing.name);
            self.missing = Some(Misfit {
                message,
                offset: *offset,
                is_readable: true,
            });
        }
        let is_composite = self.schema.kind_of(field.ty.base()).is_some_and(Kind::is_composite);
        if is_composite && selections.is_empty() {
            return misfit(format!(
                "the field \"{}.{name}\" is of type {} and needs a selection of its fields",
                parent.name, field.ty
            ));
        }
        if !is_composite && !selections.is_empty() {
            return misfit(format!(
                "the field \"{}.{name}\" is of type {} and has no fields to select",
                parent.name, field.ty
            ));
        }
        if is_composite {
            let below = below_external || self.schema.is_external_somewhere(parent, &field.name);
            self.selections(selections, field.ty.base(), below)?;
        }
        Ok(())
    }
}
