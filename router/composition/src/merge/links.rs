//! What the supergraph links: the specifications of directives it carries by default, and the features of
//! `@composeDirective`. Owns names, versions and aliases; must not know how applications merge.

use super::composed::{self, RequestedDirective};
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, HashMap, Known, Name, SPECIFICATIONS_URL, Span, Specification, Value};
use crate::parse::{Link, Subgraph};

/// A feature that the supergraph links besides link and join.
#[derive(Clone, Debug)]
pub(crate) struct SpecificationLink {
    /// The url without its version.
    pub identity: String,
    /// The identity's last segment.
    pub name: String,
    pub major: u32,
    pub minor: u32,
    /// What the supergraph calls the feature.
    pub alias: String,
    /// `SECURITY` or `EXECUTION`.
    pub purpose: Option<&'static str>,
    /// Directives that do not have their default names, without `@`: the feature's name, the supergraph's.
    pub imports: Vec<(Name, Name)>,
}

impl SpecificationLink {
    fn new(identity: String, name: &str, (major, minor): (u32, u32), purpose: Option<&'static str>) -> Self {
        SpecificationLink {
            identity,
            name: name.to_string(),
            major,
            minor,
            alias: name.to_string(),
            purpose,
            imports: Vec::new(),
        }
    }

    /// The specification it is, if its directives are composed by default.
    pub fn specification(&self) -> Option<&'static Specification> {
        let name = self.identity.strip_prefix(SPECIFICATIONS_URL)?.strip_prefix('/')?;
        Specification::by_name(name)
    }

    /// What the supergraph calls the feature's directive `element`.
    pub fn directive_name(&self, element: &str) -> Name {
        match self.imports.iter().find(|(own, _)| &**own == element) {
            Some((_, local)) => local.clone(),
            None if element == self.name => self.alias.as_str().into(),
            None => self.type_name(element),
        }
    }

    /// What the supergraph calls the feature's type `element`.
    pub fn type_name(&self, element: &str) -> Name {
        format!("{}__{element}", self.alias).into()
    }

    /// The application of `@link`.
    pub fn application(&self) -> DirectiveUse {
        let url = format!("{}/v{}.{}", self.identity, self.major, self.minor);
        let mut arguments = vec![("url", Value::String(url))];
        if self.alias != self.name {
            arguments.push(("as", Value::string(&self.alias)));
        }
        arguments.extend(self.purpose.map(|purpose| ("for", Value::Enum(purpose.into()))));
        let import = |(element, local): &(Name, Name)| match element == local {
            true => Value::String(format!("@{element}")),
            false => Value::Object(vec![
                ("name".into(), Value::String(format!("@{element}"))),
                ("as".into(), Value::String(format!("@{local}"))),
            ]),
        };
        if !self.imports.is_empty() {
            arguments.push(("import", Value::List(self.imports.iter().map(import).collect())));
        }
        DirectiveUse::made("link", Some(Known::Link), arguments)
    }
}

/// A directive composed by default, as the subgraphs apply it.
struct Applied {
    known: Known,
    /// Its name in each subgraph that applies it, and the first place there.
    names: Vec<(Name, Span)>,
}

/// The directives composed by default that are applied anywhere, in the order of subgraphs and of specifications.
fn applied(subgraphs: &[Subgraph]) -> Vec<Applied> {
    let mut applied: Vec<Applied> = Vec::new();
    for subgraph in subgraphs {
        let mut here: HashMap<Known, (Name, Span)> = HashMap::default();
        subgraph.schema.each_directive(&mut |application| {
            if let Some(known) = application.known.filter(|known| known.specification().is_some()) {
                here.entry(known).or_insert_with(|| (application.name.clone(), application.span));
            }
        });
        // Context values travel in `join__field`.
        here.remove(&Known::FromContext);
        let mut here: Vec<_> = here.into_iter().collect();
        here.sort_by_key(|(known, _)| *known);
        for (known, name) in here {
            match applied.iter_mut().find(|other| other.known == known) {
                Some(other) => other.names.push(name),
                None => applied.push(Applied { known, names: vec![name] }),
            }
        }
    }
    applied
}

/// What the supergraph carries besides types, and by which names.
pub(crate) struct Linked {
    pub links: Vec<SpecificationLink>,
    /// The names of the directives of federation that are composed.
    pub directive_names: HashMap<Known, Name>,
    pub requested: Vec<RequestedDirective>,
    /// The newest federation minor version of any subgraph.
    pub minor: u32,
}

/// Settles what the supergraph links; errors are in the report. All subgraphs must call one directive the same; after
/// the first that they do not, no other is looked at.
pub(crate) fn link(subgraphs: &[Subgraph], report: &mut Report<'_>) -> Linked {
    let requested = composed::collect(subgraphs, report);
    let mut links: Vec<SpecificationLink> = Vec::new();
    let mut names = HashMap::default();
    for Applied { known, names: uses } in applied(subgraphs) {
        let (name, _) = &uses[0];
        if uses.iter().any(|(other, _)| other != name) {
            let spans: Vec<Span> = uses.iter().map(|(_, span)| *span).collect();
            report.error(
                Code::LinkImportNameMismatch,
                format!("Subgraphs call the directive @{} by different names.", known.name()),
                &spans,
                "Import it under one name everywhere.",
            );
            break;
        }
        names.insert(known, name.clone());
        let Some(specification) = known.specification() else { continue };
        let identity = format!("{SPECIFICATIONS_URL}/{}", specification.name);
        let link = match links.iter_mut().find(|link| link.identity == identity) {
            Some(link) => link,
            None => {
                links.push(SpecificationLink::new(
                    identity,
                    specification.name,
                    (0, specification.minor),
                    specification.purpose,
                ));
                links.last_mut().expect("one was pushed")
            }
        };
        if !known.is_carried() && *link.directive_name(known.name()) != **name {
            link.imports.push((known.name().into(), name.clone()));
        }
    }
    if report.errors.is_empty() {
        refuse_taken_names(&requested, &names, report);
    }
    features(subgraphs, &requested, &mut links);
    links.extend(connect(subgraphs, report));
    name_features(&mut links);
    Linked {
        links,
        directive_names: names,
        requested,
        minor: newest_minor(subgraphs, report),
    }
}

