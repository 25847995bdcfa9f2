//! What `@fromContext(field:)` says: a context and a selection on whatever set it. Offsets are bytes within the
//! string's value.

use super::field_set::{FieldSet, FieldSetError, name_length, skip_ignored};
use super::{Name, Selection};

/// The value of a contextual argument, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FromContext {
    /// The context, as the subgraph calls it: without the prefix that it has in the supergraph.
    pub context: Name,
    /// The selection as it is written, with its spaces: the supergraph repeats it.
    pub text: String,
    /// What the text selects.
    pub set: FieldSet,
    /// Where the text begins in the whole value.
    start: usize,
}

/// Why a `@fromContext` can not be read.
pub(crate) enum FromContextError {
    /// It is not `$context` followed by a selection.
    NoContext,
    /// What follows the context is not a selection.
    Selection(Name, FieldSetError),
}

impl FromContext {
    /// Reads `$context selection`; the selection may have outer braces.
    pub fn parse(value: &str) -> Result<FromContext, FromContextError> {
        let after_dollar = skip_ignored(value).strip_prefix('$').ok_or(FromContextError::NoContext)?;
        let name_on = skip_ignored(after_dollar);
        let length = name_length(name_on);
        let (context, text) = name_on.split_at(length);
        if context.is_empty() || text.is_empty() {
            return Err(FromContextError::NoContext);
        }
        let context: Name = context.into();
        let start = value.len() - text.len();
        let set = FieldSet::parse(text).map_err(|error| {
            let offset = error.offset + start;
            FromContextError::Selection(context.clone(), FieldSetError { offset, ..error })
        })?;
        Ok(FromContext {
            context,
            text: text.to_string(),
            set,
            start,
        })
    }

    /// Where something at an offset of the selection stands in the whole value.
    pub fn offset(&self, in_set: usize) -> usize {
        in_set + self.start
    }

    /// Whether it selects by type: inline fragments instead of one field.
    pub fn is_by_type(&self) -> bool {
        self.set
            .selections
            .iter()
            .all(|selection| matches!(selection, Selection::Inline { .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(value: &str) -> Option<(String, String)> {
        let read = FromContext::parse(value).ok()?;
        Some((read.context.to_string(), read.set.to_string()))
    }

    #[test]
    fn contexts_are_a_name_and_a_selection() {
        let wanted = Some(("ctx".to_string(), "prop".to_string()));
        for value in [
            "$ctx { prop }",
            "$ctx prop",
            "$ctx{prop}",
            "# a\n ,$ ctx, prop",
            "$ctx # b\n prop # c\n",
        ] {
            assert_eq!(read(value), wanted, "{value}");
        }
        for value in ["", "{ prop }", "$ctx", "$ { prop }", "x $ctx prop", "$$ctx prop", "$1x prop"] {
            assert!(matches!(FromContext::parse(value), Err(FromContextError::NoContext)), "{value}");
        }
        for value in [
            "$ctx ",
            "$ctx { }",
            "$ctx { prop",
            "$ctx , { prop }",
            "$ctx { prop } { prop }",
            "$ctx { ...F }",
            "$ctx prop # c",
        ] {
            assert!(matches!(FromContext::parse(value), Err(FromContextError::Selection(..))), "{value}");
        }
    }

    #[test]
    fn offsets_are_those_of_the_value() {
        for value in ["$ctx { x }", "$ctx x"] {
            let read = FromContext::parse(value).ok().unwrap();
            let Selection::Field { offset, .. } = &read.set.selections[0] else {
                panic!()
            };
            assert_eq!(&value[read.offset(*offset)..][..1], "x");
        }
    }
}
