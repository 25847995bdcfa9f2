//! Login sessions: how refresh tokens rotate and when one gives a thief away.

/// How long an access token holds.
pub const ACCESS_TTL_MS: i64 = 10 * 60 * 1000;
/// A session ends this long after it was last seen.
pub const IDLE_MS: i64 = 30 * 24 * 60 * 60 * 1000;
/// Two tabs may refresh with the same token within this time.
pub const GRACE_MS: i64 = 30 * 1000;

/// A session as it is when a refresh token of it arrives.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    pub generation: i64,
    pub rotated_at_ms: i64,
    pub last_seen_at_ms: i64,
    pub revoked: bool,
}

/// What to do with a refresh token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refresh {
    /// The current token: replace it.
    Rotate,
    /// Replaced a moment ago, by the other tab: answer with the same successor.
    Repeat,
    /// Used long after it was replaced: someone else has a copy. End the session.
    Reuse,
    /// The session is over.
    Ended,
}

/// Decides what a token of `generation` is worth.
pub fn decide_refresh(standing: Standing, generation: i64, now_ms: i64) -> Refresh {
    if standing.revoked || now_ms - standing.last_seen_at_ms >= IDLE_MS {
        Refresh::Ended
    } else if generation == standing.generation {
        Refresh::Rotate
    } else if generation == standing.generation - 1 && now_ms - standing.rotated_at_ms < GRACE_MS {
        Refresh::Repeat
    } else {
        Refresh::Reuse
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_rotate_repeat_and_give_thieves_away() {
        let standing = Standing {
            generation: 5,
            rotated_at_ms: 1_000,
            last_seen_at_ms: 1_000,
            revoked: false,
        };
        assert_eq!(decide_refresh(standing, 5, 2_000), Refresh::Rotate);
        assert_eq!(decide_refresh(standing, 4, 30_999), Refresh::Repeat);
        assert_eq!(decide_refresh(standing, 4, 31_000), Refresh::Reuse);
        assert_eq!(decide_refresh(standing, 3, 1_001), Refresh::Reuse);
        assert_eq!(decide_refresh(standing, 6, 1_001), Refresh::Reuse);
        assert_eq!(decide_refresh(Standing { revoked: true, ..standing }, 5, 2_000), Refresh::Ended);
        assert_eq!(decide_refresh(standing, 5, 1_000 + IDLE_MS), Refresh::Ended);
    }
}
