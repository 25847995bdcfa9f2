//! Changes of types and what they hold, of directives, and of the roots.

use super::inputs::Owner;
use super::{ChangeCode, Comparison, Place};
use crate::model::{DirectiveDef, FieldDef, Kind, Known, TypeDef, is_builtin_scalar, uses};

impl Comparison<'_> {
    pub(super) fn types(&mut self) {
        let (old, new) = (self.old, self.new);
        for definition in old.api.types.values().filter(|definition| !is_builtin_scalar(&definition.name)) {
            let name = &*definition.name;
            let Some(other) = new.api.types.get(name) else {
                let message = format!("The {} was removed.", definition.kind.noun());
                self.breaking(ChangeCode::TypeRemoved, name, Place::Old(definition.span), message, &[name]);
                continue;
            };
            self.description(name, definition.description.as_deref(), other.description.as_deref(), other.span);
            if definition.kind != other.kind {
                let message = format!("The {} became {}.", definition.kind.noun(), other.kind.described());
                self.breaking(ChangeCode::TypeChangedKind, name, Place::New(other.span), message, &[name]);
                continue;
            }
            self.members(definition, other);
        }
        let added = new.api.types.values();
        for definition in added.filter(|definition| !is_builtin_scalar(&definition.name) && !old.api.types.contains_key(&definition.name)) {
            let message = format!("The {} was added.", definition.kind.noun());
            self.safe(ChangeCode::TypeAdded, &definition.name, Place::New(definition.span), message);
        }
    }

    /// Two types of one name and kind.
    fn members(&mut self, old: &TypeDef, new: &TypeDef) {
        let name = &*old.name;
        match old.kind {
            Kind::Object | Kind::Interface => {
                self.implements(old, new);
                self.fields(old, new);
            }
            Kind::Union => {
                for (member, span) in old.members.iter().filter(|(member, _)| !new.members.contains_key(*member)) {
                    let message = format!("\"{member}\" is no longer one of its types.");
                    let touches = [name, &**member];
                    self.breaking(ChangeCode::TypeRemovedFromUnion, name, Place::Old(*span), message, &touches);
                }
                for (member, span) in new.members.iter().filter(|(member, _)| !old.members.contains_key(*member)) {
                    let message = format!("\"{member}\" is one of its types now.");
                    self.dangerous(ChangeCode::TypeAddedToUnion, name, Place::New(*span), message);
                }
            }
            Kind::Enum => self.values(old, new),
            Kind::Input => {
                self.inputs(Owner::Input(name), &old.inputs, &new.inputs);
                let place = Place::New(new.span);
                match (self.old.one_of.contains(name), self.new.one_of.contains(name)) {
                    (false, true) => {
                        let message = "Exactly one of its fields must be given now.";
                        self.breaking(ChangeCode::OneOfAdded, name, place, message, &[name]);
                    }
                    (true, false) => self.safe(ChangeCode::OneOfRemoved, name, place, "Any of its fields may be given now."),
                    _ => {}
                }
            }
            Kind::Scalar => {
                let url = |definition: &TypeDef| {
                    let mut applications = uses(&definition.directives, Known::SpecifiedBy);
                    applications
                        .next()
                        .and_then(|application| application.text("url").map(str::to_owned))
                };
                if url(old) != url(new) {
                    let message = match url(new) {
                        Some(url) => format!("It is specified by {url} now."),
                        None => "It no longer says what specifies it.".to_owned(),
                    };
                    self.dangerous(ChangeCode::SpecifiedByChanged, name, Place::New(new.span), message);
                }
            }
        }
    }

    fn implements(&mut self, old: &TypeDef, new: &TypeDef) {
        let name = &*old.name;
        for (interface, span) in old
            .implements
            .iter()
            .filter(|(interface, _)| !new.implements.contains_key(*interface))
        {
            let message = format!("It no longer implements \"{interface}\".");
            self.breaking(
                ChangeCode::ImplementedInterfaceRemoved,
                name,
                Place::Old(*span),
                message,
                &[interface],
            );
        }
        for (interface, span) in new
            .implements
            .iter()
            .filter(|(interface, _)| !old.implements.contains_key(*interface))
        {
            let message = format!("It implements \"{interface}\" now.");
            self.dangerous(ChangeCode::ImplementedInterfaceAdded, name, Place::New(*span), message);
        }
    }

    fn fields(&mut self, old: &TypeDef, new: &TypeDef) {
        for field in old.fields.values() {
            let coordinate = format!("{}.{}", old.name, field.name);
            let Some(other) = new.fields.get(&field.name) else {
                let message = if field.has(Known::Deprecated) {
                    "The field was removed; it was deprecated before."
                } else {
                    "The field was removed."
                };
                self.breaking(
                    ChangeCode::FieldRemoved,
                    &coordinate,
                    Place::Old(field.span),
                    message,
                    &[&coordinate],
                );
                continue;
            };
            self.field(&coordinate, field, other);
        }
        for field in new.fields.values().filter(|field| !old.fields.contains_key(&field.name)) {
            let coordinate = format!("{}.{}", new.name, field.name);
            self.safe(ChangeCode::FieldAdded, &coordinate, Place::New(field.span), "The field was added.");
        }
    }

    fn field(&mut self, coordinate: &str, old: &FieldDef, new: &FieldDef) {
        self.description(coordinate, old.description.as_deref(), new.description.as_deref(), new.span);
        self.deprecation(coordinate, &old.directives, &new.directives, new.span);
        if old.ty != new.ty {
            let message = format!("Its type changed from {} to {}.", old.ty, new.ty);
            let place = Place::New(new.span);
            if new.ty.fits(&old.ty, &|_, _| false) {
                self.safe(ChangeCode::FieldChangedKind, coordinate, place, message);
            } else {
                self.breaking(ChangeCode::FieldChangedKind, coordinate, place, message, &[coordinate]);
            }
        }
        self.inputs(Owner::Field(coordinate), &old.arguments, &new.arguments);
    }

    fn values(&mut self, old: &TypeDef, new: &TypeDef) {
        for value in old.values.values() {
            let coordinate = format!("{}.{}", old.name, value.name);
            match new.values.get(&value.name) {
                Some(other) => {
                    self.description(&coordinate, value.description.as_deref(), other.description.as_deref(), other.span);
                    self.deprecation(&coordinate, &value.directives, &other.directives, other.span);
                }
                None => self.breaking(
                    ChangeCode::ValueRemovedFromEnum,
                    &coordinate,
                    Place::Old(value.span),
                    "The value was removed.",
                    &[&coordinate],
                ),
            }
        }
        for value in new.values.values().filter(|value| !old.values.contains_key(&value.name)) {
            let coordinate = format!("{}.{}", new.name, value.name);
            self.dangerous(
                ChangeCode::ValueAddedToEnum,
                &coordinate,
                Place::New(value.span),
                "The value was added.",
            );
        }
    }

    pub(super) fn directives(&mut self) {
        let (old, new) = (self.old, self.new);
        for definition in old.api.directive_defs.values() {
            let coordinate = format!("@{}", definition.name);
            match new.api.directive_defs.get(&definition.name) {
                Some(other) => self.directive(&coordinate, definition, other),
                None => self.breaking(
                    ChangeCode::DirectiveRemoved,
                    &coordinate,
                    Place::Old(definition.span),
                    "The directive was removed.",
                    &[&coordinate],
                ),
            }
        }
        let added = new.api.directive_defs.values();
        for definition in added.filter(|definition| !old.api.directive_defs.contains_key(&definition.name)) {
            let coordinate = format!("@{}", definition.name);
            self.safe(
                ChangeCode::DirectiveAdded,
                &coordinate,
                Place::New(definition.span),
                "The directive was added.",
            );
        }
    }

    fn directive(&mut self, coordinate: &str, old: &DirectiveDef, new: &DirectiveDef) {
        let place = Place::New(new.span);
        self.description(coordinate, old.description.as_deref(), new.description.as_deref(), new.span);
        match (old.is_repeatable, new.is_repeatable) {
            (true, false) => {
                let message = "It may no longer be repeated.";
                self.breaking(ChangeCode::DirectiveRepeatableRemoved, coordinate, place, message, &[coordinate]);
            }
            (false, true) => self.safe(ChangeCode::DirectiveRepeatableAdded, coordinate, place, "It may be repeated now."),
            _ => {}
        }
        for location in old.locations.iter().filter(|location| !new.locations.contains(location)) {
            let message = format!("It may no longer stand on {location}.");
            self.breaking(ChangeCode::DirectiveLocationRemoved, coordinate, place, message, &[coordinate]);
        }
        for location in new.locations.iter().filter(|location| !old.locations.contains(location)) {
            let message = format!("It may stand on {location} now.");
            self.safe(ChangeCode::DirectiveLocationAdded, coordinate, place, message);
        }
        self.inputs(Owner::Directive(coordinate), &old.arguments, &new.arguments);
    }

    /// Roots that are other types now. A root whose type is gone is told as that.
    pub(super) fn roots(&mut self) {
        let (old, new) = (self.old, self.new);
        for (kind, (name, _)) in &old.api.roots {
            let keyword = kind.keyword();
            match new.api.roots.get(kind) {
                Some((other, _)) if other == name => {}
                _ if !new.api.types.contains_key(name) => {}
                Some((other, span)) => {
                    let message = format!("It is no longer the {keyword} root; \"{other}\" is.");
                    let place = span.map_or(Place::Nowhere, Place::New);
                    self.breaking(ChangeCode::RootOperationChanged, name, place, message, &[name]);
                }
                None => {
                    let message = format!("It is no longer the {keyword} root.");
                    self.breaking(ChangeCode::RootOperationRemoved, name, Place::Nowhere, message, &[name]);
                }
            }
        }
        for (kind, (name, span)) in new.api.roots.iter().filter(|(kind, _)| !old.api.roots.contains_key(*kind)) {
            if old.api.types.contains_key(name) {
                let message = format!("It is the {} root now.", kind.keyword());
                self.safe(
                    ChangeCode::RootOperationAdded,
                    name,
                    span.map_or(Place::Nowhere, Place::New),
                    message,
                );
            }
        }
    }
}
