//! Changes of one place in a set of subgraphs. Owns what a change may be; must not know whether it breaks a rule.

use super::{applications, spelling};
use crate::document::{Application, Definition, Keyword, Member, SubgraphSet, quote};
use crate::random::Random;

/// Changes one place; sometimes nothing, where what was to change is not there.
pub(super) fn mutate(set: &mut SubgraphSet, random: &mut Random) {
    if set.subgraphs.is_empty() {
        return;
    }
    let at = random.below(set.subgraphs.len());
    match random.below(20) {
        0..=3 => member(set, at, random),
        4..=8 => directive(set, at, random),
        9 | 10 => argument(set, at, random),
        11 | 12 => copy(set, at, random),
        13..=15 => definition(set, at, random),
        16 => link(set, at, random),
        17 => whole(set, at, random),
        _ => leaves(set, at, random),
    }
}

fn pick_definition<'a>(set: &'a mut SubgraphSet, at: usize, random: &mut Random) -> Option<&'a mut Definition> {
    let definitions = &mut set.subgraphs[at].definitions;
    let position = random.below(definitions.len());
    definitions.get_mut(position)
}

fn pick_member<'a>(set: &'a mut SubgraphSet, at: usize, random: &mut Random) -> Option<(Keyword, &'a mut Member)> {
    let candidates: Vec<usize> = (0..set.subgraphs[at].definitions.len())
        .filter(|position| !set.subgraphs[at].definitions[*position].members.is_empty())
        .collect();
    let position = *random.pick(&candidates)?;
    let definition = &mut set.subgraphs[at].definitions[position];
    let member = random.below(definition.members.len());
    Some((definition.keyword, &mut definition.members[member]))
}

/// A changed type: other nullability, list or name.
pub(super) fn changed_type(ty: &str, names: &[String], random: &mut Random) -> String {
    match random.below(6) {
        0 | 1 => match ty.strip_suffix('!') {
            Some(nullable) => nullable.to_string(),
            None => format!("{ty}!"),
        },
        2 => format!("[{ty}]"),
        3 => ty.trim_matches(['[', ']', '!']).to_string(),
        4 => random.pick(names).cloned().unwrap_or_else(|| "Nothing".to_string()),
        _ => random
            .word(&["String", "Int", "ID", "Boolean!", "Float", "[String!]!", "Nothing"])
            .to_string(),
    }
}

fn type_names(set: &SubgraphSet, at: usize) -> Vec<String> {
    let definitions = set.subgraphs[at].definitions.iter();
    let types = definitions.filter(|definition| !matches!(definition.keyword, Keyword::Schema | Keyword::Directive));
    types.map(|definition| definition.name.clone()).collect()
}

fn member(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let names = type_names(set, at);
    match random.below(6) {
        0 | 1 => {
            let Some(definition) = pick_definition(set, at, random) else {
                return;
            };
            if !definition.members.is_empty() {
                let member = random.below(definition.members.len());
                definition.members.remove(member);
            }
        }
        2 => {
            let Some((_, member)) = pick_member(set, at, random) else { return };
            member.name = random.word(&["renamed", "id", "f1", "f2", "__bad", "name"]).to_string();
        }
        3 | 4 => {
            let Some((_, member)) = pick_member(set, at, random) else { return };
            if !member.ty.is_empty() {
                member.ty = changed_type(&member.ty, &names, random);
            }
        }
        _ => {
            let Some(definition) = pick_definition(set, at, random) else {
                return;
            };
            let ty = random.pick(&names).cloned().unwrap_or_else(|| "Int".to_string());
            let typed = !matches!(definition.keyword, Keyword::Enum | Keyword::Union);
            let name = if definition.keyword == Keyword::Union {
                ty.clone()
            } else {
                "added".to_string()
            };
            if !matches!(definition.keyword, Keyword::Scalar | Keyword::Schema) {
                definition.members.push(Member::new(&name, if typed { &ty } else { "" }));
            }
        }
    }
}

