//! From a TOML text and environment variables to a [`Config`].
//!
//! Owns unknown-key suggestions, overrides and the checks between settings. Reads no environment itself:
//! the caller hands the variables in.

use std::time::Duration;

use toml::{Table, Value};

use super::keys::{KEYS, Key, Kind};
use super::{Config, Unauthorized};

/// Why a configuration was refused; the message says what to change.
#[derive(Debug, thiserror::Error)]
pub enum ConfigError {
    /// The text is not TOML, or a value has the wrong kind.
    #[error("the configuration can't be read: {0}")]
    Unreadable(String),
    /// A key nobody knows.
    #[error("unknown configuration key `{key}`{}", suggestion(.nearest))]
    UnknownKey {
        /// The dotted path as written, or the environment variable.
        key: String,
        /// The nearest known one.
        nearest: Option<String>,
    },
    /// Values that can't be used together, or not at all.
    #[error("configuration key `{key}`: {reason}")]
    Refused {
        /// The dotted path.
        key: &'static str,
        /// What is wrong and what to write.
        reason: String,
    },
}

fn suggestion(nearest: &Option<String>) -> String {
    match nearest {
        Some(nearest) => format!("; did you mean `{nearest}`?"),
        None => String::new(),
    }
}

impl Config {
    /// Reads `text` (TOML), then applies environment variables named `PREFIX` + upper-case path with `_`
    /// for dots (`ROUTER_LIMITS_BODY_BYTES`); lists are separated by commas. Variables that start with
    /// the prefix and name no key are refused like unknown keys.
    pub fn read(text: &str, prefix: &str, environment: impl IntoIterator<Item = (String, String)>) -> Result<Self, ConfigError> {
        let mut table: Table = toml::from_str(text).map_err(|error| ConfigError::Unreadable(error.to_string()))?;
        refuse_unknown(&table, &mut Vec::new())?;
        for (name, value) in environment {
            if let Some(rest) = name.strip_prefix(prefix) {
                apply(&mut table, prefix, rest, &value)?;
            }
        }
        let config: Config = Value::Table(table)
            .try_into()
            .map_err(|error: toml::de::Error| ConfigError::Unreadable(error.to_string()))?;
        config.check()?;
        Ok(config)
    }

    /// The rules between settings.
    pub fn check(&self) -> Result<(), ConfigError> {
        let refuse = |key, reason: &str| {
            Err(ConfigError::Refused {
                key,
                reason: reason.into(),
            })
        };
        if !self.path.starts_with('/') {
            return refuse("path", "write an absolute path, as `/graphql`");
        }
        if self.cors.credentials && self.cors.origins.iter().any(|origin| origin == "*") {
            return refuse("cors.credentials", "browsers refuse credentials from any origin; list the origins");
        }
        for issuer in &self.authentication.issuers {
            if issuer.jwks_file.is_some() && issuer.jwks_url.is_some() {
                return refuse("authentication.issuers", "an issuer has either jwks_file or jwks_url, not both");
            }
            if issuer.jwks_url.as_deref().is_some_and(|url| !url.starts_with("http://")) {
                return refuse("authentication.issuers", "jwks_url must start with http://");
            }
        }
        if self.authentication.issuers.is_empty() != self.authentication.tokens.is_empty() {
            return refuse("authentication", "tokens and issuers are needed together");
        }
        for forward in &self.forward {
            if !forward.path.starts_with('/') || forward.path == "/" {
                return refuse("forward", "path must be a prefix as `/webhooks`");
            }
            if !forward.to.starts_with("http://") {
                return refuse("forward", "`to` must start with http://");
            }
        }
        for subgraph in self.subgraphs.values() {
            if subgraph.url.as_deref().is_some_and(|url| !url.starts_with("http://")) {
                return refuse("subgraphs", "url must start with http://");
            }
        }
        if let Some(signing) = &self.signing
            && (signing.header.is_empty() || signing.caller.is_empty())
        {
            return refuse("signing", "header, caller and key_file are needed together");
        }
        Ok(())
    }

    /// Whether denied selections refuse the whole request.
    pub(crate) fn rejects_unauthorized(&self) -> bool {
        self.authorization.unauthorized == Unauthorized::Reject
    }
}

/// Reads `500ms`, `30s`, `2m` or `1h`.
pub fn parse_duration(text: &str) -> Result<Duration, String> {
    let refused = || format!("`{text}` is not a duration; write it as 500ms, 30s, 2m or 1h");
    let split = text.find(|c: char| !c.is_ascii_digit()).ok_or_else(refused)?;
    let number: u64 = text[..split].parse().map_err(|_| refused())?;
    let millis_each = match &text[split..] {
        "ms" => 1,
        "s" => 1000,
        "m" => 60_000,
        "h" => 3_600_000,
        _ => return Err(refused()),
    };
    number.checked_mul(millis_each).map(Duration::from_millis).ok_or_else(refused)
}

