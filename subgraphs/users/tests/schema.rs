//! Operations in, JSON out, through the real schema on a migrated database.

#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use contracts::calls::{Verification, VerificationKind};
use kit::service::Callable;
use kit::testing::{self, TestDeps};
use kit::token::{Jwks, SigningKey, Verifier};
use kit::viewer::Viewer;
use kit::{Deps, Service};
use migrations::MigratorTrait;
use serde_json::{Value, json};

struct Users {
    service: Service,
    callable: Callable,
    test: TestDeps,
}

async fn users() -> Users {
    let mut test = testing::deps(|connection| async move { migrations::users::Migrator::up(&connection, None).await }).await;
    let key = Arc::new(SigningKey::generate("users", &test.deps.ids).unwrap());
    let verifier = Verifier::new(Jwks {
        keys: vec![key.public_jwk()],
    })
    .unwrap();
    test.deps = Deps {
        signing_key: Some(key),
        verifier: verifier.clone(),
        ..test.deps.clone()
    };
    let service = users::service(test.deps.clone()).unwrap();
    test.internal.register("users", service.calls.clone());
    let callable = Callable::new(&service, verifier, test.deps.clock.clone());
    Users { service, callable, test }
}

const SIGN_UP: &str = "mutation($input: SignUpInput!) { signUp(input: $input) { accepted errors { ... on UserError { code path } ... on WeakPasswordError { score } } } }";
const VERIFY: &str =
    "mutation($input: EmailVerifyInput!) { emailVerify(input: $input) { user { id } errors { ... on UserError { code } } } }";
const SIGN_IN: &str = "mutation($input: SignInInput!) { signIn(input: $input) { accessToken refreshToken user { id displayName } errors { ... on UserError { code } } } }";
const REFRESH: &str = "mutation($input: TokenRefreshInput!) { tokenRefresh(input: $input) { accessToken refreshToken errors { ... on UserError { code } } } }";
const ORGANIZER: &str = "mutation($input: OrganizerCreateInput!) { organizerCreate(input: $input) { organizer { id slug viewerPermissions } errors { ... on UserError { code } } } }";

impl Users {
    async fn execute(&self, viewer: &Viewer, query: &str, variables: Value) -> Value {
        let response = testing::execute(&self.service, viewer, query, variables).await;
        assert!(response.get("errors").is_none(), "{response}");
        response["data"].clone()
    }

    async fn sign_up(&self, email: &str) -> Value {
        let input = json!({"email": email, "password": "correct horse battery", "displayName": "Ada", "locale": "en"});
        self.execute(&Viewer::default(), SIGN_UP, json!({"input": input})).await["signUp"].clone()
    }

    /// The answer of `users.verification` for the newest request in the outbox.
    async fn newest_verification(&self) -> contracts::calls::VerificationAnswer {
        let outbox = testing::outbox(&self.test.deps.database).await;
        let (_, data) = outbox
            .iter()
            .rev()
            .find(|(name, _)| name == "users.verification_requested")
            .expect("a mail was asked for");
        let request = Verification {
            challenge_id: data["challenge_id"].as_str().unwrap().to_owned(),
        };
        self.test
            .deps
            .internal
            .call(&request)
            .await
            .unwrap()
            .expect("the challenge is open")
    }

    async fn verified(&self, email: &str) {
        self.sign_up(email).await;
        let code = self.newest_verification().await.secret.unwrap();
        let answer = self
            .execute(&Viewer::default(), VERIFY, json!({"input": {"email": email, "code": code}}))
            .await;
        assert!(answer["emailVerify"]["user"]["id"].is_string(), "{answer}");
    }

    async fn sign_in(&self, email: &str) -> Value {
        let input = json!({"email": email, "password": "correct horse battery", "useCookie": false});
        self.execute(&Viewer::default(), SIGN_IN, json!({"input": input})).await["signIn"].clone()
    }

    async fn refresh(&self, token: &str) -> Value {
        self.execute(
            &Viewer::default(),
            REFRESH,
            json!({"input": {"refreshToken": token, "useCookie": false}}),
        )
        .await["tokenRefresh"]
            .clone()
    }

