//! Text to model: syntax, links, definitions of known directives, GraphQL validation. The only place that names
//! apollo-compiler; its types end here. Owns the subgraph as parsed; must not know merging.

mod definitions;
mod graphql;
mod intern;
mod link;
mod rules;
mod specification;

pub(crate) use link::{Feature, Federation, Link};

use crate::diagnostic::{Code, Report};
use crate::model::{DirectiveDef, IndexMap, Kind, Known, Name, RootKind, Schema, Source, Span, TypeDef, TypeRef};
use intern::Interned;
use rules::Vocabulary;
use std::borrow::Cow;
use std::collections::HashMap;

/// A subgraph whose text is valid GraphQL.
#[derive(Clone, Debug)]
pub(crate) struct Subgraph {
    pub index: usize,
    pub name: String,
    pub url: String,
    /// Federation version is 2.`minor`.
    pub minor: u32,
    /// Written for federation 1 and not upgraded yet.
    pub is_federation_1: bool,
    /// Known directives by what they mean: the name this schema uses.
    pub directive_names: HashMap<Known, Name>,
    /// The specifications it uses.
    pub links: Vec<Link>,
    /// Its own elements only: definitions of federation's directives and types are taken out.
    pub schema: Schema,
}

impl Subgraph {
    /// What the directive of that name means, if it is federation's or connect's.
    pub fn known_directive(&self, name: &str) -> Option<Known> {
        let mut names = self.directive_names.iter();
        names.find(|(_, own)| &***own == name).map(|(known, _)| *known)
    }

    /// Whether the schema or the language defines a directive of that name.
    pub fn knows_directive(&self, name: &str) -> bool {
        self.known_directive(name).is_some()
            || self.schema.directive_defs.contains_key(name)
            || matches!(name, "skip" | "include" | "deprecated" | "specifiedBy")
    }
}

/// Parses and validates the subgraphs, one for each source, where all can be read; of each that is wrong reports every
/// error of the first stage that has any.
pub(crate) fn parse(sources: &[Source], urls: impl Iterator<Item = String>, report: &mut Report<'_>) -> Vec<Subgraph> {
    let before = report.errors.len();
    let mut documents = Vec::with_capacity(sources.len());
    for (index, source) in sources.iter().enumerate() {
        documents.extend(graphql::parse(source, index, report));
    }
    if passed(before, report).is_none() {
        return Vec::new();
    }
    let read = documents.into_iter().zip(sources).zip(urls).enumerate();
    read.filter_map(|(index, ((document, source), url))| subgraph(index, source, &document, url, report))
        .collect()
}

/// `None` if something is wrong; the errors are in the report.
fn subgraph(index: usize, source: &Source, document: &graphql::Document, url: String, report: &mut Report<'_>) -> Option<Subgraph> {
    graphql::check_definitions(document, index, report)?;
    let Interned { mut schema, clashes } = intern::schema(document, index);
    rules::check_names_are_unique(&clashes, report)?;
    let linked = link::read(&schema, report)?;
    let feature = linked.feature();
    schema.mark_known(&|name| feature.known(name));
    definitions::remove_loose(&mut schema, &feature);
    if feature.federation == Federation::One {
        definitions::remove_service_fields(&mut schema);
    }
    let own = schema.directive_defs.clone();
    let known = feature.definitions();
    let vocabulary = Vocabulary {
        definitions: vocabulary(&own, &known),
        unchecked: feature.connect_names(),
        implicit_enum: feature.purpose().map(|name| (name, &specification::LINK_PURPOSES[..])),
        help: &|name| feature.help_for_unknown(name),
    };
    rules::check_schema_directives(&schema, &vocabulary, report)?;
    rules::check_types_are_known(&schema, &clashes, report)?;
    let before = report.errors.len();
    linked.check_specifications(&schema, report);
    definitions::check(&schema, &feature, &known, report);
    rules::check_references(&schema, &clashes, &vocabulary, report);
    passed(before, report)?;
    rules::check(&mut schema, &clashes, &vocabulary, report)?;
    definitions::remove(&mut schema, &feature, index, report);
    // What is wrong with its roots hides nothing that federation's own rules find.
    rename_roots(&mut schema, report);
    // Every subgraph answers `_service` and so has a query type, if an empty one.
    let query: Name = RootKind::Query.type_name().into();
    let empty_query = || TypeDef::new(query.clone(), Kind::Object, Span::whole(index));
    schema.types.entry(query.clone()).or_insert_with(empty_query);
    Some(Subgraph {
        index,
        name: source.name.clone(),
        url,
        minor: feature.federation.minor(),
        is_federation_1: feature.federation == Federation::One,
        directive_names: feature.directive_names(),
        links: feature.links,
        schema,
    })
}

