//! What changes state: one file per mutation, one transaction each. Refusals are data; only faults are errors.

pub mod challenges;
pub mod email_verify;
pub mod organizer_create;
pub mod password_reset;
pub mod profile_update;
pub mod sessions;
pub mod sign_in;
pub mod sign_up;
pub mod token_refresh;

use std::sync::Arc;
use std::time::Duration;

use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use kit::Deps;
use kit::cache::Throttle;
use kit::token::SigningKey;

use crate::config::Config;
use crate::domain::account::WeakPassword;
use crate::secrets::Secrets;

/// What commands and resolvers work with.
pub struct State {
    pub deps: Deps,
    pub config: Config,
    pub signing_key: Arc<SigningKey>,
    pub secrets: Secrets,
    /// Verified in place of the hash of an unknown account, so that both take as long.
    decoy_hash: String,
}

impl State {
    pub fn new(deps: Deps, config: Config, signing_key: Arc<SigningKey>) -> kit::Result<Self> {
        let secrets = Secrets::new(&signing_key);
        let decoy_hash = hash_now("a password nobody has", &deps.ids.bytes())?;
        Ok(Self {
            deps,
            config,
            signing_key,
            secrets,
            decoy_hash,
        })
    }

    /// Counts a try of `what` by `whom`; the refusal says how long to wait.
    async fn throttle(&self, what: &str, whom: &str, limit: u32, window: Duration) -> Result<(), Refusal> {
        if !self.config.throttled {
            return Ok(());
        }
        match self
            .deps
            .cache
            .throttle(&format!("{}:{what}:{whom}", crate::NAME), limit, window)
            .await
        {
            Throttle::Allowed => Ok(()),
            Throttle::Limited { retry_after_seconds } => Err(Refusal::RateLimited { retry_after_seconds }),
        }
    }

    /// Argon2id, off the event loop.
    async fn hash_password(&self, password: String) -> kit::Result<String> {
        let salt: [u8; 16] = self.deps.ids.bytes();
        tokio::task::spawn_blocking(move || hash_now(&password, &salt))
            .await
            .map_err(kit::Error::internal)?
    }

    /// Whether the password is the one behind `hash`; without a hash it takes as long and answers no.
    async fn password_matches(&self, password: String, hash: Option<String>) -> kit::Result<bool> {
        let known = hash.is_some();
        let hash = hash.unwrap_or_else(|| self.decoy_hash.clone());
        let matches = tokio::task::spawn_blocking(move || {
            argon2::PasswordHash::new(&hash).is_ok_and(|hash| Argon2::default().verify_password(password.as_bytes(), &hash).is_ok())
        })
        .await
        .map_err(kit::Error::internal)?;
        Ok(known && matches)
    }
}

fn hash_now(password: &str, salt: &[u8; 16]) -> kit::Result<String> {
    let hash = Argon2::default()
        .hash_password_with_salt(password.as_bytes(), salt)
        .map_err(|error| kit::Error::internal(error.to_string()))?;
    Ok(hash.to_string())
}

/// Why a command did nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The input breaks a rule: code, sentence, where in the input.
    Invalid {
        code: &'static str,
        message: String,
        path: &'static [&'static str],
    },
    Weak(WeakPassword),
    BadCredentials {
        code: &'static str,
        message: &'static str,
    },
    RateLimited {
        retry_after_seconds: i32,
    },
    Conflict {
        code: &'static str,
        message: &'static str,
    },
}

impl Refusal {
    fn invalid(code: &'static str, message: impl Into<String>, path: &'static [&'static str]) -> Self {
        Self::Invalid {
            code,
            message: message.into(),
            path,
        }
    }
}

/// What a command came to.
pub type Outcome<T> = kit::Result<Result<T, Refusal>>;

const MINUTE: Duration = Duration::from_secs(60);
const QUARTER_HOUR: Duration = Duration::from_secs(15 * 60);

/// Leaves the command with a refusal as its outcome.
macro_rules! or_refuse {
    ($decision:expr) => {
        match $decision {
            Ok(value) => value,
            Err(refusal) => return Ok(Err(refusal)),
        }
    };
}
pub(crate) use or_refuse;
