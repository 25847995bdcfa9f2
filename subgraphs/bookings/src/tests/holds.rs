//! Placing, extending, releasing, confirming and cancelling holds.

use contracts::messages::ProductChanged;

use super::*;
use crate::workers;

#[tokio::test]
async fn a_guest_holds_and_gets_a_token_that_opens_the_booking() {
    let stage = Stage::with_capacity(10).await;
    let payload = stage.holds(&Viewer::default(), guest_hold(PAID, 2)).await;
    let booking = &payload["booking"];
    assert_eq!(booking["status"], "HELD", "{payload}");
    assert_eq!(booking["paymentState"], "UNPAID");
    assert_eq!(booking["total"], json!({"amountMinor": 3_000, "currency": "EUR", "exponent": 2}));
    assert_eq!(booking["lines"][0]["unitPrice"]["amountMinor"], 1_500);
    assert_eq!(booking["occurrence"]["name"], "An Evening");
    assert_eq!(booking["occurrence"]["timeZone"], "Europe/Berlin");
    assert_eq!(booking["refundPolicy"]["kind"], "FULL");
    assert_eq!(booking["buyer"], Value::Null);
    assert_eq!(booking["code"].as_str().unwrap().len(), 5);
    assert_eq!(booking["expiresAt"], "2026-06-01T12:10:00+00:00");
    assert_eq!(stage.counts(PAID).await, (2, 0));
    assert_eq!(stage.told().await, ["bookings.booking_held"]);
    let token = payload["guestToken"].as_str().unwrap();
    let guest = stage.test.deps.verifier.guest(token, NOW_MS).unwrap();
    assert_eq!(guest.booking_id, booking["id"].as_str().unwrap());
    assert_eq!(guest.expires_at_ms, NOW_MS + 180 * 24 * HOUR_MS);

    let id = booking["id"].as_str().unwrap();
    let query = "query($id: ID!) { booking(id: $id) { status contact { name email locale } viewerActions } }";
    let seen = stage.run(&Viewer::guest_of(id), query, json!({"id": id})).await;
    assert_eq!(
        seen["data"]["booking"]["contact"],
        json!({"name": "Grace Guest", "email": "grace@example.org", "locale": "en"})
    );
    assert_eq!(seen["data"]["booking"]["viewerActions"], json!(["PAY", "EXTEND_HOLD", "RELEASE"]));
}

#[tokio::test]
async fn a_signed_in_buyer_needs_no_contact_and_gets_no_token() {
    let stage = Stage::with_capacity(10).await;
    let payload = stage.holds(&buyer(), hold(FREE, 1)).await;
    assert_eq!(payload["guestToken"], Value::Null);
    assert_eq!(payload["booking"]["buyer"]["id"], "usr_buyer");
    assert_eq!(payload["booking"]["paymentState"], "NOT_REQUIRED");
    let booking = stage.booking(payload["booking"]["id"].as_str().unwrap()).await;
    assert_eq!(booking.contact_email, "usr_buyer@example.org");
}

