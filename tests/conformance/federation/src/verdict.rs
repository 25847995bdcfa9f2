//! Who is right where our composer and the reference differ. Owns the rules, which are data with reasons
//! (`accepted.json`); must not know how a difference was found.

use crate::compare::Difference;
use crate::document::SubgraphSet;
use serde_json::Value;

const ACCEPTED: &str = include_str!("../accepted.json");

/// Whose the difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Class {
    /// Ours on purpose: we decided to behave so.
    Ours,
    /// A fault of the reference.
    Theirs,
    /// Nobody has decided yet.
    Open,
}

impl Class {
    /// The class as it is written in reports and rules.
    pub fn as_str(self) -> &'static str {
        match self {
            Class::Ours => "ours",
            Class::Theirs => "theirs",
            Class::Open => "open",
        }
    }
}

/// A rule that accepts differences of one kind.
#[derive(Clone, Debug)]
pub struct Rule {
    /// Whose they are.
    pub class: Class,
    /// Begin of the signature of differences that it is about.
    pub begins: String,
    /// End of that signature.
    pub ends: String,
    /// Texts that all stand in the subgraphs.
    pub contains: Vec<String>,
    /// Why.
    pub reason: String,
}

/// The rules, and outside cases with accepted differences.
#[derive(Clone, Debug)]
pub struct Rules {
    rules: Vec<Rule>,
    cases: Vec<(String, String)>,
}

impl Rules {
    /// The rules that are kept with this package.
    pub fn load() -> Rules {
        let data: Value = serde_json::from_str(ACCEPTED).expect("the rules are JSON");
        let text = |value: &Value| value.as_str().unwrap_or_default().to_string();
        let rules = data["differences"].as_array().into_iter().flatten().map(|rule| Rule {
            class: if rule["class"] == "theirs" { Class::Theirs } else { Class::Ours },
            begins: text(&rule["begins"]),
            ends: text(&rule["ends"]),
            contains: rule["contains"].as_array().into_iter().flatten().map(text).collect(),
            reason: text(&rule["reason"]),
        });
        let cases = data["cases"].as_array().into_iter().flatten();
        Rules {
            rules: rules.collect(),
            cases: cases.map(|case| (text(&case["case"]), text(&case["reason"]))).collect(),
        }
    }

    /// The class of a difference over a set, with the reason where there is one.
    pub fn classify(&self, difference: &Difference, set: &SubgraphSet) -> (Class, &str) {
        let signature = difference.signature();
        let sdl = set.to_string();
        let rule = self.rules.iter().find(|rule| {
            signature.starts_with(&rule.begins) && signature.ends_with(&rule.ends) && rule.contains.iter().all(|text| sdl.contains(text))
        });
        rule.map_or((Class::Open, ""), |rule| (rule.class, &rule.reason))
    }

    /// Why an outside case may differ, where it may.
    pub fn case(&self, name: &str) -> Option<&str> {
        let case = self.cases.iter().find(|(case, _)| case == name);
        case.map(|(_, reason)| reason.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_rule_has_a_reason() {
        let rules = Rules::load();
        assert!(
            rules
                .rules
                .iter()
                .all(|rule| !(rule.begins.is_empty() && rule.ends.is_empty()) && rule.reason.len() > 20)
        );
        assert!(rules.cases.iter().all(|(case, reason)| !case.is_empty() && reason.len() > 20));
    }
}
