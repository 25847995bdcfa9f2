//! Golden cases: one folder each under `tests/cases/GROUP`, with its subgraphs and what composing them gives.
//!
//! A folder named after a code (`CODE` or `CODE.what`) raises exactly that code; the folder `….near` beside it differs
//! little and composes. `UPDATE_CASES=1` writes the golden files anew; read the difference before committing it.

#![allow(clippy::unwrap_used, reason = "a test file; its helpers are tests too")]

use router_composition::{Code, Composed, ContractFilter, Diagnostic, SubgraphInput, api_schema, compose, contract, render};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

struct Case {
    name: String,
    folder: PathBuf,
    subgraphs: Vec<SubgraphInput>,
}

fn folders(path: &Path) -> Vec<PathBuf> {
    let mut folders: Vec<PathBuf> = fs::read_dir(path).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    folders
}

fn cases() -> Vec<Case> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut cases = Vec::new();
    for group in folders(&root) {
        for folder in folders(&group) {
            let subgraphs = folders(&folder.join("subgraphs"))
                .iter()
                .map(|file| SubgraphInput {
                    name: file.file_stem().unwrap().to_str().unwrap().to_string(),
                    url: None,
                    sdl: fs::read_to_string(file).unwrap(),
                })
                .collect();
            let name = folder.file_name().unwrap().to_str().unwrap().to_string();
            cases.push(Case { name, folder, subgraphs });
        }
    }
    assert!(cases.len() > 150, "the cases are missing");
    cases
}

fn to_json(diagnostics: &[Diagnostic]) -> Value {
    let one = |diagnostic: &Diagnostic| {
        let locations: Vec<Value> = diagnostic
            .locations
            .iter()
            .map(|place| json!({"subgraph": place.subgraph, "line": place.line, "column": place.column}))
            .collect();
        json!({
            "code": diagnostic.code.map(|code| code.as_str()),
            "message": diagnostic.message,
            "subgraphs": diagnostic.subgraphs,
            "locations": locations,
            "help": diagnostic.help,
        })
    };
    Value::Array(diagnostics.iter().map(one).collect())
}

fn check_golden(folder: &Path, file: &str, actual: Option<String>) -> Result<(), String> {
    let path = folder.join(file);
    if std::env::var_os("UPDATE_CASES").is_some() {
        match actual {
            Some(text) => fs::write(path, text).unwrap(),
            None => drop(fs::remove_file(path)),
        }
        return Ok(());
    }
    let golden = fs::read_to_string(&path).ok();
    if golden == actual {
        return Ok(());
    }
    let text = |text: Option<String>| text.unwrap_or_else(|| "(nothing)".to_string());
    Err(format!(
        "{} differs\n--- golden\n{}\n--- now\n{}",
        path.display(),
        text(golden),
        text(actual)
    ))
}