#[tokio::test]
async fn refused_holds_leave_nothing_behind() {
    let stage = Stage::with_capacity(3).await;
    let mut window = product("tty_window", 100, Some(5), 1);
    window.opens_at_ms = Some(NOW_MS + HOUR_MS);
    stage.hear("m-window", &ProductChanged { facts: window }).await;
    let mut hidden = product("tty_hidden", 100, Some(5), 1);
    hidden.visible = false;
    stage.hear("m-hidden", &ProductChanged { facts: hidden }).await;
    let mut limited = product("tty_limited", 100, Some(50), 1);
    (limited.min_per_booking, limited.max_per_booking) = (2, 4);
    stage.hear("m-limited", &ProductChanged { facts: limited }).await;
    let before = stage.footprint().await;

    let with = |change: &dyn Fn(&mut Value)| {
        let mut input = guest_hold(PAID, 1);
        change(&mut input);
        input
    };
    let line = |product_id: &str, quantity: i64| json!([{"productId": product_id, "quantity": quantity}]);
    let anyone = Viewer::default();
    let cases: Vec<(&str, Viewer, Value, &str, &str)> = vec![
        (
            "no lines",
            anyone.clone(),
            with(&|input| input["lines"] = json!([])),
            "ValidationError",
            "NO_LINES",
        ),
        (
            "zero",
            anyone.clone(),
            with(&|input| input["lines"] = line(PAID, 0)),
            "ValidationError",
            "QUANTITY",
        ),
        (
            "negative",
            anyone.clone(),
            with(&|input| input["lines"] = line(PAID, -2)),
            "ValidationError",
            "QUANTITY",
        ),
        (
            "huge",
            anyone.clone(),
            with(&|input| input["lines"] = line(PAID, 2_000_000_000)),
            "PurchaseLimitError",
            "PURCHASE_LIMIT",
        ),
        (
            "too many left",
            anyone.clone(),
            with(&|input| input["lines"] = line(PAID, 4)),
            "InsufficientAvailabilityError",
            "INSUFFICIENT_AVAILABILITY",
        ),
        (
            "unknown date",
            anyone.clone(),
            with(&|input| input["occurrenceId"] = json!("occ_no")),
            "NotFoundError",
            "OCCURRENCE_NOT_FOUND",
        ),
        (
            "unknown product",
            anyone.clone(),
            with(&|input| input["lines"] = line("tty_no", 1)),
            "NotFoundError",
            "PRODUCT_NOT_FOUND",
        ),
        (
            "hidden",
            anyone.clone(),
            with(&|input| input["lines"] = line("tty_hidden", 1)),
            "NotFoundError",
            "PRODUCT_NOT_FOUND",
        ),
        (
            "not open",
            anyone.clone(),
            with(&|input| input["lines"] = line("tty_window", 1)),
            "SalesClosedError",
            "SALES_NOT_OPEN",
        ),
        (
            "too few",
            anyone.clone(),
            with(&|input| input["lines"] = line("tty_limited", 1)),
            "ValidationError",
            "BELOW_MINIMUM",
        ),
        (
            "too many",
            anyone.clone(),
            with(&|input| input["lines"] = line("tty_limited", 5)),
            "PurchaseLimitError",
            "PURCHASE_LIMIT",
        ),
        (
            "no contact",
            anyone.clone(),
            with(&|input| input["contact"] = Value::Null),
            "ValidationError",
            "CONTACT_REQUIRED",
        ),
        (
            "bad address",
            anyone.clone(),
            with(&|input| input["contact"]["email"] = json!("nobody")),
            "ValidationError",
            "CONTACT",
        ),
        (
            "unverified",
            member("usr_unverified"),
            hold(PAID, 1),
            "ValidationError",
            "EMAIL_NOT_VERIFIED",
        ),
    ];
    for (name, viewer, input, kind, code) in cases {
        let payload = stage.holds(&viewer, input).await;
        assert_eq!(payload["booking"], Value::Null, "{name}");
        assert_eq!(payload["errors"][0]["__typename"], kind, "{name}: {payload}");
        assert_eq!(payload["errors"][0]["code"], code, "{name}: {payload}");
        assert_eq!(stage.footprint().await, before, "{name} changed something");
    }
    let payload = stage.holds(&anyone, with(&|input| input["lines"] = line(PAID, 4))).await;
    assert_eq!(
        (&payload["errors"][0]["productId"], &payload["errors"][0]["remaining"]),
        (&json!(PAID), &json!(3))
    );
}

#[tokio::test]
async fn holds_are_all_or_nothing() {
    let stage = Stage::with_capacity(5).await;
    let before = stage.footprint().await;
    let mut input = guest_hold(FREE, 2);
    input["lines"]
        .as_array_mut()
        .unwrap()
        .push(json!({"productId": PAID, "quantity": 6}));
    let payload = stage.holds(&Viewer::default(), input).await;
    assert_eq!(payload["errors"][0]["productId"], PAID, "{payload}");
    assert_eq!(stage.footprint().await, before);
}

#[tokio::test]
async fn past_dates_are_closed() {
    let stage = Stage::with_capacity(5).await;
    stage.test.clock.set_ms(STARTS_AT_MS);
    let payload = stage.holds(&Viewer::default(), guest_hold(PAID, 1)).await;
    assert_eq!(payload["errors"][0]["code"], "SALES_OVER", "{payload}");
}

