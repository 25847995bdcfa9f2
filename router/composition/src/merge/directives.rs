//! Directive applications that the supergraph keeps, and definitions of executable directives.

use super::Merger;
use crate::diagnostic::Code;
use crate::model::{DirectiveDef, DirectiveUse, IndexMap, InputDef, Known, Name, Span, Value, is_executable_location};

const COMPOSED: [Known; 8] = [
    Known::Tag,
    Known::Inaccessible,
    Known::Authenticated,
    Known::RequiresScopes,
    Known::Policy,
    Known::Context,
    Known::Deprecated,
    Known::SpecifiedBy,
];

impl Merger<'_, '_> {
    /// Merges the composed applications on one element over its subgraphs.
    pub(super) fn directives(&mut self, subject: &str, sources: &[&[DirectiveUse]]) -> Vec<DirectiveUse> {
        let mut merged = Vec::new();
        if sources.iter().all(|list| list.is_empty()) {
            return merged;
        }
        for known in COMPOSED {
            let applications: Vec<&DirectiveUse> = sources
                .iter()
                .flat_map(|list| list.iter())
                .filter(|application| application.known == Some(known))
                .collect();
            if applications.is_empty() {
                continue;
            }
            let name = self.directive_names.get(&known).cloned().unwrap_or_else(|| known.name().into());
            let renamed = |application: &DirectiveUse| DirectiveUse {
                name: name.clone(),
                block: 0,
                ..application.clone()
            };
            let mut distinct: Vec<(&DirectiveUse, usize)> = Vec::new();
            for application in &applications {
                match distinct.iter_mut().find(|(other, _)| same(other, application)) {
                    Some((_, count)) => *count += 1,
                    None => distinct.push((application, 1)),
                }
            }
            match known {
                Known::Tag | Known::Context => merged.extend(distinct.iter().map(|(application, _)| renamed(application))),
                Known::RequiresScopes | Known::Policy => {
                    let argument = demand_argument(known);
                    let demands = applications.iter().filter_map(|application| application.argument(argument));
                    let conjunction = demands.map(Demand::read).reduce(Demand::and).unwrap_or_default();
                    if distinct.len() > 1 {
                        self.hint_difference(Code::MergedNonRepeatableDirectiveArguments, subject, known, &distinct);
                    }
                    let mut application = renamed(applications[0]);
                    if distinct.len() > 1 {
                        let span = application.span;
                        application.arguments = vec![(argument.into(), conjunction.value(), span)];
                    }
                    merged.push(application);
                }
                _ => {
                    if distinct.len() > 1 {
                        self.hint_difference(Code::InconsistentNonRepeatableDirectiveArguments, subject, known, &distinct);
                    }
                    let most = distinct.iter().map(|(_, count)| *count).max().unwrap_or(0);
                    let winner = distinct.iter().find(|(_, count)| *count == most).map(|(winner, _)| *winner);
                    merged.extend(winner.map(renamed));
                }
            }
        }
        merged
    }

    fn hint_difference(&mut self, code: Code, subject: &str, known: Known, distinct: &[(&DirectiveUse, usize)]) {
        let spans: Vec<Span> = distinct.iter().map(|(application, _)| application.span).collect();
        let kept = match code {
            Code::MergedNonRepeatableDirectiveArguments => "the demands of all are put together",
            _ => "the most frequent is kept",
        };
        let message = format!("{subject} has @{} with different arguments; {kept}.", known.name());
        self.report.hint(code, message, &spans, "Write the same arguments everywhere.");
    }

    /// Executable directives are kept where every subgraph defines them.
    pub(super) fn executable_directives(&mut self) {
        let mut names: Vec<Name> = Vec::new();
        for subgraph in self.subgraphs {
            for definition in subgraph.schema.directive_defs.values() {
                if definition.is_executable() && !names.contains(&definition.name) {
                    names.push(definition.name.clone());
                }
            }
        }
        for name in names {
            self.executable_directive(name);
        }
    }

