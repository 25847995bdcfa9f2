//! What each message leads to, once.

use contracts::calls::VerificationKind;
use contracts::messages::{CancelCause, PaymentFailed, RefundSucceeded, VerificationRequested};
use contracts::values::Amount;
use kit::testing::{engines, table_counts};
use serde_json::{Value, json};

use super::{BUYER, Desk, OWNER, cancelled, confirmed, expired};

#[tokio::test]
async fn a_confirmed_booking_is_told_once_to_the_buyer_and_the_owner() {
    let desk = Desk::open().await;
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    desk.hear("msg_2", &confirmed("bkg_1")).await;
    desk.send().await;
    desk.send().await;
    let mails = desk.mails().await;
    assert_eq!(mails.len(), 1);
    let mail = &mails[0];
    assert_eq!(
        (mail.to.as_str(), mail.subject.as_str()),
        ("ada@example.org", "Your tickets for Night of Lamps")
    );
    for part in [
        "Hello Ada <L>,",
        "K7QX2M",
        "Tuesday 2 June 2026, 14:00 (Europe/Berlin)",
        "AAAA-1111\nBBBB-2222",
        "2 tickets",
        "40.00 EUR",
        "\nhttp://127.0.0.1:4000/bookings/bkg_1\n",
    ] {
        assert!(mail.text.contains(part), "{part}\n{}", mail.text);
    }
    assert!(mail.html.contains("Ada &lt;L&gt;") && !mail.html.contains("<L>"));
    let bell = desk.bell(BUYER).await;
    assert_eq!(bell["unreadNotificationCount"], 1);
    let note = &bell["notifications"]["nodes"][0];
    assert_eq!(
        (note["kind"].as_str(), note["title"].as_str()),
        (Some("BOOKING_CONFIRMED"), Some("Your tickets for Night of Lamps"))
    );
    assert_eq!(
        note["body"],
        "2 tickets for Tuesday 2 June 2026, 14:00 (Europe/Berlin). Booking K7QX2M."
    );
    assert_eq!(
        (note["deepLink"].as_str(), &note["booking"], &note["event"]),
        (Some("/bookings/bkg_1"), &json!({"id": "bkg_1"}), &json!({"id": "evt_1"}))
    );
    let sale = &desk.bell(OWNER).await["notifications"]["nodes"];
    assert_eq!(sale.as_array().unwrap().len(), 1);
    assert_eq!(sale[0]["kind"], "ORGANIZER_SALE");
    assert_eq!(
        sale[0]["body"],
        "2 tickets for Tuesday 2 June 2026, 14:00 (Europe/Berlin), 40.00 EUR."
    );
}

#[tokio::test]
async fn a_guest_gets_a_link_that_opens_the_booking() {
    let desk = Desk::open().await;
    desk.hear("msg_1", &confirmed("bkg_2")).await;
    desk.send().await;
    let mails = desk.mails().await;
    assert!(
        mails[0].text.contains("\nhttp://127.0.0.1:4000/bookings/bkg_2#guest=guest.token\n"),
        "{}",
        mails[0].text
    );
    assert_eq!(desk.bell(BUYER).await["unreadNotificationCount"], 0);
}

#[tokio::test]
async fn accounts_get_codes_and_links() {
    let desk = Desk::open().await;
    desk.challenge("vch_1", VerificationKind::SignUp, Some("482913"));
    desk.challenge("vch_2", VerificationKind::PasswordReset, Some("reset-secret"));
    desk.challenge("vch_3", VerificationKind::KnownAddress, None);
    for (number, challenge) in ["vch_1", "vch_2", "vch_3", "vch_gone"].into_iter().enumerate() {
        let message = VerificationRequested {
            challenge_id: challenge.to_owned(),
        };
        desk.hear(&format!("msg_{number}"), &message).await;
        desk.hear(&format!("msg_again_{number}"), &message).await;
    }
    desk.send().await;
    let mut mails = desk.mails().await;
    mails.sort_by(|one, other| one.subject.cmp(&other.subject));
    assert_eq!(
        mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>(),
        ["Set a new password", "You already have an account", "Your code for Marquee"]
    );
    assert!(
        mails[0]
            .text
            .lines()
            .any(|line| line == "http://127.0.0.1:4000/reset-password#token=reset-secret")
    );
    assert!(mails[1].text.lines().any(|line| line == "http://127.0.0.1:4000/sign-in"));
    assert!(mails[2].text.lines().any(|line| line == "482913"));
    // No row holds an address, a code or a token.
    use sea_orm::EntityTrait;
    let rows = crate::store::rows::delivery::Entity::find()
        .all(desk.state.database.reader())
        .await
        .unwrap();
    let text = format!("{rows:?}");
    assert_eq!(rows.len(), 4);
    for secret in ["482913", "reset-secret", "ada@", "Ada"] {
        assert!(!text.contains(secret), "{secret}");
    }
    let gone = rows.iter().find(|row| row.challenge_id.as_deref() == Some("vch_gone")).unwrap();
    assert_eq!(
        (gone.status.as_str(), gone.last_error.as_deref()),
        ("FAILED", Some("there is nothing to say any more"))
    );
}

