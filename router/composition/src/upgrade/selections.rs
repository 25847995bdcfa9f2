//! The field sets of federation 1: given as lists or bare names, and selecting what the subgraph has anyway.

use crate::model::{DirectiveUse, FieldSet, Kind, Known, Name, Schema, Selection, Span, TypeDef, Value};

/// Writes `fields: ["a", "b"]` and `fields: a` as one string.
pub(super) fn quote(schema: &mut Schema) {
    schema.each_directive_list(&mut |list| {
        for application in list {
            if !matches!(application.known, Some(Known::Key | Known::Requires | Known::Provides)) {
                continue;
            }
            for (name, value, _) in &mut application.arguments {
                if &**name == "fields"
                    && let Some(text) = as_text(value)
                {
                    *value = Value::String(text);
                }
            }
        }
    });
}

fn as_text(value: &Value) -> Option<String> {
    match value {
        Value::Enum(name) => Some(name.to_string()),
        Value::List(items) => {
            let parts: Option<Vec<&str>> = items
                .iter()
                .map(|item| match item {
                    Value::String(text) => Some(text.as_str()),
                    Value::Enum(name) => Some(&**name),
                    _ => None,
                })
                .collect();
            parts.map(|parts| parts.join(" "))
        }
        _ => None,
    }
}

/// Takes what is not external out of `@requires` and `@provides`, and those that are left with nothing.
pub(super) fn remove_local_leaves(schema: &mut Schema) {
    let mut rewritten: Vec<(Name, Name, Known, Option<FieldSet>)> = Vec::new();
    for definition in schema.types.values() {
        for field in definition.fields.values() {
            for (known, parent) in [(Known::Requires, &definition.name), (Known::Provides, field.ty.base())] {
                let Some(set) = field.find(known).and_then(DirectiveUse::field_set) else {
                    continue;
                };
                let Some(parent) = schema.types.get(parent) else { continue };
                let Some(kept) = external_part(schema, parent, &set.selections) else {
                    continue;
                };
                if kept != set.selections {
                    let kept = (!kept.is_empty()).then_some(FieldSet { selections: kept });
                    rewritten.push((definition.name.clone(), field.name.clone(), known, kept));
                }
            }
        }
    }
    for (owner, field, known, kept) in rewritten {
        let directives = &mut schema.types[&owner].fields[&field].directives;
        match kept {
            Some(set) => directives
                .iter_mut()
                .filter(|application| application.known == Some(known))
                .for_each(|application| rewrite(application, &set)),
            None => directives.retain(|application| application.known != Some(known)),
        }
    }
}

/// The new text is no part of the file; errors in it point at the application.
fn rewrite(application: &mut DirectiveUse, set: &FieldSet) {
    let span: Span = application.span;
    for (name, value, place) in &mut application.arguments {
        if &**name == "fields" {
            *value = Value::String(set.to_string());
            *place = span;
        }
    }
}

/// The selections that are external or lead to an external field. `None` if they do not fit the schema: that is reported
/// when the upgraded schema is validated.
fn external_part(schema: &Schema, parent: &TypeDef, selections: &[Selection]) -> Option<Vec<Selection>> {
    let mut kept = Vec::new();
    for selection in selections {
        match selection {
            Selection::Field {
                name,
                arguments,
                selections: below,
                ..
            } => {
                if &**name == "__typename" {
                    continue;
                }
                let field = parent.fields.get(name)?;
                let is_composite = schema.kind_of(field.ty.base()).is_some_and(Kind::is_composite);
                if is_composite == below.is_empty() || arguments.iter().any(|(argument, _)| !field.arguments.contains_key(argument)) {
                    return None;
                }
                if schema.is_external_somewhere(parent, name) {
                    kept.push(selection.clone());
                } else if !below.is_empty() {
                    let below = external_part(schema, schema.types.get(field.ty.base())?, below)?;
                    kept.extend(with_selections(selection, below));
                }
            }
            Selection::Inline {
                condition,
                selections: below,
                ..
            } => {
                let target = match condition {
                    Some(condition) => schema.types.get(condition)?,
                    None => parent,
                };
                let below = external_part(schema, target, below)?;
                kept.extend(with_selections(selection, below));
            }
        }
    }
    Some(kept)
}

fn with_selections(selection: &Selection, below: Vec<Selection>) -> Option<Selection> {
    if below.is_empty() {
        return None;
    }
    let mut selection = selection.clone();
    match &mut selection {
        Selection::Field { selections, .. } | Selection::Inline { selections, .. } => *selections = below,
    }
    Some(selection)
}
