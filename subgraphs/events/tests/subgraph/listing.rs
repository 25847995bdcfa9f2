//! Finding events: words, filters, orders, pages, counts and facets, on both engines.

use kit::testing::engines;
use serde_json::{Value, json};

use crate::harness::{DAY_MS, Harness, ORGANIZER, nobody, owner, text};

/// Six published events and a draft.
async fn catalogue(harness: &Harness) {
    let kesselhaus = harness.venue("Kesselhaus", "Berlin", "DE", "Europe/Berlin").await;
    let kura = harness.venue("Kura Hall", "Tokyo", "JP", "Asia/Tokyo").await;
    let cafe = harness.venue("Café Größe", "Zürich", "CH", "Europe/Zurich").await;
    let events = [
        (
            "Brass at Dusk",
            "EUR",
            "Europe/Berlin",
            "2026-06-20T20:00",
            &kesselhaus,
            2_500,
            "A quiet evening",
            json!(["music"]),
        ),
        (
            "Jazz Kitchen",
            "JPY",
            "Asia/Tokyo",
            "2026-06-10T19:00",
            &kura,
            4_000,
            "Food and brass",
            json!(["music", "food"]),
        ),
        (
            "Open Reading",
            "EUR",
            "Europe/Zurich",
            "2026-07-01T18:00",
            &cafe,
            0,
            "100% new texts",
            json!(["talks"]),
        ),
        (
            "Puppets",
            "EUR",
            "Europe/Berlin",
            "2026-06-05T15:00",
            &kesselhaus,
            900,
            "For the family",
            json!(["family", "theatre"]),
        ),
        (
            "Étude for Strings",
            "EUR",
            "Europe/Berlin",
            "2026-08-01T20:00",
            &kesselhaus,
            3_000,
            "Strings",
            json!(["music"]),
        ),
        (
            "Zebra Stories",
            "EUR",
            "Europe/Berlin",
            "2026-06-20T20:00",
            &kesselhaus,
            1_200,
            "Animals",
            json!([]),
        ),
    ];
    for (title, currency, zone, starts, venue, price, summary, categories) in events {
        harness.test.clock.advance_ms(1_000);
        let event = harness.draft_at(title, currency, zone, starts, Some(venue)).await;
        harness.ticket_type(&event, "Standard", price).await;
        harness
            .update(&event, json!({"summary": summary, "categorySlugs": categories}))
            .await;
        harness.publish(&event).await;
    }
    harness.draft("Not yet").await;
}

async fn titles(harness: &Harness, filter: Value, order: Value) -> Vec<String> {
    let list =
        "query($filter: EventFilter, $order: EventOrder) { events(filter: $filter, orderBy: $order) { nodes { title } totalCount } }";
    let data = harness.run(&nobody(), list, json!({"filter": filter, "order": order})).await;
    let nodes = data["events"]["nodes"].as_array().unwrap();
    assert_eq!(data["events"]["totalCount"], nodes.len(), "{filter}");
    nodes.iter().map(|node| text(&node["title"])).collect()
}

#[tokio::test]
async fn filters_and_orders_find_what_they_say() {
    for engine in engines() {
        let harness = Harness::on(engine).await;
        catalogue(&harness).await;
        let (brass, jazz, reading, puppets, etude, zebra) = (
            "Brass at Dusk",
            "Jazz Kitchen",
            "Open Reading",
            "Puppets",
            "Étude for Strings",
            "Zebra Stories",
        );
        let by_date = vec![puppets, jazz, brass, zebra, reading, etude];
        let cases = [
            (json!({}), by_date.clone()),
            (json!({"text": "BRASS"}), vec![jazz, brass]),
            (json!({"text": "brass dusk"}), vec![brass]),
            (json!({"text": "brass berlin"}), vec![brass]),
            (json!({"text": "etude"}), vec![etude]),
            (json!({"text": "zurich"}), vec![reading]),
            (json!({"text": "größe"}), vec![reading]),
            (json!({"text": "100%"}), vec![reading]),
            (json!({"text": "100_"}), vec![]),
            (json!({"text": "' OR 1=1 --"}), vec![]),
            (json!({"text": "  "}), by_date.clone()),
            (json!({"categorySlugs": ["food", "talks"]}), vec![jazz, reading]),
            (json!({"categorySlugs": []}), by_date.clone()),
            (json!({"categorySlugs": ["opera"]}), vec![]),
            (json!({"city": "ZURICH"}), vec![reading]),
            (json!({"countryCode": "de"}), vec![puppets, brass, zebra, etude]),
            (json!({"from": "2026-06-21T00:00:00Z"}), vec![reading, etude]),
            (json!({"from": "2026-06-10T12:00:00Z", "to": "2026-06-10T23:00:00Z"}), vec![jazz]),
            (json!({"freeOnly": true}), vec![reading]),
            (json!({"format": "ONLINE"}), vec![]),
            (json!({"organizerId": ORGANIZER}), by_date.clone()),
            (json!({"organizerId": "org_unknown"}), vec![]),
            (json!({"status": []}), vec![]),
        ];
        for (filter, expected) in cases {
            assert_eq!(titles(&harness, filter.clone(), Value::Null).await, expected, "{engine:?} {filter}");
        }
        let orders = [
            ("STARTS_AT", "DESC", json!({}), vec![etude, reading, zebra, brass, jazz, puppets]),
            ("TITLE", "ASC", json!({}), vec![brass, etude, jazz, reading, puppets, zebra]),
            ("CREATED_AT", "DESC", json!({}), vec![zebra, etude, puppets, reading, jazz, brass]),
            ("RELEVANCE", "DESC", json!({"text": "brass"}), vec![brass, jazz]),
            ("RELEVANCE", "DESC", json!({"text": "strings"}), vec![etude]),
        ];
        for (field, direction, filter, expected) in orders {
            let order = json!({"field": field, "direction": direction});
            assert_eq!(titles(&harness, filter, order).await, expected, "{engine:?} {field} {direction}");
        }
    }
}

