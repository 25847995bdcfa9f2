//! Writes drafts as subgraphs: versions, links, imports, prefixes and renamed directives, renamed roots, custom linked
//! specifications. Owns names; must not know what the schemas are about.

use super::builder::Draft;
use crate::document::{Application, Definition, Keyword, Member, Subgraph, SubgraphSet, quote};
use crate::random::Random;
use std::collections::{BTreeMap, BTreeSet};

/// Federation's directives with the minor version that brings each.
pub(super) const DIRECTIVES: [(&str, usize); 21] = [
    ("key", 0),
    ("requires", 0),
    ("provides", 0),
    ("external", 0),
    ("extends", 0),
    ("shareable", 0),
    ("override", 0),
    ("tag", 0),
    ("inaccessible", 0),
    ("composeDirective", 1),
    ("interfaceObject", 3),
    ("authenticated", 5),
    ("requiresScopes", 5),
    ("policy", 6),
    ("context", 8),
    ("fromContext", 8),
    ("cost", 9),
    ("listSize", 9),
    ("cacheTag", 12),
    ("link", 0),
    ("deprecated", 0),
];

/// Directives that go into the supergraph, so that all subgraphs must use one name.
const COMPOSED: [&str; 9] = [
    "tag",
    "inaccessible",
    "authenticated",
    "requiresScopes",
    "policy",
    "context",
    "cost",
    "listSize",
    "cacheTag",
];

const FIRST: [&str; 6] = ["key", "requires", "provides", "external", "extends", "tag"];
const NOT_FEDERATION: [&str; 4] = ["link", "deprecated", "specifiedBy", "include"];

/// The minor version that brings a directive.
pub(super) fn since(name: &str) -> usize {
    let known = DIRECTIVES.iter().find(|(known, _)| *known == name);
    known.map_or(0, |(_, since)| *since)
}

/// Makes a federation link name a minor version that is at least `needed`.
pub(super) fn raise(link: &mut Application, needed: usize) {
    for (name, value) in &mut link.arguments {
        let minor = value
            .rsplit_once("/federation/v2.")
            .and_then(|(_, minor)| minor.trim_end_matches('"').parse::<usize>().ok());
        if name == "url" && minor.is_some_and(|minor| minor < needed) {
            *value = quote(&format!("https://specs.apollo.dev/federation/v2.{needed}"));
        }
    }
}

/// The minor version in which an application is allowed at all.
fn needs(application: &Application, on_interface: bool) -> usize {
    let since = since(&application.name);
    let label = application.name == "override" && application.argument("label").is_some();
    let keyed_interface = application.name == "key" && on_interface;
    since.max(if label { 7 } else { 0 }).max(if keyed_interface { 3 } else { 0 })
}

fn is_federation(name: &str) -> bool {
    !NOT_FEDERATION.contains(&name) && DIRECTIVES.iter().any(|(known, _)| *known == name)
}

pub(super) fn spell(mut drafts: Vec<Draft>, random: &mut Random) -> SubgraphSet {
    // Names of composed directives are one choice for the whole graph.
    let mut names: BTreeMap<String, String> = BTreeMap::new();
    for composed in COMPOSED {
        let name = match random.below(20) {
            0 => format!("federation__{composed}"),
            1 => format!("my{}", capitalised(composed)),
            _ => continue,
        };
        names.insert(composed.to_string(), name);
    }
    if drafts.iter().any(|draft| draft.first) {
        names.remove("tag");
    }
    let custom = random.chance(20) && drafts.iter().any(|draft| !draft.first);
    let base = random.between(0, 12);
    let order: Vec<usize> = (0..drafts.len()).collect();
    let mut subgraphs = Vec::new();
    for at in order {
        let draft = &mut drafts[at];
        if draft.first {
            subgraphs.push(first(draft, random));
        } else {
            let wanted = if random.chance(60) { base } else { random.between(0, 14) };
            subgraphs.push(second(draft, &names, custom, wanted, random));
        }
    }
    if random.chance(30) {
        random.shuffle(&mut subgraphs);
    }
    SubgraphSet { subgraphs }
}

fn capitalised(name: &str) -> String {
    name[..1].to_uppercase() + &name[1..]
}

/// A federation 1 subgraph: without a link, and without what federation 1 does not know.
fn first(draft: &Draft, random: &mut Random) -> Subgraph {
    let mut subgraph = Subgraph {
        name: draft.name.clone(),
        definitions: draft.types.clone(),
    };
    for applications in subgraph.applications_mut() {
        applications.retain(|application| !is_federation(&application.name) || FIRST.contains(&application.name.as_str()));
    }
    rename_roots(&mut subgraph, random);
    subgraph
}

