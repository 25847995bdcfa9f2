//! Arguments from contexts, planned and run: what is sent for which instance, and what comes back where. Here `sales` is subgraph 0, `theatre` 1.

use router_graph::Supergraph;
use serde_json::json;

use crate::support::{Scripted, run_planned as run, supergraph_of_case as supergraph};

fn theatre() -> Supergraph {
    supergraph(include_str!("../../../planner/tests/cases/contexts.graphql"))
}

#[tokio::test]
async fn one_value_needs_one_list() {
    let answered = run(
        &theatre(),
        "query Q($vat: Boolean) { best { rows { price(vat: $vat) } } }",
        r#"{"vat":true}"#,
        Scripted::default()
            .body(0, r#"{"data":{"best":{"id":"1","currency":"EUR"}}}"#)
            .body(1, r#"{"data":{"_entities":[{"rows":[[{"price":5},{"price":6}]]}]}}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"best":{"rows":[[{"price":5},{"price":6}]]}}"#);
    let (_, request) = &answered.transport.asked()[1];
    assert_eq!(request["operationName"], "Q__theatre__1");
    assert_eq!(
        request["query"],
        "query Q__theatre__1($representations: [_Any!]!, $vat: Boolean, $contextualArgument_2_2: String) { \
         _entities(representations: $representations) { ... on Show { rows { price(vat: $vat, currency: $contextualArgument_2_2) } } } }"
    );
    assert_eq!(
        request["variables"],
        json!({
            "representations": [{ "__typename": "Show", "id": "1" }],
            "contextualArgument_2_2": "EUR",
            "vat": true,
        })
    );
}

/// Two shows with different currencies share a seat, a third has the first's currency, and a fourth none.
#[tokio::test]
async fn equal_representations_with_different_values_are_different() {
    let seats = |ids: &[u32]| {
        ids.iter()
            .map(|id| json!({ "id": id, "number": id }))
            .collect::<serde_json::Value>()
    };
    let shows = json!({ "data": { "shows": [
        { "id": 1, "rows": [seats(&[7, 8])] },
        { "id": 2, "rows": [seats(&[7]), []] },
        { "id": 3, "rows": [seats(&[8]), seats(&[7])] },
        { "id": 4, "rows": [seats(&[7])] },
    ] } });
    let answered = run(
        &theatre(),
        "query Q($vat: Boolean = false) { shows { rows { number price(vat: $vat) } } }",
        "",
        Scripted::default()
            .body(1, &shows.to_string())
            .body(
                0,
                r#"{"data":{"_entities":[{"currency":"EUR"},{"currency":"US \"$\""},{"currency":"EUR"},{"currency":null}]}}"#,
            )
            .body(
                1,
                r#"{"data":{"_1":[{"price":270}],"_0":[{"price":17},{"price":18}],"_2":[{"price":null}]},
                    "errors":[{"message":"no price","path":["_2",0,"price"],"extensions":{"code":"FREE"}}]}"#,
            ),
    )
    .await;
    assert_eq!(
        answered.data(),
        r#"{"shows":[{"rows":[[{"number":7,"price":17},{"number":8,"price":18}]]},{"rows":[[{"number":7,"price":270}],[]]},{"rows":[[{"number":8,"price":18}],[{"number":7,"price":17}]]},{"rows":[[{"number":7,"price":null}]]}]}"#
    );
    assert_eq!(answered.errors(), ["FREE shows.3.rows.0.0.price theatre"]);
    let (_, request) = &answered.transport.asked()[2];
    assert_eq!(
        request["query"],
        "query Q__theatre__2(\
         $representations_0: [_Any!]!, $contextualArgument_2_2_0: String, \
         $representations_1: [_Any!]!, $contextualArgument_2_2_1: String, \
         $representations_2: [_Any!]!, $contextualArgument_2_2_2: String, $vat: Boolean = false) { \
         _0: _entities(representations: $representations_0) { ... on Seat { price(vat: $vat, currency: $contextualArgument_2_2_0) } } \
         _1: _entities(representations: $representations_1) { ... on Seat { price(vat: $vat, currency: $contextualArgument_2_2_1) } } \
         _2: _entities(representations: $representations_2) { ... on Seat { price(vat: $vat, currency: $contextualArgument_2_2_2) } } }"
    );
    let seat = |id: &str| json!({ "__typename": "Seat", "id": id.parse::<u32>().unwrap() });
    assert_eq!(
        request["variables"],
        json!({
            "representations_0": [seat("7"), seat("8")], "contextualArgument_2_2_0": "EUR",
            "representations_1": [seat("7")], "contextualArgument_2_2_1": "US \"$\"",
            "representations_2": [seat("7")], "contextualArgument_2_2_2": null,
            "vat": false,
        })
    );
}

#[tokio::test]
async fn lists_below_a_context_stay_lists_and_types_choose_what_is_read() {
    let supergraph = theatre();
    let shows = r#"{"data":{"shows":[
        {"acts":[{"minutes":30},{"minutes":null}],"seat":{"id":1}},
        {"acts":[],"seat":{"id":1}}]}}"#;
    let answered = run(
        &supergraph,
        "{ shows { seat { wait } } }",
        "",
        Scripted::default()
            .body(1, shows)
            .body(1, r#"{"data":{"_0":[{"wait":1}],"_1":[{"wait":2}]}}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"shows":[{"seat":{"wait":1}},{"seat":{"wait":2}}]}"#);
    let variables = &answered.transport.asked()[1].1["variables"];
    assert_eq!(variables["contextualArgument_2_3_0"], json!([30, null]));
    assert_eq!(variables["contextualArgument_2_3_1"], json!([]));

    let stages = r#"{"data":{"stages":[
        {"__typename":"Hall","label":"A","id":1},
        {"__typename":"Field","title":"F","id":2}]}}"#;
    let answered = run(
        &supergraph,
        "{ stages { ... on Hall { desk { sound } } ... on Field { desk { sound } } } }",
        "",
        Scripted::default().body(1, stages).body(
            1,
            r#"{"data":{"_0":[{"__typename":"Hall","desk":{"sound":"a"}}],"_1":[{"__typename":"Field","desk":{"sound":"f"}}]}}"#,
        ),
    )
    .await;
    assert_eq!(answered.data(), r#"{"stages":[{"desk":{"sound":"a"}},{"desk":{"sound":"f"}}]}"#);
    let variables = &answered.transport.asked()[1].1["variables"];
    assert_eq!(variables["contextualArgument_2_0_0"], "A");
    assert_eq!(variables["contextualArgument_2_0_1"], "F");
}