fn refuse_unknown(table: &Table, above: &mut Vec<String>) -> Result<(), ConfigError> {
    for (name, value) in table {
        above.push(name.clone());
        if !KEYS.iter().any(|key| leads_to(key, above)) {
            let siblings = KEYS.iter().filter_map(|key| sibling(key, above));
            let last = above.last().expect("just pushed");
            return Err(ConfigError::UnknownKey {
                key: above.join("."),
                nearest: nearest(last, siblings).or_else(|| {
                    // The right name in the wrong table is the other common slip.
                    KEYS.iter()
                        .find(|key| key.path.rsplit('.').next() == Some(last))
                        .map(|key| key.path.to_owned())
                }),
            });
        }
        match value {
            Value::Table(inner) => refuse_unknown(inner, above)?,
            Value::Array(items) => {
                above.push("[]".into());
                for item in items {
                    if let Value::Table(inner) = item {
                        refuse_unknown(inner, above)?;
                    }
                }
                above.pop();
            }
            _ => {}
        }
        above.pop();
    }
    Ok(())
}

/// Whether `path` is the key or a table on the way to it.
fn leads_to(key: &Key, path: &[String]) -> bool {
    let mut parts = key.path.split('.');
    path.iter()
        .all(|written| parts.next().is_some_and(|part| part == "*" || part == written))
}

/// The key's own part at the last place of `path`, if all before it agrees.
fn sibling(key: &Key, path: &[String]) -> Option<String> {
    let parts: Vec<&str> = key.path.split('.').collect();
    let before = &path[..path.len() - 1];
    (parts.len() > before.len() && parts.iter().zip(before).all(|(part, written)| *part == "*" || part == written))
        .then(|| parts[before.len()].to_owned())
}

fn apply(table: &mut Table, prefix: &str, rest: &str, value: &str) -> Result<(), ConfigError> {
    let lower = rest.to_ascii_lowercase();
    let found = KEYS.iter().find_map(|key| Some((key, bind(key, &lower)?)));
    let Some((key, path)) = found else {
        let names = KEYS
            .iter()
            .filter(|key| !key.path.contains(['*', '[']))
            .map(|key| key.path.replace('.', "_"));
        return Err(ConfigError::UnknownKey {
            key: format!("{prefix}{rest}"),
            nearest: nearest(&lower, names).map(|name| format!("{prefix}{}", name.to_ascii_uppercase())),
        });
    };
    let unreadable = || {
        ConfigError::Unreadable(format!(
            "{prefix}{rest} must be a {}",
            match key.kind {
                Kind::Number => "whole number",
                _ => "switch: true or false",
            }
        ))
    };
    let value = match key.kind {
        Kind::Text => Value::String(value.into()),
        Kind::Number => Value::Integer(value.parse().map_err(|_| unreadable())?),
        Kind::Switch => Value::Boolean(value.parse().map_err(|_| unreadable())?),
        Kind::List => Value::Array(
            value
                .split(',')
                .map(str::trim)
                .filter(|item| !item.is_empty())
                .map(|item| Value::String(item.into()))
                .collect(),
        ),
    };
    let (last, tables) = path.split_last().expect("a key has at least one part");
    let mut at = table;
    for name in tables {
        at = at
            .entry(name.clone())
            .or_insert_with(|| Value::Table(Table::new()))
            .as_table_mut()
            .ok_or_else(|| ConfigError::Unreadable(format!("`{name}` must be a table")))?;
    }
    at.insert(last.clone(), value);
    Ok(())
}

/// The path a variable's lower-case rest means for `key`, with the operator's own name in place of `*`.
/// Lists of tables can't be set by variables.
fn bind(key: &Key, rest: &str) -> Option<Vec<String>> {
    let parts: Vec<&str> = key.path.split('.').collect();
    if parts.contains(&"[]") {
        return None;
    }
    let Some(star) = parts.iter().position(|part| *part == "*") else {
        return (parts.join("_") == rest).then(|| parts.iter().map(|part| (*part).to_owned()).collect());
    };
    let after = parts[star + 1..].join("_");
    if after.is_empty() || after.contains('*') {
        return None;
    }
    let name = rest
        .strip_prefix(&format!("{}_", parts[..star].join("_")))?
        .strip_suffix(&format!("_{after}"))?;
    let mut path: Vec<String> = parts.iter().map(|part| (*part).to_owned()).collect();
    path[star] = name.to_owned();
    Some(path)
}

fn nearest(written: &str, known: impl Iterator<Item = String>) -> Option<String> {
    known
        .filter(|name| name != "*" && name != "[]")
        .map(|name| (distance(written, &name), name))
        .filter(|(distance, name)| *distance <= 1 + name.len() / 4)
        .min()
        .map(|(_, name)| name)
}

