//! What the router asks for: entities by key, the product interface, and the schema's text.

use serde_json::{Value, json};

use crate::harness::{Harness, ORGANIZER, nobody};

#[tokio::test]
async fn entities_are_answered_in_order_and_missing_ones_are_null() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let standard = harness
        .run(
            &nobody(),
            "query($id: ID!) { event(id: $id) { ticketTypes { id } } }",
            json!({"id": event["id"]}),
        )
        .await;
    let ticket_type = &standard["event"]["ticketTypes"][0]["id"];
    let occurrence = &event["occurrences"]["nodes"][0]["id"];
    let venue = harness
        .run(
            &nobody(),
            "query($id: ID!) { occurrence(id: $id) { venue { id } } }",
            json!({"id": occurrence}),
        )
        .await;
    let representations = json!([
        {"__typename": "Occurrence", "id": occurrence},
        {"__typename": "Event", "id": "evt_unknown"},
        {"__typename": "Product", "id": ticket_type},
        {"__typename": "TicketType", "id": ticket_type},
        {"__typename": "Event", "id": event["id"]},
        {"__typename": "Product", "id": "tty_unknown"},
        {"__typename": "Venue", "id": venue["occurrence"]["venue"]["id"]},
        {"__typename": "Organizer", "id": ORGANIZER},
        {"__typename": "Organizer", "id": "org_x"},
    ]);
    let operation = "query($reps: [_Any!]!) { _entities(representations: $reps) { __typename
        ... on Occurrence { name venue { name } } ... on Event { title organizer { id } nextOccurrence { name } }
        ... on Product { name position } ... on TicketType { event { title } } ... on Venue { address { city } } ... on Organizer { id } } }";
    let data = harness.run(&nobody(), operation, json!({ "reps": representations })).await;
    let product = json!({"__typename": "TicketType", "name": "Standard", "position": 1, "event": {"title": "Evening"}});
    let expected = [
        json!({"__typename": "Occurrence", "name": "Evening", "venue": {"name": "Kesselhaus"}}),
        Value::Null,
        product.clone(),
        product,
        json!({"__typename": "Event", "title": "Evening", "organizer": {"id": ORGANIZER}, "nextOccurrence": {"name": "Evening"}}),
        Value::Null,
        json!({"__typename": "Venue", "address": {"city": "Berlin"}}),
        json!({"__typename": "Organizer", "id": ORGANIZER}),
        Value::Null,
    ];
    assert_eq!(data["_entities"], json!(expected));
}

#[tokio::test]
async fn categories_are_a_fixed_list() {
    let harness = Harness::new().await;
    let data = harness.run(&nobody(), "{ categories { slug } }", json!({})).await;
    let slugs: Vec<&str> = data["categories"]
        .as_array()
        .unwrap()
        .iter()
        .map(|category| category["slug"].as_str().unwrap())
        .collect();
    assert_eq!(
        slugs,
        [
            "music",
            "theatre",
            "comedy",
            "talks",
            "film",
            "family",
            "sport",
            "food",
            "workshops",
            "festivals"
        ]
    );
}

#[test]
fn the_schema_says_what_federation_needs() {
    let sdl = events::sdl();
    for line in [
        "interface Product @key(fields: \"id\")",
        "type TicketType implements Product & Node @key(fields: \"id\")",
        "type Event implements Node @key(fields: \"id\")",
        "type Occurrence implements Node @key(fields: \"id\")",
        "type Venue implements Node @key(fields: \"id\")",
        "type Organizer @key(fields: \"id\")",
        "name: String @shareable",
        "startsAt: DateTime! @shareable",
        "timeZone: TimeZone! @shareable",
        "type RefundPolicy @shareable",
        "eventCreate(input: EventCreateInput!): EventPayload! @requiresScopes(scopes: [[\"event:write\"]])",
        "type ValidationError implements UserError @shareable",
    ] {
        assert!(sdl.contains(line), "{line} is missing in\n{sdl}");
    }
}
