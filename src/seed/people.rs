//! The people of the demo: one owner per organiser and one buyer.

use std::net::SocketAddr;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::extract::ConnectInfo;
use http::Request;
use serde_json::{Value, json};
use tower::ServiceExt;

use super::catalogue::OrganiserSeed;
use super::session::Session;
use crate::assemble::Platform;

/// Every demo account has it; the demo is refused anywhere but on this machine.
const PASSWORD: &str = "lit sign above the door";
const BUYER: &str = "buyer@demo.example";
const ADDRESS: &str = "127.0.0.1";
const PATIENCE: Duration = Duration::from_secs(30);
const LOOK_EVERY: Duration = Duration::from_millis(50);
const MAX_OUTBOX_BYTES: usize = 64 << 20;

fn owner_of(organiser: &OrganiserSeed) -> String {
    format!("{}@demo.example", organiser.slug)
}

/// Prints who can sign in.
pub fn print_sign_ins(organisers: &[OrganiserSeed]) {
    eprintln!("    Sign in with the password \"{PASSWORD}\":");
    for organiser in organisers {
        eprintln!("      {:<34} organiser {}", owner_of(organiser), organiser.name);
    }
    eprintln!("      {BUYER:<34} buyer");
}

const SIGN_IN: &str =
    "mutation($input: SignInInput!) { signIn(input: $input) { accessToken errors { ... on UserError { code message } } } }";

async fn signed_in<'a>(platform: &'a Platform, email: &str, name: &str) -> Result<Session<'a>, String> {
    let mut session = Session::new(platform, ADDRESS);
    let input = json!({"email": email, "password": PASSWORD, "useCookie": false});
    let mut payload = session.try_mutate("users", SIGN_IN, input.clone()).await?;
    if payload["errors"][0]["code"] == "BAD_CREDENTIALS" {
        sign_up(platform, &session, email, name).await?;
        payload = session.mutate("users", SIGN_IN, input).await?;
    }
    let token = payload["accessToken"]
        .as_str()
        .ok_or_else(|| format!("{email} cannot sign in: {}", payload["errors"]))?;
    session.set("authorization", &format!("Bearer {token}"));
    Ok(session)
}

/// Signs up and answers the challenge as the mail's reader would.
async fn sign_up(platform: &Platform, session: &Session<'_>, email: &str, name: &str) -> Result<(), String> {
    let sign_up = "mutation($input: SignUpInput!) { signUp(input: $input) { accepted errors { ... on UserError { code message } } } }";
    session
        .mutate(
            "users",
            sign_up,
            json!({"email": email, "password": PASSWORD, "displayName": name, "locale": "en"}),
        )
        .await?;
    let code = code_mailed_to(platform, email).await?;
    let verify =
        "mutation($input: EmailVerifyInput!) { emailVerify(input: $input) { user { id } errors { ... on UserError { code message } } } }";
    session.mutate("users", verify, json!({"email": email, "code": code})).await?;
    Ok(())
}

/// Waits for the mail with the code and reads it, where mails of development are shown.
async fn code_mailed_to(platform: &Platform, email: &str) -> Result<String, String> {
    let began = Instant::now();
    while began.elapsed() < PATIENCE {
        let mut request = Request::get("/dev/outbox.json")
            .header("host", "127.0.0.1")
            .body(Body::empty())
            .map_err(|error| error.to_string())?;
        request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 0))));
        let response = platform.routes.clone().oneshot(request).await.map_err(|error| error.to_string())?;
        let body = axum::body::to_bytes(response.into_body(), MAX_OUTBOX_BYTES)
            .await
            .map_err(|error| error.to_string())?;
        let mails: Vec<Value> = serde_json::from_slice(&body).map_err(|error| format!("the outbox cannot be read: {error}"))?;
        let texts = mails
            .iter()
            .filter(|mail| mail["to"] == email)
            .filter_map(|mail| mail["text"].as_str());
        if let Some(code) = texts
            .flat_map(str::lines)
            .map(str::trim)
            .find(|line| line.len() == 6 && line.bytes().all(|digit| digit.is_ascii_digit()))
        {
            return Ok(code.to_owned());
        }
        // The outbox tells nobody when a mail arrives.
        tokio::time::sleep(LOOK_EVERY).await;
    }
    Err(format!("no mail with a code came for {email}"))
}

/// The owner of an organiser, signed in.
pub async fn organiser_session<'a>(platform: &'a Platform, organiser: &OrganiserSeed) -> Result<Session<'a>, String> {
    signed_in(platform, &owner_of(organiser), organiser.name).await
}

/// The buyer, there to be signed in as.
pub async fn demo_buyer(platform: &Platform) -> Result<(), String> {
    signed_in(platform, BUYER, "Demo Buyer").await.map(|_| ())
}

/// The organiser's id; it is made, and the session's token renewed, when it is not there.
pub async fn organizer_id(session: &mut Session<'_>, organiser: &OrganiserSeed) -> Result<String, String> {
    let find = "query($slug: String!) { organizer(slug: $slug) { id } }";
    let found = session.query("users", find, json!({"slug": organiser.slug})).await?["organizer"]["id"].clone();
    if let Value::String(id) = found {
        return Ok(id);
    }
    let create = "mutation($input: OrganizerCreateInput!) { organizerCreate(input: $input) { organizer { id } errors { ... on UserError { code message } } } }";
    let input = json!({"name": organiser.name, "slug": organiser.slug, "defaultCurrency": organiser.currency, "defaultTimeZone": organiser.time_zone});
    let payload = session.mutate("users", create, input).await?;
    let input = json!({"email": owner_of(organiser), "password": PASSWORD, "useCookie": false});
    let renewed = session.mutate("users", SIGN_IN, input).await?;
    session.set(
        "authorization",
        &format!("Bearer {}", renewed["accessToken"].as_str().unwrap_or_default()),
    );
    payload["organizer"]["id"]
        .as_str()
        .map(str::to_owned)
        .ok_or_else(|| "an organiser without an id".to_owned())
}
