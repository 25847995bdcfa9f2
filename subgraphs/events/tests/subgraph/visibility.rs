//! Who sees what: by id, by slug, as an entity, in lists.

use contracts::access::TeamRole;
use kit::viewer::Viewer;
use serde_json::{Value, json};

use crate::harness::{Harness, ORGANIZER, door_staff, manager, nobody, other_owner, owner, stranger};

const EVERYWHERE: &str = "query($id: ID!, $slug: String!, $occurrence: ID!, $reps: [_Any!]!) {
    byId: event(id: $id) { id } bySlug: event(slug: $slug) { id } occurrence(id: $occurrence) { id event { id } }
    _entities(representations: $reps) { __typename }
}";

/// Whether the viewer sees the event; every way to it must say the same.
async fn sees(harness: &Harness, viewer: &Viewer, event: &Value, ticket_type: &str) -> bool {
    let occurrence = &event["occurrences"]["nodes"][0]["id"];
    let representations = json!([
        {"__typename": "Event", "id": event["id"]},
        {"__typename": "Occurrence", "id": occurrence},
        {"__typename": "TicketType", "id": ticket_type},
        {"__typename": "Product", "id": ticket_type},
    ]);
    let variables = json!({"id": event["id"], "slug": event["slug"], "occurrence": occurrence, "reps": representations});
    let data = harness.run(viewer, EVERYWHERE, variables).await;
    let mut found = vec![!data["byId"].is_null(), !data["bySlug"].is_null(), !data["occurrence"].is_null()];
    found.extend(data["_entities"].as_array().unwrap().iter().map(|entity| !entity.is_null()));
    assert!(found.iter().all(|there| *there == found[0]), "{data}");
    found[0]
}

#[tokio::test]
async fn drafts_and_private_events_are_for_members_who_edit() {
    let harness = Harness::new().await;
    let draft = harness.draft("Draft").await;
    let ticket_type = harness.ticket_type(&draft, "Standard", 100).await;
    let insiders = [owner(), manager()];
    let outsiders = [nobody(), stranger(), door_staff(), other_owner()];
    for viewer in &insiders {
        assert!(sees(&harness, viewer, &draft, &ticket_type).await);
    }
    for viewer in &outsiders {
        assert!(!sees(&harness, viewer, &draft, &ticket_type).await, "{viewer:?}");
    }
    harness.publish(&draft).await;
    for visibility in ["PUBLIC", "UNLISTED", "PRIVATE"] {
        harness.update(&draft, json!({ "visibility": visibility })).await;
        for viewer in &insiders {
            assert!(sees(&harness, viewer, &draft, &ticket_type).await);
        }
        for viewer in &outsiders {
            assert_eq!(
                sees(&harness, viewer, &draft, &ticket_type).await,
                visibility != "PRIVATE",
                "{visibility} {viewer:?}"
            );
        }
        let listed = harness.run(&nobody(), "{ events { totalCount nodes { id } } }", json!({})).await;
        assert_eq!(listed["events"]["totalCount"], i32::from(visibility == "PUBLIC"), "{visibility}");
    }
}

#[tokio::test]
async fn paused_events_are_listed_and_cancelled_ones_open_by_link() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let count = || async { harness.run(&nobody(), "{ events { totalCount } }", json!({})).await["events"]["totalCount"].clone() };
    let pause = json!({"id": event["id"], "version": 2});
    harness.command("eventPause", "EventTransitionInput", "event { id }", pause).await;
    assert_eq!(count().await, 1);
    let cancel = json!({"id": event["id"], "version": 3, "idempotencyKey": "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f01", "reason": "Storm",
        "refundEveryone": true});
    harness.command("eventCancel", "EventCancelInput", "event { id }", cancel).await;
    assert_eq!(count().await, 0);
    let read = harness
        .run(
            &nobody(),
            "query($id: ID!) { event(id: $id) { status } }",
            json!({"id": event["id"]}),
        )
        .await;
    assert_eq!(read["event"]["status"], "CANCELLED");
}

