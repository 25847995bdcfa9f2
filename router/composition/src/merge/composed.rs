//! `@composeDirective`: which directives of the subgraphs' own features the supergraph carries, under which name, and
//! whose definition counts. Owns the rules of DIRECTIVE_COMPOSITION_ERROR; must not know how applications merge.

use super::Merger;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, DirectiveUse, IndexMap, Known, Name, Span, uses};
use crate::parse::{Link, Subgraph};
use crate::sentence::{quoted, suggestion};

/// A directive that `@composeDirective` asks for, the same in all subgraphs that compose it.
pub(crate) struct RequestedDirective {
    /// Its name in the supergraph and in all subgraphs that compose it.
    pub name: Name,
    /// The url of its feature, without the version.
    pub identity: String,
    /// The feature's name for it.
    pub element: String,
    /// The newest version of the feature that a subgraph composing of it links: major, minor.
    pub version: (u32, u32),
    /// Where the first subgraph composes it.
    pub span: Span,
    /// Where that newest version is linked.
    newest: Span,
    /// Indexes of the subgraphs that compose it.
    subgraphs: Vec<usize>,
}

/// A requested directive with the definition that counts.
pub(super) struct ComposedDirective<'a> {
    pub name: Name,
    pub definition: &'a DirectiveDef,
    /// Indexes of the subgraphs that compose it.
    pub subgraphs: Vec<usize>,
}

/// One accepted `@composeDirective`.
struct Request<'a> {
    name: &'a str,
    link: &'a Link,
    element: &'a str,
    subgraph: usize,
    span: Span,
}

/// Reads every `@composeDirective`; errors and hints are in the report.
pub(super) fn collect(subgraphs: &[Subgraph], report: &mut Report<'_>) -> Vec<RequestedDirective> {
    let mut requests: Vec<Request<'_>> = Vec::new();
    for subgraph in subgraphs {
        for application in uses(&subgraph.schema.directives, Known::ComposeDirective) {
            requests.extend(request(subgraphs, subgraph, application, report));
        }
    }
    // Of one name, the requests of all subgraphs; in the order of the first.
    let mut names: IndexMap<&str, Vec<&Request<'_>>> = IndexMap::default();
    for request in &requests {
        names.entry(request.name).or_default().push(request);
    }
    check_names(&names, report);
    check_elements(&requests, report);
    check_majors(subgraphs, &requests, report);
    names
        .into_iter()
        .map(|(name, own)| {
            hint_other_names(subgraphs, &own, report);
            let first = own[0];
            // The newest version over all composed directives of the feature.
            let newest = requests
                .iter()
                .filter(|request| request.link.identity == first.link.identity)
                .rev()
                .max_by_key(|request| (request.link.major, request.link.minor))
                .expect("the directive itself was requested");
            let mut indexes: Vec<usize> = own.iter().map(|request| request.subgraph).collect();
            indexes.dedup();
            RequestedDirective {
                name: name.into(),
                identity: first.link.identity.clone(),
                element: first.element.to_string(),
                version: (newest.link.major, newest.link.minor),
                span: first.span,
                newest: newest.link.application.span,
                subgraphs: indexes,
            }
        })
        .collect()
}

/// Finds the definitions; a directive without one is an error.
pub(super) fn define<'a>(
    subgraphs: &'a [Subgraph],
    requested: &[RequestedDirective],
    report: &mut Report<'_>,
) -> Vec<ComposedDirective<'a>> {
    let mut composed = Vec::new();
    for directive in requested {
        let RequestedDirective { name, identity, .. } = directive;
        let Some(definition) = definition(subgraphs, directive) else {
            let newest = &subgraphs[directive.newest.subgraph as usize].name;
            let composing = &subgraphs[directive.span.subgraph as usize].name;
            report.error(
                Code::DirectiveCompositionError,
                format!(
                    "\"{newest}\" links the newest version of {identity}, but does not define @{name}, which \"{composing}\" composes."
                ),
                &[directive.newest, directive.span],
                &format!("Define @{name} there, under the same name."),
            );
            continue;
        };
        composed.push(ComposedDirective {
            name: name.clone(),
            definition,
            subgraphs: directive.subgraphs.clone(),
        });
    }
    composed
}

