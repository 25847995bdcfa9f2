//! Adds what does not change who has what: descriptions, deprecation, tags, hidden elements, demands on callers, costs,
//! custom and executable directives, extensions. Owns how often; must not know how directives are spelled.

use super::builder::Draft;
use crate::document::{Application, Definition, Keyword, Member, quote};
use crate::random::Random;

/// What one set has of each kind of decoration, so that most sets have few and some have many.
struct Taste {
    descriptions: bool,
    deprecated: bool,
    tags: bool,
    inaccessible: bool,
    authorization: bool,
    cost: bool,
    cache: bool,
}

pub(super) fn decorate(drafts: &mut [Draft], random: &mut Random) {
    let taste = Taste {
        descriptions: random.chance(30),
        deprecated: random.chance(30),
        tags: random.chance(30),
        inaccessible: random.chance(25),
        authorization: random.chance(20),
        cost: random.chance(20),
        cache: random.chance(10),
    };
    for draft in drafts.iter_mut() {
        for definition in &mut draft.types {
            decorate_definition(definition, &taste, random);
        }
    }
    if random.chance(20) {
        executable_directive(drafts, random);
    }
    extensions(drafts, random);
}

fn describe(description: &mut Option<String>, random: &mut Random) {
    if random.chance(15) {
        let text = random.word(&["One.", "Another.", "Two\nlines", "With \"quotes\"", "One.", ""]);
        *description = Some(text.to_string());
    }
}

fn scopes(random: &mut Random) -> String {
    random
        .word(&[
            "[[\"a\"]]",
            "[[\"a\", \"b\"]]",
            "[[\"a\"], [\"b\"]]",
            "[[\"c\"]]",
            "[[\"b\", \"a\"], [\"c\"]]",
            "[[]]",
            "[]",
        ])
        .to_string()
}

fn authorization(random: &mut Random) -> Application {
    match random.below(3) {
        0 => Application::new("authenticated", &[]),
        1 => Application::new("requiresScopes", &[("scopes", &scopes(random))]),
        _ => Application::new("policy", &[("policies", &scopes(random))]),
    }
}

fn tag(random: &mut Random) -> Application {
    Application::new("tag", &[("name", random.word(&["\"red\"", "\"blue\"", "\"green-1\"", "\"x/y\""]))])
}

fn cost(random: &mut Random) -> Application {
    Application::new("cost", &[("weight", random.word(&["0", "1", "5", "-2", "100"]))])
}

fn decorate_definition(definition: &mut Definition, taste: &Taste, random: &mut Random) {
    let keyword = definition.keyword;
    if taste.descriptions {
        describe(&mut definition.description, random);
    }
    if taste.tags && random.chance(10) {
        definition.directives.push(tag(random));
    }
    let interface_object = definition.has("interfaceObject");
    let root = matches!(definition.name.as_str(), "Query" | "Mutation" | "Subscription");
    let demanding = matches!(keyword, Keyword::Type | Keyword::Scalar | Keyword::Enum) && !interface_object;
    if taste.authorization && demanding && !root && random.chance(6) {
        definition.directives.push(authorization(random));
    }
    if taste.cost && demanding && random.chance(8) {
        definition.directives.push(cost(random));
    }
    if taste.cache && keyword == Keyword::Type && definition.has("key") && random.chance(30) {
        definition.directives.push(Application::new("cacheTag", &[("format", "\"thing\"")]));
    }
    if keyword == Keyword::Scalar && random.chance(25) {
        definition
            .directives
            .push(Application::new("specifiedBy", &[("url", "\"https://example.com/date\"")]));
    }
    if taste.inaccessible && keyword == Keyword::Union && random.chance(5) {
        definition.directives.push(Application::new("inaccessible", &[]));
    }
    let single = definition.members.len() < 2;
    for member in &mut definition.members {
        let own = member.name.starts_with('f') && !member.has("external") && !member.has("requires");
        decorate_member(member, keyword, taste, random);
        if taste.inaccessible && !single && ((own && !root) || keyword == Keyword::Enum) && random.chance(6) {
            member.directives.push(Application::new("inaccessible", &[]));
        }
        if taste.authorization && keyword == Keyword::Type && !interface_object && own && random.chance(8) {
            member.directives.push(authorization(random));
        }
        if taste.cost && keyword == Keyword::Type && !member.has("external") && member.ty.starts_with('[') && random.chance(30) {
            member.directives.push(list_size(member, random));
        }
        if taste.cache && root && random.chance(20) {
            member.directives.push(Application::new("cacheTag", &[("format", "\"root\"")]));
        }
    }
}

fn list_size(member: &Member, random: &mut Random) -> Application {
    let slicing: Vec<String> = member
        .arguments
        .iter()
        .filter(|argument| argument.ty.trim_end_matches('!') == "Int")
        .map(|argument| quote(&argument.name))
        .collect();
    let mut application = Application::new("listSize", &[]);
    if random.chance(60) {
        let size = random.word(&["0", "10", "25"]).to_string();
        application.arguments.push(("assumedSize".to_string(), size));
    }
    if !slicing.is_empty() {
        application
            .arguments
            .push(("slicingArguments".to_string(), format!("[{}]", slicing.join(", "))));
    }
    if random.chance(40) {
        application
            .arguments
            .push(("requireOneSlicingArgument".to_string(), random.word(&["true", "false"]).to_string()));
    }
    application
}

