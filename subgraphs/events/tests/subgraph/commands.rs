//! Every mutation: what it does, what it refuses, and that a refusal changes nothing.

use serde_json::{Value, json};

use crate::harness::{DAY_MS, Harness, ORGANIZER, OTHER_ORGANIZER, other_owner, owner, refusals, text};

const CREATE: (&str, &str) = ("eventCreate", "EventCreateInput");
const GENERATE: (&str, &str, &str) = (
    "occurrencesGenerate",
    "OccurrencesGenerateInput",
    "occurrences { id startsAt startsAtLocal }",
);

fn create_input() -> Value {
    json!({
        "organizerId": ORGANIZER, "title": "  Winter   Lights ", "format": "IN_PERSON", "currency": "EUR", "timeZone": "Europe/Berlin",
        "startsAtLocal": "2026-12-10T20:00:00", "endsAtLocal": "2026-12-10T22:30:00",
    })
}

fn with(mut input: Value, changes: Value) -> Value {
    for (name, value) in changes.as_object().unwrap() {
        input[name] = value.clone();
    }
    input
}

#[tokio::test]
async fn a_new_event_is_a_draft_with_its_first_date() {
    let harness = Harness::new().await;
    let selection = "event { slug title status visibility currency version publishedAt refundPolicy { kind buyerMayCancelUntilHours }
        occurrences { totalCount nodes { name startsAt endsAt startsAtLocal endsAtLocal timeZone status } } }";
    let payload = harness.command(CREATE.0, CREATE.1, selection, create_input()).await;
    assert_eq!(
        payload,
        json!({"errors": [], "event": {
            "slug": "winter-lights", "title": "Winter Lights", "status": "DRAFT", "visibility": "PUBLIC", "currency": "EUR", "version": 1,
            "publishedAt": null, "refundPolicy": {"kind": "FULL", "buyerMayCancelUntilHours": 24},
            "occurrences": {"totalCount": 1, "nodes": [{
                "name": "Winter Lights", "startsAt": "2026-12-10T19:00:00+00:00", "endsAt": "2026-12-10T21:30:00+00:00",
                "startsAtLocal": "2026-12-10T20:00:00", "endsAtLocal": "2026-12-10T22:30:00", "timeZone": "Europe/Berlin",
                "status": "SCHEDULED"}]}}})
    );
    let told = harness.told("events.occurrence_scheduled").await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["on_sale"], &told[0]["version"], &told[0]["name"]),
        (&json!(false), &json!(1), &json!("Winter Lights"))
    );
    // The same title again has another address.
    let payload = harness.command(CREATE.0, CREATE.1, "event { slug }", create_input()).await;
    assert_eq!(payload["event"]["slug"], "winter-lights-2");
}

#[tokio::test]
async fn a_bad_new_event_is_refused_and_nothing_changes() {
    let harness = Harness::new().await;
    harness
        .command(CREATE.0, CREATE.1, "event { id }", with(create_input(), json!({"slug": "taken"})))
        .await;
    let tokyo = harness.venue("Kura Hall", "Tokyo", "JP", "Asia/Tokyo").await;
    let before = harness.everything().await;
    let cases = [
        (json!({"title": " "}), vec!["REQUIRED title"]),
        (json!({"title": "x".repeat(121)}), vec!["TOO_LONG title"]),
        (json!({"slug": "Not A Slug"}), vec!["BAD_SLUG slug"]),
        (json!({"slug": "taken"}), vec!["SLUG_TAKEN slug"]),
        (json!({"currency": "XXX"}), vec!["UNKNOWN_CURRENCY currency"]),
        (json!({"startsAtLocal": "2026-05-01T20:00:00"}), vec!["IN_THE_PAST startsAtLocal"]),
        (json!({"endsAtLocal": "2026-12-10T20:00:00"}), vec!["ENDS_BEFORE_START endsAtLocal"]),
        (
            json!({"startsAtLocal": "2027-03-28T02:30:00", "endsAtLocal": null}),
            vec!["LOCAL_TIME_MISSING startsAtLocal"],
        ),
        (
            json!({"startsAtLocal": "2026-10-25T02:30:00", "endsAtLocal": null}),
            vec!["LOCAL_TIME_TWICE startsAtLocal"],
        ),
        (json!({"venueId": "ven_unknown"}), vec!["NOT_FOUND venueId"]),
        (json!({"venueId": tokyo}), vec!["ZONE_MISMATCH timeZone"]),
        (
            json!({"title": "", "currency": "ZZZ"}),
            vec!["REQUIRED title", "UNKNOWN_CURRENCY currency"],
        ),
    ];
    for (changes, expected) in cases {
        let payload = harness
            .command(CREATE.0, CREATE.1, "event { id }", with(create_input(), changes.clone()))
            .await;
        assert_eq!(refusals(&payload), expected, "{changes}");
        assert_eq!(payload["event"], Value::Null);
    }
    assert_eq!(harness.everything().await, before);
    // What is not even of the right shape never reaches the command.
    for changes in [
        json!({"timeZone": "Mars/Olympus"}),
        json!({"currency": "euro"}),
        json!({"startsAtLocal": "soon"}),
    ] {
        let operation = "mutation($input: EventCreateInput!) { eventCreate(input: $input) { event { id } } }";
        let input = with(create_input(), changes);
        let response = kit::testing::execute(&harness.service, &owner(), operation, json!({ "input": input })).await;
        assert!(response["errors"][0]["message"].is_string(), "{response}");
    }
    assert_eq!(harness.everything().await, before);
}

