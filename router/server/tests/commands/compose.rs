//! `router compose` over files and configurations.

use serde_json::json;

use crate::harness::{command, finish, folder, router, subgraph, text};

const GOOD: &str = "type Query { a: Int }";
const WRONG: &str = "type Query { t: T }\ntype T @key(fields: \"id nope\") { id: ID! }";

#[test]
fn a_folder_composes_to_stdout() {
    let folder = folder("good", &[("a.graphql", &subgraph(GOOD)), ("notes.txt", "not a schema")]);
    let run = router(&["compose", text(&folder)]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("A @join__graph(name: \"a\", url: \"http://a\")"),
        "{}",
        run.stdout
    );
    let again = router(&["compose", text(&folder), "--format", "json"]);
    assert_eq!((again.code, again.stdout), (0, run.stdout.clone()));
    assert_eq!(again.stderr, "{\"errors\":[],\"hints\":[]}\n");
}

#[test]
fn files_and_folders_go_together() {
    let folder = folder(
        "several",
        &[
            ("a.graphql", &subgraph(GOOD)),
            ("more/b.graphql", &subgraph("type Query { b: Int }")),
        ],
    );
    let run = router(&["compose", text(&folder.join("a.graphql")), text(&folder.join("more"))]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("A @join__graph") && run.stdout.contains("B @join__graph"));
}

#[test]
fn names_are_percent_decoded() {
    let folder = folder("names", &[("team%2Forders%20v2.graphql", &subgraph(GOOD))]);
    let run = router(&["compose", text(&folder)]);
    assert!(
        run.stdout
            .contains("TEAM_ORDERS_V2 @join__graph(name: \"team/orders v2\", url: \"http://team/orders v2\")"),
        "{run:?}"
    );
}

