//! What an organiser may be called, and which scopes a user's roles open.

use std::collections::BTreeSet;

use contracts::access::{Permission, TeamRole};

const MAX_NAME_CHARACTERS: usize = 100;

/// What the platform's staff may do besides.
const STAFF_SCOPES: &[&str] = &[
    "admin:users",
    "admin:events",
    "admin:payments",
    "admin:bookings",
    "audit:read",
    "support:read",
    "support:write",
    "payment:read",
    "payment:write",
];

/// Words that would be mistaken for pages of the site.
const RESERVED_SLUGS: &[&str] = &[
    "admin", "api", "events", "graphql", "help", "marquee", "organise", "sign-in", "sign-up", "tickets",
];

/// A slug: 3 to 40 lower-case letters, digits and single hyphens between them.
pub fn parse_slug(text: &str) -> Option<String> {
    let good = (3..=40).contains(&text.len())
        && text
            .bytes()
            .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == b'-')
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.contains("--")
        && !RESERVED_SLUGS.contains(&text);
    good.then(|| text.to_owned())
}

/// An organiser's name: trimmed, 1 to 100 characters.
pub fn parse_name(text: &str) -> Option<String> {
    let name = text.trim();
    (!name.is_empty() && name.chars().count() <= MAX_NAME_CHARACTERS && !name.chars().any(char::is_control)).then(|| name.to_owned())
}

/// The scopes of a token: "user", what the roles open anywhere, and staff's.
pub fn scopes(roles: &[TeamRole], staff: bool) -> String {
    let mut scopes = BTreeSet::from(["user"]);
    for role in roles {
        scopes.extend(role.permissions().iter().flat_map(|permission: &Permission| permission.scopes()));
    }
    if staff {
        scopes.extend(STAFF_SCOPES);
    }
    scopes.into_iter().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs() {
        for (text, good) in [
            ("kulturhaus", true),
            ("a-b-3", true),
            ("ab", false),
            ("-ab", false),
            ("a--b", false),
            ("Größe", false),
            ("ABC", false),
            ("admin", false),
        ] {
            assert_eq!(parse_slug(text).is_some(), good, "{text}");
        }
    }

    #[test]
    fn scopes_follow_roles() {
        assert_eq!(scopes(&[], false), "user");
        assert_eq!(scopes(&[TeamRole::DoorStaff], false), "checkin:read checkin:write user");
        assert!(scopes(&[TeamRole::Owner], false).contains("event:write"));
        assert!(!scopes(&[TeamRole::Owner], false).contains("admin:"));
        assert!(scopes(&[], true).contains("admin:users"));
    }
}
