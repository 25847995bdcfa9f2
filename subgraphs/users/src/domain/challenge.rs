//! Challenges: a secret that only the owner of an address can know, for a short time and a few tries.

pub const CODE_DIGITS: usize = 6;
pub const TTL_MS: i64 = 15 * 60 * 1000;
pub const MAX_TRIES: i64 = 5;

/// What a challenge looks like when someone answers it.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub expires_at_ms: i64,
    pub used: bool,
    pub tries: i64,
}

/// Why an answer is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    Wrong,
    Expired,
    TooManyTries,
}

/// Decides on an answer; a wrong one counts as a try.
pub fn decide_answer(standing: Standing, secret_matches: bool, now_ms: i64) -> Result<(), Refused> {
    if standing.used || now_ms >= standing.expires_at_ms {
        Err(Refused::Expired)
    } else if standing.tries >= MAX_TRIES {
        Err(Refused::TooManyTries)
    } else if secret_matches {
        Ok(())
    } else {
        Err(Refused::Wrong)
    }
}

/// Six digits from the bytes of a keyed hash.
pub fn digits(hash: &[u8; 32]) -> String {
    let number = u64::from_be_bytes(hash[..8].try_into().expect("eight bytes of thirty-two"));
    format!("{:0width$}", number % 10_u64.pow(CODE_DIGITS as u32), width = CODE_DIGITS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_judged_in_order() {
        let standing = |used, tries| Standing {
            expires_at_ms: 100,
            used,
            tries,
        };
        assert_eq!(decide_answer(standing(false, 0), true, 99), Ok(()));
        assert_eq!(decide_answer(standing(false, 4), false, 99), Err(Refused::Wrong));
        assert_eq!(decide_answer(standing(false, 5), true, 99), Err(Refused::TooManyTries));
        assert_eq!(decide_answer(standing(false, 0), true, 100), Err(Refused::Expired));
        assert_eq!(decide_answer(standing(true, 0), true, 1), Err(Refused::Expired));
    }

    #[test]
    fn codes_keep_their_zeros() {
        assert_eq!(digits(&[0; 32]), "000000");
        assert_eq!(digits(&[255; 32]).len(), 6);
    }
}
