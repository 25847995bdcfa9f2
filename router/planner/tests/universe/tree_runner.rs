//! Runs a plan's JSON the way a plain gateway does: one tree of values by response path, stages as barriers, rewrites where they stand. It knows nothing of the plan
//! beyond that JSON, and of the supergraph only which type is which.

use std::collections::BTreeMap;

use router_graph::moves::Moves;
use router_graph::{Operation, Selection, SelectionKind, SelectionSet, SubgraphId, TypeId};
use serde_json::{Map, Value as Json, json};

use super::Universe;
use super::subgraph::{self, Node, SubgraphRunner};

struct Runner<'u, 'a> {
    universe: &'u Universe<'a>,
    operation: &'u Operation,
    variables: &'u Map<String, Json>,
}

/// Runs a plan's JSON and shapes the client's response.
pub fn run_json(universe: &Universe<'_>, plan: &Json, operation: &Operation, variables: &Map<String, Json>) -> Json {
    let runner = Runner {
        universe,
        operation,
        variables,
    };
    assert_eq!(plan["kind"], "QueryPlan");
    let mut tree = json!({});
    if let Some(node) = plan.get("node") {
        runner.node(node, &[], &mut tree);
    }
    runner.shape(&tree, operation.root, &operation.selection)
}

impl Runner<'_, '_> {
    fn node(&self, node: &Json, path: &[String], tree: &mut Json) {
        match node["kind"].as_str().expect("a kind") {
            "Sequence" => list(&node["nodes"]).iter().for_each(|node| self.node(node, path, tree)),
            "Parallel" => {
                // Each sees what was there before; then all is merged, in whatever order.
                let before = tree.clone();
                for node in list(&node["nodes"]).iter().rev() {
                    let mut own = before.clone();
                    self.node(node, path, &mut own);
                    self.merge(tree, own, true);
                }
            }
            "Flatten" => {
                let more = list(&node["path"]).iter().map(|step| step.as_str().expect("a step").to_owned());
                let path: Vec<String> = path.iter().cloned().chain(more).collect();
                self.node(&node["node"], &path, tree);
            }
            "Condition" => {
                let name = node["condition"].as_str().expect("a variable");
                let clause = if self.variables[name] == json!(true) {
                    "ifClause"
                } else {
                    "elseClause"
                };
                if let Some(node) = node.get(clause) {
                    self.node(node, path, tree);
                }
            }
            "Subscription" => {
                self.node(&node["primary"], path, tree);
                if let Some(rest) = node.get("rest") {
                    self.node(rest, path, tree);
                }
            }
            "Fetch" => self.fetch(node, path, tree),
            other => panic!("unknown node {other}"),
        }
    }

    fn subgraph(&self, name: &Json) -> SubgraphId {
        let supergraph = self.universe.supergraph;
        let mut subgraphs = supergraph.subgraph_ids();
        subgraphs
            .find(|subgraph| json!(*supergraph.subgraph(*subgraph).name) == *name)
            .expect("a known subgraph")
    }

    fn fetch(&self, fetch: &Json, path: &[String], tree: &mut Json) {
        let supergraph = self.universe.supergraph;
        let text = fetch["operation"].as_str().expect("a text");
        let nodes = subgraph::parse(text);
        for usage in list(&fetch["variableUsages"]) {
            assert!(text.contains(&format!("${}", usage.as_str().expect("a name"))), "{usage} is used");
        }
        let mut runner = SubgraphRunner {
            universe: self.universe,
            moves: Moves::new(supergraph, &self.universe.labels),
            subgraph: self.subgraph(&fetch["serviceName"]),
            contexts: BTreeMap::new(),
            variables: self.variables,
        };
        let rewrites = fetch.get("outputRewrites").map(list).unwrap_or_default();
        let Some(requires) = fetch.get("requires") else {
            let root = match fetch["operationKind"].as_str() {
                Some("query") => supergraph.query,
                _ => self.operation.root,
            };
            self.each(tree, path, &mut Vec::new(), &mut |object, _| {
                let mut answer = Json::Object(runner.root(root, &nodes));
                rewrites.iter().for_each(|rewrite| self.rewrite(rewrite, &mut answer));
                self.merge(object, answer, false);
            });
            return;
        };
        let [Node::Field { below, .. }] = nodes.as_slice() else {
            panic!("{text}")
        };
        self.each(tree, path, &mut Vec::new(), &mut |object, around| {
            let Some(mut representation) = self.select(list(requires), object) else {
                return;
            };
            for rewrite in fetch.get("inputRewrites").map(list).unwrap_or_default() {
                self.rewrite(rewrite, &mut representation);
            }
            runner.contexts.clear();
            for rewrite in fetch.get("contextRewrites").map(list).unwrap_or_default() {
                self.read_context(rewrite, around, &mut runner.contexts);
            }
            for usage in list(&fetch["variableUsages"]) {
                let name = usage.as_str().expect("a name");
                if !self.variables.contains_key(name) {
                    runner.contexts.entry(name.into()).or_insert(Json::Null);
                }
            }
            let mut answer = runner.entity(&representation, below);
            if answer.get("__typename").is_none() {
                answer["__typename"] = object["__typename"].clone();
            }
            rewrites.iter().for_each(|rewrite| self.rewrite(rewrite, &mut answer));
            self.merge(object, answer, false);
        });
    }

