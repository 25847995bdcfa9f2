//! `router api-schema`: supergraphs of several generations.

use std::path::PathBuf;

use crate::harness::{command, finish, folder, golden, router, subgraph, text};

fn case(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/commands/cases").join(file)
}

#[test]
fn a_supergraph_of_the_first_generation_is_read() {
    let run = router(&["api-schema", text(&case("api_schema/join_v0_1.graphql"))]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    golden("api_schema/join_v0_1.api.graphql", &run.stdout);
}

#[test]
fn it_is_what_compose_found() {
    let body = "type Query { a(b: Int @deprecated): [T!] }\n\"One\" type T @key(fields: \"id\") { id: ID! hidden: Int @tag(name: \"x\") }";
    let folder = folder("api", &[("a.graphql", &subgraph(body))]);
    let composed = router(&["compose", text(&folder)]);
    let mut from_stdin = command(&["api-schema", "--supergraph", "-"]);
    from_stdin.current_dir(&folder);
    let run = finish(from_stdin, composed.stdout.as_bytes());
    assert_eq!(run.code, 0, "{run:?}");
    let request = serde_json::json!({"id": 1, "subgraphs": [{"name": "a", "sdl": subgraph(body)}]}).to_string();
    let answer = finish(command(&["compose", "--stdio"]), request.as_bytes());
    assert_eq!(answer.json()["api"], run.stdout);
}

#[test]
fn what_is_no_supergraph_is_refused() {
    let hidden =
        "schema @link(url: \"https://specs.apollo.dev/link/v1.0\") @link(url: \"https://specs.apollo.dev/join/v0.3\", for: EXECUTION)
  @link(url: \"https://specs.apollo.dev/inaccessible/v0.2\", for: SECURITY) { query: Query }
directive @link(url: String, as: String, for: link__Purpose, import: [link__Import]) repeatable on SCHEMA
directive @inaccessible on OBJECT | FIELD_DEFINITION
directive @join__graph(name: String!, url: String!) on ENUM_VALUE
scalar link__Import
enum link__Purpose { SECURITY EXECUTION }
enum join__Graph { A @join__graph(name: \"a\", url: \"http://a\") }
type Query { a: T }
type T @inaccessible { a: Int }
";
    let files = [
        ("plain.graphql", "type Query { a: Int }"),
        ("syntax.graphql", "type Query { a Int }"),
        ("unknown.graphql", "type Query { a: Int @join__field(graph: A) }"),
        ("hidden.graphql", hidden),
    ];
    let folder = folder("no-supergraph", &files);
    for (file, code, place) in [
        ("plain.graphql", "INVALID_FEDERATION_SUPERGRAPH", ""),
        ("syntax.graphql", "INVALID_GRAPHQL", ":1:"),
        ("unknown.graphql", "INVALID_GRAPHQL", ":1:"),
        ("hidden.graphql", "REFERENCED_INACCESSIBLE", ":9:"),
    ] {
        let path = folder.join(file);
        let run = router(&["api-schema", text(&path)]);
        assert_eq!((run.code, run.stdout.as_str()), (1, ""), "{run:?}");
        assert!(run.stderr.contains(&format!("error[{code}]: ")), "{}", run.stderr);
        assert!(
            place.is_empty() || run.stderr.contains(&format!("{}{place}", text(&path))),
            "{}",
            run.stderr
        );
        let run = router(&["api-schema", text(&path), "--format", "json"]);
        assert_eq!(run.json()["errors"][0]["code"], code);
    }
}

#[test]
fn exactly_one_supergraph_is_given() {
    assert_eq!(router(&["api-schema"]).code, 2);
    assert_eq!(router(&["api-schema", "a", "--supergraph", "b"]).code, 2);
    assert_eq!(router(&["api-schema", "nowhere.graphql"]).code, 2);
}