#[tokio::test]
async fn a_time_that_comes_twice_is_answered() {
    let harness = Harness::new().await;
    for (answer, starts_at) in [("EARLIER", "2026-10-25T00:30:00+00:00"), ("LATER", "2026-10-25T01:30:00+00:00")] {
        let input = with(
            create_input(),
            json!({"startsAtLocal": "2026-10-25T02:30:00", "endsAtLocal": null, "overlap": answer}),
        );
        let payload = harness
            .command(CREATE.0, CREATE.1, "event { occurrences { nodes { startsAt } } }", input)
            .await;
        assert_eq!(payload["event"]["occurrences"]["nodes"][0]["startsAt"], starts_at);
    }
}

#[tokio::test]
async fn only_those_who_may_change_the_catalogue() {
    let harness = Harness::new().await;
    let event = harness.published("Open Evening").await;
    let draft = harness.draft("Hidden Evening").await;
    let before = harness.everything().await;
    let key = "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f01";
    let commands = |id: &Value| {
        [
            ("eventUpdate", "EventUpdateInput", json!({"id": id, "version": 1, "title": "Mine"})),
            ("eventPublish", "EventTransitionInput", json!({"id": id, "version": 1})),
            ("eventPause", "EventTransitionInput", json!({"id": id, "version": 1})),
            (
                "eventCancel",
                "EventCancelInput",
                json!({"id": id, "version": 1, "idempotencyKey": key, "reason": "x", "refundEveryone": true}),
            ),
            (
                "occurrencesGenerate",
                "OccurrencesGenerateInput",
                json!({"eventId": id, "rrule": "FREQ=DAILY;COUNT=2", "startsAtLocal": "2026-08-01T20:00", "durationMinutes": 60,
                    "timeZone": "Europe/Berlin"}),
            ),
            ("ticketTypeUpsert", "TicketTypeUpsertInput", json!({"eventId": id, "name": "Mine"})),
        ]
    };
    let strangers = [
        (crate::harness::nobody(), "UNAUTHENTICATED"),
        (crate::harness::stranger(), "FORBIDDEN"),
        (crate::harness::door_staff(), "FORBIDDEN"),
        (other_owner(), "FORBIDDEN"),
    ];
    for (viewer, code) in &strangers {
        let mut all = commands(&event["id"]).to_vec();
        all.push(("eventCreate", "EventCreateInput", create_input()));
        let venue = json!({"organizerId": ORGANIZER, "name": "x", "lines": ["x"], "city": "x", "countryCode": "DE", "timeZone": "UTC"});
        all.push(("venueUpsert", "VenueUpsertInput", venue));
        for (field, input_type, input) in all {
            let operation = format!("mutation($input: {input_type}!) {{ {field}(input: $input) {{ errors {{ __typename }} }} }}");
            assert_eq!(harness.code(viewer, &operation, json!({ "input": input })).await, *code, "{field}");
        }
    }
    // Of a draft that is not theirs, not even its being there is told.
    for (field, input_type, input) in commands(&draft["id"]) {
        let payload = harness.command_as(&other_owner(), field, input_type, "__typename", input).await;
        assert_eq!(payload["errors"][0]["__typename"], "NotFoundError", "{field}");
    }
    assert_eq!(harness.everything().await, before);
}