    /// Visits the objects at a path, with those around them and themselves from the outside in.
    fn each(&self, value: &mut Json, path: &[String], around: &mut Vec<Json>, visit: &mut dyn FnMut(&mut Json, &[Json])) {
        let Some((step, rest)) = path.split_first() else {
            if value.is_object() {
                around.push(value.clone());
                visit(value, around);
                around.pop();
            }
            return;
        };
        let (key, types) = match step.split_once("|[") {
            Some((key, types)) => (key, Some(types.trim_end_matches(']').split(',').collect::<Vec<_>>())),
            None => (step.as_str(), None),
        };
        let mut go_on = |value: &mut Json, around: &mut Vec<Json>| {
            let is_wanted = |types: &Vec<&str>| types.iter().any(|ty| self.is_of(value, ty));
            if value.is_null() || types.as_ref().is_some_and(|types| !is_wanted(types)) {
                return;
            }
            self.each(value, rest, around, visit);
        };
        if key == "@" {
            for item in value.as_array_mut().into_iter().flatten() {
                go_on(item, around);
            }
        } else if value.is_object() {
            around.push(value.clone());
            if let Some(below) = value.get_mut(key) {
                go_on(below, around);
            }
            around.pop();
        }
    }

    /// Whether an object is of a type, as far as its `__typename` tells.
    fn is_of(&self, object: &Json, ty: &str) -> bool {
        let supergraph = self.universe.supergraph;
        let Some(name) = object.get("__typename").and_then(Json::as_str) else {
            return false;
        };
        let own = supergraph.type_named(name).expect("a known type");
        let wanted = supergraph.type_named(ty).expect("a known type");
        own == wanted || supergraph.type_definition(wanted).possible_types.contains(&own)
    }

    /// What `requires` selects of an object; nothing if something is missing or no fragment applies.
    fn select(&self, selections: &[Json], object: &Json) -> Option<Json> {
        let mut selected = Map::new();
        self.select_into(selections, object, &mut selected)?;
        (!selected.is_empty()).then_some(Json::Object(selected))
    }

    fn select_into(&self, selections: &[Json], object: &Json, selected: &mut Map<String, Json>) -> Option<()> {
        for selection in selections {
            match selection["kind"].as_str().expect("a kind") {
                "InlineFragment" => {
                    let condition = selection["typeCondition"].as_str().expect("a type");
                    if self.is_of(object, condition) {
                        self.select_into(list(&selection["selections"]), object, selected)?;
                    }
                }
                _ => {
                    let name = selection["name"].as_str().expect("a name");
                    let value = object.get(name)?;
                    let value = match selection.get("selections") {
                        None => value.clone(),
                        Some(below) => self.select_below(list(below), value)?,
                    };
                    merge_plain(selected, name, value);
                }
            }
        }
        Some(())
    }

    fn select_below(&self, selections: &[Json], value: &Json) -> Option<Json> {
        match value {
            Json::Array(items) => Some(Json::Array(
                items
                    .iter()
                    .map(|item| self.select_below(selections, item))
                    .collect::<Option<_>>()?,
            )),
            Json::Object(_) => {
                let mut selected = Map::new();
                self.select_into(selections, value, &mut selected)?;
                Some(Json::Object(selected))
            }
            other => Some(other.clone()),
        }
    }

    fn rewrite(&self, rewrite: &Json, value: &mut Json) {
        let path: Vec<&str> = list(&rewrite["path"]).iter().map(|step| step.as_str().expect("a step")).collect();
        self.rewrite_at(rewrite, &path, value);
    }

    fn rewrite_at(&self, rewrite: &Json, path: &[&str], value: &mut Json) {
        if let Json::Array(items) = value {
            items.iter_mut().for_each(|item| self.rewrite_at(rewrite, path, item));
            return;
        }
        let (step, rest) = path.split_first().expect("a path ends with a key");
        if let Some(ty) = step.strip_prefix("... on ") {
            if value.is_object() && self.is_of(value, ty) {
                self.rewrite_at(rewrite, rest, value);
            }
            return;
        }
        let Some(object) = value.as_object_mut() else { return };
        match rewrite["kind"].as_str() {
            _ if !rest.is_empty() => {
                if let Some(below) = object.get_mut(*step) {
                    self.rewrite_at(rewrite, rest, below);
                }
            }
            Some("KeyRenamer") => {
                if let Some(moved) = object.remove(*step) {
                    let key = rewrite["renameKeyTo"].as_str().expect("a key");
                    assert!(
                        object.insert(key.to_owned(), moved).is_none(),
                        "{rewrite} takes a key that is in use"
                    );
                }
            }
            _ => {
                object.insert((*step).to_owned(), rewrite["setValueTo"].clone());
            }
        }
    }

