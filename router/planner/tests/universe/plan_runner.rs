//! Runs a plan the way its documentation says, slowly and plainly.

use std::collections::{BTreeMap, BTreeSet};

use router_graph::moves::Moves;
use router_graph::{Operation, TypeId};
use router_planner::plan::{
    ConditionBit, ContextArgument, Fetch, FetchId, FetchKind, FetchValue, PlaceId, Plan, Provider, Representation, RepresentationField,
    RepresentationTypename, RepresentationValue, ResponseObject, ResponseValue, SelectionSet,
};
use serde_json::{Map, Value as Json, json};

use super::Universe;
use super::subgraph::{self, Node, SubgraphRunner};

/// What the fetches returned for one object of one place.
#[derive(Debug, Default)]
struct Instance {
    cells: BTreeMap<FetchId, Map<String, Json>>,
    /// (place, indexes in its lists) of the objects below.
    below: BTreeMap<(PlaceId, Vec<usize>), usize>,
}

struct Runner<'u, 'a> {
    universe: &'u Universe<'a>,
    plan: &'u Plan,
    bits: Vec<bool>,
    variables: &'u Map<String, Json>,
    /// Of each place.
    instances: Vec<Vec<Instance>>,
}

/// Runs a plan and writes the client's response.
pub fn run(universe: &Universe<'_>, plan: &Plan, operation: &Operation, variables: &Map<String, Json>) -> Json {
    let bits = plan
        .conditions
        .iter()
        .map(|condition| condition.evaluate(|name| variables[name] == json!(true)))
        .collect();
    let mut instances: Vec<Vec<Instance>> = plan.places.iter().map(|_| Vec::new()).collect();
    instances[0].push(Instance::default());
    let mut runner = Runner {
        universe,
        plan,
        bits,
        variables,
        instances,
    };
    let mut done = BTreeSet::new();
    for fetch in &plan.fetches {
        assert!(
            fetch.depends.iter().all(|other| done.contains(other)),
            "fetches are in topological order"
        );
        let level = fetch
            .depends
            .iter()
            .map(|other| plan.fetches[other.index()].level + 1)
            .max()
            .unwrap_or(0);
        assert_eq!(fetch.level, level, "levels are longest paths");
        if runner.is_set(fetch.condition) {
            runner.fetch(fetch, operation);
        }
        done.insert(fetch.id);
    }
    runner.respond(&plan.response, 0)
}

impl Runner<'_, '_> {
    fn is_set(&self, bit: Option<ConditionBit>) -> bool {
        bit.is_none_or(|bit| self.bits[usize::from(bit.0)])
    }

    fn fetch(&mut self, fetch: &Fetch, operation: &Operation) {
        let nodes = subgraph::parse(&fetch.operation);
        let supergraph = self.universe.supergraph;
        let universe = self.universe;
        let moves = Moves::new(supergraph, &universe.labels);
        let mut subgraph = SubgraphRunner {
            universe,
            moves,
            subgraph: fetch.subgraph,
            contexts: BTreeMap::new(),
            variables: self.variables,
        };
        let place = fetch.place;
        let count = self.instances[place.index()].len();
        match &fetch.kind {
            FetchKind::Root(_) => {
                let root = if place == PlaceId::ROOT { operation.root } else { supergraph.query };
                if count > 0 {
                    let answer = subgraph.root(root, &nodes);
                    for index in 0..count {
                        self.attach(place, index, fetch.id, answer.clone(), &fetch.selection);
                    }
                }
            }
            FetchKind::Entities {
                typename,
                representations,
                contexts,
                ..
            } => {
                let [Node::Field { below, .. }] = nodes.as_slice() else {
                    panic!("{}", fetch.operation)
                };
                for index in 0..count {
                    if let Some(representation) = self.representation(place, index, typename, representations, fetch) {
                        subgraph.contexts = contexts
                            .iter()
                            .map(|context| (context.variable.clone(), self.context(place, index, context, fetch)))
                            .collect();
                        let Json::Object(answer) = subgraph.entity(&representation, below) else {
                            continue;
                        };
                        self.attach(place, index, fetch.id, answer, &fetch.selection);
                    }
                }
            }
        }
    }

