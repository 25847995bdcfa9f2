//! Schemas as others hand them: a supergraph of any composer (join v0.1 to v0.5, linked by `@link` or `@core`), or an
//! API schema. Owns which elements are the machinery of linked specifications and what their directives mean. Must not
//! know what is done with the schema.

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveUse, Kind, Known, Name, RootKind, Schema, Source, Value};
use crate::parse;
use std::collections::HashSet;

const SPECS: &str = "https://specs.apollo.dev/";

/// A schema read back, whole, with the meaning of its directives marked.
#[derive(Debug)]
pub(crate) struct Document {
    pub schema: Schema,
    /// The directive that links specifications: `link`, or `core` in old supergraphs.
    pub link_directive: Name,
    /// Whether it links by `@core(feature:)`.
    pub is_core: bool,
    features: Vec<Feature>,
    /// Names of imported types, and of imported directives with `@`.
    imports: HashSet<String>,
}

/// A linked specification.
#[derive(Debug)]
struct Feature {
    /// The url without its version.
    identity: String,
    /// The identity's last segment.
    name: String,
    /// Its name in the schema.
    alias: String,
    imports: Vec<(String, String)>,
}

/// Reads a schema; errors are in the report.
pub(crate) fn read(index: usize, source: &Source, report: &mut Report<'_>) -> Option<Document> {
    let mut schema = parse::complete(index, source, report)?;
    if schema.roots.is_empty() {
        for kind in RootKind::ALL {
            if schema.types.contains_key(kind.type_name()) {
                schema.roots.insert(kind, (kind.type_name().into(), None));
            }
        }
    }
    let (link_directive, is_core) = link_directive(&schema);
    let argument = if is_core { "feature" } else { "url" };
    let links = schema.directives.iter().filter(|application| application.name == link_directive);
    let features: Vec<Feature> = links.filter_map(|link| feature(link, argument)).collect();
    let imports = features
        .iter()
        .flat_map(|feature| feature.imports.iter().map(|(_, local)| local.clone()));
    let document = Document {
        imports: imports.collect(),
        link_directive,
        is_core,
        features,
        schema,
    };
    Some(document.marked())
}

/// Reads a supergraph: the same, and an error if it is none.
pub(crate) fn read_supergraph(index: usize, source: &Source, report: &mut Report<'_>) -> Option<Document> {
    let document = read(index, source, report)?;
    if document.is_supergraph() {
        return Some(document);
    }
    report.error(
        Code::InvalidFederationSupergraph,
        "This is no supergraph: it does not say which subgraphs it joins.",
        &[crate::model::Span::whole(index)],
        "Give the supergraph that a composer wrote, with its enum join__Graph.",
    );
    None
}

impl Document {
    /// Whether a composer wrote it.
    pub fn is_supergraph(&self) -> bool {
        self.graphs().next().is_some()
    }

    /// Names and addresses of the subgraphs, in the order of `join__Graph`.
    pub fn graphs(&self) -> impl Iterator<Item = (&str, &str)> {
        let graph_type = self.type_name("join", "Graph").unwrap_or_else(|| "join__Graph".to_owned());
        let graph_directive = self.directive_name("join", "graph").unwrap_or_else(|| "join__graph".to_owned());
        let graphs = self.schema.types.get(graph_type.as_str()).filter(|ty| ty.kind == Kind::Enum);
        graphs
            .into_iter()
            .flat_map(|graphs| graphs.values.values())
            .filter_map(move |value| {
                let application = value.directives.iter().find(|application| *application.name == graph_directive)?;
                Some((application.text("name")?, application.text("url").unwrap_or_default()))
            })
    }

    /// The name of a directive of a linked specification of ours or of federation's.
    pub fn directive_name(&self, feature: &str, element: &str) -> Option<String> {
        let feature = self.feature(feature)?;
        let imported = feature.imports.iter().find(|(name, _)| name.strip_prefix('@') == Some(element));
        Some(match imported {
            Some((_, local)) => local.trim_start_matches('@').to_owned(),
            None if element == feature.name => feature.alias.clone(),
            None => format!("{}__{element}", feature.alias),
        })
    }

    fn type_name(&self, feature: &str, element: &str) -> Option<String> {
        let feature = self.feature(feature)?;
        let imported = feature.imports.iter().find(|(name, _)| name == element);
        Some(imported.map_or_else(|| format!("{}__{element}", feature.alias), |(_, local)| local.clone()))
    }

