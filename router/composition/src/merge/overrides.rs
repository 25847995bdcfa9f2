//! `@override`: who takes a field over from whom.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{FieldDef, Kind, Known, Span, TypeDef};
use crate::validate::external_of;

/// What an override does to a subgraph's own field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Overridden {
    /// Nothing else in the subgraph needs it: as if it were not there.
    Unused,
    /// Some field set or interface of the subgraph needs it: there, but never asked for directly.
    Used,
}

/// What overrides do to one subgraph's field.
#[derive(Clone, Debug, Default)]
pub(super) struct Fate {
    pub overridden: Option<Overridden>,
    /// The field is being moved: requests choose by this label which side resolves it. On both sides.
    pub label: Option<String>,
}

impl Fate {
    /// The supergraph does not mention this subgraph's field.
    pub fn is_dropped(&self) -> bool {
        self.overridden == Some(Overridden::Unused) && self.label.is_none()
    }
}

impl Merger<'_, '_> {
    /// The fate of each subgraph's field under the overrides of the others.
    pub(super) fn overrides(&mut self, parent: &str, types: &[&TypeDef], fields: &[&FieldDef]) -> Vec<Fate> {
        let mut fates = vec![Fate::default(); fields.len()];
        for (index, field) in fields.iter().enumerate() {
            let Some(application) = field.find(Known::Override) else { continue };
            let Some(from) = application.text("from") else { continue };
            let subgraph = field.span.subgraph;
            let definition = types
                .binary_search_by_key(&subgraph, |definition| definition.span.subgraph)
                .map(|at| types[at])
                .expect("a field's type is in its subgraph");
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
            let Some(source) = self.subgraphs.binary_search_by(|subgraph| subgraph.name.as_str().cmp(from)).ok() else {
                self.report.hint(
                    Code::FromSubgraphDoesNotExist,
                    format!("\"{coordinate}\" is taken over from \"{from}\", but no subgraph has that name."),
                    &[application.argument_span("from")],
                    "Correct the name, or remove @override.",
                );
                continue;
            };
            if source == subgraph as usize {
                self.report.error(
                    Code::OverrideFromSelfError,
                    format!("\"{coordinate}\" is taken over from \"{from}\", the subgraph it stands in."),
                    &[application.argument_span("from")],
                    "Name the subgraph that had the field before.",
                );
                continue;
            }
            let Some(source) = fields.iter().position(|other| other.span.subgraph as usize == source) else {
                if self
                    .stand_ins(parent, &field.name)
                    .iter()
                    .any(|other| other.span.subgraph as usize == source)
                {
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
            let old = fields[source];
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
            if field.marks.external {
                let external = external_of(definition, field).map_or(span, |external| external.span);
                let message = format!("\"{coordinate}\" is @external and has @override.");
                collision(self, message, &[span, external], "Remove one of the two.");
                continue;
            }
            let label = application.text("label").filter(|label| !label.is_empty());
            if let Some(label) = label {
                self.check_label(&coordinate, label, application.argument_span("label"));
                fates[index].label = Some(label.to_string());
                fates[source].label = Some(label.to_string());
            }
            if old.marks.external {
                self.report.hint(
                    Code::OverrideDirectiveCanBeRemoved,
                    format!("\"{coordinate}\" is @external in \"{from}\", which does not resolve it."),
                    &[span],
                    "Remove @override.",
                );
            } else {
                fates[source].overridden = Some(if old.marks.used { Overridden::Used } else { Overridden::Unused });
            }
            self.hint_overridden(subgraph as usize, &coordinate, from, old, label);
        }
        fates
    }

    /// What is left to do in the subgraph that had the field.
    fn hint_overridden(&mut self, by: usize, coordinate: &str, from: &str, old: &FieldDef, label: Option<&str>) {
        let by = self.subgraph_name(by);
        match label {
            Some(label) if !old.marks.external || old.marks.used => self.report.hint(
                Code::OverrideMigrationInProgress,
                format!("\"{coordinate}\" is on its way from \"{from}\" to \"{by}\", by the label \"{label}\"."),
                &[old.span],
                if old.marks.used {
                    "When it has arrived, remove the label, and mark the field @external where it was, or remove what uses it there."
                } else {
                    "When it has arrived, remove the label, and the field where it was."
                },
            ),
            None if !old.marks.external => self.report.hint(
                Code::OverriddenFieldCanBeRemoved,
                format!("\"{coordinate}\" in \"{from}\" is taken over by \"{by}\"."),
                &[old.span],
                if old.marks.used {
                    "Mark it @external, or remove what uses it."
                } else {
                    "Remove it."
                },
            ),
            _ => {}
        }
    }

    /// OVERRIDE_LABEL_INVALID.
    fn check_label(&mut self, coordinate: &str, label: &str, span: Span) {
        if !is_label(label) {
            self.report.error(
                Code::OverrideLabelInvalid,
                format!("The label \"{label}\" of the @override of \"{coordinate}\" is neither a name nor a share."),
                &[span],
                "Begin it with a letter and go on with letters, digits and _-:./ only; or write percent(x), with x from 0 to \
                 100 and up to eight decimals.",
            );
        }
    }
}

/// A name that a coprocessor answers for, or `percent(x)`.
fn is_label(label: &str) -> bool {
    let is_name = label.starts_with(|first: char| first.is_ascii_alphabetic())
        && label.chars().all(|one| one.is_ascii_alphanumeric() || "_-:./".contains(one));
    let share = label.strip_prefix("percent(").and_then(|rest| rest.strip_suffix(')'));
    is_name || share.is_some_and(is_percentage)
}

/// `100`, or one or two digits with up to eight decimals.
fn is_percentage(text: &str) -> bool {
    let is_digits = |text: &str, most: usize| (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    match text.split_once('.') {
        Some((whole, decimals)) => is_digits(whole, 2) && is_digits(decimals, 8),
        None => text == "100" || is_digits(text, 2),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_names_or_shares() {
        for label in [
            "a",
            "Foo",
            "a_-:./Z9",
            "percent",
            "percent(0)",
            "percent(05)",
            "percent(99.12345678)",
            "percent(100)",
        ] {
            assert!(is_label(label), "{label}");
        }
        for label in [
            "",
            "0foo",
            "_a",
            "a b",
            "é",
            "a\n",
            "Percent(1)",
            "percent()",
            "percent(-1)",
            "percent(+0.0)",
            "percent(.5)",
            "percent(5.)",
            "percent(101)",
            "percent(100.0)",
            "percent(012)",
            "percent(1.123456789)",
            "percent(1e1)",
        ] {
            assert!(!is_label(label), "{label}");
        }
    }
}