fn second(draft: &Draft, composed: &BTreeMap<String, String>, custom: bool, wanted: usize, random: &mut Random) -> Subgraph {
    let mut subgraph = Subgraph {
        name: draft.name.clone(),
        definitions: draft.types.clone(),
    };
    let custom = custom && random.chance(75);
    let mut schema = Definition::new(Keyword::Schema, "");
    schema.extend = true;
    if custom {
        customise(&mut subgraph, &mut schema, random);
    }
    let mut needed = if custom { 1 } else { 0 };
    for definition in &subgraph.definitions {
        let on_interface = definition.keyword == Keyword::Interface;
        let whole = Subgraph {
            name: String::new(),
            definitions: vec![definition.clone()],
        };
        needed = whole.applications().map(|one| needs(one, on_interface)).fold(needed, usize::max);
    }
    let version = if wanted >= needed { wanted } else { random.between(needed, 14) };

    let used: BTreeSet<String> = subgraph
        .applications()
        .chain(&schema.directives)
        .map(|application| application.name.clone())
        .filter(|name| is_federation(name))
        .collect();
    let alias = random.chance(8) && !composed.values().any(|name| name.starts_with("federation__"));
    let prefix = if alias { "fed" } else { "federation" };
    let mut spelled: BTreeMap<String, String> = BTreeMap::new();
    let mut imports = Vec::new();
    for name in &used {
        let own = !COMPOSED.contains(&name.as_str());
        let spelling = match composed.get(name) {
            Some(spelling) => spelling.clone(),
            None if own && random.chance(4) => format!("{prefix}__{name}"),
            None if own && random.chance(4) => format!("our_{name}"),
            None => name.clone(),
        };
        if spelling == *name {
            imports.push(quote(&format!("@{name}")));
        } else if !spelling.contains("__") {
            imports.push(format!("{{name: \"@{name}\", as: \"@{spelling}\"}}"));
        }
        spelled.insert(name.clone(), spelling);
    }
    if random.chance(15) {
        imports.push("\"FieldSet\"".to_string());
    }
    if random.chance(15) && !used.contains("extends") {
        imports.push("\"@extends\"".to_string());
    }
    let rename = |application: &mut Application| {
        if let Some(spelling) = spelled.get(&application.name) {
            application.name = spelling.clone();
        }
    };
    subgraph.applications_mut().into_iter().flatten().for_each(rename);
    schema.directives.iter_mut().for_each(rename);
    let mut link = Application::new(
        "link",
        &[("url", &quote(&format!("https://specs.apollo.dev/federation/v2.{version}")))],
    );
    if alias {
        link.arguments.push(("as".to_string(), quote("fed")));
    }
    if !imports.is_empty() || random.chance(50) {
        link.arguments.push(("import".to_string(), format!("[{}]", imports.join(", "))));
    }
    schema.directives.insert(0, link);
    if random.chance(20) {
        schema
            .directives
            .insert(0, Application::new("link", &[("url", "\"https://specs.apollo.dev/link/v1.0\"")]));
    }
    rename_roots(&mut subgraph, random);
    // A schema definition instead of an extension has to name the roots.
    match subgraph
        .definitions
        .iter_mut()
        .find(|definition| definition.keyword == Keyword::Schema)
    {
        Some(definition) => definition.directives = schema.directives,
        None => {
            let position = if random.chance(10) {
                random.below(subgraph.definitions.len())
            } else {
                0
            };
            subgraph.definitions.insert(position, schema);
        }
    }
    if random.chance(20) {
        random.shuffle(&mut subgraph.definitions);
    }
    subgraph
}

fn rename_roots(subgraph: &mut Subgraph, random: &mut Random) {
    if !random.chance(12) {
        return;
    }
    let mut schema = Definition::new(Keyword::Schema, "");
    let renaming = random.chance(70);
    for (operation, name) in [("query", "Query"), ("mutation", "Mutation"), ("subscription", "Subscription")] {
        let there = subgraph.definitions.iter().any(|definition| definition.name == name);
        if !there {
            continue;
        }
        let renamed = if renaming { format!("{name}Root") } else { name.to_string() };
        for definition in subgraph.definitions.iter_mut().filter(|definition| definition.name == name) {
            definition.name = renamed.clone();
        }
        schema.members.push(Member::new(operation, &renamed));
    }
    if !schema.members.is_empty() {
        subgraph.definitions.insert(0, schema);
    }
}

/// Links a specification of one's own and composes its directive.
fn customise(subgraph: &mut Subgraph, schema: &mut Definition, random: &mut Random) {
    let minor = random.word(&["0", "1", "2"]);
    let url = quote(&format!("https://specs.example.com/custom/v1.{minor}"));
    let mut definition = Definition::new(Keyword::Directive, "custom");
    definition.locations = [
        "OBJECT",
        "FIELD_DEFINITION",
        "ENUM",
        "INTERFACE",
        "ARGUMENT_DEFINITION",
        "INPUT_OBJECT",
        "SCALAR",
        "UNION",
        "ENUM_VALUE",
    ]
    .map(str::to_string)
    .to_vec();
    definition.repeatable = true;
    definition.members.push(Member {
        default: random.chance(30).then(|| "3".to_string()),
        ..Member::new("level", "Int")
    });
    schema
        .directives
        .push(Application::new("link", &[("url", &url), ("import", "[\"@custom\"]")]));
    if random.chance(85) {
        schema
            .directives
            .push(Application::new("composeDirective", &[("name", "\"@custom\"")]));
    }
    subgraph.definitions.push(definition);
    let places = subgraph.definitions.len();
    for _ in 0..random.between(1, 4) {
        let level = random.word(&["1", "2"]);
        let application = Application::new("custom", &[("level", level)]);
        let definition = &mut subgraph.definitions[random.below(places)];
        match definition.keyword {
            Keyword::Schema | Keyword::Directive => {}
            Keyword::Type | Keyword::Interface if random.chance(60) => {
                let member = random.below(definition.members.len());
                if let Some(member) = definition.members.get_mut(member)
                    && !member.has("external")
                {
                    member.directives.push(application);
                }
            }
            _ => definition.directives.push(application),
        }
    }
}
