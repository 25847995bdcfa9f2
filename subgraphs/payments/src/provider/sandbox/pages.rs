//! The sandbox's plain routes: the card form's confirm, and the page where a buyer proves to be the card's owner.

use axum::extract::rejection::JsonRejection;
use axum::extract::{DefaultBodyLimit, Form, Path, Query, State};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use http::{HeaderValue, StatusCode, header};
use serde::{Deserialize, Serialize};

use super::{Card, ConfirmRefused, IntentStatus, Sandbox};

const MAX_BODY_BYTES: usize = 16 * 1024;

/// `POST /sandbox/intents/{id}/confirm` and `GET`, `POST /sandbox/3ds/{id}`.
pub fn routes(sandbox: Sandbox) -> Router {
    Router::new()
        .route("/sandbox/intents/{id}/confirm", post(confirm))
        .route("/sandbox/3ds/{id}", get(show_action).post(decide_action))
        .layer(DefaultBodyLimit::max(MAX_BODY_BYTES))
        .with_state(sandbox)
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ConfirmBody {
    client_secret: String,
    #[serde(flatten)]
    card: Card,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ConfirmAnswer {
    /// The provider's word for where the intent stands now.
    status: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    next_action: Option<NextAction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    failure_message: Option<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct NextAction {
    redirect_url: String,
}

fn answer(status: StatusCode, body: ConfirmAnswer) -> Response {
    (status, [(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

fn refusal(status: StatusCode, intent: IntentStatus, code: &str, message: &str) -> Response {
    let body = ConfirmAnswer {
        status: intent.word(),
        next_action: None,
        failure_code: Some(code.to_owned()),
        failure_message: Some(message.to_owned()),
    };
    answer(status, body)
}

async fn confirm(State(sandbox): State<Sandbox>, Path(id): Path<String>, body: Result<Json<ConfirmBody>, JsonRejection>) -> Response {
    let waiting = IntentStatus::RequiresPaymentMethod;
    let Ok(Json(body)) = body else {
        let message = "Send JSON with clientSecret, cardNumber, expiryMonth, expiryYear and cvc.";
        return refusal(StatusCode::BAD_REQUEST, waiting, "invalid_request", message);
    };
    match sandbox.confirm(&id, &body.client_secret, &body.card).await {
        Ok(intent) => {
            let (failure_code, failure_message) = intent.last_error.map(|failure| (failure.code, failure.message)).unzip();
            let next_action = intent.redirect_url.map(|redirect_url| NextAction { redirect_url });
            answer(
                StatusCode::OK,
                ConfirmAnswer {
                    status: intent.status.word(),
                    next_action,
                    failure_code,
                    failure_message,
                },
            )
        }
        Err(ConfirmRefused::InvalidCard(failure)) => refusal(StatusCode::OK, waiting, &failure.code, &failure.message),
        Err(ConfirmRefused::WrongState(status)) => refusal(
            StatusCode::CONFLICT,
            status,
            "payment_intent_unexpected_state",
            "This payment takes no card now.",
        ),
        Err(ConfirmRefused::NotFound) => refusal(StatusCode::NOT_FOUND, waiting, "resource_missing", "There is no such payment."),
        Err(ConfirmRefused::Store(error)) => {
            tracing::error!(error, "the sandbox could not confirm");
            refusal(
                StatusCode::SERVICE_UNAVAILABLE,
                waiting,
                "api_error",
                "The sandbox is busy. Try again in a moment.",
            )
        }
    }
}

#[derive(Deserialize)]
struct ActionQuery {
    #[serde(default)]
    client_secret: String,
}

#[derive(Deserialize)]
struct ActionForm {
    client_secret: String,
    decision: String,
}

fn page(status: StatusCode, content: &str) -> Response {
    let html = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Confirm your payment</title>\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><style>\
         :root{{color-scheme:light dark}}body{{font:1rem/1.5 system-ui,sans-serif;margin:0;display:grid;min-height:100vh;place-items:center}}\
         main{{max-width:26rem;padding:1.5rem}}button{{font:inherit;padding:.75rem 1.25rem;min-height:44px;margin:.5rem .5rem 0 0}}\
         </style></head><body><main>{content}</main></body></html>"
    );
    let mut response = (status, Html(html)).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        HeaderValue::from_static("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'"),
    );
    response
}

fn missing() -> Response {
    page(
        StatusCode::NOT_FOUND,
        "<h1>No such payment</h1><p>Go back to the shop and start again.</p>",
    )
}

fn busy(error: &str) -> Response {
    tracing::error!(error, "the sandbox's page failed");
    page(StatusCode::SERVICE_UNAVAILABLE, "<h1>Busy</h1><p>Try again in a moment.</p>")
}

/// Back to the shop, which asks for itself what came of it.
fn go_back(return_url: &str) -> Response {
    match HeaderValue::from_str(return_url) {
        Ok(location) => (
            StatusCode::SEE_OTHER,
            [
                (header::LOCATION, location),
                (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
            ],
        )
            .into_response(),
        Err(_) => missing(),
    }
}

async fn show_action(State(sandbox): State<Sandbox>, Path(id): Path<String>, Query(query): Query<ActionQuery>) -> Response {
    let row = match sandbox.find_open(&id, &query.client_secret).await {
        Ok(Some(row)) => row,
        Ok(None) => return missing(),
        Err(error) => return busy(&error.to_string()),
    };
    if IntentStatus::parse(&row.status) != IntentStatus::RequiresAction {
        return go_back(&row.return_url);
    }
    // The secret is our own hexadecimal text and needs no escaping.
    let form = format!(
        "<h1>Confirm your payment</h1><p>The sandbox bank asks whether this payment is yours.</p>\
         <form method=\"post\" action=\"/sandbox/3ds/{}\"><input type=\"hidden\" name=\"client_secret\" value=\"{}\">\
         <button name=\"decision\" value=\"authorise\">Authorise</button> <button name=\"decision\" value=\"refuse\">Refuse</button></form>",
        row.id, row.client_secret
    );
    page(StatusCode::OK, &form)
}

async fn decide_action(State(sandbox): State<Sandbox>, Path(id): Path<String>, Form(form): Form<ActionForm>) -> Response {
    let authorised = match form.decision.as_str() {
        "authorise" => true,
        "refuse" => false,
        _ => {
            return page(
                StatusCode::BAD_REQUEST,
                "<h1>Authorise or refuse</h1><p>Go back and choose one of the two.</p>",
            );
        }
    };
    match sandbox.decide(&id, &form.client_secret, authorised).await {
        Ok(row) => go_back(&row.return_url),
        Err(ConfirmRefused::Store(error)) => busy(&error),
        Err(_) => missing(),
    }
}
