//! The field sets of `@key`, `@requires` and `@provides`: well-formed, of known fields, external where they must be.

use super::walk::{Visited, walk, walk_all};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, FieldDef, FieldSet, HashMap, HashSet, Kind, Known, Name, Schema, Selection, TypeDef, uses};
use crate::parse::Subgraph;
use crate::sentence::capitalized;
use std::cell::RefCell;

/// Fields that the subgraph's field sets select.
#[derive(Default)]
pub(super) struct Coordinates {
    /// By their types.
    used: HashMap<Name, HashSet<Name>>,
    provided: HashMap<Name, HashSet<Name>>,
    /// Types with a key that can not be read, with the error about it.
    unreadable_keys: Vec<(Name, usize)>,
    /// The first error about `@provides` on a field that can provide nothing: it is not resolved or has no fields.
    provides_nothing: Option<usize>,
}

impl Coordinates {
    /// The error beside which no other of the subgraph means anything: its index in the report. Such are a `@provides`
    /// that can provide nothing, and a key that can not be read though an interface's key is to be compared with it.
    pub fn sole_error(&self, schema: &Schema) -> Option<usize> {
        if self.provides_nothing.is_some() || self.unreadable_keys.is_empty() {
            return self.provides_nothing;
        }
        let unreadable = |name: &Name| {
            self.unreadable_keys
                .iter()
                .find(|(owner, _)| owner == name)
                .map(|(_, error)| *error)
        };
        schema
            .types
            .values()
            .filter(|definition| definition.kind == Kind::Interface && definition.keys().next().is_some())
            .find_map(|interface| {
                unreadable(&interface.name).or_else(|| schema.possible_types(&interface.name).iter().find_map(unreadable))
            })
    }
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
        if let Some(set) = application.field_set() {
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
    if known == Known::Provides && field.marks.external {
        let external = external_of(definition, field).map_or(application.span, |external| external.span);
        coordinates.provides_nothing = coordinates.provides_nothing.or(Some(report.errors.len()));
        report.error(
            Code::ExternalCollisionWithAnotherDirective,
            format!("\"{coordinate}\" is @external and has @provides; a field that is not resolved provides nothing."),
            &[application.span, external],
            "Remove one of the two.",
        );
    }
    if !subgraph.schema.kind_of(target).is_some_and(Kind::is_composite) {
        coordinates.provides_nothing = coordinates.provides_nothing.or(Some(report.errors.len()));
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
            format!("\"{coordinate}\" has @{directive}, which a field of an interface cannot have."),
            &[application.span],
            &format!("Put @{directive} on the field in the implementing types."),
        );
    }
    let subject = format!("the @{directive} of \"{coordinate}\"");
    check_one(subgraph, known, application, target, &subject, coordinates, report);
}

/// The application that makes a field external, on itself or on its type.
pub(crate) fn external_of<'a>(definition: &'a TypeDef, field: &'a FieldDef) -> Option<&'a DirectiveUse> {
    field.find(Known::External).or_else(|| definition.uses(Known::External).next())
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
    let set = match FieldSet::parse(text) {
        Ok(set) => set,
        Err(error) => {
            if known == Known::Key {
                coordinates.unreadable_keys.push((parent.clone(), report.errors.len()));
            }
            report.error(
                codes.invalid,
                format!("The fields of {subject} cannot be read: {}.", error.message),
                &[report.place_in(literal, error.offset)],
                "Write a selection, like \"id\" or \"owner { id }\".",
            );
            return;
        }
    };
    let mut check = Check {
        subgraph,
        known,
        codes,
        subject,
        sentence: capitalized(subject),
        found: Vec::new(),
        alone: None,
        late: None,
        is_readable: false,
    };
    check.all(&set.merged(), parent, coordinates);
    if !check.is_readable && check.alone.as_ref().is_some_and(|(code, ..)| *code == Code::KeyInvalidFields) {
        coordinates.unreadable_keys.push((parent.clone(), report.errors.len()));
    }
    let found = check.alone.map_or(check.found, |alone| vec![alone]);
    for (code, message, offset, help) in found {
        report.error(code, message, &[report.place_in(literal, offset)], help);
    }
}

/// Code, message, offset in the field set, help.
type Finding = (Code, String, usize, &'static str);

/// One field set under check.
struct Check<'a> {
    subgraph: &'a Subgraph,
    known: Known,
    codes: Codes,
    /// Whose field set it is.
    subject: &'a str,
    /// The same, to begin a sentence with.
    sentence: String,
    found: Vec<Finding>,
    /// What makes everything else about the field set meaningless.
    alone: Option<Finding>,
    /// The same, found where the field set can be read to its end.
    late: Option<Finding>,
    /// Despite what stands alone, the fields are known.
    is_readable: bool,
}

