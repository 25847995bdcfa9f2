//! `marquee schema` and `marquee plan`: the schemas as files, and how an operation would be answered.

use std::path::Path;
use std::sync::atomic::AtomicBool;

use router_composition::{Composed, SubgraphInput, compose};
use router_graph::{Diagnostic, Document, Limits, Supergraph};
use router_planner::{Budget, PlanOptions};

use crate::settings::Settings;
use crate::subgraphs;

/// Enough for any operation of ours.
const PLAN_STEPS: u64 = 10_000_000;

/// Composes the supergraph from the schemas in this program. `url` tells where a subgraph answers.
pub fn compose_supergraph(url: impl Fn(&subgraphs::Subgraph) -> String) -> Result<Composed, String> {
    let inputs: Vec<SubgraphInput> = subgraphs::ALL
        .iter()
        .map(|subgraph| SubgraphInput {
            name: subgraph.name.to_owned(),
            url: Some(url(subgraph)),
            sdl: (subgraph.sdl)(),
        })
        .collect();
    let sources: Vec<(String, String)> = inputs.iter().map(|input| (input.name.clone(), input.sdl.clone())).collect();
    compose(inputs).map_err(|diagnostics| {
        let texts: Vec<String> = diagnostics
            .iter()
            .map(|diagnostic| router_composition::render(diagnostic, &sources))
            .collect();
        format!("the subgraphs do not compose:\n{}", texts.join("\n"))
    })
}

/// Where a subgraph answers in an all-in-one process: an address that is never dialled.
pub fn in_process_url(subgraph: &subgraphs::Subgraph) -> String {
    format!("http://{}.internal/graphql", subgraph.name)
}

/// The supergraph of a distributed deployment.
pub fn distributed_supergraph(settings: &Settings) -> Result<Composed, String> {
    compose_supergraph(|subgraph| format!("{}/graphql", settings.subgraph_url(subgraph)))
}

/// Writes the schemas to `folder`, or with `check` says which file differs.
pub fn write(folder: &Path, check: bool) -> Result<(), String> {
    let composed = compose_supergraph(in_process_url)?;
    let mut files = vec![
        ("supergraph.graphql".to_owned(), composed.supergraph_sdl),
        ("api.graphql".to_owned(), composed.api_sdl),
    ];
    files.extend(
        subgraphs::ALL
            .iter()
            .map(|subgraph| (format!("subgraphs/{}.graphql", subgraph.name), (subgraph.sdl)())),
    );
    for (name, text) in files {
        let path = folder.join(&name);
        if check {
            if std::fs::read_to_string(&path).ok().as_deref() != Some(text.as_str()) {
                return Err(format!(
                    "{} is not up to date; run `marquee schema` and commit what it writes",
                    path.display()
                ));
            }
            continue;
        }
        let refuse = |error: std::io::Error| format!("cannot write {}: {error}", path.display());
        if let Some(parent) = path.parent() {
            std::fs::create_dir_all(parent).map_err(refuse)?;
        }
        std::fs::write(&path, text).map_err(refuse)?;
    }
    Ok(())
}

/// Prints the plan of the operation in `file`.
pub fn plan(file: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(file).map_err(|error| format!("cannot read {}: {error}", file.display()))?;
    let composed = compose_supergraph(in_process_url)?;
    let supergraph = Supergraph::parse(&composed.supergraph_sdl).map_err(|diagnostics| sentences(&diagnostics))?;
    let limits = Limits::default();
    let document = Document::parse(&supergraph.api, &text, &limits).map_err(|diagnostics| sentences(&diagnostics))?;
    let operation = document
        .operation(&supergraph, None, &limits)
        .map_err(|diagnostics| sentences(&diagnostics))?;
    let budget = Budget {
        steps: PLAN_STEPS,
        cancelled: &AtomicBool::new(false),
    };
    let plan = router_planner::plan(&supergraph, &operation, &PlanOptions::default(), budget).map_err(|error| error.to_string())?;
    println!("{}", plan.to_text(&supergraph));
    Ok(())
}

fn sentences(diagnostics: &[Diagnostic]) -> String {
    diagnostics
        .iter()
        .map(|diagnostic| diagnostic.message.as_str())
        .collect::<Vec<_>>()
        .join("\n")
}
