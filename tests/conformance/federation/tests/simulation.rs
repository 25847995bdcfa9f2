//! Operations answered through plans over simulated subgraphs are answered as by a single schema: random ones over random supergraphs and
//! over the cases of composition and planner, and the named cases in `simulation/`. The program `simulate` tries as many as wished.

#![allow(clippy::unwrap_used, reason = "a test file; its helpers are tests too")]

use federation_conformance::campaign::{Campaign, Plan};
use federation_conformance::grounds::{Site, subgraphs};
use federation_conformance::operations::Call;
use federation_conformance::request::read_request;
use federation_conformance::simulate::Fault;
use federation_conformance::trial::attempt;
use serde_json::Value as Json;
use std::fs;
use std::path::Path;

fn assert_right(campaign: &Campaign, name: &str) {
    println!("{}", campaign.summary());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    campaign.write(&folder).unwrap();
    assert!(
        campaign.failures.is_empty(),
        "{}\nwritten below {}",
        campaign.summary(),
        folder.display()
    );
}

fn plan(operations: usize) -> Plan {
    Plan {
        operations,
        seed: 3,
        per_set: 25,
        per_case: 20,
        shrink_attempts: 100,
        failures: 5,
        ..Plan::default()
    }
}

#[test]
fn operations_on_cases_are_answered_as_by_a_single_schema() {
    let mut campaign = Campaign::new(plan(4_500));
    campaign.cases();
    assert_right(&campaign, "cases");
    assert!(campaign.sites >= 200, "the cases are missing\n{}", campaign.summary());
}

#[test]
fn operations_on_random_supergraphs_are_answered_as_by_a_single_schema() {
    let mut campaign = Campaign::new(plan(6_000));
    campaign.random_sets();
    assert_right(&campaign, "random");
    for directive in [
        "key",
        "requires",
        "provides",
        "external",
        "override",
        "shareable",
        "inaccessible",
        "interfaceObject",
        "fromContext",
    ] {
        assert!(
            campaign.exercised(directive) >= 10,
            "@{directive} is hardly tried\n{}",
            campaign.summary()
        );
    }
    for keyword in ["query", "mutation", "subscription"] {
        assert!(
            campaign.operations_of(keyword) >= 100,
            "{keyword} is hardly tried\n{}",
            campaign.summary()
        );
    }
}

/// A folder each: `subgraphs/*.graphql`, `operation.graphql`, `run.json` with variables, labels and fault.
#[test]
fn named_cases_are_answered_as_by_a_single_schema() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/simulation");
    let mut wrong = Vec::new();
    let mut folders: Vec<_> = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    for folder in folders {
        let name = folder.file_name().unwrap().display().to_string();
        let site = Site::new(name.clone(), subgraphs(&folder.join("subgraphs")).unwrap()).unwrap();
        let run: Json = serde_json::from_str(&fs::read_to_string(folder.join("run.json")).unwrap()).unwrap();
        let text = fs::read_to_string(folder.join("operation.graphql")).unwrap();
        let call = Call {
            request: read_request(&text).unwrap(),
            variables: run["variables"].as_object().unwrap().clone(),
        };
        let labels = run["labels"]
            .as_array()
            .unwrap()
            .iter()
            .map(|label| label.as_str().unwrap().into())
            .collect();
        if let Err(failure) = attempt(&site.ground, &call, &labels, &Fault::from_json(&run["fault"])) {
            wrong.push(format!("{name}: {}\n{}", failure.kind, failure.detail));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// A simulator that accepts anything would show nothing: what must be refused is.
#[test]
fn subgraphs_refuse_what_they_should_not_be_asked() {
    for (case, what) in [
        ("{ product { weight } }", "external"),
        ("{ product { price } }", "requires"),
        ("{ product { colour } }", "invalid"),
        (
            "query($representations: [_Any!]!) { _entities(representations: $representations) { __typename } }",
            "has the key",
        ),
    ] {
        let violations = violations_of(case);
        assert!(
            violations.iter().any(|violation| violation.contains(what)),
            "{case}: {violations:?}"
        );
    }
    assert_eq!(violations_of("{ product { id } boxed { weight } }"), Vec::<String>::new());
}

fn violations_of(text: &str) -> Vec<String> {
    use federation_conformance::document::{SubgraphSet, read};
    use federation_conformance::simulate::Simulator;
    use router_executor::{RequestContext, SubgraphRequest, Transport};
    use router_graph::{OperationKind, SubgraphId};
    let link = "extend schema @link(url: \"https://specs.apollo.dev/federation/v2.5\", import: [\"@key\", \"@external\", \"@requires\", \"@provides\", \"@shareable\"])";
    let first = "type Query { product: Product! boxed: Product! @provides(fields: \"weight\") }
        type Product @key(fields: \"id\") { id: ID! weight: Int @external price: Int @requires(fields: \"weight\") }";
    let second = "type Product @key(fields: \"id\") { id: ID! weight: Int @shareable }";
    let set = SubgraphSet {
        subgraphs: [("first", first), ("second", second)]
            .map(|(name, sdl)| read(name, &format!("{link} {sdl}")).unwrap())
            .into(),
    };
    let ground = Site::new("refusals".to_string(), set).unwrap().ground;
    let labels = std::collections::BTreeSet::new();
    let simulator = Simulator::new(ground.world.clone(), &ground.supergraph, labels, Fault::None, 0).unwrap();
    let representations = serde_json::json!([{"__typename": "Product", "id": "of nothing"}]);
    let variables = if text.starts_with("query(") {
        serde_json::json!({"representations": representations})
    } else {
        serde_json::json!({})
    };
    let request = SubgraphRequest {
        body: serde_json::json!({"query": text, "variables": variables}).to_string().into(),
        kind: OperationKind::Query,
    };
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(simulator.call(SubgraphId(0), request, &RequestContext::default()));
    simulator.record().violations
}