#[tokio::test]
async fn an_offer_nobody_told_of_is_asked_for() {
    let stage = Stage::with_capacity(5).await;
    let mut input = guest_hold("tty_unheard", 3);
    input["occurrenceId"] = json!("occ_unheard");
    let payload = stage.holds(&Viewer::default(), input.clone()).await;
    assert_eq!(payload["booking"]["status"], "HELD", "{payload}");
    input["idempotencyKey"] = json!(uuid());
    let payload = stage.holds(&Viewer::default(), input).await;
    assert_eq!(payload["errors"][0]["__typename"], "InsufficientAvailabilityError", "{payload}");
}

#[tokio::test]
async fn the_same_key_gives_the_first_answer_and_another_request_is_refused() {
    let stage = Stage::with_capacity(5).await;
    let input = guest_hold(PAID, 2);
    let first = stage.holds(&Viewer::default(), input.clone()).await;
    let after_first = stage.footprint().await;
    let second = stage.holds(&Viewer::default(), input.clone()).await;
    assert_eq!(first["booking"]["id"], second["booking"]["id"]);
    assert!(second["guestToken"].is_string());
    let mut other = input.clone();
    other["lines"][0]["quantity"] = json!(1);
    let refused = stage.holds(&Viewer::default(), other).await;
    assert_eq!(refused["errors"][0]["__typename"], "IdempotencyConflictError", "{refused}");
    assert_eq!(stage.footprint().await, after_first);
    // Another caller's key is another key.
    let theirs = stage.holds(&buyer(), input).await;
    assert_ne!(theirs["booking"]["id"], first["booking"]["id"]);
}

