//! Through the real schema, consumers, worker and routes, with a clock that stands still.

mod outbox;
mod seeing;
mod telling;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

use async_trait::async_trait;
use axum::body::Body;
use axum::extract::ConnectInfo;
use contracts::access::TeamRole;
use contracts::calls::{
    BookingContact, BookingContactAnswer, Membership, MembershipAnswer, Verification, VerificationAnswer, VerificationKind,
};
use contracts::messages::{BookingCancelled, BookingConfirmed, BookingExpired, CancelCause, MembershipChanged};
use contracts::values::{Amount, Contact};
use http::{Request, StatusCode};
use http_body_util::BodyExt;
use kit::Service;
use kit::internal::CallTable;
use kit::testing::{Engine, NOW_MS, TestDeps};
use kit::viewer::Viewer;
use migrations::notifications::Migrator;
use sea_orm_migration::MigratorTrait;
use serde_json::{Value, json};
use tower::ServiceExt;

use crate::channel::folder::{Folder, StoredMail};
use crate::channel::{Channel, Mail, SendFailed, dev_outbox};
use crate::state::State;
use crate::workers;

pub(super) const BUYER: &str = "usr_buyer";
pub(super) const OWNER: &str = "usr_owner";
pub(super) const ORGANIZER: &str = "org_one";

/// The folder, after failing a number of times.
struct Moody {
    folder: Folder,
    failures: AtomicUsize,
    fails_for_good: Mutex<bool>,
}

#[async_trait]
impl Channel for Moody {
    async fn send(&self, id: &str, mail: &Mail) -> Result<(), SendFailed> {
        let is_final = *self.fails_for_good.lock().unwrap();
        let failing = self
            .failures
            .fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1))
            .is_ok();
        if failing || is_final {
            return Err(SendFailed {
                reason: "the mail server answered 451".to_owned(),
                is_final,
            });
        }
        self.folder.send(id, mail).await
    }
}

pub(super) struct Desk {
    pub(super) service: Service,
    pub(super) state: State,
    pub(super) folder: Folder,
    pub(super) challenges: Arc<Mutex<HashMap<String, VerificationAnswer>>>,
    moody: Arc<Moody>,
    pub(super) test: TestDeps,
}

pub(super) fn contact(buyer: Option<&str>) -> BookingContactAnswer {
    BookingContactAnswer {
        contact: Contact {
            name: "Ada <L>".to_owned(),
            email: "ada@example.org".to_owned(),
            phone: None,
            locale: "en".to_owned(),
        },
        buyer_user_id: buyer.map(str::to_owned),
        organizer_id: ORGANIZER.to_owned(),
        booking_code: "K7QX2M".to_owned(),
        event_id: "evt_1".to_owned(),
        event_title: "Night of Lamps".to_owned(),
        starts_at_ms: NOW_MS + 86_400_000,
        time_zone: "Europe/Berlin".to_owned(),
        total: Amount {
            amount_minor: 4_000,
            currency: "EUR".to_owned(),
        },
        ticket_codes: vec!["AAAA-1111".to_owned(), "BBBB-2222".to_owned()],
        guest_token: buyer.is_none().then(|| "guest.token".to_owned()),
    }
}

pub(super) fn confirmed(booking_id: &str) -> BookingConfirmed {
    BookingConfirmed {
        booking_id: booking_id.to_owned(),
        occurrence_id: "occ_1".to_owned(),
        event_id: "evt_1".to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: Some(BUYER.to_owned()),
        payment_id: None,
        total: Amount {
            amount_minor: 4_000,
            currency: "EUR".to_owned(),
        },
        ticket_count: 2,
        late: false,
    }
}

pub(super) fn expired(booking_id: &str, buyer: Option<&str>) -> BookingExpired {
    BookingExpired {
        booking_id: booking_id.to_owned(),
        occurrence_id: "occ_1".to_owned(),
        event_id: "evt_1".to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: buyer.map(str::to_owned),
    }
}

pub(super) fn cancelled(booking_id: &str, cause: CancelCause, was_confirmed: bool) -> BookingCancelled {
    BookingCancelled {
        booking_id: booking_id.to_owned(),
        occurrence_id: "occ_1".to_owned(),
        event_id: "evt_1".to_owned(),
        organizer_id: ORGANIZER.to_owned(),
        buyer_user_id: Some(BUYER.to_owned()),
        cause,
        refund_percent: 100,
        reason: None,
        was_confirmed,
    }
}

