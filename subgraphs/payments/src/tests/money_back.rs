//! Refunds: of cancelled bookings, and by themselves for money that came too late, twice or wrong.

use contracts::messages::{BookingCancelled, BookingOverpaid, BookingPaymentMismatched, BookingUnfulfillable, CancelCause};
use contracts::values::Amount;
use serde_json::{Value, json};

use super::{GOOD_CARD, ORGANIZER, Shop, booking_id};

fn cancelled(cause: CancelCause, percent: i32) -> BookingCancelled {
    BookingCancelled {
        booking_id: booking_id(1),
        occurrence_id: "occ_1".to_owned(),
        event_id: "evt_1".to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: None,
        cause,
        refund_percent: percent,
        reason: Some("Ill".to_owned()),
        was_confirmed: true,
    }
}

fn unfulfillable(payment_id: &str) -> BookingUnfulfillable {
    BookingUnfulfillable {
        booking_id: booking_id(1),
        payment_id: payment_id.to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: None,
        state: "EXPIRED".to_owned(),
    }
}

async fn paid(shop: &Shop, card: &str) -> String {
    let id = shop.start().await;
    shop.pay(&id, card).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    id
}

#[tokio::test]
async fn a_cancelled_booking_gets_its_share_once() {
    for (cause, origin) in [
        (CancelCause::Buyer, "BUYER"),
        (CancelCause::Organizer, "ORGANIZER"),
        (CancelCause::EventCancelled, "EVENT_CANCELLED"),
    ] {
        let shop = Shop::open().await;
        let id = paid(&shop, GOOD_CARD).await;
        let message = cancelled(cause, 75);
        shop.hear("msg_1", &message).await;
        shop.hear("msg_1", &message).await;
        shop.hear("msg_2", &message).await;
        shop.settle().await;
        let pending = shop.payment(&id).await;
        assert_eq!(pending["refunds"].as_array().unwrap().len(), 1);
        assert_eq!(pending["refunds"][0]["status"], "PENDING");
        assert_eq!(pending["refunds"][0]["origin"], origin);
        assert_eq!(pending["refunds"][0]["reason"], "Ill");
        assert_eq!(pending["amountRefunded"]["amountMinor"], 0);
        shop.later(1_000).await;
        let settled = shop.payment(&id).await;
        assert_eq!(settled["refunds"][0]["status"], "SUCCEEDED");
        assert_eq!(settled["refunds"][0]["amount"], json!({"amountMinor": 1_500, "currency": "EUR"}));
        assert_eq!(settled["amountRefunded"]["amountMinor"], 1_500);
        shop.later(60_000).await;
        let outbox = shop.outbox().await;
        assert_eq!(shop.told().await, ["payment_succeeded", "refund_succeeded"]);
        assert_eq!(outbox[1].1["refunded_whole"], false);
        assert_eq!(outbox[1].1["amount"]["amount_minor"], 1_500);
    }
}

#[tokio::test]
async fn nothing_comes_back_at_zero_percent_or_without_a_payment() {
    let shop = Shop::open().await;
    shop.hear("msg_1", &cancelled(CancelCause::Buyer, 100)).await;
    let id = paid(&shop, GOOD_CARD).await;
    shop.hear("msg_2", &cancelled(CancelCause::Buyer, 0)).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["refunds"], json!([]));
}

