//! `@defer` treated as absent, for whoever answers in one piece.

use std::collections::BTreeSet;

use apollo_compiler::ast::{Definition, Directive, DirectiveList, Selection, Value};
use apollo_compiler::parser::Parser;
use apollo_compiler::{Name, Node};

use crate::limits::Limits;

const DEFER: &str = "defer";

/// The document without `@defer`, and without variables that only `@defer` used. The text itself where there is none, or where it is no document: what is wrong
/// with it is told by [`crate::Document::parse`].
pub fn without_defer(text: &str, limits: &Limits) -> String {
    if !text.contains(DEFER) {
        return text.to_owned();
    }
    let mut parser = Parser::new().recursion_limit(limits.recursion).token_limit(limits.tokens);
    let Ok(mut document) = parser.parse_ast(text, "operation.graphql") else {
        return text.to_owned();
    };
    let (mut is_changed, mut unused) = (false, BTreeSet::new());
    let mut remove = |directives: &mut DirectiveList| {
        directives.retain(|directive| {
            let is_kept = directive.name != DEFER;
            if !is_kept {
                is_changed = true;
                variables(directive, &mut |name| {
                    unused.insert(name.clone());
                });
            }
            is_kept
        });
    };
    for definition in &mut document.definitions {
        match definition {
            Definition::OperationDefinition(operation) => strip(&mut operation.make_mut().selection_set, &mut remove),
            Definition::FragmentDefinition(fragment) => strip(&mut fragment.make_mut().selection_set, &mut remove),
            _ => {}
        }
    }
    if !is_changed {
        return text.to_owned();
    }
    for definition in &document.definitions {
        match definition {
            Definition::OperationDefinition(operation) => {
                operation.directives.iter().for_each(|directive| keep_used(directive, &mut unused));
                keep_used_in(&operation.selection_set, &mut unused);
            }
            Definition::FragmentDefinition(fragment) => keep_used_in(&fragment.selection_set, &mut unused),
            _ => {}
        }
    }
    for definition in &mut document.definitions {
        if let Definition::OperationDefinition(operation) = definition {
            operation.make_mut().variables.retain(|variable| !unused.contains(&variable.name));
        }
    }
    document.to_string()
}

/// Visits the directives of all fragments.
fn strip(selections: &mut [Selection], remove: &mut dyn FnMut(&mut DirectiveList)) {
    for selection in selections {
        match selection {
            Selection::Field(field) => strip(&mut field.make_mut().selection_set, remove),
            Selection::FragmentSpread(spread) => remove(&mut spread.make_mut().directives),
            Selection::InlineFragment(fragment) => {
                let fragment = fragment.make_mut();
                remove(&mut fragment.directives);
                strip(&mut fragment.selection_set, remove);
            }
        }
    }
}

fn keep_used_in(selections: &[Selection], unused: &mut BTreeSet<Name>) {
    for selection in selections {
        let (directives, below): (_, &[Selection]) = match selection {
            Selection::Field(field) => {
                for argument in &field.arguments {
                    variables_of(&argument.value, &mut |name| {
                        unused.remove(name);
                    });
                }
                (&field.directives, &field.selection_set)
            }
            Selection::FragmentSpread(spread) => (&spread.directives, &[]),
            Selection::InlineFragment(fragment) => (&fragment.directives, &fragment.selection_set),
        };
        directives.iter().for_each(|directive| keep_used(directive, unused));
        keep_used_in(below, unused);
    }
}

fn keep_used(directive: &Node<Directive>, unused: &mut BTreeSet<Name>) {
    variables(directive, &mut |name| {
        unused.remove(name);
    });
}

fn variables(directive: &Node<Directive>, found: &mut dyn FnMut(&Name)) {
    for argument in &directive.arguments {
        variables_of(&argument.value, found);
    }
}

fn variables_of(value: &Value, found: &mut dyn FnMut(&Name)) {
    match value {
        Value::Variable(name) => found(name),
        Value::List(items) => items.iter().for_each(|item| variables_of(item, found)),
        Value::Object(fields) => fields.iter().for_each(|(_, value)| variables_of(value, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str) -> String {
        let text = without_defer(text, &Limits::default());
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn defer_and_what_only_it_used_are_gone() {
        let text = "query Q($a: Boolean!, $b: Boolean!) { x { ... @defer(if: $a) { y } ...F @defer(label: \"f\", if: $b) } z(b: $b) } \
                    fragment F on X { ... @include(if: $b) { w } }";
        assert_eq!(
            without(text),
            "query Q($b: Boolean!) { x { ... { y } ...F } z(b: $b) } fragment F on X { ... @include(if: $b) { w } }"
        );
    }

    #[test]
    fn other_texts_stay_as_they_are() {
        for text in [
            "{ deferred }",
            "{ x(text: \"@defer\") }",
            "{ @defer",
            "query Q($unused: Int) { defer }",
        ] {
            assert_eq!(without_defer(text, &Limits::default()), text);
        }
    }
}