fn decorate_member(member: &mut Member, keyword: Keyword, taste: &Taste, random: &mut Random) {
    if member.has("external") {
        return;
    }
    let optional = |member: &Member| !member.ty.ends_with('!') || member.default.is_some();
    if taste.descriptions && keyword != Keyword::Union {
        describe(&mut member.description, random);
    }
    if keyword == Keyword::Union {
        return;
    }
    if taste.tags && random.chance(8) {
        member.directives.push(tag(random));
    }
    let output = matches!(keyword, Keyword::Type | Keyword::Interface | Keyword::Enum);
    if taste.deprecated && (output || optional(member)) && random.chance(8) {
        member.directives.push(deprecated(random));
    }
    if taste.cost && matches!(keyword, Keyword::Type | Keyword::Input) && random.chance(8) {
        member.directives.push(cost(random));
    }
    for argument in &mut member.arguments {
        if argument.has("fromContext") {
            continue;
        }
        if taste.descriptions {
            describe(&mut argument.description, random);
        }
        if taste.tags && random.chance(8) {
            argument.directives.push(tag(random));
        }
        if taste.cost && random.chance(10) {
            argument.directives.push(cost(random));
        }
        if taste.deprecated && optional(argument) && random.chance(8) {
            argument.directives.push(deprecated(random));
        }
        if taste.inaccessible && optional(argument) && random.chance(5) {
            argument.directives.push(Application::new("inaccessible", &[]));
        }
    }
}

fn deprecated(random: &mut Random) -> Application {
    match random.below(3) {
        0 => Application::new("deprecated", &[]),
        1 => Application::new("deprecated", &[("reason", "\"old\"")]),
        _ => Application::new("deprecated", &[("reason", "\"use another\"")]),
    }
}

/// A directive for operations, in all subgraphs or in all but one, with locations that differ a little.
fn executable_directive(drafts: &mut [Draft], random: &mut Random) {
    let mut definition = Definition::new(Keyword::Directive, "live");
    definition.locations = ["FIELD", "QUERY"].map(str::to_string).to_vec();
    if random.chance(50) {
        definition.members.push(Member {
            default: Some("1".to_string()),
            ..Member::new("every", "Int")
        });
    }
    definition.repeatable = random.chance(30);
    let absent = random.chance(15).then(|| random.below(drafts.len()));
    for (at, draft) in drafts.iter_mut().enumerate() {
        if Some(at) == absent {
            continue;
        }
        let mut definition = definition.clone();
        if random.chance(25) {
            let further = ["INLINE_FRAGMENT", "FRAGMENT_SPREAD", "SUBSCRIPTION", "OBJECT", "MUTATION"];
            definition.locations.push(random.word(&further).to_string());
        }
        if random.chance(10) {
            definition.repeatable = !definition.repeatable;
        }
        draft.types.push(definition);
    }
}

/// Writes some types as extensions, or as a definition and an extension.
fn extensions(drafts: &mut [Draft], random: &mut Random) {
    let homes = |drafts: &[Draft], name: &str| drafts.iter().filter(|draft| draft.find(name).is_some()).count();
    for at in 0..drafts.len() {
        let mut further = Vec::new();
        for position in 0..drafts[at].types.len() {
            let definition = &drafts[at].types[position];
            let name = definition.name.clone();
            let root = matches!(name.as_str(), "Query" | "Mutation" | "Subscription");
            if definition.keyword == Keyword::Directive || definition.has("interfaceObject") {
                continue;
            }
            let others_define = drafts.iter().enumerate().any(|(other, draft)| {
                other != at
                    && draft
                        .find(&name)
                        .is_some_and(|found| !draft.types[found].extend && !draft.types[found].has("extends"))
            });
            let alone = homes(drafts, &name) < 2;
            let first = drafts[at].first;
            let composite = matches!(definition.keyword, Keyword::Type | Keyword::Interface);
            let definition = &mut drafts[at].types[position];
            if (root || (others_define && !alone && composite)) && random.chance(if first { 50 } else { 15 }) {
                if composite && random.chance(30) {
                    definition.directives.push(Application::new("extends", &[]));
                } else {
                    definition.extend = true;
                    definition.description = None;
                }
                if first && definition.keyword == Keyword::Type && random.chance(60) {
                    let key = definition.directives.iter().find(|application| application.name == "key");
                    let fields = key.and_then(|key| key.argument("fields")).unwrap_or_default().to_string();
                    for member in &mut definition.members {
                        if fields.trim_matches('"').split(' ').any(|field| field == member.name) && member.directives.is_empty() {
                            member.directives.push(Application::new("external", &[]));
                        }
                    }
                }
            } else if definition.members.len() > 1
                && definition.keyword != Keyword::Schema
                && !definition.has("shareable")
                && random.chance(6)
            {
                let mut extension = Definition::new(definition.keyword, &name);
                extension.extend = true;
                extension.members = vec![definition.members.pop().expect("it has several members")];
                further.push(extension);
            }
        }
        drafts[at].types.extend(further);
    }
}
