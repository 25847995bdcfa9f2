//! Who is right where our composer and the reference differ. Owns the rules, which are data with reasons
//! (`accepted.json`); must not know how a difference was found.

use crate::compare::Difference;
use crate::document::{Definition, Keyword, Member, SubgraphSet};
use serde_json::Value;
use std::collections::HashSet;

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

/// A property of subgraphs that no text in them shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// A value, member, interface, argument, argument of an application or schema definition is there twice.
    SaysTwice,
    /// A type has the name of a scalar of the language.
    RedefinesBuiltin,
}

impl Shape {
    fn read(name: &str) -> Shape {
        match name {
            "says twice" => Shape::SaysTwice,
            "redefines builtin" => Shape::RedefinesBuiltin,
            other => panic!("accepted.json asks for the unknown shape {other:?}"),
        }
    }

    /// Whether the set has it.
    fn is_in(self, set: &SubgraphSet) -> bool {
        set.subgraphs.iter().any(|subgraph| {
            let is_schema = |definition: &&Definition| definition.keyword == Keyword::Schema && !definition.extend;
            match self {
                Shape::SaysTwice => {
                    subgraph.definitions.iter().filter(is_schema).count() > 1 || subgraph.definitions.iter().any(says_twice)
                }
                Shape::RedefinesBuiltin => subgraph
                    .definitions
                    .iter()
                    .any(|definition| matches!(&*definition.name, "String" | "Int" | "Float" | "Boolean" | "ID")),
            }
        })
    }
}

fn says_twice(definition: &Definition) -> bool {
    let members = |members: &[Member]| repeats(members.iter().map(|member| &member.name));
    let applications = definition
        .directives
        .iter()
        .chain(definition.members.iter().flat_map(|member| &member.directives));
    repeats(definition.implements.iter())
        || members(&definition.members)
        || definition.members.iter().any(|member| members(&member.arguments))
        || applications
            .into_iter()
            .any(|application| repeats(application.arguments.iter().map(|(name, _)| name)))
}

fn repeats<'a>(names: impl Iterator<Item = &'a String>) -> bool {
    let mut seen = HashSet::new();
    names.into_iter().any(|name| !seen.insert(name))
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
    /// What else the subgraphs have.
    pub shape: Option<Shape>,
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
            shape: rule["shape"].as_str().map(Shape::read),
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
            signature.starts_with(&rule.begins)
                && signature.ends_with(&rule.ends)
                && rule.contains.iter().all(|text| sdl.contains(text))
                && rule.shape.is_none_or(|shape| shape.is_in(set))
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
