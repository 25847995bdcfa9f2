//! The subgraphs a command is given: folders, files and a configuration to names, addresses and schemas.
//!
//! Owns how files are named and what wins where a subgraph is named twice. Must not know what a schema means.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use percent_encoding::percent_decode_str;
use router_composition::{Code, Diagnostic, SubgraphInput};

use super::introspection;
use super::output::{Source, read};
use super::supergraph_config::{SchemaPlace, SupergraphConfig};
use super::{EXTENSION, Misuse};

/// What was found.
#[derive(Default)]
pub struct Given {
    pub inputs: Vec<SubgraphInput>,
    /// The same texts, with where each comes from.
    pub sources: Vec<Source>,
    /// Subgraphs that could not be asked for their schema.
    pub failures: Vec<Diagnostic>,
}

impl Given {
    fn add(&mut self, name: String, url: Option<String>, path: String, text: String) {
        self.inputs.push(SubgraphInput {
            name: name.clone(),
            url,
            sdl: text.clone(),
        });
        self.sources.push(Source { name, path, text });
    }
}

/// Reads all subgraphs. A subgraph of the configuration without a schema of its own takes that of the file of its name.
pub fn gather(paths: &[PathBuf], config: Option<&Path>) -> Result<Given, Misuse> {
    let mut files = Vec::new();
    for path in paths {
        files.extend(files_of(path)?);
    }
    let config = config.map(SupergraphConfig::read).transpose()?.unwrap_or_default();
    let mut addresses: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut asked = Vec::new();
    let mut given = Given::default();
    for (name, subgraph) in config.subgraphs {
        let has_file = files.iter().any(|(file_name, _)| *file_name == name);
        let Some(place) = subgraph.schema else {
            if !has_file {
                return Err(Misuse(format!(
                    "the configuration gives no schema for the subgraph `{name}`, and no file is named after it; give it \
                     schema.file, schema.subgraph_url or schema.sdl"
                )));
            }
            addresses.insert(name, subgraph.routing_url);
            continue;
        };
        if has_file {
            return Err(Misuse(format!(
                "the subgraph `{name}` is given twice: by a file and by the configuration's schema"
            )));
        }
        match place {
            SchemaPlace::File(path) => given.add(name, subgraph.routing_url, path.display().to_string(), read(&path)?),
            SchemaPlace::Inline(sdl) => {
                let shown = format!("{} (inline)", name);
                given.add(name, subgraph.routing_url, shown, sdl);
            }
            SchemaPlace::Endpoint(endpoint) => asked.push((name, subgraph.routing_url, endpoint)),
        }
    }
    for (name, path) in files {
        let url = addresses.get(&name).cloned().flatten();
        given.add(name, url, path.display().to_string(), read(&path)?);
    }
    let endpoints: Vec<_> = asked.iter().map(|(_, _, endpoint)| endpoint.clone()).collect();
    let answers = introspection::schemas(endpoints)?;
    for ((name, url, endpoint), answer) in asked.into_iter().zip(answers) {
        match answer {
            // Where a subgraph answers questions about itself, it answers others too.
            Ok(sdl) => given.add(name, url.or(Some(endpoint.url.clone())), endpoint.url, sdl),
            Err(reason) => given.failures.push(Diagnostic {
                code: Some(Code::DownstreamServiceError),
                message: format!("The subgraph \"{name}\" did not tell its schema: {reason}."),
                subgraphs: vec![name],
                locations: Vec::new(),
                help: Some(format!("Check that {} answers the query {{ _service {{ sdl }} }}.", endpoint.url)),
            }),
        }
    }
    Ok(given)
}

/// The schema files a path names, with the subgraphs' names.
fn files_of(path: &Path) -> Result<Vec<(String, PathBuf)>, Misuse> {
    if !path.is_dir() {
        return Ok(vec![(subgraph_name(path)?, path.to_owned())]);
    }
    let refuse = |error: std::io::Error| Misuse(format!("{} cannot be listed: {error}", path.display()));
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(refuse)? {
        let file = entry.map_err(refuse)?.path();
        if file.is_file() && file.extension().is_some_and(|extension| extension == EXTENSION) {
            files.push((subgraph_name(&file)?, file));
        }
    }
    if files.is_empty() {
        return Err(Misuse(format!("{} holds no .{EXTENSION} file", path.display())));
    }
    files.sort();
    Ok(files)
}

/// A file is named after its subgraph, with what a file name can't hold percent-encoded.
fn subgraph_name(file: &Path) -> Result<String, Misuse> {
    let stem = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    match percent_decode_str(stem).decode_utf8() {
        Ok(name) if !name.is_empty() => Ok(name.into_owned()),
        _ => Err(Misuse(format!("the file name {} is not that of a subgraph", file.display()))),
    }
}
