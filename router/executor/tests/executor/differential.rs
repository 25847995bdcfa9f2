//! Random operations, planned for four subgraphs and executed, against one schema over the same data.

use std::fmt::Write as _;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use futures_util::stream::{self, BoxStream, StreamExt};
use proptest::prelude::*;
use router_executor::{Compiled, ExecuteOptions, Reply, RequestContext, SubgraphRequest, Transport, Vocabulary, execute};
use router_graph::{Document, Limits, SubgraphId, Supergraph, TypeId};
use router_planner::plan::{FetchKind, FetchValue, Plan, SelectionSet};
use router_planner::{Budget, PlanOptions, plan};
use serde_json::{Map, Value, json};

use crate::support::model::{Identity, World};

/// Plays all subgraphs: finds the fetch by its text and answers its selection from the world.
struct Subgraphs {
    supergraph: Arc<Supergraph>,
    plan: Plan,
    seed: u64,
    v: bool,
}

impl Subgraphs {
    fn world(&self) -> World<'_> {
        World {
            supergraph: &self.supergraph,
            seed: self.seed,
        }
    }

    fn select(&self, object: &Identity, set: &SelectionSet) -> Value {
        let world = self.world();
        let interface_object = set.possible_types.is_empty();
        let mut map = Map::new();
        for field in &set.fields {
            let applies = field
                .types
                .as_ref()
                .is_none_or(|types| interface_object || types.contains(&object.of_type));
            let wanted = field
                .condition
                .is_none_or(|bit| self.plan.conditions[bit.0 as usize].evaluate(|_| self.v));
            if !applies || !wanted {
                continue;
            }
            let value = match &field.value {
                FetchValue::Typename => json!(world.name(if interface_object { set.parent } else { object.of_type })),
                FetchValue::Leaf(_) => world.shown(world.value(object, &field.name), &|_| Value::Null),
                FetchValue::Object(inner) => world.shown(world.value(object, &field.name), &|found| self.select(found, inner)),
            };
            map.insert(field.key.to_string(), value);
        }
        Value::Object(map)
    }

    /// What a representation says of an entity must be true of it.
    fn check_representation(&self, object: &Identity, representation: &Value) {
        let world = self.world();
        for (name, sent) in representation.as_object().unwrap() {
            if name == "__typename" {
                continue;
            }
            let truth = world.shown(world.value(object, name), &|_| Value::Null);
            assert!(sent.is_object() || *sent == truth, "{name} of {object:?} is {truth}, not {sent}");
        }
    }
}

impl Transport for Subgraphs {
    async fn call(&self, subgraph: SubgraphId, request: SubgraphRequest, _: &RequestContext) -> Reply {
        let request: Value = serde_json::from_slice(&request.body).unwrap();
        let asked = |text: &str| request["query"] == *text;
        let fetch = self
            .plan
            .fetches
            .iter()
            .find(|fetch| fetch.subgraph == subgraph && asked(&fetch.operation))
            .unwrap();
        let data = match &fetch.kind {
            FetchKind::Root(_) => {
                let root = Identity {
                    of_type: self.supergraph.query,
                    key: "root".to_owned(),
                };
                self.select(&root, &fetch.selection)
            }
            FetchKind::Entities { variable, .. } => {
                let representations = request["variables"][&**variable].as_array().unwrap();
                let entities: Value = representations
                    .iter()
                    .map(|representation| {
                        let object = self.world().entity(representation["id"].as_str().unwrap());
                        self.check_representation(&object, representation);
                        self.select(&object, &fetch.selection)
                    })
                    .collect();
                json!({ "_entities": entities })
            }
        };
        Reply::from_body(json!({ "data": data }).to_string())
    }

    fn subscribe(&self, _: SubgraphId, _: SubgraphRequest, _: &RequestContext) -> BoxStream<'static, Reply> {
        stream::empty().boxed()
    }
}

/// Draws a selection set from a list of choices; an exhausted list draws leaves.
struct Drawing<'a> {
    supergraph: &'a Supergraph,
    choices: std::slice::Iter<'a, u16>,
    aliases: u32,
}

