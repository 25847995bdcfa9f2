//! The subgraphs as the supergraph tells of them (its `join__*` applications): types, fields and keys under numbers.
//! What a supergraph can not tell any more does not matter here. Must not know how operations are answered.

use super::interner::Interner;
use super::selections::Node;
use crate::model::{DirectiveUse, FieldDef, FieldSet, HashMap, HashSet, Kind, Known, Name, Schema, TypeDef, Value};
use std::rc::Rc;

/// Index of a subgraph, in name order.
pub(super) type GraphId = u32;
/// Index of a type in the supergraph.
pub(super) type TypeId = u32;
/// Number of a field's name.
pub(super) type FieldId = u32;
/// Index of a type as one subgraph has it.
pub(super) type LocalId = u32;
/// Number of a set of object types; 0 is the empty one.
pub(super) type RuntimeId = u32;
/// Number of a label of `@override`.
pub(super) type LabelId = u32;
/// Number of a context, under its name in the supergraph.
pub(super) type ContextId = u32;
/// Number of what a field set selects from a type; two field sets that select the same are the same condition.
pub(super) type ConditionId = u32;

/// `__typename`.
pub(super) const TYPENAME: FieldId = 0;
/// No type, no vertex, no subgraph.
pub(super) const NONE: u32 = u32::MAX;

/// A field set, read for the type it is asked of.
#[derive(Debug)]
pub(super) struct Condition {
    pub id: ConditionId,
    pub nodes: Rc<Vec<Node>>,
}

/// A value that an argument takes from a context.
#[derive(Debug)]
pub(super) struct Need {
    pub context: ContextId,
    pub selection: FieldSet,
}

/// A field as one subgraph has it.
#[derive(Debug)]
pub(super) struct LocalField {
    pub field: FieldId,
    /// The composite type it leads to; `NONE` for a leaf.
    pub target: TypeId,
    pub external: bool,
    /// Another subgraph took it over, and only field sets here still speak of it.
    pub overridden: bool,
    pub requires: Option<Rc<Condition>>,
    pub provides: Option<Rc<Condition>>,
    /// A request resolves it here only if the label has this value.
    pub label: Option<(LabelId, bool)>,
    pub needs: Vec<Need>,
    /// Of an interface: asked for without saying the object's type.
    pub direct: bool,
}

/// A key of a type in one subgraph.
#[derive(Debug)]
pub(super) struct Key {
    pub text: Rc<str>,
    pub resolvable: bool,
}

/// A type as one subgraph has it.
#[derive(Debug)]
pub(super) struct LocalType {
    pub graph: GraphId,
    pub ty: TypeId,
    pub kind: Kind,
    pub is_interface_object: bool,
    /// By field number.
    pub fields: Vec<LocalField>,
    /// Object types that an object of this type may be here.
    pub runtime: RuntimeId,
    pub keys: Vec<Key>,
    /// Whether a subgraph can be entered again here: some key has no external fields.
    pub has_usable_key: bool,
}

impl LocalType {
    pub fn field(&self, field: FieldId) -> Option<&LocalField> {
        let index = self.fields.binary_search_by_key(&field, |local| local.field).ok()?;
        Some(&self.fields[index])
    }

    pub fn is_abstract(&self) -> bool {
        self.kind != Kind::Object
    }
}

/// A way into a subgraph: by a key, or, for root types, without one.
#[derive(Debug)]
pub(super) struct Entry {
    pub graph: GraphId,
    pub local: LocalId,
    pub text: Rc<str>,
    /// The key as its own subgraph reads it; absent where it is read by the type the object has (interface objects).
    pub condition: Option<Rc<Condition>>,
}

/// All subgraphs.
pub(super) struct Subgraphs<'a> {
    pub schema: &'a Schema,
    pub fields: Interner<Name>,
    pub labels: Interner<String>,
    pub contexts: Interner<String>,
    pub runtimes: Interner<Vec<TypeId>>,
    /// 0 is `__typename`.
    pub conditions: Interner<Vec<Node>>,
    pub locals: Vec<LocalType>,
    /// By type, its `LocalId`s in subgraph order.
    locals_of: Vec<Vec<LocalId>>,
    /// By type, keys by which objects of it enter subgraphs, in subgraph order.
    pub entries: Vec<Vec<Entry>>,
    /// By type, whether it is a root operation type.
    pub is_root: Vec<bool>,
    /// By interface type, the object types that implement it anywhere.
    implementations: HashMap<TypeId, Vec<TypeId>>,
    /// By type, the contexts that it sets.
    pub sets: Vec<Vec<ContextId>>,
    keys_read: HashMap<(LocalId, Rc<str>), Option<Rc<Condition>>>,
}