fn directive(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let fresh = applications::application(set, random);
    let imports = import_of(set, at, &fresh.name);
    let fields = quote(&applications::field_set(set, random));
    let choice = random.below(10);
    if choice < 4 {
        let needed = spelling::since(&fresh.name);
        applications::apply(&mut set.subgraphs[at], fresh, random);
        if let Some((definition, application, imports)) = imports
            && random.chance(92)
        {
            let link = &mut set.subgraphs[at].definitions[definition].directives[application];
            link.arguments.retain(|(name, _)| name != "import");
            link.arguments.push(("import".to_string(), imports));
            spelling::raise(link, needed);
        }
        return;
    }
    let lists = set.subgraphs[at].applications_mut();
    match choice {
        4..=6 => {
            let mut filled: Vec<&mut Vec<Application>> = lists.into_iter().filter(|list| !list.is_empty()).collect();
            let place = random.below(filled.len());
            if let Some(list) = filled.get_mut(place) {
                let position = random.below(list.len());
                let removed = list.remove(position);
                if random.chance(25) && removed.name != "link" {
                    list.push(removed.clone());
                    list.push(removed);
                }
            }
        }
        _ => {
            let mut filled: Vec<&mut Application> = lists
                .into_iter()
                .flatten()
                .filter(|application| application.name != "link" && !application.arguments.is_empty())
                .collect();
            let place = random.below(filled.len());
            if let Some(application) = filled.get_mut(place) {
                let fresh = applications::named(&application.name.clone(), set_free(), random);
                let sets = ["key", "requires", "provides"];
                if sets.contains(&application.name.as_str()) {
                    application.arguments[0].1 = fields;
                } else if !fresh.arguments.is_empty() {
                    application.arguments = fresh.arguments;
                } else if random.chance(30) {
                    application.arguments.clear();
                }
            }
        }
    }
}

fn set_free() -> &'static SubgraphSet {
    static EMPTY: SubgraphSet = SubgraphSet { subgraphs: Vec::new() };
    &EMPTY
}

/// Where the federation link of a subgraph stands, and its imports with one more directive.
fn import_of(set: &SubgraphSet, at: usize, name: &str) -> Option<(usize, usize, String)> {
    for (position, definition) in set.subgraphs[at].definitions.iter().enumerate() {
        for (application, link) in definition.directives.iter().enumerate() {
            let federation = link.argument("url").is_some_and(|url| url.contains("/federation/"));
            if link.name == "link" && federation {
                let imports = link.argument("import").unwrap_or("[]");
                if imports.contains(&format!("\"@{name}\"")) || matches!(name, "deprecated") {
                    return Some((position, application, imports.to_string()));
                }
                let inner = imports.trim_start_matches('[').trim_end_matches(']');
                let comma = if inner.is_empty() { "" } else { ", " };
                return Some((position, application, format!("[{inner}{comma}\"@{name}\"]")));
            }
        }
    }
    None
}

fn argument(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let names = type_names(set, at);
    let Some((keyword, member)) = pick_member(set, at, random) else {
        return;
    };
    if keyword == Keyword::Input || keyword == Keyword::Directive {
        match random.below(3) {
            0 => member.default = None,
            1 => {
                member.default = Some(
                    random
                        .word(&["1", "\"a\"", "null", "[]", "{}", "A", "E0V0", "true", "\"E0V0\""])
                        .to_string(),
                )
            }
            _ => member.ty = changed_type(&member.ty, &names, random),
        }
        return;
    }
    if !matches!(keyword, Keyword::Type | Keyword::Interface) {
        return;
    }
    match random.below(6) {
        0 => drop(member.arguments.pop()),
        1 => member
            .arguments
            .push(Member::new("a0", random.word(&["Int", "Int!", "String", "[ID!]!"]))),
        2 => member.arguments.push(Member {
            default: Some(random.word(&["1", "2", "null", "\"x\"", "[1]"]).to_string()),
            ..Member::new(random.word(&["a0", "a1", "a9"]), random.word(&["Int", "[Int]", "Float", "ID"]))
        }),
        choice => {
            let position = random.below(member.arguments.len());
            if let Some(argument) = member.arguments.get_mut(position) {
                if choice == 3 {
                    argument.ty = changed_type(&argument.ty, &names, random);
                } else {
                    argument.default = random
                        .chance(70)
                        .then(|| random.word(&["1", "2", "\"x\"", "null", "true", "[1]", "{}"]).to_string());
                }
            }
        }
    }
}

