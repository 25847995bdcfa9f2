//! `@context` and `@fromContext`: names, where contextual arguments may stand, and that what they select fits every
//! type that sets the context. Fills `InputDef::from_context`. Must not know whether an operation passes such a type.

use super::field_sets::{Coordinates, first_alias, record, unfit_argument, with_directives};
use super::walk::walk;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, FromContext, FromContextError, InputDef, Kind, Known, Name, Schema, uses};
use crate::model::{Selection, TypeDef, TypeRef};
use crate::parse::Subgraph;
use indexmap::IndexMap;

/// Reads every `@fromContext` of a field's argument; what can not be read stays out and is reported by `check`.
pub(super) fn read(schema: &mut Schema) {
    for definition in schema.types.values_mut() {
        for argument in definition.fields.values_mut().flat_map(|field| field.arguments.values_mut()) {
            let text = uses(&argument.directives, Known::FromContext)
                .next()
                .and_then(|application| application.text("field"));
            argument.from_context = text.and_then(|text| FromContext::parse(text).ok()).map(Box::new);
        }
    }
}

/// The types that set each context.
type Setters<'a> = IndexMap<&'a str, Vec<&'a TypeDef>>;

/// CONTEXT_NAME_INVALID, CONTEXT_NOT_SET, NO_CONTEXT_IN_SELECTION, CONTEXT_INVALID_SELECTION and
/// CONTEXT_NO_RESOLVABLE_KEY. Notes the fields that contexts select as used.
pub(super) fn check(subgraph: &Subgraph, coordinates: &mut Coordinates, report: &mut Report<'_>) {
    let schema = &subgraph.schema;
    let setters = setters(schema, report);
    for directive in schema.directive_defs.values() {
        for argument in directive.arguments.values() {
            if let Some(application) = uses(&argument.directives, Known::FromContext).next() {
                report.error(
                    Code::ContextNotSet,
                    format!(
                        "\"@{}({}:)\" has @fromContext, but only arguments of fields get values from a context.",
                        directive.name, argument.name
                    ),
                    &[application.span],
                    "Remove @fromContext.",
                );
            }
        }
    }
    for definition in schema.types.values() {
        for field in definition.fields.values() {
            for argument in field.arguments.values() {
                if let Some(application) = uses(&argument.directives, Known::FromContext).next() {
                    let mut check = Argument {
                        subgraph,
                        definition,
                        field,
                        argument,
                        application,
                        coordinate: format!("{}.{}({}:)", definition.name, field.name, argument.name),
                        report,
                    };
                    check.all(&setters, coordinates);
                }
            }
        }
    }
}

fn setters<'a>(schema: &'a Schema, report: &mut Report<'_>) -> Setters<'a> {
    let mut setters = Setters::new();
    for definition in schema.types.values() {
        for application in definition.uses(Known::Context) {
            let Some(name) = application.text("name") else { continue };
            let is_name =
                name.starts_with(|first: char| first.is_ascii_alphabetic()) && name.chars().all(|one| one.is_ascii_alphanumeric());
            if !is_name {
                report.error(
                    Code::ContextNameInvalid,
                    format!(
                        "\"{}\" sets the context \"{name}\", which is not a name that a context can have.",
                        definition.name
                    ),
                    &[application.argument_span("name")],
                    "Use letters and digits only, and a letter first.",
                );
            }
            let types = setters.entry(name).or_default();
            if types.iter().all(|known| known.name != definition.name) {
                types.push(definition);
            }
        }
    }
    setters
}

/// One argument with `@fromContext`.
struct Argument<'a, 'c, 'r> {
    subgraph: &'a Subgraph,
    definition: &'a TypeDef,
    field: &'a FieldDef,
    argument: &'a InputDef,
    application: &'a DirectiveUse,
    coordinate: String,
    report: &'c mut Report<'r>,
}

/// Checking a selection ends at what makes the rest meaningless; it is reported already.
struct Stop;

