//! Arguments and input fields: their defaults, their deprecation, and input objects that could never be given.

use super::values::Shapes;
use crate::diagnostic::{Code, Report};
use crate::model::{InputDef, Known, Name, Schema, TypeRef};
use std::collections::{HashMap, HashSet};

/// Defaults of the right type, which are rewritten to what that type makes of them; nothing required is deprecated.
pub(super) fn check(schema: &mut Schema, shapes: &Shapes, report: &mut Report<'_>) {
    let mut check = |input: &mut InputDef| {
        if let Some(default) = &mut input.default
            && !shapes.read(default, &input.ty)
        {
            report.error(
                Code::InvalidGraphql,
                format!("The default value {default} of \"{}\" is not a valid {}.", input.name, input.ty),
                &[input.span],
                "Give a default of that type, or none.",
            );
        }
        if input.is_required() && input.has(Known::Deprecated) {
            report.error(
                Code::InvalidGraphql,
                format!("\"{}\" is required and can not be deprecated.", input.name),
                &[input.span],
                "Make it nullable or give it a default first.",
            );
        }
    };
    for definition in schema.types.values_mut() {
        for field in definition.fields.values_mut() {
            field.arguments.values_mut().for_each(&mut check);
        }
        definition.inputs.values_mut().for_each(&mut check);
    }
    for definition in schema.directive_defs.values_mut() {
        definition.arguments.values_mut().for_each(&mut check);
    }
}

/// Input objects that contain themselves by required fields. One error for each way back.
pub(super) fn check_cycles(schema: &Schema, report: &mut Report<'_>) {
    let mut search = Search {
        schema,
        visited: HashSet::new(),
        path: Vec::new(),
        entered_at: HashMap::new(),
    };
    for name in schema.types.keys() {
        search.follow(name, report);
    }
}

struct Search<'a> {
    schema: &'a Schema,
    visited: HashSet<&'a Name>,
    /// The fields that lead from the first type to the present one.
    path: Vec<&'a InputDef>,
    /// For the types on the way: how long the path was there.
    entered_at: HashMap<&'a Name, usize>,
}

impl<'a> Search<'a> {
    fn follow(&mut self, name: &'a Name, report: &mut Report<'_>) {
        let Some(definition) = self.schema.types.get(name) else { return };
        if definition.inputs.is_empty() || !self.visited.insert(name) {
            return;
        }
        self.entered_at.insert(name, self.path.len());
        for input in definition.inputs.values() {
            let TypeRef::NonNull(inner) = &input.ty else { continue };
            let TypeRef::Named(target) = &**inner else { continue };
            self.path.push(input);
            match self.entered_at.get(target) {
                Some(start) => {
                    let way: Vec<&str> = self.path[*start..].iter().map(|field| &*field.name).collect();
                    let spans: Vec<_> = self.path[*start..].iter().map(|field| field.span).collect();
                    report.error(
                        Code::InvalidGraphql,
                        format!(
                            "The input object \"{target}\" contains itself by required fields only (\"{}\"): no value fits.",
                            way.join(".")
                        ),
                        &spans,
                        "Make one of the fields nullable, or a list.",
                    );
                }
                None => self.follow(target, report),
            }
            self.path.pop();
        }
        self.entered_at.remove(name);
    }
}
