//! Signing in, staying signed in, being thrown out.

use harness::{Platform, Subscription};
use serde_json::{Value, json};

async fn the_cookie_keeps_a_session_and_a_copy_of_it_ends_it(platform: Platform) {
    let mut ada = platform.client();
    ada.register(&platform, "ada@example.org", "Ada").await;
    let stolen = ada.cookie.clone();
    ada.refresh().await;
    ada.refresh().await;
    assert_eq!(ada.data("{ me { displayName } }", Value::Null).await["me"]["displayName"], "Ada");
    let mut thief = platform.client();
    thief.cookie = stolen;
    let refresh = "mutation { tokenRefresh(input: {}) { accessToken errors { ... on UserError { code } } } }";
    let caught = thief.data(refresh, Value::Null).await["tokenRefresh"].clone();
    assert_eq!(caught, json!({"accessToken": null, "errors": [{"code": "SESSION_ENDED"}]}));
    let mine = ada.data(refresh, Value::Null).await["tokenRefresh"].clone();
    assert_eq!(mine["errors"][0]["code"], "SESSION_ENDED", "the owner is asked to sign in again");
}

async fn forged_and_foreign_tokens_are_refused(platform: Platform) {
    let mut ada = platform.client();
    ada.register(&platform, "ada@example.org", "Ada").await;
    let good = ada.access_token.clone().expect("signed in");
    for forged in ["nonsense".to_owned(), format!("{good}x"), good.replacen('e', "f", 1)] {
        ada.access_token = Some(forged);
        let body = json!({"query": "{ me { id } }"});
        let reply = ada.post("/graphql", &body).await;
        assert_eq!(reply.status, 401, "{}", reply.text());
        assert_eq!(reply.json()["errors"][0]["extensions"]["code"], "UNAUTHENTICATED");
    }
    ada.access_token = None;
    assert_eq!(ada.data("{ me { id } }", Value::Null).await["me"], Value::Null);
    let mut socket = Subscription::connect(&platform.url).await;
    socket
        .send(json!({"type": "connection_init", "payload": {"authorization": "Bearer nonsense"}}))
        .await;
    let closed = socket.next_message().await;
    assert_eq!(closed.map(|message| message["type"].clone()), Some(json!("close")));
    let scoped = ada.response("mutation { signOut(input: {}) { ok } }", Value::Null).await;
    assert_eq!(scoped["errors"][0]["extensions"]["code"], "UNAUTHORIZED_FIELD_OR_TYPE", "{scoped}");
}

crate::both_forms!(
    the_cookie_keeps_a_session_and_a_copy_of_it_ends_it,
    forged_and_foreign_tokens_are_refused
);
