//! Small schemas around one rule each, with choices that keep or break it. Owns the templates' grammar and insertion;
//! the templates are in `recipes.txt`. Must not know which choice breaks a rule.
//!
//! A template is one part per subgraph, parts apart by a line `--`, templates apart by a line `====`. `<a|b|c>` stands
//! for one of `a`, `b`, `c`; `%0` for the name of the subgraph that the first part goes to; choices may be nested, and `\|` is a bar of the schema's own.

use super::spelling::{DIRECTIVES, raise, since};
use crate::document::{Application, Definition, Keyword, Subgraph, SubgraphSet, quote, read};
use crate::random::Random;
use std::collections::BTreeSet;

/// Begin of a part that gets a subgraph of its own, without any link but those of the part.
const ALONE: &str = "# alone";

const TEMPLATES: &str = include_str!("recipes.txt");

/// Puts a template into subgraphs of a set, adding subgraphs where it has more parts.
pub(super) fn insert(set: &mut SubgraphSet, random: &mut Random) {
    let templates: Vec<&str> = TEMPLATES.split("\n====\n").collect();
    let template = random.pick(&templates).expect("there are templates");
    let mut parts: Vec<(usize, String)> = template.split("\n--\n").map(|part| spelled(part, random)).enumerate().collect();
    random.shuffle(&mut parts);
    // A federation 1 schema knows few directives, so templates mostly go beside it.
    let linked = |subgraph: &Subgraph| subgraph.applications().any(|application| application.name == "link");
    let linked: Vec<usize> = (0..set.subgraphs.len()).filter(|at| linked(&set.subgraphs[*at])).collect();
    let first = match random.pick(&linked) {
        Some(first) if random.chance(90) => *first,
        _ => random.below(set.subgraphs.len() + 1),
    };
    let mut homes = Vec::new();
    for (number, (_, part)) in parts.iter().enumerate() {
        while set.subgraphs.len() <= first + number {
            let subgraph = fresh(set, random);
            set.subgraphs.push(subgraph);
        }
        if part.starts_with(ALONE) {
            let subgraph = fresh(set, random);
            homes.push(set.subgraphs.len());
            set.subgraphs.push(Subgraph {
                definitions: Vec::new(),
                ..subgraph
            });
        } else {
            homes.push(first + number);
        }
    }
    for (at, (_, part)) in parts.iter().enumerate() {
        let mut part = part.clone();
        for ((number, _), home) in parts.iter().zip(&homes) {
            part = part.replace(&format!("%{number}"), &set.subgraphs[*home].name);
        }
        if let Some(read) = read("", &part) {
            add(&mut set.subgraphs[homes[at]], read, random);
        }
    }
}

/// A set of templates only.
pub(super) fn only(random: &mut Random) -> SubgraphSet {
    let mut set = SubgraphSet::default();
    insert(&mut set, random);
    if random.chance(25) {
        insert(&mut set, random);
    }
    if random.chance(90)
        && let Some(subgraph) = set.subgraphs.first_mut()
    {
        let query = read("", "type Query { ping: Int }").expect("the text is GraphQL");
        merge(subgraph, query);
    }
    set
}

fn fresh(set: &SubgraphSet, random: &mut Random) -> Subgraph {
    let names = ["p", "q", "r", "s", "t", "u", "v", "w", "pp", "qq", "rr", "ss"];
    let free = names
        .iter()
        .find(|name| set.subgraphs.iter().all(|subgraph| subgraph.name != **name));
    let name = free.expect("templates have few parts");
    let version = if random.chance(75) { 12 } else { random.between(0, 14) };
    let sdl = format!("extend schema @link(url: \"https://specs.apollo.dev/federation/v2.{version}\", import: [])");
    read(name, if random.chance(97) { &sdl } else { "" }).expect("the text is GraphQL")
}

fn spelled(part: &str, random: &mut Random) -> String {
    chosen(part, random).replace("\\|", "|")
}

/// The text with each `<a|b>` replaced by one of its choices.
fn chosen(text: &str, random: &mut Random) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let (mut depth, mut choices, mut from, mut end) = (0, Vec::new(), open + 1, rest.len());
        for (at, character) in rest[open..].char_indices().map(|(at, character)| (at + open, character)) {
            match character {
                '<' => depth += 1,
                '|' if depth == 1 && !rest[..at].ends_with('\\') => {
                    choices.push(&rest[from..at]);
                    from = at + 1;
                }
                '>' => {
                    depth -= 1;
                    if depth == 0 {
                        choices.push(&rest[from..at]);
                        end = at + 1;
                        break;
                    }
                }
                _ => {}
            }
        }
        out.push_str(&chosen(random.word(&choices), random));
        rest = &rest[end..];
    }
    out.push_str(rest);
    out
}

fn add(subgraph: &mut Subgraph, part: Subgraph, random: &mut Random) {
    let mut used: BTreeSet<String> = part.applications().map(|application| application.name.clone()).collect();
    used.retain(|name| DIRECTIVES.iter().any(|(known, _)| known == name) && name != "link" && name != "deprecated");
    let needed = used.iter().map(|name| since(name)).max().unwrap_or(0);
    let own_link = part
        .applications()
        .any(|one| one.name == "link" && one.argument("url").is_some_and(|url| url.contains("/federation/")));
    for link in subgraph.definitions.iter_mut().flat_map(|definition| &mut definition.directives) {
        if link.name != "link" || own_link || !link.argument("url").is_some_and(|url| url.contains("/federation/v2.")) {
            continue;
        }
        let imports = link.argument("import").unwrap_or("[]").to_string();
        let mut inner = imports.trim_start_matches('[').trim_end_matches(']').to_string();
        for name in &used {
            let quoted = quote(&format!("@{name}"));
            if !inner.contains(&quoted) {
                inner.push_str(&format!("{}{quoted}", if inner.is_empty() { "" } else { ", " }));
            }
        }
        if random.chance(95) {
            raise(link, needed);
        }
        link.arguments.retain(|(name, _)| name != "import");
        link.arguments.push(("import".to_string(), format!("[{inner}]")));
        break;
    }
    merge(subgraph, part);
}

/// Adds definitions; the fields of a type that is there go into it.
fn merge(subgraph: &mut Subgraph, part: Subgraph) {
    for definition in part.definitions {
        let plain = |other: &&mut Definition| {
            other.name == definition.name
                && other.keyword == definition.keyword
                && definition.keyword == Keyword::Type
                && !definition.extend
        };
        match subgraph.definitions.iter_mut().find(plain) {
            Some(there) => {
                there.members.extend(definition.members);
                let further: Vec<Application> = definition.directives;
                there.directives.extend(further);
            }
            None => subgraph.definitions.push(definition),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_template_is_graphql_whatever_is_chosen() {
        let mut wrong = Vec::new();
        for (number, template) in TEMPLATES.split("\n====\n").enumerate() {
            for part in template.split("\n--\n") {
                for index in 0..40 {
                    let text = spelled(part, &mut Random::new(number as u64, index));
                    if read("", &text).is_none() {
                        wrong.push(text);
                    }
                }
            }
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
    }
}
