//! `router check`: every kind of change, what operations make of it, and which schemas it takes.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::harness::{Run, command, finish, folder, golden, router, subgraph, text};

fn cases() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/commands/cases/check")
}

/// Runs in the folder of the cases, so that reports name the files alike everywhere.
fn check(arguments: &[&str]) -> Run {
    let mut command = command(&[&["check", "--against", "old.graphql"], arguments].concat());
    command.current_dir(cases());
    finish(command, b"")
}

/// (impact, code, coordinate) of each change.
fn changes(run: &Run) -> Vec<(String, String, String)> {
    let json = run.json();
    let changes = json["changes"].as_array().unwrap_or_else(|| panic!("{run:?}"));
    let text = |change: &Value, key: &str| change[key].as_str().unwrap().to_owned();
    let one = |change: &Value| (text(change, "impact"), text(change, "code"), text(change, "coordinate"));
    changes.iter().map(one).collect()
}

fn compare(name: &str, old: &str, new: &str) -> Run {
    let folder = folder(name, &[("old.graphql", old), ("new.graphql", new)]);
    let (old, new) = (folder.join("old.graphql"), folder.join("new.graphql"));
    router(&["check", "--against", text(&old), text(&new), "--format", "json"])
}

fn owned(changes: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    let owned = changes
        .iter()
        .map(|(one, two, three)| ((*one).into(), (*two).into(), (*three).into()));
    owned.collect()
}

#[test]
fn every_kind_of_change_is_classed() {
    let run = check(&["new.graphql"]);
    assert_eq!((run.code, run.stderr.as_str()), (1, ""));
    golden("check/report.txt", &run.stdout);
    let json = check(&["new.graphql", "--format", "json"]);
    assert_eq!(json.code, 1);
    golden("check/report.json", &(serde_json::to_string_pretty(&json.json()).unwrap() + "\n"));
}

#[test]
fn what_no_operation_uses_is_safe() {
    let run = check(&["new.graphql", "--operations", "operations"]);
    assert_eq!(run.code, 1);
    golden("check/with_operations.txt", &run.stdout);
    let json = check(&["new.graphql", "--operations", "operations", "--format", "json"]);
    golden(
        "check/with_operations.json",
        &(serde_json::to_string_pretty(&json.json()).unwrap() + "\n"),
    );
    let harmless = check(&["new.graphql", "--operations", "operations/nested"]);
    assert_eq!(harmless.code, 0, "{}", harmless.stdout);
    assert!(harmless.stdout.contains("safe here: no operation uses it"));
    assert!(harmless.stdout.contains("unreadable operations/nested/wrong.graphql"));
}

#[test]
fn nothing_changed_is_no_change() {
    let run = check(&["old.graphql"]);
    assert_eq!((run.code, run.stdout.as_str()), (0, "no changes\n"));
}

