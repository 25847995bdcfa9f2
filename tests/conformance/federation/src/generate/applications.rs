//! Random directive applications, right and wrong. Owns pools of argument values; must not know where they will stand.

use crate::document::{Application, Keyword, Subgraph, SubgraphSet, quote};
use crate::random::Random;

/// A field set over names that occur in a set, often wrong.
pub(super) fn field_set(set: &SubgraphSet, random: &mut Random) -> String {
    let fields: Vec<&str> = set
        .subgraphs
        .iter()
        .flat_map(|subgraph| &subgraph.definitions)
        .flat_map(|definition| definition.members.iter().filter(|member| !member.ty.is_empty()))
        .map(|member| member.name.as_str())
        .collect();
    let types: Vec<&str> = set
        .subgraphs
        .iter()
        .flat_map(|subgraph| &subgraph.definitions)
        .map(|definition| definition.name.as_str())
        .filter(|name| !name.is_empty())
        .collect();
    let one = random.pick(&fields).copied().unwrap_or("id").to_string();
    let two = random.pick(&fields).copied().unwrap_or("id").to_string();
    let ty = random.pick(&types).copied().unwrap_or("Query").to_string();
    match random.below(22) {
        0..=4 => one,
        5 | 6 => format!("{one} {two}"),
        7 | 8 => format!("{one} {{ {two} }}"),
        9 => format!("{{ {one} }}"),
        10 => format!("{one}(a0: 1)"),
        11 => format!("alias: {one}"),
        12 => format!("{one} @include(if: true)"),
        13 => format!("... on {ty} {{ {one} }}"),
        14 => format!("{one} {{ ... on {ty} {{ {two} }} }}"),
        15 => "__typename".to_string(),
        16 => format!("{one} {{ __typename }}"),
        17 => String::new(),
        18 => format!("{one} {{"),
        19 => "nothing".to_string(),
        20 => format!("... {{ {one} }}"),
        _ => format!("{one} {one}"),
    }
}

fn fields_argument(set: &SubgraphSet, random: &mut Random) -> String {
    let fields = field_set(set, random);
    match random.below(20) {
        0 => format!("[{}]", quote(&fields)),
        1 => "id".to_string(),
        2 => "5".to_string(),
        3 => format!("\"\"\"\n  {}\n\"\"\"", fields.replace('"', "'")),
        4 => "null".to_string(),
        _ => quote(&fields),
    }
}

/// An application of some directive of federation or GraphQL.
pub(super) fn application(set: &SubgraphSet, random: &mut Random) -> Application {
    const NAMES: [&str; 24] = [
        "key",
        "key",
        "requires",
        "provides",
        "external",
        "external",
        "extends",
        "shareable",
        "shareable",
        "override",
        "tag",
        "inaccessible",
        "interfaceObject",
        "authenticated",
        "requiresScopes",
        "policy",
        "context",
        "fromContext",
        "cost",
        "listSize",
        "cacheTag",
        "deprecated",
        "inaccessible",
        "override",
    ];
    let name = random.word(&NAMES);
    named(name, set, random)
}

