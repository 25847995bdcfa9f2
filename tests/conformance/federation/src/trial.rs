//! One operation tried: planned, compiled and executed over simulated subgraphs, and compared with the single schema's answer. Owns
//! what counts as right; must not know where supergraphs and operations come from.

use crate::document::SubgraphSet;
use crate::operations::Call;
use crate::simulate::{Fault, Simulator, Step, Tree, World, single};
use futures_util::StreamExt;
use router_executor::{Compiled, ErrorVisibility, ExecuteOptions, RequestContext, Vocabulary, execute, subscribe};
use router_graph::supergraph::FieldJoins;
use router_graph::{Document, Limits, OperationKind, Supergraph};
use router_planner::{Budget, PlanOptions, plan};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

/// Events of a subscription.
const EVENTS: u64 = 3;

/// A supergraph with its world.
#[derive(Debug)]
pub struct Ground {
    /// The supergraph.
    pub supergraph: Supergraph,
    /// Its subgraphs.
    pub world: Arc<World>,
    /// Every label of an `@override`.
    pub labels: BTreeSet<Box<str>>,
    vocabulary: Arc<Vocabulary>,
}

impl Ground {
    /// Reads a supergraph with the subgraphs it was made of; says why where they cannot be simulated.
    pub fn new(set: &SubgraphSet, supergraph_sdl: &str) -> Result<Ground, String> {
        let supergraph = Supergraph::parse(supergraph_sdl).map_err(|errors| format!("{errors:?}"))?;
        let world = Arc::new(World::new(set, &supergraph.api.sdl())?);
        let joins = supergraph.fields.iter().filter_map(|field| match &field.joins {
            FieldJoins::In(joins) => Some(joins),
            FieldJoins::Everywhere => None,
        });
        let labels = joins.flatten().filter_map(|join| join.override_label.clone()).collect();
        let vocabulary = Arc::new(Vocabulary::new(&supergraph));
        Ok(Ground {
            supergraph,
            world,
            labels,
            vocabulary,
        })
    }
}

/// How a trial went wrong.
#[derive(Clone, Debug)]
pub struct Failure {
    /// The kind, for telling failures apart.
    pub kind: &'static str,
    /// What was expected and found.
    pub detail: String,
}

fn failure<T>(kind: &'static str, detail: impl Into<String>) -> Result<T, Failure> {
    let detail = detail.into();
    Err(Failure { kind, detail })
}

/// The kind of failure that is the generator's: selections that clash.
pub const INVALID: &str = "invalid";

/// Tries an operation under these labels and this fault. Gives the names of the subgraphs that were called.
pub fn attempt(ground: &Ground, call: &Call, labels: &BTreeSet<Box<str>>, fault: &Fault) -> Result<BTreeSet<String>, Failure> {
    match catch_unwind(AssertUnwindSafe(|| run(ground, call, labels, fault))) {
        Ok(outcome) => outcome,
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str);
            failure("panic", text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("panic"))
        }
    }
}

fn run(ground: &Ground, call: &Call, labels: &BTreeSet<Box<str>>, fault: &Fault) -> Result<BTreeSet<String>, Failure> {
    let supergraph = &ground.supergraph;
    let limits = Limits {
        aliases: usize::MAX,
        ..Limits::default()
    };
    let text = call.request.to_string();
    let document = Document::parse(&supergraph.api, &text, &limits);
    let operation = document.and_then(|document| document.operation(supergraph, None, &limits));
    let operation = match operation {
        Ok(operation) => operation,
        Err(errors) => return failure(INVALID, format!("{errors:?}")),
    };
    let cancelled = AtomicBool::new(false);
    let budget = Budget {
        steps: Budget::DEFAULT_STEPS,
        cancelled: &cancelled,
    };
    let options = PlanOptions {
        labels: labels.clone(),
        is_portable: false,
    };
    let made = match plan(supergraph, &operation, &options, budget) {
        Ok(made) => made,
        Err(error) => return failure("unplanned", error.to_string()),
    };
    let plan_text = made.to_text(supergraph);
    let compiled = match Compiled::new(&made, supergraph, Arc::clone(&ground.vocabulary)) {
        Ok(compiled) => Arc::new(compiled),
        Err(error) => return failure("uncompiled", format!("{error}\n{plan_text}")),
    };
    let simulator = Simulator::new(Arc::clone(&ground.world), supergraph, labels.clone(), fault.clone(), EVENTS);
    let simulator = match simulator {
        Ok(simulator) => Arc::new(simulator),
        Err(why) => return failure("unsimulated", why),
    };
    let bodies = answers(&compiled, &simulator, &json!(call.variables).to_string());
    let record = simulator.record();
    let told = |what: String| format!("{what}\n{plan_text}\ncalls: {:#?}", record.calls);
    let events = if compiled.kind() == OperationKind::Subscription {
        EVENTS
    } else {
        1
    };
    if bodies.len() as u64 != events && *fault == Fault::None {
        return failure("events", told(format!("{} events of {events}", bodies.len())));
    }
    if let Some(violation) = record
        .violations
        .first()
        .filter(|_| matches!(fault, Fault::None | Fault::Fields(_)))
    {
        return failure("violation", told(violation.clone()));
    }
    for (number, body) in bodies.iter().enumerate() {
        let right = single::execute(&ground.world, &call.request, &call.variables, fault, number as u64);
        let data = right.data.clone().unwrap_or(Tree::NULL);
        match fault {
            Fault::None if *body == format!("{{\"data\":{data}}}") => {}
            Fault::None => return failure("wrong", told(format!("expected {{\"data\":{data}}}\nfound    {body}"))),
            Fault::Fields(_) => {
                let found: Json = serde_json::from_str(body).unwrap_or_default();
                if !body.starts_with(&format!("{{\"data\":{data}")) {
                    return failure(
                        "wrong with failed fields",
                        told(format!("expected {{\"data\":{data}\nfound    {body}")),
                    );
                }
                let expected: BTreeSet<String> = right.errors.iter().map(|path| spelled(path).to_string()).collect();
                let paths = paths(&found).iter().map(Json::to_string).collect();
                if expected != paths {
                    return failure(
                        "errors of failed fields",
                        told(format!("expected errors at {expected:?}\nfound {paths:?} in {body}")),
                    );
                }
            }
            _ => {
                if let Err(why) = degraded(&data, body, matches!(fault, Fault::Unknown(_))) {
                    return failure("degraded", told(format!("{why}\nundisturbed {data}\nfound       {body}")));
                }
            }
        }
        if *fault == Fault::None && compiled.kind() == OperationKind::Mutation && record.mutations != right.resolved {
            return failure(
                "order",
                told(format!("expected {:?}\nfound {:?}", right.resolved, record.mutations)),
            );
        }
    }
    Ok(record.calls.into_iter().map(|(service, _)| service).collect())
}