#[test]
fn a_supergraph_is_compared_by_its_api_and_its_demands() {
    let head = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.6\", \
                import: [\"@key\", \"@authenticated\", \"@requiresScopes\", \"@policy\", \"@inaccessible\"])\n";
    let old = "type Query { open: Int closed: Int @authenticated strict: Int @requiresScopes(scopes: [[\"a\"]])
        other: Int @policy(policies: [[\"p\"]]) hidden: Int }";
    let new = "type Query { open: Int @authenticated closed: Int strict: Int @requiresScopes(scopes: [[\"a\"], [\"b\", \"c\"]])
        other: Int @policy(policies: [[\"q\"]]) hidden: Int @inaccessible }";
    let folder = folder(
        "demands",
        &[
            ("old/a.graphql", &format!("{head}{old}")),
            ("new/a.graphql", &format!("{head}{new}")),
        ],
    );
    let compose = |side: &str| {
        let output = folder.join(format!("{side}.sdl"));
        let run = router(&["compose", text(&folder.join(side)), "--output", text(&output)]);
        assert_eq!(run.code, 0, "{}", run.stderr);
        output
    };
    let (old, new) = (compose("old"), compose("new"));
    let run = router(&["check", "--against", text(&old), text(&new), "--format", "json"]);
    assert_eq!(run.code, 1);
    let expected = owned(&[
        ("breaking", "FIELD_REMOVED", "Query.hidden"),
        ("breaking", "AUTHORIZATION_TIGHTENED", "Query.open"),
        ("breaking", "AUTHORIZATION_TIGHTENED", "Query.other"),
        ("dangerous", "AUTHORIZATION_RELAXED", "Query.closed"),
        ("dangerous", "AUTHORIZATION_RELAXED", "Query.strict"),
    ]);
    assert_eq!(changes(&run), expected);
    // The same from the subgraphs themselves; what was composed on the way stands in no file.
    let composed = router(&["check", "--against", text(&old), text(&folder.join("new")), "--format", "json"]);
    assert_eq!(changes(&composed), expected);
    assert!(composed.json()["changes"][1].get("location").is_none());
    let single = router(&[
        "check",
        "--against",
        text(&old),
        text(&folder.join("new/a.graphql")),
        "--format",
        "json",
    ]);
    assert_eq!(changes(&single), expected);
}

#[test]
fn subgraphs_come_and_go_unnoticed_by_clients() {
    let a = subgraph("type Query { a: Int @shareable }");
    let folder = folder(
        "graphs",
        &[
            ("old/a.graphql", &a),
            ("old/b.graphql", &a),
            ("new/b.graphql", &a),
            ("new/c.graphql", &a),
        ],
    );
    let old = folder.join("old.sdl");
    assert_eq!(router(&["compose", text(&folder.join("old")), "--output", text(&old)]).code, 0);
    let run = router(&["check", "--against", text(&old), text(&folder.join("new")), "--format", "json"]);
    assert_eq!(run.code, 0);
    let expected = owned(&[("safe", "SUBGRAPH_REMOVED", "a"), ("safe", "SUBGRAPH_ADDED", "c")]);
    assert_eq!(changes(&run), expected);
}

#[test]
fn roots_and_choices_of_inputs_are_compared() {
    let run = compare(
        "roots",
        "directive @oneOf on INPUT_OBJECT schema { query: Q mutation: M } type Q { a(i: I, j: J): Int } type M { a: Int }
            input I { a: Int b: Int } input J @oneOf { a: Int b: Int }",
        "directive @oneOf on INPUT_OBJECT schema { query: M subscription: Q } type Q { a(i: I, j: J): Int } type M { a: Int }
            input I @oneOf { a: Int b: Int } input J { a: Int b: Int }",
    );
    let expected = owned(&[
        ("breaking", "ONE_OF_ADDED", "I"),
        ("breaking", "ROOT_OPERATION_REMOVED", "M"),
        ("breaking", "ROOT_OPERATION_CHANGED", "Q"),
        ("safe", "ONE_OF_REMOVED", "J"),
        ("safe", "ROOT_OPERATION_ADDED", "Q"),
    ]);
    assert_eq!(changes(&run), expected);
}

#[test]
fn whoever_left_out_what_must_be_given_is_affected() {
    let old = "type Query { a(b: Int, c: Int! = 1): Int }";
    let new = "type Query { a(b: Int!, c: Int!): Int }";
    let files = [
        ("old.graphql", old),
        ("new.graphql", new),
        ("without/q.graphql", "query Without { a }"),
        ("with/q.graphql", "query With { a(b: 1, c: 1) }"),
        ("other/q.graphql", "query Other { __typename }"),
    ];
    let folder = folder("left-out", &files);
    let run = |operations: &str| {
        let (old, new, operations) = (folder.join("old.graphql"), folder.join("new.graphql"), folder.join(operations));
        router(&[
            "check",
            "--against",
            text(&old),
            text(&new),
            "--operations",
            text(&operations),
            "--format",
            "json",
        ])
    };
    let without = run("without");
    assert_eq!(without.code, 1);
    assert_eq!(without.json()["operations"]["broken"][0]["errors"][0]["line"], 1);
    assert_eq!(run("other").code, 0);
    assert_eq!(run("with").code, 1, "a variable may be null, and the field is the same");
}

#[test]
fn errors_of_either_schema_are_shown_in_their_file() {
    let run = compare("new-wrong", "type Query { a: Int }", "type Query {\n a: Nowhere\n}");
    assert_eq!(run.code, 1);
    let place = &run.json()["errors"][0]["locations"][0];
    assert_eq!((&place["subgraph"], &place["line"]), (&json!("new"), &json!(2)));
    let folder = folder(
        "old-wrong",
        &[("old.graphql", "type Query {"), ("new.graphql", "type Query { a: Int }")],
    );
    let (old, new) = (folder.join("old.graphql"), folder.join("new.graphql"));
    let run = router(&["check", "--against", text(&old), text(&new)]);
    assert_eq!((run.code, run.stdout.as_str()), (1, ""));
    assert!(run.stderr.contains(&format!("--> {}:1:", text(&old))), "{}", run.stderr);
    assert!(run.stderr.contains("error: the old schema has errors"), "{}", run.stderr);
    let wrong = subgraph("type Query { t: T } type T @key(fields: \"nope\") { id: ID }");
    std::fs::write(&old, "type Query { a: Int }").unwrap();
    std::fs::write(&new, wrong).unwrap();
    let run = router(&["check", "--against", text(&old), text(&new), "--format", "json"]);
    assert_eq!(run.json()["errors"][0]["code"], "KEY_INVALID_FIELDS");
}

#[test]
fn wrong_usage_exits_with_2() {
    let old = cases().join("old.graphql");
    let nowhere = Path::new("nowhere.graphql");
    for arguments in [
        vec!["check"],
        vec!["check", text(&old)],
        vec!["check", "--against", text(&old)],
        vec!["check", "--against", text(nowhere), text(&old)],
        vec!["check", "--against", text(&old), text(nowhere)],
        vec!["check", "--against", text(&old), text(&old), "--operations", "nowhere"],
        vec![
            "check",
            "--against",
            text(&old),
            text(&old),
            "--operations",
            env!("CARGO_TARGET_TMPDIR"),
            "--format",
            "xml",
        ],
    ] {
        assert_eq!(router(&arguments).code, 2, "{arguments:?}");
    }
}
