//! Signatures of callers: who may speak to a subgraph.
//!
//! HMAC-SHA256 over method, path, body hash, time and nonce, in the header
//! `Marquee-Signature: t=SECONDS,n=NONCE,k=CALLER,s=HEX`; two keys per caller are valid during a rotation.

use std::collections::{BTreeMap, HashMap, HashSet};

use hmac::{Hmac, KeyInit, Mac};
use parking_lot::Mutex;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

use crate::trace::hex;

pub const HEADER: &str = "marquee-signature";
const TOLERANCE_SECONDS: i64 = 60;
/// Nonces are forgotten once their time is out of tolerance; with this many of one second, more are refused.
const MAX_NONCES_PER_SECOND: usize = 20_000;

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
    /// Those seen, by the second they were made in.
    nonces: Mutex<BTreeMap<i64, HashSet<String>>>,
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
        while nonces
            .first_key_value()
            .is_some_and(|(second, _)| now_seconds - second > TOLERANCE_SECONDS)
        {
            nonces.pop_first();
        }
        let seen = nonces.entry(seconds).or_default();
        let is_new = seen.len() < MAX_NONCES_PER_SECOND && seen.insert(format!("{caller} {nonce}"));
        is_new.then_some(caller)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::Ids;

    #[test]
    fn nonces_are_kept_no_longer_than_their_minute() {
        let ids = Ids::seeded(1);
        let signer = Signer {
            caller: "router".to_owned(),
            key: "key".to_owned(),
        };
        let gate = Gate::new(HashMap::from([("router".to_owned(), vec!["key".to_owned()])]));
        for second in 0..200 {
            let now_ms = second * 1000;
            let header = signer.sign("GET", "/graphql", b"", now_ms, &ids);
            assert!(gate.verify(Some(&header), "GET", "/graphql", b"", now_ms).is_some());
            assert!(
                gate.verify(Some(&header), "GET", "/graphql", b"", now_ms + 59_000).is_none(),
                "a replay"
            );
        }
        assert!(gate.nonces.lock().len() <= 61);
    }

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
