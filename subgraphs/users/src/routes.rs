//! Plain HTTP routes: the public keys that verify every token of the platform.

use std::sync::Arc;

use axum::Json;
use axum::routing::get;

use crate::commands::State;

pub fn routes(state: &Arc<State>) -> axum::Router {
    let verifier = state.deps.verifier.clone();
    axum::Router::new().route("/.well-known/jwks.json", get(move || async move { Json(verifier.jwks()) }))
}
