//! The one tree of values that programs merge the answers of all fetches into: under which key each field of each fetch belongs there.
//!
//! A client's field stands under the client's key, anything else under its own name, or under a new one where that is taken. Fields that mean the same share a key.

use std::collections::{BTreeMap, BTreeSet};

use router_graph::{Supergraph, TypeId, Value};

use crate::plan::{FetchId, FetchValue, PlaceId, Plan, Provider, ResponseObject, ResponseValue, SelectionSet};

const TYPENAME: &str = "__typename";

/// A step into a fetch's answer: a key, of objects of some types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Step {
    pub key: Box<str>,
    pub types: Option<Vec<TypeId>>,
}

/// One field of one object in a fetch.
#[derive(Debug)]
pub(super) struct Cell {
    pub place: PlaceId,
    pub fetch: FetchId,
    /// The objects it lies in, from the outside in, and the field itself.
    pub path: Vec<Step>,
    pub tree_key: Box<str>,
    name: Box<str>,
    arguments: Vec<(Box<str>, Value)>,
    leads_to: Option<PlaceId>,
    /// `__typename` of an interface object, which is the interface's name.
    of_interface_object: Option<TypeId>,
    /// `__typename` of an interface object all of whose objects are of this type, though its subgraph can't tell.
    pub told_as: Option<TypeId>,
}

impl Cell {
    /// Its key in the fetch.
    pub fn key(&self) -> &str {
        &self.path.last().expect("a field is a step").key
    }

    fn types(&self) -> &Option<Vec<TypeId>> {
        &self.path.last().expect("a field is a step").types
    }
}

/// What a key of the tree stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Meaning {
    name: Box<str>,
    arguments: Vec<(Box<str>, Value)>,
    leads_to: Option<PlaceId>,
}

pub(super) struct Tree {
    pub cells: Vec<Cell>,
    by_read: BTreeMap<(PlaceId, FetchId, Box<str>), Vec<usize>>,
    place_keys: BTreeMap<PlaceId, Box<str>>,
    /// The parent's types that lead to a place, where only some do.
    place_types: BTreeMap<PlaceId, Vec<TypeId>>,
}

impl Tree {
    pub fn new(plan: &Plan, supergraph: &Supergraph) -> Self {
        let mut tree = Tree {
            cells: Vec::new(),
            by_read: BTreeMap::new(),
            place_keys: BTreeMap::new(),
            place_types: BTreeMap::new(),
        };
        let mut only_types = BTreeMap::new();
        only_types_of(&plan.response, supergraph, &mut only_types);
        for fetch in &plan.fetches {
            let is_interface_object = |ty| supergraph.is_interface_object(ty, fetch.subgraph);
            tree.collect(fetch.id, &fetch.selection, &mut Vec::new(), &is_interface_object);
        }
        let mut namer = Namer {
            taken: BTreeMap::new(),
            by_provider: BTreeMap::new(),
        };
        for cell in &mut tree.cells {
            if cell.of_interface_object.is_some() {
                cell.told_as = only_types.get(&cell.place).copied();
            }
            if cell.told_as.is_some() {
                cell.of_interface_object = None;
            }
        }
        namer.client(&plan.response, supergraph, &mut tree);
        namer.name_all(&mut tree, plan);
        for cell in &tree.cells {
            let Some(below) = cell.leads_to else { continue };
            if let (Some(types), false) = (cell.types(), namer.by_provider.contains_key(&provider_of(cell))) {
                tree.place_types.entry(below).or_default().extend(types);
            }
        }
        tree
    }

    fn collect(&mut self, fetch: FetchId, set: &SelectionSet, path: &mut Vec<Step>, is_interface_object: &impl Fn(TypeId) -> bool) {
        for field in &set.fields {
            path.push(Step {
                key: field.key.clone(),
                types: field.types.clone(),
            });
            let below = match &field.value {
                FetchValue::Object(below) => Some(below),
                FetchValue::Typename | FetchValue::Leaf(_) => None,
            };
            let is_typename = matches!(field.value, FetchValue::Typename);
            let read = (set.place, fetch, field.key.clone());
            self.by_read.entry(read).or_default().push(self.cells.len());
            self.cells.push(Cell {
                place: set.place,
                fetch,
                path: path.clone(),
                tree_key: field.key.clone(),
                name: field.name.clone(),
                arguments: field.arguments.clone(),
                leads_to: below.map(|below| below.place),
                of_interface_object: (is_typename && is_interface_object(set.parent)).then_some(set.parent),
                told_as: None,
            });
            if let Some(below) = below {
                self.collect(fetch, below, path, is_interface_object);
            }
            path.pop();
        }
    }

