//! Who is calling: tokens in headers, verified.
//!
//! Owns where tokens are looked for and what follows from them: the union of their scopes and the earliest
//! expiry. Must not know GraphQL.

mod keys;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use http::{HeaderMap, HeaderName};
use jsonwebtoken::{Algorithm, Validation};
use serde_json::{Map, Value};

use crate::config::{AuthenticationConfig, ConfigError};
use crate::error::{ErrorCode, RequestError, StartError};
use keys::KeySet;
pub(crate) use keys::KeySource;

/// Reads a JWK set from wherever an embedder keeps it, for [`crate::Options::key_sets`].
pub type ReadKeySet = Arc<dyn Fn() -> Result<String, String> + Send + Sync>;

/// What the verified tokens of a caller add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caller {
    /// Whether at least one token was presented and verified.
    pub is_authenticated: bool,
    /// Union of the tokens' `scope` claims.
    pub scopes: BTreeSet<String>,
    /// When the first of the tokens expires, in Unix seconds.
    pub expires_at_seconds: Option<u64>,
}

impl Caller {
    /// Time left until the first token expires.
    pub(crate) fn remaining(&self) -> Option<Duration> {
        let expiry = UNIX_EPOCH + Duration::from_secs(self.expires_at_seconds?);
        Some(expiry.duration_since(SystemTime::now()).unwrap_or_default())
    }
}

/// Verifies the tokens of requests.
pub(crate) struct Authenticator {
    tokens: Vec<TokenHeader>,
    issuers: Vec<Issuer>,
}

struct TokenHeader {
    name: HeaderName,
    prefix: String,
}

struct Issuer {
    name: String,
    audience: Option<String>,
    keys: KeySet,
}

impl Authenticator {
    /// `None` when nothing is configured. `provided` holds key sets the embedder reads itself, by issuer.
    pub(crate) fn new(config: &AuthenticationConfig, provided: &BTreeMap<String, ReadKeySet>) -> Result<Option<Self>, StartError> {
        if config.tokens.is_empty() {
            return Ok(None);
        }
        let refused = |reason: String| {
            StartError::Config(ConfigError::Refused {
                key: "authentication",
                reason,
            })
        };
        let tokens = config.tokens.iter().map(|token| {
            Ok(TokenHeader {
                name: token
                    .header
                    .parse()
                    .map_err(|_| refused(format!("`{}` is not a header name", token.header)))?,
                prefix: token.prefix.clone(),
            })
        });
        let issuers = config.issuers.iter().map(|issuer| {
            let source = match (&issuer.jwks_file, &issuer.jwks_url, provided.get(&issuer.issuer)) {
                (_, _, Some(read)) => KeySource::Provided(read.clone()),
                (Some(path), _, _) => KeySource::File(path.clone()),
                (_, Some(url), _) => KeySource::Url(url.parse().map_err(|_| refused(format!("`{url}` is not a URL")))?),
                _ => {
                    return Err(refused(format!("issuer `{}` needs jwks_file or jwks_url", issuer.issuer)));
                }
            };
            Ok(Issuer {
                name: issuer.issuer.clone(),
                audience: issuer.audience.clone(),
                keys: KeySet::new(source),
            })
        });
        Ok(Some(Self {
            tokens: tokens.collect::<Result<_, StartError>>()?,
            issuers: issuers.collect::<Result<_, StartError>>()?,
        }))
    }

    /// The headers that may carry tokens, which `connection_init` may carry too.
    pub(crate) fn token_headers(&self) -> impl Iterator<Item = &HeaderName> {
        self.tokens.iter().map(|token| &token.name)
    }

    /// Verifies every token the headers carry. No token is an anonymous caller; one bad token refuses all.
    pub(crate) async fn authenticate(&self, headers: &HeaderMap) -> Result<Caller, RequestError> {
        let mut caller = Caller::default();
        for header in &self.tokens {
            let Some(value) = headers.get(&header.name) else {
                continue;
            };
            let token = value
                .to_str()
                .ok()
                .and_then(|text| strip_prefix_ignoring_case(text, &header.prefix))
                .map(str::trim)
                .filter(|token| !token.is_empty())
                .ok_or_else(|| refuse(format!("The header {} must be `{}<token>`.", header.name, header.prefix)))?;
            let claims = self.verify(token).await?;
            caller.is_authenticated = true;
            match claims.get("scope") {
                Some(Value::String(scopes)) => {
                    caller.scopes.extend(scopes.split_whitespace().map(str::to_owned));
                }
                Some(Value::Array(scopes)) => {
                    caller.scopes.extend(scopes.iter().filter_map(Value::as_str).map(str::to_owned));
                }
                _ => {}
            }
            let expiry = claims.get("exp").and_then(Value::as_f64).map(|seconds| seconds as u64);
            caller.expires_at_seconds = match (caller.expires_at_seconds, expiry) {
                (Some(a), Some(b)) => Some(a.min(b)),
                (a, b) => a.or(b),
            };
        }
        Ok(caller)
    }

    async fn verify(&self, token: &str) -> Result<Map<String, Value>, RequestError> {
        let forged = || refuse("The token is not valid; sign in again.".into());
        let header = jsonwebtoken::decode_header(token).map_err(|_| forged())?;
        // Only chooses the key set; everything is verified below.
        let claimed: Map<String, Value> = jsonwebtoken::dangerous::insecure_decode_claims(token).map_err(|_| forged())?;
        let issuer = claimed
            .get("iss")
            .and_then(Value::as_str)
            .and_then(|name| self.issuers.iter().find(|issuer| issuer.name == name))
            .ok_or_else(forged)?;
        let kid = header.kid.ok_or_else(forged)?;
        let unavailable = |_| {
            RequestError::new(
                ErrorCode::KeysUnavailable,
                "Tokens can't be verified at the moment; try again shortly.",
            )
        };
        let key = issuer.keys.find(&kid).await.map_err(unavailable)?.ok_or_else(forged)?;
        // The algorithm is ours to choose, never the token's.
        let mut validation = Validation::new(Algorithm::EdDSA);
        validation.leeway = 0;
        validation.validate_nbf = true;
        validation.set_issuer(&[&issuer.name]);
        validation.set_required_spec_claims(&["exp", "iss"]);
        match &issuer.audience {
            Some(audience) => {
                validation.set_audience(&[audience]);
                validation.required_spec_claims.insert("aud".into());
            }
            None => validation.validate_aud = false,
        }
        let verified = jsonwebtoken::decode::<Map<String, Value>>(token, &key, &validation);
        verified.map(|data| data.claims).map_err(|error| match error.kind() {
            jsonwebtoken::errors::ErrorKind::ExpiredSignature => refuse("The token has expired; refresh it or sign in again.".into()),
            _ => forged(),
        })
    }
}

fn refuse(message: String) -> RequestError {
    RequestError::new(ErrorCode::Unauthenticated, message)
}

/// Authentication schemes are case-insensitive (RFC 9110, section 11.1).
fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (start, rest) = text.split_at_checked(prefix.len())?;
    start.eq_ignore_ascii_case(prefix).then_some(rest)
}
