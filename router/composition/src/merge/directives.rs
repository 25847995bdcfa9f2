//! Directive applications that the supergraph keeps, and definitions of executable directives.

use super::Merger;
use super::demand::Demand;
use crate::diagnostic::Code;
use crate::model::{DirectiveDef, DirectiveUse, IndexMap, InputDef, Known, Name, Span, Value, is_executable_location};

/// Arguments of an application.
type Arguments = Vec<(Name, Value, Span)>;

/// Different applications of one directive, with the subgraphs that have each.
type Carried<'d> = Vec<(&'d DirectiveUse, Vec<usize>)>;

/// How the values of one argument are put together where subgraphs give different ones.
#[derive(Clone, Copy)]
enum Strategy {
    /// The largest.
    Maximum,
    /// All items of all lists.
    Union,
    /// True if all are.
    And,
    /// What all demand together, as alternatives of conjunctions.
    Demand,
}

/// The arguments that are merged one by one, in the order of the definition. Other directives that may stand once only
/// keep the most frequent application.
fn strategies(known: Known) -> &'static [(&'static str, Strategy)] {
    match known {
        Known::Cost => &[("weight", Strategy::Maximum)],
        Known::ListSize => &[
            ("assumedSize", Strategy::Maximum),
            ("slicingArguments", Strategy::Union),
            ("sizedFields", Strategy::Union),
            ("requireOneSlicingArgument", Strategy::And),
        ],
        Known::RequiresScopes => &[("scopes", Strategy::Demand)],
        Known::Policy => &[("policies", Strategy::Demand)],
        _ => &[],
    }
}

/// The value an argument has where an application leaves it out.
fn known_default(known: Known, argument: &str) -> Option<Value> {
    match (known, argument) {
        (Known::Deprecated, "reason") => Some(Value::string("No longer supported")),
        (Known::ListSize, "requireOneSlicingArgument") => Some(Value::Boolean(true)),
        _ => None,
    }
}

/// Which directive an application is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Directive {
    Known(Known),
    /// By its index in `Merger::composed`.
    Composed(usize),
}

impl Merger<'_, '_> {
    /// Merges the composed applications on one element over its subgraphs, in the order in which directives appear.
    pub(super) fn directives(&mut self, subject: &str, sources: &[&[DirectiveUse]]) -> Vec<DirectiveUse> {
        let applications = sources.iter().flat_map(|list| list.iter());
        let mut directives: Vec<Directive> = Vec::new();
        for application in applications.clone() {
            // An own directive needs a subgraph that composes it and applies it here; then the applications of all count.
            if let Some(directive) = self.merged_directive(application)
                && !directives.contains(&directive)
                && self.is_composed_from(directive, application)
            {
                directives.push(directive);
            }
        }
        let mut merged = Vec::new();
        for directive in directives {
            let applications = applications
                .clone()
                .filter(|application| self.merged_directive(application) == Some(directive));
            let mut distinct: Vec<(&DirectiveUse, usize)> = Vec::new();
            for application in applications {
                match distinct.iter_mut().find(|(other, _)| self.is_same(directive, other, application)) {
                    Some((_, count)) => *count += 1,
                    None => distinct.push((application, 1)),
                }
            }
            let is_repeatable = match directive {
                Directive::Known(known) => known.is_repeatable(),
                Directive::Composed(index) => self.composed[index].definition.is_repeatable,
            };
            if is_repeatable || distinct.len() == 1 {
                merged.extend(distinct.iter().map(|(application, _)| self.renamed(directive, application)));
            } else {
                merged.push(self.one_of(subject, directive, &distinct));
            }
        }
        merged
    }

    /// One application for several different ones of a directive that may stand once only.
    fn one_of(&mut self, subject: &str, directive: Directive, distinct: &[(&DirectiveUse, usize)]) -> DirectiveUse {
        let spans: Vec<Span> = distinct.iter().map(|(application, _)| application.span).collect();
        let name = self.renamed(directive, distinct[0].0).name;
        let mut hint = |code: Code, kept: &str| {
            let message = format!("{subject} has @{name} with different arguments; {kept}.");
            self.report.hint(code, message, &spans, "Write the same arguments everywhere.");
        };
        if let Directive::Known(known) = directive
            && !strategies(known).is_empty()
        {
            hint(Code::MergedNonRepeatableDirectiveArguments, "those of all are put together");
            let mut application = self.renamed(directive, distinct[0].0);
            application.arguments = merged_arguments(known, distinct);
            return application;
        }
        hint(Code::InconsistentNonRepeatableDirectiveArguments, "the most frequent is kept");
        let most = distinct.iter().map(|(_, count)| *count).max().unwrap_or(0);
        let winner = distinct.iter().find(|(_, count)| *count == most);
        self.renamed(directive, winner.map_or(distinct[0].0, |(winner, _)| *winner))
    }

