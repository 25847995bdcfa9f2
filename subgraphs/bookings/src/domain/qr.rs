//! What a ticket's QR code says: version, ticket, version of its code, occurrence, and a signature over them.
//!
//! `base64url("1|tkt_…|3|occ_…|" + 64 bytes of Ed25519)`. Whoever has the public key can check it without asking us.
//! The keys are not known here.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

const VERSION: &str = "1";
const SIGNATURE_BYTES: usize = 64;
const PAYLOAD_CHARACTERS: usize = 512;

/// What is signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TicketClaim {
    pub ticket_id: String,
    pub code_version: i64,
    pub occurrence_id: String,
}

impl TicketClaim {
    /// The bytes the signature is over.
    pub fn signed_part(&self) -> Vec<u8> {
        format!("{VERSION}|{}|{}|{}|", self.ticket_id, self.code_version, self.occurrence_id).into_bytes()
    }

    /// The payload of the QR code.
    pub fn payload(&self, signature: &[u8; SIGNATURE_BYTES]) -> String {
        let mut bytes = self.signed_part();
        bytes.extend_from_slice(signature);
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// Reads a payload: the claim, and the signature its reader has to check.
    pub fn parse(payload: &str) -> Option<(Self, Vec<u8>)> {
        let payload = payload.trim();
        if payload.len() > PAYLOAD_CHARACTERS {
            return None;
        }
        let bytes = URL_SAFE_NO_PAD.decode(payload).ok()?;
        let (part, signature) = bytes.split_at_checked(bytes.len().checked_sub(SIGNATURE_BYTES)?)?;
        let fields: Vec<&str> = std::str::from_utf8(part).ok()?.split('|').collect();
        let [VERSION, ticket_id, code_version, occurrence_id, ""] = fields[..] else {
            return None;
        };
        let claim = Self {
            ticket_id: ticket_id.to_owned(),
            code_version: code_version.parse().ok()?,
            occurrence_id: occurrence_id.to_owned(),
        };
        Some((claim, signature.to_vec()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn payloads_are_read_back_and_others_are_not() {
        let claim = TicketClaim {
            ticket_id: "tkt_1".into(),
            code_version: 2,
            occurrence_id: "occ_1".into(),
        };
        let payload = claim.payload(&[b'|'; 64]);
        assert_eq!(TicketClaim::parse(&format!(" {payload}\n")), Some((claim, vec![b'|'; 64])));
        let other_version = URL_SAFE_NO_PAD.encode([b"2|tkt_1|2|occ_1|".as_slice(), &[0; 64]].concat());
        let long = "A".repeat(600);
        for wrong in ["", "K7M2Q-1", "AAAA", &other_version, &long, &URL_SAFE_NO_PAD.encode([0; 64])] {
            assert_eq!(TicketClaim::parse(wrong), None, "{wrong}");
        }
    }
}
