//! Signatures that let a subgraph know its caller.
//!
//! Owns the format of the header: `t=<unix seconds>,n=<nonce hex>,k=<caller>,s=<hex HMAC-SHA256>` over
//! `{METHOD}\n{path}\n{hex sha256 of body}\n{t}\n{nonce}`. Reads the time: it is part of the edge.

use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderName, HeaderValue};
use sha2::{Digest, Sha256};

use crate::config::{ConfigError, SigningConfig};
use crate::error::StartError;

/// Signs requests with one key, under one caller name.
#[derive(Clone)]
pub struct Signer {
    header: HeaderName,
    caller: String,
    keyed: Hmac<Sha256>,
}

impl Signer {
    /// Reads the key file of `config`; blanks around the key do not count.
    pub fn new(config: &SigningConfig) -> Result<Self, StartError> {
        let key = read_key(&config.key_file)?;
        Self::with_key(&config.header, &config.caller, &key)
    }

    /// The same with the key at hand.
    pub fn with_key(header: &str, caller: &str, key: &[u8]) -> Result<Self, StartError> {
        let refused = |reason: &str| ConfigError::Refused {
            key: "signing",
            reason: reason.into(),
        };
        if key.is_empty() {
            return Err(refused("the key file is empty").into());
        }
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
        if caller.is_empty() || !caller.chars().all(plain) {
            return Err(refused("the caller's name is made of letters, digits, `-` and `_`").into());
        }
        Ok(Self {
            header: header.parse().map_err(|_| refused("the header is not a header name"))?,
            caller: caller.to_owned(),
            keyed: Hmac::new_from_slice(key).expect("HMAC takes keys of any length"),
        })
    }

    /// The header and its value for one request; a WebSocket upgrade is a GET with an empty body.
    pub fn sign(&self, method: &str, path: &str, body: &[u8]) -> (HeaderName, HeaderValue) {
        let now = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .expect("the clock is past 1970")
            .as_secs();
        let nonce = uuid::Uuid::new_v4().simple().to_string();
        (self.header.clone(), self.value(method, path, body, now, &nonce))
    }

    fn value(&self, method: &str, path: &str, body: &[u8], seconds: u64, nonce: &str) -> HeaderValue {
        let digest = hex(&Sha256::digest(body));
        let mut mac = self.keyed.clone();
        mac.update(format!("{method}\n{path}\n{digest}\n{seconds}\n{nonce}").as_bytes());
        let signature = hex(&mac.finalize().into_bytes());
        let caller = &self.caller;
        format!("t={seconds},n={nonce},k={caller},s={signature}")
            .parse()
            .expect("digits, hex and a checked name are header text")
    }
}

fn read_key(path: &Path) -> Result<Vec<u8>, StartError> {
    let text = std::fs::read(path).map_err(|error| StartError::File {
        path: path.display().to_string(),
        reason: error.to_string(),
    })?;
    Ok(text.trim_ascii().to_vec())
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").expect("writing to a string never fails");
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The expected value was computed with `openssl dgst -sha256 -hmac`.
    #[test]
    fn signs_method_path_body_hash_time_and_nonce() {
        let signer = Signer::with_key("Marquee-Signature", "router", b"key").unwrap();
        let value = signer.value("POST", "/graphql", b"{}", 1_700_000_000, "00ff");
        assert_eq!(
            value.to_str().unwrap(),
            "t=1700000000,n=00ff,k=router,s=c03e0ea39dafadc519ddcdb71bb78808666d7cc04fb4847a36e3aafe6f11e71f"
        );
    }

    #[test]
    fn every_signature_has_its_own_nonce() {
        let signer = Signer::with_key("s", "router", b"key").unwrap();
        assert_ne!(signer.sign("GET", "/", b""), signer.sign("GET", "/", b""));
    }

    #[test]
    fn the_key_file_is_trimmed_and_may_not_be_empty() {
        let folder = std::env::temp_dir().join(uuid::Uuid::new_v4().to_string());
        std::fs::create_dir(&folder).unwrap();
        let file = folder.join("key");
        std::fs::write(&file, " secret\n").unwrap();
        assert_eq!(read_key(&file).unwrap(), b"secret");
        assert!(Signer::with_key("s", "router", b"").is_err());
        assert!(Signer::with_key("s", "ro,uter", b"k").is_err());
        std::fs::remove_dir_all(&folder).unwrap();
        assert!(read_key(&file).unwrap_err().to_string().contains("can't be read"));
    }
}
