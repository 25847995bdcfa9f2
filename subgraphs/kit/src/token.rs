//! Signed tokens: EdDSA JWTs, the keys that sign them and the JWKS that verifies them.
//!
//! A key's id begins with the name of its issuer and a hyphen, so that no issuer can sign as another.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::Signer;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use parking_lot::{Mutex, RwLock};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::Error;
use crate::id::Ids;
use crate::viewer::{Access, Guest};

/// What every token of ours is for.
pub const AUDIENCE: &str = "marquee";
/// Signs access tokens.
pub const ACCESS_ISSUER: &str = "users";
/// Signs guest tokens.
pub const GUEST_ISSUER: &str = "bookings";
const LEEWAY_MS: i64 = 0;
const RELOAD_AT_MOST_EVERY_MS: i64 = 5_000;

/// An Ed25519 key with which one issuer signs.
pub struct SigningKey {
    id: String,
    key: ed25519_dalek::SigningKey,
    encoding: EncodingKey,
}

impl SigningKey {
    fn from_key(issuer: &str, key: ed25519_dalek::SigningKey) -> Result<Self, Error> {
        let der = key.to_pkcs8_der().map_err(|error| Error::internal(error.to_string()))?;
        let digest = Sha256::digest(key.verifying_key().as_bytes());
        let id = format!("{issuer}-{}", crate::trace::hex(&digest[..8]));
        Ok(Self {
            id,
            key,
            encoding: EncodingKey::from_ed_der(der.as_bytes()),
        })
    }

    /// A new key.
    pub fn generate(issuer: &str, ids: &Ids) -> Result<Self, Error> {
        Self::from_key(issuer, ed25519_dalek::SigningKey::from_bytes(&ids.bytes()))
    }

    /// The key in the PKCS#8 PEM file at `path`.
    pub fn load(issuer: &str, path: &Path) -> Result<Self, Error> {
        let text =
            std::fs::read_to_string(path).map_err(|error| Error::internal(format!("cannot read the key {}: {error}", path.display())))?;
        let key = ed25519_dalek::SigningKey::from_pkcs8_pem(&text)
            .map_err(|error| Error::internal(format!("{} is not an Ed25519 key in PKCS#8 PEM: {error}", path.display())))?;
        Self::from_key(issuer, key)
    }

    /// The key at `path`, made (readable by its owner only) when there is none.
    pub fn load_or_create(issuer: &str, path: &Path, ids: &Ids) -> Result<Self, Error> {
        if !path.exists() {
            let key = ed25519_dalek::SigningKey::from_bytes(&ids.bytes());
            let pem = key
                .to_pkcs8_pem(Default::default())
                .map_err(|error| Error::internal(error.to_string()))?;
            crate::secret_file::write(path, pem.as_bytes())?;
        }
        Self::load(issuer, path)
    }

    pub fn key_id(&self) -> &str {
        &self.id
    }

    /// A JWT with these claims.
    pub fn sign(&self, claims: &impl Serialize) -> Result<String, Error> {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = Some(self.id.clone());
        jsonwebtoken::encode(&header, claims, &self.encoding).map_err(Error::internal)
    }

    /// A bare signature.
    pub fn sign_bytes(&self, bytes: &[u8]) -> [u8; 64] {
        self.key.sign(bytes).to_bytes()
    }

    /// Whether `signature` is this key's over `bytes`.
    pub fn verify_bytes(&self, bytes: &[u8], signature: &[u8]) -> bool {
        ed25519_dalek::Signature::from_slice(signature)
            .is_ok_and(|signature| self.key.verifying_key().verify_strict(bytes, &signature).is_ok())
    }

    /// The public half as it stands in a JWKS.
    pub fn public_jwk(&self) -> Jwk {
        Jwk {
            kty: "OKP".to_owned(),
            crv: "Ed25519".to_owned(),
            alg: "EdDSA".to_owned(),
            usage: "sig".to_owned(),
            kid: self.id.clone(),
            x: URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes()),
        }
    }
}

/// A public key (RFC 8037).
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Jwk {
    pub kty: String,
    pub crv: String,
    pub alg: String,
    #[serde(rename = "use")]
    pub usage: String,
    pub kid: String,
    pub x: String,
}

/// A set of public keys (RFC 7517, section 5).
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Jwks {
    pub keys: Vec<Jwk>,
}

/// Why a token is not accepted. The client learns only that it is not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("the token is not one of ours")]
    Forged,
    #[error("the token has expired")]
    Expired,
}

#[derive(Deserialize)]
struct Times {
    exp: i64,
}

#[derive(Deserialize)]
struct AccessClaims {
    sub: String,
    sid: String,
    scope: String,
}

#[derive(Deserialize)]
struct GuestClaims {
    booking: String,
}

/// Verifies tokens against a JWKS. Clones share the keys.
#[derive(Clone)]
pub struct Verifier(Arc<Inner>);

struct Inner {
    /// Where the keys come from, when they can be read again.
    path: Option<PathBuf>,
    keys: RwLock<Jwks>,
    decoding: RwLock<HashMap<String, DecodingKey>>,
    reloaded_at_ms: Mutex<i64>,
}

impl Verifier {
    pub fn new(jwks: Jwks) -> Result<Self, Error> {
        let verifier = Self(Arc::new(Inner {
            path: None,
            keys: RwLock::default(),
            decoding: RwLock::default(),
            reloaded_at_ms: Mutex::new(i64::MIN / 2),
        }));
        verifier.take(jwks)?;
        Ok(verifier)
    }

