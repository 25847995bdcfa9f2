//! The field sets of `@key`, `@requires` and `@provides`: well-formed, of known fields, external where they must be.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, FieldSet, HashSet, Kind, Known, Name, Schema, Selection, Span, TypeDef, uses};
use crate::parse::Subgraph;

/// The parsed selection of a `@key` (or of any directive with `fields`), if it is one.
pub(crate) fn key_set(application: &DirectiveUse) -> Option<FieldSet> {
    FieldSet::parse(application.text("fields")?).ok()
}

/// Why a field set does not fit the schema, and where in its text.
pub(crate) struct Misfit {
    pub message: String,
    pub offset: usize,
}

/// Fields that the subgraph's field sets select.
#[derive(Default)]
pub(super) struct Coordinates {
    used: HashSet<(Name, Name)>,
    provided: HashSet<(Name, Name)>,
}

/// What a visitor learns of a selected field besides its definition.
pub(crate) struct Visited<'a> {
    pub selection: &'a Selection,
    /// An enclosing field of the set is external.
    pub below_external: bool,
}

/// Which type conditions a selection may have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Conditions {
    /// Those that an object of the enclosing type can meet.
    Possible,
    /// Any, even of types that do not exist: such a condition narrows nothing.
    Any,
}

/// Follows a field set through a schema from `parent`; calls `visit` for every field but `__typename`.
pub(crate) fn walk<'a>(
    schema: &Schema,
    set: &'a FieldSet,
    parent: &str,
    visit: &mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
) -> Result<(), Misfit> {
    walk_selections(schema, &set.selections, parent, Conditions::Possible, false, visit)
}

/// Follows the selection of a `@fromContext`, whose fragments may be for other types that set the context.
pub(crate) fn walk_context<'a>(
    schema: &Schema,
    set: &'a FieldSet,
    parent: &str,
    visit: &mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
) -> Result<(), Misfit> {
    walk_selections(schema, &set.selections, parent, Conditions::Any, false, visit)
}

fn walk_selections<'a>(
    schema: &Schema,
    selections: &'a [Selection],
    parent: &str,
    conditions: Conditions,
    below_external: bool,
    visit: &mut dyn FnMut(&TypeDef, &FieldDef, Visited<'a>),
) -> Result<(), Misfit> {
    let Some(parent) = schema.types.get(parent) else {
        return Err(Misfit {
            message: format!("there is no type \"{parent}\""),
            offset: 0,
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
                let target = match condition {
                    Some(condition) if conditions == Conditions::Possible => {
                        inline_target(schema, parent, condition, *offset)?;
                        condition
                    }
                    Some(condition) if schema.kind_of(condition).is_some_and(Kind::is_composite) => condition,
                    _ => &parent.name,
                };
                walk_selections(schema, selections, target, conditions, below_external, visit)?;
            }
            Selection::Field {
                name,
                alias,
                arguments,
                selections,
                offset,
                ..
            } => {
                let misfit = |message: String| Err(Misfit { message, offset: *offset });
                if let Some(alias) = alias
                    && conditions == Conditions::Possible
                {
                    return misfit(format!("it renames \"{name}\" to \"{alias}\"; field sets have no aliases"));
                }
                if &**name == "__typename" {
                    continue;
                }
                let Some(field) = parent.fields.get(name) else {
                    return misfit(format!("the type \"{}\" has no field \"{name}\"", parent.name));
                };
                if let Some((unknown, _)) = arguments.iter().find(|(argument, _)| !field.arguments.contains_key(argument)) {
                    return misfit(format!("the field \"{}.{name}\" has no argument \"{unknown}\"", parent.name));
                }
                let missing = field
                    .arguments
                    .values()
                    .find(|argument| argument.is_required() && !arguments.iter().any(|(given, _)| *given == argument.name));
                if let Some(missing) = missing {
                    return misfit(format!(
                        "the field \"{}.{name}\" needs its argument \"{}\"",
                        parent.name, missing.name
                    ));
                }
                let is_composite = schema.kind_of(field.ty.base()).is_some_and(Kind::is_composite);
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
                visit(parent, field, Visited { selection, below_external });
                let below = below_external || is_external_somewhere(schema, parent, field);
                if is_composite {
                    walk_selections(schema, selections, field.ty.base(), conditions, below, visit)?;
                }
            }
        }
    }
    Ok(())
}

/// An interface's field counts as external where an implementation's is.
fn is_external_somewhere(schema: &Schema, parent: &TypeDef, field: &FieldDef) -> bool {
    field.marks.external
        || (parent.kind == Kind::Interface
            && schema
                .possible_types(&parent.name)
                .iter()
                .any(|name| schema.types[name].fields.get(&field.name).is_some_and(|field| field.marks.external)))
}

fn inline_target(schema: &Schema, parent: &TypeDef, condition: &str, offset: usize) -> Result<(), Misfit> {
    if !schema.kind_of(condition).is_some_and(Kind::is_composite) {
        let message = format!("there is no object type, interface or union \"{condition}\"");
        return Err(Misfit { message, offset });
    }
    let parents = schema.possible_types(&parent.name);
    let overlaps = schema.possible_types(condition).iter().any(|possible| parents.contains(possible));
    if !overlaps && condition != &*parent.name {
        let message = format!("a \"{}\" is never a \"{condition}\"", parent.name);
        return Err(Misfit { message, offset });
    }
    Ok(())
}

