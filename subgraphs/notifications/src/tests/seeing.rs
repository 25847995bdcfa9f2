//! Who sees what, reading and marking, live updates, configuration, schema.

use std::time::Duration;

use futures_util::StreamExt;
use kit::Deps;
use kit::env::Env;
use kit::viewer::Viewer;
use serde_json::{Value, json};

use super::{BUYER, Desk, ORGANIZER, OWNER, confirmed, expired};

fn user(id: &str) -> Viewer {
    Viewer::signed_in(id, &["user"])
}

const BELL: &str = "query($r: [_Any!]!, $first: Int, $after: String, $unread: Boolean) { _entities(representations: $r) { ... on User {
    unreadNotificationCount notifications(first: $first, after: $after, unreadOnly: $unread) {
        nodes { id kind } pageInfo { hasNextPage endCursor } } } } }";

async fn bell(desk: &Desk, viewer: &Viewer, id: &str, first: i32, after: Option<&str>, unread: bool) -> Value {
    let variables = json!({"r": [{"__typename": "User", "id": id}], "first": first, "after": after, "unread": unread});
    desk.execute(viewer, BELL, variables).await
}

#[tokio::test]
async fn pages_newest_first_and_marking_as_read() {
    let desk = Desk::open().await;
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    desk.test.clock.advance_ms(1_000);
    desk.hear("msg_2", &expired("bkg_1", Some(BUYER))).await;
    let one = bell(&desk, &user(BUYER), BUYER, 1, None, false).await["data"]["_entities"][0].clone();
    assert_eq!(one["unreadNotificationCount"], 2);
    assert_eq!(one["notifications"]["nodes"][0]["kind"], "BOOKING_EXPIRED");
    assert_eq!(one["notifications"]["pageInfo"]["hasNextPage"], true);
    let cursor = one["notifications"]["pageInfo"]["endCursor"].as_str().unwrap();
    let two = bell(&desk, &user(BUYER), BUYER, 1, Some(cursor), false).await["data"]["_entities"][0].clone();
    assert_eq!(two["notifications"]["nodes"][0]["kind"], "BOOKING_CONFIRMED");
    assert_eq!(two["notifications"]["pageInfo"]["hasNextPage"], false);
    let wrong = bell(&desk, &user(BUYER), BUYER, 101, None, false).await;
    assert_eq!(wrong["errors"][0]["extensions"]["code"], "BAD_USER_INPUT");

    let mark = "mutation($input: NotificationsMarkReadInput!) { notificationsMarkRead(input: $input) {
        user { id unreadNotificationCount } errors { __typename ... on UserError { code path } } } }";
    let read = |viewer: Viewer, input: Value| {
        let desk = &desk;
        async move { desk.execute(&viewer, mark, json!({"input": input})).await }
    };
    let id = one["notifications"]["nodes"][0]["id"].clone();
    for wrong in [
        json!({}),
        json!({"ids": []}),
        json!({"ids": [id], "all": true}),
        json!({"ids": vec!["x"; 101]}),
    ] {
        let response = read(user(BUYER), wrong).await;
        assert_eq!(
            response["data"]["notificationsMarkRead"]["errors"][0]["__typename"], "ValidationError",
            "{response}"
        );
    }
    for (viewer, ids) in [(user(OWNER), json!([id])), (user(BUYER), json!([id, "ntf_none"]))] {
        let response = read(viewer, json!({"ids": ids})).await;
        assert_eq!(
            response["data"]["notificationsMarkRead"]["errors"][0]["__typename"],
            "NotFoundError"
        );
    }
    let response = read(user(BUYER), json!({"ids": [id, id]})).await;
    assert_eq!(
        response["data"]["notificationsMarkRead"],
        json!({"user": {"id": BUYER, "unreadNotificationCount": 1}, "errors": []})
    );
    let unread = bell(&desk, &user(BUYER), BUYER, 10, None, true).await["data"]["_entities"][0]["notifications"]["nodes"].clone();
    assert_eq!(unread.as_array().unwrap().len(), 1);
    read(user(BUYER), json!({"all": true})).await;
    assert_eq!(desk.bell(BUYER).await["unreadNotificationCount"], 0);
    let nobody = read(Viewer::default(), json!({"all": true})).await;
    assert_eq!(nobody["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
}

#[tokio::test]
async fn each_kind_of_viewer_sees_what_is_theirs() {
    let desk = Desk::open().await;
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    for viewer in [user(OWNER), Viewer::default(), Viewer::guest_of("bkg_1")] {
        let others = bell(&desk, &viewer, BUYER, 5, None, false).await["data"]["_entities"][0].clone();
        assert_eq!(
            (&others["notifications"], &others["unreadNotificationCount"]),
            (&Value::Null, &Value::Null)
        );
    }
    let deliveries = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { deliveries { channel template status } } } }";
    let cases = [
        (Viewer::signed_in(OWNER, &["booking:read"]), true),
        (Viewer::signed_in("usr_support", &["booking:read"]), true),
        (Viewer::signed_in("usr_stranger", &["booking:read"]), false),
        (user(OWNER), false),
        (Viewer::default(), false),
    ];
    for (viewer, sees) in cases {
        let response = desk
            .execute(&viewer, deliveries, json!({"r": [{"__typename": "Booking", "id": "bkg_1"}]}))
            .await;
        let shown = &response["data"]["_entities"][0]["deliveries"];
        assert_eq!(
            *shown == json!([{"channel": "EMAIL", "template": "BOOKING_CONFIRMED", "status": "QUEUED"}]),
            sees,
            "{response}"
        );
    }
    let templates = "query($id: ID!) { notificationTemplates(organizerId: $id) { id kind channel locale subject body } }";
    let shown = desk
        .execute(&Viewer::signed_in(OWNER, &["event:write"]), templates, json!({"id": ORGANIZER}))
        .await;
    assert_eq!(shown["data"]["notificationTemplates"].as_array().unwrap().len(), 9);
    for (viewer, code) in [
        (Viewer::signed_in("usr_support", &["event:write"]), "FORBIDDEN"),
        (user(OWNER), "FORBIDDEN"),
        (Viewer::default(), "UNAUTHENTICATED"),
    ] {
        let refused = desk.execute(&viewer, templates, json!({"id": ORGANIZER})).await;
        assert_eq!(refused["errors"][0]["extensions"]["code"], code);
    }
}

