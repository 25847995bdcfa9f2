//! `@link`: which specifications a schema uses, and by what names. Works on our model.

mod application;
mod rules;
mod specifications;

pub(crate) use application::{Import, Link};

use super::specification;
use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, DirectiveUse, Known, Name, SPECIFICATIONS_URL, Schema};
use application::parse_url;
use specifications::FEDERATION_TYPES;
use std::borrow::Cow;
use std::collections::HashMap;

/// What every federation 1 schema has.
const FIRST_FEDERATION: [Known; 6] = [
    Known::Key,
    Known::Requires,
    Known::Provides,
    Known::External,
    Known::Extends,
    Known::Tag,
];
/// Key of the link specification's enum among a feature's types.
const PURPOSE: &str = "link__Purpose";
/// The version of federation 2 that federation 1 schemas are upgraded to.
const UPGRADED_MINOR: u32 = 4;

/// The generation of federation a schema is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Federation {
    /// Before links: `@key` and its like are simply there.
    One,
    /// Linked, version 2.x.
    Two(u32),
}

impl Federation {
    /// The minor version of federation 2 whose forms its directives have.
    pub fn minor(self) -> u32 {
        match self {
            Federation::One => 0,
            Federation::Two(minor) => minor,
        }
    }
}

/// The links of a schema as read.
pub(super) struct Linked {
    links: Vec<Link>,
    /// What the schema calls the link directive, if it has it.
    link_name: Option<Name>,
    /// The schema links the link specification itself; its links are checked against their specifications later.
    is_explicit: bool,
    links_federation: bool,
}

/// What a subgraph's links amount to.
#[derive(Clone, Debug)]
pub(crate) struct Feature {
    /// Which federation the schema is written for.
    pub federation: Federation,
    link_name: Option<Name>,
    names: HashMap<Name, Known>,
    /// By their specification's names.
    types: HashMap<&'static str, Name>,
    /// Scalars that specifications linked on their own leave in the schema.
    pub scalars: Vec<Name>,
    /// All links that count, in the schema's order.
    pub links: Vec<Link>,
}

impl Feature {
    /// What the directive the schema calls `name` means.
    pub fn known(&self, name: &str) -> Option<Known> {
        if Some(name) == self.link_name.as_deref() {
            return Some(Known::Link);
        }
        match name {
            "deprecated" => Some(Known::Deprecated),
            "specifiedBy" => Some(Known::SpecifiedBy),
            _ => self.names.get(name).copied(),
        }
    }

    /// One name of each known directive: the first where there are several.
    pub fn directive_names(&self) -> HashMap<Known, Name> {
        let mut names: Vec<(&Name, &Known)> = self.names.iter().collect();
        names.sort_by(|one, two| two.cmp(one));
        names.into_iter().map(|(name, known)| (*known, name.clone())).collect()
    }

    /// The definitions of all known directives, by the schema's names.
    pub fn definitions(&self) -> Vec<(&str, Cow<'static, DirectiveDef>)> {
        let minor = self.federation.minor();
        let local = |element: &str| self.types.get(element).cloned();
        let language = [("deprecated", Known::Deprecated), ("specifiedBy", Known::SpecifiedBy)];
        let link = self.link_name.as_deref().map(|name| (name, Known::Link));
        let names = self.names.iter().map(|(name, known)| (&**name, *known));
        let names = names.filter(|(_, known)| !known.is_of_connect());
        let known = language.into_iter().chain(link).chain(names);
        known
            .map(|(name, known)| (name, specification::definition(known, minor, &local)))
            .collect()
    }

    /// The schema's name of the enum of a link's purposes, which it may use without defining it.
    pub fn purpose(&self) -> Option<&Name> {
        self.types.get(PURPOSE)
    }

    /// The schema's names for types of known specifications.
    pub fn types(&self) -> impl Iterator<Item = &Name> {
        self.types.values()
    }

    /// Whether `name` is a type that federation, link or connect bring.
    pub fn is_specification_type(&self, name: &str) -> bool {
        let is_of_connect = |link: &Link| link.connect_minor().is_some() && link.has_type(name);
        self.types.values().any(|own| &**own == name) || self.links.iter().any(is_of_connect)
    }

    /// What the schema calls the directives of the connect specification, which nobody looks into.
    pub fn connect_names(&self) -> Vec<&str> {
        let names = self.names.iter().filter(|(_, known)| known.is_of_connect());
        names.map(|(name, _)| &**name).collect()
    }

