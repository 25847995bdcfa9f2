//! Places: a subgraph standing at one of its types. Where a place can jump by keys, and which fields it answers.

use crate::model::{FieldDef, FieldSet, Kind, Known, Name, Schema, Selection, TypeDef};
use crate::parse::Subgraph;
use crate::validate::key_set;
use std::cell::{Cell, RefCell};
use std::collections::{HashMap, HashSet};
use std::rc::Rc;

/// How many single decisions a check may take.
const MAX_STEPS: u64 = 20_000_000;
/// How deep conditions of conditions are followed.
const MAX_DEPTH: usize = 12;

/// The check took more than its steps.
#[derive(Debug)]
pub(super) struct Exhausted;

/// One subgraph at one of its types, with the external fields provided there.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub graph: usize,
    pub ty: Name,
    provides: Rc<Vec<Selection>>,
}

impl Place {
    pub fn new(graph: usize, ty: Name) -> Self {
        Place {
            graph,
            ty,
            provides: Rc::default(),
        }
    }

    /// Equal for places that answer the same.
    pub fn identity(&self) -> String {
        let provides = FieldSet {
            selections: self.provides.to_vec(),
        }
        .normalized();
        format!("{}.{} {provides}", self.graph, self.ty)
    }

    fn is_same(&self, other: &Place) -> bool {
        self.graph == other.graph && self.ty == other.ty && self.provides == other.provides
    }
}

/// What a field leads to: sets of places of which each must be answered on its own (one set, or one per runtime type).
#[derive(Default)]
pub(super) struct Reached {
    pub sets: Vec<Vec<Place>>,
}

impl Reached {
    pub fn is_empty(&self) -> bool {
        self.sets.is_empty()
    }

    fn all(self) -> Vec<Place> {
        self.sets.into_iter().flatten().collect()
    }
}

/// A key by which a subgraph can be entered.
struct Entry {
    graph: usize,
    ty: Name,
    set: Rc<FieldSet>,
}

pub(super) struct Places<'a> {
    pub subgraphs: &'a [Subgraph],
    pub supergraph: &'a Schema,
    overridden: HashSet<(usize, Name, Name)>,
    /// Resolvable keys by supergraph type.
    entries: HashMap<Name, Vec<Entry>>,
    /// `@requires` being followed, which can not be met by itself.
    following: RefCell<HashSet<(usize, Name, Name)>>,
    /// Subgraphs that conditions being followed are to lead into, and so may not go through.
    destinations: RefCell<Vec<usize>>,
    steps: Cell<u64>,
    depth: Cell<usize>,
}

impl<'a> Places<'a> {
    pub fn new(subgraphs: &'a [Subgraph], supergraph: &'a Schema) -> Self {
        let mut overridden = HashSet::new();
        let mut entries: HashMap<Name, Vec<Entry>> = HashMap::new();
        for subgraph in subgraphs {
            for definition in subgraph.schema.types.values() {
                for field in definition.fields.values() {
                    let from = field.find(Known::Override).and_then(|application| application.text("from"));
                    if let Some(source) = from.and_then(|from| subgraphs.iter().find(|other| other.name == from)) {
                        overridden.insert((source.index, definition.name.clone(), field.name.clone()));
                    }
                }
                for key in definition.keys().filter(|key| key.is_resolvable()) {
                    let Some(set) = key_set(key).map(Rc::new) else { continue };
                    // An interface object is entered from the interface and from each implementation.
                    let mut from = vec![definition.name.clone()];
                    if definition.has(Known::InterfaceObject) {
                        from.extend(supergraph.possible_types(&definition.name));
                    }
                    for name in from {
                        let entry = Entry {
                            graph: subgraph.index,
                            ty: definition.name.clone(),
                            set: set.clone(),
                        };
                        entries.entry(name).or_default().push(entry);
                    }
                }
            }
        }
        Places {
            subgraphs,
            supergraph,
            overridden,
            entries,
            following: RefCell::default(),
            destinations: RefCell::default(),
            steps: Cell::new(0),
            depth: Cell::new(0),
        }
    }

    fn step(&self) -> Result<(), Exhausted> {
        self.steps.set(self.steps.get() + 1);
        if self.steps.get() > MAX_STEPS { Err(Exhausted) } else { Ok(()) }
    }

