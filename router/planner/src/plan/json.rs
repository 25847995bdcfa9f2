//! A plan as the JSON that federation tools exchange.
//!
//! As in the text form, stages are barriers. A representation field read under another key is written with its `alias`.

use std::collections::BTreeSet;

use router_graph::{OperationKind, Supergraph};
use serde_json::{Value, json};

use super::{ContextArgument, Fetch, FetchId, FetchKind, Plan, Provider, RepresentationField, RepresentationValue};

impl Plan {
    /// `{"kind": "QueryPlan", "node": ...}`; no `node` when nothing is fetched.
    pub fn to_json(&self, supergraph: &Supergraph) -> Value {
        let printer = Printer {
            plan: self,
            supergraph,
            named: self.fetches.iter().flat_map(|fetch| fetch.depends.iter().copied()).collect(),
        };
        let stages = self.stages();
        let node = match (self.kind, stages.split_first()) {
            (_, None) => return json!({ "kind": "QueryPlan" }),
            (OperationKind::Subscription, Some((primary, rest))) => {
                let mut node = json!({ "kind": "Subscription", "primary": printer.stage(primary) });
                if !rest.is_empty() {
                    node["rest"] = printer.stages(rest);
                }
                node
            }
            _ => printer.stages(&stages),
        };
        json!({ "kind": "QueryPlan", "node": node })
    }
}

struct Printer<'a> {
    plan: &'a Plan,
    supergraph: &'a Supergraph,
    /// Fetches that another waits for.
    named: BTreeSet<FetchId>,
}

impl Printer<'_> {
    fn stages(&self, stages: &[Vec<&Fetch>]) -> Value {
        match stages {
            [only] => self.stage(only),
            several => {
                let nodes: Vec<Value> = several.iter().map(|stage| self.stage(stage)).collect();
                json!({ "kind": "Sequence", "nodes": nodes })
            }
        }
    }

    fn stage(&self, fetches: &[&Fetch]) -> Value {
        match fetches {
            [only] => self.guarded(only),
            several => {
                let nodes: Vec<Value> = several.iter().map(|fetch| self.guarded(fetch)).collect();
                json!({ "kind": "Parallel", "nodes": nodes })
            }
        }
    }

    fn guarded(&self, fetch: &Fetch) -> Value {
        let mut node = self.fetch(fetch);
        let path = &self.plan.places[fetch.place.index()].path;
        if !path.is_empty() {
            node = json!({ "kind": "Flatten", "path": path, "node": node });
        }
        for (variable, expected) in self.plan.guards(fetch).into_iter().rev() {
            let clause = if expected { "ifClause" } else { "elseClause" };
            node = json!({ "kind": "Condition", "condition": variable, clause: node });
        }
        node
    }

    fn fetch(&self, fetch: &Fetch) -> Value {
        let kind = match &fetch.kind {
            FetchKind::Root(kind) => kind.keyword(),
            FetchKind::Entities { .. } => OperationKind::Query.keyword(),
        };
        let mut node = json!({
            "kind": "Fetch",
            "serviceName": self.supergraph.subgraph(fetch.subgraph).name,
            "variableUsages": fetch.variables,
            "operation": fetch.operation,
            "operationKind": kind,
        });
        if let Some(name) = &fetch.operation_name {
            node["operationName"] = json!(name);
        }
        if self.named.contains(&fetch.id) {
            node["id"] = json!(fetch.id.0.to_string());
        }
        if !fetch.depends.is_empty() {
            node["depends"] = fetch.depends.iter().map(|other| json!({ "id": other.0.to_string() })).collect();
        }
        if let FetchKind::Entities {
            representations, contexts, ..
        } = &fetch.kind
        {
            if !contexts.is_empty() {
                node["contextRewrites"] = contexts.iter().flat_map(|context| self.rewrites(context)).collect();
                let variables = fetch.variables.iter().chain(contexts.iter().map(|context| &context.variable));
                node["variableUsages"] = variables.map(|name| json!(name)).collect();
            }
            let requires = representations.iter().map(|representation| {
                let mut selections = vec![json!({ "kind": "Field", "name": "__typename" })];
                selections.extend(self.requires(&representation.fields));
                let condition = representation.shown_type(fetch, self.supergraph);
                json!({ "kind": "InlineFragment", "typeCondition": condition, "selections": selections })
            });
            node["requires"] = requires.collect();
        }
        node
    }

    /// One renaming for each way to read a context: so many objects out, then down the keys.
    fn rewrites(&self, context: &ContextArgument) -> Vec<Value> {
        let mut rewrites = Vec::new();
        for source in &context.sources {
            let outwards = vec![json!(".."); source.levels as usize];
            for field in &source.fields {
                let types = field.types.as_ref().or(source.types.as_ref());
                let setter = [source.setter];
                for ty in types.map_or(setter.as_slice(), Vec::as_slice) {
                    let mut path = outwards.clone();
                    path.push(json!(format!("... on {}", self.supergraph.type_definition(*ty).name)));
                    let mut next = Some(field);
                    while let Some(field) = next {
                        let (read, below) = match &field.value {
                            RepresentationValue::Leaf(provider) => (Some(provider), None),
                            RepresentationValue::Typename { .. } => (None, None),
                            RepresentationValue::Object { providers, fields, .. } => {
                                let below = fields
                                    .iter()
                                    .find(|field| !matches!(field.value, RepresentationValue::Typename { .. }));
                                (providers.first(), below)
                            }
                        };
                        path.push(json!(read.map_or(&field.name, |read| &read.key)));
                        next = below;
                    }
                    rewrites.push(json!({ "kind": "KeyRenamer", "path": path, "renameKeyTo": context.variable }));
                }
            }
        }
        rewrites
    }

    fn requires(&self, fields: &[RepresentationField]) -> Vec<Value> {
        let mut selections = Vec::new();
        for field in fields {
            let mut node = json!({ "kind": "Field", "name": field.name });
            let reads: &[Provider] = match &field.value {
                RepresentationValue::Leaf(provider) => std::slice::from_ref(provider),
                RepresentationValue::Typename { .. } => &[],
                RepresentationValue::Object { providers, fields, .. } => {
                    node["selections"] = self.requires(fields).into();
                    providers
                }
            };
            if let Some(read) = reads.first().filter(|read| read.key != field.name) {
                node["alias"] = json!(read.key);
            }
            match &field.types {
                None => selections.push(node),
                Some(types) => selections.extend(types.iter().map(|ty| {
                    let condition = &self.supergraph.type_definition(*ty).name;
                    json!({ "kind": "InlineFragment", "typeCondition": condition, "selections": [node.clone()] })
                })),
            }
        }
        selections
    }
}