#[tokio::test]
async fn money_that_cannot_be_used_goes_back_whole_by_itself() {
    let shop = Shop::open().await;
    for (number, kind) in ["unfulfillable", "overpaid", "mismatched"].into_iter().enumerate() {
        let id = paid(&shop, GOOD_CARD).await;
        for round in 0..2 {
            let message_id = format!("msg_{number}_{round}");
            let (booking_id, payment_id, organizer_id) = (booking_id(1), id.clone(), ORGANIZER.to_owned());
            match kind {
                "unfulfillable" => shop.hear(&message_id, &unfulfillable(&id)).await,
                "overpaid" => {
                    shop.hear(
                        &message_id,
                        &BookingOverpaid {
                            booking_id,
                            payment_id,
                            organizer_id,
                            buyer_user_id: None,
                        },
                    )
                    .await
                }
                _ => {
                    let amount = |amount_minor| Amount {
                        amount_minor,
                        currency: "EUR".to_owned(),
                    };
                    let message = BookingPaymentMismatched {
                        booking_id,
                        payment_id,
                        organizer_id,
                        buyer_user_id: None,
                        expected: amount(2_100),
                        captured: amount(2_000),
                    };
                    shop.hear(&message_id, &message).await;
                }
            }
        }
        shop.settle().await;
        shop.later(1_000).await;
        let payment = shop.payment(&id).await;
        assert_eq!(payment["refunds"].as_array().unwrap().len(), 1, "{kind}");
        assert_eq!(payment["refunds"][0]["origin"], "SAGA_COMPENSATION");
        assert_eq!(payment["refunds"][0]["amount"]["amountMinor"], 2_000);
        assert_eq!(payment["refunds"][0]["status"], "SUCCEEDED");
    }
    let whole = shop
        .outbox()
        .await
        .into_iter()
        .filter(|(kind, data)| kind == "payments.refund_succeeded" && data["refunded_whole"] == true);
    assert_eq!(whole.count(), 3);
}

#[tokio::test]
async fn a_share_and_an_automatic_refund_together_never_exceed_the_capture() {
    let shop = Shop::open().await;
    let id = paid(&shop, GOOD_CARD).await;
    shop.hear("msg_1", &cancelled(CancelCause::EventCancelled, 50)).await;
    shop.hear("msg_2", &unfulfillable(&id)).await;
    shop.settle().await;
    shop.later(1_000).await;
    let payment = shop.payment(&id).await;
    assert_eq!(payment["amountRefunded"]["amountMinor"], 2_000);
    let amounts: Vec<&Value> = payment["refunds"]
        .as_array()
        .unwrap()
        .iter()
        .map(|refund| &refund["amount"]["amountMinor"])
        .collect();
    assert_eq!(amounts, [1_000, 1_000]);
    let outbox = shop.outbox().await;
    assert_eq!(outbox.iter().filter(|(_, data)| data["refunded_whole"] == true).count(), 1);
}

#[tokio::test]
async fn a_silent_provider_is_asked_again_and_gives_back_once() {
    for lost_after_acting in [false, true] {
        let shop = Shop::open().await;
        let set = |silent| {
            if lost_after_acting {
                shop.set_answers_lost(silent)
            } else {
                shop.set_down(silent)
            }
        };
        let id = paid(&shop, GOOD_CARD).await;
        set(true);
        shop.hear("msg_1", &cancelled(CancelCause::Buyer, 100)).await;
        shop.settle().await;
        assert_eq!(shop.payment(&id).await["refunds"][0]["status"], "SUBMITTING");
        set(false);
        shop.later(2_000).await;
        shop.later(10_000).await;
        assert_eq!(shop.payment(&id).await["refunds"][0]["status"], "SUCCEEDED");
        let counts = kit::testing::table_counts(&shop.state.database, &["sandbox_refund", "refund"]).await;
        assert_eq!((counts["sandbox_refund"], counts["refund"]), (1, 1));
        assert_eq!(shop.told().await, ["payment_succeeded", "refund_succeeded"]);
    }
}

#[tokio::test]
async fn a_failed_refund_is_told_and_its_money_is_free_again() {
    let shop = Shop::open().await;
    let id = paid(&shop, "4000000000005126").await;
    shop.hear("msg_1", &cancelled(CancelCause::Buyer, 100)).await;
    shop.settle().await;
    shop.later(1_000).await;
    let payment = shop.payment(&id).await;
    assert_eq!(payment["refunds"][0]["status"], "FAILED");
    assert_eq!(payment["refunds"][0]["failureReason"], "expired_or_canceled_card");
    assert_eq!(shop.told().await, ["payment_succeeded", "refund_failed"]);
    let row = crate::store::payments::get(shop.state.database.reader(), &id).await.unwrap();
    assert_eq!(row.unreturned_minor(), 2_000);
}

#[tokio::test]
async fn a_booking_cancelled_while_paying_gives_the_payment_up() {
    let shop = Shop::open().await;
    let id = shop.start().await;
    shop.hear("msg_1", &cancelled(CancelCause::EventCancelled, 100)).await;
    shop.settle().await;
    assert_eq!(shop.payment(&id).await["status"], "CANCELLED");
    assert_eq!(shop.told().await, ["payment_cancelled"]);
}
