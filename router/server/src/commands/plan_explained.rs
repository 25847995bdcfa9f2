//! `router plan --explain`: every stage between an operation and its plan.
//!
//! Owns how stages are shown. Must not know how a plan is made.

use std::fmt::Write as _;

use router_graph::{Operation, Selection, SelectionKind, SelectionSet, SubgraphId, Supergraph, TypeId};
use router_planner::PlaceChoice;
use router_planner::plan::{Fetch, FetchKind};
use serde_json::{Map, Value, json};

use super::plan::Made;

/// The stages as text, the plan last.
pub fn text(supergraph: &Supergraph, made: &Made, variables: &Map<String, Value>) -> String {
    let mut text = format!("Normalised operation\n\n{}\n", operation_text(supergraph, &made.operation));
    text.push_str("Choices\n\n");
    for choice in &made.choices {
        let _ = writeln!(text, "  {}", choice_line(supergraph, choice));
    }
    text.push_str("\nFetches\n\n");
    for fetch in &made.plan.fetches {
        let _ = writeln!(text, "  {}", fetch_line(supergraph, made, fetch, variables));
        let _ = writeln!(text, "    {}", fetch.operation);
    }
    let _ = write!(text, "\nPlan\n\n{}", made.plan.to_text(supergraph));
    text
}

/// The stages as JSON: `{"operation", "choices", "fetches", "plan"}`.
pub fn json(supergraph: &Supergraph, made: &Made, variables: &Map<String, Value>) -> Value {
    let names = |subgraphs: &[SubgraphId]| -> Vec<Value> {
        subgraphs
            .iter()
            .map(|subgraph| json!(supergraph.subgraph(*subgraph).name))
            .collect()
    };
    let choice_json = |choice: &PlaceChoice| {
        json!({
            "path": choice.path,
            "standing": names(&choice.standing),
            "opened": names(&choice.opened),
            "cost": choice.cost,
        })
    };
    let fetch_json = |fetch: &Fetch| {
        json!({
            "id": fetch.id.0,
            "subgraph": supergraph.subgraph(fetch.subgraph).name,
            "path": made.plan.places[fetch.place.index()].path,
            "level": fetch.level,
            "depends": fetch.depends.iter().map(|other| other.0).collect::<Vec<_>>(),
            "condition": condition(made, fetch).map(ToString::to_string),
            "sent": is_sent(made, fetch, variables),
            "operation": fetch.operation,
        })
    };
    json!({
        "operation": operation_text(supergraph, &made.operation),
        "choices": made.choices.iter().map(choice_json).collect::<Vec<_>>(),
        "fetches": made.plan.fetches.iter().map(fetch_json).collect::<Vec<_>>(),
        "plan": made.plan.to_json(supergraph),
    })
}

fn condition<'a>(made: &'a Made, fetch: &Fetch) -> Option<&'a router_graph::Condition> {
    fetch.condition.map(|bit| &made.plan.conditions[usize::from(bit.0)])
}

/// Whether the variables leave the fetch in, as far as they say.
fn is_sent(made: &Made, fetch: &Fetch, variables: &Map<String, Value>) -> Option<bool> {
    let Some(condition) = condition(made, fetch) else {
        return Some(true);
    };
    let default = |name: &str| {
        let declared = made.plan.variables.iter().find(|declared| *declared.name == *name)?;
        declared.default.as_ref()?.to_json()
    };
    let value = |name: &str| variables.get(name).cloned().or_else(|| default(name))?.as_bool();
    let is_known = condition.variables().iter().all(|name| value(name).is_some());
    is_known.then(|| condition.evaluate(|name| value(name) == Some(true)))
}

fn choice_line(supergraph: &Supergraph, choice: &PlaceChoice) -> String {
    let names = |subgraphs: &[SubgraphId]| {
        let names = subgraphs.iter().map(|subgraph| supergraph.subgraph(*subgraph).name.to_string());
        names.collect::<Vec<_>>().join(", ")
    };
    let mut line = match choice.path.is_empty() {
        true => "the root".to_owned(),
        false => choice.path.join("."),
    };
    if !choice.standing.is_empty() {
        let _ = write!(line, ", had from {}", names(&choice.standing));
    }
    match choice.opened.is_empty() {
        true => line.push_str(": nobody else is asked"),
        false => {
            let _ = write!(line, ": {} asked", names(&choice.opened));
        }
    }
    let _ = write!(line, ", cost {}", choice.cost);
    line
}

fn fetch_line(supergraph: &Supergraph, made: &Made, fetch: &Fetch, variables: &Map<String, Value>) -> String {
    let mut line = format!("#{} {}", fetch.id.0, supergraph.subgraph(fetch.subgraph).name);
    let path = &made.plan.places[fetch.place.index()].path;
    if !path.is_empty() {
        let _ = write!(line, ", at {}", path.join("."));
    }
    if let FetchKind::Entities { representations, .. } = &fetch.kind {
        let sent: usize = representations.iter().map(|representation| representation.fields.len()).sum();
        let _ = write!(line, ", sends {sent} fields");
    }
    let depends: Vec<String> = fetch.depends.iter().map(|other| format!("#{}", other.0)).collect();
    if !depends.is_empty() {
        let _ = write!(line, ", level {}, after {}", fetch.level, depends.join(" "));
    }
    if let Some(condition) = condition(made, fetch) {
        let _ = write!(line, ", if {condition}");
        match is_sent(made, fetch, variables) {
            Some(true) => line.push_str(" (sent)"),
            Some(false) => line.push_str(" (left out)"),
            None => {}
        }
    }
    line
}

fn operation_text(supergraph: &Supergraph, operation: &Operation) -> String {
    let mut text = operation.kind.keyword().to_owned();
    if let Some(name) = &operation.name {
        let _ = write!(text, " {name}");
    }
    text.push_str(" {\n");
    selections(supergraph, &operation.selection, 1, &mut text);
    text.push_str("}\n");
    text
}

fn selections(supergraph: &Supergraph, set: &SelectionSet, indent: usize, text: &mut String) {
    for selection in &set.fields {
        let _ = write!(text, "{}{}", "  ".repeat(indent), field_text(supergraph, selection));
        if selection.selections.fields.is_empty() {
            text.push('\n');
        } else {
            text.push_str(" {\n");
            selections(supergraph, &selection.selections, indent + 1, text);
            let _ = writeln!(text, "{}}}", "  ".repeat(indent));
        }
    }
}

/// A field with its arguments, the types it is asked of and its condition.
fn field_text(supergraph: &Supergraph, selection: &Selection) -> String {
    let name = match selection.kind {
        SelectionKind::Typename => "__typename",
        SelectionKind::Introspection => &selection.key,
        SelectionKind::Field(field) => &supergraph.field(field).name,
    };
    let mut text = match *selection.key == *name {
        true => name.to_owned(),
        false => format!("{}: {name}", selection.key),
    };
    if !selection.arguments.is_empty() {
        let arguments = selection.arguments.iter().map(|(name, value)| format!("{name}: {value}"));
        let _ = write!(text, "({})", arguments.collect::<Vec<_>>().join(", "));
    }
    if let Some(types) = &selection.types {
        let name = |ty: &TypeId| supergraph.type_definition(*ty).name.to_string();
        let _ = write!(text, " on {}", types.iter().map(name).collect::<Vec<_>>().join(" | "));
    }
    if !selection.condition.is_always() {
        let _ = write!(text, " if {}", selection.condition);
    }
    text
}
