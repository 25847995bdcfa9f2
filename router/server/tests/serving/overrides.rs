//! Progressive `@override`: who is asked is drawn for each request.

use std::collections::BTreeMap;

use crate::harness::{SUPERGRAPH, Served, assemble_with, config, run};

/// `greeting` and `me` on their way from `people` to `notes` under one label.
async fn serve(label: &str) -> Served {
    let moving = format!(
        "@join__field(graph: NOTES, override: \"people\", overrideLabel: \"{label}\") @join__field(graph: PEOPLE, overrideLabel: \"{label}\")"
    );
    let sdl = SUPERGRAPH
        .replace(
            "times: Int): String @join__field(graph: NOTES)",
            &format!("times: Int): String {moving}"),
        )
        .replace("me: Person @join__field(graph: PEOPLE)", &format!("me: Person {moving}"));
    let (router, script, sources) = assemble_with(config(), &sdl);
    run(router.unwrap(), script, sources, |server| server)
}

/// How many requests each subgraph was asked for.
async fn asked(label: &str, query: &str, times: usize) -> BTreeMap<String, usize> {
    let served = serve(label).await;
    for _ in 0..times {
        assert_eq!(served.query(query).await["data"]["greeting"], "hello");
    }
    let mut counts = BTreeMap::new();
    for asked in served.script.asked() {
        *counts.entry(asked.subgraph).or_default() += 1;
    }
    counts
}

#[tokio::test]
async fn a_percentage_of_requests_goes_to_the_new_place() {
    let counts = asked("percent(25)", "{ greeting }", 400).await;
    assert_eq!(counts["notes"] + counts["people"], 400);
    // Ten standard deviations around the mean.
    assert!((13..188).contains(&counts["notes"]), "{counts:?}");
}

#[tokio::test]
async fn none_and_all_are_exact() {
    assert_eq!(
        asked("percent(0)", "{ greeting }", 20).await,
        BTreeMap::from([("people".to_owned(), 20)])
    );
    assert_eq!(
        asked("percent(100)", "{ greeting }", 20).await,
        BTreeMap::from([("notes".to_owned(), 20)])
    );
    // Nobody says that it is in force.
    assert_eq!(asked("beta", "{ greeting }", 20).await, BTreeMap::from([("people".to_owned(), 20)]));
}

#[tokio::test]
async fn fields_of_one_label_move_together() {
    let counts = asked("percent(50)", "{ greeting me { id } }", 50).await;
    assert_eq!(counts.values().sum::<usize>(), 50, "one subgraph has both: {counts:?}");
}
