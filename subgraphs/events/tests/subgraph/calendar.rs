//! The plain route with the calendar file of a date.

use http_body_util::BodyExt;
use serde_json::json;
use tower::ServiceExt;

use crate::harness::{Harness, nobody, text};

async fn get(harness: &Harness, path: &str) -> (u16, String, String) {
    let request = axum::http::Request::get(path).body(axum::body::Body::empty()).unwrap();
    let response = harness.service.routes.clone().oneshot(request).await.unwrap();
    let kind = response
        .headers()
        .get("content-type")
        .map(|value| value.to_str().unwrap().to_owned())
        .unwrap_or_default();
    let status = response.status().as_u16();
    let body = response.into_body().collect().await.unwrap().to_bytes();
    (status, kind, String::from_utf8(body.to_vec()).unwrap())
}

#[tokio::test]
async fn a_date_is_offered_as_a_calendar_file() {
    let harness = Harness::new().await;
    let draft = harness.draft("Brass; at Dusk").await;
    let path = format!("/ics/{}.ics", text(&draft["occurrences"]["nodes"][0]["id"]));
    assert_eq!(get(&harness, &path).await.0, 404, "a draft is not there for everyone");
    harness.ticket_type(&draft, "Standard", 0).await;
    harness.publish(&draft).await;
    let operation = "query($id: ID!) { event(id: $id) { nextOccurrence { icsUrl } } }";
    let url = text(&harness.run(&nobody(), operation, json!({"id": draft["id"]})).await["event"]["nextOccurrence"]["icsUrl"]);
    assert_eq!(url, format!("http://127.0.0.1:4000{path}"));
    let (status, kind, body) = get(&harness, &path).await;
    assert_eq!((status, kind.as_str()), (200, "text/calendar; charset=utf-8"));
    let body = body.replace("\r\n ", "");
    for line in [
        "SEQUENCE:2",
        "DTSTART;TZID=Europe/Berlin:20260710T200000",
        "TZOFFSETTO:+0200",
        "SUMMARY:Brass\\; at Dusk",
        "LOCATION:Kesselhaus\\, Uferweg 3\\, Berlin",
        "STATUS:CONFIRMED",
    ] {
        assert!(body.contains(&format!("{line}\r\n")), "{line} is missing in\n{body}");
    }
    let cancel = json!({"id": draft["id"], "version": 2, "idempotencyKey": "7f1b7a80-4ff6-4f6e-9d0d-2b7a5a2a8f01", "reason": "Storm",
        "refundEveryone": true});
    harness.command("eventCancel", "EventCancelInput", "event { id }", cancel).await;
    let (_, _, cancelled) = get(&harness, &path).await;
    assert!(
        cancelled.contains("STATUS:CANCELLED\r\n") && cancelled.contains("SEQUENCE:3\r\n"),
        "{cancelled}"
    );
    for missing in ["/ics/occ_unknown.ics", "/ics/occ_unknown", "/ics/..%2Fetc.ics"] {
        assert_eq!(get(&harness, missing).await.0, 404, "{missing}");
    }
}
