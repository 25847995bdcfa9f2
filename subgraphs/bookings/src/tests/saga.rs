//! What is heard of payments and of cancelled dates, and what follows.

use contracts::messages::{
    OccurrenceCancelled, PaymentAbsent, PaymentCancelled, PaymentFailed, PaymentProcessing, RefundFailed, RefundSucceeded,
};

use super::*;
use crate::workers;

fn failed(booking_id: &str, payment_id: &str, version: i64) -> PaymentFailed {
    PaymentFailed {
        payment_id: payment_id.to_owned(),
        booking_id: booking_id.to_owned(),
        failure_code: Some("card_declined".to_owned()),
        version,
    }
}

fn cancelled(booking_id: &str, payment_id: &str, version: i64) -> PaymentCancelled {
    PaymentCancelled {
        payment_id: payment_id.to_owned(),
        booking_id: booking_id.to_owned(),
        version,
    }
}

async fn payment_state(stage: &Stage, id: &str) -> String {
    let query = "query($id: ID!) { booking(id: $id) { paymentState } }";
    let seen = stage.run(&buyer(), query, json!({"id": id})).await;
    seen["data"]["booking"]["paymentState"].as_str().unwrap().to_owned()
}

fn called_off(refund_everyone: bool) -> OccurrenceCancelled {
    OccurrenceCancelled {
        occurrence_id: OCCURRENCE.to_owned(),
        event_id: EVENT.to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        reason: "storm".to_owned(),
        refund_everyone,
        version: 7,
    }
}

#[tokio::test]
async fn a_payment_confirms_whatever_comes_twice() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 2).await;
    let BeginPaymentAnswer::Begun {
        total,
        payment_deadline_ms,
        ..
    } = stage.begin_payment(&id).await
    else {
        panic!()
    };
    assert_eq!((total.amount_minor, payment_deadline_ms), (3_000, NOW_MS + 15 * MINUTE_MS));
    assert_eq!(
        (stage.status(&id).await.as_str(), payment_state(&stage, &id).await.as_str()),
        ("AWAITING_PAYMENT", "PENDING")
    );
    assert!(matches!(stage.begin_payment(&id).await, BeginPaymentAnswer::Begun { .. }));
    let processing = PaymentProcessing {
        payment_id: "pay_1".into(),
        booking_id: id.clone(),
        version: 2,
    };
    stage.hear("m-1", &processing).await;
    let success = stage.success(&id, "pay_1").await;
    for message_id in ["m-2", "m-2", "m-3"] {
        stage.hear(message_id, &success).await;
    }
    stage.hear("m-4", &processing).await;
    stage.hear("m-5", &failed(&id, "pay_1", 8)).await;
    assert_eq!(
        (stage.status(&id).await.as_str(), payment_state(&stage, &id).await.as_str()),
        ("CONFIRMED", "PAID")
    );
    assert_eq!(stage.counts(PAID).await, (0, 2));
    assert_eq!(stage.told().await, ["bookings.booking_held", "bookings.booking_confirmed"]);
    assert_eq!(stage.booking(&id).await.confirmed_payment_id.as_deref(), Some("pay_1"));
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn payments_begin_only_on_live_holds_of_their_buyer() {
    let stage = Stage::with_capacity(5).await;
    let state_of = |answer: BeginPaymentAnswer| match answer {
        BeginPaymentAnswer::NotPayable { state } => state,
        other => format!("{other:?}"),
    };
    let free = stage.held(FREE, 1).await;
    assert_eq!(state_of(stage.begin_payment(&free).await), "NOTHING_TO_PAY");
    let id = stage.held(PAID, 1).await;
    for (user_id, guest) in [(Some("usr_other"), None), (None, None), (None, Some("bkg_other"))] {
        let request = BeginPayment {
            booking_id: id.clone(),
            user_id: user_id.map(str::to_owned),
            guest_booking_id: guest.map(str::to_owned),
        };
        let answer = crate::commands::begin_payment::begin_payment(&stage.state, &request).await.unwrap();
        assert_eq!(answer, BeginPaymentAnswer::NotFound);
    }
    stage.test.clock.advance_ms(10 * MINUTE_MS);
    assert_eq!(state_of(stage.begin_payment(&id).await), "EXPIRED");
    workers::expire_holds(&stage.state).await.unwrap();
    assert_eq!(state_of(stage.begin_payment(&id).await), "EXPIRED");
    assert_eq!(stage.begin_payment("bkg_none").await, BeginPaymentAnswer::NotFound);
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn a_decline_keeps_the_places_for_ten_minutes_more() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    stage.begin_payment(&id).await;
    stage.test.clock.advance_ms(14 * MINUTE_MS);
    assert_eq!(
        workers::expire_holds(&stage.state).await.unwrap(),
        0,
        "an unfinished payment keeps its places"
    );
    stage.hear("m-1", &failed(&id, "pay_1", 2)).await;
    let booking = stage.booking(&id).await;
    assert_eq!(
        (booking.status.as_str(), booking.expires_at),
        ("HELD", Some(NOW_MS + 24 * MINUTE_MS))
    );
    assert_eq!(stage.counts(PAID).await, (1, 0));
    // The next try of the same payment succeeds.
    stage.hear("m-2", &stage.success(&id, "pay_1").await).await;
    assert_eq!(stage.status(&id).await, "CONFIRMED");
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn news_of_an_earlier_attempt_does_not_touch_the_current_one() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    stage.begin_payment(&id).await;
    let earlier_ms = stage.state.now_ms();
    stage.test.clock.advance_ms(MINUTE_MS);
    stage.begin_payment(&id).await;
    kit::testing::hear(&stage.service, "m-1", &cancelled(&id, "pay_1", 3), earlier_ms)
        .await
        .unwrap();
    assert_eq!(stage.status(&id).await, "AWAITING_PAYMENT");
    // A declined payment is given up for the next one: its end is not the next one's.
    stage.hear("m-2", &failed(&id, "pay_2", 2)).await;
    assert_eq!(stage.status(&id).await, "HELD");
    stage.test.clock.advance_ms(MINUTE_MS);
    stage.begin_payment(&id).await;
    stage.hear("m-3", &cancelled(&id, "pay_2", 3)).await;
    assert_eq!(stage.status(&id).await, "AWAITING_PAYMENT");
    stage.hear("m-4", &cancelled(&id, "pay_3", 3)).await;
    assert_eq!(stage.status(&id).await, "HELD");
}