#[tokio::test]
async fn an_update_changes_what_is_said_and_tells_what_others_copy() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let told = harness.told("events.occurrence_scheduled").await.len();
    harness
        .update(
            &event,
            json!({"summary": " A  night. ", "description": "# Hello", "categorySlugs": ["music", "food", "music"]}),
        )
        .await;
    assert_eq!(
        harness.told("events.occurrence_scheduled").await.len(),
        told,
        "nothing that others copy has changed"
    );
    let policy = json!({"kind": "TIERED", "tiers": [{"hoursBeforeStart": 24, "percent": 50}, {"hoursBeforeStart": 168, "percent": 100}]});
    harness.update(&event, json!({"title": "Night", "refundPolicy": policy})).await;
    let selection = "query($id: ID!) { event(id: $id) { title summary description slug categories { slug } version
        refundPolicy { kind tiers { hoursBeforeStart percent } } } }";
    let read = harness.run(&owner(), selection, json!({"id": event["id"]})).await;
    assert_eq!(
        read["event"],
        json!({"title": "Night", "summary": "A night.", "description": "# Hello", "slug": "evening", "version": 4,
            "categories": [{"slug": "music"}, {"slug": "food"}],
            "refundPolicy": {"kind": "TIERED", "tiers": [{"hoursBeforeStart": 168, "percent": 100}, {"hoursBeforeStart": 24, "percent": 50}]}})
    );
    let facts = harness.told("events.occurrence_scheduled").await.pop().unwrap();
    assert_eq!(
        (&facts["name"], &facts["on_sale"], &facts["version"]),
        (&json!("Night"), &json!(true), &json!(3))
    );
    assert_eq!(facts["refund_policy"]["kind"], "TIERED");
    harness.update(&event, json!({"summary": null, "description": ""})).await;
    let read = harness.run(&owner(), selection, json!({"id": event["id"]})).await;
    assert_eq!(
        (&read["event"]["summary"], &read["event"]["description"]),
        (&Value::Null, &Value::Null)
    );
}

#[tokio::test]
async fn a_bad_update_is_refused_and_nothing_changes() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let before = harness.everything().await;
    let cases = [
        (json!({"title": ""}), vec!["REQUIRED title"]),
        (json!({"summary": "x".repeat(301)}), vec!["TOO_LONG summary"]),
        (json!({"categorySlugs": ["music", "opera"]}), vec!["UNKNOWN_CATEGORY categorySlugs"]),
        (
            json!({"categorySlugs": ["music", "theatre", "comedy", "talks", "film", "family"]}),
            vec!["TOO_MANY categorySlugs"],
        ),
        (
            json!({"refundPolicy": {"kind": "TIERED"}}),
            vec!["BAD_REFUND_POLICY refundPolicy.tiers"],
        ),
        (json!({"title": "Stale", "version": 1}), vec!["STALE_VERSION version"]),
        (json!({"title": "Unknown", "id": "evt_unknown"}), vec!["NOT_FOUND id"]),
    ];
    for (changes, expected) in cases {
        let input = with(json!({"id": event["id"], "version": event["version"]}), changes);
        let payload = harness
            .command("eventUpdate", "EventUpdateInput", "event { id }", input.clone())
            .await;
        assert_eq!(refusals(&payload), expected, "{input}");
    }
    assert_eq!(harness.everything().await, before);
    let stale = json!({"id": event["id"], "version": 1, "title": "Stale"});
    let payload = harness.command("eventUpdate", "EventUpdateInput", "event { id }", stale).await;
    assert_eq!(payload["errors"][0]["currentVersion"], event["version"]);
    assert_eq!(payload["errors"][0]["currentState"], "PUBLISHED");
}