    fn viewer(&self, signed_in: &Value) -> Viewer {
        let token = signed_in["accessToken"].as_str().expect("an access token");
        let mut headers = http::HeaderMap::new();
        headers.insert("authorization", format!("Bearer {token}").parse().unwrap());
        Viewer::from_headers(&headers, &self.test.deps.verifier, self.test.deps.clock.now_ms()).unwrap()
    }
}

#[tokio::test]
async fn signing_up_verifying_and_signing_in() {
    let users = users().await;
    assert_eq!(users.sign_up("Ada@Example.org").await["accepted"], true);
    let wrong = users
        .execute(
            &Viewer::default(),
            VERIFY,
            json!({"input": {"email": "ada@example.org", "code": "12"}}),
        )
        .await;
    assert_eq!(wrong["emailVerify"]["errors"][0]["code"], "CODE_WRONG");
    let verification = users.newest_verification().await;
    assert_eq!(verification.kind, VerificationKind::SignUp);
    let code = verification.secret.unwrap();
    let input = json!({"input": {"email": "ada@example.org", "code": code}});
    assert!(users.execute(&Viewer::default(), VERIFY, input.clone()).await["emailVerify"]["user"]["id"].is_string());
    assert_eq!(
        users.execute(&Viewer::default(), VERIFY, input).await["emailVerify"]["errors"][0]["code"],
        "CODE_EXPIRED",
        "a code is good once"
    );

    let signed_in = users.sign_in("ada@example.org").await;
    assert_eq!(signed_in["user"]["displayName"], "Ada");
    let viewer = users.viewer(&signed_in);
    let me = users
        .execute(
            &viewer,
            "{ me { email emailVerifiedAt loginSessions { current } memberships { role } } }",
            Value::Null,
        )
        .await;
    assert_eq!(me["me"]["email"], "ada@example.org");
    assert_eq!(me["me"]["loginSessions"], json!([{"current": true}]));
    assert_eq!(me["me"]["memberships"], json!([]));
}

#[tokio::test]
async fn a_known_address_is_answered_alike_and_its_owner_is_told() {
    let users = users().await;
    users.verified("ada@example.org").await;
    assert_eq!(users.sign_up("ada@example.org").await, json!({"accepted": true, "errors": []}));
    assert_eq!(users.newest_verification().await.kind, VerificationKind::KnownAddress);
}

#[tokio::test]
async fn bad_sign_ups_change_nothing() {
    let users = users().await;
    for (field, value, code) in [
        ("email", "nonsense", "EMAIL_INVALID"),
        ("password", "short", "PASSWORD_WEAK"),
        ("displayName", " ", "NAME_INVALID"),
        ("locale", "english please", "LOCALE_INVALID"),
    ] {
        let mut input = json!({"email": "ada@example.org", "password": "correct horse battery", "displayName": "Ada", "locale": "en"});
        input[field] = json!(value);
        let answer = users.execute(&Viewer::default(), SIGN_UP, json!({"input": input})).await;
        assert_eq!(answer["signUp"]["errors"][0]["code"], code, "{answer}");
    }
    let counts = testing::table_counts(&users.test.deps.database, &["account", "challenge", "outbox"]).await;
    assert!(counts.values().all(|count| *count == 0), "{counts:?}");
}

#[tokio::test]
async fn five_wrong_codes_lock_the_challenge_and_a_new_one_opens_it() {
    let users = users().await;
    users.sign_up("ada@example.org").await;
    let code = users.newest_verification().await.secret.unwrap();
    for _ in 0..5 {
        let answer = users
            .execute(
                &Viewer::default(),
                VERIFY,
                json!({"input": {"email": "ada@example.org", "code": "x"}}),
            )
            .await;
        assert_eq!(answer["emailVerify"]["errors"][0]["code"], "CODE_WRONG");
    }
    let answer = users
        .execute(
            &Viewer::default(),
            VERIFY,
            json!({"input": {"email": "ada@example.org", "code": code}}),
        )
        .await;
    assert_eq!(answer["emailVerify"]["errors"][0]["code"], "CODE_LOCKED");
    users.test.clock.advance_ms(60_000);
    let resend = "mutation { emailVerificationResend(input: {email: \"ada@example.org\"}) { accepted } }";
    assert_eq!(
        users.execute(&Viewer::default(), resend, Value::Null).await["emailVerificationResend"]["accepted"],
        true
    );
    let code = users.newest_verification().await.secret.unwrap();
    let answer = users
        .execute(
            &Viewer::default(),
            VERIFY,
            json!({"input": {"email": "ada@example.org", "code": code}}),
        )
        .await;
    assert!(answer["emailVerify"]["user"]["id"].is_string(), "{answer}");
}