/// An application of the directive of that name.
pub(super) fn named(name: &str, set: &SubgraphSet, random: &mut Random) -> Application {
    let mut application = Application::new(name, &[]);
    let mut argument = |name: &str, value: String| application.arguments.push((name.to_string(), value));
    match name {
        "key" => {
            argument("fields", fields_argument(set, random));
            if random.chance(20) {
                argument("resolvable", random.word(&["true", "false", "\"no\""]).to_string());
            }
        }
        "requires" | "provides" => argument("fields", fields_argument(set, random)),
        "external" if random.chance(10) => argument("reason", "\"because\"".to_string()),
        "override" => {
            let names: Vec<String> = set.subgraphs.iter().map(|subgraph| subgraph.name.clone()).collect();
            let from = random.pick(&names).cloned().unwrap_or_default();
            argument(
                "from",
                if random.chance(85) {
                    quote(&from)
                } else {
                    "\"nowhere\"".to_string()
                },
            );
            if random.chance(30) {
                let label = random.word(&[
                    "percent(50)",
                    "percent(101)",
                    "percent(0.123456789)",
                    "ok-label",
                    "1bad",
                    "",
                    "percent()",
                    "percent(7.5)",
                ]);
                argument("label", quote(label));
            }
        }
        "tag" => argument("name", random.word(&["\"red\"", "\"blue\"", "\"\"", "5", "\"sp ace\""]).to_string()),
        "requiresScopes" => argument(
            "scopes",
            random
                .word(&[
                    "[[\"a\"]]",
                    "[[\"a\", \"b\"]]",
                    "[[\"c\"], [\"a\"]]",
                    "\"a\"",
                    "[\"a\", \"b\"]",
                    "[[\"a\", \"a\"]]",
                ])
                .to_string(),
        ),
        "policy" => argument(
            "policies",
            random
                .word(&["[[\"p\"]]", "[[\"p\", \"q\"]]", "[[\"q\"], [\"p\"]]", "[[null]]"])
                .to_string(),
        ),
        "context" => argument(
            "name",
            random
                .word(&["\"ctx\"", "\"context1\"", "\"bad_name\"", "\"1\"", "\"\""])
                .to_string(),
        ),
        "fromContext" => {
            let selection = field_set(set, random);
            let context = random.word(&["$ctx", "$ctx", "$context1", "$C", "ctx", "$none", "$ ctx", "$bad_name"]);
            let value = if random.chance(70) {
                format!("{context} {{ {selection} }}")
            } else {
                format!("{context} {selection}")
            };
            argument("field", quote(&value));
        }
        "cost" => argument("weight", random.word(&["1", "7", "-1", "\"3\"", "2.5"]).to_string()),
        "listSize" => {
            if random.chance(50) {
                argument("assumedSize", random.word(&["5", "-1", "0", "null"]).to_string());
            }
            if random.chance(50) {
                argument(
                    "slicingArguments",
                    random
                        .word(&["[\"a0\"]", "[\"a1\", \"a0\"]", "[\"none\"]", "[]", "\"a0\"", "null"])
                        .to_string(),
                );
            }
            if random.chance(40) {
                let field = quote(&field_set(set, random));
                argument("sizedFields", format!("[{field}]"));
            }
            if random.chance(30) {
                argument("requireOneSlicingArgument", random.word(&["true", "false"]).to_string());
            }
        }
        "cacheTag" => argument(
            "format",
            random.word(&["\"thing\"", "\"t-{$key.id}\"", "\"\"", "\"{$args.a0}\""]).to_string(),
        ),
        "deprecated" if random.chance(50) => argument("reason", random.word(&["\"old\"", "\"older\"", "null", "\"\""]).to_string()),
        _ => {}
    }
    application
}

/// What a directive may stand on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Definition(Keyword),
    Member(Keyword),
    Argument,
}

fn fits(name: &str, place: Place) -> bool {
    use Keyword::{Enum, Input, Interface, Scalar, Type, Union};
    use Place::{Argument, Definition, Member};
    let of_type = matches!(place, Definition(Type));
    let of_field = matches!(place, Member(Type));
    match name {
        "key" => matches!(place, Definition(Type | Interface)),
        "requires" | "provides" | "override" => of_field,
        "external" | "shareable" | "cacheTag" => of_type || of_field,
        "listSize" => matches!(place, Member(Type)),
        "extends" => matches!(place, Definition(Type | Interface)),
        "interfaceObject" => of_type,
        "tag" | "inaccessible" => !matches!(
            place,
            Definition(Keyword::Schema | Keyword::Directive) | Member(Union | Keyword::Schema)
        ),
        "authenticated" | "requiresScopes" | "policy" => of_type || of_field || matches!(place, Definition(Scalar | Enum)),
        "context" => matches!(place, Definition(Type | Interface | Union)),
        "fromContext" => place == Argument,
        "cost" => of_type || of_field || matches!(place, Definition(Scalar | Enum) | Member(Input) | Argument),
        "deprecated" => matches!(place, Member(Type | Interface | Enum | Input) | Argument),
        _ => true,
    }
}

/// Applies a directive somewhere in a subgraph, mostly where it may stand.
pub(super) fn apply(subgraph: &mut Subgraph, application: Application, random: &mut Random) {
    let anywhere = random.chance(8);
    let mut lists: Vec<&mut Vec<Application>> = Vec::new();
    for definition in &mut subgraph.definitions {
        let keyword = definition.keyword;
        let mut take = |place: Place, list| {
            if anywhere || fits(&application.name, place) {
                lists.push(list);
            }
        };
        take(Place::Definition(keyword), &mut definition.directives);
        for member in &mut definition.members {
            take(Place::Member(keyword), &mut member.directives);
            for argument in &mut member.arguments {
                take(Place::Argument, &mut argument.directives);
            }
        }
    }
    let place = random.below(lists.len());
    if let Some(list) = lists.get_mut(place) {
        // Most directives may stand once, so a second one is rare.
        if random.chance(12) || list.iter().all(|other| other.name != application.name) {
            list.push(application);
        }
    }
}