    /// From a JWKS file, which is read again when a token names a key that is not there.
    pub fn from_file(path: &Path) -> Result<Self, Error> {
        let verifier = Self(Arc::new(Inner {
            path: Some(path.to_owned()),
            keys: RwLock::default(),
            decoding: RwLock::default(),
            reloaded_at_ms: Mutex::new(i64::MIN / 2),
        }));
        verifier.reload()?;
        Ok(verifier)
    }

    fn take(&self, jwks: Jwks) -> Result<(), Error> {
        let mut decoding = HashMap::new();
        for key in &jwks.keys {
            decoding.insert(key.kid.clone(), DecodingKey::from_ed_components(&key.x).map_err(Error::internal)?);
        }
        *self.0.decoding.write() = decoding;
        *self.0.keys.write() = jwks;
        Ok(())
    }

    fn reload(&self) -> Result<(), Error> {
        let Some(path) = &self.0.path else { return Ok(()) };
        let text =
            std::fs::read_to_string(path).map_err(|error| Error::internal(format!("cannot read the JWKS {}: {error}", path.display())))?;
        self.take(serde_json::from_str(&text).map_err(Error::internal)?)
    }

    /// The public keys, for `/.well-known/jwks.json`.
    pub fn jwks(&self) -> Jwks {
        self.0.keys.read().clone()
    }

    fn claims<T: DeserializeOwned>(&self, token: &str, issuer: &str, now_ms: i64) -> Result<(T, i64), TokenError> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| TokenError::Forged)?;
        let key_id = header.kid.ok_or(TokenError::Forged)?;
        if header.alg != Algorithm::EdDSA || key_id.strip_prefix(issuer).is_none_or(|rest| !rest.starts_with('-')) {
            return Err(TokenError::Forged);
        }
        let mut key = self.0.decoding.read().get(&key_id).cloned();
        if key.is_none() {
            let due = {
                let mut reloaded_at_ms = self.0.reloaded_at_ms.lock();
                let due = now_ms - *reloaded_at_ms >= RELOAD_AT_MOST_EVERY_MS;
                if due {
                    *reloaded_at_ms = now_ms;
                }
                due
            };
            if due && let Err(error) = self.reload() {
                tracing::warn!(%error, "the JWKS cannot be read again");
            }
            key = self.0.decoding.read().get(&key_id).cloned();
        }
        let key = key.ok_or(TokenError::Forged)?;
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.set_audience(&[AUDIENCE]);
        validation.set_issuer(&[issuer]);
        validation.set_required_spec_claims(&["exp", "aud", "iss"]);
        // Expiry is judged below, by the injected clock.
        validation.validate_exp = false;
        let times: Times = jsonwebtoken::decode(token, &key, &validation)
            .map_err(|_| TokenError::Forged)?
            .claims;
        let claims: T = jsonwebtoken::decode(token, &key, &validation)
            .map_err(|_| TokenError::Forged)?
            .claims;
        let expires_at_ms = times.exp.saturating_mul(1000);
        if expires_at_ms.saturating_add(LEEWAY_MS) <= now_ms {
            return Err(TokenError::Expired);
        }
        Ok((claims, expires_at_ms))
    }

    /// Who an access token speaks for.
    pub fn access(&self, token: &str, now_ms: i64) -> Result<Access, TokenError> {
        let (claims, expires_at_ms): (AccessClaims, i64) = self.claims(token, ACCESS_ISSUER, now_ms)?;
        let scopes: BTreeSet<String> = claims.scope.split_whitespace().map(str::to_owned).collect();
        Ok(Access {
            user_id: claims.sub,
            session_id: claims.sid,
            scopes,
            expires_at_ms,
        })
    }

    /// Which booking a guest token opens.
    pub fn guest(&self, token: &str, now_ms: i64) -> Result<Guest, TokenError> {
        let (claims, expires_at_ms): (GuestClaims, i64) = self.claims(token, GUEST_ISSUER, now_ms)?;
        Ok(Guest {
            booking_id: claims.booking,
            expires_at_ms,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn access_claims(issuer: &str, audience: &str, expires: i64) -> serde_json::Value {
        json!({"iss": issuer, "aud": audience, "sub": "usr_1", "sid": "ses_1", "scope": "user event:read", "iat": 0, "exp": expires})
    }

    #[test]
    fn tokens_are_accepted_from_their_issuer_until_they_expire() {
        let ids = Ids::seeded(3);
        let users = SigningKey::generate("users", &ids).unwrap();
        let bookings = SigningKey::generate("bookings", &ids).unwrap();
        let stranger = SigningKey::generate("users", &ids).unwrap();
        let verifier = Verifier::new(Jwks {
            keys: vec![users.public_jwk(), bookings.public_jwk()],
        })
        .unwrap();
        let token = users.sign(&access_claims("users", "marquee", 100)).unwrap();
        let access = verifier.access(&token, 99_999).unwrap();
        assert_eq!(access.user_id, "usr_1");
        assert!(access.scopes.contains("event:read"));
        assert_eq!(verifier.access(&token, 100_000), Err(TokenError::Expired));
        for forged in [
            stranger.sign(&access_claims("users", "marquee", 100)).unwrap(),
            bookings.sign(&access_claims("users", "marquee", 100)).unwrap(),
            users.sign(&access_claims("bookings", "marquee", 100)).unwrap(),
            users.sign(&access_claims("users", "other", 100)).unwrap(),
            format!("{token}x"),
            "not a token".to_owned(),
        ] {
            assert_eq!(verifier.access(&forged, 0), Err(TokenError::Forged));
        }
        let guest = bookings
            .sign(&json!({"iss": "bookings", "aud": "marquee", "booking": "bkg_1", "scope": "guest", "exp": 100}))
            .unwrap();
        assert_eq!(verifier.guest(&guest, 0).unwrap().booking_id, "bkg_1");
        assert_eq!(verifier.access(&guest, 0), Err(TokenError::Forged));
    }
}