#[tokio::test]
async fn refresh_tokens_rotate_repeat_within_the_grace_and_reuse_ends_the_session() {
    let users = users().await;
    users.verified("ada@example.org").await;
    let first = users.sign_in("ada@example.org").await["refreshToken"].as_str().unwrap().to_owned();
    let second = users.refresh(&first).await["refreshToken"].as_str().unwrap().to_owned();
    assert_ne!(first, second);
    users.test.clock.advance_ms(29_000);
    assert_eq!(
        users.refresh(&first).await["refreshToken"],
        second.as_str(),
        "the other tab gets the same successor"
    );
    users.test.clock.advance_ms(2_000);
    assert_eq!(users.refresh(&first).await["errors"][0]["code"], "SESSION_ENDED");
    assert_eq!(
        users.refresh(&second).await["errors"][0]["code"],
        "SESSION_ENDED",
        "the whole family is over"
    );
    assert_eq!(users.refresh("forged").await["errors"][0]["code"], "SESSION_ENDED");
}

#[tokio::test]
async fn the_cookie_carries_the_session_in_a_browser() {
    let users = users().await;
    users.verified("ada@example.org").await;
    let body = json!({"query": SIGN_IN, "variables": {"input": {"email": "ada@example.org", "password": "correct horse battery"}}});
    let reply = users.callable.execute(&http::HeaderMap::new(), body.to_string().into()).await;
    let cookie = reply.headers["set-cookie"].to_str().unwrap().to_owned();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax") && cookie.contains("Path=/graphql"),
        "{cookie}"
    );
    let answer: Value = serde_json::from_slice(&reply.body).unwrap();
    assert_eq!(answer["data"]["signIn"]["refreshToken"], Value::Null);
    let mut headers = http::HeaderMap::new();
    headers.insert("cookie", cookie.split(';').next().unwrap().parse().unwrap());
    let body = json!({"query": REFRESH, "variables": {"input": {}}});
    let reply = users.callable.execute(&headers, body.to_string().into()).await;
    let answer: Value = serde_json::from_slice(&reply.body).unwrap();
    assert!(answer["data"]["tokenRefresh"]["accessToken"].is_string(), "{answer}");
    let nobody = users.execute(&Viewer::default(), REFRESH, json!({"input": {}})).await;
    assert_eq!(nobody["tokenRefresh"]["errors"][0]["code"], "NO_SESSION");
}

#[tokio::test]
async fn a_reset_link_sets_a_password_once_and_ends_sessions() {
    let users = users().await;
    users.verified("ada@example.org").await;
    let session = users.sign_in("ada@example.org").await["refreshToken"].as_str().unwrap().to_owned();
    let request = "mutation($email: String!) { passwordResetRequest(input: {email: $email}) { accepted } }";
    for email in ["ada@example.org", "nobody@example.org"] {
        assert_eq!(
            users.execute(&Viewer::default(), request, json!({"email": email})).await["passwordResetRequest"]["accepted"],
            true
        );
    }
    let verification = users.newest_verification().await;
    assert_eq!(verification.kind, VerificationKind::PasswordReset);
    let reset = "mutation($token: String!, $password: String!) { passwordReset(input: {token: $token, newPassword: $password}) { ok errors { ... on UserError { code } } } }";
    let variables = json!({"token": verification.secret.unwrap(), "password": "another long sentence"});
    assert_eq!(
        users.execute(&Viewer::default(), reset, variables.clone()).await["passwordReset"]["ok"],
        true
    );
    assert_eq!(
        users.execute(&Viewer::default(), reset, variables).await["passwordReset"]["errors"][0]["code"],
        "TOKEN_INVALID"
    );
    assert_eq!(users.refresh(&session).await["errors"][0]["code"], "SESSION_ENDED");
    assert_eq!(
        users.sign_in("ada@example.org").await["errors"][0]["code"],
        "BAD_CREDENTIALS",
        "the old password is gone"
    );
}

