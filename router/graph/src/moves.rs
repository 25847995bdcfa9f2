//! The query graph: where one can stand in a supergraph, and the moves from there.
//!
//! A [`Vertex`] is a type in a subgraph, seen through what `@provides` made readable on the way. Moves inside a subgraph are
//! fields and refinements to an object type; moves between subgraphs are entries by key. Costs and choices are the planner's.

use std::collections::{BTreeMap, BTreeSet};

use crate::supergraph::{FieldId, FieldSet, FieldSetItem, SubgraphId, Supergraph, TypeId, TypeKind, TypeRef};

/// What is readable here beside what the subgraph always resolves, and which context arguments are in hand; 0 is nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ViewId(u32);

/// A type in a subgraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vertex {
    /// The subgraph.
    pub subgraph: SubgraphId,
    /// The type, by its supergraph id.
    pub ty: TypeId,
    /// What `@provides` adds, and the contexts in hand.
    pub view: ViewId,
}

/// What stands behind a [`ViewId`].
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
struct View {
    /// Otherwise external fields that can be read.
    provided: FieldSet,
    /// The variables of context arguments that were sent on the way in.
    contexts: Vec<Box<str>>,
}

/// A field that can be asked at a vertex.
#[derive(Debug, Clone)]
pub struct Step {
    /// The field, on the vertex's type.
    pub field: FieldId,
    /// Its type in this subgraph.
    pub ty: TypeRef,
    /// Where it leads; `None` for a leaf.
    pub target: Option<Vertex>,
    /// What a representation must hold before it can be asked.
    pub requires: Option<FieldSet>,
    /// It takes arguments from a `@context`.
    pub takes_contexts: bool,
    /// Some of these are not in hand: they must be sent with an entry of its own.
    pub lacks_contexts: bool,
}

/// A way into a subgraph by key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Where one arrives.
    pub target: Vertex,
    /// What the representation holds.
    pub key: FieldSet,
    /// The type on which `key` is written.
    pub key_type: TypeId,
    /// The subgraph has the type as an interface object: the representation bears the interface's name.
    pub is_interface_object: bool,
}

/// The moves of one supergraph under one set of override labels.
pub struct Moves<'a> {
    supergraph: &'a Supergraph,
    labels: BTreeSet<Box<str>>,
    views: Vec<View>,
    view_ids: BTreeMap<View, ViewId>,
    steps: BTreeMap<(Vertex, Box<str>), Option<Step>>,
}

impl<'a> Moves<'a> {
    /// `labels` are the override labels in force; every other label is off.
    pub fn new(supergraph: &'a Supergraph, labels: &BTreeSet<Box<str>>) -> Self {
        let nothing = View::default();
        Moves {
            supergraph,
            labels: labels.clone(),
            views: vec![nothing.clone()],
            view_ids: BTreeMap::from([(nothing, ViewId(0))]),
            steps: BTreeMap::new(),
        }
    }