#[tokio::test]
async fn a_payment_declined_twice_gives_the_hold_back_each_time() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    for version in [2, 3, 4] {
        stage.begin_payment(&id).await;
        stage.test.clock.advance_ms(1_000);
        stage.hear(&format!("m-{version}"), &failed(&id, "pay_1", version)).await;
        assert_eq!(stage.status(&id).await, "HELD", "version {version}");
    }
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn a_passed_deadline_is_announced_and_only_the_provider_frees_the_places() {
    let stage = Stage::with_capacity(5).await;
    for (payment_is_there, case) in [(true, "cancelled"), (false, "absent")] {
        let id = stage.held(PAID, 1).await;
        stage.begin_payment(&id).await;
        stage.test.clock.advance_ms(15 * MINUTE_MS);
        assert_eq!(workers::announce_payment_deadlines(&stage.state).await.unwrap(), 1, "{case}");
        assert_eq!(workers::announce_payment_deadlines(&stage.state).await.unwrap(), 0, "{case}");
        stage
            .hear(&format!("m-failed-{case}"), &failed(&id, &format!("pay_{case}"), 2))
            .await;
        assert_eq!(
            (stage.status(&id).await.as_str(), stage.counts(PAID).await),
            ("AWAITING_PAYMENT", (1, 0)),
            "{case}"
        );
        assert!(matches!(stage.begin_payment(&id).await, BeginPaymentAnswer::NotPayable { .. }));
        stage.test.clock.advance_ms(3 * MINUTE_MS);
        assert_eq!(
            workers::announce_payment_deadlines(&stage.state).await.unwrap(),
            1,
            "{case}: said again"
        );
        if payment_is_there {
            stage.hear(&format!("m-{case}"), &cancelled(&id, &format!("pay_{case}"), 3)).await;
        } else {
            stage.hear(&format!("m-{case}"), &PaymentAbsent { booking_id: id.clone() }).await;
        }
        assert_eq!(
            (stage.status(&id).await.as_str(), stage.counts(PAID).await),
            ("EXPIRED", (0, 0)),
            "{case}"
        );
    }
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn late_money_takes_the_places_again_if_they_are_free() {
    let stage = Stage::with_capacity(2).await;
    let id = stage.held(PAID, 2).await;
    stage.test.clock.advance_ms(11 * MINUTE_MS);
    workers::expire_holds(&stage.state).await.unwrap();
    stage.hear("m-1", &stage.success(&id, "pay_1").await).await;
    assert_eq!((stage.status(&id).await.as_str(), stage.counts(PAID).await), ("CONFIRMED", (0, 2)));
    assert_eq!(stage.last("bookings.booking_confirmed").await["late"], true);
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn late_money_goes_back_when_the_places_are_gone() {
    let stage = Stage::with_capacity(2).await;
    let id = stage.held(PAID, 2).await;
    stage.test.clock.advance_ms(11 * MINUTE_MS);
    workers::expire_holds(&stage.state).await.unwrap();
    stage.held(PAID, 1).await;
    let success = stage.success(&id, "pay_1").await;
    for message_id in ["m-1", "m-1", "m-2"] {
        stage.hear(message_id, &success).await;
    }
    assert_eq!((stage.status(&id).await.as_str(), stage.counts(PAID).await), ("EXPIRED", (1, 0)));
    let told = stage.told().await;
    assert_eq!(
        told.iter().filter(|kind| *kind == "bookings.booking_unfulfillable").count(),
        1,
        "{told:?}"
    );
    let message = stage.last("bookings.booking_unfulfillable").await;
    assert_eq!((&message["payment_id"], &message["state"]), (&json!("pay_1"), &json!("EXPIRED")));
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn a_second_payment_and_another_amount_are_told_and_change_nothing() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    let mut wrong = stage.success(&id, "pay_0").await;
    wrong.amount.amount_minor -= 1;
    stage.begin_payment(&id).await;
    stage.hear("m-0", &wrong).await;
    assert_eq!(stage.status(&id).await, "AWAITING_PAYMENT");
    let told = stage.last("bookings.booking_payment_mismatched").await;
    assert_eq!(
        (&told["expected"]["amount_minor"], &told["captured"]["amount_minor"]),
        (&json!(1_500), &json!(1_499))
    );
    assert_eq!(payment_state(&stage, &id).await, "PENDING");
    let mut currency = stage.success(&id, "pay_x").await;
    currency.amount.currency = "USD".to_owned();
    stage.hear("m-x", &currency).await;
    assert_eq!(stage.last("bookings.booking_payment_mismatched").await["payment_id"], "pay_x");
    stage.hear("m-1", &stage.success(&id, "pay_1").await).await;
    stage.hear("m-2", &stage.success(&id, "pay_2").await).await;
    assert_eq!((stage.status(&id).await.as_str(), stage.counts(PAID).await), ("CONFIRMED", (0, 1)));
    assert_eq!(stage.last("bookings.booking_overpaid").await["payment_id"], "pay_2");
    assert_eq!(payment_state(&stage, &id).await, "OVERPAID");
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn money_for_a_cancelled_booking_goes_back() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    stage.change(&buyer(), "holdRelease", json!({"bookingId": id})).await;
    stage.hear("m-1", &stage.success(&id, "pay_1").await).await;
    assert_eq!(stage.status(&id).await, "CANCELLED");
    assert_eq!(stage.last("bookings.booking_unfulfillable").await["payment_id"], "pay_1");
}

#[tokio::test]
async fn refunds_show_in_the_money_of_a_booking() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 1).await;
    stage.pay(&id, "pay_1").await;
    stage
        .change(&buyer(), "bookingCancel", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    let refund = |amount_minor: i64, version: i64| RefundSucceeded {
        refund_id: "rfd_1".into(),
        payment_id: "pay_1".into(),
        booking_id: id.clone(),
        amount: Amount {
            amount_minor,
            currency: "EUR".into(),
        },
        refunded_whole: true,
        version,
    };
    stage.hear("m-r1", &refund(1_500, 1)).await;
    stage.hear("m-r1", &refund(1_500, 1)).await;
    assert_eq!(payment_state(&stage, &id).await, "REFUNDED");
    let failed = RefundFailed {
        refund_id: "rfd_1".into(),
        payment_id: "pay_1".into(),
        booking_id: id.clone(),
        failure_code: None,
        version: 2,
    };
    stage.hear("m-r2", &failed).await;
    assert_eq!(payment_state(&stage, &id).await, "PAID");
}

#[tokio::test]
async fn a_cancelled_date_takes_its_bookings_with_it() {
    let stage = Stage::with_capacity(20).await;
    let held = stage.held(PAID, 1).await;
    let paid = stage.held(PAID, 2).await;
    stage.pay(&paid, "pay_paid").await;
    let (gone, wins) = (stage.held(PAID, 1).await, stage.held(PAID, 1).await);
    stage.begin_payment(&gone).await;
    stage.begin_payment(&wins).await;
    let expired = stage.held(PAID, 1).await;
    stage.test.clock.advance_ms(11 * MINUTE_MS);
    stage.hear("m-held-again", &occurrence_again()).await;
    workers::expire_holds(&stage.state).await.unwrap();
    assert_eq!(
        (stage.status(&held).await, stage.status(&expired).await),
        ("EXPIRED".into(), "EXPIRED".into())
    );
    let held = stage.held(PAID, 1).await;

    stage.hear("m-off", &called_off(true)).await;
    while workers::cancel_bookings(&stage.state).await.unwrap() > 0 {}
    for (id, status) in [
        (&held, "CANCELLED"),
        (&paid, "CANCELLED"),
        (&gone, "AWAITING_PAYMENT"),
        (&wins, "AWAITING_PAYMENT"),
    ] {
        assert_eq!(stage.status(id).await, status, "{id}");
    }
    let told = stage.told().await;
    assert_eq!(
        told.iter().filter(|kind| *kind == "bookings.payment_deadline_passed").count(),
        2,
        "{told:?}"
    );
    stage.hear("m-gone", &cancelled(&gone, "pay_gone", 3)).await;
    assert_eq!(stage.status(&gone).await, "CANCELLED");
    stage.hear("m-wins", &stage.success(&wins, "pay_wins").await).await;
    assert_eq!(stage.status(&wins).await, "CANCELLED");
    let message = stage.last("bookings.booking_cancelled").await;
    assert_eq!(
        (&message["cause"], &message["refund_percent"]),
        (&json!("event_cancelled"), &json!(100))
    );
    stage.hear("m-late", &stage.success(&expired, "pay_late").await).await;
    assert_eq!(stage.last("bookings.booking_unfulfillable").await["booking_id"], expired.as_str());
    assert_eq!(stage.counts(PAID).await, (0, 0));
    let refused = stage.holds(&buyer(), hold(PAID, 1)).await;
    assert_eq!(refused["errors"][0]["code"], "OCCURRENCE_CANCELLED", "{refused}");
    stage.assert_adds_up().await;
}

fn occurrence_again() -> OccurrenceScheduled {
    OccurrenceScheduled {
        facts: occurrence(OCCURRENCE, 2),
    }
}

#[tokio::test]
async fn contact_tells_a_mail_what_it_needs() {
    let stage = Stage::with_capacity(5).await;
    let payload = stage.holds(&Viewer::default(), guest_hold(FREE, 2)).await;
    let id = payload["booking"]["id"].as_str().unwrap().to_owned();
    let guest = Viewer::guest_of(&id);
    stage
        .change(&guest, "bookingConfirmFree", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    let body = json!({"booking_id": id}).to_string().into_bytes().into();
    let answer: Value = serde_json::from_slice(&stage.service.calls.handle("contact", body).await.unwrap()).unwrap();
    assert_eq!(answer["contact"]["email"], "grace@example.org");
    assert_eq!(answer["event_title"], "An Evening");
    assert_eq!(answer["ticket_codes"].as_array().unwrap().len(), 2);
    assert!(
        stage
            .test
            .deps
            .verifier
            .guest(answer["guest_token"].as_str().unwrap(), NOW_MS)
            .is_ok()
    );
}