#[tokio::test]
async fn organisers_belong_to_verified_users_and_open_scopes() {
    let users = users().await;
    let input =
        json!({"input": {"name": "Kulturhaus", "slug": "kulturhaus", "defaultCurrency": "EUR", "defaultTimeZone": "Europe/Berlin"}});
    users.sign_up("eve@example.org").await;
    let unverified = users.viewer(&users.sign_in("eve@example.org").await);
    let refused = users.execute(&unverified, ORGANIZER, input.clone()).await;
    assert_eq!(refused["organizerCreate"]["errors"][0]["code"], "EMAIL_UNVERIFIED");
    users.verified("ada@example.org").await;
    let viewer = users.viewer(&users.sign_in("ada@example.org").await);
    let made = users.execute(&viewer, ORGANIZER, input.clone()).await;
    assert_eq!(made["organizerCreate"]["organizer"]["slug"], "kulturhaus");
    assert_eq!(
        made["organizerCreate"]["organizer"]["viewerPermissions"].as_array().unwrap().len(),
        11
    );
    assert_eq!(
        users.execute(&viewer, ORGANIZER, input).await["organizerCreate"]["errors"][0]["code"],
        "SLUG_TAKEN"
    );
    let scopes = users.viewer(&users.sign_in("ada@example.org").await).user.unwrap().scopes;
    assert!(scopes.contains("event:write") && scopes.contains("organizer:read"), "{scopes:?}");
    let anonymous = users
        .execute(
            &Viewer::default(),
            "{ organizer(slug: \"kulturhaus\") { name viewerPermissions } }",
            Value::Null,
        )
        .await;
    assert_eq!(anonymous["organizer"], json!({"name": "Kulturhaus", "viewerPermissions": null}));
    let outbox = testing::outbox(&users.test.deps.database).await;
    assert_eq!(outbox.last().unwrap().0, "users.membership_changed");
}

#[tokio::test]
async fn others_see_only_what_is_public() {
    let users = users().await;
    users.verified("ada@example.org").await;
    users.verified("eve@example.org").await;
    let ada = users.sign_in("ada@example.org").await["user"]["id"].clone();
    let query = "query($id: ID!) { node(id: $id) { __typename id ... on User { displayName email emailVerifiedAt memberships { role } loginSessions { id } } } }";
    for viewer in [Viewer::default(), users.viewer(&users.sign_in("eve@example.org").await)] {
        let node = users.execute(&viewer, query, json!({"id": ada})).await["node"].clone();
        assert_eq!(node["displayName"], "Ada");
        for hidden in ["email", "emailVerifiedAt", "memberships", "loginSessions"] {
            assert_eq!(node[hidden], Value::Null, "{hidden}");
        }
    }
    for (id, name) in [
        ("evt_00000000000000000000000000", json!("Event")),
        ("xyz_00000000000000000000000000", Value::Null),
        ("evt_1", Value::Null),
    ] {
        let node = users
            .execute(
                &Viewer::default(),
                "query($id: ID!) { node(id: $id) { __typename } }",
                json!({"id": id}),
            )
            .await;
        assert_eq!(node["node"].get("__typename").cloned().unwrap_or(Value::Null), name, "{id}");
    }
}

#[tokio::test]
async fn guessing_passwords_is_slowed_down() {
    let users = users().await;
    let input = json!({"input": {"email": "ada@example.org", "password": "wrong password here"}});
    for _ in 0..10 {
        assert_eq!(
            users.execute(&Viewer::default(), SIGN_IN, input.clone()).await["signIn"]["errors"][0]["code"],
            "BAD_CREDENTIALS"
        );
    }
    assert_eq!(
        users.execute(&Viewer::default(), SIGN_IN, input).await["signIn"]["errors"][0]["code"],
        "RATE_LIMITED"
    );
}