struct Codes {
    invalid: Code,
    not_a_string: Code,
    directive: Code,
    arguments: Option<Code>,
    missing_external: Option<Code>,
}

fn codes(known: Known) -> Codes {
    match known {
        Known::Key => Codes {
            invalid: Code::KeyInvalidFields,
            not_a_string: Code::KeyInvalidFieldsType,
            directive: Code::KeyDirectiveInFieldsArg,
            arguments: Some(Code::KeyFieldsHasArgs),
            missing_external: None,
        },
        Known::Requires => Codes {
            invalid: Code::RequiresInvalidFields,
            not_a_string: Code::RequiresInvalidFieldsType,
            directive: Code::RequiresDirectiveInFieldsArg,
            arguments: None,
            missing_external: Some(Code::RequiresFieldsMissingExternal),
        },
        _ => Codes {
            invalid: Code::ProvidesInvalidFields,
            not_a_string: Code::ProvidesInvalidFieldsType,
            directive: Code::ProvidesDirectiveInFieldsArg,
            arguments: Some(Code::ProvidesFieldsHasArgs),
            missing_external: Some(Code::ProvidesFieldsMissingExternal),
        },
    }
}

/// Checks every field set of the subgraph: keys, then requires, then provides.
pub(super) fn check(subgraph: &Subgraph, report: &mut Report<'_>) -> Coordinates {
    let schema = &subgraph.schema;
    let mut coordinates = Coordinates::default();
    for definition in schema.types.values() {
        for key in definition.keys() {
            if definition.kind == Kind::Interface && subgraph.minor < 3 {
                report.error(
                    Code::KeyUnsupportedOnInterface,
                    format!(
                        "The interface \"{}\" has a @key, which federation knows from v2.3 on; this schema links v2.{}.",
                        definition.name, subgraph.minor
                    ),
                    &[key.span],
                    "Link federation v2.3 or newer, or put the @key on the implementing types.",
                );
            }
            let subject = format!("the @key of \"{}\"", definition.name);
            check_one(subgraph, Known::Key, key, &definition.name, &subject, &mut coordinates, report);
        }
    }
    for known in [Known::Requires, Known::Provides] {
        for definition in schema.types.values() {
            for field in definition.fields.values() {
                if let Some(application) = field.find(known) {
                    check_on_field(subgraph, known, application, definition, field, &mut coordinates, report);
                }
            }
        }
    }
    coordinates
}

/// What the field sets of a subgraph select, as far as they can be read; reports nothing.
pub(super) fn collect(schema: &Schema) -> Coordinates {
    let mut coordinates = Coordinates::default();
    let mut note = |known: Known, application: &DirectiveUse, parent: &Name| {
        if let Some(set) = key_set(application) {
            let _ = walk(schema, &set, parent, &mut |owner, field, _| {
                record(schema, known, owner, field, &mut coordinates);
            });
        }
    };
    for definition in schema.types.values() {
        definition.keys().for_each(|key| note(Known::Key, key, &definition.name));
        for field in definition.fields.values() {
            uses(&field.directives, Known::Requires).for_each(|requires| note(Known::Requires, requires, &definition.name));
            uses(&field.directives, Known::Provides).for_each(|provides| note(Known::Provides, provides, field.ty.base()));
        }
    }
    coordinates
}

fn check_on_field(
    subgraph: &Subgraph,
    known: Known,
    application: &DirectiveUse,
    definition: &TypeDef,
    field: &FieldDef,
    coordinates: &mut Coordinates,
    report: &mut Report<'_>,
) {
    let directive = known.name();
    let coordinate = format!("{}.{}", definition.name, field.name);
    let target = if known == Known::Provides {
        field.ty.base()
    } else {
        &definition.name
    };
    if !subgraph.schema.kind_of(target).is_some_and(Kind::is_composite) {
        report.error(
            Code::ProvidesOnNonObjectField,
            format!(
                "\"{coordinate}\" has @provides, but its type {} has no fields to provide.",
                field.ty
            ),
            &[application.span],
            "Remove @provides.",
        );
        return;
    }
    if definition.kind == Kind::Interface {
        let code = match known {
            Known::Requires => Code::RequiresUnsupportedOnInterface,
            _ => Code::ProvidesUnsupportedOnInterface,
        };
        report.error(
            code,
            format!("\"{coordinate}\" has @{directive}, which a field of an interface can not have."),
            &[application.span],
            &format!("Put @{directive} on the field in the implementing types."),
        );
    }
    if known == Known::Provides
        && let Some(external) = field.find(Known::External)
    {
        report.error(
            Code::ExternalCollisionWithAnotherDirective,
            format!("\"{coordinate}\" is @external and has @provides; a field that is not resolved provides nothing."),
            &[application.span, external.span],
            "Remove one of the two.",
        );
    }
    let subject = format!("the @{directive} of \"{coordinate}\"");
    check_one(subgraph, known, application, target, &subject, coordinates, report);
}

