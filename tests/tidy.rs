//! The house's rules that a machine can check: arrows between crates, import bans, roles of the distributed form,
//! the list of who may see what, documented error codes.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("..")
        .canonicalize()
        .expect("the checkout is there")
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Every file below `folder` whose name ends so.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display())) {
            let path = entry.expect("a folder can be listed").path();
            if path.is_dir() {
                if !path.ends_with("node_modules") && !path.ends_with("target") {
                    folders.push(path);
                }
            } else if path.to_string_lossy().ends_with(ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// Our packages with the packages of ours they depend on; development dependencies apart.
fn arrows() -> BTreeMap<String, (BTreeSet<String>, BTreeSet<String>)> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--no-deps", "--offline", "--locked"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("metadata is JSON");
    let packages = metadata["packages"].as_array().expect("a list of packages");
    let ours: BTreeSet<&str> = packages.iter().filter_map(|package| package["name"].as_str()).collect();
    packages
        .iter()
        .map(|package| {
            let (mut normal, mut development) = (BTreeSet::new(), BTreeSet::new());
            for dependency in package["dependencies"].as_array().expect("a list of dependencies") {
                let name = dependency["name"].as_str().expect("a name");
                if ours.contains(name) {
                    if dependency["kind"] == "dev" {
                        &mut development
                    } else {
                        &mut normal
                    }
                    .insert(name.to_owned());
                }
            }
            (package["name"].as_str().expect("a name").to_owned(), (normal, development))
        })
        .collect()
}

const SUBGRAPHS: [&str; 5] = ["users", "events", "bookings", "payments", "notifications"];

#[test]
fn arrows_are_those_of_the_architecture() {
    let mut allowed: BTreeMap<&str, Vec<&str>> = BTreeMap::from([
        ("router-graph", vec![]),
        ("router-composition", vec!["router-graph"]),
        ("router-planner", vec!["router-graph"]),
        ("router-executor", vec!["router-graph", "router-planner"]),
        (
            "router-server",
            vec!["router-graph", "router-composition", "router-planner", "router-executor"],
        ),
        ("kit", vec![]),
        ("contracts", vec!["kit"]),
        ("migrations", vec![]),
    ]);
    for subgraph in SUBGRAPHS {
        allowed.insert(subgraph, vec!["kit", "contracts"]);
    }
    for (package, (normal, development)) in arrows() {
        let Some(allowed) = allowed.get(package.as_str()) else {
            assert!(
                ["marquee", "system-tests", "federation-conformance"].contains(&package.as_str()),
                "{package} is not in the architecture"
            );
            continue;
        };
        for target in &normal {
            assert!(allowed.contains(&target.as_str()), "{package} may not depend on {target}");
        }
        for target in &development {
            let for_tests = (SUBGRAPHS.contains(&package.as_str()) && target == "migrations")
                || (package.starts_with("router-") && target.starts_with("router-"));
            assert!(
                for_tests || allowed.contains(&target.as_str()),
                "{package}'s tests may not depend on {target}"
            );
        }
    }
}

#[test]
fn pure_crates_stay_pure() {
    for name in ["graph", "composition", "planner"] {
        let manifest = read(format!("router/{name}/Cargo.toml"));
        for banned in ["tokio", "hyper", "axum", "rand", "getrandom", "chrono"] {
            assert!(
                !manifest.lines().any(|line| line.starts_with(&format!("{banned} "))),
                "router/{name} depends on {banned}"
            );
        }
        for file in files(&format!("router/{name}/src"), ".rs") {
            let text = std::fs::read_to_string(&file).expect("a source can be read");
            // What stands beside the code as its tests may read goldens.
            let text = text.split("#[cfg(test)]").next().unwrap_or_default();
            for banned in ["std::fs", "std::time::Instant", "SystemTime", "async fn", "RandomState"] {
                assert!(!text.contains(banned), "{} uses {banned}", file.display());
            }
        }
    }
}

#[test]
fn rooms_import_what_they_may() {
    let mut bans: Vec<(String, &[&str])> = Vec::new();
    for subgraph in SUBGRAPHS {
        bans.push((
            format!("subgraphs/{subgraph}/src/domain"),
            &["async_graphql", "sea_orm", "axum", "tokio", "redis", "serde::", "serde_json"],
        ));
        bans.push((format!("subgraphs/{subgraph}/src/schema"), &["sea_orm"]));
        bans.push((format!("subgraphs/{subgraph}/src/store"), &["async_graphql"]));
        bans.push((
            format!("subgraphs/{subgraph}/src"),
            &["std::env::var", "Utc::now", "SystemTime::now"],
        ));
    }
    bans.push(("router/executor/src".to_owned(), &["axum", "hyper"]));
    bans.push(("subgraphs/kit/src".to_owned(), &["booking", "ticket", "organizer", "occurrence"]));
    for (folder, words) in bans {
        for file in files(&folder, ".rs") {
            let text = std::fs::read_to_string(&file).expect("a source can be read");
            for (number, line) in text.lines().enumerate() {
                let is_code = !line.trim_start().starts_with("//");
                for word in words {
                    let exempt = folder == "subgraphs/kit/src" && is_exempt_in_kit(&file, line);
                    assert!(
                        !is_code || exempt || !line.contains(word),
                        "{}:{} may not mention {word}",
                        file.display(),
                        number + 1
                    );
                }
            }
        }
    }
    for file in files("router", ".rs").into_iter().chain(files("subgraphs", ".rs")) {
        let text = std::fs::read_to_string(&file).expect("a source can be read");
        let names_compiler = text
            .lines()
            .any(|line| !line.trim_start().starts_with("//") && line.contains("apollo_compiler"));
        let may =
            file.starts_with(root().join("router/graph/src/language")) || file.starts_with(root().join("router/composition/src/parse"));
        assert!(
            may || !names_compiler || file.components().any(|part| part.as_os_str() == "tests"),
            "{} names apollo_compiler",
            file.display()
        );
    }
}

/// The two issuers and the guest's token are named where tokens are verified, and nowhere else in kit.
fn is_exempt_in_kit(file: &Path, line: &str) -> bool {
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    matches!(name, "token.rs" | "viewer.rs" | "testing.rs") && line.contains("booking")
}

#[test]
fn modules_say_what_they_own() {
    for folder in ["src", "router", "subgraphs", "migrations/src", "tests"] {
        for file in files(folder, ".rs") {
            let text = std::fs::read_to_string(&file).expect("a source can be read");
            assert!(
                text.trim_start().starts_with("//!"),
                "{} does not open with what it owns",
                file.display()
            );
        }
    }
}

/// `docker-compose.yml` and `script/distributed` name the same roles, variables and ports; the Dockerfile opens them.
#[test]
fn the_distributed_form_is_one_in_all_places() {
    let (compose, script, dockerfile) = (read("docker-compose.yml"), read("script/distributed"), read("Dockerfile"));
    let variables = |text: &str| -> BTreeSet<String> {
        text.split(|letter: char| !(letter.is_ascii_uppercase() || letter == '_'))
            .filter(|word| {
                word.starts_with("MARQUEE_")
                    || SUBGRAPHS
                        .iter()
                        .any(|name| word.starts_with(&format!("{}_", name.to_ascii_uppercase())))
            })
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(variables(&compose), variables(&script));
    let ports: BTreeSet<&str> = dockerfile
        .lines()
        .find_map(|line| line.strip_prefix("EXPOSE "))
        .expect("EXPOSE")
        .split(' ')
        .collect();
    for name in SUBGRAPHS {
        assert!(
            compose.contains(&format!("command: [\"subgraph\", \"{name}\"]")),
            "docker-compose.yml starts no {name}"
        );
        assert!(
            script.lines().any(|line| line.starts_with("subgraphs=(") && line.contains(name)),
            "script/distributed starts no {name}"
        );
        let port_in = |text: &str, before: &str| -> String {
            let at = text.find(before).unwrap_or_else(|| panic!("{before} is missing")) + before.len();
            text[at..].chars().take_while(char::is_ascii_digit).collect()
        };
        let upper = name.to_ascii_uppercase();
        let port = port_in(&compose, &format!("{upper}_URL: http://{name}:"));
        assert_eq!(port, port_in(&compose, &format!("{upper}_LISTEN: 0.0.0.0:")));
        assert_eq!(port, port_in(&script, &format!("{upper}_URL=http://127.0.0.1:")));
        assert_eq!(port, port_in(&script, &format!("{upper}_LISTEN=127.0.0.1:")));
        assert!(ports.contains(port.as_str()), "the Dockerfile does not open {port}");
    }
    for role in ["router", "keys", "migrate", "seed"] {
        assert!(
            compose.contains(&format!("command: [\"{role}\"]")),
            "docker-compose.yml has no {role}"
        );
        assert!(script.contains(&format!("$marquee {role}")), "script/distributed has no {role}");
    }
}

/// Every root field, and every field of an entity under scopes, has its line in `tests/e2e/access.txt`, and no other has.
#[test]
fn the_access_list_is_whole() {
    let supergraph = read("schema/supergraph.graphql");
    let listed: BTreeSet<String> = read("tests/e2e/access.txt")
        .lines()
        .filter(|line| !line.trim().is_empty() && !line.starts_with('#'))
        .map(|line| line.split_whitespace().next().expect("a field").to_owned())
        .collect();
    let mut expected = BTreeSet::new();
    let mut current: Option<String> = None;
    for line in supergraph.lines() {
        if let Some(rest) = line.strip_prefix("type ") {
            current = rest.split([' ', '{']).next().map(str::to_owned);
        } else if line.starts_with('}') {
            current = None;
        } else if let Some(name) = &current {
            let is_root = matches!(name.as_str(), "Query" | "Mutation" | "Subscription");
            let field = line.trim_start();
            let is_field = field.starts_with(|letter: char| letter.is_ascii_lowercase()) && field.contains(':');
            if is_field && (is_root || field.contains("@requiresScopes")) {
                let field: String = field
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                    .collect();
                expected.insert(format!("{name}.{field}"));
            }
        }
    }
    let missing: Vec<_> = expected.difference(&listed).collect();
    assert!(missing.is_empty(), "without a line in tests/e2e/access.txt: {missing:?}");
}

#[test]
fn readmes_are_in_every_folder_that_has_one_to_itself() {
    for folder in [
        ".",
        "router",
        "router/graph",
        "router/composition",
        "router/planner",
        "router/executor",
        "router/server",
        "subgraphs",
        "subgraphs/kit",
        "subgraphs/contracts",
        "subgraphs/users",
        "subgraphs/events",
        "subgraphs/bookings",
        "subgraphs/payments",
        "subgraphs/notifications",
        "migrations",
        "tests",
        "web",
        "schema",
    ] {
        assert!(root().join(folder).join("README.md").is_file(), "{folder} has no README.md");
    }
}

/// The codes in a source: what fills a field `code`, opens an error's constructor, or stands anywhere in a file about errors.
fn error_codes(file: &Path) -> BTreeSet<String> {
    const CONSTRUCTORS: [&str; 8] = [
        "code:",
        "Error::new(",
        "Invalid::new(",
        "invalid(",
        "of_state(",
        "not_payable(",
        "refusal(",
        "own(",
    ];
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let is_about_errors = matches!(name, "error.rs" | "errors.rs" | "user_error.rs");
    let text = std::fs::read_to_string(file).expect("a source can be read");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    let mut codes = BTreeSet::new();
    for (at, _) in text.match_indices('"') {
        let literal = text[at + 1..].split('"').next().unwrap_or_default();
        let is_code = literal.len() > 2
            && literal.starts_with(|letter: char| letter.is_ascii_uppercase())
            && literal
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit() || byte == b'_');
        let before = text[..at].trim_end();
        if is_code && (is_about_errors || CONSTRUCTORS.iter().any(|opening| before.ends_with(opening))) {
            codes.insert(literal.to_owned());
        }
    }
    codes
}

#[test]
fn every_error_code_is_documented() {
    let page = read("docs/errors.md");
    let mut found = 0;
    let mut missing = BTreeSet::new();
    for file in files("subgraphs", ".rs").into_iter().chain(files("router/executor", ".rs")) {
        if file.components().any(|part| part.as_os_str() == "tests") || file.ends_with("testing.rs") {
            continue;
        }
        for code in error_codes(&file) {
            found += 1;
            if !page.contains(&format!("`{code}`")) {
                missing.insert(format!("{code} of {}", file.display()));
            }
        }
    }
    assert!(found > 80, "only {found} codes were found: the constructors have other names now");
    assert!(missing.is_empty(), "without a line in docs/errors.md: {missing:#?}");
}