    fn feature(&self, name: &str) -> Option<&Feature> {
        self.features
            .iter()
            .find(|feature| feature.identity.strip_prefix(SPECS) == Some(name))
    }

    /// The schema without the machinery of linked specifications.
    pub fn own(&self) -> Schema {
        let mut own = self.schema.clone();
        own.types.retain(|name, _| !self.is_machinery_type(name));
        own.directive_defs.retain(|name, _| !self.is_machinery_directive(name));
        own
    }

    /// Whether a type belongs to a linked specification.
    pub fn is_machinery_type(&self, name: &str) -> bool {
        // A type may bear the bare name of a specification; only its namespace belongs to that.
        self.imports.contains(name) || self.is_in_namespace(name)
    }

    /// Whether a directive belongs to a linked specification.
    pub fn is_machinery_directive(&self, name: &str) -> bool {
        self.is_in_namespace(name)
            || name == &*self.link_directive
            || self.features.iter().any(|feature| feature.alias == name)
            || self.imports.contains(&format!("@{name}"))
    }

    fn is_in_namespace(&self, name: &str) -> bool {
        let Some((namespace, _)) = name.split_once("__") else {
            return false;
        };
        self.features
            .iter()
            .any(|feature| feature.alias == namespace || name.strip_prefix(&*feature.alias).is_some_and(|rest| rest.starts_with("__")))
            || namespace == &*self.link_directive
    }

    /// Marks what the directives mean.
    fn marked(mut self) -> Self {
        let mut meanings: Vec<(String, Known)> = vec![
            ("deprecated".to_owned(), Known::Deprecated),
            ("specifiedBy".to_owned(), Known::SpecifiedBy),
            (self.link_directive.to_string(), Known::Link),
        ];
        let marking = [
            Known::Tag,
            Known::Inaccessible,
            Known::Authenticated,
            Known::RequiresScopes,
            Known::Policy,
        ];
        for known in marking {
            meanings.extend(self.directive_name(known.name(), known.name()).map(|name| (name, known)));
        }
        self.schema.each_directive_list(&mut |list| {
            for application in list {
                let meaning = meanings.iter().find(|(name, _)| **name == *application.name);
                application.known = meaning.map(|(_, known)| *known);
            }
        });
        self
    }
}

/// What the schema calls the directive that links: it links its own specification under that name.
fn link_directive(schema: &Schema) -> (Name, bool) {
    for application in &schema.directives {
        for (argument, own, is_core) in [("url", "link", false), ("feature", "core", true)] {
            let links_itself = feature(application, argument).is_some_and(|feature| {
                let is_own = feature.identity.strip_prefix(SPECS) == Some(own);
                let imported = feature
                    .imports
                    .iter()
                    .any(|(_, local)| local.trim_start_matches('@') == &*application.name);
                is_own && (feature.alias == *application.name || imported)
            });
            if links_itself {
                return (application.name.clone(), is_core);
            }
        }
    }
    ("link".into(), false)
}

fn feature(application: &DirectiveUse, argument: &str) -> Option<Feature> {
    let url = application.text(argument)?.trim_end_matches('/');
    let (base, last) = url.rsplit_once('/')?;
    let is_version = last
        .strip_prefix('v')
        .is_some_and(|rest| rest.starts_with(|first: char| first.is_ascii_digit()));
    let identity = if is_version { base } else { url };
    let name = identity.rsplit('/').next().unwrap_or_default().to_owned();
    let imports = match application.argument("import") {
        Some(Value::List(items)) => items.iter().filter_map(import).collect(),
        _ => Vec::new(),
    };
    Some(Feature {
        identity: identity.to_owned(),
        alias: application.text("as").map_or_else(|| name.clone(), str::to_owned),
        name,
        imports,
    })
}

/// An imported element and its name in the schema.
fn import(item: &Value) -> Option<(String, String)> {
    match item {
        Value::String(name) => Some((name.clone(), name.clone())),
        Value::Object(fields) => {
            let text = |key: &str| fields.iter().find(|(name, _)| &**name == key).and_then(|(_, value)| value.as_str());
            let name = text("name")?;
            Some((name.to_owned(), text("as").unwrap_or(name).to_owned()))
        }
        _ => None,
    }
}
