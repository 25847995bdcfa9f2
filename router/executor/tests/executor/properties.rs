//! Whatever subgraphs answer, the client gets JSON of the shape it asked for, and errors that explain its nulls.

use crate::support::{Answered, Scripted, Sketch};
use proptest::prelude::*;
use serde_json::Value;

/// JSON that often fits `Event` and its neighbours, and often does not.
fn value_text() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        3 => Just("null".to_owned()),
        1 => (-9i64..5_000_000_000).prop_map(|number| number.to_string()),
        1 => "[a-z\"\\\\é]{0,6}".prop_map(|text| serde_json::to_string(&text).unwrap()),
        3 => prop_oneof![Just("\"Event\""), Just("\"Venue\""), Just("\"Secret\"")].prop_map(str::to_owned),
        1 => Just("1e3".to_owned()),
        1 => Just("false".to_owned()),
    ];
    leaf.prop_recursive(6, 64, 5, |inner| {
        let key = prop_oneof![
            Just("id"),
            Just("title"),
            Just("venue"),
            Just("name"),
            Just("__typename"),
            Just("seats"),
            Just("quota"),
            Just("limits"),
            Just("odd"),
        ];
        prop_oneof![
            1 => prop::collection::vec(inner.clone(), 0..4).prop_map(|items| format!("[{}]", items.join(", "))),
            3 => prop::collection::vec((key, inner), 0..7).prop_map(|members| {
                let members: Vec<_> = members.iter().map(|(key, value)| format!("\"{key}\":{value}")).collect();
                format!("{{{}}}", members.join(","))
            }),
        ]
    })
}

fn list_text() -> impl Strategy<Value = String> {
    prop::collection::vec(value_text(), 0..5).prop_map(|items| format!("[{}]", items.join(",")))
}

fn run(sketch: Sketch, transport: Scripted) -> Answered {
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(sketch.run("", transport))
}

/// Every error's path ends at, or beneath, a null.
fn errors_explain_nulls(answered: &Answered) {
    for error in answered.json["errors"].as_array().into_iter().flatten() {
        let mut at = &answered.json["data"];
        for step in error["path"].as_array().into_iter().flatten() {
            if at.is_null() {
                break;
            }
            at = match step {
                Value::String(key) => &at[key],
                index => &at[index.as_u64().unwrap() as usize],
            };
        }
        assert!(at.is_null(), "{error} in {}", answered.text);
    }
}

/// `anything` is a list of null and of objects with exactly the keys asked of their type.
fn has_the_shape(data: &Value) -> bool {
    data["anything"].as_array().is_none_or(|items| {
        items.iter().all(|item| match item["__typename"].as_str() {
            None => item.is_null(),
            Some("Event") => {
                let keys: Vec<_> = item.as_object().unwrap().keys().collect();
                keys.len() == 5 && item["id"].is_string() && item["title"].is_string()
            }
            Some(name) => name == "Venue" && item.as_object().unwrap().len() == 3 && item["name"].is_string(),
        })
    })
}

proptest! {
    #[test]
    fn any_json_gives_a_well_formed_answer(first in prop_oneof![3 => list_text(), 1 => value_text()], second in value_text()) {
        let sketch = Sketch::new(
            "{ anything { __typename ... on Event { id title seats venue { name } } ... on Venue { id name } } event { quota { limits } } }",
        )
        .root(0, "anything { __typename id title@Event seats@Event venue@Event { id name } name@Venue } event { id }")
        .entities(1, "event", 0, &["Event: id!"], "quota { limits }", vec![0]);
        let transport = Scripted::default()
            .body(0, &format!(r#"{{"data":{{"anything":{first},"event":{{"id":"e"}}}}}}"#))
            .body(1, &format!(r#"{{"data":{{"_entities":[{second}]}}}}"#));
        let answered = run(sketch, transport);
        prop_assert!(has_the_shape(&answered.json["data"]), "{}", answered.text);
        errors_explain_nulls(&answered);
    }

    #[test]
    fn entities_reach_their_own_objects(ids in prop::collection::vec(0u32..6, 0..12)) {
        let events: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":{id}}}"#)).collect();
        let mut distinct = Vec::new();
        ids.iter().for_each(|id| if !distinct.contains(id) { distinct.push(*id) });
        let entities: Vec<_> = distinct.iter().map(|id| format!(r#"{{"remaining":{}}}"#, id * 10)).collect();
        let answered = run(
            Sketch::new("{ events { id remaining } }")
                .root(0, "events { id }")
                .entities(1, "events", 0, &["Event: id!"], "remaining", vec![0]),
            Scripted::default()
                .body(0, &format!(r#"{{"data":{{"events":[{}]}}}}"#, events.join(",")))
                .body(1, &format!(r#"{{"data":{{"_entities":[{}]}}}}"#, entities.join(","))),
        );
        let expected: Vec<_> = ids.iter().map(|id| format!(r#"{{"id":"{id}","remaining":{}}}"#, id * 10)).collect();
        prop_assert_eq!(answered.data(), format!(r#"{{"events":[{}]}}"#, expected.join(",")));
    }
}
