//! Renamings of what a fetch brings, from the keys of its text to those of the tree.

use std::collections::BTreeSet;

use router_graph::{Supergraph, TypeId};
use serde_json::{Value, json};

use super::tree::{Cell, Step, Tree};
use crate::plan::FetchId;

/// `{"kind": "KeyRenamer", ...}`
pub(super) fn renamer(path: &[String], to: &str) -> Value {
    json!({ "kind": "KeyRenamer", "path": path, "renameKeyTo": to })
}

/// `... on Type`
pub(super) fn on(supergraph: &Supergraph, ty: TypeId) -> String {
    format!("... on {}", supergraph.type_definition(ty).name)
}

/// What is to be renamed in the answer of a fetch, inner objects first, since a path is made of the keys that the fetch asked.
pub(super) fn output(tree: &Tree, supergraph: &Supergraph, fetch: FetchId) -> Vec<Value> {
    let cells: Vec<&Cell> = tree.cells.iter().filter(|cell| cell.fetch == fetch).collect();
    let renamed = cells.iter().filter(|cell| cell.key() != &*cell.tree_key);
    let mut objects: Vec<&[Step]> = renamed.map(|cell| around(cell)).collect();
    objects.sort_by_key(|path| std::cmp::Reverse(path.len()));
    let mut seen: Vec<&[Step]> = Vec::new();
    let mut rewrites = Vec::new();
    for cell in &cells {
        if let Some(ty) = cell.told_as {
            let name = &supergraph.type_definition(ty).name;
            let paths = spelled(supergraph, &cell.path).into_iter();
            rewrites.extend(paths.map(|path| json!({ "kind": "ValueSetter", "path": path, "setValueTo": name })));
        }
    }
    for object in objects {
        if !seen.contains(&object) {
            seen.push(object);
            let fields = cells.iter().copied().filter(|cell| around(cell) == object);
            of_object(supergraph, object, fields.collect(), &mut rewrites);
        }
    }
    rewrites
}

fn around(cell: &Cell) -> &[Step] {
    &cell.path[..cell.path.len() - 1]
}

struct Renaming {
    from: Box<str>,
    to: Box<str>,
    types: Option<Vec<TypeId>>,
}

fn of_object(supergraph: &Supergraph, object: &[Step], fields: Vec<&Cell>, rewrites: &mut Vec<Value>) {
    let mut open: Vec<Renaming> = Vec::new();
    for cell in fields.iter().filter(|cell| cell.key() != &*cell.tree_key) {
        let is_same_for_all = fields
            .iter()
            .all(|other| other.key() != cell.key() || other.tree_key == cell.tree_key);
        let types = cell.path.last().and_then(|step| step.types.clone());
        let renaming = Renaming {
            from: cell.key().into(),
            to: cell.tree_key.clone(),
            types: types.filter(|_| !is_same_for_all),
        };
        if !open
            .iter()
            .any(|other| other.from == renaming.from && other.types == renaming.types)
        {
            open.push(renaming);
        }
    }
    let prefixes = spelled(supergraph, object);
    let mut emit = |renaming: &Renaming, to: &str| {
        for prefix in &prefixes {
            let conditions = match &renaming.types {
                None => vec![None],
                Some(types) => types.iter().map(|ty| Some(on(supergraph, *ty))).collect(),
            };
            for condition in conditions {
                let path: Vec<String> = prefix.iter().cloned().chain(condition).chain([renaming.from.to_string()]).collect();
                rewrites.push(renamer(&path, to));
            }
        }
    };
    // A key is free once what stood there has been renamed; where they wait for each other in a circle, one steps aside.
    while !open.is_empty() {
        let keys: BTreeSet<&str> = open.iter().map(|renaming| &*renaming.from).collect();
        match open.iter().position(|renaming| !keys.contains(&*renaming.to)) {
            Some(position) => {
                let renaming = open.remove(position);
                emit(&renaming, &renaming.to);
            }
            None => {
                let aside: Box<str> = format!("{}__aside", open[0].from).into();
                emit(&open[0], &aside);
                open[0].from = aside;
            }
        }
    }
}

/// The ways to spell a path: one for each choice of types.
fn spelled(supergraph: &Supergraph, steps: &[Step]) -> Vec<Vec<String>> {
    let mut paths = vec![Vec::new()];
    for step in steps {
        let conditions = match &step.types {
            None => vec![None],
            Some(types) => types.iter().map(|ty| Some(on(supergraph, *ty))).collect(),
        };
        paths = conditions
            .into_iter()
            .flat_map(|condition| {
                let extended = paths.iter().map(move |path: &Vec<String>| {
                    let mut path = path.clone();
                    path.extend(condition.clone());
                    path.push(step.key.to_string());
                    path
                });
                extended.collect::<Vec<_>>()
            })
            .collect();
    }
    paths
}