#[test]
fn errors_exit_with_1_and_point_at_the_place() {
    let folder = folder("wrong", &[("a.graphql", &subgraph(WRONG))]);
    let run = router(&["compose", text(&folder)]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    let expected = format!(
        "error[KEY_INVALID_FIELDS]: The fields of the @key of \"T\" do not fit the schema: the type \"T\" has no field \"nope\".
 --> {}:3:25
  |
3 | type T @key(fields: \"id nope\") {{ id: ID! }}
  |                         ^^^^
  = help: Select fields that this subgraph declares.

error: 1 subgraph could not be composed (1 error)
",
        text(&folder.join("a.graphql"))
    );
    assert_eq!(run.stderr, expected);
}

#[test]
fn errors_as_json_are_on_stdout() {
    let folder = folder("wrong-json", &[("a.graphql", &subgraph(WRONG))]);
    let run = router(&["compose", text(&folder), "--format", "json"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    let expected = json!({
        "errors": [{
            "code": "KEY_INVALID_FIELDS",
            "message": "The fields of the @key of \"T\" do not fit the schema: the type \"T\" has no field \"nope\".",
            "subgraphs": ["a"],
            "locations": [{"subgraph": "a", "line": 3, "column": 25}],
            "help": "Select fields that this subgraph declares."
        }],
        "hints": []
    });
    assert_eq!(run.json(), expected);
}

#[test]
fn hints_do_not_stand_in_the_way() {
    let described = subgraph("type Query { \"One\" a: Int @shareable }");
    let otherwise = subgraph("type Query { \"Other\" a: Int @shareable }");
    let folder = folder("hints", &[("a.graphql", &described), ("b.graphql", &otherwise)]);
    let run = router(&["compose", text(&folder)]);
    assert_eq!(run.code, 0);
    assert!(run.stdout.starts_with("schema\n"));
    assert!(run.stderr.contains("hint[INCONSISTENT_DESCRIPTION]: "), "{}", run.stderr);
    assert!(run.stderr.ends_with("composed 2 subgraphs (1 hint)\n"), "{}", run.stderr);
    let output = folder.join("supergraph.sdl");
    let run = router(&["compose", text(&folder), "--format", "json", "--output", text(&output)]);
    assert_eq!(run.json()["hints"][0]["code"], "INCONSISTENT_DESCRIPTION");
    assert_eq!(run.stderr, "");
    assert!(std::fs::read_to_string(output).unwrap().starts_with("schema\n"));
}

#[test]
fn a_failure_leaves_the_output_file_alone() {
    let folder = folder("output", &[("wrong/a.graphql", &subgraph(WRONG)), ("supergraph.graphql", "before")]);
    let output = folder.join("supergraph.graphql");
    let run = router(&["compose", text(&folder.join("wrong")), "--output", text(&output)]);
    assert_eq!(run.code, 1);
    assert_eq!(std::fs::read_to_string(output).unwrap(), "before");
}

#[test]
fn colours_are_for_terminals() {
    let folder = folder("colours", &[("a.graphql", &subgraph(WRONG))]);
    let arguments = ["compose", text(&folder)];
    assert!(!router(&arguments).stderr.contains('\u{1b}'), "a pipe is no terminal");
    let with = |variables: &[(&str, &str)]| {
        let mut command = command(&arguments);
        command.envs(variables.iter().copied());
        finish(command, b"").stderr
    };
    assert!(with(&[("CLICOLOR_FORCE", "1")]).contains("\u{1b}[31merror[KEY_INVALID_FIELDS]"));
    assert!(!with(&[("CLICOLOR_FORCE", "0"), ("NO_COLOR", "1")]).contains('\u{1b}'));
}

#[test]
fn a_configuration_names_subgraphs() {
    let config = "
[subgraphs.users]
routing_url = \"http://users.internal/graphql\"
schema.file = \"schemas/users-v3.graphql\"

[subgraphs.\"tiny one\"]
schema = { sdl = 'extend schema @link(url: \"https://specs.apollo.dev/federation/v2.3\") type Query { tiny: Int }' }

[subgraphs.events]
routing_url = \"http://events.internal/graphql\"
";
    let files = [
        ("supergraph.toml", config),
        ("schemas/users-v3.graphql", &subgraph(GOOD)),
        ("folder/events.graphql", &subgraph("type Query { events: Int }")),
    ];
    let folder = folder("config", &files);
    let config = folder.join("supergraph.toml");
    let run = router(&["compose", text(&folder.join("folder")), "--config", text(&config)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    for graph in [
        "USERS @join__graph(name: \"users\", url: \"http://users.internal/graphql\")",
        "TINY_ONE @join__graph(name: \"tiny one\", url: \"http://tiny one\")",
        "EVENTS @join__graph(name: \"events\", url: \"http://events.internal/graphql\")",
    ] {
        assert!(run.stdout.contains(graph), "{graph}\n{}", run.stdout);
    }
    let alone = router(&["compose", "--config", text(&config)]);
    assert_eq!(alone.code, 2);
    assert!(alone.stderr.contains("no schema for the subgraph `events`"), "{}", alone.stderr);
}

#[test]
fn wrong_usage_exits_with_2_and_says_what_to_give() {
    let files = [
        ("empty/readme.md", ""),
        ("latin.graphql", ""),
        ("a.graphql", &subgraph(GOOD) as &str),
        ("typo.toml", "[subgraphs.a]\nschema.fil = \"a.graphql\"\n"),
        ("both.toml", "[subgraphs.b]\nschema = { file = \"a.graphql\", sdl = \"\" }\n"),
        ("twice.toml", "[subgraphs.a]\nschema.file = \"a.graphql\"\n"),
        ("https.toml", "[subgraphs.b]\nschema.subgraph_url = \"gopher://b\"\n"),
    ];
    let folder = folder("usage", &files);
    std::fs::write(folder.join("latin.graphql"), b"\"\"\"caf\xe9\"\"\" type Query { a: Int }").unwrap();
    let path = |file: &str| text(&folder.join(file)).to_owned();
    let cases: [(&[&str], &str); 12] = [
        (&["compose"], "Usage:"),
        (&["compose", &path("nowhere")], "nowhere cannot be read"),
        (&["compose", &path("empty")], "holds no .graphql file"),
        (&["compose", &path("latin.graphql")], "is not UTF-8"),
        (&["compose", &path("a.graphql"), "--format", "yaml"], "invalid value 'yaml'"),
        (&["compose", &path("a.graphql"), "--stdio"], "cannot be used with"),
        (&["compose", &path("a.graphql"), "--output", &path("empty")], "cannot be written"),
        (&["compose", "--config", &path("typo.toml")], "unknown field `fil`"),
        (
            &["compose", "--config", &path("both.toml")],
            "exactly one of file, subgraph_url and sdl",
        ),
        (&["compose", &path("a.graphql"), "--config", &path("twice.toml")], "given twice"),
        (&["compose", "--config", &path("https.toml")], "write it as http://"),
        (&["conpose"], "unrecognized subcommand"),
    ];
    for (arguments, expected) in cases {
        let run = router(arguments);
        assert_eq!(run.code, 2, "{arguments:?}: {run:?}");
        assert!(run.stderr.contains(expected), "{arguments:?}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{arguments:?}");
    }
}

#[test]
fn help_shows_how_each_command_is_used() {
    let cases = [
        (
            "compose",
            "Compose subgraph schemas into one supergraph",
            "router compose subgraphs/ > supergraph.graphql",
        ),
        (
            "check",
            "Tell what a new schema changes",
            "router check --against published.graphql subgraphs/",
        ),
        (
            "contract",
            "Make a variant of a supergraph",
            "router contract supergraph.graphql --exclude internal",
        ),
        (
            "api-schema",
            "Print the schema that clients",
            "router api-schema supergraph.graphql > api.graphql",
        ),
    ];
    let all = router(&["--help"]);
    for (name, about, example) in cases {
        assert!(all.stdout.contains(about), "{name}: {}", all.stdout);
        let run = router(&[name, "--help"]);
        assert_eq!(run.code, 0);
        for part in [about, "exit code", "Examples:", example] {
            assert!(run.stdout.contains(part), "{part}\n{}", run.stdout);
        }
    }
    assert!(router(&["compose", "--help"]).stdout.contains("schema.subgraph_url"));
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_schema() {
    let folder = folder("mark", &[("a.graphql", &format!("\u{feff}{}", subgraph(GOOD)))]);
    assert_eq!(router(&["compose", text(&folder)]).code, 0);
}