#[tokio::test]
async fn of_updates_at_once_one_wins_and_dates_are_made_once() {
    for engine in kit::testing::engines() {
        let harness = Harness::on(engine).await;
        let event = harness.draft("Evening").await;
        let change = |title: &'static str| {
            let input = json!({"id": event["id"], "version": 1, "title": title});
            harness.command("eventUpdate", "EventUpdateInput", "event { title version }", input)
        };
        let (one, two, three) = tokio::join!(change("One"), change("Two"), change("Three"));
        let winners = [&one, &two, &three]
            .into_iter()
            .filter(|payload| payload["errors"] == json!([]))
            .count();
        assert_eq!(winners, 1, "{engine:?} {one} {two} {three}");
        assert_eq!(harness.read(&event).await["version"], 2);
        let generate = || {
            let rule = json!({"eventId": event["id"], "rrule": "FREQ=DAILY;COUNT=3", "startsAtLocal": "2026-07-10T20:00", "durationMinutes": 90,
                "timeZone": "Europe/Berlin"});
            harness.command(GENERATE.0, GENERATE.1, "occurrences { id }", rule)
        };
        let (one, two) = tokio::join!(generate(), generate());
        assert_eq!(one, two, "{engine:?}: both answer the same dates");
        assert_eq!(harness.read(&event).await["occurrences"]["nodes"].as_array().unwrap().len(), 3);
        // The same title at the same moment: two addresses.
        let (one, two) = tokio::join!(harness.draft("Twins"), harness.draft("Twins"));
        assert_ne!(one["slug"], two["slug"], "{engine:?}");
    }
}

#[tokio::test]
async fn publishing_needs_a_date_ahead_and_a_ticket_type() {
    let harness = Harness::new().await;
    let event = harness.draft("Evening").await;
    let publish = json!({"id": event["id"], "version": 1});
    let before = harness.everything().await;
    let payload = harness
        .command("eventPublish", "EventTransitionInput", "event { id }", publish.clone())
        .await;
    assert_eq!(refusals(&payload), ["NO_TICKET_TYPE id"]);
    harness.test.clock.advance_ms(60 * DAY_MS);
    let payload = harness
        .command("eventPublish", "EventTransitionInput", "event { id }", publish.clone())
        .await;
    assert_eq!(refusals(&payload), ["NO_FUTURE_DATE id", "NO_TICKET_TYPE id"]);
    assert_eq!(harness.everything().await, before);
    harness.test.clock.advance_ms(-60 * DAY_MS);
    harness.ticket_type(&event, "Standard", 0).await;
    let payload = harness
        .command(
            "eventPublish",
            "EventTransitionInput",
            "event { status version publishedAt }",
            publish.clone(),
        )
        .await;
    assert_eq!(
        payload["event"],
        json!({"status": "PUBLISHED", "version": 2, "publishedAt": "2026-06-01T12:00:00+00:00"})
    );
    let facts = harness.told("events.occurrence_scheduled").await.pop().unwrap();
    assert_eq!((&facts["on_sale"], &facts["version"]), (&json!(true), &json!(2)));
    let payload = harness
        .command(
            "eventPublish",
            "EventTransitionInput",
            "event { id }",
            json!({"id": event["id"], "version": 2}),
        )
        .await;
    assert_eq!(refusals(&payload), ["ILLEGAL_STATE id"]);
    assert_eq!(payload["errors"][0]["currentState"], "PUBLISHED");
}

#[tokio::test]
async fn pausing_stops_the_sale_and_publishing_resumes_it() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let step = |field: &'static str, version: i32| {
        let input = json!({"id": event["id"], "version": version});
        harness.command(
            field,
            "EventTransitionInput",
            "event { status version ticketTypes { saleWindow { state } } }",
            input,
        )
    };
    let paused = step("eventPause", 2).await;
    assert_eq!(
        paused["event"],
        json!({"status": "PAUSED", "version": 3, "ticketTypes": [{"saleWindow": {"state": "CLOSED"}}]})
    );
    assert_eq!(harness.told("events.occurrence_scheduled").await.pop().unwrap()["on_sale"], false);
    assert_eq!(refusals(&step("eventPause", 3).await), ["ILLEGAL_STATE id"]);
    assert_eq!(refusals(&step("eventPause", 2).await), ["STALE_VERSION version"]);
    let resumed = step("eventPublish", 3).await;
    assert_eq!(
        resumed["event"],
        json!({"status": "PUBLISHED", "version": 4, "ticketTypes": [{"saleWindow": {"state": "OPEN"}}]})
    );
    assert_eq!(harness.told("events.occurrence_scheduled").await.pop().unwrap()["on_sale"], true);
}

