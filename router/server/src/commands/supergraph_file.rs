//! The supergraph a command is given as a file.

use std::path::{Path, PathBuf};

use clap::Args;
use router_composition::SUPERGRAPH;

use super::Misuse;
use super::output::{Source, read};

/// Which file.
#[derive(Args)]
#[group(required = true, multiple = false)]
pub struct SupergraphFile {
    /// File with the supergraph, of any composer; `-` is stdin.
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
    /// The same, by name.
    #[arg(long = "supergraph", value_name = "FILE")]
    supergraph: Option<PathBuf>,
}

impl SupergraphFile {
    /// Reads it, as the text diagnostics call the supergraph.
    pub fn source(&self) -> Result<Source, Misuse> {
        let path = self.file.as_deref().or(self.supergraph.as_deref());
        let path: &Path = path.expect("one of the two is required");
        Ok(Source {
            name: SUPERGRAPH.to_owned(),
            path: path.display().to_string(),
            text: read(path)?,
        })
    }
}
