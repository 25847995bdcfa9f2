//! The measure by which two outcomes are the same. Owns canonical facts of supergraphs and API schemas; must not know
//! who composed them nor from what.
//!
//! Two outcomes *pass* when both refuse with the same set of codes, or both compose to the same subgraphs, API schema and
//! `join__*` applications. They are *strictly* the same when also the count of each code, the other directives with their
//! definitions, the links and the descriptions are. Hints are compared beside that.

use crate::document::{Application, Definition, Keyword, Member, Token, quote, read, tokens};
use crate::outcome::Outcome;
use std::collections::{BTreeMap, BTreeSet};

/// How much a difference weighs, heaviest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Weight {
    /// One composer broke down.
    Broken,
    /// One composes what the other refuses.
    Verdict,
    /// Both refuse, with different codes.
    Codes,
    /// Different subgraphs, API schemas or `join__*` applications.
    Meaning,
    /// Different in what only the strict measure looks at.
    Strict,
    /// Different hints only.
    Hints,
}

/// Something one outcome says.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fact {
    weight: Weight,
    /// What kind of fact it is: its text without names.
    pub shape: String,
    /// The fact.
    pub text: String,
}

/// How two outcomes differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The heaviest part of it.
    pub weight: Weight,
    /// What only the first outcome says.
    pub first: Vec<Fact>,
    /// What only the second outcome says.
    pub second: Vec<Fact>,
}

impl Difference {
    /// Whether two outcomes that differ so still pass.
    pub fn passes(&self) -> bool {
        self.weight >= Weight::Strict
    }

    /// Whether they differ in hints only.
    pub fn strictly_passes(&self) -> bool {
        self.weight >= Weight::Hints
    }

    /// One line that is the same for differences of the same kind: the shape of its heaviest facts.
    pub fn signature(&self) -> String {
        let shapes = |facts: &[Fact], sign: &str| {
            let shapes: BTreeSet<&str> = facts
                .iter()
                .filter(|fact| fact.weight == self.weight)
                .map(|fact| fact.shape.as_str())
                .collect();
            shapes.into_iter().map(|shape| format!("{sign}{shape}")).collect::<Vec<_>>()
        };
        let mut parts = shapes(&self.first, "+");
        parts.extend(shapes(&self.second, "-"));
        if matches!(self.weight, Weight::Meaning | Weight::Strict | Weight::Hints) {
            parts.truncate(1);
        }
        format!("{:?} {}", self.weight, parts.join(" "))
    }

    /// The facts of the first outcome with `+`, those of the second with `-`, one a line.
    pub fn lines(&self) -> Vec<String> {
        let first = self.first.iter().map(|fact| format!("+ {}", fact.text));
        first.chain(self.second.iter().map(|fact| format!("- {}", fact.text))).collect()
    }
}

/// How two outcomes differ; `None` where they are strictly the same, hints included.
pub fn compare(first: &Outcome, second: &Outcome) -> Option<Difference> {
    let (one, two) = (facts(first), facts(second));
    let only_first: Vec<Fact> = one.difference(&two).cloned().collect();
    let only_second: Vec<Fact> = two.difference(&one).cloned().collect();
    let heaviest = only_first.iter().chain(&only_second).map(|fact| fact.weight).min()?;
    let weight = match (first, second) {
        (Outcome::Composed { .. }, Outcome::Composed { .. }) => heaviest,
        (Outcome::Refused(_), Outcome::Refused(_)) => heaviest,
        (Outcome::Broken(_), _) | (_, Outcome::Broken(_)) => Weight::Broken,
        _ => Weight::Verdict,
    };
    // A verdict's difference is in the codes: what a composed supergraph says beside a refusal is no difference.
    let (mut only_first, mut only_second) = (only_first, only_second);
    if weight <= Weight::Codes {
        for facts in [&mut only_first, &mut only_second] {
            facts.retain(|fact| fact.weight <= Weight::Codes);
            facts.iter_mut().for_each(|fact| fact.weight = weight);
        }
    }
    Some(Difference {
        weight,
        first: only_first,
        second: only_second,
    })
}

fn facts(outcome: &Outcome) -> BTreeSet<Fact> {
    let mut gathered = BTreeSet::new();
    let mut add = |weight, shape: String, text: String| {
        gathered.insert(Fact { weight, shape, text });
    };
    match outcome {
        Outcome::Broken(how) => add(Weight::Broken, "broken".to_string(), how.clone()),
        Outcome::Refused(codes) => {
            for (code, count) in codes {
                add(Weight::Codes, code.clone(), code.clone());
                if *count > 1 {
                    add(Weight::Strict, format!("{code} repeated"), format!("{code} x{count}"));
                }
            }
        }
        Outcome::Composed { supergraph, api, hints } => {
            for (hint, count) in hints {
                add(Weight::Hints, hint.clone(), format!("{hint} x{count}"));
            }
            let mut schema = Facts {
                prefix: "api ",
                api: true,
                gathered: &mut gathered,
            };
            schema.document(api);
            let mut schema = Facts {
                prefix: "",
                api: false,
                gathered: &mut gathered,
            };
            schema.document(supergraph);
        }
    }
    gathered
}