impl<'a> Subgraphs<'a> {
    /// Reads them. `graphs` are the `join__Graph` values in subgraph order.
    pub fn read(schema: &'a Schema, graphs: impl Iterator<Item = Name>) -> Self {
        let graph_ids: HashMap<Name, GraphId> = graphs.zip(0..).collect();
        let mut all = Subgraphs {
            schema,
            fields: Interner::starting_with("__typename".into()),
            labels: Interner::starting_with(String::new()),
            contexts: Interner::starting_with(String::new()),
            runtimes: Interner::starting_with(Vec::new()),
            conditions: Interner::starting_with(vec![Node::typename()]),
            locals: Vec::new(),
            locals_of: Vec::new(),
            entries: Vec::new(),
            is_root: Vec::new(),
            implementations: HashMap::default(),
            sets: Vec::new(),
            keys_read: HashMap::default(),
        };
        for definition in schema.types.values() {
            all.types(definition, &graph_ids);
        }
        all.runtime_types(&graph_ids);
        let mut texts = Vec::new();
        for definition in schema.types.values().filter(|definition| definition.kind.is_composite()) {
            for field in definition.fields.values() {
                all.field(definition, field, &graph_ids, &mut texts);
            }
        }
        all.locals
            .iter_mut()
            .for_each(|local| local.fields.sort_by_key(|field| field.field));
        all.drop_empty_types();
        for (local, field, requires, provides) in texts {
            all.field_sets(local, field, requires, provides);
        }
        all.interface_fields();
        all.keys();
        all.contexts_set();
        all
    }

    pub fn type_id(&self, name: &str) -> Option<TypeId> {
        self.schema.types.get_index_of(name).map(|index| index as TypeId)
    }

