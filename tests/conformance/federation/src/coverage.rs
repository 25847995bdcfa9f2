//! What a run has exercised: how often each directive was applied, each code came, each hint came. Owns the counts; must
//! not know what they are good for.

use crate::document::SubgraphSet;
use crate::outcome::Outcome;
use std::collections::{BTreeMap, BTreeSet};

/// Every error code that composition may raise (federation 2; the resource limit is the last).
pub const CODES: [&str; 85] = [
    "INVALID_GRAPHQL",
    "DIRECTIVE_DEFINITION_INVALID",
    "TYPE_DEFINITION_INVALID",
    "INVALID_SUBGRAPH_NAME",
    "ROOT_QUERY_USED",
    "ROOT_MUTATION_USED",
    "ROOT_SUBSCRIPTION_USED",
    "INVALID_LINK_DIRECTIVE_USAGE",
    "INVALID_LINK_IDENTIFIER",
    "UNKNOWN_LINK_VERSION",
    "UNKNOWN_FEDERATION_LINK_VERSION",
    "UNSUPPORTED_LINKED_FEATURE",
    "LINK_IMPORT_NAME_MISMATCH",
    "DIRECTIVE_COMPOSITION_ERROR",
    "KEY_INVALID_FIELDS",
    "PROVIDES_INVALID_FIELDS",
    "REQUIRES_INVALID_FIELDS",
    "KEY_INVALID_FIELDS_TYPE",
    "PROVIDES_INVALID_FIELDS_TYPE",
    "REQUIRES_INVALID_FIELDS_TYPE",
    "KEY_FIELDS_HAS_ARGS",
    "PROVIDES_FIELDS_HAS_ARGS",
    "KEY_DIRECTIVE_IN_FIELDS_ARG",
    "PROVIDES_DIRECTIVE_IN_FIELDS_ARG",
    "REQUIRES_DIRECTIVE_IN_FIELDS_ARG",
    "KEY_FIELDS_SELECT_INVALID_TYPE",
    "PROVIDES_FIELDS_MISSING_EXTERNAL",
    "REQUIRES_FIELDS_MISSING_EXTERNAL",
    "KEY_UNSUPPORTED_ON_INTERFACE",
    "PROVIDES_UNSUPPORTED_ON_INTERFACE",
    "REQUIRES_UNSUPPORTED_ON_INTERFACE",
    "PROVIDES_ON_NON_OBJECT_FIELD",
    "EXTERNAL_UNUSED",
    "EXTERNAL_ON_INTERFACE",
    "EXTERNAL_MISSING_ON_BASE",
    "EXTERNAL_TYPE_MISMATCH",
    "EXTERNAL_ARGUMENT_MISSING",
    "EXTERNAL_ARGUMENT_TYPE_MISMATCH",
    "EXTERNAL_ARGUMENT_DEFAULT_MISMATCH",
    "EXTERNAL_COLLISION_WITH_ANOTHER_DIRECTIVE",
    "MERGED_DIRECTIVE_APPLICATION_ON_EXTERNAL",
    "TYPE_WITH_ONLY_UNUSED_EXTERNAL",
    "INVALID_FIELD_SHARING",
    "INVALID_SHAREABLE_USAGE",
    "OVERRIDE_FROM_SELF_ERROR",
    "OVERRIDE_SOURCE_HAS_OVERRIDE",
    "OVERRIDE_COLLISION_WITH_ANOTHER_DIRECTIVE",
    "OVERRIDE_ON_INTERFACE",
    "OVERRIDE_LABEL_INVALID",
    "TYPE_KIND_MISMATCH",
    "FIELD_TYPE_MISMATCH",
    "FIELD_ARGUMENT_TYPE_MISMATCH",
    "FIELD_ARGUMENT_DEFAULT_MISMATCH",
    "INPUT_FIELD_DEFAULT_MISMATCH",
    "REQUIRED_ARGUMENT_MISSING_IN_SOME_SUBGRAPH",
    "REQUIRED_INPUT_FIELD_MISSING_IN_SOME_SUBGRAPH",
    "EMPTY_MERGED_INPUT_TYPE",
    "ENUM_VALUE_MISMATCH",
    "EMPTY_MERGED_ENUM_TYPE",
    "EXTENSION_WITH_NO_BASE",
    "NO_QUERIES",
    "INTERFACE_FIELD_NO_IMPLEM",
    "INTERFACE_OBJECT_USAGE_ERROR",
    "INTERFACE_KEY_NOT_ON_IMPLEMENTATION",
    "INTERFACE_KEY_MISSING_IMPLEMENTATION_TYPE",
    "REFERENCED_INACCESSIBLE",
    "DEFAULT_VALUE_USES_INACCESSIBLE",
    "QUERY_ROOT_TYPE_INACCESSIBLE",
    "REQUIRED_INACCESSIBLE",
    "DISALLOWED_INACCESSIBLE",
    "IMPLEMENTED_BY_INACCESSIBLE",
    "ONLY_INACCESSIBLE_CHILDREN",
    "CONTEXT_NOT_SET",
    "CONTEXT_INVALID_SELECTION",
    "NO_CONTEXT_IN_SELECTION",
    "CONTEXT_NO_RESOLVABLE_KEY",
    "CONTEXT_NAME_INVALID",
    "CONTEXTUAL_ARGUMENT_NOT_CONTEXTUAL_IN_ALL_SUBGRAPHS",
    "COST_APPLIED_TO_INTERFACE_FIELD",
    "LIST_SIZE_APPLIED_TO_NON_LIST",
    "LIST_SIZE_INVALID_ASSUMED_SIZE",
    "LIST_SIZE_INVALID_SIZED_FIELD",
    "LIST_SIZE_INVALID_SLICING_ARGUMENT",
    "AUTH_REQUIREMENTS_APPLIED_ON_INTERFACE",
    "MISSING_TRANSITIVE_AUTH_REQUIREMENTS",
];

