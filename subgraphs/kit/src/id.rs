//! Identifiers and other random things, injected.
//!
//! An id is a prefix that names its kind, an underscore, and a UUIDv7 as 26 characters of Crockford base32 in
//! lower case: `bkg_06fjz1n8y1wq7k3s9t5v2x4a0c`. Ids of one kind sort by the time they were made.

use std::sync::Arc;

use parking_lot::Mutex;

const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const ENCODED_LENGTH: usize = 26;

trait Randomness: Send + Sync {
    fn fill(&self, bytes: &mut [u8]);
}

struct SystemRandomness;

impl Randomness for SystemRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        getrandom::fill(bytes).expect("the operating system gives random bytes");
    }
}

/// SplitMix64: enough to be different, never used outside tests.
struct SeededRandomness(Mutex<u64>);

impl Randomness for SeededRandomness {
    fn fill(&self, bytes: &mut [u8]) {
        let mut state = self.0.lock();
        for chunk in bytes.chunks_mut(8) {
            *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
            let mut mixed = *state;
            mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
            mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
            mixed ^= mixed >> 31;
            chunk.copy_from_slice(&mixed.to_le_bytes()[..chunk.len()]);
        }
    }
}

/// Makes ids, codes and secrets.
#[derive(Clone)]
pub struct Ids(Arc<dyn Randomness>);

impl Ids {
    /// From the operating system's randomness.
    pub fn system() -> Self {
        Self(Arc::new(SystemRandomness))
    }

    /// The same sequence for the same seed; for tests.
    pub fn seeded(seed: u64) -> Self {
        Self(Arc::new(SeededRandomness(Mutex::new(seed))))
    }

    /// A new id of the kind `prefix` (without the underscore), made at `now_ms`.
    pub fn next(&self, prefix: &str, now_ms: i64) -> String {
        let random: [u8; 10] = self.bytes();
        let uuid = uuid::Builder::from_unix_timestamp_millis(now_ms.max(0) as u64, &random).into_uuid();
        let mut value = uuid.as_u128();
        let mut encoded = [0u8; ENCODED_LENGTH];
        for place in encoded.iter_mut().rev() {
            *place = ALPHABET[(value & 31) as usize];
            value >>= 5;
        }
        let encoded = std::str::from_utf8(&encoded).expect("the alphabet is ASCII");
        format!("{prefix}_{encoded}")
    }

    /// `length` characters drawn evenly from `alphabet` (ASCII, at most 256 characters).
    pub fn code(&self, alphabet: &str, length: usize) -> String {
        let letters = alphabet.as_bytes();
        // Bytes past the last whole multiple of the alphabet are drawn again, or its first letters came too often.
        let limit = 256 - 256 % letters.len();
        let mut code = String::with_capacity(length);
        while code.len() < length {
            let [byte]: [u8; 1] = self.bytes();
            if usize::from(byte) < limit {
                code.push(char::from(letters[usize::from(byte) % letters.len()]));
            }
        }
        code
    }

    /// `N` random bytes.
    pub fn bytes<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.0.fill(&mut bytes);
        bytes
    }
}

/// Whether `text` is a well-formed id of the kind `prefix`.
pub fn is_id(text: &str, prefix: &str) -> bool {
    text.strip_prefix(prefix)
        .and_then(|rest| rest.strip_prefix('_'))
        .is_some_and(|encoded| encoded.len() == ENCODED_LENGTH && encoded.bytes().all(|byte| ALPHABET.contains(&byte)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_name_their_kind_and_sort_by_time() {
        let ids = Ids::seeded(1);
        let (earlier, later) = (ids.next("bkg", 1_000), ids.next("bkg", 2_000));
        assert!(earlier < later);
        assert!(is_id(&earlier, "bkg"));
        assert!(!is_id(&earlier, "bk"));
        assert!(!is_id("bkg_", "bkg"));
        assert!(!is_id("bkg_0000000000000000000000000!", "bkg"));
    }

    #[test]
    fn codes_use_only_their_alphabet() {
        let code = Ids::seeded(7).code("ABC", 200);
        assert_eq!(code.len(), 200);
        assert!("ABC".chars().all(|letter| code.contains(letter)));
    }
}