#[tokio::test]
async fn cancelling_is_told_once_per_key() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let cancel = |key: &str, changes: Value| {
        let input = json!({"id": event["id"], "version": 2, "idempotencyKey": key, "reason": "Storm", "refundEveryone": true});
        harness.command(
            "eventCancel",
            "EventCancelInput",
            "event { status version occurrences { nodes { status } } }",
            with(input, changes),
        )
    };
    let key = "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f01";
    let before = harness.everything().await;
    for (changes, expected) in [
        (json!({"reason": " "}), "REQUIRED reason"),
        (json!({"version": 1}), "STALE_VERSION version"),
        (json!({"occurrenceIds": []}), "REQUIRED occurrenceIds"),
        (json!({"occurrenceIds": ["occ_unknown"]}), "NOT_FOUND occurrenceIds"),
    ] {
        assert_eq!(refusals(&cancel(key, changes.clone()).await), [expected], "{changes}");
    }
    assert_eq!(harness.everything().await, before);
    let done = json!({"status": "CANCELLED", "version": 3, "occurrences": {"nodes": [{"status": "CANCELLED"}]}});
    assert_eq!(cancel(key, json!({})).await["event"], done);
    let after = harness.everything().await;
    assert_eq!(cancel(key, json!({})).await["event"], done, "a repeat answers the same");
    assert_eq!(
        refusals(&cancel(key, json!({"reason": "Other"})).await),
        ["IDEMPOTENCY_CONFLICT idempotencyKey"]
    );
    let other = "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f02";
    assert_eq!(refusals(&cancel(other, json!({"version": 3})).await), ["ILLEGAL_STATE id"]);
    assert_eq!(harness.everything().await, after);
    let told = harness.told("events.occurrence_cancelled").await;
    assert_eq!(told.len(), 1);
    assert_eq!(
        (&told[0]["reason"], &told[0]["refund_everyone"], &told[0]["version"]),
        (&json!("Storm"), &json!(true), &json!(3))
    );
    let facts = harness.told("events.occurrence_scheduled").await.pop().unwrap();
    assert_eq!(
        (&facts["cancelled"], &facts["on_sale"], &facts["version"]),
        (&json!(true), &json!(false), &json!(3))
    );
    // A cancelled event takes no more changes.
    let update = json!({"id": event["id"], "version": 3, "title": "Again"});
    let payload = harness.command("eventUpdate", "EventUpdateInput", "event { id }", update).await;
    assert_eq!(refusals(&payload), ["ILLEGAL_STATE id"]);
}

#[tokio::test]
async fn single_dates_are_cancelled_and_the_rest_goes_on() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let rule = json!({"eventId": event["id"], "rrule": "FREQ=DAILY;COUNT=3", "startsAtLocal": "2026-07-10T20:00", "durationMinutes": 90,
        "timeZone": "Europe/Berlin"});
    let dates = harness.command(GENERATE.0, GENERATE.1, GENERATE.2, rule).await;
    let second = dates["occurrences"][1]["id"].clone();
    let input = json!({"id": event["id"], "version": 2, "idempotencyKey": "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f01",
        "occurrenceIds": [second], "reason": "Illness", "refundEveryone": false});
    let selection = "event { status version occurrences { nodes { status } } }";
    let payload = harness.command("eventCancel", "EventCancelInput", selection, input).await;
    let nodes = json!([{"status": "SCHEDULED"}, {"status": "CANCELLED"}, {"status": "SCHEDULED"}]);
    assert_eq!(
        payload["event"],
        json!({"status": "PUBLISHED", "version": 3, "occurrences": {"nodes": nodes}})
    );
    assert_eq!(harness.told("events.occurrence_cancelled").await.len(), 1);
    let again = json!({"id": event["id"], "version": 3, "idempotencyKey": "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f02",
        "occurrenceIds": [second], "reason": "Illness", "refundEveryone": false});
    let payload = harness.command("eventCancel", "EventCancelInput", selection, again).await;
    assert_eq!(refusals(&payload), ["ILLEGAL_STATE occurrenceIds"]);
}

