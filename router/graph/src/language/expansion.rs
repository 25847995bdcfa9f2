//! How large an operation becomes when its fragments are expanded, counted without expanding them.

use std::collections::BTreeMap;

use apollo_compiler::ExecutableDocument;
use apollo_compiler::executable::{Operation, Selection, SelectionSet};

use super::Diagnostic;
use crate::limits::Limits;

/// Counts of a selection set with every spread replaced by its fragment; all saturate.
#[derive(Clone, Copy, Default)]
struct Size {
    selections: u64,
    fields: u64,
    aliases: u64,
    depth: u64,
}

impl Size {
    fn add(&mut self, other: Size) {
        self.selections = self.selections.saturating_add(other.selections);
        self.fields = self.fields.saturating_add(other.fields);
        self.aliases = self.aliases.saturating_add(other.aliases);
        self.depth = self.depth.max(other.depth);
    }
}

/// Refuses an operation beyond the limits. The work is linear in the document.
pub(super) fn check(document: &ExecutableDocument, operation: &Operation, limits: &Limits) -> Result<(), Vec<Diagnostic>> {
    let mut fragments = BTreeMap::new();
    let size = measure(document, &operation.selection_set, &mut fragments);
    let found = [
        (
            Diagnostic::TOO_LARGE,
            "selections once its fragments are expanded",
            size.selections,
            limits.expanded_selections,
        ),
        (Diagnostic::TOO_DEEP, "levels of fields", size.depth, limits.depth as u64),
        (Diagnostic::TOO_MANY_ALIASES, "aliases", size.aliases, limits.aliases as u64),
        (
            Diagnostic::TOO_MANY_ROOT_FIELDS,
            "root fields",
            size.fields,
            limits.root_fields as u64,
        ),
    ];
    let errors: Vec<Diagnostic> = found
        .into_iter()
        .filter(|(_, _, count, limit)| count > limit)
        .map(|(code, what, _, limit)| Diagnostic::new(code, format!("The operation has more than {limit} {what}.")))
        .collect();
    if errors.is_empty() { Ok(()) } else { Err(errors) }
}

fn measure<'a>(document: &'a ExecutableDocument, set: &'a SelectionSet, fragments: &mut BTreeMap<&'a str, Size>) -> Size {
    let mut total = Size::default();
    for selection in &set.selections {
        total.selections = total.selections.saturating_add(1);
        match selection {
            Selection::Field(field) => {
                let inner = measure(document, &field.selection_set, fragments);
                total.add(Size {
                    selections: inner.selections,
                    fields: 1,
                    aliases: inner.aliases.saturating_add(u64::from(field.alias.is_some())),
                    depth: inner.depth.saturating_add(1),
                });
            }
            Selection::InlineFragment(fragment) => total.add(measure(document, &fragment.selection_set, fragments)),
            Selection::FragmentSpread(spread) => {
                let name = spread.fragment_name.as_str();
                let size = match fragments.get(name) {
                    Some(size) => *size,
                    None => {
                        let size = match document.fragments.get(name) {
                            Some(fragment) => measure(document, &fragment.selection_set, fragments),
                            None => Size::default(),
                        };
                        fragments.insert(name, size);
                        size
                    }
                };
                total.add(size);
            }
        }
    }
    total
}
