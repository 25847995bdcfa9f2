//! What a client gets for what subgraphs answer: values, nulls, lists, types, conditions, entities.

use std::sync::Arc;

use crate::support::{Scripted, Sketch};
use futures_util::StreamExt;
use router_executor::{ExecuteOptions, RequestContext, subscribe};
use serde_json::json;

/// One fetch of `event { .. }`: the client's operation, the subgraph's `data`, the expected `data`, the expected errors.
async fn event_case(selection: &str, fetch: &str, reply: &str, data: &str, errors: &[&str]) {
    let answered = Sketch::new(&format!("{{ event {{ {selection} }} }}"))
        .root(0, &format!("event {{ {fetch} }}"))
        .run("", Scripted::default().body(0, &format!(r#"{{"data":{reply}}}"#)))
        .await;
    assert_eq!(answered.data(), data, "{selection} from {reply}");
    assert_eq!(answered.errors(), errors, "{selection} from {reply}");
}

#[tokio::test]
async fn keys_come_in_the_order_asked() {
    let answered = Sketch::new("{ event { subtitle t: title id } sold }")
        .root(0, "event { id t:title subtitle }")
        .root(1, "sold")
        .run(
            "",
            Scripted::default()
                .body(0, r#" { "data" : {"event":{"t":"A","id":1,"subtitle":null}} }"#)
                .body(1, r#"{"data":{"sold":3}}"#),
        )
        .await;
    assert_eq!(answered.text, r#"{"data":{"event":{"subtitle":null,"t":"A","id":"1"},"sold":3}}"#);
}

#[tokio::test]
async fn leaves_are_checked_and_copied() {
    for (field, value, written) in [
        ("id", "12345678901234567890", r#""12345678901234567890""#),
        ("id", r#""x""#, r#""x""#),
        ("subtitle", r#""\u00e9\n\"""#, r#""\u00e9\n\"""#),
        ("rating", "1.10000000000000000000001", "1.10000000000000000000001"),
        ("rating", "3", "3"),
        ("seats", "2.0", "2"),
        ("seats", "-1e2", "-100"),
        ("open", "true", "true"),
        ("status", r#""OPEN""#, r#""OPEN""#),
        ("status", r#""\u004fPEN""#, r#""\u004fPEN""#),
        ("extra", r#"{"a": [1.10, {"b": null}]}"#, r#"{"a": [1.10, {"b": null}]}"#),
        ("statuses", r#"["OPEN" , "CLOSED"]"#, r#"["OPEN","CLOSED"]"#),
        ("statuses", "[]", "[]"),
        ("subtitle", "null", "null"),
    ] {
        let reply = format!(r#"{{"event":{{"{field}":{value}}}}}"#);
        event_case(field, field, &reply, &format!(r#"{{"event":{{"{field}":{written}}}}}"#), &[]).await;
    }
    for (field, value) in [
        ("subtitle", "1"),
        ("rating", r#""1""#),
        ("rating", "1e400"),
        ("seats", "2147483648"),
        ("seats", "1.5"),
        ("open", "1"),
        ("status", r#""HIDDEN""#),
        ("status", r#""UNKNOWN""#),
        ("statuses", r#""OPEN""#),
        ("venue { id }", "7"),
        ("venue { id }", "[]"),
    ] {
        let key = field.split(' ').next().unwrap();
        let error = format!("SUBGRAPH_INVALID_VALUE event.{key} events");
        let reply = format!(r#"{{"event":{{"{key}":{value}}}}}"#);
        event_case(field, field, &reply, &format!(r#"{{"event":{{"{key}":null}}}}"#), &[&error]).await;
    }
}

#[tokio::test]
async fn keys_of_subgraphs_in_any_state() {
    for (reply, data) in [
        (r#"{"event":{"subtitle":"b","seats":1}}"#, r#"{"event":{"seats":1,"subtitle":"b"}}"#),
        (
            r#"{"event":{"s\u0065ats":1,"subtitle":"b"}}"#,
            r#"{"event":{"seats":1,"subtitle":"b"}}"#,
        ),
        (
            r#"{"event":{"seats":1,"seats":2,"subtitle":"b"}}"#,
            r#"{"event":{"seats":2,"subtitle":"b"}}"#,
        ),
        (
            r#"{"event":{"other":{"deep":[1]},"seats":1}}"#,
            r#"{"event":{"seats":1,"subtitle":null}}"#,
        ),
        (
            r#"{"event":{"seats":9},"event":{"subtitle":"b"}}"#,
            r#"{"event":{"seats":null,"subtitle":"b"}}"#,
        ),
        (r#"{"event":{}}"#, r#"{"event":{"seats":null,"subtitle":null}}"#),
        (r#"{"event":null}"#, r#"{"event":null}"#),
        (r#"{}"#, r#"{"event":null}"#),
    ] {
        event_case("seats subtitle", "seats subtitle", reply, data, &[]).await;
    }
}

#[tokio::test]
async fn null_bubbles_to_the_nearest_nullable_place() {
    event_case(
        "title",
        "title",
        r#"{"event":{"title":null}}"#,
        r#"{"event":null}"#,
        &["SUBGRAPH_INVALID_VALUE event.title events"],
    )
    .await;
    event_case(
        "venue { name } seats",
        "venue { name } seats",
        r#"{"event":{"venue":{},"seats":1}}"#,
        r#"{"event":{"venue":null,"seats":1}}"#,
        &["SUBGRAPH_INVALID_VALUE event.venue.name events"],
    )
    .await;
    event_case(
        "statuses",
        "statuses",
        r#"{"event":{"statuses":["OPEN",null]}}"#,
        r#"{"event":{"statuses":null}}"#,
        &["SUBGRAPH_INVALID_VALUE event.statuses.1 events"],
    )
    .await;
    let answered = Sketch::new("{ sold }")
        .root(1, "sold")
        .run("", Scripted::default().body(1, r#"{"data":{}}"#))
        .await;
    assert_eq!(answered.data(), "null");
    assert_eq!(answered.errors(), ["SUBGRAPH_INVALID_VALUE sold stock"]);
    let lists = Sketch::new("{ slots { id title } events { id } }")
        .root(0, "slots { id title } events { id }")
        .run(
            "",
            Scripted::default().body(
                0,
                r#"{"data":{"slots":[[{"id":1,"title":"a"},null],null,[{"id":2}]],"events":[{"id":1},null]}}"#,
            ),
        );
    let answered = lists.await;
    assert_eq!(
        answered.data(),
        r#"{"slots":[[{"id":"1","title":"a"},null],null,[null]],"events":null}"#
    );
    assert_eq!(
        answered.errors(),
        [
            "SUBGRAPH_INVALID_VALUE slots.2.0.title events",
            "SUBGRAPH_INVALID_VALUE events.1 events"
        ]
    );
}

#[tokio::test]
async fn types_decide_which_fields_are_written() {
    let operation = "{ anything { __typename ... on Event { id seats } ... on Venue { name id } } }";
    let fetch = "anything { __typename id@Event|Venue seats@Event name@Venue }";
    let reply = r#"{"data":{"anything":[
        {"id":1,"seats":2,"__typename":"Event"}, {"__typename":"Venue","id":"v","name":"Hall"}, null,
        {"__typename":"Secret"}, {"__typename":"User"}, {"__typename":"Nobody"}, {"id":7}
    ]}}"#;
    let answered = Sketch::new(operation)
        .root(0, fetch)
        .run("", Scripted::default().body(0, reply))
        .await;
    assert_eq!(
        answered.data(),
        r#"{"anything":[{"__typename":"Event","id":"1","seats":2},{"__typename":"Venue","name":"Hall","id":"v"},null,null,null,null,null]}"#
    );
    assert_eq!(
        answered.errors(),
        (3..7)
            .map(|at| format!("SUBGRAPH_INVALID_VALUE anything.{at} events"))
            .collect::<Vec<_>>()
    );
    let answered = Sketch::new("{ t: __typename node { t: __typename id } }")
        .root(0, "node { kind:__typename id }")
        .run("", Scripted::default().body(0, r#"{"data":{"node":{"kind":"Venue","id":1}}}"#))
        .await;
    assert_eq!(answered.data(), r#"{"t":"Query","node":{"t":"Venue","id":"1"}}"#);
}

#[tokio::test]
async fn conditions_leave_fields_and_fetches_out() {
    let sketch = || {
        Sketch::new("query($v: Boolean!, $w: Boolean!) { event { id seats @include(if: $v) title @skip(if: $v) @include(if: $w) } }")
            .root(0, "event { id seats?v title }")
    };
    let reply = |text: &str| Scripted::default().body(0, &format!(r#"{{"data":{{"event":{text}}}}}"#));
    let on = sketch().run(r#"{"v":true,"w":true}"#, reply(r#"{"id":1,"seats":2}"#)).await;
    assert_eq!(on.data(), r#"{"event":{"id":"1","seats":2}}"#);
    assert_eq!(on.transport.asked()[0].1["variables"], json!({"v": true}));
    let off = sketch().run(r#"{"v":false,"w":true}"#, reply(r#"{"id":1,"title":"t"}"#)).await;
    assert_eq!(off.data(), r#"{"event":{"id":"1","title":"t"}}"#);
    let empty = Sketch::new("query($v: Boolean = true) { event { id @skip(if: $v) } }")
        .root(0, "event { __typename id?v }")
        .run("", reply(r#"{"__typename":"Event"}"#))
        .await;
    assert_eq!(empty.data(), r#"{"event":{}}"#);
}

#[tokio::test]
async fn entities_are_laid_over_the_objects_they_complete() {
    let reply = r#"{"data":{"events":[{"id":1,"title":"a"},{"id":2,"title":"b"},{"id":1,"title":"c"}]}}"#;
    let entities = r#"{"data":{"_entities":[{"remaining":5},{"remaining":7}]}}"#;
    let answered = Sketch::new("{ events { title remaining id } }")
        .root(0, "events { id title }")
        .entities(1, "events", 0, &["Event: id!"], "remaining", vec![0])
        .run("", Scripted::default().body(0, reply).body(1, entities))
        .await;
    assert_eq!(
        answered.data(),
        r#"{"events":[{"title":"a","remaining":5,"id":"1"},{"title":"b","remaining":7,"id":"2"},{"title":"c","remaining":5,"id":"1"}]}"#
    );
    assert_eq!(
        answered.transport.representations(1),
        json!([{"__typename": "Event", "id": 1}, {"__typename": "Event", "id": 2}]),
        "equal representations are sent once"
    );
}

#[tokio::test]
async fn a_repeated_key_does_not_confuse_positions() {
    let reply = r#"{"data":{"event":{"id":9},"events":[{"id":3}],"event":{"id":1},"events":[{"id":2}]}}"#;
    let answered = Sketch::new("{ event { remaining } }")
        .root(0, "event { id }")
        .entities(1, "event", 0, &["Event: id!"], "remaining", vec![0])
        .run(
            "",
            Scripted::default()
                .body(0, reply)
                .body(1, r#"{"data":{"_entities":[{"remaining":5}]}}"#),
        )
        .await;
    assert_eq!(answered.data(), r#"{"event":{"remaining":5}}"#);
    assert_eq!(answered.transport.representations(1), json!([{"__typename": "Event", "id": 1}]));
}

#[tokio::test]
async fn instances_without_key_or_object_are_not_sent() {
    let reply = r#"{"data":{"slots":[[null,{"id":null},{"id":"x"}],[],null,[{}]]}}"#;
    let answered = Sketch::new("{ slots { quota { name } } }")
        .root(0, "slots { id }")
        .entities(1, "slots", 0, &["Event: id!"], "quota { name }", vec![0])
        .run(
            "",
            Scripted::default()
                .body(0, reply)
                .body(1, r#"{"data":{"_entities":[{"quota":{"name":"q"}}]}}"#),
        )
        .await;
    assert_eq!(
        answered.data(),
        r#"{"slots":[[null,{"quota":null},{"quota":{"name":"q"}}],[],null,[{"quota":null}]]}"#
    );
    let none = Sketch::new("{ event { quota { name } } }")
        .root(0, "event { id }")
        .entities(1, "event", 0, &["Event: id!"], "quota { name }", vec![0])
        .run("", Scripted::default().body(0, r#"{"data":{"event":null}}"#))
        .await;
    assert_eq!(none.data(), r#"{"event":null}"#);
    assert_eq!(none.transport.asked().len(), 1, "nothing to ask the second subgraph");
}

#[tokio::test]
async fn chains_of_entities_and_requirements() {
    // The host is found by events, completed by people; the event's quota needs the window and the host's name.
    let answered = Sketch::new("{ event { title host { name } quota { name event { title } } } }")
        .root(0, "event { id title host { id } window { opens } }")
        .entities(2, "event.host", 0, &["User: id!"], "name email", vec![0])
        .entities(
            1,
            "event",
            0,
            &["Event: id! window { opens } host { name=1.name! } subtitle=0.title"],
            "quota { name event { id } }",
            vec![0, 1],
        )
        .entities(0, "event.quota.event", 2, &["Event: id!"], "title", vec![2])
        .run(
            "",
            Scripted::default()
                .body(
                    0,
                    r#"{"data":{"event":{"id":1,"title":"A","host":{"id":"u"},"window":{"opens":null}}}}"#,
                )
                .body(2, r#"{"data":{"_entities":[{"name":"Ada","email":null}]}}"#)
                .body(1, r#"{"data":{"_entities":[{"quota":{"name":"q","event":{"id":"2"}}}]}}"#)
                .body(0, r#"{"data":{"_entities":[{"title":"B"}]}}"#),
        )
        .await;
    assert_eq!(
        answered.data(),
        r#"{"event":{"title":"A","host":{"name":"Ada"},"quota":{"name":"q","event":{"title":"B"}}}}"#
    );
    assert_eq!(
        answered.transport.representations(2),
        json!([{"__typename": "Event", "id": 1, "window": {"opens": null}, "host": {"name": "Ada"}, "subtitle": "A"}])
    );
    assert_eq!(answered.transport.representations(3), json!([{"__typename": "Event", "id": "2"}]));
}

#[tokio::test]
async fn types_choose_representations() {
    let reply = r#"{"data":{"anything":[{"__typename":"Venue","id":1},{"__typename":"Event","id":2},{"__typename":"Nobody","id":3}]}}"#;
    let answered = Sketch::new("{ anything { ... on Event { remaining } ... on Venue { id } } }")
        .root(0, "anything { __typename id@Event|Venue }")
        .entities(1, "anything", 0, &["Event: id!"], "remaining", vec![0])
        .run(
            "",
            Scripted::default()
                .body(0, reply)
                .body(1, r#"{"data":{"_entities":[{"remaining":4}]}}"#),
        )
        .await;
    assert_eq!(answered.data(), r#"{"anything":[{"id":"1"},{"remaining":4},null]}"#);
    assert_eq!(answered.transport.representations(1), json!([{"__typename": "Event", "id": 2}]));
}

#[tokio::test]
async fn several_subgraphs_complete_one_value() {
    let run = |first: &'static str, second: &'static str| {
        Sketch::new("{ event { windows { opens closes } window { closes opens } } }")
            .root(0, "event { id windows { opens } window { opens } }")
            .entities(1, "event", 0, &["Event: id!"], "windows { closes } window { closes }", vec![0])
            .run("", Scripted::default().body(0, first).body(1, second))
    };
    let answered = run(
        r#"{"data":{"event":{"id":1,"windows":[{"opens":"a"},{"opens":"b"}],"window":{"opens":"o"}}}}"#,
        r#"{"data":{"_entities":[{"windows":[{"closes":"c"},{"closes":"d"}],"window":null}]}}"#,
    )
    .await;
    assert_eq!(
        answered.data(),
        r#"{"event":{"windows":[{"opens":"a","closes":"c"},{"opens":"b","closes":"d"}],"window":{"closes":null,"opens":"o"}}}"#
    );
    let answered = run(
        r#"{"data":{"event":{"id":1,"windows":[{"opens":"a"}],"window":null}}}"#,
        r#"{"data":{"_entities":[{"windows":[],"window":{"closes":"c"}}]}}"#,
    )
    .await;
    assert_eq!(
        answered.data(),
        r#"{"event":{"windows":null,"window":{"closes":"c","opens":null}}}"#
    );
    assert_eq!(answered.errors(), ["SUBGRAPH_INVALID_VALUE event.windows -"]);
}

#[tokio::test]
async fn entities_of_a_place_with_several_sources_are_found_by_walking() {
    // Both subgraphs lead to the quota's event and its window; people complete what only a walk can put together.
    let answered = Sketch::new("{ event { host { email } } again: event { host { name } } }")
        .root(0, "event { id host { id } } again:event { host { id } }")
        .root_after(0, "event { host { id } }", vec![0])
        .entities(2, "event.host", 0, &["User: id!"], "email", vec![0, 1])
        .entities(2, "again.host", 0, &["User: id!"], "name", vec![0])
        .run(
            "",
            Scripted::default()
                .body(0, r#"{"data":{"event":{"id":1,"host":{"id":"u"}},"again":{"host":{"id":"w"}}}}"#)
                .body(2, r#"{"data":{"_entities":[{"name":"Ada"}]}}"#)
                .body(0, r#"{"data":{"event":{"host":{"id":"u"}}}}"#)
                .body(2, r#"{"data":{"_entities":[{"email":"a@b"}]}}"#),
        )
        .await;
    assert_eq!(
        answered.data(),
        r#"{"event":{"host":{"email":"a@b"}},"again":{"host":{"name":"Ada"}}}"#
    );
}

#[tokio::test]
async fn mutations_wait_for_each_other() {
    let answered = Sketch::new("mutation($n: Int!) { rename(title: \"x\") { id remaining } sell(count: $n) }")
        .root(0, "rename { id }")
        .entities(1, "rename", 0, &["Event: id!"], "remaining", vec![0])
        .root_after(1, "sell$n", vec![0, 1])
        .run(
            r#"{"n":2.0}"#,
            Scripted::default()
                .body(0, r#"{"data":{"rename":{"id":1}}}"#)
                .body(1, r#"{"data":{"_entities":[{"remaining":5}]}}"#)
                .body(1, r#"{"data":{"sell":3}}"#),
        )
        .await;
    assert_eq!(answered.data(), r#"{"rename":{"id":"1","remaining":5},"sell":3}"#);
    let asked = answered.transport.asked();
    assert_eq!(asked.iter().map(|(subgraph, _)| *subgraph).collect::<Vec<_>>(), [0, 1, 1]);
    assert_eq!(asked[2].1["variables"], json!({"n": 2}));
}

#[tokio::test]
async fn denied_fields_are_null_with_an_error() {
    let answered = Sketch::new("{ event { id seats title } }")
        .deny("seats")
        .root(0, "event { id title }")
        .run("", Scripted::default().body(0, r#"{"data":{"event":{"id":1,"title":"t"}}}"#))
        .await;
    assert_eq!(answered.data(), r#"{"event":{"id":"1","seats":null,"title":"t"}}"#);
    assert_eq!(answered.errors(), ["UNAUTHORIZED_FIELD_OR_TYPE event.seats -"]);
    let answered = Sketch::new("{ event { id title } }")
        .deny("title")
        .root(0, "event { id }")
        .run("", Scripted::default().body(0, r#"{"data":{"event":{"id":1}}}"#))
        .await;
    assert_eq!(answered.data(), r#"{"event":null}"#);
    assert_eq!(answered.errors(), ["UNAUTHORIZED_FIELD_OR_TYPE event.title -"]);
}

#[tokio::test]
async fn introspection_is_the_callers_answer() {
    let options = ExecuteOptions {
        introspection: Some(r#"{"s":{"queryType":{"name":"Query"}}}"#.into()),
        ..ExecuteOptions::default()
    };
    let answered = Sketch::new("{ s: __schema { queryType { name } } sold }")
        .root(1, "sold")
        .run_with("", Scripted::default().body(1, r#"{"data":{"sold":1}}"#), options)
        .await;
    assert_eq!(answered.data(), r#"{"s":{"queryType":{"name":"Query"}},"sold":1}"#);
}

#[tokio::test]
async fn variables_are_coerced_before_anything_is_asked() {
    let sketch = || Sketch::new("query($f: EventFilter) { events(filter: $f) { id } }").root(0, "events$f { id }");
    let answered = sketch()
        .run(r#"{"f":{"ids":7}}"#, Scripted::default().body(0, r#"{"data":{"events":[]}}"#))
        .await;
    assert_eq!(
        answered.transport.asked()[0].1["variables"],
        json!({"f": {"ids": ["7"], "first": 20}})
    );
    let answered = sketch().run(r#"{"f":{"ids":[true],"no":1}}"#, Scripted::default()).await;
    assert!(answered.json.get("data").is_none());
    assert!(answered.transport.asked().is_empty());
    assert_eq!(
        answered.json["errors"],
        json!([
            {
                "message": "Variable \"$f.ids[0]\" is invalid: true is no value of type ID!.",
                "extensions": {"code": "BAD_USER_INPUT", "variable": ["f", "ids", 0]}
            },
            {
                "message": "Variable \"$f.no\" is invalid: the input type EventFilter has no field \"no\".",
                "extensions": {"code": "BAD_USER_INPUT", "variable": ["f", "no"]}
            }
        ])
    );
}

#[tokio::test]
async fn each_event_of_a_subscription_is_completed() {
    let transport = Scripted::default()
        .event(r#"{"data":{"eventChanged":{"id":1,"remaining":2}}}"#)
        .event(r#"{"data":{"eventChanged":null}}"#)
        .event(r#"{"data":null,"errors":[{"message":"gone","path":["eventChanged"]}]}"#)
        .body(0, r#"{"data":{"_entities":[{"title":"A"}]}}"#);
    let compiled = Sketch::new("subscription { eventChanged { title remaining } }")
        .root(1, "eventChanged { id remaining }")
        .entities(0, "eventChanged", 0, &["Event: id!"], "title", vec![0])
        .compile();
    assert_eq!(compiled.event_source().unwrap().0, 1);
    let transport = Arc::new(transport);
    let context = Arc::new(RequestContext::default());
    let stream = subscribe(Arc::new(compiled), b"", context, Arc::clone(&transport), ExecuteOptions::default()).unwrap();
    let bodies: Vec<String> = stream
        .map(|response| String::from_utf8(response.body.to_vec()).unwrap())
        .collect()
        .await;
    assert_eq!(bodies[0], r#"{"data":{"eventChanged":{"title":"A","remaining":2}}}"#);
    assert_eq!(bodies[1], r#"{"data":{"eventChanged":null}}"#);
    assert!(bodies[2].starts_with(
        r#"{"data":{"eventChanged":null},"errors":[{"message":"The subgraph \"stock\" reported an error.","path":["eventChanged"]"#
    ));
    assert_eq!(transport.asked().len(), 2);
}
