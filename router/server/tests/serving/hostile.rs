//! Requests made to cost much: each ends in an error that names what is too much, before the work it would cause.
//!
//! Work is counted, not timed: nothing was asked of a subgraph, and what is planned at all is planned in few steps.

use std::fmt::Write;
use std::time::Duration;

use router_server::Config;
use serde_json::{Value, json};

use crate::harness::{self, Served, serve};

/// The usual limits, and all the time a busy machine may need: what ends here is ended by counts.
fn config() -> Config {
    let mut config = harness::config();
    config.limits.plan_timeout = Duration::from_secs(600);
    config
}

/// Limits no document of these tests reaches, so that what stands behind them is seen.
fn open() -> Config {
    let mut config = config();
    config.limits.tokens = 10_000_000;
    config.limits.operations = 1000;
    config.limits.aliases = 1_000_000;
    config.limits.root_fields = 1_000_000;
    config.limits.selections = 10_000;
    config.limits.plan_steps = 1_000_000;
    config
}

/// `F0` spreads `F1` twice, and so on: 2 to the power of `depth` selections.
fn doubling(depth: usize) -> String {
    let mut text = "{ me { ...F0 } }".to_owned();
    for number in 0..depth {
        let next = number + 1;
        write!(text, " fragment F{number} on Person {{ ...F{next} friends {{ ...F{next} }} }}").unwrap();
    }
    write!(text, " fragment F{depth} on Person {{ id name }}").unwrap();
    text
}

/// The same without a field between the fragments.
fn doubling_flat(depth: usize) -> String {
    let mut text = "{ me { ...F0 } }".to_owned();
    for number in 0..depth {
        let next = number + 1;
        write!(
            text,
            " fragment F{number} on Person {{ ...F{next} ... on Person {{ ...F{next} }} }}"
        )
        .unwrap();
    }
    write!(text, " fragment F{depth} on Person {{ id name }}").unwrap();
    text
}

fn chain(length: usize) -> String {
    let mut text = "{ me { ...F0 } }".to_owned();
    for number in 0..length {
        write!(text, " fragment F{number} on Person {{ ...F{} }}", number + 1).unwrap();
    }
    write!(text, " fragment F{length} on Person {{ id }}").unwrap();
    text
}

fn operations_over_one_fragment(operations: usize, fields: usize) -> String {
    let mut text = String::new();
    for number in 0..operations {
        write!(text, "query Q{number} {{ me {{ ...F }} }} ").unwrap();
    }
    let fields: Vec<String> = (0..fields).map(|number| format!("f{number}: name")).collect();
    write!(text, "fragment F on Person {{ {} }}", fields.join(" ")).unwrap();
    text
}

fn aliases(count: usize) -> String {
    let fields: Vec<String> = (0..count).map(|number| format!("a{number}: name")).collect();
    format!("{{ me {{ {} }} }}", fields.join(" "))
}

fn nested(depth: usize) -> String {
    format!("{{ me {{ {} id {} }} }}", "friends { ".repeat(depth), "}".repeat(depth))
}

fn nested_inline(depth: usize) -> String {
    format!("{{ me {{ {} id {} }} }}", "... on Person { ".repeat(depth), "}".repeat(depth))
}

async fn code(served: &Served, request: Value) -> String {
    let got = served.post(request, &[]).await;
    let answer = got.json();
    let errors = answer["errors"].as_array().map(Vec::len).unwrap_or_default();
    assert!((1..=20).contains(&errors), "{errors} errors");
    assert!(answer.get("data").is_none(), "{answer}");
    assert!(got.body.len() < 50_000, "{} bytes", got.body.len());
    got.code()
}