    fn executable_directive(&mut self, name: Name) {
        let sources: Vec<Option<&DirectiveDef>> = self
            .subgraphs
            .iter()
            .map(|subgraph| subgraph.schema.directive_defs.get(&name).filter(|source| source.is_executable()))
            .collect();
        let spans: Vec<Span> = sources.iter().flatten().map(|source| source.span).collect();
        if sources.iter().any(Option::is_none) {
            self.report.hint(
                Code::InconsistentExecutableDirectivePresence,
                format!("@{name} is not defined in every subgraph, so the supergraph does not have it."),
                &spans,
                "Define it in every subgraph.",
            );
            return;
        }
        let sources: Vec<&DirectiveDef> = sources.into_iter().flatten().collect();
        let executable = |source: &DirectiveDef| -> Vec<&'static str> {
            source
                .locations
                .iter()
                .copied()
                .filter(|location| is_executable_location(location))
                .collect()
        };
        let first = executable(sources[0]);
        let locations: Vec<&'static str> = first
            .iter()
            .copied()
            .filter(|location| sources.iter().all(|source| source.locations.contains(location)))
            .collect();
        if locations.is_empty() {
            self.report.hint(
                Code::NoExecutableDirectiveLocationsIntersection,
                format!("The subgraphs allow @{name} at no common place, so the supergraph does not have it."),
                &spans,
                "Give its definitions a common location.",
            );
            return;
        }
        if sources.iter().any(|source| executable(source).len() != locations.len()) {
            self.report.hint(
                Code::InconsistentExecutableDirectiveLocations,
                format!("The subgraphs allow @{name} at different places; the common ones are kept."),
                &spans,
                "",
            );
        }
        let is_repeatable = sources.iter().all(|source| source.is_repeatable);
        if !is_repeatable && sources.iter().any(|source| source.is_repeatable) {
            self.report.hint(
                Code::InconsistentExecutableDirectiveRepeatable,
                format!("@{name} is not repeatable in every subgraph, so it is not in the supergraph."),
                &spans,
                "",
            );
        }
        let descriptions = sources.iter().map(|source| (source.span, source.description.as_deref()));
        let description = self.description(&format!("@{name}"), descriptions);
        let lists: Vec<&IndexMap<Name, InputDef>> = sources.iter().map(|source| &source.arguments).collect();
        let arguments = self.arguments(&format!("@{name}"), &lists, &spans);
        let merged = DirectiveDef {
            name: name.clone(),
            description,
            arguments,
            is_repeatable,
            locations,
            span: spans[0],
        };
        self.out.directive_defs.insert(name, merged);
    }
}

/// Equal applications; `@deprecated` without a reason has the default one.
fn same(one: &DirectiveUse, two: &DirectiveUse) -> bool {
    if one.known == Some(Known::Deprecated) {
        let reason = |application: &DirectiveUse| application.text("reason").unwrap_or("No longer supported").to_string();
        return reason(one) == reason(two);
    }
    one.is_same_application(two)
}

/// The argument that carries what `@requiresScopes` or `@policy` demands.
pub(super) fn demand_argument(known: Known) -> &'static str {
    if known == Known::Policy { "policies" } else { "scopes" }
}

/// What the caller must have: all of some inner list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Demand(Vec<Vec<String>>);

impl Default for Demand {
    /// Demands nothing.
    fn default() -> Self {
        Demand(vec![Vec::new()])
    }
}

impl Demand {
    /// Reads `[[String]]`; a single value stands for a list of itself. No alternatives at all demand nothing.
    pub fn read(value: &Value) -> Self {
        let items = |value: &Value| match value {
            Value::List(items) => items.clone(),
            other => vec![other.clone()],
        };
        let mut alternatives: Vec<Vec<String>> = items(value)
            .iter()
            .map(|alternative| {
                items(alternative)
                    .iter()
                    .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_string))
                    .collect()
            })
            .collect();
        if alternatives.is_empty() {
            alternatives.push(Vec::new());
        }
        Demand(alternatives).reduced()
    }

    /// What both demand together.
    pub fn and(self, other: Self) -> Self {
        let product = self
            .0
            .iter()
            .flat_map(|one| other.0.iter().map(move |two| one.iter().chain(two).cloned().collect::<Vec<_>>()));
        Demand(product.collect()).reduced()
    }

    /// Whoever meets `self` meets `other`.
    pub fn implies(&self, other: &Self) -> bool {
        self.0
            .iter()
            .all(|own| other.0.iter().any(|wanted| wanted.iter().all(|item| own.contains(item))))
    }

    pub fn value(&self) -> Value {
        let list = |alternative: &Vec<String>| Value::List(alternative.iter().map(|item| Value::string(item)).collect());
        Value::List(self.0.iter().map(list).collect())
    }

    /// Sorted, without repeats, without alternatives that a smaller one contains.
    fn reduced(mut self) -> Self {
        for alternative in &mut self.0 {
            alternative.sort();
            alternative.dedup();
        }
        self.0.sort_by(|one, two| one.len().cmp(&two.len()).then_with(|| one.cmp(two)));
        self.0.dedup();
        let mut kept: Vec<Vec<String>> = Vec::new();
        for alternative in self.0 {
            if !kept.iter().any(|smaller| smaller.iter().all(|item| alternative.contains(item))) {
                kept.push(alternative);
            }
        }
        kept.sort();
        Demand(kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn demand(alternatives: &[&[&str]]) -> Demand {
        Demand(
            alternatives
                .iter()
                .map(|list| list.iter().map(|item| item.to_string()).collect())
                .collect(),
        )
        .reduced()
    }

    #[test]
    fn conjunction_is_the_reduced_product() {
        let both = demand(&[&["a"], &["b"]]).and(demand(&[&["a"], &["c"]]));
        assert_eq!(both, demand(&[&["a"], &["b", "c"]]));
        assert_eq!(Demand::default().and(demand(&[&["a"]])), demand(&[&["a"]]));
        assert!(both.implies(&demand(&[&["a"], &["b"]])));
        assert!(!demand(&[&["a"], &["b"]]).implies(&both));
    }
}
