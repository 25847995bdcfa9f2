//! One way through the subgraphs and the steps it can take without leaving its subgraph: fields and type conditions.

use super::interner::Interner;
use super::subgraphs::{ConditionId, ContextId, FieldId, GraphId, LabelId, LocalField, LocalType, NONE, RuntimeId, Subgraphs, TypeId};
use super::vertices::{VertexId, Vertices};
use crate::model::{HashMap, RootKind};

/// The last thing a way did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Last {
    /// It is the start of a condition.
    Nothing,
    /// It entered a subgraph at the start of an operation.
    Start,
    /// It went from a root type to another subgraph's.
    Root,
    /// It entered a subgraph by a key.
    Key(ConditionId),
    Field,
    /// It took a type condition.
    Narrow,
    /// It took for an interface object what another subgraph says of the type.
    Told {
        after_jump: bool,
    },
}

/// Where a way stands, with all of its past that still matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Standing {
    pub vertex: VertexId,
    /// The object types it may be looking at, as its subgraph knows them.
    pub runtime: RuntimeId,
    pub last: Last,
    /// The subgraph it came from; `NONE` if it has not changed, `ROOT` if the operation began there.
    pub from: GraphId,
    /// Where the same steps since then would lead in that subgraph; `NONE` if they can not be taken there. Of a way that
    /// has not changed since the operation's root: the number of the places they lead to from all subgraphs' roots.
    pub shadow: VertexId,
    /// Number of the contexts set above, with where each can be read.
    pub contexts: u32,
    /// The same with where the way stood when each was set, before it jumped. By this, ways are told apart.
    pub contexts_seen: u32,
}

/// In `Standing::from`, for ways that are still where an operation began.
pub(super) const ROOT: GraphId = NONE - 1;

/// What a request decided on labels of `@override`, sorted. In conditions no label has a value.
pub(super) type Choices = [(LabelId, bool)];

/// A context as it was last set: by the field of this type, read at this vertex.
pub(super) type ContextSet = (ContextId, VertexId, TypeId);

/// Why a field can not be taken where a way stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    Absent,
    External,
    Label,
}

/// The map that ways are drawn on.
pub(super) struct Map<'a> {
    pub subgraphs: Subgraphs<'a>,
    pub vertices: Vertices,
    pub contexts: Interner<Vec<ContextSet>>,
    /// Sets of places that the same steps lead to from the roots of several subgraphs.
    roots: Interner<Vec<VertexId>>,
    runtime_behind: HashMap<(RuntimeId, GraphId, FieldId), RuntimeId>,
}

impl<'a> Map<'a> {
    pub fn new(subgraphs: Subgraphs<'a>) -> Self {
        Map {
            vertices: Vertices::new(&subgraphs),
            subgraphs,
            contexts: Interner::starting_with(Vec::new()),
            roots: Interner::starting_with(Vec::new()),
            runtime_behind: HashMap::default(),
        }
    }

    pub fn local(&self, vertex: VertexId) -> &LocalType {
        &self.subgraphs.locals[self.vertices.local(vertex) as usize]
    }

    /// The ways that an operation starts with. Queries could as well have started in another subgraph; mutations are called
    /// in one.
    pub fn starts(&mut self, root: TypeId, kind: RootKind) -> Vec<Standing> {
        let locals = self.subgraphs.locals_of(root).to_vec();
        let shadow = match kind {
            RootKind::Query => self.roots.number(locals.clone()),
            _ => NONE,
        };
        let start = |local: &VertexId| Standing {
            from: ROOT,
            shadow,
            ..self.start(*local, Last::Start)
        };
        locals.iter().map(start).collect()
    }

    /// Whether the steps of a way that has not changed its subgraph lead to a type from another subgraph's root too.
    pub fn is_also_at(&self, way: Standing, graph: GraphId, ty: TypeId) -> bool {
        let is_there = |place: &VertexId| {
            let local = self.local(*place);
            local.graph == graph && local.ty == ty
        };
        self.roots.get(way.shadow).iter().any(is_there)
    }

    /// A way that starts at a vertex.
    pub fn start(&self, vertex: VertexId, last: Last) -> Standing {
        Standing {
            vertex,
            runtime: self.local(vertex).runtime,
            last,
            from: NONE,
            shadow: NONE,
            contexts: 0,
            contexts_seen: 0,
        }
    }

    /// The field at a vertex, if the subgraph resolves it there, conditions aside.
    pub fn field(&self, vertex: VertexId, field: FieldId, choices: &Choices) -> Result<&LocalField, Refusal> {
        let found = self.local(vertex).field(field).ok_or(Refusal::Absent)?;
        let is_resolved = !found.external && !found.overridden;
        if is_resolved && found.direct {
            return match found.label {
                Some(needed) if !choices.contains(&needed) => Err(Refusal::Label),
                _ => Ok(found),
            };
        }
        if self.vertices.provides(vertex, field) {
            return Ok(found);
        }
        Err(if is_resolved { Refusal::Absent } else { Refusal::External })
    }