#[tokio::test]
async fn a_hold_is_extended_once_and_runs_out() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 2).await;
    let key = uuid();
    for _ in 0..2 {
        let payload = stage
            .change(&buyer(), "holdExtend", json!({"bookingId": id, "idempotencyKey": key}))
            .await;
        assert_eq!(payload["booking"]["expiresAt"], "2026-06-01T12:15:00+00:00", "{payload}");
    }
    let again = stage
        .change(&buyer(), "holdExtend", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    assert_eq!(again["errors"][0]["code"], "ALREADY_EXTENDED");

    stage.test.clock.advance_ms(15 * MINUTE_MS - 1);
    assert_eq!(workers::expire_holds(&stage.state).await.unwrap(), 0);
    stage.test.clock.advance_ms(1);
    let late = stage
        .change(&buyer(), "bookingConfirmFree", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    assert_eq!(late["errors"][0]["code"], "PAYMENT_REQUIRED");
    let late = stage
        .change(&buyer(), "holdExtend", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    assert_eq!(late["errors"][0]["__typename"], "HoldExpiredError");
    assert_eq!(workers::expire_holds(&stage.state).await.unwrap(), 1);
    assert_eq!(workers::expire_holds(&stage.state).await.unwrap(), 0);
    assert_eq!((stage.status(&id).await.as_str(), stage.counts(PAID).await), ("EXPIRED", (0, 0)));
    assert_eq!(stage.told().await, ["bookings.booking_held", "bookings.booking_expired"]);
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn releasing_twice_is_releasing_once() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(PAID, 2).await;
    for _ in 0..2 {
        let payload = stage.change(&buyer(), "holdRelease", json!({"bookingId": id})).await;
        assert_eq!(payload["booking"]["status"], "CANCELLED", "{payload}");
        assert_eq!(stage.counts(PAID).await, (0, 0));
    }
    assert_eq!(stage.told().await, ["bookings.booking_held", "bookings.booking_cancelled"]);
    assert_eq!(stage.last("bookings.booking_cancelled").await["was_confirmed"], false);
}

#[tokio::test]
async fn a_free_booking_is_confirmed_by_its_buyer() {
    let stage = Stage::with_capacity(5).await;
    let id = stage.held(FREE, 2).await;
    let input = json!({"bookingId": id, "idempotencyKey": uuid()});
    let refused = stage.change(&member("usr_other"), "bookingConfirmFree", input.clone()).await;
    assert_eq!(refused["errors"][0]["__typename"], "NotFoundError");
    for _ in 0..2 {
        let payload = stage.change(&buyer(), "bookingConfirmFree", input.clone()).await;
        assert_eq!(payload["booking"]["status"], "CONFIRMED", "{payload}");
        assert_eq!(payload["booking"]["expiresAt"], Value::Null);
        assert_eq!(payload["booking"]["viewerActions"], json!(["CANCEL"]));
    }
    assert_eq!(stage.counts(FREE).await, (0, 2));
    assert_eq!(stage.told().await, ["bookings.booking_held", "bookings.booking_confirmed"]);
    let told = stage.last("bookings.booking_confirmed").await;
    assert_eq!(
        (&told["ticket_count"], &told["payment_id"], &told["late"]),
        (&json!(2), &Value::Null, &json!(false))
    );
    let query = "query($id: ID!) { booking(id: $id) { code tickets { code status qrPayload holderName } } }";
    let seen = stage.run(&buyer(), query, json!({"id": id})).await;
    let booking = &seen["data"]["booking"];
    assert_eq!(
        booking["tickets"][1]["code"],
        format!("{}-2", booking["code"].as_str().unwrap()),
        "{seen}"
    );
    assert!(booking["tickets"][0]["qrPayload"].as_str().unwrap().len() > 100);
    let again = stage
        .change(&buyer(), "bookingConfirmFree", json!({"bookingId": id, "idempotencyKey": uuid()}))
        .await;
    assert_eq!(again["errors"][0]["__typename"], "ConflictError");
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn cancelling_follows_the_frozen_policy() {
    let stage = Stage::with_capacity(10).await;
    let cancel = |id: &str| json!({"bookingId": id, "idempotencyKey": uuid(), "reason": " ill "});
    let early = stage.held(PAID, 2).await;
    stage.pay(&early, "pay_1").await;
    let input = cancel(&early);
    for _ in 0..2 {
        let payload = stage.change(&buyer(), "bookingCancel", input.clone()).await;
        assert_eq!(payload["booking"]["status"], "CANCELLED", "{payload}");
    }
    let told = stage.last("bookings.booking_cancelled").await;
    assert_eq!(
        (&told["refund_percent"], &told["cause"], &told["reason"], &told["was_confirmed"]),
        (&json!(100), &json!("buyer"), &json!("ill"), &json!(true))
    );
    assert_eq!(stage.counts(PAID).await, (0, 0));

    // The event's policy changes: what was agreed to stays.
    let mut facts = occurrence(OCCURRENCE, 2);
    facts.refund_policy.kind = contracts::values::RefundPolicyKind::None;
    let late = stage.held(PAID, 1).await;
    stage.pay(&late, "pay_2").await;
    stage.hear("m-occ-2", &OccurrenceScheduled { facts }).await;
    stage.test.clock.set_ms(STARTS_AT_MS - 23 * HOUR_MS);
    let before = stage.footprint().await;
    let refused = stage.change(&buyer(), "bookingCancel", cancel(&late)).await;
    assert_eq!(refused["errors"][0]["__typename"], "RefundNotAllowedError", "{refused}");
    assert_eq!(stage.footprint().await, before);
    let refused = stage.change(&member("usr_other"), "bookingCancel", cancel(&late)).await;
    assert_eq!(refused["errors"][0]["__typename"], "NotFoundError");
    let payload = stage.change(&member("usr_support"), "bookingCancel", cancel(&late)).await;
    assert_eq!(payload["booking"]["status"], "CANCELLED", "{payload}");
    assert_eq!(stage.last("bookings.booking_cancelled").await["cause"], "organizer");
    stage.assert_adds_up().await;
}

#[tokio::test]
async fn too_many_tries_are_slowed_down() {
    let stage = Stage::with_capacity(500).await;
    let mut limited = 0;
    for _ in 0..62 {
        let payload = stage.holds(&buyer(), hold(PAID, 1)).await;
        limited += usize::from(payload["errors"][0]["__typename"] == "RateLimitedError");
    }
    assert_eq!(limited, 2);
    stage.test.clock.advance_ms(MINUTE_MS);
    assert_eq!(stage.holds(&buyer(), hold(PAID, 1)).await["errors"], json!([]));
}
