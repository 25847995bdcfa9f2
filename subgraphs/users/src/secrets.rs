//! Secrets derived from the subgraph's signing key: refresh tokens, codes and reset tokens. None is ever stored, and
//! whoever reads the database cannot make one.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use kit::token::SigningKey;
use sha2::{Digest, Sha256};

use crate::domain::challenge;

/// Derives secrets.
pub struct Secrets([u8; 32]);

impl Secrets {
    pub fn new(key: &SigningKey) -> Self {
        // Ed25519 signatures are deterministic, so this is the same key after every start.
        let digest = Sha256::digest(key.sign_bytes(b"users: derived secrets, version 1"));
        Self(digest.into())
    }

    fn hash(&self, purpose: &str, text: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).expect("HMAC takes keys of any length");
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }

    fn signed(&self, purpose: &str, payload: &str) -> String {
        format!("{payload}.{}", URL_SAFE_NO_PAD.encode(self.hash(purpose, payload)))
    }

    fn verified<'a>(&self, purpose: &str, token: &'a str) -> Option<&'a str> {
        let (payload, _) = token.rsplit_once('.')?;
        equal(&self.signed(purpose, payload), token).then_some(payload)
    }

    /// The digits of a challenge.
    pub fn code(&self, challenge_id: &str) -> String {
        challenge::digits(&self.hash("code", challenge_id))
    }

    /// Whether `code` is the challenge's, compared in constant time; white space within is forgiven.
    pub fn code_matches(&self, challenge_id: &str, code: &str) -> bool {
        let digits: String = code.chars().filter(|letter| !letter.is_whitespace()).collect();
        equal(&self.code(challenge_id), &digits)
    }

    /// The reset token of a challenge.
    pub fn reset_token(&self, challenge_id: &str) -> String {
        self.signed("reset", challenge_id)
    }

    /// The challenge a reset token answers.
    pub fn read_reset_token<'a>(&self, token: &'a str) -> Option<&'a str> {
        self.verified("reset", token)
    }

    /// The refresh token of a session's generation.
    pub fn refresh_token(&self, session_id: &str, generation: i64) -> String {
        self.signed("refresh", &format!("{session_id}.{generation}"))
    }

    /// Session and generation of a refresh token.
    pub fn read_refresh_token<'a>(&self, token: &'a str) -> Option<(&'a str, i64)> {
        let (session_id, generation) = self.verified("refresh", token)?.split_once('.')?;
        Some((session_id, generation.parse().ok()?))
    }
}

fn equal(expected: &str, given: &str) -> bool {
    use subtle::ConstantTimeEq;
    bool::from(expected.as_bytes().ct_eq(given.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use kit::id::Ids;

    #[test]
    fn tokens_are_read_back_and_forgeries_refused() {
        let secrets = Secrets::new(&SigningKey::generate("users", &Ids::seeded(1)).unwrap());
        let others = Secrets::new(&SigningKey::generate("users", &Ids::seeded(2)).unwrap());
        let token = secrets.refresh_token("ses_1", 3);
        assert_eq!(secrets.read_refresh_token(&token), Some(("ses_1", 3)));
        assert_eq!(others.read_refresh_token(&token), None);
        assert_eq!(secrets.read_reset_token(&token), None, "a token of another purpose");
        for wrong in ["", "ses_1.4.x", "..", &token[..token.len() - 1]] {
            assert_eq!(secrets.read_refresh_token(wrong), None, "{wrong}");
        }
        let code = secrets.code("chg_1");
        assert!(secrets.code_matches("chg_1", &format!("{} {}", &code[..3], &code[3..])));
        assert!(!secrets.code_matches("chg_2", &code));
    }
}
