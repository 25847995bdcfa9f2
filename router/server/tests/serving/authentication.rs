//! Tokens: who is believed, and what forged ones get.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use http::StatusCode;
use router_server::{Options, Router, StartError};
use serde_json::{Value, json};

use crate::harness::{SUPERGRAPH, Scripted, assemble, bearer, claims, config, now_seconds, run, serve, signing_key, token, token_by};

const QUERY: &str = "{ me { email } }";

#[tokio::test]
async fn scopes_of_all_tokens_are_joined() {
    let served = serve(config()).await;
    let mut of_guest = claims("read");
    of_guest["iss"] = json!("guests");
    let guest = token(&of_guest);
    let post = |headers: Vec<(&'static str, String)>| {
        let served = &served;
        async move {
            let headers: Vec<(&str, &str)> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            served.post(json!({ "query": QUERY }), &headers).await.json()["data"]["me"]["email"].clone()
        }
    };
    assert_eq!(post(vec![("authorization", bearer("staff"))]).await, Value::Null);
    assert_eq!(post(vec![("guest", guest.clone())]).await, Value::Null);
    let both = post(vec![("authorization", bearer("staff")), ("guest", guest)]).await;
    assert_eq!(both, json!("ada@example.org"));
    assert_eq!(
        post(vec![("authorization", bearer("user").replace("Bearer", "bearer"))]).await,
        json!("ada@example.org")
    );
}

#[tokio::test]
async fn bad_tokens_are_refused() {
    let served = serve(config()).await;
    let valid = claims("user");
    let with = |change: Value| {
        let mut claims = valid.clone();
        for (name, value) in change.as_object().unwrap() {
            claims[name] = value.clone();
        }
        token(&claims)
    };
    let without = |name: &str| {
        let mut claims = valid.clone();
        claims.as_object_mut().unwrap().remove(name);
        token(&claims)
    };
    let unsigned = {
        let signed = token(&valid);
        let claims = signed.split('.').nth(1).unwrap().to_owned();
        // {"alg":"none","kid":"key-1"}
        format!("eyJhbGciOiJub25lIiwia2lkIjoia2V5LTEifQ.{claims}.")
    };
    let tampered = {
        let signed = token(&valid);
        let parts: Vec<&str> = signed.split('.').collect();
        let other = token(&claims("audit"));
        format!("{}.{}.{}", parts[0], other.split('.').nth(1).unwrap(), parts[2])
    };
    let bad = [
        with(json!({ "exp": now_seconds() - 1 })),
        with(json!({ "exp": "soon" })),
        with(json!({ "iss": "someone" })),
        with(json!({ "aud": "other" })),
        with(json!({ "nbf": now_seconds() + 100 })),
        without("exp"),
        without("iss"),
        without("aud"),
        token_by(&signing_key(8), Some("key-1"), &valid),
        token_by(&signing_key(7), Some("key-2"), &valid),
        token_by(&signing_key(7), None, &valid),
        unsigned,
        tampered,
        "x".into(),
    ];
    for token in bad {
        let header = format!("Bearer {token}");
        let got = served.post(json!({ "query": QUERY }), &[("authorization", &header)]).await;
        assert_eq!(
            (got.status, got.code()),
            (StatusCode::UNAUTHORIZED, "UNAUTHENTICATED".into()),
            "{token}"
        );
        assert!(got.headers.contains_key("www-authenticate"));
    }
    for header in ["Basic abc", "Bearer", "Bearer "] {
        let got = served.post(json!({ "query": QUERY }), &[("authorization", header)]).await;
        assert_eq!(got.status, StatusCode::UNAUTHORIZED, "{header}");
    }
    // One good token does not excuse a bad one.
    let good = bearer("user");
    let got = served
        .post(json!({ "query": QUERY }), &[("authorization", &good), ("guest", "forged")])
        .await;
    assert_eq!(got.status, StatusCode::UNAUTHORIZED);
    assert!(served.script.asked().is_empty());
}

#[tokio::test]
async fn keys_that_cannot_be_read_are_no_verdict() {
    let reads = Arc::new(AtomicUsize::new(0));
    let counted = reads.clone();
    let mut options = Options::default();
    for issuer in ["people", "guests"] {
        let counted = counted.clone();
        options.key_sets.insert(
            issuer.into(),
            Arc::new(move || {
                counted.fetch_add(1, Ordering::SeqCst);
                Err("down".into())
            }),
        );
    }
    let (_, script, sources) = assemble(config());
    let for_transport = script.clone();
    let router = Router::new(config(), SUPERGRAPH, &options, move |subgraphs| {
        Ok(Scripted::new(subgraphs, for_transport.clone()))
    });
    let served = run(router.unwrap(), script, sources, |server| server);
    let header = bearer("user");
    let got = served.post(json!({ "query": QUERY }), &[("authorization", &header)]).await;
    assert_eq!(
        (got.status, got.code()),
        (StatusCode::SERVICE_UNAVAILABLE, "KEYS_UNAVAILABLE".into())
    );
    assert_eq!(reads.load(Ordering::SeqCst), 1);
}

#[test]
fn a_protected_schema_without_authentication_does_not_start() {
    let mut open = config();
    open.authentication = Default::default();
    let (router, ..) = assemble(open.clone());
    let error = router.err().unwrap();
    assert!(matches!(error, StartError::Unprotected));
    assert!(error.to_string().contains("--insecure-ignore-authorization"));
    open.authorization.insecure_ignore = true;
    assert!(assemble(open).0.is_ok());
}

#[tokio::test]
async fn protection_can_be_switched_off_by_name_only() {
    let mut open = config();
    open.authentication = Default::default();
    open.authorization.insecure_ignore = true;
    let served = serve(open).await;
    assert_eq!(
        served.query(QUERY).await,
        json!({ "data": { "me": { "email": "ada@example.org" } } })
    );
}
