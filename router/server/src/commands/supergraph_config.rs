//! `supergraph.toml`: the subgraphs of a supergraph, where each answers and where its schema comes from.
//!
//! Owns the file's keys. Must not read the schemas it points to.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::Deserialize;

use super::Misuse;
use super::introspection::Endpoint;
use super::output::read;

/// A configuration as it was meant.
#[derive(Debug, Default)]
pub struct SupergraphConfig {
    /// By name.
    pub subgraphs: BTreeMap<String, SubgraphEntry>,
}

/// One subgraph of the configuration.
#[derive(Debug)]
pub struct SubgraphEntry {
    /// Where the router reaches it.
    pub routing_url: Option<String>,
    /// Where its schema comes from; a file named after the subgraph may stand for it.
    pub schema: Option<SchemaPlace>,
}

/// Where a schema comes from.
#[derive(Debug)]
pub enum SchemaPlace {
    /// A file; relative paths begin at the configuration's folder.
    File(PathBuf),
    /// The subgraph itself tells it.
    Endpoint(Endpoint),
    /// It stands in the configuration.
    Inline(String),
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConfigText {
    subgraphs: BTreeMap<String, SubgraphText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SubgraphText {
    routing_url: Option<String>,
    schema: Option<SchemaText>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SchemaText {
    file: Option<PathBuf>,
    subgraph_url: Option<String>,
    sdl: Option<String>,
    #[serde(default)]
    introspection_headers: BTreeMap<String, String>,
}

impl SupergraphConfig {
    /// Reads the file.
    pub fn read(path: &Path) -> Result<Self, Misuse> {
        let text = read(path)?;
        let refuse = |reason: String| Misuse(format!("{}: {reason}", path.display()));
        let config: ConfigText = toml::from_str(&text).map_err(|error| refuse(error.to_string()))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        let mut subgraphs = BTreeMap::new();
        for (name, subgraph) in config.subgraphs {
            let schema = subgraph.schema.map(|schema| schema.place(folder)).transpose();
            let schema = schema.map_err(|reason| refuse(format!("the schema of the subgraph `{name}` {reason}")))?;
            let entry = SubgraphEntry {
                routing_url: subgraph.routing_url,
                schema,
            };
            subgraphs.insert(name, entry);
        }
        Ok(SupergraphConfig { subgraphs })
    }
}

impl SchemaText {
    fn place(self, folder: &Path) -> Result<SchemaPlace, String> {
        if self.subgraph_url.is_none() && !self.introspection_headers.is_empty() {
            return Err("has introspection_headers, but no subgraph_url to send them to".to_owned());
        }
        match (self.file, self.subgraph_url, self.sdl) {
            (Some(file), None, None) => Ok(SchemaPlace::File(folder.join(file))),
            (None, Some(url), None) => Endpoint::new(&url, self.introspection_headers).map(SchemaPlace::Endpoint),
            (None, None, Some(sdl)) => Ok(SchemaPlace::Inline(sdl)),
            _ => Err("must come from exactly one of file, subgraph_url and sdl".to_owned()),
        }
    }
}