fn check_one(
    subgraph: &Subgraph,
    known: Known,
    application: &DirectiveUse,
    parent: &Name,
    subject: &str,
    coordinates: &mut Coordinates,
    report: &mut Report<'_>,
) {
    let schema = &subgraph.schema;
    let codes = codes(known);
    let literal = application.argument_span("fields");
    let Some(text) = application.text("fields") else {
        report.error(
            codes.not_a_string,
            format!("The fields of {subject} are not a string."),
            &[literal],
            "Write the selection in quotes.",
        );
        return;
    };
    let sources = report.sources();
    let place = |offset: usize| {
        let source = &sources[literal.subgraph as usize];
        Span {
            subgraph: literal.subgraph,
            offset: source.offset_in_string(literal.offset, offset),
        }
    };
    let set = match FieldSet::parse(text) {
        Ok(set) => set,
        Err(error) => {
            report.error(
                codes.invalid,
                format!("The fields of {subject} can not be read: {}.", error.message),
                &[place(error.offset)],
                "Write a selection, like \"id\" or \"owner { id }\".",
            );
            return;
        }
    };
    let mut found = Vec::new();
    with_directives(&set.selections, &mut |directive, offset| {
        if subgraph.knows_directive(directive) {
            let message = format!("{} uses @{directive}; field sets have no directives.", capital(subject));
            found.push((codes.directive, message, offset, "Remove the directive."));
        } else {
            let message = format!("{} uses @{directive}, which is not defined.", capital(subject));
            found.push((codes.invalid, message, offset, "Remove the directive."));
        }
    });
    let walked = walk(schema, &set, parent, &mut |owner, field, visited| {
        let Selection::Field { offset, selections, .. } = visited.selection else {
            return;
        };
        let coordinate = format!("{}.{}", owner.name, field.name);
        if let Some(code) = codes.arguments.filter(|_| !field.arguments.is_empty()) {
            let message = format!("{} selects \"{coordinate}\", which has arguments.", capital(subject));
            found.push((code, message, *offset, "Select fields without arguments."));
        }
        if known == Known::Key && matches!(schema.kind_of(field.ty.base()), Some(Kind::Interface | Kind::Union)) {
            let message = format!(
                "{} selects \"{coordinate}\", whose type {} is an interface or union; a key needs known types.",
                capital(subject),
                field.ty
            );
            found.push((
                Code::KeyFieldsSelectInvalidType,
                message,
                *offset,
                "Select fields of object types only.",
            ));
        }
        if let Some(code) = codes.missing_external
            && selections.is_empty()
            && !visited.below_external
            && !field.marks.external
        {
            let message = format!(
                "{} selects \"{coordinate}\", which is not @external here: this subgraph already has it.",
                capital(subject)
            );
            let help = "Mark the field @external if another subgraph resolves it, or take it out of the selection.";
            found.push((code, message, *offset, help));
        }
        record(schema, known, owner, field, coordinates);
    });
    if let Err(misfit) = walked {
        let message = format!("The fields of {subject} do not fit the schema: {}.", misfit.message);
        found.clear();
        found.push((codes.invalid, message, misfit.offset, "Select fields that this subgraph declares."));
    }
    for (code, message, offset, help) in found {
        report.error(code, message, &[place(offset)], help);
    }
}

/// Notes a selected field; with a field of an interface those of its implementations.
pub(super) fn record(schema: &Schema, known: Known, owner: &TypeDef, field: &FieldDef, coordinates: &mut Coordinates) {
    let mut note = |owner: &Name| {
        let coordinate = (owner.clone(), field.name.clone());
        if known == Known::Provides {
            coordinates.provided.insert(coordinate.clone());
        }
        coordinates.used.insert(coordinate);
    };
    note(&owner.name);
    if owner.kind == Kind::Interface {
        schema.possible_types(&owner.name).iter().for_each(note);
    }
}

/// Visits the first directive of each selection that has any.
pub(super) fn with_directives(selections: &[Selection], found: &mut dyn FnMut(&Name, usize)) {
    for selection in selections {
        let (Selection::Field { directives, offset, .. } | Selection::Inline { directives, offset, .. }) = selection;
        if let Some(first) = directives.first() {
            found(first, *offset);
        }
        with_directives(selection.selections(), found);
    }
}

/// Marks used and provided fields.
pub(super) fn mark(schema: &mut Schema, coordinates: &Coordinates) {
    let mut used = coordinates.used.clone();
    for definition in schema.types.values() {
        for interface in definition.implements.keys().filter_map(|name| schema.types.get(name)) {
            used.extend(interface.fields.keys().map(|field| (definition.name.clone(), field.clone())));
        }
    }
    for definition in schema.types.values_mut() {
        for field in definition.fields.values_mut() {
            let coordinate = (definition.name.clone(), field.name.clone());
            field.marks.used = used.contains(&coordinate);
            field.marks.provided = coordinates.provided.contains(&coordinate);
        }
    }
}

fn capital(text: &str) -> String {
    text[..1].to_uppercase() + &text[1..]
}