/// Copies a field or a definition to another subgraph.
fn copy(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let to = random.below(set.subgraphs.len());
    let Some(definition) = pick_definition(set, at, random).map(|definition| definition.clone()) else {
        return;
    };
    if definition.keyword == Keyword::Schema {
        return;
    }
    let target = set.subgraphs[to]
        .definitions
        .iter_mut()
        .find(|other| other.name == definition.name && other.keyword != Keyword::Schema);
    match target {
        Some(target) => {
            if let Some(member) = random.pick(&definition.members) {
                if target.member(&member.name).is_none() {
                    target.members.push(member.clone());
                } else if random.chance(50) {
                    target.members.retain(|other| other.name != member.name);
                }
            }
        }
        None => set.subgraphs[to].definitions.push(definition),
    }
}

fn definition(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let names = type_names(set, at);
    let count = set.subgraphs[at].definitions.len();
    let position = random.below(count);
    let Some(definition) = set.subgraphs[at].definitions.get_mut(position) else {
        return;
    };
    match random.below(8) {
        0 | 1 => drop(set.subgraphs[at].definitions.remove(position)),
        2 => definition.extend = !definition.extend,
        3 => {
            definition.keyword = match definition.keyword {
                Keyword::Type => Keyword::Interface,
                Keyword::Interface => Keyword::Type,
                Keyword::Input => Keyword::Type,
                Keyword::Scalar => Keyword::Enum,
                Keyword::Enum => Keyword::Scalar,
                Keyword::Union => Keyword::Scalar,
                other => other,
            };
            if definition.keyword == Keyword::Scalar {
                definition.members.clear();
            }
        }
        4 => {
            definition.implements.pop();
        }
        5 => {
            if let (Some(name), Keyword::Type | Keyword::Interface) = (random.pick(&names), definition.keyword) {
                definition.implements.push(name.clone());
            }
        }
        6 => definition.description = Some(random.word(&["Changed.", "", "One."]).to_string()),
        _ => {
            definition.name = random
                .word(&["Renamed", "Query", "T0", "__Bad", "_Entity", "String", "V0"])
                .to_string()
        }
    }
}

