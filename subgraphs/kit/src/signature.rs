//! Signatures of callers: who may speak to a subgraph.
//!
//! HMAC-SHA256 over method, path, body hash, time and nonce, in the header
//! `Marquee-Signature: t=SECONDS,n=NONCE,k=CALLER,s=HEX`; two keys per caller are valid during a rotation.

use std::collections::HashMap;

use hmac::{Hmac, KeyInit, Mac};
use parking_lot::Mutex;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::trace::hex;

pub const HEADER: &str = "marquee-signature";
const TOLERANCE_SECONDS: i64 = 60;
/// Nonces are forgotten once their time is out of tolerance; beyond this many, requests are refused.
const MAX_NONCES: usize = 1_000_000;

fn mac(key: &str, method: &str, path: &str, body: &[u8], seconds: i64, nonce: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).expect("HMAC takes keys of any length");
    let body_hash = hex(&Sha256::digest(body));
    mac.update(format!("{method}\n{path}\n{body_hash}\n{seconds}\n{nonce}").as_bytes());
    hex(&mac.finalize().into_bytes())
}

/// Signs requests as one caller.
#[derive(Clone)]
pub struct Signer {
    pub caller: String,
    pub key: String,
}

impl Signer {
    /// The header's value for a request made at `now_ms`.
    pub fn sign(&self, method: &str, path: &str, body: &[u8], now_ms: i64, ids: &crate::id::Ids) -> String {
        let (seconds, nonce) = (now_ms / 1000, hex(&ids.bytes::<16>()));
        let signature = mac(&self.key, method, path, body, seconds, &nonce);
        format!("t={seconds},n={nonce},k={},s={signature}", self.caller)
    }
}

/// Accepts signed requests of known callers, each once.
pub struct Gate {
    /// Caller to its one or two keys.
    keys: HashMap<String, Vec<String>>,
    nonces: Mutex<HashMap<String, i64>>,
}

impl Gate {
    pub fn new(keys: HashMap<String, Vec<String>>) -> Self {
        Self {
            keys,
            nonces: Mutex::default(),
        }
    }

    /// The caller, when the signature is good, fresh and new.
    pub fn verify(&self, header: Option<&str>, method: &str, path: &str, body: &[u8], now_ms: i64) -> Option<&str> {
        let mut parts = HashMap::new();
        for part in header?.split(',') {
            let (name, value) = part.split_once('=')?;
            parts.insert(name.trim(), value.trim());
        }
        let seconds: i64 = parts.get("t")?.parse().ok()?;
        let (nonce, caller, signature) = (*parts.get("n")?, *parts.get("k")?, *parts.get("s")?);
        let now_seconds = now_ms / 1000;
        if (now_seconds - seconds).abs() > TOLERANCE_SECONDS || nonce.len() > 64 {
            return None;
        }
        let (caller, keys) = self.keys.get_key_value(caller)?;
        let genuine = keys.iter().any(|key| {
            let expected = mac(key, method, path, body, seconds, nonce);
            bool::from(expected.as_bytes().ct_eq(signature.as_bytes()))
        });
        if !genuine {
            return None;
        }
        let mut nonces = self.nonces.lock();
        if nonces.len() >= MAX_NONCES / 10 {
            nonces.retain(|_, time| (now_seconds - *time).abs() <= TOLERANCE_SECONDS);
        }
        if nonces.len() >= MAX_NONCES || nonces.insert(format!("{caller} {nonce}"), seconds).is_some() {
            return None;
        }
        Some(caller)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;

    #[test]
    fn a_signature_is_good_once_for_its_request_and_its_minute() {
        let ids = Ids::seeded(1);
        let signer = Signer {
            caller: "router".to_owned(),
            key: "new".to_owned(),
        };
        let gate = Gate::new(HashMap::from([("router".to_owned(), vec!["old".to_owned(), "new".to_owned()])]));
        let sign = || signer.sign("POST", "/graphql", b"{}", 1_000_000, &ids);
        let header = sign();
        assert_eq!(gate.verify(Some(&header), "POST", "/graphql", b"{}", 1_030_000), Some("router"));
        assert_eq!(gate.verify(Some(&header), "POST", "/graphql", b"{}", 1_030_000), None, "a replay");
        assert_eq!(
            gate.verify(Some(&sign()), "POST", "/graphql", b"{ }", 1_000_000),
            None,
            "another body"
        );
        assert_eq!(
            gate.verify(Some(&sign()), "POST", "/internal/x", b"{}", 1_000_000),
            None,
            "another path"
        );
        assert_eq!(gate.verify(Some(&sign()), "POST", "/graphql", b"{}", 1_061_000), None, "too old");
        assert_eq!(gate.verify(None, "POST", "/graphql", b"{}", 1_000_000), None, "no signature");
        let stranger = Signer {
            caller: "router".to_owned(),
            key: "guessed".to_owned(),
        };
        let forged = stranger.sign("POST", "/graphql", b"{}", 1_000_000, &ids);
        assert_eq!(
            gate.verify(Some(&forged), "POST", "/graphql", b"{}", 1_000_000),
            None,
            "another key"
        );
    }
}
