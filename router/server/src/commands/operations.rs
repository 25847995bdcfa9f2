//! The operations of clients, from a folder: what each uses of the old schema, and whether the new one still takes it.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use router_graph::{ApiSchema, Diagnostic, Document, Limits};

use super::output::read;
use super::{EXTENSION, Misuse};

/// A folder nested deeper is a mistake, or leads in circles.
const FOLDER_DEPTH: usize = 32;

/// Operations that can be judged by, and those that can't.
#[derive(Default)]
pub struct Operations {
    /// How many operations there are.
    pub count: usize,
    used: Vec<Used>,
    /// Files valid before that the new schema refuses.
    pub broken: Vec<Refused>,
    /// Files that neither schema takes: what they use is not known.
    pub unreadable: Vec<Refused>,
}

struct Used {
    /// The operation's name and file.
    shown: String,
    coordinates: BTreeSet<String>,
}

/// A file with what is wrong in it.
pub struct Refused {
    pub path: String,
    pub errors: Vec<Diagnostic>,
}

impl Operations {
    /// Reads every `.graphql` file of the folder and its folders.
    pub fn read(folder: &Path, old_api: &str, new_api: &str) -> Result<Self, Misuse> {
        let schema = |sdl: &str| {
            ApiSchema::from_supergraph_sdl(sdl).map_err(|errors| {
                let reason = errors.first().map(ToString::to_string).unwrap_or_default();
                Misuse(format!("operations cannot be checked against the schema: {reason}"))
            })
        };
        let (old, new) = (schema(old_api)?, schema(new_api)?);
        let mut files = Vec::new();
        find(folder, &mut files, 0)?;
        if files.is_empty() {
            return Err(Misuse(format!("{} holds no .{EXTENSION} file", folder.display())));
        }
        files.sort();
        let mut operations = Operations::default();
        for file in files {
            operations.add(&file, &old, &new)?;
        }
        Ok(operations)
    }

    /// Operations that use all of the coordinates.
    pub fn using(&self, coordinates: &[String]) -> Vec<String> {
        let uses_all = |used: &&Used| coordinates.iter().all(|coordinate| used.coordinates.contains(coordinate));
        self.used.iter().filter(uses_all).map(|used| used.shown.clone()).collect()
    }

    fn add(&mut self, file: &Path, old: &ApiSchema, new: &ApiSchema) -> Result<(), Misuse> {
        let text = read(file)?;
        let path = file.display().to_string();
        // Our own files, not a stranger's request: only nesting is bounded.
        let limits = Limits {
            tokens: usize::MAX,
            operations: usize::MAX,
            ..Limits::default()
        };
        let before = Document::parse(old, &text, &limits);
        let after = Document::parse(new, &text, &limits);
        let (document, schema) = match (&before, &after) {
            (Ok(document), _) => (document, old),
            (Err(_), Ok(document)) => (document, new),
            (Err(_), Err(errors)) => {
                let errors = errors.clone();
                self.unreadable.push(Refused { path, errors });
                return Ok(());
            }
        };
        for usage in document.usage(schema) {
            self.count += 1;
            self.used.push(Used {
                shown: match usage.name {
                    Some(name) => format!("{name} ({path})"),
                    None => path.clone(),
                },
                coordinates: usage.coordinates,
            });
        }
        if let Err(errors) = after {
            self.broken.push(Refused { path, errors });
        }
        Ok(())
    }
}

fn find(folder: &Path, files: &mut Vec<PathBuf>, depth: usize) -> Result<(), Misuse> {
    let refuse = |reason: String| Misuse(format!("{} cannot be listed: {reason}", folder.display()));
    if depth > FOLDER_DEPTH {
        return Err(refuse(format!("its folders are nested more than {FOLDER_DEPTH} deep")));
    }
    for entry in std::fs::read_dir(folder).map_err(|error| refuse(error.to_string()))? {
        let path = entry.map_err(|error| refuse(error.to_string()))?.path();
        if path.is_dir() {
            find(&path, files, depth + 1)?;
        } else if path.extension().is_some_and(|extension| extension == EXTENSION) {
            files.push(path);
        }
    }
    Ok(())
}
