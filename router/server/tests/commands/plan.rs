//! `router plan`: forms, exit codes, errors, and one line out per line in.

use serde_json::{Value, json};

use crate::harness::{command, finish, folder, router, subgraph, text};

/// Two subgraphs, one entity.
fn supergraph() -> String {
    let subgraphs = folder(
        &format!("plan-{:?}", std::thread::current().id()),
        &[
            (
                "users.graphql",
                &subgraph("type Query { me: User } type User @key(fields: \"id\") { id: ID! name: String }"),
            ),
            (
                "posts.graphql",
                &subgraph("type User @key(fields: \"id\") { id: ID! posts: [String] }"),
            ),
        ],
    );
    let run = router(&["compose", text(&subgraphs)]);
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout
}

fn plan(name: &str, operation: &str, more: &[&str]) -> crate::harness::Run {
    let files = folder(
        name,
        &[
            ("supergraph.graphql", &supergraph()),
            ("operation.graphql", operation),
            ("variables.json", "{\"v\": false}"),
        ],
    );
    let (supergraph, operation) = (files.join("supergraph.graphql"), files.join("operation.graphql"));
    let variables = files.join("variables.json");
    let mut arguments = vec!["plan", "--supergraph", text(&supergraph), "--operation", text(&operation)];
    for argument in more {
        arguments.push(if *argument == "VARIABLES" { text(&variables) } else { argument });
    }
    router(&arguments)
}

