//! When there is no plan, and what a plan says about what may not be seen.

use std::sync::atomic::AtomicBool;

use router_graph::{Document, Limits, Operation, Supergraph};
use router_planner::plan::ResponseValue;
use router_planner::{Budget, Plan, PlanError, PlanOptions, plan};

fn supergraph() -> Supergraph {
    let text = include_str!("cases/keys.graphql");
    Supergraph::parse(text.split("# operation: ").next().unwrap_or_default()).expect("a valid supergraph")
}

fn operation(supergraph: &Supergraph, text: &str) -> Operation {
    let limits = Limits {
        root_fields: 1000,
        aliases: 1000,
        ..Limits::default()
    };
    let document = Document::parse(&supergraph.api, text, &limits).expect("a valid operation");
    document.operation(supergraph, None, &limits).expect("within limits")
}

fn planned(supergraph: &Supergraph, operation: &Operation, steps: u64, cancelled: bool) -> Result<Plan, PlanError> {
    let cancelled = AtomicBool::new(cancelled);
    plan(
        supergraph,
        operation,
        &PlanOptions::default(),
        Budget {
            steps,
            cancelled: &cancelled,
        },
    )
}

#[test]
fn a_spent_budget_is_an_error_and_never_a_worse_plan() {
    let supergraph = supergraph();
    let wanted = operation(&supergraph, "{ books { title copies author { name } } }");
    assert_eq!(planned(&supergraph, &wanted, 3, false).err(), Some(PlanError::TooComplex));
    assert_eq!(
        planned(&supergraph, &wanted, Budget::DEFAULT_STEPS, true).err(),
        Some(PlanError::Timeout)
    );
    assert!(planned(&supergraph, &wanted, Budget::DEFAULT_STEPS, false).is_ok());
}

#[test]
fn conditions_have_128_bits() {
    let supergraph = supergraph();
    let conditional = |count: usize| {
        let variables: Vec<String> = (0..count).map(|index| format!("$v{index}: Boolean!")).collect();
        let fields: Vec<String> = (0..count)
            .map(|index| format!("b{index}: book(isbn: \"1\") @include(if: $v{index}) {{ title }}"))
            .collect();
        operation(&supergraph, &format!("query({}) {{ {} }}", variables.join(" "), fields.join(" ")))
    };
    let most = planned(&supergraph, &conditional(127), Budget::DEFAULT_STEPS, false).expect("within the bits");
    assert!(most.conditions.len() <= 128);
    assert_eq!(
        planned(&supergraph, &conditional(129), Budget::DEFAULT_STEPS, false).err(),
        Some(PlanError::TooConditional)
    );
}

#[test]
fn what_is_denied_is_null_and_not_fetched() {
    let supergraph = supergraph();
    let mut wanted = operation(&supergraph, "{ book(isbn: \"1\") { title copies } }");
    wanted.selection.fields[0].selections.fields[1].denied = true;
    let made = planned(&supergraph, &wanted, Budget::DEFAULT_STEPS, false).expect("a plan");
    assert_eq!(made.fetches.len(), 1);
    let ResponseValue::Object { object, .. } = &made.response.fields[0].value else {
        panic!("an object")
    };
    assert!(matches!(object.fields[1].value, ResponseValue::Denied));
}

#[test]
fn the_json_form_names_what_is_waited_for() {
    let supergraph = supergraph();
    let wanted = operation(&supergraph, "query Loans { book(isbn: \"1\") { copies } }");
    let made = planned(&supergraph, &wanted, Budget::DEFAULT_STEPS, false).expect("a plan");
    let node = &made.to_json(&supergraph)["node"];
    assert_eq!(node["nodes"][0]["id"], "0");
    assert_eq!(node["nodes"][0]["operationName"], "Loans__library__0");
    assert_eq!(node["nodes"][1]["path"], serde_json::json!(["book"]));
    assert_eq!(node["nodes"][1]["node"]["requires"][0]["selections"][1]["name"], "isbn");
}

#[test]
fn an_implementation_that_promises_more_than_its_interface_is_held_to_it() {
    let text = include_str!("cases/abstract.graphql");
    let sdl = text.split("# operation: ").next().unwrap_or_default();
    let user = "id: ID! note: String @join__field(graph: B) name: String @join__field(graph: A) }";
    assert!(sdl.contains(user));
    let sdl = sdl.replace(user, &user.replace("note: String", "note: String!"));
    let supergraph = Supergraph::parse(&sdl).expect("a valid supergraph");
    let made = planned(
        &supergraph,
        &operation(&supergraph, "{ node { note } }"),
        Budget::DEFAULT_STEPS,
        false,
    );
    let made = made.expect("a plan");
    let ResponseValue::Object { object, .. } = &made.response.fields[0].value else {
        panic!("an object")
    };
    let notes: Vec<_> = object
        .fields
        .iter()
        .map(|field| {
            let names = field.types.iter().flatten().map(|ty| &*supergraph.type_definition(*ty).name);
            (names.collect::<Vec<_>>(), field.ty.non_null)
        })
        .collect();
    assert_eq!(notes.len(), 2, "{notes:?}");
    assert!(notes.contains(&(vec!["User"], true)), "{notes:?}");
    assert!(notes.contains(&(vec!["Team"], false)), "{notes:?}");
    assert!(!object.typename.is_empty(), "the type is read to tell them apart");
}
