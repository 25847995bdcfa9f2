//! How long the client, and what stands between, may keep an answer made of several.
//!
//! Owns the merging of `Cache-Control` (RFC 9111, section 5.2.2): an answer may be kept no longer, and by no one else, than each
//! of its parts.

use std::collections::BTreeMap;

use http::header::CACHE_CONTROL;
use http::{HeaderMap, HeaderValue};

/// What forbids something: in the merged header if any part says it.
const RESTRICTIONS: [&str; 5] = ["no-cache", PRIVATE, "must-revalidate", "proxy-revalidate", "no-transform"];
/// What allows something: in the merged header if every part says it.
const PERMISSIONS: [&str; 2] = ["public", "immutable"];
/// Seconds of leave to use a stale answer: the fewest, if every part gives some.
const GRACES: [&str; 2] = ["stale-while-revalidate", "stale-if-error"];
const PRIVATE: &str = "private";
const MAX_AGE: &str = "max-age";
const SHARED_MAX_AGE: &str = "s-maxage";
const NO_STORE: HeaderValue = HeaderValue::from_static("no-store");

/// The most restrictive of the parts' headers, and for nobody else where that is said. A part that says nothing may not be kept, nor may an answer without parts.
pub(crate) fn most_restrictive<'a>(parts: impl Iterator<Item = &'a HeaderMap>, is_private: bool) -> HeaderValue {
    let Some(parts) = parts.map(Directives::read).collect::<Option<Vec<_>>>() else {
        return NO_STORE;
    };
    if parts.is_empty() {
        return NO_STORE;
    }
    let any = |name: &&str| parts.iter().any(|part| part.says(name));
    let all = |name: &&str| parts.iter().all(|part| part.says(name));
    let least = |read: &dyn Fn(&Directives) -> Option<u64>| parts.iter().map(read).min().flatten();
    let is_private = is_private || any(&PRIVATE);
    let mut merged: Vec<String> = RESTRICTIONS
        .into_iter()
        .filter(|name| any(name) || *name == PRIVATE && is_private)
        .map(str::to_owned)
        .collect();
    merged.extend(
        PERMISSIONS
            .into_iter()
            .filter(|name| all(name) && !(is_private && *name == "public"))
            .map(str::to_owned),
    );
    // A part without a lifetime has none.
    let own = least(&|part| Some(part.seconds(MAX_AGE).unwrap_or_default())).unwrap_or_default();
    let shared = least(&|part| Some(part.seconds(SHARED_MAX_AGE).or(part.seconds(MAX_AGE)).unwrap_or_default())).unwrap_or_default();
    merged.push(format!("{MAX_AGE}={own}"));
    if shared != own && !is_private {
        merged.push(format!("{SHARED_MAX_AGE}={shared}"));
    }
    for name in GRACES {
        if let Some(seconds) = least(&|part| part.seconds(name)) {
            merged.push(format!("{name}={seconds}"));
        }
    }
    HeaderValue::from_str(&merged.join(", ")).unwrap_or(NO_STORE)
}

/// The directives of one part, by name in lower case.
struct Directives(BTreeMap<String, Option<u64>>);

impl Directives {
    /// `None` when the part may not be kept.
    fn read(headers: &HeaderMap) -> Option<Self> {
        let mut directives = BTreeMap::new();
        for value in headers.get_all(CACHE_CONTROL) {
            for directive in value.to_str().ok()?.split(',') {
                let (name, argument) = directive.split_once('=').unwrap_or((directive, ""));
                let seconds = argument.trim().trim_matches('"').parse().ok();
                // Of a directive that comes twice the stricter one counts.
                directives
                    .entry(name.trim().to_ascii_lowercase())
                    .and_modify(|known: &mut Option<u64>| *known = (*known).min(seconds))
                    .or_insert(seconds);
            }
        }
        let may_be_kept = !directives.is_empty() && !directives.contains_key("no-store");
        may_be_kept.then_some(Self(directives))
    }

    fn says(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }

    fn seconds(&self, name: &str) -> Option<u64> {
        self.0.get(name).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn merged(parts: &[&str]) -> String {
        let headers = parts.iter().map(|part| {
            let mut headers = HeaderMap::new();
            if !part.is_empty() {
                headers.insert(CACHE_CONTROL, part.parse().unwrap());
            }
            headers
        });
        let headers: Vec<HeaderMap> = headers.collect();
        most_restrictive(headers.iter(), false).to_str().unwrap().to_owned()
    }

    #[test]
    fn the_strictest_part_decides() {
        for (parts, expected) in [
            (&[][..], "no-store"),
            (&["max-age=60"], "max-age=60"),
            (&["max-age=60, public", "public, max-age=10"], "public, max-age=10"),
            (&["public, max-age=60", "private, max-age=90"], "private, max-age=60"),
            (&["max-age=60", ""], "no-store"),
            (&["max-age=60", "No-Store"], "no-store"),
            (&["max-age=60", "public"], "max-age=0"),
            (&["max-age=60", "max-age=nonsense"], "max-age=0"),
            (&["max-age=60, max-age=5"], "max-age=5"),
            (&["max-age=10, s-maxage=100", "max-age=50"], "max-age=10, s-maxage=50"),
            (&["max-age=10, s-maxage=100", "private, max-age=50"], "private, max-age=10"),
            (
                &["no-cache=\"set-cookie\", max-age=1", "max-age=2, must-revalidate"],
                "no-cache, must-revalidate, max-age=1",
            ),
            (
                &[
                    "max-age=1, stale-while-revalidate=9",
                    "max-age=1, stale-while-revalidate=5, stale-if-error=1",
                ],
                "max-age=1, stale-while-revalidate=5",
            ),
        ] {
            assert_eq!(merged(parts), expected, "{parts:?}");
        }
        let mut public = HeaderMap::new();
        public.insert(CACHE_CONTROL, HeaderValue::from_static("public, max-age=60, s-maxage=90"));
        assert_eq!(most_restrictive([&public].into_iter(), true), "private, max-age=60");
    }
}