#[test]
fn plans_are_printed_as_text_and_as_json() {
    let run = plan("plan-text", "{ me { name posts } }", &[]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(
        run.stdout.starts_with("QueryPlan {\n  Sequence {\n    Fetch(service: \"users\") {"),
        "{run:?}"
    );
    assert!(run.stderr.is_empty());

    let run = plan("plan-json", "{ me { name posts } }", &["--format", "json"]);
    let node = &run.json()["node"];
    assert_eq!(node["kind"], "Sequence");
    assert_eq!(node["nodes"][0]["operation"], "{ me { __typename name id } }");
    let flatten = &node["nodes"][1];
    assert_eq!((&flatten["kind"], &flatten["path"]), (&json!("Flatten"), &json!(["me"])));
    let fetch = &flatten["node"];
    assert_eq!((&fetch["serviceName"], &fetch["operationKind"]), (&json!("posts"), &json!("query")));
    assert_eq!(
        fetch["requires"],
        json!([{
            "kind": "InlineFragment",
            "typeCondition": "User",
            "selections": [{"kind": "Field", "name": "__typename"}, {"kind": "Field", "name": "id"}],
        }])
    );
}

#[test]
fn every_stage_is_explained() {
    let operation = "query Q($v: Boolean!) { me { alias: name ... on User { posts @include(if: $v) } } }";
    let run = plan("plan-explain", operation, &["--explain", "--variables", "VARIABLES"]);
    assert_eq!(run.code, 0, "{run:?}");
    for expected in [
        "query Q {\n  me {\n    alias: name\n    posts if $v\n  }\n}\n",
        "\n  the root: users asked, cost ",
        "\n  me, had from users: posts asked, cost ",
        "#0 users\n",
        "#1 posts, at me, sends 1 fields, level 1, after #0, if $v (left out)\n",
        "QueryPlan {\n",
    ] {
        assert!(run.stdout.contains(expected), "{expected}\n{}", run.stdout);
    }
    let run = plan("plan-explain-json", operation, &["--explain", "--format", "json"]);
    let explained = run.json();
    assert_eq!(explained["choices"][1]["opened"], json!(["posts"]));
    assert_eq!(explained["fetches"][1]["depends"], json!([0]));
    assert_eq!(explained["fetches"][1]["sent"], Value::Null);
    assert_eq!(explained["plan"]["kind"], "QueryPlan");
}

#[test]
fn errors_have_code_place_and_exit_code() {
    let run = plan("plan-invalid", "{ me { nothing } }", &[]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.starts_with("error[GRAPHQL_VALIDATION_FAILED]: "), "{run:?}");
    assert!(run.stderr.contains("operation.graphql:1:8\n"), "{run:?}");
    let run = plan("plan-invalid-json", "{ me {", &["--format", "json"]);
    assert_eq!(run.code, 1);
    assert_eq!(run.json()["errors"][0]["code"], "GRAPHQL_PARSE_FAILED");
    assert_eq!(router(&["plan", "--supergraph", "nowhere", "--operation", "nowhere"]).code, 2);
    assert_eq!(router(&["plan", "--supergraph", "nowhere"]).code, 2);
    assert_eq!(router(&["plan", "--stdio", "--explain"]).code, 2);
}

fn answers(lines: &[Vec<u8>]) -> Vec<Value> {
    let run = finish(command(&["plan", "--stdio"]), &lines.join(&b'\n'));
    assert_eq!(run.code, 0, "{run:?}");
    run.stdout.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn lines_are_answered_in_order() {
    let sdl = supergraph();
    let file = folder("plan-stdio", &[("supergraph.graphql", &sdl)]).join("supergraph.graphql");
    let line = |value: Value| value.to_string().into_bytes();
    let lines = [
        line(json!({"id": 1, "supergraph": sdl, "query": "{ me { name } }"})),
        line(
            json!({"id": "two", "supergraph": text(&file), "query": "query A { me { id } } query B { me { posts } }", "operationName": "B",
            "variables": {"x": 1}, "overrides": ["beta"], "config": {"defer": false, "typeConditionedFetching": false, "more": 1}}),
        ),
        line(
            json!({"id": [3], "supergraph": sdl, "query": "query($d: Boolean!) { me { ... @defer(if: $d) { posts } } }", "config": {"defer": false}}),
        ),
        line(json!({"id": 4, "supergraph": sdl, "query": "{ nothing }", "operationName": null, "overrides": null})),
        line(json!({"id": 5, "supergraph": "type Query { a: Int }", "query": "{ a }"})),
        line(json!({"id": 6, "supergraph": "nowhere.graphql", "query": "{ a }"})),
        line(json!({"id": 7, "query": "{ a }"})),
        line(json!({"id": 8, "supergraph": 1, "query": "{ a }"})),
        b"garbage".to_vec(),
        b"{\"id\": 10, \"supergraph\": \"\xff\", \"query\": \"{ a }\"}".to_vec(),
        line(json!({"id": 11, "supergraph": sdl, "query": "{".repeat(100_000)})),
        line(json!({"id": 12, "supergraph": sdl, "query": "{ __schema { types { name } } }"})),
        line(json!({"id": 13, "supergraph": "{", "query": "{ a }"})),
        line(json!({"id": 14, "supergraph": sdl, "query": "{ me { name } }"})),
    ];
    let answers = answers(&lines);
    assert_eq!(answers.len(), lines.len());
    let ids: Vec<Value> = answers.iter().map(|answer| answer["id"].clone()).collect();
    let expected = json!([1, "two", [3], 4, 5, 6, 7, 8, null, 10, 11, 12, 13, 14]);
    assert_eq!(Value::from(ids), expected);
    for planned in [0, 1, 2, 11, 13] {
        assert_eq!(answers[planned]["plan"]["kind"], "QueryPlan", "{}", answers[planned]);
        assert!(answers[planned].get("error").is_none());
    }
    assert_eq!(answers[0]["plan"], answers[13]["plan"]);
    assert_eq!(answers[1]["plan"]["node"]["nodes"][1]["node"]["operationName"], "B__posts__1");
    assert!(answers[11]["plan"].get("node").is_none());
    for (refused, code) in [
        (3, "GRAPHQL_VALIDATION_FAILED"),
        (4, "INVALID_FEDERATION_SUPERGRAPH"),
        (5, "SUPERGRAPH_UNREADABLE"),
        (6, "BAD_REQUEST"),
        (7, "BAD_REQUEST"),
        (8, "BAD_REQUEST"),
        (9, "BAD_REQUEST"),
    ] {
        assert_eq!(answers[refused]["error"]["code"], code, "{}", answers[refused]);
        assert!(answers[refused]["error"]["message"].is_string() && answers[refused].get("plan").is_none());
    }
    assert!(answers[10]["error"]["code"].is_string() && answers[12]["error"]["code"].is_string());
}