    /// The fields that a provider names at a place: several for objects of different types.
    fn read(&self, place: PlaceId, provider: &Provider) -> impl Iterator<Item = &Cell> + Clone {
        let found = self.by_read.get(&(place, provider.fetch, provider.key.clone()));
        found.into_iter().flatten().map(|index| &self.cells[*index])
    }

    /// The key in the tree of what a provider tells at a place under a field's name.
    pub fn key(&self, place: PlaceId, provider: &Provider, name: &str) -> Box<str> {
        let mut found = self.read(place, provider);
        let by_name = found.clone().find(|cell| &*cell.name == name);
        by_name
            .or_else(|| found.next())
            .map_or_else(|| provider.key.clone(), |cell| cell.tree_key.clone())
    }

    /// The interface whose name stands for the type of a place's objects before a level, because no fetch has told the type by then.
    pub fn interface_object_before(&self, plan: &Plan, place: PlaceId, level: u32) -> Option<TypeId> {
        let before = |cell: &&Cell| cell.place == place && &*cell.tree_key == TYPENAME && plan.fetches[cell.fetch.index()].level < level;
        let mut tellers = self.cells.iter().filter(before);
        let first = tellers.next()?.of_interface_object;
        first.filter(|_| tellers.all(|cell| cell.of_interface_object.is_some()))
    }

    /// From the root to a place: keys, `@` for each list, and types where several places share what comes before.
    pub fn path(&self, plan: &Plan, supergraph: &Supergraph, place: PlaceId) -> Vec<String> {
        let definition = &plan.places[place.index()];
        let Some(parent) = definition.parent else {
            return Vec::new();
        };
        let mut path = self.path(plan, supergraph, parent);
        let key = self.place_key(plan, place);
        let is_shared = plan.places.iter().enumerate().any(|(index, other)| {
            let other_place = PlaceId(index as u32);
            other_place != place && other.parent == Some(parent) && self.place_key(plan, other_place) == key
        });
        if let (true, Some(types), Some(last)) = (is_shared, self.place_types.get(&place), path.last_mut()) {
            let names: BTreeSet<&str> = types.iter().map(|ty| &*supergraph.type_definition(*ty).name).collect();
            let names: Vec<&str> = names.into_iter().collect();
            last.push_str(&format!("|[{}]", names.join(",")));
        }
        path.push(key.to_string());
        path.extend((0..definition.list_depth).map(|_| "@".to_owned()));
        path
    }

    /// How the parent's objects lead to a place.
    pub fn place_key(&self, plan: &Plan, place: PlaceId) -> Box<str> {
        let last_key = || {
            let path = &plan.places[place.index()].path;
            path.iter().rev().find(|step| &***step != "@").cloned().unwrap_or_default()
        };
        self.place_keys.get(&place).cloned().unwrap_or_else(last_key)
    }
}

/// A field of a fetch at a place, by key and name.
type CellId = (PlaceId, FetchId, Box<str>, Box<str>);

/// Places whose objects are of one type by what the planner knows, where the client's type is abstract and nobody is asked.
fn only_types_of(object: &ResponseObject, supergraph: &Supergraph, found: &mut BTreeMap<PlaceId, TypeId>) {
    if let ([only], [], true) = (
        object.possible_types.as_slice(),
        object.typename.as_slice(),
        supergraph.is_abstract(object.static_type),
    ) {
        found.insert(object.place, *only);
    }
    for field in &object.fields {
        if let ResponseValue::Object { object: below, .. } = &field.value {
            only_types_of(below, supergraph, found);
        }
    }
}

fn provider_of(cell: &Cell) -> CellId {
    (cell.place, cell.fetch, cell.key().into(), cell.name.clone())
}

/// Whether no object is of both.
fn are_apart(one: &Option<Vec<TypeId>>, other: &Option<Vec<TypeId>>) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => one.iter().all(|ty| !other.contains(ty)),
        _ => false,
    }
}

