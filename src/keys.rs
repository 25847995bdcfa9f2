//! Keys: made once, kept in one folder (mode 600), shared by the processes of a distributed deployment.
//!
//! | file | what |
//! |---|---|
//! | `users.pem`, `bookings.pem` | sign access tokens, guest tokens and ticket codes; NAME_KEY_FILE names another |
//! | `jwks.json` | their public halves |
//! | `cursors.secret` | signs list cursors |
//! | `caller-NAME.secret` | signs the requests of the router or a subgraph to subgraphs; `caller-NAME.previous.secret` is accepted too |

use std::collections::HashMap;
use std::path::PathBuf;
use std::sync::Arc;

use kit::id::Ids;
use kit::page::Cursors;
use kit::secret_file;
use kit::signature::{Gate, Signer};
use kit::token::{Jwks, SigningKey, Verifier};

use crate::settings::Settings;
use crate::subgraphs;

/// The caller name of the router.
pub const ROUTER: &str = "router";

/// What a person at a terminal reads of an error: its cause, where it has one.
pub fn sentence(error: kit::Error) -> String {
    std::error::Error::source(&error).map_or_else(|| error.sentence().to_owned(), ToString::to_string)
}

fn key_file(settings: &Settings, subgraph: &subgraphs::Subgraph) -> PathBuf {
    settings
        .env
        .text(&subgraph.variable("KEY_FILE"))
        .map_or_else(|| settings.keys_dir.join(format!("{}.pem", subgraph.name)), PathBuf::from)
}

/// The public keys' file.
pub fn jwks_file(settings: &Settings) -> PathBuf {
    settings.keys_dir.join("jwks.json")
}

/// Where a caller's key is.
pub fn caller_file(settings: &Settings, caller: &str) -> PathBuf {
    settings.keys_dir.join(format!("caller-{caller}.secret"))
}

/// Makes every key that is missing and writes the public ones.
pub fn make_all(settings: &Settings) -> Result<Verifier, String> {
    let ids = Ids::system();
    let mut jwks = Jwks::default();
    for subgraph in subgraphs::ALL.iter().filter(|subgraph| subgraph.signs) {
        let key = SigningKey::load_or_create(subgraph.name, &key_file(settings, subgraph), &ids).map_err(sentence)?;
        jwks.keys.push(key.public_jwk());
    }
    for caller in callers() {
        secret_file::load_or_create(&caller_file(settings, caller), &ids).map_err(sentence)?;
    }
    secret_file::load_or_create(&settings.keys_dir.join("cursors.secret"), &ids).map_err(sentence)?;
    let path = jwks_file(settings);
    let text = serde_json::to_string_pretty(&jwks).map_err(|error| error.to_string())?;
    std::fs::write(&path, text).map_err(|error| format!("cannot write {}: {error}", path.display()))?;
    Verifier::from_file(&path).map_err(sentence)
}

/// The verifier over the public keys that are there.
pub fn verifier(settings: &Settings) -> Result<Verifier, String> {
    Verifier::from_file(&jwks_file(settings)).map_err(|error| format!("{}; make the keys with `marquee keys`", sentence(error)))
}

/// The subgraph's own key, if it signs.
pub fn signing_key(settings: &Settings, subgraph: &subgraphs::Subgraph) -> Result<Option<Arc<SigningKey>>, String> {
    if !subgraph.signs {
        return Ok(None);
    }
    SigningKey::load(subgraph.name, &key_file(settings, subgraph))
        .map(|key| Some(Arc::new(key)))
        .map_err(|error| format!("{}; make the keys with `marquee keys`", sentence(error)))
}

/// Makes and reads list cursors.
pub fn cursors(settings: &Settings) -> Result<Cursors, String> {
    use sha2::{Digest, Sha256};
    let secret = secret_file::load(&settings.keys_dir.join("cursors.secret"))
        .map_err(|error| format!("{}; make the keys with `marquee keys`", sentence(error)))?;
    Ok(Cursors::new(Sha256::digest(secret.as_bytes()).into()))
}

fn callers() -> impl Iterator<Item = &'static str> {
    std::iter::once(ROUTER).chain(subgraphs::ALL.iter().map(|subgraph| subgraph.name).collect::<Vec<_>>())
}

/// Signs the requests of one caller.
pub fn signer(settings: &Settings, caller: &str) -> Result<Signer, String> {
    let key = secret_file::load(&caller_file(settings, caller))
        .map_err(|error| format!("{}; make the keys with `marquee keys`", sentence(error)))?;
    Ok(Signer {
        caller: caller.to_owned(),
        key,
    })
}

/// Accepts the requests of every caller whose key is there.
pub fn gate(settings: &Settings) -> Result<Gate, String> {
    let mut keys = HashMap::new();
    for caller in callers() {
        let mut accepted = vec![signer(settings, caller)?.key];
        let previous = settings.keys_dir.join(format!("caller-{caller}.previous.secret"));
        if previous.exists() {
            accepted.push(secret_file::load(&previous).map_err(sentence)?);
        }
        keys.insert(caller.to_owned(), accepted);
    }
    Ok(Gate::new(keys))
}
