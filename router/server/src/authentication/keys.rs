//! Public keys of one issuer, read from its JWK set and read again when a token names an unknown one.
//!
//! Owns reloading and its pace. Only Ed25519 keys are kept: a set that also lists a symmetric or RSA key
//! must not open another way in.

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use bytes::Bytes;
use http::Uri;
use http_body_util::{BodyExt, Empty, Limited};
use hyper_util::client::legacy::Client;
use hyper_util::rt::TokioExecutor;
use jsonwebtoken::DecodingKey;
use jsonwebtoken::jwk::{AlgorithmParameters, EllipticCurve, JwkSet};
use parking_lot::RwLock;

use super::ReadKeySet;

/// Unknown key ids cause at most one reload in this time, so that forged tokens can't drive traffic.
const RELOAD_PAUSE: Duration = Duration::from_secs(5);
/// After a failed read, the next one waits this long.
const FAILURE_PAUSE: Duration = Duration::from_secs(1);
const READ_TIMEOUT: Duration = Duration::from_secs(5);
const SET_BYTES: usize = 1_000_000;

/// Where a JWK set is read from.
pub(crate) enum KeySource {
    File(PathBuf),
    Url(Uri),
    Provided(ReadKeySet),
}

pub(crate) struct KeySet {
    source: KeySource,
    keys: RwLock<HashMap<String, DecodingKey>>,
    /// Held while reading, so that waiters share one read.
    pace: tokio::sync::Mutex<Pace>,
}

/// When the set was last read for an unknown id, and when a read last failed.
#[derive(Default)]
struct Pace {
    reloaded: Option<Instant>,
    failed: Option<Instant>,
}

/// The set can't be read at the moment, so nothing can be said about a token.
#[derive(Debug)]
pub(crate) struct Unavailable;

impl KeySet {
    pub(crate) fn new(source: KeySource) -> Self {
        Self {
            source,
            keys: RwLock::default(),
            pace: tokio::sync::Mutex::default(),
        }
    }

    /// The key of that id, after one reload if it is unknown. The first use reads the set: an issuer need
    /// not be up when the router starts.
    pub(crate) async fn find(&self, kid: &str) -> Result<Option<DecodingKey>, Unavailable> {
        if let Some(key) = self.keys.read().get(kid) {
            return Ok(Some(key.clone()));
        }
        let mut pace = self.pace.lock().await;
        if let Some(key) = self.keys.read().get(kid) {
            return Ok(Some(key.clone()));
        }
        if pace.failed.is_some_and(|at| at.elapsed() < FAILURE_PAUSE) {
            return Err(Unavailable);
        }
        if pace.reloaded.is_some_and(|at| at.elapsed() < RELOAD_PAUSE) {
            return Ok(None);
        }
        match self.read().await.and_then(|text| parse(&text)) {
            Ok(keys) => {
                // The first read is not a reload: the next unknown id may still be a rotation.
                let is_first = std::mem::replace(&mut *self.keys.write(), keys).is_empty();
                *pace = Pace {
                    reloaded: (!is_first).then(Instant::now),
                    failed: None,
                };
                Ok(self.keys.read().get(kid).cloned())
            }
            Err(reason) => {
                tracing::warn!(%reason, "a JWK set can't be read; tokens with unknown keys wait");
                pace.failed = Some(Instant::now());
                Err(Unavailable)
            }
        }
    }

    async fn read(&self) -> Result<String, String> {
        match &self.source {
            KeySource::File(path) => tokio::fs::read_to_string(path)
                .await
                .map_err(|error| format!("{}: {error}", path.display())),
            KeySource::Provided(read) => read(),
            KeySource::Url(url) => tokio::time::timeout(READ_TIMEOUT, fetch(url.clone()))
                .await
                .unwrap_or_else(|_| Err("timed out".into()))
                .map_err(|reason| format!("{url}: {reason}")),
        }
    }
}

async fn fetch(url: Uri) -> Result<String, String> {
    let client = Client::builder(TokioExecutor::new()).build_http::<Empty<Bytes>>();
    let response = client.get(url).await.map_err(|error| error.to_string())?;
    if !response.status().is_success() {
        return Err(format!("status {}", response.status()));
    }
    let body = Limited::new(response.into_body(), SET_BYTES)
        .collect()
        .await
        .map_err(|error| error.to_string())?;
    String::from_utf8(body.to_bytes().to_vec()).map_err(|error| error.to_string())
}

fn parse(text: &str) -> Result<HashMap<String, DecodingKey>, String> {
    let set: JwkSet = serde_json::from_str(text).map_err(|error| error.to_string())?;
    Ok(set
        .keys
        .iter()
        .filter_map(|jwk| {
            let AlgorithmParameters::OctetKeyPair(pair) = &jwk.algorithm else {
                return None;
            };
            if pair.curve != EllipticCurve::Ed25519 {
                return None;
            }
            Some((jwk.common.key_id.clone()?, DecodingKey::from_jwk(jwk).ok()?))
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    const KEY: &str = r#"{"kty":"OKP","crv":"Ed25519","kid":"a","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#;

    fn provided(sets: &'static [&'static str]) -> (KeySet, Arc<AtomicUsize>) {
        let reads = Arc::new(AtomicUsize::new(0));
        let counted = reads.clone();
        let set = KeySet::new(KeySource::Provided(Arc::new(move || {
            let read = counted.fetch_add(1, Ordering::SeqCst).min(sets.len() - 1);
            match sets[read] {
                "" => Err("down".into()),
                keys => Ok(format!("{{\"keys\":[{keys}]}}")),
            }
        })));
        (set, reads)
    }

    #[tokio::test]
    async fn an_unknown_id_causes_one_reload() {
        let (set, reads) = provided(&[KEY]);
        assert!(set.find("a").await.unwrap().is_some());
        assert_eq!(reads.load(Ordering::SeqCst), 1);
        assert!(set.find("b").await.unwrap().is_none());
        assert!(set.find("c").await.unwrap().is_none());
        assert!(set.find("a").await.unwrap().is_some());
        assert_eq!(reads.load(Ordering::SeqCst), 2);
    }

    #[tokio::test]
    async fn a_set_that_cannot_be_read_is_no_verdict() {
        let (set, reads) = provided(&[""]);
        assert!(set.find("a").await.is_err());
        assert!(set.find("a").await.is_err());
        assert_eq!(reads.load(Ordering::SeqCst), 1);
    }

    #[tokio::test]
    async fn symmetric_keys_in_the_set_are_ignored() {
        let (set, _) = provided(&[r#"{"kty":"oct","kid":"a","k":"c2VjcmV0"}"#]);
        assert!(set.find("a").await.unwrap().is_none());
    }
}