/// The definition that counts: of the last subgraph that links the feature at the newest version and defines the
/// directive, whether it composes it or not.
fn definition<'a>(subgraphs: &'a [Subgraph], directive: &RequestedDirective) -> Option<&'a DirectiveDef> {
    let element = format!("@{}", directive.element);
    subgraphs.iter().rev().find_map(|subgraph| {
        let is_linked = |link: &&Link| link.identity == directive.identity && (link.major, link.minor) == directive.version;
        let link = subgraph.links.iter().find(is_linked)?;
        let import = link.imports.iter().find(|import| import.element == element);
        let name = import.map_or(&*directive.name, |import| import.local.trim_start_matches('@'));
        subgraph.schema.directive_defs.get(name)
    })
}

/// Checks one application within its subgraph.
fn request<'a>(
    subgraphs: &[Subgraph],
    subgraph: &'a Subgraph,
    application: &'a DirectiveUse,
    report: &mut Report<'_>,
) -> Option<Request<'a>> {
    let span = application.argument_span("name");
    let mut refuse = |message: String, help: &str| {
        report.error(Code::DirectiveCompositionError, message, &[span], help);
        None
    };
    let Some(written) = application.text("name").filter(|name| !name.is_empty()) else {
        return refuse(
            "@composeDirective names no directive.".into(),
            "Give the directive's name, with \"@\", as the argument \"name\".",
        );
    };
    let Some(name) = written.strip_prefix('@') else {
        return refuse(
            format!("@composeDirective names \"{written}\", which does not begin with \"@\"."),
            &format!("Write \"@{written}\"."),
        );
    };
    if !subgraph.knows_directive(name) {
        let defined = subgraph.schema.directive_defs.keys().map(|defined| &**defined);
        let help = match suggestion(name, defined) {
            Some(close) => format!("Did you mean \"@{close}\"?"),
            None => "Define it, or remove the @composeDirective.".to_string(),
        };
        return refuse(format!("@composeDirective names \"{written}\", which is not defined here."), &help);
    }
    let known = subgraph.known_directive(name);
    let owner = subgraph
        .links
        .iter()
        .find_map(|link| link.directive_called(name).map(|element| (link, element)));
    if known.is_some() || owner.is_some_and(|(link, _)| link.is_known()) {
        let is_linked_alone = owner.is_some_and(|(link, _)| !link.is_federation_or_link());
        if !is_linked_alone && known.is_some_and(is_composed_anyway) {
            report.hint(
                Code::DirectiveCompositionInfo,
                format!("\"{written}\" is composed without @composeDirective."),
                &[span],
                "Remove the @composeDirective.",
            );
            return None;
        }
        return refuse(
            format!("\"{written}\" is federation's own and cannot be composed by @composeDirective."),
            "Remove the @composeDirective.",
        );
    }
    let Some((link, element)) = owner else {
        return refuse(
            format!("\"{written}\" belongs to no linked specification, and only directives of such can be composed."),
            "Add a @link to a specification of yours that imports it.",
        );
    };
    for federations in [Known::Tag, Known::Inaccessible] {
        let clashing = subgraphs
            .iter()
            .filter(|other| other.directive_names.get(&federations).is_some_and(|own| &**own == name));
        let mut clashing = clashing.map(|other| &other.name).peekable();
        if clashing.peek().is_some() {
            return refuse(
                format!(
                    "\"{written}\" cannot be composed: it is the name of federation's @{} in {}.",
                    federations.name(),
                    quoted(clashing)
                ),
                "Import one of the two under another name.",
            );
        }
    }
    Some(Request {
        name,
        link,
        element,
        subgraph: subgraph.index,
        span,
    })
}

fn is_composed_anyway(known: Known) -> bool {
    known.is_authorization() || matches!(known, Known::Tag | Known::Inaccessible | Known::Context)
}

/// One name stands for one directive.
fn check_names(names: &IndexMap<&str, Vec<&Request<'_>>>, report: &mut Report<'_>) {
    for (name, requests) in names {
        let first = requests[0];
        let is_same = |other: &&Request<'_>| other.link.identity == first.link.identity && other.element == first.element;
        if requests.iter().all(is_same) {
            continue;
        }
        let spans: Vec<Span> = requests.iter().map(|request| request.span).collect();
        report.error(
            Code::DirectiveCompositionError,
            format!("\"@{name}\" is composed by several subgraphs, but it is not the same directive of the same specification in each."),
            &spans,
            "Link the same specification in each, or import one of them under another name.",
        );
    }
}

