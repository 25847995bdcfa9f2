//! Cases from outside: folders of subgraphs with the outcome that the reference composer gave. Owns finding and reading
//! them; must not know how outcomes are compared.

use crate::document::{SubgraphSet, read};
use crate::outcome::{Outcome, count};
use router_composition::SubgraphInput;
use serde_json::Value;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The variable that names the folder of cases.
pub const FOLDER_VARIABLE: &str = "MARQUEE_CONFORMANCE_CASES";

/// One case.
#[derive(Clone, Debug)]
pub struct Case {
    /// The folder's name.
    pub name: String,
    /// Subgraphs as they are written.
    pub subgraphs: Vec<SubgraphInput>,
    /// What the reference made of them.
    pub expected: Outcome,
}

impl Case {
    /// The subgraphs as documents; `None` where one of them breaks the grammar.
    pub fn set(&self) -> Option<SubgraphSet> {
        let subgraphs = self.subgraphs.iter().map(|input| read(&input.name, &input.sdl));
        Some(SubgraphSet {
            subgraphs: subgraphs.collect::<Option<_>>()?,
        })
    }
}

/// The folder of cases of one kind (`composition`): below the folder that [`FOLDER_VARIABLE`] names, or else below
/// `shared/conformance` beside the checkout. `None` where there is none.
pub fn folder(kind: &str) -> Option<PathBuf> {
    let beside = || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../../shared/conformance");
    let root = std::env::var_os(FOLDER_VARIABLE).map_or_else(beside, PathBuf::from);
    Some(root.join(kind)).filter(|folder| folder.is_dir())
}

/// The subgraphs of a folder, each named by its file, percent-decoded, in name order.
pub fn subgraphs(folder: &Path) -> io::Result<Vec<SubgraphInput>> {
    let mut subgraphs = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "graphql") {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            subgraphs.push(SubgraphInput {
                name: percent_decoded(&stem),
                url: None,
                sdl: fs::read_to_string(&path)?,
            });
        }
    }
    subgraphs.sort_by(|one, two| one.name.cmp(&two.name));
    Ok(subgraphs)
}

fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut decoded, mut at) = (Vec::new(), 0);
    while at < bytes.len() {
        let hex = bytes.get(at + 1..at + 3).and_then(|hex| std::str::from_utf8(hex).ok());
        match hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            Some(byte) if bytes[at] == b'%' => {
                decoded.push(byte);
                at += 3;
            }
            _ => {
                decoded.push(bytes[at]);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&decoded).into_owned()
}

/// All cases below a folder, in name order.
pub fn load(folder: &Path) -> io::Result<Vec<Case>> {
    let mut cases = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if !path.is_dir() {
            continue;
        }
        let expected: Value = serde_json::from_str(&fs::read_to_string(path.join("expected.json"))?)?;
        let codes = |key: &str| {
            let codes = expected[key].as_array().into_iter().flatten();
            count(codes.filter_map(Value::as_str))
        };
        let expected = if expected["ok"] == true {
            Outcome::Composed {
                supergraph: fs::read_to_string(path.join("supergraph.graphql"))?,
                api: fs::read_to_string(path.join("api.graphql"))?,
                hints: codes("hints"),
            }
        } else {
            Outcome::Refused(codes("codes"))
        };
        cases.push(Case {
            name: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
            subgraphs: subgraphs(&path.join("subgraphs"))?,
            expected,
        });
    }
    cases.sort_by(|one, two| one.name.cmp(&two.name));
    Ok(cases)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_decoded() {
        assert_eq!(percent_decoded("a%2Fb%"), "a/b%");
    }
}
