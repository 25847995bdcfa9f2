//! The door: once and only once.

use super::*;

const CHECK_IN: &str = "mutation($input: CheckInInput!) { checkIn(input: $input) {
    result record { id result at list { id checkedIn expected } } ticket { code status booking { id } }
    previous { id at } errors { __typename ... on UserError { code } } } }";

fn scan(key: &str, value: &str) -> Value {
    json!({key: value, "nonce": uuid(), "scannedAt": "2026-06-01T12:00:00Z"})
}

impl Stage {
    /// (code, QR payload) of the tickets of a confirmed free booking.
    async fn tickets(&self, quantity: i64) -> (String, Vec<(String, String)>) {
        let id = self.held(FREE, quantity).await;
        self.confirm_free(&id).await;
        let query = "query($id: ID!) { booking(id: $id) { tickets { code qrPayload } } }";
        let seen = self.run(&buyer(), query, json!({"id": id})).await;
        let tickets = seen["data"]["booking"]["tickets"].as_array().unwrap().iter();
        let text = |ticket: &Value, key: &str| ticket[key].as_str().unwrap().to_owned();
        (
            id,
            tickets.map(|ticket| (text(ticket, "code"), text(ticket, "qrPayload"))).collect(),
        )
    }

    async fn check_in(&self, viewer: &Viewer, input: &Value) -> Value {
        let answer = self.run(viewer, CHECK_IN, json!({"input": input})).await;
        assert!(answer["errors"].is_null(), "{answer}");
        answer["data"]["checkIn"].clone()
    }
}

#[tokio::test]
async fn a_ticket_is_let_in_once() {
    let stage = Stage::with_capacity(10).await;
    let (booking_id, tickets) = stage.tickets(2).await;
    let door = member("usr_door");
    let first = scan("code", &tickets[0].0.to_lowercase());
    let admitted = stage.check_in(&door, &first).await;
    assert_eq!(
        (&admitted["result"], &admitted["ticket"]["status"]),
        (&json!("ADMITTED"), &json!("CHECKED_IN")),
        "{admitted}"
    );
    assert_eq!(admitted["ticket"]["booking"]["id"], booking_id.as_str());
    let list = &admitted["record"]["list"];
    assert_eq!((&list["checkedIn"], &list["expected"]), (&json!(1), &json!(2)));
    let retried = stage.check_in(&door, &first).await;
    assert_eq!(
        (&retried["result"], &retried["record"]["id"]),
        (&json!("ADMITTED"), &admitted["record"]["id"]),
        "same nonce"
    );
    let again = stage.check_in(&door, &scan("qrPayload", &tickets[0].1)).await;
    assert_eq!(
        (&again["result"], &again["previous"]["id"]),
        (&json!("ALREADY_ADMITTED"), &admitted["record"]["id"])
    );
    let mut on_list = scan("qrPayload", &tickets[1].1);
    on_list["listId"] = list["id"].clone();
    assert_eq!(stage.check_in(&door, &on_list).await["result"], "ADMITTED");
}

#[tokio::test]
async fn other_tickets_are_told_apart() {
    let stage = Stage::with_capacity(10).await;
    stage
        .hear(
            "m-b",
            &OccurrenceScheduled {
                facts: occurrence("occ_b", 1),
            },
        )
        .await;
    let mut elsewhere = occurrence("occ_c", 1);
    elsewhere.event_id = "evt_c".to_owned();
    stage.hear("m-c", &OccurrenceScheduled { facts: elsewhere }).await;
    let reader = stage.state.deps.database.reader();
    let list = |id: &'static str| async move { crate::store::doors::default_list(reader, id).await.unwrap().unwrap().id };
    let (booking_id, tickets) = stage.tickets(1).await;
    let door = member("usr_door");
    let (code, payload) = &tickets[0];
    let on = |list_id: String| {
        let mut input = scan("qrPayload", payload);
        input["listId"] = json!(list_id);
        input
    };
    assert_eq!(stage.check_in(&door, &on(list("occ_b").await)).await["result"], "WRONG_DATE");
    assert_eq!(stage.check_in(&door, &on(list("occ_c").await)).await["result"], "WRONG_EVENT");
    let mut forged = payload.clone().into_bytes();
    let last = forged.len() - 3;
    forged[last] = if forged[last] == b'A' { b'B' } else { b'A' };
    for unknown in [
        scan("qrPayload", &String::from_utf8(forged).unwrap()),
        scan("code", "K7M2Q-77"),
        scan("code", "what?"),
    ] {
        let answer = stage.check_in(&door, &unknown).await;
        assert_eq!((&answer["result"], &answer["record"]), (&json!("UNKNOWN_TICKET"), &Value::Null));
    }
    let both = json!({"code": code, "qrPayload": payload, "nonce": uuid(), "scannedAt": "2026-06-01T12:00:00Z"});
    assert_eq!(stage.check_in(&door, &both).await["errors"][0]["code"], "ONE_OF");
    assert_eq!(
        stage.check_in(&door, &on("lst_no".to_owned())).await["errors"][0]["code"],
        "LIST_NOT_FOUND"
    );
    stage
        .change(
            &buyer(),
            "bookingCancel",
            json!({"bookingId": booking_id, "idempotencyKey": uuid()}),
        )
        .await;
    let voided = stage.check_in(&door, &scan("code", code)).await;
    assert_eq!(
        (&voided["result"], &voided["ticket"]["status"]),
        (&json!("VOIDED"), &json!("VOIDED")),
        "{voided}"
    );
}

