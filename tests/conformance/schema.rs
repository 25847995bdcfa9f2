//! The rules of the composed schema: what a subgraph adds to an entity it does not own, and what lies under scopes,
//! may be missing, so it is nullable.

use std::path::Path;

use router_graph::Supergraph;

fn supergraph() -> Supergraph {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/supergraph.graphql");
    Supergraph::parse(&std::fs::read_to_string(path).expect("the supergraph is committed")).expect("the supergraph is sound")
}

#[test]
fn the_committed_supergraph_is_read_back() {
    let api = supergraph().api.sdl();
    let committed = std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/api.graphql")).expect("committed");
    assert!(!api.contains("join__") && !committed.contains("join__"));
}

/// Fields under scopes, by the text of the committed supergraph: nullable, but for the payloads of mutations, which
/// are their own.
#[test]
fn fields_under_scopes_are_nullable() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../schema/supergraph.graphql");
    let text = std::fs::read_to_string(path).expect("the supergraph is committed");
    let mut current = String::new();
    let mut seen = 0;
    for line in text.lines() {
        if let Some(rest) = line.strip_prefix("type ") {
            current = rest.split([' ', '{']).next().unwrap_or_default().to_owned();
        }
        let field = line.trim();
        if current == "Mutation" || !field.contains("@requiresScopes") || !field.contains(": ") || field.starts_with('@') {
            continue;
        }
        let (before, _) = field.split_once(" @").unwrap_or((field, ""));
        seen += 1;
        assert!(!before.ends_with('!'), "{current}.{before} is under scopes and not nullable");
    }
    assert!(seen >= 10, "the text is read as it is printed");
}
