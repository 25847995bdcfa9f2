//! Where supergraphs to try come from: random sets of subgraphs, and the cases beside composition and planner. Owns finding them;
//! must not know what is tried on them.

mod joins;

use crate::document::{Subgraph, SubgraphSet, read};
use crate::generate::{Flavour, generate};
use crate::outcome::inputs;
use crate::request::{Request, read_request};
use crate::trial::Ground;
use router_composition::compose;
use std::fs;
use std::path::{Path, PathBuf};

/// A set of subgraphs with what it composes to.
#[derive(Debug)]
pub struct Site {
    /// What it is called in reports.
    pub name: String,
    /// The subgraphs.
    pub set: SubgraphSet,
    /// Ready to be tried.
    pub ground: Ground,
    /// Operations that come with it.
    pub operations: Vec<Request>,
}

impl Site {
    /// Composes a set; says why where it does not compose or cannot be simulated.
    pub fn new(name: String, set: SubgraphSet) -> Result<Site, String> {
        let composed = compose(inputs(&set)).map_err(|errors| format!("does not compose: {:?}", errors.first().map(|error| error.code)))?;
        let ground = Ground::new(&set, &composed.supergraph_sdl)?;
        let operations = Vec::new();
        Ok(Site {
            name,
            set,
            ground,
            operations,
        })
    }

    /// The random set of that index under that seed. Sets that were made to compose and tangled ones take turns.
    pub fn random(seed: u64, index: u64) -> Result<Site, String> {
        let flavour = if index.is_multiple_of(4) {
            Flavour::Tangled
        } else {
            Flavour::Valid
        };
        Site::new(format!("random {seed} {index}"), generate(seed, index, flavour))
    }
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    paths.sort();
    paths
}

/// The subgraphs of a folder: every `NAME.graphql`.
pub fn subgraphs(folder: &Path) -> Option<SubgraphSet> {
    let files = entries(folder);
    let files = files
        .iter()
        .filter(|path| path.extension().is_some_and(|extension| extension == "graphql"));
    let subgraphs: Option<Vec<Subgraph>> = files
        .map(|path| read(path.file_stem()?.to_str()?, &fs::read_to_string(path).ok()?))
        .collect();
    Some(SubgraphSet { subgraphs: subgraphs? })
}

/// Every case of composition, by name: what composes of them can be tried.
pub fn composition_cases() -> Vec<(String, SubgraphSet)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../router/composition/tests/cases");
    let folders = entries(&root).into_iter().flat_map(|group| entries(&group));
    let named = folders.filter_map(|folder| {
        let name = folder.strip_prefix(&root).ok()?.display().to_string();
        Some((name, subgraphs(&folder.join("subgraphs"))?))
    });
    named.collect()
}

/// Every supergraph of the planner's cases with its operations; the subgraphs are told from its joins.
pub fn planner_cases() -> Vec<Result<Site, String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../router/planner/tests/cases");
    entries(&root).iter().filter_map(|path| supergraph(path)).collect()
}

/// The site of a supergraph's file, which may hold `# operation: NAME` sections; `None` of any other file.
pub fn supergraph(path: &Path) -> Option<Result<Site, String>> {
    if path.extension()? != "graphql" {
        return None;
    }
    let text = fs::read_to_string(path).ok()?;
    let mut parts = text.split("# operation: ");
    let sdl = parts.next()?;
    let asks_schema = |text: &&str| text.contains("__schema") || text.contains("__type(");
    let operations = parts.filter_map(|part| part.split_once('\n').map(|(_, text)| text));
    let operations = operations.filter(|text| !asks_schema(text)).filter_map(read_request).collect();
    let name = format!("supergraph {}", path.display());
    let made = |set: SubgraphSet| {
        let ground = Ground::new(&set, sdl)?;
        Ok(Site {
            name: name.clone(),
            set,
            ground,
            operations,
        })
    };
    let set = joins::subgraphs(sdl).ok_or_else(|| "its joins cannot be read".to_string());
    Some(set.and_then(made).map_err(|why: String| format!("{name}: {why}")))
}

/// The sites of a folder: every `*/supergraph.graphql` and `*.graphql`.
pub fn supergraphs(folder: &Path) -> Vec<Result<Site, String>> {
    let files = entries(folder)
        .into_iter()
        .map(|path| if path.is_dir() { path.join("supergraph.graphql") } else { path });
    files.filter_map(|path| supergraph(&path)).collect()
}
