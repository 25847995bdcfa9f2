//! `/dev/outbox`: the folder's mails in a browser, for whoever sits at this machine.
//!
//! Mails hold codes and links that sign people in, so nothing is shown to anyone but a loopback peer, and only under
//! a loopback name: another site's page cannot reach it through a name of its own.

use std::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, Path, Request, State};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use http::{HeaderMap, HeaderValue, StatusCode, header};

use super::folder::{Folder, StoredMail};

/// `GET /dev/outbox`, `/dev/outbox.json` and `/dev/outbox/{id}`.
pub fn routes(folder: Folder) -> Router {
    Router::new()
        .route("/dev/outbox", get(list))
        .route("/dev/outbox.json", get(list_json))
        .route("/dev/outbox/{id}", get(show))
        .layer(middleware::from_fn(only_this_machine))
        .with_state(folder)
}

fn is_loopback(address: &str) -> bool {
    address
        .trim()
        .trim_start_matches('[')
        .trim_end_matches(']')
        .parse::<IpAddr>()
        .is_ok_and(|address| address.to_canonical().is_loopback())
}

/// The peer, and whom it speaks for, are on this machine and say so in `Host`.
fn comes_from_here(request: &Request) -> bool {
    let headers = request.headers();
    let peer = request
        .extensions()
        .get::<ConnectInfo<SocketAddr>>()
        .is_some_and(|ConnectInfo(peer)| peer.ip().to_canonical().is_loopback());
    let forwarded = headers
        .get_all("x-forwarded-for")
        .iter()
        .all(|value| value.to_str().is_ok_and(|list| list.split(',').all(is_loopback)));
    let named = [header::HOST.as_str(), "x-forwarded-host"]
        .iter()
        .filter_map(|name| headers.get(*name))
        .all(|value| {
            let host = value.to_str().unwrap_or_default();
            let name = host
                .rsplit_once(':')
                .filter(|(_, port)| port.bytes().all(|byte| byte.is_ascii_digit()))
                .map_or(host, |(name, _)| name);
            name.eq_ignore_ascii_case("localhost") || is_loopback(name)
        });
    peer && forwarded && named
}

async fn only_this_machine(request: Request, next: Next) -> Response {
    if !comes_from_here(&request) {
        return (StatusCode::FORBIDDEN, "The outbox is shown on the machine itself only.").into_response();
    }
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'"),
    );
    response
}

fn failed(error: &std::io::Error) -> Response {
    tracing::error!(%error, "the outbox folder cannot be read");
    (StatusCode::INTERNAL_SERVER_ERROR, "The outbox folder cannot be read.").into_response()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

fn page(title: &str, content: &str) -> Response {
    Html(format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{}</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>\
         :root{{color-scheme:light dark}}body{{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:60rem;padding:1.5rem}}\
         table{{border-collapse:collapse;width:100%}}th,td{{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #8884}}\
         pre{{white-space:pre-wrap;padding:1rem;border:1px solid #8884}}iframe{{width:100%;height:30rem;border:1px solid #8884;background:#fff}}\
         </style></head><body><main>{content}</main></body></html>",
        escape(title)
    ))
    .into_response()
}

async fn list(State(folder): State<Folder>, headers: HeaderMap) -> Response {
    let accepts = headers
        .get(header::ACCEPT)
        .and_then(|value| value.to_str().ok())
        .unwrap_or_default();
    if accepts.contains("application/json") {
        return list_json(State(folder)).await;
    }
    let mails = match folder.list().await {
        Ok(mails) => mails,
        Err(error) => return failed(&error),
    };
    if mails.is_empty() {
        return page("Outbox", "<h1>Outbox</h1><p>No mail was sent yet.</p>");
    }
    let row = |mail: &StoredMail| {
        let (at, to, subject) = (escape(&mail.at), escape(&mail.to), escape(&mail.subject));
        format!(
            "<tr><td>{at}</td><td>{to}</td><td><a href=\"/dev/outbox/{}\">{subject}</a></td></tr>",
            mail.id
        )
    };
    let rows: String = mails.iter().map(row).collect();
    page(
        "Outbox",
        &format!("<h1>Outbox</h1><table><thead><tr><th>At</th><th>To</th><th>Subject</th></tr></thead><tbody>{rows}</tbody></table>"),
    )
}

async fn list_json(State(folder): State<Folder>) -> Response {
    match folder.list().await {
        Ok(mails) => Json(mails).into_response(),
        Err(error) => failed(&error),
    }
}

async fn show(State(folder): State<Folder>, Path(id): Path<String>) -> Response {
    let mail = match folder.find(&id).await {
        Ok(Some(mail)) => mail,
        Ok(None) => return (StatusCode::NOT_FOUND, "There is no such mail.").into_response(),
        Err(error) => return failed(&error),
    };
    // Links of the plain text can be followed; the HTML stands in a frame that runs nothing.
    let text: Vec<String> = mail
        .text
        .lines()
        .map(|line| match line {
            link if link.starts_with("http://") || link.starts_with("https://") => {
                format!("<a href=\"{0}\">{0}</a>", escape(link))
            }
            other => escape(other),
        })
        .collect();
    page(
        &mail.subject,
        &format!(
            "<p><a href=\"/dev/outbox\">Outbox</a></p><h1>{}</h1><p>To {} at {}</p><pre>{}</pre>\
             <h2>As HTML</h2><iframe title=\"The mail as HTML\" sandbox srcdoc=\"{}\"></iframe>",
            escape(&mail.subject),
            escape(&mail.to),
            escape(&mail.at),
            text.join("\n"),
            escape(&mail.html)
        ),
    )
}