/// What a key stands for, for objects of some types.
struct Taken {
    meaning: Meaning,
    types: Option<Vec<TypeId>>,
}

impl Taken {
    fn by(cell: &Cell) -> Self {
        Taken {
            meaning: meaning(cell),
            types: cell.types().clone(),
        }
    }

    /// Whether both can stand under one key.
    fn suits(&self, other: &Taken) -> bool {
        are_apart(&self.types, &other.types) || self.meaning == other.meaning
    }
}

struct Namer {
    /// What the keys of a place stand for; `None` for what no fetch brings.
    taken: BTreeMap<(PlaceId, Box<str>), Vec<Option<Taken>>>,
    /// The client's key.
    by_provider: BTreeMap<CellId, Box<str>>,
}

impl Namer {
    /// The client's keys come first.
    fn client(&mut self, object: &ResponseObject, supergraph: &Supergraph, tree: &mut Tree) {
        for field in &object.fields {
            let slot = (object.place, field.key.clone());
            let providers: &[Provider] = match &field.value {
                ResponseValue::Leaf { provider, .. } => std::slice::from_ref(provider),
                ResponseValue::Object { providers, object: below } => {
                    tree.place_keys.insert(below.place, field.key.clone());
                    if let Some(types) = &field.types {
                        tree.place_types.entry(below.place).or_default().extend(types);
                    }
                    self.client(below, supergraph, tree);
                    providers
                }
                ResponseValue::Typename | ResponseValue::Introspection => &[],
                ResponseValue::Denied | ResponseValue::Absent => {
                    self.taken.entry(slot).or_default().push(None);
                    continue;
                }
            };
            for provider in providers {
                let name = field.field.map(|id| &supergraph.field(id).name);
                let is_it = |cell: &&Cell| name.is_none_or(|name| *name == cell.name) && !are_apart(&field.types, cell.types());
                for cell in tree.read(object.place, provider).filter(is_it) {
                    self.by_provider.entry(provider_of(cell)).or_insert_with(|| field.key.clone());
                    self.taken.entry(slot.clone()).or_default().push(Some(Taken::by(cell)));
                }
            }
        }
    }

    fn name_all(&mut self, tree: &mut Tree, plan: &Plan) {
        for index in 0..tree.cells.len() {
            let key = self.choose(tree, index, plan);
            let cell = &mut tree.cells[index];
            if let Some(below) = cell.leads_to {
                tree.place_keys.entry(below).or_insert_with(|| key.clone());
            }
            cell.tree_key = key;
        }
    }

    fn choose(&mut self, tree: &Tree, index: usize, plan: &Plan) -> Box<str> {
        let cell = &tree.cells[index];
        if &*cell.name == TYPENAME {
            return typename_key(tree, cell, plan);
        }
        if let Some(key) = cell.leads_to.and_then(|below| tree.place_keys.get(&below)) {
            return key.clone();
        }
        if let Some(key) = self.by_provider.get(&provider_of(cell)) {
            return key.clone();
        }
        let wanted = Taken::by(cell);
        let numbered = (1..).map(|number| format!("{}__{number}", cell.name).into_boxed_str());
        let candidates = [cell.name.clone(), cell.key().into()].into_iter().chain(numbered);
        for key in candidates {
            let taken = self.taken.entry((cell.place, key.clone())).or_default();
            if taken.iter().all(|other| other.as_ref().is_some_and(|other| other.suits(&wanted))) {
                taken.push(Some(wanted));
                return key;
            }
        }
        unreachable!("numbers do not end")
    }
}

fn meaning(cell: &Cell) -> Meaning {
    Meaning {
        name: cell.name.clone(),
        arguments: cell.arguments.clone(),
        leads_to: cell.leads_to,
    }
}

/// The name of an interface stands for a type only until the type is told.
fn typename_key(tree: &Tree, cell: &Cell, plan: &Plan) -> Box<str> {
    if cell.of_interface_object.is_none() {
        return cell.key().into();
    }
    let level = |cell: &Cell| plan.fetches[cell.fetch.index()].level;
    let is_told = tree.cells.iter().any(|other| {
        let is_typename = &*other.name == TYPENAME && other.of_interface_object.is_none();
        is_typename && other.place == cell.place && level(other) <= level(cell)
    });
    match is_told {
        true => "__typename__1".into(),
        false => cell.key().into(),
    }
}