impl Desk {
    /// `bkg_1` is the buyer's, `bkg_2` a guest's; no other booking is known. The owner's membership was heard of.
    pub(super) async fn open() -> Self {
        Self::open_on(Engine::Sqlite).await
    }

    pub(super) async fn open_on(engine: Engine) -> Self {
        let test = kit::testing::deps_on(engine, |connection| async move { Migrator::up(&connection, None).await }).await;
        test.internal.register(
            "bookings",
            CallTable::new().answer(|request: BookingContact| async move {
                Ok(match request.booking_id.as_str() {
                    "bkg_1" => Some(contact(Some(BUYER))),
                    "bkg_2" => Some(contact(None)),
                    _ => None,
                })
            }),
        );
        let challenges: Arc<Mutex<HashMap<String, VerificationAnswer>>> = Arc::default();
        let answers = challenges.clone();
        test.internal.register(
            "users",
            CallTable::new()
                .answer(move |request: Verification| {
                    let answer = answers.lock().unwrap().get(&request.challenge_id).cloned();
                    async move { Ok(answer) }
                })
                .answer(|request: Membership| async move {
                    let role = (request.user_id == "usr_support").then_some(TeamRole::Support);
                    Ok(MembershipAnswer { role, version: 1 })
                }),
        );
        let folder = Folder::new(test.deps.data_dir.join("outbox"), test.deps.clock.clone());
        let moody = Arc::new(Moody {
            folder: folder.clone(),
            failures: AtomicUsize::new(0),
            fails_for_good: Mutex::new(false),
        });
        let state = crate::state(&test.deps, moody.clone());
        let service = crate::assemble(state.clone(), dev_outbox::routes(folder.clone()), "test");
        let desk = Self {
            service,
            state,
            folder,
            challenges,
            moody,
            test,
        };
        let member = MembershipChanged {
            membership_id: "mbr_1".to_owned(),
            user_id: OWNER.to_owned(),
            organizer_id: ORGANIZER.to_owned(),
            role: Some(TeamRole::Owner),
            version: 1,
        };
        desk.hear("msg_member", &member).await;
        desk
    }

    pub(super) fn fail_times(&self, times: usize) {
        self.moody.failures.store(times, Ordering::SeqCst);
    }

    pub(super) fn fail_for_good(&self) {
        *self.moody.fails_for_good.lock().unwrap() = true;
    }

    pub(super) fn challenge(&self, id: &str, kind: VerificationKind, secret: Option<&str>) {
        let answer = VerificationAnswer {
            contact: Contact {
                name: "Ada".to_owned(),
                email: "ada@example.org".to_owned(),
                phone: None,
                locale: "en".to_owned(),
            },
            kind,
            secret: secret.map(str::to_owned),
            expires_at_ms: NOW_MS + 900_000,
        };
        self.challenges.lock().unwrap().insert(id.to_owned(), answer);
    }

    pub(super) async fn hear<M: kit::bus::Message>(&self, id: &str, message: &M) {
        kit::testing::hear(&self.service, id, message, NOW_MS).await.unwrap();
    }

    pub(super) async fn send(&self) {
        while workers::send_deliveries(&self.state).await.unwrap() > 0 {}
    }

    pub(super) async fn mails(&self) -> Vec<StoredMail> {
        self.folder.list().await.unwrap()
    }

    pub(super) async fn execute(&self, viewer: &Viewer, query: &str, variables: Value) -> Value {
        kit::testing::execute(&self.service, viewer, query, variables).await
    }

    /// The user's bell as the user sees it.
    pub(super) async fn bell(&self, user_id: &str) -> Value {
        let query = "query($r: [_Any!]!) { _entities(representations: $r) { ... on User { unreadNotificationCount
            notifications { nodes { id kind title body deepLink readAt booking { id } event { id } } } } } }";
        let representations = json!([{"__typename": "User", "id": user_id}]);
        let response = self
            .execute(&Viewer::signed_in(user_id, &["user"]), query, json!({"r": representations}))
            .await;
        assert!(response.get("errors").is_none(), "{response}");
        response["data"]["_entities"][0].clone()
    }

    pub(super) async fn get(&self, path: &str, peer: Option<&str>, headers: &[(&str, &str)]) -> (StatusCode, String) {
        let mut request = Request::get(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let mut request = request.body(Body::empty()).unwrap();
        if let Some(peer) = peer {
            request.extensions_mut().insert(ConnectInfo(peer.parse::<SocketAddr>().unwrap()));
        }
        let response = self.service.routes.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = response.into_body().collect().await.unwrap().to_bytes();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }
}
