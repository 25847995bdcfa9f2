//! All subgraphs as one world: what each field of each object can hold, so that every subgraph can say it. Owns what subgraphs
//! have in common; must not know any operation.

use super::schema::{FieldDefinition, Input, Schema, Ty};
use super::service::{FromContext, Marks, Service};
use crate::document::{Keyword, SubgraphSet, read};
use crate::random::Random;
use crate::request::Selection;
use std::collections::{BTreeMap, BTreeSet};

/// What a field of an object type can hold.
#[derive(Clone, Debug)]
pub(super) struct FieldData {
    /// Null is refused wherever some subgraph refuses it.
    pub ty: Ty,
    /// The object types that all subgraphs with the field can return.
    pub types: Vec<String>,
    /// Of an enum, the values that all know.
    pub values: Vec<String>,
    /// The arguments that all subgraphs with the field take.
    pub arguments: Vec<Input>,
    /// Arguments from contexts, with their types.
    pub contexts: Vec<(FromContext, Ty)>,
}

/// Subgraphs, the API schema, and what they share.
#[derive(Debug)]
pub struct World {
    /// The subgraphs.
    pub services: Vec<Service>,
    /// What clients see.
    pub api: Schema,
    pub(super) objects: BTreeSet<String>,
    /// Interfaces and unions with their object types, in any subgraph.
    pub(super) possible: BTreeMap<String, BTreeSet<String>>,
    pub(super) fields: BTreeMap<(String, String), FieldData>,
    /// Fields that tell entities apart, by type.
    pub(super) identifying: BTreeSet<(String, String)>,
    /// How many objects of a type there are.
    pub(super) population: BTreeMap<String, u64>,
    pub(super) inputs: BTreeMap<String, Vec<Input>>,
}

const POPULATION: u64 = 4;

impl World {
    /// The world of a set of subgraphs with the API schema they compose to; says why where there is none, such as keys that
    /// tell nothing apart.
    pub fn new(set: &SubgraphSet, api_sdl: &str) -> Result<World, String> {
        let services = set.subgraphs.iter().map(Service::new).collect::<Result<Vec<_>, _>>()?;
        let api = read("api", api_sdl).ok_or("the API schema cannot be read")?;
        let mut world = World {
            services,
            api: Schema::new(&api.definitions),
            objects: BTreeSet::new(),
            possible: BTreeMap::new(),
            fields: BTreeMap::new(),
            identifying: BTreeSet::new(),
            population: BTreeMap::new(),
            inputs: BTreeMap::new(),
        };
        world.types();
        world.fields();
        world.identities();
        world.populate()?;
        Ok(world)
    }

    fn types(&mut self) {
        let mut inputs: BTreeMap<String, Vec<Vec<Input>>> = BTreeMap::new();
        for service in &self.services {
            for (name, ty) in &service.schema.types {
                match ty.keyword {
                    Keyword::Type if !service.interface_objects.contains(name) => {
                        self.objects.insert(name.clone());
                        for interface in &ty.implements {
                            self.possible.entry(interface.clone()).or_default().insert(name.clone());
                        }
                    }
                    Keyword::Union => self.possible.entry(name.clone()).or_default().extend(ty.names.iter().cloned()),
                    Keyword::Input => inputs.entry(name.clone()).or_default().push(ty.inputs.clone()),
                    _ => {}
                }
            }
        }
        for (name, all) in inputs {
            let common = |input: &&Input| all.iter().all(|fields| fields.iter().any(|field| field.name == input.name));
            self.inputs.insert(name, all[0].iter().filter(common).cloned().collect());
        }
    }

    /// The object types of a named type in any subgraph.
    pub(super) fn objects_of(&self, name: &str) -> Vec<String> {
        if self.objects.contains(name) {
            return vec![name.to_string()];
        }
        self.possible.get(name).into_iter().flatten().cloned().collect()
    }

    /// Whether an object of a type satisfies a type condition in any subgraph.
    pub(super) fn applies(&self, object: &str, condition: &str) -> bool {
        object == condition || self.possible.get(condition).is_some_and(|types| types.contains(object))
    }