    /// Records an object and finds the places below it.
    fn attach(&mut self, place: PlaceId, index: usize, fetch: FetchId, object: Map<String, Json>, selection: &SelectionSet) {
        assert_eq!(selection.place, place);
        let runtime = object
            .get("__typename")
            .and_then(Json::as_str)
            .and_then(|name| self.universe.supergraph.type_named(name));
        if selection.typename.is_some() {
            assert!(object.contains_key("__typename"));
        }
        let mut seen = BTreeSet::new();
        for field in &selection.fields {
            let applies = field
                .types
                .as_ref()
                .is_none_or(|types| types.contains(&runtime.unwrap_or_else(|| panic!("{} has types but no __typename", field.key))));
            if !applies || !self.is_set(field.condition) {
                continue;
            }
            assert!(seen.insert(field.key.clone()), "a key has one meaning per type: {}", field.key);
            let value = object
                .get(&*field.key)
                .unwrap_or_else(|| panic!("{} is not in {object:?}", field.key));
            if let FetchValue::Object(below) = &field.value {
                self.attach_value(place, index, fetch, value, below, &mut Vec::new());
            }
        }
        self.instances[place.index()][index].cells.insert(fetch, object);
    }

    fn attach_value(&mut self, place: PlaceId, index: usize, fetch: FetchId, value: &Json, below: &SelectionSet, path: &mut Vec<usize>) {
        match value {
            Json::Array(items) => {
                for (position, item) in items.iter().enumerate() {
                    path.push(position);
                    self.attach_value(place, index, fetch, item, below, path);
                    path.pop();
                }
            }
            Json::Object(object) => {
                let definition = &self.plan.places[below.place.index()];
                assert_eq!(definition.parent, Some(place));
                assert_eq!(definition.list_depth as usize, path.len());
                let key = (below.place, path.clone());
                let child = match self.instances[place.index()][index].below.get(&key) {
                    Some(child) => *child,
                    None => {
                        self.instances[below.place.index()].push(Instance::default());
                        let child = self.instances[below.place.index()].len() - 1;
                        self.instances[place.index()][index].below.insert(key, child);
                        child
                    }
                };
                self.attach(below.place, child, fetch, object.clone(), below);
            }
            _ => {}
        }
    }

    fn read(&self, place: PlaceId, index: usize, provider: &Provider) -> Option<&Json> {
        self.instances[place.index()][index].cells.get(&provider.fetch)?.get(&*provider.key)
    }

    fn runtime(&self, place: PlaceId, index: usize, providers: &[Provider]) -> Option<TypeId> {
        let name = providers.iter().find_map(|provider| self.read(place, index, provider))?.as_str()?;
        self.universe.supergraph.type_named(name)
    }

    fn representation(
        &self,
        place: PlaceId,
        index: usize,
        typename: &[Provider],
        representations: &[Representation],
        fetch: &Fetch,
    ) -> Option<Json> {
        let runtime = self.runtime(place, index, typename);
        let chosen = representations.iter().find(|representation| {
            representation
                .types
                .as_ref()
                .is_none_or(|types| types.contains(&runtime.expect("a representation by type knows it")))
        })?;
        if !self.is_set(chosen.condition) {
            return None;
        }
        let name = match &chosen.typename {
            RepresentationTypename::Constant(name) => json!(name),
            RepresentationTypename::Runtime(provider) => self.read(place, index, provider)?.clone(),
        };
        for read in typename.iter().map(|provider| provider.fetch) {
            assert!(fetch.depends.contains(&read), "whom it reads, it waits for");
        }
        let mut object = Map::new();
        object.insert("__typename".to_owned(), name);
        self.fields(place, index, runtime, &chosen.fields, fetch, &mut object)?;
        Some(Json::Object(object))
    }

    fn fields(
        &self,
        place: PlaceId,
        index: usize,
        runtime: Option<TypeId>,
        fields: &[RepresentationField],
        fetch: &Fetch,
        object: &mut Map<String, Json>,
    ) -> Option<()> {
        for field in fields {
            let applies = field
                .types
                .as_ref()
                .is_none_or(|types| runtime.is_some_and(|ty| types.contains(&ty)));
            if !applies || !self.is_set(field.condition) {
                continue;
            }
            let value = match &field.value {
                RepresentationValue::Leaf(provider) => {
                    assert!(fetch.depends.contains(&provider.fetch), "whom it reads, it waits for");
                    self.read(place, index, provider).cloned()
                }
                RepresentationValue::Typename { constant, provider } => match constant {
                    Some(name) => Some(json!(name)),
                    None => provider.as_ref().and_then(|provider| self.read(place, index, provider)).cloned(),
                },
                RepresentationValue::Object {
                    providers,
                    place: below,
                    typename,
                    fields,
                } => {
                    let first = providers.iter().find_map(|provider| self.read(place, index, provider))?.clone();
                    let children = &self.instances[place.index()][index].below;
                    Some(shape(&first, &mut Vec::new(), &mut |path| {
                        let child = children[&(*below, path.to_vec())];
                        let runtime = typename
                            .as_ref()
                            .and_then(|provider| self.runtime(*below, child, std::slice::from_ref(provider)));
                        let mut nested = Map::new();
                        self.fields(*below, child, runtime, fields, fetch, &mut nested);
                        Json::Object(nested)
                    }))
                }
            };
            match value {
                Some(value) => {
                    object.insert(field.name.to_string(), value);
                }
                None if field.required => return None,
                None => {
                    object.insert(field.name.to_string(), Json::Null);
                }
            }
        }
        Some(())
    }