#[tokio::test]
async fn dates_are_generated_shown_and_not_doubled() {
    let harness = Harness::new().await;
    let event = harness.draft("Evening").await;
    let rule = json!({"eventId": event["id"], "rrule": "FREQ=WEEKLY;BYDAY=FR;COUNT=4", "startsAtLocal": "2026-07-10T20:00",
        "durationMinutes": 90, "timeZone": "Europe/Berlin", "exceptDates": ["2026-07-17T20:00"], "dryRun": true});
    let before = harness.everything().await;
    let shown = harness.command(GENERATE.0, GENERATE.1, GENERATE.2, rule.clone()).await;
    let days = |payload: &Value| -> Vec<String> {
        payload["occurrences"]
            .as_array()
            .unwrap()
            .iter()
            .map(|date| text(&date["startsAtLocal"]))
            .collect()
    };
    assert_eq!(days(&shown), ["2026-07-10T20:00:00", "2026-07-24T20:00:00", "2026-07-31T20:00:00"]);
    assert_eq!(harness.everything().await, before, "a dry run keeps nothing");
    let kept = harness
        .command(GENERATE.0, GENERATE.1, GENERATE.2, with(rule.clone(), json!({"dryRun": false})))
        .await;
    assert_eq!(
        kept["occurrences"][0]["id"], event["occurrences"]["nodes"][0]["id"],
        "a date that is there stays"
    );
    let after = harness.everything().await;
    let again = harness
        .command(GENERATE.0, GENERATE.1, GENERATE.2, with(rule.clone(), json!({"dryRun": false})))
        .await;
    assert_eq!(again, kept, "a repeat changes nothing");
    for (changes, expected) in [
        (json!({"rrule": "FREQ=DAILY"}), "BAD_RECURRENCE rrule"),
        (json!({"rrule": "FREQ=DAILY;COUNT=400"}), "BAD_RECURRENCE rrule"),
        (json!({"startsAtLocal": "2026-05-01T20:00"}), "IN_THE_PAST startsAtLocal"),
        (json!({"durationMinutes": 0}), "BAD_DURATION durationMinutes"),
        (json!({"startsAtLocal": "2027-03-21T02:30"}), "LOCAL_TIME_MISSING startsAtLocal"),
        (json!({"eventId": "evt_unknown"}), "NOT_FOUND eventId"),
    ] {
        let changes = with(json!({"rrule": "FREQ=WEEKLY;COUNT=4", "dryRun": false}), changes);
        let payload = harness
            .command(GENERATE.0, GENERATE.1, GENERATE.2, with(rule.clone(), changes.clone()))
            .await;
        assert_eq!(refusals(&payload), [expected], "{changes}");
    }
    assert_eq!(harness.everything().await, after);
    assert_eq!(harness.told("events.occurrence_scheduled").await.len(), 3);
}

