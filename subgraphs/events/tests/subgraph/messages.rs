//! What other subgraphs hear and ask, and the loop that ends dates.

use contracts::calls::Offer;
use contracts::messages::OccurrenceScheduled;
use events::workers::end_dates;
use kit::testing::engines;
use serde_json::json;

use crate::harness::{DAY_MS, Harness, text};

#[tokio::test]
async fn an_offer_is_a_product_on_a_date_of_its_event() {
    let harness = Harness::new().await;
    let event = harness.draft("Evening").await;
    let other = harness.draft("Other").await;
    let product_id = harness.ticket_type(&event, "Standard", 2_500).await;
    harness.publish(&event).await;
    let internal = &harness.test.internal;
    internal.register("events", harness.service.calls.clone());
    let ask = |product_id: &str, occurrence_id: String| {
        let offer = Offer {
            product_id: product_id.to_owned(),
            occurrence_id,
        };
        async move { internal.call(&offer).await.unwrap() }
    };
    let occurrence_id = text(&event["occurrences"]["nodes"][0]["id"]);
    let offer = ask(&product_id, occurrence_id.clone()).await.unwrap();
    assert_eq!(
        (offer.product.price.amount_minor, offer.product.capacity, offer.product.visible),
        (2_500, Some(100), true)
    );
    assert_eq!(
        (offer.occurrence.name.as_str(), offer.occurrence.on_sale, offer.occurrence.version),
        ("Evening", true, 2)
    );
    let told: OccurrenceScheduled = serde_json::from_value(harness.told("events.occurrence_scheduled").await.pop().unwrap()).unwrap();
    assert_eq!(told.facts, offer.occurrence, "asked and told facts are the same");
    assert_eq!(ask(&product_id, text(&other["occurrences"]["nodes"][0]["id"])).await, None);
    assert_eq!(ask("tty_unknown", occurrence_id).await, None);
    assert_eq!(ask(&product_id, "occ_unknown".to_owned()).await, None);
}

#[tokio::test]
async fn dates_end_and_with_the_last_the_event_completes() {
    for engine in engines() {
        let harness = Harness::on(engine).await;
        let event = harness.published("Evening").await;
        let rule = json!({"eventId": event["id"], "rrule": "FREQ=WEEKLY;COUNT=2", "startsAtLocal": "2026-07-10T20:00",
            "durationMinutes": 90, "timeZone": "Europe/Berlin"});
        harness
            .command("occurrencesGenerate", "OccurrencesGenerateInput", "occurrences { id }", rule)
            .await;
        // 2026-07-10T18:00Z is 39 days and 6 hours ahead; without a stated end it is over four hours later.
        harness.test.clock.advance_ms(39 * DAY_MS + 10 * 3_600_000 - 1);
        assert_eq!(end_dates(&harness.state).await.unwrap(), 0);
        harness.test.clock.advance_ms(1);
        assert_eq!(end_dates(&harness.state).await.unwrap(), 1);
        assert_eq!(end_dates(&harness.state).await.unwrap(), 0);
        let facts = harness.told("events.occurrence_scheduled").await.pop().unwrap();
        assert_eq!((&facts["on_sale"], &facts["cancelled"]), (&json!(false), &json!(false)));
        let read = harness.read(&event).await;
        assert_eq!(read["status"], "PUBLISHED");
        assert_eq!(read["occurrences"]["nodes"][0]["status"], "ENDED");
        harness.test.clock.advance_ms(8 * DAY_MS);
        assert_eq!(end_dates(&harness.state).await.unwrap(), 1);
        assert_eq!(harness.read(&event).await["status"], "COMPLETED");
    }
}