    fn read_context(&self, rewrite: &Json, around: &[Json], contexts: &mut BTreeMap<Box<str>, Json>) {
        let path: Vec<&str> = list(&rewrite["path"]).iter().map(|step| step.as_str().expect("a step")).collect();
        let outwards = path.iter().take_while(|step| **step == "..").count();
        let name = rewrite["renameKeyTo"].as_str().expect("a key");
        let object = &around[around.len() - 1 - outwards];
        if contexts.contains_key(name) {
            return;
        }
        if let Some(value) = self.read(object, &path[outwards..]) {
            contexts.insert(name.into(), value);
        }
    }

    fn read(&self, value: &Json, path: &[&str]) -> Option<Json> {
        let Some((step, rest)) = path.split_first() else {
            return Some(value.clone());
        };
        if let Json::Array(items) = value {
            return Some(Json::Array(items.iter().filter_map(|item| self.read(item, path)).collect()));
        }
        match step.strip_prefix("... on ") {
            Some(ty) => self.is_of(value, ty).then(|| self.read(value, rest))?,
            None => self.read(value.get(*step)?, rest),
        }
    }

    /// Merges an answer into the tree. Nothing may contradict what is there, but for an interface's name that gives way to the type's: `is_older` if `from` may
    /// still have the interface's name.
    fn merge(&self, into: &mut Json, from: Json, is_older: bool) {
        match (into, from) {
            (Json::Object(into), Json::Object(from)) => {
                for (key, value) in from {
                    match into.get_mut(&key) {
                        Some(old) if key == "__typename" => {
                            let is_of =
                                |one: &Json, other: &Json| self.is_of(&json!({ "__typename": one }), other.as_str().expect("a name"));
                            if is_of(&value, old) {
                                *old = value;
                            } else {
                                assert!(is_older && is_of(old, &value), "{value} replaces {old}");
                            }
                        }
                        Some(old) => self.merge(old, value, is_older),
                        None => {
                            into.insert(key, value);
                        }
                    }
                }
            }
            (Json::Array(into), Json::Array(from)) => {
                assert_eq!(into.len(), from.len(), "lists agree");
                into.iter_mut().zip(from).for_each(|(into, from)| self.merge(into, from, is_older));
            }
            (into, from) => assert_eq!(*into, from, "one key of the tree, one value"),
        }
    }

    fn shape(&self, tree: &Json, static_type: TypeId, set: &SelectionSet) -> Json {
        let supergraph = self.universe.supergraph;
        let told = tree
            .get("__typename")
            .and_then(Json::as_str)
            .and_then(|name| supergraph.type_named(name));
        let runtime = match supergraph.is_abstract(static_type) {
            false => static_type,
            true => {
                let is_asked = |selection: &Selection| selection.types.is_some() || selection.kind == SelectionKind::Typename;
                let is_told = told.is_some_and(|ty| !supergraph.is_abstract(ty));
                assert!(is_told || !set.fields.iter().any(is_asked), "the type is not told in {tree}");
                told.unwrap_or(static_type)
            }
        };
        let mut answer = Map::new();
        for selection in &set.fields {
            let applies = selection.types.as_ref().is_none_or(|types| types.contains(&runtime));
            if applies && selection.condition.evaluate(|name| self.variables[name] == json!(true)) {
                answer.insert(selection.key.to_string(), self.shaped(tree, runtime, static_type, selection));
            }
        }
        Json::Object(answer)
    }

    fn shaped(&self, tree: &Json, runtime: TypeId, static_type: TypeId, selection: &Selection) -> Json {
        let found = tree.get(&*selection.key).unwrap_or(&Json::Null);
        match selection.kind {
            SelectionKind::Typename => {
                let name = json!(self.universe.name(runtime));
                // Whoever reads it by key finds it too.
                if static_type != self.operation.root && static_type != self.universe.supergraph.query {
                    assert_eq!(*found, name, "{} in {tree}", selection.key);
                }
                name
            }
            SelectionKind::Introspection => Json::Null,
            SelectionKind::Field(field) => self.shaped_value(found, self.universe.supergraph.field(field).ty.named, selection),
        }
    }

    fn shaped_value(&self, value: &Json, ty: TypeId, selection: &Selection) -> Json {
        match value {
            Json::Array(items) => Json::Array(items.iter().map(|item| self.shaped_value(item, ty, selection)).collect()),
            Json::Object(_) if self.universe.supergraph.is_composite(ty) => self.shape(value, ty, &selection.selections),
            other => other.clone(),
        }
    }
}

fn merge_plain(selected: &mut Map<String, Json>, key: &str, value: Json) {
    match (selected.get_mut(key), value) {
        (Some(Json::Object(old)), Json::Object(new)) => {
            new.into_iter().for_each(|(key, value)| merge_plain(old, &key, value));
        }
        (Some(Json::Array(old)), Json::Array(new)) => {
            for (old, new) in old.iter_mut().zip(new) {
                if let (Json::Object(old), Json::Object(new)) = (old, new) {
                    new.into_iter().for_each(|(key, value)| merge_plain(old, &key, value));
                }
            }
        }
        (_, value) => {
            selected.insert(key.to_owned(), value);
        }
    }
}

fn list(value: &Json) -> &[Json] {
    value.as_array().map(Vec::as_slice).expect("a list")
}