    fn merged_directive(&self, application: &DirectiveUse) -> Option<Directive> {
        match application.known {
            Some(known) => known.is_composed().then_some(Directive::Known(known)),
            None => self
                .composed_by_name
                .get(&application.name)
                .map(|index| Directive::Composed(*index)),
        }
    }

    /// Whether an application of the directive by this subgraph goes into the supergraph.
    fn is_composed_from(&self, directive: Directive, application: &DirectiveUse) -> bool {
        match directive {
            Directive::Known(_) => true,
            Directive::Composed(index) => self.composed[index].subgraphs.contains(&(application.span.subgraph as usize)),
        }
    }

    /// Equal applications: the same values, where left out arguments have the defaults of their own subgraph. Own
    /// directives must also have the same arguments to give.
    fn is_same(&self, directive: Directive, one: &DirectiveUse, two: &DirectiveUse) -> bool {
        let own_definition = |application: &DirectiveUse| {
            let schema = &self.subgraphs[application.span.subgraph as usize].schema;
            schema.directive_defs.get(&application.name)
        };
        let definitions = match directive {
            Directive::Known(_) => (None, None),
            Directive::Composed(_) => (own_definition(one), own_definition(two)),
        };
        if let (Some(one), Some(two)) = definitions
            && (one.arguments.len() != two.arguments.len() || one.arguments.keys().any(|name| !two.arguments.contains_key(name)))
        {
            return false;
        }
        let value = |application: &DirectiveUse, definition: Option<&DirectiveDef>, argument: &str| match application.argument(argument) {
            Some(value) => Some(value.clone()),
            None => match directive {
                Directive::Known(known) => known_default(known, argument),
                Directive::Composed(_) => definition?.arguments.get(argument)?.default.clone(),
            },
        };
        let mut given = one.arguments.iter().chain(&two.arguments).map(|(name, ..)| name);
        given.all(|name| match (value(one, definitions.0, name), value(two, definitions.1, name)) {
            (Some(one), Some(two)) => one.is_same(&two),
            (one, two) => one == two,
        })
    }

    /// The application as the supergraph has it.
    fn renamed(&self, directive: Directive, application: &DirectiveUse) -> DirectiveUse {
        let name = match directive {
            Directive::Known(known) => self.directive_names.get(&known).cloned().unwrap_or_else(|| known.name().into()),
            Directive::Composed(index) => self.composed[index].name.clone(),
        };
        DirectiveUse {
            name,
            block: 0,
            ..application.clone()
        }
    }