/// A directive of a subgraph's own specification can not have the name of one that is composed by default.
fn refuse_taken_names(composed: &[RequestedDirective], names: &HashMap<Known, Name>, report: &mut Report<'_>) {
    for directive in composed {
        if let Some((known, _)) = names.iter().find(|(_, name)| **name == directive.name) {
            report.error(
                Code::InvalidLinkDirectiveUsage,
                format!(
                    "The supergraph cannot have \"@{}\" twice: it is composed from {}, and it is what subgraphs call federation's @{}.",
                    directive.name,
                    directive.identity,
                    known.name()
                ),
                &[directive.span],
                "Import one of the two under another name.",
            );
        }
    }
}

/// Adds the features of `@composeDirective`, in the order in which subgraphs link them.
fn features(subgraphs: &[Subgraph], composed: &[RequestedDirective], links: &mut Vec<SpecificationLink>) {
    let defaults = links.len();
    for link in subgraphs.iter().flat_map(|subgraph| &subgraph.links) {
        if links[defaults..].iter().any(|known| known.identity == link.identity) {
            continue;
        }
        let mut directives = composed.iter().filter(|directive| directive.identity == link.identity).peekable();
        let Some(first) = directives.peek() else { continue };
        let mut feature = SpecificationLink::new(link.identity.clone(), &link.name, first.version, None);
        feature.imports = directives
            .map(|directive| (directive.element.as_str().into(), directive.name.clone()))
            .collect();
        links.push(feature);
    }
}

/// The connect specification is linked at a version that knows all that subgraphs use.
fn connect(subgraphs: &[Subgraph], report: &mut Report<'_>) -> Option<SpecificationLink> {
    const OLDEST_LINKED: u32 = 3;
    let links = subgraphs.iter().flat_map(|subgraph| &subgraph.links);
    let linked: Vec<(u32, &Link)> = links.filter_map(|link| Some((link.connect_minor()?, link))).collect();
    let minor = linked.iter().map(|(minor, _)| *minor).max()?.max(OLDEST_LINKED);
    let spans: Vec<Span> = linked.iter().map(|(_, link)| link.application.span).collect();
    report.hint(
        Code::DirectiveCompositionInfo,
        "What the connect specification brings is carried into the supergraph as it is written; composition does not check it.",
        &spans,
        "Check it with the tools of that specification.",
    );
    let identity = format!("{SPECIFICATIONS_URL}/connect");
    Some(SpecificationLink::new(identity, "connect", (0, minor), Some("EXECUTION")))
}

/// Gives another alias to each feature whose own name would be confused with a directive or a feature before it.
fn name_features(links: &mut [SpecificationLink]) {
    let locals: Vec<(String, Name, Name)> = links
        .iter()
        .flat_map(|link| {
            let identity = &link.identity;
            link.imports
                .iter()
                .map(move |(element, local)| (identity.clone(), element.clone(), local.clone()))
        })
        .collect();
    let mut taken = vec!["link".to_string(), "join".to_string()];
    let mut number = 0;
    for link in links {
        let is_confusing = |alias: &str| {
            locals.iter().any(|(identity, element, local)| {
                let is_own = *identity == link.identity;
                (**local == *alias && !(is_own && **element == *link.name))
                    || local
                        .strip_prefix(alias)
                        .and_then(|rest| rest.strip_prefix("__"))
                        .is_some_and(|rest| !is_own || rest != &**element)
            })
        };
        while taken.contains(&link.alias) || is_confusing(&link.alias) {
            link.alias = format!("_{number}{}", link.name);
            number += 1;
        }
        taken.push(link.alias.clone());
    }
}

/// The newest federation minor version of any subgraph. A subgraph that links a specification on its own counts at
/// least as the version that brought it.
fn newest_minor(subgraphs: &[Subgraph], report: &mut Report<'_>) -> u32 {
    let mut newest = 0;
    for subgraph in subgraphs {
        let mut minor = subgraph.minor;
        for link in &subgraph.links {
            let Some(implied) = link.implied_minor().filter(|implied| *implied > minor) else {
                continue;
            };
            minor = implied;
        }
        if minor > subgraph.minor {
            let spans: Vec<Span> = subgraph
                .links
                .iter()
                .filter(|link| link.implied_minor() == Some(minor))
                .map(|link| link.application.span)
                .collect();
            report.hint(
                Code::ImplicitlyUpgradedFederationVersion,
                format!(
                    "\"{}\" links federation v2.{} and a specification that came with v2.{minor}, so it counts as v2.{minor}.",
                    subgraph.name, subgraph.minor
                ),
                &spans,
                &format!("Link federation v2.{minor}."),
            );
        }
        newest = newest.max(minor);
    }
    newest
}
