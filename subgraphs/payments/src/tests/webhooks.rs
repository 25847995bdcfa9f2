//! Webhooks as they come: twice, in any order, late, forged, signed with the old secret, before our commit.

use axum::body::Body;
use http::{Request, StatusCode};
use kit::testing::{NOW_MS, table_counts};
use serde_json::json;

use super::{GOOD_CARD, SECRETS, Shop};
use crate::provider::sandbox::SIGNATURE_HEADER;
use crate::provider::signature::sign;

async fn post(shop: &Shop, body: &str, signature: Option<String>) -> StatusCode {
    let mut request = Request::post("/webhooks/sandbox");
    if let Some(signature) = signature {
        request = request.header(SIGNATURE_HEADER, signature);
    }
    shop.call(request.body(Body::from(body.to_owned())).unwrap()).await.0
}

fn event(id: &str, event_type: &str, object: &str) -> String {
    json!({"id": id, "type": event_type, "data": {"object": {"id": object}}}).to_string()
}

async fn stored(shop: &Shop) -> i64 {
    table_counts(&shop.state.database, &["webhook_inbox"]).await["webhook_inbox"]
}

#[tokio::test]
async fn duplicates_and_reversed_order_are_harmless() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, "4000000000000002").await;
    shop.pay(&id, GOOD_CARD).await;
    let reference = crate::store::payments::get(shop.state.database.reader(), &id)
        .await
        .unwrap()
        .provider_ref
        .unwrap();
    let newest_first = [
        event("sev_b", "payment_intent.succeeded", &reference),
        event("sev_a", "payment_intent.payment_failed", &reference),
    ];
    for _ in 0..5 {
        for body in &newest_first {
            assert_eq!(
                post(&shop, body, Some(sign(SECRETS[0], NOW_MS, body.as_bytes()))).await,
                StatusCode::OK
            );
        }
        crate::workers::process_webhooks(&shop.state).await.unwrap();
    }
    assert_eq!(stored(&shop).await, 2);
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    shop.settle().await;
    // The failure was over before anybody looked: only the provider's present word counts.
    assert_eq!(shop.told().await, ["payment_succeeded"]);
}

#[tokio::test]
async fn forged_and_stale_webhooks_are_refused_and_not_stored() {
    let shop = Shop::open().await;
    let body = event("sev_1", "payment_intent.succeeded", "spi_1");
    let good = sign(SECRETS[0], NOW_MS, body.as_bytes());
    let forged = [
        (body.clone(), None),
        (body.clone(), Some("t=1,v1=00".to_owned())),
        (body.clone(), Some(sign("another", NOW_MS, body.as_bytes()))),
        (body.clone(), Some(sign(SECRETS[0], NOW_MS - 301_000, body.as_bytes()))),
        (body.replace("spi_1", "spi_2"), Some(good.clone())),
        ("not json".to_owned(), Some(sign(SECRETS[0], NOW_MS, b"not json"))),
        ("{}".to_owned(), Some(sign(SECRETS[0], NOW_MS, b"{}"))),
    ];
    for (body, signature) in forged {
        assert_eq!(
            post(&shop, &body, signature.clone()).await,
            StatusCode::BAD_REQUEST,
            "{signature:?}"
        );
    }
    let huge = "x".repeat(600 * 1024);
    let signature = sign(SECRETS[0], NOW_MS, huge.as_bytes());
    assert_eq!(post(&shop, &huge, Some(signature)).await, StatusCode::PAYLOAD_TOO_LARGE);
    assert_eq!(stored(&shop).await, 0);
    assert!(shop.told().await.is_empty());
    // Signed with the secret that is being replaced.
    assert_eq!(
        post(&shop, &body, Some(sign(SECRETS[1], NOW_MS, body.as_bytes()))).await,
        StatusCode::OK
    );
    assert_eq!(stored(&shop).await, 1);
}

#[tokio::test]
async fn unknown_types_are_ignored_and_unknown_objects_wait_ten_minutes() {
    let shop = Shop::open().await;
    for body in [
        event("sev_1", "payment_intent.succeeded", "spi_unknown"),
        event("sev_2", "charge.dispute.created", "dp_1"),
    ] {
        post(&shop, &body, Some(sign(SECRETS[0], NOW_MS, body.as_bytes()))).await;
    }
    shop.settle().await;
    let statuses = async || {
        use sea_orm::EntityTrait;
        let rows = crate::store::rows::webhook_inbox::Entity::find()
            .all(shop.state.database.reader())
            .await
            .unwrap();
        rows.into_iter()
            .map(|row| (row.event_id, row.status))
            .collect::<std::collections::BTreeMap<_, _>>()
    };
    assert_eq!(statuses().await["sev_1"], "RECEIVED");
    assert_eq!(statuses().await["sev_2"], "IGNORED");
    shop.later(600_000).await;
    assert_eq!(statuses().await["sev_1"], "PARKED");
}

#[tokio::test]
async fn a_webhook_ten_minutes_late_and_a_silent_provider_still_end_well() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.pay(&id, GOOD_CARD).await;
    shop.set_down(true);
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "CREATED");
    shop.set_down(false);
    shop.later(600_000).await;
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    assert_eq!(shop.told().await, ["payment_succeeded"]);
}