impl<'a> Argument<'a, '_, '_> {
    fn all(&mut self, setters: &Setters<'a>, coordinates: &mut Coordinates) {
        let coordinate = self.coordinate.clone();
        if self.definition.kind != Kind::Object {
            let message = format!("\"{coordinate}\" has @fromContext, but is an argument of an interface's field.");
            self.refuse_place(
                message,
                "Put @fromContext on the fields of object types that implement no such interface field.",
            );
            return;
        }
        let interfaces = self.definition.implements.keys();
        let asking = interfaces
            .filter_map(|name| self.subgraph.schema.types.get(name))
            .find(|interface| interface.fields.contains_key(&self.field.name));
        if let Some(interface) = asking {
            let message = format!(
                "\"{coordinate}\" has @fromContext, but the field implements \"{}.{}\", which callers can ask without \
                 any context.",
                interface.name, self.field.name
            );
            self.refuse_place(message, "Remove the field from the interface, or @fromContext from the argument.");
        }
        if self.argument.default.is_some() {
            let message = format!("\"{coordinate}\" has a default value, but a context always gives one.");
            self.refuse_place(message, "Remove the default value.");
        }
        let read = FromContext::parse(self.application.text("field").unwrap_or_default());
        let context = match &read {
            Ok(read) => &read.context,
            Err(FromContextError::Selection(context, _)) => context,
            Err(FromContextError::NoContext) => {
                let span = self.application.argument_span("field");
                self.report.error(
                    Code::NoContextInSelection,
                    format!("The @fromContext of \"{coordinate}\" does not name a context and select from it."),
                    &[span],
                    "Write it like \"$name { field }\".",
                );
                return;
            }
        };
        match setters.get(&**context) {
            None => {
                let message =
                    format!("\"{coordinate}\" takes its value from the context \"{context}\", which no type of this subgraph sets.");
                let span = self.application.argument_span("field");
                let help = format!("Put @context(name: \"{context}\") on the type that has the value.");
                self.report.error(Code::ContextNotSet, message, &[span], &help);
            }
            Some(types) => match &read {
                Ok(read) => {
                    let _ = self.selection(read, types);
                    for ty in types {
                        let _ = walk(&self.subgraph.schema, &read.set, &ty.name, &mut |owner, field, _| {
                            record(&self.subgraph.schema, Known::FromContext, owner, field, coordinates);
                        });
                    }
                }
                Err(FromContextError::Selection(_, error)) => {
                    self.refuse(&format!("cannot be read: {}", error.message), error.offset, "Select one field.");
                }
                Err(FromContextError::NoContext) => {}
            },
        }
        if !self.definition.keys().any(DirectiveUse::is_resolvable) {
            let message = format!(
                "\"{coordinate}\" takes its value from a context, but \"{}\" has no key by which it could be asked \
                 again with that value.",
                self.definition.name
            );
            self.report.error(
                Code::ContextNoResolvableKey,
                message,
                &[self.application.span, self.definition.span],
                "Give the type a @key that is not resolvable: false.",
            );
        }
    }

    fn refuse_place(&mut self, message: String, help: &str) {
        self.report.error(Code::ContextNotSet, message, &[self.application.span], help);
    }

    /// CONTEXT_INVALID_SELECTION at an offset of the value.
    fn refuse(&mut self, problem: &str, offset: usize, help: &str) -> Stop {
        let literal = self.application.argument_span("field");
        let span = self.report.place_in(literal, offset);
        let message = format!("The selection of the @fromContext of \"{}\" {problem}.", self.coordinate);
        self.report.error(Code::ContextInvalidSelection, message, &[span], help);
        Stop
    }

    /// The selection gives the argument a value on each of the types.
    fn selection(&mut self, read: &FromContext, types: &[&TypeDef]) -> Result<(), Stop> {
        let mut conditions = Conditions::default();
        for ty in types {
            self.well_formed(read, ty)?;
            if let [Selection::Field { .. }] = read.set.selections.as_slice() {
                self.gives_a_value(read, ty, &read.set.selections)?;
            } else if read.is_by_type() {
                self.by_type(read, ty, &mut conditions)?;
            } else {
                let second = read.set.selections.get(1).map_or(0, Selection::offset);
                let help = "Select one field, or one field of each type by inline fragments.";
                return Err(self.refuse("selects several things for one value", read.offset(second), help));
            }
        }
        for (condition, offset) in conditions.unmet {
            let problem = format!("has a fragment on \"{condition}\", but no \"{condition}\" sets the context");
            self.refuse(&problem, read.offset(offset), "Remove the fragment.");
        }
        Ok(())
    }

    /// The rules that hold wherever in the selection a field is.
    fn well_formed(&mut self, read: &FromContext, ty: &TypeDef) -> Result<(), Stop> {
        let schema = &self.subgraph.schema;
        let mut unfit = None;
        let walked = walk(schema, &read.set, &ty.name, &mut |owner, field, visited| {
            if let Some(problem) = unfit_argument(schema, owner, field, visited.selection) {
                unfit.get_or_insert((problem, visited.selection.offset()));
            }
        });
        let misfit = walked.err().map(|misfit| (misfit.message, misfit.offset)).or(unfit);
        if let Some((message, offset)) = misfit {
            let problem = format!("does not fit \"{}\", which sets the context: {message}", ty.name);
            return Err(self.refuse(&problem, read.offset(offset), "Select a field that each such type has."));
        }
        let mut unknown = None;
        let mut directive = None;
        with_directives(
            &read.set.selections,
            &mut |name, offset| match self.subgraph.knows_directive(name) {
                true => directive = directive.take().or(Some(offset)),
                false => unknown = unknown.take().or(Some((name.clone(), offset))),
            },
        );
        if let Some((name, offset)) = unknown {
            let problem = format!("uses @{name}, which is not defined");
            return Err(self.refuse(&problem, read.offset(offset), "Remove the directive."));
        }
        let is_mixed = read.set.selections.len() > 1 && !read.is_by_type();
        if is_mixed {
            return Ok(());
        }
        if let Some(offset) = directive {
            self.refuse("uses a directive", read.offset(offset), "Remove the directive.");
        }
        if let Some(offset) = first_alias(&read.set.selections) {
            self.refuse("renames a field", read.offset(offset), "Remove the alias.");
        }
        Ok(())
    }

