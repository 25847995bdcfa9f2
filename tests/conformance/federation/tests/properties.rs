//! What holds for every set of subgraphs, over random ones. The seeds are fixed, so a failure is found again; the
//! programs `differential` and `fuzz` try as many others as wished.

#![allow(clippy::unwrap_used, reason = "a test file; its helpers are tests too")]

use federation_conformance::generate::{Flavour, generate};
use federation_conformance::outcome::inputs;
use federation_conformance::torture::{shapes, torture};
use router_composition::{Composed, ContractFilter, Diagnostic, SubgraphInput, compose, contract};
use std::time::{Duration, Instant};

const SEED: u64 = 20;

fn outcome(result: &Result<Composed, Vec<Diagnostic>>) -> String {
    match result {
        Ok(composed) => format!("{}\n{}\n{:?}", composed.supergraph_sdl, composed.api_sdl, composed.hints),
        Err(errors) => format!("{errors:?}"),
    }
}

#[test]
fn a_set_is_a_function_of_seed_and_index() {
    for flavour in Flavour::ALL {
        assert_eq!(generate(SEED, 7, flavour), generate(SEED, 7, flavour));
        assert_ne!(generate(SEED, 7, flavour), generate(SEED, 8, flavour));
    }
}

#[test]
fn most_sets_made_to_compose_do() {
    let composed = (0..200)
        .filter(|index| compose(inputs(&generate(SEED, *index, Flavour::Valid))).is_ok())
        .count();
    assert!(composed >= 150, "only {composed} of 200");
}

#[test]
fn the_order_of_subgraphs_does_not_matter() {
    for index in 0..200 {
        let mut subgraphs = inputs(&generate(SEED, index, Flavour::of_index(index)));
        let expected = outcome(&compose(subgraphs.clone()));
        subgraphs.reverse();
        assert_eq!(outcome(&compose(subgraphs.clone())), expected, "index {index}");
        if subgraphs.len() > 2 {
            subgraphs.rotate_left(1);
            assert_eq!(outcome(&compose(subgraphs)), expected, "index {index}");
        }
    }
}

#[test]
fn emitting_reading_and_emitting_again_is_a_fixpoint() {
    for index in 0..200 {
        let Ok(composed) = compose(inputs(&generate(SEED, index, Flavour::Valid))) else {
            continue;
        };
        let again = contract(&composed.supergraph_sdl, &ContractFilter::default());
        let again = again.unwrap_or_else(|errors| panic!("index {index}: {errors:?}"));
        assert_eq!(again.supergraph_sdl, composed.supergraph_sdl, "index {index}");
        assert_eq!(again.api_sdl, composed.api_sdl, "index {index}");
    }
}

#[test]
fn the_router_reads_every_supergraph() {
    for index in 0..200 {
        let Ok(composed) = compose(inputs(&generate(SEED, index, Flavour::Valid))) else {
            continue;
        };
        let read = router_graph::Supergraph::parse(&composed.supergraph_sdl);
        assert!(read.is_ok(), "index {index}: {:?}\n{}", read.err(), composed.supergraph_sdl);
    }
}

#[test]
fn damaged_schemas_neither_panic_nor_hang() {
    for index in 0..600 {
        let began = Instant::now();
        let _ = compose(torture(SEED, index));
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "index {index} took {:?}",
            began.elapsed()
        );
    }
}

#[test]
fn deep_and_long_schemas_neither_panic_nor_hang() {
    for size in [100, 2_000] {
        for (name, sdl) in shapes(size) {
            let began = Instant::now();
            let subgraph = |name: &str| SubgraphInput {
                name: name.to_string(),
                url: None,
                sdl: sdl.clone(),
            };
            let _ = compose(vec![subgraph("a"), subgraph("b")]);
            assert!(
                began.elapsed() < Duration::from_secs(20),
                "{name} of {size} took {:?}",
                began.elapsed()
            );
        }
    }
}