fn link(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let subgraph = &mut set.subgraphs[at];
    let mut links: Vec<&mut Application> = subgraph
        .definitions
        .iter_mut()
        .flat_map(|definition| definition.directives.iter_mut().filter(|application| application.name == "link"))
        .collect();
    let position = random.below(links.len());
    let Some(link) = links.get_mut(position) else { return };
    match random.below(6) {
        0 => {
            let url = random.word(&[
                "https://specs.apollo.dev/federation/v2.99",
                "https://specs.apollo.dev/federation/v3.0",
                "https://specs.apollo.dev/federation/v1.0",
                "https://specs.apollo.dev/federation/v2",
                "https://specs.apollo.dev/federation",
                "https://specs.apollo.dev/federation/v2.0",
                "https://specs.apollo.dev/federation/v2.5",
                "https://specs.apollo.dev/link/v2.0",
                "https://specs.apollo.dev/other/v0.1",
            ]);
            link.arguments.retain(|(name, _)| name != "url");
            link.arguments.insert(0, ("url".to_string(), quote(url)));
        }
        1 => link.arguments.retain(|(name, _)| name != "url"),
        2 => link.arguments.push((
            "for".to_string(),
            random.word(&["SECURITY", "EXECUTION", "OTHER", "\"SECURITY\""]).to_string(),
        )),
        3 => {
            link.arguments.retain(|(name, _)| name != "as");
            link.arguments.push((
                "as".to_string(),
                random
                    .word(&["\"fed\"", "\"a__b\"", "\"x_\"", "\"1\"", "\"link\"", "\"key\"", "\"federation\""])
                    .to_string(),
            ));
        }
        4 => {
            let extra = random.word(&[
                "\"@nothing\"",
                "\"key\"",
                "{name: \"@key\", as: \"primary\"}",
                "{name: \"@key\"}",
                "{as: \"@k\"}",
                "{name: \"@tag\", as: \"@label\"}",
                "{name: \"@shareable\", as: \"@tag\"}",
                "5",
                "\"FieldSet\"",
                "{name: \"FieldSet\", as: \"Fields\"}",
                "{name: \"@key\", as: \"@key\", why: 1}",
                "\"@composeDirective\"",
                "\"@interfaceObject\"",
            ]);
            let imports = link.argument("import").unwrap_or("[]").trim_end_matches(']').to_string();
            link.arguments.retain(|(name, _)| name != "import");
            let comma = if imports == "[" { "" } else { ", " };
            link.arguments.push(("import".to_string(), format!("{imports}{comma}{extra}]")));
        }
        _ => link.arguments.retain(|(name, _)| name != "import"),
    }
}

fn whole(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    match random.below(5) {
        0 if set.subgraphs.len() > 1 => drop(set.subgraphs.remove(at)),
        1 => {
            let name = random.word(&["_", "a b", "A", "zz", "0", "a.b", "x_9"]);
            if set.subgraphs.iter().all(|subgraph| subgraph.name != name) {
                set.subgraphs[at].name = name.to_string();
            }
        }
        2 => {
            let mut copy = set.subgraphs[at].clone();
            copy.name = "copy".to_string();
            if set.subgraphs.iter().all(|subgraph| subgraph.name != "copy") {
                set.subgraphs.push(copy);
            }
        }
        3 => {
            // Without its link it is a schema of federation 1.
            for definition in &mut set.subgraphs[at].definitions {
                definition.directives.retain(|application| application.name != "link");
            }
            set.subgraphs[at].definitions.retain(|definition| {
                definition.keyword != Keyword::Schema || !definition.members.is_empty() || !definition.directives.is_empty()
            });
        }
        _ => set.subgraphs[at].definitions.retain(|definition| definition.name != "Query"),
    }
}

/// Values of enums, members of unions, fields of inputs: more or fewer.
fn leaves(set: &mut SubgraphSet, at: usize, random: &mut Random) {
    let definitions = &mut set.subgraphs[at].definitions;
    let mut candidates: Vec<&mut Definition> = definitions
        .iter_mut()
        .filter(|definition| matches!(definition.keyword, Keyword::Enum | Keyword::Union | Keyword::Input))
        .collect();
    let position = random.below(candidates.len());
    let Some(definition) = candidates.get_mut(position) else { return };
    match (definition.keyword, random.below(3)) {
        (_, 0) if !definition.members.is_empty() => {
            let member = random.below(definition.members.len());
            definition.members.remove(member);
        }
        (Keyword::Enum, _) => definition.members.push(Member::new(random.word(&["EXTRA", "true", "E0V0"]), "")),
        (Keyword::Input, 1) => definition
            .members
            .push(Member::new("extra", random.word(&["Int!", "Int", "String!"]))),
        (Keyword::Input, _) => {
            let member = random.below(definition.members.len());
            if let Some(member) = definition.members.get_mut(member) {
                member.directives.push(Application::new("inaccessible", &[]));
            }
        }
        _ => {
            let member = random.below(definition.members.len());
            if let Some(member) = definition.members.get_mut(member) {
                member.name = random.word(&["Query", "T0", "T1", "V0"]).to_string();
            }
        }
    }
}