    /// The applications that the supergraph carries as `@join__directive`: of each directive in turn, every different
    /// application once, with the subgraphs that have it.
    pub(super) fn carried<'d>(&self, sources: impl Iterator<Item = &'d [DirectiveUse]>) -> Vec<DirectiveUse> {
        let mut groups: Vec<(Name, Carried<'d>)> = Vec::new();
        for application in sources.flatten() {
            let name: Name = match application.known {
                Some(Known::CacheTag) => "federation__cacheTag".into(),
                Some(known) if known.is_carried() => application.name.clone(),
                Some(Known::Link) if self.is_connect_link(application) => "link".into(),
                _ => continue,
            };
            let subgraph = application.span.subgraph as usize;
            let index = groups.iter().position(|(other, _)| *other == name).unwrap_or_else(|| {
                groups.push((name, Vec::new()));
                groups.len() - 1
            });
            let group = &mut groups[index].1;
            match group.iter_mut().find(|(other, _)| other.is_same_application(application)) {
                Some((_, subgraphs)) if subgraphs.contains(&subgraph) => {}
                Some((_, subgraphs)) => subgraphs.push(subgraph),
                None => group.push((application, vec![subgraph])),
            }
        }
        // Links come first: what they bring is of no meaning without them.
        groups.sort_by_key(|(name, _)| &**name != "link");
        let applications = groups.into_iter().flat_map(|(name, group)| {
            group.into_iter().map(move |(application, subgraphs)| {
                let graphs = subgraphs.iter().map(|index| Value::Enum(self.graphs[*index].value.clone()));
                let arguments = application.arguments.iter().map(|(name, value, _)| (name.clone(), value.clone()));
                let arguments = vec![
                    ("graphs", Value::List(graphs.collect())),
                    ("name", Value::string(&name)),
                    ("args", Value::Object(arguments.collect())),
                ];
                DirectiveUse::made("join__directive", None, arguments)
            })
        });
        applications.collect()
    }

    fn is_connect_link(&self, application: &DirectiveUse) -> bool {
        let links = &self.subgraphs[application.span.subgraph as usize].links;
        links
            .iter()
            .any(|link| link.connect_minor().is_some() && link.application.span == application.span)
    }

    /// Executable directives are kept where every subgraph defines them.
    pub(super) fn executable_directives(&mut self) {
        let mut names: Vec<Name> = Vec::new();
        for subgraph in self.subgraphs {
            for definition in subgraph.schema.directive_defs.values() {
                // Routers answer these two whatever subgraphs say of them.
                if matches!(&*definition.name, "defer" | "stream") {
                    continue;
                }
                let is_composed = self.composed_by_name.contains_key(&definition.name);
                if definition.is_executable() && !is_composed && !names.contains(&definition.name) {
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
            .map(|subgraph| subgraph.schema.directive_defs.get(&name))
            .collect();
        let spans: Vec<Span> = sources.iter().flatten().map(|source| source.span).collect();
        let before_missing: Vec<&DirectiveDef> = sources.iter().map_while(|source| *source).collect();
        let is_nowhere_common = before_missing.first().is_some_and(|first| {
            let mut locations = first.locations.iter().filter(|location| is_executable_location(location));
            !locations.any(|location| before_missing.iter().all(|source| source.locations.contains(location)))
        });
        if sources.iter().any(Option::is_none) && !is_nowhere_common {
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
        let mut first = executable(sources[0]);
        first.sort_unstable();
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
                "Give its definitions the same locations.",
            );
        }
        let is_repeatable = sources.iter().all(|source| source.is_repeatable);
        if !is_repeatable && sources.iter().any(|source| source.is_repeatable) {
            self.report.hint(
                Code::InconsistentExecutableDirectiveRepeatable,
                format!("@{name} is not repeatable in every subgraph, so it is not repeatable in the supergraph."),
                &spans,
                "Make it repeatable everywhere, or nowhere.",
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

fn merged_arguments(known: Known, distinct: &[(&DirectiveUse, usize)]) -> Arguments {
    let span = distinct[0].0.span;
    let merge = |(name, strategy): &(&'static str, Strategy)| {
        let given: Vec<Value> = distinct
            .iter()
            .filter_map(|(application, _)| application.argument(name).cloned().or_else(|| known_default(known, name)))
            .filter(|value| *value != Value::Null)
            .collect();
        Some((Name::from(*name), strategy.merge(&given)?, span))
    };
    strategies(known).iter().filter_map(merge).collect()
}

impl Strategy {
    /// `None` where nothing is given.
    fn merge(self, values: &[Value]) -> Option<Value> {
        let first = values.first()?;
        let merged = match self {
            Strategy::Maximum => {
                let number = |value: &Value| match value {
                    Value::Int(text) => text.parse::<i64>().ok(),
                    _ => None,
                };
                values.iter().max_by_key(|value| number(value))?.clone()
            }
            Strategy::Union => {
                let mut items: Vec<Value> = Vec::new();
                for value in values {
                    let single = std::slice::from_ref(value);
                    let list = if let Value::List(list) = value { list } else { single };
                    for item in list {
                        if !items.contains(item) {
                            items.push(item.clone());
                        }
                    }
                }
                Value::List(items)
            }
            Strategy::And => values
                .iter()
                .find(|value| **value == Value::Boolean(false))
                .unwrap_or(first)
                .clone(),
            Strategy::Demand => {
                let demands = values.iter().map(|value| Demand::read(value).rewritten());
                demands.reduce(Demand::and)?.value()
            }
        };
        Some(merged)
    }
}
