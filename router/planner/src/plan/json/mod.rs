//! A plan as the JSON that federation tools exchange, to be run by whatever program knows it.
//!
//! Stages are barriers, as in the text form. Such a program knows one tree of values by response path, where this plan has several fetches that each have keys
//! of their own: [`tree`] says where everything belongs, `outputRewrites` bring it there, `inputRewrites` give it its own name again when another fetch is sent it.
//! What is asked or sent only under a condition becomes a `Condition` around the whole fetch, for `requires` can't say it.

mod rewrites;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use router_graph::{Condition, OperationKind, Supergraph, TypeId};
use serde_json::{Value, json};

use super::{
    ConditionBit, ContextArgument, Fetch, FetchId, FetchKind, PlaceId, Plan, Representation, RepresentationField, RepresentationTypename,
    RepresentationValue,
};
use rewrites::{on, renamer};
use tree::Tree;

/// Variables decided around one fetch at most; beyond, it is sent with whatever there is.
const MOST_DECIDED: usize = 6;

impl Plan {
    /// `{"kind": "QueryPlan", "node": ...}`; no `node` when nothing is fetched.
    pub fn to_json(&self, supergraph: &Supergraph) -> Value {
        let printer = Printer {
            plan: self,
            supergraph,
            tree: Tree::new(self, supergraph),
            named: self.fetches.iter().flat_map(|fetch| fetch.depends.iter().copied()).collect(),
        };
        let stages = self.stages();
        let node = match (self.kind, stages.split_first()) {
            (OperationKind::Subscription, Some((primary, rest))) => printer.stage(primary).map(|primary| {
                let mut node = json!({ "kind": "Subscription", "primary": primary });
                if let Some(rest) = printer.stages(rest) {
                    node["rest"] = rest;
                }
                node
            }),
            _ => printer.stages(&stages),
        };
        match node {
            Some(node) => json!({ "kind": "QueryPlan", "node": node }),
            None => json!({ "kind": "QueryPlan" }),
        }
    }
}

struct Printer<'a> {
    plan: &'a Plan,
    supergraph: &'a Supergraph,
    tree: Tree,
    /// Fetches that another waits for.
    named: BTreeSet<FetchId>,
}

/// Variables decided so far.
type Decided = BTreeMap<Box<str>, bool>;

/// What is sent of one object, and how it is to be rewritten.
#[derive(Default)]
struct Sent {
    selections: Vec<Value>,
    /// Inner objects first.
    rewrites: Vec<Value>,
}

