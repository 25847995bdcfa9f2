//! Small dense sets: few names that every subgraph uses in its own way, directives strewn over them. Owns the table of
//! names; must not know any rule of composition.

use super::{applications, mutate::changed_type, recipes};
use crate::document::{Application, Definition, Keyword, Member, Subgraph, SubgraphSet, quote};
use crate::random::Random;
use std::collections::BTreeSet;

const FIELDS: [(&str, &str); 8] = [
    ("id", "ID!"),
    ("x", "Int"),
    ("y", "String"),
    ("z", "E"),
    ("a", "A"),
    ("b", "B"),
    ("i", "I"),
    ("u", "U"),
];

pub(super) fn chaotic(random: &mut Random) -> SubgraphSet {
    if random.chance(60) {
        return recipes::only(random);
    }
    let mut set = SubgraphSet::default();
    let second = random.chance(90);
    for name in ["p", "q", "r"].into_iter().take(random.between(1, 3)) {
        set.subgraphs.push(Subgraph {
            name: name.to_string(),
            definitions: definitions(random),
        });
    }
    let density = random.between(1, 8);
    for at in 0..set.subgraphs.len() {
        strew(&mut set, at, density, random);
    }
    for subgraph in &mut set.subgraphs {
        if second || random.chance(30) {
            link(subgraph, random);
        }
    }
    set
}

fn definitions(random: &mut Random) -> Vec<Definition> {
    let mut made = Vec::new();
    let here: Vec<&str> = ["A", "B", "I", "U", "E"].into_iter().filter(|_| random.chance(70)).collect();
    let exists = |ty: &str| here.contains(&ty) || !["A", "B", "I", "U", "E"].contains(&ty);
    let names: Vec<String> = here.iter().map(|name| (*name).to_string()).collect();
    let mut interface_fields = vec!["id"];
    if random.chance(50) {
        interface_fields.push("x");
    }
    let object = random.chance(20);
    for name in ["Query", "A", "B", "I"] {
        if !exists(name) {
            continue;
        }
        let keyword = if name == "I" && !object {
            Keyword::Interface
        } else {
            Keyword::Type
        };
        let mut definition = Definition::new(keyword, name);
        for (field, ty) in FIELDS {
            let needed = (name != "Query" && field == "id") || (name == "I" && interface_fields.contains(&field));
            let own = name != "I" || keyword == Keyword::Type;
            if !exists(ty) || !(needed || (own && random.chance(35))) {
                continue;
            }
            let mut member = Member::new(field, ty);
            let shared_shape = ["id", "x"].contains(&field);
            if random.chance(if shared_shape { 1 } else { 5 }) {
                member.ty = changed_type(ty, &names, random);
            }
            if random.chance(if shared_shape { 1 } else { 12 }) {
                member.arguments.push(Member::new("a0", random.word(&["Int", "Int!", "String"])));
            }
            let shared = if name == "Query" { 70 } else { 50 };
            if keyword == Keyword::Type && random.chance(shared) {
                member.directives.push(Application::new("shareable", &[]));
            }
            definition.members.push(member);
        }
        if definition.members.is_empty() {
            definition.members.push(Member::new("own", "Int"));
        }
        if name != "Query" && random.chance(60) {
            let fields = random.word(&["id", "id", "id x", "x", "id a { id }"]);
            definition.directives.push(Application::new("key", &[("fields", &quote(fields))]));
        }
        if matches!(name, "A" | "B") && exists("I") && !object && random.chance(50) {
            definition.implements.push("I".to_string());
            for field in &interface_fields {
                if definition.member(field).is_none() {
                    definition
                        .members
                        .push(Member::new(field, if *field == "id" { "ID!" } else { "Int" }));
                }
            }
        }
        if name == "I" && keyword == Keyword::Type && random.chance(70) {
            definition.directives.push(Application::new("interfaceObject", &[]));
        }
        made.push(definition);
    }
    if exists("U") {
        let mut union = Definition::new(Keyword::Union, "U");
        for member in ["A", "B"] {
            if exists(member) && random.chance(80) {
                union.members.push(Member::new(member, ""));
            }
        }
        if union.members.is_empty() {
            union.members.push(Member::new("Query", ""));
        }
        made.push(union);
    }
    if exists("E") {
        let mut values = Definition::new(Keyword::Enum, "E");
        values.members = ["ONE", "TWO", "THREE"]
            .iter()
            .filter(|_| random.chance(75))
            .map(|value| Member::new(value, ""))
            .collect();
        if values.members.is_empty() {
            values.members.push(Member::new("ONE", ""));
        }
        made.push(values);
    }
    made
}

fn strew(set: &mut SubgraphSet, at: usize, density: usize, random: &mut Random) {
    for _ in 0..random.below(density) {
        let mut application = applications::application(set, random);
        if matches!(application.name.as_str(), "key" | "requires" | "provides") && random.chance(70) {
            let fields = random.word(&[
                "id",
                "x",
                "y",
                "id x",
                "a { id }",
                "b { x }",
                "x y",
                "a { b { x } }",
                "i { id }",
                "u { ... on A { x } }",
            ]);
            application.arguments[0].1 = quote(fields);
        }
        applications::apply(&mut set.subgraphs[at], application, random);
    }
}

fn link(subgraph: &mut Subgraph, random: &mut Random) {
    let used: BTreeSet<String> = subgraph
        .applications()
        .filter(|application| application.name != "deprecated")
        .map(|application| quote(&format!("@{}", application.name)))
        .collect();
    let imports = used.into_iter().collect::<Vec<_>>().join(", ");
    let version = if random.chance(90) { 12 } else { random.between(0, 14) };
    let mut schema = Definition::new(Keyword::Schema, "");
    schema.extend = true;
    let url = quote(&format!("https://specs.apollo.dev/federation/v2.{version}"));
    schema
        .directives
        .push(Application::new("link", &[("url", &url), ("import", &format!("[{imports}]"))]));
    subgraph.definitions.insert(0, schema);
}
