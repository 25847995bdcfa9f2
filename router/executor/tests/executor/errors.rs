//! Where errors of subgraphs, and failures to get an answer, appear in the client's response.

use std::sync::Arc;

use crate::support::{Answered, Scripted, Sketch};
use router_executor::{ErrorVisibility, ExecuteOptions, FetchFailure};
use serde_json::json;

const EVENTS: &str = r#"{"data":{"events":[{"id":1},{"id":2},{"id":1}]}}"#;

/// `events` of subgraph 0, each completed with `quota { name }` by subgraph 1.
async fn quotas(transport: Scripted) -> Answered {
    Sketch::new("{ events { id q: quota { label: name limits } } }")
        .root(0, "events { id }")
        .entities(1, "events", 0, &["Event: id!"], "q:quota { label:name limits }", vec![0])
        .run("", transport.body(0, EVENTS))
        .await
}

#[tokio::test]
async fn a_reply_that_is_no_graphql_response_is_one_error_of_ours() {
    let html = "<html>Bad gateway</html>";
    let cases = [
        (
            Scripted::default().failure(0, FetchFailure::Unreachable("refused".into())),
            "SUBGRAPH_UNREACHABLE",
        ),
        (Scripted::default().failure(0, FetchFailure::Timeout), "SUBGRAPH_TIMEOUT"),
        (
            Scripted::default().failure(0, FetchFailure::Unusable("too large".into())),
            "SUBGRAPH_MALFORMED",
        ),
        (Scripted::default().body(0, html), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, ""), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, r#"{"data":{"event":{"seats":1}"#), "SUBGRAPH_MALFORMED"),
        (
            Scripted::default().body(0, r#"{"data":{"event":{"seats":1}}}garbage"#),
            "SUBGRAPH_MALFORMED",
        ),
        (
            Scripted::default().body(0, r#"{"data":{"event":{"subtitle":"\ud800"}}}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (Scripted::default().body(0, "[]"), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, "{}"), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, r#"{"data":null}"#), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, r#"{"data":"text"}"#), "SUBGRAPH_MALFORMED"),
        (Scripted::default().body(0, r#"{"data":{},"errors":"text"}"#), "SUBGRAPH_MALFORMED"),
        (
            Scripted::default().body(0, r#"{"data":{},"errors":["text"]}"#),
            "SUBGRAPH_MALFORMED",
        ),
        (Scripted::default().status(0, 502, html), "SUBGRAPH_HTTP_STATUS"),
        (Scripted::default().status(0, 503, ""), "SUBGRAPH_HTTP_STATUS"),
        (
            Scripted::default().status(0, 404, r#"{"message":"not here"}"#),
            "SUBGRAPH_HTTP_STATUS",
        ),
    ];
    for (transport, code) in cases {
        let answered = Sketch::new("{ event { seats subtitle } sold }")
            .root(0, "event { seats subtitle }")
            .root(1, "sold")
            .run("", transport.body(1, r#"{"data":{"sold":1}}"#))
            .await;
        assert_eq!(answered.data(), r#"{"event":null,"sold":1}"#, "{code}");
        assert_eq!(answered.errors(), [format!("{code} event events")]);
    }
}

#[tokio::test]
async fn a_graphql_response_counts_whatever_its_status() {
    let answered = Sketch::new("{ event { seats } }")
        .root(0, "event { seats }")
        .run(
            "",
            Scripted::default().status(
                0,
                400,
                r#"{"errors":[{"message":"no","extensions":{"code":"FORBIDDEN","hint":[1]}}]}"#,
            ),
        )
        .await;
    assert_eq!(answered.data(), r#"{"event":null}"#);
    assert_eq!(
        answered.json["errors"],
        json!([{"message": "no", "path": ["event"], "extensions": {"code": "FORBIDDEN", "service": "events", "hint": [1]}}])
    );
    let answered = Sketch::new("{ event { seats } }")
        .root(0, "event { seats }")
        .run("", Scripted::default().status(0, 500, r#"{"data":{"event":{"seats":4}}}"#))
        .await;
    assert_eq!(answered.text, r#"{"data":{"event":{"seats":4}}}"#);
}

#[tokio::test]
async fn root_errors_take_the_clients_path() {
    let answered = Sketch::new("{ show: event { sub: subtitle venue { name } statuses } }")
        .root(0, "show:event { sub:subtitle venue { name id } statuses }")
        .run(
            "",
            Scripted::default().body(
                0,
                r#"{"data":{"show":{"venue":{"id":1}}},"errors":[
                    {"message":"a","path":["show","sub"]},
                    {"message":"b","path":["show","venue","name"]},
                    {"message":"c","path":["show","statuses",1]},
                    {"message":"d","path":["show","venue","id"]},
                    {"message":"e","path":["nowhere",2]},
                    {"message":"f"},
                    {"message":"g","path":"odd"},
                    {"message":"h","path":[true]}
                ]}"#,
            ),
        )
        .await;
    assert_eq!(answered.data(), r#"{"show":{"sub":null,"venue":null,"statuses":null}}"#);
    let paths: Vec<_> = answered.json["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["path"].clone())
        .collect();
    assert_eq!(
        paths,
        [
            json!(["show", "sub"]),
            json!(["show", "venue", "name"]),
            json!(["show", "statuses", 1]),
            json!(["show", "venue"]),
            json!(["show"]),
            json!(["show"]),
            json!(["show"]),
            json!(["show"])
        ],
        "the violation at show.venue.name needs no error of its own"
    );
}

#[tokio::test]
async fn entity_errors_go_to_every_position_of_the_entity() {
    let answered = quotas(Scripted::default().body(
        1,
        r#"{"data":{"_entities":[{"q":{"label":null}},{"q":{"label":"x"}}]},"errors":[
            {"message":"no name","path":["_entities",0,"q","label"],"extensions":{"code":"GONE"}}
        ]}"#,
    ))
    .await;
    assert_eq!(answered.errors(), ["GONE events.0.q.label stock", "GONE events.2.q.label stock"]);
    assert_eq!(
        answered.data(),
        r#"{"events":[{"id":"1","q":{"label":null,"limits":null}},{"id":"2","q":{"label":"x","limits":null}},{"id":"1","q":{"label":null,"limits":null}}]}"#
    );
}

#[tokio::test]
async fn entity_errors_without_index_go_where_the_value_is_absent() {
    let answered = quotas(Scripted::default().body(
        1,
        r#"{"data":{"_entities":[{"q":{"label":"x"}},{"q":{}}]},"errors":[{"message":"m","path":["_entities","q","label"]}]}"#,
    ))
    .await;
    assert_eq!(answered.errors(), ["SUBGRAPH_ERROR events.1.q.label stock"]);
    let answered = quotas(Scripted::default().body(
        1,
        r#"{"data":{"_entities":[{"q":{"label":"x"}},{"q":{"label":"y"}}]},"errors":[{"message":"m","path":["_entities","q","label"]}]}"#,
    ))
    .await;
    assert_eq!(
        answered.errors(),
        [
            "SUBGRAPH_ERROR events.0.q.label stock",
            "SUBGRAPH_ERROR events.1.q.label stock",
            "SUBGRAPH_ERROR events.2.q.label stock"
        ]
    );
    let answered = quotas(Scripted::default().body(1, r#"{"data":null,"errors":[{"message":"m","path":["_entities"]}]}"#)).await;
    assert_eq!(
        answered.errors(),
        [
            "SUBGRAPH_ERROR events.0.q stock",
            "SUBGRAPH_ERROR events.1.q stock",
            "SUBGRAPH_ERROR events.2.q stock"
        ]
    );
}

#[tokio::test]
async fn entity_errors_without_path_take_the_common_prefix() {
    for (reply, code) in [
        (r#"{"data":null,"errors":[{"message":"m"}]}"#, "SUBGRAPH_ERROR"),
        (
            r#"{"data":{"_entities":null},"errors":[{"message":"m","path":["odd"]}]}"#,
            "SUBGRAPH_ERROR",
        ),
        (r#"{"data":{"_entities":null}}"#, "SUBGRAPH_MALFORMED"),
        (r#"{"data":{}}"#, "SUBGRAPH_MALFORMED"),
        (r#"{"data":{"_entities":[]}}"#, "SUBGRAPH_MALFORMED"),
        (r#"{"data":{"_entities":[{"q":{"label":"x"}}]}}"#, "SUBGRAPH_MALFORMED"),
        (r#"{"data":{"_entities":{}}}"#, "SUBGRAPH_MALFORMED"),
        ("nonsense", "SUBGRAPH_MALFORMED"),
    ] {
        let answered = quotas(Scripted::default().body(1, reply)).await;
        assert_eq!(answered.errors(), [format!("{code} events stock")], "{reply}");
        assert_eq!(
            answered.data(),
            r#"{"events":[{"id":"1","q":null},{"id":"2","q":null},{"id":"1","q":null}]}"#
        );
    }
    let answered = Sketch::new("{ event { remaining id } }")
        .root(0, "event { id }")
        .entities(1, "event", 0, &["Event: id!"], "remaining", vec![0])
        .run(
            "",
            Scripted::default()
                .body(0, r#"{"data":{"event":{"id":1}}}"#)
                .failure(1, FetchFailure::Timeout),
        )
        .await;
    assert_eq!(answered.data(), r#"{"event":null}"#);
    assert_eq!(
        answered.errors(),
        ["SUBGRAPH_TIMEOUT event stock"],
        "the violation at event.remaining is covered"
    );
}

#[tokio::test]
async fn entities_may_be_null_or_odd_one_by_one() {
    let answered = quotas(Scripted::default().body(1, r#"{"data":{"_entities":[null,{"q":[]}]}}"#)).await;
    assert_eq!(
        answered.data(),
        r#"{"events":[{"id":"1","q":null},{"id":"2","q":null},{"id":"1","q":null}]}"#
    );
    assert_eq!(answered.errors(), ["SUBGRAPH_INVALID_VALUE events.1.q stock"]);
    let answered = quotas(Scripted::default().body(1, r#"{"data":{"_entities":[7,{"q":{"label":"x"}}]}}"#)).await;
    assert_eq!(
        answered.errors(),
        ["SUBGRAPH_INVALID_VALUE events.0.q stock", "SUBGRAPH_INVALID_VALUE events.2.q stock"]
    );
}

#[tokio::test]
async fn a_fetch_of_several_fields_fails_as_a_whole() {
    let failed = Sketch::new("{ event { seats } slots { title } }")
        .root(0, "event { seats } slots { title }")
        .run("", Scripted::default().failure(0, FetchFailure::Timeout))
        .await;
    assert_eq!(failed.data(), r#"{"event":null,"slots":null}"#);
    assert_eq!(failed.errors(), ["SUBGRAPH_TIMEOUT  events"]);
}

#[tokio::test]
async fn a_violation_unrelated_to_an_error_is_reported() {
    let answered = Sketch::new("{ event { title subtitle } }")
        .root(0, "event { title subtitle }")
        .run(
            "",
            Scripted::default().body(
                0,
                r#"{"data":{"event":{"title":null}},"errors":[{"message":"m","path":["event","subtitle"]}]}"#,
            ),
        )
        .await;
    assert_eq!(answered.data(), r#"{"event":null}"#);
    assert_eq!(answered.messages(), ["m", "Cannot return null for non-nullable field Event.title."]);
}

#[tokio::test]
async fn messages_are_masked_unless_allowed() {
    let body = r#"{"data":null,"errors":[{"message":"secret \"x\"","extensions":{"code":"NOT_FOUND","trace":"y"}}]}"#;
    let allowed = |service: &str| ErrorVisibility::ShownFor([service.to_owned()].into());
    for (visibility, shown) in [
        (ErrorVisibility::Masked, false),
        (allowed("stock"), false),
        (allowed("events"), true),
        (ErrorVisibility::Shown, true),
    ] {
        let options = ExecuteOptions {
            visibility: Arc::new(visibility),
            ..ExecuteOptions::default()
        };
        let answered = Sketch::new("{ event { seats } }")
            .root(0, "event { seats }")
            .run_with("", Scripted::default().body(0, body), options)
            .await;
        assert_eq!(answered.errors(), ["NOT_FOUND event events"]);
        let message = if shown {
            "secret \"x\""
        } else {
            "The subgraph \"events\" reported an error."
        };
        assert_eq!(answered.messages(), [message]);
        assert_eq!(answered.text.contains("trace"), shown);
    }
}

#[tokio::test]
async fn errors_are_limited() {
    let events: Vec<_> = (0..100).map(|id| format!(r#"{{"id":{id},"title":null}}"#)).collect();
    let answered = Sketch::new("{ slots { title } }")
        .root(0, "slots { title }")
        .run(
            "",
            Scripted::default().body(0, &format!(r#"{{"data":{{"slots":[[{}]]}}}}"#, events.join(","))),
        )
        .await;
    assert_eq!(answered.errors().len(), 20);
    let errors: Vec<_> = (0..100)
        .map(|at| format!(r#"{{"message":"{at}","path":["_entities",{}]}}"#, at % 2))
        .collect();
    let body = format!(r#"{{"data":{{"_entities":[null,null]}},"errors":[{}]}}"#, errors.join(","));
    assert_eq!(quotas(Scripted::default().body(1, &body)).await.errors().len(), 20);
}
