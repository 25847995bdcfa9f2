//! Changes of what clients send: arguments, input fields and arguments of directives.

use super::{ChangeCode, Comparison, Impact, Place, Seen};
use crate::model::{IndexMap, InputDef, Name};

/// What has the arguments or input fields.
#[derive(Clone, Copy)]
pub(super) enum Owner<'a> {
    /// Coordinate of a field.
    Field(&'a str),
    /// Name of an input type.
    Input(&'a str),
    /// Coordinate of a directive.
    Directive(&'a str),
}

/// The codes of one kind of owner, in order: removed, changed kind, default added, default changed, required added,
/// optional added.
type Codes = [ChangeCode; 6];

impl Owner<'_> {
    fn coordinate(&self) -> &str {
        match self {
            Owner::Field(coordinate) | Owner::Input(coordinate) | Owner::Directive(coordinate) => coordinate,
        }
    }

    fn of(&self, name: &str) -> String {
        match self {
            Owner::Input(input) => format!("{input}.{name}"),
            Owner::Field(owner) | Owner::Directive(owner) => format!("{owner}({name}:)"),
        }
    }

    fn noun(&self) -> &'static str {
        match self {
            Owner::Input(_) => "input field",
            Owner::Field(_) | Owner::Directive(_) => "argument",
        }
    }

    fn codes(&self) -> Codes {
        use ChangeCode::*;
        match self {
            Owner::Field(_) => [
                ArgRemoved,
                ArgChangedKind,
                ArgDefaultValueAdded,
                ArgDefaultValueChange,
                RequiredArgAdded,
                OptionalArgAdded,
            ],
            Owner::Input(_) => [
                FieldRemoved,
                FieldChangedKind,
                InputFieldDefaultValueAdded,
                InputFieldDefaultValueChange,
                RequiredInputFieldAdded,
                OptionalInputFieldAdded,
            ],
            Owner::Directive(_) => [
                DirectiveArgRemoved,
                DirectiveArgChangedKind,
                DirectiveArgDefaultValueAdded,
                DirectiveArgDefaultValueChange,
                RequiredDirectiveArgAdded,
                OptionalDirectiveArgAdded,
            ],
        }
    }
}

impl Comparison<'_> {
    pub(super) fn inputs(&mut self, owner: Owner<'_>, old: &IndexMap<Name, InputDef>, new: &IndexMap<Name, InputDef>) {
        let [removed, _, _, _, required, optional] = owner.codes();
        for input in old.values() {
            let coordinate = owner.of(&input.name);
            match new.get(&input.name) {
                Some(other) => self.input(owner, &coordinate, input, other),
                None => {
                    let message = format!("The {} was removed.", owner.noun());
                    self.breaking(removed, &coordinate, Place::Old(input.span), message, &[&coordinate]);
                }
            }
        }
        for input in new.values().filter(|input| !old.contains_key(&input.name)) {
            let coordinate = owner.of(&input.name);
            let place = Place::New(input.span);
            if input.is_required() {
                let message = format!(
                    "The required {} was added; operations that do not give it are refused.",
                    owner.noun()
                );
                self.breaking(required, &coordinate, place, message, &[owner.coordinate()]);
                continue;
            }
            let impact = match owner {
                Owner::Directive(_) => Impact::Safe,
                Owner::Field(_) | Owner::Input(_) => Impact::Dangerous,
            };
            let seen = Seen {
                code: optional,
                impact,
                coordinate: &coordinate,
                place,
            };
            self.note(seen, format!("The optional {} was added.", owner.noun()), &[]);
        }
    }

    fn input(&mut self, owner: Owner<'_>, coordinate: &str, old: &InputDef, new: &InputDef) {
        let [_, changed_kind, default_added, default_changed, ..] = owner.codes();
        let place = Place::New(new.span);
        self.description(coordinate, old.description.as_deref(), new.description.as_deref(), new.span);
        self.deprecation(coordinate, &old.directives, &new.directives, new.span);
        // An operation that never gave it is affected once it must be given.
        let becomes_required = !old.is_required() && new.is_required();
        let touched = if becomes_required { owner.coordinate() } else { coordinate };
        if old.ty != new.ty {
            let message = format!("Its type changed from {} to {}.", old.ty, new.ty);
            if old.ty.fits(&new.ty, &|_, _| false) {
                self.safe(changed_kind, coordinate, place, message);
            } else {
                self.breaking(changed_kind, coordinate, place, message, &[touched]);
            }
        }
        match (&old.default, &new.default) {
            (None, Some(default)) => self.safe(default_added, coordinate, place, format!("It has the default value {default} now.")),
            (Some(default), None) if new.is_required() => {
                let message = format!("Its default value {default} was removed; operations that do not give one are refused.");
                self.breaking(default_changed, coordinate, place, message, &[touched]);
            }
            (Some(default), None) => self.dangerous(
                default_changed,
                coordinate,
                place,
                format!("Its default value {default} was removed."),
            ),
            (Some(before), Some(after)) if !before.is_same(after) => {
                let message = format!("Its default value changed from {before} to {after}.");
                self.dangerous(default_changed, coordinate, place, message);
            }
            _ => {}
        }
    }
}
