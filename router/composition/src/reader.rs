//! Schemas as others hand them: a supergraph of any composer (join v0.1 to v0.5, linked by `@link` or `@core`), or an
//! API schema. Owns what the directives of such a schema mean and which subgraphs it joins. Must not know what is done
//! with the schema.

use crate::diagnostic::{Code, Report};
use crate::features::Features;
use crate::model::{Kind, Known, Name, RootKind, Schema, Source, Span};
use crate::parse;

/// The directives that are told apart when a schema is read back.
const MARKED: [Known; 5] = [
    Known::Tag,
    Known::Inaccessible,
    Known::Authenticated,
    Known::RequiresScopes,
    Known::Policy,
];

/// A schema read back, whole, with the meaning of its directives marked.
#[derive(Debug)]
pub(crate) struct Document {
    pub schema: Schema,
    pub features: Features,
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
    let features = Features::of(&schema);
    let mut meanings: Vec<(Name, Known)> = vec![
        (Known::Deprecated.name().into(), Known::Deprecated),
        (Known::SpecifiedBy.name().into(), Known::SpecifiedBy),
        (features.link_directive.clone(), Known::Link),
    ];
    for known in MARKED {
        meanings.extend(features.directive_name(known.name(), known.name()).map(|name| (name, known)));
    }
    schema.mark_known(&|name| meanings.iter().find(|(own, _)| **own == *name).map(|(_, known)| *known));
    Some(Document { schema, features })
}

/// Reads a supergraph: the same, and an error if it is none.
pub(crate) fn read_supergraph(index: usize, source: &Source, report: &mut Report<'_>) -> Option<Document> {
    let document = read(index, source, report)?;
    if document.is_supergraph() {
        return Some(document);
    }
    report.error(
        Code::InvalidFederationSupergraph,
        "This is not a supergraph: it does not say which subgraphs it joins.",
        &[Span::whole(index)],
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
        let graph_type = self.features.type_name("join", "Graph").unwrap_or_else(|| "join__Graph".into());
        let graph_directive = self
            .features
            .directive_name("join", "graph")
            .unwrap_or_else(|| "join__graph".into());
        let graphs = self.schema.types.get(&graph_type).filter(|ty| ty.kind == Kind::Enum);
        graphs
            .into_iter()
            .flat_map(|graphs| graphs.values.values())
            .filter_map(move |value| {
                let application = value.directives.iter().find(|application| application.name == graph_directive)?;
                Some((application.text("name")?, application.text("url").unwrap_or_default()))
            })
    }

    /// The schema without the machinery of linked specifications.
    pub fn own(&self) -> Schema {
        let mut own = self.schema.clone();
        own.types.retain(|name, _| !self.features.own_type(name));
        own.directive_defs.retain(|name, _| !self.features.own_directive(name));
        own
    }
}