    /// Every declaration of a field of an object type: the subgraph and the type that declares it there, the type itself or an interface object.
    fn declarations(&self, object: &str, field: &str) -> Vec<(&Service, &FieldDefinition, &Marks)> {
        let mut found = Vec::new();
        for service in &self.services {
            for (name, ty) in &service.schema.types {
                let own = name == object || service.interface_objects.contains(name) && self.applies(object, name);
                let marks = service.marks(name, field);
                if let (true, Some(declared), Some(marks)) = (own, ty.field(field), marks)
                    && !self.is_taken(service, name, field)
                {
                    found.push((service, declared, marks));
                }
            }
        }
        found
    }

    /// Whether another subgraph has taken the field over whatever the labels.
    fn is_taken(&self, service: &Service, ty: &str, field: &str) -> bool {
        self.services.iter().any(|other| {
            let overrides = other.marks(ty, field).and_then(|marks| marks.overrides.as_ref());
            overrides.is_some_and(|(from, label)| *from == service.name && label.is_none())
        })
    }

    fn fields(&mut self) {
        let mut coordinates: BTreeSet<(String, String)> = BTreeSet::new();
        for service in &self.services {
            for (name, ty) in &service.schema.types {
                if ty.keyword == Keyword::Type {
                    for object in self.objects_of(name) {
                        coordinates.extend(ty.fields.iter().map(|field| (object.clone(), field.name.clone())));
                    }
                }
            }
        }
        for (object, field) in coordinates {
            if let Some(data) = self.field_data(&object, &field) {
                self.fields.insert((object, field), data);
            }
        }
    }

    fn field_data(&self, object: &str, field: &str) -> Option<FieldData> {
        let declarations = self.declarations(object, field);
        let (_, first, _) = declarations.first()?;
        let ty = declarations
            .iter()
            .fold(first.ty.clone(), |ty, (_, other, _)| ty.strictest(&other.ty));
        let mut types = self.runtime_types(&declarations);
        let accessible: Vec<String> = types.iter().filter(|name| self.api.types.contains_key(*name)).cloned().collect();
        if !accessible.is_empty() {
            types = accessible;
        }
        let enums = declarations
            .iter()
            .filter_map(|(service, declared, _)| service.schema.types.get(declared.ty.named()));
        let enums: Vec<_> = enums.filter(|ty| ty.keyword == Keyword::Enum).collect();
        let seen = self.api.types.get(ty.named());
        let values = enums.first().map(|first| {
            let known = first.names.iter().filter(|value| enums.iter().all(|ty| ty.names.contains(value)));
            known
                .filter(|value| seen.is_none_or(|seen| seen.names.contains(value)))
                .cloned()
                .collect()
        });
        let mut contexts: Vec<(FromContext, Ty)> = Vec::new();
        for (_, declared, marks) in &declarations {
            for context in &marks.contexts {
                let argument = declared.arguments.iter().find(|argument| argument.name == context.argument);
                if let Some(argument) = argument
                    && !contexts.iter().any(|(known, _)| known.argument == context.argument)
                {
                    contexts.push((context.clone(), argument.ty.clone()));
                }
            }
        }
        let is_contextual = |argument: &Input| contexts.iter().any(|(context, _)| context.argument == argument.name);
        let is_common = |argument: &Input| {
            let has = |(_, declared, _): &(&Service, &FieldDefinition, &Marks)| {
                declared.arguments.iter().any(|other| other.name == argument.name)
            };
            declarations.iter().all(has)
        };
        let arguments = first
            .arguments
            .iter()
            .filter(|argument| is_common(argument) && !is_contextual(argument));
        let arguments = arguments.cloned().collect();
        Some(FieldData {
            ty,
            types,
            values: values.unwrap_or_default(),
            arguments,
            contexts,
        })
    }

    /// The object types that all who declare the field can return. What an interface object stands for must be known wherever its
    /// concrete type can be asked.
    fn runtime_types(&self, declarations: &[(&Service, &FieldDefinition, &Marks)]) -> Vec<String> {
        let mut types: Option<Vec<String>> = None;
        let mut retain = |known: Vec<String>| match &mut types {
            None => types = Some(known),
            Some(types) => types.retain(|ty| known.contains(ty)),
        };
        for (service, declared, _) in declarations {
            let named = declared.ty.named();
            if !service.schema.is_composite(named) {
                continue;
            }
            if !service.interface_objects.contains(named) {
                retain(service.schema.possible(named));
                continue;
            }
            retain(self.objects_of(named));
            let real = self.services.iter().filter(|other| !other.interface_objects.contains(named));
            for other in real.filter(|other| other.keys.contains_key(named)) {
                retain(other.schema.possible(named));
            }
        }
        types.unwrap_or_default()
    }