    /// Exactly one leaf, of the argument's type.
    fn gives_a_value(&mut self, read: &FromContext, ty: &TypeDef, selections: &[Selection]) -> Result<(), Stop> {
        if let Some((name, offset)) = first_interface_object(&self.subgraph.schema, ty, selections) {
            let problem = format!("reads fields of the @interfaceObject \"{name}\", whose types are not known here");
            let help = "Take the value from a type that is not an @interfaceObject.";
            self.refuse(&problem, read.offset(offset), help);
        }
        let wanted = &self.argument.ty;
        let found = leaf_type(&self.subgraph.schema, &ty.name, selections);
        if found.as_ref() == Some(wanted) {
            return Ok(());
        }
        let offset = read.offset(selections.first().map_or(0, Selection::offset));
        let (problem, help) = match found {
            Some(found) => (
                format!("gives a {found} on \"{}\", but the argument is of type {wanted}", ty.name),
                "Contexts may lack a value, so the argument and the items of its lists must be nullable; else the types must be the same.",
            ),
            None => (
                format!("does not come down to one field on \"{}\"", ty.name),
                "Select one field, and one field of that if it has fields itself.",
            ),
        };
        Err(self.refuse(&problem, offset, help))
    }

    /// Inline fragments: one of them for the type, or for a type it may be.
    fn by_type(&mut self, read: &FromContext, ty: &TypeDef, seen: &mut Conditions) -> Result<(), Stop> {
        let schema = &self.subgraph.schema;
        let is_first = seen.all.is_empty();
        for selection in &read.set.selections {
            let Selection::Inline { condition, offset, .. } = selection else {
                continue;
            };
            let repeated = match condition {
                Some(condition) => is_first && seen.all.contains(condition),
                None => true,
            };
            if repeated {
                let help = "Write one fragment per object type, each with its type.";
                return Err(self.refuse("has fragments that do not exclude each other", read.offset(*offset), help));
            }
            if let Some(condition) = condition
                && is_first
            {
                seen.all.push(condition.clone());
                seen.unmet.push((condition.clone(), *offset));
                if schema.kind_of(condition) != Some(Kind::Object) {
                    let problem = format!("has a fragment on \"{condition}\", which is not an object type");
                    self.refuse(&problem, read.offset(*offset), "Name the object types instead.");
                }
            }
        }
        let possible = schema.possible_types(&ty.name);
        let mut is_met = false;
        for selection in &read.set.selections {
            if let Selection::Inline {
                condition: Some(condition),
                selections,
                ..
            } = selection
                && possible.contains(condition)
            {
                is_met = true;
                seen.unmet.retain(|(unmet, _)| unmet != condition);
                self.gives_a_value(read, &schema.types[condition], selections)?;
            }
        }
        if is_met {
            return Ok(());
        }
        let offset = read.offset(read.set.selections.first().map_or(0, Selection::offset));
        let problem = format!("has no fragment for \"{}\", which sets the context", ty.name);
        Err(self.refuse(&problem, offset, "Add a fragment for it."))
    }
}

/// Type conditions of a selection by type.
#[derive(Default)]
struct Conditions {
    all: Vec<Name>,
    /// Those that no type setting the context has met yet.
    unmet: Vec<(Name, usize)>,
}

/// The first interface object of which a field is selected.
fn first_interface_object(schema: &Schema, parent: &TypeDef, selections: &[Selection]) -> Option<(Name, usize)> {
    let first = selections.first()?;
    if parent.has(Known::InterfaceObject) {
        return Some((parent.name.clone(), first.offset()));
    }
    selections.iter().find_map(|selection| match selection {
        Selection::Inline { selections, .. } => first_interface_object(schema, parent, selections),
        Selection::Field { name, selections, .. } => {
            let below = parent.fields.get(name).and_then(|field| schema.types.get(field.ty.base()))?;
            first_interface_object(schema, below, selections)
        }
    })
}

/// Type of the single leaf that a chain of fields leads to: lists around it are kept, and everything is nullable.
fn leaf_type(schema: &Schema, parent: &str, selections: &[Selection]) -> Option<TypeRef> {
    let [Selection::Field { name, selections, .. }] = selections else {
        return None;
    };
    if &**name == "__typename" {
        return Some(TypeRef::Named("String".into()));
    }
    let ty = &schema.types.get(parent)?.fields.get(name)?.ty;
    if selections.is_empty() {
        return Some(around(ty, TypeRef::Named(ty.base().clone())));
    }
    Some(around(ty, leaf_type(schema, ty.base(), selections)?))
}

/// The lists of `ty` around `inner`.
fn around(ty: &TypeRef, inner: TypeRef) -> TypeRef {
    match ty {
        TypeRef::Named(_) => inner,
        TypeRef::NonNull(of) => around(of, inner),
        TypeRef::List(of) => TypeRef::List(Box::new(around(of, inner))),
    }
}