#[tokio::test]
async fn members_list_their_drafts_by_naming_the_state() {
    let harness = Harness::new().await;
    harness.draft("Draft").await;
    let event = harness.published("Open").await;
    harness.update(&event, json!({"visibility": "PRIVATE"})).await;
    let list = "query($filter: EventFilter, $reps: [_Any!]!) { events(filter: $filter) { totalCount }
        _entities(representations: $reps) { ... on Organizer { events(filter: $filter) { totalCount } } } }";
    let cases = [
        (owner(), json!(["DRAFT", "PUBLISHED"]), 2),
        (owner(), json!(["DRAFT"]), 1),
        (owner(), json!(null), 0),
        (manager(), json!(["DRAFT"]), 1),
        (door_staff(), json!(["DRAFT", "PUBLISHED"]), 0),
        (stranger(), json!(["DRAFT", "PUBLISHED"]), 0),
        (other_owner(), json!(["DRAFT", "PUBLISHED"]), 0),
        (nobody(), json!(["DRAFT"]), 0),
    ];
    for (viewer, status, expected) in cases {
        let filter = json!({"organizerId": ORGANIZER, "status": status});
        let representations = json!([{"__typename": "Organizer", "id": ORGANIZER}]);
        let data = harness.run(&viewer, list, json!({"filter": filter, "reps": representations})).await;
        assert_eq!(data["events"]["totalCount"], expected, "{viewer:?} {status}");
        assert_eq!(data["_entities"][0]["events"]["totalCount"], expected, "{viewer:?} {status}");
    }
    // Without the organiser the states open nothing.
    let filter = json!({"status": ["DRAFT"]});
    assert_eq!(
        harness.run(&owner(), list, json!({"filter": filter, "reps": []})).await["events"]["totalCount"],
        0
    );
}

#[tokio::test]
async fn who_leaves_the_team_sees_no_more() {
    let harness = Harness::new().await;
    let draft = harness.draft("Draft").await;
    let read = "query($id: ID!) { event(id: $id) { id } }";
    harness.member("usr_manager", ORGANIZER, None, 2).await;
    assert_eq!(
        harness.run(&manager(), read, json!({"id": draft["id"]})).await["event"],
        Value::Null
    );
    // An older message that comes late changes nothing.
    harness.member("usr_manager", ORGANIZER, Some(TeamRole::Owner), 1).await;
    assert_eq!(
        harness.run(&manager(), read, json!({"id": draft["id"]})).await["event"],
        Value::Null
    );
}

#[tokio::test]
async fn hidden_ticket_types_are_for_members() {
    let harness = Harness::new().await;
    let event = harness.published("Evening").await;
    let hidden = json!({"eventId": event["id"], "name": "Crew", "priceMinor": 0, "visibility": "HIDDEN"});
    harness
        .command("ticketTypeUpsert", "TicketTypeUpsertInput", "ticketType { id }", hidden)
        .await;
    let read = "query($id: ID!) { event(id: $id) { ticketTypes { name } products { name } priceFrom { amountMinor } } }";
    let seen = |viewer: Viewer| {
        let variables = json!({"id": event["id"]});
        let harness = &harness;
        async move { harness.run(&viewer, read, variables).await["event"].clone() }
    };
    let public = json!([{"name": "Standard"}]);
    let all = json!([{"name": "Standard"}, {"name": "Crew"}]);
    for viewer in [nobody(), stranger(), door_staff(), other_owner()] {
        assert_eq!(
            seen(viewer).await,
            json!({"ticketTypes": public, "products": public, "priceFrom": {"amountMinor": 2500}})
        );
    }
    assert_eq!(
        seen(owner()).await,
        json!({"ticketTypes": all, "products": all, "priceFrom": {"amountMinor": 2500}})
    );
}