/// One directive has one name.
fn check_elements(requests: &[Request<'_>], report: &mut Report<'_>) {
    let mut elements: IndexMap<(&str, &str), Vec<&Request<'_>>> = IndexMap::default();
    for request in requests {
        elements.entry((&request.link.identity, request.element)).or_default().push(request);
    }
    for ((_, element), requests) in elements {
        if requests.iter().all(|request| request.name == requests[0].name) {
            continue;
        }
        let spans: Vec<Span> = requests.iter().map(|request| request.span).collect();
        report.error(
            Code::DirectiveCompositionError,
            format!("Subgraphs compose the directive \"@{element}\" under different names."),
            &spans,
            "Import it under one name everywhere.",
        );
    }
}

/// Features linked at different major versions: an error among the subgraphs that compose of them, else a hint.
fn check_majors(subgraphs: &[Subgraph], requests: &[Request<'_>], report: &mut Report<'_>) {
    let mut features: IndexMap<&str, Vec<(usize, &Link)>> = IndexMap::default();
    for subgraph in subgraphs {
        for link in subgraph.links.iter().filter(|link| !link.is_known()) {
            features.entry(&link.identity).or_default().push((subgraph.index, link));
        }
    }
    for (identity, links) in features {
        let composes = |subgraph: usize| {
            requests
                .iter()
                .any(|request| request.subgraph == subgraph && request.link.identity == identity)
        };
        let composing: Vec<&Link> = links
            .iter()
            .filter(|(subgraph, _)| composes(*subgraph))
            .map(|(_, link)| *link)
            .collect();
        let spans = |links: &[&Link]| -> Vec<Span> { links.iter().map(|link| link.application.argument_span("url")).collect() };
        if composing.iter().any(|link| link.major != composing[0].major) {
            report.error(
                Code::DirectiveCompositionError,
                format!("Directives of {identity} are composed from different major versions of it."),
                &spans(&composing),
                "Link one major version wherever directives of it are composed.",
            );
        } else if links.iter().any(|(_, link)| link.major != links[0].1.major) {
            let all: Vec<&Link> = links.iter().map(|(_, link)| *link).collect();
            report.hint(
                Code::DirectiveCompositionInfo,
                format!("Subgraphs link different major versions of {identity}."),
                &spans(&all),
                "Link one major version everywhere.",
            );
        }
    }
}

/// A subgraph that does not compose the directive imports it under another name.
fn hint_other_names(subgraphs: &[Subgraph], requests: &[&Request<'_>], report: &mut Report<'_>) {
    let first = requests[0];
    let element = format!("@{}", first.element);
    let spans: Vec<Span> = subgraphs
        .iter()
        .filter(|subgraph| requests.iter().all(|request| request.subgraph != subgraph.index))
        .flat_map(|subgraph| &subgraph.links)
        .filter(|link| link.identity == first.link.identity)
        .filter(|link| {
            let mut imports = link.imports.iter().filter(|import| import.element == element);
            imports.any(|import| import.local.strip_prefix('@') != Some(first.name))
        })
        .map(|link| link.application.argument_span("import"))
        .collect();
    if !spans.is_empty() {
        report.hint(
            Code::DirectiveCompositionWarn,
            format!(
                "\"@{}\" is composed, but a subgraph that does not compose it has it under another name.",
                first.name
            ),
            &spans,
            &format!("Import it as \"@{}\", so that it can be composed from there too.", first.name),
        );
    }
}

impl Merger<'_, '_> {
    /// Defines the composed directives in the supergraph.
    pub(super) fn composed_definitions(&mut self) {
        for index in 0..self.composed.len() {
            let ComposedDirective { name, definition, .. } = &self.composed[index];
            let (name, definition) = (name.clone(), *definition);
            let arguments = self.arguments(&format!("@{name}"), &[&definition.arguments], &[definition.span]);
            let merged = DirectiveDef {
                name: name.clone(),
                arguments,
                ..definition.clone()
            };
            self.out.directive_defs.insert(name, merged);
        }
    }
}