    /// The vertex behind a field that leads to a composite type.
    pub fn behind_field(&self, vertex: VertexId, field: FieldId) -> VertexId {
        self.vertices
            .behind_field(&self.subgraphs, vertex, field)
            .expect("the field was found at the vertex, and a subgraph has the types of its fields")
    }

    /// The vertex behind a type condition on an abstract type, if the subgraph knows the type as one of it.
    pub fn behind_condition(&self, vertex: VertexId, ty: TypeId) -> Option<VertexId> {
        self.vertices.behind_condition(&self.subgraphs, vertex, ty)
    }

    /// The way after a field, which `field` found at its vertex. `parent` is the type that operations name it by.
    pub fn take_field(&mut self, way: Standing, field: FieldId, parent: TypeId, choices: &Choices) -> Standing {
        let runtime = self.runtime_behind(way, field);
        let shadow = self.shadows(way, |map, shadow| map.shadow_field(shadow, field, choices));
        Standing {
            vertex: self.behind_field(way.vertex, field),
            runtime,
            last: Last::Field,
            shadow,
            contexts: self.contexts_behind(way, parent),
            ..way
        }
    }

    /// The way after a type condition that its subgraph knows.
    pub fn take_condition(&mut self, way: Standing, ty: TypeId) -> Option<Standing> {
        let vertex = self.behind_condition(way.vertex, ty)?;
        let shadow = self.shadows(way, |map, shadow| {
            let is_abstract = map.local(shadow).is_abstract();
            let behind = if is_abstract { map.behind_condition(shadow, ty) } else { None };
            behind.unwrap_or(NONE)
        });
        let runtime = if self.runtime(way).contains(&ty) {
            self.subgraphs.runtime(vec![ty])
        } else {
            0
        };
        Some(Standing {
            vertex,
            runtime,
            last: Last::Narrow,
            shadow,
            ..way
        })
    }

    /// The object types a way may be looking at.
    pub fn runtime(&self, way: Standing) -> &[TypeId] {
        self.subgraphs.runtimes.get(way.runtime)
    }

    /// The shadow of a way after a step, by where the step leads from one.
    fn shadows(&mut self, way: Standing, step: impl Fn(&Self, VertexId) -> VertexId) -> VertexId {
        if way.shadow == NONE {
            return NONE;
        }
        if way.from != ROOT {
            return step(self, way.shadow);
        }
        let places = self.roots.get(way.shadow).clone();
        let behind: Vec<VertexId> = places
            .iter()
            .map(|place| step(self, *place))
            .filter(|place| *place != NONE)
            .collect();
        match behind.is_empty() {
            true => NONE,
            false => self.roots.number(behind),
        }
    }

    fn shadow_field(&self, shadow: VertexId, field: FieldId, choices: &Choices) -> VertexId {
        match self.field(shadow, field, choices) {
            Ok(found) if found.target != NONE && found.requires.is_none() => self.behind_field(shadow, field),
            _ => NONE,
        }
    }

    fn runtime_behind(&mut self, way: Standing, field: FieldId) -> RuntimeId {
        let local = self.local(way.vertex);
        let graph = local.graph;
        let declared = local.field(field).expect("the field was found at the vertex").target;
        let of_declared = |map: &Self| {
            let target = map.subgraphs.local(graph, declared);
            target.map_or(0, |target| map.subgraphs.locals[target as usize].runtime)
        };
        if !local.is_abstract() {
            return of_declared(self);
        }
        if let Some(known) = self.runtime_behind.get(&(way.runtime, graph, field)) {
            return *known;
        }
        let mut types = Vec::new();
        for ty in self.runtime(way) {
            let target = self
                .subgraphs
                .local(graph, *ty)
                .and_then(|local| self.subgraphs.locals[local as usize].field(field))
                .and_then(|field| self.subgraphs.local(graph, field.target));
            let runtime = target.map_or_else(|| of_declared(self), |target| self.subgraphs.locals[target as usize].runtime);
            types.extend_from_slice(self.subgraphs.runtimes.get(runtime));
        }
        let runtime = self.subgraphs.runtime(types);
        self.runtime_behind.insert((way.runtime, graph, field), runtime);
        runtime
    }

    fn contexts_behind(&mut self, way: Standing, parent: TypeId) -> u32 {
        self.set_contexts(way.contexts, parent, |context| (context, way.vertex, parent))
    }

    /// The way `next` with what `way`, which it comes from, saw of the contexts that a type sets.
    pub fn see_contexts(&mut self, way: Standing, next: Standing, parent: TypeId) -> Standing {
        let local = self.vertices.local(way.vertex);
        Standing {
            contexts_seen: self.set_contexts(way.contexts_seen, parent, |context| (context, local, NONE)),
            ..next
        }
    }

    fn set_contexts(&mut self, contexts: u32, parent: TypeId, entry: impl Fn(ContextId) -> ContextSet) -> u32 {
        let Some(set) = self.subgraphs.sets.get(parent as usize).filter(|set| !set.is_empty()) else {
            return contexts;
        };
        let mut all = self.contexts.get(contexts).to_vec();
        all.retain(|(context, ..)| !set.contains(context));
        all.extend(set.iter().copied().map(entry));
        all.sort_unstable();
        self.contexts.number(all)
    }
}