    fn identities(&mut self) {
        let mut found = BTreeSet::new();
        for service in &self.services {
            for (name, keys) in &service.keys {
                for object in self.objects_of(name) {
                    keys.iter().for_each(|key| self.identify(&object, &key.fields, &mut found));
                }
            }
        }
        self.identifying = found;
    }

    fn identify(&self, object: &str, selections: &[Selection], found: &mut BTreeSet<(String, String)>) {
        for selection in selections {
            match selection {
                Selection::Field(field) => {
                    let coordinate = (object.to_string(), field.name.clone());
                    let Some(data) = self.fields.get(&coordinate) else { continue };
                    found.insert(coordinate);
                    for inner in self.objects_of(data.ty.named()) {
                        self.identify(&inner, &field.selections, found);
                    }
                }
                Selection::Inline { on, selections, .. } if on.as_ref().is_none_or(|on| self.applies(object, on)) => {
                    self.identify(object, selections, found);
                }
                _ => {}
            }
        }
    }

    /// As many objects of each type as its keys tell apart.
    fn populate(&mut self) -> Result<(), String> {
        for object in &self.objects {
            let is_root = ["Query", "Mutation", "Subscription"].contains(&object.as_str());
            self.population.insert(object.clone(), if is_root { 1 } else { POPULATION });
        }
        let mut keys: Vec<(String, Vec<Selection>)> = Vec::new();
        for (name, all) in self.services.iter().flat_map(|service| &service.keys) {
            keys.extend(all.iter().map(|key| (name.clone(), key.fields.clone())));
        }
        loop {
            let before = self.population.clone();
            for (name, fields) in &keys {
                for object in self.objects_of(name) {
                    let mut seen = BTreeSet::new();
                    let apart =
                        (0..self.population[&object]).take_while(|number| seen.insert(self.selected(&object, *number, fields).to_string()));
                    let apart = apart.count() as u64;
                    self.population.insert(object, apart);
                }
            }
            if self.population == before {
                break;
            }
        }
        for (name, fields) in &keys {
            let mut seen = BTreeSet::new();
            for object in self.objects_of(name) {
                for number in 0..self.population[&object] {
                    if !seen.insert(self.selected(&object, number, fields).to_string()) {
                        return Err(format!("the objects of {name} cannot be told apart"));
                    }
                }
            }
        }
        Ok(())
    }
}

impl World {
    /// Some fields that can fail alike wherever they are asked: nullable in every subgraph, and needed for nothing else.
    pub fn failing_fields(&self, random: &mut Random, percent: usize) -> BTreeSet<(String, String)> {
        let mut needed = BTreeSet::new();
        for service in &self.services {
            let sets = service.marks.values().flat_map(|marks| [&marks.requires, &marks.provides]);
            let contexts = service
                .marks
                .values()
                .flat_map(|marks| marks.contexts.iter().map(|context| &context.fields));
            let keys = service.keys.values().flatten().map(|key| &key.fields);
            sets.chain(contexts).chain(keys).for_each(|set| mentioned(set, &mut needed));
        }
        let candidates = self
            .fields
            .iter()
            .filter(|((_, field), data)| !data.ty.is_non_null() && !needed.contains(field));
        candidates
            .filter(|_| random.chance(percent))
            .map(|(coordinate, _)| coordinate.clone())
            .collect()
    }
}

/// The names of all fields that field sets mention.
fn mentioned(selections: &[Selection], names: &mut BTreeSet<String>) {
    for selection in selections {
        match selection {
            Selection::Field(field) => {
                names.insert(field.name.clone());
                mentioned(&field.selections, names);
            }
            Selection::Inline { selections, .. } => mentioned(selections, names),
            Selection::Spread { .. } => {}
        }
    }
}