impl Printer<'_> {
    fn stages(&self, stages: &[Vec<&Fetch>]) -> Option<Value> {
        grouped("Sequence", stages.iter().filter_map(|stage| self.stage(stage)).collect())
    }

    fn stage(&self, fetches: &[&Fetch]) -> Option<Value> {
        grouped("Parallel", fetches.iter().filter_map(|fetch| self.guarded(fetch)).collect())
    }

    fn guarded(&self, fetch: &Fetch) -> Option<Value> {
        let mut conditions: Vec<&Condition> = fetch.condition.map(|bit| self.condition(bit)).into_iter().collect();
        if let FetchKind::Entities { representations, .. } = &fetch.kind {
            for representation in representations {
                conditions.extend(representation.condition.map(|bit| self.condition(bit)));
                self.conditions_of(&representation.fields, &mut conditions);
            }
        }
        let count = |conditions: &[&Condition]| {
            conditions
                .iter()
                .flat_map(|condition| condition.variables())
                .collect::<BTreeSet<_>>()
                .len()
        };
        if count(&conditions) > MOST_DECIDED {
            conditions.truncate(usize::from(fetch.condition.is_some()));
        }
        if count(&conditions) > MOST_DECIDED {
            conditions.clear();
        }
        self.decided(fetch, &conditions, &mut Decided::new())
    }

    fn condition(&self, bit: ConditionBit) -> &Condition {
        &self.plan.conditions[usize::from(bit.0)]
    }

    fn conditions_of<'s>(&'s self, fields: &[RepresentationField], conditions: &mut Vec<&'s Condition>) {
        for field in fields {
            conditions.extend(field.condition.map(|bit| self.condition(bit)));
            if let RepresentationValue::Object { fields, .. } = &field.value {
                self.conditions_of(fields, conditions);
            }
        }
    }

    /// The fetch with one variable after the other decided around it.
    fn decided(&self, fetch: &Fetch, conditions: &[&Condition], decided: &mut Decided) -> Option<Value> {
        if fetch
            .condition
            .is_some_and(|bit| holds(self.condition(bit), decided) == Some(false))
        {
            return None;
        }
        let open = conditions.iter().filter(|condition| holds(condition, decided).is_none());
        let variable = open
            .flat_map(|condition| condition.variables())
            .find(|name| !decided.contains_key(*name));
        let Some(variable) = variable else {
            return self.flattened(fetch, decided);
        };
        decided.insert(variable.into(), true);
        let included = self.decided(fetch, conditions, decided);
        decided.insert(variable.into(), false);
        let skipped = self.decided(fetch, conditions, decided);
        decided.remove(variable);
        if included == skipped {
            return included;
        }
        let mut node = json!({ "kind": "Condition", "condition": variable });
        for (clause, of) in [("ifClause", included), ("elseClause", skipped)] {
            if let Some(of) = of {
                node[clause] = of;
            }
        }
        Some(node)
    }

    /// Whether a bit is set, as far as it is decided; what is not is sent if it is there.
    fn is_set(&self, bit: Option<ConditionBit>, decided: &Decided) -> bool {
        bit.is_none_or(|bit| holds(self.condition(bit), decided) != Some(false))
    }

    fn flattened(&self, fetch: &Fetch, decided: &Decided) -> Option<Value> {
        let node = self.fetch(fetch, decided)?;
        let path = self.tree.path(self.plan, self.supergraph, fetch.place);
        Some(match path.is_empty() {
            true => node,
            false => json!({ "kind": "Flatten", "path": path, "node": node }),
        })
    }

    fn fetch(&self, fetch: &Fetch, decided: &Decided) -> Option<Value> {
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
        let output = rewrites::output(&self.tree, self.supergraph, fetch.id);
        if !output.is_empty() {
            node["outputRewrites"] = output.into();
        }
        if let FetchKind::Entities {
            representations, contexts, ..
        } = &fetch.kind
        {
            if !contexts.is_empty() {
                node["contextRewrites"] = contexts.iter().flat_map(|context| self.context(context)).collect();
                let variables = fetch.variables.iter().chain(contexts.iter().map(|context| &context.variable));
                node["variableUsages"] = variables.map(|name| json!(name)).collect();
            }
            let sent = self.representations(fetch, representations, decided);
            if sent.selections.is_empty() {
                return None;
            }
            node["requires"] = sent.selections.into();
            if !sent.rewrites.is_empty() {
                node["inputRewrites"] = sent.rewrites.into();
            }
        }
        Some(node)
    }

    /// A fragment for each type that is sent.
    fn representations(&self, fetch: &Fetch, representations: &[Representation], decided: &Decided) -> Sent {
        let mut all = Sent::default();
        let mut seen = BTreeSet::new();
        for representation in representations {
            let types: Vec<Option<TypeId>> = match &representation.types {
                None => vec![None],
                Some(types) => types.iter().filter(|ty| seen.insert(**ty)).map(|ty| Some(*ty)).collect(),
            };
            if !self.is_set(representation.condition, decided) {
                continue;
            }
            for ty in types {
                let of_type = self.representation(fetch, representation, ty, decided);
                all.selections.extend(of_type.selections);
                all.rewrites.extend(of_type.rewrites);
            }
        }
        all
    }

    fn representation(&self, fetch: &Fetch, representation: &Representation, ty: Option<TypeId>, decided: &Decided) -> Sent {
        let name = |ty: TypeId| self.supergraph.type_definition(ty).name.clone();
        // Where no fetch has told the type, the tree has the interface's name for it.
        let before = self.tree.interface_object_before(self.plan, fetch.place, fetch.level);
        let condition: Box<str> = match (ty, before) {
            (Some(ty), _) | (None, Some(ty)) => name(ty),
            (None, None) => representation.shown_type(fetch, self.supergraph).into(),
        };
        let prefix = [format!("... on {condition}")];
        let fields: Vec<&RepresentationField> = representation
            .fields
            .iter()
            .filter(|field| ty.is_none_or(|ty| field.types.as_ref().is_none_or(|types| types.contains(&ty))))
            .collect();
        let sent = self.fields(fetch.place, &fields, ty.is_some(), &prefix, decided);
        let mut selections = vec![json!({ "kind": "Field", "name": "__typename" })];
        selections.extend(sent.selections);
        let mut rewrites = sent.rewrites;
        if let RepresentationTypename::Constant(constant) = &representation.typename {
            let is_object = self
                .supergraph
                .type_named(constant)
                .is_some_and(|ty| !self.supergraph.is_abstract(ty));
            if !is_object || **constant != *condition {
                let path = [&prefix[0], "__typename"];
                rewrites.push(json!({ "kind": "ValueSetter", "path": path, "setValueTo": constant }));
            }
        }
        let fragment = json!({ "kind": "InlineFragment", "typeCondition": condition, "selections": selections });
        Sent {
            selections: vec![fragment],
            rewrites,
        }
    }

    /// `path` leads to the object in the representation; `is_one_type` if fragments around say all that the fields' own types would.
    fn fields(&self, place: PlaceId, fields: &[&RepresentationField], is_one_type: bool, path: &[String], decided: &Decided) -> Sent {
        let mut all = Sent::default();
        let mut renamed = Vec::new();
        for field in fields.iter().filter(|field| self.is_set(field.condition, decided)) {
            let key = match &field.value {
                RepresentationValue::Leaf(provider) => self.tree.key(place, provider, &field.name),
                RepresentationValue::Typename { .. } => field.name.clone(),
                RepresentationValue::Object { place: below, .. } => self.tree.place_key(self.plan, *below),
            };
            let types = field.types.as_ref().filter(|_| !is_one_type);
            let prefixes: Vec<Vec<String>> = match types {
                None => vec![path.to_vec()],
                Some(types) => types.iter().map(|ty| [path, &[on(self.supergraph, *ty)]].concat()).collect(),
            };
            let mut node = json!({ "kind": "Field", "name": key });
            if let RepresentationValue::Object { place, fields, .. } = &field.value {
                let fields: Vec<&RepresentationField> = fields.iter().collect();
                let mut below = Sent::default();
                for prefix in &prefixes {
                    let inner = [prefix.as_slice(), &[key.to_string()]].concat();
                    below = self.fields(*place, &fields, false, &inner, decided);
                    all.rewrites.append(&mut below.rewrites);
                }
                node["selections"] = below.selections.into();
            }
            if key != field.name {
                let paths = prefixes.into_iter().map(|prefix| [prefix.as_slice(), &[key.to_string()]].concat());
                renamed.extend(paths.map(|path| renamer(&path, &field.name)));
            }
            match types {
                None => all.selections.push(node),
                Some(types) => all.selections.extend(types.iter().map(|ty| {
                    let condition = &self.supergraph.type_definition(*ty).name;
                    json!({ "kind": "InlineFragment", "typeCondition": condition, "selections": [node.clone()] })
                })),
            }
        }
        all.rewrites.append(&mut renamed);
        all
    }

    /// One renaming for each way to read a context: so many objects out, then down the keys.
    fn context(&self, context: &ContextArgument) -> Vec<Value> {
        let mut rewrites = Vec::new();
        for source in &context.sources {
            let outwards = vec!["..".to_owned(); source.levels as usize];
            for field in &source.fields {
                let types = field.types.as_ref().or(source.types.as_ref());
                let setter = [source.setter];
                for ty in types.map_or(setter.as_slice(), Vec::as_slice) {
                    let mut path = outwards.clone();
                    path.push(on(self.supergraph, *ty));
                    let mut next = Some((source.place, field));
                    while let Some((place, field)) = next {
                        let (key, below) = match &field.value {
                            RepresentationValue::Leaf(provider) => (self.tree.key(place, provider, &field.name), None),
                            RepresentationValue::Typename { .. } => (field.name.clone(), None),
                            RepresentationValue::Object { fields, place: below, .. } => {
                                let is_value = |field: &&RepresentationField| !matches!(field.value, RepresentationValue::Typename { .. });
                                let inner = fields.iter().find(is_value).map(|field| (*below, field));
                                (self.tree.place_key(self.plan, *below), inner)
                            }
                        };
                        path.push(key.into());
                        next = below;
                    }
                    rewrites.push(renamer(&path, &context.variable));
                }
            }
        }
        rewrites
    }
}

/// The only node itself, several in a group.
fn grouped(kind: &str, mut nodes: Vec<Value>) -> Option<Value> {
    match nodes.len() {
        0 => None,
        1 => nodes.pop(),
        _ => Some(json!({ "kind": kind, "nodes": nodes })),
    }
}

/// Whether a condition holds, where the decided variables say so.
fn holds(condition: &Condition, decided: &Decided) -> Option<bool> {
    let mut is_open = false;
    for conjunction in condition.conjunctions() {
        let mut literals = conjunction
            .iter()
            .map(|literal| decided.get(&literal.variable).map(|value| *value == literal.expected));
        let all: Vec<Option<bool>> = literals.by_ref().collect();
        if all.iter().all(|literal| *literal == Some(true)) {
            return Some(true);
        }
        is_open |= !all.contains(&Some(false));
    }
    if is_open { None } else { Some(false) }
}
