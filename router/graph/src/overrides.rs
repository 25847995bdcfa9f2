//! Progressive `@override`: which labels can have a say in how an operation is planned, and what a label says by itself.
//!
//! Whether a label is in force is decided outside, per request; see [`crate::moves::Moves::new`].

use std::collections::BTreeSet;

use crate::operation::{Operation, SelectionKind, SelectionSet};
use crate::supergraph::{FieldId, FieldJoins, FieldSet, FieldSetItem, Supergraph, TypeId};

/// A share of requests, in units of 10⁻⁸ percent: labels give at most 8 decimals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Share(u64);

impl Share {
    /// All requests.
    pub const WHOLE: u64 = 10_000_000_000;

    /// The share that a label `percent(x)` asks for; `None` for any other label.
    pub fn of_label(label: &str) -> Option<Share> {
        let number = label.strip_prefix("percent(")?.strip_suffix(')')?;
        let (whole, decimals) = number.split_once('.').unwrap_or((number, ""));
        let are_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || decimals.len() > 8 || !are_digits(whole) || !are_digits(decimals) {
            return None;
        }
        let units: u64 = format!("{whole}{decimals:0<8}").parse().ok()?;
        (units <= Self::WHOLE).then_some(Share(units))
    }

    /// Whether a request that drew this number (uniform in all of `u64`) belongs to the share.
    pub fn includes(self, drawn: u64) -> bool {
        drawn % Self::WHOLE < self.0
    }
}

/// The labels that planning an operation may consult, ascending: those of the fields it selects, and of whatever keys and `@requires` of the types it meets
/// lead to.
pub fn labels_within(supergraph: &Supergraph, operation: &Operation) -> Vec<Box<str>> {
    let mut finder = Finder {
        supergraph,
        labels: BTreeSet::new(),
        types: BTreeSet::new(),
    };
    let is_labelled = |field: &crate::supergraph::FieldDefinition| match &field.joins {
        FieldJoins::In(joins) => joins.iter().any(|join| join.override_label.is_some()),
        FieldJoins::Everywhere => false,
    };
    if supergraph.fields.iter().any(is_labelled) {
        finder.meet(operation.root);
        finder.selections(&operation.selection);
    }
    finder.labels.into_iter().collect()
}

struct Finder<'a> {
    supergraph: &'a Supergraph,
    labels: BTreeSet<Box<str>>,
    /// Types met.
    types: BTreeSet<TypeId>,
}

impl Finder<'_> {
    fn selections(&mut self, set: &SelectionSet) {
        for selection in &set.fields {
            if let SelectionKind::Field(field) = selection.kind {
                self.asked(field);
                self.selections(&selection.selections);
            }
        }
    }

    /// A field is asked of its type and of all that implement it.
    fn asked(&mut self, field: FieldId) {
        let supergraph = self.supergraph;
        let definition = supergraph.field(field);
        self.labels_of(field);
        for ty in &supergraph.type_definition(definition.parent).possible_types {
            let own = supergraph.field_named(*ty, &definition.name);
            own.into_iter().for_each(|own| self.labels_of(own));
        }
        self.meet(definition.ty.named);
    }

    fn labels_of(&mut self, field: FieldId) {
        if let FieldJoins::In(joins) = &self.supergraph.field(field).joins {
            self.labels.extend(joins.iter().filter_map(|join| join.override_label.clone()));
        }
    }

    /// What may be needed to get from one subgraph to another at a type: its keys, what its fields require, and what they read from contexts.
    fn meet(&mut self, ty: TypeId) {
        let supergraph = self.supergraph;
        if !self.types.insert(ty) {
            return;
        }
        let definition = supergraph.type_definition(ty);
        for key in definition.joins.iter().flat_map(|join| &join.keys) {
            self.needed(&key.fields);
        }
        for field in &definition.fields {
            let FieldJoins::In(joins) = &supergraph.field(*field).joins else {
                continue;
            };
            for join in joins {
                join.requires.iter().for_each(|set| self.needed(set));
                let contexts = join.context_arguments.iter().flat_map(|argument| &argument.selections);
                contexts.for_each(|(_, set)| self.needed(set));
            }
        }
        for other in definition.possible_types.iter().chain(&definition.interfaces) {
            self.meet(*other);
        }
    }

    fn needed(&mut self, set: &FieldSet) {
        for item in &set.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Inline { selections, .. } => self.needed(selections),
                FieldSetItem::Field { field, selections, .. } => {
                    self.asked(*field);
                    self.needed(selections);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_exact() {
        assert_eq!(Share::of_label("percent(0)"), Some(Share(0)));
        assert_eq!(Share::of_label("percent(100)"), Some(Share(Share::WHOLE)));
        assert_eq!(Share::of_label("percent(12.5)"), Some(Share(1_250_000_000)));
        assert_eq!(Share::of_label("percent(0.00000001)"), Some(Share(1)));
        for label in [
            "percent(101)",
            "percent(1.123456789)",
            "percent()",
            "percent(-1)",
            "percent(1e1)",
            "beta",
        ] {
            assert_eq!(Share::of_label(label), None, "{label}");
        }
        let half = Share::of_label("percent(50)").expect("a share");
        assert!(half.includes(4_999_999_999) && !half.includes(5_000_000_000) && half.includes(Share::WHOLE));
        assert!(!Share(0).includes(0) && Share(Share::WHOLE).includes(u64::MAX));
    }
}