    /// The value of a context argument for an instance.
    fn context(&self, place: PlaceId, index: usize, context: &ContextArgument, fetch: &Fetch) -> Json {
        if !self.is_set(context.condition) {
            return Json::Null;
        }
        for source in &context.sources {
            let (mut place, mut index) = (place, index);
            for _ in 0..source.levels {
                (place, index) = self.parent_of(place, index);
            }
            assert_eq!(place, source.place, "levels lead to the place");
            let runtime = self.runtime(place, index, &source.typename);
            let applies = source
                .types
                .as_ref()
                .is_none_or(|types| types.contains(&runtime.expect("the type is read where it matters")));
            if applies {
                let mut read = Map::new();
                self.fields(place, index, runtime, &source.fields, fetch, &mut read);
                return leaf_of(&Json::Object(read));
            }
        }
        Json::Null
    }

    fn parent_of(&self, place: PlaceId, index: usize) -> (PlaceId, usize) {
        let parent = self.plan.places[place.index()]
            .parent
            .expect("a context is set by an object around");
        let instances = &self.instances[parent.index()];
        let found = instances
            .iter()
            .position(|instance| instance.below.iter().any(|((child, _), below)| *child == place && *below == index));
        (parent, found.expect("an instance has a parent"))
    }

    fn respond(&self, response: &ResponseObject, index: usize) -> Json {
        let place = response.place;
        let runtime = match response.possible_types.as_slice() {
            [only] if response.typename.is_empty() => Some(*only),
            _ => self.runtime(place, index, &response.typename),
        };
        let mut answer = Map::new();
        for field in &response.fields {
            let applies = field
                .types
                .as_ref()
                .is_none_or(|types| types.contains(&runtime.expect("the type is known where it matters")));
            if !applies || !self.is_set(field.condition) {
                continue;
            }
            let value = match &field.value {
                ResponseValue::Typename => json!(self.universe.name(runtime.expect("the type is known where it is asked"))),
                ResponseValue::Leaf { provider, .. } => {
                    let value = self.read(place, index, provider);
                    value
                        .unwrap_or_else(|| panic!("{} is not where {provider:?} says", field.key))
                        .clone()
                }
                ResponseValue::Object { providers, object } => {
                    let value = providers.iter().find_map(|provider| self.read(place, index, provider));
                    let value = value.unwrap_or_else(|| panic!("{} is not where {providers:?} say", field.key));
                    let children = &self.instances[place.index()][index].below;
                    shape(value, &mut Vec::new(), &mut |path| {
                        self.respond(object, children[&(object.place, path.to_vec())])
                    })
                }
                ResponseValue::Introspection | ResponseValue::Denied | ResponseValue::Absent => Json::Null,
            };
            assert!(
                answer.insert(field.key.to_string(), value).is_none(),
                "{} is written once",
                field.key
            );
        }
        Json::Object(answer)
    }
}

/// What the only field of an object leads to, through lists and further objects.
fn leaf_of(value: &Json) -> Json {
    match value {
        Json::Object(object) => {
            let mut fields = object.iter().filter(|(name, _)| *name != "__typename");
            fields.next().map_or(Json::Null, |(_, value)| leaf_of(value))
        }
        Json::Array(items) => Json::Array(items.iter().map(leaf_of).collect()),
        other => other.clone(),
    }
}

/// The same lists with other objects.
fn shape(value: &Json, path: &mut Vec<usize>, object: &mut dyn FnMut(&[usize]) -> Json) -> Json {
    match value {
        Json::Array(items) => Json::Array(
            items
                .iter()
                .enumerate()
                .map(|(position, item)| {
                    path.push(position);
                    let shown = shape(item, path, object);
                    path.pop();
                    shown
                })
                .collect(),
        ),
        Json::Object(_) => object(path),
        other => other.clone(),
    }
}
