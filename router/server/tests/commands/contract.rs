//! `router contract`: what each filter hides, as supergraph and as API schema.

use std::path::PathBuf;

use crate::harness::{folder, golden, router, subgraph, text};

fn case(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/commands/cases").join(file)
}

/// A supergraph composed of one subgraph with this body.
fn composed(name: &str, body: &str) -> PathBuf {
    let folder = folder(name, &[("a.graphql", &subgraph(body))]);
    let output = folder.join("supergraph.sdl");
    let run = router(&["compose", text(&folder.join("a.graphql")), "--output", text(&output)]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    output
}

#[test]
fn filters_hide_what_they_say() {
    let supergraph = case("contract/supergraph.graphql");
    let cases: [(&str, &[&str]); 5] = [
        ("exclude", &["--exclude", "internal"]),
        ("include", &["--include", "partner"]),
        ("both", &["--include", "partner", "--exclude", "internal"]),
        ("unreachable", &["--hide-unreachable"]),
        ("all", &["--include", "partner", "--exclude=internal", "--hide-unreachable"]),
    ];
    for (name, filter) in cases {
        let run = router(&[&["contract", text(&supergraph)], filter].concat());
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{name}");
        golden(&format!("contract/{name}.graphql"), &run.stdout);
        let api = router(&[&["contract", text(&supergraph), "--api"], filter].concat());
        golden(&format!("contract/{name}.api.graphql"), &api.stdout);
        // What the router derives from the contract is what the contract promised.
        let folder = folder(&format!("contract-{name}"), &[("contract.graphql", &run.stdout)]);
        let derived = router(&["api-schema", text(&folder.join("contract.graphql"))]);
        assert_eq!(derived.stdout, api.stdout, "{name}");
    }
}

#[test]
fn old_supergraphs_have_contracts_too() {
    let run = router(&[
        "contract",
        text(&case("api_schema/join_v0_1.graphql")),
        "--exclude",
        "internal",
        "--hide-unreachable",
    ]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
    golden("contract/join_v0_1.graphql", &run.stdout);
}

#[test]
fn a_contract_that_leaves_no_valid_api_is_refused() {
    let cases = [
        ("REFERENCED_INACCESSIBLE", "type Query { t: T } type T @tag(name: \"x\") { a: Int }"),
        ("REQUIRED_INACCESSIBLE", "type Query { a(b: Int! @tag(name: \"x\")): Int }"),
        ("QUERY_ROOT_TYPE_INACCESSIBLE", "type Query { a: Int @tag(name: \"x\") }"),
        (
            "DEFAULT_VALUE_USES_INACCESSIBLE",
            "type Query { a(b: E = X): Int } enum E { X @tag(name: \"x\") Y }",
        ),
        (
            "IMPLEMENTED_BY_INACCESSIBLE",
            "interface I { a(b: Int): Int } type Query implements I { a(b: Int @tag(name: \"x\")): Int }",
        ),
    ];
    for (code, body) in cases {
        let supergraph = composed(code, body);
        let run = router(&["contract", text(&supergraph), "--exclude", "x", "--format", "json"]);
        assert_eq!(run.code, 1, "{code}: {run:?}");
        let errors = run.json()["errors"].clone();
        assert_eq!(errors[0]["code"], code);
        assert_eq!(errors[0]["locations"][0]["subgraph"], "supergraph", "{errors}");
        let shown = router(&["contract", text(&supergraph), "--exclude", "x"]);
        assert!(shown.stderr.contains(&format!("--> {}:", text(&supergraph))), "{}", shown.stderr);
    }
}

#[test]
fn what_is_left_empty_goes_with_what_refers_to_it() {
    let body = "type Query { a: Int b: [Secret] c(d: Options): Int }
        type Secret { x: Int @tag(name: \"x\") next: Deeper }
        type Deeper { x: Int @tag(name: \"x\") }
        input Options { x: Int @tag(name: \"x\") }
        interface Named { x: Int }
        type One implements Named { x: Int @tag(name: \"x\") y: Int }";
    let run = router(&["contract", text(&composed("empty", body)), "--exclude", "x", "--api"]);
    assert_eq!(run.code, 0, "{}", run.stderr);
    assert_eq!(run.stdout, "type One {\n  y: Int\n}\n\ntype Query {\n  a: Int\n  c: Int\n}\n");
}

#[test]
fn a_tag_that_nothing_has_is_a_hint() {
    let run = router(&[
        "contract",
        text(&case("contract/supergraph.graphql")),
        "--exclude",
        "internl",
        "--api",
    ]);
    assert_eq!(run.code, 0);
    assert!(
        run.stderr.contains("hint: Nothing in the supergraph has the tag \"internl\"."),
        "{}",
        run.stderr
    );
}

#[test]
fn a_filter_is_needed_and_means_one_thing() {
    let supergraph = case("contract/supergraph.graphql");
    let path = text(&supergraph);
    assert_eq!(router(&["contract", path]).code, 2);
    assert_eq!(router(&["contract", "--include", "a"]).code, 2);
    let run = router(&["contract", path, "--include", "a,b", "--exclude", "b"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("the tag `b` is both included and excluded"), "{}", run.stderr);
}