fn answers(compiled: &Arc<Compiled>, simulator: &Arc<Simulator>, variables: &str) -> Vec<String> {
    let options = ExecuteOptions {
        visibility: Arc::new(ErrorVisibility::Shown),
        reported_errors: 100_000,
        introspection: None,
    };
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .expect("a runtime without sockets");
    let text = |body: &[u8]| String::from_utf8_lossy(body).into_owned();
    runtime.block_on(async {
        let context = RequestContext::default();
        if compiled.kind() != OperationKind::Subscription {
            let response = execute(compiled, variables.as_bytes(), &context, &**simulator, &options).await;
            return vec![text(&response.body)];
        }
        match subscribe(
            Arc::clone(compiled),
            variables.as_bytes(),
            Arc::new(context),
            Arc::clone(simulator),
            options,
        ) {
            Ok(stream) => stream.map(|response| text(&response.body)).collect().await,
            Err(response) => vec![text(&response.body)],
        }
    })
}

fn spelled(path: &[Step]) -> Json {
    let steps = path.iter().map(|step| match step {
        Step::Key(key) => json!(key),
        Step::Index(index) => json!(index),
    });
    Json::Array(steps.collect())
}

fn paths(body: &Json) -> Vec<Json> {
    let errors = body["errors"].as_array().map(Vec::as_slice).unwrap_or_default();
    errors
        .iter()
        .map(|error| error.get("path").cloned().unwrap_or_else(|| json!([])))
        .collect()
}

/// An answer with a subgraph at fault is the undisturbed one with nulls in it, and an error for each. An
/// entity that is not found is no error: only what refuses null tells of it.
fn degraded(right: &Tree, body: &str, is_silent: bool) -> Result<(), String> {
    let found: Json = serde_json::from_str(body).map_err(|error| error.to_string())?;
    let errors = paths(&found);
    let errors: Vec<&[Json]> = errors.iter().filter_map(|path| path.as_array().map(Vec::as_slice)).collect();
    let mut path = Vec::new();
    let untold = lessened(right, &found["data"], &mut path, &errors)?;
    if let Some(untold) = untold.filter(|_| !is_silent) {
        return Err(untold);
    }
    for error in errors {
        // What an error is about is null, or within a null.
        let mut at = &found["data"];
        for step in error {
            at = match (at, step) {
                (Json::Object(fields), Json::String(key)) => fields.get(key).ok_or_else(|| format!("nothing is at {error:?}"))?,
                (Json::Array(items), Json::Number(index)) => {
                    let index = index.as_u64().unwrap_or(u64::MAX) as usize;
                    items.get(index).ok_or_else(|| format!("nothing is at {error:?}"))?
                }
                (Json::Null, _) => break,
                _ => return Err(format!("{error:?} leads through a leaf")),
            };
        }
    }
    Ok(())
}

/// Fails where a value is another; gives a null that no error tells of.
fn lessened(right: &Tree, found: &Json, path: &mut Vec<Json>, errors: &[&[Json]]) -> Result<Option<String>, String> {
    let mut untold = None;
    match (right, found) {
        (Tree::Leaf(leaf), found) if leaf == found => {}
        (_, Json::Null) => {
            let is_told = |error: &&[Json]| error.starts_with(path) || path.starts_with(error);
            if !errors.iter().any(is_told) {
                untold = Some(format!("no error tells why {path:?} is null"));
            }
        }
        (Tree::Object(fields), Json::Object(found)) if fields.len() == found.len() => {
            for (key, value) in fields {
                path.push(json!(key));
                let inner = found.get(key).ok_or_else(|| format!("{path:?} is missing"))?;
                untold = untold.or(lessened(value, inner, path, errors)?);
                path.pop();
            }
        }
        (Tree::List(items), Json::Array(found)) if items.len() == found.len() => {
            for (index, (item, found)) in items.iter().zip(found).enumerate() {
                path.push(json!(index));
                untold = untold.or(lessened(item, found, path, errors)?);
                path.pop();
            }
        }
        _ => return Err(format!("another value at {path:?}")),
    }
    Ok(untold)
}