#[tokio::test]
async fn the_bell_rings_for_its_user_only() {
    let desk = Desk::open().await;
    let body = bytes::Bytes::from(json!({"query": "subscription { notificationReceived { kind title } }"}).to_string());
    let mut ringing = desk.service.graphql.subscribe(user(BUYER), body.clone());
    let mut nobody = desk.service.graphql.subscribe(Viewer::default(), body);
    let refused: Value = serde_json::from_slice(&nobody.next().await.unwrap()).unwrap();
    assert_eq!(refused["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    // The stream listens once it is polled.
    assert!(futures_util::poll!(ringing.next()).is_pending());
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    let rung = tokio::time::timeout(Duration::from_secs(5), ringing.next()).await.unwrap().unwrap();
    let rung: Value = serde_json::from_slice(&rung).unwrap();
    assert_eq!(
        rung["data"]["notificationReceived"],
        json!({"kind": "BOOKING_CONFIRMED", "title": "Your tickets for Night of Lamps"})
    );
}

#[tokio::test]
async fn mails_need_a_way_out() {
    let desk = Desk::open().await;
    let deps = |development: bool, pairs: &[(&str, &str)]| Deps {
        development,
        env: Env::from_pairs(pairs),
        ..desk.test.deps.clone()
    };
    let server = ("NOTIFICATIONS_SMTP_URL", "smtp://localhost:2525");
    let from = ("NOTIFICATIONS_MAIL_FROM", "Marquee <tickets@example.org>");
    assert!(crate::service(deps(true, &[])).is_ok());
    assert!(crate::service(deps(false, &[])).is_err());
    assert!(crate::service(deps(false, &[("NOTIFICATIONS_DEV_OUTBOX", "true")])).is_ok());
    assert!(crate::service(deps(false, &[server, from])).is_ok());
    assert!(crate::service(deps(false, &[server])).is_err());
    assert!(crate::service(deps(true, &[("NOTIFICATIONS_SMTP_URL", "nonsense"), from])).is_err());
}

#[test]
fn the_schema_says_what_the_router_needs() {
    let sdl = crate::sdl();
    for line in [
        "type User @key(fields: \"id\") {",
        "type Booking @key(fields: \"id\") {",
        "type Event @key(fields: \"id\", resolvable: false) {",
        "notificationReceived: Notification @requiresScopes(scopes: [[\"user\"]])",
        "deliveries: [Delivery!] @requiresScopes(scopes: [[\"booking:read\"]])",
        "union NotificationError = ValidationError | NotFoundError",
        "enum Channel {",
    ] {
        assert!(sdl.contains(line), "{line}\n{sdl}");
    }
}