/// Codes beside [`CODES`] that need more of a graph than one rule.
pub const FURTHER_CODES: [&str; 3] = [
    "SATISFIABILITY_ERROR",
    "SHAREABLE_HAS_MISMATCHED_RUNTIME_TYPES",
    "MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED",
];

/// Counts of a run.
#[derive(Clone, Debug, Default)]
pub struct Coverage {
    /// Sets seen.
    pub sets: usize,
    /// Sets that compose.
    pub composed: usize,
    /// Sets in which a directive is applied, by its name with the federation's prefix taken off.
    pub directives: BTreeMap<String, usize>,
    /// Sets refused with a code.
    pub codes: BTreeMap<String, usize>,
    /// Sets with a hint.
    pub hints: BTreeMap<String, usize>,
}

impl Coverage {
    /// Counts a set with its outcome.
    pub fn add(&mut self, set: &SubgraphSet, outcome: &Outcome) {
        self.sets += 1;
        let mut names = BTreeSet::new();
        for application in set.subgraphs.iter().flat_map(|subgraph| subgraph.applications()) {
            let name = application.name.strip_prefix("federation__").unwrap_or(&application.name);
            names.insert(name);
        }
        for name in names {
            *self.directives.entry(name.to_string()).or_insert(0) += 1;
        }
        match outcome {
            Outcome::Composed { hints, .. } => {
                self.composed += 1;
                hints.keys().for_each(|hint| *self.hints.entry(hint.clone()).or_insert(0) += 1);
            }
            Outcome::Refused(codes) => codes.keys().for_each(|code| *self.codes.entry(code.clone()).or_insert(0) += 1),
            Outcome::Broken(_) => {}
        }
    }

    /// The codes that never came.
    pub fn missing(&self) -> Vec<&'static str> {
        let all = CODES.iter().chain(&FURTHER_CODES).copied();
        all.filter(|code| !self.codes.contains_key(*code)).collect()
    }
}
