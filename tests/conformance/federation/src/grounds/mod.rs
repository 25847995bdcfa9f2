//! Where supergraphs to try come from: random sets of subgraphs, and the cases beside composition and planner. Owns finding them;
//! must not know what is tried on them.

mod joins;

use crate::document::{Subgraph, SubgraphSet, read};
use crate::generate::{Flavour, generate};
use crate::outcome::inputs;
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
}

impl Site {
    /// Composes a set; says why where it does not compose or cannot be simulated.
    pub fn new(name: String, set: SubgraphSet) -> Result<Site, String> {
        let composed = compose(inputs(&set)).map_err(|errors| format!("does not compose: {:?}", errors.first().map(|error| error.code)))?;
        let ground = Ground::new(&set, &composed.supergraph_sdl)?;
        Ok(Site { name, set, ground })
    }

    /// The random set of that index under that seed. Sets that were made to compose and tangled ones take turns.
    pub fn random(seed: u64, index: u64) -> Result<Site, String> {
        let flavour = if index.is_multiple_of(4) { Flavour::Tangled } else { Flavour::Valid };
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
    let files = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == "graphql"));
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

/// Every supergraph of the planner's cases, with subgraphs told from its joins.
pub fn planner_cases() -> Vec<Result<Site, String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../router/planner/tests/cases");
    let files = entries(&root).into_iter().filter(|path| path.extension().is_some_and(|extension| extension == "graphql"));
    let sites = files.filter_map(|path| {
        let text = fs::read_to_string(&path).ok()?;
        let supergraph = text.split("# operation: ").next()?;
        let name = format!("planner {}", path.file_stem()?.display());
        let set = joins::subgraphs(supergraph);
        Some(set.ok_or_else(|| format!("{name} cannot be read")).and_then(|set| {
            let ground = Ground::new(&set, supergraph).map_err(|why| format!("{name}: {why}"))?;
            Ok(Site { name, set, ground })
        }))
    });
    sites.collect()
}