    /// What to do about a directive that is not defined.
    pub fn help_for_unknown(&self, name: &str) -> String {
        let plain = name.strip_prefix("federation__").unwrap_or(name);
        match (Known::by_name(plain).map(Known::since), self.federation) {
            (Some(since), Federation::One) => {
                let version = since.max(UPGRADED_MINOR);
                format!("It is federation 2's: link {SPECIFICATIONS_URL}/federation/v2.{version} and import \"@{plain}\".")
            }
            (Some(since), Federation::Two(minor)) if since > minor => format!("It comes with federation v2.{since}; link that version."),
            (Some(_), Federation::Two(_)) => {
                let local = self.names.iter().find(|(_, known)| known.name() == plain).map(|(name, _)| name);
                let local = local.map_or_else(|| plain.to_string(), |name| name.to_string());
                format!("Add \"@{plain}\" to the imports of the federation link, or write @{local}.")
            }
            (None, _) => "Define it, or remove it.".to_string(),
        }
    }
}

/// Reads the schema's links. `None` if one is wrong; the errors are in the report.
pub(super) fn read(schema: &Schema, report: &mut Report<'_>) -> Option<Linked> {
    let own = own_link(schema);
    let is_explicit = own.is_some();
    let link_name = own.map_or_else(|| Name::from("link"), |application| application.name.clone());
    let applications = || schema.directives.iter().filter(|application| application.name == link_name);
    let links_federation = applications().any(|application| {
        let url = application::url(application).and_then(|url| url.strip_prefix(SPECIFICATIONS_URL));
        url.is_some_and(|rest| rest == "/federation" || rest.starts_with("/federation/"))
    });
    if !is_explicit && !links_federation {
        // Links without one to federation or to their own specification are a directive like any other.
        let is_there = applications().next().is_some() && !schema.directive_defs.contains_key(&link_name);
        return Some(Linked {
            links: Vec::new(),
            link_name: is_there.then_some(link_name),
            is_explicit,
            links_federation,
        });
    }
    let mut linked = Linked {
        links: Vec::new(),
        link_name: Some(link_name),
        is_explicit,
        links_federation,
    };
    if is_explicit {
        // Reported by `check_specifications`.
        linked.links = linked.all(schema, &mut Report::new(report.sources()));
        return Some(linked);
    }
    let before = report.errors.len();
    linked.links = linked.all(schema, report);
    super::passed(before, report)?;
    Some(linked)
}

/// The link to the link specification that names its directive.
fn own_link(schema: &Schema) -> Option<&DirectiveUse> {
    schema.directives.iter().find(|application| {
        let name = &*application.name;
        let identity = application::url(application).and_then(parse_url).map(|(identity, ..)| identity);
        let specification = match identity.as_deref().and_then(|identity| identity.strip_prefix(SPECIFICATIONS_URL)) {
            Some("/link") => "link",
            Some("/core") => "core",
            _ => return false,
        };
        let element = format!("@{specification}");
        let imported = application::imports(application).find(|import| import.element == element);
        let is_named = match imported {
            Some(import) => import.local.strip_prefix('@') == Some(name),
            None => application.text("as").unwrap_or(specification) == name,
        };
        is_named && (name == "link" || schema.directive_defs.contains_key(name))
    })
}

/// UNKNOWN_LINK_VERSION, or two versions at once where federation's link has brought the known one.
fn check_version(own: &DirectiveUse, links_federation: bool, report: &mut Report<'_>) {
    let Some((identity, _, major, minor)) = application::url(own).and_then(parse_url) else {
        return;
    };
    let is_link = identity.ends_with("/link");
    let is_known = if is_link {
        (major, minor) == (1, 0)
    } else {
        (major, minor) == (0, 1) || (major, minor) == (0, 2)
    };
    if is_known {
        return;
    }
    let (code, message) = if is_link && links_federation {
        (
            Code::InvalidLinkDirectiveUsage,
            format!("The link specification is linked as v{major}.{minor}, beside v1.0, which the federation link uses."),
        )
    } else {
        (
            Code::UnknownLinkVersion,
            format!("Version v{major}.{minor} of the link specification is not known."),
        )
    };
    report.error(
        code,
        message,
        &[own.argument_span("url")],
        &format!("Link {SPECIFICATIONS_URL}/link/v1.0."),
    );
}

impl Linked {
    /// Reports what `read` left unsaid: a version of federation that is not known, and the errors in links of a schema
    /// that links the link specification itself.
    pub fn check_specifications(&self, schema: &Schema, report: &mut Report<'_>) {
        if self.is_explicit {
            self.all(schema, report);
        }
        self.links.iter().for_each(|link| specifications::check_version(link, report));
    }

