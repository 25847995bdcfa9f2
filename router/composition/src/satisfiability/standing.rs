//! One way through the subgraphs and the steps it can take without leaving its subgraph: fields and type conditions.

use super::interner::Interner;
use super::selections::{behind_condition, behind_field, merged, on_type};
use super::subgraphs::{
    ConditionId, ContextId, FieldId, GraphId, LabelId, LocalField, LocalId, LocalType, NONE, RuntimeId, Subgraphs, TypeId,
};
use crate::model::HashMap;

/// A type in a subgraph, with what is provided there.
pub(super) type VertexId = u32;

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
    /// The subgraph it came from; `NONE` if it has not changed.
    pub from: GraphId,
    /// Where the same steps since then would lead in that subgraph; `NONE` if they can not be taken there.
    pub shadow: VertexId,
    /// Number of the contexts set above.
    pub contexts: u32,
}

/// What a request decided on labels of `@override`, sorted. In conditions no label has a value.
pub(super) type Choices = [(LabelId, bool)];

/// A context as it was last set: by the field of this type, read at this vertex.
pub(super) type ContextSet = (ContextId, VertexId, TypeId);

/// The vertices met so far.
#[derive(Debug)]
pub(super) struct Vertices {
    numbers: HashMap<(LocalId, u32), VertexId>,
    all: Vec<(LocalId, u32)>,
}

impl Vertices {
    /// One for each type of each subgraph, under its number, with nothing provided.
    pub fn new(locals: usize) -> Self {
        Vertices {
            numbers: HashMap::default(),
            all: (0..locals as LocalId).map(|local| (local, 0)).collect(),
        }
    }

    fn number(&mut self, local: LocalId, view: u32) -> VertexId {
        if view == 0 {
            return local;
        }
        let next = self.all.len() as VertexId;
        let number = *self.numbers.entry((local, view)).or_insert(next);
        if number == next {
            self.all.push((local, view));
        }
        number
    }

    pub fn local(&self, vertex: VertexId) -> LocalId {
        self.all[vertex as usize].0
    }
}

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
    /// Vertices behind fields and type conditions, where something is provided.
    behind: HashMap<(VertexId, FieldId), VertexId>,
    runtime_behind: HashMap<(RuntimeId, GraphId, FieldId), RuntimeId>,
}

impl<'a> Map<'a> {
    pub fn new(subgraphs: Subgraphs<'a>) -> Self {
        Map {
            vertices: Vertices::new(subgraphs.locals.len()),
            subgraphs,
            contexts: Interner::starting_with(Vec::new()),
            behind: HashMap::default(),
            runtime_behind: HashMap::default(),
        }
    }

    pub fn local(&self, vertex: VertexId) -> &LocalType {
        &self.subgraphs.locals[self.vertices.local(vertex) as usize]
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
        }
    }

    /// The field at a vertex, if the subgraph resolves it there, conditions aside.
    pub fn field(&self, vertex: VertexId, field: FieldId, choices: &Choices) -> Result<&LocalField, Refusal> {
        let (local, view) = self.vertices.all[vertex as usize];
        let local = &self.subgraphs.locals[local as usize];
        let found = local.field(field).ok_or(Refusal::Absent)?;
        let is_provided = view != 0 && behind_field(self.subgraphs.views.get(view), field).is_some();
        if !is_provided && (found.external || found.overridden) {
            return Err(Refusal::External);
        }
        if !is_provided && !found.direct {
            return Err(Refusal::Absent);
        }
        match found.label {
            Some(needed) if !choices.contains(&needed) => Err(Refusal::Label),
            _ => Ok(found),
        }
    }

    /// The vertex behind a field that leads to a composite type.
    pub fn behind_field(&mut self, vertex: VertexId, field: FieldId) -> VertexId {
        if let Some(behind) = self.behind.get(&(vertex, field)) {
            return *behind;
        }
        let (local, view) = self.vertices.all[vertex as usize];
        let local = &self.subgraphs.locals[local as usize];
        let found = local.field(field).expect("the field was found at the vertex");
        let target = self.subgraphs.local(local.graph, found.target);
        let target = target.expect("a subgraph has the types of its fields");
        let mut provided = behind_field(self.subgraphs.views.get(view), field).unwrap_or_default().to_vec();
        if let Some(own) = &found.provides {
            provided.extend(own.iter().cloned());
        }
        let view = self.subgraphs.views.number(on_type(merged(provided), found.target));
        let behind = self.vertices.number(target, view);
        self.behind.insert((vertex, field), behind);
        behind
    }

    /// The vertex behind a type condition on an abstract type, if the subgraph knows the type as one of it.
    pub fn behind_condition(&mut self, vertex: VertexId, ty: TypeId) -> Option<VertexId> {
        let (local, view) = self.vertices.all[vertex as usize];
        let local = &self.subgraphs.locals[local as usize];
        if !self.subgraphs.runtimes.get(local.runtime).contains(&ty) {
            return None;
        }
        let narrowed = self.subgraphs.local(local.graph, ty)?;
        let view = match view {
            0 => 0,
            view => {
                let inner = behind_condition(self.subgraphs.views.get(view), ty).to_vec();
                self.subgraphs.views.number(inner)
            }
        };
        Some(self.vertices.number(narrowed, view))
    }

    /// The way after a field, which `field` found at its vertex. `parent` is the type that operations name it by.
    pub fn take_field(&mut self, way: Standing, field: FieldId, parent: TypeId, choices: &Choices) -> Standing {
        let runtime = self.runtime_behind(way, field);
        let shadow = self.shadow_field(way.shadow, field, choices);
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
        let shadow = match way.shadow {
            NONE => NONE,
            shadow if self.local(shadow).is_abstract() => self.behind_condition(shadow, ty).unwrap_or(NONE),
            _ => NONE,
        };
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

    fn shadow_field(&mut self, shadow: VertexId, field: FieldId, choices: &Choices) -> VertexId {
        if shadow == NONE {
            return NONE;
        }
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
        let Some(set) = self.subgraphs.sets.get(parent as usize).filter(|set| !set.is_empty()) else {
            return way.contexts;
        };
        let mut contexts = self.contexts.get(way.contexts).to_vec();
        contexts.retain(|(context, ..)| !set.contains(context));
        contexts.extend(set.iter().map(|context| (*context, way.vertex, parent)));
        contexts.sort_unstable();
        self.contexts.number(contexts)
    }
}
