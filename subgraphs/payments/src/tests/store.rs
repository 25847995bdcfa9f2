//! The statements others race for, on every engine there is.

use kit::database::StoreError;
use kit::testing::engines;

use super::{GOOD_CARD, Shop, booking_id};
use crate::commands::request_refund::{RefundRequest, request_refund};
use crate::domain::{Movement, PaymentStatus, RefundOrigin};
use crate::store::payments::{self, Step};

#[tokio::test]
async fn a_booking_has_one_live_payment() {
    for engine in engines() {
        let shop = Shop::open_on(engine).await;
        let id = shop.start().await;
        let mut other = payments::get(shop.state.database.reader(), &id).await.unwrap();
        other.id = "pay_other".to_owned();
        other.idem_key = "pi:pay_other".to_owned();
        other.provider_ref = None;
        for status in PaymentStatus::LIVE {
            other.status = status.name().to_owned();
            let refused = payments::record(shop.state.database.writer(), other.clone()).await;
            assert!(matches!(refused, Err(StoreError::Conflict)), "{status:?} {refused:?}");
        }
        other.status = PaymentStatus::Cancelled.name().to_owned();
        payments::record(shop.state.database.writer(), other).await.unwrap();
        assert_eq!(
            payments::of_booking(shop.state.database.reader(), &booking_id(1))
                .await
                .unwrap()
                .len(),
            2
        );
    }
}

#[tokio::test]
async fn one_of_many_steps_decided_on_the_same_version_is_made() {
    for engine in engines() {
        let shop = Shop::open_on(engine).await;
        let id = shop.start().await;
        let row = payments::get(shop.state.database.reader(), &id).await.unwrap();
        let step = Step {
            status: PaymentStatus::Failed,
            captured: None,
            succeeded_at: None,
            redirect_url: None,
            method: None,
            last_try: Some("sch_1".to_owned()),
            failure: Some(("card_declined".to_owned(), "No.".to_owned())),
            next_look_at: 0,
        };
        let races = (0..8).map(|_| {
            let (database, row, step) = (shop.state.database.clone(), row.clone(), step.clone());
            tokio::spawn(async move { payments::record_step(database.writer(), &row, &step).await.unwrap() })
        });
        let mut made = 0;
        for race in races.collect::<Vec<_>>() {
            made += usize::from(race.await.unwrap());
        }
        assert_eq!(made, 1);
        let after = payments::get(shop.state.database.reader(), &id).await.unwrap();
        assert_eq!((after.version, after.status.as_str()), (2, "FAILED"));
    }
}

#[tokio::test]
async fn racing_refunds_never_promise_more_than_was_captured() {
    for engine in engines() {
        let shop = Shop::open_on(engine).await;
        let id = shop.start().await;
        shop.pay(&id, GOOD_CARD).await;
        shop.settle().await;
        let races = (0..12).map(|number| {
            let (state, id) = (shop.state.clone(), id.clone());
            tokio::spawn(async move {
                let request = RefundRequest {
                    dedupe_key: format!("test:{number}"),
                    idempotency_key: None,
                    percent: 30,
                    origin: RefundOrigin::Organizer,
                    reason: None,
                };
                let txn = state.database.begin().await.unwrap();
                let refund = request_refund(&state, &txn, &id, &request).await.unwrap();
                txn.commit().await.unwrap();
                refund.map_or(0, |refund| refund.amount_minor)
            })
        });
        let mut promised = Vec::new();
        for race in races.collect::<Vec<_>>() {
            promised.push(race.await.unwrap());
        }
        promised.retain(|amount| *amount > 0);
        promised.sort_unstable();
        assert_eq!(promised, [200, 600, 600, 600]);
        let row = payments::get(shop.state.database.reader(), &id).await.unwrap();
        assert_eq!((row.refund_reserved, row.unreturned_minor()), (2_000, 0));
        assert!(!payments::claim_refundable(shop.state.database.writer(), &id, 1).await.unwrap());
        assert!(
            !payments::move_money(shop.state.database.writer(), &id, Movement::Settle, 2_001)
                .await
                .unwrap()
        );
        assert!(
            !payments::move_money(shop.state.database.writer(), &id, Movement::TakeBack, 1)
                .await
                .unwrap()
        );
    }
}

#[tokio::test]
async fn a_whole_walk_on_every_engine() {
    for engine in engines() {
        let shop = Shop::open_on(engine).await;
        let id = shop.start().await;
        shop.pay(&id, "4000000000000077").await;
        shop.settle().await;
        shop.later(8_000).await;
        assert_eq!(shop.payment(&id).await["status"], "SUCCEEDED");
    }
}