    /// All links that can be read. Where the link directive is not linked itself, the first that is wrong is the last.
    fn all(&self, schema: &Schema, report: &mut Report<'_>) -> Vec<Link> {
        let before = report.errors.len();
        let mut links: Vec<Link> = Vec::new();
        if !self.is_explicit {
            links.push(rules::implicit_link());
        }
        let is_link = |application: &&DirectiveUse| Some(&application.name) == self.link_name.as_ref();
        for application in schema.directives.iter().filter(is_link) {
            if !self.is_explicit && report.errors.len() > before {
                break;
            }
            if let Some(link) = application::read(application, report) {
                let before = report.errors.len();
                specifications::check(&link, report);
                if report.errors.len() == before {
                    rules::check(&link, &links, report);
                }
                links.push(link);
            }
        }
        if !self.is_explicit {
            links.remove(0);
        } else if report.errors.len() == before
            && let Some(own) = own_link(schema)
        {
            check_version(own, self.links_federation, report);
        }
        links
    }

    /// The names that the links give.
    pub fn feature(&self) -> Feature {
        let federation = match self.links.iter().find(|link| link.is_federation()) {
            Some(link) => Federation::Two(if link.is_unknown_federation() { 0 } else { link.minor }),
            None => Federation::One,
        };
        // The directive of the specification before links is one like others: its applications are read, that is all.
        let is_core = self.is_explicit && !self.links.iter().any(Link::is_link);
        let link_name = self.link_name.clone().filter(|_| !is_core);
        feature(self.links.clone(), federation, link_name)
    }
}

fn feature(links: Vec<Link>, federation: Federation, link_name: Option<Name>) -> Feature {
    let mut names = HashMap::new();
    let mut types = HashMap::new();
    let mut scalars = Vec::new();
    match links.iter().find(|link| link.is_federation()) {
        None => {
            names.extend(FIRST_FEDERATION.map(|known| (Name::from(known.name()), known)));
            types.insert("FieldSet", "_FieldSet".into());
        }
        // Nobody knows what such a version brings.
        Some(link) if link.is_unknown_federation() => {}
        Some(link) => {
            let minor = federation.minor();
            names.extend(Known::of_version(minor).map(|known| (link.local_name(&format!("@{}", known.name())), known)));
            let known = FEDERATION_TYPES.iter().filter(|(_, since)| *since <= minor);
            types.extend(known.map(|(name, _)| (*name, link.local_name(name))));
        }
    }
    for link in &links {
        for known in link.directives() {
            names.insert(link.local_name(&format!("@{}", known.name())), *known);
        }
        for name in link.core().map_or(&[][..], |core| core.scalars) {
            let local = link.local_name(name);
            scalars.push(local.clone());
            types.entry(name).or_insert(local);
        }
    }
    if let Some(name) = &link_name {
        let own = links.iter().find(|link| link.is_link());
        for (element, key) in [("Purpose", PURPOSE), ("Import", "link__Import")] {
            let local = own.map_or_else(|| format!("{name}__{element}").into(), |link| link.local_name(element));
            types.insert(key, local);
        }
    }
    Feature {
        federation,
        link_name,
        names,
        types,
        scalars,
        links,
    }
}

/// The links and names of a federation 1 schema once it counts as one of federation 2: all of v2.4 under its own names.
/// `None` if that contradicts the schema's own links.
pub(super) fn upgraded(mut links: Vec<Link>, schema: &Schema, report: &mut Report<'_>) -> Option<Feature> {
    let before = report.errors.len();
    let elements = Known::of_version(UPGRADED_MINOR).map(|known| format!("@{}", known.name()));
    let federation = Link {
        identity: format!("{SPECIFICATIONS_URL}/federation"),
        name: "federation".into(),
        major: 2,
        minor: UPGRADED_MINOR,
        alias: "federation".into(),
        imports: elements
            .map(|element| Import {
                local: element.clone(),
                element,
            })
            .collect(),
        application: DirectiveUse::made("link", Some(Known::Link), Vec::new()),
    };
    links
        .iter()
        .for_each(|link| rules::check(link, std::slice::from_ref(&federation), report));
    links.push(federation);
    super::passed(before, report)?;
    let link_name = (!schema.directive_defs.contains_key("link")).then(|| "link".into());
    Some(feature(links, Federation::Two(UPGRADED_MINOR), link_name))
}
