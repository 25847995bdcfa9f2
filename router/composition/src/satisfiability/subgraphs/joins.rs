//! Reading the `join__*` applications of a supergraph: which subgraph has which types, fields, contexts and field sets.

use super::{ContextId, FieldId, GraphId, Key, LocalField, LocalId, LocalType, NONE, Need, Subgraphs, TypeId};
use crate::model::{DirectiveUse, FieldDef, FieldSet, HashMap, HashSet, Kind, Known, Name, Schema, TypeDef, Value};
use crate::satisfiability::interner::Interner;
use crate::satisfiability::selections::Node;
use std::rc::Rc;

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