impl Drawing<'_> {
    fn draw(&mut self, below: usize) -> usize {
        self.choices.next().map_or(0, |choice| *choice as usize % below)
    }

    fn selection(&mut self, of_type: TypeId, depth: usize, out: &mut String) {
        out.push_str("{ ");
        let definition = self.supergraph.type_definition(of_type);
        for _ in 0..1 + self.draw(4) {
            let directive = match self.draw(12) {
                1 => " @include(if: $v)",
                2 => " @skip(if: $v)",
                _ => "",
            };
            let abstract_type = self.supergraph.is_abstract(of_type);
            if definition.fields.is_empty() || (abstract_type && self.draw(3) == 0) {
                let possible = &definition.possible_types;
                let narrowed = possible[self.draw(possible.len())];
                write!(out, "... on {}{directive} ", self.supergraph.type_definition(narrowed).name).unwrap();
                self.selection(narrowed, depth, out);
                continue;
            }
            if self.draw(6) == 1 {
                write!(out, "__typename{directive} ").unwrap();
                continue;
            }
            let at = self.draw(definition.fields.len());
            let field = self.supergraph.field(definition.fields[at]);
            let leaf = self.supergraph.leaf_kind(field.ty.named).is_some();
            if !leaf && depth == 0 {
                write!(out, "__typename{directive} ").unwrap();
                continue;
            }
            if self.draw(5) == 1 {
                self.aliases += 1;
                write!(out, "a{}: ", self.aliases).unwrap();
            }
            write!(out, "{}{directive} ", field.name).unwrap();
            if !leaf {
                self.selection(field.ty.named, depth - 1, out);
            }
        }
        out.push_str("} ");
    }
}

fn check(supergraph: &Arc<Supergraph>, text: &str, seed: u64, v: bool) {
    let limits = Limits::default();
    // Selections that cannot be merged are the generator's fault.
    let Ok(document) = Document::parse(&supergraph.api, text, &limits) else {
        return;
    };
    let operation = document
        .operation(supergraph, None, &limits)
        .unwrap_or_else(|error| panic!("{text}: {error:?}"));
    let cancelled = AtomicBool::new(false);
    let budget = Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    let plan = plan(supergraph, &operation, &PlanOptions::default(), budget).unwrap_or_else(|error| panic!("{text}: {error}"));
    let vocabulary = Arc::new(Vocabulary::new(supergraph));
    let compiled = Compiled::new(&plan, supergraph, vocabulary).unwrap_or_else(|error| panic!("{text}: {error}\n{plan:#?}"));
    let subgraphs = Subgraphs {
        supergraph: Arc::clone(supergraph),
        plan,
        seed,
        v,
    };
    let variables = json!({ "v": v }).to_string();
    let options = ExecuteOptions::default();
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let context = RequestContext::default();
    let response = runtime.block_on(execute(&compiled, variables.as_bytes(), &context, &subgraphs, &options));
    let answered: Value = serde_json::from_slice(&response.body).unwrap();
    let expected = json!({ "data": subgraphs.world().answer(&operation, &|_| v) });
    if answered != expected {
        let asked: Vec<_> = subgraphs
            .plan
            .fetches
            .iter()
            .map(|fetch| (fetch.subgraph, &fetch.depends, &fetch.operation))
            .collect();
        panic!("{text}\nv = {v}, seed = {seed}\nexpected {expected}\nanswered {answered}\n{asked:#?}");
    }
}

fn shop() -> Arc<Supergraph> {
    Arc::new(Supergraph::parse(include_str!("support/shop.graphql")).unwrap())
}

#[test]
fn operations_people_write() {
    let supergraph = shop();
    for text in [
        "query($v: Boolean!) { book { id @include(if: $v) name inStock postage } me { name friends { name written { name postage } } } }",
        "{ products { __typename id name score reviews { text author { name } product { name __typename } } ... on Book { pages inStock } } }",
        "{ anything { ... on Product { id score } ... on User { name lastReview { text } } ... on Toy { age } } }",
        "{ book { size { width height unit } sequel { size { height } similar { name postage } } } soldOut { size { width unit } } }",
        "{ grid { name similar { author { name } } } latest { product { ... on Book { postage } ... on Toy { age } } } }",
        "query($v: Boolean!) { me @skip(if: $v) { name } b: book { id @skip(if: $v) } }",
    ] {
        for seed in 0..20 {
            check(&supergraph, text, seed, seed % 2 == 0);
        }
    }
}

proptest! {
    #[test]
    fn random_operations(choices in prop::collection::vec(any::<u16>(), 0..160), seed in 0u64..50, v in any::<bool>()) {
        let supergraph = shop();
        let mut text = String::from("query($v: Boolean!) ");
        let mut drawing = Drawing { supergraph: &supergraph, choices: choices.iter(), aliases: 0 };
        drawing.selection(supergraph.query, 5, &mut text);
        // `$v` must be used where it is declared.
        if text.matches("$v").count() == 1 {
            text = text.replacen("($v: Boolean!)", "", 1);
        }
        check(&supergraph, &text, seed, v);
    }
}