/// The fetch that brings the value fails: nothing is asked that would need it, and the one error covers the nulls.
#[tokio::test]
async fn without_the_value_nothing_is_asked() {
    let answered = run(
        &theatre(),
        "{ shows { seat { price number } } }",
        "",
        Scripted::default()
            .body(1, r#"{"data":{"shows":[{"id":1,"seat":{"id":1,"number":4}}]}}"#)
            .body(0, r#"{"errors":[{"message":"down"}]}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"shows":[{"seat":{"price":null,"number":4}}]}"#);
    assert_eq!(answered.transport.asked().len(), 2);
    assert_eq!(answered.errors().len(), 1);
}

#[tokio::test]
async fn lists_of_another_length_are_refused_whole() {
    let answered = run(
        &theatre(),
        "{ shows { seat { wait } } }",
        "",
        Scripted::default()
            .body(
                1,
                r#"{"data":{"shows":[{"acts":[],"seat":{"id":1}},{"acts":[{"minutes":1}],"seat":{"id":1}}]}}"#,
            )
            .body(1, r#"{"data":{"_0":[{"wait":1}],"_1":[]}}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"shows":[{"seat":{"wait":null}},{"seat":{"wait":null}}]}"#);
    assert_eq!(answered.errors(), ["SUBGRAPH_MALFORMED shows theatre"]);
}