#[tokio::test]
async fn only_the_organisers_door_staff_check_in() {
    let stage = Stage::with_capacity(10).await;
    let (_, tickets) = stage.tickets(1).await;
    let list = crate::store::doors::default_list(stage.state.deps.database.reader(), OCCURRENCE)
        .await
        .unwrap()
        .unwrap();
    let before = stage.footprint().await;
    let mut input = scan("code", &tickets[0].0);
    let stranger = stage.check_in(&member("usr_stranger"), &input).await;
    assert_eq!((&stranger["result"], &stranger["ticket"]), (&json!("UNKNOWN_TICKET"), &Value::Null));
    input["listId"] = json!(list.id);
    for (viewer, code) in [
        (Viewer::default(), "UNAUTHENTICATED"),
        (buyer(), "FORBIDDEN"),
        (member("usr_finance"), "FORBIDDEN"),
        (member("usr_stranger"), "FORBIDDEN"),
    ] {
        let answer = stage.run(&viewer, CHECK_IN, json!({"input": input})).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
    }
    assert_eq!(stage.footprint().await, before);
}

#[tokio::test]
async fn door_staff_search_tickets() {
    let stage = Stage::with_capacity(10).await;
    let (_, tickets) = stage.tickets(3).await;
    let query = "query($representations: [_Any!]!, $query: String, $after: String) { _entities(representations: $representations) {
        ... on Occurrence { tickets(first: 2, after: $after, query: $query) { totalCount nodes { code } pageInfo { hasNextPage endCursor } } } } }";
    let representations = json!([{"__typename": "Occurrence", "id": OCCURRENCE}]);
    let door = member("usr_door");
    let ask = async |query_text: Value, after: Value| {
        let variables = json!({"representations": representations, "query": query_text, "after": after});
        stage.run(&door, query, variables).await["data"]["_entities"][0]["tickets"].clone()
    };
    let first = ask(Value::Null, Value::Null).await;
    assert_eq!(
        (&first["totalCount"], first["nodes"].as_array().unwrap().len()),
        (&json!(3), 2),
        "{first}"
    );
    let second = ask(Value::Null, first["pageInfo"]["endCursor"].clone()).await;
    assert_eq!(second["nodes"], json!([{"code": tickets[2].0}]));
    assert_eq!(second["pageInfo"]["hasNextPage"], false);
    assert_eq!(ask(json!("ada b"), Value::Null).await["totalCount"], 3);
    assert_eq!(
        ask(json!("USR_BUYER@"), Value::Null).await["totalCount"],
        3,
        "part of the buyer's address"
    );
    assert_eq!(
        ask(json!(tickets[1].0), Value::Null).await["nodes"],
        json!([{"code": tickets[1].0}])
    );
    assert_eq!(ask(json!("100%"), Value::Null).await["totalCount"], 0);
    let mut input = guest_hold(FREE, 1);
    input["contact"]["name"] = json!("Östen Å_berg");
    let held = stage.holds(&Viewer::default(), input).await;
    let id = held["booking"]["id"].as_str().unwrap();
    let confirmed = json!({"bookingId": id, "idempotencyKey": uuid()});
    stage.change(&Viewer::guest_of(id), "bookingConfirmFree", confirmed).await;
    for typed in ["Östen", "Å_b"] {
        assert_eq!(ask(json!(typed), Value::Null).await["totalCount"], 1, "{typed}");
    }
    let refused = stage
        .run(&member("usr_stranger"), query, json!({"representations": representations}))
        .await;
    assert_eq!(refused["errors"][0]["extensions"]["code"], "FORBIDDEN", "{refused}");
}
