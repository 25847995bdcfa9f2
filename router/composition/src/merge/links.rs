//! The specifications that the supergraph links for directives it carries, and what it calls those directives.

use crate::diagnostic::{Code, Report};
use crate::model::{Known, Name, Span};
use crate::parse::Subgraph;
use std::collections::HashMap;

/// A link of the supergraph for one composed directive.
pub(crate) struct SpecLink {
    pub known: Known,
    /// The directive's name in the supergraph.
    pub name: Name,
}

impl SpecLink {
    /// Version of the directive's own specification.
    pub fn version(&self) -> &'static str {
        match self.known {
            Known::Tag => "v0.3",
            Known::Inaccessible => "v0.2",
            _ => "v0.1",
        }
    }

    /// Whether a router that does not know the specification must refuse the supergraph.
    pub fn is_security(&self) -> bool {
        self.known != Known::Tag
    }
}

/// Collects the composed directives applied anywhere. All subgraphs must call one directive the same.
pub(super) fn collect(subgraphs: &[Subgraph], report: &mut Report<'_>) -> (Vec<SpecLink>, HashMap<Known, Name>) {
    let mut applied: Vec<(Known, Vec<(Name, Span)>)> = Vec::new();
    for subgraph in subgraphs {
        let mut visit = |application: &crate::model::DirectiveUse| {
            let Some(known) = application
                .known
                .filter(|known| known.is_composed() && !matches!(known, Known::Deprecated | Known::SpecifiedBy))
            else {
                return;
            };
            let index = match applied.iter().position(|(other, _)| *other == known) {
                Some(index) => index,
                None => {
                    applied.push((known, Vec::new()));
                    applied.len() - 1
                }
            };
            let uses = &mut applied[index].1;
            if uses.iter().all(|(_, span)| span.subgraph != application.span.subgraph) {
                uses.push((application.name.clone(), application.span));
            }
        };
        subgraph.schema.each_directive(&mut visit);
    }
    applied.sort_by_key(|(known, _)| *known);
    let mut links = Vec::new();
    let mut names = HashMap::new();
    for (known, uses) in applied {
        let name = uses[0].0.clone();
        if uses.iter().any(|(other, _)| *other != name) {
            let spans: Vec<Span> = uses.iter().map(|(_, span)| *span).collect();
            report.error(
                Code::LinkImportNameMismatch,
                format!("Subgraphs call the directive @{} by different names.", known.name()),
                &spans,
                "Import it under one name everywhere.",
            );
        }
        names.insert(known, name.clone());
        links.push(SpecLink { known, name });
    }
    (links, names)
}