#[tokio::test]
async fn pages_follow_each_other_in_every_order_both_ways() {
    for engine in engines() {
        let harness = Harness::on(engine).await;
        catalogue(&harness).await;
        let list = "query($first: Int, $after: String, $last: Int, $before: String, $order: EventOrder) {
            events(first: $first, after: $after, last: $last, before: $before, orderBy: $order) {
                edges { cursor node { title } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }";
        for field in ["STARTS_AT", "TITLE", "CREATED_AT", "RELEVANCE"] {
            for direction in ["ASC", "DESC"] {
                let order = json!({"field": field, "direction": direction});
                let all = titles(&harness, json!({}), order.clone()).await;
                let mut forwards = Vec::new();
                let mut after = Value::Null;
                loop {
                    let page = harness
                        .run(&nobody(), list, json!({"first": 2, "after": after, "order": order}))
                        .await["events"]
                        .clone();
                    forwards.extend(page["edges"].as_array().unwrap().iter().map(|edge| text(&edge["node"]["title"])));
                    assert_eq!(page["pageInfo"]["hasPreviousPage"], !after.is_null());
                    after = page["pageInfo"]["endCursor"].clone();
                    // The clock goes on between the pages; the list does not shift.
                    harness.test.clock.advance_ms(1_000);
                    if page["pageInfo"]["hasNextPage"] == false {
                        break;
                    }
                }
                assert_eq!(forwards, all, "{engine:?} {field} {direction}");
                let page = harness
                    .run(&nobody(), list, json!({"last": 3, "before": after, "order": order}))
                    .await["events"]
                    .clone();
                let before: Vec<String> = page["edges"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .map(|edge| text(&edge["node"]["title"]))
                    .collect();
                assert_eq!(before, all[2..5], "{engine:?} {field} {direction}");
                assert_eq!(
                    (&page["pageInfo"]["hasPreviousPage"], &page["pageInfo"]["hasNextPage"]),
                    (&json!(true), &json!(true))
                );
            }
        }
    }
}

#[tokio::test]
async fn facets_count_what_is_found() {
    for engine in engines() {
        let harness = Harness::on(engine).await;
        catalogue(&harness).await;
        let facets = "query($filter: EventFilter) { events(filter: $filter, first: 1) { facets { field value count } } }";
        let data = harness.run(&nobody(), facets, json!({})).await;
        let facet = |field: &str, value: &str, count: i32| json!({"field": field, "value": value, "count": count});
        let expected = json!([
            facet("category", "music", 3),
            facet("category", "theatre", 1),
            facet("category", "talks", 1),
            facet("category", "family", 1),
            facet("category", "food", 1),
            facet("city", "Berlin", 4),
            facet("city", "Tokyo", 1),
            facet("city", "Zürich", 1),
        ]);
        assert_eq!(data["events"]["facets"], expected, "{engine:?}");
        let data = harness
            .run(&nobody(), facets, json!({"filter": {"text": "brass", "city": "Tokyo"}}))
            .await;
        let expected = json!([
            facet("category", "music", 1),
            facet("category", "food", 1),
            facet("city", "Tokyo", 1)
        ]);
        assert_eq!(data["events"]["facets"], expected, "{engine:?}");
    }
}

#[tokio::test]
async fn what_is_past_leaves_discovery_but_not_the_organisers_list() {
    for engine in engines() {
        let harness = Harness::on(engine).await;
        catalogue(&harness).await;
        harness.test.clock.advance_ms(25 * DAY_MS);
        assert_eq!(
            titles(&harness, json!({}), Value::Null).await,
            ["Open Reading", "Étude for Strings"]
        );
        let own = titles(&harness, json!({"organizerId": ORGANIZER}), Value::Null).await;
        assert_eq!(
            (own.len(), own[0].as_str(), own[1].as_str()),
            (6, "Open Reading", "Étude for Strings")
        );
        let past = json!({"from": "2026-06-01T00:00:00Z", "to": "2026-06-12T00:00:00Z"});
        assert_eq!(titles(&harness, past.clone(), Value::Null).await, ["Puppets", "Jazz Kitchen"]);
        while events::workers::end_dates(&harness.state).await.unwrap() > 0 {}
        assert_eq!(
            titles(&harness, past, Value::Null).await,
            Vec::<String>::new(),
            "completed events open by link only"
        );
        assert_eq!(
            titles(&harness, json!({}), Value::Null).await,
            ["Open Reading", "Étude for Strings"]
        );
    }
}

#[tokio::test]
async fn bad_questions_are_answered_with_a_code() {
    let harness = Harness::new().await;
    catalogue(&harness).await;
    let title_page = "{ events(first: 1, orderBy: {field: TITLE, direction: ASC}) { pageInfo { endCursor } } }";
    let cursor = text(&harness.run(&nobody(), title_page, json!({})).await["events"]["pageInfo"]["endCursor"]);
    let long = "x".repeat(201);
    let bad = [
        "{ events(first: 101) { totalCount } }".to_owned(),
        "{ events(first: -1) { totalCount } }".to_owned(),
        "{ events(after: \"nonsense\") { totalCount } }".to_owned(),
        "{ events(first: 1, last: 1) { totalCount } }".to_owned(),
        format!("{{ events(after: \"{cursor}\") {{ totalCount }} }}"),
        format!("{{ events(filter: {{text: \"{long}\"}}) {{ totalCount }} }}"),
        "{ events(filter: {from: \"2026-07-01T00:00:00Z\", to: \"2026-06-01T00:00:00Z\"}) { totalCount } }".to_owned(),
        "{ event { id } }".to_owned(),
        "{ event(organizerSlug: \"x\") { id } }".to_owned(),
        "{ event(id: \"evt_1\", slug: \"x\") { id } }".to_owned(),
    ];
    for operation in bad {
        assert_eq!(
            harness.code(&nobody(), &operation, json!({})).await,
            "BAD_USER_INPUT",
            "{operation}"
        );
    }
}

#[tokio::test]
async fn dates_of_an_event_come_in_pages() {
    let harness = Harness::new().await;
    let event = harness.draft("Evening").await;
    let rule = json!({"eventId": event["id"], "rrule": "FREQ=DAILY;COUNT=5", "startsAtLocal": "2026-07-10T20:00", "durationMinutes": 90,
        "timeZone": "Europe/Berlin"});
    harness
        .command("occurrencesGenerate", "OccurrencesGenerateInput", "occurrences { id }", rule)
        .await;
    let read = "query($id: ID!, $first: Int, $after: String, $from: DateTime, $to: DateTime) { event(id: $id) {
        occurrences(first: $first, after: $after, from: $from, to: $to) { totalCount nodes { startsAtLocal } pageInfo { hasNextPage endCursor } } } }";
    let page = |variables: Value| {
        let (harness, mut variables) = (&harness, variables);
        variables["id"] = event["id"].clone();
        async move { harness.run(&owner(), read, variables).await["event"]["occurrences"].clone() }
    };
    let first = page(json!({"first": 3})).await;
    assert_eq!((&first["totalCount"], &first["pageInfo"]["hasNextPage"]), (&json!(5), &json!(true)));
    let rest = page(json!({"first": 3, "after": first["pageInfo"]["endCursor"]})).await;
    assert_eq!(
        rest["nodes"],
        json!([{"startsAtLocal": "2026-07-13T20:00:00"}, {"startsAtLocal": "2026-07-14T20:00:00"}])
    );
    let window = page(json!({"from": "2026-07-11T00:00:00Z", "to": "2026-07-12T23:00:00Z"})).await;
    assert_eq!(
        window["nodes"],
        json!([{"startsAtLocal": "2026-07-11T20:00:00"}, {"startsAtLocal": "2026-07-12T20:00:00"}])
    );
}
