//! Golden plans: every `tests/cases/*.graphql` and `tests/cases/unsatisfiable/*.graphql` (supergraphs no composer should let pass) is a supergraph whose `# operation: NAME` sections hold operations; the plans are in `*.plans` beside it.
//!
//! `# operation: NAME (with LABEL, LABEL)` plans with these override labels in force.
//!
//! Run with `PLAN_GOLDENS=write` to accept what the planner now says; read the difference before committing it.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use router_graph::{Document, Limits, Supergraph};
use router_planner::{Budget, PlanOptions, plan};

/// A case file: supergraph SDL, then operations.
fn split(text: &str) -> (String, Vec<(String, String)>) {
    let mut parts = text.split("# operation: ");
    let sdl = parts.next().unwrap_or_default().to_owned();
    let operations = parts
        .map(|part| {
            let (name, body) = part.split_once('\n').expect("an operation follows its name");
            (name.trim().to_owned(), body.to_owned())
        })
        .collect();
    (sdl, operations)
}

fn plan_text(supergraph: &Supergraph, text: &str, labels: &[&str]) -> String {
    let limits = Limits::default();
    let document = match Document::parse(&supergraph.api, text, &limits) {
        Ok(document) => document,
        Err(errors) => panic!("invalid operation: {errors:?}\n{text}"),
    };
    let operation = document
        .operation(supergraph, None, &limits)
        .expect("the operation is within limits");
    let options = PlanOptions {
        labels: labels.iter().map(|label| Box::from(*label)).collect::<BTreeSet<_>>(),
        is_portable: false,
    };
    let cancelled = AtomicBool::new(false);
    let budget = || Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    match plan(supergraph, &operation, &options, budget()) {
        Ok(made) => {
            let again = plan(supergraph, &operation, &options, budget()).expect("planned once already");
            assert_eq!(format!("{made:?}"), format!("{again:?}"), "the same input gives the same plan");
            made.to_text(supergraph)
        }
        Err(error) => format!("{}: {error}\n", error.code()),
    }
}

fn cases() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let entries = [folder.clone(), folder.join("unsatisfiable")].map(|folder| fs::read_dir(folder).expect("the cases are beside the test"));
    let mut files: Vec<PathBuf> = entries
        .into_iter()
        .flatten()
        .map(|entry| entry.expect("a readable folder").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "graphql"))
        .collect();
    files.sort();
    files
}

#[test]
fn plans_are_as_accepted() {
    let accept = std::env::var("PLAN_GOLDENS").is_ok_and(|value| value == "write");
    let mut different = Vec::new();
    for case in cases() {
        let (sdl, operations) = split(&fs::read_to_string(&case).expect("a readable case"));
        let supergraph = Supergraph::parse(&sdl).unwrap_or_else(|errors| panic!("{}: {errors:?}", case.display()));
        let mut found = String::new();
        for (name, text) in &operations {
            let labels = name.strip_suffix(')').and_then(|name| name.split_once("(with "));
            let labels: Vec<&str> = labels.map(|(_, labels)| labels.split(", ").collect()).unwrap_or_default();
            found.push_str(&format!("# {name}\n{}\n", plan_text(&supergraph, text, &labels)));
        }
        let golden = case.with_extension("plans");
        if accept {
            fs::write(&golden, found).expect("a writable folder");
        } else if fs::read_to_string(&golden).unwrap_or_default() != found {
            different.push(format!("{}:\n{found}", case.display()));
        }
    }
    assert!(different.is_empty(), "{}", different.join("\n"));
}
