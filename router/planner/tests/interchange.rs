//! Plans as JSON for other programs: what stands in them where one tree of values needs more than the plan itself. That they give the right answers is the
//! business of `differential.rs`.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use router_graph::{Document, Limits, Supergraph};
use router_planner::{Budget, PlanOptions, plan};
use serde_json::{Value, json};

/// The fetches of the plan of an operation over a case's supergraph, in order.
fn fetches(case: &str, operation: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/cases/{case}.graphql"));
    let text = fs::read_to_string(path).expect("a readable case");
    let sdl = text.split("# operation: ").next().expect("a supergraph comes first");
    let supergraph = Supergraph::parse(sdl).expect("a valid supergraph");
    let limits = Limits::default();
    let document = Document::parse(&supergraph.api, operation, &limits).expect("a valid operation");
    let operation = document.operation(&supergraph, None, &limits).expect("within limits");
    let options = PlanOptions {
        is_portable: true,
        ..PlanOptions::default()
    };
    let cancelled = AtomicBool::new(false);
    let budget = Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    let made = plan(&supergraph, &operation, &options, budget).expect("a satisfiable operation");
    let mut found = Vec::new();
    collect(&made.to_json(&supergraph)["node"], &mut found);
    found
}

fn collect(node: &Value, found: &mut Vec<Value>) {
    match node["kind"].as_str() {
        Some("Fetch") => found.push(node.clone()),
        Some("Sequence" | "Parallel") => node["nodes"]
            .as_array()
            .expect("nodes")
            .iter()
            .for_each(|node| collect(node, found)),
        Some("Flatten") => collect(&node["node"], found),
        Some("Condition") => ["ifClause", "elseClause"]
            .iter()
            .filter_map(|clause| node.get(clause))
            .for_each(|node| collect(node, found)),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_key_the_client_uses_for_something_else_is_renamed_and_renamed_back() {
    let fetches = fetches("requires", "{ item { id: label } }");
    assert_eq!(
        fetches[0]["outputRewrites"],
        json!([{"kind": "KeyRenamer", "path": ["item", "id"], "renameKeyTo": "id__1"}])
    );
    assert_eq!(
        fetches[1]["requires"][0]["selections"],
        json!([{"kind": "Field", "name": "__typename"}, {"kind": "Field", "name": "id__1"}])
    );
    assert_eq!(
        fetches[1]["inputRewrites"],
        json!([{"kind": "KeyRenamer", "path": ["... on Item", "id__1"], "renameKeyTo": "id"}])
    );
}

#[test]
fn a_required_field_with_other_arguments_is_sent_under_its_own_name() {
    let fetches = fetches("requires", "{ item { amount(currency: \"CHF\") cost } }");
    let last = fetches.last().expect("fetches");
    assert_eq!(
        last["inputRewrites"],
        json!([{"kind": "KeyRenamer", "path": ["... on Item", "amount__1"], "renameKeyTo": "amount"}])
    );
    assert!(fetches.iter().all(|fetch| fetch.get("outputRewrites").is_none()));
}

#[test]
fn an_interface_object_is_sent_as_such_and_does_not_hide_the_type() {
    let fetches = fetches("interface_objects", "{ patients { t: __typename ... on Bear { vet roars } } }");
    let operations: Vec<&str> = fetches.iter().filter_map(|fetch| fetch["operation"].as_str()).collect();
    assert_eq!(operations[0], "{ patients { __typename id } }");
    assert!(
        operations[1].contains("{ __typename t: __typename ... on Bear {"),
        "{}",
        operations[1]
    );
    assert_eq!(fetches[2]["requires"][0]["typeCondition"], "Bear");
    assert_eq!(
        fetches[2]["inputRewrites"],
        json!([{"kind": "ValueSetter", "path": ["... on Bear", "__typename"], "setValueTo": "Animal"}])
    );
    assert!(!operations[2].contains("__typename"), "{}", operations[2]);
}

#[test]
fn what_a_client_aliases_is_sent_as_it_is_called() {
    let fetches = fetches("requires", "{ item { own: id label } }");
    assert_eq!(fetches[0]["operation"], "{ item { __typename own: id id } }");
    assert!(fetches[1].get("inputRewrites").is_none());
}
