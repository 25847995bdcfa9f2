//! What federation calls a directive that a subgraph may have renamed. Owns `@link` imports and prefixes only.

use crate::document::Definition;
use crate::request::read_value;
use router_graph::Value;
use std::collections::BTreeMap;

/// The names that federation's directives have in one subgraph.
#[derive(Clone, Debug, Default)]
pub struct Links {
    /// Local name to federation's.
    names: BTreeMap<String, String>,
    /// The prefix of what is not imported; `None` for federation 1, where every name is federation's own.
    prefix: Option<String>,
}

impl Links {
    /// Reads the links of a subgraph's schema definitions.
    pub fn of(definitions: &[Definition]) -> Links {
        let mut links = Links::default();
        let applications = definitions.iter().flat_map(|definition| &definition.directives);
        for link in applications.filter(|application| application.name == "link") {
            let Some(Value::String(url)) = link.argument("url").and_then(read_value) else {
                continue;
            };
            if !url.contains("specs.apollo.dev/federation/") {
                continue;
            }
            let alias = match link.argument("as").and_then(read_value) {
                Some(Value::String(alias)) => alias.to_string(),
                _ => "federation".to_string(),
            };
            links.prefix = Some(format!("{alias}__"));
            let Some(Value::List(imports)) = link.argument("import").and_then(read_value) else {
                continue;
            };
            for import in imports {
                let text = |fields: &[(Box<str>, Value)], key: &str| match fields.iter().find(|(name, _)| &**name == key) {
                    Some((_, Value::String(text))) => Some(text.to_string()),
                    _ => None,
                };
                let (name, local) = match &import {
                    Value::String(name) => (name.to_string(), name.to_string()),
                    Value::Object(fields) => {
                        let name = text(fields, "name").unwrap_or_default();
                        let local = text(fields, "as").unwrap_or_else(|| name.clone());
                        (name, local)
                    }
                    _ => continue,
                };
                if let (Some(name), Some(local)) = (name.strip_prefix('@'), local.strip_prefix('@')) {
                    links.names.insert(local.to_string(), name.to_string());
                }
            }
        }
        links
    }

    /// Federation's name of a directive; `None` of one that is not federation's.
    pub fn canonical<'a>(&'a self, local: &'a str) -> Option<&'a str> {
        match &self.prefix {
            None => Some(local),
            Some(prefix) => self
                .names
                .get(local)
                .map(String::as_str)
                .or_else(|| local.strip_prefix(prefix.as_str())),
        }
    }
}