impl Check<'_> {
    fn all(&mut self, set: &FieldSet, parent: &Name, coordinates: &mut Coordinates) {
        let schema = &self.subgraph.schema;
        with_directives(&set.selections, &mut |directive, offset| {
            if self.subgraph.knows_directive(directive) {
                let message = format!("{} uses @{directive}; field sets have no directives.", self.sentence);
                self.found.push((self.codes.directive, message, offset, "Remove the directive."));
            } else {
                let message = format!("{} uses @{directive}, which is not defined.", self.sentence);
                self.alone
                    .get_or_insert((self.codes.invalid, message, offset, "Remove the directive."));
            }
        });
        if self.alone.is_some() {
            return;
        }
        // Only one of the two closures runs at a time.
        let this = RefCell::new(self);
        let walked = walk_all(
            schema,
            set,
            parent,
            &mut |owner, field, visited| {
                this.borrow_mut().field(owner, field, &visited);
                record(schema, this.borrow().known, owner, field, coordinates);
            },
            &mut |owner, visited| this.borrow_mut().leaf(&format!("{}.__typename", owner.name), false, &visited),
        );
        let this = this.into_inner();
        if this.alone.is_some() {
            return;
        }
        if let Err(misfit) = walked {
            let message = format!("The fields of {} do not fit the schema: {}.", this.subject, misfit.message);
            let help = "Select fields that this subgraph declares.";
            this.alone = Some((this.codes.invalid, message, misfit.offset, help));
            this.is_readable = misfit.is_readable;
        } else if let Some(offset) = first_alias(&set.selections) {
            let message = format!("{} renames a field; field sets have no aliases.", this.sentence);
            this.alone = Some((this.codes.invalid, message, offset, "Remove the alias."));
        } else {
            this.alone = this.late.take();
        }
    }

    fn field(&mut self, owner: &TypeDef, field: &FieldDef, visited: &Visited<'_>) {
        let Selection::Field { offset, selections, .. } = visited.selection else {
            return;
        };
        let schema = &self.subgraph.schema;
        let coordinate = format!("{}.{}", owner.name, field.name);
        if let Some(problem) = unfit_argument(schema, owner, field, visited.selection) {
            let message = format!("The fields of {} do not fit the schema: {problem}.", self.subject);
            let help = "Give a value of that type; variables have none here.";
            self.late.get_or_insert((self.codes.invalid, message, *offset, help));
        }
        if let Some(code) = self.codes.arguments.filter(|_| !field.arguments.is_empty()) {
            let message = format!("{} selects \"{coordinate}\", which has arguments.", self.sentence);
            self.found.push((code, message, *offset, "Select fields without arguments."));
        }
        if self.known == Known::Key && matches!(schema.kind_of(field.ty.base()), Some(Kind::Interface | Kind::Union)) {
            let message = format!(
                "{} selects \"{coordinate}\", whose type {} is an interface or union; a key needs known types.",
                self.sentence, field.ty
            );
            let help = "Select fields of object types only.";
            self.alone.get_or_insert((Code::KeyFieldsSelectInvalidType, message, *offset, help));
        }
        if selections.is_empty() {
            self.leaf(&coordinate, field.marks.external, visited);
        }
    }

    /// REQUIRES_FIELDS_MISSING_EXTERNAL and PROVIDES_FIELDS_MISSING_EXTERNAL.
    fn leaf(&mut self, coordinate: &str, is_external: bool, visited: &Visited<'_>) {
        if let Some(code) = self.codes.missing_external
            && !visited.below_external
            && !is_external
        {
            let message = format!(
                "{} selects \"{coordinate}\", which is not @external here: this subgraph already has it.",
                self.sentence
            );
            let help = "Mark the field @external if another subgraph resolves it, or take it out of the selection.";
            self.found.push((code, message, visited.selection.offset(), help));
        }
    }
}

/// What is wrong with the first argument whose value is not of the argument's type.
pub(super) fn unfit_argument(schema: &Schema, owner: &TypeDef, field: &FieldDef, selection: &Selection) -> Option<String> {
    let Selection::Field { arguments, .. } = selection else {
        return None;
    };
    arguments.iter().find_map(|(name, value)| {
        let argument = field.arguments.get(name)?;
        (!schema.takes(&argument.ty, value)).then(|| {
            format!(
                "{value} is given for \"{}.{}({name}:)\", which is of type {}",
                owner.name, field.name, argument.ty
            )
        })
    })
}

/// The first alias, wherever it is.
pub(super) fn first_alias(selections: &[Selection]) -> Option<usize> {
    selections.iter().find_map(|selection| match selection {
        Selection::Field {
            alias: Some(_), offset, ..
        } => Some(*offset),
        other => first_alias(other.selections()),
    })
}

/// Notes a selected field; with a field of an interface those of its implementations.
pub(super) fn record(schema: &Schema, known: Known, owner: &TypeDef, field: &FieldDef, coordinates: &mut Coordinates) {
    let mut note = |owner: &Name| {
        let insert = |fields: &mut HashMap<Name, HashSet<Name>>| {
            fields.entry(owner.clone()).or_default().insert(field.name.clone());
        };
        if known == Known::Provides {
            insert(&mut coordinates.provided);
        }
        insert(&mut coordinates.used);
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
            used.entry(definition.name.clone())
                .or_default()
                .extend(interface.fields.keys().cloned());
        }
    }
    for definition in schema.types.values_mut() {
        let used = used.get(&definition.name);
        let provided = coordinates.provided.get(&definition.name);
        for field in definition.fields.values_mut() {
            field.marks.used = used.is_some_and(|used| used.contains(&field.name));
            field.marks.provided = provided.is_some_and(|provided| provided.contains(&field.name));
        }
    }
}