    /// The supergraph these moves are of.
    pub fn supergraph(&self) -> &'a Supergraph {
        self.supergraph
    }

    /// A type in a subgraph with nothing provided.
    pub fn vertex(&self, subgraph: SubgraphId, ty: TypeId) -> Vertex {
        Vertex {
            subgraph,
            ty,
            view: ViewId(0),
        }
    }

    /// Whether the subgraph has the vertex's interface as an object: it knows neither concrete types nor their names.
    pub fn is_interface_object(&self, vertex: Vertex) -> bool {
        self.supergraph.is_interface_object(vertex.ty, vertex.subgraph)
    }

    /// Object types that a value here can have: the subgraph's own list, or, for an interface object, the supergraph's.
    pub fn runtime_types(&self, vertex: Vertex) -> &'a [TypeId] {
        let definition = self.supergraph.type_definition(vertex.ty);
        if self.is_interface_object(vertex) {
            &definition.possible_types
        } else {
            &definition.possible_types_in[vertex.subgraph.index()]
        }
    }

    /// The same vertex with context arguments in hand, by their variables.
    pub fn with_contexts(&mut self, vertex: Vertex, mut variables: Vec<Box<str>>) -> Vertex {
        variables.sort();
        variables.dedup();
        let provided = self.views[vertex.view.0 as usize].provided.clone();
        let view = self.intern(View {
            provided,
            contexts: variables,
        });
        Vertex { view, ..vertex }
    }

    /// The variables of the context arguments in hand.
    pub fn contexts_in_hand(&self, vertex: Vertex) -> &[Box<str>] {
        &self.views[vertex.view.0 as usize].contexts
    }

    /// The contexts still in hand inside a value: those that nothing there sets anew.
    fn contexts_within(&self, contexts: &[Box<str>], ty: TypeId) -> Vec<Box<str>> {
        let inside = &self.supergraph.type_definition(ty).possible_types;
        let is_set = |variable: &str| {
            let argument = self.supergraph.context_arguments.get(variable);
            argument.is_some_and(|argument| {
                inside
                    .iter()
                    .any(|object| self.supergraph.context_setter(argument, *object).is_some())
            })
        };
        contexts.iter().filter(|variable| !is_set(variable)).cloned().collect()
    }

    /// The same place, known to be of an object type. Impossible on an interface object.
    pub fn refine(&mut self, vertex: Vertex, runtime: TypeId) -> Option<Vertex> {
        if vertex.ty == runtime {
            return Some(vertex);
        }
        if self.is_interface_object(vertex) || !self.runtime_types(vertex).contains(&runtime) {
            return None;
        }
        let seen = &self.views[vertex.view.0 as usize];
        let mut view = View {
            contexts: seen.contexts.clone(),
            ..View::default()
        };
        self.collect_refined(&seen.provided, runtime, &mut view.provided);
        let view = self.intern(view);
        Some(Vertex {
            subgraph: vertex.subgraph,
            ty: runtime,
            view,
        })
    }

    /// The provided selection as it applies to one object type: fields are restated on that type.
    fn collect_refined(&self, set: &FieldSet, runtime: TypeId, into: &mut FieldSet) {
        for item in &set.items {
            match item {
                FieldSetItem::Typename => {}
                FieldSetItem::Field {
                    field,
                    arguments,
                    selections,
                } => {
                    let name = &self.supergraph.field(*field).name;
                    if let Some(own) = self.supergraph.field_named(runtime, name) {
                        into.items.push(FieldSetItem::Field {
                            field: own,
                            arguments: arguments.clone(),
                            selections: selections.clone(),
                        });
                    }
                }
                FieldSetItem::Inline { ty, selections } => {
                    if self.supergraph.type_definition(*ty).possible_types.contains(&runtime) {
                        self.collect_refined(selections, runtime, into);
                    }
                }
            }
        }
    }

    /// Asks a field by name here. On an interface this works only if every object type the subgraph can return here resolves the field plainly.
    pub fn step(&mut self, vertex: Vertex, name: &str) -> Option<Step> {
        let key = (vertex, Box::from(name));
        if let Some(known) = self.steps.get(&key) {
            return known.clone();
        }
        let step = self.find_step(vertex, name);
        self.steps.insert(key, step.clone());
        step
    }

    fn find_step(&mut self, vertex: Vertex, name: &str) -> Option<Step> {
        let field = self.supergraph.field_named(vertex.ty, name)?;
        let labels = &self.labels;
        let resolution = self
            .supergraph
            .resolution(field, vertex.subgraph, &|label| labels.contains(label))?;
        let is_interface = self.supergraph.type_definition(vertex.ty).kind == TypeKind::Interface && !self.is_interface_object(vertex);
        let mut inherited = FieldSet::default();
        let seen = self.views[vertex.view.0 as usize].clone();
        let mut is_readable = self.below(&seen.provided, field, &mut inherited);
        if is_interface {
            for runtime in self.runtime_types(vertex) {
                let refined = self.refine(vertex, *runtime)?;
                let step = self.step(refined, name)?;
                if step.requires.is_some() || step.takes_contexts {
                    return None;
                }
            }
        } else if resolution.external && !is_readable {
            // The keys of an extension are told by whoever extends. Elsewhere `@external` means what it says, keys included.
            let join = self.supergraph.join(vertex.ty, vertex.subgraph);
            for key in join.iter().flat_map(|join| &join.keys).filter(|key| key.extension) {
                is_readable |= self.below(&key.fields, field, &mut inherited);
            }
            if !is_readable {
                return None;
            }
        }
        if let Some(provides) = resolution.provides {
            inherited.items.extend(provides.items.iter().cloned());
        }
        let target = if self.supergraph.is_composite(resolution.ty.named) {
            let contexts = self.contexts_within(&seen.contexts, resolution.ty.named);
            let view = self.intern(View {
                provided: inherited,
                contexts,
            });
            Some(Vertex {
                subgraph: vertex.subgraph,
                ty: resolution.ty.named,
                view,
            })
        } else {
            None
        };
        Some(Step {
            field,
            ty: resolution.ty.clone(),
            target,
            requires: resolution.requires.filter(|set| !set.is_empty()).cloned(),
            takes_contexts: !resolution.context_arguments.is_empty(),
            // What an object sets is for those inside it: its own fields look further out.
            lacks_contexts: resolution.context_arguments.iter().any(|argument| {
                !seen.contexts.contains(&argument.variable) || self.supergraph.context_setter(argument, vertex.ty).is_some()
            }),
        })
    }

    /// Whether a selection contains the field; what it selects below is added to `into`.
    fn below(&self, set: &FieldSet, field: FieldId, into: &mut FieldSet) -> bool {
        let mut found = false;
        for item in &set.items {
            match item {
                FieldSetItem::Field {
                    field: candidate,
                    selections,
                    ..
                } if *candidate == field => {
                    found = true;
                    into.items.extend(selections.items.iter().cloned());
                }
                FieldSetItem::Inline { ty, selections } if *ty == self.supergraph.field(field).parent => {
                    found |= self.below(selections, field, into);
                }
                _ => {}
            }
        }
        found
    }

    fn intern(&mut self, mut view: View) -> ViewId {
        view.provided.items.sort();
        view.provided.items.dedup();
        if let Some(id) = self.view_ids.get(&view) {
            return *id;
        }
        let id = ViewId(self.views.len() as u32);
        self.views.push(view.clone());
        self.view_ids.insert(view, id);
        id
    }

    /// Ways into a subgraph for an entity known to be of an object type: as that type, or as an interface object it implements.
    pub fn entries_as_object(&self, subgraph: SubgraphId, object: TypeId) -> Vec<Entry> {
        let mut entries = self.entries_at(subgraph, object);
        for interface in &self.supergraph.type_definition(object).interfaces {
            if self.supergraph.is_interface_object(*interface, subgraph) {
                entries.extend(self.entries_at(subgraph, *interface));
            }
        }
        entries
    }

    /// Ways into a subgraph for an entity that may be of any of `runtime`: through an interface that all of them implement and that is an
    /// interface object there, or an interface that knows all of them there.
    pub fn entries_as_interface(&self, subgraph: SubgraphId, interfaces: &[TypeId], runtime: &[TypeId]) -> Vec<Entry> {
        let mut entries = Vec::new();
        for interface in interfaces {
            let definition = self.supergraph.type_definition(*interface);
            let knows_all = self.supergraph.is_interface_object(*interface, subgraph)
                || runtime.iter().all(|ty| definition.possible_types_in[subgraph.index()].contains(ty));
            if knows_all && runtime.iter().all(|ty| definition.possible_types.contains(ty)) {
                entries.extend(self.entries_at(subgraph, *interface));
            }
        }
        entries
    }

    fn entries_at(&self, subgraph: SubgraphId, ty: TypeId) -> Vec<Entry> {
        let Some(join) = self.supergraph.join(ty, subgraph) else {
            return Vec::new();
        };
        join.keys
            .iter()
            .filter(|key| key.resolvable)
            .map(|key| Entry {
                target: self.vertex(subgraph, ty),
                key: key.fields.clone(),
                key_type: ty,
                is_interface_object: join.is_interface_object,
            })
            .collect()
    }
}