/// `None` if there are more errors than before.
fn passed(before: usize, report: &Report<'_>) -> Option<()> {
    (report.errors.len() == before).then_some(())
}

/// All definitions a schema can refer to; its own count before those that are known.
fn vocabulary<'a>(
    own: &'a IndexMap<Name, DirectiveDef>,
    known: &'a [(&'a str, Cow<'static, DirectiveDef>)],
) -> HashMap<&'a str, &'a DirectiveDef> {
    let mut definitions: HashMap<&str, &DirectiveDef> = specification::executable()
        .map(|definition| (&*definition.name, definition))
        .collect();
    definitions.extend(known.iter().map(|(name, definition)| (*name, &**definition)));
    definitions.extend(own.iter().map(|(name, definition)| (&**name, definition)));
    definitions
}

/// Makes a federation 1 subgraph one of federation 2 by name: `known` of its applications, its links and its version.
/// Definitions of its own that now mean something of federation's are checked and taken out. Says whether that succeeded.
pub(crate) fn relink(subgraph: &mut Subgraph, report: &mut Report<'_>) -> bool {
    let before = report.errors.len();
    let Some(feature) = link::upgraded(std::mem::take(&mut subgraph.links), &subgraph.schema, report) else {
        return false;
    };
    subgraph.schema.mark_known(&|name| feature.known(name));
    definitions::check(&subgraph.schema, &feature, &feature.definitions(), report);
    definitions::remove(&mut subgraph.schema, &feature, subgraph.index, report);
    subgraph.minor = feature.federation.minor();
    subgraph.is_federation_1 = false;
    subgraph.directive_names = feature.directive_names();
    subgraph.links = feature.links;
    report.errors.len() == before
}

/// A schema that defines all it uses, such as a supergraph or an API schema; errors are in the report.
pub(crate) fn complete(index: usize, source: &Source, report: &mut Report<'_>) -> Option<Schema> {
    let document = graphql::parse(source, index, report)?;
    graphql::check_definitions(&document, index, report)?;
    let Interned { mut schema, clashes } = intern::schema(&document, index);
    let own = schema.directive_defs.clone();
    let language = [Known::Deprecated, Known::SpecifiedBy].map(|known| (known.name(), specification::definition(known, 0, &|_| None)));
    let vocabulary = Vocabulary {
        definitions: vocabulary(&own, &language),
        unchecked: Vec::new(),
        implicit_enum: None,
        help: &|_| "Define it, or remove it.".to_string(),
    };
    rules::check_names_are_unique(&clashes, report)?;
    rules::check_schema_directives(&schema, &vocabulary, report)?;
    rules::check_types_are_known(&schema, &clashes, report)?;
    rules::check_references(&schema, &clashes, &vocabulary, report)?;
    rules::check(&mut schema, &clashes, &vocabulary, report)?;
    Some(schema)
}

/// A schema document as a model, with nothing known of federation and nothing checked but syntax.
pub(crate) fn document(text: &str) -> Option<Schema> {
    graphql::parse_text(text).map(|document| intern::schema(&document, 0).schema)
}

