//! Who sees what.

use super::*;

const ENTITIES: &str = "query($representations: [_Any!]!) { _entities(representations: $representations) {
    __typename
    ... on Booking { id contact { email } occurrence { name startsAt timeZone } }
    ... on Ticket { id code qrPayload booking { id } }
    ... on User { bookings { nodes { id } totalCount } tickets(upcomingOnly: true) { nodes { code } } } } }";

#[tokio::test]
async fn bookings_and_tickets_exist_for_those_concerned() {
    let stage = Stage::with_capacity(10).await;
    let id = stage.held(FREE, 1).await;
    stage.confirm_free(&id).await;
    let ticket_id = crate::store::tickets::of_bookings(stage.state.deps.database.reader(), std::slice::from_ref(&id))
        .await
        .unwrap()[0]
        .id
        .clone();
    let representations = json!({"representations": [
        {"__typename": "Booking", "id": id}, {"__typename": "Ticket", "id": ticket_id},
        {"__typename": "Booking", "id": "bkg_none"}, {"__typename": "User", "id": "usr_buyer"}]});
    // (viewer, sees booking, sees contact, sees ticket, sees QR code, is the user)
    let cases = [
        ("nobody", Viewer::default(), false, false, false, false),
        ("buyer", buyer(), true, true, true, true),
        ("its guest", Viewer::guest_of(&id), true, true, true, false),
        ("another guest", Viewer::guest_of("bkg_other"), false, false, false, false),
        ("another user", member("usr_other"), false, false, false, false),
        ("owner", member("usr_owner"), true, true, true, false),
        ("finance", member("usr_finance"), true, true, false, false),
        ("door", member("usr_door"), false, true, true, false),
        ("another organiser", member("usr_stranger"), false, false, false, false),
        (
            "owner whose token has no scope yet",
            Viewer::signed_in("usr_owner", &["user"]),
            false,
            false,
            false,
            false,
        ),
        (
            "staff",
            Viewer::signed_in("usr_staff", &["user", "admin:bookings"]),
            true,
            true,
            true,
            true,
        ),
    ];
    for (name, viewer, sees_booking, sees_ticket, sees_code, is_self) in cases {
        let seen = stage.run(&viewer, ENTITIES, representations.clone()).await;
        let entities = &seen["data"]["_entities"];
        assert_eq!(entities[0].is_object(), sees_booking, "{name}: {seen}");
        if sees_booking {
            assert_eq!(entities[0]["contact"]["email"], "usr_buyer@example.org", "{name}");
            assert_eq!(entities[0]["occurrence"]["timeZone"], "Europe/Berlin", "{name}");
        }
        assert_eq!(entities[1].is_object(), sees_ticket, "{name}: {seen}");
        assert_eq!(entities[1]["qrPayload"].is_string(), sees_code, "{name}: {seen}");
        assert_eq!(entities[2], Value::Null, "{name}");
        assert_eq!(entities[3]["bookings"]["totalCount"] == json!(1), is_self, "{name}: {seen}");
        assert_eq!(entities[3]["tickets"].is_object(), is_self, "{name}: {seen}");
    }
}

#[tokio::test]
async fn lists_of_an_event_are_for_its_members() {
    let stage = Stage::with_capacity(10).await;
    let first = stage.held(FREE, 1).await;
    stage.test.clock.advance_ms(1_000);
    let second = stage.held(PAID, 1).await;
    stage.confirm_free(&first).await;
    let query = "query($representations: [_Any!]!, $after: String, $filter: BookingFilter) { _entities(representations: $representations) {
        ... on Event { bookings(first: 1, after: $after, filter: $filter) { nodes { id } pageInfo { endCursor hasNextPage } } } } }";
    let representations = json!([{"__typename": "Event", "id": EVENT}]);
    let ask = async |viewer: &Viewer, after: Value, filter: Value| {
        stage
            .run(
                viewer,
                query,
                json!({"representations": representations, "after": after, "filter": filter}),
            )
            .await
    };
    let finance = member("usr_finance");
    let page = ask(&finance, Value::Null, Value::Null).await["data"]["_entities"][0]["bookings"].clone();
    assert_eq!(
        (&page["nodes"][0]["id"], &page["pageInfo"]["hasNextPage"]),
        (&json!(second), &json!(true)),
        "{page}"
    );
    let next = ask(&finance, page["pageInfo"]["endCursor"].clone(), Value::Null).await;
    assert_eq!(next["data"]["_entities"][0]["bookings"]["nodes"], json!([{"id": first}]));
    for (filter, expected) in [
        (json!({"status": ["CONFIRMED"]}), json!([{"id": first}])),
        (json!({"query": "ADA"}), json!([{"id": second}])),
        (json!({"query": "nobody"}), json!([])),
        (json!({"to": "2026-06-01T12:00:01Z"}), json!([{"id": first}])),
        (json!({"from": "2026-06-01T12:00:01Z"}), json!([{"id": second}])),
    ] {
        let found = ask(&finance, Value::Null, filter.clone()).await;
        assert_eq!(found["data"]["_entities"][0]["bookings"]["nodes"], expected, "{filter}");
    }
    let forged = ask(&finance, json!("AAAA"), Value::Null).await;
    assert_eq!(forged["errors"][0]["extensions"]["code"], "BAD_USER_INPUT", "{forged}");
    for (viewer, code) in [
        (Viewer::default(), "UNAUTHENTICATED"),
        (buyer(), "FORBIDDEN"),
        (member("usr_door"), "FORBIDDEN"),
        (member("usr_stranger"), "FORBIDDEN"),
    ] {
        let refused = ask(&viewer, Value::Null, Value::Null).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], code, "{refused}");
    }
}

#[test]
fn the_schema_says_what_the_router_has_to_know() {
    let sdl = crate::sdl();
    for line in [
        "type Booking implements Node @key(fields: \"id\")",
        "type Ticket implements Node @key(fields: \"id\")",
        "type Product @key(fields: \"id\") @interfaceObject",
        "occurrence: Occurrence @provides(fields: \"name startsAt timeZone\")",
        "startsAt: DateTime! @external",
        "bookingChanged(bookingId: ID!): Booking @requiresScopes(scopes: [[\"user\"], [\"guest\"]])",
        "checkIn(input: CheckInInput!): CheckInPayload! @requiresScopes(scopes: [[\"checkin:write\"]])",
        "contact: Contact @requiresScopes(scopes: [[\"user\"], [\"guest\"], [\"booking:read\"]])",
    ] {
        assert!(sdl.contains(line), "{line}\nis not in\n{sdl}");
    }
}