#[tokio::test]
async fn money_and_endings_are_told() {
    let desk = Desk::open().await;
    let failed = PaymentFailed {
        payment_id: "pay_1".to_owned(),
        booking_id: "bkg_1".to_owned(),
        failure_code: None,
        version: 2,
    };
    desk.hear("msg_1", &failed).await;
    desk.hear("msg_2", &PaymentFailed { version: 3, ..failed }).await;
    let refund = RefundSucceeded {
        refund_id: "rfd_1".to_owned(),
        payment_id: "pay_1".to_owned(),
        booking_id: "bkg_1".to_owned(),
        amount: Amount {
            amount_minor: 1_250,
            currency: "EUR".to_owned(),
        },
        refunded_whole: false,
        version: 4,
    };
    desk.hear("msg_3", &refund).await;
    desk.hear("msg_4", &expired("bkg_1", Some(BUYER))).await;
    desk.hear("msg_5", &expired("bkg_2", None)).await;
    desk.hear("msg_6", &cancelled("bkg_1", CancelCause::Buyer, true)).await;
    desk.hear("msg_7", &cancelled("bkg_1", CancelCause::EventCancelled, true)).await;
    desk.hear("msg_8", &cancelled("bkg_2", CancelCause::EventCancelled, false)).await;
    desk.hear("msg_9", &confirmed("bkg_unknown")).await;
    desk.send().await;
    let mut subjects: Vec<String> = desk.mails().await.into_iter().map(|mail| mail.subject).collect();
    subjects.sort();
    assert_eq!(subjects, ["Night of Lamps is cancelled", "Refund for Night of Lamps"]);
    assert!(desk.mails().await.iter().any(|mail| mail.text.contains("12.50 EUR")));
    let bell = desk.bell(BUYER).await;
    let mut kinds: Vec<&str> = bell["notifications"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|note| note["kind"].as_str().unwrap())
        .collect();
    kinds.sort_unstable();
    assert_eq!(kinds, ["BOOKING_EXPIRED", "EVENT_CANCELLED", "PAYMENT_FAILED", "REFUND_ISSUED"]);
}

#[tokio::test]
async fn a_mail_that_does_not_leave_comes_again_after_thirty_seconds() {
    let desk = Desk::open().await;
    desk.fail_times(2);
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    desk.send().await;
    assert!(desk.mails().await.is_empty());
    desk.test.clock.advance_ms(29_999);
    desk.send().await;
    assert_eq!(
        delivery(&desk).await,
        json!({"status": "QUEUED", "attempts": 1, "lastError": "the mail server answered 451"})
    );
    desk.test.clock.advance_ms(1);
    desk.send().await;
    desk.test.clock.advance_ms(60_000);
    desk.send().await;
    assert_eq!(desk.mails().await.len(), 1);
    assert_eq!(delivery(&desk).await, json!({"status": "SENT", "attempts": 3, "lastError": null}));
}

#[tokio::test]
async fn a_mail_that_never_leaves_is_given_up() {
    let desk = Desk::open().await;
    desk.fail_times(usize::MAX);
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    for _ in 0..20 {
        desk.send().await;
        desk.test.clock.advance_ms(3_600_000);
    }
    assert_eq!(
        delivery(&desk).await,
        json!({"status": "FAILED", "attempts": 10, "lastError": "the mail server answered 451"})
    );
    let desk = Desk::open().await;
    desk.fail_for_good();
    desk.hear("msg_1", &confirmed("bkg_1")).await;
    desk.send().await;
    assert_eq!(delivery(&desk).await["attempts"], 1);
    assert_eq!(delivery(&desk).await["status"], "FAILED");
}

#[tokio::test]
async fn while_bookings_is_silent_nothing_is_claimed() {
    let desk = Desk::open().await;
    desk.test.internal.register("bookings", kit::internal::CallTable::new());
    assert!(kit::testing::hear(&desk.service, "msg_1", &confirmed("bkg_1"), 0).await.is_err());
    assert_eq!(table_counts(&desk.state.database, &["inbox", "delivery"]).await["inbox"], 0);
}

async fn delivery(desk: &Desk) -> Value {
    let query = "query($r: [_Any!]!) { _entities(representations: $r) { ... on Booking { deliveries { status attempts lastError } } } }";
    let viewer = kit::viewer::Viewer::signed_in(OWNER, &["booking:read"]);
    let response = desk
        .execute(&viewer, query, json!({"r": [{"__typename": "Booking", "id": "bkg_1"}]}))
        .await;
    response["data"]["_entities"][0]["deliveries"][0].clone()
}

#[tokio::test]
async fn parallel_deliveries_of_one_message_tell_once_on_every_engine() {
    for engine in engines() {
        let desk = std::sync::Arc::new(Desk::open_on(engine).await);
        let races = (0..8).map(|number| {
            let desk = desk.clone();
            // Half are the same message, half are others about the same booking.
            tokio::spawn(async move { desk.hear(&format!("msg_{}", number / 2), &confirmed("bkg_1")).await })
        });
        for race in races.collect::<Vec<_>>() {
            race.await.unwrap();
        }
        tokio::join!(desk.send(), desk.send());
        assert_eq!(desk.mails().await.len(), 1);
        assert_eq!(desk.bell(BUYER).await["unreadNotificationCount"], 1);
        assert_eq!(desk.bell(OWNER).await["notifications"]["nodes"].as_array().unwrap().len(), 1);
        assert_eq!(delivery(&desk).await["attempts"], 1);
    }
}