#[tokio::test]
async fn hostile_documents_end_at_a_limit() {
    let served = serve(config()).await;
    let cycle = "{ me { ...A } } fragment A on Person { ...B } fragment B on Person { ...A }".to_owned();
    let own_cycle = "{ me { ...A } } fragment A on Person { friends { ...A } }".to_owned();
    let argument = |value: String| format!("{{ greeting(name: {value}) }}");
    let mut wrong = Vec::new();
    for (what, query, expected) in [
        ("fragments that double", doubling(30), "OPERATION_TOO_LARGE"),
        ("flat fragments that double", doubling_flat(30), "OPERATION_TOO_LARGE"),
        ("a long chain", chain(5000), "OPERATION_TOO_MANY_TOKENS"),
        ("a chain", chain(700), "GRAPHQL_VALIDATION_FAILED"),
        ("operations", operations_over_one_fragment(100, 5000), "OPERATION_TOO_MANY_TOKENS"),
        (
            "operations over fewer fields",
            operations_over_one_fragment(100, 2000),
            "OPERATION_TOO_MANY_OPERATIONS",
        ),
        ("aliases", aliases(100_000), "OPERATION_TOO_MANY_TOKENS"),
        ("fewer aliases", aliases(2500), "OPERATION_TOO_MANY_ALIASES"),
        ("depth", nested(2000), "OPERATION_TOO_NESTED"),
        ("less depth", nested(90), "OPERATION_TOO_DEEP"),
        ("inline fragments", nested_inline(1500), "OPERATION_TOO_NESTED"),
        ("a cycle", cycle, "GRAPHQL_VALIDATION_FAILED"),
        ("a cycle of one", own_cycle, "GRAPHQL_VALIDATION_FAILED"),
        (
            "a deep list",
            argument(format!("{}{}", "[".repeat(5000), "]".repeat(5000))),
            "OPERATION_TOO_NESTED",
        ),
        ("an open list", argument("[".repeat(10_000)), "OPERATION_TOO_NESTED"),
        ("an open object", argument("{a:".repeat(3000)), "OPERATION_TOO_NESTED"),
        (
            "a long list",
            argument(format!("[{}]", "1,".repeat(100_000))),
            "OPERATION_TOO_MANY_TOKENS",
        ),
        (
            "a long number",
            format!("{{ greeting(times: {}) }}", "9".repeat(1_000_000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "directives",
            format!("{{ greeting {} }}", "@include(if: true) ".repeat(100_000)),
            "OPERATION_TOO_MANY_TOKENS",
        ),
        (
            "fewer directives",
            format!("{{ greeting {} }}", "@include(if: true) ".repeat(1000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "unknown directives",
            format!("{{ greeting {} }}", "@x ".repeat(3000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "variables",
            format!("query({}) {{ greeting }}", "$a: Int ".repeat(2000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "unknown fields",
            format!("{{ me {{ {} }} }}", "x ".repeat(6000)),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "unused fragments",
            "{ greeting } ".to_owned() + &"fragment A on Person { id } ".repeat(700),
            "GRAPHQL_VALIDATION_FAILED",
        ),
        (
            "an open text",
            "{ greeting(name: \"".to_owned() + &"x".repeat(1_000_000),
            "GRAPHQL_PARSE_FAILED",
        ),
        ("nothing but signs", "\u{1}".repeat(100_000), "OPERATION_TOO_MANY_TOKENS"),
    ] {
        let found = code(&served, json!({ "query": query })).await;
        if found != expected {
            wrong.push(format!("{what}: {found}"));
        }
    }
    assert_eq!(wrong, [""; 0]);
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn hostile_documents_end_though_the_limits_are_open() {
    let served = serve(open()).await;
    for (what, query, expected) in [
        ("a chain", chain(5000), "GRAPHQL_VALIDATION_FAILED"),
        ("fragments that double", doubling(30), "OPERATION_TOO_LARGE"),
        ("flat fragments that double", doubling_flat(60), "OPERATION_TOO_LARGE"),
        ("aliases", aliases(10_001), "OPERATION_TOO_LARGE"),
        ("depth", nested(20_000), "OPERATION_TOO_NESTED"),
        ("inline fragments", nested_inline(20_000), "OPERATION_TOO_NESTED"),
        (
            "an open list",
            format!("{{ greeting(name: {}", "[".repeat(100_000)),
            "OPERATION_TOO_NESTED",
        ),
        ("operations", operations_over_one_fragment(100, 1000), "OPERATION_NOT_FOUND"),
        ("less depth", nested(90), "OPERATION_TOO_DEEP"),
    ] {
        assert_eq!(code(&served, json!({ "query": query })).await, expected, "{what}");
    }
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn hostile_variables_end_at_a_limit() {
    let served = serve(config()).await;
    let query = "query($name: String) { greeting(name: $name) }";
    for (value, expected) in [
        (format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), "JSON_TOO_DEEP"),
        (format!("{}1{}", "{\"a\":".repeat(100_000), "}".repeat(100_000)), "JSON_TOO_DEEP"),
        ("[".repeat(1_000_000), "JSON_TOO_DEEP"),
        (format!("[{}1]", "1,".repeat(500_000)), "BAD_USER_INPUT"),
        ("9".repeat(1_000_000), "BAD_USER_INPUT"),
    ] {
        let body = format!(r#"{{"query":{},"variables":{{"name":{value}}}}}"#, json!(query));
        let got = served.post_raw(&body, &[]).await;
        assert_eq!(got.code(), expected);
        assert!(got.body.len() < 10_000, "{} bytes", got.body.len());
    }
    assert!(served.script.asked().is_empty());
}

/// What is within the limits is planned in few steps, however often it repeats itself.
#[tokio::test]
async fn repetition_within_the_limits_costs_little() {
    let mut config = config();
    config.limits.plan_steps = 20_000;
    let served = serve(config).await;
    let same_field = format!("{{ me {{ {} }} }}", "name ".repeat(6000));
    let same_spread = format!("{{ me {{ {} }} }} fragment F on Person {{ name notes }}", "...F ".repeat(4000));
    let same_object = format!("{{ {} }}", "me { name } ".repeat(90));
    let long_text = format!("{{ greeting(name: \"{}\") }}", "x".repeat(1_000_000));
    for query in [same_field, same_spread, same_object, long_text, doubling_flat(12)] {
        let answer = served.query(&query).await;
        assert!(answer.get("errors").is_none(), "{}", answer["errors"]);
    }
    assert!(served.script.asked().len() <= 6);
}
