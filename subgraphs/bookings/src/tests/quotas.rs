//! Editing quotas, following products, and what the organiser sees.

use contracts::messages::ProductChanged;

use super::*;

async fn quota_set(stage: &Stage, viewer: &Viewer, input: Value) -> Value {
    let query = "mutation($input: QuotaSetInput!) { quotaSet(input: $input) {
        quota { id name capacity held sold remaining version products { id } }
        errors { __typename ... on UserError { code path } ... on QuotaBelowUsageError { inUse } ... on ConflictError { currentVersion } } } }";
    stage.run(viewer, query, json!({"input": input})).await
}

fn input(capacity: Option<i64>, product_ids: &[&str]) -> Value {
    json!({"occurrenceId": OCCURRENCE, "name": "Room", "capacity": capacity, "productIds": product_ids})
}

#[tokio::test]
async fn a_shared_quota_takes_over_what_was_sold_before() {
    let stage = Stage::with_capacity(10).await;
    let free = stage.held(FREE, 3).await;
    stage.confirm_free(&free).await;
    let held = stage.held(PAID, 2).await;
    let answer = quota_set(&stage, &member("usr_owner"), input(Some(6), &[PAID, FREE])).await;
    let quota = &answer["data"]["quotaSet"]["quota"];
    assert_eq!(
        (&quota["held"], &quota["sold"], &quota["remaining"]),
        (&json!(2), &json!(3), &json!(1)),
        "{answer}"
    );
    assert_eq!(quota["products"].as_array().unwrap().len(), 2);
    stage.assert_adds_up().await;
    let refused = stage.holds(&buyer(), hold(FREE, 2)).await;
    assert_eq!(refused["errors"][0]["remaining"], 1, "{refused}");
    stage.change(&buyer(), "holdRelease", json!({"bookingId": held})).await;
    stage.held(FREE, 3).await;
    stage.assert_adds_up().await;

    let mut edit = input(Some(5), &[PAID, FREE]);
    (edit["id"], edit["version"]) = (quota["id"].clone(), quota["version"].clone());
    let before = stage.footprint().await;
    let answer = quota_set(&stage, &member("usr_owner"), edit.clone()).await;
    assert_eq!(answer["data"]["quotaSet"]["errors"][0]["inUse"], 6, "{answer}");
    assert_eq!(stage.footprint().await, before);
    edit["capacity"] = json!(8);
    let answer = quota_set(&stage, &member("usr_owner"), edit.clone()).await;
    assert_eq!(answer["data"]["quotaSet"]["quota"]["remaining"], 2, "{answer}");
    let answer = quota_set(&stage, &member("usr_owner"), edit).await;
    assert_eq!(answer["data"]["quotaSet"]["errors"][0]["code"], "STALE_VERSION", "{answer}");
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn refusals() {
    let stage = Stage::with_capacity(10).await;
    let before = stage.footprint().await;
    let owner = member("usr_owner");
    let with = |key: &str, value: Value| {
        let mut input = input(Some(5), &[PAID]);
        input[key] = value;
        input
    };
    for (input, code) in [
        (with("name", json!(" ")), "NAME"),
        (with("capacity", json!(-1)), "CAPACITY"),
        (with("productIds", json!([])), "PRODUCTS"),
        (with("productIds", json!(["tty_no"])), "PRODUCT_NOT_FOUND"),
        (with("occurrenceId", json!("occ_no")), "OCCURRENCE_NOT_FOUND"),
        (with("id", json!("quo_no")), "VERSION_REQUIRED"),
    ] {
        let answer = quota_set(&stage, &owner, input).await;
        assert_eq!(answer["data"]["quotaSet"]["errors"][0]["code"], code, "{answer}");
    }
    for (viewer, code) in [
        (Viewer::default(), "UNAUTHENTICATED"),
        (buyer(), "FORBIDDEN"),
        (member("usr_door"), "FORBIDDEN"),
        (member("usr_stranger"), "FORBIDDEN"),
    ] {
        let answer = quota_set(&stage, &viewer, input(Some(5), &[PAID])).await;
        assert_eq!(answer["errors"][0]["extensions"]["code"], code, "{answer}");
    }
    assert_eq!(stage.footprint().await, before);
}

#[tokio::test]
async fn default_quotas_follow_the_product_until_they_are_edited() {
    let stage = Stage::with_capacity(10).await;
    stage.held(PAID, 4).await;
    let change = |capacity, version| ProductChanged {
        facts: product(PAID, PRICE_MINOR, capacity, version),
    };
    stage.hear("m-2", &change(Some(20), 2)).await;
    assert_eq!(stage.quota(PAID).await.capacity, Some(20));
    stage.hear("m-old", &change(Some(1), 1)).await;
    assert_eq!(stage.quota(PAID).await.capacity, Some(20), "older facts change nothing");
    stage.hear("m-3", &change(Some(2), 3)).await;
    assert_eq!(stage.quota(PAID).await.capacity, Some(4), "never below what is in use");
    stage.hear("m-4", &change(None, 4)).await;
    assert_eq!(stage.quota(PAID).await.capacity, None);
    stage
        .hear(
            "m-occ-2",
            &OccurrenceScheduled {
                facts: occurrence("occ_b", 1),
            },
        )
        .await;
    let seen = stage
        .run(
            &member("usr_owner"),
            ENTITIES,
            json!({"representations": [{"__typename": "Event", "id": EVENT}]}),
        )
        .await;
    assert_eq!(seen["data"]["_entities"][0]["quotas"].as_array().unwrap().len(), 4, "{seen}");
    stage.assert_adds_up().await;
}

const ENTITIES: &str = "query($representations: [_Any!]!) { _entities(representations: $representations) {
    ... on Event { quotas { name capacity } salesSummary { sold held capacity revenue { amountMinor currency } } checkInLists { id name expected } } } }";

#[tokio::test]
async fn the_organiser_sees_sales() {
    let stage = Stage::with_capacity(10).await;
    let free = stage.held(FREE, 3).await;
    stage.confirm_free(&free).await;
    let paid = stage.held(PAID, 2).await;
    stage.pay(&paid, "pay_1").await;
    stage.held(PAID, 1).await;
    let seen = stage
        .run(
            &member("usr_owner"),
            ENTITIES,
            json!({"representations": [{"__typename": "Event", "id": EVENT}]}),
        )
        .await;
    let summary = &seen["data"]["_entities"][0]["salesSummary"];
    let expected = json!({"sold": 5, "held": 1, "capacity": 20, "revenue": [{"amountMinor": 3_000, "currency": "EUR"}]});
    assert_eq!(*summary, expected, "{seen}");
    assert_eq!(seen["data"]["_entities"][0]["checkInLists"][0]["expected"], 5);
}