    pub fn type_name(&self, ty: TypeId) -> &'a Name {
        self.schema
            .types
            .get_index(ty as usize)
            .expect("type numbers are indexes of the supergraph")
            .0
    }

    /// The type as a subgraph has it.
    pub fn local(&self, graph: GraphId, ty: TypeId) -> Option<LocalId> {
        let locals = self.locals_of.get(ty as usize)?;
        let index = locals
            .binary_search_by_key(&graph, |local| self.locals[*local as usize].graph)
            .ok()?;
        Some(locals[index])
    }

    /// The type in every subgraph that has it.
    pub fn locals_of(&self, ty: TypeId) -> &[LocalId] {
        &self.locals_of[ty as usize]
    }

    /// Whether an object of type `ty` may be where `condition` is asked for.
    pub fn is_a(&self, ty: TypeId, condition: TypeId) -> bool {
        ty == condition || self.schema.is_member(self.type_name(ty), self.type_name(condition))
    }

    /// The object types that implement an interface in any subgraph.
    pub fn implementations(&self, ty: TypeId) -> &[TypeId] {
        self.implementations.get(&ty).map_or(&[], Vec::as_slice)
    }

    fn types(&mut self, definition: &TypeDef, graph_ids: &HashMap<Name, GraphId>) {
        let ty = self.locals_of.len() as TypeId;
        let mut locals: Vec<LocalId> = Vec::new();
        if definition.kind.is_composite() {
            for (graph, join) in joins(&definition.directives, "join__type", graph_ids) {
                let known = locals.iter().copied().find(|local| self.locals[*local as usize].graph == graph);
                let local = known.unwrap_or_else(|| {
                    let is_interface_object = join.argument("isInterfaceObject") == Some(&Value::Boolean(true));
                    self.locals.push(LocalType {
                        graph,
                        ty,
                        kind: if is_interface_object { Kind::Object } else { definition.kind },
                        is_interface_object,
                        fields: Vec::new(),
                        runtime: 0,
                        keys: Vec::new(),
                        has_usable_key: false,
                    });
                    let local = self.locals.len() as LocalId - 1;
                    locals.push(local);
                    local
                });
                if let Some(text) = join.text("key") {
                    self.locals[local as usize].keys.push(Key {
                        text: text.into(),
                        resolvable: join.is_resolvable(),
                    });
                }
            }
            locals.sort_by_key(|local| self.locals[*local as usize].graph);
        }
        self.locals_of.push(locals);
        self.entries.push(Vec::new());
        self.sets.push(Vec::new());
        self.is_root.push(self.schema.root_kind(&definition.name).is_some());
    }

    /// What each abstract type may be in each subgraph.
    fn runtime_types(&mut self, graph_ids: &HashMap<Name, GraphId>) {
        let mut runtime: HashMap<LocalId, Vec<TypeId>> = HashMap::default();
        for (ty, definition) in self.schema.types.values().enumerate() {
            let ty = ty as TypeId;
            if definition.kind == Kind::Object {
                for (graph, join) in joins(&definition.directives, "join__implements", graph_ids) {
                    let interface = join.text("interface").and_then(|name| self.type_id(name));
                    if let Some(local) = interface.and_then(|interface| self.local(graph, interface)) {
                        runtime.entry(local).or_default().push(ty);
                    }
                }
                for interface in definition.implements.keys() {
                    if let Some(interface) = self.type_id(interface) {
                        self.implementations.entry(interface).or_default().push(ty);
                    }
                }
            }
            for (graph, join) in joins(&definition.directives, "join__unionMember", graph_ids) {
                let member = join.text("member").and_then(|name| self.type_id(name));
                if let (Some(member), Some(local)) = (member, self.local(graph, ty)) {
                    runtime.entry(local).or_default().push(member);
                }
            }
        }
        for local in 0..self.locals.len() {
            let types = match self.locals[local].kind {
                Kind::Object => vec![self.locals[local].ty],
                _ => runtime.remove(&(local as LocalId)).unwrap_or_default(),
            };
            self.locals[local].runtime = self.runtime(types);
        }
    }

    /// The number of a set of object types.
    pub fn runtime(&mut self, mut types: Vec<TypeId>) -> RuntimeId {
        types.sort_unstable();
        types.dedup();
        self.runtimes.number(types)
    }

    fn field(&mut self, definition: &TypeDef, field: &FieldDef, graph_ids: &HashMap<Name, GraphId>, texts: &mut Vec<FieldSets>) {
        let ty = self.type_id(&definition.name).expect("the type is the supergraph's");
        let number = self.fields.number(field.name.clone());
        let target = self.composite(field.ty.base());
        let plain = LocalField {
            field: number,
            target,
            external: false,
            overridden: false,
            requires: None,
            provides: None,
            label: None,
            needs: Vec::new(),
            direct: true,
        };
        let mut is_joined = false;
        for application in field.directives.iter().filter(|application| &*application.name == "join__field") {
            is_joined = true;
            let Some(local) = graph_of(application, graph_ids).and_then(|graph| self.local(graph, ty)) else {
                continue;
            };
            let own_type = application.text("type").map(|text| text.trim_matches(['[', ']', '!']));
            let label = application.text("overrideLabel").map(|label| {
                let is_new = application.text("override").is_some();
                (self.labels.number(label.to_string()), is_new)
            });
            let is_set = |name: &str| application.argument(name) == Some(&Value::Boolean(true));
            let overridden = is_set("usedOverridden") && label.is_none();
            let local_field = LocalField {
                target: own_type.map_or(target, |name| self.composite(name)),
                external: is_set("external"),
                overridden,
                label,
                needs: self.needs(application),
                ..plain_copy(&plain)
            };
            let requires = application.text("requires").map(str::to_string);
            let provides = application.text("provides").map(str::to_string);
            if requires.is_some() || provides.is_some() {
                texts.push((local, number, requires, provides));
            }
            self.locals[local as usize].fields.push(local_field);
        }
        if !is_joined {
            for local in self.locals_of[ty as usize].clone() {
                self.locals[local as usize].fields.push(plain_copy(&plain));
            }
        }
    }

    /// Types whose fields were all taken over are no longer in their subgraph, nor is what leads to them.
    fn drop_empty_types(&mut self) {
        let mut gone: HashSet<(GraphId, TypeId)> = HashSet::default();
        loop {
            let before = gone.len();
            for local in &self.locals {
                let is_gone = |ty: &TypeId| gone.contains(&(local.graph, *ty));
                let is_empty = match local.kind {
                    Kind::Union => self.runtimes.get(local.runtime).iter().all(is_gone),
                    _ => local.fields.is_empty(),
                };
                if is_empty {
                    gone.insert((local.graph, local.ty));
                }
            }
            if gone.len() == before {
                break;
            }
            for local in &mut self.locals {
                let graph = local.graph;
                local.fields.retain(|field| !gone.contains(&(graph, field.target)));
            }
        }
        if gone.is_empty() {
            return;
        }
        let locals = &self.locals;
        for (ty, of) in self.locals_of.iter_mut().enumerate() {
            of.retain(|local| !gone.contains(&(locals[*local as usize].graph, ty as TypeId)));
        }
        for index in 0..self.locals.len() {
            let graph = self.locals[index].graph;
            let known = self.runtimes.get(self.locals[index].runtime).clone();
            if known.iter().any(|ty| gone.contains(&(graph, *ty))) {
                let left = known.iter().copied().filter(|ty| !gone.contains(&(graph, *ty))).collect();
                self.locals[index].runtime = self.runtime(left);
            }
        }
        self.drop_labels();
    }

    /// A field that was to move to where it is no longer stays where it was, whatever the label says.
    fn drop_labels(&mut self) {
        let labelled = |local: &LocalType| {
            let ty = local.ty;
            let fields = local.fields.iter().filter_map(move |field| Some((ty, field.field, field.label?)));
            fields.collect::<Vec<_>>()
        };
        let moving: HashSet<_> = self.locals.iter().flat_map(labelled).collect();
        for local in &mut self.locals {
            for field in &mut local.fields {
                if let Some((label, false)) = field.label
                    && !moving.contains(&(local.ty, field.field, (label, true)))
                {
                    field.label = None;
                }
            }
        }
    }

    fn composite(&self, name: &str) -> TypeId {
        let is_composite = self.schema.types.get(name).is_some_and(|definition| definition.kind.is_composite());
        if is_composite { self.type_id(name).unwrap_or(NONE) } else { NONE }
    }

    fn needs(&mut self, application: &DirectiveUse) -> Vec<Need> {
        let Some(Value::List(items)) = application.argument("contextArguments") else {
            return Vec::new();
        };
        let mut needs = Vec::new();
        for item in items {
            let Value::Object(entries) = item else { continue };
            let text = |wanted: &str| {
                entries
                    .iter()
                    .find(|(name, _)| &**name == wanted)
                    .and_then(|(_, value)| value.as_str())
            };
            if let (Some(context), Some(selection)) = (text("context"), text("selection"))
                && let Ok(selection) = FieldSet::parse(selection)
            {
                needs.push(Need {
                    context: self.contexts.number(context.to_string()),
                    selection,
                });
            }
        }
        needs
    }

    fn field_sets(&mut self, local: LocalId, field: FieldId, requires: Option<String>, provides: Option<String>) {
        let requires = requires.and_then(|text| self.condition(local, &text)).map(Rc::new);
        let read = &self.locals[local as usize];
        let Ok(index) = read.fields.binary_search_by_key(&field, |local| local.field) else {
            // It leads to a type that the subgraph turned out not to have.
            return;
        };
        let target = self.local(read.graph, read.fields[index].target);
        let provides = provides
            .zip(target)
            .and_then(|(text, target)| self.condition(target, &text))
            .map(Rc::new);
        let fields = &mut self.locals[local as usize].fields;
        fields[index].requires = requires;
        fields[index].provides = provides;
    }

    /// Reads a field set as one asked of a type in its own subgraph; `None` if it is none.
    pub fn condition(&mut self, local: LocalId, text: &str) -> Option<Condition> {
        let set = FieldSet::parse(text).ok()?;
        Some(self.condition_of(local, &set))
    }

    fn condition_of(&mut self, local: LocalId, set: &FieldSet) -> Condition {
        let LocalType { graph, ty, .. } = self.locals[local as usize];
        let nodes = self.nodes(graph, ty, &set.selections);
        self.numbered(nodes)
    }

    /// A selection on whatever set a context, as one asked of an object type: without what is asked of other types.
    pub fn condition_for(&mut self, graph: GraphId, ty: TypeId, set: &FieldSet) -> Condition {
        let mut nodes = Vec::new();
        for node in self.nodes(graph, ty, &set.selections) {
            match node {
                Node::On { ty: other, nodes: inner } => {
                    if self.is_a(ty, other) {
                        nodes.extend(inner);
                    }
                }
                field => nodes.push(field),
            }
        }
        self.numbered(nodes)
    }

    fn numbered(&mut self, nodes: Vec<Node>) -> Condition {
        let id = self.conditions.number(nodes);
        Condition {
            id,
            nodes: self.conditions.get(id).clone(),
        }
    }

    /// A key of an interface object, as an object of an implementation reads it; `None` if it lacks a field.
    pub fn key_of(&mut self, local: LocalId, text: &Rc<str>) -> Option<Rc<Condition>> {
        if let Some(read) = self.keys_read.get(&(local, text.clone())) {
            return read.clone();
        }
        let read = self
            .condition(local, text)
            .filter(|condition| self.has_all(local, &condition.nodes))
            .map(Rc::new);
        self.keys_read.insert((local, text.clone()), read.clone());
        read
    }

    fn has_all(&self, local: LocalId, nodes: &[Node]) -> bool {
        let local = &self.locals[local as usize];
        nodes.iter().all(|node| match node {
            Node::Field { field, nodes, .. } => {
                *field == TYPENAME
                    || local.field(*field).is_some_and(|field| {
                        nodes.is_empty()
                            || self
                                .local(local.graph, field.target)
                                .is_some_and(|target| self.has_all(target, nodes))
                    })
            }
            Node::On { .. } => true,
        })
    }

    fn interface_fields(&mut self) {
        let interfaces: Vec<LocalId> = (0..self.locals.len() as LocalId)
            .filter(|local| self.locals[*local as usize].kind == Kind::Interface)
            .collect();
        for local in interfaces {
            let LocalType { graph, ty, .. } = self.locals[local as usize];
            let known: Vec<LocalId> = self
                .implementations(ty)
                .iter()
                .filter(|implementation| !self.schema.types[**implementation as usize].has(Known::Inaccessible))
                .filter_map(|implementation| self.local(graph, *implementation))
                .collect();
            for index in 0..self.locals[local as usize].fields.len() {
                let field = self.locals[local as usize].fields[index].field;
                let is_direct = known.iter().all(|implementation| {
                    self.locals[*implementation as usize]
                        .field(field)
                        .is_some_and(|field| !field.external && !field.overridden && field.requires.is_none())
                });
                self.locals[local as usize].fields[index].direct = is_direct;
            }
        }
    }

    fn keys(&mut self) {
        for local in 0..self.locals.len() as LocalId {
            if self.locals[local as usize].fields.is_empty() {
                continue;
            }
            let keys = std::mem::take(&mut self.locals[local as usize].keys);
            let LocalType {
                graph,
                ty,
                is_interface_object,
                ..
            } = self.locals[local as usize];
            for key in &keys {
                let Some(condition) = self.condition(local, &key.text).map(Rc::new) else {
                    continue;
                };
                let has_external = self.selects_external(local, &condition.nodes);
                self.locals[local as usize].has_usable_key |= !has_external;
                if !key.resolvable {
                    continue;
                }
                let entry = |condition| Entry {
                    graph,
                    local,
                    text: key.text.clone(),
                    condition,
                };
                self.entries[ty as usize].push(entry(Some(condition)));
                if is_interface_object {
                    for implementation in self.implementations(ty).to_vec() {
                        self.entries[implementation as usize].push(entry(None));
                    }
                }
            }
            self.locals[local as usize].keys = keys;
        }
        let mut places: HashMap<GraphId, HashMap<LocalId, usize>> = HashMap::default();
        let numbered = |met: Vec<LocalId>| met.into_iter().zip(0..).collect();
        for ty in 0..self.entries.len() {
            let mut entries = std::mem::take(&mut self.entries[ty]);
            // Of several ways into one subgraph the first counts: by interface objects, in the order they are met there.
            let clashing = entries.iter().filter(|entry| entry.condition.is_none());
            for entry in clashing {
                places.entry(entry.graph).or_insert_with(|| numbered(self.order_met(entry.graph)));
            }
            let place = |entry: &Entry| places.get(&entry.graph).and_then(|places| places.get(&entry.local)).copied();
            entries.sort_by_key(|entry| (entry.graph, place(entry)));
            self.entries[ty] = entries;
        }
    }

    /// The types of a subgraph in the order in which a depth-first walk from its roots, last edge first, meets them.
    pub fn order_met(&self, graph: GraphId) -> Vec<LocalId> {
        let types = 0..self.locals_of.len() as TypeId;
        let entities: Vec<LocalId> = types
            .filter_map(|ty| self.local(graph, ty))
            .filter(|local| !self.locals[*local as usize].keys.is_empty())
            .collect();
        // The field `_entities` is the last of the query type, and met before what the others lead to.
        let (mut met, mut marked, mut open) = (Vec::new(), HashSet::default(), Vec::new());
        let push = |open: &mut Vec<LocalId>, marked: &mut HashSet<LocalId>, local: LocalId| {
            if marked.insert(local) {
                open.push(local);
            }
        };
        for (root, _) in self.schema.roots.values() {
            if let Some(local) = self.type_id(root).and_then(|root| self.local(graph, root)) {
                push(&mut open, &mut marked, local);
            }
        }
        let query = self.type_id("Query").and_then(|query| self.local(graph, query));
        let mut entities = Some(entities);
        loop {
            let Some(local) = open.pop() else {
                // A subgraph without a query field has the query type for its entities.
                match entities.take() {
                    Some(entities) => entities.into_iter().for_each(|entity| push(&mut open, &mut marked, entity)),
                    None => return met,
                }
                continue;
            };
            met.push(local);
            for behind in self.behind(local) {
                push(&mut open, &mut marked, behind);
            }
            if query == Some(local) {
                for entity in entities.take().unwrap_or_default() {
                    push(&mut open, &mut marked, entity);
                }
            }
        }
    }

    /// The fields that a type resolves in its subgraph, in the order of the supergraph.
    pub fn resolved_fields(&self, local: LocalId) -> impl Iterator<Item = &LocalField> {
        let local = &self.locals[local as usize];
        let (_, definition) = self
            .schema
            .types
            .get_index(local.ty as usize)
            .expect("the type is the supergraph's");
        let fields = definition.fields.keys().filter_map(|name| local.field(self.fields.find(name)?));
        fields.filter(|field| field.direct && !field.external && !field.overridden)
    }

    /// Where the fields and type conditions of a type lead within its subgraph.
    fn behind(&self, local: LocalId) -> Vec<LocalId> {
        let fields = self.resolved_fields(local);
        let local = &self.locals[local as usize];
        let mut behind: Vec<LocalId> = fields.filter_map(|field| self.local(local.graph, field.target)).collect();
        if local.is_abstract() {
            let narrowed = self.runtimes.get(local.runtime).iter();
            behind.extend(narrowed.filter_map(|ty| self.local(local.graph, *ty)));
        }
        behind
    }

    fn selects_external(&self, local: LocalId, nodes: &[Node]) -> bool {
        let local = &self.locals[local as usize];
        nodes.iter().any(|node| match node {
            Node::Field { field, nodes, .. } => local.field(*field).is_some_and(|field| {
                field.external
                    || field.overridden
                    || self
                        .local(local.graph, field.target)
                        .is_some_and(|target| self.selects_external(target, nodes))
            }),
            Node::On { ty, nodes } => self
                .local(local.graph, *ty)
                .is_some_and(|local| self.selects_external(local, nodes)),
        })
    }

    fn contexts_set(&mut self) {
        if self.contexts.len() == 1 {
            return;
        }
        for (ty, definition) in self.schema.types.values().enumerate() {
            let set: Vec<ContextId> = definition
                .uses(Known::Context)
                .filter_map(|application| application.text("name"))
                .map(|name| self.contexts.number(name.to_string()))
                .collect();
            if set.is_empty() {
                continue;
            }
            self.sets[ty].extend(&set);
            for member in self
                .schema
                .types
                .values()
                .filter(|member| self.schema.is_member(&member.name, &definition.name))
            {
                let member = self.type_id(&member.name).expect("the type is the supergraph's");
                self.sets[member as usize].extend(&set);
            }
        }
        for set in &mut self.sets {
            set.sort_unstable();
            set.dedup();
        }
    }
}

/// A field's `@requires` and `@provides`, which can be read once all fields are there.
type FieldSets = (LocalId, FieldId, Option<String>, Option<String>);

fn plain_copy(field: &LocalField) -> LocalField {
    LocalField {
        requires: None,
        provides: None,
        needs: Vec::new(),
        ..*field
    }
}

fn joins<'d>(
    directives: &'d [DirectiveUse],
    name: &'d str,
    graph_ids: &'d HashMap<Name, GraphId>,
) -> impl Iterator<Item = (GraphId, &'d DirectiveUse)> {
    directives
        .iter()
        .filter(move |application| &*application.name == name)
        .filter_map(|application| Some((graph_of(application, graph_ids)?, application)))
}

fn graph_of(application: &DirectiveUse, graph_ids: &HashMap<Name, GraphId>) -> Option<GraphId> {
    match application.argument("graph") {
        Some(Value::Enum(value)) => graph_ids.get(value).copied(),
        _ => None,
    }
}
