//! `/dev/outbox`: shown to whoever sits at the machine, and to nobody else.

use http::StatusCode;
use serde_json::Value;

use super::{Desk, confirmed};

const HERE: Option<&str> = Some("127.0.0.1:5000");

#[tokio::test]
async fn the_outbox_lists_and_shows_mails() {
    let desk = Desk::open().await;
    let (status, html) = desk.get("/dev/outbox", HERE, &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(html.contains("No mail was sent yet"));
    desk.hear("msg_1", &confirmed("bkg_2")).await;
    desk.send().await;
    for (path, headers) in [("/dev/outbox.json", vec![]), ("/dev/outbox", vec![("accept", "application/json")])] {
        let (status, text) = desk.get(path, HERE, &headers).await;
        assert_eq!(status, StatusCode::OK);
        let mails: Value = serde_json::from_str(&text).unwrap();
        let mail = mails[0].as_object().unwrap();
        assert_eq!(
            mail.keys().map(String::as_str).collect::<std::collections::BTreeSet<_>>(),
            ["at", "html", "id", "subject", "text", "to"].into()
        );
        assert_eq!(mail["to"], "ada@example.org");
    }
    let id = desk.mails().await[0].id.clone();
    let (_, list) = desk.get("/dev/outbox", Some("[::1]:5000"), &[("host", "localhost:4000")]).await;
    assert!(list.contains(&format!("/dev/outbox/{id}")));
    let (status, page) = desk.get(&format!("/dev/outbox/{id}"), HERE, &[]).await;
    assert_eq!(status, StatusCode::OK);
    assert!(page.contains("Ada &lt;L&gt;") && page.contains("sandbox srcdoc=") && page.contains("#guest=guest.token"));
    assert_eq!(desk.get("/dev/outbox/dlv_none", HERE, &[]).await.0, StatusCode::NOT_FOUND);
    assert_eq!(desk.get("/dev/outbox/..%2Ftest", HERE, &[]).await.0, StatusCode::NOT_FOUND);
}

/// Peer and headers of a request.
type From<'a> = (Option<&'a str>, &'a [(&'a str, &'a str)]);

#[tokio::test]
async fn others_are_refused() {
    let desk = Desk::open().await;
    let refused: [From<'_>; 7] = [
        (None, &[]),
        (Some("192.0.2.7:5000"), &[]),
        (HERE, &[("x-forwarded-for", "192.0.2.7")]),
        (HERE, &[("x-forwarded-for", "127.0.0.1, 192.0.2.7")]),
        (HERE, &[("host", "rebound.example")]),
        (HERE, &[("host", "rebound.example:4000")]),
        (HERE, &[("x-forwarded-host", "rebound.example")]),
    ];
    for (peer, headers) in refused {
        for path in ["/dev/outbox", "/dev/outbox.json", "/dev/outbox/dlv_1"] {
            assert_eq!(desk.get(path, peer, headers).await.0, StatusCode::FORBIDDEN, "{peer:?} {headers:?}");
        }
    }
    for headers in [
        [("x-forwarded-for", "127.0.0.1")],
        [("host", "127.0.0.1:4000")],
        [("host", "[::1]:4000")],
    ] {
        assert_eq!(desk.get("/dev/outbox", HERE, &headers).await.0, StatusCode::OK, "{headers:?}");
    }
}