/// Gives root operation types their default names, as the supergraph has them.
fn rename_roots(schema: &mut Schema, report: &mut Report<'_>) {
    let mut renamed: HashMap<Name, Name> = HashMap::new();
    for (kind, (name, span)) in &schema.roots {
        let default = kind.type_name();
        if &**name == default {
            continue;
        }
        if let Some(other) = schema.types.get(default) {
            let code = match kind {
                RootKind::Query => Code::RootQueryUsed,
                RootKind::Mutation => Code::RootMutationUsed,
                RootKind::Subscription => Code::RootSubscriptionUsed,
            };
            let spans: Vec<Span> = std::iter::once(other.span).chain(*span).collect();
            report.error(
                code,
                format!(
                    "The schema's {} root is \"{name}\", but another type is named \"{default}\", the name that root \
                     has in the supergraph.",
                    kind.keyword()
                ),
                &spans,
                &format!("Rename the type \"{default}\", or make it the {} root.", kind.keyword()),
            );
            continue;
        }
        renamed.insert(name.clone(), default.into());
    }
    for kind in RootKind::ALL {
        // Without a schema definition, a type of the default name is the root.
        let is_declared = schema.roots.contains_key(&kind);
        if !is_declared
            && schema
                .types
                .get(kind.type_name())
                .is_some_and(|definition| definition.kind == Kind::Object)
        {
            schema.roots.insert(kind, (kind.type_name().into(), None));
        }
    }
    if renamed.is_empty() {
        return;
    }
    for (name, _) in schema.roots.values_mut() {
        if let Some(new) = renamed.get(name) {
            *name = new.clone();
        }
    }
    let rename = |ty: &mut TypeRef| {
        if let Some(new) = renamed.get(ty.base()) {
            *ty.base_mut() = new.clone();
        }
    };
    schema.types = std::mem::take(&mut schema.types)
        .into_iter()
        .map(|(name, mut definition)| {
            let name = renamed.get(&name).cloned().unwrap_or(name);
            definition.name = name.clone();
            definition.fields.values_mut().for_each(|field| rename(&mut field.ty));
            definition.members = std::mem::take(&mut definition.members)
                .into_iter()
                .map(|(member, span)| (renamed.get(&member).cloned().unwrap_or(member), span))
                .collect();
            (name, definition)
        })
        .collect();
}

/// INVALID_SUBGRAPH_NAME: an empty or repeated name, or a reserved one of a subgraph that could be read; nothing more is
/// said of that one.
pub(crate) fn check_names(sources: &[Source], parsed: &mut Vec<Subgraph>, report: &mut Report<'_>) {
    for (index, source) in sources.iter().enumerate() {
        let problem = match source.name.as_str() {
            "_" if parsed.iter().any(|subgraph| subgraph.index == index) => "is reserved",
            "" => "is empty",
            name if index > 0 && sources[index - 1].name == name => "is used twice",
            _ => continue,
        };
        report.error(
            Code::InvalidSubgraphName,
            format!("The subgraph name \"{}\" {problem}.", source.name),
            &[Span::whole(index)],
            "Give the subgraph another name.",
        );
    }
    parsed.retain(|subgraph| subgraph.name != "_");
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    /// Where both have a say, the rules held here and apollo-compiler's agree.
    #[test]
    fn composed_schemas_are_valid_here_and_there() {
        let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
        let mut seen = 0;
        for group in std::fs::read_dir(cases).unwrap() {
            for case in std::fs::read_dir(group.unwrap().path()).unwrap() {
                for file in ["supergraph.graphql", "api.graphql"] {
                    let path = case.as_ref().unwrap().path().join(file);
                    let Ok(text) = std::fs::read_to_string(&path) else { continue };
                    seen += 1;
                    let sources = [Source::new("composed".into(), text.clone())];
                    let mut report = Report::new(&sources);
                    complete(0, &sources[0], &mut report);
                    assert!(report.errors.is_empty(), "{}: {:?}", path.display(), report.errors);
                    let theirs = apollo_compiler::Schema::parse_and_validate(text, "composed");
                    assert!(theirs.is_ok(), "{}: {}", path.display(), theirs.unwrap_err().errors);
                }
            }
        }
        assert!(seen > 150, "the cases are missing");
    }
}
