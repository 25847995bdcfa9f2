//! What other gateways are known to lose or to show on the way from a plan to the answer.

use serde_json::json;

use crate::support::{Scripted, run_planned as run, supergraph_of_case as supergraph};

/// A field required with other arguments than the client's is read under another key; nothing, zero, false and the empty string are values.
#[tokio::test]
async fn values_that_look_like_nothing_are_sent_under_the_required_name() {
    let supergraph = supergraph(include_str!("../../../planner/tests/cases/requires.graphql"));
    for (amount, sent) in [("0", json!(0)), ("null", json!(null)), ("7", json!(7))] {
        let answered = run(
            &supergraph,
            "{ item { amount(currency: \"CHF\") cost } }",
            "",
            Scripted::default()
                .body(0, r#"{"data":{"item":{"id":"","size":{"width":0}}}}"#)
                .body(1, &format!(r#"{{"data":{{"_entities":[{{"amount":5,"amount__1":{amount}}}]}}}}"#))
                .body(2, r#"{"data":{"_entities":[{"cost":9}]}}"#),
        )
        .await;
        assert_eq!(answered.data(), r#"{"item":{"amount":5,"cost":9}}"#);
        assert_eq!(
            answered.transport.representations(2),
            json!([{ "__typename": "Item", "id": "", "size": { "width": 0 }, "amount": sent }])
        );
    }
}

#[tokio::test]
async fn objects_without_fields_are_written() {
    let supergraph = supergraph(include_str!("../../../planner/tests/cases/keys.graphql"));
    let answered = run(
        &supergraph,
        "query($v: Boolean!) { books { title @skip(if: $v) } }",
        r#"{"v":true}"#,
        Scripted::default().body(0, r#"{"data":{"books":[{"__typename":"Book"},{"__typename":"Book"}]}}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"books":[{},{}]}"#);
    assert!(answered.errors().is_empty());
}

/// A subgraph with an interface object says the interface's name of every object.
#[tokio::test]
async fn the_interfaces_own_name_is_nobodys_type() {
    let supergraph = supergraph(include_str!("../../../planner/tests/cases/interface_objects.graphql"));
    let answered = run(
        &supergraph,
        "{ animals { __typename vet ... on Bear { roars } } }",
        "",
        Scripted::default()
            .body(
                0,
                r#"{"data":{"animals":[{"__typename":"Bear","id":"1","roars":true},{"__typename":"Fish","id":"2"}]}}"#,
            )
            .body(
                1,
                r#"{"data":{"_entities":[{"__typename":"Animal","vet":"a"},{"__typename":"Animal","vet":"b"}]}}"#,
            ),
    )
    .await;
    assert_eq!(
        answered.data(),
        r#"{"animals":[{"__typename":"Bear","vet":"a","roars":true},{"__typename":"Fish","vet":"b"}]}"#
    );
}

/// A required list keeps its nulls and its order, and so do the objects in it.
#[tokio::test]
async fn required_lists_keep_their_nulls() {
    let case = include_str!("../../../planner/tests/cases/requires.graphql");
    let with_list = case
        .replace(
            "size: Size @join__field(graph: CATALOG)",
            "size: [Size] @join__field(graph: CATALOG)",
        )
        .replace(
            "weight: Int @join__field(graph: CATALOG)",
            "weight: [Int] @join__field(graph: CATALOG)",
        )
        .replace(
            "requires: \"size { width } amount(currency: \\\"EUR\\\")\"",
            "requires: \"size { width } weight\"",
        );
    assert_ne!(case, with_list);
    let answered = run(
        &supergraph(&with_list),
        "{ item { cost } }",
        "",
        Scripted::default()
            .body(
                0,
                r#"{"data":{"item":{"id":"1","size":[{"width":1},null,{"width":null}],"weight":[null,2,null]}}}"#,
            )
            .body(2, r#"{"data":{"_entities":[{"cost":9}]}}"#),
    )
    .await;
    assert_eq!(answered.data(), r#"{"item":{"cost":9}}"#);
    assert_eq!(
        answered.transport.representations(1),
        json!([{ "__typename": "Item", "id": "1", "size": [{ "width": 1 }, null, { "width": null }], "weight": [null, 2, null] }])
    );
}

#[tokio::test]
async fn what_subgraphs_dispute_is_null_without_an_error_unless_null_is_refused() {
    let supergraph = supergraph(include_str!("../../../planner/tests/cases/agreement.graphql"));
    let text = |field: &str| format!("{{ harbour {{ log {{ entries {{ __typename ... on Storm {{ {field} }} }} }} }} }}");
    let body = r#"{"data":{"harbour":{"log":{"entries":[{"__typename":"Storm"},{"__typename":"Note"}]}}}}"#;
    let answered = run(&supergraph, &text("name"), "", Scripted::default().body(0, body)).await;
    assert_eq!(
        answered.data(),
        r#"{"harbour":{"log":{"entries":[{"__typename":"Storm","name":null},{"__typename":"Note"}]}}}"#
    );
    assert!(answered.errors().is_empty());
    let answered = run(&supergraph, &text("force"), "", Scripted::default().body(0, body)).await;
    assert_eq!(answered.data(), r#"{"harbour":{"log":null}}"#);
    assert_eq!(answered.errors(), ["SUBGRAPH_INVALID_VALUE harbour.log.entries.0.force -"]);
}

#[tokio::test]
async fn an_interface_object_that_nothing_implements_is_written() {
    let supergraph = supergraph(include_str!("../../../planner/tests/cases/unimplemented.graphql"));
    let transport = Scripted::default().body(1, r#"{"data":{"thing":{"id":"n1","size":3}}}"#);
    let answered = run(&supergraph, "{ thing { size id } }", "", transport).await;
    assert_eq!(answered.data(), r#"{"thing":{"size":3,"id":"n1"}}"#);
}