struct Facts<'a> {
    prefix: &'static str,
    api: bool,
    gathered: &'a mut BTreeSet<Fact>,
}

impl Facts<'_> {
    fn add(&mut self, weight: Weight, kind: &str, text: String) {
        self.gathered.insert(Fact {
            weight,
            shape: format!("{}{kind}", self.prefix),
            text: format!("{}{text}", self.prefix),
        });
    }

    /// What is defined is meaning in an API schema, and strictness in a supergraph.
    fn defined(&mut self, kind: &str, text: String) {
        let weight = if self.api { Weight::Meaning } else { Weight::Strict };
        self.add(weight, kind, text);
    }

    fn described(&mut self, at: &str, description: Option<&String>) {
        if let Some(description) = description {
            self.add(Weight::Strict, "description", format!("{at} described {}", quote(description)));
        }
    }

    fn applied(&mut self, kind: &str, at: &str, applications: &[Application]) {
        for application in applications {
            let mut names: Vec<&str> = application.arguments.iter().map(|(name, _)| name.as_str()).collect();
            names.sort_unstable();
            let shape = format!("{kind} @{}({})", application.name, names.join(", "));
            let mut arguments: Vec<String> = application
                .arguments
                .iter()
                .map(|(name, value)| format!("{name}: {}", canonical_argument(name, value)))
                .collect();
            arguments.sort();
            let text = format!("{at} @{}({})", application.name, arguments.join(", "));
            let join = application.name.starts_with("join__");
            self.add(if self.api || join { Weight::Meaning } else { Weight::Strict }, &shape, text);
        }
    }

    fn document(&mut self, sdl: &str) {
        let Some(document) = read("", sdl) else {
            return self.add(Weight::Meaning, "unreadable", sdl.to_string());
        };
        let mut roots: BTreeMap<&str, &str> = BTreeMap::new();
        let mut has_schema = false;
        for definition in &document.definitions {
            match definition.keyword {
                Keyword::Schema => {
                    has_schema = true;
                    roots.extend(definition.members.iter().map(|root| (root.name.as_str(), root.ty.as_str())));
                }
                Keyword::Type if !has_schema => {
                    for (kind, name) in [("query", "Query"), ("mutation", "Mutation"), ("subscription", "Subscription")] {
                        if definition.name == name {
                            roots.insert(kind, name);
                        }
                    }
                }
                _ => {}
            }
        }
        for (kind, name) in roots {
            self.defined("root operation", format!("{kind}: {name}"));
        }
        document.definitions.iter().for_each(|definition| self.definition(definition));
    }

    fn definition(&mut self, definition: &Definition) {
        let kind = definition.keyword.as_str();
        let name = match definition.keyword {
            Keyword::Schema => "schema".to_string(),
            Keyword::Directive => format!("@{}", definition.name),
            _ => definition.name.clone(),
        };
        self.described(&name, definition.description.as_ref());
        self.applied(kind, &name, &definition.directives);
        match definition.keyword {
            Keyword::Schema => return,
            Keyword::Directive => {
                let mut locations = definition.locations.clone();
                locations.sort();
                let repeatable = if definition.repeatable { " repeatable" } else { "" };
                self.defined("directive", format!("directive {name}{repeatable} on {}", locations.join(" | ")));
            }
            _ => self.defined(kind, format!("{kind} {name}")),
        }
        for interface in &definition.implements {
            self.defined("implements", format!("{name} implements {interface}"));
        }
        for member in &definition.members {
            self.member(kind, &format!("{name}.{}", member.name), member);
        }
    }

    fn member(&mut self, kind: &str, at: &str, member: &Member) {
        let kind = format!("{kind} member");
        let default = member
            .default
            .as_ref()
            .map_or(String::new(), |value| format!(" = {}", canonical_value(value)));
        self.defined(&kind, format!("{at}: {}{default}", member.ty));
        self.described(at, member.description.as_ref());
        self.applied(&kind, at, &member.directives);
        for argument in &member.arguments {
            self.member(&kind, &format!("{at}({}:)", argument.name), argument);
        }
    }
}

/// An argument's value with field sets sorted and what is a set of names sorted.
fn canonical_argument(name: &str, value: &str) -> String {
    if matches!(name, "key" | "requires" | "provides")
        && let Some([Token::Text(fields)]) = tokens(value).as_deref()
    {
        return quote(&canonical_field_set(fields));
    }
    let canonical = canonical_value(value);
    if matches!(name, "import" | "contextArguments" | "graphs") {
        let mut items = items(&canonical);
        items.sort();
        return format!("[{}]", items.join(", "));
    }
    canonical
}

