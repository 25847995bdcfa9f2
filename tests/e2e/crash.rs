//! Processes are killed as a power cut would, and nothing is lost.

use harness::{Form, OfferRequest, Organiser, Platform};
use serde_json::json;

use crate::buyer::{await_status, hold, pay_by_card};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn killing_any_one_process_loses_nothing() {
    let mut platform = Platform::start(Form::Distributed).await;
    let mut organiser = Organiser::register(&platform, "crash").await;
    let offer = organiser
        .offer(
            "Unbreakable",
            &OfferRequest {
                price_minor: 700,
                capacity: 50,
                max_per_booking: 2,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "calm@example.org", "Calm").await;
    for role in platform.roles() {
        // A payment is on its way when the process dies: the slow card finishes by itself.
        let booking_id = hold(&mut buyer, &offer, 1).await;
        let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4000000000000077").await;
        assert_eq!(answer["status"], "processing", "{answer}");
        platform.kill(&role);
        platform.spawn(&role);
        platform.await_ready().await;
        buyer.refresh().await;
        let booking = await_status(&buyer, &booking_id, "CONFIRMED").await;
        assert_eq!(booking["tickets"].as_array().map(Vec::len), Some(1), "after {role} was killed");
        let code = booking["tickets"][0]["code"].as_str().expect("a code").to_owned();
        platform.mail("calm@example.org", &code).await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_flushed_redis_is_told_again() {
    let platform = Platform::start(Form::Distributed).await;
    let mut organiser = Organiser::register(&platform, "flush").await;
    let offer = organiser
        .offer(
            "Forgetful",
            &OfferRequest {
                price_minor: 700,
                capacity: 50,
                max_per_booking: 2,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bruno@example.org", "Bruno").await;
    let booking_id = hold(&mut buyer, &offer, 1).await;
    let (_, answer) = pay_by_card(&mut buyer, &booking_id, "4000000000000077").await;
    assert_eq!(answer["status"], "processing", "{answer}");
    platform.flush_redis().await;
    await_status(&buyer, &booking_id, "CONFIRMED").await;
    let confirmed = platform.mails_to("bruno@example.org").await;
    platform.mail("bruno@example.org", "Forgetful").await;
    assert!(confirmed.len() <= 2, "a message told again is no second mail: {confirmed:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_process_is_killed_and_everything_is_there_again() {
    let mut platform = Platform::start(Form::AllInOne).await;
    let mut organiser = Organiser::register(&platform, "power").await;
    let offer = organiser
        .offer(
            "Blackout",
            &OfferRequest {
                price_minor: 700,
                capacity: 50,
                max_per_booking: 2,
            },
        )
        .await;
    let mut buyer = platform.client();
    buyer.register(&platform, "bree@example.org", "Bree").await;
    let booking_id = hold(&mut buyer, &offer, 1).await;
    pay_by_card(&mut buyer, &booking_id, "4000000000000077").await;
    platform.kill("all");
    platform.spawn("all");
    platform.await_ready().await;
    await_status(&buyer, &booking_id, "CONFIRMED").await;
    let seen = buyer
        .data(
            "query($id: ID!) { occurrence(id: $id) { availability { remaining } } }",
            json!({"id": offer.occurrence_id}),
        )
        .await;
    assert_eq!(seen["occurrence"]["availability"]["remaining"], 49);
}