#[tokio::test]
async fn ticket_types_are_created_and_changed() {
    let harness = Harness::new().await;
    let event = harness.draft("Evening").await;
    let selection = "ticketType { id name position version minPerBooking maxPerBooking visibility event { id }
        price { __typename ... on FixedPrice { amount { amountMinor currency exponent } } ... on FreePrice { free } }
        saleWindow { opensAt closesAt state } }";
    let upsert = |input: Value| harness.command("ticketTypeUpsert", "TicketTypeUpsertInput", selection, input);
    let free = upsert(json!({"eventId": event["id"], "name": "Free"})).await;
    assert_eq!(free["ticketType"]["price"], json!({"__typename": "FreePrice", "free": true}));
    let new = json!({"eventId": event["id"], "name": "Early", "priceMinor": 1900, "capacity": 50, "closesAt": "2026-07-01T00:00:00Z"});
    let paid = upsert(new).await["ticketType"].clone();
    assert_eq!(
        paid,
        json!({"id": paid["id"], "name": "Early", "position": 2, "version": 1, "minPerBooking": 1, "maxPerBooking": 10,
            "visibility": "PUBLIC", "event": {"id": event["id"]},
            "price": {"__typename": "FixedPrice", "amount": {"amountMinor": 1900, "currency": "EUR", "exponent": 2}},
            "saleWindow": {"opensAt": null, "closesAt": "2026-07-01T00:00:00+00:00", "state": "OPEN"}})
    );
    let change = json!({"id": paid["id"], "eventId": event["id"], "version": 1, "name": "Earlier", "closesAt": null, "capacity": null,
        "opensAt": "2026-06-02T00:00:00Z"});
    let changed = upsert(change.clone()).await["ticketType"].clone();
    assert_eq!((&changed["version"], &changed["name"]), (&json!(2), &json!("Earlier")));
    assert_eq!(changed["price"]["amount"]["amountMinor"], 1900, "what is not said stays");
    assert_eq!(
        changed["saleWindow"],
        json!({"opensAt": "2026-06-02T00:00:00+00:00", "closesAt": null, "state": "UPCOMING"})
    );
    let facts = harness.told("events.product_changed").await;
    assert_eq!(facts.len(), 3);
    assert_eq!(
        (&facts[1]["capacity"], &facts[2]["capacity"], &facts[2]["version"]),
        (&json!(50), &Value::Null, &json!(2))
    );
    let before = harness.everything().await;
    for (changes, expected) in [
        (json!({"priceMinor": -1}), "BAD_PRICE priceMinor"),
        (json!({"maxPerBooking": 21}), "BAD_LIMIT maxPerBooking"),
        (json!({"minPerBooking": 0}), "BAD_LIMIT minPerBooking"),
        (json!({"name": ""}), "REQUIRED name"),
        (json!({"capacity": -5}), "BAD_CAPACITY capacity"),
        (json!({"closesAt": "2026-06-01T00:00:00Z"}), "BAD_WINDOW closesAt"),
        (json!({"version": null}), "REQUIRED version"),
        (json!({"version": 1}), "STALE_VERSION version"),
        (json!({"id": "tty_unknown"}), "NOT_FOUND id"),
        (json!({"eventId": "evt_unknown"}), "NOT_FOUND eventId"),
    ] {
        let payload = upsert(with(with(change.clone(), json!({"version": 2})), changes.clone())).await;
        assert_eq!(refusals(&payload), [expected], "{changes}");
    }
    assert_eq!(harness.everything().await, before);
}

#[tokio::test]
async fn venues_are_created_and_changed() {
    let harness = Harness::new().await;
    let venue = json!({"organizerId": ORGANIZER, "name": "Kesselhaus", "lines": ["Uferweg 3", ""], "city": "Berlin", "countryCode": "de",
        "timeZone": "Europe/Berlin", "capacity": 400});
    let selection = "venue { id name address { lines city countryCode } timeZone capacity version }";
    let upsert = |input: Value| harness.command("venueUpsert", "VenueUpsertInput", selection, input);
    let made = upsert(venue.clone()).await["venue"].clone();
    assert_eq!(
        made,
        json!({"id": made["id"], "name": "Kesselhaus", "timeZone": "Europe/Berlin", "capacity": 400, "version": 1,
            "address": {"lines": ["Uferweg 3"], "city": "Berlin", "countryCode": "DE"}})
    );
    let change = with(
        venue,
        json!({"id": made["id"], "version": 1, "capacity": null, "name": "Neues Kesselhaus"}),
    );
    let changed = upsert(change.clone()).await["venue"].clone();
    assert_eq!(
        (&changed["version"], &changed["capacity"], &changed["name"]),
        (&json!(2), &Value::Null, &json!("Neues Kesselhaus"))
    );
    let before = harness.everything().await;
    for (changes, expected) in [
        (json!({"version": 1}), "STALE_VERSION version"),
        (json!({"version": null}), "REQUIRED version"),
        (json!({"id": "ven_unknown"}), "NOT_FOUND id"),
        (json!({"countryCode": "Germany"}), "BAD_COUNTRY countryCode"),
        (json!({"lines": []}), "BAD_ADDRESS lines"),
        (json!({"capacity": 0}), "BAD_CAPACITY capacity"),
    ] {
        let payload = upsert(with(with(change.clone(), json!({"version": 2})), changes.clone())).await;
        assert_eq!(refusals(&payload), [expected], "{changes}");
    }
    // Another organiser's venue is not found under one's own organiser.
    let theirs = with(change, json!({"organizerId": OTHER_ORGANIZER, "version": 2}));
    let payload = harness
        .command_as(&other_owner(), "venueUpsert", "VenueUpsertInput", "venue { id }", theirs)
        .await;
    assert_eq!(refusals(&payload), ["NOT_FOUND id"]);
    assert_eq!(harness.everything().await, before);
}