/// The items of a list at its outermost level.
fn items(list: &str) -> Vec<String> {
    let inner = list.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).unwrap_or(list);
    let (mut items, mut depth, mut quoted, mut item) = (Vec::new(), 0, false, String::new());
    let mut escaped = false;
    for character in inner.chars() {
        match character {
            '"' if !escaped => quoted = !quoted,
            '[' | '{' if !quoted => depth += 1,
            ']' | '}' if !quoted => depth -= 1,
            ',' if !quoted && depth == 0 => {
                items.push(std::mem::take(&mut item).trim().to_string());
                continue;
            }
            _ => {}
        }
        escaped = character == '\\' && !escaped;
        item.push(character);
    }
    if !item.trim().is_empty() {
        items.push(item.trim().to_string());
    }
    items
}

/// A value with the fields of objects sorted.
pub fn canonical_value(value: &str) -> String {
    let Some(tokens) = tokens(value) else { return value.to_string() };
    let mut at = 0;
    spell_value(&tokens, &mut at)
}

fn spell_value(tokens: &[Token], at: &mut usize) -> String {
    let Some(token) = tokens.get(*at) else { return String::new() };
    *at += 1;
    match token {
        Token::Name(name) => name.clone(),
        Token::Number(number) => number.clone(),
        Token::Text(text) => quote(text),
        Token::Mark("[") => {
            let mut items = Vec::new();
            while *at < tokens.len() && tokens[*at] != Token::Mark("]") {
                items.push(spell_value(tokens, at));
            }
            *at += 1;
            format!("[{}]", items.join(", "))
        }
        Token::Mark("{") => {
            let mut fields = Vec::new();
            while *at < tokens.len() && tokens[*at] != Token::Mark("}") {
                let Token::Name(name) = &tokens[*at] else { break };
                *at += 2;
                let value = spell_value(tokens, at);
                let selection = name == "selection" && value.starts_with('"');
                let value = match (selection, crate::document::tokens(&value).as_deref()) {
                    (true, Some([Token::Text(fields)])) => quote(&canonical_field_set(fields)),
                    _ => value,
                };
                fields.push(format!("{name}: {value}"));
            }
            *at += 1;
            fields.sort();
            format!("{{{}}}", fields.join(", "))
        }
        Token::Mark(mark) => (*mark).to_string(),
    }
}

/// A field set with its selections sorted at every level and one layout.
pub fn canonical_field_set(fields: &str) -> String {
    let Some(tokens) = tokens(fields) else { return fields.to_string() };
    let mut at = usize::from(tokens.first() == Some(&Token::Mark("{")));
    spell_selections(&tokens, &mut at)
}

fn spell_selections(tokens: &[Token], at: &mut usize) -> String {
    let mut selections: Vec<String> = Vec::new();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token {
            Token::Mark("}") => break,
            Token::Mark("{") => {
                let inner = spell_selections(tokens, at);
                let selection = selections.last_mut();
                if let Some(selection) = selection {
                    selection.push_str(&format!(" {{ {inner} }}"));
                }
            }
            Token::Mark("(") => {
                let mut arguments = Vec::new();
                while *at < tokens.len() && tokens[*at] != Token::Mark(")") {
                    let name = spell_value(tokens, at);
                    *at += 1;
                    arguments.push(format!("{name}: {}", spell_value(tokens, at)));
                }
                *at += 1;
                arguments.sort();
                if let Some(selection) = selections.last_mut() {
                    selection.push_str(&format!("({})", arguments.join(", ")));
                }
            }
            Token::Mark("...") => {
                let mut fragment = "...".to_string();
                if tokens.get(*at) == Some(&Token::Name("on".to_string())) {
                    *at += 1;
                    fragment = format!("... on {}", spell_value(tokens, at));
                }
                selections.push(fragment);
            }
            Token::Name(name) => selections.push(name.clone()),
            other => selections.push(format!("{other:?}")),
        }
    }
    selections.sort();
    selections.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn field_sets_have_one_spelling() {
        assert_eq!(canonical_field_set("{ b(y: 1, x: [2]) a { d c } }"), "a { c d } b(x: [2], y: 1)");
        assert_eq!(canonical_field_set("... on B { z y } a"), "... on B { y z } a");
    }

    #[test]
    fn meaning_weighs_more_than_layout() {
        let outcome = |supergraph: &str| Outcome::Composed {
            supergraph: supergraph.to_string(),
            api: "type Query { a: Int }".to_string(),
            hints: BTreeMap::new(),
        };
        let one = outcome("type Query @join__type(graph: A, key: \"b a\") { a: Int }");
        let same = outcome("type Query\n  @join__type(key: \"a b\", graph: A)\n{ a: Int }");
        let described = outcome("\"d\" type Query @join__type(graph: A, key: \"b a\") { a: Int }");
        let other = outcome("type Query @join__type(graph: A, key: \"b\") { a: Int }");
        assert_eq!(compare(&one, &same), None);
        assert_eq!(compare(&one, &described).map(|difference| difference.weight), Some(Weight::Strict));
        assert_eq!(compare(&one, &other).map(|difference| difference.weight), Some(Weight::Meaning));
    }
}
