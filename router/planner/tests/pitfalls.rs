//! What other planners are known to get wrong, one test for each: the plan answers like a single schema, and does not do the thing in question.

mod universe;

use std::collections::BTreeSet;
use std::sync::atomic::AtomicBool;

use router_graph::{Document, Limits, Operation, Supergraph};
use router_planner::plan::{FetchKind, PlaceId, ResponseValue};
use router_planner::{Budget, Plan, PlanError, PlanOptions, plan};
use serde_json::{Map, Value, json};
use universe::{Universe, run, run_json};

struct Case {
    supergraph: Supergraph,
}

impl Case {
    /// The supergraph of a file of cases.
    fn of(file: &str) -> Case {
        let sdl = file.split("# operation: ").next().unwrap_or_default();
        Case {
            supergraph: Supergraph::parse(sdl).expect("a valid supergraph"),
        }
    }

    fn plan(&self, text: &str, is_portable: bool) -> (Operation, Result<Plan, PlanError>) {
        let limits = Limits::default();
        let document = Document::parse(&self.supergraph.api, text, &limits).expect("a valid operation");
        let operation = document.operation(&self.supergraph, None, &limits).expect("within limits");
        let cancelled = AtomicBool::new(false);
        let budget = Budget {
            steps: Budget::DEFAULT_STEPS,
            cancelled: &cancelled,
        };
        let options = PlanOptions {
            is_portable,
            ..PlanOptions::default()
        };
        let made = plan(&self.supergraph, &operation, &options, budget);
        (operation, made)
    }

    /// The plan, after a look at whether it, and its JSON, answers like a single schema with `v` true and false; and its text, and the answer with `v` true.
    fn right(&self, text: &str) -> (Plan, String, Value) {
        let (operation, made) = self.plan(text, false);
        let made = made.expect("a plan");
        let json = self.plan(text, true).1.expect("a plan").to_json(&self.supergraph);
        let world = Universe {
            supergraph: &self.supergraph,
            labels: BTreeSet::new(),
        };
        let mut answer = Value::Null;
        for value in [false, true] {
            let mut variables = Map::new();
            for variable in &operation.variables {
                variables.insert(variable.name.to_string(), json!(value));
            }
            answer = run(&world, &made, &operation, &variables);
            assert_eq!(answer, world.answer(&operation, &variables), "{text} with {value}");
            assert_eq!(
                answer,
                run_json(&world, &json, &operation, &variables),
                "{text} with {value}: {json:#}"
            );
        }
        let text = made.to_text(&self.supergraph);
        (made, text, answer)
    }

    fn service(&self, made: &Plan, fetch: usize) -> &str {
        &self.supergraph.subgraph(made.fetches[fetch].subgraph).name
    }
}

const REQUIRES: &str = include_str!("cases/requires.graphql");
const KEYS: &str = include_str!("cases/keys.graphql");

#[test]
fn one_field_required_with_several_arguments_is_asked_under_several_keys() {
    let (_, text, _) = Case::of(REQUIRES).right("{ item { amount(currency: \"CHF\") cost costUsd } }");
    for asked in [
        " amount(currency: \"CHF\")",
        ": amount(currency: \"EUR\")",
        ": amount(currency: \"USD\")",
    ] {
        assert!(text.contains(asked), "{asked} in {text}");
    }
}

#[test]
fn what_looks_local_is_not_asked_where_it_is_external() {
    let case = Case::of(include_str!("cases/external_keys.graphql"));
    let (made, text, _) = case.right("{ room { id items { id label } } }");
    assert_eq!((made.fetches.len(), case.service(&made, 0)), (1, "shelf"), "{text}");
}

#[test]
fn a_field_waits_for_what_its_requirement_requires() {
    let case = Case::of(REQUIRES);
    let (made, text, _) = case.right("{ shipItem { total } }");
    let services: Vec<&str> = (0..made.fetches.len()).map(|fetch| case.service(&made, fetch)).collect();
    // The key; the size and the amount; the cost; the tax; the total.
    assert_eq!(services.first(), Some(&"ship"));
    assert_eq!(services[services.len() - 3..], ["ship", "price", "ship"], "{text}");
    assert_eq!(made.fetches.last().map(|fetch| fetch.level), Some(4), "{text}");
}

#[test]
fn what_is_wanted_anyway_stays_unconditional_though_a_skipped_field_requires_it() {
    let (_, text, answer) = Case::of(REQUIRES).right("query($v: Boolean!) { item { size { width } cost @skip(if: $v) } }");
    assert!(text.contains("size {") && !text.contains("size @"), "{text}");
    assert!(answer["item"]["size"]["width"].is_number());
}

