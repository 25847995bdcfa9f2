//! Webhook signatures of Stripe's scheme: `t=<seconds>,v1=<hex HMAC-SHA256 of "t.body">`, with several `v1` while a
//! secret is being changed.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// How far a signature's time may be from ours, either way.
pub const TOLERANCE_SECONDS: i64 = 300;

fn digest(secret: &str, seconds: i64, body: &[u8]) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret.as_bytes()).expect("HMAC takes keys of any length");
    mac.update(seconds.to_string().as_bytes());
    mac.update(b".");
    mac.update(body);
    hex(&mac.finalize().into_bytes())
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The header's value for `body` at `now_ms`.
pub fn sign(secret: &str, now_ms: i64, body: &[u8]) -> String {
    let seconds = now_ms / 1000;
    format!("t={seconds},v1={}", digest(secret, seconds, body))
}

/// Whether any `v1` of the header was made with any of the secrets, not more than `TOLERANCE_SECONDS` from now.
pub fn verify(secrets: &[String], header: &str, now_ms: i64, body: &[u8]) -> bool {
    let mut seconds = None;
    let mut candidates = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", text)) => seconds = text.parse::<i64>().ok(),
            Some(("v1", text)) => candidates.push(text),
            _ => {}
        }
    }
    let Some(seconds) = seconds.filter(|seconds| (now_ms / 1000).abs_diff(*seconds) <= TOLERANCE_SECONDS.unsigned_abs()) else {
        return false;
    };
    secrets.iter().any(|secret| {
        let expected = digest(secret, seconds, body);
        candidates
            .iter()
            .any(|candidate| bool::from(candidate.as_bytes().ct_eq(expected.as_bytes())))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW_MS: i64 = 1_800_000_000_000;

    #[test]
    fn every_signature_and_every_secret_counts_within_the_tolerance() {
        let secrets = ["new".to_owned(), "old".to_owned()];
        let body = br#"{"id":"sev_1"}"#;
        for secret in &secrets {
            assert!(verify(&secrets, &sign(secret, NOW_MS, body), NOW_MS, body));
        }
        let two = format!("t={},v1=00ff,v1={}", NOW_MS / 1000, digest("new", NOW_MS / 1000, body));
        assert!(verify(&secrets, &two, NOW_MS, body));
        for late_ms in [-300_000, 300_000] {
            assert!(verify(&secrets, &sign("new", NOW_MS + late_ms, body), NOW_MS, body));
        }
    }

    #[test]
    fn forgeries_are_refused() {
        let secrets = ["new".to_owned()];
        let body = b"{}";
        let good = sign("new", NOW_MS, body);
        for (header, told) in [
            (sign("other", NOW_MS, body), &b"{}"[..]),
            (good.clone(), b"{ }"),
            (sign("new", NOW_MS - 301_000, body), b"{}"),
            (sign("new", NOW_MS + 301_000, body), b"{}"),
            (good.replace("v1=", "v0="), b"{}"),
            (good.replace("t=", "s="), b"{}"),
            ("t=,v1=".to_owned(), b"{}"),
            (format!("t={},v1=", i64::MIN), b"{}"),
            (String::new(), b"{}"),
        ] {
            assert!(!verify(&secrets, &header, NOW_MS, told), "{header}");
        }
    }
}