#[test]
fn every_case_composes_to_its_golden_files() {
    let mut wrong = Vec::new();
    for case in cases() {
        let result = compose(case.subgraphs.clone());
        let (composed, diagnostics) = match &result {
            Ok(composed) => (Some(composed), json!({"errors": [], "hints": to_json(&composed.hints)})),
            Err(errors) => (None, json!({"errors": to_json(errors), "hints": []})),
        };
        let diagnostics = serde_json::to_string_pretty(&diagnostics).unwrap() + "\n";
        let files = [
            ("supergraph.graphql", composed.map(|composed| composed.supergraph_sdl.clone())),
            ("api.graphql", composed.map(|composed| composed.api_sdl.clone())),
            ("diagnostics.json", Some(diagnostics)),
        ];
        wrong.extend(
            files
                .into_iter()
                .filter_map(|(file, text)| check_golden(&case.folder, file, text).err()),
        );
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn a_folder_named_after_a_code_raises_exactly_it() {
    let mut wrong = Vec::new();
    for case in cases() {
        let expected = case.name.split('.').next().unwrap();
        let is_code = expected.chars().all(|letter| letter.is_ascii_uppercase() || letter == '_');
        let result = compose(case.subgraphs.clone());
        let codes: BTreeSet<&str> = match &result {
            Ok(_) => BTreeSet::new(),
            Err(errors) => errors.iter().map(|error| error.code.map_or("NONE", |code| code.as_str())).collect(),
        };
        let wanted = if is_code && !case.name.ends_with(".near") {
            BTreeSet::from([expected])
        } else {
            BTreeSet::new()
        };
        if codes != wanted {
            let sources: Vec<_> = case.subgraphs.iter().map(|one| (one.name.clone(), one.sdl.clone())).collect();
            let errors: Vec<String> = result.err().iter().flatten().map(|error| render(error, &sources)).collect();
            wrong.push(format!(
                "{}: {wanted:?} expected, {codes:?} found\n{}",
                case.folder.display(),
                errors.join("\n")
            ));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// Codes of errors that composing never raises, with who does.
const RAISED_ELSEWHERE: [(Code, &str); 2] = [
    (Code::InvalidFederationSupergraph, "reading a supergraph"),
    (Code::DownstreamServiceError, "asking a subgraph for its schema"),
];

#[test]
fn every_error_has_a_case_and_a_near_miss() {
    let cases = cases();
    let names: BTreeSet<&Path> = cases.iter().map(|case| &*case.folder).collect();
    let mut wrong = Vec::new();
    for code in Code::ERRORS {
        let is_its_own = |case: &&Case| case.name.split('.').next() == Some(code.as_str()) && !case.name.ends_with(".near");
        let own: Vec<&Case> = cases.iter().filter(is_its_own).collect();
        match RAISED_ELSEWHERE.iter().find(|(other, _)| other == code) {
            Some((_, who)) if !own.is_empty() => wrong.push(format!("{} is raised by {who}, but has a case", code.as_str())),
            None if own.is_empty() => wrong.push(format!("{} has no case", code.as_str())),
            _ => {}
        }
        let near = |case: &&Case| case.folder.with_file_name(format!("{}.near", case.name));
        let lonely = own.into_iter().filter(|case| !names.contains(&*near(case)));
        wrong.extend(lonely.map(|case| format!("{} has no near miss", case.folder.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_hint_has_a_case() {
    let composed = cases().into_iter().filter_map(|case| compose(case.subgraphs).ok());
    let hints: Vec<Diagnostic> = composed.flat_map(|composed| composed.hints).collect();
    for hint in &hints {
        assert!(hint.help.as_ref().is_some_and(|help| help.ends_with('.')), "{hint:?} has no help");
    }
    let given: BTreeSet<Option<Code>> = hints.iter().map(|hint| hint.code).collect();
    let also_hints = [Code::ContextualArgumentNotContextualInAllSubgraphs];
    let codes = Code::HINTS.iter().chain(&also_hints);
    let missing: Vec<&str> = codes
        .filter(|code| !given.contains(&Some(**code)))
        .map(|code| code.as_str())
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn every_error_says_where_and_what_to_change() {
    // A name, or the whole graph, has no line.
    let placeless = ["INVALID_SUBGRAPH_NAME", "NO_QUERIES", "MAX_VALIDATION_SUBGRAPH_PATHS_EXCEEDED"];
    for case in cases() {
        for error in compose(case.subgraphs.clone()).err().into_iter().flatten() {
            let code = error.code.map_or("NONE", |code| code.as_str());
            assert!(!error.subgraphs.is_empty(), "{}: {code} names no subgraph", case.folder.display());
            assert!(
                !error.locations.is_empty() || placeless.contains(&code),
                "{}: {code} has no location",
                case.folder.display()
            );
            assert!(
                error.help.as_ref().is_some_and(|help| help.ends_with(['.', '?'])),
                "{}: {code} has no help",
                case.folder.display()
            );
            assert!(error.message.ends_with(['.', ':']), "{}: {}", case.folder.display(), error.message);
        }
    }
}

fn outcome(result: &Result<Composed, Vec<Diagnostic>>) -> String {
    match result {
        Ok(composed) => format!("{}\n{}\n{:?}", composed.supergraph_sdl, composed.api_sdl, composed.hints),
        Err(errors) => format!("{errors:?}"),
    }
}

#[test]
fn the_order_of_subgraphs_does_not_matter() {
    for case in cases() {
        let expected = outcome(&compose(case.subgraphs.clone()));
        let mut subgraphs = case.subgraphs;
        subgraphs.reverse();
        assert_eq!(outcome(&compose(subgraphs.clone())), expected, "{}", case.folder.display());
        if subgraphs.len() > 2 {
            subgraphs.rotate_left(1);
            assert_eq!(outcome(&compose(subgraphs)), expected, "{}", case.folder.display());
        }
    }
}

/// Each case is cut off at one place and has a piece missing at another; over all cases the places are everywhere.
#[test]
fn mutilated_subgraphs_never_panic() {
    for (number, case) in cases().into_iter().enumerate() {
        let Some(first) = case.subgraphs.first() else { continue };
        let length = first.sdl.len();
        let boundary = |from: usize| (from..length).find(|at| first.sdl.is_char_boundary(*at)).unwrap_or(length);
        let place = |eighths: usize| boundary(length * (eighths % 8) / 8);
        let mut subgraphs = case.subgraphs.clone();
        subgraphs[0].sdl.truncate(place(number));
        let _ = compose(subgraphs);
        let mut subgraphs = case.subgraphs.clone();
        let start = place(number + 3);
        subgraphs[0].sdl.replace_range(start..boundary(start + 7), "");
        let _ = compose(subgraphs);
    }
}

/// The router's own readers take what composition writes, and agree on what clients see.
#[test]
fn the_router_reads_every_supergraph() {
    for case in cases() {
        let Ok(composed) = compose(case.subgraphs) else { continue };
        let place = case.folder.display();
        let read = router_graph::Supergraph::parse(&composed.supergraph_sdl);
        assert!(read.is_ok(), "{place}: {:?}", read.err());
        let api = router_graph::ApiSchema::from_supergraph_sdl(&composed.supergraph_sdl);
        let api = api.unwrap_or_else(|errors| panic!("{place}: {errors:?}")).sdl();
        assert_eq!(members(&api), members(&composed.api_sdl), "{place}");
    }
}

/// What clients see is derived from the supergraph alone, and a contract that hides nothing changes nothing.
#[test]
fn the_api_schema_is_read_back_from_every_supergraph() {
    let nothing = ContractFilter::default();
    for case in cases() {
        let Ok(composed) = compose(case.subgraphs) else { continue };
        let place = case.folder.display();
        assert_eq!(api_schema(&composed.supergraph_sdl).as_ref(), Ok(&composed.api_sdl), "{place}");
        let contract = contract(&composed.supergraph_sdl, &nothing).unwrap();
        assert_eq!(contract.supergraph_sdl, composed.supergraph_sdl, "{place}");
        assert_eq!(contract.api_sdl, composed.api_sdl, "{place}");
    }
}

/// Types with what they hold, as a set of lines, without regard to order, layout or descriptions.
fn members(sdl: &str) -> BTreeSet<String> {
    let schema = apollo_compiler::Schema::parse(sdl, "api.graphql").unwrap_or_else(|failed| failed.partial);
    let mut members = BTreeSet::new();
    for (name, definition) in schema.types.iter().filter(|(_, definition)| !definition.is_built_in()) {
        use apollo_compiler::schema::ExtendedType::*;
        members.insert(name.to_string());
        let fields = match definition {
            Object(object) => &object.fields,
            Interface(interface) => &interface.fields,
            Union(union) => {
                members.extend(union.members.iter().map(|member| format!("{name} = {member}")));
                continue;
            }
            Enum(enumeration) => {
                members.extend(enumeration.values.keys().map(|value| format!("{name}.{value}")));
                continue;
            }
            InputObject(input) => {
                members.extend(input.fields.values().map(|field| format!("{name}.{}: {}", field.name, field.ty)));
                continue;
            }
            Scalar(_) => continue,
        };
        for field in fields.values() {
            let arguments: Vec<String> = field
                .arguments
                .iter()
                .map(|argument| format!("{}: {}", argument.name, argument.ty))
                .collect();
            members.insert(format!("{name}.{}({}): {}", field.name, arguments.join(", "), field.ty));
        }
    }
    members
}

#[test]
fn rendering_points_at_the_place() {
    let sdl = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\"])\n\
               type Query { t: T }\ntype T @key(fields: \"id nope\") { id: ID! }\n";
    let input = SubgraphInput {
        name: "a".into(),
        url: None,
        sdl: sdl.into(),
    };
    let errors = compose(vec![input]).unwrap_err();
    let text = render(&errors[0], &[("a".into(), sdl.into())]);
    let expected = r#"error[KEY_INVALID_FIELDS]: The fields of the @key of "T" do not fit the schema: the type "T" has no field "nope".
 --> a:3:25
  |
3 | type T @key(fields: "id nope") { id: ID! }
  |                         ^^^^
  = help: Select fields that this subgraph declares.
"#;
    assert_eq!(text, expected);
}