    fn definition(&self, graph: usize, ty: &str) -> Option<&'a TypeDef> {
        self.subgraphs[graph].schema.types.get(ty)
    }

    /// A field as a subgraph declares it.
    pub fn field(&self, graph: usize, ty: &str, field: &str) -> Option<&'a FieldDef> {
        self.definition(graph, ty)?.fields.get(field)
    }

    pub fn is_overridden(&self, graph: usize, ty: &str, field: &str) -> bool {
        self.overridden.contains(&(graph, ty.into(), field.into()))
    }

    pub fn is_interface_object(&self, place: &Place) -> bool {
        self.definition(place.graph, &place.ty)
            .is_some_and(|definition| definition.has(Known::InterfaceObject))
    }

    /// Object types that an object at this place may be, as its subgraph knows them.
    pub fn runtime_types(&self, place: &Place) -> Vec<Name> {
        self.subgraphs[place.graph].schema.possible_types(&place.ty)
    }

    /// All places reachable from these without leaving the object.
    pub fn closure(&self, ty: &Name, mut places: Vec<Place>) -> Result<Vec<Place>, Exhausted> {
        if self.depth.get() > MAX_DEPTH {
            return Ok(places);
        }
        if self.supergraph.root_kind(ty).is_some() {
            for subgraph in self.subgraphs.iter().filter(|subgraph| subgraph.schema.types.contains_key(ty)) {
                if self.destinations.borrow().contains(&subgraph.index) {
                    continue;
                }
                if places.iter().all(|place| place.graph != subgraph.index) {
                    places.push(Place::new(subgraph.index, ty.clone()));
                }
            }
        }
        let Some(entries) = self.entries.get(ty) else { return Ok(places) };
        loop {
            let before = places.len();
            for entry in entries {
                self.step()?;
                let is_there = |place: &Place| place.graph == entry.graph && place.ty == entry.ty && place.provides.is_empty();
                if self.destinations.borrow().contains(&entry.graph) || places.iter().any(is_there) {
                    continue;
                }
                let others: Vec<Place> = places.iter().filter(|place| place.graph != entry.graph).cloned().collect();
                self.destinations.borrow_mut().push(entry.graph);
                let collected = self.collects(ty, &others, &entry.set.selections);
                self.destinations.borrow_mut().pop();
                if collected? {
                    places.push(Place::new(entry.graph, entry.ty.clone()));
                }
            }
            if places.len() == before {
                return Ok(places);
            }
        }
    }

    /// Whether these places together can read a selection; they are closed at this type already.
    fn collects(&self, ty: &Name, places: &[Place], selections: &[Selection]) -> Result<bool, Exhausted> {
        self.depth.set(self.depth.get() + 1);
        let result = self.collects_all(ty, places, selections);
        self.depth.set(self.depth.get() - 1);
        result
    }

    fn collects_all(&self, ty: &Name, places: &[Place], selections: &[Selection]) -> Result<bool, Exhausted> {
        if places.is_empty() || self.depth.get() > 2 * MAX_DEPTH {
            return Ok(false);
        }
        for selection in selections {
            self.step()?;
            match selection {
                Selection::Inline { condition, selections, .. } => {
                    let target = condition.as_ref().unwrap_or(ty);
                    for possible in self.supergraph.possible_types(target) {
                        let narrowed = match self.supergraph.kind_of(ty) {
                            Some(Kind::Object) if possible == *ty => places.to_vec(),
                            Some(Kind::Object) => continue,
                            _ => self.downcast(places, &possible),
                        };
                        // A type no place knows never comes; its fields are not missed.
                        if !narrowed.is_empty() {
                            let closed = self.closure(&possible, narrowed)?;
                            if !self.collects(&possible, &closed, selections)? {
                                return Ok(false);
                            }
                        }
                    }
                }
                Selection::Field { name, .. } if &**name == "__typename" => {}
                Selection::Field { name, selections, .. } => {
                    let reached = self.advance(ty, places, name)?;
                    if reached.is_empty() {
                        return Ok(false);
                    }
                    if !selections.is_empty() {
                        let Some(field) = self.supergraph.types.get(ty).and_then(|ty| ty.fields.get(name)) else {
                            return Ok(false);
                        };
                        let base = field.ty.base().clone();
                        let closed = self.closure(&base, reached.all())?;
                        if !self.collects(&base, &closed, selections)? {
                            return Ok(false);
                        }
                    }
                }
            }
        }
        Ok(true)
    }

    /// Where a field leads from any of these places.
    pub fn advance(&self, ty: &Name, places: &[Place], field: &Name) -> Result<Reached, Exhausted> {
        let mut direct: Vec<Place> = Vec::new();
        for place in places {
            self.step()?;
            if let Some(next) = self.advance_one(ty, place, places, field)?
                && !direct.iter().any(|other| other.is_same(&next))
            {
                direct.push(next);
            }
        }
        if !direct.is_empty() {
            return Ok(Reached { sets: vec![direct] });
        }
        self.explode(ty, places, field)
    }

    /// The field, resolved at the place itself.
    fn advance_one(&self, ty: &Name, place: &Place, places: &[Place], field: &Name) -> Result<Option<Place>, Exhausted> {
        let Some(definition) = self.definition(place.graph, &place.ty) else {
            return Ok(None);
        };
        let Some(local) = definition.fields.get(field) else {
            return Ok(None);
        };
        if definition.kind == Kind::Interface {
            let types = self.local_types(place);
            let all = types.iter().all(|possible| {
                let narrowed = self.narrow(place, possible);
                self.field(place.graph, possible, field)
                    .is_some_and(|field| !field.has(Known::Requires) && self.answers(&narrowed, field))
            });
            return Ok(all.then(|| self.enter(place, local)));
        }
        if !self.answers(place, local) {
            return Ok(None);
        }
        if let Some(requires) = local.find(Known::Requires)
            && !self.requirement_is_met(ty, place, places, local, key_set(requires))?
        {
            return Ok(None);
        }
        Ok(Some(self.enter(place, local)))
    }

    fn requirement_is_met(
        &self,
        ty: &Name,
        place: &Place,
        places: &[Place],
        field: &FieldDef,
        set: Option<FieldSet>,
    ) -> Result<bool, Exhausted> {
        let Some(set) = set else { return Ok(true) };
        // The subgraph is entered again with the required values, for which it needs a key.
        let has_key = self
            .definition(place.graph, &place.ty)
            .is_some_and(|ty| ty.keys().any(|key| key.is_resolvable()));
        let coordinate = (place.graph, place.ty.clone(), field.name.clone());
        if !has_key || !self.following.borrow_mut().insert(coordinate.clone()) {
            return Ok(false);
        }
        let closed = self.closure(ty, places.to_vec());
        let met = closed.and_then(|closed| self.collects(ty, &closed, &set.selections));
        self.following.borrow_mut().remove(&coordinate);
        met
    }

    /// Whether the subgraph resolves the field here, required values aside.
    fn answers(&self, place: &Place, field: &FieldDef) -> bool {
        if self.overridden.contains(&(place.graph, place.ty.clone(), field.name.clone())) {
            return false;
        }
        !field.marks.external
            || place
                .provides
                .iter()
                .any(|selection| matches!(selection, Selection::Field { name, .. } if *name == field.name))
    }

    /// The place behind a field, with what the field and the place provide there.
    fn enter(&self, place: &Place, field: &FieldDef) -> Place {
        let mut provides: Vec<Selection> = Vec::new();
        for selection in place.provides.iter() {
            if let Selection::Field { name, selections, .. } = selection
                && *name == field.name
            {
                provides.extend(selections.iter().cloned());
            }
        }
        if let Some(set) = field.find(Known::Provides).and_then(key_set) {
            provides.extend(set.selections);
        }
        Place {
            graph: place.graph,
            ty: field.ty.base().clone(),
            provides: Rc::new(provides),
        }
    }

    /// A field of an interface, resolved for each type an object may be, by whichever place knows that type.
    fn explode(&self, ty: &Name, places: &[Place], field: &Name) -> Result<Reached, Exhausted> {
        let mut reached = Reached::default();
        let is_interface = self.supergraph.kind_of(ty) == Some(Kind::Interface);
        if !is_interface || self.depth.get() > MAX_DEPTH {
            return Ok(reached);
        }
        for possible in self.supergraph.possible_types(ty) {
            let narrowed = self.downcast(places, &possible);
            if narrowed.is_empty() {
                continue;
            }
            let closed = self.closure(&possible, narrowed)?;
            let next = self.advance(&possible, &closed, field)?;
            if next.is_empty() {
                return Ok(Reached::default());
            }
            reached.sets.extend(next.sets);
        }
        Ok(reached)
    }

    fn local_types(&self, place: &Place) -> Vec<Name> {
        let mut types = self.runtime_types(place);
        types.retain(|name| self.supergraph.types.contains_key(name));
        types
    }

    fn narrow(&self, place: &Place, possible: &Name) -> Place {
        let mut provides = Vec::new();
        for selection in place.provides.iter() {
            match selection {
                Selection::Inline { condition, selections, .. } => {
                    let applies = condition
                        .as_ref()
                        .is_none_or(|condition| condition == possible || self.supergraph.is_member(possible, condition));
                    if applies {
                        provides.extend(selections.iter().cloned());
                    }
                }
                field => provides.push(field.clone()),
            }
        }
        Place {
            graph: place.graph,
            ty: possible.clone(),
            provides: Rc::new(provides),
        }
    }

    /// The places that may hold an object of one type. Interface objects do where another place tells the type.
    pub fn downcast(&self, places: &[Place], possible: &Name) -> Vec<Place> {
        let is_told = places.iter().any(|place| !self.is_interface_object(place));
        let mut narrowed = Vec::new();
        for place in places {
            if self.is_interface_object(place) {
                if is_told {
                    narrowed.push(place.clone());
                }
            } else if self.runtime_types(place).contains(possible) {
                narrowed.push(self.narrow(place, possible));
            }
        }
        // With only interface objects knowing of the type, nobody is standing at it.
        if narrowed.iter().all(|place| self.is_interface_object(place)) {
            Vec::new()
        } else {
            narrowed
        }
    }
}
