//! Points of contention, with real tasks, on every engine there is.

use std::sync::atomic::{AtomicUsize, Ordering};

use kit::testing::engines;

use super::*;
use crate::workers;

/// A small deterministic source of choices.
struct Choices(u64);

impl Choices {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

async fn at_once<F, Fut>(count: usize, task: F)
where
    F: Fn(usize) -> Fut,
    Fut: Future<Output = ()> + Send + 'static,
{
    let tasks: Vec<_> = (0..count).map(|index| tokio::spawn(task(index))).collect();
    for task in tasks {
        task.await.unwrap();
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn two_hundred_buyers_for_ten_tickets() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 10).await);
        let (won, refused) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicUsize::new(0)));
        at_once(200, |_| {
            let (stage, won, refused) = (stage.clone(), won.clone(), refused.clone());
            async move {
                let payload = stage.holds(&Viewer::default(), guest_hold(FREE, 1)).await;
                let Some(id) = payload["booking"]["id"].as_str() else {
                    assert_eq!(payload["errors"][0]["__typename"], "InsufficientAvailabilityError", "{payload}");
                    refused.fetch_add(1, Ordering::SeqCst);
                    return;
                };
                let input = json!({"bookingId": id, "idempotencyKey": uuid()});
                let payload = stage.change(&Viewer::guest_of(id), "bookingConfirmFree", input).await;
                assert_eq!(payload["booking"]["status"], "CONFIRMED", "{payload}");
                won.fetch_add(1, Ordering::SeqCst);
            }
        })
        .await;
        assert_eq!(
            (won.load(Ordering::SeqCst), refused.load(Ordering::SeqCst)),
            (10, 190),
            "{engine:?}"
        );
        assert_eq!(stage.counts(FREE).await, (0, 10), "{engine:?}");
        stage.assert_adds_up().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn holds_on_several_quotas_in_any_order_never_deadlock() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 1_000).await);
        let products: Vec<String> = (0..6).map(|index| format!("tty_{index}")).collect();
        for product_id in &products {
            stage
                .hear(
                    &format!("m-{product_id}"),
                    &ProductChanged {
                        facts: product(product_id, 100, Some(400), 1),
                    },
                )
                .await;
        }
        let won = Arc::new(AtomicUsize::new(0));
        at_once(100, |index| {
            let (stage, products, won) = (stage.clone(), products.clone(), won.clone());
            async move {
                let mut choices = Choices(index as u64 + 1);
                let mut input = guest_hold(FREE, 1);
                // Three different ones of six, in any order.
                let first = choices.below(6) as usize;
                let second = (first + 1 + choices.below(5) as usize) % 6;
                let third = (0..6)
                    .filter(|third| *third != first && *third != second)
                    .nth(choices.below(4) as usize);
                let lines: Vec<Value> = [Some(first), Some(second), third]
                    .into_iter()
                    .flatten()
                    .map(|index| json!({"productId": products[index], "quantity": 1}))
                    .collect();
                input["lines"] = json!(lines);
                let payload = stage.holds(&Viewer::default(), input).await;
                won.fetch_add(usize::from(payload["booking"].is_object()), Ordering::SeqCst);
            }
        })
        .await;
        // There is room for all, so a hold that is refused has lost to a deadlock.
        assert_eq!(won.load(Ordering::SeqCst), 100, "{engine:?}");
        stage.assert_adds_up().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn one_key_used_at_once_places_one_hold() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 10).await);
        let input = hold(PAID, 1);
        at_once(20, |_| {
            let (stage, input) = (stage.clone(), input.clone());
            async move {
                let payload = stage.holds(&buyer(), input).await;
                assert!(payload["booking"].is_object(), "{payload}");
            }
        })
        .await;
        assert_eq!(stage.counts(PAID).await, (1, 0), "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn expiry_money_and_release_race_for_one_booking_each() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 100).await);
        let mut ids = Vec::new();
        for _ in 0..20 {
            ids.push(stage.held(PAID, 1).await);
        }
        stage.test.clock.advance_ms(10 * MINUTE_MS);
        at_once(60, |index| {
            let (stage, id) = (stage.clone(), ids[index / 3].clone());
            async move {
                match index % 3 {
                    0 => {
                        workers::expire_holds(&stage.state).await.unwrap();
                    }
                    1 => {
                        stage
                            .hear(&format!("m-{id}"), &stage.success(&id, &format!("pay_{id}")).await)
                            .await
                    }
                    _ => {
                        stage.change(&buyer(), "holdRelease", json!({"bookingId": id})).await;
                    }
                }
            }
        })
        .await;
        for id in &ids {
            let status = stage.status(id).await;
            assert!(matches!(status.as_str(), "CONFIRMED" | "CANCELLED"), "{engine:?}: {status}");
        }
        stage.assert_adds_up().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn twenty_scanners_let_one_ticket_in_once() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 10).await);
        let id = stage.held(FREE, 1).await;
        stage.confirm_free(&id).await;
        let code = format!("{}-1", stage.booking(&id).await.code);
        let admitted = Arc::new(AtomicUsize::new(0));
        at_once(20, |_| {
            let (stage, code, admitted) = (stage.clone(), code.clone(), admitted.clone());
            async move {
                let query = "mutation($input: CheckInInput!) { checkIn(input: $input) { result previous { id } } }";
                let input = json!({"code": code, "nonce": uuid(), "scannedAt": "2026-06-01T12:00:00Z"});
                let answer = stage.run(&member("usr_door"), query, json!({"input": input})).await;
                let answer = &answer["data"]["checkIn"];
                if answer["result"] == "ADMITTED" {
                    admitted.fetch_add(1, Ordering::SeqCst);
                } else {
                    assert_eq!(answer["result"], "ALREADY_ADMITTED");
                    assert!(answer["previous"]["id"].is_string());
                }
            }
        })
        .await;
        assert_eq!(admitted.load(Ordering::SeqCst), 1, "{engine:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn counters_are_conserved_on_a_random_walk() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 60).await);
        at_once(8, |walker| {
            let stage = stage.clone();
            async move {
                let mut choices = Choices(walker as u64 * 7_919 + 5);
                let mut ids: Vec<String> = Vec::new();
                for step in 0..40 {
                    if ids.is_empty() || choices.below(3) == 0 {
                        let product_id = if choices.below(2) == 0 { PAID } else { FREE };
                        let viewer = member(&format!("usr_walker_{walker}_{}", step / 20));
                        let mut input = hold(product_id, 1 + choices.below(4) as i64);
                        if choices.below(2) == 0 {
                            input["lines"]
                                .as_array_mut()
                                .unwrap()
                                .push(json!({"productId": PAID, "quantity": 1}));
                        }
                        let payload = stage.holds(&viewer, input).await;
                        ids.extend(payload["booking"]["id"].as_str().map(str::to_owned));
                        continue;
                    }
                    let id = ids[choices.below(ids.len() as u64) as usize].clone();
                    wander(&stage, &mut choices, &id, walker, step).await;
                }
            }
        })
        .await;
        stage.assert_adds_up().await;
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn dates_and_products_heard_of_at_once_get_a_quota_for_each_pair() {
    for engine in engines() {
        let stage = Arc::new(Stage::on(engine, 5).await);
        at_once(16, |index| {
            let stage = stage.clone();
            async move {
                if index % 2 == 0 {
                    let facts = occurrence(&format!("occ_{index}"), 1);
                    stage.hear(&format!("m-{index}"), &OccurrenceScheduled { facts }).await;
                } else {
                    let facts = product(&format!("tty_{index}"), 100, Some(5), 1);
                    stage.hear(&format!("m-{index}"), &ProductChanged { facts }).await;
                }
            }
        })
        .await;
        let quotas = crate::store::quotas::of_events(stage.state.deps.database.reader(), &[EVENT.to_owned()])
            .await
            .unwrap();
        assert_eq!(quotas.len(), 9 * 10, "{engine:?}");
    }
}

/// One random thing that can happen to a booking; many are refused, none may lose count.
async fn wander(stage: &Stage, choices: &mut Choices, id: &str, walker: usize, step: usize) {
    let booking = stage.booking(id).await;
    let owner = member(booking.buyer_user_id.as_deref().unwrap());
    let message_id = format!("m-{walker}-{step}");
    let payment_id = format!("pay_{id}_{}", choices.below(2));
    let version = step as i64 + 1;
    match choices.below(9) {
        0 => {
            let request = BeginPayment {
                booking_id: id.to_owned(),
                user_id: booking.buyer_user_id,
                guest_booking_id: None,
            };
            crate::commands::begin_payment::begin_payment(&stage.state, &request).await.unwrap();
        }
        1 | 2 => stage.hear(&message_id, &stage.success(id, &payment_id).await).await,
        3 => {
            let message = contracts::messages::PaymentFailed {
                payment_id,
                booking_id: id.to_owned(),
                failure_code: None,
                version,
            };
            stage.hear(&message_id, &message).await;
        }
        4 => {
            let message = contracts::messages::PaymentCancelled {
                payment_id,
                booking_id: id.to_owned(),
                version,
            };
            stage.hear(&message_id, &message).await;
        }
        5 => {
            stage
                .change(&owner, "bookingCancel", json!({"bookingId": id, "idempotencyKey": uuid()}))
                .await;
        }
        6 => {
            stage
                .change(&owner, "bookingConfirmFree", json!({"bookingId": id, "idempotencyKey": uuid()}))
                .await;
        }
        7 => {
            stage.test.clock.advance_ms(MINUTE_MS);
            workers::expire_holds(&stage.state).await.unwrap();
            workers::announce_payment_deadlines(&stage.state).await.unwrap();
        }
        _ => {
            // Now and then the organiser changes what draws on what, between all this.
            let input = crate::commands::quota_set::QuotaSet {
                id: None,
                occurrence_id: OCCURRENCE.to_owned(),
                name: format!("Quota {walker} {step}"),
                capacity: None,
                product_ids: if choices.below(2) == 0 {
                    vec![PAID.to_owned()]
                } else {
                    vec![PAID.to_owned(), FREE.to_owned()]
                },
                version: None,
            };
            if choices.below(12) == 0 {
                crate::commands::quota_set::quota_set(&stage.state, &member("usr_owner"), input)
                    .await
                    .unwrap()
                    .unwrap();
            }
        }
    }
}
