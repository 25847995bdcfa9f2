//! What composing a set of subgraphs came to, whoever composed it. Owns the shape of an outcome and ours; must not know
//! how outcomes are compared.

use crate::document::SubgraphSet;
use router_composition::{SubgraphInput, compose};
use std::collections::BTreeMap;

/// The code that stands for an error without one.
pub const NO_CODE: &str = "NONE";

/// An outcome.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Composed.
    Composed {
        /// The supergraph's SDL.
        supergraph: String,
        /// The API schema's SDL.
        api: String,
        /// Hint codes with how often each came.
        hints: BTreeMap<String, usize>,
    },
    /// Refused, with error codes and how often each came.
    Refused(BTreeMap<String, usize>),
    /// The composer broke down, or did not end in time.
    Broken(String),
}

impl Outcome {
    /// The error codes as a sorted list; empty where it composed.
    pub fn codes(&self) -> Vec<&str> {
        match self {
            Outcome::Refused(codes) => codes.keys().map(String::as_str).collect(),
            Outcome::Composed { .. } | Outcome::Broken(_) => Vec::new(),
        }
    }

    /// The outcome in a few words.
    pub fn summary(&self) -> String {
        match self {
            Outcome::Composed { .. } => "composes".to_string(),
            Outcome::Broken(how) => format!("broken: {how}"),
            Outcome::Refused(codes) => {
                let codes: Vec<String> = codes
                    .iter()
                    .map(|(code, count)| if *count > 1 { format!("{code} x{count}") } else { code.clone() })
                    .collect();
                format!("refused: {}", codes.join(" "))
            }
        }
    }
}

/// Codes counted.
pub fn count<T: Into<String>>(codes: impl IntoIterator<Item = T>) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for code in codes {
        *counts.entry(code.into()).or_insert(0) += 1;
    }
    counts
}

/// The set as our composer takes it.
pub fn inputs(set: &SubgraphSet) -> Vec<SubgraphInput> {
    set.subgraphs
        .iter()
        .map(|subgraph| SubgraphInput {
            name: subgraph.name.clone(),
            url: None,
            sdl: subgraph.to_string(),
        })
        .collect()
}

/// Our outcome for subgraphs. A panic is an outcome too: it is what is looked for.
pub fn ours(inputs: Vec<SubgraphInput>) -> Outcome {
    match std::panic::catch_unwind(|| compose(inputs)) {
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic");
            Outcome::Broken(text.to_string())
        }
        Ok(Ok(composed)) => Outcome::Composed {
            supergraph: composed.supergraph_sdl,
            api: composed.api_sdl,
            hints: count(composed.hints.iter().map(|hint| hint.code.map_or(NO_CODE, |code| code.as_str()))),
        },
        Ok(Err(errors)) => Outcome::Refused(count(errors.iter().map(|error| error.code.map_or(NO_CODE, |code| code.as_str())))),
    }
}