#[test]
fn the_type_is_known_though_an_interface_is_asked_type_by_type() {
    let (_, _, answer) = Case::of(include_str!("cases/abstract.graphql")).right("{ node { __typename note } }");
    assert!(answer["node"]["__typename"].is_string());
}

#[test]
fn an_object_whose_fields_are_all_skipped_is_still_there() {
    let case = Case::of(KEYS);
    for text in [
        "{ book(isbn: \"1\") { title @skip(if: true) } }",
        "query($v: Boolean!) { book(isbn: \"1\") { title @skip(if: $v) copies @skip(if: $v) } }",
    ] {
        let (_, _, answer) = case.right(text);
        assert_eq!(answer, json!({ "book": {} }));
    }
}

#[test]
fn a_type_is_never_read_from_an_interface_object() {
    let case = Case::of(include_str!("cases/interface_objects.graphql"));
    for text in [
        "{ patients { __typename vet } }",
        "{ animals { __typename vet ... on Bear { roars } } }",
    ] {
        let (made, _, _) = case.right(text);
        let ResponseValue::Object { object, .. } = &made.response.fields[0].value else {
            panic!("an object")
        };
        assert!(!object.typename.is_empty());
        for read in &object.typename {
            assert_eq!(case.service(&made, read.fetch.index()), "zoo");
        }
    }
}

#[test]
fn a_context_is_waited_for_though_a_parallel_fetch_brings_it() {
    let case = Case::of(include_str!("cases/contexts.graphql"));
    let (made, text, _) = case.right("{ shows { encore { seat { price } } sold seat { number price } } }");
    let mut taking = 0;
    for fetch in &made.fetches {
        let FetchKind::Entities { contexts, .. } = &fetch.kind else {
            continue;
        };
        for source in contexts.iter().flat_map(|context| &context.sources) {
            taking += 1;
            let sources = made
                .fetches
                .iter()
                .filter(|other| other.operation.contains("currency") && other.place == source.place);
            assert!(
                source.place != fetch.place && sources.count() <= 1 && !fetch.depends.is_empty(),
                "{text}"
            );
        }
    }
    assert_eq!(taking, 2, "{text}");
}

#[test]
fn an_unresolvable_key_is_no_way_back_in() {
    let case = Case::of(KEYS);
    let (made, text, _) = case.right("{ person(id: 1) { id name friends { handle id } } books { author { id name } } }");
    for fetch in &made.fetches {
        let is_library = case.service(&made, fetch.id.index()) == "library";
        assert!(!is_library || fetch.place == PlaceId::ROOT, "{text}");
    }
}

#[test]
fn what_nobody_can_answer_is_refused_by_name() {
    let case = Case::of(include_str!("cases/unsatisfiable/interfaces.graphql"));
    for text in [
        "{ node(id: 1) { id } }",
        "{ node(id: 1) { id ... on Chat { id } } }",
        "{ real { size } }",
    ] {
        let error = case.plan(text, false).1.expect_err("no plan");
        assert_eq!(error.code(), "PLAN_UNSATISFIABLE");
        assert!(error.to_string().contains(['.']), "{error}");
    }
    case.right("{ node(id: 1) { __typename ... on Account { id } } }");
}

#[test]
fn root_types_are_not_named_to_subgraphs_that_may_have_renamed_them() {
    let case = Case::of(include_str!("cases/roots.graphql"));
    for file in [include_str!("cases/roots.graphql"), KEYS] {
        let case_of_file = Case::of(file);
        for operation in file.split("# operation: ").skip(1) {
            let (_, body) = operation.split_once('\n').expect("an operation follows its name");
            if let (_, Ok(made)) = case_of_file.plan(body, false) {
                for fetch in &made.fetches {
                    for root in ["... on Query", "... on Mutation", "... on Subscription"] {
                        assert!(!fetch.operation.contains(root), "{}", fetch.operation);
                    }
                }
            }
        }
    }
    let root = &case.supergraph.type_definition(case.supergraph.query).fields;
    let leaf = root.iter().map(|field| case.supergraph.field(*field)).find(|field| {
        let required = field.arguments.iter().any(|argument| argument.ty.is_non_null());
        !required && !case.supergraph.is_composite(field.ty.named)
    });
    if let Some(leaf) = leaf {
        let (made, _, _) = case.right(&format!(
            "query($v: Boolean!) {{ ... on Query @include(if: $v) {{ {} }} }}",
            leaf.name
        ));
        assert!(made.fetches.iter().all(|fetch| !fetch.operation.contains("on Query")));
    }
}