/// Edits (insert, delete, replace) between two names.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, from) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, to) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(from != *to);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::*;
    use super::*;

    fn read(text: &str) -> Result<Config, ConfigError> {
        Config::read(text, "ROUTER_", [])
    }

    #[test]
    fn empty_text_is_the_default() {
        assert_eq!(read("").unwrap(), Config::default());
    }

    #[test]
    fn unknown_keys_are_refused_with_the_nearest_sibling() {
        for (text, expected) in [
            ("lisen = 'x'", "unknown configuration key `lisen`; did you mean `listen`?"),
            (
                "[limits]\nbody_byte = 3",
                "unknown configuration key `limits.body_byte`; did you mean `body_bytes`?",
            ),
            (
                "[subgraphs.users]\nurll = ''",
                "unknown configuration key `subgraphs.users.urll`; did you mean `url`?",
            ),
            (
                "[[authentication.tokens]]\nheadr = ''",
                "unknown configuration key `authentication.tokens.[].headr`; did you mean `header`?",
            ),
            (
                "plan_timeout = '1s'",
                "unknown configuration key `plan_timeout`; did you mean `limits.plan_timeout`?",
            ),
            ("zzzzzz = 1", "unknown configuration key `zzzzzz`"),
        ] {
            assert_eq!(read(text).unwrap_err().to_string(), expected);
        }
    }

    #[test]
    fn environment_overrides_the_file() {
        let config = Config::read(
            "[limits]\ntokens = 5\n[subgraphs.users]\nurl = 'http://a'",
            "ROUTER_",
            [
                ("ROUTER_LIMITS_TOKENS", "7"),
                ("ROUTER_CORS_ORIGINS", "http://a, http://b"),
                ("ROUTER_SUBGRAPHS_USERS_URL", "http://c"),
                ("ROUTER_INTROSPECTION", "false"),
                ("PATH", "/bin"),
            ]
            .map(|(name, value)| (name.into(), value.into())),
        )
        .unwrap();
        assert_eq!(config.limits.tokens, 7);
        assert_eq!(config.cors.origins, ["http://a", "http://b"]);
        assert_eq!(config.subgraphs["users"].url.as_deref(), Some("http://c"));
        assert!(!config.introspection);
    }

    #[test]
    fn unknown_variables_are_refused_with_a_suggestion() {
        let error = Config::read("", "ROUTER_", [("ROUTER_LISTN".into(), "x".into())]).unwrap_err();
        assert_eq!(
            error.to_string(),
            "unknown configuration key `ROUTER_LISTN`; did you mean `ROUTER_LISTEN`?"
        );
    }

    #[test]
    fn wrong_kinds_and_contradictions_say_what_to_write() {
        assert!(read("timeout = 'soon'").unwrap_err().to_string().contains("500ms, 30s, 2m or 1h"));
        assert!(read("listen = 4000").is_err());
        let error = read("[cors]\norigins=['*']\ncredentials=true").unwrap_err().to_string();
        assert!(error.contains("list the origins"), "{error}");
        assert!(read("[[authentication.issuers]]\nissuer='a'\njwks_file='f'\njwks_url='http://u'").is_err());
        let variable = [("ROUTER_LIMITS_TOKENS".to_owned(), "many".to_owned())];
        let error = Config::read("", "ROUTER_", variable).unwrap_err().to_string();
        assert!(error.contains("whole number"), "{error}");
    }

    #[test]
    fn durations_have_units() {
        assert_eq!(parse_duration("500ms"), Ok(Duration::from_millis(500)));
        assert_eq!(parse_duration("2m"), Ok(Duration::from_secs(120)));
        for bad in ["", "5", "s", "5 s", "-1s", "99999999999999999999s", "18446744073709551615h"] {
            assert!(parse_duration(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn the_key_list_is_the_configuration() {
        let full = Config {
            supergraph: SupergraphConfig {
                file: Some("s".into()),
                watch: true,
            },
            subgraphs: [(
                "*".to_owned(),
                SubgraphConfig {
                    url: Some("u".into()),
                    timeout: Some(Duration::from_secs(1)),
                    headers: [("*".to_owned(), "v".to_owned())].into(),
                },
            )]
            .into(),
            headers: HeadersConfig {
                client_address: Some("a".into()),
                ..Default::default()
            },
            authentication: AuthenticationConfig {
                tokens: vec![TokenConfig::default()],
                issuers: vec![IssuerConfig {
                    issuer: "i".into(),
                    audience: Some("a".into()),
                    jwks_file: Some("f".into()),
                    jwks_url: Some("u".into()),
                }],
            },
            signing: Some(SigningConfig::default()),
            graphiql: GraphiqlConfig {
                dir: Some("d".into()),
                ..Default::default()
            },
            forward: vec![ForwardConfig::default()],
            ..Config::default()
        };
        let mut found = BTreeSet::new();
        collect(&Value::try_from(full).unwrap(), String::new(), &mut found);
        let listed: BTreeSet<String> = KEYS.iter().map(|key| key.path.to_owned()).collect();
        assert_eq!(found, listed);
    }

    fn collect(value: &Value, path: String, into: &mut BTreeSet<String>) {
        let below = |name: &str| if path.is_empty() { name.into() } else { format!("{path}.{name}") };
        match value {
            Value::Table(table) => {
                for (name, value) in table {
                    collect(value, below(name), into);
                }
            }
            Value::Array(items) if items.iter().any(Value::is_table) => {
                for item in items {
                    collect(item, below("[]"), into);
                }
            }
            _ => {
                into.insert(path);
            }
        }
    }
}
