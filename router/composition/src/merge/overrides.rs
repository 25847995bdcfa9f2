//! `@override`: who takes a field over from whom.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{FieldDef, Kind, Known, Span, TypeDef};

/// What an override does to a subgraph's own field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overridden {
    /// Nothing else in the subgraph needs it: as if it were not there.
    Unused,
    /// Some field set or interface of the subgraph needs it: there, but never asked for directly.
    Used,
}

impl Merger<'_, '_> {
    /// The fate of each subgraph's field under the overrides of the others.
    pub(super) fn overrides(&mut self, parent: &str, types: &[Option<&TypeDef>], fields: &[Option<&FieldDef>]) -> Vec<Option<Overridden>> {
        let mut fates = vec![None; fields.len()];
        for (index, field) in fields.iter().enumerate() {
            let Some(field) = field else { continue };
            let Some(application) = field.find(Known::Override) else { continue };
            let Some(from) = application.text("from") else { continue };
            let definition = types[index].expect("a field's type is in its subgraph");
            let coordinate = format!("{parent}.{}", field.name);
            let span = application.span;
            if definition.kind == Kind::Interface {
                self.report.error(
                    Code::OverrideOnInterface,
                    format!("\"{coordinate}\" is a field of an interface, which no subgraph resolves or takes over."),
                    &[span],
                    "Put @override on the field in the implementing types.",
                );
                continue;
            }
            let collision = |merger: &mut Self, message: String, spans: &[Span], help: &str| {
                merger
                    .report
                    .error(Code::OverrideCollisionWithAnotherDirective, message, spans, help);
            };
            if definition.has(Known::InterfaceObject) {
                let message = format!("\"{coordinate}\" is a field of an @interfaceObject and has @override.");
                collision(self, message, &[span], "Remove @override.");
                continue;
            }
            let Some(source) = self.subgraphs.iter().position(|subgraph| subgraph.name == from) else {
                self.report.hint(
                    Code::FromSubgraphDoesNotExist,
                    format!("\"{coordinate}\" is taken over from \"{from}\", but no subgraph has that name."),
                    &[application.argument_span("from")],
                    "Correct the name, or remove @override.",
                );
                continue;
            };
            if source == index {
                self.report.error(
                    Code::OverrideFromSelfError,
                    format!("\"{coordinate}\" is taken over from \"{from}\", the subgraph it stands in."),
                    &[application.argument_span("from")],
                    "Name the subgraph that had the field before.",
                );
                continue;
            }
            let Some(old) = fields[source] else {
                if self.stand_in(source, parent, &field.name).is_some() {
                    let message = format!("\"{coordinate}\" is taken over from \"{from}\", which has it by an @interfaceObject only.");
                    collision(self, message, &[span], "Remove @override.");
                } else {
                    self.report.hint(
                        Code::OverrideDirectiveCanBeRemoved,
                        format!("\"{coordinate}\" is no longer in \"{from}\"."),
                        &[span],
                        "Remove @override.",
                    );
                }
                continue;
            };
            if let Some(other) = old.find(Known::Override) {
                self.report.error(
                    Code::OverrideSourceHasOverride,
                    format!("\"{coordinate}\" is taken over from \"{from}\", which itself takes it over."),
                    &[span, other.span],
                    "Remove one @override.",
                );
                continue;
            }
            let in_the_way = [Known::Requires, Known::Provides].into_iter().find_map(|known| old.find(known));
            if let Some(other) = in_the_way {
                let message = format!("\"{coordinate}\" is taken over from \"{from}\", where it has @{}.", other.name);
                collision(
                    self,
                    message,
                    &[span, other.span],
                    "Remove that directive there, or @override here.",
                );
                continue;
            }
            if let Some(external) = field.find(Known::External) {
                let message = format!("\"{coordinate}\" is @external and has @override.");
                collision(self, message, &[span, external.span], "Remove one of the two.");
                continue;
            }
            if old.marks.external {
                self.report.hint(
                    Code::OverrideDirectiveCanBeRemoved,
                    format!("\"{coordinate}\" is @external in \"{from}\", which does not resolve it."),
                    &[span],
                    "Remove @override.",
                );
                continue;
            }
            fates[source] = Some(if old.marks.used { Overridden::Used } else { Overridden::Unused });
            self.report.hint(
                Code::OverriddenFieldCanBeRemoved,
                format!(
                    "\"{coordinate}\" in \"{from}\" is taken over by \"{}\".",
                    self.subgraphs[index].name
                ),
                &[old.span],
                if old.marks.used {
                    "Mark it @external, or remove what uses it."
                } else {
                    "Remove it."
                },
            );
        }
        fates
    }
}
