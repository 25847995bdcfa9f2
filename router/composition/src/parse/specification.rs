//! The definitions of the directives composition knows, as their specifications have them.

use crate::model::{DirectiveDef, Known, NEWEST_MINOR, Name};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

/// Directives of the language that composition gives no meaning.
const EXECUTABLE: [(&str, &str); 2] = [
    ("skip", "(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT"),
    ("include", "(if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT"),
];

/// Directives outside federation's specification.
const OTHERS: [(Known, &str); 3] = [
    (
        Known::Link,
        "(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA",
    ),
    (
        Known::Deprecated,
        "(reason: String = \"No longer supported\") on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE",
    ),
    (Known::SpecifiedBy, "(url: String!) on SCALAR"),
];

/// Values of the link specification's enum.
pub(super) const LINK_PURPOSES: [&str; 2] = ["SECURITY", "EXECUTION"];

/// By name and signature.
static DEFINITIONS: LazyLock<HashMap<(&'static str, &'static str), DirectiveDef>> = LazyLock::new(|| {
    let federation = Known::of_version(NEWEST_MINOR);
    let known = federation.chain(OTHERS.map(|(known, _)| known)).flat_map(|known| {
        let mut forms: Vec<&'static str> = (0..=NEWEST_MINOR).map(|minor| signature(known, minor)).collect();
        forms.dedup();
        forms.into_iter().map(move |form| (known.name(), form))
    });
    known
        .chain(EXECUTABLE)
        .map(|(name, signature)| {
            let text = format!("directive @{name}{signature}");
            let schema = super::document(&text).expect("the definitions composition writes itself are GraphQL");
            let definition = schema.directive_defs.into_values().next();
            ((name, signature), definition.expect("it defines one directive"))
        })
        .collect()
});

fn signature(known: Known, minor: u32) -> &'static str {
    OTHERS
        .iter()
        .find(|(other, _)| *other == known)
        .map_or_else(|| known.signature(minor), |(_, signature)| signature)
}

/// The definition of a directive under federation 2.`minor`. `local` gives the schema's names of its types.
pub(super) fn definition(known: Known, minor: u32, local: &dyn Fn(&str) -> Option<Name>) -> Cow<'static, DirectiveDef> {
    let definition = &DEFINITIONS[&(known.name(), signature(known, minor))];
    let mut definition = Cow::Borrowed(definition);
    for index in 0..definition.arguments.len() {
        if let Some(name) = local(definition.arguments[index].ty.base()) {
            *definition.to_mut().arguments[index].ty.base_mut() = name;
        }
    }
    definition
}

/// The definitions of `@skip` and `@include`.
pub(super) fn executable() -> impl Iterator<Item = &'static DirectiveDef> {
    EXECUTABLE.iter().map(|key| &DEFINITIONS[key])
}
